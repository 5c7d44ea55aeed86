//! Making the session: everything is copied into a folder beside, then moved into place; originals are only read.

use std::{
    fs::{self, File},
    io::{Read, Write},
    path::Path,
};

use super::{
    ImportError, Into, Item, Kind, Listing, Progress, Scratch, Told, kinds, names,
    write::{self, NewPage, Shows},
};
use crate::{
    disk,
    engine::{ids::SessionId, session::Role},
    pack::{Pack, archive::is_part, load, own, session_file::OWN_PAGES},
    text::import as text,
};

/// Ending of a file whose own says nothing.
const OTHER: &str = "berkas";
/// Bytes copied between two reports.
const CHUNK: usize = 1 << 20;

/// Copies what `listing` names into the facilitator's own folder `root` as a new session, or to the end of one. `pack` is everything
/// loaded now, the own sessions included. Returns the session; whoever calls loads the pack anew.
pub fn save(
    pack: &Pack,
    root: &Path,
    listing: &Listing,
    into: &Into,
    told: &mut Told,
) -> Result<SessionId, ImportError> {
    if listing.items.is_empty() {
        return Err(ImportError::Nothing);
    }
    match into {
        Into::New(title) => new(pack, root, listing, title, told),
        Into::Session(id) => append(pack, root, listing, id, told),
    }
}

fn fits(pages: usize) -> Result<(), ImportError> {
    if pages > OWN_PAGES { Err(ImportError::TooManyPages(pages)) } else { Ok(()) }
}

fn new(pack: &Pack, root: &Path, listing: &Listing, title: &str, told: &mut Told) -> Result<SessionId, ImportError> {
    let title = names::title(title);
    if title.is_empty() {
        return Err(ImportError::NoTitle);
    }
    fits(listing.pages())?;
    let scratch = Scratch::new(root).map_err(ImportError::disk(root))?;
    let pages = copy_all(&listing.items, scratch.path(), &|_| false, told)?;
    let only = [load::only_step()];
    let plan = if pack.plan.is_empty() { &only[..] } else { &pack.plan };
    let file = scratch.path().join("session.toml");
    fs::write(&file, write::session(&pages, plan)).map_err(ImportError::disk(&file))?;
    add_to_catalogue(pack, root, scratch.path(), &title, &text::own_goal(&title))
}

/// Moves a finished session's folder into place and names it in the catalogue.
pub(in crate::pack) fn add_to_catalogue(
    pack: &Pack,
    root: &Path,
    finished: &Path,
    title: &str,
    goal: &str,
) -> Result<SessionId, ImportError> {
    own::begin(root).map_err(ImportError::disk(root))?;
    let sessions = root.join("sessions");
    let taken = |id: &str| pack.session(&SessionId(id.to_owned())).is_some() || sessions.join(id).exists();
    let id = names::free(&format!("saya-{}", names::slug(title, "bahan")), taken);
    let folder = sessions.join(&id);
    fs::rename(finished, &folder).map_err(ImportError::disk(&folder))?;
    let catalogue = root.join("catalogue.toml");
    let entry = text::own_entry(&write::quoted(&id), &write::quoted(title), &write::quoted(goal));
    let written = fs::read_to_string(&catalogue)
        .and_then(|old| disk::write(&catalogue, format!("{}\n\n{entry}", old.trim_end()).as_bytes()));
    if let Err(error) = written {
        // Not in the catalogue it would lie there unseen.
        if let Err(error) = fs::remove_dir_all(&folder) {
            log::warn!("{}: {error}", folder.display());
        }
        return Err(ImportError::disk(&catalogue)(error));
    }
    Ok(SessionId(id))
}

