//! Files of others that a page shows as they are: which, and whether they can be shown. Their pixels are made in `media`.

use std::{
    collections::BTreeMap,
    fs::File,
    io::BufReader,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use image::{ImageDecoder, ImageReader, Limits};

use super::pdf::{Pdf, Refusal};
use crate::text::import as text;

/// Most pages of one PDF.
pub const PDF_PAGES: usize = 500;
/// Largest PDF, bytes: the child that draws its pages holds it in memory.
pub const PDF_BYTES: u64 = 200 << 20;
/// Largest photo, bytes.
pub const PHOTO_BYTES: u64 = 60 << 20;
/// Most pixels of a photo.
pub const PHOTO_PIXELS: u64 = 100_000_000;
/// Most memory a photo may take while it is decoded, bytes.
const PHOTO_MEMORY: u64 = 640 << 20;

/// What a page shows instead of a drawing; the file lies in the session's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A photo.
    Photo {
        /// File name.
        file: String,
    },
    /// A page of a PDF file.
    Pdf {
        /// File name.
        file: String,
        /// From 1.
        number: u32,
    },
    /// The page's clip; until its first picture the calm page.
    Clip,
    /// The page's title on the calm picture; its clip is only heard.
    Sound,
}

impl Source {
    /// Its file's name; a clip and a sound have their own.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Photo { file } | Self::Pdf { file, .. } => Some(file),
            Self::Clip | Self::Sound => None,
        }
    }
}

/// Why a file cannot be shown. `Display` is for logs; [`FileFault::sentence`] is for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// The disk refused.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// More bytes than are read, MiB.
    #[error("larger than {0} MiB")]
    TooLarge(u64),
    /// More pixels than are decoded, million.
    #[error("more than {0} million pixels")]
    TooManyPixels(u64),
    /// A PDF with more pages than a session holds.
    #[error("{0} pages")]
    TooManyPages(usize),
    /// A PDF that asks for a password.
    #[error("needs a password")]
    Locked,
    /// Not what its name says, or cut off.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The PDF has no such page.
    #[error("no page {0}")]
    NoPage(u32),
    /// A PDF, or a page of it, that was not read in ten seconds.
    #[error("takes too long")]
    TooSlow,
    /// The program that reads PDF is not there.
    #[error("no lembar-pages beside the program")]
    NoReader,
}

impl FileFault {
    /// What is wrong with the file called `name`, and what to do.
    #[must_use]
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::Unreadable(why) => text::unreadable(name, why),
            Self::TooLarge(mib) => text::too_large(name, *mib),
            Self::TooManyPixels(million) => text::too_many_pixels(name, *million),
            Self::TooManyPages(pages) => text::too_many_pages(name, *pages, PDF_PAGES),
            Self::Locked => text::locked(name),
            Self::Damaged(_) => text::damaged(name),
            Self::NoPage(number) => text::no_such_page(name, *number),
            Self::TooSlow => text::too_slow(name),
            Self::NoReader => text::NO_READER.to_owned(),
        }
    }
}

fn unreadable(error: &std::io::Error) -> FileFault {
    FileFault::Unreadable(text::why(error))
}

/// Decodes a photo, turned the way it was taken.
pub fn open_photo(path: &Path) -> Result<image::DynamicImage, FileFault> {
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let length = file.metadata().map_err(|error| unreadable(&error))?.len();
    if length > PHOTO_BYTES {
        return Err(FileFault::TooLarge(PHOTO_BYTES >> 20));
    }
    let damaged = |error: image::ImageError| FileFault::Damaged(error.to_string());
    let mut reader =
        ImageReader::new(BufReader::new(file)).with_guessed_format().map_err(|error| unreadable(&error))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(PHOTO_MEMORY);
    reader.limits(limits);
    let decoded = catch_unwind(AssertUnwindSafe(|| {
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > PHOTO_PIXELS {
            return Err(FileFault::TooManyPixels(PHOTO_PIXELS / 1_000_000));
        }
        // A photo whose note about its turn cannot be read is shown as it lies.
        let turn = decoder.orientation().ok();
        let mut photo = image::DynamicImage::from_decoder(decoder).map_err(damaged)?;
        if let Some(turn) = turn {
            photo.apply_orientation(turn);
        }
        Ok(photo)
    }));
    decoded.map_err(|_| FileFault::Damaged("the decoder stopped".to_owned()))?
}

/// How many pages a PDF has.
fn pdf_pages(path: &Path) -> Result<u32, FileFault> {
    Pdf::open(path, &mut || true).map(|pdf| pdf.pages()).map_err(|refusal| match refusal {
        Refusal::File(fault) => fault,
        Refusal::Stopped => FileFault::TooSlow,
    })
}

/// Files looked at already, so that a PDF of many pages is opened once.
#[derive(Default)]
pub(super) struct Looked {
    files: BTreeMap<std::path::PathBuf, Result<u32, FileFault>>,
}

impl Looked {
    /// Whether `source`, in `folder`, can be shown. A file that is not there was noted when the session was read.
    pub(super) fn look(&mut self, folder: &Path, source: &Source) -> Result<(), FileFault> {
        let Some(file) = source.file() else { return Ok(()) };
        let path = folder.join(file);
        if !path.exists() {
            return Ok(());
        }
        let looked = self.files.entry(path.clone()).or_insert_with(|| match source {
            Source::Pdf { .. } => pdf_pages(&path),
            _ => open_photo(&path).map(|_| 1),
        });
        match (looked, source) {
            (Err(fault), _) => Err(fault.clone()),
            (Ok(pages), Source::Pdf { number, .. }) if number > pages => Err(FileFault::NoPage(*number)),
            _ => Ok(()),
        }
    }
}
