//! A draft with everything it has been: undo and redo without end. What is typed into one field without a rest is one thing to take back.

use std::collections::BTreeSet;

use super::{Draft, Edit, edit::Field};
use crate::engine::ids::{PageId, StepId};

/// A draft and its past.
#[derive(Clone, Debug)]
pub struct History {
    now: Draft,
    past: Vec<Draft>,
    future: Vec<Draft>,
    typing: Option<Field>,
    /// Every id there ever was: what was taken away may come back.
    ids: BTreeSet<String>,
}

/// What an edit did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing.
    Unchanged,
    /// Something changed.
    Changed,
    /// This page is new.
    Page(PageId),
    /// This step is new.
    Step(StepId),
}

impl History {
    /// A beginning.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let ids = ids(&draft).collect();
        Self { now: draft, past: Vec::new(), future: Vec::new(), typing: None, ids }
    }

    /// As it is now.
    #[must_use]
    pub const fn now(&self) -> &Draft {
        &self.now
    }

    /// Something can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Something taken back can be done again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Carries out one edit.
    pub fn apply(&mut self, edit: &Edit) -> Outcome {
        let id = match edit {
            Edit::Insert { .. } => self.free("h", 3),
            Edit::AddStep { .. } => self.free("langkah", 1),
            _ => String::new(),
        };
        let Some(next) = self.now.after(edit, &id).filter(|next| *next != self.now) else { return Outcome::Unchanged };
        let field = edit.field();
        if field.is_none() || field != self.typing {
            self.past.push(self.now.clone());
        }
        self.typing = field;
        self.future.clear();
        self.ids.extend(ids(&next));
        self.now = next;
        match edit {
            Edit::Insert { .. } => Outcome::Page(PageId(id)),
            Edit::AddStep { .. } => Outcome::Step(StepId(id)),
            _ => Outcome::Changed,
        }
    }

    /// Takes the last edit back; false when there is none.
    pub fn undo(&mut self) -> bool {
        self.typing = None;
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Does again what was taken back last; false when there is nothing.
    pub fn redo(&mut self) -> bool {
        self.typing = None;
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        true
    }

    /// A pause in typing: what follows is taken back by itself.
    pub fn rest(&mut self) {
        self.typing = None;
    }

    /// The first free id `name-1`, `name-2` …, with at least `digits` digits, above all of that name: ids are not used twice.
    fn free(&self, name: &str, digits: usize) -> String {
        let number = |id: &String| id.strip_prefix(name)?.strip_prefix('-')?.parse::<u32>().ok();
        let most = self.ids.iter().filter_map(number).filter(|number| *number < 1_000_000).max().unwrap_or_default();
        format!("{name}-{:0digits$}", most + 1)
    }
}

fn ids(draft: &Draft) -> impl Iterator<Item = String> {
    let pages = draft.pages().map(|page| page.id.0.clone());
    pages.chain(draft.steps.iter().map(|step| step.id.0.clone()))
}