fn append(
    pack: &Pack,
    root: &Path,
    listing: &Listing,
    id: &SessionId,
    told: &mut Told,
) -> Result<SessionId, ImportError> {
    let session = pack.session(id).filter(|_| pack.is_own(id)).ok_or_else(|| ImportError::NoSession(id.clone()))?;
    let there: usize = session.steps.iter().map(|step| step.pages.len()).sum();
    fits(there + listing.pages())?;
    let folder = pack.folder(id);
    let file = folder.join("session.toml");
    let old = fs::read_to_string(&file).map_err(ImportError::disk(&file))?;
    let with_pages = session.steps.iter().rev().find(|step| !step.pages.is_empty());
    let plain = || session.steps.iter().rev().find(|step| step.role == Role::Plain);
    let step = with_pages.or_else(plain).or(session.steps.last());
    let unwritable = || ImportError::Unwritable(id.clone());
    let step = step.ok_or_else(unwritable)?;
    let scratch = Scratch::new(root).map_err(ImportError::disk(root))?;
    let pages = copy_all(&listing.items, scratch.path(), &|name| folder.join(name).exists(), told)?;
    let text = write::extended(&old, step.id.as_str(), &pages).ok_or_else(unwritable)?;
    // The files first: until the text names them they change nothing.
    for entry in fs::read_dir(scratch.path()).map_err(ImportError::disk(scratch.path()))?.flatten() {
        let to = folder.join(entry.file_name());
        fs::rename(entry.path(), &to).map_err(ImportError::disk(&to))?;
    }
    disk::write(&file, text.as_bytes()).map_err(ImportError::disk(&file))?;
    Ok(id.clone())
}

/// Copies every file under a name of its own that `taken` does not know; returns the pages they make.
fn copy_all(
    items: &[Item],
    folder: &Path,
    taken: &dyn Fn(&str) -> bool,
    told: &mut Told,
) -> Result<Vec<NewPage>, ImportError> {
    let all = items.iter().map(|item| item.bytes).sum();
    let mut done = 0;
    let mut pages = Vec::new();
    for item in items {
        let original = Path::new(&item.name);
        let stem = original.file_stem().unwrap_or_default().to_string_lossy();
        let ending = kinds::ending(&item.path);
        // Every file of a session must be one that can travel.
        let ending = if is_part(&format!("a.{ending}")) { ending } else { OTHER.to_owned() };
        // A clip and its subtitles share a name, so a name is free when no ending of it is taken.
        let used = |name: &str| {
            [&ending[..], "srt"].iter().any(|ending| {
                let file = format!("{name}.{ending}");
                taken(&file) || folder.join(file).exists()
            })
        };
        let name = names::free(&names::slug(&stem, "bahan"), used);
        let file = format!("{name}.{ending}");
        copy(&item.path, &folder.join(&file), &mut |bytes| {
            done += bytes;
            told(&Progress::Copying { name: item.name.clone(), done, all })
        })?;
        if let Some(subtitles) = &item.subtitles {
            copy(subtitles, &folder.join(format!("{name}.srt")), &mut |_| true)?;
        }
        let title = match names::title(&stem) {
            title if title.is_empty() => name,
            title => title,
        };
        match item.kind {
            Kind::Photo => pages.push(NewPage { title, shows: Shows::Photo(file) }),
            Kind::Clip => pages.push(NewPage { title, shows: Shows::Clip(file) }),
            Kind::Sound => pages.push(NewPage { title, shows: Shows::Sound(file) }),
            Kind::Pdf => pages.extend((1..=item.pages).map(|number| NewPage {
                title: if item.pages == 1 { title.clone() } else { text::page_of(&title, number) },
                shows: Shows::Pdf(file.clone(), number),
            })),
        }
    }
    Ok(pages)
}

/// Copies a file piece by piece onto the disk itself, so that what is reported done survives a power cut.
fn copy(from: &Path, to: &Path, told: &mut dyn FnMut(u64) -> bool) -> Result<(), ImportError> {
    let mut source = File::open(from).map_err(ImportError::disk(from))?;
    let mut target = File::create_new(to).map_err(ImportError::disk(to))?;
    let mut piece = vec![0; CHUNK];
    loop {
        let read = source.read(&mut piece).map_err(ImportError::disk(from))?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        target.write_all(bytes).map_err(ImportError::disk(to))?;
        if !told(read as u64) {
            return Err(ImportError::Stopped);
        }
    }
    target.sync_all().map_err(ImportError::disk(to))
}
