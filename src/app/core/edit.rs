//! Editing an own session: the draft with its past, saved by itself a moment after the last change by a worker that also looks the session
//! over and loads the pack anew. A meeting never sees half an edit: none is open while a session is edited.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use super::{Core, Wake};
use crate::{
    app,
    engine::{
        draft::{Draft, Edit, History, Outcome, Shows},
        ids::SessionId,
        time::Wall,
    },
    pack::{
        self, Pack,
        edit::{EditError, Inspector, SessionFiles},
    },
    text::edit as text,
    ui::{
        drafts::{EditForm, Selected},
        intent::{EditKey, Intent, Screen},
        view::{EditFault, EditView, Level, Saving},
    },
};

/// A change is saved when nothing followed it for this long, ms.
const REST: u64 = 1200;
/// But no later than this after the first change that is not saved, ms.
const LATEST: u64 = 4000;
/// A disk that refused is asked again after this, ms.
const AGAIN: u64 = 10_000;
/// Longest wait for the disk where something must not go on without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A session being edited.
pub(super) struct Editing {
    session: SessionId,
    history: History,
    /// Counts changes.
    version: u64,
    /// The version on disk.
    stored: u64,
    /// First and last change that is not on disk, program ms.
    changed: (u64, u64),
    saved_at: Option<Wall>,
    trouble: Option<Trouble>,
    faults: Vec<EditFault>,
    files: Vec<Shows>,
    worker: Worker,
    /// The screen was left; what is not saved yet still will be.
    left: bool,
    from: Screen,
}

/// Why the last change is not on disk.
enum Trouble {
    /// Another program has changed the file; somebody has to choose.
    Changed,
    /// What to say, and when to try again, program ms.
    Failed(String, u64),
}

/// The thread that owns the files; joined on drop.
struct Worker {
    jobs: Option<SyncSender<Job>>,
    news: Receiver<News>,
    thread: Option<JoinHandle<()>>,
    busy: bool,
}

enum Job {
    Look,
    Save { draft: Draft, version: u64, anyway: bool },
    Reread,
}

enum News {
    Looked(Vec<EditFault>),
    Saved { version: u64, saved: Result<(Arc<Pack>, Vec<EditFault>), EditError> },
    Reread(Result<(Draft, Arc<Pack>, Vec<EditFault>), EditError>),
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            log::error!("the editing worker had stopped");
        }
    }
}

impl Core {
    pub(super) fn edit(&mut self, key: EditKey) {
        match key {
            EditKey::Open(session) => self.open_edit(&session),
            EditKey::Do(edit) => self.do_edit(&edit),
            EditKey::Undo => self.change_edit(History::undo),
            EditKey::Redo => self.change_edit(History::redo),
            EditKey::SaveAgain => self.save_edit(false),
            EditKey::UseScreen => self.save_edit(true),
            EditKey::UseFile => {
                if let Some(editing) = &mut self.edit {
                    editing.worker.send(Job::Reread);
                }
            }
            EditKey::Try => self.try_edited(),
            EditKey::Done => {
                let back = self.edit.as_ref().map_or(Screen::Home, |editing| editing.from.clone());
                self.go(back);
            }
        }
    }

    fn open_edit(&mut self, session: &SessionId) {
        if self.live.is_some() || self.resume_offered() {
            self.notice(Level::Info, text::NOT_NOW);
            return;
        }
        if self.edit.as_ref().is_some_and(|editing| editing.session != *session) {
            self.settle_edit();
            self.edit = None;
        }
        if self.edit.is_none() {
            let root = app::own_dir(self.lock.dir());
            match Editing::open(&self.pack, &root, session, self.screen.clone(), &self.wake) {
                Ok(editing) => self.edit = Some(editing),
                Err(error) => {
                    log::warn!("{session}: {error}");
                    self.notice(Level::Warning, error.sentence());
                    return;
                }
            }
            self.drafts.edit = EditForm::default();
        }
        if let Some(editing) = &mut self.edit {
            editing.left = false;
        }
        self.go(Screen::Edit);
    }

    fn do_edit(&mut self, edit: &Edit) {
        let mono = self.clock.mono();
        let Some(editing) = &mut self.edit else { return };
        let outcome = editing.history.apply(edit);
        match &outcome {
            Outcome::Unchanged => return,
            Outcome::Changed => {}
            Outcome::Page(page) => self.drafts.edit.select(Selected::Page(page.clone())),
            Outcome::Step(step) => self.drafts.edit.select(Selected::Step(step.clone())),
        }
        editing.touch(mono);
    }

    fn change_edit(&mut self, change: fn(&mut History) -> bool) {
        let mono = self.clock.mono();
        if let Some(editing) = &mut self.edit
            && change(&mut editing.history)
        {
            editing.touch(mono);
        }
    }

