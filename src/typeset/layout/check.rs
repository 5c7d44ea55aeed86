//! A question answered by show of hands: the question above, two or three pictures with large numbers, short words below.
//! With the answer the right picture is framed and ticked, the others are pale.

use super::{BAND_LINES, Look, RISE, Stack, caption_style, misfit, picture};
use crate::typeset::{
    font::{CAP_HEIGHT, DESCENT, Weight},
    geometry::{Area, Measures},
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Content, Outcome, Sheet},
    palette::{INK, PAPER, WHITE},
    svg::Anchor,
};

/// Most pictures beside each other.
const MOST: usize = 3;
/// How much of a wrong picture the paper over it hides.
const PALE: f32 = 0.62;

/// Draws the page; `right` is the choice to mark.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content, right: Option<usize>) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let count = content.drawings.len().clamp(1, MOST);
    let wide = m.w >= m.h;
    let (above, below) = (safe.y + m.base * RISE, m.base * 0.045);
    let room = m.h * 0.34 - above - below;
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (safe.w, room));
    let head = above + stack.height() + below;
    sheet.canvas.rect(Area::new(0.0, 0.0, m.w, head), 0.0, look.ground);
    stack.draw(&mut sheet.canvas, safe.x, above, look);
    let mut misfits = stack.misfits(m);

    let gap = m.base * 0.022;
    let body = Area::new(safe.x, head + gap, safe.w, safe.bottom() - head - gap);
    let cell = |index| if wide { body.cell(index, count, 0, 1, gap) } else { body.cell(0, 1, index, count, gap) };
    let labels = labels(sheet, content, cell(0));
    let visible = |block: &Block| block.height() - block.size * DESCENT;
    let tallest = labels.iter().map(visible).fold(0.0, f32::max);
    let mut shown = 0.0;
    for (index, drawing) in content.drawings.iter().take(count).enumerate() {
        let cell = cell(index);
        let window = Area::new(cell.x, cell.y, cell.w, (cell.h - tallest - m.base * 0.055).max(m.base * 0.1)).on_pixels();
        picture::place_cropped(sheet, drawing.as_ref(), window);
        let pale = right.is_some_and(|right| right != index);
        if pale {
            sheet.canvas.veil(window, PAPER, PALE);
        }
        if right == Some(index) {
            frame(sheet, window);
        }
        mark(sheet, window, index, right, pale);
        if let Some(block) = labels.get(index) {
            let ink = if pale { INK.mixed(PAPER, 0.45) } else { INK };
            let top = window.bottom() + m.base * 0.03 + (tallest - visible(block)) / 2.0;
            sheet.canvas.text(block, cell.centre().0, top, Anchor::Middle, ink);
            misfits.extend(misfit(block, m));
        }
        shown += window.w * window.h;
    }
    Outcome { misfits, picture: shown }
}

/// The words below the pictures, all of one size.
fn labels(sheet: &Sheet, content: &Content, cell: Area) -> Vec<Block> {
    let m = sheet.measures;
    let style = caption_style(m, Weight::Bold, 0.088);
    let set = |max: f32| {
        let style = Style { max, ..style };
        content.words.iter().map(|text| fitted(sheet.fonts, text, style, cell.w, m.base * 0.17)).collect::<Vec<_>>()
    };
    let smallest = set(style.max).iter().map(|block| block.size).fold(style.max, f32::min);
    set(smallest.max(style.min))
}

/// Diameter of a number's disc.
fn disc(m: Measures) -> f32 {
    m.base * 0.15
}

/// The number at the upper left of the picture; beside the right one a tick.
fn mark(sheet: &mut Sheet, window: Area, index: usize, right: Option<usize>, pale: bool) {
    let m = sheet.measures;
    let disc = disc(m);
    let inset = disc * 0.62;
    let ground = if pale { sheet.accent.deep.mixed(PAPER, 0.45) } else { sheet.accent.deep };
    let centre = (window.x + inset, window.y + inset);
    sheet.canvas.circle(centre, disc * 0.56, PAPER);
    sheet.canvas.circle(centre, disc * 0.5, ground);
    let size = disc * 0.68;
    let fixed = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
    let digit = fitted(sheet.fonts, &(index + 1).to_string(), fixed, disc, disc);
    sheet.canvas.text(&digit, centre.0, centre.1 - size * CAP_HEIGHT / 2.0, Anchor::Middle, WHITE);
    if right == Some(index) {
        let centre = (window.right() - inset, window.y + inset);
        sheet.canvas.circle(centre, disc * 0.56, PAPER);
        sheet.canvas.circle(centre, disc * 0.5, sheet.accent.deep);
        sheet.canvas.glyph(Icon::Tick.path(), centre, disc * 0.6, WHITE);
    }
}

/// A thick border inside `window`.
fn frame(sheet: &mut Sheet, window: Area) {
    let thick = (sheet.measures.base * 0.014).round().max(2.0);
    let colour = sheet.accent.deep;
    for side in [
        Area::new(window.x, window.y, window.w, thick),
        Area::new(window.x, window.bottom() - thick, window.w, thick),
        Area::new(window.x, window.y, thick, window.h),
        Area::new(window.right() - thick, window.y, thick, window.h),
    ] {
        sheet.canvas.rect(side, 0.0, colour);
    }
}
