//! Files of others become an ordinary session of the facilitator's own: [`look`] says what would be made, [`save`] makes it.
//! Nothing here shows anything or keeps time; whoever calls gets told how far it is and may stop it.

mod folder;
mod kinds;
mod look;
pub(super) mod names;
mod office;
mod save;
mod scratch;
mod write;

use std::path::PathBuf;

pub use folder::{Folder, ROWS, Row, folder};
pub use kinds::{Named, is_sound};
pub use look::look;
pub use save::save;

pub(super) use kinds::named;
pub(super) use save::add_to_catalogue;
pub(super) use scratch::Scratch;

use crate::{engine::ids::SessionId, text::import as text};

/// Largest clip, bytes.
pub const CLIP_BYTES: u64 = 8 << 30;
/// Most files looked at in one go.
pub const FILES: usize = 1000;

/// What a file becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One page.
    Photo,
    /// As many pages as it has.
    Pdf,
    /// One page that plays it.
    Clip,
    /// One page with its title, during which it is heard.
    Sound,
}

/// A file that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What the user calls it.
    pub name: String,
    /// What it becomes.
    pub kind: Kind,
    /// Pages it makes.
    pub pages: u32,
    /// Its size.
    pub bytes: u64,
    /// What is copied: the file itself, or the PDF that was made of it.
    path: PathBuf,
    /// Subtitles beside a clip.
    subtitles: Option<PathBuf>,
}

/// What would be made of the files given.
#[derive(Debug, Default)]
pub struct Listing {
    /// In the order of their pages.
    pub items: Vec<Item>,
    /// What is left out and why, one sentence each.
    pub problems: Vec<String>,
    /// A title to begin with.
    pub title: String,
    /// Holds PDFs made of presentations for as long as the list lives.
    scratch: Vec<Scratch>,
}

impl Listing {
    /// Puts what was found later behind what was found before; a file that is there already stays where it was.
    pub fn join(&mut self, later: Self) {
        let new: Vec<Item> = later.items.into_iter().filter(|item| !self.items.contains(item)).collect();
        self.items.extend(new);
        let new: Vec<String> = later.problems.into_iter().filter(|problem| !self.problems.contains(problem)).collect();
        self.problems.extend(new);
        self.scratch.extend(later.scratch);
        if self.title.is_empty() {
            self.title = later.title;
        }
    }

    /// Leaves one file out.
    pub fn remove(&mut self, index: usize) {
        if index < self.items.len() {
            self.items.remove(index);
        }
    }

    /// All pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.items.iter().map(|item| item.pages as usize).sum()
    }
}

/// Where the pages go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new session of this title.
    New(String),
    /// The end of an own session.
    Session(SessionId),
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Looking at a file.
    Looking {
        /// Which.
        name: String,
        /// Files done.
        done: usize,
        /// Files in all.
        all: usize,
    },
    /// LibreOffice is at work.
    Converting {
        /// On which file.
        name: String,
    },
    /// Copying.
    Copying {
        /// Which file.
        name: String,
        /// Bytes done, of all files.
        done: u64,
        /// Bytes in all.
        all: u64,
    },
}

impl Item {
    /// In words what it becomes.
    #[must_use]
    pub fn becomes(&self) -> String {
        match self.kind {
            Kind::Photo => text::PHOTO.to_owned(),
            Kind::Clip => text::CLIP.to_owned(),
            Kind::Sound => text::SOUND.to_owned(),
            Kind::Pdf => text::pdf(self.pages),
        }
    }
}

impl Progress {
    /// What is being done.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Looking { name, done, all } => text::looking(name, done + 1, *all),
            Self::Converting { name } => text::converting(name),
            Self::Copying { name, done, all } => {
                text::copying(name, (done.min(all) * 100).checked_div(*all).unwrap_or(100))
            }
        }
    }
}

/// Told often while something takes long; `false` stops it.
pub type Told<'a> = dyn FnMut(&Progress) -> bool + 'a;

/// Why nothing was made. `Display` is for logs; [`ImportError::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No file of the list can be used.
    #[error("nothing to import")]
    Nothing,
    /// More pages than a session holds.
    #[error("{0} pages")]
    TooManyPages(usize),
    /// The title is empty.
    #[error("no title")]
    NoTitle,
    /// No own session is called so.
    #[error("no own session {0}")]
    NoSession(SessionId),
    /// The session's file was changed by hand in a way nothing can be added to.
    #[error("session.toml of {0} cannot be extended")]
    Unwritable(SessionId),
    /// The user stopped it.
    #[error("stopped")]
    Stopped,
    /// The disk refused.
    #[error("{}: {cause}", path.display())]
    Disk {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
}

impl ImportError {
    /// What happened, what is safe, what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Nothing => text::NOTHING_USABLE.to_owned(),
            Self::TooManyPages(pages) => text::session_too_long(*pages, super::session_file::OWN_PAGES),
            Self::NoTitle => text::NO_TITLE.to_owned(),
            Self::NoSession(id) => text::no_own_session(id.as_str()),
            Self::Unwritable(id) => text::unwritable_session(id.as_str()),
            Self::Stopped => text::STOPPED.to_owned(),
            Self::Disk { path, cause } => text::disk(&path.display().to_string(), &text::why(cause)),
        }
    }

    pub(super) fn disk(path: &std::path::Path) -> impl Fn(std::io::Error) -> Self + '_ {
        |cause| Self::Disk { path: path.to_owned(), cause }
    }
}
