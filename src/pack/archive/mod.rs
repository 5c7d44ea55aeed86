//! One own session in one file (`.lembar`, a zip), for taking it to another laptop. Files that come from elsewhere are believed nothing.

mod manifest;
mod open;
mod write;

use std::path::PathBuf;

pub use open::open;
pub use write::write;

use super::{
    borrowed::FileFault,
    import::{ImportError, names},
};
use crate::{
    engine::ids::SessionId,
    text::{archive as text, import as import_text},
};

/// Ending of such files.
pub const ENDING: &str = "lembar";
/// The newest arrangement this program knows.
const FORMAT: i64 = 1;
/// Most files in one.
const FILES: usize = 2000;
/// Most bytes in one, unpacked.
const BYTES: u64 = 20 << 30;
/// Texts shrink to a tenth at best; what unpacks to more than this many times its size is meant to fill the disk.
const RATIO: u64 = 100;
/// Smaller files may shrink as they like, bytes.
const SMALL: u64 = 1 << 20;
/// Its list of contents.
const MANIFEST: &str = "lembar.toml";
/// Folder of the session's files inside.
const FOLDER: &str = "sesi/";

/// What came of opening one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A new session.
    New(SessionId),
    /// It is there already; nothing was changed.
    Same(SessionId),
}

/// Why a session cannot be packed or opened. `Display` is for logs; [`ArchiveError::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The session is not there.
    #[error("no session {0}")]
    NoSession(SessionId),
    /// It came with the program: everybody has it.
    #[error("{0} is no own session")]
    Shipped(SessionId),
    /// The file to write is not called `.lembar`.
    #[error("not a .lembar name")]
    Ending,
    /// No `.lembar` file, or cut off.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Made by a newer program.
    #[error("format {0}")]
    Newer(i64),
    /// A file the session needs is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// A name that leads elsewhere or that no session has.
    #[error("unexpected entry {0:?}")]
    Foreign(String),
    /// Unpacks to far more than a session needs.
    #[error("too much: {0}")]
    Bomb(String),
    /// A picture or PDF in it cannot be shown.
    #[error("{0}: {1}")]
    File(String, FileFault),
    /// Writing what was unpacked.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The disk refused.
    #[error("{}: {cause}", path.display())]
    Disk {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
}

impl ArchiveError {
    /// What happened, what is safe, what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoSession(id) => text::no_session(id.as_str()),
            Self::Shipped(id) => text::shipped(id.as_str()),
            Self::Ending => text::ENDING.to_owned(),
            Self::Damaged(_) => text::DAMAGED.to_owned(),
            Self::Newer(_) => text::NEWER.to_owned(),
            Self::Missing(name) => text::missing(name),
            Self::Foreign(_) => text::FOREIGN.to_owned(),
            Self::Bomb(_) => text::BOMB.to_owned(),
            Self::File(name, fault) => fault.sentence(name),
            Self::Import(error) => error.sentence(),
            Self::Disk { path, cause } => import_text::disk(&path.display().to_string(), &import_text::why(cause)),
        }
    }

    fn disk(path: &std::path::Path) -> impl Fn(std::io::Error) -> Self + '_ {
        |cause| Self::Disk { path: path.to_owned(), cause }
    }
}

/// A free name for the packed session called `title` in `dir`.
#[must_use]
pub fn free_file(dir: &std::path::Path, title: &str) -> PathBuf {
    let file = |name: &str| dir.join(format!("{name}.{ENDING}"));
    file(&names::free(&names::slug(title, "sesi"), |name| file(name).exists()))
}

/// Whether a session may have a file of this name: plain, of a known kind, and possible on every system. `scenes/` may hold scenes.
pub(super) fn is_part(name: &str) -> bool {
    const ENDINGS: [&str; 33] = [
        "toml", "srt", "pdf", "jpg", "jpeg", "png", "webp", "jfif", "mp4", "m4v", "mov", "webm", "mkv", "avi", "divx",
        "mpg", "mpeg", "vob", "asf", "ts", "dat", "wmv", "3gp", "mp3", "ogg", "oga", "opus", "wav", "m4a", "aac",
        "flac", "amr", "berkas",
    ];
    const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
    let (name, endings) = match name.strip_prefix("scenes/") {
        Some(scene) => (scene, &["toml"][..]),
        None => (name, &ENDINGS[..]),
    };
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let letter = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '(' | ')' | '+' | ',');
    !stem.is_empty()
        && name.len() <= 120
        && !stem.starts_with(['.', ' '])
        && !stem.ends_with(['.', ' '])
        && stem.chars().all(letter)
        && !RESERVED.contains(&stem.to_lowercase().as_str())
        && endings.contains(&ending.to_lowercase().as_str())
}
