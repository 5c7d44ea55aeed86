//! What happened in a meeting, past tense. The journal is a list of these; everything else is a fold of it.
//! Adding a variant or an optional field is compatible; renaming needs a new [`VERSION`] and an upgrade on reading.

use serde::{Deserialize, Serialize};

use super::{
    attendance::{Attendee, Status},
    evidence::Fact,
    hands::{CheckTime, Hands},
    ids::{GameId, GroupId, PageId, SessionId},
    lots::{Pool, Split},
    plan::RunSheet,
    roster::Participant,
    session::Module,
    time::{DayMinute, Ms, Wall},
};

/// Version written beside every record.
pub const VERSION: u32 = 1;

/// A record of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// 1, 2, 3 … inside the meeting.
    pub seq: u64,
    /// Meeting time.
    pub at: Ms,
    /// Wall time, for reports only.
    pub wall: Wall,
    /// What happened.
    pub event: Event,
}

/// Live or rehearsal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// With the group.
    Live,
    /// Latihan: never counts.
    Rehearsal,
}

/// A presenter of the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presenter {
    /// Person.
    pub name: String,
    /// Agency or office.
    pub agency: String,
    /// Indexes of the steps they lead; empty = all.
    pub steps: Vec<u16>,
}

/// What was agreed before the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// Live or rehearsal.
    pub kind: MeetingKind,
    /// Group.
    pub group: GroupId,
    /// Its name then.
    pub group_name: String,
    /// Session.
    pub session: SessionId,
    /// Label then, e.g. `M1-S1`.
    pub label: String,
    /// Title then.
    pub title: String,
    /// Module, for the accent.
    pub module: Module,
    /// Agreed length, minutes, 60..=150.
    pub length: u16,
    /// Agreed start; shown on the waiting screen.
    pub start: Option<DayMinute>,
    /// Agreed end.
    pub end: Option<DayMinute>,
    /// Place; may be empty.
    pub place: String,
    /// Up to three.
    pub presenters: Vec<Presenter>,
    /// Who was called up then, in usual order.
    pub participants: Vec<Participant>,
    /// Home practice of this session, for the next recall.
    pub home_practice: String,
    /// Question about it.
    pub home_question: String,
    /// Held without the program and entered from paper afterwards: [`Event::Opened`], [`Event::Started`] and [`Event::Closed`] are written at
    /// once, with the typed date and hours as wall times, and marks set after that are no corrections.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paper: bool,
}

/// Where on the run sheet: a step and a page inside it (0 also for a step without pages).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Index of the step.
    pub step: u16,
    /// Index of the page inside the step.
    pub page: u16,
}

/// What lies over the page on the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cover {
    /// Black.
    Black,
    /// White.
    White,
    /// The calm picture.
    Calm,
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub who: Attendee,
    /// New status; `None` = back to belum diisi.
    pub status: Option<Status>,
}

/// Why marks were set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkCause {
    /// One row.
    Single,
    /// Many rows at once: "semua hadir", or all that were not filled in.
    All,
    /// Undo of an earlier batch.
    Undo,
    /// After the meeting was closed.
    Correction,
}

/// What happened.
#[expect(missing_docs, reason = "the sentence of each variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Event {
    /// The meeting was opened; the waiting screen shows.
    Opened { setup: Setup, sheet: RunSheet },
    /// The first step that is not skipped began. `planned` replaces the run sheet's spans (same length); `target` = meeting time at which it should end.
    Started { planned: Vec<Ms>, target: Ms },
    /// A step became the running one; the page shown is its first.
    StepBegan { step: u16 },
    /// Another page is shown; moves no timer.
    PageShown { place: Place },
    /// The running step's start was corrected; the step before ends there. Of the first step: the meeting's start too (`target` stays).
    StepStartCorrected { step: u16, began: Ms },
    /// A step's planned span was changed (+1/−1 minute).
    StepAdjusted { step: u16, planned: Ms },
    /// Steps were shortened or skipped from the cut list.
    Cut { changes: Vec<(u16, Ms)> },
    /// The timers were paused.
    Paused,
    /// The timers run again.
    Unpaused,
    /// The program came back after it had died; `gap` passed since the last sign of life. The gap belongs to no step.
    Resumed { gap: Ms, paused: bool },
    /// The stage was covered or uncovered.
    Covered { cover: Option<Cover> },
    /// The stage keeps what it shows while the console moves on (or no longer).
    Frozen { on: bool },
    /// A countdown for the room began (also: replaced the one running).
    CountdownStarted { length: Ms },
    /// The countdown was stopped for a moment.
    CountdownPaused,
    /// It goes on.
    CountdownResumed,
    /// It got longer (or shorter) by this many milliseconds.
    CountdownAdded { ms: i64 },
    /// It was taken away.
    CountdownEnded,
    /// An ice-breaker is up; where it returns to is the place shown before.
    GameStarted { game: GameId },
    /// Back to where it was.
    GameEnded,
    /// The wheel was turned: one of those not drawn in this round comes out, by the seed.
    WheelSpun { pool: Pool, seed: u64 },
    /// Everybody is on the wheel again.
    WheelReset,
    /// Teams were drawn, by the seed.
    TeamsSplit { pool: Pool, split: Split, seed: u64 },
    /// The group's yel-yel is up, with its lines as they were then.
    YellShown { text: String },
    /// Wheel, teams or yel-yel went from the wall.
    BoardCleared,
    /// The clip of a page runs from this position; `jump`: it was put there.
    ClipPlayed { page: PageId, at: Ms, jump: bool },
    /// It stands at this position.
    ClipPaused { page: PageId, at: Ms },
    /// It was put at this position and runs on if it ran.
    ClipSought { page: PageId, at: Ms },
    /// Its sound is low while the facilitator speaks, or no longer.
    ClipDucked { page: PageId, on: bool },
    /// A field note.
    NoteAdded { step: u16, text: String },
    /// The n-th note was taken back (0-based, in order of adding).
    NoteRemoved { note: u16 },
    /// A quick rehearsal did not wait: the meeting's time went on by this much at once.
    WaitSkipped { length: Ms },
    /// Heads counted at the opening.
    HeadCounted { count: u16 },
    /// Hands were counted for a check, or (`undo`) what stood before stands again; `None` = nothing.
    CheckCounted { check: u16, when: CheckTime, hands: Option<Hands>, undo: bool },
    /// Attendance marks. [`MarkCause::Undo`] takes back the newest batch that still stands.
    Marked { marks: Vec<Mark>, cause: MarkCause },
    /// Somebody came late (and is present), or did not after all.
    Late { who: Attendee, late: bool },
    /// Somebody sent another (and is present), or did not after all.
    Represented { who: Attendee, by: Option<String> },
    /// Guests who are no members, and who they were; 0 = none after all.
    GuestsCounted { count: u16, who: String },
    /// A walk-in was written down (present).
    WalkInAdded { name: String },
    /// A walk-in was taken back.
    WalkInRemoved { walk_in: u16 },
    /// Something to show for the meeting; also after its close.
    Evidence { fact: Fact },
    /// Presenters were changed.
    PresentersSet { presenters: Vec<Presenter> },
    /// The meeting was closed.
    Closed,
    /// A meeting entered from paper was entered by mistake and counts nowhere; or it does after all.
    Withdrawn { on: bool },
}
