//! Looks at what takes time, off the UI thread: battery and charger, free room, whether every page of a session can be drawn and its
//! clips can be played.
//! What it means is judged in `engine::preflight`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use starship_battery::{Manager, State};

use super::clips;
use crate::{
    clock::Clock,
    engine::{
        hands::CheckPart,
        ids::SessionId,
        learn::Check,
        preflight::{Battery, BrokenClip, Pages},
        scene::{Base, PictureKey},
        session::{Page, Session},
    },
    media::{pictures::Renderer, video::player::Player},
    pack::Pack,
};

/// The start of the program has the disk to itself this long.
const FIRST: Duration = Duration::from_secs(2);
/// How often battery and disk are looked at unasked.
const EVERY: Duration = Duration::from_mins(1);
/// Wishes that may wait; a new one makes those before it pointless.
const WAITING: usize = 4;
/// Size pages are tried at, pixels: small, since only whether they can be drawn is asked.
const TRIAL: (u32, u32) = (320, 240);
/// A clip shows its first picture in this time, or the facilitator is told. Longer than a decoder may hang.
const FIRST_PICTURE: Duration = Duration::from_secs(12);

/// What was found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// `None` = there is none, or it cannot be asked.
    pub battery: Option<Battery>,
    /// Bytes; `None` = not known.
    pub free: Option<u64>,
    /// The session asked about last.
    pub pages: Option<(SessionId, Pages)>,
}

/// The UI thread's end of the worker, which is joined on drop.
pub(super) struct Inspector {
    wishes: Option<SyncSender<Wish>>,
    desk: Arc<Mutex<Desk>>,
    worker: Option<JoinHandle<()>>,
}

/// Look at the surroundings, and at this session's pages if there is one.
struct Wish {
    session: Option<Session>,
    pack: Arc<Pack>,
}

#[derive(Default)]
struct Desk {
    found: Found,
    news: bool,
    closing: bool,
}

/// What the worker works with.
struct Worker {
    data: PathBuf,
    desk: Arc<Mutex<Desk>>,
    wake: Box<dyn Fn() + Send>,
}

impl Inspector {
    /// Starts the worker. `data` is on the disk whose room counts; `wake` is called from the worker when there is news.
    pub(super) fn spawn(data: PathBuf, wake: impl Fn() + Send + 'static) -> Self {
        let (wishes, inbox) = sync_channel(WAITING);
        let desk = Arc::<Mutex<Desk>>::default();
        let worker = Worker { data, desk: Arc::clone(&desk), wake: Box::new(wake) };
        let worker = std::thread::Builder::new().name("preflight".to_owned()).spawn(move || worker.run(&inbox));
        if let Err(error) = &worker {
            log::warn!("no thread to look at battery and disk: {error}");
        }
        Self { wishes: Some(wishes), desk, worker: worker.ok() }
    }

    /// Looks at everything now; never waits. `session`, of `pack`, is the one whose pages are tried.
    pub(super) fn look(&self, pack: Arc<Pack>, session: Option<Session>) {
        if let Some(wishes) = &self.wishes
            && wishes.try_send(Wish { session, pack }).is_err()
        {
            log::warn!("the look round does not keep up");
        }
    }

    /// What was found, when it changed since the last call.
    pub(super) fn news(&self) -> Option<Found> {
        let mut desk = lock(&self.desk);
        std::mem::take(&mut desk.news).then(|| desk.found.clone())
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
        self.wishes = None;
        lock(&self.desk).closing = true;
        if let Some(worker) = self.worker.take()
            && worker.join().is_err()
        {
            log::error!("the thread that looks round died");
        }
    }
}

