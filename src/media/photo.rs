//! Photos of a meeting: what the camera wrote into the file is read, the picture is turned and made small enough for the office's form, and
//! the copy is on the disk before anyone hears of it. Nothing is invented: a file without date or place stays without.

use std::{
    fs::{self, File},
    io::BufReader,
    path::Path,
};

use exif::{Exif, In, Tag, Value};
use image::{DynamicImage, RgbImage, codecs::jpeg::JpegEncoder, imageops};

use crate::{
    disk,
    engine::{evidence::Photo, time::Wall},
    pack::borrowed::{FileFault, open_photo},
    text::photo as text,
};

/// Largest copy, bytes: what the office's form takes.
pub const MOST_BYTES: usize = 500_000;
/// Longest side of the copy, pixels.
const LONG_SIDE: u32 = 1600;
/// Shortest long side tried before giving up.
const SHORTEST: u32 = 320;
/// Qualities tried at each size, best first.
const QUALITIES: [u8; 4] = [85, 75, 62, 50];
/// Long side of the small picture on screen, pixels.
const THUMB: u32 = 320;

/// A small picture for the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumb {
    /// Pixels.
    pub size: (u32, u32),
    /// RGB rows.
    pub rgb: Vec<u8>,
}

/// Why a photo was not taken in. `Display` is for logs and names no file.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// A format no decoder here reads.
    #[error("HEIC or HEIF")]
    Heic,
    /// It cannot be read.
    #[error("{0}")]
    File(FileFault),
    /// The copy could not be written.
    #[error("writing: {0}")]
    Disk(std::io::Error),
    /// It cannot be made small enough.
    #[error("too large at any quality")]
    TooLarge,
}

impl PhotoError {
    /// What to tell, and what to do.
    #[must_use]
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::Heic => text::heic(name),
            Self::File(fault) => fault.sentence(name),
            Self::Disk(error) => text::not_written(name, &crate::text::import::why(error)),
            Self::TooLarge => text::too_large(name),
        }
    }
}

/// Takes a photo in: a copy of at most [`MOST_BYTES`] below `root`, in the folder `folder`, under the first free number. Blocks.
pub fn take(from: &Path, root: &Path, folder: &str) -> Result<(Photo, Thumb), PhotoError> {
    if is_heic(from) {
        return Err(PhotoError::Heic);
    }
    let whole = open_photo(from).map_err(PhotoError::File)?;
    let said = said_by(from);
    let whole = upto(opaque(whole), LONG_SIDE);
    let thumb = thumb(&whole);
    let bytes = small(whole)?;
    let dir = root.join(folder);
    fs::create_dir_all(&dir).map_err(PhotoError::Disk)?;
    let file = (1..=9999_u32)
        .map(|number| format!("{folder}/{number}.jpg"))
        .find(|file| !root.join(file).exists())
        .ok_or(PhotoError::TooLarge)?;
    disk::write(&root.join(&file), &bytes).map_err(PhotoError::Disk)?;
    // The folder's own name has to reach the disk too.
    disk::flush_names(root);
    Ok((Photo { file, taken: said.taken, at: said.at, place: String::new(), day: None }, thumb))
}

/// The small picture of a copy taken in before.
pub fn small_picture(path: &Path) -> Result<Thumb, PhotoError> {
    let whole = open_photo(path).map_err(PhotoError::File)?;
    Ok(thumb(&opaque(whole)))
}

/// What the camera wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Said {
    taken: Option<Wall>,
    at: Option<(i32, i32)>,
}

fn said_by(path: &Path) -> Said {
    let Ok(file) = File::open(path) else { return Said::default() };
    let mut reader = exif::Reader::new();
    reader.continue_on_error(true);
    let read = std::panic::catch_unwind(move || reader.read_from_container(&mut BufReader::new(file)));
    let exif = match read {
        Ok(Ok(exif)) => exif,
        Ok(Err(error)) => match error.distill_partial_result(|_| ()) {
            Ok(exif) => exif,
            Err(_) => return Said::default(),
        },
        Err(_) => return Said::default(),
    };
    Said { taken: taken(&exif), at: position(&exif) }
}

