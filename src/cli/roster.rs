//! The verb that takes a roster out of a spreadsheet. Prints every group and row, complaints to stderr with sheet and row; nothing is written
//! with `--dry-run`. Numbers are never kept from here: the vault opens in the program alone.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
};

use crate::{
    clock::Clock,
    engine::roster_import::{self, Complaint, Fate, Makers, Proposal, Reading},
    sheets::read,
    store::{
        self, DirLock, Library, OpenOutcome, Regroup, Regrouping, Report, Request, Snapshot, Store, StoreHandle,
        Subject, vault,
    },
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
    if wish.dry_run {
        // Nothing is written, not even a lock: it may be looked at while Lembar runs.
        let snapshot = Snapshot::take(&data).map_err(|error| error.sentence().to_owned())?;
        let library = snapshot.map(|snapshot| snapshot.library().clone()).unwrap_or_default();
        let (proposal, report) = proposed(wish, &reading, &library)?;
        let outcome = if proposal.changes() { text::DRY_RUN } else { text::NOTHING_NEW };
        return Ok(report + outcome + "\n");
    }
    // A running Lembar would not see what changes under it.
    let lock = DirLock::take(&data).map_err(|error| error.sentence().to_owned())?;
    let clock = Clock::system();
    let (told, wake) = mpsc::sync_channel(1);
    // A full channel has told already.
    let (store, library) = open(&lock, &clock, Arc::new(move || told.try_send(()).unwrap_or_default()))?;
    let (proposal, report) = proposed(wish, &reading, &library)?;
    if !proposal.changes() {
        return Ok(report + text::NOTHING_NEW + "\n");
    }
    save(store, &wake, library, &proposal, &clock)?;
    Ok(report + text::SAVED_LINE + "\n")
}

/// What the file would change, and that in words; an error when there are rows without a group.
fn proposed(wish: &Roster, reading: &Reading, library: &Library) -> Result<(Proposal, String), String> {
    let proposal = roster_import::propose(reading, &library.groups, None, wish.group.as_deref());
    complain(&proposal.complaints);
    if wish.group.is_some() && reading.unnamed() == 0 {
        super::complain(text::GROUP_NOT_NEEDED);
    }
    let report = said(&proposal, library.settings.contains_key(vault::SETTING));
    if proposal.unnamed.is_empty() {
        return Ok((proposal, report));
    }
    super::print(&report);
    Err(text::needs_group(proposal.unnamed.len()))
}

fn complain(complaints: &[Complaint]) {
    for complaint in complaints {
        super::complain(&text::complaint(complaint));
    }
}

fn open(lock: &DirLock, clock: &Clock, wake: Arc<dyn Fn() + Send + Sync>) -> Result<(StoreHandle, Library), String> {
    let sentence = |error: store::StoreError| error.sentence().to_owned();
    match store::open::open(lock, clock.wall()).map_err(sentence)? {
        OpenOutcome::Ready(database) => Store::spawn(database, wake).map_err(sentence),
        OpenOutcome::Damaged { .. } => Err(cli_text::DAMAGED.to_owned()),
    }
}

/// Keeps it; returns once it is on the disk.
fn save(
    mut store: StoreHandle,
    wake: &Receiver<()>,
    mut library: Library,
    proposal: &Proposal,
    clock: &Clock,
) -> Result<(), String> {
    let (mut groups, members) = (library.ids.clone(), &mut library.ids);
    let mut makers = Makers { group: &mut || groups.group(), member: &mut || members.participant(), seal: None };
    let groups = proposal.apply(&library.groups, &mut makers);
    let change = Regrouping { why: Regroup::Imported, groups, archived: Vec::new() };
    store.send(Request::Regroup { change, wall: clock.wall() });
    loop {
        match store.poll() {
            Some(Report::Saved(Subject::Roster)) => return Ok(()),
            Some(Report::Refused { error, .. }) => {
                log::error!("import: {error}");
                return Err(error.sentence().to_owned());
            }
            Some(Report::Failed { error, .. }) => {
                log::error!("import: {error}");
                return Err(text::NOT_SAVED.to_owned());
            }
            Some(Report::Stopped) => return Err(text::NOT_SAVED.to_owned()),
            Some(_) => {}
            // The writer wakes after each report; one that is gone says so at the next poll.
            None => wake.recv().unwrap_or_default(),
        }
    }
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
