//! Attendance: large numbered rows, one key a person. Its keys are looked up by the app; only text fields read keys here.
//! The same rows serve the running meeting, a meeting entered from paper and corrections of a past one.

use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Stroke, Ui};

use crate::{
    engine::{
        attendance::{RollOrder, Row},
        event::MeetingKind,
    },
    text::attendance as text,
    ui::{
        console::overlays,
        drafts::Drafts,
        intent::{Intent, Overlay},
        theme::{self, GRID, size},
        view::{RollCursor, RollField, RollView, View},
    },
};

mod counts;
mod fields;
mod row;
mod rows;
mod tools;

use rows::rows_ui;
pub(in crate::ui::console) use tools::tools_ui;

/// The rows on the screen, in order: walk-ins taken back left out, and while something is searched only the names that hold it.
/// [`RollCursor::row`] counts these.
#[must_use]
pub fn shown_rows<'a>(roll: &'a [Row], cursor: &RollCursor, search: &str) -> Vec<&'a Row> {
    let search = if cursor.open == Some(RollField::Search) { search } else { "" };
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let matches = |row: &&Row| {
        let name = row.name.to_lowercase();
        wanted.iter().all(|part| name.contains(part.as_str()))
    };
    let mut rows: Vec<&Row> = roll.iter().filter(|row| !row.removed).filter(matches).collect();
    match cursor.order {
        RollOrder::Usual => {}
        RollOrder::Name => rows.sort_by_cached_key(|row| row.name.to_lowercase()),
        RollOrder::Seat => rows.sort_by_key(|row| seat(cursor, row).unwrap_or(usize::MAX)),
    }
    rows
}

/// Which seat somebody has, from 0.
fn seat(cursor: &RollCursor, row: &Row) -> Option<usize> {
    let who = row.who.participant()?;
    cursor.seats.iter().position(|other| *other == who)
}

/// Draws it: the whole screen, for the running meeting or a closed one.
pub fn attendance_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) -> Option<Duration> {
    let running = view.screen == &crate::ui::intent::Screen::Attendance;
    let (roll, overlay) = if running {
        let meeting = view.meeting.as_ref()?;
        (meeting.register(), meeting.overlay)
    } else {
        let past = view.past.as_ref()?;
        (past.register()?, past.overlay)
    };
    let c = theme::colours(ui);
    let ground = if roll.state.setup.kind == MeetingKind::Rehearsal { c.practice_soft } else { c.card };
    let frame = Frame::new().fill(ground).stroke(Stroke::new(1.0, c.line)).inner_margin(Margin::symmetric(12, 8));
    Panel::top("attendance-head").show_separator_line(false).resizable(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(GRID, GRID);
        counts::head_ui(ui, view, &roll, out);
        tools_ui(ui, &roll, drafts, out);
    });
    let middle = Frame::new().inner_margin(Margin { left: 12, right: 4, top: 8, bottom: 8 });
    CentralPanel::default().frame(middle).show(ui, |ui| list_ui(ui, &roll, drafts, out));
    if overlay == Some(Overlay::Help) {
        overlays::help_over(ui, view, out);
    }
    // The head shows the clock in minutes.
    let to_minute = 60_000 - view.wall.0.rem_euclid(60_000);
    Some(Duration::from_millis(to_minute.unsigned_abs()))
}

/// The rows, or why there are none.
pub(in crate::ui::console) fn list_ui(ui: &mut Ui, roll: &RollView<'_>, drafts: &Drafts, out: &mut Vec<Intent>) {
    let shown = shown_rows(&roll.state.roll, roll.cursor, &drafts.search);
    if shown.is_empty() {
        let words = if roll.state.roll.is_empty() { text::EMPTY } else { text::NOBODY_FOUND };
        ui.add_space(4.0 * GRID);
        ui.label(RichText::new(words).font(theme::font(size::BODY)).color(theme::colours(ui).muted));
    } else {
        rows_ui(ui, roll, &shown, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{attendance::Attendee, ids::ParticipantId};

    fn row(number: u16, name: &str, removed: bool) -> Row {
        let who = Attendee::Participant(ParticipantId(number.into()));
        Row { who, number, name: name.to_owned(), status: None, late: false, by: None, marked_seq: 0, removed }
    }

    fn shown(roll: &[Row], cursor: &RollCursor, search: &str) -> Vec<u16> {
        shown_rows(roll, cursor, search).iter().map(|row| row.number).collect()
    }

    #[test]
    fn search_finds_parts_of_names_in_any_order_and_never_removed_rows() {
        let roll = [row(1, "Siti Rohayati", false), row(2, "Sri Wahyuningsih", false), row(3, "Siti (tamu)", true)];
        let searching = RollCursor { open: Some(RollField::Search), ..RollCursor::default() };
        assert_eq!(shown(&roll, &searching, ""), [1, 2]);
        assert_eq!(shown(&roll, &searching, "siti"), [1]);
        assert_eq!(shown(&roll, &searching, "haya SIT"), [1]);
        assert_eq!(shown(&roll, &searching, "zz"), [0_u16; 0]);
        assert_eq!(shown(&roll, &RollCursor::default(), "siti"), [1, 2], "a closed search narrows nothing");
    }

    #[test]
    fn every_order_shows_everybody_under_their_paper_number() {
        let roll = [row(1, "Wati", false), row(2, "ani", false), row(3, "Budi", false)];
        let sorted = |order| {
            let seats = vec![ParticipantId(3), ParticipantId(1)];
            shown(&roll, &RollCursor { order, seats, ..RollCursor::default() }, "")
        };
        assert_eq!(sorted(RollOrder::Usual), [1, 2, 3]);
        assert_eq!(sorted(RollOrder::Name), [2, 3, 1]);
        assert_eq!(sorted(RollOrder::Seat), [3, 1, 2]);
    }
}
