//! Packs: files of content become sessions, pages and pictures. Reads the disk; imports engine, text and typeset.

pub mod archive;
pub mod art;
pub mod borrowed;
mod check;
pub mod diagnostic;
pub mod edit;
pub mod format;
mod handout_file;
pub mod import;
mod learn_file;
mod load;
pub mod own;
mod pages;
pub mod pdf;
mod report;
#[cfg(test)]
pub(crate) mod sample;
mod scene_file;
mod script_text;
mod session_file;
mod shelf_file;
pub mod sounds;
mod steps;
mod table;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

pub use check::check;
pub use diagnostic::{Diagnostic, Severity};
pub use load::load;
pub use report::{Form, report};

use crate::{
    engine::{
        ids::{GameId, PageId, SessionId},
        session::{Game, Session, Step},
        shelf::Shelf,
    },
    typeset::page::Layout,
};

/// A pack as far as it could be loaded.
#[derive(Debug, Default)]
pub struct Pack {
    /// The folder it was read from.
    pub root: PathBuf,
    /// Its id; empty when `pack.toml` could not be read.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version as its authors count.
    pub version: String,
    /// Every session, in catalogue order.
    pub sessions: Vec<Session>,
    /// The ice-breakers, by id.
    pub games: Vec<Game>,
    /// What stands on the shelves for learning.
    pub shelf: Shelf,
    /// The group offered at the first start.
    pub demo: Demo,
    /// Everything that is wrong with the files, in the order of loading.
    pub diagnostics: Vec<Diagnostic>,
    /// The plan a session's steps build on; empty when there is no `plan.toml`.
    plan: Vec<Step>,
    /// Ids of `sources.toml`.
    sources: Vec<String>,
    /// The facilitator's own sessions.
    own: Own,
    /// Files of sounds by name.
    sounds: BTreeMap<String, PathBuf>,
    art: Art,
}

/// Sessions that were added from the facilitator's own folder (see [`own`]).
#[derive(Clone, Debug, Default)]
struct Own {
    root: PathBuf,
    sessions: BTreeSet<SessionId>,
}

/// The group offered at the first start; empty when the pack has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    /// Name of the group.
    pub group: String,
    /// Where it meets.
    pub place: String,
    /// Invented names, in the order of the list.
    pub names: Vec<String>,
}

/// What the pages are drawn from.
#[derive(Debug, Default)]
struct Art {
    parts: art::PartLibrary,
    /// Scenes of the pack by name.
    scenes: BTreeMap<String, SceneEntry>,
    /// Scenes of one session, which shadow the pack's.
    own_scenes: BTreeMap<(SessionId, String), SceneEntry>,
    pages: BTreeMap<SessionId, Vec<PageDesign>>,
    games: BTreeMap<GameId, GameDesign>,
    handouts: BTreeMap<SessionId, Vec<handout_file::Design>>,
}

/// A scene and its file.
#[derive(Debug)]
struct SceneEntry {
    scene: format::Scene,
    file: String,
}

/// What one page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PageDesign {
    id: PageId,
    layout: Layout,
    headline: String,
    words: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Names of scenes, in order; the first that exists of each list of candidates is drawn.
    scenes: Vec<Vec<String>>,
    /// The file it shows instead of a drawing.
    borrowed: Option<borrowed::Source>,
    /// The ice-breaker it shows instead of a drawing of its own.
    game: Option<GameId>,
    /// The file of its clip or sound.
    clip: Option<String>,
    /// Line in the session's file, 0 for pages that stand in no file.
    line: u32,
}

/// What a game shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GameDesign {
    scene: String,
    words: Vec<String>,
    line: u32,
}

impl Pack {
    /// A pack without content.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The session called `id`.
    #[must_use]
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// The file of a page's clip.
    #[must_use]
    pub fn clip_file(&self, session: &SessionId, page: &PageId) -> Option<PathBuf> {
        let pages = self.session(session)?.steps.iter().flat_map(|step| &step.pages);
        let clip = pages.filter(|other| other.id == *page).find_map(|page| page.clip.as_ref())?;
        Some(self.folder(session).join(&clip.file))
    }

    /// The folder of a session's files, whether it is there or not.
    #[must_use]
    pub fn folder(&self, session: &SessionId) -> PathBuf {
        let root = if self.is_own(session) { &self.own.root } else { &self.root };
        root.join("sessions").join(session.as_str())
    }

    /// Names of the files in a session's folder that its pages need, `session.toml` included.
    fn files_of(&self, session: &SessionId) -> BTreeSet<String> {
        // Hidden pages too: whoever opens the session elsewhere may show them again.
        let designs = self.art.pages.get(session).into_iter().flatten();
        let files =
            designs.flat_map(|design| [design.borrowed.as_ref().and_then(|from| from.file()), design.clip.as_deref()]);
        files.flatten().chain(["session.toml"]).map(str::to_owned).collect()
    }

    /// The facilitator's own sessions.
    #[must_use]
    pub const fn own_sessions(&self) -> &BTreeSet<SessionId> {
        &self.own.sessions
    }

    /// Whether `session` is one of the facilitator's own.
    #[must_use]
    pub fn is_own(&self, session: &SessionId) -> bool {
        self.own.sessions.contains(session)
    }

    /// The game called `id`.
    #[must_use]
    pub fn game(&self, id: &GameId) -> Option<&Game> {
        self.games.iter().find(|game| game.id == *id)
    }

    /// The session's own file is broken; the guided plan stands in for it.
    #[must_use]
    pub fn is_replaced(&self, session: &Session) -> bool {
        let file = format!("sessions/{}/session.toml", session.id);
        let file = if self.is_own(&session.id) { format!("{}/{file}", own::FOLDER) } else { file };
        session.outline_only && self.diagnostics.iter().any(|fault| fault.file == file)
    }

    /// Names of the scenes a page of `session` can use.
    fn scene_names(&self, session: &SessionId) -> Vec<&str> {
        let own = self.art.own_scenes.keys().filter(|(id, _)| id == session).map(|(_, name)| name.as_str());
        self.art.scenes.keys().map(String::as_str).chain(own).collect()
    }

    /// A session that has a scene of this name for itself.
    fn session_with_scene(&self, name: &str) -> Option<&SessionId> {
        self.art.own_scenes.keys().find(|(_, own)| own == name).map(|(id, _)| id)
    }

    /// The scene a page of `session` means by `name`.
    fn scene(&self, session: Option<&SessionId>, name: &str) -> Option<&SceneEntry> {
        let own = session.and_then(|session| self.art.own_scenes.get(&(session.clone(), name.to_owned())));
        own.or_else(|| self.art.scenes.get(name))
    }
}
