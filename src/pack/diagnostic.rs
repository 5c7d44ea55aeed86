//! What is wrong with a pack, where, and what to do; and the list they gather in.

use crate::text::check::{self, Words};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not work as written; the check fails.
    Error,
    /// Works, but should be looked at.
    Warning,
}

/// One fault of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// File, relative to the pack's folder, with forward slashes.
    pub file: String,
    /// Line, counted from 1; `None` when it is about the whole file.
    pub line: Option<u32>,
    /// What is wrong, for authors.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Faults found so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// In the order found.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Most faults kept: a file of noise must not fill the memory.
const LIMIT: usize = 500;

impl Log {
    /// Notes an error; line 0 means the whole file.
    pub(super) fn error(&mut self, file: &str, line: u32, words: Words) {
        self.push(Severity::Error, file, line, words);
    }

    /// Notes a warning; line 0 means the whole file.
    pub(super) fn warning(&mut self, file: &str, line: u32, words: Words) {
        self.push(Severity::Warning, file, line, words);
    }

    /// Of entries with their lines the first of each name; further ones of a name are noted and left out.
    pub(super) fn once<T>(
        &mut self,
        file: &str,
        key: &str,
        entries: Vec<(T, u32)>,
        name: impl Fn(&T) -> &str,
    ) -> Vec<(T, u32)> {
        let mut kept: Vec<(T, u32)> = Vec::new();
        for (entry, line) in entries {
            match kept.iter().find(|(other, _)| name(other) == name(&entry)) {
                Some((_, first)) => self.error(file, line, check::duplicate(key, name(&entry), *first)),
                None => kept.push((entry, line)),
            }
        }
        kept
    }

    fn push(&mut self, severity: Severity, file: &str, line: u32, words: Words) {
        if self.diagnostics.len() < LIMIT {
            self.diagnostics.push(Diagnostic {
                severity,
                file: file.to_owned(),
                line: (line > 0).then_some(line),
                message: words.message,
                hint: words.hint,
            });
        }
    }
}

/// The name among `known` that `name` was probably meant to be: at most a third of its letters differ.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(64).collect();
    let limit = name.len().div_ceil(3);
    known
        .into_iter()
        .map(|candidate| (distance(&name, &candidate.chars().take(64).collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Letters to insert, delete or change (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let changed = diagonal + usize::from(x != y);
            diagonal = *cell;
            left = changed.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    if b.is_empty() { a.len() } else { row.last().copied().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(nearest("headlin", ["headline", "words", "scene"]), Some("headline"));
        assert_eq!(nearest("scenne", ["headline", "words", "scene"]), Some("scene"));
        assert_eq!(nearest("xyz", ["headline", "words", "scene"]), None);
        assert_eq!(distance(&['a', 'b', 'c'], &[]), 3);
        assert_eq!(distance(&[], &['a']), 1);
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters("kucing"), &letters("kuncing")), 1);
        assert_eq!(distance(&letters("kitten"), &letters("sitting")), 3);
    }
}
