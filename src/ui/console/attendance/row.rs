//! One row of the register: number, name, state in words, the four choices as buttons, and a list of what is rarer.

use egui::{
    Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use egui_material_icons::icons;

use crate::{
    engine::{
        attendance::{Attendee, RollOrder, Row, Status},
        command::Command,
    },
    text::attendance as text,
    ui::{
        intent::{Intent, RollKey},
        theme::{self, GRID, RADIUS, size},
        view::RollView,
        widgets,
    },
};

use super::counts::colours;

/// Height of a row, points.
pub(super) const HEIGHT: f32 = 50.0;
/// Size of a choice, points.
const CHOICE: egui::Vec2 = vec2(57.0, 44.0);
/// Room for what is rarer.
const MORE: f32 = 44.0;
/// Room for the number.
const NUMBER: f32 = 40.0;
/// Room for taking a walk-in back.
const REMOVE: f32 = 60.0;
/// Draws it. `distance`: rows from the cursor, so that a press can bring the cursor along.
pub(super) fn row_ui(ui: &Ui, rect: Rect, row: &Row, distance: i16, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let saving = row.marked_seq > roll.durable_seq;
    let said = text::state(row.status, row.late, row.by.as_deref());
    let seat = super::seat(roll.cursor, row).filter(|_| roll.cursor.order == RollOrder::Seat);
    let said = seat.map_or(said.clone(), |seat| format!("{} · {said}", text::seat(seat + 1)));
    let words = if saving { text::SAVING } else { said.as_str() };
    let id = egui::Id::unique(("roll-row", row.number));
    let current = distance == 0;
    let choices = CHOICE.x * Status::ALL.len() as f32 + 4.0 * (Status::ALL.len() as f32 - 1.0) + 4.0;
    let mut name_rect = rect.with_max_x(rect.right() - choices - MORE - GRID / 2.0);
    if matches!(row.who, Attendee::WalkIn(_)) {
        name_rect.max.x -= REMOVE;
    }
    let response = ui.interact(name_rect, id, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Row, true, current, text::row_name(row.number, &row.name, words)));
    let pressed = response.clicked();
    if ui.is_rect_visible(rect) {
        let fill = match (current, response.hovered() || response.has_focus()) {
            (true, _) => c.accent_soft,
            (false, true) => c.raised,
            (false, false) => c.card,
        };
        let line = if current { Stroke::new(2.0, c.accent) } else { Stroke::new(1.0, c.line) };
        ui.painter().rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
        words_ui(ui, name_rect, row, words, saving);
    }
    if pressed {
        bring_cursor(distance, out);
        match row.who.participant() {
            Some(who) if roll.cursor.seating => out.push(Intent::Roll(RollKey::Seat(who))),
            _ => out.push(roll.ask(Command::ToggleNumber(row.number))),
        }
    }
    if let Attendee::WalkIn(walk_in) = row.who {
        let remove = Rect::from_min_size(name_rect.right_top(), vec2(REMOVE, HEIGHT));
        if remove_ui(ui, remove, row) {
            out.push(roll.ask(Command::RemoveWalkIn(walk_in)));
        }
    }
    let left = rect.right() - choices;
    let more = Rect::from_center_size(pos2(left - MORE / 2.0, rect.center().y), vec2(MORE, CHOICE.y));
    more_ui(ui, more, row, distance, roll, out);
    for (index, status) in (0_u8..).zip(Status::ALL) {
        let corner = pos2(left + f32::from(index) * (CHOICE.x + 4.0), rect.center().y - CHOICE.y / 2.0);
        let chosen = row.status == Some(status);
        if choice_ui(ui, Rect::from_min_size(corner, CHOICE), row, status, chosen, saving) {
            bring_cursor(distance, out);
            let mark = (!chosen).then_some(status);
            out.push(roll.ask(Command::Mark(row.who, mark)));
        }
    }
}

fn bring_cursor(distance: i16, out: &mut Vec<Intent>) {
    if distance != 0 {
        out.push(Intent::Roll(RollKey::Move(distance)));
    }
}

