//! A question answered by show of hands: the question above, two or three pictures with large numbers, short words below.
//! With the answer the right picture is framed and ticked, the others are pale.

use super::{Look, RISE, Stack, caption_style, misfit, picture};
use crate::typeset::{
    font::{CAP_HEIGHT, DESCENT, Weight},
    geometry::{Area, Measures},
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Content, Misfit, Outcome, Sheet},
    palette::{INK, PAPER, WHITE},
    svg::Anchor,
};

/// Most pictures beside each other.
const MOST: usize = 3;
/// How much of a wrong picture the paper over it hides.
const PALE: f32 = 0.62;
/// Narrower pictures would cut people off.
const LEAST_RATIO: f32 = 0.92;

/// Draws the page; `right` is the choice to mark.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content, right: Option<usize>) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let count = content.drawings.len().clamp(1, MOST);
    let (above, below) = (safe.y + m.base * RISE, m.base * 0.045);
    let set = |room: f32| Stack::new(sheet.fonts, m, 1, &content.headline, &[], (safe.w, room));
    // One line that leaves room for the pictures if it can be, else more.
    let line = set(m.base * 0.145);
    let stack = if line.all_fit() { line } else { set(m.h * 0.34 - above - below) };
    let head = above + stack.height() + below;
    sheet.canvas.rect(Area::new(0.0, 0.0, m.w, head), 0.0, look.ground);
    stack.draw(&mut sheet.canvas, safe.x, above, look);
    let mut misfits = stack.misfits(m);

    let gap = m.base * 0.026;
    let body = Area::new(0.0, head, m.w, safe.bottom() - head);
    let cell = |index| if m.w >= m.h { body.cell(index, count, 0, 1, gap) } else { body.cell(0, 1, index, count, gap) };
    let (labels, stacked) = labels(sheet, content, cell(0));
    let words = labels.iter().map(visible).fold(0.0, f32::max);
    let row = if stacked { disc(m) + beside(m) + words } else { disc(m).max(words) };
    let tall = (cell(0).h - row - gap).max(m.base * 0.1).min(cell(0).w / LEAST_RATIO);
    // What is left over stands half above the pictures.
    let spare = if m.w >= m.h { ((body.h - tall - row - gap) / 2.0).max(0.0) } else { 0.0 };
    let mut shown = 0.0;
    for (index, drawing) in content.drawings.iter().take(count).enumerate() {
        let cell = cell(index);
        let window = Area::new(cell.x, cell.y + spare, cell.w, tall).on_pixels();
        picture::place_cropped(sheet, drawing.as_ref(), window);
        let pale = right.is_some_and(|right| right != index);
        if pale {
            sheet.canvas.veil(window, PAPER, PALE);
        }
        if right == Some(index) {
            tick(sheet, window);
        }
        let below = Area::new(cell.x, window.bottom() + gap, cell.w, row);
        misfits.extend(draw_label(sheet, labels.get(index), index, below, (pale, stacked)));
        shown += window.w * window.h;
    }
    Outcome { misfits, picture: shown }
}

/// Diameter of a number's disc.
fn disc(m: Measures) -> f32 {
    m.base * 0.125
}

/// Between the number and its words.
fn beside(m: Measures) -> f32 {
    m.base * 0.022
}

/// Height of the words that can be seen.
fn visible(block: &Block) -> f32 {
    block.height() - block.size * DESCENT
}

/// The words below the pictures, all of one size; and whether they stand below their numbers, because beside them one is too long.
fn labels(sheet: &Sheet, content: &Content, cell: Area) -> (Vec<Block>, bool) {
    let m = sheet.measures;
    let style = caption_style(m, Weight::Bold, 0.088);
    // Projectors lose the edge, at both sides.
    let whole = cell.w - 2.0 * m.safe().x;
    let set = |max: f32, room: f32| {
        let style = Style { max, ..style };
        content.words.iter().map(|text| fitted(sheet.fonts, text, style, room, m.base * 0.17)).collect::<Vec<_>>()
    };
    let even = |room: f32| {
        let smallest = set(style.max, room).iter().map(|block| block.size).fold(style.max, f32::min);
        set(smallest.max(style.min), room)
    };
    let besides = even(whole - disc(m) - beside(m));
    if besides.iter().any(|block| misfit(block, m).is_some()) { (even(whole), true) } else { (besides, false) }
}

/// The number and the words, in the middle below the picture: scenes have faces where a number over them would lie.
fn draw_label(
    sheet: &mut Sheet,
    label: Option<&Block>,
    index: usize,
    area: Area,
    (pale, stacked): (bool, bool),
) -> Option<Misfit> {
    let m = sheet.measures;
    let disc = disc(m);
    let (ground, ink) =
        if pale { (sheet.accent.deep.mixed(PAPER, 0.55), INK.mixed(PAPER, 0.5)) } else { (sheet.accent.deep, INK) };
    let words = label.filter(|_| !stacked).map_or(0.0, |label| beside(m) + label.width);
    let left = area.x + ((area.w - disc - words) / 2.0).max(0.0);
    let centre = (left + disc / 2.0, if stacked { area.y + disc / 2.0 } else { area.centre().1 });
    sheet.canvas.circle(centre, disc / 2.0, ground);
    let size = disc * 0.7;
    let fixed = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
    let digit = fitted(sheet.fonts, &(index + 1).to_string(), fixed, disc, disc);
    sheet.canvas.text(&digit, centre.0, centre.1 - size * CAP_HEIGHT / 2.0, Anchor::Middle, WHITE);
    let label = label?;
    if stacked {
        let top = area.y + disc + beside(m);
        sheet.canvas.text(label, area.centre().0, top, Anchor::Middle, ink);
        return misfit(label, m);
    }
    sheet.canvas.text(label, left + disc + beside(m), centre.1 - visible(label) / 2.0, Anchor::Start, ink);
    misfit(label, m)
}

/// The right picture: framed, ticked at its foot.
fn tick(sheet: &mut Sheet, window: Area) {
    frame(sheet, window);
    let disc = disc(sheet.measures) * 1.2;
    let centre = (window.right() - disc * 0.62, window.bottom() - disc * 0.62);
    sheet.canvas.circle(centre, disc * 0.56, PAPER);
    sheet.canvas.circle(centre, disc * 0.5, sheet.accent.deep);
    sheet.canvas.glyph(Icon::Tick.path(), centre, disc * 0.6, WHITE);
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
