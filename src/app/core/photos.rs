//! Photos of closed meetings, and what is typed beside them: one worker reads, shrinks and writes; only when a copy is on the disk does its
//! fact go to the journal, also of a meeting that was left meanwhile, and before the program ends.

use std::{
    collections::{BTreeSet, VecDeque},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use super::{
    Core, Wake,
    choosing::{Choosing, Taken, Wish},
};
use crate::{
    engine::{
        command::Command,
        evidence::{Change, MAX_PHOTOS, Photo},
        ids::MeetingId,
    },
    media::photo::{self, Thumb},
    store::dirs,
    text::photo as text,
    ui::{
        drafts::PastTab,
        intent::{ImportKey, PhotoKey, Screen},
        view::{Level, PhotoPicture, PhotosView},
    },
};

/// How often, and how long each time, the end of the program waits for a journal photos belong to.
const JOURNAL_TRIES: u32 = 200;
const JOURNAL_PAUSE: Duration = Duration::from_millis(10);

/// What is known of photos.
#[derive(Default)]
pub(super) struct Photos {
    worker: Option<Worker>,
    /// Small pictures of the meeting looked at, by file.
    pictures: Vec<(String, PhotoPicture)>,
    problems: Vec<String>,
    choosing: Option<Choosing>,
    /// Small pictures the meeting looked at still needs.
    wanted: VecDeque<String>,
    /// Those the worker was asked for.
    asked: BTreeSet<String>,
    /// The meeting of each job under way that takes a photo in.
    taking: Vec<MeetingId>,
    /// On the disk before the journal of their meeting was read.
    waiting: Vec<(MeetingId, Photo)>,
}

/// The thread; stops after the photo it is at.
struct Worker {
    stop: Arc<AtomicBool>,
    jobs: Option<SyncSender<Job>>,
    news: Option<Receiver<News>>,
    thread: Option<JoinHandle<()>>,
}

enum Job {
    Take(MeetingId, PathBuf),
    Show(String),
}

enum News {
    Taken(MeetingId, Result<(Photo, Thumb), String>),
    Shown(String, Option<Thumb>),
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.jobs = None;
        // Without a reader nothing it still says can hold it up.
        self.news = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            log::error!("the photo worker had stopped");
        }
    }
}

impl Worker {
    fn start(root: PathBuf, wake: Wake) -> std::io::Result<Self> {
        // Room for all photos of a meeting and their small pictures.
        let (jobs, inbox) = sync_channel::<Job>(2 * MAX_PHOTOS);
        let (tell, news) = sync_channel(2 * MAX_PHOTOS);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            for job in inbox {
                if stopped.load(Ordering::Relaxed) || tell.send(done(job, &root)).is_err() {
                    return;
                }
                wake();
            }
        };
        let thread = std::thread::Builder::new().name("photos".to_owned()).spawn(work)?;
        Ok(Self { stop, jobs: Some(jobs), news: Some(news), thread: Some(thread) })
    }
}

fn done(job: Job, root: &Path) -> News {
    match job {
        Job::Take(meeting, path) => {
            let taken = photo::take(&path, root, &meeting.0.to_string()).map_err(|error| {
                log::warn!("a photo of meeting {}: {error}", meeting.0);
                error.sentence(&path.file_name().unwrap_or_default().to_string_lossy())
            });
            News::Taken(meeting, taken)
        }
        Job::Show(file) => {
            let shown = photo::small_picture(&root.join(&file));
            if let Err(error) = &shown {
                log::warn!("photo {file}: {error}");
            }
            News::Shown(file, shown.ok())
        }
    }
}

impl Core {
    /// Photos are being taken in.
    pub(super) fn taking_photos(&self) -> bool {
        !self.photos.taking.is_empty()
    }

