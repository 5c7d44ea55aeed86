//! A session being edited: its steps and pages as plain values and what can be done with them. No files, no time; undo is in [`History`].

mod edit;
mod history;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{
    ids::{GameId, PageId, StepId},
    session::Role,
};

pub use edit::{Edit, NewPage};
pub use history::{History, Outcome};

/// Minutes the steps of a session add up to.
pub const TOTAL_MINUTES: u32 = 120;
/// Minutes of one step.
pub const STEP_MINUTES: std::ops::RangeInclusive<u16> = 1..=150;
/// Most steps in a session.
pub const STEPS: usize = 20;
/// Most pages in a session of the facilitator's own.
pub const PAGES: usize = 500;
/// Longest title, letters.
pub const TITLE: usize = 120;
/// Longest script of a page, letters.
pub const SCRIPT: usize = 20_000;

/// A session as edited. Copies share what did not change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Title in the catalogue.
    pub title: String,
    /// One sentence: what the group takes home.
    pub goal: String,
    /// In order; never empty.
    pub steps: Vec<Arc<DraftStep>>,
}

/// A step as edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftStep {
    /// Slug, unique in the session, never changed.
    pub id: StepId,
    /// Title on the run sheet.
    pub title: String,
    /// Minutes, within [`STEP_MINUTES`].
    pub minutes: u16,
    /// How much it gives and takes when a meeting is shorter or longer, 0–10.
    pub weight: u8,
    /// May not be skipped.
    pub must: bool,
    /// Fewest minutes while it is held, at most `minutes`.
    pub min_minutes: u16,
    /// What it is for.
    pub role: Role,
    /// In order, hidden ones too.
    pub pages: Vec<Arc<DraftPage>>,
}

/// A page as edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPage {
    /// Slug, unique in the session, never changed.
    pub id: PageId,
    /// What the console calls it.
    pub title: String,
    /// Left out of meetings.
    pub hidden: bool,
    /// The facilitator's words in the notation of scripts (`Katakan: …`).
    pub script: String,
    /// What is on the wall.
    pub shows: Shows,
}

/// What a page shows; files lie in the session's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A photo.
    Photo {
        /// Its file.
        file: String,
    },
    /// A page of a PDF.
    Pdf {
        /// Its file.
        file: String,
        /// From 1.
        number: u32,
    },
    /// A clip that fills the page.
    Clip {
        /// Its file.
        file: String,
    },
    /// A sound under the page's title.
    Sound {
        /// Its file.
        file: String,
    },
    /// An ice-breaker.
    Game(GameId),
    /// A page drawn by the program.
    Drawn {
        /// Kind of page as authors write it (`question`).
        layout: String,
        /// The large words.
        headline: String,
    },
}

impl Draft {
    /// Minutes of all steps together.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.steps.iter().map(|step| u32::from(step.minutes)).sum()
    }

    /// All pages in order.
    pub fn pages(&self) -> impl Iterator<Item = &DraftPage> {
        self.steps.iter().flat_map(|step| &step.pages).map(AsRef::as_ref)
    }

    /// The step called `id`.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&DraftStep> {
        self.steps.iter().find(|step| step.id == *id).map(AsRef::as_ref)
    }

    /// The page called `id`.
    #[must_use]
    pub fn page(&self, id: &PageId) -> Option<&DraftPage> {
        self.pages().find(|page| page.id == *id)
    }

    /// Where a page stands: its step and its place in it.
    #[must_use]
    pub fn find(&self, id: &PageId) -> Option<(usize, usize)> {
        let at = |step: &Arc<DraftStep>| step.pages.iter().position(|page| page.id == *id);
        self.steps.iter().enumerate().find_map(|(index, step)| Some((index, at(step)?)))
    }

    /// What moves a page one place up or down, over the border of its step when it stands there; `None` at either end.
    #[must_use]
    pub fn nudge(&self, id: &PageId, up: bool) -> Option<Edit> {
        let (step, at) = self.find(id)?;
        let here = self.steps.get(step)?;
        let (to, at) = if up {
            if let Some(before) = at.checked_sub(1) {
                (here, before)
            } else {
                let before = self.steps.get(step.checked_sub(1)?)?;
                (before, before.pages.len())
            }
        } else if at + 1 < here.pages.len() {
            (here, at + 2)
        } else {
            (self.steps.get(step + 1)?, 0)
        };
        Some(Edit::Move { page: id.clone(), step: to.id.clone(), at })
    }

    /// What is selected when a page goes: the one after it in its step, else the one before, else none.
    #[must_use]
    pub fn beside(&self, id: &PageId) -> Option<&PageId> {
        let (step, at) = self.find(id)?;
        let pages = &self.steps.get(step)?.pages;
        let other = pages.get(at + 1).or_else(|| pages.get(at.checked_sub(1)?));
        other.map(|page| &page.id)
    }
}
