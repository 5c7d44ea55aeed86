//! What stands on the shelves for learning, whichever session is taught: techniques, glossary, problem cards, the observation sheet.
//! Made by the pack from files; words only.

use super::{learn::Technique, observe::Item, problem::Problem};

/// All shelves; empty ones where the pack has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Ways of leading a group, in the order of learning them.
    pub techniques: Vec<TechniqueGuide>,
    /// Words of the programme, by word.
    pub glossary: Vec<Term>,
    /// Problem cards.
    pub problems: Vec<Problem>,
    /// Items of the observation sheet, in order.
    pub observation: Vec<Item>,
}

/// How a technique is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechniqueGuide {
    /// Which.
    pub technique: Technique,
    /// Its name.
    pub title: String,
    /// When it helps.
    pub when: String,
    /// How it goes, step by step.
    pub how: Vec<String>,
    /// What often goes wrong, and what helps then.
    pub mistakes: Vec<String>,
}

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
}
