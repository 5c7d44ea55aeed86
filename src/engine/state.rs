//! The live state of a meeting: the fold of its records. Holds anchors (began, paused, added), never ticking numbers.

use super::{
    attendance::Row,
    event::{Cover, Event, Place, Record, Setup},
    ids::GameId,
    plan::RunSheet,
    time::{Ms, Now, Wall},
};

/// Where the meeting is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The waiting screen.
    Waiting,
    /// Under way.
    Running,
    /// Closed.
    Closed,
}

/// How one step went so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepRun {
    /// Spans during which the step was the running one: (began, ended); the last one of the running step has no end. A step chosen twice has two.
    pub spans: Vec<(Ms, Option<Ms>)>,
    /// Time inside those spans that does not count: finished pauses and gaps.
    pub not_counted: Ms,
}

/// A countdown for the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Counts which countdown of the meeting it is, from 1: its end is signalled once.
    pub number: u32,
    /// Meeting time at which it reaches zero if not paused.
    pub ends: Ms,
    /// Length it was started with, plus what was added.
    pub length: Ms,
    /// Set while paused: what was left.
    pub paused_left: Option<Ms>,
}

/// A field note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Step it was written in.
    pub step: u16,
    /// Wall time.
    pub wall: Wall,
    /// Words.
    pub text: String,
    /// Taken back.
    pub removed: bool,
}

/// The state. `None`-like before [`Event::Opened`]: build it with [`State::open`] from the first record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What was agreed.
    pub setup: Setup,
    /// Current plan: spans as changed so far.
    pub sheet: RunSheet,
    /// Spans as planned at the start, for the report.
    pub original: Vec<Ms>,
    /// Phase.
    pub phase: Phase,
    /// Wall time of opening, starting and closing.
    pub opened_wall: Wall,
    /// Wall time of the start.
    pub started_wall: Option<Wall>,
    /// Wall time of the close.
    pub closed_wall: Option<Wall>,
    /// Meeting time of the start.
    pub started: Option<Ms>,
    /// Meeting time of the close.
    pub closed: Option<Ms>,
    /// Meeting time at which it should end.
    pub target: Ms,
    /// The running step.
    pub step: u16,
    /// Per step, how it went.
    pub runs: Vec<StepRun>,
    /// What the console shows as current.
    pub shown: Place,
    /// Where the running step was left, for [`super::command::Command::ReturnToStep`].
    pub left_at: Place,
    /// Set while timers are paused: since when.
    pub paused: Option<Ms>,
    /// Cover on the stage.
    pub cover: Option<Cover>,
    /// Set while frozen: what the stage keeps showing.
    pub frozen: Option<super::scene::Base>,
    /// Countdown on the stage.
    pub countdown: Option<Countdown>,
    /// Game on the stage.
    pub game: Option<GameId>,
    /// Notes, in order of adding.
    pub notes: Vec<Note>,
    /// Heads counted at the opening.
    pub heads: Option<u16>,
    /// Attendance, usual order, walk-ins last.
    pub roll: Vec<Row>,
    /// Newest record folded in.
    pub seq: u64,
    /// Its meeting time.
    pub last_at: Ms,
    /// Its wall time.
    pub last_wall: Wall,
}

impl State {
    /// The state after the first record, which must be [`Event::Opened`]; `None` otherwise.
    #[must_use]
    pub fn open(record: &Record) -> Option<Self> {
        let _ = record;
        None
    }

    /// Folds one more record in. Total: a record that makes no sense here changes nothing but `seq` and the times.
    pub fn apply(&mut self, record: &Record) {
        let _ = record;
    }

    /// The fold of a whole log; `None` when it does not begin with [`Event::Opened`].
    #[must_use]
    pub fn fold(log: &[Record]) -> Option<Self> {
        let (first, rest) = log.split_first()?;
        let mut state = Self::open(first)?;
        rest.iter().for_each(|record| state.apply(record));
        Some(state)
    }

    /// The events that bring a meeting back after the program died: [`Event::Resumed`] with the gap since the last sign of life
    /// (`last_alive` = wall time of it), paused when the gap is an hour or more, the date changed, the clock went back, or it was paused.
    /// Returns also the meeting time to go on from (last meeting time + gap, gap capped at 24 h).
    #[must_use]
    pub fn resume(&self, last_alive_at: Ms, last_alive: Wall, wall: Wall) -> (Ms, Event) {
        let _ = (last_alive, wall);
        (last_alive_at, Event::Resumed { gap: Ms::ZERO, paused: true })
    }

    /// Time of the running step that counts (without pauses and gaps).
    #[must_use]
    pub fn step_elapsed(&self, step: u16, now: Now) -> Ms {
        let _ = (step, now);
        Ms::ZERO
    }
}
