//! What the writer tells: durable records, troubles, journals read; the way on from a damaged database.

use std::sync::Arc;

use super::Core;
use crate::{
    engine::event::{Event, Record},
    store::{self, BackupFile, Database, Report, Store, StoreError, Subject},
    text::{app, common::date, store as text},
    ui::{intent::Screen, view::Level},
};

/// A dated copy in words.
pub(super) fn copy_words(copy: &BackupFile) -> String {
    app::backup_copy(&date(copy.day))
}

impl Core {
    /// Takes in everything the writer has told since the last turn.
    pub fn drain(&mut self) -> bool {
        let mut news = self.import_news() | self.edit_news() | self.roster_import_news();
        news |= self.print_news() | self.vault_news() | self.yell_news() | self.search_news();
        news |= self.photo_news() | self.office_news() | self.data_news();
        while let Some(report) = self.store.as_mut().and_then(store::StoreHandle::poll) {
            self.report(report);
            news = true;
        }
        if news {
            self.refresh_report();
        }
        news
    }

    fn report(&mut self, report: Report) {
        match report {
            Report::Durable { meeting, seq } => {
                if let Some(live) = self.live.as_mut().filter(|live| live.id == meeting) {
                    live.durable = live.durable.max(seq);
                }
                if let Some(past) = self.worked_on(meeting) {
                    past.durable = past.durable.max(seq);
                }
            }
            Report::Saved(Subject::Roster) => self.roster_saved(),
            Report::Saved(Subject::Setting(name)) => self.setting_saved(&name),
            Report::Saved(Subject::Numbers) => self.numbers_saved(),
            Report::Saved(_) | Report::BackupDone(_) => {}
            Report::Failed { error, subject } => {
                log::error!("writing {subject:?} failed: {error}");
                self.set_trouble(text::unsaved(error.sentence()));
            }
            Report::Recovered => self.clear_trouble(),
            // It is only not found.
            Report::Refused { subject: Subject::Notes, error } => {
                log::error!("notes could not be read: {error}");
                self.take_notes(None);
            }
            Report::Refused { subject: Subject::Log(meeting), error } => {
                log::error!("the journal of meeting {} cannot be read: {error}", meeting.0);
                self.unreadable(meeting);
            }
            Report::Refused { subject, error } => {
                log::error!("{subject:?} was refused: {error}");
                match subject {
                    Subject::Roster => self.roster_refused(),
                    Subject::Numbers => self.numbers_refused(),
                    _ => {}
                }
                self.notice(Level::Trouble, text::REFUSED);
            }
            // Without its beginning nothing is known of a meeting.
            Report::Log(log) if !matches!(log.records.first(), Some(Record { event: Event::Opened { .. }, .. })) => {
                self.unreadable(log.meeting);
            }
            Report::Log(log) => {
                self.review_log(&log);
                self.gather_log(&log);
                self.past_read(log);
            }
            Report::Notes(notes) => self.take_notes(Some(&notes)),
            Report::Summary(summary) => {
                let id = summary.id;
                let name = self.group(summary.group).map(|group| group.name.clone());
                if let Some(meeting) = self.meetings.iter_mut().find(|meeting| meeting.id == summary.id) {
                    *meeting = summary;
                }
                // A word for each mark and each line would be a hail of them; rows and fields themselves say what is saved.
                let closed = self.just_closed.take_if(|closed| *closed == id).is_some();
                if let Some(name) = name.filter(|_| closed) {
                    self.notice(Level::Info, app::meeting_saved(&name));
                }
            }
            Report::BackupFailed(error) => {
                log::warn!("the dated copy failed: {error}");
                self.notice(Level::Warning, text::BACKUP_FAILED);
            }
            Report::Stopped => self.set_trouble(text::STOPPED.to_owned()),
        }
    }

    pub(super) fn use_copy(&mut self, index: usize) {
        let Some(copy) = self.damaged.as_ref().and_then(|damaged| damaged.copies.get(index)) else { return };
        let database = store::continue_with(&self.lock, copy);
        self.go_on_with(database);
    }

    pub(super) fn start_empty(&mut self) {
        if self.damaged.is_some() {
            let database = store::start_empty(&self.lock);
            self.go_on_with(database);
        }
    }

    fn go_on_with(&mut self, database: Result<Database, StoreError>) {
        match database.and_then(|database| Store::spawn(database, Arc::clone(&self.wake))) {
            Ok((store, library)) => {
                self.store = Some(store);
                self.damaged = None;
                self.unsaved.clear();
                self.take_library(library);
                self.screen = Screen::Home;
            }
            Err(error) => {
                log::error!("going on after damage failed: {error}");
                self.notice(Level::Trouble, error.sentence());
            }
        }
    }
}
