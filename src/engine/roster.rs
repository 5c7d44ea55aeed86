//! Groups and participants as plain data.

use serde::{Deserialize, Serialize};

use super::ids::{GroupId, ParticipantId};

/// A group of families that meets once a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Database id.
    pub id: GroupId,
    /// Name, e.g. `Kelompok Melati`.
    pub name: String,
    /// Usual place; may be empty.
    pub place: String,
    /// The labelled demo group: one press removes it with all its meetings.
    pub demo: bool,
    /// Active participants in the usual order.
    pub participants: Vec<Participant>,
}

/// One participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Database id.
    pub id: ParticipantId,
    /// Full name. Never on stage.
    pub name: String,
}

/// Longest accepted name, in characters.
pub const MAX_NAME_CHARS: usize = 80;
/// Most participants a group may have, and most walk-ins of a meeting.
pub const MAX_PARTICIPANTS: usize = 200;

/// Names out of pasted text: one per line, trimmed, inner spaces folded, leading numbering ("12.", "3)", "-") dropped, empty lines and
/// exact repeats left out, over-long ones cut to [`MAX_NAME_CHARS`].
///
/// Rows copied from a spreadsheet (cells parted by tabs or semicolons, or by commas where a cell is a number or quoted) work too: the name is
/// in the column headed "Nama …", else in the first cell that looks like a name. A comma before a title ("Siti, S.Pd") stays.
#[must_use]
pub fn names_from_text(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut column = None;
    for line in text.lines() {
        let cells = cells(line);
        if let Some(header) = cells.iter().position(|cell| is_header(cell)) {
            column = (cells.len() > 1).then_some(header);
            continue;
        }
        let headed = column.and_then(|column| cells.get(column)).filter(|cell| looks_like_name(cell));
        let found = headed.or_else(|| cells.iter().find(|cell| looks_like_name(cell)));
        let Some(cell) = found else { continue };
        let name: String = clean_name(without_number(cell)).chars().take(MAX_NAME_CHARS).collect();
        let name = name.trim_end().to_owned();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A name as it is kept: trimmed, every run of blanks or control characters one space.
#[must_use]
pub fn clean_name(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let visible = text.chars().filter(|c| !invisible(*c));
    let blanked: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    blanked.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of a line; one for a plain line.
fn cells(line: &str) -> Vec<String> {
    let split = |separator: char| split_quoted(line, separator);
    if line.contains('\t') {
        return split('\t');
    }
    if line.contains(';') {
        return split(';');
    }
    let by_comma = split(',');
    let number = |cell: &String| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit());
    if line.contains('"') || by_comma.iter().any(number) || by_comma.len() > 1 && by_comma.iter().any(|c| is_header(c))
    {
        by_comma
    } else {
        vec![line.to_owned()]
    }
}

/// Splits at `separator` outside double quotes; trims cells and drops their quotes.
fn split_quoted(line: &str, separator: char) -> Vec<String> {
    let mut quoted = false;
    let outside = |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    };
    line.split(outside).map(|cell| cell.replace('"', "").trim().to_owned()).collect()
}

/// The head of a column of names.
fn is_header(cell: &str) -> bool {
    const HEADS: [&str; 8] = [
        "nama",
        "nama lengkap",
        "nama peserta",
        "nama kpm",
        "nama ibu",
        "nama pengurus",
        "nama anggota",
        "daftar nama",
    ];
    let cell = clean_name(cell).to_lowercase();
    HEADS.contains(&cell.trim_end_matches([':', '.']))
}

/// More letters than digits, and at least one: not a row number, an identity number, a date or an empty cell.
fn looks_like_name(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    letters > 0 && letters > digits
}

/// Without list bullets and numbering in front: "12.", "3)", "(4)", "-", "•", "7 ".
fn without_number(cell: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '\u{feff}');
    let cell = cell.trim_start_matches(blank);
    let inner = cell.strip_prefix('(').unwrap_or(cell);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == inner.len() {
        return cell;
    }
    rest.trim_start_matches(['.', ')', ':', '/']).trim_start_matches(blank)
}
