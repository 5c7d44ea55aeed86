//! Opening a packed session: every claim of the file is checked before anything of it is kept.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{BufReader, Read, Write},
    path::Path,
};

use zip::{ZipArchive, read::ZipFile};

use super::{
    ArchiveError, BYTES, FILES, FOLDER, MANIFEST, Opened, RATIO, SMALL, is_part,
    manifest::{Manifest, Part},
};
use crate::{
    engine::ids::SessionId,
    pack::{
        Pack,
        borrowed::Looked,
        diagnostic::Log,
        import::{ImportError, Progress, Scratch, Told, add_to_catalogue},
        session_file::{self, Known},
    },
};

/// Largest list of contents, bytes.
const MANIFEST_BYTES: u64 = 1 << 20;
/// Name of the session while it is looked at.
const UNNAMED: &str = "baru";

type Zip = ZipArchive<BufReader<File>>;

/// Adds the session in `file` to the facilitator's own folder `root`. `pack` is everything loaded now, the own sessions included.
/// Whoever calls loads the pack anew.
pub fn open(pack: &Pack, root: &Path, file: &Path, told: &mut Told) -> Result<Opened, ArchiveError> {
    let opened = File::open(file).map_err(ArchiveError::disk(file))?;
    let mut zip = ZipArchive::new(BufReader::new(opened)).map_err(|error| ArchiveError::Damaged(error.to_string()))?;
    let manifest = manifest(&mut zip)?;
    check_names(&zip, &manifest)?;
    let scratch = Scratch::new(root).map_err(ArchiveError::disk(root))?;
    let folder = scratch.path().join("sessions").join(UNNAMED);
    fs::create_dir_all(&folder).map_err(ArchiveError::disk(&folder))?;
    unpack(&mut zip, &manifest, &folder, told)?;
    check_session(pack, scratch.path(), &folder)?;
    if let Some(id) = same(pack, &manifest, &folder)? {
        return Ok(Opened::Same(id));
    }
    Ok(Opened::New(add_to_catalogue(pack, root, &folder, &manifest.title, &manifest.goal)?))
}

fn entry<'a>(zip: &'a mut Zip, name: &str) -> Result<ZipFile<'a, BufReader<File>>, ArchiveError> {
    zip.by_name(name).map_err(|error| match error {
        zip::result::ZipError::FileNotFound => ArchiveError::Missing(name.trim_start_matches(FOLDER).to_owned()),
        other => ArchiveError::Damaged(other.to_string()),
    })
}

fn manifest(zip: &mut Zip) -> Result<Manifest, ArchiveError> {
    if zip.len() > FILES {
        return Err(ArchiveError::Bomb(format!("{} entries", zip.len())));
    }
    let mut text = String::new();
    let read = entry(zip, MANIFEST)?.take(MANIFEST_BYTES + 1).read_to_string(&mut text);
    read.map_err(|error| ArchiveError::Damaged(error.to_string()))?;
    if text.len() as u64 > MANIFEST_BYTES {
        return Err(ArchiveError::Bomb(MANIFEST.to_owned()));
    }
    let manifest = Manifest::read(&text)?;
    let all = manifest.file.iter().try_fold(0u64, |sum, part| sum.checked_add(part.bytes));
    if all.is_none_or(|all| all > BYTES) {
        return Err(ArchiveError::Bomb("in all".to_owned()));
    }
    Ok(manifest)
}

/// Names that are listed and names that are there are the same, and none leads out of the folder.
fn check_names(zip: &Zip, manifest: &Manifest) -> Result<(), ArchiveError> {
    let mut listed = BTreeSet::new();
    for part in &manifest.file {
        // Two names that differ in capitals are one file on some systems.
        if !is_part(&part.name) || !listed.insert(part.name.to_lowercase()) {
            return Err(ArchiveError::Foreign(part.name.clone()));
        }
    }
    let known = |name: &str| {
        name == MANIFEST
            || name.strip_prefix(FOLDER).is_some_and(|name| manifest.file.iter().any(|part| part.name == name))
    };
    for name in zip.file_names() {
        let name = name.map_err(|error| ArchiveError::Damaged(error.to_string()))?;
        if !known(&name) {
            return Err(ArchiveError::Foreign(name.into_owned()));
        }
    }
    Ok(())
}

