//! The live state of a meeting: the fold of its records. Holds anchors (began, paused, added), never ticking numbers.

use std::collections::BTreeMap;

use super::{
    attendance::{Row, empty_roll},
    clip::ClipRun,
    event::{Cover, Event, Place, Record, Setup},
    evidence::Evidence,
    hands::{CheckTime, HandsKept},
    ids::{GameId, PageId},
    lots::Wheel,
    plan::RunSheet,
    scene::Base,
    time::{Ms, Now, Wall},
};

/// After a gap this long a meeting comes back paused: nobody can say it went on meanwhile.
pub const LONG_GAP: Ms = Ms::minutes(60);
/// A longer gap is written down as this.
pub const MAX_GAP: Ms = Ms::minutes(24 * 60);

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
    /// Together the spans of all steps tile the meeting from its start to its close. What counts of them: [`State::step_elapsed`].
    pub spans: Vec<(Ms, Option<Ms>)>,
}

/// A countdown for the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// Counts which countdown of the meeting it is, from 1: its end is signalled once. Time added after the end makes it a new one.
    pub number: u32,
    /// Meeting time at which it reaches zero if not paused.
    pub ends: Ms,
    /// Length it was started with, plus what was added.
    pub length: Ms,
    /// Set while paused: what was left.
    pub paused_left: Option<Ms>,
    /// Started for a game: ends with it.
    pub in_game: bool,
}

impl Countdown {
    /// Left at `at`; zero when it has run out.
    #[must_use]
    pub fn left(&self, at: Ms) -> Ms {
        self.paused_left.unwrap_or(self.ends.saturating_sub(at))
    }

    /// Run out.
    #[must_use]
    pub fn over(&self, at: Ms) -> bool {
        self.left(at) == Ms::ZERO
    }
}

/// What can lie over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Black, white or calm.
    Cover,
    /// Freeze.
    Freeze,
    /// A game.
    Game,
    /// Wheel, teams or yel-yel.
    Board,
    /// A countdown.
    Countdown,
}

/// What is up on the wall beside games.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Board {
    /// [`State::wheel`].
    Wheel,
    /// Teams and who is in them, as the room reads it.
    Teams(Vec<Vec<String>>),
    /// The group's yel-yel, lines.
    Yell(String),
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

