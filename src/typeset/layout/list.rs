//! A picture and two to five short lines: numbered steps, or ticked things to take home.

use super::{BAND_LINES, Edge, Look, RISE, Stack, WORDS_SHARE, caption_style, draw_ground, misfit, picture};
use crate::typeset::{
    font::{CAP_HEIGHT, Weight},
    geometry::{Area, Measures},
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Content, Layout, Misfit, Outcome, Sheet},
    palette::WHITE,
    svg::Anchor,
};

/// Items set in a grid.
struct Items {
    blocks: Vec<Block>,
    columns: usize,
    size: f32,
    row_gap: f32,
}

impl Items {
    fn rows(&self) -> usize {
        self.blocks.len().div_ceil(self.columns.max(1))
    }
    fn row_height(&self, row: usize) -> f32 {
        let columns = self.columns.max(1);
        let tallest = self.blocks.iter().skip(row * columns).take(columns).map(Block::height).fold(0.0, f32::max);
        (tallest + self.size * TEXT_BELOW).max(self.size * MARK)
    }
    fn height(&self) -> f32 {
        let rows = self.rows();
        (0..rows).map(|row| self.row_height(row)).sum::<f32>() + self.row_gap * rows.saturating_sub(1) as f32
    }
    fn fits(&self) -> bool {
        self.blocks.iter().all(|block| block.fits)
    }
}

/// Most of the page a list may take when it does not fit beside the usual share of picture: five steps at the smallest legible size
/// under a headline need that much of a 4:3 page.
const LIST_SHARE: f32 = 0.5;
/// From the upper edge of a sheet at the bottom to its words, per base.
const ABOVE: f32 = 0.046;
/// Between headline and items, per base.
const GAP: f32 = 0.034;
/// Diameter of the mark before an item, per em of its text.
const MARK: f32 = 1.06;
/// From the top of the mark to the top of the first line's capitals, per em: their middles are level.
const TEXT_BELOW: f32 = (MARK - CAP_HEIGHT) / 2.0;
/// From the left edge of the mark to the text, per em.
const INDENT: f32 = 1.36;

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    if m.w / m.h >= 1.5 {
        let width = m.w * WORDS_SHARE - safe.x - m.base * 0.05;
        let (head, items) = compose(sheet, content, width, safe.h - m.base * RISE, &[1]);
        if head.all_fit() && items.fits() {
            return draw_side(sheet, content, &head, &items);
        }
    }
    let columns: Vec<usize> = (1..=content.words.len().max(1)).collect();
    let set = |share: f32| {
        let room = m.h * share - m.base * ABOVE - (m.h - safe.bottom());
        compose(sheet, content, safe.w, room, &columns)
    };
    let (mut head, mut items) = set(WORDS_SHARE);
    if !head.all_fit() || !items.fits() {
        (head, items) = set(LIST_SHARE);
    }
    draw_band(sheet, content, &head, &items)
}

fn column_width(measures: Measures, width: f32, columns: usize) -> f32 {
    (width - measures.base * 0.04 * (columns - 1) as f32) / columns as f32
}

/// Headline and items as large as fit in `width` × `height`, in the best of the offered column counts.
fn compose(sheet: &Sheet, content: &Content, width: f32, height: f32, columns: &[usize]) -> (Stack, Items) {
    let m = sheet.measures;
    let head = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (width, height * 0.62));
    let small = if head.blocks.is_empty() {
        head.clone()
    } else {
        Stack::at(sheet.fonts, m, (&content.headline, m.headline_min()), &[], width, height)
    };
    let mut best: Option<(Stack, Items)> = None;
    for head in [head, small] {
        let gap = if head.blocks.is_empty() { 0.0 } else { m.base * GAP };
        for &columns in columns {
            let items = items(sheet, content, column_width(m, width, columns), height - head.height() - gap, columns);
            let better = best.as_ref().is_none_or(|(_, best)| {
                (items.fits(), items.size * if columns == 1 { 1.05 } else { 1.0 }) > (best.fits(), best.size * 1.02)
            });
            if better {
                best = Some((head.clone(), items));
            }
        }
    }
    best.unwrap_or_else(|| {
        (Stack { blocks: Vec::new(), gap: 0.0 }, Items { blocks: Vec::new(), columns: 1, size: 0.0, row_gap: 0.0 })
    })
}

