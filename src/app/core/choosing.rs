//! Choosing files and folders on the disk, in the program's own screen: desktops differ, some have no dialog to lend, and this one knows
//! what can be used. Folders are read on threads of their own; what is done with the choice is the import's matter.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, TryRecvError, sync_channel},
};

use super::Wake;
use crate::{
    engine::ids::SessionId,
    pack::{
        archive,
        import::{self, Folder, Named, ROWS, Row},
    },
    platform::places::{self, Kind},
    text::import as text,
    ui::{
        intent::ImportKey,
        view::{Choice, ChoosingRow, ChoosingView, RowKind},
    },
};

/// What is wanted.
pub(super) enum Wish {
    /// Files or a folder, to be added.
    Files,
    /// Photos.
    Photos,
    /// One packed session.
    Packed,
    /// One sound.
    Sound,
    /// One spreadsheet.
    Roster,
    /// One copy of the program's data.
    Copy,
    /// Where this session is packed to.
    Destination(SessionId),
    /// The folder for a file or folder with the title as its name, and this ending.
    Folder(&'static str),
}

/// What was chosen.
pub(super) enum Taken {
    Files(Vec<PathBuf>),
    Destination(SessionId, PathBuf),
    Folder(PathBuf),
}

/// What a thread has read.
struct Seen {
    places: Option<Vec<(Kind, PathBuf)>>,
    folder: Result<Folder, String>,
    /// Name of the file that would be written there; empty when none is.
    file: String,
}

/// A choice that is being made.
pub(super) struct Choosing {
    wish: Wish,
    /// What is going to be packed.
    title: String,
    wake: Wake,
    places: Vec<PathBuf>,
    place_words: Vec<(String, bool)>,
    dir: PathBuf,
    dir_words: String,
    listed: Vec<Row>,
    rows: Vec<ChoosingRow>,
    /// Across folders one has been to.
    marked: BTreeSet<PathBuf>,
    remark: Option<String>,
    file: String,
    reading: Option<Receiver<Seen>>,
}

impl Choosing {
    /// Begins where files usually are.
    pub(super) fn new(wish: Wish, title: String, wake: Wake) -> Self {
        let mut choosing = Self {
            wish,
            title,
            wake,
            places: Vec::new(),
            place_words: Vec::new(),
            dir: PathBuf::new(),
            dir_words: String::new(),
            listed: Vec::new(),
            rows: Vec::new(),
            marked: BTreeSet::new(),
            remark: None,
            file: String::new(),
            reading: None,
        };
        choosing.read(None);
        choosing
    }

    /// Reads a folder, or first of all the usual places and the first of them.
    fn read(&mut self, dir: Option<PathBuf>) {
        let (tell, news) = sync_channel(1);
        let wake = self.wake.clone();
        let title = self.title.clone();
        let ending = match self.wish {
            Wish::Destination(_) => Some(None),
            Wish::Folder(ending) => Some(Some(ending)),
            _ => None,
        };
        // Copies of the data belong on a stick, when one is plugged in.
        let away = matches!(self.wish, Wish::Folder(_) | Wish::Copy);
        let read = move || {
            let places = dir.is_none().then(places::places);
            let first = || {
                let places = places.as_ref()?;
                let drive = places.iter().find(|(kind, _)| away && matches!(kind, Kind::Drive(_)));
                drive.or(places.first()).map(|(_, dir)| dir.clone())
            };
            let dir = dir.clone().or_else(first).unwrap_or_else(|| PathBuf::from(std::path::MAIN_SEPARATOR_STR));
            let folder = import::folder(&dir).map_err(|error| text::folder_unreadable(&text::why(&error)));
            let file = ending.map(|ending| match ending {
                None => archive::free_file(&dir, &title),
                Some(ending) => free(&dir, &title, ending),
            });
            let file =
                file.as_ref().and_then(|file| file.file_name()).unwrap_or_default().to_string_lossy().into_owned();
            if tell.send(Seen { places, folder, file }).is_ok() {
                wake();
            }
        };
        // Not joined: a stick pulled out or a server gone can keep it for minutes, and it changes nothing.
        self.remark = match std::thread::Builder::new().name("folder".to_owned()).spawn(read) {
            Ok(_) => Some(text::READING.to_owned()),
            Err(error) => Some(text::folder_unreadable(&text::why(&error))),
        };
        self.reading = Some(news);
    }

    /// Takes in what was read. True when something changed.
    pub(super) fn news(&mut self) -> bool {
        let Some(reading) = &self.reading else { return false };
        let seen = match reading.try_recv() {
            Ok(seen) => seen,
            Err(TryRecvError::Empty) => return false,
            Err(TryRecvError::Disconnected) => {
                self.reading = None;
                return false;
            }
        };
        self.reading = None;
        if let Some(places) = seen.places {
            self.place_words = places.iter().map(|(kind, _)| (place(kind), matches!(kind, Kind::Drive(_)))).collect();
            self.places = places.into_iter().map(|(_, dir)| dir).collect();
        }
        self.file = seen.file;
        match seen.folder {
            Ok(folder) => self.show(folder),
            Err(sentence) => self.remark = Some(sentence),
        }
        true
    }

