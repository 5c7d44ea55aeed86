//! What typed words become before they are written down.

use super::MAX_TOLD_CHARS;
use crate::engine::{command::Rejection, roster::clean_name};

/// One line of text: every run of blanks one space.
pub(super) fn line(text: &str, most: usize) -> Result<String, Rejection> {
    let line = clean_name(text);
    if line.chars().count() > most { Err(Rejection::BadText) } else { Ok(line) }
}

/// Text as [`super::Change::Tell`] writes it down: lines kept, nothing that is neither letter nor line end.
#[must_use]
pub fn told_words(typed: &str) -> String {
    let spaced = typed.chars().map(|c| if c == '\t' { ' ' } else { c });
    let seen: String = spaced.filter(|c| !c.is_control() || *c == '\n').collect();
    seen.trim().to_owned()
}

pub(super) fn text_of_lines(text: &str) -> Result<String, Rejection> {
    let words = told_words(text);
    if words.chars().count() > MAX_TOLD_CHARS { Err(Rejection::BadText) } else { Ok(words) }
}
