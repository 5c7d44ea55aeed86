//! Subtitles from an `.srt` file beside a clip. Lenient: what cannot be read is left out.

use std::{fs, path::Path};

use crate::engine::time::Ms;

/// Larger files are no subtitles, bytes.
const LARGEST: u64 = 2 * 1024 * 1024;

/// One subtitle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtitle {
    /// Shown from here.
    pub from: Ms,
    /// Until here.
    pub to: Ms,
    /// One or more lines.
    pub words: String,
}

/// Reads a file; empty when there is none or it makes no sense.
#[must_use]
pub fn read(path: &Path) -> Vec<Subtitle> {
    match fs::metadata(path) {
        Ok(meta) if meta.len() <= LARGEST => {}
        _ => return Vec::new(),
    }
    match fs::read(path) {
        Ok(bytes) => parse(&bytes),
        Err(error) => {
            log::warn!("{}: {error}", path.display());
            Vec::new()
        }
    }
}

/// The subtitle at a position.
#[must_use]
pub fn at(subtitles: &[Subtitle], position: Ms) -> Option<&str> {
    let shown = subtitles.iter().rev().find(|subtitle| subtitle.from <= position && position < subtitle.to);
    shown.map(|subtitle| subtitle.words.as_str())
}

/// UTF-8, else Windows' Latin letters, which old subtitles are written in.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Blocks of a number, a line of times, words; separated by empty lines. In the order of their times.
#[must_use]
pub fn parse(bytes: &[u8]) -> Vec<Subtitle> {
    let text = decoded(bytes);
    let mut found = Vec::new();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some((from, to)) = times(line) else { continue };
        let mut words = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.is_empty() && times(line).is_none()) {
            words.push(plain(line));
        }
        let words = words.join("\n").trim().to_owned();
        if to > from && !words.is_empty() {
            found.push(Subtitle { from, to, words });
        }
    }
    found.sort_by_key(|subtitle| subtitle.from);
    found
}

/// `00:00:01,500 --> 00:00:04,000`, with a point for the comma too.
fn times(line: &str) -> Option<(Ms, Ms)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

fn time(text: &str) -> Option<Ms> {
    let (clock, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let mut seconds = 0_u64;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(Ms(seconds.checked_mul(1000)?.checked_add(digits.parse().ok()?)?))
}

/// Without `<i>` and the like, which some programs write.
fn plain(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut inside = false;
    for letter in line.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => words.push(letter),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_and_rubbish_is_left_out() {
        let text = "\u{feff}1\r\n00:00:01,500 --> 00:00:04,000\r\n<i>Selamat pagi,</i>\r\nIbu-ibu\r\n\r\n2\r\n00:00:05.25 --> 00:00:06\r\nHalo\r\n\r\n\
            3\r\nkapan saja --> nanti\r\nhilang\r\n\r\n4\r\n00:00:09,000 --> 00:00:08,000\r\nterbalik\r\n";
        let found = parse(text.as_bytes());
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(at(&found, Ms(1499)), None);
        assert_eq!(at(&found, Ms(1500)), Some("Selamat pagi,\nIbu-ibu"));
        assert_eq!(at(&found, Ms(4000)), None);
        assert_eq!(at(&found, Ms(5250)), Some("Halo"));
    }

    #[test]
    fn old_letters_are_understood() {
        let found = parse(b"1\n00:00:00,000 --> 00:00:01,000\ncaf\xe9\n");
        assert_eq!(at(&found, Ms::ZERO), Some("caf\u{e9}"));
    }
}