    fn show(&mut self, folder: Folder) {
        self.dir_words = folder.path.display().to_string();
        self.dir = folder.path;
        self.listed = folder.rows;
        let wanted = |what: Named| match self.wish {
            Wish::Files => !matches!(what, Named::Sheet | Named::Copy),
            Wish::Copy => matches!(what, Named::Folder | Named::Copy),
            Wish::Roster => matches!(what, Named::Folder | Named::Sheet),
            Wish::Photos => matches!(what, Named::Folder | Named::Photo),
            Wish::Packed => matches!(what, Named::Folder | Named::Packed),
            Wish::Sound => matches!(what, Named::Folder | Named::Sound),
            Wish::Destination(_) | Wish::Folder(_) => what == Named::Folder,
        };
        self.listed.retain(|row| wanted(row.what));
        self.remark = if folder.cut {
            Some(text::folder_cut(ROWS))
        } else if self.listed.is_empty() {
            let to_write = matches!(self.wish, Wish::Destination(_) | Wish::Folder(_));
            Some(if to_write { text::NO_FOLDERS } else { text::NOTHING_HERE }.to_owned())
        } else {
            None
        };
        self.worded();
    }

    fn worded(&mut self) {
        let row = |row: &Row| ChoosingRow {
            name: row.name.clone(),
            what: kind(row.what),
            size: if row.what == Named::Folder { String::new() } else { text::size(row.bytes) },
            marked: self.marked.contains(&row.path),
        };
        self.rows = self.listed.iter().map(row).collect();
    }

    /// Carries out a key. What it chose, when it did.
    pub(super) fn key(&mut self, key: &ImportKey) -> Option<Taken> {
        match key {
            ImportKey::Place(index) => {
                let dir = self.places.get(*index)?.clone();
                self.read(Some(dir));
                None
            }
            ImportKey::Up => {
                let dir = self.dir.parent()?.to_owned();
                self.read(Some(dir));
                None
            }
            ImportKey::Row(index) => {
                let row = self.listed.get(*index)?;
                if row.what == Named::Folder {
                    let dir = row.path.clone();
                    self.read(Some(dir));
                    return None;
                }
                let path = row.path.clone();
                let one = matches!(self.wish, Wish::Packed | Wish::Sound | Wish::Roster | Wish::Copy);
                if !self.marked.remove(&path) {
                    if one {
                        self.marked.clear();
                    }
                    self.marked.insert(path);
                }
                self.worded();
                None
            }
            ImportKey::Take => self.take(),
            ImportKey::TakeAll => Some(Taken::Files(vec![self.here()?])),
            _ => None,
        }
    }

    /// The folder shown, once there is one.
    fn here(&self) -> Option<PathBuf> {
        (self.dir != Path::new("")).then(|| self.dir.clone())
    }

    fn take(&self) -> Option<Taken> {
        match &self.wish {
            Wish::Destination(session) => Some(Taken::Destination(session.clone(), self.here()?)),
            Wish::Folder(_) => Some(Taken::Folder(self.here()?)),
            _ if self.marked.is_empty() => None,
            _ => Some(Taken::Files(self.marked.iter().cloned().collect())),
        }
    }

    pub(super) fn view(&self) -> ChoosingView<'_> {
        ChoosingView {
            choice: match self.wish {
                Wish::Files => Choice::Files,
                Wish::Photos => Choice::Photos,
                Wish::Packed => Choice::Packed,
                Wish::Sound => Choice::Sound,
                Wish::Roster => Choice::Roster,
                Wish::Copy => Choice::Copy,
                Wish::Destination(_) => Choice::Destination,
                Wish::Folder("") => Choice::Tables,
                Wish::Folder(_) => Choice::CopyTo,
            },
            folder: &self.dir_words,
            up: self.dir.parent().is_some(),
            places: &self.place_words,
            rows: &self.rows,
            marked: self.marked.len(),
            remark: self.remark.as_deref(),
            file: &self.file,
        }
    }
}

/// A name nothing has yet: `stem.ending`, `stem-2.ending` …; no ending = a folder.
pub(super) fn free(dir: &Path, stem: &str, ending: &str) -> PathBuf {
    let dot = if ending.is_empty() { "" } else { "." };
    let names = (2..).map(|n: u32| format!("{stem}-{n}{dot}{ending}"));
    let mut paths = std::iter::once(format!("{stem}{dot}{ending}")).chain(names).map(|name| dir.join(name));
    paths.find(|path| !path.exists()).unwrap_or_else(|| dir.join(stem))
}

