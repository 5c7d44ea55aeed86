//! Making printed files: what to print of a session, gathered from the pack, made by `report`, written and shown.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    disk,
    engine::{
        ids::SessionId,
        print::Printout,
        scene::{Base, PictureKey},
        session::{Page, Session},
        sheet::{Sheet, SheetLayout},
    },
    media::pictures::{PictureError, Renderer},
    pack::Pack,
    platform::viewer,
    report::{self, PdfError, observation::Observed},
    text::print as text,
    typeset::{
        font::Fonts,
        paper::{Art, Leaf, handout},
    },
};

/// Pixels per point of what is pixels anyway: 150 dots an inch.
const SHARPNESS: f32 = 150.0 / 72.0;

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// No such session.
    #[error("no session {0}")]
    NoSession(SessionId),
    /// There is nothing of that kind.
    #[error("nothing to print of {label}")]
    Nothing {
        /// What was wanted.
        what: Printout,
        /// The session's label.
        label: String,
    },
    /// A page cannot be drawn.
    #[error(transparent)]
    Page(#[from] PictureError),
    /// The file cannot be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The disk refused.
    #[error("{}: {error}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no folder for documents.
    #[error("no documents folder")]
    NoFolder,
}

impl PrintError {
    /// What to tell.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoSession(id) => text::no_session(id.as_str()),
            Self::Nothing { what, label } => text::nothing(*what, label),
            Self::Page(error) => text::broken(&error.to_string()),
            Self::Pdf(error) => text::broken(&error.to_string()),
            Self::Write { path, error } => text::cannot_write(&path.display().to_string(), &error.to_string()),
            Self::NoFolder => text::NO_FOLDER.to_owned(),
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How many pages.
    pub leaves: usize,
    /// What of it could not be printed as it should, in words.
    pub left_out: Vec<String>,
}

/// The bytes of a file and how many pages it has. Takes a second or two: not for the UI thread.
pub fn make(pack: &Pack, id: &SessionId, what: Printout) -> Result<(Vec<u8>, usize), PrintError> {
    let session = pack.session(id).ok_or_else(|| PrintError::NoSession(id.clone()))?;
    let leaves = leaves(pack, session, what)?;
    if leaves.is_empty() {
        return Err(PrintError::Nothing { what, label: session.label.clone() });
    }
    let title = text::title(what, &session.label, &session.title);
    Ok((report::pdf(&title, &leaves)?, leaves.len()))
}

fn leaves(pack: &Pack, session: &Session, what: Printout) -> Result<Vec<Leaf>, PrintError> {
    let fonts = Fonts::new();
    match what {
        Printout::Handouts => {
            let handouts = pack.handouts(&session.id);
            Ok(handouts.iter().flat_map(|handout| handout::printed(&fonts, handout).leaves).collect())
        }
        Printout::Observation if pack.shelf.observation.is_empty() => Ok(Vec::new()),
        Printout::Observation => {
            let empty = Observed::empty(session.module, format!("{} {}", session.label, session.title));
            Ok(report::observation::leaves(&pack.shelf.observation, &empty))
        }
        _ if session.steps.iter().all(|step| step.pages.is_empty()) => Ok(Vec::new()),
        Printout::Guide => {
            let mut artist = Artist { pack, session, size: report::THUMBNAIL_SHAPE, sharpness: 0.5, renderer: None };
            report::guide(&fonts, session, |page| artist.draw(page))
        }
        Printout::Flipchart => {
            let size = report::page_size(&fonts, session);
            let mut artist = Artist { pack, session, size, sharpness: SHARPNESS, renderer: None };
            report::flipchart(&fonts, session, |page| artist.draw(page))
        }
    }
}

/// Draws pages for paper: as drawings, or as pixels what is no drawing (photos, pages of PDF files).
struct Artist<'a> {
    pack: &'a Pack,
    session: &'a Session,
    /// Size a page is arranged for.
    size: (u32, u32),
    /// Pixels for each unit of `size`.
    sharpness: f32,
    /// Made for the first page that needs it.
    renderer: Option<Renderer>,
}

