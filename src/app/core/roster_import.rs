//! A roster out of a spreadsheet: a worker reads the file, the preview is proposed here, nothing is kept before "Simpan", and then all of it
//! at once, with a way back.

use std::{path::Path, sync::Arc};

use super::{
    Core,
    choosing::{Choosing, Taken, Wish},
    errand::{Ended, Errand},
    import,
};
use crate::{
    engine::{
        grid::Grid,
        identity::{Number, Secret},
        roster::Member,
        roster_import::{self, Makers, Numbers, Opened, Proposal, Reading},
    },
    sheets::read,
    store::{Regroup, Regrouping, vault},
    text::{import as import_text, roster_import as text},
    ui::{
        intent::{ImportKey, Screen, SheetKey},
        view::{Level, RosterImportView},
    },
};

/// What was read and what it would change.
#[derive(Default)]
pub(super) struct RosterImport {
    file: String,
    reading: Option<Reading>,
    proposal: Option<Proposal>,
    error: Option<String>,
    choosing: Option<Choosing>,
    /// Stops within a tenth of a second.
    worker: Option<Errand<Result<Reading, String>>>,
}

fn understood(path: &Path, name: &str, go_on: &mut dyn FnMut() -> bool) -> Result<Reading, String> {
    let grids = read::read(path, go_on).map_err(|fault| {
        log::warn!("roster: {fault}");
        fault.sentence(name)
    })?;
    let reading = roster_import::read(&grids);
    if reading.entries.is_empty() { Err(text::no_members(name)) } else { Ok(reading) }
}

/// Whether a file may be a roster, by its name: where a drop or a choice goes.
pub(super) fn looks_like_one(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| Grid::ENDINGS.contains(&ending.as_str()))
}

impl Core {
    /// The screen opens with nothing read, unless a file is being read.
    pub(super) fn begin_roster_import(&mut self) {
        if self.roster_import.worker.is_none() {
            self.roster_import = RosterImport::default();
            self.drafts.roster_group.clear();
            self.drafts.roster_all = false;
        }
    }

    pub(super) fn sheet_key(&mut self, key: SheetKey) {
        match key {
            SheetKey::Add(path) => self.read_roster(&path),
            SheetKey::Choose => {
                if self.roster_import.worker.is_none() {
                    let choosing = Choosing::new(Wish::Roster, String::new(), Arc::clone(&self.wake));
                    self.roster_import.choosing = Some(choosing);
                }
            }
            SheetKey::Named => self.propose_roster(),
            SheetKey::Stop => self.roster_import.worker = None,
            SheetKey::Save => self.save_roster(),
        }
    }

    /// A key of the chooser, while it stands on this screen.
    pub(super) fn choose_roster(&mut self, key: &ImportKey) {
        if *key == ImportKey::LeaveChoosing {
            self.roster_import.choosing = None;
            return;
        }
        let taken = self.roster_import.choosing.as_mut().and_then(|choosing| choosing.key(key));
        if let Some(Taken::Files(paths)) = taken {
            self.roster_import.choosing = None;
            if let Some(path) = paths.first() {
                self.read_roster(path);
            }
        }
    }

    fn read_roster(&mut self, path: &Path) {
        if self.live.is_some() || self.resume_offered() {
            self.notice(Level::Info, import_text::NOT_NOW);
            return;
        }
        if self.damaged.is_some() || self.roster_import.worker.is_some() {
            return;
        }
        if self.screen != Screen::RosterImport {
            self.go(Screen::RosterImport);
        }
        let path = import::as_meant(path);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.roster_import = RosterImport { file: name.clone(), ..RosterImport::default() };
        let work = move |go_on: &dyn Fn() -> bool| understood(&path, &name, &mut || go_on());
        match Errand::start("roster", Arc::clone(&self.wake), work) {
            Ok(worker) => self.roster_import.worker = Some(worker),
            Err(error) => {
                log::error!("roster: {error}");
                self.roster_import.error = Some(import_text::WORKER_ENDED.to_owned());
            }
        }
    }