/// The camera's clock at the press; the time of a later edit is none.
fn taken(exif: &Exif) -> Option<Wall> {
    let field =
        [Tag::DateTimeOriginal, Tag::DateTimeDigitized].into_iter().find_map(|tag| exif.get_field(tag, In::PRIMARY))?;
    let Value::Ascii(lines) = &field.value else { return None };
    let stamp = exif::DateTime::from_ascii(lines.first()?).ok()?;
    let civil = jiff::civil::DateTime::new(
        i16::try_from(stamp.year).ok()?,
        i8::try_from(stamp.month).ok()?,
        i8::try_from(stamp.day).ok()?,
        i8::try_from(stamp.hour).ok()?,
        i8::try_from(stamp.minute).ok()?,
        i8::try_from(stamp.second).ok()?,
        0,
    )
    .ok()?;
    // A camera whose clock was never set says 1970 or 1980: that is no date.
    (civil.year() >= 2000)
        .then(|| Wall(civil.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |at| at.timestamp().as_millisecond())))
}

fn position(exif: &Exif) -> Option<(i32, i32)> {
    let latitude = angle(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S', 90.0)?;
    let longitude = angle(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W', 180.0)?;
    // A receiver that found nothing writes zeros.
    ((latitude, longitude) != (0, 0)).then_some((latitude, longitude))
}

/// Degrees, minutes, seconds as millionths of a degree; south and west are negative.
fn angle(exif: &Exif, tag: Tag, side: Tag, negative: u8, most: f64) -> Option<i32> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let Value::Ascii(letters) = &exif.get_field(side, In::PRIMARY)?.value else { return None };
    let mut degrees = 0.0;
    for (part, unit) in parts.iter().zip([1.0, 60.0, 3600.0]) {
        if part.denom == 0 {
            return None;
        }
        degrees += part.to_f64() / unit;
    }
    let letter = letters.first()?.first()?.to_ascii_uppercase();
    let known = letter == negative || letter == if negative == b'S' { b'N' } else { b'E' };
    let signed = if letter == negative { -degrees } else { degrees };
    (known && !parts.is_empty() && degrees <= most).then_some((signed * 1_000_000.0).round() as i32)
}

/// The brands of HEIF files; cameras of telephones write them.
fn is_heic(path: &Path) -> bool {
    let mut head = [0; 12];
    let read = File::open(path).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut head));
    let [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] = head else { return false };
    read.is_ok() && [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"].contains(&&brand)
}

/// See-through parts become white.
fn opaque(photo: DynamicImage) -> RgbImage {
    if !photo.color().has_alpha() {
        return photo.into_rgb8();
    }
    let photo = photo.into_rgba8();
    RgbImage::from_fn(photo.width(), photo.height(), |x, y| {
        let [r, g, b, a] = photo.get_pixel(x, y).0.map(u32::from);
        image::Rgb([r, g, b].map(|value| ((value * a + 255 * (255 - a)) / 255) as u8))
    })
}

/// No longer than `side`; a smaller one stays as it is.
fn upto(photo: RgbImage, side: u32) -> RgbImage {
    let long = photo.width().max(photo.height());
    if long <= side {
        return photo;
    }
    let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(long)).max(1) as u32;
    imageops::thumbnail(&photo, scaled(photo.width()), scaled(photo.height()))
}

fn thumb(photo: &RgbImage) -> Thumb {
    let small = upto(photo.clone(), THUMB);
    Thumb { size: small.dimensions(), rgb: small.into_raw() }
}

/// As JPEG, good enough and no larger than [`MOST_BYTES`]: quality goes down first, then the size.
fn small(mut photo: RgbImage) -> Result<Vec<u8>, PhotoError> {
    loop {
        for quality in QUALITIES {
            let mut bytes = Vec::new();
            JpegEncoder::new_with_quality(&mut bytes, quality)
                .encode_image(&photo)
                .map_err(|error| PhotoError::File(FileFault::Damaged(error.to_string())))?;
            if bytes.len() <= MOST_BYTES {
                return Ok(bytes);
            }
        }
        let next = photo.width().max(photo.height()) * 3 / 4;
        if next < SHORTEST {
            return Err(PhotoError::TooLarge);
        }
        photo = upto(photo, next);
    }
}

#[cfg(test)]
mod tests;
