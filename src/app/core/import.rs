//! Adding own material: one worker at a time looks, copies and loads the pack anew; the screens only see how far it is.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
};

use super::{
    Core, Wake,
    choosing::{Choosing, Taken, Wish},
    roster_import,
};
use crate::{
    app,
    engine::ids::SessionId,
    pack::{
        self, Pack,
        archive::{self, Opened},
        import::{self, Into, Listing, Progress},
    },
    text::{archive as archive_text, edit as edit_text, import as text},
    ui::{
        intent::{EditKey, ImportKey, Intent, Screen, SheetKey},
        view::{ImportView, Level},
    },
};

/// News that may wait to be taken in; older steps of the work are of no interest.
const WAITING: usize = 16;

/// What has been gathered and what is being done.
#[derive(Default)]
pub(super) struct Import {
    listing: Listing,
    items: Vec<(String, String)>,
    error: Option<String>,
    own: Vec<(SessionId, String)>,
    choosing: Option<Choosing>,
    worker: Option<Worker>,
}

/// The thread that works; joined on drop, when it stops at the next file or piece.
struct Worker {
    stop: Arc<AtomicBool>,
    news: Option<Receiver<News>>,
    thread: Option<JoinHandle<()>>,
    doing: String,
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Without a reader nothing it still says can hold it up.
        self.news = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            log::error!("the import worker had stopped");
        }
    }
}

/// Work to do.
enum Job {
    Look(Vec<PathBuf>),
    /// Gives the listing back when it fails.
    Save(Listing, String),
    Open(PathBuf),
    /// Into a new file in this folder.
    Pack(SessionId, PathBuf),
}

enum News {
    Doing(String),
    Looked(Result<Listing, String>),
    Saved(Result<Saved, (String, Listing)>),
    /// Title and file, or why not.
    Packed(Result<(String, PathBuf), String>),
}

/// A session that is there now.
struct Saved {
    session: SessionId,
    /// It had been there before.
    same: bool,
    pack: Arc<Pack>,
}

impl Core {
    /// The screen opens with nothing gathered, unless work is under way.
    pub(super) fn begin_import(&mut self) {
        if self.import.worker.is_none() {
            self.import = Import::default();
            self.drafts.import_title.clear();
            self.drafts.import_path.clear();
        }
        self.list_own();
    }

    /// The data must not be exchanged now.
    pub(super) fn importing(&self) -> bool {
        self.import.worker.is_some()
    }

    pub(super) fn list_own(&mut self) {
        let own = self.pack.sessions.iter().filter(|session| self.pack.is_own(&session.id));
        self.import.own = own.map(|session| (session.id.clone(), session.title.clone())).collect();
    }

    pub(super) fn import(&mut self, key: ImportKey) {
        if let ImportKey::Add(paths) = &key
            && let Some(roster) = paths.iter().find(|path| roster_import::looks_like_one(path))
        {
            self.sheet_key(SheetKey::Add(roster.clone()));
            return;
        }
        if self.screen == Screen::Data {
            self.choose_data(key);
            return;
        }
        if self.screen == Screen::RosterImport && !matches!(key, ImportKey::Add(_)) {
            self.choose_roster(&key);
            return;
        }
        match key {
            ImportKey::Add(paths) => self.add_files(&paths),
            ImportKey::Remove(index) if self.import.worker.is_none() => {
                self.import.listing.remove(index);
                self.import.worded();
            }
            ImportKey::Save(title) if self.import.worker.is_none() => {
                let listing = std::mem::take(&mut self.import.listing);
                self.start_import(Job::Save(listing, title));
            }
            ImportKey::Stop => {
                if let Some(worker) = &self.import.worker {
                    worker.stop.store(true, Ordering::Relaxed);
                }
            }
            ImportKey::Remove(_) | ImportKey::Save(_) => {}
            ImportKey::Choose => self.choose(Wish::Files),
            ImportKey::ChoosePacked => self.choose(Wish::Packed),
            ImportKey::Pack(session) => self.choose(Wish::Destination(session)),
            ImportKey::LeaveChoosing => self.import.choosing = None,
            key => self.choosing(&key),
        }
    }

    fn choose(&mut self, wish: Wish) {
        if self.import.worker.is_some() {
            return;
        }
        let title = match &wish {
            Wish::Destination(session) => self.pack.session(session).map(|session| session.title.clone()),
            _ => None,
        };
        self.import.error = None;
        self.import.choosing = Some(Choosing::new(wish, title.unwrap_or_default(), Arc::clone(&self.wake)));
    }

    fn choosing(&mut self, key: &ImportKey) {
        let Some(choosing) = &mut self.import.choosing else { return };
        match choosing.key(key) {
            None | Some(Taken::Folder(_)) => {}
            Some(Taken::Files(paths)) => {
                self.import.choosing = None;
                self.add_files(&paths);
            }
            Some(Taken::Destination(session, dir)) => {
                self.import.choosing = None;
                self.start_import(Job::Pack(session, dir));
            }
        }
    }

