//! One file to carry away: the database and every folder of files beside it in a zip, written beside its name, read back whole and only then named.
//! And the way back: looked at first, the present data set aside, never deleted. A lone database file (a dated copy) is taken too.

use std::{
    fs::{self, File},
    io::{BufReader, Read, Write},
    path::{Component, Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{
    StoreError, backup, dirs,
    error::io_error,
    migrate,
    open::{self, sync_dir},
    set_aside,
};
use crate::{engine::time::Wall, text::carry as text};

mod place;

pub use place::{Aside, Prepared, prepare};

/// What the zip says of itself.
const MANIFEST: &str = "cadangan.json";
/// The database in it.
const DATABASE: &str = "lembar.db";
/// Folders of the data directory that go along: every file the database names, and own sessions.
const FOLDERS: [&str; 4] = [dirs::PHOTOS, "isi", dirs::OFFICE, dirs::YELLS];
/// Version of the zip's layout.
const FORMAT: u32 = 1;
/// How every SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// Bytes copied at once.
const PIECE: usize = 1 << 20;

/// What a copy holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Wall time it was made, ms; `None` = a lone database, which does not say.
    pub made: Option<i64>,
    /// Groups, archived ones too.
    pub groups: u64,
    /// Members, archived ones too.
    pub members: u64,
    /// Meetings.
    pub meetings: u64,
    /// Records of journals.
    pub records: u64,
    /// Photos.
    pub photos: u64,
    /// Other files: own sessions, the logo, sounds.
    pub others: u64,
}

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    contents: Contents,
}

/// Why a copy could not be made or taken back.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// There is a file already.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// There are no data to copy.
    #[error("there is no database")]
    Nothing,
    /// Neither a copy nor a database of ours.
    #[error("not a copy of Lembar: {0}")]
    Strange(String),
    /// A file with a name that could not be put back on every system.
    #[error("{0} has a name that cannot go along")]
    Name(String),
    /// Torn, cut off, or not what it says it is.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
    /// Made by a newer program.
    #[error("the copy was made by a newer program")]
    Newer,
    /// Stopped by the user.
    #[error("stopped")]
    Stopped,
    /// The disk of the data, or of the copy.
    #[error(transparent)]
    Store(StoreError),
}

impl CarryError {
    /// For people.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Exists(path) => text::exists(&path.display().to_string()),
            Self::Nothing => text::NOTHING.to_owned(),
            Self::Strange(_) => text::STRANGE.to_owned(),
            Self::Name(name) => text::name(name),
            Self::Damaged(_) => text::DAMAGED.to_owned(),
            Self::Newer => text::NEWER.to_owned(),
            Self::Stopped => text::STOPPED.to_owned(),
            Self::Store(error) => error.sentence().to_owned(),
        }
    }
}

impl From<StoreError> for CarryError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Told how many bytes of how many are done; false stops.
pub type Told<'a> = dyn FnMut(u64, u64) -> bool + 'a;

fn disk(path: &Path) -> impl Fn(std::io::Error) -> CarryError + '_ {
    move |error| CarryError::Store(io_error(path, &error))
}

fn in_zip(path: &Path) -> impl Fn(zip::result::ZipError) -> CarryError + '_ {
    move |error| match error {
        zip::result::ZipError::Io(error) => CarryError::Store(io_error(path, &error)),
        other => CarryError::Store(StoreError::Other(other.to_string())),
    }
}

/// A file or folder of ours on the way; goes with the value.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // Best effort: what is left only takes room, and the next try takes it away.
        if self.0.is_dir() {
            drop(fs::remove_dir_all(&self.0));
        } else {
            drop(fs::remove_file(&self.0));
        }
    }
}

/// Writes everything of the data directory `dir` into the new file `out`, reads it back and only then gives it its name. The program may
/// be running: the database is copied as of one moment.
pub fn write(dir: &Path, out: &Path, wall: Wall, told: &mut Told<'_>) -> Result<Contents, CarryError> {
    if out.exists() {
        return Err(CarryError::Exists(out.to_owned()));
    }
    let path = open::db_path(dir);
    if !path.exists() {
        return Err(CarryError::Nothing);
    }
    let database = Scratch(dir.join(format!("salinan-{}.baru", std::process::id())));
    backup::copy_file(&path, &database.0)?;
    let files = files(dir)?;
    let mut contents = counted(&database.0)?;
    contents.made = Some(wall.0);
    contents.photos = files.iter().filter(|(name, _)| name.starts_with("foto/")).count() as u64;
    contents.others = files.len() as u64 - contents.photos;
    let mut name = out.as_os_str().to_owned();
    name.push(".baru");
    let unfinished = Scratch(name.into());
    write_zip(&unfinished.0, &database.0, &files, contents, told)?;
    let read = Scratch(dir.join(format!("periksa-{}.baru", std::process::id())));
    if unpack(&unfinished.0, &read.0, &mut |_, _| true)? != contents {
        return Err(CarryError::Damaged("what was written is not what is read".to_owned()));
    }
    // A file that came into being meanwhile is not ours to overwrite.
    if out.exists() {
        return Err(CarryError::Exists(out.to_owned()));
    }
    fs::rename(&unfinished.0, out).map_err(disk(out))?;
    if let Some(folder) = out.parent().filter(|folder| *folder != Path::new("")) {
        sync_dir(folder)?;
    }
    Ok(contents)
}

