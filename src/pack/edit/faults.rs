//! What `lembar check` would say about one session, with the page each fault belongs to.

use super::{SessionFiles, form::Place};
use crate::{
    engine::ids::PageId,
    pack::{Pack, Severity, borrowed, check, diagnostic::Log, own},
    typeset::font::Fonts,
};

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where; `None` = the session or a step.
    pub page: Option<PageId>,
    /// What is wrong and what to do.
    pub sentence: String,
    /// It does not work as written; else it only looks odd.
    pub serious: bool,
}

/// Looks a session over; keeps what takes long to find out.
#[derive(Default)]
pub struct Inspector {
    fonts: Fonts,
    files: borrowed::Looked,
}

impl Inspector {
    /// Everything that is to be said about the session of `files`, which `pack` has just read.
    pub fn look(&mut self, pack: &Pack, files: &SessionFiles) -> Vec<Fault> {
        let Some(session) = pack.session(&files.session) else { return Vec::new() };
        let name = format!("{}/sessions/{}/session.toml", own::FOLDER, files.session);
        let read = pack.diagnostics.iter().filter(|fault| fault.file == name).cloned();
        let mut log = Log { diagnostics: read.collect() };
        check::pages(pack, (&self.fonts, &mut self.files), session, &name, &mut log);
        let places = files.places();
        let page = |line: u32| place(&places, &files.text, line).and_then(|place| place.page.clone());
        log.diagnostics
            .into_iter()
            .map(|fault| Fault {
                page: fault.line.and_then(page),
                sentence: format!("{} {}", fault.message, fault.hint),
                serious: fault.severity == Severity::Error,
            })
            .collect()
    }
}

/// What stands on `line`, counted from 1.
fn place<'a>(places: &'a [Place], text: &str, line: u32) -> Option<&'a Place> {
    let begins = |line: u32| match line.checked_sub(2) {
        Some(before) => text.match_indices('\n').nth(before as usize).map_or(text.len(), |(at, _)| at + 1),
        None => 0,
    };
    let end = begins(line + 1);
    places.iter().take_while(|place| place.from < end).last()
}
