//! An own session being edited, as its screen sees it.

use crate::engine::{
    draft::{Draft, Shows},
    ids::{PageId, SessionId},
    session::Module,
    time::DayMinute,
};

/// An own session being edited.
pub struct EditView<'a> {
    /// Which.
    pub session: &'a SessionId,
    /// Decides the accent of its pages.
    pub module: Module,
    /// As it is now.
    pub draft: &'a Draft,
    /// Something can be taken back.
    pub can_undo: bool,
    /// Something can be done again.
    pub can_redo: bool,
    /// Whether it is on disk.
    pub saving: Saving,
    /// Why it is not, already worded.
    pub trouble: Option<&'a str>,
    /// The trouble is another program's change: somebody has to choose.
    pub must_choose: bool,
    /// What should be looked at, as of the last time it was saved.
    pub faults: &'a [EditFault],
    /// What pages of the files in its folder would show.
    pub files: &'a [Shows],
}

/// Whether an edited session is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed yet.
    Nothing,
    /// Changed, or being written.
    Now,
    /// Everything is on disk since then.
    Done(DayMinute),
    /// It cannot be written.
    Failed,
}

/// Something to look at in an edited session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditFault {
    /// On this page; `None` = the session or a step.
    pub page: Option<PageId>,
    /// What is wrong and what to do, already worded.
    pub sentence: String,
    /// It does not work as written; else it only looks odd.
    pub serious: bool,
}
