//! Cards to cut out: a grid over the whole leaf, dashed lines between, the title at the top as its name.

use super::{
    Flow, GREY, Type, block_height, draw_block,
    handout::{Card, Cards, Handout, Printed},
};
use crate::typeset::{
    font::{Fonts, Weight},
    geometry::Area,
    layout::picture,
    lines::{self, Style, fitted},
    palette::INK,
    svg::Anchor,
};

/// Type on cards, points: the largest, and the smallest that may still be called fitting.
const LARGEST: f32 = 30.0;
const SMALLEST: f32 = 10.0;
/// The same for lines after the first.
const LARGEST_MORE: f32 = 20.0;

/// Sets the cards, as many leaves as they need.
pub(super) fn printed(fonts: &Fonts, handout: &Handout, cards: &Cards) -> Printed {
    let mut flow = Flow::new(fonts, handout.paper, handout.module);
    let (columns, rows) = (cards.columns.max(1), cards.rows.max(1));
    let all: Vec<&Card> = cards.cards.iter().flat_map(|card| std::iter::repeat_n(card, cards.copies.max(1))).collect();
    let mut misfits = Vec::new();
    let mut scale = 1.0_f32;
    let cell = grid(&mut Flow::new(fonts, handout.paper, handout.module), handout).cell(0, columns, 0, rows, 0.0);
    for card in &cards.cards {
        match largest(fonts, card, inside(cell)) {
            // All cards of a set in one size.
            Some(largest) => scale = scale.min(largest),
            None => misfits.push(card.words.join(" ")),
        }
    }
    for (number, leaf) in all.chunks(columns * rows).enumerate() {
        if number > 0 {
            flow.turn();
        }
        let grid = grid(&mut flow, handout);
        cut_lines(&mut flow, grid, columns, rows);
        for (index, card) in leaf.iter().enumerate() {
            let cell = grid.cell(index % columns, columns, index / columns, rows, 0.0);
            draw_card(&mut flow, card, cell, scale);
        }
        flow.advance(4.0 + grid.h);
    }
    misfits.extend_from_slice(flow.too_wide());
    misfits.dedup();
    Printed { leaves: flow.finish(&handout.foot), misfits }
}

/// Writes the set's name at the top of a leaf; what is left is for the cards.
fn grid(flow: &mut Flow, handout: &Handout) -> Area {
    let column = flow.column();
    flow.paragraph(&handout.title, Type::bold(12.0).in_ink(GREY), column.x, column.w);
    let top = flow.top() + 4.0;
    Area::new(column.x, top, column.w, column.bottom() - top)
}

fn cut_lines(flow: &mut Flow, grid: Area, columns: usize, rows: usize) {
    const DASH: f32 = 5.0;
    let canvas = &mut flow.sheet().canvas;
    for column in 0..=columns {
        let x = grid.x + grid.w * column as f32 / columns as f32;
        canvas.line((x, grid.y), (x, grid.bottom()), 0.8, DASH, GREY);
    }
    for row in 0..=rows {
        let y = grid.y + grid.h * row as f32 / rows as f32;
        canvas.line((grid.x, y), (grid.right(), y), 0.8, DASH, GREY);
    }
}

/// Room for a card's picture and words.
fn inside(cell: Area) -> Area {
    let pad = (cell.w.min(cell.h) * 0.06).clamp(5.0, 14.0);
    Area::new(cell.x + pad, cell.y + pad, cell.w - 2.0 * pad, cell.h - 2.0 * pad)
}

/// Room for a card's words: its picture keeps at least half of it.
fn words_room(card: &Card, inner: Area) -> (f32, f32) {
    (inner.w, if card.picture.is_some() { inner.h * 0.5 } else { inner.h })
}

fn draw_card(flow: &mut Flow, card: &Card, cell: Area, scale: f32) {
    let inner = inside(cell);
    let blocks = words(flow.sheet().fonts, card, words_room(card, inner), scale);
    let used: f32 = blocks.iter().map(block_height).sum();
    let mut top = inner.y + (inner.h - used) / 2.0;
    if let Some(art) = &card.picture {
        let area = Area::new(inner.x, inner.y, inner.w, inner.h - used - if blocks.is_empty() { 0.0 } else { 4.0 });
        picture::place_cropped(flow.sheet(), art.as_ref(), area);
        top = inner.bottom() - used;
    }
    for block in &blocks {
        draw_block(&mut flow.sheet().canvas, block, inner.centre().0, top, Anchor::Middle, INK);
        top += block_height(block);
    }
}

/// A card's lines, `scale` times as large as the largest.
fn words(fonts: &Fonts, card: &Card, (width, height): (f32, f32), scale: f32) -> Vec<lines::Block> {
    let line = |(index, text): (usize, &String)| {
        let (weight, max) = if index == 0 { (Weight::Bold, LARGEST) } else { (Weight::Regular, LARGEST_MORE) };
        let size = (max * scale).max(SMALLEST);
        let style = Style { weight, leading: super::LEADING, max: size, min: size };
        fitted(fonts, text, style, width, height)
    };
    card.words.iter().enumerate().map(line).collect()
}

/// The largest scale at which the card's words fit, in few lines if they can; `None` when they never do.
fn largest(fonts: &Fonts, card: &Card, inner: Area) -> Option<f32> {
    const STEPS: u8 = 24;
    /// Words that would have to be smaller than this to stand on one line may take two.
    const WORTH_IT: f32 = 0.5;
    let room = words_room(card, inner);
    let scales = || (0..=STEPS).map(|step| 1.0 - (1.0 - SMALLEST / LARGEST) * f32::from(step) / f32::from(STEPS));
    let fits = |scale: f32, single: bool| {
        let blocks = words(fonts, card, room, scale);
        blocks.iter().all(|block| block.fits && (!single || block.lines.len() <= 1))
            && blocks.iter().map(block_height).sum::<f32>() <= room.1
    };
    let on_one_line = scales().take_while(|scale| *scale >= WORTH_IT).find(|scale| fits(*scale, true));
    on_one_line.or_else(|| scales().find(|scale| fits(*scale, false)))
}