    /// Photos of this meeting are, or wait for its journal.
    pub(super) fn takes_photos_of(&self, meeting: MeetingId) -> bool {
        self.photos.taking.contains(&meeting) || self.photos.waiting.iter().any(|(of, _)| *of == meeting)
    }

    /// Carries out a wish about photos of the meeting being looked at.
    pub(super) fn photo_key(&mut self, key: PhotoKey) {
        match key {
            PhotoKey::Add(paths) => self.add_photos(paths),
            PhotoKey::Choose => {
                self.photos.choosing = Some(Choosing::new(Wish::Photos, String::new(), Arc::clone(&self.wake)));
            }
            PhotoKey::Choosing(ImportKey::LeaveChoosing) => self.photos.choosing = None,
            PhotoKey::Choosing(key) => {
                let taken = self.photos.choosing.as_mut().and_then(|choosing| choosing.key(&key));
                if let Some(Taken::Files(paths)) = taken {
                    self.photos.choosing = None;
                    self.add_photos(paths);
                }
            }
            PhotoKey::Understood => self.photos.problems.clear(),
        }
    }

    fn add_photos(&mut self, paths: Vec<PathBuf>) {
        let Screen::Past(meeting) = self.screen else { return };
        self.drafts.past.tab = PastTab::Evidence;
        self.photos.problems.clear();
        for path in paths {
            if self.photo_job(Job::Take(meeting, super::import::as_meant(&path))) {
                self.photos.taking.push(meeting);
            }
        }
    }

    /// Hands a job to the worker, which is started when there is none.
    fn photo_job(&mut self, job: Job) -> bool {
        if self.photos.worker.is_none() {
            match Worker::start(self.lock.dir().join(dirs::PHOTOS), Arc::clone(&self.wake)) {
                Ok(worker) => self.photos.worker = Some(worker),
                Err(error) => {
                    log::error!("photos: {error}");
                    self.photos.problems.push(text::WORKER_ENDED.to_owned());
                    return false;
                }
            }
        }
        let jobs = self.photos.worker.as_ref().and_then(|worker| worker.jobs.as_ref());
        match jobs.map(|jobs| jobs.try_send(job)) {
            Some(Ok(())) => true,
            Some(Err(TrySendError::Full(Job::Take(..)))) => {
                self.photos.problems.push(text::too_many(MAX_PHOTOS));
                false
            }
            _ => false,
        }
    }

    /// Another meeting is looked at.
    pub(super) fn forget_photos(&mut self) {
        self.photos.pictures.clear();
        self.photos.wanted.clear();
        self.photos.asked.clear();
        self.photos.problems.clear();
        self.photos.choosing = None;
    }

    /// The journal of a meeting is known: photos that waited for it.
    pub(super) fn photos_that_waited(&mut self, meeting: MeetingId) {
        for (_, photo) in self.photos.waiting.extract_if(.., |(of, _)| *of == meeting).collect::<Vec<_>>() {
            self.correct(meeting, &Command::Evidence(Change::AddPhoto(photo)));
        }
    }

    /// Asks for the small pictures the meeting looked at has not got yet.
    pub(super) fn photos_of_past(&mut self) {
        let state = self.past.as_ref().and_then(|past| past.state.as_ref());
        let files = state.iter().flat_map(|state| state.evidence.photos()).map(|(_, kept)| &kept.photo.file);
        let photos = &self.photos;
        let known = |file: &&String| {
            photos.pictures.iter().any(|(other, _)| other == *file)
                || photos.asked.contains(*file)
                || photos.wanted.contains(file)
        };
        let files: Vec<String> = files.filter(|file| !known(file)).cloned().collect();
        self.photos.wanted.extend(files);
        self.ask_for_pictures();
    }

