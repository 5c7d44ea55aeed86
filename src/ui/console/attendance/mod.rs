//! Attendance: large numbered rows, one key a person. Its keys are looked up by the app; only text fields read keys here.

use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Stroke, Ui};

use crate::{
    engine::attendance::Row,
    text::attendance as text,
    ui::{
        console::overlays,
        drafts::Drafts,
        intent::{Intent, Overlay},
        theme::{self, GRID, size},
        view::View,
    },
};

mod counts;
mod row;
mod rows;
mod tools;

/// The rows on the screen, in order: walk-ins taken back left out, and while something is searched only the names that hold it.
/// [`crate::ui::view::RollCursor::row`] counts these.
#[must_use]
pub fn shown_rows<'a>(roll: &'a [Row], search: &str) -> Vec<&'a Row> {
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let matches = |row: &&Row| {
        let name = row.name.to_lowercase();
        wanted.iter().all(|part| name.contains(part.as_str()))
    };
    roll.iter().filter(|row| !row.removed).filter(matches).collect()
}

/// Draws it. Returns how long the picture stays right.
pub fn attendance_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) -> Option<Duration> {
    let meeting = view.meeting.as_ref()?;
    let c = theme::colours(ui);
    let frame = Frame::new().fill(c.card).stroke(Stroke::new(1.0, c.line)).inner_margin(Margin::symmetric(12, 8));
    Panel::top("attendance-head").show_separator_line(false).resizable(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(GRID, GRID);
        counts::head_ui(ui, view, meeting, out);
        tools::tools_ui(ui, meeting, drafts, out);
    });
    let search = if meeting.roll.searching { drafts.search.as_str() } else { "" };
    let shown = shown_rows(&meeting.state.roll, search);
    let middle = Frame::new().fill(c.ground).inner_margin(Margin { left: 12, right: 4, top: 8, bottom: 8 });
    CentralPanel::default().frame(middle).show(ui, |ui| {
        if shown.is_empty() {
            let words = if meeting.state.roll.is_empty() { text::EMPTY } else { text::NOBODY_FOUND };
            ui.add_space(4.0 * GRID);
            ui.label(RichText::new(words).font(theme::font(size::BODY)).color(c.muted));
        } else {
            rows::rows_ui(ui, meeting, &shown, out);
        }
    });
    if meeting.overlay == Some(Overlay::Help) {
        overlays::help_over(ui, view, out);
    }
    // The head shows the clock in minutes.
    let to_minute = 60_000 - view.wall.0.rem_euclid(60_000);
    Some(Duration::from_millis(to_minute.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{attendance::Attendee, ids::ParticipantId};

    fn row(number: u16, name: &str, removed: bool) -> Row {
        let who = Attendee::Participant(ParticipantId(number.into()));
        Row { who, number, name: name.to_owned(), status: None, late: false, by: None, marked_seq: 0, removed }
    }

    #[test]
    fn search_finds_parts_of_names_in_any_order_and_never_removed_rows() {
        let roll = [row(1, "Siti Rohayati", false), row(2, "Sri Wahyuningsih", false), row(3, "Siti (tamu)", true)];
        let found = |search| shown_rows(&roll, search).iter().map(|row| row.number).collect::<Vec<_>>();
        assert_eq!(found(""), [1, 2]);
        assert_eq!(found("siti"), [1]);
        assert_eq!(found("haya SIT"), [1]);
        assert_eq!(found("zz"), [0_u16; 0]);
    }
}
