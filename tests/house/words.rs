//! Rust source as words without comments and strings, and the paths it uses. Knows just enough of the language for that.

use std::path::Path;

/// A path as the compiler would see it from the top: `crate::store::journal`, `egui::Ui`, `std::time::Instant::now`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Used {
    pub(crate) path: String,
    pub(crate) line: usize,
}

struct Word {
    text: String,
    line: usize,
}

/// One file, cut into words.
pub(crate) struct Source {
    words: Vec<Word>,
    /// The module this file is, from the crate's top: `engine/plan.rs` is `[engine, plan]`, `engine/mod.rs` is `[engine]`.
    module: Vec<String>,
}

impl Source {
    /// `path` is the file's, from `src/`.
    pub(crate) fn read(path: &Path, text: &str) -> Self {
        let mut module: Vec<String> =
            path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.last().is_some_and(|last| ["mod", "main", "lib"].contains(&last.as_str())) {
            module.pop();
        }
        Self { words: cut(text), module }
    }

    /// Every path that begins at the crate, climbs by `super`, or begins with a plain name; groups are taken apart.
    pub(crate) fn used(&self) -> Vec<Used> {
        let mut used = Vec::new();
        let mut inside: Vec<usize> = Vec::new(); // depths at which inline modules were opened
        let mut depth = 0;
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            match word.text.as_str() {
                "{" => {
                    depth += 1;
                    if at >= 2 && self.is(at - 2, "mod") {
                        inside.push(depth);
                    }
                }
                "}" => {
                    if inside.last() == Some(&depth) {
                        inside.pop();
                    }
                    depth -= 1;
                }
                _ if begins_name(&word.text) && !(at > 0 && self.is(at - 1, "::")) => {
                    let named = self.is(at + 1, "::") || (at > 0 && self.is(at - 1, "use"));
                    if named {
                        let end = self.tree(at, String::new(), inside.len(), &mut used);
                        at = end.max(at + 1);
                        continue;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        used
    }

    /// One path or group from word `at`, appended to `before`; gives back where it ends.
    fn tree(&self, mut at: usize, mut before: String, inline: usize, used: &mut Vec<Used>) -> usize {
        loop {
            let Some(word) = self.words.get(at) else { return at };
            if word.text == "{" {
                at += 1;
                while at < self.words.len() && !self.is(at, "}") {
                    at =
                        if self.is(at, ",") { at + 1 } else { self.tree(at, before.clone(), inline, used).max(at + 1) };
                }
                return at + 1;
            }
            if !begins_name(&word.text) && word.text != "*" {
                return at;
            }
            before = self.step(&before, &word.text, inline);
            at += 1;
            if !self.is(at, "::") {
                used.push(Used { path: before, line: word.line });
                // `as other`: a new name for the same thing.
                return if self.is(at, "as") { at + 2 } else { at };
            }
            at += 1;
            // `::<…>`: types follow, each a path of its own.
            if self.is(at, "<") {
                used.push(Used { path: before, line: word.line });
                return at;
            }
        }
    }

    /// `path` with one more name: `super` climbs, `self` stays, `lembar` is how `main` calls the crate.
    fn step(&self, path: &str, name: &str, inline: usize) -> String {
        match (path, name) {
            (path, "self") if !path.is_empty() => path.to_owned(),
            ("", "lembar") => "crate".to_owned(),
            ("", "self") => absolute(&self.module),
            ("", "super") => {
                let up = 1_usize.saturating_sub(inline);
                let inner = inline.saturating_sub(1);
                let stays = "::(inline)".repeat(inner);
                format!("{}{stays}", absolute(&self.module[..self.module.len().saturating_sub(up)]))
            }
            (path, "super") => path.rsplit_once("::").map_or("crate", |(parent, _)| parent).to_owned(),
            ("", name) => name.to_owned(),
            (path, name) => format!("{path}::{name}"),
        }
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.words.get(at).is_some_and(|word| word.text == text)
    }
}

fn absolute(module: &[String]) -> String {
    ["crate".to_owned()].iter().chain(module).cloned().collect::<Vec<_>>().join("::")
}

fn begins_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single signs; comments, strings, characters and lifetimes left out.
fn cut(text: &str) -> Vec<Word> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&c) = chars.get(at) {
        let rest = &chars[at..];
        let length = match c {
            '/' if rest.get(1) == Some(&'/') => rest.iter().take_while(|c| **c != '\n').count(),
            '/' if rest.get(1) == Some(&'*') => comment(rest),
            '"' => string(rest),
            'r' | 'b' | 'c' if prefix(rest).is_some() => prefix(rest).unwrap_or(1),
            '\'' => quote(rest),
            c if c.is_alphanumeric() || c == '_' => {
                let length = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
                words.push(Word { text: rest[..length].iter().collect(), line });
                length
            }
            ':' if rest.get(1) == Some(&':') => {
                words.push(Word { text: "::".to_owned(), line });
                2
            }
            c => {
                if !c.is_whitespace() {
                    words.push(Word { text: c.to_string(), line });
                }
                1
            }
        };
        line += rest[..length].iter().filter(|c| **c == '\n').count();
        at += length;
    }
    words
}

/// Length of a `/* … */`, which may hold others.
fn comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match rest.get(at..at + 2) {
            Some(['/', '*']) => (depth, at) = (depth + 1, at + 2),
            Some(['*', '/']) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Length of a `"…"` with its escapes.
fn string(rest: &[char]) -> usize {
    let mut at = 1;
    while let Some(c) = rest.get(at) {
        match c {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Length of a string with letters before it: `b"…"`, `r#"…"#`, `br"…"`; `None` when it is a name.
fn prefix(rest: &[char]) -> Option<usize> {
    let letters = rest.iter().take_while(|c| ['b', 'c', 'r'].contains(*c)).count();
    let hashes = rest[letters..].iter().take_while(|c| **c == '#').count();
    if letters > 2 || rest.get(letters + hashes) != Some(&'"') {
        return None;
    }
    let open = letters + hashes;
    if !rest[..letters].contains(&'r') {
        return (hashes == 0).then(|| open + string(&rest[open..]));
    }
    let mut at = open + 1;
    while at < rest.len() {
        if rest[at] == '"' && rest[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes {
            return Some(at + 1 + hashes);
        }
        at += 1;
    }
    Some(rest.len())
}

/// Length of a character (`'"'`, `'\n'`) or of a lifetime's mark (`'a`: the name after it is left to stand).
fn quote(rest: &[char]) -> usize {
    match (rest.get(1), rest.get(2)) {
        (Some('\\'), _) => 3 + rest.iter().skip(3).take_while(|c| **c != '\'').count() + 1,
        (Some(_), Some('\'')) => 3,
        _ => 1,
    }
}
