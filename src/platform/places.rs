//! Where people keep their files: the folders every desktop has, and what is plugged in. Looks at the disk, which may take a while.

use std::path::{Path, PathBuf};

use directories::UserDirs;

/// What a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The user's own folder.
    Home,
    /// What came by browser or chat.
    Downloads,
    /// Documents.
    Documents,
    /// Pictures.
    Pictures,
    /// Films.
    Videos,
    /// A stick, a card, a disk, by its name.
    Drive(String),
}

/// The places that are there, the usual ones first.
#[must_use]
pub fn places() -> Vec<(Kind, PathBuf)> {
    let user = UserDirs::new();
    let usual = user.as_ref().map(|user| {
        [
            (Kind::Downloads, user.download_dir()),
            (Kind::Documents, user.document_dir()),
            (Kind::Pictures, user.picture_dir()),
            (Kind::Videos, user.video_dir()),
            (Kind::Home, Some(user.home_dir())),
        ]
    });
    let usual = usual.into_iter().flatten().filter_map(|(kind, dir)| Some((kind, dir?.to_owned())));
    let mut places: Vec<(Kind, PathBuf)> = usual.filter(|(_, dir)| dir.is_dir()).collect();
    let drives = drives(user.as_ref().map(UserDirs::home_dir));
    places.extend(drives.into_iter().map(|dir| (Kind::Drive(name(&dir)), dir)));
    places
}

fn name(dir: &Path) -> String {
    dir.file_name().unwrap_or(dir.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(windows)]
fn drives(_home: Option<&Path>) -> Vec<PathBuf> {
    (b'A'..=b'Z').map(|letter| PathBuf::from(format!("{}:\\", char::from(letter)))).filter(|dir| dir.is_dir()).collect()
}

#[cfg(target_os = "macos")]
fn drives(_home: Option<&Path>) -> Vec<PathBuf> {
    below(Path::new("/Volumes"))
}

/// Desktops put sticks into a folder named after the user.
#[cfg(not(any(windows, target_os = "macos")))]
fn drives(home: Option<&Path>) -> Vec<PathBuf> {
    let Some(user) = home.and_then(Path::file_name) else { return Vec::new() };
    ["/run/media", "/media"].iter().flat_map(|base| below(&Path::new(base).join(user))).collect()
}

#[cfg(not(windows))]
fn below(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}
