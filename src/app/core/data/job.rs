//! The thread that copies, looks into copies, takes them back and makes tables. Copies, unpacking and tables can be stopped.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use super::{
    super::{
        Wake,
        choosing::free,
        errand::{Ended, Errand},
    },
    own,
};
use crate::{
    app::{
        self,
        outgoing::{self, Format, OutgoingError, Source},
        printing,
    },
    engine::time::{Month, Wall},
    pack::Pack,
    store::{
        self, BackupFile, DirLock, Library, OpenOutcome, Store, StoreError, StoreHandle, backup,
        carry::{self, CarryError, Prepared},
    },
    text::{data as text, outgoing as outgoing_text},
};

/// The percent of what nobody counts.
const UNCOUNTED: u8 = u8::MAX;

/// Work to do. Names of files are without ending.
pub(super) enum Job {
    /// Which dated copies are good.
    Look,
    /// Everything into a new file of this name in a folder.
    Copy(PathBuf, String, Wall),
    /// Let go of a copy looked into before, then unpack and check this one.
    Prepare(Option<Prepared>, PathBuf),
    /// Let go of a copy that is not wanted.
    Forget(Prepared),
    /// Put it in the place of the data.
    Restore(StoreHandle, Prepared, Wall, Wake),
    /// Make a month's recap and show it.
    Recap(Month, String),
    /// Everything as tables in a new folder of this name in a folder.
    Csv(PathBuf, String),
}

impl Job {
    const fn doing(&self) -> &'static str {
        match self {
            Self::Look => text::LOOKING,
            Self::Copy(..) => text::COPYING,
            Self::Prepare(..) => text::PREPARING,
            Self::Forget(_) => text::STOPPING,
            Self::Restore(..) => text::RESTORING,
            Self::Recap(..) => text::RECAPPING,
            Self::Csv(..) => text::EXPORTING,
        }
    }
}

/// How it ended.
pub(super) enum News {
    Nothing,
    Looked(Vec<BackupFile>),
    Told(Result<String, String>),
    Prepared(Prepared),
    Restored(Box<Restored>),
}

/// The store opened anew.
pub(super) struct Restored {
    /// `None`: not even the data of before could be opened again.
    pub(super) store: Option<(StoreHandle, Library)>,
    /// The content with the own sessions as they are now.
    pub(super) pack: Option<Arc<Pack>>,
    /// What to tell; an error: the data are those of before.
    pub(super) said: Result<String, String>,
}

/// What is under way; let go, it stops at the next piece.
pub(super) struct Worker {
    /// What is being done, and how far, in words.
    pub(super) words: String,
    /// The data are being exchanged.
    pub(super) restores: bool,
    /// It can be stopped.
    pub(super) stoppable: bool,
    doing: &'static str,
    percent: Arc<AtomicU8>,
    errand: Errand<News>,
}

impl Worker {
    pub(super) fn start(job: Job, lock: Arc<DirLock>, pack: Arc<Pack>, wake: Wake) -> std::io::Result<Self> {
        let percent = Arc::new(AtomicU8::new(UNCOUNTED));
        let doing = job.doing();
        let restores = matches!(job, Job::Restore(..));
        let stoppable = matches!(job, Job::Copy(..) | Job::Prepare(..) | Job::Csv(..));
        let (shown, moved) = (Arc::clone(&percent), Arc::clone(&wake));
        let work = move |go_on: &dyn Fn() -> bool| {
            let mut told = |done: u64, all: u64| {
                let now = u8::try_from((done * 100).checked_div(all).unwrap_or(100).min(100)).unwrap_or(100);
                if shown.swap(now, Ordering::Relaxed) != now {
                    moved();
                }
                go_on()
            };
            let news = carry_out(job, &lock, &pack, &mut told);
            // The lock is given back before anybody can wait for it.
            drop(lock);
            news
        };
        let errand = Errand::start("data", wake, work)?;
        let words = text::under_way(doing);
        Ok(Self { words, restores, stoppable, doing, percent, errand })
    }

    pub(super) fn ask_to_stop(&mut self) {
        if self.stoppable {
            self.errand.stop();
            self.stoppable = false;
            self.doing = text::STOPPING;
            self.words = text::under_way(self.doing);
        }
    }

    /// How it ended, once it has.
    pub(super) fn news(&self) -> Option<News> {
        Some(match self.errand.ended()? {
            Ended::Told(news) => news,
            Ended::Died if self.restores => {
                let said = Err(text::WORKER_ENDED.to_owned());
                News::Restored(Box::new(Restored { store: None, pack: None, said }))
            }
            Ended::Died => News::Told(Err(text::WORKER_ENDED.to_owned())),
        })
    }

    /// Says anew how far it is; true when that changed.
    pub(super) fn worded(&mut self) -> bool {
        let words = match self.percent.load(Ordering::Relaxed) {
            UNCOUNTED => text::under_way(self.doing),
            _ if !self.stoppable => text::under_way(self.doing),
            100 if self.doing == text::COPYING => text::under_way(text::CHECKING),
            percent => text::percent(self.doing, percent),
        };
        let changed = words != self.words;
        self.words = words;
        changed
    }
}

