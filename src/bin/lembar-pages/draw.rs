//! One page to pixels, on white paper.

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{InterpreterSettings, util::TransformExt},
    hayro_syntax::Pdf,
    kurbo::Affine,
    vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit, color::palette::css::WHITE},
};
use lembar::pack::pdf::{
    Sheet,
    wire::{Ask, Fault, LONGEST_SIDE, MOST_PIXELS},
};

/// Draws the page asked for as large as fits.
pub(crate) fn page(pdf: &Pdf, ask: Ask) -> Result<Sheet, Fault> {
    let page = pdf.pages().get((ask.number as usize).wrapping_sub(1)).ok_or(Fault::NoPage(ask.number))?;
    let (w, h) = page.render_dimensions();
    let (w, h) = (f64::from(w), f64::from(h));
    if !(w.is_finite() && h.is_finite() && w > 0.0 && h > 0.0) {
        return Err(Fault::Damaged);
    }
    let (width, height) = fitted((w, h), (ask.width.min(LONGEST_SIDE), ask.height.min(LONGEST_SIDE)));
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::Damaged);
    }
    // Within LONGEST_SIDE.
    let (columns, rows) = (width as u16, height as u16);
    let mut context = RenderContext::new(columns, rows);
    let scale = Affine::scale_non_uniform(f64::from(width) / w, f64::from(height) / h);
    let cache = RenderCache::new();
    let place = scale * page.initial_transform(true).to_kurbo();
    let (interpreter, settings) = (InterpreterSettings::default(), RenderSettings::default());
    hayro::render_into(page, &cache, &interpreter, &settings, &mut context, place);
    context.flush();
    let mut pixels = Pixmap::new(columns, rows);
    let paper = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), paper);
    let rgb = pixels.data_as_u8_slice().as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
    Ok(Sheet { width, height, rgb })
}

/// The largest size of the shape `w` : `h` inside `room`, at least one pixel.
fn fitted((w, h): (f64, f64), room: (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(room.0) / w).min(f64::from(room.1) / h);
    let side = |length: f64, most: u32| ((length * scale).round() as u32).clamp(1, most.max(1));
    (side(w, room.0), side(h, room.1))
}