    /// As many as the worker has room for; the others follow when it has told something.
    fn ask_for_pictures(&mut self) {
        while let Some(file) = self.photos.wanted.pop_front() {
            if !self.photo_job(Job::Show(file.clone())) {
                self.photos.wanted.push_front(file);
                return;
            }
            self.photos.asked.insert(file);
        }
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn photo_news(&mut self) -> bool {
        let mut any = self.photos.choosing.as_mut().is_some_and(Choosing::news);
        while let Some(news) = self.photos.worker.as_ref().and_then(|worker| worker.news.as_ref()?.try_recv().ok()) {
            any = true;
            self.photo_told(news);
            self.ask_for_pictures();
        }
        any
    }

    fn photo_told(&mut self, news: News) {
        match news {
            News::Taken(meeting, taken) => {
                if let Some(at) = self.photos.taking.iter().position(|of| *of == meeting) {
                    self.photos.taking.swap_remove(at);
                }
                match taken {
                    Ok((photo, thumb)) => self.photo_taken(meeting, photo, thumb),
                    Err(sentence) if self.past.as_ref().is_some_and(|past| past.id == meeting) => {
                        self.photos.problems.push(sentence);
                    }
                    Err(sentence) => _ = self.notice(Level::Warning, sentence),
                }
                self.let_go(meeting);
            }
            // What was not asked for belongs to a meeting that was left.
            News::Shown(file, thumb) => {
                if self.photos.asked.remove(&file) {
                    self.photos.pictures.push((file, thumb.map_or_else(PhotoPicture::default, picture)));
                }
            }
        }
    }

    fn photo_taken(&mut self, meeting: MeetingId, photo: Photo, thumb: Thumb) {
        if self.past.as_ref().is_some_and(|past| past.id == meeting) {
            self.photos.pictures.push((photo.file.clone(), picture(thumb)));
        }
        if self.worked_on(meeting).is_some_and(|past| past.state.is_some()) {
            self.correct(meeting, &Command::Evidence(Change::AddPhoto(photo)));
        } else {
            self.photos.waiting.push((meeting, photo));
        }
    }

    /// The program ends: photos that were added are taken in first, and reach the journal.
    pub(super) fn finish_photos(&mut self) {
        if !self.taking_photos() && self.photos.waiting.is_empty() {
            return;
        }
        self.photos.wanted.clear();
        if let Some(worker) = &mut self.photos.worker {
            // It ends after the last job it has.
            worker.jobs = None;
            let news = worker.news.take();
            for told in news.iter().flatten() {
                self.photo_told(told);
            }
        }
        for _ in 0..JOURNAL_TRIES {
            if self.photos.waiting.is_empty() {
                return;
            }
            self.drain();
            std::thread::sleep(JOURNAL_PAUSE);
        }
        log::error!("{} photos came too late for their journal", self.photos.waiting.len());
    }

    /// What is typed and not yet written down goes to the journal: the screen is left, or the program ends.
    pub(super) fn keep_told(&mut self) {
        let Some(meeting) = self.past.as_ref().map(|past| past.id) else { return };
        let Some(state) = self.past.as_ref().and_then(|past| past.state.as_ref()) else { return };
        let typed = &self.drafts.past.texts;
        let open = typed.iter().filter(|(slot, typed)| !slot.stands(state, &typed.words));
        let changes: Vec<Change> = open.map(|(slot, typed)| slot.change(&typed.words)).collect();
        for change in changes {
            self.correct(meeting, &Command::Evidence(change));
        }
        self.drafts.past.texts.clear();
    }

    pub(super) fn photos_view(&self) -> PhotosView<'_> {
        let here = self.past.as_ref().map(|past| past.id);
        PhotosView {
            pictures: &self.photos.pictures,
            taking: self.photos.taking.iter().filter(|of| Some(**of) == here).count(),
            problems: &self.photos.problems,
            choosing: self.photos.choosing.as_ref().map(Choosing::view),
        }
    }
}

fn picture(thumb: Thumb) -> PhotoPicture {
    PhotoPicture { size: [thumb.size.0 as usize, thumb.size.1 as usize], rgb: thumb.rgb }
}
