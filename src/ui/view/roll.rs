//! What the attendance screen may know: a roll and where the screen stands in it.

use super::{MeetingView, PastView};
use crate::{
    engine::{
        attendance::{Attendee, RollOrder},
        command::Command,
        ids::{MeetingId, ParticipantId},
        state::State,
    },
    ui::intent::Intent,
};

/// A roll on screen: of the running meeting or of a closed one.
#[derive(Clone, Copy)]
pub struct RollView<'a> {
    /// State of its meeting.
    pub state: &'a State,
    /// Everything up to this record is on disk.
    pub durable_seq: u64,
    /// Where the screen stands.
    pub cursor: &'a RollCursor,
    /// The closed meeting it belongs to; `None` = the running one.
    pub closed: Option<MeetingId>,
    /// A rejection to show beside the controls, already worded.
    pub rejection: Option<&'a str>,
}

impl RollView<'_> {
    /// The wish that carries out a command to its meeting.
    #[must_use]
    pub fn ask(&self, command: Command) -> Intent {
        match self.closed {
            Some(meeting) => Intent::Correct(meeting, command),
            None => Intent::Meeting(command),
        }
    }
}

impl<'a> MeetingView<'a> {
    /// Its roll.
    #[must_use]
    pub const fn register(&self) -> RollView<'a> {
        RollView {
            state: self.state,
            durable_seq: self.durable_seq,
            cursor: self.roll,
            closed: None,
            rejection: self.rejection,
        }
    }
}

impl<'a> PastView<'a> {
    /// Its roll; `None` while it is read.
    #[must_use]
    pub fn register(&self) -> Option<RollView<'a>> {
        Some(RollView {
            state: self.state?,
            durable_seq: self.durable_seq,
            cursor: self.roll,
            closed: Some(self.id),
            rejection: self.rejection,
        })
    }
}

/// Where a roll on screen stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollCursor {
    /// Index into the shown rows (removed walk-ins left out).
    pub row: usize,
    /// Digits typed so far.
    pub typed: String,
    /// The row number that was typed last and has taken effect.
    pub taken: Option<u16>,
    /// What is being typed into a field.
    pub open: Option<RollField>,
    /// How the rows are sorted; their printed numbers stay those of the paper list.
    pub order: RollOrder,
    /// Who sits where, as the facilitator pointed them out; kept for the group.
    pub seats: Vec<ParticipantId>,
    /// A press on a row gives it the next seat instead of marking it.
    pub seating: bool,
}

/// A field of the attendance screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollField {
    /// Part of a name.
    Search,
    /// The name of somebody who is not on the list.
    WalkIn,
    /// Who came in this one's stead.
    Represent(Attendee),
    /// How many guests, and who.
    Guests,
}
