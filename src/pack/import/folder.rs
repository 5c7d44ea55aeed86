//! A folder as somebody choosing files sees it: folders, and what can be taken in by its name. Nothing is opened.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    kinds::{self, Named},
    names,
};

/// Most rows of a folder.
pub const ROWS: usize = 500;

/// A folder that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// Folders first, each in the order people expect.
    pub rows: Vec<Row>,
    /// There was more than is listed.
    pub cut: bool,
}

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it is, by its name.
    pub what: Named,
    /// Size of a file; 0 of a folder.
    pub bytes: u64,
}

/// Lists `dir`; hidden things and what cannot be taken in are left out.
pub fn folder(dir: &Path) -> io::Result<Folder> {
    let mut rows: Vec<Row> = fs::read_dir(dir)?.flatten().filter_map(|entry| row(&entry.path())).collect();
    let file = |row: &Row| row.what != Named::Folder;
    rows.sort_by(|a, b| file(a).cmp(&file(b)).then_with(|| names::natural(&a.name, &b.name)));
    let cut = rows.len() > ROWS;
    rows.truncate(ROWS);
    Ok(Folder { path: dir.to_owned(), rows, cut })
}

fn row(path: &Path) -> Option<Row> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    if name.starts_with('.') {
        return None;
    }
    let meta = fs::metadata(path).ok()?;
    let what = if meta.is_dir() { Named::Folder } else { kinds::named(path)? };
    Some(Row { name, path: path.to_owned(), what, bytes: if meta.is_dir() { 0 } else { meta.len() } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_stand_first_and_only_what_can_be_used_is_listed() {
        let dir = tempfile::tempdir().unwrap();
        for folder in ["Rapat 10", "rapat 2", ".git"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        for file in [
            "IMG_10.JPG",
            "IMG_2.jpg",
            "Gizi.lembar",
            "surat.docx",
            "lagu.mp3",
            ".rahasia.pdf",
            "a.pptx",
            "b.pdf",
            "c.mp4",
        ] {
            fs::write(dir.path().join(file), file).unwrap();
        }
        let seen = folder(dir.path()).unwrap();
        let rows: Vec<(&str, Named)> = seen.rows.iter().map(|row| (row.name.as_str(), row.what)).collect();
        let expected = [
            ("rapat 2", Named::Folder),
            ("Rapat 10", Named::Folder),
            ("a.pptx", Named::Slides),
            ("b.pdf", Named::Pdf),
            ("c.mp4", Named::Clip),
            ("Gizi.lembar", Named::Packed),
            ("IMG_2.jpg", Named::Photo),
            ("IMG_10.JPG", Named::Photo),
            ("lagu.mp3", Named::Sound),
        ];
        assert_eq!(rows, expected);
        assert!(!seen.cut);
        assert!(folder(&dir.path().join("tidak ada")).is_err());
    }
}
