//! From cells to members: where the list begins and ends, which group a row is of, what its cells say.

use super::{
    super::{
        grid::{Grid, GridRow},
        identity::{DIGITS, IdentityFault, Number, Secret, checked},
        roster::{Component, Standing, clean_name, looks_like_name, without_number},
    },
    Complaint, Entry, Place, Reading, Trouble,
    columns::{Column, Columns, component, plain},
    labels::{self, Labels, Opening},
};

/// Numbers of one column that end in 0 and make the whole column untrue: by chance that happens once in ten thousand.
const SUSPICIOUS: usize = 4;

/// Understands the sheets of a file.
#[must_use]
pub fn read(grids: &[Grid]) -> Reading {
    let used = grids.iter().filter(|grid| !grid.rows.is_empty()).count();
    let mut reading = Reading::default();
    let mut tables = Vec::new();
    for grid in grids.iter().filter(|grid| !grid.rows.is_empty()) {
        let sheet = grid.name.clone().filter(|_| used > 1);
        let mut table = Table::new(sheet);
        table.read(grid);
        tables.push((grid, table));
    }
    let filled = tables.iter().filter(|(_, table)| !table.entries.is_empty()).count();
    for (grid, mut table) in tables {
        let own = grid.name.as_deref().filter(|name| says_something(name)).map(labels::group_name);
        let called = own.clone().filter(|name| filled > 1 || plain(name).starts_with("KELOMPOK "));
        if let Some(name) = called {
            for entry in table.entries.iter_mut().filter(|entry| entry.group.is_none()) {
                entry.group = Some(name.clone());
            }
        }
        if !table.entries.is_empty() {
            reading.suggestion = reading.suggestion.or(own);
        }
        // A page without a list beside one that has it is nothing to complain about.
        let idle = filled > 0 && table.entries.is_empty();
        table.complaints.retain(|complaint| !(idle && complaint.what == Trouble::NoHead));
        reading.complaints.append(&mut table.complaints);
        reading.entries.append(&mut table.entries);
    }
    reading
}

/// Whether a sheet was given a name by somebody.
fn says_something(name: &str) -> bool {
    let words = plain(name);
    let stem = words.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    !matches!(
        stem,
        "" | "SHEET" | "LEMBAR" | "TABLE" | "TABEL" | "DATA" | "REKAP" | "DATA KPM" | "KPM" | "ABSEN" | "DAFTAR HADIR"
    )
}

/// What the row before was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// A label over a list.
    Labels,
    /// Heads, or what stands between them and the first member.
    Heads,
    Members,
    /// A total, a signature or something under them.
    Under,
}

/// A sheet being read.
struct Table {
    sheet: Option<String>,
    columns: Option<Columns>,
    /// What stands over the list, or over this part of it.
    labels: Labels,
    /// Under the column of groups, an empty cell means the one above.
    group: Option<String>,
    /// First entry that stands under these labels.
    block: usize,
    at: Stand,
    /// Rows of members have running numbers.
    numbered: bool,
    /// Rows left unread there.
    skipped: Option<(u32, u32)>,
    entries: Vec<Entry>,
    complaints: Vec<Complaint>,
}

impl Table {
    fn new(sheet: Option<String>) -> Self {
        Self {
            sheet,
            columns: None,
            labels: Labels::default(),
            group: None,
            block: 0,
            at: Stand::Heads,
            numbered: false,
            skipped: None,
            entries: Vec::new(),
            complaints: Vec::new(),
        }
    }

    fn read(&mut self, grid: &Grid) {
        // A head of names alone counts only where no better one is.
        let better = (0..grid.rows.len()).any(|at| head(grid, at, 1).is_some());
        let others = usize::from(better);
        let mut at = 0;
        while let Some(row) = grid.rows.get(at) {
            at += 1;
            if let Some(columns) = head(grid, at - 1, others) {
                self.begin(columns);
                let next = grid.rows.get(at).filter(|next| next.number == row.number + 1);
                if let (Some(columns), Some(next)) = (&mut self.columns, next) {
                    at += usize::from(columns.refine(next));
                }
            } else if self.columns.is_none() {
                self.labels.read(row);
            } else {
                self.row(row);
            }
        }
        self.leave();
        self.name_leader();
        self.doubt_zeros();
        if self.columns.is_none() {
            self.complain(None, Trouble::NoHead);
        }
        if grid.cut {
            self.complain(None, Trouble::Cut);
        }
    }

