//! Where data and content live, and which folders of the data hold files. Looks, chooses and names; creates nothing.

use std::path::{Path, PathBuf};

use super::StoreError;

/// Folder of the data directory with photos.
pub const PHOTOS: &str = "foto";
/// Folder of the data directory with the office's logo.
pub const OFFICE: &str = "kantor";
/// Folder of the data directory with sounds of yel-yel.
pub const YELLS: &str = "yel-yel";

/// Folder beside the program that makes an installation portable.
const PORTABLE: &str = "lembar-data";
/// Name of the folder with packs.
const CONTENT: &str = "content";

/// The data directory: `explicit` (`--data`), else an existing `lembar-data` beside the program, else the platform's convention.
pub fn data_dir(explicit: Option<&Path>) -> Result<PathBuf, StoreError> {
    let platform = directories::ProjectDirs::from("", "", "Lembar").map(|dirs| dirs.data_local_dir().to_owned());
    choose_data_dir(explicit, program_dir().as_deref(), platform).ok_or(StoreError::NoHome)
}

fn choose_data_dir(explicit: Option<&Path>, program: Option<&Path>, platform: Option<PathBuf>) -> Option<PathBuf> {
    if let Some(explicit) = explicit {
        return Some(explicit.to_owned());
    }
    program.map(|dir| dir.join(PORTABLE)).filter(|dir| dir.is_dir()).or(platform)
}

/// The content folder: beside the program, in the source tree, in the system's share folder; `None` when it is nowhere.
#[must_use]
pub fn content_dir() -> Option<PathBuf> {
    content_places().into_iter().find(|dir| dir.is_dir())
}

/// All places [`content_dir`] looks at, best first; for the message that says it was found nowhere.
#[must_use]
pub fn content_places() -> Vec<PathBuf> {
    let program = program_dir();
    let mut places = Vec::new();
    places.extend(program.as_deref().map(|dir| dir.join(CONTENT)));
    places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join(CONTENT));
    places.extend(program.as_deref().and_then(Path::parent).map(|prefix| prefix.join(SHARE_IN_PREFIX).join(CONTENT)));
    places.extend(SHARE.iter().map(|share| Path::new(share).join(CONTENT)));
    places
}

/// Folder of the running program, symbolic links resolved.
fn program_dir() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.canonicalize().unwrap_or(program).parent()?.to_owned())
}

#[cfg(target_os = "macos")]
const SHARE_IN_PREFIX: &str = "Resources";
#[cfg(not(target_os = "macos"))]
const SHARE_IN_PREFIX: &str = "share/lembar";

#[cfg(target_os = "linux")]
const SHARE: &[&str] = &["/usr/local/share/lembar", "/usr/share/lembar"];
#[cfg(target_os = "macos")]
const SHARE: &[&str] = &["/Library/Application Support/Lembar"];
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
const SHARE: &[&str] = &[];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explicit_wins_then_portable_then_platform() {
        let program = tempfile::tempdir().unwrap();
        let platform = Some(PathBuf::from("/home/ibu/.local/share/lembar"));
        let choose = |explicit| choose_data_dir(explicit, Some(program.path()), platform.clone());
        assert_eq!(choose(None), platform, "no portable folder there");
        std::fs::create_dir(program.path().join(PORTABLE)).unwrap();
        assert_eq!(choose(None), Some(program.path().join(PORTABLE)));
        assert_eq!(choose(Some(Path::new("x"))), Some(PathBuf::from("x")));
        assert_eq!(choose_data_dir(None, None, None), None);
    }

    #[test]
    fn content_is_looked_for_beside_the_program_first() {
        let places = content_places();
        assert_eq!(places.first().map(|p| p.parent()), Some(program_dir().as_deref()));
        assert!(places.iter().any(|p| p.starts_with(env!("CARGO_MANIFEST_DIR"))));
    }
}