    /// Takes in what the worker has read. True when something changed.
    pub(super) fn roster_import_news(&mut self) -> bool {
        let any = self.roster_import.choosing.as_mut().is_some_and(Choosing::news);
        let Some(ended) = self.roster_import.worker.as_ref().and_then(Errand::ended) else { return any };
        let read = match ended {
            Ended::Told(read) => read,
            Ended::Died => Err(import_text::WORKER_ENDED.to_owned()),
        };
        self.roster_import.worker = None;
        match read {
            Ok(reading) => {
                if reading.unnamed() > 0 && self.drafts.roster_group.trim().is_empty() {
                    self.drafts.roster_group = reading.suggestion.clone().unwrap_or_default();
                }
                self.roster_import.reading = Some(reading);
                self.propose_roster();
            }
            Err(sentence) => self.roster_import.error = Some(sentence),
        }
        true
    }

    /// Proposes anew: the file was read, the vault was opened or closed, a group was named.
    pub(super) fn propose_roster(&mut self) {
        let Some(reading) = self.roster_import.reading.take() else { return };
        let numbers = self.opened_numbers();
        let named = Some(self.drafts.roster_group.trim()).filter(|name| !name.is_empty());
        let proposal = roster_import::propose(&reading, &self.groups, numbers.as_ref(), named);
        self.roster_import.proposal = Some(proposal);
        self.roster_import.reading = Some(reading);
    }

    /// All numbers that are kept, opened; `None` while the vault is closed.
    fn opened_numbers(&mut self) -> Option<Numbers> {
        self.vault.as_ref()?;
        let members: Vec<Member> = self.groups.iter().flat_map(|group| &group.members).cloned().collect();
        let mut numbers = Numbers::new();
        for member in members.iter().filter(|member| member.nik.is_some() || member.kk.is_some()) {
            let mut open = |number| self.plain_number(member, number).map(|text| Secret::from(text.to_string()));
            let opened = Opened { nik: open(Number::Nik), kk: open(Number::Kk) };
            numbers.insert(member.id, opened);
        }
        Some(numbers)
    }

    fn save_roster(&mut self) {
        // What was typed last counts, and the vault may have closed meanwhile.
        self.propose_roster();
        let Some(proposal) = self.roster_import.proposal.clone() else { return };
        if !proposal.unnamed.is_empty() || !proposal.changes() {
            return;
        }
        let vault = self.vault.clone().filter(|_| proposal.numbers_kept);
        let seal = vault.map(|vault| {
            move |who, number, digits: &str| {
                let sealed = vault.seal(who, number, digits);
                sealed.inspect_err(|error| log::warn!("a number was not sealed: {error}")).ok()
            }
        });
        let (mut groups, mut members) = (self.ids.clone(), self.ids.clone());
        let mut makers = Makers {
            group: &mut || groups.group(),
            member: &mut || members.participant(),
            seal: seal.as_ref().map(|seal| seal as &roster_import::Seal<'_>),
        };
        let changed = proposal.apply(&self.groups, &mut makers);
        self.ids.pass(&groups, &members);
        let said = text::saved(proposal.counts());
        self.change_roster(Regrouping { why: Regroup::Imported, groups: changed, archived: Vec::new() }, said);
        self.roster_import = RosterImport::default();
        self.go(Screen::Home);
    }

    pub(super) fn roster_import_view(&self) -> Option<RosterImportView<'_>> {
        let import = &self.roster_import;
        (self.screen == Screen::RosterImport).then(|| RosterImportView {
            file: &import.file,
            reading: import.worker.is_some(),
            error: import.error.as_deref(),
            proposal: import.proposal.as_ref(),
            unnamed: import.reading.as_ref().map_or(0, Reading::unnamed),
            sealed_before: self.settings.contains_key(vault::SETTING),
            choosing: import.choosing.as_ref().map(Choosing::view),
        })
    }
}
