//! What a facilitator learns from before the day: background, technique, quiz, families' questions, checks by show of hands.
//! Never on the stage, except the pictures and short words of a check. Made by the pack room from files.

use super::session::ScriptBlock;

/// Learning material of one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learn {
    /// Why this session, what matters, what to take care of; one text a paragraph.
    pub background: Vec<String>,
    /// How the session is led; `None` when the file names none that is known.
    pub technique: Option<Technique>,
    /// How the technique is used here and what often goes wrong; one text a paragraph.
    pub technique_note: Vec<String>,
    /// The facilitator's quiz.
    pub questions: Vec<Question>,
    /// What families often ask.
    pub faq: Vec<Faq>,
    /// Asked of the group at the start and again at the end.
    pub checks: Vec<Check>,
}

/// A way of leading a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Technique {
    /// Curah pendapat.
    Brainstorm,
    /// Diskusi kelompok.
    GroupTalk,
    /// Bermain peran.
    RolePlay,
    /// Studi kasus.
    CaseStudy,
    /// Simulasi.
    Simulation,
    /// Demonstrasi.
    Demonstration,
    /// Praktik di rumah.
    HomePractice,
}

/// A question of the facilitator's quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// Three or four choices.
    pub choices: Vec<String>,
    /// Index of the right choice, smaller than their number.
    pub answer: usize,
    /// Why it is right.
    pub why: String,
}

/// A question families ask, with a good answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faq {
    /// As they ask it.
    pub ask: String,
    /// As the facilitator may answer.
    pub answer: String,
}

/// A picture question the group answers by show of hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The spoken question.
    pub ask: String,
    /// The question in few words, for the wall.
    pub headline: String,
    /// Two or three choices.
    pub choices: Vec<CheckChoice>,
    /// Index of the right choice, smaller than their number.
    pub answer: usize,
    /// Said at the end only.
    pub why: String,
    /// The same in few words, on the wall beside the right choice.
    pub because: String,
    /// What to ask and do further on the page of the answer; may be empty.
    pub script: Vec<ScriptBlock>,
}

/// One choice of a [`Check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckChoice {
    /// Name of the scene that shows it.
    pub scene: String,
    /// The few words below the picture.
    pub words: String,
}
