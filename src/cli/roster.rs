//! The verb that takes a roster out of a spreadsheet. Prints every group and row, complaints to stderr with sheet and row; nothing is written
//! with `--dry-run`. Numbers are never kept from here: the vault opens in the program alone.

use std::{path::PathBuf, sync::Arc};

use crate::{
    clock::Clock,
    engine::roster_import::{self, Complaint, Fate, Makers, Proposal},
    sheets::read,
    store::{self, DirLock, Library, OpenOutcome, Regroup, Regrouping, Request, Store, StoreHandle, vault},
    text::{cli as cli_text, roster_import as text},
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Roster {
    /// The spreadsheet.
    pub(super) file: PathBuf,
    /// Group of the rows for which the file names none.
    pub(super) group: Option<String>,
    /// Only say what would happen.
    pub(super) dry_run: bool,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(wish: &Roster) -> Result<String, String> {
    let name = wish.file.file_name().unwrap_or(wish.file.as_os_str()).to_string_lossy();
    let grids = read::read(&wish.file, &mut || true).map_err(|fault| fault.sentence(&name))?;
    let reading = roster_import::read(&grids);
    if reading.entries.is_empty() {
        complain(&reading.complaints);
        return Err(text::no_members(&name));
    }
    let data = store::data_dir(wish.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    // A running Lembar would not see what changes under it.
    let lock = DirLock::take(&data).map_err(|error| error.sentence().to_owned())?;
    let clock = Clock::system();
    let (mut store, mut library) = open(&lock, &clock)?;
    let proposal = roster_import::propose(&reading, &library.groups, None, wish.group.as_deref());
    complain(&proposal.complaints);
    if wish.group.is_some() && reading.unnamed() == 0 {
        super::complain(text::GROUP_NOT_NEEDED);
    }
    let sealed_before = library.settings.contains_key(vault::SETTING);
    let mut report = said(&proposal, sealed_before);
    if !proposal.unnamed.is_empty() {
        super::print(&report);
        return Err(text::needs_group(proposal.unnamed.len()));
    }
    let outcome = if !proposal.changes() {
        text::NOTHING_NEW
    } else if wish.dry_run {
        text::DRY_RUN
    } else {
        save(&mut store, &mut library, &proposal, &clock);
        if store.close() > 0 {
            return Err(text::NOT_SAVED.to_owned());
        }
        text::SAVED_LINE
    };
    report.push_str(outcome);
    report.push('\n');
    Ok(report)
}

fn complain(complaints: &[Complaint]) {
    for complaint in complaints {
        super::complain(&text::complaint(complaint));
    }
}

pub(super) fn open(lock: &DirLock, clock: &Clock) -> Result<(StoreHandle, Library), String> {
    let sentence = |error: store::StoreError| error.sentence().to_owned();
    match store::open::open(lock, clock.wall()).map_err(sentence)? {
        OpenOutcome::Ready(database) => Store::spawn(database, Arc::new(|| ())).map_err(sentence),
        OpenOutcome::Damaged { .. } => Err(cli_text::DAMAGED.to_owned()),
    }
}

fn save(store: &mut StoreHandle, library: &mut Library, proposal: &Proposal, clock: &Clock) {
    let (mut groups, mut members) = (library.ids.clone(), library.ids.clone());
    let mut makers = Makers { group: &mut || groups.group(), member: &mut || members.participant(), seal: None };
    let groups = proposal.apply(&library.groups, &mut makers);
    let change = Regrouping { why: Regroup::Imported, groups, archived: Vec::new() };
    store.send(Request::Regroup { change, wall: clock.wall() });
}

/// Every group and every row of which there is something to say.
fn said(proposal: &Proposal, sealed_before: bool) -> String {
    let mut lines = Vec::new();
    for group in &proposal.groups {
        lines.push(format!(
            "{} ({}): {}",
            text::group_name(group),
            text::group_kind(group),
            text::counts(group.counts())
        ));
        for row in group.rows.iter().filter(|row| !matches!(row.fate, Fate::Same(_))) {
            let detail = text::detail(row, proposal.numbers_kept);
            let parts = [text::place(&row.at), row.name.clone(), text::fate(&row.fate).to_lowercase(), detail];
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            lines.push(format!("  {}", parts.join(" · ")));
        }
        if !group.staying.is_empty() {
            lines.push(format!("  {}", text::staying(&group.staying)));
        }
    }
    lines.extend(text::numbers(proposal, sealed_before));
    lines.into_iter().map(|line| line + "\n").collect()
}
