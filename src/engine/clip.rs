//! Clips of a session: what is known of one, how far it was played. Positions are milliseconds from the clip's beginning; no decoding here.

use serde::{Deserialize, Serialize};

use super::{ids::PageId, plan::PlannedPage, state::State, time::Ms};

/// A pause is at its point when it is this near: the picture shown is never exactly at a millisecond.
const NEAR: Ms = Ms(400);

/// The clip of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// Its file's name in the session's folder.
    pub file: String,
    /// Where it pauses by itself, in order.
    pub pauses: Vec<PausePoint>,
}

/// A point at which the clip pauses by itself and a question comes up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PausePoint {
    /// From the beginning.
    pub at: Ms,
    /// Question for the room.
    pub ask: String,
}

/// How a clip stands: anchors only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClipRun {
    /// Position when it last began, paused or was sought.
    pub at: Ms,
    /// Meeting time since which it runs.
    pub since: Option<Ms>,
    /// Counts how often it was put somewhere else than where it would have gone by itself.
    pub jumps: u32,
    /// Volume is low because the facilitator speaks.
    pub ducked: bool,
}

impl ClipRun {
    /// Position now.
    #[must_use]
    pub fn position(&self, at: Ms) -> Ms {
        self.since.map_or(self.at, |since| self.at + at.saturating_sub(since))
    }
}

impl State {
    /// The clip of the page shown, if it has one.
    #[must_use]
    pub fn clip_page(&self) -> Option<&PageId> {
        match self.sheet.page(self.shown)? {
            PlannedPage::Clip { page, .. } => Some(page),
            PlannedPage::Pack(_)
            | PlannedPage::Recap { .. }
            | PlannedPage::Recall(_)
            | PlannedPage::Introductions
            | PlannedPage::Check { .. } => None,
        }
    }

    /// How the clip of the page shown stands.
    #[must_use]
    pub fn clip_run(&self) -> Option<ClipRun> {
        self.clip_page().map(|page| self.clip_run_of(page))
    }

    /// How the clip of any page stands; at its beginning when it was never played.
    #[must_use]
    pub fn clip_run_of(&self, page: &PageId) -> ClipRun {
        self.clips.get(page).copied().unwrap_or_default()
    }

    /// Pause points of the clip shown.
    #[must_use]
    pub fn pause_points(&self) -> &[PausePoint] {
        match self.sheet.page(self.shown) {
            Some(PlannedPage::Clip { pauses, .. }) => pauses,
            _ => &[],
        }
    }

    /// The pause point the clip stands at: it is paused there, and its question is up.
    #[must_use]
    pub fn paused_at_point(&self) -> Option<&PausePoint> {
        let run = self.clip_run().filter(|run| run.since.is_none())?;
        self.pause_points().iter().find(|point| near(point.at, run.at))
    }

    /// The first pause point on the way of a clip that began to run at `from` and has come to `to`; the point it began at is not one.
    #[must_use]
    pub fn pause_point_between(&self, from: Ms, to: Ms) -> Option<&PausePoint> {
        self.pause_points().iter().find(|point| point.at > from + NEAR && point.at <= to)
    }

    pub(super) fn pause_clips(&mut self, at: Ms) {
        for run in self.clips.values_mut().filter(|run| run.since.is_some()) {
            *run = ClipRun { at: run.position(at), since: None, ..*run };
        }
    }
}

fn near(one: Ms, other: Ms) -> bool {
    one.saturating_sub(other) <= NEAR && other.saturating_sub(one) <= NEAR
}
