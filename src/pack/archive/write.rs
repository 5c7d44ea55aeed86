//! Packing an own session.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{Read, Seek, Write},
    path::Path,
};

use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{
    ArchiveError, ENDING, FOLDER, FORMAT, MANIFEST, is_part,
    manifest::{Manifest, Part},
};
use crate::{
    disk,
    engine::ids::SessionId,
    pack::{
        Pack,
        import::{ImportError, Progress, Told},
    },
};

/// Writes `session` into the file `out`, which is replaced if it is there; it appears whole or not at all.
pub fn write(pack: &Pack, session: &SessionId, out: &Path, told: &mut Told) -> Result<(), ArchiveError> {
    let known = pack.session(session).ok_or_else(|| ArchiveError::NoSession(session.clone()))?;
    if !pack.is_own(session) {
        return Err(ArchiveError::Shipped(session.clone()));
    }
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        return Err(ArchiveError::Ending);
    }
    let folder = pack.folder(session);
    let parts = parts(&folder)?;
    let there: BTreeSet<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    if let Some(missing) = pack.files_of(session).into_iter().find(|name| !there.contains(name.as_str())) {
        return Err(ArchiveError::Missing(missing));
    }
    let manifest = Manifest { format: FORMAT, title: known.title.clone(), goal: known.goal.clone(), file: parts };
    let beside = &disk::beside(out);
    let written = pack_into(beside, &folder, &manifest, told)
        .and_then(|()| fs::rename(beside, out).map_err(ArchiveError::disk(out)));
    if written.is_err() && beside.exists() {
        fs::remove_file(beside).map_err(ArchiveError::disk(beside))?;
    }
    written
}

/// The session's files, by name. What no session has stays at home.
fn parts(folder: &Path) -> Result<Vec<Part>, ArchiveError> {
    let mut parts = Vec::new();
    for prefix in ["", "scenes/"] {
        let dir = folder.join(prefix);
        if !prefix.is_empty() && !dir.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&dir).map_err(ArchiveError::disk(&dir))?.flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let meta = fs::metadata(entry.path()).map_err(ArchiveError::disk(&entry.path()))?;
            if meta.is_file() && is_part(&name) {
                parts.push(Part { name, bytes: meta.len() });
            }
        }
    }
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(parts)
}

fn pack_into(out: &Path, folder: &Path, manifest: &Manifest, told: &mut Told) -> Result<(), ArchiveError> {
    let failed = |error: ZipError| ArchiveError::Disk { path: out.to_owned(), cause: std::io::Error::other(error) };
    let mut zip = ZipWriter::new(File::create(out).map_err(ArchiveError::disk(out))?);
    let text = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Photos, PDFs and clips are small already.
    let media = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    zip.start_file(MANIFEST, text).map_err(failed)?;
    zip.write_all(manifest.text()?.as_bytes()).map_err(ArchiveError::disk(out))?;
    let all = manifest.file.iter().map(|part| part.bytes).sum();
    let mut done = 0;
    for part in &manifest.file {
        let is_text = Path::new(&part.name).extension().is_some_and(|ending| ending == "toml" || ending == "srt");
        zip.start_file(format!("{FOLDER}{}", part.name), if is_text { text } else { media }).map_err(failed)?;
        let path = folder.join(&part.name);
        let mut file = File::open(&path).map_err(ArchiveError::disk(&path))?;
        let mut piece = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut piece).map_err(ArchiveError::disk(&path))?;
            let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            zip.write_all(bytes).map_err(ArchiveError::disk(out))?;
            done += read as u64;
            if !told(&Progress::Copying { name: part.name.clone(), done, all }) {
                return Err(ImportError::Stopped.into());
            }
        }
    }
    let mut file = zip.finish().map_err(failed)?;
    file.rewind().and_then(|()| file.sync_all()).map_err(ArchiveError::disk(out))
}
