//! Data dan salinan: everything into one file and back again, the month's recap, everything as CSV. One job at a time, on a worker; what
//! is put in the place of the data comes back with the store opened anew.

mod job;

use std::{path::PathBuf, sync::Arc};

use self::job::{Job, News, Restored, Worker};
use super::{
    Core, Effect,
    choosing::{Choosing, Taken, Wish},
    import as own, numbers, office, photos, roster, roster_import, study, yell,
};
use crate::{
    engine::time::{Month, Wall},
    store::{BackupFile, carry::Prepared},
    text::{common, data as text},
    ui::{
        drafts::Drafts,
        intent::{DataKey, ImportKey, Screen},
        view::{DataView, Level},
    },
};

/// What the screen knows and what is being done.
#[derive(Default)]
pub(super) struct Data {
    copies: Option<Vec<BackupFile>>,
    days: Vec<String>,
    looking: Option<Worker>,
    choosing: Option<(For, Choosing)>,
    worker: Option<Worker>,
    told: Option<(bool, String)>,
    question: Option<(Prepared, String)>,
    /// The day of the copy being looked into, when it is a dated one.
    day: Option<Wall>,
    /// The recap's, in words too; `None` before the screen was opened.
    month: Option<Month>,
    month_words: String,
}

/// What is being chosen for.
#[derive(Clone, Copy)]
enum For {
    Copy,
    Restore,
    Csv,
}

impl Core {
    /// The screen opens: the dated copies are looked at anew.
    pub(super) fn begin_data(&mut self) {
        self.data.told = None;
        self.data.choosing = None;
        self.set_recap_month(self.clock.wall().month());
        self.look_at_copies();
    }

    fn look_at_copies(&mut self) {
        if self.data.looking.is_none() {
            self.data.looking = self.start_data(Job::Look).inspect_err(|error| log::error!("data: {error}")).ok();
        }
    }

    fn set_recap_month(&mut self, month: Month) {
        self.data.month_words = common::month(month);
        self.data.month = Some(month);
    }

    /// The data are being exchanged: there is no store to write to.
    pub(super) fn restoring(&self) -> bool {
        self.data.worker.as_ref().is_some_and(|worker| worker.restores)
    }

    pub(super) fn data_key(&mut self, key: DataKey) {
        if key == DataKey::Stop {
            if let Some(worker) = &mut self.data.worker {
                worker.ask_to_stop();
            }
            return;
        }
        if self.data.worker.is_some() {
            return;
        }
        let day = common::iso_day(self.clock.wall());
        match key {
            DataKey::Copy => self.choose_for(For::Copy, Wish::Folder("zip"), text::copy_name(&day)),
            DataKey::Csv => self.choose_for(For::Csv, Wish::Folder(""), text::csv_name(&day)),
            DataKey::Restore => self.choose_for(For::Restore, Wish::Copy, String::new()),
            DataKey::RestoreDaily(row) => {
                let copy = self.data.copies.as_ref().and_then(|copies| copies.get(row));
                if let Some((path, day)) = copy.map(|copy| (copy.path.clone(), copy.day)) {
                    self.look_into(path);
                    self.data.day = Some(day);
                }
            }
            DataKey::Confirm => self.restore(),
            DataKey::Decline => {
                if let Some((prepared, _)) = self.data.question.take() {
                    // Many photos take a while to go.
                    self.start_job(Job::Forget(prepared));
                }
            }
            DataKey::Month(by) => {
                let now = self.clock.wall().month();
                self.set_recap_month(self.data.month.unwrap_or(now).plus(by).min(now));
            }
            DataKey::Recap => {
                let month = self.data.month.unwrap_or(self.clock.wall().month());
                self.start_job(Job::Recap(month, text::recap_name(month.year, month.number)));
            }
            DataKey::Stop => {}
        }
    }

    fn choose_for(&mut self, what: For, wish: Wish, title: String) {
        self.data.told = None;
        self.data.choosing = Some((what, Choosing::new(wish, title, Arc::clone(&self.wake))));
    }

