//! Looking at files before anything is written: what each is, how many pages it makes, what is wrong with it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    CLIP_BYTES, FILES, ImportError, Item, Kind, Listing, Progress, Scratch, Told,
    kinds::{self, Found},
    names, office,
};
use crate::{
    pack::{
        borrowed::{FileFault, open_photo},
        pdf::{self, Pdf},
    },
    text::import as text,
};

/// Looks at `paths`, folders included; files of one folder in natural order, else as they were named. `root` is the facilitator's own folder: a PDF made of a presentation
/// waits there until the listing goes. Only [`ImportError::Stopped`] and a disk that refuses end it early.
pub fn look(paths: &[PathBuf], root: &Path, told: &mut Told) -> Result<Listing, ImportError> {
    let mut listing = Listing { title: names::title(&first_stem(paths)), ..Listing::default() };
    let mut files = Vec::new();
    for path in paths {
        gather(path, &mut files, &mut listing.problems);
    }
    // Files marked together are handed over in any order.
    let folder = files.first().and_then(|file| file.parent()).map(Path::to_owned);
    if files.iter().all(|file| file.parent() == folder.as_deref()) {
        files.sort_by(|a, b| names::natural(&name_of(a), &name_of(b)));
    }
    if files.len() > FILES {
        listing.problems.push(text::too_many_files(files.len(), FILES));
        files.truncate(FILES);
    }
    let all = files.len();
    for (done, path) in files.iter().enumerate() {
        let name = name_of(path);
        if !told(&Progress::Looking { name: name.clone(), done, all }) {
            return Err(ImportError::Stopped);
        }
        match look_at(path, &name, (&files, (done, all)), root, &mut listing, told) {
            Ok(Some(item)) => listing.items.push(item),
            Ok(None) => {}
            Err(Refusal::Sentence(sentence)) => listing.problems.push(sentence),
            Err(Refusal::End(error)) => return Err(error),
        }
    }
    Ok(listing)
}

/// Why a file is left out, or why all looking ends.
enum Refusal {
    Sentence(String),
    End(ImportError),
}

fn first_stem(paths: &[PathBuf]) -> String {
    paths.first().and_then(|path| path.file_stem()).unwrap_or_default().to_string_lossy().into_owned()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The files meant by `path`: itself, or what lies directly in it.
fn gather(path: &Path, files: &mut Vec<PathBuf>, problems: &mut Vec<String>) {
    let name = name_of(path);
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problems.push(text::not_found(&path.display().to_string()));
            return;
        }
        Err(error) => {
            problems.push(text::unreadable(&name, &text::why(&error)));
            return;
        }
    };
    if !meta.is_dir() {
        files.push(path.to_owned());
        return;
    }
    match fs::read_dir(path) {
        Ok(entries) => {
            let hidden = |path: &Path| name_of(path).starts_with('.');
            let inside = entries.flatten().map(|entry| entry.path());
            let mut inside: Vec<PathBuf> = inside.filter(|path| path.is_file() && !hidden(path)).collect();
            inside.sort_by(|a, b| names::natural(&name_of(a), &name_of(b)));
            if inside.is_empty() {
                problems.push(text::empty_folder(&name));
            }
            files.append(&mut inside);
        }
        Err(error) => problems.push(text::unreadable(&name, &text::why(&error))),
    }
}

fn look_at(
    path: &Path,
    name: &str,
    (files, looked): (&[PathBuf], (usize, usize)),
    root: &Path,
    listing: &mut Listing,
    told: &mut Told,
) -> Result<Option<Item>, Refusal> {
    let said = Refusal::Sentence;
    let unreadable = |error: std::io::Error| Refusal::Sentence(text::unreadable(name, &text::why(&error)));
    let wrong = |fault: FileFault| Refusal::Sentence(fault.sentence(name));
    let meta = fs::metadata(path).map_err(unreadable)?;
    if !meta.is_file() {
        return Err(said(text::unknown_kind(name)));
    }
    let bytes = meta.len();
    let progress = Progress::Looking { name: name.to_owned(), done: looked.0, all: looked.1 };
    let item = |kind, pages| Item { name: name.to_owned(), kind, pages, bytes, path: path.to_owned(), subtitles: None };
    match kinds::find(path).map_err(unreadable)? {
        Found::Pdf => Ok(Some(item(Kind::Pdf, pages_of(path, name, &mut || told(&progress))?))),
        Found::Photo => {
            open_photo(path).map_err(wrong)?;
            Ok(Some(item(Kind::Photo, 1)))
        }
        Found::Clip | Found::Sound if bytes > CLIP_BYTES => Err(wrong(FileFault::TooLarge(CLIP_BYTES >> 20))),
        Found::Clip => {
            let beside = path.with_extension("srt");
            let subtitles = beside.is_file().then_some(beside);
            Ok(Some(Item { subtitles, ..item(Kind::Clip, 1) }))
        }
        Found::Sound => Ok(Some(item(Kind::Sound, 1))),
        Found::Slides => {
            let pdf = convert(path, name, root, listing, told)?;
            let pages = pages_of(&pdf, name, &mut || told(&progress))?;
            let bytes = fs::metadata(&pdf).map_err(unreadable)?.len();
            Ok(Some(Item { path: pdf, bytes, ..item(Kind::Pdf, pages) }))
        }
        // Taken along by its clip; alone it is nothing to show.
        Found::Subtitles if files.iter().any(|other| other != path && other.with_extension("srt") == path) => Ok(None),
        Found::Subtitles => Err(said(text::lone_subtitles(name))),
        Found::OtherPicture => Err(said(text::other_picture(name))),
        Found::Empty => Err(said(text::empty_file(name))),
        Found::Unknown => Err(said(text::unknown_kind(name))),
    }
}

/// How many pages a PDF has.
fn pages_of(path: &Path, name: &str, go_on: &mut pdf::GoOn<'_>) -> Result<u32, Refusal> {
    match Pdf::open(path, go_on) {
        Ok(pdf) => Ok(pdf.pages()),
        Err(pdf::Refusal::File(fault)) => Err(Refusal::Sentence(fault.sentence(name))),
        Err(pdf::Refusal::Stopped) => Err(Refusal::End(ImportError::Stopped)),
    }
}

/// Has LibreOffice make a PDF of a presentation.
fn convert(path: &Path, name: &str, root: &Path, listing: &mut Listing, told: &mut Told) -> Result<PathBuf, Refusal> {
    let Some(program) = office::find() else { return Err(Refusal::Sentence(text::no_office(name))) };
    let scratch = Scratch::new(root).map_err(|error| Refusal::End(ImportError::disk(root)(error)))?;
    let folder = scratch.path().join("pdf");
    listing.scratch.push(scratch);
    let progress = Progress::Converting { name: name.to_owned() };
    office::to_pdf(&program, path, &folder, &mut || told(&progress)).map_err(|fault| match fault {
        office::Fault::Stopped => Refusal::End(ImportError::Stopped),
        office::Fault::TooSlow => Refusal::Sentence(text::office_too_slow(name)),
        office::Fault::Failed(why) => {
            log::warn!("{name}: LibreOffice: {why}");
            Refusal::Sentence(text::office_failed(name))
        }
    })
}
