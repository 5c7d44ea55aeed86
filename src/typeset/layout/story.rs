//! Three or four pictures in reading order, numbered, with captions. With three, the fourth place is for the headline.

use super::{BAND_LINES, Look, RISE, Stack, caption_style, misfit, picture};
use crate::typeset::{
    font::{CAP_HEIGHT, DESCENT, Weight},
    geometry::Area,
    icon::Icon,
    lines::{Style, fitted},
    page::{Content, Layout, Misfit, Outcome, Sheet},
    palette::{INK, PAPER, WHITE},
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
    let mut picture = 0.0;
    for (index, drawing) in content.drawings.iter().take(4).enumerate() {
        let cell = cells.cell(index % 2, 2, index / 2, 2, gap);
        picture::place_card(sheet, drawing.as_ref(), cell, 0.0);
        let caption = content.words.get(index).map_or("", String::as_str);
        let (covered, misfit) = draw_caption(sheet, caption, Some(index + 1), cell);
        picture += cell.w * cell.h - covered;
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

fn draw_headline_cell(sheet: &mut Sheet, content: &Content, cell: Area) -> Vec<Misfit> {
    let m = sheet.measures;
    let look = Look::of(Layout::Cover, sheet.accent);
    sheet.canvas.begin_clip(cell, 0.0);
    sheet.canvas.rect(cell, 0.0, look.ground);
    let size = cell.h * 1.2;
    sheet.canvas.glyph(
        Icon::Petals.path(),
        (cell.right() - size * 0.1, cell.bottom() - size * 0.08),
        size,
        look.ornament,
    );
    sheet.canvas.end_group();
    let (pad, safe) = (m.base * 0.05, m.safe());
    let inner = Area::new(cell.x + pad, cell.y + pad, safe.right() - cell.x - pad, safe.bottom() - cell.y - pad);
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (inner.w, inner.h));
    stack.draw(&mut sheet.canvas, inner.x, inner.y + (inner.h - stack.height()) / 2.0, look);
    stack.misfits(m)
}

/// A caption on a paper label at the lower left of `cell`, after a number if there is one.
/// Returns the pixels covered and the caption when it had to be set too small.
pub(super) fn draw_caption(sheet: &mut Sheet, text: &str, number: Option<usize>, cell: Area) -> (f32, Option<Misfit>) {
    if text.trim().is_empty() && number.is_none() {
        return (0.0, None);
    }
    let (m, safe) = (sheet.measures, sheet.measures.safe());
    let style = caption_style(m, Weight::Bold, 0.078);
    let left = (cell.x + m.base * 0.02).max(safe.x);
    let bottom = cell.bottom().min(safe.bottom()) - if cell.bottom() < safe.bottom() { m.base * 0.03 } else { 0.0 };
    let pad = style.min * 0.42;
    let disc = if number.is_some() { style.min * 1.1 } else { 0.0 };
    let indent = if number.is_some() { disc + pad * 0.8 } else { 0.0 };
    let room = cell.right().min(safe.right()) - left - 2.0 * pad - indent - m.base * 0.01;
    let block = fitted(sheet.fonts, text, style, room, cell.h * 0.4);
    let visible = (block.height() - block.size * DESCENT).max(disc);
    let (w, h) = (block.width + indent + 2.0 * pad, visible + 2.0 * pad * 0.8);
    let label = Area::new(left, bottom - h, w, h);
    sheet.canvas.rect(label, (h / 2.0).min(m.radius()), PAPER);
    if let Some(number) = number {
        let centre = (label.x + pad * 0.7 + disc / 2.0, label.centre().1);
        sheet.canvas.circle(centre, disc / 2.0, sheet.accent.deep);
        let size = style.min * 0.74;
        let fixed = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
        let digit = fitted(sheet.fonts, &number.to_string(), fixed, disc, disc);
        sheet.canvas.text(&digit, centre.0, centre.1 - size * CAP_HEIGHT / 2.0, Anchor::Middle, WHITE);
    }
    let top = label.centre().1 - (block.height() - block.size * DESCENT) / 2.0;
    sheet.canvas.text(&block, label.x + pad + indent, top, Anchor::Start, INK);
    (label.w * label.h, misfit(&block, m))
}