fn unpack(zip: &mut Zip, manifest: &Manifest, folder: &Path, told: &mut Told) -> Result<(), ArchiveError> {
    let all = manifest.file.iter().map(|part| part.bytes).sum();
    let mut done = 0;
    for part in &manifest.file {
        let mut packed = entry(zip, &format!("{FOLDER}{}", part.name))?;
        let claimed = packed.size();
        if packed.is_symlink() || packed.is_dir() || claimed != part.bytes {
            return Err(ArchiveError::Damaged(part.name.clone()));
        }
        if claimed > SMALL && claimed / packed.compressed_size().max(1) > RATIO {
            return Err(ArchiveError::Bomb(part.name.clone()));
        }
        let path = folder.join(&part.name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(ArchiveError::disk(parent))?;
        }
        let mut file = File::create_new(&path).map_err(ArchiveError::disk(&path))?;
        copy(&mut packed, &mut file, part, &path, &mut |bytes| {
            done += bytes;
            told(&Progress::Copying { name: part.name.clone(), done, all })
        })?;
    }
    Ok(())
}

/// Never writes more than `part` says, whatever the zip holds.
fn copy(
    from: &mut impl Read,
    to: &mut File,
    part: &Part,
    path: &Path,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<(), ArchiveError> {
    let mut piece = vec![0; 1 << 20];
    let mut left = part.bytes;
    loop {
        let read = from.read(&mut piece).map_err(|error| ArchiveError::Damaged(error.to_string()))?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        left = left.checked_sub(read as u64).ok_or_else(|| ArchiveError::Bomb(part.name.clone()))?;
        to.write_all(bytes).map_err(ArchiveError::disk(path))?;
        if !told(read as u64) {
            return Err(ImportError::Stopped.into());
        }
    }
    if left > 0 {
        return Err(ArchiveError::Damaged(part.name.clone()));
    }
    to.sync_all().map_err(ArchiveError::disk(path))
}

/// The session can be read, and every file its pages show is there and can be shown.
fn check_session(pack: &Pack, root: &Path, folder: &Path) -> Result<(), ArchiveError> {
    let games: Vec<_> = pack.games.iter().map(|game| &game.id).collect();
    let known = Known { plan: &pack.plan, sources: &pack.sources, games: &games, own: true };
    let mut log = Log::default();
    let read = session_file::read(root, &SessionId::from(UNNAMED), &known, &mut log);
    let session = read.ok_or_else(|| {
        let why = log.diagnostics.first().map_or_else(String::new, |fault| fault.message.clone());
        ArchiveError::Damaged(format!("session.toml: {why}"))
    })?;
    let mut looked = Looked::default();
    for design in &session.designs {
        let Some(source) = &design.borrowed else { continue };
        let name = source.file().unwrap_or_default();
        if !name.is_empty() && !folder.join(name).is_file() {
            return Err(ArchiveError::Missing(name.to_owned()));
        }
        looked.look(folder, source).map_err(|fault| ArchiveError::File(name.to_owned(), fault))?;
    }
    let clips = session.steps.iter().flat_map(|step| &step.pages).filter_map(|page| page.clip.as_ref());
    match clips.map(|clip| &clip.file).find(|file| !folder.join(file).is_file()) {
        Some(missing) => Err(ArchiveError::Missing(missing.clone())),
        None => Ok(()),
    }
}

/// An own session with the same title and the same files, byte for byte.
fn same(pack: &Pack, manifest: &Manifest, folder: &Path) -> Result<Option<SessionId>, ArchiveError> {
    let named = pack.sessions.iter().filter(|session| pack.is_own(&session.id) && session.title == manifest.title);
    for session in named {
        let other = pack.folder(&session.id);
        let mut same =
            pack.files_of(&session.id).iter().all(|name| manifest.file.iter().any(|part| part.name == *name));
        for part in &manifest.file {
            same = same && equal(&folder.join(&part.name), &other.join(&part.name), part.bytes)?;
        }
        if same {
            return Ok(Some(session.id.clone()));
        }
    }
    Ok(None)
}

fn equal(new: &Path, old: &Path, bytes: u64) -> Result<bool, ArchiveError> {
    match fs::metadata(old) {
        Ok(meta) if meta.len() == bytes => {}
        _ => return Ok(false),
    }
    let mut a = BufReader::new(File::open(new).map_err(ArchiveError::disk(new))?).bytes();
    let mut b = BufReader::new(File::open(old).map_err(ArchiveError::disk(old))?).bytes();
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Ok(true),
            (Some(Ok(x)), Some(Ok(y))) if x == y => {}
            (Some(Err(error)), _) => return Err(ArchiveError::disk(new)(error)),
            (_, Some(Err(error))) => return Err(ArchiveError::disk(old)(error)),
            _ => return Ok(false),
        }
    }
}
