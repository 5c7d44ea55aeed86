//! Contact sheets: many pages small on one picture, for looking over a session at a glance.

use image::{RgbImage, RgbaImage, imageops};

use super::pictures::{PictureError, PictureKey, Renderer};
use crate::{
    engine::{ids::SessionId, scene::Base},
    pack::Pack,
};

/// Pages beside each other.
pub const COLUMNS: u32 = 4;
/// Width of a page, pixels.
const WIDTH: u32 = 320;
/// Pages are drawn at this size and made small, as they would look from far away.
const PAGE: (u32, u32) = (1024, 768);
const GAP: u32 = 8;
const GREY: image::Rgba<u8> = image::Rgba([120, 120, 120, 255]);

/// Every page of a session, in order; `None` when it has none.
pub fn of_session(pack: &Pack, id: &SessionId) -> Result<Option<RgbImage>, PictureError> {
    let Some(session) = pack.session(id) else { return Ok(None) };
    let renderer = Renderer::new();
    let mut pages = Vec::new();
    for page in session.steps.iter().flat_map(|step| &step.pages) {
        let base = Base::Page(id.clone(), page.id.clone());
        let key = PictureKey { base, module: session.module, width: PAGE.0, height: PAGE.1 };
        let picture = renderer.render(pack, &key)?;
        let whole = RgbaImage::from_raw(picture.width, picture.height, picture.rgba);
        let whole = whole.ok_or(PictureError::Size(PAGE.0, PAGE.1))?;
        pages.push(imageops::thumbnail(&whole, WIDTH, WIDTH * PAGE.1 / PAGE.0));
    }
    let sheet = (!pages.is_empty()).then(|| image::DynamicImage::ImageRgba8(sheet(&pages)).to_rgb8());
    Ok(sheet)
}

/// Pictures of one size in reading order on grey.
#[must_use]
pub fn sheet(pages: &[RgbaImage]) -> RgbaImage {
    let (width, height) = pages.first().map_or((1, 1), RgbaImage::dimensions);
    let (width, height) = (width + GAP, height + GAP);
    let rows = (pages.len() as u32).div_ceil(COLUMNS);
    let mut sheet = RgbaImage::from_pixel(COLUMNS * width + GAP, rows * height + GAP, GREY);
    for (index, page) in (0..).zip(pages) {
        let (x, y) = (GAP + index % COLUMNS * width, GAP + index / COLUMNS * height);
        imageops::replace(&mut sheet, page, i64::from(x), i64::from(y));
    }
    sheet
}
