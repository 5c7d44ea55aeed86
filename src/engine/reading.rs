//! A session as it is read at a desk: its pages one after the other, each with the facilitator's words. No meeting, so nothing that only a
//! meeting knows (last time's promise, a game that was chosen).

use super::{
    finding::Lead,
    ids::PageId,
    scene::Base,
    session::{Page, Role, ScriptBlock, Session, Step},
};

/// One thing to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf<'a> {
    /// A page of a step.
    Page(&'a Step, &'a Page),
    /// What is said in a step where the session has no page for it.
    Step(&'a Step),
    /// A check by show of hands, by index.
    Check(u16),
}

impl Session {
    /// Everything to read, in the order in which it is held; checks come last, since they are asked twice.
    pub fn leaves(&self) -> impl Iterator<Item = Leaf<'_>> {
        let steps = self.steps.iter().flat_map(|step| {
            let pages = step.pages.iter().map(move |page| Leaf::Page(step, page));
            // Beside pages a step's own words are said only where the program makes one of its own: about last time.
            let unsaid = !step.script.is_empty() && (step.pages.is_empty() || step.role == Role::Recall);
            unsaid.then_some(Leaf::Step(step)).into_iter().chain(pages)
        });
        let checks = self.learn.as_ref().map_or(0, |learn| learn.checks.len());
        steps.chain((0..u16::try_from(checks).unwrap_or(u16::MAX)).map(Leaf::Check))
    }

    /// The page of this id.
    #[must_use]
    pub fn page(&self, id: &PageId) -> Option<&Page> {
        self.steps.iter().flat_map(|step| &step.pages).find(|page| page.id == *id)
    }
}

impl<'a> Leaf<'a> {
    /// What leads to it.
    #[must_use]
    pub fn lead(&self, session: &Session) -> Lead {
        match self {
            Self::Page(_, page) => Lead::Page(session.id.clone(), page.id.clone()),
            Self::Step(step) => Lead::Step(session.id.clone(), step.id.clone()),
            Self::Check(check) => Lead::Check(session.id.clone(), *check),
        }
    }

    /// What the wall shows; `None` where that depends on the meeting.
    #[must_use]
    pub fn base(&self, session: &Session) -> Option<Base> {
        match self {
            Self::Page(_, page) => Some(Base::Page(session.id.clone(), page.id.clone())),
            Self::Step(_) => None,
            Self::Check(check) => Some(Base::Check { session: session.id.clone(), check: *check, answer: true }),
        }
    }

    /// The facilitator's words: a page's own, else its step's. A check's are not here.
    #[must_use]
    pub fn script(&self) -> &'a [ScriptBlock] {
        match self {
            Self::Page(_, page) if !page.script.is_empty() => &page.script,
            Self::Page(step, _) | Self::Step(step) => &step.script,
            Self::Check(_) => &[],
        }
    }
}
