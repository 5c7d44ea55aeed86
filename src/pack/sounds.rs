//! The sounds of a pack: which files lie in `sounds/`, and what a game means by a name. Nothing is decoded here.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::Pack;

/// Their folder.
pub(super) const FOLDER: &str = "sounds";
/// A countdown begins.
pub const START: &str = "tanda-mulai";
/// Two minutes of it are left.
pub const TWO_MINUTES: &str = "tanda-dua-menit";
/// It has run out.
pub const TIME: &str = "tanda-selesai";
/// Quiet music while people come in or work.
pub const BACKGROUND: &str = "musik-latar";

/// Endings of files that hold sound; the decoder looks at what is inside.
const KINDS: [&str; 8] = ["ogg", "oga", "opus", "mp3", "m4a", "aac", "wav", "flac"];

/// Every sound by its name, which is the file's without its ending.
pub(super) fn list(dir: &Path) -> BTreeMap<String, PathBuf> {
    let entries = std::fs::read_dir(dir.join(FOLDER)).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| KINDS.contains(&ending.as_str()))
    });
    files.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path))).collect()
}

impl Pack {
    /// The file of the sound called `name`.
    #[must_use]
    pub fn sound(&self, name: &str) -> Option<&Path> {
        self.sounds.get(name).map(PathBuf::as_path)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sample, *};

    #[test]
    fn sounds_are_found_by_name_whatever_kind_they_are() {
        let dir = sample::pack();
        for file in ["sounds/lagu.MP3", "sounds/suara.opus", "sounds/catatan.txt"] {
            sample::write(dir.path(), file, "x");
        }
        let pack = crate::pack::load(dir.path());
        assert_eq!(pack.sound("lagu"), Some(dir.path().join("sounds/lagu.MP3").as_path()));
        assert!(pack.sound("suara").is_some() && pack.sound("catatan").is_none());
    }

    #[test]
    fn the_signals_and_the_music_are_in_the_content() {
        let sounds = list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
        for name in [START, TWO_MINUTES, TIME, BACKGROUND] {
            assert!(sounds.contains_key(name), "{name}");
        }
    }
}
