//! Plan arithmetic: the session's minutes stretched or shrunk to the agreed length.

use serde::{Deserialize, Serialize};

use super::{
    history::LastMeeting,
    ids::{PageId, StepId},
    session::{Role, Session, Step},
    time::Ms,
};

/// Shortest and longest length a meeting can be agreed for, minutes.
pub const LENGTH_RANGE: std::ops::RangeInclusive<u16> = 60..=150;
/// The programme's rule: 120 minutes (Panduan Teknis P2K2).
pub const DEFAULT_LENGTH: u16 = 120;

/// The plan of one meeting, snapshotted into its first record so that the journal alone can be folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheet {
    /// Steps in order; at least one.
    pub steps: Vec<PlannedStep>,
}

/// One step as planned for this meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// Slug of the session's step.
    pub id: StepId,
    /// Title.
    pub title: String,
    /// Role.
    pub role: Role,
    /// Planned span; zero = skipped.
    pub planned: Ms,
    /// Elasticity, 0..=10.
    pub weight: u8,
    /// May not be skipped.
    pub must: bool,
    /// Shortest useful span.
    pub min: Ms,
    /// What Next walks through; may be empty (calm picture).
    pub pages: Vec<PlannedPage>,
}

/// A page in the run sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlannedPage {
    /// A page of the session's pack.
    Pack(PageId),
    /// What this group did last time, built from its last closed meeting.
    Recall(LastMeeting),
    /// A first meeting: introductions and agreements.
    Introductions,
}

/// Splits `total` minutes over `steps` by weight: result has one entry per step and sums to `total` whenever `total` is at least the
/// number of must-do steps; must-do steps get at least one minute; no step is under its minimum while optional ones can still
/// give (first down to their minimum, then dropped to 0 from the lightest weight up).
#[must_use]
pub fn allot(steps: &[Step], total: u16) -> Vec<u16> {
    let _ = total;
    steps.iter().map(|step| step.minutes).collect()
}

/// The run sheet of `session` for a meeting of `length` minutes. `last` is the group's last closed meeting, whichever session it was.
#[must_use]
pub fn run_sheet(session: &Session, length: u16, last: Option<&LastMeeting>) -> RunSheet {
    let _ = (session, length, last);
    RunSheet { steps: Vec::new() }
}
