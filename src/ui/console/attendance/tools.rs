//! The attendance screen's tools: everyone present, the rest absent, undo, order, and below them what is being typed.

use egui::{Align, Layout, RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::attendance::{RollOrder, Row},
    text::{attendance as text, paper},
    ui::{
        drafts::Drafts,
        intent::{Intent, Overlay, PaperKey, RollKey},
        keymap::{self, Context},
        theme::{self, GRID, HIT, size},
        view::RollView,
        widgets,
    },
};

use super::{counts::colours, fields};

/// Height of the line that says what was typed.
const LINE: f32 = HIT;

/// Draws them.
pub(in crate::ui::console) fn tools_ui(ui: &mut Ui, roll: &RollView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    match roll.cursor.open {
        Some(field) => fields::field_ui(ui, roll, field, drafts, out),
        None => buttons_ui(ui, roll, out),
    }
    line_ui(ui, roll, out);
}

fn buttons_ui(ui: &mut Ui, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let guests = text::guests(roll.state.guests.as_ref().map_or(0, |(count, _)| *count));
    let order = text::order(roll.cursor.order);
    ui.horizontal_wrapped(|ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        for (label, key) in [
            (text::ALL_PRESENT, RollKey::All),
            (text::REST_ABSENT, RollKey::Rest),
            (text::UNDO, RollKey::Undo),
            (text::SEARCH_SHORT, RollKey::Search),
            (text::WALK_IN, RollKey::WalkIn),
            (guests.as_str(), RollKey::Guests),
            (order, RollKey::Order),
        ] {
            let possible = match key {
                RollKey::Undo => !roll.state.undo.is_empty(),
                RollKey::Rest => roll.state.roll.iter().any(|row| !row.removed && row.status.is_none()),
                _ => true,
            };
            ui.add_enabled_ui(possible, |ui| {
                if widgets::keyed(ui, &hint(&Intent::Roll(key)), label, false).clicked() {
                    out.push(Intent::Roll(key));
                }
            });
        }
        if roll.cursor.order == RollOrder::Seat && widgets::keyed(ui, "", text::SEATING, roll.cursor.seating).clicked()
        {
            out.push(Intent::Roll(RollKey::Seating));
        }
        let blank = roll.state.roll.iter().all(|row| row.status.is_none());
        if let Some(meeting) = roll.closed.filter(|_| roll.state.setup.paper && blank && !roll.state.withdrawn)
            && widgets::keyed(ui, "", paper::CHANGE, false).clicked()
        {
            out.push(Intent::Paper(PaperKey::Change(meeting)));
        }
    });
}

/// The row number being typed, or the one that took effect, or how it goes; the help at its end.
fn line_ui(ui: &mut Ui, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let size = vec2(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let help = Intent::Overlay(Some(Overlay::Help));
        if widgets::keyed(ui, &hint(&help), text::HELP, false).clicked() {
            out.push(help);
        }
        if let Some(cover) = roll.state.cover {
            widgets::tag(ui, text::covered(cover), c.ink, c.accent_soft);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(words) = roll.rejection {
                widgets::tag(ui, words, c.amber, c.amber_soft);
            }
            if !roll.cursor.typed.is_empty() {
                typed_ui(ui, roll, out);
            } else if let Some(row) = roll.cursor.taken.and_then(|number| row(roll, number)) {
                taken_ui(ui, roll, row);
            } else {
                let words = if roll.cursor.seating { text::SEATING_HINT } else { text::HINT };
                let words = RichText::new(words).font(theme::font(size::SMALL + 1.0)).color(c.muted);
                ui.add(egui::Label::new(words).truncate());
            }
        });
    });
}

fn row<'a>(roll: &RollView<'a>, number: u16) -> Option<&'a Row> {
    roll.state.roll.iter().find(|row| !row.removed && row.number == number)
}

/// Digits that may go on, large, with the name they mean so far.
fn typed_ui(ui: &mut Ui, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let typed = &roll.cursor.typed;
    let shown = ui.label(RichText::new(format!("{typed}_")).font(theme::bold_font(size::TITLE)).color(c.accent));
    shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{} {typed}", text::ROW_NUMBER)));
    if let Some(row) = typed.parse().ok().and_then(|number| row(roll, number)) {
        if widgets::keyed(ui, &hint(&Intent::Roll(RollKey::Enter)), &row.name, false).clicked() {
            out.push(Intent::Roll(RollKey::Enter));
        }
        widgets::caption(ui, text::OR_ANOTHER_DIGIT);
    }
}

/// What the number that was typed has done.
fn taken_ui(ui: &mut Ui, roll: &RollView<'_>, row: &Row) {
    let c = theme::colours(ui);
    let seat = super::seat(roll.cursor, row).filter(|_| roll.cursor.seating);
    let (said, ink) = match (seat, row.status) {
        (Some(seat), _) => (text::seat(seat + 1), c.accent),
        (None, Some(status)) => (text::status(status).to_owned(), colours(c, status).0),
        (None, None) => (text::UNMARKED.to_owned(), c.muted),
    };
    let number = RichText::new(row.number.to_string()).font(theme::bold_font(size::TITLE)).color(c.ink);
    ui.label(number);
    ui.label(RichText::new(&row.name).font(theme::font(size::BODY)).color(c.ink));
    ui.label(RichText::new(icons::ICON_ARROW_FORWARD.codepoint).font(theme::font(size::BODY)).color(c.muted));
    let shown = ui.label(RichText::new(&said).font(theme::bold_font(size::BODY)).color(ink));
    shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text::taken(row.number, &row.name, &said)));
    ui.add_space(GRID);
    widgets::caption(ui, text::UNDO_HINT);
}

pub(super) fn hint(intent: &Intent) -> String {
    keymap::hint(Context::Attendance, intent)
}
