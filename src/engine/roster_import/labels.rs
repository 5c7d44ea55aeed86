//! Rows of a sheet that are no member: labels over a list ("Desa : Sukamaju"), sub-heads, totals, the lines for signatures.

use super::{
    super::{grid::GridRow, roster::clean_name},
    columns::{Column, column, plain},
};

/// What the head of a sheet, or a sub-head, says of everything under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Labels {
    pub(super) group: Option<String>,
    pub(super) village: Option<String>,
    pub(super) district: Option<String>,
    pub(super) leader: Option<String>,
}

impl Labels {
    /// Reads the labels of a row. True when it had any.
    pub(super) fn read(&mut self, row: &GridRow) -> bool {
        let cells: Vec<(usize, &str)> = row.filled().collect();
        let mut any = false;
        for (index, (_, text)) in cells.iter().enumerate() {
            let (label, mut value) = match text.split_once(':') {
                Some((label, value)) => (label, value.trim().to_owned()),
                None => (*text, String::new()),
            };
            let Some(kind) = column(label) else { continue };
            if value.is_empty() {
                // ": Melati" in the next cell, or ":" and "Melati" in the next two, or the colon is left out.
                let mut rest = cells.iter().skip(index + 1).map(|(_, text)| *text);
                let next = rest.next().unwrap_or_default();
                value = match next.strip_prefix(':').map(str::trim) {
                    Some("") => rest.next().unwrap_or_default().to_owned(),
                    Some(after) => after.to_owned(),
                    None if column(next).is_some() => continue,
                    None => next.to_owned(),
                };
            }
            let value = clean_name(&value);
            let slot = match kind {
                Column::Group => &mut self.group,
                Column::Village => &mut self.village,
                Column::District => &mut self.district,
                Column::Leader => &mut self.leader,
                _ => continue,
            };
            if !value.is_empty() {
                *slot = Some(value);
                any = true;
            }
        }
        if let Some(group) = sub_head(row).filter(|_| self.group.is_none() || !any) {
            self.group = Some(group);
            any = true;
        }
        any
    }
}

impl Labels {
    /// What `newer` says counts; what it leaves unsaid stays.
    pub(super) fn take_over(&mut self, newer: Self) {
        let pairs = [
            (&mut self.group, newer.group),
            (&mut self.village, newer.village),
            (&mut self.district, newer.district),
            (&mut self.leader, newer.leader),
        ];
        for (slot, said) in pairs {
            *slot = said.or_else(|| slot.take());
        }
    }
}

/// How a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// "Desa : …" or "Tempat : …", also with the colon in the next cell.
    Labelled,
    /// A word that may be a label: "Desa".
    Bare,
    /// Anything else.
    Other,
}

/// How a row begins.
pub(super) fn opening(row: &GridRow) -> Opening {
    let mut filled = row.filled().map(|(_, text)| text);
    let first = filled.next().unwrap_or_default();
    if first.contains(':') || filled.next().is_some_and(|next| next.starts_with(':')) {
        return Opening::Labelled;
    }
    match column(first) {
        Some(Column::Group | Column::Village | Column::District | Column::Leader) => Opening::Bare,
        _ => Opening::Other,
    }
}

/// "Kelompok Melati" as the first words of a row with little else in it.
fn sub_head(row: &GridRow) -> Option<String> {
    let mut filled = row.filled();
    let (_, first) = filled.next()?;
    if filled.count() > 2 || first.chars().count() > 60 {
        return None;
    }
    let words = plain(first);
    let mut words = words.split(' ').peekable();
    // "A. Kelompok Melati", "1. Kelompok Melati", "Nama Kelompok Melati".
    while words
        .peek()
        .is_some_and(|word| word.len() == 1 || *word == "NAMA" || word.chars().all(|c| c.is_ascii_digit()))
    {
        words.next();
    }
    if !matches!(words.next(), Some("KELOMPOK" | "KLP")) {
        return None;
    }
    // A title: "Kelompok PKH Desa …" names no group.
    let rest: Vec<&str> = words.collect();
    if rest.is_empty()
        || rest.len() > 5
        || rest.iter().any(|word| matches!(*word, "DESA" | "KECAMATAN" | "TAHUN" | "BULAN"))
    {
        return None;
    }
    let lower = first.to_lowercase();
    let from = lower.find("kelompok").or_else(|| lower.find("klp"))?;
    // Byte places agree unless lower case has another length; then the words as they are.
    Some(clean_name(first.get(from..).unwrap_or(first)))
}

