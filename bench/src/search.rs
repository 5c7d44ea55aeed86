//! Searching while somebody types: from a letter to the answer of the search's thread, over as many sessions as the programme has. In this
//! process, without windows: what is drawn of it takes as long as any pass of the console.

use std::{fs, path::Path, sync::Arc, time::Duration};

use anyhow::Result;
use lembar::{engine::time::Wall, pack};

use crate::{
    sessions, typing,
    years::{self, Size},
};

/// Sessions of the programme: the core modules and the one on stunting.
const SESSIONS: usize = 29;
/// The written session that each is as big as.
const LIKE: &str = "m1-s1";
/// Whose meetings have notes: 10 groups over a year.
const YEAR: Size = Size { groups: 10, meetings: 12, members: 30 };
/// When it is searched; nothing depends on it.
const NOW: Wall = Wall(1_795_219_200_000);

/// What was measured.
pub(crate) struct Search {
    /// Sessions searched.
    pub(crate) sessions: usize,
    /// Words in them.
    pub(crate) words: usize,
    /// From the wish to search until the first answer, the index built meanwhile.
    pub(crate) built: Duration,
    /// Each letter typed → its answer.
    pub(crate) took: Vec<Duration>,
}

/// Measures it.
pub(crate) fn measure(content: &Path) -> Result<Search> {
    let content = pack::load(content);
    let data = std::env::temp_dir().join(format!("lembar-bench-search-{}", std::process::id()));
    let _written = years::write(&data, &content, YEAR);
    let generated = Arc::new(sessions::generated(&content, LIKE, SESSIONS));
    let words = generated.sessions.iter().map(|session| sessions::size(&generated, session)).sum();
    let (mut core, news) = typing::core(&data, generated, NOW);
    let built = typing::first(&mut core, &news);
    let letters = sessions::typed(&content);
    let took = letters.iter().map(|typed| typing::answered(&mut core, &news, typed)).collect();
    drop(core);
    fs::remove_dir_all(&data)?;
    Ok(Search { sessions: SESSIONS, words, built, took })
}
