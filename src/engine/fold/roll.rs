//! What events do to the roll: marks, late, diwakili, walk-ins, guests. Open or closed, they all count.

use super::super::{
    attendance::{Attendee, Row, Status},
    event::{Event, Mark, MarkCause},
    state::{Phase, State},
};

impl State {
    pub(super) fn apply_roll(&mut self, event: &Event, seq: u64) {
        match event {
            Event::Marked { marks, cause: MarkCause::Undo } => self.undo_marks(marks, seq),
            Event::Marked { marks, .. } => {
                let who: Vec<Attendee> = marks.iter().map(|mark| mark.who).collect();
                self.keep_for_undo(&who);
                for mark in marks {
                    self.change(mark.who, seq, |row| row.set(mark.status));
                }
            }
            Event::Late { who, late } => {
                self.keep_for_undo(&[*who]);
                self.change(*who, seq, |row| {
                    row.late = *late;
                    if *late {
                        row.status = Some(Status::Present);
                    }
                });
            }
            Event::Represented { who, by } => {
                self.keep_for_undo(&[*who]);
                self.change(*who, seq, |row| {
                    row.by.clone_from(by);
                    if by.is_some() {
                        row.status = Some(Status::Present);
                    }
                });
            }
            Event::GuestsCounted { count, who } => self.guests = (*count > 0).then(|| (*count, who.clone())),
            Event::WalkInAdded { name } => self.add_walk_in(name, seq),
            Event::WalkInRemoved { walk_in } => self.change(Attendee::WalkIn(*walk_in), seq, |row| row.removed = true),
            Event::Withdrawn { on } => self.withdrawn = *on && self.setup.paper && self.phase == Phase::Closed,
            _ => {}
        }
    }

    fn change(&mut self, who: Attendee, seq: u64, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.roll.iter_mut().find(|row| row.who == who) {
            change(row);
            row.marked_seq = seq;
        }
    }

    fn keep_for_undo(&mut self, who: &[Attendee]) {
        // In the order named, so that the undo names them in that order too.
        let row = |who: &Attendee| self.roll.iter().find(|row| row.who == *who).cloned();
        self.undo.push(who.iter().filter_map(row).collect());
    }

    /// Statuses as the record says; lateness and who came instead were kept with the batch.
    fn undo_marks(&mut self, marks: &[Mark], seq: u64) {
        for before in self.undo.pop().unwrap_or_default() {
            self.change(before.who, seq, |row| (row.late, row.by) = (before.late, before.by));
        }
        for mark in marks {
            self.change(mark.who, seq, |row| row.set(mark.status));
        }
    }

    fn add_walk_in(&mut self, name: &str, seq: u64) {
        let walk_ins = self.roll.iter().filter(|row| matches!(row.who, Attendee::WalkIn(_))).count();
        let (Ok(number), Ok(walk_in)) = (u16::try_from(self.roll.len() + 1), u16::try_from(walk_ins)) else { return };
        self.roll.push(Row {
            who: Attendee::WalkIn(walk_in),
            number,
            name: name.to_owned(),
            status: Some(Status::Present),
            late: false,
            by: None,
            marked_seq: seq,
            removed: false,
        });
    }
}

impl Row {
    /// Who is not present was neither late nor represented.
    fn set(&mut self, status: Option<Status>) {
        self.status = status;
        if status != Some(Status::Present) {
            self.late = false;
            self.by = None;
        }
    }
}
