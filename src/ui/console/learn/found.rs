//! What was found, by kind; words that match are marked, the hit that Enter opens stands on a ground of its own.

use egui::{
    Align, Color32, CornerRadius, FontId, Frame, Label, Margin, Rect, Role, Sense, TextFormat, Ui, UiBuilder,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::{
    engine::finding::{Found, Marked},
    text::search as text,
    ui::{
        console::parts,
        drafts::StudyForm,
        intent::{Intent, SearchKey},
        keymap::{self, Context},
        theme::{self, GRID, RADIUS, size},
        view::SearchView,
        widgets,
    },
};

/// Share of a line the title may take before the place beside it gives way no more.
const TITLE: f32 = 0.62;

/// Draws it.
pub(super) fn found_ui(ui: &mut Ui, search: &SearchView<'_>, form: &mut StudyForm, out: &mut Vec<Intent>) {
    let Some(answered) = search.answered else {
        widgets::caption(ui, text::LOOKING);
        return;
    };
    if search.groups.is_empty() {
        // While the next letter is looked for, nothing is said about the one before.
        if answered.trim() == form.find.trim() {
            not_found(ui);
        }
        return;
    }
    keys_ui(ui);
    let mut number = 0;
    for group in search.groups {
        parts::card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            parts::subtitle(ui, text::kind(group.kind));
            ui.add_space(GRID / 2.0);
            for hit in &group.hits {
                // The heading says it already.
                let place = if hit.place == text::kind(group.kind) { "" } else { &hit.place };
                hit_ui(ui, (hit, place), number, number == search.at, &mut form.reveal, out);
                number += 1;
            }
            if group.more > 0 {
                ui.add_space(GRID / 2.0);
                widgets::caption(ui, &text::more(group.more));
            }
        });
        ui.add_space(GRID);
    }
}

fn not_found(ui: &mut Ui) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::NOT_FOUND);
        for advice in text::ADVICE {
            ui.horizontal_top(|ui| {
                ui.label("•");
                ui.add(Label::new(advice).wrap());
            });
        }
    });
}

/// What keys do here and nowhere else, out of their table.
fn keys_ui(ui: &mut Ui) {
    let rows = keymap::LEARNING.iter().filter(|row| row.contexts == [Context::Found]);
    let words = rows.filter_map(|row| Some(format!("{}  {}", keymap::printed(*row.keys.first()?), row.help)));
    parts::caption_line(ui, &words.collect::<Vec<_>>().join("     "));
}

fn hit_ui(
    ui: &mut Ui,
    (hit, place): (&Found, &str),
    number: usize,
    chosen: bool,
    reveal: &mut bool,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    let builder = UiBuilder::new().id_salt(("hit", number)).sense(Sense::click());
    let row = ui.scope_builder(builder, |ui| {
        let pointed = ui.response().hovered();
        let fill = match (chosen, pointed) {
            (true, _) => c.accent_soft,
            (false, true) => c.raised,
            (false, false) => c.card,
        };
        let frame = Frame::new().fill(fill).corner_radius(CornerRadius::same(RADIUS / 2));
        frame.inner_margin(Margin::symmetric((1.5 * GRID) as i8, (GRID * 0.75) as i8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(GRID, 2.0);
            let bold = theme::bold_font(size::BODY);
            let title = job(&hit.title, &(bold.clone(), c.ink), &(bold, c.accent));
            parts::low_row(ui, |ui| {
                ui.scope(|ui| {
                    ui.set_max_width(ui.available_width() * TITLE);
                    ui.add(Label::new(title).truncate().selectable(false));
                });
                parts::caption_line(ui, place);
            });
            if !hit.excerpt.text.is_empty() {
                let (font, bold) = (theme::font(size::SMALL), theme::bold_font(size::SMALL));
                let words = job(&hit.excerpt, &(font, c.muted), &(bold, c.ink));
                ui.add(Label::new(words).truncate().selectable(false));
            }
        });
    });
    let response = row.response;
    if chosen {
        let rect = response.rect;
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 4.0, rect.bottom()));
        ui.painter().rect_filled(bar, 2.0, c.accent);
    }
    let name = text::hit(&hit.title.text, &hit.place);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    widgets::focus_ring(ui, &response);
    parts::keep_in_view(&response);
    if chosen && std::mem::take(reveal) {
        // The first one with the heading above it.
        response.scroll_to_me(if number == 0 { Some(Align::Max) } else { None });
    }
    if response.clicked() {
        out.push(Intent::Search(SearchKey::Show(number)));
    }
}

/// Words, those marked in a letter and colour of their own: each look is a font and a colour.
fn job(words: &Marked, look: &(FontId, Color32), marked: &(FontId, Color32)) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut append = |piece: Option<&str>, (font, color): &(FontId, Color32)| {
        let format = TextFormat { font_id: font.clone(), color: *color, ..TextFormat::default() };
        job.append(piece.unwrap_or_default(), 0.0, format);
    };
    let mut at = 0;
    for mark in &words.marks {
        append(words.text.get(at..mark.start), look);
        append(words.text.get(mark.clone()), marked);
        at = mark.end;
    }
    append(words.text.get(at..), look);
    job
}