    fn add_files(&mut self, paths: &[PathBuf]) {
        if self.live.is_some() || self.resume_offered() {
            self.notice(Level::Info, text::NOT_NOW);
            return;
        }
        if self.damaged.is_some() || self.import.worker.is_some() {
            return;
        }
        if self.screen != Screen::Import {
            self.go(Screen::Import);
        }
        let paths: Vec<PathBuf> = paths.iter().map(|path| as_meant(path)).collect();
        self.drafts.import_path.clear();
        let packed =
            |path: &&PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(archive::ENDING));
        let job = match paths.iter().find(packed) {
            Some(packed) => Job::Open(packed.clone()),
            None => Job::Look(paths),
        };
        self.start_import(job);
    }

    fn start_import(&mut self, job: Job) {
        self.import.error = None;
        let root = app::own_dir(self.lock.dir());
        match Worker::start(job, Arc::clone(&self.pack), root, Arc::clone(&self.wake)) {
            Ok(worker) => self.import.worker = Some(worker),
            Err(error) => {
                log::error!("import: {error}");
                self.import.error = Some(text::WORKER_ENDED.to_owned());
            }
        }
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn import_news(&mut self) -> bool {
        let mut any = self.import.choosing.as_mut().is_some_and(Choosing::news);
        while let Some(worker) = &mut self.import.worker {
            let news = worker.news.as_ref().map_or(Err(TryRecvError::Disconnected), Receiver::try_recv);
            match news {
                Err(TryRecvError::Empty) => break,
                Ok(News::Doing(words)) => worker.doing = words,
                Ok(News::Looked(looked)) => {
                    self.import.worker = None;
                    self.looked(looked);
                }
                Ok(News::Saved(saved)) => {
                    self.import.worker = None;
                    self.saved(saved);
                }
                Ok(News::Packed(packed)) => {
                    self.import.worker = None;
                    match packed {
                        Ok((title, file)) => {
                            self.notice(Level::Info, text::packed(&title, &file.display().to_string()));
                        }
                        Err(sentence) => self.import.error = Some(sentence),
                    }
                }
                Err(TryRecvError::Disconnected) => {
                    self.import.worker = None;
                    self.import.error = Some(text::WORKER_ENDED.to_owned());
                }
            }
            any = true;
        }
        any
    }

    fn looked(&mut self, looked: Result<Listing, String>) {
        match looked {
            Ok(listing) => {
                self.import.listing.join(listing);
                if self.drafts.import_title.trim().is_empty() {
                    self.drafts.import_title.clone_from(&self.import.listing.title);
                }
                self.import.worded();
            }
            Err(sentence) => self.import.error = Some(sentence),
        }
    }

    fn saved(&mut self, saved: Result<Saved, (String, Listing)>) {
        let saved = match saved {
            Ok(saved) => saved,
            Err((sentence, listing)) => {
                self.import.listing = listing;
                self.import.error = Some(sentence);
                self.import.worded();
                return;
            }
        };
        self.pack = saved.pack;
        self.import = Import::default();
        self.list_own();
        let title = self.pack.session(&saved.session).map(|session| session.title.clone()).unwrap_or_default();
        let words = if saved.same { archive_text::same(&title) + "." } else { text::ready(&title) };
        let edit = Intent::Edit(EditKey::Open(saved.session.clone()));
        self.notice_with(Level::Info, &words, (edit_text::OPEN, edit));
        if self.screen == Screen::Import {
            match &self.prepare {
                Some(_) => self.apply(Intent::ChooseSession(saved.session)),
                None => self.go(Screen::Home),
            }
        }
    }

    pub(super) fn import_view(&self) -> Option<ImportView<'_>> {
        (self.screen == Screen::Import).then(|| ImportView {
            items: &self.import.items,
            problems: &self.import.listing.problems,
            pages: self.import.listing.pages(),
            doing: self.import.worker.as_ref().map(|worker| worker.doing.as_str()),
            error: self.import.error.as_deref(),
            own: &self.import.own,
            choosing: self.import.choosing.as_ref().map(Choosing::view),
        })
    }
}

impl Import {
    fn worded(&mut self) {
        self.items = self.listing.items.iter().map(|item| (item.name.clone(), item.becomes())).collect();
    }
}

/// A file's name as file managers copy it: in quotes, or as an address.
pub(super) fn as_meant(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_owned() };
    let text = text.trim();
    let quoted = |mark: char| text.strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
    let text = quoted('"').or_else(|| quoted('\'')).unwrap_or(text);
    match text.strip_prefix("file://") {
        Some(address) => PathBuf::from(unescaped(address)),
        None => PathBuf::from(text),
    }
}

