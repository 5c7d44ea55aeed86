//! Types into the search of a real core and takes the time until each answer is there. Also used by `bench`; judges nothing.

use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
    time::{Duration, Instant},
};

use lembar::{
    app::core::{Core, Opened},
    clock::Clock,
    engine::time::Wall,
    pack::Pack,
    store::{self, DirLock, OpenOutcome},
    ui::intent::{Intent, SearchKey},
};

/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A core over the data directory `data`, and what its search says when it has news.
pub(crate) fn core(data: &Path, pack: Arc<Pack>, wall: Wall) -> (Core, Receiver<()>) {
    let lock = DirLock::take(data).expect("the data directory");
    let OpenOutcome::Ready(database) = store::open::open(&lock, wall).expect("a database") else { panic!("damaged") };
    let clock = Clock::Manual { mono: 0, wall };
    let mut core = Core::new(clock, pack, lock, Opened::Ready(database), Arc::new(|| ())).expect("a core");
    let (tell, news) = mpsc::sync_channel(1);
    core.wake_for_answers(Arc::new(move || _ = tell.try_send(())));
    (core, news)
}

/// From the wish to search until the first answer: the index is built meanwhile.
pub(crate) fn first(core: &mut Core, news: &Receiver<()>) -> Duration {
    let began = Instant::now();
    core.apply(Intent::Search(SearchKey::Focus));
    answered(core, news, "a");
    began.elapsed()
}

/// Types `words` and waits for what was found; returns how long that took.
pub(crate) fn answered(core: &mut Core, news: &Receiver<()>, words: &str) -> Duration {
    let began = Instant::now();
    core.apply(Intent::Search(SearchKey::Find(words.to_owned())));
    loop {
        core.drain();
        if core.view(None).study.is_some_and(|study| study.search.answered == Some(words)) {
            return began.elapsed();
        }
        assert!(began.elapsed() < PATIENCE, "the search never answers");
        // Other news (the writer's) wakes nobody here.
        news.recv_timeout(Duration::from_millis(20)).ok();
    }
}
