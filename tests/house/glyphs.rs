//! Every character the program may show is in the shipped fonts: a letter they lack is an empty box on the wall and on paper.

use std::{
    fs,
    path::{Path, PathBuf},
};

use lembar::typeset::font::Fonts;

/// Files below `dir` whose names end like this.
fn files(dir: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a folder of ours") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|kind| kind == ending) {
            found.push(path);
        }
    }
}

/// What stands in the string and character literals of Rust source, with escapes read; comments are nobody's to see.
fn literals(source: &str) -> String {
    let letters: Vec<char> = source.chars().collect();
    let letter = |at: usize| letters.get(at).copied().unwrap_or('\0');
    let (mut at, mut shown) = (0, String::new());
    while at < letters.len() {
        match letter(at) {
            '/' if letter(at + 1) == '/' => {
                at += letters[at..].iter().position(|c| *c == '\n').unwrap_or(letters.len());
            }
            // A raw string, as far as ours go.
            'r' if letter(at + 1) == '"' || (letter(at + 1) == '#' && letter(at + 2) == '"') => {
                let hash = letter(at + 1) == '#';
                at += if hash { 3 } else { 2 };
                while at < letters.len() && !(letter(at) == '"' && (!hash || letter(at + 1) == '#')) {
                    shown.push(letter(at));
                    at += 1;
                }
                at += 1;
            }
            '"' => {
                at += 1;
                while at < letters.len() && letter(at) != '"' {
                    at = read(&letters, at, &mut shown);
                }
                at += 1;
            }
            '\'' if letter(at + 1) == '\\' || letter(at + 2) == '\'' => at = read(&letters, at + 1, &mut shown) + 1,
            _ => at += 1,
        }
    }
    shown
}

/// One character of a literal, escaped or not; where the next begins.
fn read(letters: &[char], at: usize, shown: &mut String) -> usize {
    if letters[at] != '\\' {
        shown.push(letters[at]);
        return at + 1;
    }
    if letters.get(at + 1) != Some(&'u') {
        return at + 2;
    }
    let digits: String = letters[at + 3..].iter().take_while(|c| **c != '}').collect();
    shown.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
    at + 4 + digits.len()
}

fn strings(value: &toml::Value, shown: &mut String) {
    match value {
        toml::Value::String(text) => shown.push_str(text),
        toml::Value::Array(values) => values.iter().for_each(|value| strings(value, shown)),
        toml::Value::Table(table) => table.values().for_each(|value| strings(value, shown)),
        _ => {}
    }
}

#[test]
fn every_character_a_user_may_see_is_in_the_fonts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fonts = Fonts::new();
    let mut missing = Vec::new();
    let mut look = |path: &Path, shown: &str| {
        let boxes: Vec<char> = shown.chars().filter(|c| !c.is_control() && !fonts.has(*c)).collect();
        if !boxes.is_empty() {
            missing.push(format!("{}: {boxes:?}", path.display()));
        }
    };
    let mut sources = Vec::new();
    files(&root.join("src/text"), "rs", &mut sources);
    files(&root.join("src/ui"), "rs", &mut sources);
    assert!(sources.len() > 100, "{}", sources.len());
    for path in &sources {
        // What tests are given is not shown.
        let source = fs::read_to_string(path).expect("a file of ours");
        look(path, &literals(source.split("#[cfg(test)]").next().unwrap_or_default()));
    }
    let mut content = Vec::new();
    files(&root.join("content"), "toml", &mut content);
    assert!(content.len() > 100, "{}", content.len());
    for path in &content {
        let mut shown = String::new();
        let table: toml::Table = fs::read_to_string(path).expect("a file of ours").parse().expect("TOML");
        strings(&toml::Value::Table(table), &mut shown);
        look(path, &shown);
    }
    assert!(missing.is_empty(), "no glyph for:\n{}", missing.join("\n"));
}

#[test]
fn literals_are_told_from_comments() {
    let source =
        "// → not seen\nlet a = \"x → y\\u{2713}\"; let b = '“'; fn c<'a>(d: &'a str) {} // \"→\nlet e = r#\"z\"#;";
    assert_eq!(literals(source), "x → y✓“z");
}