    fn save_edit(&mut self, anyway: bool) {
        if let Some(editing) = &mut self.edit {
            editing.trouble = None;
            editing.save(anyway);
        }
    }

    /// The edited session in a meeting's preparation.
    fn try_edited(&mut self) {
        let Some(session) = self.edit.as_ref().map(|editing| editing.session.clone()) else { return };
        self.settle_edit();
        if self.prepare.is_none()
            && let Some(group) = self.groups.first().map(|group| group.id)
        {
            self.apply(Intent::PrepareFor(group));
        }
        match &self.prepare {
            Some(_) => self.apply(Intent::ChooseSession(session)),
            None => self.go(Screen::Home),
        }
    }

    /// Another screen is shown: what is not saved is saved now.
    pub(super) fn leave_edit(&mut self) {
        if let Some(editing) = &mut self.edit {
            editing.left = true;
            if editing.trouble.is_none() {
                editing.save(false);
            }
        }
        self.end_edit();
    }

    /// Lets go of a session that was left and is on disk; says so where it is not and cannot be.
    fn end_edit(&mut self) {
        let Some(editing) = self.edit.as_mut().filter(|editing| editing.left && !editing.worker.busy) else { return };
        if editing.version == editing.stored {
            self.edit = None;
        } else if editing.trouble.is_some() {
            let sentence = text::left_unsaved(&editing.history.now().title);
            let back = Intent::Edit(EditKey::Open(editing.session.clone()));
            self.notice_with(Level::Warning, &sentence, (text::BACK_TO_IT, back));
        } else {
            editing.save(false);
        }
    }

    /// Like [`Self::settle_edit`], with one more try where the disk refused.
    pub(super) fn finish_edit(&mut self) -> bool {
        if let Some(editing) = &mut self.edit
            && matches!(editing.trouble, Some(Trouble::Failed(..)))
        {
            editing.trouble = None;
        }
        self.settle_edit()
    }

    /// Waits until everything is on disk, or cannot be. True when it is.
    pub(super) fn settle_edit(&mut self) -> bool {
        while let Some(editing) = &mut self.edit {
            if editing.trouble.is_none() {
                editing.save(false);
            }
            if !editing.worker.busy {
                return editing.version == editing.stored;
            }
            let news = editing.worker.news.recv_timeout(PATIENCE);
            if news.as_ref().is_err_and(|error| *error == RecvTimeoutError::Timeout) {
                return false;
            }
            self.take_edit_news(news.ok());
        }
        true
    }

    /// Saves when it is time. Returns when to look again, ms.
    pub(super) fn tick_edit(&mut self) -> Option<u64> {
        let mono = self.clock.mono();
        let editing = self.edit.as_mut()?;
        let (first, last) = editing.changed;
        let due = match &editing.trouble {
            _ if editing.version == editing.stored || editing.worker.busy => return None,
            Some(Trouble::Changed) => return None,
            Some(Trouble::Failed(_, again)) => *again,
            None => (last + REST).min(first + LATEST),
        };
        if mono < due {
            return Some(due - mono);
        }
        editing.save(false);
        None
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn edit_news(&mut self) -> bool {
        let mut any = false;
        while let Some(editing) = &mut self.edit {
            match editing.worker.news.try_recv() {
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) if !editing.worker.busy => break,
                Err(TryRecvError::Disconnected) => self.take_edit_news(None),
                Ok(news) => self.take_edit_news(Some(news)),
            }
            any = true;
        }
        any
    }

    /// `None`: the worker has ended by itself.
    fn take_edit_news(&mut self, news: Option<News>) {
        let (mono, wall) = (self.clock.mono(), self.clock.wall());
        let Some(editing) = &mut self.edit else { return };
        editing.worker.busy = false;
        match news {
            None => editing.trouble = Some(Trouble::Failed(text::WORKER_ENDED.to_owned(), mono + AGAIN)),
            Some(News::Looked(faults)) => editing.faults = faults,
            Some(News::Saved { version, saved: Ok((pack, faults)) }) => {
                editing.stored = version;
                editing.changed.0 = editing.changed.1;
                editing.saved_at = Some(wall);
                editing.trouble = None;
                editing.faults = faults;
                self.pack = pack;
            }
            Some(News::Saved { saved: Err(error), .. } | News::Reread(Err(error))) => {
                log::warn!("{}: {error}", editing.session);
                editing.trouble = Some(match error {
                    EditError::Changed => Trouble::Changed,
                    other => Trouble::Failed(other.sentence(), mono + AGAIN),
                });
            }
            Some(News::Reread(Ok((draft, pack, faults)))) => {
                // One more thing that can be taken back: what was on screen is not lost.
                if editing.history.apply(&Edit::Replace(draft)) != Outcome::Unchanged {
                    editing.version += 1;
                }
                editing.stored = editing.version;
                editing.saved_at = Some(wall);
                editing.trouble = None;
                editing.faults = faults;
                self.pack = pack;
            }
        }
        self.end_edit();
    }

