//! The roll on screen, of the running meeting or of a closed one: its keys, sorting, seats. Row numbers take effect by themselves.

use super::Core;
use crate::{
    engine::{
        attendance::{Attendee, Row, Status, number_is_whole},
        command::{Command, Rejection},
        ids::{GroupId, MeetingId, ParticipantId},
        state::State,
    },
    text::app as text,
    ui::{
        console::attendance,
        drafts::PastTab,
        intent::{RollKey, Screen},
        view::{RollCursor, RollField},
    },
};

/// Setting that keeps who sits where, per group.
const SEATS: &str = "roll.seats.";

impl Core {
    /// The roll of another meeting is worked on: begin at its top, with the seats of its group.
    pub(super) fn open_roll(&mut self, group: GroupId) {
        let seats = self.settings.get(&seats_key(group)).and_then(|kept| serde_json::from_str(kept).ok());
        self.roll = RollCursor { order: self.roll.order, seats: seats.unwrap_or_default(), ..RollCursor::default() };
    }

    /// The attendance screen is opened: of the closed meeting `past`, or of the running one.
    pub(super) fn enter_roll(&mut self, past: Option<MeetingId>) {
        let group = match past {
            Some(id) => self.meetings.iter().find(|meeting| meeting.id == id).map(|meeting| meeting.group),
            None => self.live.as_ref().map(|live| live.state.setup.group),
        };
        let row = if past.is_none() { self.roll.row } else { 0 };
        if let Some(group) = group {
            self.open_roll(group);
        }
        self.roll.row = row;
        self.close_field();
    }

    /// Esc on the attendance screen: a field, what was typed, the seats; then back to where it was opened from.
    pub(super) fn leave_roll(&mut self) {
        if self.roll.open.is_some() || !self.roll.typed.is_empty() {
            self.close_field();
        } else if self.roll.seating {
            self.roll.seating = false;
        } else if let Screen::Register(id) = self.screen {
            self.go(Screen::Past(id));
        } else if self.screen == Screen::Attendance {
            self.go(Screen::Deliver);
        }
    }

    /// The roll of a closed meeting is on screen, large or as a tab of its record.
    pub(super) fn register_open(&self) -> bool {
        match self.screen {
            Screen::Register(_) => true,
            Screen::Past(_) => self.drafts.past.tab == PastTab::Roll,
            _ => false,
        }
    }

    fn close_field(&mut self) {
        self.roll.open = None;
        self.roll.typed.clear();
        self.roll.taken = None;
        self.drafts.search.clear();
        self.drafts.by.clear();
    }

    fn roll_state(&self) -> Option<&State> {
        match self.screen {
            Screen::Register(id) | Screen::Past(id) => self.past.as_ref().filter(|past| past.id == id)?.state.as_ref(),
            _ => self.live.as_ref().map(|live| &live.state),
        }
    }

    fn roll_command(&mut self, command: &Command) {
        match self.screen {
            Screen::Register(id) | Screen::Past(id) => _ = self.correct(id, command),
            _ => self.meeting(command),
        }
    }

    /// What a command to the roll leaves behind on its screen.
    pub(super) fn after_roll(&mut self, command: &Command) {
        match command {
            Command::AddWalkIn(_) => {
                self.drafts.walk_in.clear();
                self.roll.open = None;
                self.roll.row = self.shown_rows().len().saturating_sub(1);
            }
            Command::Represent(..) => {
                self.drafts.by.clear();
                self.roll.open = None;
            }
            Command::CountGuests(..) => self.roll.open = None,
            _ => {}
        }
    }

    /// Attendance rows shown: walk-ins taken back are left out, and those the search does not find.
    fn shown_rows(&self) -> Vec<&Row> {
        let Some(state) = self.roll_state() else { return Vec::new() };
        attendance::shown_rows(&state.roll, &self.roll, &self.drafts.search)
    }

