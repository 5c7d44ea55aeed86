//! Two pictures side by side (one above the other on portrait pages), each with its caption, perhaps a headline below.

use super::{BAND_LINES, Edge, Look, Stack, caption_style, draw_ground, misfit, picture};
use crate::typeset::{
    font::{DESCENT, Weight},
    geometry::{Area, Measures},
    lines::{Style, fitted},
    page::{Content, Misfit, Outcome, Sheet},
    palette::{INK, PAPER},
    svg::Anchor,
};

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    if content.headline.trim().is_empty() && sheet.measures.w >= sheet.measures.h {
        return draw_columns(sheet, content);
    }
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let (above, below) = (m.base * 0.05, m.h - safe.bottom());
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (safe.w, m.h * 0.34 - below - above));
    let panel_h = if stack.blocks.is_empty() { 0.0 } else { above + stack.height() + below };
    let pictures = Area::new(0.0, 0.0, m.w, m.h - panel_h);
    let wide = m.w >= m.h;
    let gap = gap(m);
    let mut misfits = stack.misfits(m);
    let mut covered = 0.0;
    for index in 0..2 {
        let cell = if wide { pictures.cell(index, 2, 0, 1, gap) } else { pictures.cell(0, 1, index, 2, gap) };
        let lower = if panel_h > 0.0 && (wide || index == 1) { m.radius() } else { 0.0 };
        let under = Area::new(cell.x, cell.y, cell.w, cell.h + lower);
        picture::place_cropped(sheet, content.drawings.get(index).and_then(Option::as_ref), under);
        let (area, misfit) = draw_caption(sheet, caption(content, index), cell);
        covered += area;
        misfits.extend(misfit);
    }
    if panel_h > 0.0 {
        draw_ground(sheet, Area::new(0.0, m.h - panel_h, m.w, panel_h), Edge::Bottom, look);
        stack.draw(&mut sheet.canvas, safe.x, m.h - panel_h + above, look);
    }
    Outcome { misfits, picture: pictures.w * pictures.h - covered }
}

/// Without a headline the captions are the words of the page: large, each under its picture.
fn draw_columns(sheet: &mut Sheet, content: &Content) -> Outcome {
    /// Narrower windows would cut people off.
    const LEAST_RATIO: f32 = 0.95;
    let m = sheet.measures;
    let safe = m.safe();
    let gap = gap(m);
    let width = m.page().cell(0, 2, 0, 1, gap).w;
    let pictures = Area::new(0.0, 0.0, m.w, (width / LEAST_RATIO).min(m.h * 0.78));
    let style = caption_style(m, Weight::Bold, 0.14);
    let room = safe.bottom() - pictures.bottom() - m.base * 0.03;
    let set = |max: f32| {
        let column = width - safe.x - m.base * 0.06;
        [0, 1].map(|index| fitted(sheet.fonts, caption(content, index), Style { max, ..style }, column, room))
    };
    let smaller = set(style.max).iter().map(|block| block.size).fold(style.max, f32::min);
    let blocks = set(smaller.max(style.min));
    let mut misfits = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let cell = pictures.cell(index, 2, 0, 1, gap);
        picture::place_cropped(sheet, content.drawings.get(index).and_then(Option::as_ref), cell);
        let left = (cell.x + m.base * 0.03).max(safe.x);
        let top = pictures.bottom() + m.base * 0.03 + (room - block.height()) / 2.0;
        sheet.canvas.text(block, left, top, Anchor::Start, INK);
        misfits.extend(misfit(block, m));
    }
    Outcome { misfits, picture: pictures.w * pictures.h }
}

fn caption(content: &Content, index: usize) -> &str {
    content.words.get(index).map_or("", String::as_str)
}

/// Between the two pictures.
fn gap(m: Measures) -> f32 {
    m.base * 0.014
}

/// A caption on a paper label at the upper left of `cell`: scenes have wall and sky there.
/// Returns the pixels covered and the caption when it had to be set too small.
fn draw_caption(sheet: &mut Sheet, text: &str, cell: Area) -> (f32, Option<Misfit>) {
    if text.trim().is_empty() {
        return (0.0, None);
    }
    let (m, safe) = (sheet.measures, sheet.measures.safe());
    let style = caption_style(m, Weight::Bold, 0.078);
    let left = (cell.x + m.base * 0.02).max(safe.x);
    let upper = (cell.y + m.base * 0.028).max(safe.y);
    let pad = style.min * 0.42;
    let room = cell.right().min(safe.right()) - left - 2.0 * pad - m.base * 0.01;
    let block = fitted(sheet.fonts, text, style, room, cell.h * 0.4);
    let visible = block.height() - block.size * DESCENT;
    let label = Area::new(left, upper, block.width + 2.0 * pad, visible + 1.6 * pad);
    sheet.canvas.rect(label, (label.h / 2.0).min(m.radius()), PAPER);
    sheet.canvas.text(&block, label.x + pad, label.y + 0.8 * pad, Anchor::Start, INK);
    (label.w * label.h, misfit(&block, m))
}