fn write_zip(
    to: &Path,
    database: &Path,
    files: &[(String, PathBuf)],
    contents: Contents,
    told: &mut Told<'_>,
) -> Result<(), CarryError> {
    let manifest = serde_json::to_string_pretty(&Manifest { format: FORMAT, contents });
    let manifest = manifest.map_err(|error| StoreError::Other(error.to_string()))?;
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    // Photos and clips are small already.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut zip = ZipWriter::new(File::create(to).map_err(disk(to))?);
    zip.start_file(MANIFEST, packed).map_err(in_zip(to))?;
    zip.write_all(manifest.as_bytes()).map_err(disk(to))?;
    let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    let all = size(database) + files.iter().map(|(_, path)| size(path)).sum::<u64>();
    let mut done = 0;
    let entries = std::iter::once((DATABASE, database, packed))
        .chain(files.iter().map(|(name, path)| (name.as_str(), path.as_path(), stored)));
    for (name, path, options) in entries {
        zip.start_file(name, options).map_err(in_zip(to))?;
        let mut file = File::open(path).map_err(disk(path))?;
        copy(&mut file, &mut zip, &mut |bytes| {
            done += bytes;
            told(done, all)
        })
        .map_err(|stop| match stop {
            Stop::Read(error) => disk(path)(error),
            Stop::Write(error) => disk(to)(error),
            Stop::Asked => CarryError::Stopped,
        })?;
    }
    let file = zip.finish().map_err(in_zip(to))?;
    file.sync_all().map_err(disk(to))
}

/// Why copying stopped.
enum Stop {
    Asked,
    Read(std::io::Error),
    Write(std::io::Error),
}

impl Stop {
    /// While `file` was being unpacked into `to`. What cannot be read out of it is damage, unless the system itself could not read.
    fn unpacking(self, file: &Path, to: &Path) -> CarryError {
        match self {
            Self::Asked => CarryError::Stopped,
            Self::Read(error) if error.raw_os_error().is_none() => CarryError::Damaged(error.to_string()),
            Self::Read(error) => disk(file)(error),
            Self::Write(error) => disk(to)(error),
        }
    }
}

fn copy(from: &mut dyn Read, to: &mut dyn Write, told: &mut dyn FnMut(u64) -> bool) -> Result<(), Stop> {
    let mut piece = vec![0; PIECE];
    loop {
        let read = from.read(&mut piece).map_err(Stop::Read)?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { return Ok(()) };
        to.write_all(bytes).map_err(Stop::Write)?;
        if !told(read as u64) {
            return Err(Stop::Asked);
        }
    }
}

/// What goes along beside the database: name in the zip, path; by name.
fn files(dir: &Path) -> Result<Vec<(String, PathBuf)>, CarryError> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        walk(&dir.join(folder), folder, &mut found)?;
    }
    found.sort();
    // What the way back would refuse is better known now.
    match found.iter().find(|(name, _)| allowed(name).is_err()) {
        Some((name, _)) => Err(CarryError::Name(name.clone())),
        None => Ok(found),
    }
}

fn walk(dir: &Path, name: &str, found: &mut Vec<(String, PathBuf)>) -> Result<(), CarryError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(disk(dir)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(disk(dir))?;
        let kind = entry.file_type().map_err(disk(&entry.path()))?;
        let below = format!("{name}/{}", entry.file_name().to_string_lossy());
        // Links could lead anywhere, also back here.
        if kind.is_dir() {
            walk(&entry.path(), &below, found)?;
        } else if kind.is_file() && entry.path().extension() != Some("baru".as_ref()) {
            found.push((below, entry.path()));
        }
    }
    Ok(())
}