fn place(kind: &Kind) -> String {
    match kind {
        Kind::Home => text::HOME.to_owned(),
        Kind::Downloads => text::DOWNLOADS.to_owned(),
        Kind::Documents => text::DOCUMENTS.to_owned(),
        Kind::Pictures => text::PICTURES.to_owned(),
        Kind::Videos => text::VIDEOS.to_owned(),
        Kind::Drive(name) => name.clone(),
    }
}

fn kind(named: Named) -> RowKind {
    match named {
        Named::Folder => RowKind::Folder,
        Named::Photo => RowKind::Photo,
        Named::Pdf => RowKind::Pdf,
        Named::Clip => RowKind::Clip,
        Named::Sound => RowKind::Sound,
        Named::Slides => RowKind::Slides,
        Named::Packed => RowKind::Packed,
        Named::Sheet => RowKind::Sheet,
        Named::Copy => RowKind::Copy,
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::Arc, time::Duration};

    use super::*;

    /// A choice in `dir`, once that is read.
    fn choosing(wish: Wish, dir: &Path) -> Choosing {
        let mut choosing = Choosing::new(wish, "Gizi Ibu".to_owned(), Arc::new(|| ()));
        choosing.read(Some(dir.to_owned()));
        read(&mut choosing);
        choosing
    }

    fn read(choosing: &mut Choosing) {
        for _ in 0..2000 {
            if choosing.news() {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("the folder was not read");
    }

    fn rows(choosing: &Choosing) -> Vec<(&str, bool)> {
        choosing.view().rows.iter().map(|row| (row.name.as_str(), row.marked)).collect()
    }

    fn files() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("rapat")).unwrap();
        for name in ["a.pdf", "b.jpg", "c.lembar", "rapat/d.png"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        dir
    }

    #[test]
    fn files_are_marked_across_folders_and_taken() {
        let dir = files();
        let mut choosing = choosing(Wish::Files, dir.path());
        assert_eq!(rows(&choosing), [("rapat", false), ("a.pdf", false), ("b.jpg", false), ("c.lembar", false)]);
        assert!(choosing.key(&ImportKey::Take).is_none(), "nothing is marked");
        for index in [1, 2, 2] {
            assert!(choosing.key(&ImportKey::Row(index)).is_none());
        }
        assert!(choosing.key(&ImportKey::Row(0)).is_none());
        read(&mut choosing);
        assert_eq!(rows(&choosing), [("d.png", false)]);
        assert!(choosing.key(&ImportKey::Row(0)).is_none() && choosing.key(&ImportKey::Row(7)).is_none());
        assert_eq!(choosing.view().marked, 2);
        assert!(choosing.key(&ImportKey::Up).is_none());
        read(&mut choosing);
        assert_eq!(rows(&choosing)[1], ("a.pdf", true));
        let Some(Taken::Files(paths)) = choosing.key(&ImportKey::Take) else { panic!("nothing was taken") };
        assert_eq!(paths, [dir.path().join("a.pdf"), dir.path().join("rapat/d.png")]);
        let Some(Taken::Files(paths)) = choosing.key(&ImportKey::TakeAll) else { panic!("no folder was taken") };
        assert_eq!(paths, [dir.path()]);
    }

    #[test]
    fn one_packed_session_or_a_folder_is_taken() {
        let dir = files();
        let mut packed = choosing(Wish::Packed, dir.path());
        assert_eq!(rows(&packed), [("rapat", false), ("c.lembar", false)]);
        assert!(packed.key(&ImportKey::Row(1)).is_none());
        assert!(
            matches!(packed.key(&ImportKey::Take), Some(Taken::Files(paths)) if paths == [dir.path().join("c.lembar")])
        );
        let mut place = choosing(Wish::Destination("saya-gizi".into()), dir.path());
        assert_eq!((rows(&place), place.view().file), (vec![("rapat", false)], "gizi-ibu.lembar"));
        let taken = place.key(&ImportKey::Take);
        assert!(matches!(taken, Some(Taken::Destination(id, to)) if id.as_str() == "saya-gizi" && to == dir.path()));
    }

    #[test]
    fn a_folder_that_is_gone_says_so_and_others_can_still_be_chosen() {
        let dir = files();
        let mut choosing = choosing(Wish::Files, dir.path());
        fs::remove_dir_all(dir.path().join("rapat")).unwrap();
        assert!(choosing.key(&ImportKey::Row(0)).is_none());
        read(&mut choosing);
        assert!(choosing.view().remark.is_some_and(|remark| remark.contains("tidak bisa dibuka")));
        assert_eq!(rows(&choosing)[1].0, "a.pdf");
    }
}