/// All items at one size, the largest at which they fit; below the smallest legible size they are marked as misfits.
fn items(sheet: &Sheet, content: &Content, width: f32, height: f32, columns: usize) -> Items {
    let style = caption_style(sheet.measures, Weight::Bold, 0.098);
    let at = |size: f32| {
        let fixed = Style { max: size, min: size, ..style };
        let blocks = content.words.iter().map(|text| fitted(sheet.fonts, text, fixed, width - size * INDENT, height));
        Items { blocks: blocks.collect(), columns, size, row_gap: size * 0.28 }
    };
    let mut size = style.max;
    loop {
        let mut items = at(size);
        if (items.fits() && items.height() <= height) || size < 6.0 {
            let legible = size >= style.min * 0.999;
            items.blocks.iter_mut().for_each(|block| block.fits &= legible);
            return items;
        }
        let next = size * 0.96;
        size = if size > style.min && next < style.min { style.min } else { next };
    }
}

fn draw_side(sheet: &mut Sheet, content: &Content, head: &Stack, items: &Items) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let widest = items.blocks.iter().map(|block| block.width + items.size * INDENT).fold(head.width(), f32::max);
    let panel_w = (safe.x + widest + m.base * 0.055).clamp(m.w * 0.32, m.w * WORDS_SHARE);
    let area = Area::new(panel_w, 0.0, m.w - panel_w, m.h);
    let under = Area::new(panel_w - m.radius(), 0.0, area.w + m.radius(), m.h);
    picture::place(sheet, content.drawings.first().and_then(Option::as_ref), under);
    draw_ground(sheet, Area::new(0.0, 0.0, panel_w, m.h), Edge::Left, Look::of(content.layout, sheet.accent));
    let room = safe.h - m.base * RISE;
    let air = room - head.height() - items.height();
    let gap = if head.blocks.is_empty() { 0.0 } else { (m.base * 0.07).min(air).max(m.base * GAP) };
    let top = safe.y + m.base * RISE + (air - gap).max(0.0) * 0.45;
    draw_words(sheet, content, head, items, Area::new(safe.x, top, panel_w - safe.x, 0.0), gap);
    Outcome { misfits: misfits(head, items, m), picture: area.w * area.h }
}

fn draw_band(sheet: &mut Sheet, content: &Content, head: &Stack, items: &Items) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let gap = if head.blocks.is_empty() { 0.0 } else { m.base * GAP };
    let above = m.base * ABOVE;
    let panel_h = above + head.height() + gap + items.height() + (m.h - safe.bottom());
    let panel = Area::new(0.0, m.h - panel_h, m.w, panel_h);
    let under = Area::new(0.0, 0.0, m.w, panel.y + m.radius());
    picture::place(sheet, content.drawings.first().and_then(Option::as_ref), under);
    draw_ground(sheet, panel, Edge::Bottom, Look::of(content.layout, sheet.accent));
    draw_words(sheet, content, head, items, Area::new(safe.x, panel.y + above, safe.w, 0.0), gap);
    Outcome { misfits: misfits(head, items, m), picture: m.w * panel.y }
}

fn draw_words(sheet: &mut Sheet, content: &Content, head: &Stack, items: &Items, area: Area, gap: f32) {
    let look = Look::of(content.layout, sheet.accent);
    head.draw(&mut sheet.canvas, area.x, area.y, look);
    let mut top = area.y + head.height() + gap;
    let width = column_width(sheet.measures, area.w, items.columns) + sheet.measures.base * 0.04;
    for row in 0..items.rows() {
        for column in 0..items.columns {
            let index = row * items.columns + column;
            let Some(block) = items.blocks.get(index) else { break };
            let x = area.x + width * column as f32;
            draw_item(sheet, content.layout, index, block, (x, top));
        }
        top += items.row_height(row) + items.row_gap;
    }
}

/// A mark and the text beside it; the mark is level with the first line.
fn draw_item(sheet: &mut Sheet, layout: Layout, index: usize, block: &Block, (x, top): (f32, f32)) {
    let radius = block.size * MARK / 2.0;
    let text_top = top + block.size * TEXT_BELOW;
    let centre = (x + radius, top + radius);
    sheet.canvas.circle(centre, radius, sheet.accent.deep);
    if layout == Layout::Steps {
        let number = (index + 1).to_string();
        let style = Style { weight: Weight::Bold, leading: 1.0, max: block.size * 0.72, min: block.size * 0.72 };
        let digit = fitted(sheet.fonts, &number, style, radius * 2.0, radius * 2.0);
        let digit_top = centre.1 - digit.size * CAP_HEIGHT / 2.0;
        sheet.canvas.text(&digit, centre.0, digit_top, Anchor::Middle, WHITE);
    } else {
        sheet.canvas.glyph(Icon::Tick.path(), centre, radius * 1.2, WHITE);
    }
    sheet.canvas.text(block, x + block.size * INDENT, text_top, Anchor::Start, crate::typeset::palette::INK);
}

fn misfits(head: &Stack, items: &Items, m: Measures) -> Vec<Misfit> {
    let mut misfits = head.misfits(m);
    misfits.extend(items.blocks.iter().filter_map(|block| misfit(block, m)));
    misfits
}