    /// Carries out a key of the attendance screen.
    pub(super) fn roll_key(&mut self, key: RollKey) {
        let last = self.shown_rows().len().saturating_sub(1);
        let taken = if matches!(key, RollKey::Digit(_) | RollKey::Enter) { self.roll.taken } else { None };
        self.roll.taken = taken;
        match key {
            RollKey::Move(by) => self.roll.row = self.roll.row.saturating_add_signed(isize::from(by)).min(last),
            RollKey::Edge(-1) => self.roll.row = 0,
            RollKey::Edge(_) => self.roll.row = last,
            RollKey::Digit(digit) => self.digit_typed(digit),
            RollKey::Backspace => {
                self.roll.typed.pop();
            }
            // After a number that took effect by itself, the Enter some fingers add is no second wish.
            RollKey::Enter if self.roll.typed.is_empty() && self.roll.taken.take().is_some() => {}
            RollKey::Enter => self.toggle(),
            RollKey::Mark(status) => self.on_row(|row| Command::Mark(row.who, Some(status))),
            RollKey::Unmark => self.on_row(|row| Command::Mark(row.who, None)),
            RollKey::Late => self.on_row(|row| Command::Late(row.who, !row.late)),
            RollKey::Represent => self.ask_by(),
            RollKey::All => self.roll_command(&Command::MarkAllPresent),
            RollKey::Rest => self.roll_command(&Command::MarkRest(Status::Absent)),
            RollKey::Undo => self.roll_command(&Command::UndoMarks),
            RollKey::Search => self.roll.open = Some(RollField::Search),
            RollKey::WalkIn => self.roll.open = Some(RollField::WalkIn),
            RollKey::Guests => {
                let guests = self.roll_state().and_then(|state| state.guests.clone());
                self.drafts.guests = guests.map(|(count, who)| (count.to_string(), who)).unwrap_or_default();
                self.roll.open = Some(RollField::Guests);
            }
            RollKey::Order => self.sort(),
            RollKey::Seating => self.roll.seating = !self.roll.seating,
            RollKey::Seat(who) => self.seat(who),
        }
    }

    /// A digit: once no longer number can follow, the number takes effect.
    fn digit_typed(&mut self, digit: u8) {
        self.roll.typed.push(char::from(b'0' + digit.min(9)));
        let Some(state) = self.roll_state() else { return };
        let highest = state.roll.iter().filter(|row| !row.removed).map(|row| row.number).max().unwrap_or(0);
        if number_is_whole(&self.roll.typed, highest) {
            self.toggle();
        }
    }

    /// The row meant: that of the typed number, else the one under the cursor. With its place on the screen.
    fn meant(&self) -> Option<(Row, Option<usize>)> {
        let shown = self.shown_rows();
        if self.roll.typed.is_empty() {
            return shown.get(self.roll.row).map(|row| ((*row).clone(), Some(self.roll.row)));
        }
        let number: u16 = self.roll.typed.parse().ok()?;
        let row = self.roll_state()?.roll.iter().find(|row| !row.removed && row.number == number)?.clone();
        let place = shown.iter().position(|other| other.number == number);
        Some((row, place))
    }

    /// Enter, or a number that is whole: present or absent; while seats are given, the next seat.
    fn toggle(&mut self) {
        let seating = self.roll.seating;
        if let Some((Row { who: Attendee::Participant(who), number, .. }, _)) = self.meant()
            && seating
        {
            self.roll.taken = (!self.roll.typed.is_empty()).then_some(number);
            self.roll.typed.clear();
            self.seat(who);
        } else {
            self.on_row(|row| Command::ToggleNumber(row.number));
        }
    }

    /// A command for the row meant; a typed number takes the cursor to its row, otherwise it goes on to the next.
    fn on_row(&mut self, command: impl FnOnce(&Row) -> Command) {
        let last = self.shown_rows().len().saturating_sub(1);
        let typed = !self.roll.typed.is_empty();
        let meant = self.meant();
        self.roll.typed.clear();
        let Some((row, place)) = meant else {
            self.reject(text::rejection(Rejection::NoSuchThing));
            return;
        };
        let command = command(&row);
        self.roll_command(&command);
        self.roll.taken = typed.then_some(row.number);
        match place {
            Some(place) if typed => self.roll.row = place,
            _ if !typed => self.roll.row = (self.roll.row + 1).min(last),
            _ => {}
        }
    }

    fn ask_by(&mut self) {
        let Some((row, place)) = self.meant() else { return };
        self.roll.typed.clear();
        self.roll.row = place.unwrap_or(self.roll.row);
        self.drafts.by = row.by.unwrap_or_default();
        self.roll.open = Some(RollField::Represent(row.who));
    }

    /// Another order; the cursor stays on the person it was on.
    fn sort(&mut self) {
        let number = self.shown_rows().get(self.roll.row).map(|row| row.number);
        self.roll.order = self.roll.order.next();
        self.roll.seating = false;
        if let Some(place) = self.shown_rows().iter().position(|row| Some(row.number) == number) {
            self.roll.row = place;
        }
    }

    /// The next seat for this one, or no seat any more; kept for the group.
    fn seat(&mut self, who: ParticipantId) {
        let Some(group) = self.roll_state().map(|state| state.setup.group) else { return };
        if self.roll.seats.contains(&who) {
            self.roll.seats.retain(|other| *other != who);
        } else {
            self.roll.seats.push(who);
        }
        if let Ok(value) = serde_json::to_string(&self.roll.seats) {
            self.keep(&seats_key(group), value);
        }
    }
}

fn seats_key(group: GroupId) -> String {
    format!("{SEATS}{}", group.0)
}
