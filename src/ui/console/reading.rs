//! Bekal Anda: what the facilitator reads the evening before. Background, technique, questions families ask; no quiz.

use egui::{
    CornerRadius, Frame, Id, Label, Margin, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo,
    collapsing_header::CollapsingState,
};
use egui_material_icons::icons;

use crate::{
    engine::{
        finding::Lead,
        ids::SessionId,
        learn::{Faq, Learn},
    },
    text::learn as text,
    ui::{
        console::parts::{self, Action},
        theme::{self, GRID, RADIUS, size},
        widgets,
    },
};

/// Height of a line in texts to be read at length, points.
const LINE: f32 = 26.0;
/// Width of the column of arrows beside the questions.
const ARROW: f32 = 22.0;

/// What of it was looked for and is marked; `reveal` asks once to have it in view.
pub(super) struct Mark<'a> {
    /// Where it leads.
    pub(super) lead: &'a Lead,
    /// Bring it into view.
    pub(super) reveal: &'a mut bool,
}

/// Draws it.
pub(super) fn learn_ui(ui: &mut Ui, session: &SessionId, learn: &Learn, mark: Option<Mark<'_>>) {
    let id = Id::unique(("learn", session.as_str()));
    let mut never = false;
    let (lead, reveal) = mark.map_or((None, &mut never), |mark| (Some(mark.lead), mark.reveal));
    let (background, note, asked) = match lead {
        Some(Lead::Background(_, at)) => (Some(*at), None, None),
        Some(Lead::TechniqueNote(_, at)) => (None, Some(*at), None),
        Some(Lead::Faq(_, at)) => (None, None, Some(*at)),
        _ => (None, None, None),
    };
    long(ui, id.with("background"), text::BACKGROUND, &learn.background, (background, reveal));
    long(ui, id.with("technique"), &text::technique(learn.technique), &learn.technique_note, (note, reveal));
    if !learn.faq.is_empty() {
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::FAQ);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, faq) in learn.faq.iter().enumerate() {
                parts::marked(ui, asked == Some(index), reveal, |ui| {
                    question(ui, id.with(("faq", index)), faq, asked == Some(index));
                });
            }
        });
        ui.add_space(GRID);
    }
}

/// The first paragraph; all of them once asked for, so that what follows is seen to be there.
fn long(ui: &mut Ui, id: Id, title: &str, texts: &[String], (marked, reveal): (Option<usize>, &mut bool)) {
    let Some(first) = texts.first() else { return };
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
    if marked.is_some() {
        state.set_open(true);
    }
    parts::card(ui, |ui| {
        parts::subtitle(ui, title);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 1.5 * GRID;
            let shown = if state.is_open() { texts } else { std::slice::from_ref(first) };
            for (index, text) in shown.iter().enumerate() {
                parts::marked(ui, marked == Some(index), reveal, |ui| reading(ui, text));
            }
        });
        if texts.len() > 1 {
            let (label, icon) = if state.is_open() {
                (text::READ_LESS, icons::ICON_EXPAND_LESS)
            } else {
                (text::READ_ALL, icons::ICON_EXPAND_MORE)
            };
            if Action::quiet(label).name(&text::of_part(label, title)).icon(icon).show(ui).clicked() {
                state.toggle(ui);
            }
        }
    });
    state.store(ui.ctx());
    ui.add_space(GRID);
}

fn reading(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).line_height(Some(LINE))).wrap());
}

/// A question that opens its answer.
fn question(ui: &mut Ui, id: Id, faq: &Faq, marked: bool) {
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
    if marked {
        state.set_open(true);
    }
    let open = state.is_open();
    let c = theme::colours(ui);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, c.line));
    let builder = UiBuilder::new().id_salt(id).sense(Sense::click());
    let response = ui.scope_builder(builder, |ui| {
        let fill = if ui.response().hovered() { c.raised } else { egui::Color32::TRANSPARENT };
        let row = Frame::new().fill(fill).corner_radius(CornerRadius::same(RADIUS / 2));
        row.inner_margin(Margin::symmetric(0, (1.25 * GRID) as i8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal_top(|ui| {
                let arrow = if open { icons::ICON_EXPAND_LESS } else { icons::ICON_EXPAND_MORE };
                ui.label(RichText::new(arrow.codepoint).font(theme::font(ARROW)).color(c.accent));
                let font = if open { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
                ui.add(Label::new(RichText::new(&faq.ask).font(font)).wrap());
            });
        });
    });
    let response = response.response;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &faq.ask));
    widgets::focus_ring(ui, &response);
    parts::keep_in_view(&response);
    if response.clicked() {
        state.toggle(ui);
    }
    if open {
        let beside = Margin { left: (ARROW + GRID) as i8, bottom: (1.5 * GRID) as i8, ..Margin::ZERO };
        Frame::new().inner_margin(beside).show(ui, |ui| reading(ui, &faq.answer));
    }
    state.store(ui.ctx());
}