/// Jumlah, total: a row that counts.
pub(super) fn is_total(row: &GridRow) -> bool {
    let mut words = row.filled().map(|(_, text)| plain(text));
    words.find(|text| text.chars().any(char::is_alphabetic)).is_some_and(|text| {
        let first = text.split(' ').next().unwrap_or_default();
        matches!(first, "JUMLAH" | "TOTAL" | "JML" | "SUBTOTAL" | "REKAP" | "REKAPITULASI")
            || text.starts_with("SUB TOTAL")
    })
}

/// What stands under a list: place and date, "Mengetahui", who signs. Remarks in these columns are not looked at.
pub(super) fn is_signing(row: &GridRow, remarks: [Option<usize>; 3]) -> bool {
    row.filled().filter(|(at, _)| !remarks.contains(&Some(*at))).any(|(_, text)| signs(text))
}

/// Whether a cell is one of those.
pub(super) fn signs(text: &str) -> bool {
    const STARTS: [&str; 12] = [
        "MENGETAHUI",
        "MENYETUJUI",
        "PENDAMPING SOSIAL",
        "PENDAMPING PKH",
        "PENDAMPING",
        "KETUA KELOMPOK",
        "KOORDINATOR",
        "NIP",
        "TANDA TANGAN",
        "YANG MEMBUAT",
        "DIBUAT OLEH",
        "PETUGAS",
    ];
    let words = plain(text);
    let dots = text.chars().filter(|c| matches!(c, '.' | '_' | '…')).count();
    let empty_line = (dots >= 6 || text.contains('…')) && words.is_empty();
    empty_line
        || STARTS.iter().any(|start| words == *start || words.starts_with(&format!("{start} ")))
        || is_dated(text)
}

/// "Sukamaju, 12 November 2026".
fn is_dated(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "JANUARI",
        "FEBRUARI",
        "MARET",
        "APRIL",
        "MEI",
        "JUNI",
        "JULI",
        "AGUSTUS",
        "SEPTEMBER",
        "OKTOBER",
        "NOVEMBER",
        "DESEMBER",
    ];
    let words = plain(text);
    let year = |word: &str| word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit());
    text.contains(',') && words.split(' ').any(|word| MONTHS.contains(&word)) && words.split(' ').any(year)
}

/// "1 | 2 | 3 | 4", the numbers of the columns.
pub(super) fn is_column_numbers(row: &GridRow) -> bool {
    let numbers: Option<Vec<u32>> =
        row.filled().map(|(_, text)| text.trim_matches(['(', ')', '.']).parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3 && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
    })
}

/// Words by which the same group is known again: "KELOMPOK MELATI", "Klp. Melati" and "Melati".
pub(super) fn group_key(name: &str) -> String {
    let words = plain(name);
    let parts: Vec<&str> =
        words.split(' ').skip_while(|word| matches!(*word, "KELOMPOK" | "KLP" | "KEL" | "PKH" | "P2K2")).collect();
    if parts.is_empty() { words } else { parts.join(" ") }
}

/// How a new group is called: a bare number or letter gets the word before it.
pub(super) fn group_name(name: &str) -> String {
    let name = clean_name(name);
    if name.chars().count() <= 3 { format!("Kelompok {name}") } else { name }
}
