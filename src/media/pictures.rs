//! Pages as pixels, made by one worker: what was asked for last comes first, and what nobody waits for any more is not drawn.
//! Finished pictures are handed over, not kept: they live on as textures, and on a computer without a graphics card those are memory too.

use std::{
    collections::{HashSet, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

pub use super::render::{Picture, PictureError, PictureKey, Renderer};
use crate::pack::Pack;

/// Finished pixels that may wait to be fetched, bytes: two pages at 1920 × 1080. Beyond it the worker waits too.
const UNFETCHED_BYTES: usize = 16 * 1024 * 1024;
/// Most wishes that may wait; older ones are forgotten, since the screen that had them has moved on.
const WAITING: usize = 96;

/// A page drawn for so many tenths of a second gives way to another that a screen waits for; one that nobody sees yet sooner.
const GIVES_WAY: u32 = 15;
/// See [`GIVES_WAY`].
const GIVES_WAY_UNSEEN: u32 = 3;

/// Who waits for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A screen that would show it.
    Now,
    /// Nobody yet.
    Ahead,
}

/// The pictures of a pack. Asking never waits; the worker is joined on drop.
pub struct Pictures {
    shared: Arc<Shared>,
    worker: Option<JoinHandle<()>>,
}

struct Shared {
    desk: Mutex<Desk>,
    changed: Condvar,
}

/// Wishes and results.
#[derive(Default)]
struct Desk {
    /// What pages are drawn from.
    pack: Arc<Pack>,
    /// Newest first.
    visible: VecDeque<PictureKey>,
    /// In the order they will be needed.
    neighbours: VecDeque<PictureKey>,
    /// Gave way once: drawn when no screen waits for another.
    put_off: VecDeque<PictureKey>,
    drawing: Option<PictureKey>,
    /// Finished and not fetched yet.
    done: Vec<(PictureKey, Picture)>,
    /// Not tried again, so that a broken page costs its time once.
    failed: HashSet<PictureKey>,
    closing: bool,
}

impl Pictures {
    /// Starts the worker for `pack`. `wake` is called from it whenever a picture is ready or turned out impossible.
    pub fn spawn(pack: Arc<Pack>, wake: impl Fn(Wanted) + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared { desk: Mutex::new(Desk { pack, ..Desk::default() }), changed: Condvar::new() });
        let own = Arc::clone(&shared);
        let worker = std::thread::Builder::new().name("pictures".to_owned()).spawn(move || work(&own, &wake))?;
        Ok(Self { shared, worker: Some(worker) })
    }

    /// Draws from `pack` from now on. Pages keep their ids for life; those that were edited are drawn anew by whoever wants them.
    pub fn use_pack(&self, pack: Arc<Pack>) {
        let mut desk = self.shared.lock();
        let old = std::mem::replace(&mut desk.pack, pack);
        desk.failed.clear();
        // What nobody has fetched yet and looks different now is drawn anew.
        let done = std::mem::take(&mut desk.done);
        let (good, stale): (Vec<_>, Vec<_>) =
            done.into_iter().partition(|(key, _)| desk.pack.draws_like(&old, &key.base));
        desk.done = good;
        desk.visible.extend(stale.into_iter().map(|(key, _)| key));
        self.shared.changed.notify_one();
        desk.put_off.clear();
    }

    /// Asks for a picture that is to be seen now; it goes before everything asked for earlier.
    pub fn request(&self, key: &PictureKey) {
        let mut desk = self.shared.lock();
        if desk.settled(key) {
            return;
        }
        if desk.put_off.contains(key) {
            return;
        }
        desk.neighbours.retain(|other| other != key);
        desk.visible.retain(|other| other != key);
        desk.visible.push_front(key.clone());
        desk.visible.truncate(WAITING);
        self.shared.changed.notify_one();
    }

    /// Says which pictures will probably be wanted next, nearest first; replaces what was said before.
    pub fn prefetch(&self, keys: &[PictureKey]) {
        let mut desk = self.shared.lock();
        let waits = |key: &PictureKey| desk.visible.contains(key) || desk.put_off.contains(key);
        let wanted = keys.iter().filter(|key| !desk.settled(key) && !waits(key)).take(WAITING);
        desk.neighbours = wanted.cloned().collect();
        self.shared.changed.notify_one();
    }

    /// Everything finished since the last call. Whoever fetches a picture keeps it: it is not here any more.
    #[must_use]
    pub fn finished(&self) -> Vec<(PictureKey, Picture)> {
        let done = std::mem::take(&mut self.shared.lock().done);
        self.shared.changed.notify_one();
        done
    }

    /// Whether `key` was tried and cannot be drawn.
    #[must_use]
    pub fn is_impossible(&self, key: &PictureKey) -> bool {
        self.shared.lock().failed.contains(key)
    }
}