/// `%20` and the like as the bytes they stand for.
fn unescaped(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Worker {
    fn start(job: Job, pack: Arc<Pack>, root: PathBuf, wake: Wake) -> std::io::Result<Self> {
        let (tell, news) = sync_channel(WAITING);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let news = do_job(job, &pack, &root, &mut |progress| {
                // A full channel has older news of the same kind.
                let told = tell.try_send(News::Doing(progress.sentence())).is_ok();
                if told {
                    wake();
                }
                !stopped.load(Ordering::Relaxed)
            });
            finish(&tell, news);
            wake();
        };
        let thread = std::thread::Builder::new().name("import".to_owned()).spawn(work)?;
        Ok(Self { stop, news: Some(news), thread: Some(thread), doing: String::new() })
    }
}

fn finish(tell: &SyncSender<News>, news: News) {
    if tell.send(news).is_err() {
        log::debug!("nobody waits for the import any more");
    }
}

fn do_job(job: Job, pack: &Pack, root: &Path, told: &mut dyn FnMut(&Progress) -> bool) -> News {
    match job {
        Job::Look(paths) => News::Looked(import::look(&paths, root, told).map_err(|error| {
            log::warn!("import: {error}");
            error.sentence()
        })),
        Job::Save(listing, title) => News::Saved(match import::save(pack, root, &listing, &Into::New(title), told) {
            Ok(session) => Ok(Saved { session, same: false, pack: reloaded(pack, root) }),
            Err(error) => {
                log::warn!("import: {error}");
                Err((error.sentence(), listing))
            }
        }),
        Job::Pack(session, dir) => {
            let title = pack.session(&session).map(|known| known.title.clone()).unwrap_or_default();
            let file = archive::free_file(&dir, &title);
            News::Packed(match archive::write(pack, &session, &file, told) {
                Ok(()) => Ok((title, file)),
                Err(error) => {
                    log::warn!("{}: {error}", file.display());
                    Err(error.sentence())
                }
            })
        }
        Job::Open(file) => News::Saved(match archive::open(pack, root, &file, told) {
            Ok(Opened::New(session)) => Ok(Saved { session, same: false, pack: reloaded(pack, root) }),
            Ok(Opened::Same(session)) => Ok(Saved { session, same: true, pack: reloaded(pack, root) }),
            Err(error) => {
                log::warn!("{}: {error}", file.display());
                Err((error.sentence(), Listing::default()))
            }
        }),
    }
}

/// Everything as it is on disk now; content that was loaded from nowhere stays nothing.
pub(super) fn reloaded(pack: &Pack, root: &Path) -> Arc<Pack> {
    let shipped = if pack.root.as_os_str().is_empty() { Pack::empty() } else { pack::load(&pack.root) };
    Arc::new(shipped.with_own(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_as_file_managers_copy_them() {
        for (typed, meant) in [
            ("/home/ibu/a b.pdf", "/home/ibu/a b.pdf"),
            (" \"C:\\Unduhan\\a.pdf\" ", "C:\\Unduhan\\a.pdf"),
            ("'/a/b.pdf'", "/a/b.pdf"),
            ("file:///home/ibu/a%20b%C3%A9.pdf", "/home/ibu/a bé.pdf"),
            ("file:///100%.pdf", "/100%.pdf"),
        ] {
            assert_eq!(as_meant(Path::new(typed)), Path::new(meant));
        }
    }

    #[test]
    fn a_session_is_packed_into_a_new_file_each_time() {
        let dir = tempfile::tempdir().unwrap();
        let (root, out) = (dir.path().join("isi"), dir.path().join("stik"));
        std::fs::create_dir(&out).unwrap();
        let photo = dir.path().join("a.png");
        image::RgbImage::from_pixel(30, 20, image::Rgb([9, 9, 9])).save(&photo).unwrap();
        let listing = import::look(&[photo], &root, &mut |_| true).unwrap();
        let session =
            import::save(&Pack::empty(), &root, &listing, &Into::New("Gizi Ibu".to_owned()), &mut |_| true).unwrap();
        let pack = Pack::empty().with_own(&root);
        let job = |go_on: bool| do_job(Job::Pack(session.clone(), out.clone()), &pack, &root, &mut |_| go_on);
        for expected in ["gizi-ibu.lembar", "gizi-ibu-2.lembar"] {
            let News::Packed(Ok((title, file))) = job(true) else { panic!("not packed") };
            assert_eq!((title.as_str(), &file), ("Gizi Ibu", &out.join(expected)));
            assert!(archive::open(&Pack::empty(), &dir.path().join("lain"), &file, &mut |_| true).is_ok());
        }
        // Stopped, nothing is left of it.
        let News::Packed(Err(sentence)) = job(false) else { panic!("packed") };
        assert!(sentence.ends_with('.'));
        assert_eq!(std::fs::read_dir(&out).unwrap().count(), 2);
    }
}