    /// A key of the chooser while it stands on this screen, or a file that was dropped on it.
    pub(super) fn choose_data(&mut self, key: ImportKey) {
        match key {
            ImportKey::LeaveChoosing => self.data.choosing = None,
            ImportKey::Add(paths) => {
                if let Some(path) = paths.into_iter().next().filter(|_| self.data.worker.is_none()) {
                    self.look_into(path);
                }
            }
            key => {
                let Some((what, choosing)) = &mut self.data.choosing else { return };
                let what = *what;
                let Some(taken) = choosing.key(&key) else { return };
                self.data.choosing = None;
                let day = common::iso_day(self.clock.wall());
                match (what, taken) {
                    (For::Copy, Taken::Folder(dir)) => {
                        self.start_job(Job::Copy(dir, text::copy_name(&day), self.clock.wall()));
                    }
                    (For::Csv, Taken::Folder(dir)) => self.start_job(Job::Csv(dir, text::csv_name(&day))),
                    (For::Restore, Taken::Files(paths)) => {
                        if let Some(path) = paths.into_iter().next() {
                            self.look_into(path);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// Why the data cannot be exchanged now.
    fn not_now(&self) -> Option<&'static str> {
        let busy = self.importing() || self.taking_photos() || self.making_keys();
        if self.live.is_some() || self.resume_offered() {
            Some(text::MEETING_OPEN)
        } else if busy || self.edit.is_some() || self.trouble.is_some() {
            Some(text::BUSY)
        } else {
            None
        }
    }

    /// Looks into a copy that may be taken back.
    fn look_into(&mut self, path: PathBuf) {
        self.data.choosing = None;
        if let Some(why) = self.not_now() {
            self.data.told = Some((false, why.to_owned()));
            return;
        }
        let before = self.data.question.take().map(|(prepared, _)| prepared);
        self.data.day = None;
        self.start_job(Job::Prepare(before, path));
    }

    fn restore(&mut self) {
        if let Some(why) = self.not_now() {
            self.data.told = Some((false, why.to_owned()));
            return;
        }
        let Some((prepared, _)) = self.data.question.take() else { return };
        self.keep_told();
        if let Some(store) = self.store.take() {
            self.start_job(Job::Restore(store, prepared, self.clock.wall(), Arc::clone(&self.wake)));
            if self.data.worker.is_none() {
                // Without a thread the store was closed and nothing else done.
                self.take_restored(job::opened_again(&self.lock, self.clock.wall(), &self.wake, text::WORKER_ENDED));
            }
        }
    }

    fn start_job(&mut self, job: Job) {
        self.data.told = None;
        match self.start_data(job) {
            Ok(worker) => self.data.worker = Some(worker),
            Err(error) => {
                log::error!("data: {error}");
                self.data.told = Some((false, text::WORKER_ENDED.to_owned()));
            }
        }
    }

    fn start_data(&self, job: Job) -> std::io::Result<Worker> {
        Worker::start(job, Arc::clone(&self.lock), Arc::clone(&self.pack), Arc::clone(&self.wake))
    }

    /// Takes in what the workers have told. True when something changed.
    pub(super) fn data_news(&mut self) -> bool {
        let mut any = self.data.choosing.as_mut().is_some_and(|(_, choosing)| choosing.news());
        if let Some(news) = self.data.looking.as_ref().and_then(Worker::news) {
            self.data.looking = None;
            if let News::Looked(copies) = news {
                self.data.days = copies.iter().map(|copy| common::date(copy.day)).collect();
                self.data.copies = Some(copies);
            }
            any = true;
        }
        let Some(worker) = &mut self.data.worker else { return any };
        any |= worker.worded();
        let Some(news) = worker.news() else { return any };
        self.data.worker = None;
        match news {
            News::Nothing | News::Looked(_) => {}
            News::Told(told) => self.tell(told),
            News::Prepared(prepared) => {
                let made = prepared.contents().made.map(Wall);
                let day = made.or(self.data.day);
                let words = text::holds(&words(&prepared), prepared.newest(), day, made.is_some());
                self.data.question = Some((prepared, words));
            }
            News::Restored(restored) => self.take_restored(*restored),
        }
        true
    }

    /// On the screen, or as a notice when it was left meanwhile.
    fn tell(&mut self, told: Result<String, String>) {
        let (well, words) = match told {
            Ok(words) => (true, words),
            Err(words) => (false, words),
        };
        if self.screen == Screen::Data {
            self.data.told = Some((well, words));
        } else {
            self.notice(if well { Level::Info } else { Level::Warning }, words);
        }
    }

    fn take_restored(&mut self, restored: Restored) {
        let Some((store, library)) = restored.store else {
            self.set_trouble(text::NOT_REOPENED.to_owned());
            return;
        };
        self.store = Some(store);
        let words = match restored.said {
            Ok(words) => words,
            Err(sentence) => {
                // The data are those of before. What the closed store had still to tell never comes: all is taken from the disk anew.
                self.forget_answers();
                self.take_library(library);
                self.reread_past();
                return self.tell(Err(sentence));
            }
        };
        // Nothing that was seen, typed or could be taken back before belongs to these data.
        self.forget_answers();
        self.past = None;
        self.left.clear();
        self.minutes = None;
        self.prepare = None;
        self.after_decline = None;
        self.card = None;
        self.desk = study::Desk::default();
        self.photos = photos::Photos::default();
        self.effects.push(Effect::PhotosExchanged);
        self.roster = roster::Roster::default();
        self.roster_import = roster_import::RosterImport::default();
        self.import = own::Import::default();
        self.numbers = numbers::Numbers::default();
        self.papers = office::Papers::default();
        self.yells = yell::Yells::default();
        self.drafts = Drafts::default();
        self.notices.retain(|notice| notice.permanent);
        if let Some(pack) = restored.pack {
            self.pack = pack;
        }
        self.take_library(library);
        self.go(Screen::Home);
        self.notice(Level::Info, words);
    }

    /// The writer that would answer is gone.
    fn forget_answers(&mut self) {
        self.unsaved.clear();
        self.roster.say_no_more();
        self.numbers.say_no_more();
        self.papers.wait_no_more();
        self.desk.review = None;
        self.just_closed = None;
    }

    pub(super) fn data_view(&self) -> Option<DataView<'_>> {
        let data = &self.data;
        (self.screen == Screen::Data).then(|| DataView {
            copies: data.copies.as_ref().map(|_| data.days.as_slice()),
            doing: data.worker.as_ref().map(|worker| worker.words.as_str()),
            stoppable: data.worker.as_ref().is_some_and(|worker| worker.stoppable),
            told: data.told.as_ref().map(|(well, words)| (*well, words.as_str())),
            question: data.question.as_ref().map(|(_, words)| words.as_str()),
            month: &data.month_words,
            later: data.month < Some(self.clock.wall().month()),
            refused: self.not_now(),
            choosing: data.choosing.as_ref().map(|(_, choosing)| choosing.view()),
        })
    }
}

fn words(prepared: &Prepared) -> String {
    let held = prepared.contents();
    // A lone database says nothing of photos; those that are there stay.
    text::contents(held.groups, held.members, held.meetings, held.made.map(|_| held.photos))
}
