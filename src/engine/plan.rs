//! Plan arithmetic: the session's minutes stretched or shrunk to the agreed length.

use serde::{Deserialize, Serialize};

use super::{
    clip::PausePoint,
    follow_up::RECAP_MINUTES,
    hands::{CheckPart, CheckTime, PlannedCheck},
    history::LastMeeting,
    ids::{PageId, SessionId, StepId},
    session::{Role, Session, Step},
    time::Ms,
};

pub use super::allot::{allot, refit};

/// Shortest and longest length a meeting can be agreed for, minutes.
pub const LENGTH_RANGE: std::ops::RangeInclusive<u16> = 60..=150;
/// The programme's rule: 120 minutes (Panduan Teknis P2K2).
pub const DEFAULT_LENGTH: u16 = 120;

/// The plan of one meeting, snapshotted into its first record so that the journal alone can be folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheet {
    /// Steps in order; at least one.
    pub steps: Vec<PlannedStep>,
    /// What the group is asked by show of hands; pages name them by index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<PlannedCheck>,
    /// Page of the first step that is held at which it begins; a rehearsal may begin in the middle of one.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub opening_page: u16,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
const fn is_zero(page: &u16) -> bool {
    *page == 0
}

impl RunSheet {
    /// The same sheet with the step that holds a first meeting's introductions called `title`: there is nothing to recall in it.
    #[must_use]
    pub fn introductions_called(mut self, title: &str) -> Self {
        for step in self.steps.iter_mut().filter(|step| step.pages.contains(&PlannedPage::Introductions)) {
            title.clone_into(&mut step.title);
        }
        self
    }
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
    /// A page of the session's pack with a clip.
    Clip {
        /// Page.
        page: PageId,
        /// Where the clip pauses by itself.
        pauses: Vec<PausePoint>,
    },
    /// What this group did last time, built from its last closed meeting.
    Recall(LastMeeting),
    /// What sums up the session of last time: its page, shown once more for a recap.
    Recap {
        /// That session.
        session: SessionId,
        /// Its title.
        title: String,
        /// Its page.
        page: PageId,
    },
    /// A first meeting: introductions and agreements.
    Introductions,
    /// A question answered by show of hands.
    Check {
        /// Index into [`RunSheet::checks`].
        check: u16,
        /// What of it.
        part: CheckPart,
    },
}

impl PlannedPage {
    /// Whether it has a clip.
    #[must_use]
    pub const fn is_clip(&self) -> bool {
        matches!(self, Self::Clip { .. })
    }

    /// The pack's page, if it is one.
    #[must_use]
    pub const fn pack_page(&self) -> Option<&PageId> {
        match self {
            Self::Pack(page) | Self::Clip { page, .. } => Some(page),
            Self::Recall(_) | Self::Recap { .. } | Self::Introductions | Self::Check { .. } => None,
        }
    }
}

/// The run sheet of `session` for a meeting of `length` minutes. `last` is the group's last closed meeting, whichever session it was.
/// The recall step begins with the page built from it, and with a recap where one was asked for; at a first meeting with introductions, and the session's own recall pages,
/// which speak of a last time, are left out. Where the session has checks, a step that asks them ends with their pages.
#[must_use]
pub fn run_sheet(session: &Session, length: u16, last: Option<&LastMeeting>) -> RunSheet {
    let planned = allot(&session.steps, length);
    let checks: Vec<PlannedCheck> =
        session.learn.iter().flat_map(|learn| &learn.checks).map(PlannedCheck::of).collect();
    let count = u16::try_from(checks.len()).unwrap_or(u16::MAX);
    let steps = session.steps.iter().zip(planned).map(|(step, minutes)| PlannedStep {
        id: step.id.clone(),
        title: step.title.clone(),
        role: step.role,
        planned: Ms::minutes(minutes.into()),
        weight: step.weight,
        must: step.must,
        min: Ms::minutes(step.min_minutes.into()),
        pages: pages(step, last).into_iter().chain(check_pages(step, count)).collect(),
    });
    RunSheet { steps: steps.collect(), checks, opening_page: 0 }
}

/// As [`run_sheet`], with [`RECAP_MINUTES`] more for looking back at last time; the steps give them up by their weights.
#[must_use]
pub fn recapping(session: &Session, length: u16, last: Option<&LastMeeting>) -> RunSheet {
    let mut sheet = run_sheet(session, length.saturating_sub(RECAP_MINUTES), last);
    let recall = sheet.steps.iter().position(|step| step.role == Role::Recall).unwrap_or(0);
    if let Some(step) = sheet.steps.get_mut(recall) {
        step.planned = step.planned + Ms::minutes(RECAP_MINUTES.into());
    }
    sheet
}

fn pages(step: &Step, last: Option<&LastMeeting>) -> Vec<PlannedPage> {
    let own = step.pages.iter().map(|page| match &page.clip {
        Some(clip) => PlannedPage::Clip { page: page.id.clone(), pauses: clip.pauses.clone() },
        None => PlannedPage::Pack(page.id.clone()),
    });
    match (step.role, last) {
        (Role::Recall, None) => vec![PlannedPage::Introductions],
        (Role::Recall, Some(last)) => {
            let page = last.recap.as_ref().and_then(|recap| recap.page.clone());
            let recap =
                page.map(|page| PlannedPage::Recap { session: last.session.clone(), title: last.title.clone(), page });
            std::iter::once(PlannedPage::Recall(last.clone())).chain(recap).chain(own).collect()
        }
        _ => own.collect(),
    }
}

/// The pages of `count` questions: at the start the questions alone, at the end each with its answer after it.
fn check_pages(step: &Step, count: u16) -> Vec<PlannedPage> {
    let page = |check, part| PlannedPage::Check { check, part };
    let parts: &[CheckPart] = match step.check {
        Some(CheckTime::Start) => &[CheckPart::Start],
        Some(CheckTime::End) => &[CheckPart::End, CheckPart::Answer],
        None => &[],
    };
    (0..count).flat_map(|check| parts.iter().map(move |part| page(check, *part))).collect()
}