    fn begin(&mut self, columns: Columns) {
        self.leave();
        self.columns = Some(columns);
        (self.group, self.at, self.numbered) = (None, Stand::Heads, false);
    }

    /// Says which rows under a list were not read.
    fn leave(&mut self) {
        if let Some((first, last)) = self.skipped.take() {
            self.complain(Some(first), Trouble::Under(last));
        }
    }

    fn complain(&mut self, row: Option<u32>, what: Trouble) {
        self.complaints.push(Complaint { at: Place { sheet: self.sheet.clone(), row }, what });
    }

    fn row(&mut self, row: &GridRow) {
        let Some(columns) = self.columns.clone() else { return };
        if labels::is_column_numbers(row) {
            return;
        }
        let name = columns.name().map_or("", |at| row.text(at));
        let number = columns.text(row, Column::No);
        let counted = !number.is_empty() && plain(number).chars().all(|c| c.is_ascii_digit());
        let told = [Column::Nik, Column::Kk, Column::Numbers].iter().any(|column| {
            let text = columns.text(row, *column);
            text.chars().filter(char::is_ascii_digit).count() >= 6
        });
        if !told && !counted && self.beside(row, &columns, name) {
            return;
        }
        if name.is_empty() && !told {
            // A running number alone is a line left free.
            if row.filled().any(|(_, text)| text.chars().any(char::is_alphabetic)) {
                self.complain(Some(row.number), Trouble::NotRead);
            }
            return;
        }
        self.numbered |= counted;
        if counted || self.at != Stand::Under {
            self.at = Stand::Members;
        }
        let entry = self.entry(row, &columns, name);
        self.entries.push(entry);
    }

    /// A row without a running number and without NIK or no. KK that is no member: labels of the next list, a total, a sign-off and what
    /// stands under it.
    fn beside(&mut self, row: &GridRow, columns: &Columns, name: &str) -> bool {
        if self.heading(row) {
            return true;
        }
        if labels::is_total(row) {
            self.at = Stand::Under;
            return true;
        }
        let somebody = is_name(name) && !labels::signs(name);
        let kept = [Column::Address, Column::Kk].iter().any(|column| !columns.text(row, *column).is_empty());
        let remarks = [Column::Notes, Column::Status, Column::Office].map(|column| columns.at(column));
        // Nobody signs before the first member: "Ketua Kelompok" beside her name is what she is.
        let first = matches!(self.at, Stand::Labels | Stand::Heads);
        let signing = labels::is_signing(row, remarks) && !(somebody && (kept || first));
        let below = self.at == Stand::Under;
        let under = below && (self.numbered || name.is_empty());
        // Somebody's name where the signing begins may have been a member's.
        let unread = if signing { somebody && !below } else { under };
        if signing {
            (self.at, self.numbered) = (Stand::Under, true);
        }
        if unread {
            self.skipped = Some((self.skipped.map_or(row.number, |(first, _)| first), row.number));
        }
        signing || under
    }

    /// Takes in a row of labels. A first one under a list begins the next list: what is not said again, but for the leader, still holds.
    fn heading(&mut self, row: &GridRow) -> bool {
        let mut labels = Labels::default();
        let (any, opening) = (labels.read(row), labels::opening(row));
        let place = labels.village.is_some() || labels.district.is_some();
        let begins = any && (labels.group.is_some() || place && opening == Opening::Labelled);
        let goes_on = self.at == Stand::Labels && opening != Opening::Other;
        if !begins && !goes_on {
            return false;
        }
        self.leave();
        if self.entries.len() > self.block {
            self.name_leader();
            self.block = self.entries.len();
            self.labels.leader = None;
        }
        if labels.group.is_some() {
            self.group = None;
        }
        self.at = Stand::Labels;
        self.labels.take_over(labels);
        true
    }