    pub(super) fn edit_view(&self) -> Option<EditView<'_>> {
        let editing = self.edit.as_ref().filter(|_| self.screen == Screen::Edit)?;
        let draft = editing.history.now();
        Some(EditView {
            session: &editing.session,
            module: pack::own::MODULE,
            draft,
            can_undo: editing.history.can_undo(),
            can_redo: editing.history.can_redo(),
            saving: match &editing.trouble {
                Some(_) => Saving::Failed,
                None if editing.version != editing.stored => Saving::Now,
                None => editing.saved_at.map_or(Saving::Nothing, |at| Saving::Done(at.minute_of_day())),
            },
            trouble: editing.trouble.as_ref().map(|trouble| match trouble {
                Trouble::Changed => text::CHANGED,
                Trouble::Failed(sentence, _) => sentence.as_str(),
            }),
            must_choose: matches!(editing.trouble, Some(Trouble::Changed)),
            faults: &editing.faults,
            files: &editing.files,
        })
    }
}

impl Editing {
    fn open(pack: &Arc<Pack>, root: &Path, session: &SessionId, from: Screen, wake: &Wake) -> Result<Self, EditError> {
        let (files, draft) = SessionFiles::open(pack, root, session)?;
        let usable = pack::edit::usable_files(&pack.folder(session));
        let disk = |cause| EditError::Disk { path: root.to_owned(), cause };
        let worker = Worker::start(files, Arc::clone(pack), root.to_owned(), session.clone(), Arc::clone(wake));
        let mut editing = Self {
            session: session.clone(),
            history: History::new(draft),
            version: 0,
            stored: 0,
            changed: (0, 0),
            saved_at: None,
            trouble: None,
            faults: Vec::new(),
            files: usable,
            worker: worker.map_err(disk)?,
            left: false,
            from,
        };
        editing.worker.send(Job::Look);
        Ok(editing)
    }

    fn touch(&mut self, mono: u64) {
        if self.version == self.stored {
            self.changed.0 = mono;
        }
        self.changed.1 = mono;
        self.version += 1;
    }

    /// Gives the draft to the worker, unless it is on disk or the worker is at it already.
    fn save(&mut self, anyway: bool) {
        if self.version == self.stored || self.worker.busy {
            return;
        }
        self.history.rest();
        let draft = self.history.now().clone();
        self.worker.send(Job::Save { draft, version: self.version, anyway });
    }
}

impl Worker {
    fn start(
        files: SessionFiles,
        pack: Arc<Pack>,
        root: PathBuf,
        session: SessionId,
        wake: Wake,
    ) -> std::io::Result<Self> {
        let (jobs, todo) = sync_channel(1);
        let (tell, news) = sync_channel(1);
        let mut desk = Desk { files, pack, root, session, inspector: Inspector::default() };
        let work = move || {
            for job in todo {
                if tell.send(desk.carry_out(job)).is_err() {
                    return;
                }
                wake();
            }
        };
        let thread = std::thread::Builder::new().name("edit".to_owned()).spawn(work)?;
        Ok(Self { jobs: Some(jobs), news, thread: Some(thread), busy: false })
    }

    /// One job at a time: the answer to the last one has been taken in.
    fn send(&mut self, job: Job) {
        if !self.busy {
            self.busy = true;
            // A worker that has ended is noticed by its silence.
            let sent = self.jobs.as_ref().is_some_and(|jobs| jobs.try_send(job).is_ok());
            log::trace!("job for the editing worker: {sent}");
        }
    }
}

/// What the worker has before it.
struct Desk {
    files: SessionFiles,
    pack: Arc<Pack>,
    root: PathBuf,
    session: SessionId,
    inspector: Inspector,
}

impl Desk {
    fn carry_out(&mut self, job: Job) -> News {
        match job {
            Job::Look => News::Looked(self.look()),
            Job::Save { draft, version, anyway } => {
                let saved = self.files.save(&draft, anyway).map(|()| {
                    self.pack = super::import::reloaded(&self.pack, &self.root);
                    (Arc::clone(&self.pack), self.look())
                });
                News::Saved { version, saved }
            }
            Job::Reread => {
                self.pack = super::import::reloaded(&self.pack, &self.root);
                News::Reread(SessionFiles::open(&self.pack, &self.root, &self.session).map(|(files, draft)| {
                    self.files = files;
                    (draft, Arc::clone(&self.pack), self.look())
                }))
            }
        }
    }

    fn look(&mut self) -> Vec<EditFault> {
        let faults = self.inspector.look(&self.pack, &self.files).into_iter();
        faults.map(|fault| EditFault { page: fault.page, sentence: fault.sentence, serious: fault.serious }).collect()
    }
}
