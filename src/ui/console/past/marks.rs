//! Marks for Pengetahuan & Pemahaman: one row a member, 1 2 3 on the keyboard, a press with the mouse. Empty until somebody says so.

use egui::{Align, CornerRadius, Key, Layout, Modifiers, RichText, Sense, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        attendance::{Row, Status},
        command::Command,
        evidence::{Change, Ground, Level, unrated},
    },
    text::{close, evidence as text},
    ui::{
        console::{
            parts::{self, Action},
            told::Of,
        },
        drafts::PastForm,
        intent::Intent,
        theme::{self, GRID, HIT, RADIUS},
        widgets,
    },
};

/// Width of a row's number.
const NUMBER: f32 = 32.0;
/// Room for the three marks.
const MARKS: f32 = 292.0;
/// The keys of the marks.
const KEYS: [Key; 3] = [Key::Num1, Key::Num2, Key::Num3];

/// Draws it.
pub(super) fn marks_ui(ui: &mut Ui, of: Of<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    let mut wish = |change| out.push(Intent::Correct(of.id, Command::Evidence(change)));
    ui.horizontal(|ui| {
        parts::subtitle(ui, text::MARKS);
        widgets::at_right(ui, |ui| {
            let can = !of.state.evidence.rated.is_empty();
            if Action::quiet(text::UNDO_MARKS).icon(icons::ICON_UNDO).enabled(can).show(ui).clicked() {
                wish(Change::UndoRatings);
            }
        });
    });
    widgets::caption(ui, text::MARKS_HINT);
    let c = theme::colours(ui);
    if of.state.evidence.rated_seq > of.durable {
        parts::words(ui, text::SAVING, c.muted);
    }
    all_ui(ui, of, form, &mut wish);
    ui.add_space(GRID / 2.0);
    let rows: Vec<&Row> = of.state.roll.iter().filter(|row| !row.removed).collect();
    keys(ui, &rows, form, &mut wish);
    parts::scroll(ui, "marks", |ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        for (index, row) in rows.iter().enumerate() {
            let current = form.row == index;
            if row_ui(ui, of, row, current, form.moved && current, &mut wish) {
                form.row = index;
            }
        }
        form.moved = false;
    });
}

/// "Isi semua yang hadir dengan …": which mark, resting on what; done only when both were said.
fn all_ui(ui: &mut Ui, of: Of<'_>, form: &mut PastForm, wish: &mut impl FnMut(Change)) {
    let left = unrated(of.state).count();
    let Some((level, ground)) = &mut form.all else {
        if Action::secondary(text::FILL_ALL).icon(icons::ICON_DONE_ALL).enabled(left > 0).show(ui).clicked() {
            form.all = Some((None, None));
        }
        return;
    };
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        ui.label(text::WITH);
        for choice in Level::ALL {
            if Action::secondary(text::level(choice)).selected(*level == Some(choice)).show(ui).clicked() {
                *level = Some(choice);
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(text::RESTING_ON);
        for choice in Ground::ALL {
            if Action::secondary(text::ground(choice)).selected(*ground == Some(choice)).show(ui).clicked() {
                *ground = Some(choice);
            }
        }
    });
    ui.horizontal(|ui| {
        let both = level.zip(*ground);
        let pressed = Action::secondary(&text::fill(left)).enabled(both.is_some() && left > 0).show(ui).clicked();
        if let Some((level, ground)) = both.filter(|_| pressed) {
            wish(Change::RateAllPresent(level, ground));
            done = true;
        }
        done |= Action::quiet(text::NOT_ALL).show(ui).clicked();
        widgets::caption(ui, text::FILL_HINT);
    });
    if done {
        form.all = None;
    }
}

/// Arrows, 1 2 3, Delete and Ctrl+Z, while no field has the keyboard.
fn keys(ui: &Ui, rows: &[&Row], form: &mut PastForm, wish: &mut impl FnMut(Change)) {
    if ui.memory(|memory| memory.focused().is_some()) || rows.is_empty() {
        return;
    }
    form.row = form.row.min(rows.len() - 1);
    let last = rows.len() - 1;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let before = form.row;
    if pressed(Key::ArrowDown) {
        form.row = (form.row + 1).min(last);
    }
    if pressed(Key::ArrowUp) {
        form.row = form.row.saturating_sub(1);
    }
    // A mark moves on to the next one, so a key that is held would mark a whole column.
    if widgets::pressed_anew(ui, Modifiers::COMMAND, Key::Z) {
        wish(Change::UndoRatings);
    }
    let Some(row) = rows.get(form.row) else { return };
    let came = |row: &Row| row.status == Some(Status::Present);
    for (level, key) in Level::ALL.into_iter().zip(KEYS) {
        if widgets::pressed_anew(ui, Modifiers::NONE, key) && came(row) {
            wish(Change::Rate(row.who, Some(level), Ground::Observation));
            // On to the next one who came: whoever was not there is not assessed.
            let next = rows.iter().skip(form.row + 1).position(|row| came(row));
            form.row += next.map_or(0, |offset| offset + 1);
        }
    }
    if widgets::pressed_anew(ui, Modifiers::NONE, Key::Delete) {
        wish(Change::Rate(row.who, None, Ground::Observation));
    }
    form.moved |= form.row != before;
}

/// One member. True when the row was pressed.
fn row_ui(ui: &mut Ui, of: Of<'_>, row: &Row, current: bool, reveal: bool, wish: &mut impl FnMut(Change)) -> bool {
    let c = theme::colours(ui);
    let rating = of.state.evidence.ratings.get(&row.who);
    let mut pressed = false;
    let frame =
        egui::Frame::new().fill(if current { c.accent_soft } else { c.card }).corner_radius(CornerRadius::same(RADIUS));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(HIT);
            ui.spacing_mut().item_spacing.x = GRID / 2.0;
            ui.allocate_ui_with_layout(vec2(NUMBER, HIT), Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_width(NUMBER);
                ui.label(RichText::new(row.number.to_string()).color(c.muted));
            });
            ui.add_space(GRID);
            let width = (ui.available_width() - MARKS).max(80.0);
            ui.allocate_ui_with_layout(vec2(width, HIT), Layout::top_down(Align::Min), |ui| {
                ui.set_min_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let resting = rating.filter(|_| row.status == Some(Status::Present));
                ui.add_space(if resting.is_some() { 4.0 } else { 12.0 });
                parts::line(ui, RichText::new(&row.name));
                if let Some(rating) = resting {
                    let saved = if rating.seq > of.durable { text::SAVING } else { text::ground(rating.ground) };
                    parts::caption_line(ui, saved);
                }
            });
            match row.status {
                Some(Status::Present) => {
                    for level in Level::ALL {
                        let on = rating.is_some_and(|rating| rating.level == level);
                        let name = text::mark(&row.name, level);
                        if Action::secondary(text::level(level)).name(&name).selected(on).show(ui).clicked() {
                            pressed = true;
                            wish(Change::Rate(row.who, (!on).then_some(level), Ground::Observation));
                        }
                    }
                }
                Some(status) => _ = widgets::caption(ui, &text::not_assessable(close::status(status))),
                None => _ = widgets::caption(ui, text::NOT_ON_ROLL),
            }
        });
    });
    let response = ui.interact(shown.response.rect, ui.scope_id().with(("mark-row", row.number)), Sense::hover());
    if reveal {
        response.scroll_to_me(None);
    }
    pressed
}
