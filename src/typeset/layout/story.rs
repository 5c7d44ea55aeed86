//! Three or four pictures in reading order, numbered, with captions. With three, the fourth place is for the headline.

use super::{BAND_LINES, Look, RISE, Stack, caption_style, misfit, picture};
use crate::typeset::{
    font::{CAP_HEIGHT, DESCENT, Weight},
    geometry::{Area, Measures},
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Content, Layout, Misfit, Outcome, Sheet},
    palette::{INK, WHITE},
    svg::Anchor,
};

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let gap = m.base * 0.014;
    let four = content.drawings.len() >= 4;
    let look = Look::of(Layout::Cover, sheet.accent);
    let mut misfits = Vec::new();
    let head_room = if four && !content.headline.trim().is_empty() { m.headline_min() * 1.04 } else { 0.0 };
    let head_h = if head_room > 0.0 { head_room + 2.0 * safe.y } else { 0.0 };
    let cells = Area::new(0.0, head_h, m.w, m.h - head_h);
    let captions = captions(sheet, content, cells.cell(0, 2, 0, 2, gap));
    let mut picture = 0.0;
    for (index, drawing) in content.drawings.iter().take(4).enumerate() {
        let cell = cells.cell(index % 2, 2, index / 2, 2, gap);
        let (below, misfit) = draw_caption(sheet, &captions, index, cell);
        picture::place_cropped(sheet, drawing.as_ref(), below);
        picture += below.w * below.h;
        misfits.extend(misfit);
    }
    if head_h > 0.0 {
        sheet.canvas.rect(Area::new(0.0, 0.0, m.w, head_h - gap), 0.0, look.ground);
        let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (safe.w, head_room));
        stack.draw(&mut sheet.canvas, safe.x, safe.y + m.base * RISE, look);
        misfits.extend(stack.misfits(m));
    } else if !four {
        misfits.extend(draw_headline_cell(sheet, content, cells.cell(1, 2, 1, 2, gap)));
    }
    Outcome { misfits, picture }
}

/// The captions, all at one size, with room for the number before them.
fn captions(sheet: &Sheet, content: &Content, cell: Area) -> Vec<Block> {
    let m = sheet.measures;
    let style = caption_style(m, Weight::Bold, 0.064);
    let room = cell.w - (m.safe().x - cell.x) - disc(m) * 1.4 - m.base * 0.02;
    let set = |max: f32| {
        let style = Style { max, ..style };
        content.words.iter().map(|text| fitted(sheet.fonts, text, style, room, m.base * 0.16)).collect::<Vec<_>>()
    };
    let smallest = set(style.max).iter().map(|block| block.size).fold(style.max, f32::min);
    set(smallest.max(style.min))
}

/// Diameter of the number's disc.
fn disc(m: Measures) -> f32 {
    m.words_min() * 1.1
}

/// The number and caption above a picture, so that they cover nobody; returns what is left of `cell` for the picture.
fn draw_caption(sheet: &mut Sheet, captions: &[Block], index: usize, cell: Area) -> (Area, Option<Misfit>) {
    let (m, safe) = (sheet.measures, sheet.measures.safe());
    let disc = disc(m);
    let visible = |block: &Block| block.height() - block.size * DESCENT;
    let tallest = captions.iter().map(visible).fold(disc, f32::max);
    let pad = m.base * 0.02;
    let middle = (cell.y + pad).max(safe.y) + tallest / 2.0;
    let left = cell.x.max(safe.x);
    let centre = (left + disc / 2.0 + if left > cell.x { 0.0 } else { pad }, middle);
    sheet.canvas.circle(centre, disc / 2.0, sheet.accent.deep);
    let size = disc * 0.66;
    let fixed = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
    let digit = fitted(sheet.fonts, &(index + 1).to_string(), fixed, disc, disc);
    sheet.canvas.text(&digit, centre.0, middle - size * CAP_HEIGHT / 2.0, Anchor::Middle, WHITE);
    let top = middle + tallest / 2.0 + pad;
    let below = Area::new(cell.x, top, cell.w, cell.bottom() - top);
    let Some(block) = captions.get(index) else { return (below, None) };
    sheet.canvas.text(block, centre.0 + disc * 0.9, middle - visible(block) / 2.0, Anchor::Start, INK);
    (below, misfit(block, m))
}

fn draw_headline_cell(sheet: &mut Sheet, content: &Content, cell: Area) -> Vec<Misfit> {
    let m = sheet.measures;
    let look = Look::of(Layout::Cover, sheet.accent);
    sheet.canvas.rect(cell, 0.0, look.ground);
    let size = cell.h * 1.2;
    sheet.canvas.glyph(
        Icon::Petals.path(),
        (cell.right() - size * 0.1, cell.bottom() - size * 0.08),
        size,
        look.ornament,
    );
    let (pad, safe) = (m.base * 0.05, m.safe());
    let inner = Area::new(cell.x + pad, cell.y + pad, safe.right() - cell.x - pad, safe.bottom() - cell.y - pad);
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (inner.w, inner.h));
    stack.draw(&mut sheet.canvas, inner.x, inner.y + (inner.h - stack.height()) / 2.0, look);
    stack.misfits(m)
}