/// The state; built with [`State::open`] from the first record, kept current with [`State::apply`].
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
    /// Wall time of the opening.
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
    /// Finished pauses and gaps: from, to; in order, not overlapping. They count for no step.
    pub stops: Vec<(Ms, Ms)>,
    /// Cover on the stage.
    pub cover: Option<Cover>,
    /// Set while frozen: what the stage keeps showing (below a cover).
    pub frozen: Option<Base>,
    /// Countdown on the stage.
    pub countdown: Option<Countdown>,
    /// How many countdowns there were.
    pub countdowns: u32,
    /// Game on the stage.
    pub game: Option<GameId>,
    /// Wheel, teams or yel-yel on the stage.
    pub board: Option<Board>,
    /// The wheel and what came out of it, kept while it is not shown.
    pub wheel: Option<Wheel>,
    /// How clips stand, by page; one that is not here was never played.
    pub clips: BTreeMap<PageId, ClipRun>,
    /// What lies over the page, oldest first; Esc takes the newest away.
    pub layers: Vec<Layer>,
    /// Notes, in order of adding.
    pub notes: Vec<Note>,
    /// Heads counted at the opening.
    pub heads: Option<u16>,
    /// Hands counted, by check and time.
    pub hands: BTreeMap<(u16, CheckTime), HandsKept>,
    /// What there is to show for it.
    pub evidence: Evidence,
    /// Attendance, usual order, walk-ins last.
    pub roll: Vec<Row>,
    /// What undo brings back: per change of the roll that still stands, the rows before it; newest last. Empty again after the close, so that
    /// undo reaches corrections only.
    pub undo: Vec<Vec<Row>>,
    /// Guests who are no members, and who they were.
    pub guests: Option<(u16, String)>,
    /// A meeting from paper that was entered by mistake: it counts nowhere.
    pub withdrawn: bool,
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
        let Event::Opened { setup, sheet } = &record.event else { return None };
        let place = Place { step: sheet.opening_step(), page: 0 };
        Some(Self {
            original: sheet.spans(),
            phase: Phase::Waiting,
            opened_wall: record.wall,
            started_wall: None,
            closed_wall: None,
            started: None,
            closed: None,
            target: Ms::ZERO,
            step: place.step,
            runs: vec![StepRun::default(); sheet.steps.len()],
            shown: place,
            left_at: place,
            paused: None,
            stops: Vec::new(),
            cover: None,
            frozen: None,
            countdown: None,
            countdowns: 0,
            game: None,
            board: None,
            wheel: None,
            clips: BTreeMap::new(),
            layers: Vec::new(),
            notes: Vec::new(),
            heads: None,
            hands: BTreeMap::new(),
            evidence: Evidence::default(),
            roll: empty_roll(&setup.participants),
            undo: Vec::new(),
            guests: None,
            withdrawn: false,
            seq: record.seq,
            last_at: record.at,
            last_wall: record.wall,
            setup: setup.clone(),
            sheet: sheet.clone(),
        })
    }

    /// The fold of a whole log; `None` when it does not begin with [`Event::Opened`].
    #[must_use]
    pub fn fold(log: &[Record]) -> Option<Self> {
        let (first, rest) = log.split_first()?;
        let mut state = Self::open(first)?;
        for record in rest {
            state.apply(record);
        }
        Some(state)
    }

    /// The event that brings a meeting back after the program died: [`Event::Resumed`] with the gap since the last sign of life
    /// (`last_alive` = wall time of it), paused when the gap is an hour or more, the date changed, the clock went back, or it was paused.
    /// Returns also the meeting time to go on from (last meeting time + gap, gap capped at 24 h, zero when the clock went back).
    #[must_use]
    pub fn resume(&self, last_alive_at: Ms, last_alive: Wall, wall: Wall) -> (Ms, Event) {
        let passed = wall.0.saturating_sub(last_alive.0);
        let gap = Ms(u64::try_from(passed).unwrap_or(0)).min(MAX_GAP);
        let doubtful = passed < 0 || gap >= LONG_GAP || wall.day() != last_alive.day();
        let timers = self.phase == Phase::Running;
        let at = last_alive_at.max(self.last_at) + gap;
        (at, Event::Resumed { gap, paused: timers && (doubtful || self.paused.is_some()) })
    }

    /// Something for the room lies over the page: a game, the wheel, teams or the yel-yel. Next and Previous lead back from it.
    #[must_use]
    pub const fn interlude(&self) -> bool {
        self.game.is_some() || self.board.is_some()
    }

    /// Time of `step` that counts so far: its spans without pauses and gaps.
    #[must_use]
    pub fn step_elapsed(&self, step: u16, now: Now) -> Ms {
        let Some(run) = self.runs.get(usize::from(step)) else { return Ms::ZERO };
        let counted = |(from, to): &(Ms, Option<Ms>)| {
            let to = to.unwrap_or(now.at);
            to.saturating_sub(*from).saturating_sub(self.stopped(*from, to))
        };
        run.spans.iter().map(counted).sum()
    }

    /// Pauses and gaps together, from the start until now (or the close).
    #[must_use]
    pub fn not_counted(&self, now: Now) -> Ms {
        self.started.map_or(Ms::ZERO, |started| self.stopped(started, self.closed.unwrap_or(now.at)))
    }

    /// Meeting time since the start until now (or the close), everything counted.
    #[must_use]
    pub fn elapsed(&self, now: Now) -> Ms {
        self.started.map_or(Ms::ZERO, |started| self.closed.unwrap_or(now.at).saturating_sub(started))
    }

    /// Where the running step's open span began; `None` before the start and after the close.
    #[must_use]
    pub fn step_began(&self) -> Option<Ms> {
        let (began, ended) = self.runs.get(usize::from(self.step))?.spans.last()?;
        ended.is_none().then_some(*began)
    }

    /// The span before the running one, in time: its step and its beginning. `None` in the first span of the meeting.
    #[must_use]
    pub fn span_before(&self) -> Option<(u16, Ms)> {
        let ended = |(step, run): (u16, &StepRun)| {
            let (began, end) = run.spans.iter().rev().find(|span| span.1.is_some())?;
            Some((step, *began, (*end)?))
        };
        // The later beginning wins among spans that a correction squeezed to nothing.
        (0..)
            .zip(&self.runs)
            .filter_map(ended)
            .max_by_key(|(_, began, end)| (*end, *began))
            .map(|(step, began, _)| (step, began))
    }

    /// How much of `from..to` was paused or a gap.
    fn stopped(&self, from: Ms, to: Ms) -> Ms {
        let running = self.paused.map(|since| (since, to));
        let inside = |(a, b): (Ms, Ms)| b.min(to).saturating_sub(a.max(from));
        self.stops.iter().copied().chain(running).map(inside).sum()
    }
}
