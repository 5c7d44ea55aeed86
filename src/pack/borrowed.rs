//! Files of others that a page shows as they are: which, and whether they can be shown. Their pixels are made in `media`.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufReader, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use image::{ImageDecoder, ImageReader, Limits};

use crate::text::import as text;

/// Most pages of one PDF.
pub const PDF_PAGES: usize = 500;
/// Largest PDF, bytes: it is read into memory while its pages are shown.
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
}

impl Source {
    /// Its file's name; a clip has its own.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Photo { file } | Self::Pdf { file, .. } => Some(file),
            Self::Clip => None,
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
        }
    }
}

fn unreadable(error: &std::io::Error) -> FileFault {
    FileFault::Unreadable(error.to_string())
}

/// Opens a PDF with at least one page and no more than are shown.
pub fn open_pdf(path: &Path) -> Result<Pdf, FileFault> {
    let bytes = read_limited(path, PDF_BYTES)?;
    // The reader of PDF is young: a file that makes it panic is a damaged file.
    let opened = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes)?;
        let pages = pdf.pages().len();
        Ok((pdf, pages))
    }));
    let (pdf, pages) = opened.map_err(|_| FileFault::Damaged("the reader stopped".to_owned()))?.map_err(pdf_fault)?;
    match pages {
        0 => Err(FileFault::Damaged("no pages".to_owned())),
        1..=PDF_PAGES => Ok(pdf),
        more => Err(FileFault::TooManyPages(more)),
    }
}

fn pdf_fault(error: LoadPdfError) -> FileFault {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            FileFault::Locked
        }
        other => FileFault::Damaged(format!("{other:?}")),
    }
}

fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit { Err(FileFault::TooLarge(limit >> 20)) } else { Ok(bytes) }
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
            Source::Pdf { .. } => open_pdf(&path).map(|pdf| pdf.pages().len() as u32),
            _ => open_photo(&path).map(|_| 1),
        });
        match (looked, source) {
            (Err(fault), _) => Err(fault.clone()),
            (Ok(pages), Source::Pdf { number, .. }) if number > pages => Err(FileFault::NoPage(*number)),
            _ => Ok(()),
        }
    }
}
