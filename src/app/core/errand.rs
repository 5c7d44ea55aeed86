//! One piece of work on a thread of its own, which tells one thing at its end and is joined on drop. Work that goes on telling, or takes
//! several jobs, has a worker of its own beside what it does.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
};

use super::Wake;

/// Work under way.
pub(super) struct Errand<T> {
    stop: Arc<AtomicBool>,
    news: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

/// How it ended.
pub(super) enum Ended<T> {
    /// This is what it told.
    Told(T),
    /// The thread died (a fault of ours).
    Died,
}

impl<T: Send + 'static> Errand<T> {
    /// Begins it on a thread called `name`. `work` may ask its argument whether to go on: not once [`Self::stop`] was called or nobody waits.
    pub(super) fn start(
        name: &str,
        wake: Wake,
        work: impl FnOnce(&dyn Fn() -> bool) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let (tell, news) = sync_channel(1);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let told = work(&|| !stopped.load(Ordering::Relaxed));
            if tell.send(told).is_ok() {
                wake();
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(work)?;
        Ok(Self { stop, news, thread: Some(thread) })
    }

    /// How it ended; `None` while it goes on.
    pub(super) fn ended(&self) -> Option<Ended<T>> {
        match self.news.try_recv() {
            Ok(told) => Some(Ended::Told(told)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Ended::Died),
        }
    }
}

impl<T> Errand<T> {
    /// Asks it not to go on; it still tells how it ended.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl<T> Drop for Errand<T> {
    fn drop(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            let name = thread.thread().name().unwrap_or_default().to_owned();
            if thread.join().is_err() {
                log::error!("the worker {name:?} had stopped");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended<T: Send + 'static>(errand: &Errand<T>) -> Ended<T> {
        loop {
            if let Some(ended) = errand.ended() {
                return ended;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn it_tells_once_stops_when_asked_and_its_death_is_noticed() {
        let wake: Wake = Arc::new(|| ());
        let errand = Errand::start("sum", Arc::clone(&wake), |_| 3).unwrap();
        assert!(matches!(ended(&errand), Ended::Told(3)));
        let endless = |go_on: &dyn Fn() -> bool| while go_on() {};
        let errand = Errand::start("endless", Arc::clone(&wake), endless).unwrap();
        assert!(errand.ended().is_none());
        errand.stop();
        assert!(matches!(ended(&errand), Ended::Told(())));
        drop(Errand::start("endless", Arc::clone(&wake), endless).unwrap());
        let dies = |_: &dyn Fn() -> bool| -> u8 { panic!("on purpose") };
        assert!(matches!(ended(&Errand::start("dies", wake, dies).unwrap()), Ended::Died));
    }
}
