//! The observation sheet of a run: what was seen, level by level, by oneself or a coach; earlier sheets as a row of bars.

use egui::{CornerRadius, Event, RichText, Sense, Stroke, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::observe::{LEVELS, MAX_REMARK_CHARS, Observation},
    text::observe as text,
    ui::{
        drafts::ObserveForm,
        intent::{Intent, StudyKey},
        keymap,
        theme::{self, GRID, RADIUS, size},
        view::ReviewView,
        widgets,
    },
};

use super::parts::{self, Action};

/// Height of a level's button: three lines of small type.
const LEVEL: f32 = 64.0;
/// Width of a level's number in a filled sheet.
const LEVEL_NUMBER: f32 = 24.0;
/// Height of the bars of earlier sheets.
const BARS: f32 = 48.0;

/// Draws it.
pub(super) fn observe_ui(ui: &mut Ui, review: &ReviewView<'_>, form: &mut ObserveForm, out: &mut Vec<Intent>) {
    if form.meeting != Some(review.meeting) {
        *form = ObserveForm { meeting: Some(review.meeting), ..ObserveForm::default() };
    }
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::TITLE);
        widgets::caption(ui, text::ABOUT);
        history(ui, review);
        if !form.open {
            if let Some(filled) = review.filled {
                filled_ui(ui, review, filled);
            }
            ui.horizontal(|ui| {
                let label = if review.filled.is_some() { text::ANEW } else { text::BEGIN };
                if Action::secondary(label).icon(icons::ICON_FACT_CHECK).show(ui).clicked() {
                    form.open = true;
                }
                let print = if review.filled.is_some() { text::PRINT } else { text::PRINT_EMPTY };
                if Action::secondary(print).icon(icons::ICON_PRINT).show(ui).clicked() {
                    out.push(Intent::Study(StudyKey::PrintObservation));
                }
            });
            return;
        }
        let typed = next_item(review, form).zip(typed_level(ui));
        if let Some((item, level)) = typed {
            form.levels.insert(item.to_owned(), level);
        }
        let next = next_item(review, form);
        for item in review.items {
            ui.add_space(GRID);
            let top = ui.cursor().top();
            parts::subtitle(ui, &item.title);
            if next == Some(item.id.as_str()) {
                widgets::caption(ui, text::BY_KEY);
            }
            parts::columns(ui, usize::from(LEVELS), |column, ui| {
                let level = column as u8 + 1;
                let on = form.levels.get(&item.id) == Some(&level);
                if level_ui(ui, &item.title, &item.levels[column], on) {
                    if on {
                        form.levels.remove(&item.id);
                    } else {
                        form.levels.insert(item.id.clone(), level);
                    }
                }
            });
            if typed.is_some() && next == Some(item.id.as_str()) {
                ui.scroll_to_rect(ui.min_rect().with_min_y(top), None);
            }
        }
        ui.add_space(GRID);
        parts::labelled_field(ui, &mut form.remark, text::REMARK, text::REMARK_HINT, None);
        if let Some((end, _)) = form.remark.char_indices().nth(MAX_REMARK_CHARS) {
            form.remark.truncate(end);
        }
        parts::labelled_field(ui, &mut form.observer, text::OBSERVER, text::OBSERVER_HINT, Some(360.0));
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let keep = Action::secondary(text::KEEP).icon(icons::ICON_CHECK).enabled(!form.levels.is_empty()).show(ui);
            if keep.clicked() {
                out.push(Intent::Study(StudyKey::Observe(Observation {
                    meeting: review.meeting,
                    session: review.session.clone(),
                    observer: form.observer.trim().to_owned(),
                    levels: form.levels.iter().map(|(item, level)| (item.clone(), *level)).collect(),
                    remark: form.remark.trim().to_owned(),
                })));
                *form = ObserveForm { meeting: form.meeting, ..ObserveForm::default() };
            }
            widgets::caption(ui, &text::marked(form.levels.len(), review.items.len()));
        });
    });
}

/// This run's sheet as it was filled in: item, level in words, remark.
fn filled_ui(ui: &mut Ui, review: &ReviewView<'_>, filled: &Observation) {
    let c = *theme::colours(ui);
    ui.add_space(GRID);
    if !filled.observer.is_empty() {
        widgets::caption(ui, &text::by(&filled.observer));
    }
    for item in review.items {
        let Some((_, level)) = filled.levels.iter().find(|(id, _)| *id == item.id) else { continue };
        let words = item.levels.get(usize::from(*level).saturating_sub(1)).map_or("", String::as_str);
        parts::low_row(ui, |ui| {
            let number = RichText::new(level.to_string()).font(theme::bold_font(size::BODY)).color(c.accent);
            ui.add_sized(vec2(LEVEL_NUMBER, size::BODY + GRID), egui::Label::new(number));
            parts::line(ui, RichText::new(text::marked_item(&item.title, words)));
        });
    }
    if !filled.remark.is_empty() {
        ui.add(egui::Label::new(RichText::new(&filled.remark).font(theme::font(size::BODY))).wrap());
    }
    ui.add_space(GRID);
}

/// The first item that is not marked yet: the one a key marks.
fn next_item<'a>(review: &'a ReviewView<'_>, form: &ObserveForm) -> Option<&'a str> {
    review.items.iter().map(|item| item.id.as_str()).find(|id| !form.levels.contains_key(*id))
}

/// The level whose number was pressed just now, unless something is being written.
fn typed_level(ui: &Ui) -> Option<u8> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let number = |event: &Event| match event {
        Event::Key { key, pressed: true, repeat: false, .. } => keymap::digit(*key),
        _ => None,
    };
    ui.input(|input| input.events.iter().find_map(number)).filter(|level| (1..=LEVELS).contains(level))
}

/// One level; true when it was pressed.
fn level_ui(ui: &mut Ui, item: &str, words: &str, on: bool) -> bool {
    let c = theme::colours(ui);
    let (fill, line) = if on { (c.accent_soft, c.accent) } else { (c.raised, c.line) };
    let button = egui::Button::new(RichText::new(words).font(theme::font(size::SMALL)).color(c.ink))
        .wrap()
        .fill(fill)
        .stroke(Stroke::new(if on { 2.0 } else { 1.0 }, line))
        .corner_radius(CornerRadius::same(RADIUS))
        .min_size(vec2(ui.available_width(), LEVEL));
    let response = ui.add(button);
    let name = format!("{item}: {words}");
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &name));
    widgets::focus_ring(ui, &response);
    parts::keep_in_view(&response);
    response.clicked()
}

/// Means of earlier sheets of this session, oldest first, as bars.
fn history(ui: &mut Ui, review: &ReviewView<'_>) {
    if review.observed.is_empty() {
        return;
    }
    let c = theme::colours(ui);
    let said: Vec<String> = review.observed.iter().map(|(wall, tenths)| text::mean(*wall, *tenths)).collect();
    let (rect, response) = ui.allocate_exact_size(vec2(28.0 * review.observed.len() as f32, BARS), Sense::hover());
    for (index, (_, tenths)) in review.observed.iter().enumerate() {
        let height = BARS * f32::from(*tenths) / (f32::from(LEVELS) * 10.0);
        let left = rect.left() + 28.0 * index as f32;
        let bar =
            egui::Rect::from_min_max(egui::pos2(left, rect.bottom() - height), egui::pos2(left + 20.0, rect.bottom()));
        ui.painter().rect_filled(bar, CornerRadius::same(3), c.accent);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, said.join("; ")));
    if let Some(last) = said.last() {
        widgets::caption(ui, last);
    }
}
