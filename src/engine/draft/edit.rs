//! What can be done with a draft. An edit that is impossible or changes nothing leaves no trace.

use std::sync::Arc;

use super::{Draft, DraftPage, DraftStep, PAGES, SCRIPT, STEP_MINUTES, STEPS, Shows, TITLE, TOTAL_MINUTES};
use crate::engine::{
    allot::allot,
    ids::{PageId, StepId},
    session::{Role, Step},
};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The session's title.
    Title(String),
    /// The session's goal.
    Goal(String),
    /// A step's title.
    StepTitle(StepId, String),
    /// A step's minutes; the fewest it may have follow when they must.
    Minutes(StepId, u16),
    /// Whether a step may be skipped.
    Must(StepId, bool),
    /// A new step of five minutes after another.
    AddStep {
        /// Behind this one.
        after: StepId,
        /// Its title.
        title: String,
    },
    /// A step with its pages goes; the last one stays.
    RemoveStep(StepId),
    /// The minutes are brought to the total, by weight.
    Fit,
    /// A page's title.
    PageTitle(PageId, String),
    /// A page is left out of meetings, or no longer.
    Hide(PageId, bool),
    /// A page's script.
    Script(PageId, String),
    /// The large words of a drawn page.
    Headline(PageId, String),
    /// Which page of its PDF a page shows.
    Number(PageId, u32),
    /// A page goes to another place.
    Move {
        /// Which.
        page: PageId,
        /// Into this step.
        step: StepId,
        /// Before the page that stands at this place now; the length = at the end.
        at: usize,
    },
    /// A page goes.
    RemovePage(PageId),
    /// A new page.
    Insert {
        /// Into this step.
        step: StepId,
        /// Before the page at this place.
        at: usize,
        /// The page.
        page: NewPage,
    },
    /// Everything at once, as it was found somewhere else.
    Replace(Draft),
}

/// A page to be inserted; it gets an id of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPage {
    /// Title.
    pub title: String,
    /// Script to begin with.
    pub script: String,
    /// What it shows.
    pub shows: Shows,
}

/// What is being typed in: edits of one field are taken back together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Goal,
    StepTitle(StepId),
    PageTitle(PageId),
    Script(PageId),
    Headline(PageId),
}

impl Edit {
    pub(super) fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Title(_) => Field::Title,
            Self::Goal(_) => Field::Goal,
            Self::StepTitle(step, _) => Field::StepTitle(step.clone()),
            Self::PageTitle(page, _) => Field::PageTitle(page.clone()),
            Self::Script(page, _) => Field::Script(page.clone()),
            Self::Headline(page, _) => Field::Headline(page.clone()),
            _ => return None,
        })
    }
}

/// One line, not too long.
fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(TITLE).collect()
}

/// Plain lines, not too long.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).take(SCRIPT).collect()
}

impl Draft {
    /// The draft after `edit`; `None` when it is impossible. A new step or page is called `id`.
    pub(super) fn after(&self, edit: &Edit, id: &str) -> Option<Self> {
        let mut draft = self.clone();
        match edit {
            Edit::Title(text) => draft.title = line(text),
            Edit::Goal(text) => draft.goal = line(text),
            Edit::StepTitle(id, text) => draft.step_mut(id)?.title = line(text),
            Edit::Minutes(id, minutes) => draft.step_mut(id)?.set_minutes(*minutes),
            Edit::Must(id, must) => draft.step_mut(id)?.must = *must,
            Edit::AddStep { after, title } => draft.add_step(after, title, id)?,
            Edit::RemoveStep(id) => draft.remove_step(id)?,
            Edit::Fit => draft.fit(),
            Edit::PageTitle(id, text) => draft.page_mut(id)?.title = line(text),
            Edit::Hide(id, hidden) => draft.page_mut(id)?.hidden = *hidden,
            Edit::Script(id, text) => draft.page_mut(id)?.script = lines(text),
            Edit::Headline(id, text) => match &mut draft.page_mut(id)?.shows {
                Shows::Drawn { headline, .. } => *headline = line(text),
                _ => return None,
            },
            Edit::Number(id, wanted) => match &mut draft.page_mut(id)?.shows {
                Shows::Pdf { number, .. } if *wanted > 0 => *number = *wanted,
                _ => return None,
            },
            Edit::Move { page, step, at } => draft.move_page(page, step, *at)?,
            Edit::RemovePage(id) => _ = draft.take_page(id)?,
            Edit::Insert { step, at, page } => draft.insert(step, *at, page, id)?,
            Edit::Replace(other) if !other.steps.is_empty() => draft = other.clone(),
            Edit::Replace(_) => return None,
        }
        Some(draft)
    }

