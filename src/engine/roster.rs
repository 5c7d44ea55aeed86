//! Groups and participants as plain data.

use serde::{Deserialize, Serialize};

use super::{
    identity::Number,
    ids::{GroupId, ParticipantId},
    time::DayMinute,
};

/// A group of families that meets once a month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Database id.
    pub id: GroupId,
    /// Name, e.g. `Kelompok Melati`.
    pub name: String,
    /// Desa, kelurahan or pekon; may be empty.
    pub village: String,
    /// Kecamatan; may be empty.
    pub district: String,
    /// Ketua kelompok; one of `members`.
    pub leader: Option<ParticipantId>,
    /// Usual place; may be empty.
    pub place: String,
    /// Usual hour.
    pub hour: Option<DayMinute>,
    /// The labelled demo group: one press removes it with all its meetings.
    pub demo: bool,
    /// Everybody who is not archived, in the usual order; those who left the programme too.
    pub members: Vec<Member>,
}

impl Group {
    /// Who is called up at a meeting: the active members in the usual order.
    #[must_use]
    pub fn participants(&self) -> Vec<Participant> {
        let active = self.members.iter().filter(|member| member.standing == Standing::Active);
        active.map(|member| Participant { id: member.id, name: member.name.clone() }).collect()
    }

    /// How many of them there are.
    #[must_use]
    pub fn active(&self) -> usize {
        self.members.iter().filter(|member| member.standing == Standing::Active).count()
    }
}

/// A member as the roster keeps them (pengurus of a family).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Database id; stays when the member moves to another group.
    pub id: ParticipantId,
    /// Full name. Never on stage.
    pub name: String,
    /// Street or hamlet; may be empty.
    pub address: String,
    /// Why the family is in the programme, without repeats, in the order of [`Component`].
    pub components: Vec<Component>,
    /// Whether they are still in it.
    pub standing: Standing,
    /// Whatever the facilitator wants to remember; may be empty. Never on stage.
    pub notes: String,
    /// Identity number, sealed. Left out of everything that is written as text.
    #[serde(skip)]
    pub nik: Option<Sealed>,
    /// Number of the family card, sealed. Left out of everything that is written as text.
    #[serde(skip)]
    pub kk: Option<Sealed>,
}

impl Member {
    /// A member of whom only the name is known.
    #[must_use]
    pub fn named(id: ParticipantId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), ..Self::default() }
    }

    /// A number as it is kept, if it is.
    #[must_use]
    pub fn sealed(&self, number: Number) -> Option<&Sealed> {
        match number {
            Number::Nik => self.nik.as_ref(),
            Number::Kk => self.kk.as_ref(),
        }
    }

    /// Keeps a number, or none.
    pub fn set_sealed(&mut self, number: Number, sealed: Option<Sealed>) {
        match number {
            Number::Nik => self.nik = sealed,
            Number::Kk => self.kk = sealed,
        }
    }
}

/// A component of the programme a family is in it for (komponen PKH).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Ibu hamil.
    Pregnant,
    /// Anak usia dini.
    EarlyChild,
    /// Anak SD.
    Primary,
    /// Anak SMP.
    JuniorHigh,
    /// Anak SMA.
    SeniorHigh,
    /// Penyandang disabilitas berat.
    Disabled,
    /// Lanjut usia.
    Elderly,
}

impl Component {
    /// All, in the order of the office's forms.
    pub const ALL: [Self; 7] = [
        Self::Pregnant,
        Self::EarlyChild,
        Self::Primary,
        Self::JuniorHigh,
        Self::SeniorHigh,
        Self::Disabled,
        Self::Elderly,
    ];
}

/// Whether a member is still in the programme. Who is not keeps every meeting they came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Aktif.
    #[default]
    Active,
    /// Graduasi.
    Graduated,
    /// Pindah.
    Moved,
}

/// A number encrypted by the store's vault: what is on disk, meaningless without the passphrase.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}

/// Someone on the roll of a meeting: all that its journal keeps of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Database id.
    pub id: ParticipantId,
    /// Full name then. Never on stage.
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
pub(super) fn looks_like_name(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    letters > 0 && letters > digits
}

/// Without list bullets and numbering in front: "12.", "3)", "(4)", "-", "•", "7 ".
pub(super) fn without_number(cell: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '\u{feff}');
    let cell = cell.trim_start_matches(blank);
    let inner = cell.strip_prefix('(').unwrap_or(cell);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == inner.len() {
        return cell;
    }
    rest.trim_start_matches(['.', ')', ':', '/']).trim_start_matches(blank)
}
