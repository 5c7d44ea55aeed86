//! Wishes about attendance on paper.

use crate::engine::{
    event::Presenter,
    ids::{GroupId, MeetingId, SessionId},
    paper::Held,
};

/// Whose attendance sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetOf {
    /// Of this group's next meeting, empty.
    Next(GroupId, SessionId),
    /// Of a closed meeting, as its roll stands.
    Meeting(MeetingId),
}

/// What can be done with a meeting held without the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperKey {
    /// Enter one of this group.
    Open(GroupId),
    /// Keep it, and fill its roll.
    Save(PaperPlan),
    /// It was entered by mistake: take it back, and change what was entered.
    Change(MeetingId),
}

/// A meeting held without the program, as its paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperPlan {
    /// Group.
    pub group: GroupId,
    /// Session.
    pub session: SessionId,
    /// When.
    pub held: Held,
    /// Place.
    pub place: String,
    /// Up to three.
    pub presenters: Vec<Presenter>,
}