    fn step_mut(&mut self, id: &StepId) -> Option<&mut DraftStep> {
        self.steps.iter_mut().find(|step| step.id == *id).map(Arc::make_mut)
    }

    fn page_mut(&mut self, id: &PageId) -> Option<&mut DraftPage> {
        let (step, at) = self.find(id)?;
        let step = Arc::make_mut(self.steps.get_mut(step)?);
        step.pages.get_mut(at).map(Arc::make_mut)
    }

    fn add_step(&mut self, after: &StepId, title: &str, id: &str) -> Option<()> {
        let at = self.steps.iter().position(|step| step.id == *after)?;
        if self.steps.len() >= STEPS {
            return None;
        }
        let step = DraftStep {
            id: StepId(id.to_owned()),
            title: line(title),
            minutes: 5,
            weight: 2,
            must: false,
            min_minutes: 1,
            role: Role::Plain,
            pages: Vec::new(),
        };
        self.steps.insert(at + 1, Arc::new(step));
        Some(())
    }

    fn remove_step(&mut self, id: &StepId) -> Option<()> {
        let at = self.steps.iter().position(|step| step.id == *id)?;
        if self.steps.len() < 2 {
            return None;
        }
        self.steps.remove(at);
        Some(())
    }

    /// By the arithmetic of a meeting's length; no step falls out.
    fn fit(&mut self) {
        let steps: Vec<Step> = self
            .steps
            .iter()
            .map(|step| Step {
                id: step.id.clone(),
                title: String::new(),
                minutes: step.minutes,
                weight: step.weight,
                must: true,
                min_minutes: step.min_minutes,
                role: step.role,
                check: None,
                script: Vec::new(),
                pages: Vec::new(),
            })
            .collect();
        for (step, minutes) in self.steps.iter_mut().zip(allot(&steps, TOTAL_MINUTES as u16)) {
            if step.minutes != minutes {
                Arc::make_mut(step).set_minutes(minutes);
            }
        }
    }

    fn move_page(&mut self, page: &PageId, to: &StepId, at: usize) -> Option<()> {
        let (from, was) = self.find(page)?;
        let to = self.steps.iter().position(|step| step.id == *to)?;
        // The places behind it move up when it is taken out.
        let at = if from == to && was < at { at - 1 } else { at };
        let page = self.take_page(page)?;
        let step = Arc::make_mut(self.steps.get_mut(to)?);
        step.pages.insert(at.min(step.pages.len()), page);
        Some(())
    }

    fn take_page(&mut self, id: &PageId) -> Option<Arc<DraftPage>> {
        let (step, at) = self.find(id)?;
        Some(Arc::make_mut(self.steps.get_mut(step)?).pages.remove(at))
    }

    fn insert(&mut self, step: &StepId, at: usize, page: &NewPage, id: &str) -> Option<()> {
        if self.pages().count() >= PAGES {
            return None;
        }
        let step = self.step_mut(step)?;
        let page = DraftPage {
            id: PageId(id.to_owned()),
            title: line(&page.title),
            hidden: false,
            script: lines(&page.script),
            shows: page.shows.clone(),
        };
        step.pages.insert(at.min(step.pages.len()), Arc::new(page));
        Some(())
    }
}

impl DraftStep {
    fn set_minutes(&mut self, minutes: u16) {
        self.minutes = minutes.clamp(*STEP_MINUTES.start(), *STEP_MINUTES.end());
        self.min_minutes = self.min_minutes.min(self.minutes);
    }
}
