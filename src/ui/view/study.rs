//! Learning and rehearsing as the screens see them.

use super::SearchView;
use crate::engine::{
    history::MeetingSummary,
    ids::{MeetingId, SessionId},
    learn::Question,
    observe::{Item, Observation},
    plan::RunSheet,
    problem::Problem,
    rehearsal::{Advice, RunTimes},
    session::Session,
    shelf::Shelf,
    study::Readiness,
    time::{Ms, Wall},
};

/// A problem card on the console.
#[derive(Clone, Copy, Debug)]
pub struct CardView<'a> {
    /// The card.
    pub problem: &'a Problem,
    /// The response that was chosen, by index.
    pub chosen: Option<usize>,
    /// What it hopes for was done in the program.
    pub done: bool,
}

/// Learning.
pub struct StudyView<'a> {
    /// Shelves.
    pub shelf: &'a Shelf,
    /// The session looked at.
    pub chosen: Option<&'a Session>,
    /// One for each session of the catalogue, in its order.
    pub rows: Vec<StudyRow>,
    /// How many cards the day has.
    pub today: usize,
    /// Closed runs of the session looked at, newest first.
    pub runs: Vec<&'a MeetingSummary>,
    /// The plan a rehearsal of it follows, where rehearsals are shown.
    pub sheet: Option<RunSheet>,
    /// The quiz under way.
    pub quiz: Option<QuizView<'a>>,
    /// What is looked for, found and open.
    pub search: SearchView<'a>,
}

/// How ready one is for the session that is being prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyView {
    /// Stage.
    pub readiness: Readiness,
    /// Minutes the plan is made with instead of the session's own, one for each step.
    pub minutes: Option<Vec<u16>>,
}

/// The day's cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DailyView {
    /// How many questions wait today; 0 = done.
    pub today: usize,
    /// How many come tomorrow.
    pub tomorrow: usize,
}

/// How far one is with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudyRow {
    /// Stage.
    pub readiness: Readiness,
    /// Best quiz: right, of.
    pub best: Option<(u16, u16)>,
}

/// A quiz, or the day's cards.
pub struct QuizView<'a> {
    /// Of which session; `None` = the day's cards.
    pub session: Option<&'a SessionId>,
    /// What is asked; `None` = it is over.
    pub question: Option<&'a Question>,
    /// Title of the session it is about.
    pub of_session: &'a str,
    /// Number of the question, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What was answered, by index.
    pub chosen: Option<usize>,
    /// Right so far.
    pub right: usize,
    /// Answered wrongly so far, in order.
    pub missed: Vec<&'a Question>,
}

/// What a run took, beside earlier ones.
pub struct ReviewView<'a> {
    /// Items of the observation sheet.
    pub items: &'a [Item],
    /// Earlier sheets of this session: when, mean level times ten; oldest first.
    pub observed: Vec<(Wall, u16)>,
    /// The newest one of this run.
    pub filled: Option<&'a Observation>,
    /// The run.
    pub meeting: MeetingId,
    /// Session.
    pub session: &'a SessionId,
    /// Its title.
    pub title: &'a str,
    /// Titles of its steps.
    pub steps: Vec<String>,
    /// Its own minutes, one for each step.
    pub planned: Vec<u16>,
    /// The run looked at.
    pub this: &'a RunTimes,
    /// What each step of it usually took before: in rehearsals, in meetings.
    pub usual: [Vec<Option<Ms>>; 2],
    /// What to tell.
    pub advice: Vec<Advice>,
    /// Minutes it really takes, one for each step; `None` = nothing is known.
    pub learned: Option<Vec<u16>>,
    /// The next plan uses them.
    pub uses_learned: bool,
}