/// Number, name, state.
fn words_ui(ui: &Ui, rect: Rect, row: &Row, words: &str, saving: bool) {
    let c = theme::colours(ui);
    let number_at = pos2(rect.left() + NUMBER - 6.0, rect.center().y);
    let number_font = theme::bold_font(size::BODY + 2.0);
    ui.painter().text(number_at, Align2::RIGHT_CENTER, row.number.to_string(), number_font, c.muted);
    let left = rect.left() + NUMBER + 4.0;
    let width = rect.right() - left - GRID / 2.0;
    let format = TextFormat { font_id: theme::font(size::BODY), color: c.ink, ..Default::default() };
    let mut job = LayoutJob::single_section(row.name.clone(), format);
    job.wrap = TextWrapping::truncate_at_width(width);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y + 4.0), galley, c.ink);
    let ink = if saving { c.muted } else { row.status.map_or(c.muted, |status| colours(c, status).0) };
    let state = match row.who {
        Attendee::WalkIn(_) => format!("{} · {words}", text::WALK_IN.to_lowercase()),
        Attendee::Participant(_) => words.to_owned(),
    };
    let font = if row.status.is_some() && !saving { theme::bold_font(size::SMALL) } else { theme::font(size::SMALL) };
    let format = TextFormat { font_id: font, color: ink, ..Default::default() };
    let mut job = LayoutJob::single_section(state, format);
    job.wrap = TextWrapping::truncate_at_width(width);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y + 3.0), galley, ink);
}

/// Late, diwakili, not filled in: a list that opens.
fn more_ui(ui: &Ui, rect: Rect, row: &Row, distance: i16, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let response = ui.interact(rect, egui::Id::unique(("roll-more", row.number)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::more_name(row.number, &row.name)));
    let c = theme::colours(ui);
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.shrink(3.0), CornerRadius::same(RADIUS), c.raised);
        }
        let icon = icons::ICON_MORE_HORIZ.codepoint;
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, theme::font(size::TITLE), c.muted);
    }
    egui::Popup::menu(&response).show(|ui| {
        let late = if row.late { text::NOT_LATE } else { text::LATE };
        if widgets::secondary(ui, late).clicked() {
            out.push(roll.ask(Command::Late(row.who, !row.late)));
        }
        if widgets::secondary(ui, text::REPRESENTED).clicked() {
            bring_cursor(distance, out);
            out.push(Intent::Roll(RollKey::Represent));
        }
        let marked = row.status.is_some();
        if ui.add_enabled_ui(marked, |ui| widgets::secondary(ui, text::UNMARK).clicked()).inner {
            out.push(roll.ask(Command::Mark(row.who, None)));
        }
    });
}

/// Takes a walk-in back; true when it was pressed.
fn remove_ui(ui: &Ui, rect: Rect, row: &Row) -> bool {
    let response = ui.interact(rect, egui::Id::unique(("roll-remove", row.number)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::remove_name(&row.name)));
    let c = theme::colours(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(3.0), CornerRadius::same(RADIUS), c.raised);
    }
    let icon = icons::ICON_DELETE.codepoint;
    ui.painter().text(rect.center(), Align2::CENTER_BOTTOM, icon, theme::font(size::BODY), c.muted);
    ui.painter().text(rect.center(), Align2::CENTER_TOP, text::REMOVE, theme::font(size::SMALL), c.muted);
    response.on_hover_text(text::remove_name(&row.name)).clicked()
}

/// One choice; true when it was pressed.
fn choice_ui(ui: &Ui, rect: Rect, row: &Row, status: Status, chosen: bool, saving: bool) -> bool {
    let id = egui::Id::unique(("roll-choice", row.number, text::said(status)));
    let response = ui.interact(rect, id, Sense::click());
    let name = text::mark_name(row.number, &row.name, status);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let c = theme::colours(ui);
    let (strong, soft) = colours(c, status);
    let (fill, ink, line) = match (chosen, saving) {
        (true, false) => (strong, c.card, strong),
        // Pale until it is on disk.
        (true, true) => (soft, strong, strong),
        (false, _) => (c.card, c.muted, c.line),
    };
    let rect = rect.shrink2(vec2(0.0, 3.0));
    let hot = response.hovered() || response.has_focus();
    let line = if hot { Stroke::new(2.0, c.accent) } else { Stroke::new(1.0, line) };
    ui.painter().rect(rect, CornerRadius::same(RADIUS - 2), fill, line, StrokeKind::Inside);
    let font = if chosen { theme::bold_font(size::SMALL) } else { theme::font(size::SMALL) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text::status(status), font, ink);
    response.clicked()
}
