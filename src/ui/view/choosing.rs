//! Choosing files and folders of the disk.

/// A folder of the disk to choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChoosingView<'a> {
    /// What for.
    pub choice: Choice,
    /// Where, in words; empty until something was read.
    pub folder: &'a str,
    /// There is a folder above.
    pub up: bool,
    /// The usual places and what is plugged in: in words, and whether it is a drive.
    pub places: &'a [(String, bool)],
    /// What is in the folder.
    pub rows: &'a [ChoosingRow],
    /// How many are marked, in other folders too.
    pub marked: usize,
    /// Below the rows: empty, cut off, being read, or why it cannot be read.
    pub remark: Option<&'a str>,
    /// Name of the file that is going to be written, when that is the choice.
    pub file: &'a str,
}

/// What is being chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Any number of files, or a whole folder.
    #[default]
    Files,
    /// Any number of photos.
    Photos,
    /// One packed session.
    Packed,
    /// One sound.
    Sound,
    /// One spreadsheet.
    Roster,
    /// One copy of the program's data.
    Copy,
    /// The folder a packed session goes to.
    Destination,
    /// The folder a copy of the data goes to.
    CopyTo,
    /// The folder tables go to.
    Tables,
}

/// A row of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoosingRow {
    /// Name.
    pub name: String,
    /// What it is.
    pub what: RowKind,
    /// Size in words; empty for a folder.
    pub size: String,
    /// It is marked.
    pub marked: bool,
}

/// What a row of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A folder.
    Folder,
    /// A photo.
    Photo,
    /// A PDF.
    Pdf,
    /// A film.
    Clip,
    /// A sound.
    Sound,
    /// A presentation.
    Slides,
    /// A packed session.
    Packed,
    /// A spreadsheet.
    Sheet,
    /// A copy of the program's data.
    Copy,
}