    fn entry(&mut self, row: &GridRow, columns: &Columns, name: &str) -> Entry {
        let text = |column| columns.text(row, column);
        let above = |text: &str| Some(clean_name(text)).filter(|text| !text.is_empty());
        if let Some(group) = above(text(Column::Group)) {
            self.group = Some(group);
        }
        let group = self.group.clone().or_else(|| self.labels.group.clone()).map(|name| labels::group_name(&name));
        let (nik, kk) = self.numbers(row, columns);
        // A number alone is no numbering; it is said not to be a name.
        let called = Some(without_number(name)).filter(|rest| !rest.is_empty()).unwrap_or(name);
        let (name, marked) = without_office(called);
        let (remark, status, office) = (text(Column::Notes), text(Column::Status), text(Column::Office));
        let leads = |text: &str| matches!(plain(text).as_str(), "KETUA" | "KETUA KELOMPOK");
        // What is understood need not be remarked.
        let notes = if leads(remark) || lone_standing(remark).is_some() { "" } else { remark };
        Entry {
            at: Place { sheet: self.sheet.clone(), row: Some(row.number) },
            group,
            village: above(text(Column::Village)).or_else(|| self.labels.village.clone()),
            district: above(text(Column::District)).or_else(|| self.labels.district.clone()),
            name,
            nik,
            kk,
            address: address(row, columns),
            components: components(row, columns),
            standing: standing(status).or_else(|| remarked_standing(remark)),
            notes: clean_name(notes),
            leader: marked || [remark, status, office].into_iter().any(leads),
        }
    }

    /// NIK and no. KK, each checked; what is wrong with one costs that cell only.
    fn numbers(&mut self, row: &GridRow, columns: &Columns) -> (Option<Secret>, Option<Secret>) {
        let mut take = |number, at: Option<usize>| self.number(row, number, at, None);
        let mut nik = take(Number::Nik, columns.at(Column::Nik));
        let mut kk = take(Number::Kk, columns.at(Column::Kk));
        if let Some(at) = columns.at(Column::Numbers) {
            // One under the other, or parted by a stroke; the NIK first, as the head says.
            let mut parts = row.text(at).split(['\n', '/', '|', ';']).filter(|part| !part.trim().is_empty());
            if let Some(part) = parts.next() {
                nik = self.number(row, Number::Nik, Some(at), Some(part));
            }
            if let Some(part) = parts.next() {
                kk = self.number(row, Number::Kk, Some(at), Some(part));
            }
        }
        (nik, kk)
    }

    fn number(&mut self, row: &GridRow, number: Number, at: Option<usize>, part: Option<&str>) -> Option<Secret> {
        let cell = row.cells.get(at?)?;
        let text = part.unwrap_or(&cell.text);
        let found = if cell.rounded || is_float(text) { Err(IdentityFault::Rounded) } else { checked(text) };
        match found {
            Ok(digits) => Some(Secret::from(digits)),
            Err(IdentityFault::Empty) => None,
            Err(fault) => {
                self.complain(Some(row.number), Trouble::Number(number, fault));
                None
            }
        }
    }

    /// "Ketua kelompok : …" over a list marks the member of that name in it.
    fn name_leader(&mut self) {
        let Some(leader) = self.labels.leader.as_deref().map(plain) else { return };
        let block = self.entries.iter_mut().skip(self.block);
        let mut found = block.filter(|entry| plain(&entry.name) == leader);
        if let (Some(entry), None) = (found.next(), found.next()) {
            entry.leader = true;
        }
    }

    /// A column of numbers that all end in 0 came through a spreadsheet that keeps fifteen digits.
    fn doubt_zeros(&mut self) {
        for number in Number::ALL {
            let of = |entry: &Entry| match number {
                Number::Nik => entry.nik.clone(),
                Number::Kk => entry.kk.clone(),
            };
            let all: Vec<Secret> = self.entries.iter().filter_map(of).collect();
            if all.len() < SUSPICIOUS || all.iter().any(|digits| !digits.expose().ends_with('0')) {
                continue;
            }
            for entry in &mut self.entries {
                match number {
                    Number::Nik => entry.nik = None,
                    Number::Kk => entry.kk = None,
                }
            }
            self.complain(None, Trouble::AllRounded(number));
        }
    }
}

