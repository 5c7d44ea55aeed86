//! Photos and PDF pages as pictures of exactly the size asked for, on the page's ground. Whether a file can be opened is the pack's matter.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{InterpreterSettings, util::TransformExt},
    hayro_syntax::Pdf,
    kurbo::Affine,
    vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit, color::palette::css::WHITE},
};
use image::{
    DynamicImage, RgbImage,
    imageops::{self, FilterType},
};

use crate::{
    pack::borrowed::{FileFault, Source, open_pdf, open_photo},
    typeset::palette::PAPER,
};

/// Draws borrowed pages; keeps the PDF it drew from last, since its next page usually follows.
#[derive(Default)]
pub(super) struct Borrowed {
    pdf: Option<(Seen, Pdf)>,
}

/// A file as it was when it was read.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    path: PathBuf,
    length: u64,
    changed: Option<SystemTime>,
}

impl Seen {
    fn of(path: &Path) -> Option<Self> {
        let meta = fs::metadata(path).ok()?;
        Some(Self { path: path.to_owned(), length: meta.len(), changed: meta.modified().ok() })
    }
}

impl Borrowed {
    /// RGBA rows of `size` pixels, opaque: the whole page or photo as large as fits, in the middle.
    pub(super) fn draw(&mut self, path: &Path, source: &Source, size: (u32, u32)) -> Result<Vec<u8>, FileFault> {
        let picture = match source {
            Source::Pdf { number, .. } => page(self.pdf(path)?, *number, size)?,
            Source::Photo { .. } | Source::Clip => photo(open_photo(path)?, size),
        };
        Ok(on_ground(&picture, size))
    }

    fn pdf(&mut self, path: &Path) -> Result<&Pdf, FileFault> {
        let seen = Seen::of(path);
        let kept = self.pdf.take().filter(|(kept, _)| Some(kept) == seen.as_ref());
        let (seen, pdf) = match (kept, seen) {
            (Some(kept), _) => kept,
            (None, Some(seen)) => (seen, open_pdf(path)?),
            (None, None) => return Err(FileFault::Unreadable("not there".to_owned())),
        };
        Ok(&self.pdf.insert((seen, pdf)).1)
    }
}

/// The largest size of the shape `w` : `h` inside `room`, at least one pixel.
fn fitted((w, h): (f64, f64), room: (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(room.0) / w).min(f64::from(room.1) / h);
    let side = |length: f64, most: u32| ((length * scale).round() as u32).clamp(1, most.max(1));
    (side(w, room.0), side(h, room.1))
}

fn page(pdf: &Pdf, number: u32, room: (u32, u32)) -> Result<RgbImage, FileFault> {
    let missing = || FileFault::NoPage(number);
    let page = pdf.pages().get((number as usize).wrapping_sub(1)).ok_or_else(missing)?;
    let (w, h) = page.render_dimensions();
    let (w, h) = (f64::from(w), f64::from(h));
    if !(w.is_finite() && h.is_finite() && w > 0.0 && h > 0.0) {
        return Err(FileFault::Damaged(format!("page {number} has no size")));
    }
    let size = fitted((w, h), room);
    let (Ok(width), Ok(height)) = (u16::try_from(size.0), u16::try_from(size.1)) else {
        return Err(FileFault::Damaged("too large to draw".to_owned()));
    };
    let mut context = RenderContext::new(width, height);
    let scale = Affine::scale_non_uniform(f64::from(width) / w, f64::from(height) / h);
    let cache = RenderCache::new();
    let place = scale * page.initial_transform(true).to_kurbo();
    let (interpreter, settings) = (InterpreterSettings::default(), RenderSettings::default());
    hayro::render_into(page, &cache, &interpreter, &settings, &mut context, place);
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    let paper = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), paper);
    let rgb = pixels.data_as_u8_slice().as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
    RgbImage::from_raw(size.0, size.1, rgb).ok_or_else(|| FileFault::Damaged("no pixels".to_owned()))
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