/// Plain data, whole between statements: a poisoned lock is as good as another.
fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Worker {
    fn run(self, inbox: &Receiver<Wish>) {
        let mut wait = FIRST;
        let mut next = None;
        loop {
            let wish = match next.take() {
                Some(wish) => Ok(wish),
                None => inbox.recv_timeout(wait),
            };
            wait = EVERY;
            match wish {
                Ok(Wish { session, pack }) => {
                    self.surroundings();
                    let Some(session) = session else { continue };
                    match self.pages(&pack, &session, inbox) {
                        Ok(newer) => next = newer,
                        Err(Closing) => return,
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.surroundings(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Notes something; wakes the windows only when it is new.
    fn note(&self, change: impl FnOnce(&mut Found)) {
        let mut desk = lock(&self.desk);
        let before = desk.found.clone();
        change(&mut desk.found);
        let news = desk.found != before;
        desk.news |= news;
        drop(desk);
        if news {
            (self.wake)();
        }
    }

    fn surroundings(&self) {
        let battery = battery();
        let free = fs4::available_space(&self.data);
        if let Err(error) = &free {
            log::warn!("free room is not known: {error}");
        }
        self.note(|found| {
            found.battery = battery;
            found.free = free.ok();
        });
    }

    /// Draws every page small. Gives way to a newer wish.
    fn pages(&self, pack: &Pack, session: &Session, inbox: &Receiver<Wish>) -> Result<Option<Wish>, Closing> {
        let pages = trials(session);
        let blank = Pages {
            there: true,
            replaced: pack.is_replaced(session),
            tried: 0,
            all: Some(pages.len()),
            broken: Vec::new(),
            clips: Vec::new(),
        };
        self.note(|found| found.pages = Some((session.id.clone(), blank)));
        let renderer = Renderer::new();
        for page in pages {
            match inbox.try_recv() {
                Ok(newer) => return Ok(Some(newer)),
                Err(TryRecvError::Disconnected) => return Err(Closing),
                Err(TryRecvError::Empty) => {}
            }
            let key = PictureKey { base: page.base(session), module: session.module, width: TRIAL.0, height: TRIAL.1 };
            // A page that makes the renderer crash is what this looks for.
            let mut go_on = || !lock(&self.desk).closing;
            let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render_while(pack, &key, &mut go_on).is_ok()));
            let opens = drawn.unwrap_or(false) && page.is_whole(pack, session);
            let clip = page.broken_clip(pack, session);
            self.note(|found| {
                if let Some((_, pages)) = &mut found.pages {
                    pages.tried += 1;
                    pages.broken.extend((!opens).then(|| page.title()));
                    pages.clips.extend(clip);
                }
            });
        }
        Ok(None)
    }
}

/// A page to be tried.
enum Trial<'a> {
    /// Of the session's file.
    Page(&'a Page),
    /// A check by show of hands, without or with its answer.
    Check(u16, &'a Check, CheckPart),
}

fn trials(session: &Session) -> Vec<Trial<'_>> {
    let pages = session.steps.iter().flat_map(|step| &step.pages).map(Trial::Page);
    let checks = (0..).zip(session.learn.iter().flat_map(|learn| &learn.checks));
    let checks = checks
        .flat_map(|(index, check)| [CheckPart::End, CheckPart::Answer].map(|part| Trial::Check(index, check, part)));
    pages.chain(checks).collect()
}

impl Trial<'_> {
    fn base(&self, session: &Session) -> Base {
        let session = session.id.clone();
        match self {
            Self::Page(page) => Base::Page(session, page.id.clone()),
            Self::Check(check, _, part) => Base::Check { session, check: *check, answer: *part == CheckPart::Answer },
        }
    }

    fn title(&self) -> String {
        match self {
            Self::Page(page) => page.title.clone(),
            Self::Check(check, _, part) => crate::text::hands::page_title(*check, *part),
        }
    }

    fn is_whole(&self, pack: &Pack, session: &Session) -> bool {
        match self {
            Self::Page(page) => pack.is_whole(&session.id, &page.id),
            Self::Check(_, check, _) => pack.is_check_whole(&session.id, check),
        }
    }

    fn broken_clip(&self, pack: &Pack, session: &Session) -> Option<BrokenClip> {
        let Self::Page(page) = self else { return None };
        broken_clip(pack, session, page)
    }
}

/// What is wrong with the page's clip, if it has one: opened and decoded as far as its first picture.
fn broken_clip(pack: &Pack, session: &Session, page: &Page) -> Option<BrokenClip> {
    let file = pack.clip_file(&session.id, &page.id)?;
    let mut player = Player::open(None, &file, TRIAL, Clock::system(), || ());
    let trouble = player.try_first(FIRST_PICTURE).err()?;
    Some(BrokenClip { title: page.title.clone(), why: clips::trouble_words(trouble).to_owned() })
}

/// The program ends.
struct Closing;

/// All batteries of the laptop as one; some have two.
fn battery() -> Option<Battery> {
    let batteries = Manager::new().and_then(|manager| manager.batteries());
    let batteries: Vec<_> = match batteries {
        Ok(batteries) => batteries.filter_map(Result::ok).collect(),
        Err(error) => {
            log::debug!("no battery can be asked: {error}");
            return None;
        }
    };
    let held: f32 = batteries.iter().map(|battery| battery.energy().value).sum();
    let full: f32 = batteries.iter().map(|battery| battery.energy_full().value).sum();
    if full <= 0.0 {
        return None;
    }
    let states: Vec<State> = batteries.iter().map(starship_battery::Battery::state).collect();
    let any = |wanted: &[State]| states.iter().any(|state| wanted.contains(state));
    let charger = if any(&[State::Charging, State::Full]) {
        Some(true)
    } else if any(&[State::Discharging, State::Empty]) {
        Some(false)
    } else {
        None
    };
    Some(Battery { percent: (held / full * 100.0).round().clamp(0.0, 100.0) as u8, charger })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::*;
    use crate::pack::{self, sample};

    /// Looks at a session of the pack in `dir` until all its pages were tried.
    fn tried(dir: &std::path::Path, session: usize) -> Found {
        let pack = Arc::new(pack::load(dir));
        let (told, news) = sync_channel(64);
        let inspector = Inspector::spawn(dir.to_owned(), move || {
            let told = told.try_send(());
            log::trace!("{told:?}");
        });
        inspector.look(Arc::clone(&pack), Some(pack.sessions[session].clone()));
        loop {
            news.recv().unwrap();
            let found = inspector.news();
            if let Some(found) = found
                && found.pages.as_ref().is_some_and(|(_, pages)| Some(pages.tried) == pages.all)
            {
                return found;
            }
        }
    }

    #[test]
    fn every_page_of_a_session_is_tried_and_broken_ones_are_named() {
        let dir = sample::pack();
        let found = tried(dir.path(), 0);
        assert!(found.free.is_some_and(|bytes| bytes > 0));
        let pages = found.pages.unwrap().1;
        assert!(
            pages.there && !pages.replaced && pages.broken.is_empty() && pages.all == Some(11 + 2 * 2),
            "{pages:?}"
        );

        std::fs::remove_dir_all(dir.path().join("parts")).unwrap();
        let pages = tried(dir.path(), 0).pages.unwrap().1;
        assert!(
            !pages.broken.is_empty()
                && pages
                    .broken
                    .iter()
                    .all(|title| title.contains("alaman") || title.contains("cek") || title.contains("Cek")),
            "{pages:?}"
        );
    }

    #[test]
    fn a_clip_that_cannot_be_played_is_named_with_the_reason() {
        let dir = sample::pack();
        // The tests' program has no decoder beside it, which is as good a trouble as any.
        let session = sample::session().replacen("\nscript = ", "\nclip = \"lagu.mp4\"\nscript = ", 1);
        sample::write(dir.path(), "sessions/m1-s1/session.toml", session);
        sample::write(dir.path(), "sessions/m1-s1/lagu.mp4", "bukan video");
        let pages = tried(dir.path(), 0).pages.unwrap().1;
        assert!(pages.broken.is_empty() && !pages.replaced, "{pages:?}");
        let [clip] = &pages.clips[..] else { panic!("{pages:?}") };
        assert!(clip.title.contains("alaman") && clip.why == crate::text::clip::NO_DECODER, "{clip:?}");
    }

    #[test]
    fn a_broken_session_file_is_told_from_one_that_was_never_written() {
        let dir = sample::pack();
        sample::write(dir.path(), "sessions/m1-s1/session.toml", "not = [toml");
        assert!(tried(dir.path(), 0).pages.unwrap().1.replaced);
        assert!(!tried(dir.path(), 1).pages.unwrap().1.replaced);
    }
}
