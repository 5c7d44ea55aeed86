//! The thread that owns the index: gathers the pack's texts, adds others as they come, answers the newest of what was typed. Joined on drop,
//! which asks it to stop at the next text.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

use super::{super::Wake, texts};
use crate::{
    engine::finding::{self, Found, Kind, Text},
    pack::Pack,
    store::{StoreError, search::Index},
    ui::view::FoundGroup,
};

/// Most hits of one kind that are shown.
const OF_KIND: usize = 8;

/// What was found.
pub(super) struct Answer {
    /// For what was typed then.
    pub(super) typed: String,
    /// By kind, the kind of the best hit first.
    pub(super) groups: Vec<FoundGroup>,
}

/// The thread.
pub(super) struct Search {
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

/// What both sides lay down for each other; each place holds one thing at most, the newest.
#[derive(Default)]
struct Desk {
    papers: Mutex<Papers>,
    news: Condvar,
}

#[derive(Default)]
struct Papers {
    more: Vec<Text>,
    typed: Option<String>,
    answer: Option<Answer>,
    stop: bool,
}

impl Search {
    /// Begins an index over the pack and `others`.
    pub(super) fn start(pack: Arc<Pack>, others: Vec<Text>, wake: Wake) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::default());
        let shared = Arc::clone(&desk);
        let work = move || {
            if let Err(error) = answer_all(&shared, &pack, others, &wake) {
                log::error!("search: {error}");
            }
        };
        let thread = std::thread::Builder::new().name("search".to_owned()).spawn(work)?;
        Ok(Self { desk, thread: Some(thread) })
    }

    /// More to find. What was typed before has to be asked again.
    pub(super) fn add(&self, texts: Vec<Text>) {
        self.desk.papers().more.extend(texts);
        self.desk.news.notify_one();
    }

    /// Looks for what is typed; an older question that was not answered yet is let go.
    pub(super) fn ask(&self, typed: &str) {
        self.desk.papers().typed = Some(typed.to_owned());
        self.desk.news.notify_one();
    }

    /// The newest answer, once.
    pub(super) fn answer(&self) -> Option<Answer> {
        self.desk.papers().answer.take()
    }
}

impl Drop for Search {
    fn drop(&mut self) {
        self.desk.papers().stop = true;
        self.desk.news.notify_one();
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            log::error!("the search had stopped");
        }
    }
}

/// What the thread does next.
enum Job {
    Stop,
    More(Vec<Text>),
    Find(String),
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do.
    fn next(&self) -> Job {
        let mut papers = self.papers();
        loop {
            if papers.stop {
                return Job::Stop;
            }
            if !papers.more.is_empty() {
                return Job::More(std::mem::take(&mut papers.more));
            }
            if let Some(typed) = papers.typed.take() {
                return Job::Find(typed);
            }
            papers = self.news.wait(papers).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn answer_all(desk: &Desk, pack: &Pack, others: Vec<Text>, wake: &Wake) -> Result<(), StoreError> {
    let go_on = || !desk.papers().stop;
    let mut index = Index::new()?;
    let mut texts = texts::of_pack(pack);
    texts.extend(others);
    add(&mut index, &texts, go_on)?;
    loop {
        match desk.next() {
            Job::Stop => return Ok(()),
            Job::More(more) => {
                add(&mut index, &more, go_on)?;
                texts.extend(more);
            }
            Job::Find(typed) => {
                let groups = found(&index, &texts, &typed).unwrap_or_else(|error| {
                    log::warn!("search: {error}");
                    Vec::new()
                });
                desk.papers().answer = Some(Answer { typed, groups });
                wake();
            }
        }
    }
}

fn add(index: &mut Index, texts: &[Text], go_on: impl Fn() -> bool) -> Result<(), StoreError> {
    index.add(texts.iter().map(|text| (text.title.as_str(), text.body.as_str())), go_on)
}

/// What is shown of all that was found.
fn found(index: &Index, texts: &[Text], typed: &str) -> Result<Vec<FoundGroup>, StoreError> {
    let words = finding::words(typed);
    let mut groups: Vec<FoundGroup> = Vec::new();
    let mut places: BTreeMap<Kind, usize> = BTreeMap::new();
    for text in index.find(typed)?.into_iter().filter_map(|number| texts.get(number)) {
        let kind = text.lead.kind();
        let place = *places.entry(kind).or_insert(groups.len());
        if place == groups.len() {
            groups.push(FoundGroup { kind, hits: Vec::new(), more: 0 });
        }
        let Some(group) = groups.get_mut(place) else { continue };
        if group.hits.len() < OF_KIND {
            group.hits.push(Found::of(text, &words));
        } else {
            group.more += 1;
        }
    }
    Ok(groups)
}