fn head(grid: &Grid, at: usize, others: usize) -> Option<Columns> {
    let row = grid.rows.get(at)?;
    let above = at.checked_sub(1).and_then(|at| grid.rows.get(at)).filter(|above| above.number + 1 == row.number);
    Columns::of(row, above, others)
}

/// `3201010101800001.0` or `3201010101800001,00`: a number that went through arithmetic.
fn is_float(text: &str) -> bool {
    let parts = text.trim().rsplit_once(['.', ',']);
    parts.is_some_and(|(whole, rest)| {
        whole.len() == DIGITS
            && whole.chars().all(|c| c.is_ascii_digit())
            && !rest.is_empty()
            && rest.chars().all(|c| c == '0')
    })
}

/// "SITI AMINAH (Ketua)": the name, and that she leads.
fn without_office(name: &str) -> (String, bool) {
    let name = clean_name(name);
    let lower = name.to_lowercase();
    for office in ["(ketua kelompok)", "(ketua)", "- ketua", "*ketua"] {
        // Lower case may be of another length in letters no name here has; then the name stays whole.
        if let Some(rest) = lower.strip_suffix(office).and_then(|front| name.get(..front.len())) {
            return (clean_name(rest), true);
        }
    }
    (name, false)
}

/// What a column of standings says, by its first word: "Pindah ke Bogor".
fn standing(text: &str) -> Option<Standing> {
    let words = plain(text);
    match words.split(' ').next().unwrap_or_default() {
        "AKTIF" => Some(Standing::Active),
        "GRADUASI" | "GRADUATED" | "LULUS" => Some(Standing::Graduated),
        "PINDAH" => Some(Standing::Moved),
        _ => None,
    }
}

fn lone_standing(text: &str) -> Option<Standing> {
    standing(text).filter(|_| !plain(text).contains(' '))
}

/// Among remarks a word alone is a standing; with others beside it, it may be of anything ("Lulus SMP", "Pindah ke RT 02"), and who is taken
/// for gone is missed on the roll. "Graduasi" is the programme's own word.
fn remarked_standing(text: &str) -> Option<Standing> {
    lone_standing(text).or_else(|| standing(text).filter(|_| plain(text).starts_with("GRADUASI ")))
}

fn address(row: &GridRow, columns: &Columns) -> String {
    let text = |column| clean_name(columns.text(row, column));
    let mut parts = vec![text(Column::Address)];
    let called = |word: &str, text: String| {
        let plain = text.chars().next().is_some_and(|c| c.is_ascii_digit());
        if plain { format!("{word} {text}") } else { text }
    };
    parts.push(text(Column::Hamlet));
    parts.push(called("RT/RW", text(Column::RtRw)));
    parts.push(called("RT", text(Column::Rt)));
    parts.push(called("RW", text(Column::Rw)));
    parts.retain(|part| !part.is_empty() && part != "-");
    parts.join(", ")
}

fn components(row: &GridRow, columns: &Columns) -> Vec<Component> {
    let mut found: Vec<Component> =
        columns.components().filter(|(at, _)| is_mark(row.text(*at))).map(|(_, component)| component).collect();
    let words = columns.text(row, Column::Components).split([',', ';', '/', '+', '\n', '&']);
    found.extend(words.filter_map(|word| {
        let word = plain(word);
        // "SD 2", "2 SD": how many of them.
        let named: Vec<&str> = word.split(' ').filter(|part| !part.chars().all(|c| c.is_ascii_digit())).collect();
        component(&word).or_else(|| component(&named.join(" ")))
    }));
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a cell under a component says yes: a mark, a count, a word. No is an empty cell, a dash, a nought, or words that begin with one for
/// no: "tidak ada".
fn is_mark(text: &str) -> bool {
    const NO: [&str; 8] = ["TIDAK", "TDK", "TAK", "BUKAN", "BELUM", "NIHIL", "NO", "FALSE"];
    let words = plain(text);
    let first = words.split(' ').next().unwrap_or_default();
    !NO.contains(&first) && !text.trim_matches(['0', '.', ',', '-', '–', '—', ' ']).is_empty()
}

/// Whether a name can be kept as one.
pub(super) fn is_name(text: &str) -> bool {
    looks_like_name(text)
}