/// Counts a database that was checked whole.
fn counted(path: &Path) -> Result<Contents, CarryError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(StoreError::from)?;
    match migrate::refuse_newer(&conn) {
        Err(StoreError::Newer { .. }) => return Err(CarryError::Newer),
        other => other.map_err(damaged)?,
    }
    let faults = open::check(&conn, "integrity_check").map_err(damaged)?;
    if !faults.is_empty() || migrate::version(&conn).map_err(damaged)? == 0 {
        return Err(CarryError::Damaged(faults.join("; ")));
    }
    let count = |table: &str| -> Result<u64, CarryError> {
        let count = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
        // A database of some other program.
        Ok(count.map_err(|error| CarryError::Strange(error.to_string()))?.unsigned_abs())
    };
    Ok(Contents {
        groups: count("roster_group WHERE id > 0")?,
        members: count("participant")?,
        meetings: count("meeting")?,
        records: count("event")?,
        ..Contents::default()
    })
}

fn damaged(error: StoreError) -> CarryError {
    match error {
        StoreError::Damaged(detail) | StoreError::Other(detail) => CarryError::Damaged(detail),
        other => CarryError::Store(other),
    }
}

/// Unpacks and checks a copy into the new folder `into`; what it says it holds must be what it holds.
fn unpack(file: &Path, into: &Path, told: &mut Told<'_>) -> Result<Contents, CarryError> {
    if into.exists() {
        fs::remove_dir_all(into).map_err(disk(into))?;
    }
    fs::create_dir_all(into).map_err(disk(into))?;
    let mut opened = File::open(file).map_err(disk(file))?;
    let mut head = [0; SQLITE.len()];
    let lone = opened.read_exact(&mut head).is_ok() && head == SQLITE;
    if lone {
        lone_database(file, &into.join(DATABASE))?;
        return counted(&into.join(DATABASE));
    }
    let mut zip =
        ZipArchive::new(BufReader::new(File::open(file).map_err(disk(file))?)).map_err(|error| match head {
            [b'P', b'K', ..] => CarryError::Damaged(error.to_string()),
            _ => CarryError::Strange(error.to_string()),
        })?;
    let manifest = manifest(&mut zip)?;
    let all = fs::metadata(file).map_or(0, |file| file.len());
    let (mut done, mut photos, mut others) = (0, 0, 0);
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|error| CarryError::Damaged(error.to_string()))?;
        let name = entry.name().map_err(|error| CarryError::Damaged(error.to_string()))?.into_owned();
        if name == MANIFEST {
            continue;
        }
        let to = into.join(allowed(&name)?);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(disk(folder))?;
        }
        let mut out = File::create(&to).map_err(disk(&to))?;
        // Reading fails where the bytes are not those that were packed.
        copy(&mut entry, &mut out, &mut |bytes| {
            done += bytes;
            told(done.min(all), all)
        })
        .map_err(|stop| stop.unpacking(file, &to))?;
        out.sync_all().map_err(disk(&to))?;
        photos += u64::from(name.starts_with("foto/"));
        others += u64::from(!name.starts_with("foto/") && name != DATABASE);
    }
    let database = into.join(DATABASE);
    if !database.exists() {
        return Err(CarryError::Damaged("there is no database in it".to_owned()));
    }
    let found = Contents { made: manifest.contents.made, photos, others, ..counted(&database)? };
    if found == manifest.contents {
        Ok(found)
    } else {
        Err(CarryError::Damaged("it does not hold what it says".to_owned()))
    }
}

/// Copies a database with what its last program had not folded into it, and folds it: of a laptop that died the newest records are in the
/// -wal.
fn lone_database(from: &Path, to: &Path) -> Result<(), CarryError> {
    for suffix in ["", "-wal", "-journal"] {
        let from = set_aside::with_suffix(from, suffix);
        if suffix.is_empty() || from.exists() {
            fs::copy(&from, set_aside::with_suffix(to, suffix)).map_err(disk(&from))?;
        }
    }
    let fold = || -> Result<(), StoreError> {
        let conn = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        conn.close().map_err(|(_, error)| StoreError::from(error))
    };
    fold().map_err(damaged)
}

fn manifest(zip: &mut ZipArchive<BufReader<File>>) -> Result<Manifest, CarryError> {
    let entry = zip.by_name(MANIFEST).map_err(|error| CarryError::Strange(error.to_string()))?;
    let mut text = String::new();
    entry.take(PIECE as u64).read_to_string(&mut text).map_err(|error| CarryError::Damaged(error.to_string()))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| CarryError::Strange(error.to_string()))?;
    if manifest.format > FORMAT { Err(CarryError::Newer) } else { Ok(manifest) }
}

/// A name in the zip as a path that stays where it belongs.
fn allowed(name: &str) -> Result<PathBuf, CarryError> {
    let path = Path::new(name);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_))) && !name.contains(['\\', ':']);
    let first = path.iter().next().unwrap_or_default();
    let ours = name == DATABASE || FOLDERS.iter().any(|folder| first == *folder && path.iter().count() > 1);
    if plain && ours { Ok(path.to_owned()) } else { Err(CarryError::Strange(format!("{name} in a copy"))) }
}

#[cfg(test)]
mod tests;
