//! Pages as pixels, made by one worker: what was asked for last comes first, what was shown lately is kept,
//! what nobody waits for any more is not drawn.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

pub use super::render::{Picture, PictureError, PictureKey, Renderer, render};
use crate::pack::Pack;

/// Pixels kept, in bytes: about seven pages at 1920 × 1080 with their previews.
const CACHE_BYTES: usize = 64 * 1024 * 1024;
/// Most wishes that may wait; older ones are forgotten, since the screen that had them has moved on.
const WAITING: usize = 96;

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
    /// Newest first.
    visible: VecDeque<PictureKey>,
    /// In the order they will be needed.
    neighbours: VecDeque<PictureKey>,
    drawing: Option<PictureKey>,
    done: Cache,
    /// Not tried again, so that a broken page costs its time once.
    failed: HashSet<PictureKey>,
    closing: bool,
}

/// Finished pictures, least recently used thrown out first.
#[derive(Default)]
struct Cache {
    entries: HashMap<PictureKey, (Arc<Picture>, u64)>,
    bytes: usize,
    tick: u64,
}

impl Pictures {
    /// Starts the worker for `pack`. `wake` is called from it whenever a picture is ready or turned out impossible.
    pub fn spawn(pack: Arc<Pack>, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared { desk: Mutex::default(), changed: Condvar::new() });
        let own = Arc::clone(&shared);
        let worker = std::thread::Builder::new().name("pictures".to_owned()).spawn(move || work(&own, &pack, &wake))?;
        Ok(Self { shared, worker: Some(worker) })
    }

    /// Asks for a picture that is to be seen now; it goes before everything asked for earlier.
    pub fn request(&self, key: &PictureKey) {
        let mut desk = self.shared.lock();
        if desk.settled(key) {
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
        let wanted = keys.iter().filter(|key| !desk.settled(key) && !desk.visible.contains(key)).take(WAITING);
        desk.neighbours = wanted.cloned().collect();
        self.shared.changed.notify_one();
    }

    /// The picture, if it is ready.
    #[must_use]
    pub fn get(&self, key: &PictureKey) -> Option<Arc<Picture>> {
        self.shared.lock().done.get(key)
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
    fn next(&self) -> Option<PictureKey> {
        let mut desk = self.lock();
        loop {
            if desk.closing {
                return None;
            }
            let key = desk.visible.pop_front().or_else(|| desk.neighbours.pop_front());
            if key.is_some() {
                desk.drawing.clone_from(&key);
                return key;
            }
            desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Desk {
    /// Nothing to do for `key`: ready, being drawn, or impossible.
    fn settled(&self, key: &PictureKey) -> bool {
        self.done.entries.contains_key(key) || self.failed.contains(key) || self.drawing.as_ref() == Some(key)
    }
}

impl Cache {
    fn get(&mut self, key: &PictureKey) -> Option<Arc<Picture>> {
        self.tick += 1;
        let (picture, used) = self.entries.get_mut(key)?;
        *used = self.tick;
        Some(Arc::clone(picture))
    }

    /// Keeps `picture`, making room; the newest is kept even if it is larger than the whole room.
    fn insert(&mut self, key: PictureKey, picture: Picture, room: usize) {
        self.tick += 1;
        self.bytes += picture.rgba.len();
        if let Some((old, _)) = self.entries.insert(key, (Arc::new(picture), self.tick)) {
            self.bytes -= old.rgba.len();
        }
        while self.bytes > room && self.entries.len() > 1 {
            let oldest = self.entries.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone());
            let Some((picture, _)) = oldest.and_then(|key| self.entries.remove(&key)) else { return };
            self.bytes -= picture.rgba.len();
        }
    }
}

fn work(shared: &Shared, pack: &Pack, wake: &dyn Fn()) {
    let renderer = Renderer::new();
    while let Some(key) = shared.next() {
        // A page that makes the renderer crash must cost that page only, not every page after it.
        let drawn = catch_unwind(AssertUnwindSafe(|| renderer.render(pack, &key)));
        let mut desk = shared.lock();
        desk.drawing = None;
        match drawn {
            Ok(Ok(picture)) => desk.done.insert(key, picture, CACHE_BYTES),
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
        wake();
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

    fn spawned() -> (Pictures, Receiver<()>) {
        let (told, ready) = sync_channel(16);
        let pictures = Pictures::spawn(Arc::new(Pack::empty()), move || {
            // A full channel has told enough.
            let told = told.try_send(());
            log::trace!("{told:?}");
        })
        .unwrap();
        (pictures, ready)
    }

    #[test]
    fn a_wish_is_drawn_at_its_size_and_wakes_whoever_waits() {
        let (pictures, ready) = spawned();
        let wish = key(Base::White, 80);
        assert!(pictures.get(&wish).is_none());
        pictures.request(&wish);
        ready.recv().unwrap();
        let picture = pictures.get(&wish).unwrap();
        assert_eq!((picture.width, picture.height, picture.rgba.len()), (80, 60, 80 * 60 * 4));
        assert!(picture.rgba.iter().all(|byte| *byte == 255));
        // Asked again it is there at once: nothing is drawn, nobody is woken.
        pictures.request(&wish);
        assert!(ready.try_recv().is_err());
    }

    #[test]
    fn the_latest_visible_wish_comes_first_and_neighbours_last() {
        let shared = Shared { desk: Mutex::default(), changed: Condvar::new() };
        let pictures = Pictures { shared: Arc::new(shared), worker: None };
        let keys: Vec<PictureKey> = (0..4).map(|i| key(Base::Calm, 100 + i)).collect();
        pictures.prefetch(&keys[2..4]);
        pictures.request(&keys[0]);
        pictures.request(&keys[1]);
        pictures.request(&keys[3]);
        let order: Vec<PictureKey> = (0..4).map(|_| pictures.shared.next().unwrap()).collect();
        assert_eq!(order, [keys[3].clone(), keys[1].clone(), keys[0].clone(), keys[2].clone()]);
        // New neighbours replace old ones: nobody waits for those any more.
        pictures.prefetch(&keys[0..1]);
        pictures.prefetch(&keys[1..2]);
        assert_eq!(pictures.shared.next(), Some(keys[1].clone()));
        assert!(pictures.shared.lock().neighbours.is_empty());
    }

    #[test]
    fn the_least_recently_used_picture_makes_room() {
        let picture = || Picture { width: 5, height: 5, rgba: vec![0; 100] };
        let mut cache = Cache::default();
        let keys: Vec<PictureKey> = (0..3).map(|i| key(Base::Calm, 100 + i)).collect();
        cache.insert(keys[0].clone(), picture(), 200);
        cache.insert(keys[1].clone(), picture(), 200);
        assert!(cache.get(&keys[0]).is_some());
        cache.insert(keys[2].clone(), picture(), 200);
        assert!(cache.get(&keys[0]).is_some() && cache.get(&keys[1]).is_none() && cache.get(&keys[2]).is_some());
        assert_eq!(cache.bytes, 200);
        let large = Picture { width: 5, height: 5, rgba: vec![0; 900] };
        cache.insert(keys[1].clone(), large, 200);
        assert_eq!((cache.entries.len(), cache.bytes), (1, 900));
    }

    #[test]
    fn an_impossible_picture_is_tried_once() {
        let (pictures, ready) = spawned();
        let wish = PictureKey { width: 0, ..key(Base::White, 80) };
        pictures.request(&wish);
        ready.recv().unwrap();
        assert!(pictures.is_impossible(&wish) && pictures.get(&wish).is_none());
        pictures.request(&wish);
        assert!(pictures.shared.lock().visible.is_empty());
    }
}
