//! What was found, and what of it is open, as the learning screen sees it.

use std::borrow::Cow;

use crate::{
    engine::{
        finding::{Found, Kind, Lead},
        ids::SessionId,
        scene::Base,
        session::{Module, ScriptBlock},
    },
    ui::intent::Intent,
};

/// The search.
pub struct SearchView<'a> {
    /// What was typed for `groups`; `None` = nothing was answered yet.
    pub answered: Option<&'a str>,
    /// What was found, by kind.
    pub groups: &'a [FoundGroup],
    /// The hit that is chosen, counted through all groups.
    pub at: usize,
    /// What is open.
    pub opened: Option<Opened<'a>>,
}

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// Which.
    pub kind: Kind,
    /// The best, in order.
    pub hits: Vec<Found>,
    /// How many others there are.
    pub more: usize,
}

/// A text that was opened.
pub enum Opened<'a> {
    /// It is marked where it stands: on a shelf, or among a session's learning material.
    There(&'a Lead),
    /// A page with its script.
    Page(PageView<'a>),
    /// Something that stands nowhere else to be read.
    Card(CardTexts<'a>),
}

/// A page as it is read at a desk.
pub struct PageView<'a> {
    /// Session.
    pub session: &'a SessionId,
    /// Its accent.
    pub module: Module,
    /// Where it stands: session and step.
    pub place: String,
    /// Title.
    pub title: &'a str,
    /// Number among all there is to read of the session, from 1, and how many there are.
    pub number: (usize, usize),
    /// What the wall shows; `None` = that depends on the meeting.
    pub base: Option<Base>,
    /// The facilitator's words.
    pub script: Cow<'a, [ScriptBlock]>,
}

/// Words under headings.
pub struct CardTexts<'a> {
    /// Where it stands.
    pub place: String,
    /// Title.
    pub title: &'a str,
    /// Under the title; may be empty.
    pub lead: &'a str,
    /// Heading and lines; a heading may be empty.
    pub parts: Vec<(&'a str, Vec<Cow<'a, str>>)>,
    /// What can be done with it.
    pub action: Option<(&'static str, Intent)>,
}