impl Drop for Pictures {
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.changed.notify_all();
        if let Some(worker) = self.worker.take()
            && worker.join().is_err()
        {
            log::error!("the picture worker had stopped");
        }
    }
}

impl Shared {
    /// The desk holds plain data that is whole between statements, so a poisoned lock is as good as another.
    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next wish; `None` when closing.
    fn next(&self) -> Option<(PictureKey, Wanted)> {
        let mut desk = self.lock();
        loop {
            if desk.closing {
                return None;
            }
            if let Some(wish) = desk.next() {
                desk.drawing = Some(wish.0.clone());
                return Some(wish);
            }
            desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Desk {
    /// Nothing to do for `key`: ready, being drawn, or impossible.
    fn settled(&self, key: &PictureKey) -> bool {
        self.done.iter().any(|(done, _)| done == key) || self.failed.contains(key) || self.drawing.as_ref() == Some(key)
    }

    /// The next wish; `None` when there is none or too much lies unfetched.
    fn next(&mut self) -> Option<(PictureKey, Wanted)> {
        let unfetched: usize = self.done.iter().map(|(_, picture)| picture.rgba.len()).sum();
        if unfetched >= UNFETCHED_BYTES {
            return None;
        }
        let now = self.visible.pop_front().map(|key| (key, Wanted::Now));
        let later = || self.put_off.pop_front().map(|key| (key, Wanted::Now));
        now.or_else(later).or_else(|| self.neighbours.pop_front().map(|key| (key, Wanted::Ahead)))
    }

    /// Whether what is being drawn since `looks` tenths of a second should give way.
    fn gives_way(&self, key: &PictureKey, wanted: Wanted, looks: u32) -> bool {
        let patience = if wanted == Wanted::Now { GIVES_WAY } else { GIVES_WAY_UNSEEN };
        self.closing || (looks >= patience && self.visible.iter().any(|other| other.base != key.base))
    }
}

fn work(shared: &Shared, wake: &dyn Fn(Wanted)) {
    let renderer = Renderer::new();
    while let Some((key, wanted)) = shared.next() {
        let pack = Arc::clone(&shared.lock().pack);
        // A page that makes the renderer crash must cost that page only, not every page after it.
        let mut looks = 0;
        let mut go_on = || {
            looks += 1;
            !shared.lock().gives_way(&key, wanted, looks)
        };
        let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render_while(&pack, &key, &mut go_on)));
        let mut desk = shared.lock();
        desk.drawing = None;
        match drawn {
            Ok(Ok(_)) if !desk.pack.draws_like(&pack, &key.base) => {
                // Its page was edited meanwhile.
                desk.visible.push_front(key);
                continue;
            }
            Ok(Ok(picture)) => desk.done.push((key, picture)),
            Ok(Err(PictureError::PutOff)) => {
                log::warn!("{:?} takes long and gives way", key.base);
                if wanted == Wanted::Now && desk.put_off.len() < WAITING {
                    desk.put_off.push_back(key);
                }
                continue;
            }
            Ok(Err(error)) => {
                log::error!("{:?} cannot be drawn: {error}", key.base);
                desk.failed.insert(key);
            }
            Err(_) => {
                log::error!("{:?} cannot be drawn: the renderer crashed", key.base);
                desk.failed.insert(key);
            }
        }
        drop(desk);
        wake(wanted);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, sync_channel};

    use super::*;
    use crate::engine::{scene::Base, session::Module};

    fn key(base: Base, width: u32) -> PictureKey {
        PictureKey { base, module: Module::M1, width, height: width * 3 / 4 }
    }

    fn spawned() -> (Pictures, Receiver<Wanted>) {
        let (told, ready) = sync_channel(16);
        let pictures = Pictures::spawn(Arc::new(Pack::empty()), move |wanted| {
            // A full channel has told enough.
            let told = told.try_send(wanted);
            log::trace!("{told:?}");
        })
        .unwrap();
        (pictures, ready)
    }

    /// Without a worker: the test takes the wishes.
    fn idle() -> Pictures {
        let shared = Shared { desk: Mutex::default(), changed: Condvar::new() };
        Pictures { shared: Arc::new(shared), worker: None }
    }

    #[test]
    fn a_wish_is_drawn_at_its_size_wakes_whoever_waits_and_is_handed_over() {
        let (pictures, ready) = spawned();
        let wish = key(Base::White, 80);
        assert!(pictures.finished().is_empty());
        pictures.request(&wish);
        assert_eq!(ready.recv().unwrap(), Wanted::Now);
        // Asked again before it is fetched it is there: nothing is drawn, nobody is woken.
        pictures.request(&wish);
        assert!(ready.try_recv().is_err());
        let finished = pictures.finished();
        let (made, picture) = &finished[0];
        assert_eq!((made, picture.width, picture.height), (&wish, 80, 60));
        assert_eq!(picture.rgba, vec![255; 80 * 60 * 4]);
        assert!(pictures.finished().is_empty());
        // Whoever let go of it may ask for it again.
        pictures.prefetch(std::slice::from_ref(&wish));
        assert_eq!(ready.recv().unwrap(), Wanted::Ahead);
    }

    #[test]
    fn the_latest_visible_wish_comes_first_and_neighbours_last() {
        let pictures = idle();
        let keys: Vec<PictureKey> = (0..4).map(|i| key(Base::Calm, 100 + i)).collect();
        pictures.prefetch(&keys[2..4]);
        pictures.request(&keys[0]);
        pictures.request(&keys[1]);
        pictures.request(&keys[3]);
        let order: Vec<(PictureKey, Wanted)> = (0..4).map(|_| pictures.shared.next().unwrap()).collect();
        let wished = [(3, Wanted::Now), (1, Wanted::Now), (0, Wanted::Now), (2, Wanted::Ahead)];
        assert_eq!(order, wished.map(|(index, wanted)| (keys[index].clone(), wanted)));
        // New neighbours replace old ones: nobody waits for those any more.
        pictures.prefetch(&keys[0..1]);
        pictures.prefetch(&keys[1..2]);
        assert_eq!(pictures.shared.next(), Some((keys[1].clone(), Wanted::Ahead)));
        assert!(pictures.shared.lock().neighbours.is_empty());
    }

    #[test]
    fn nothing_more_is_drawn_while_too_much_lies_unfetched() {
        let pictures = idle();
        let picture = Picture { width: 5, height: 5, rgba: vec![0; UNFETCHED_BYTES] };
        pictures.shared.lock().done.push((key(Base::Calm, 100), picture));
        pictures.request(&key(Base::White, 80));
        assert_eq!(pictures.shared.lock().next(), None);
        assert_eq!(pictures.finished().len(), 1);
        assert_eq!(pictures.shared.lock().next(), Some((key(Base::White, 80), Wanted::Now)));
    }

    #[test]
    fn an_impossible_picture_is_tried_once() {
        let (pictures, ready) = spawned();
        let wish = PictureKey { width: 0, ..key(Base::White, 80) };
        pictures.request(&wish);
        ready.recv().unwrap();
        assert!(pictures.is_impossible(&wish) && pictures.finished().is_empty());
        pictures.request(&wish);
        assert!(pictures.shared.lock().visible.is_empty());
    }
}