impl Artist<'_> {
    fn draw(&mut self, page: &Page) -> Result<Art, PrintError> {
        let base = Base::Page(self.session.id.clone(), page.id.clone());
        let module = self.session.module;
        if self.pack.borrowed(&base).is_none() {
            return Ok(Art::Svg(self.pack.print_svg(&base, module, self.size)));
        }
        let scaled = |side: u32| (side as f32 * self.sharpness) as u32;
        let key = PictureKey { base, module, width: scaled(self.size.0), height: scaled(self.size.1) };
        let picture = self.renderer.get_or_insert_with(Renderer::new).render(self.pack, &key)?;
        Ok(Art::Pixels { width: picture.width, height: picture.height, rgba: picture.rgba })
    }
}

/// Makes a file and writes it to `path`; a file of that name is replaced only when the new one is whole.
pub fn write(pack: &Pack, id: &SessionId, what: Printout, path: &Path) -> Result<Written, PrintError> {
    let (bytes, leaves) = make(pack, id, what)?;
    let faulty = if what == Printout::Handouts { pack.handout_faults(id) } else { Vec::new() };
    let left_out = faulty.iter().map(|fault| text::left_out(&fault.file, fault.line, &fault.message)).collect();
    Ok(Written { left_out, ..keep(&bytes, leaves, path)? })
}

/// Makes an attendance sheet and writes it to `path`. `logo`: the picture beside the letterhead; one that cannot be read is left out.
pub fn write_sheet(
    sheet: &Sheet,
    layout: SheetLayout,
    logo: Option<&Path>,
    path: &Path,
) -> Result<Written, PrintError> {
    let logo = logo.and_then(|logo| fs::read(logo).map_err(|error| log::warn!("logo: {error}")).ok());
    let leaves = report::sheet::leaves(sheet, layout, &report::Pictures { logo, photos: Vec::new() });
    let bytes = report::pdf(&crate::text::sheet::foot(&sheet.group, &sheet.session), &leaves)?;
    keep(&bytes, leaves.len(), path)
}

/// Makes a filled observation sheet and writes it to `path`.
pub fn write_observation(pack: &Pack, of: &Observed, path: &Path) -> Result<Written, PrintError> {
    let leaves = report::observation::leaves(&pack.shelf.observation, of);
    let bytes = report::pdf(&crate::text::observe::foot(&of.session), &leaves)?;
    keep(&bytes, leaves.len(), path)
}

fn keep(bytes: &[u8], leaves: usize, path: &Path) -> Result<Written, PrintError> {
    disk::write(path, bytes).map_err(|error| PrintError::Write { path: path.to_owned(), error })?;
    Ok(Written { path: path.to_owned(), leaves, left_out: Vec::new() })
}

/// Where files go that nobody named a place for: a folder of ours among the user's documents; it is made when missing.
pub fn usual_path(id: &SessionId, what: Printout) -> Result<PathBuf, PrintError> {
    Ok(usual_folder()?.join(text::file_name(what, id.as_str())))
}

/// Shows a file that was made; returns what to tell: `saved`, or that it has to be opened by hand.
pub fn shown(path: &Path, saved: impl FnOnce(&str) -> String, not_opened: impl FnOnce(&str) -> String) -> String {
    let name = path.display().to_string();
    match viewer::show(path) {
        Ok(()) => saved(&name),
        Err(error) => {
            log::warn!("viewer: {error}");
            not_opened(&name)
        }
    }
}

/// That folder.
pub fn usual_folder() -> Result<PathBuf, PrintError> {
    let user = directories::UserDirs::new().ok_or(PrintError::NoFolder)?;
    let folder = user.document_dir().unwrap_or_else(|| user.home_dir()).join(text::FOLDER);
    fs::create_dir_all(&folder).map_err(|error| PrintError::Write { path: folder.clone(), error })?;
    Ok(folder)
}
