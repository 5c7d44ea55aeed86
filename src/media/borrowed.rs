//! Photos and PDF pages as pictures of exactly the size asked for, on the page's ground. Whether a file can be opened is the pack's matter.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use image::{
    DynamicImage, RgbImage,
    imageops::{self, FilterType},
};

use crate::{
    pack::{
        borrowed::{FileFault, Source, open_photo},
        pdf::{GoOn, Pdf, Refusal},
    },
    typeset::palette::PAPER,
};

/// Draws borrowed pages; keeps the PDF it drew from last open, since its next page usually follows.
#[derive(Default)]
pub(super) struct Borrowed {
    pdf: Option<(Seen, Pdf)>,
    /// Pages that took too long once: no other size of them is tried.
    slow: HashSet<(Seen, u32)>,
}

/// A file as it was when it was read.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Seen {
    path: PathBuf,
    length: u64,
    changed: Option<SystemTime>,
}

impl Seen {
    fn of(path: &Path) -> Result<Self, FileFault> {
        let meta = fs::metadata(path).map_err(|error| FileFault::Unreadable(error.to_string()))?;
        Ok(Self { path: path.to_owned(), length: meta.len(), changed: meta.modified().ok() })
    }
}

impl Borrowed {
    /// RGBA rows of `size` pixels, opaque: the whole page or photo as large as fits, in the middle.
    pub(super) fn draw(
        &mut self,
        path: &Path,
        source: &Source,
        size: (u32, u32),
        go_on: &mut GoOn<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        let picture = match source {
            Source::Pdf { number, .. } => self.page(path, *number, size, go_on)?,
            Source::Photo { .. } | Source::Clip | Source::Sound => photo(open_photo(path)?, size),
        };
        Ok(on_ground(&picture, size))
    }

    fn page(&mut self, path: &Path, number: u32, room: (u32, u32), go_on: &mut GoOn<'_>) -> Result<RgbImage, Refusal> {
        let seen = Seen::of(path)?;
        let wish = (seen.clone(), number);
        if self.slow.contains(&wish) {
            return Err(FileFault::TooSlow.into());
        }
        let kept = self.pdf.take().filter(|(kept, pdf)| *kept == seen && !pdf.is_lost());
        let (_, pdf) = match kept {
            Some(kept) => self.pdf.insert(kept),
            None => self.pdf.insert((seen, Pdf::open(path, go_on)?)),
        };
        let drawn = pdf.draw(number, room, go_on);
        if drawn == Err(Refusal::File(FileFault::TooSlow)) {
            self.slow.insert(wish);
        }
        let sheet = drawn?;
        let whole = RgbImage::from_raw(sheet.width, sheet.height, sheet.rgb);
        whole.ok_or_else(|| FileFault::Damaged("no pixels".to_owned()).into())
    }
}

/// The largest size of the shape `w` : `h` inside `room`, at least one pixel.
fn fitted((w, h): (f64, f64), room: (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(room.0) / w).min(f64::from(room.1) / h);
    let side = |length: f64, most: u32| ((length * scale).round() as u32).clamp(1, most.max(1));
    (side(w, room.0), side(h, room.1))
}

/// A photo no larger than `room`; a small one is enlarged, since it is to be seen from the back.
fn photo(photo: DynamicImage, room: (u32, u32)) -> RgbImage {
    let whole = opaque(photo);
    let (width, height) = fitted((f64::from(whole.width()), f64::from(whole.height())), room);
    // Averaging down to twice the size first costs a tenth of the fine filter on all pixels, and shows no difference.
    let near = if whole.width() > width * 4 && whole.height() > height * 4 {
        imageops::thumbnail(&whole, width * 2, height * 2)
    } else {
        whole
    };
    imageops::resize(&near, width, height, FilterType::CatmullRom)
}

/// See-through parts show white paper.
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

fn on_ground(picture: &RgbImage, (width, height): (u32, u32)) -> Vec<u8> {
    let ground = [PAPER.0, PAPER.1, PAPER.2, 255];
    let mut rgba: Vec<u8> = std::iter::repeat_n(ground, width as usize * height as usize).flatten().collect();
    let left = (width.saturating_sub(picture.width()) / 2) as usize * 4;
    let top = (height.saturating_sub(picture.height()) / 2) as usize;
    let rows = rgba.chunks_exact_mut((width as usize * 4).max(4)).skip(top);
    for (to, from) in rows.zip(picture.as_raw().chunks_exact((picture.width() as usize * 3).max(3))) {
        let to = to.get_mut(left..).unwrap_or_default().as_chunks_mut::<4>().0;
        for (to, [r, g, b]) in to.iter_mut().zip(from.as_chunks::<3>().0) {
            *to = [*r, *g, *b, 255];
        }
    }
    rgba
}