fn carry_out(job: Job, lock: &DirLock, pack: &Pack, told: &mut carry::Told<'_>) -> News {
    let dir = lock.dir();
    match job {
        Job::Look => News::Looked(backup::good_copies(dir)),
        Job::Copy(into, name, wall) => News::Told(copied(dir, &free(&into, &name, "zip"), wall, told)),
        Job::Prepare(before, file) => {
            // Its folder beside the data is the next one's.
            drop(before);
            match carry::prepare(dir, &file, told) {
                Ok(prepared) => News::Prepared(prepared),
                Err(error) => News::Told(ended(&error)),
            }
        }
        Job::Forget(prepared) => {
            drop(prepared);
            News::Nothing
        }
        Job::Restore(store, prepared, wall, wake) => {
            let mut restored = restored(store, prepared, lock, wall, &wake);
            if restored.said.is_ok() {
                restored.pack = Some(own::reloaded(pack, &app::own_dir(dir)));
            }
            News::Restored(Box::new(restored))
        }
        Job::Recap(month, name) => News::Told(recap(dir, pack, month, &name)),
        Job::Csv(into, name) => News::Told(tables(dir, pack, &free(&into, &name, ""), told)),
    }
}

fn copied(dir: &Path, file: &Path, wall: Wall, told: &mut carry::Told<'_>) -> Result<String, String> {
    match carry::write(dir, file, wall, told) {
        Ok(held) => Ok(text::copied(&file.display().to_string(), held.groups, held.meetings, held.photos)),
        Err(error) => ended(&error),
    }
}

/// Stopped as was wished is no trouble.
fn ended(error: &CarryError) -> Result<String, String> {
    if matches!(error, CarryError::Stopped) {
        return Ok(error.sentence());
    }
    log::warn!("copy: {error}");
    Err(error.sentence())
}

/// Closes the store, puts the copy in the place of the data and opens them; what fails leads back to the data of before.
fn restored(store: StoreHandle, prepared: Prepared, lock: &DirLock, wall: Wall, wake: &Wake) -> Restored {
    if store.close() > 0 {
        return opened_again(lock, wall, wake, text::UNSAVED);
    }
    let words = text::restored(&super::words(&prepared));
    let aside = match prepared.put_in_place(lock, wall) {
        Ok(aside) => aside,
        Err(error) => {
            log::error!("restore: {error}");
            return opened_again(lock, wall, wake, text::NOT_USABLE);
        }
    };
    match opened(lock, wall, wake) {
        Ok(store) => Restored { store: Some(store), pack: None, said: Ok(words) },
        Err(error) => {
            log::error!("restore: {error}");
            if let Err(error) = aside.take_back() {
                log::error!("the data of before are not in their place: {error}");
            }
            opened_again(lock, wall, wake, text::NOT_USABLE)
        }
    }
}

fn opened(lock: &DirLock, wall: Wall, wake: &Wake) -> Result<(StoreHandle, Library), StoreError> {
    match store::open::open(lock, wall)? {
        OpenOutcome::Ready(database) => Store::spawn(database, Arc::clone(wake)),
        OpenOutcome::Damaged { .. } => Err(StoreError::Damaged("what was put in place".to_owned())),
    }
}

/// Opens the data of before; `why` says what did not work.
pub(super) fn opened_again(lock: &DirLock, wall: Wall, wake: &Wake, why: &str) -> Restored {
    let store = opened(lock, wall, wake).inspect_err(|error| log::error!("the data do not open again: {error}")).ok();
    Restored { store, pack: None, said: Err(why.to_owned()) }
}

fn recap(dir: &Path, pack: &Pack, month: Month, name: &str) -> Result<String, String> {
    let failed = |error: OutgoingError| {
        log::warn!("recap: {error}");
        error.sentence()
    };
    let source = Source::open(dir, pack).map_err(failed)?;
    let bytes = source.month(month, Format::Xlsx).map_err(failed)?;
    let folder = printing::usual_folder().map_err(|error| {
        log::warn!("recap: {error}");
        error.sentence()
    })?;
    let path = free(&folder, name, Format::Xlsx.name());
    outgoing::write_new(&path, &bytes).map_err(failed)?;
    Ok(printing::shown(&path, text::recap_saved, text::recap_not_opened))
}

fn tables(dir: &Path, pack: &Pack, out: &Path, told: &mut carry::Told<'_>) -> Result<String, String> {
    let failed = |error: OutgoingError| {
        log::warn!("tables: {error}");
        error.sentence()
    };
    let source = Source::open(dir, pack).map_err(failed)?;
    let done = match outgoing::export(&source, out, &mut |done, all| told(done as u64, all as u64)) {
        Err(OutgoingError::Stopped) => return Ok(OutgoingError::Stopped.sentence()),
        done => done.map_err(failed)?,
    };
    Ok(outgoing_text::exported(&out.display().to_string(), done.groups, done.meetings, done.photos, done.missing))
}
