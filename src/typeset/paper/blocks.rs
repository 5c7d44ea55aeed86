//! The parts of a handout, drawn into the column one after the other.

use super::{
    Flow, GREY, MM, Type, block_height, draw_block,
    handout::{Block, Picture},
    line_height,
};
use crate::typeset::{
    font::Weight,
    geometry::Area,
    layout::picture,
    lines,
    palette::{INK, WHITE},
    svg::Anchor,
};

/// Usual size of text.
const TEXT: f32 = 15.0;
/// Usual size of headings.
const HEADING: f32 = 19.0;
/// Widest shape of a picture, width over height.
const WIDEST: f32 = 2.2;

/// Draws `block`, `scale` times as large as usual.
pub(super) fn draw(flow: &mut Flow, block: &Block, scale: f32) {
    let text = TEXT * scale;
    let column = flow.column();
    match block {
        Block::Heading(words) => {
            flow.skip(6.0 * scale);
            // A heading is not left alone at the foot of a leaf.
            flow.need(line_height(HEADING * scale) + 3.0 * line_height(text));
            flow.paragraph(words, Type::bold(HEADING * scale), column.x, column.w);
            flow.skip(3.0 * scale);
        }
        Block::Text(words) => {
            flow.paragraph(words, Type::regular(text), column.x, column.w);
            flow.skip(9.0 * scale);
        }
        Block::List(points) => {
            for point in points {
                list_point(flow, point, text);
            }
            flow.skip(7.0 * scale);
        }
        Block::Steps { steps, pictures } => {
            for (index, step) in steps.iter().enumerate() {
                match pictures.get(index) {
                    Some(picture) => pictured_step(flow, (index, step, picture), text),
                    None => plain_step(flow, index, step, text),
                }
            }
            flow.skip(5.0 * scale);
        }
        Block::Picture { picture, caption, height } => {
            let size = text * 0.9;
            let caption = flow.set(caption, Type::regular(size), column.w);
            let height = height * MM * scale.min(1.0);
            flow.need(height + block_height(&caption) + 4.0);
            // A wider window would cut heads off.
            let width = (height * WIDEST).min(column.w);
            place(flow, picture, Area::new(column.x + (column.w - width) / 2.0, flow.top(), width, height));
            let top = flow.top() + height + 3.0;
            let (x, _) = column.centre();
            draw_block(&mut flow.sheet().canvas, &caption, x, top, Anchor::Middle, GREY);
            flow.advance(height + block_height(&caption) + 3.0);
            flow.skip(9.0 * scale);
        }
        Block::Table { rows, row_height } => {
            table(flow, rows, row_height * MM, text);
            flow.skip(11.0 * scale);
        }
        Block::Frame { caption, height } => {
            let height = height * MM;
            flow.need(height);
            let area = Area::new(column.x, flow.top(), column.w, height);
            flow.sheet().canvas.frame(area, 8.0, 1.5, INK);
            let caption = flow.set(caption, Type::regular(text * 0.9), column.w - 20.0);
            draw_block(&mut flow.sheet().canvas, &caption, area.x + 10.0, area.y + 7.0, Anchor::Start, GREY);
            flow.advance(height);
            flow.skip(11.0 * scale);
        }
    }
}

/// A picture in a thin frame, which holds it together on white paper.
fn place(flow: &mut Flow, art: &Picture, area: Area) {
    let sheet = flow.sheet();
    picture::place_cropped(sheet, art.as_ref(), area);
    sheet.canvas.frame(area.on_pixels(), 0.0, 1.0, INK);
}

fn list_point(flow: &mut Flow, words: &str, size: f32) {
    let column = flow.column();
    let indent = size * 1.2;
    let block = flow.set(words, Type::regular(size), column.w - indent);
    flow.need(block_height(&block));
    let (top, canvas) = (flow.top(), &mut flow.sheet().canvas);
    canvas.circle((column.x + size * 0.4, top + line_height(size) * 0.5), size * 0.19, INK);
    draw_block(canvas, &block, column.x + indent, top, Anchor::Start, INK);
    flow.advance(block_height(&block) + size * 0.2);
}

/// A number in a disc.
fn number(flow: &mut Flow, index: usize, centre: (f32, f32), radius: f32) {
    let label = (index + 1).to_string();
    let sheet = flow.sheet();
    let block = lines::wrapped(sheet.fonts, &label, Weight::Bold, (radius * 1.15, 1.0), radius * 2.0);
    let capitals = radius * 1.15 * crate::typeset::font::CAP_HEIGHT;
    sheet.canvas.circle(centre, radius + 1.5, WHITE);
    sheet.canvas.circle(centre, radius, INK);
    sheet.canvas.text(&block, centre.0, centre.1 - capitals / 2.0, Anchor::Middle, WHITE);
}

fn plain_step(flow: &mut Flow, index: usize, words: &str, size: f32) {
    let column = flow.column();
    let radius = size * 0.78;
    let indent = radius * 2.0 + size * 0.6;
    let block = flow.set(words, Type::regular(size), column.w - indent);
    let height = block_height(&block).max(radius * 2.0 + 3.0);
    flow.need(height);
    let top = flow.top();
    number(flow, index, (column.x + radius + 1.5, top + radius + 1.5), radius);
    let offset = (radius + 1.5 - line_height(size) / 2.0).max(0.0);
    draw_block(&mut flow.sheet().canvas, &block, column.x + indent, top + offset, Anchor::Start, INK);
    flow.advance(height.max(offset + block_height(&block)) + size * 0.45);
}

fn pictured_step(flow: &mut Flow, (index, words, art): (usize, &str, &Picture), size: f32) {
    let column = flow.column();
    let (w, h) = (size * 6.6, size * 5.2);
    let radius = size * 0.9;
    // Beside a picture there is room for larger type, and those who read little look there first.
    let block = flow.set(words, Type::regular(size * 1.15), column.w - w - size * 1.2 - radius);
    let height = block_height(&block).max(h);
    flow.need(height);
    let top = flow.top();
    place(flow, art, Area::new(column.x + radius, top, w, h));
    number(flow, index, (column.x + radius, top + radius + 4.0), radius);
    let text_top = top + (height - block_height(&block)) / 2.0;
    let x = column.x + radius + w + size * 1.2;
    draw_block(&mut flow.sheet().canvas, &block, x, text_top, Anchor::Start, INK);
    flow.advance(height + size * 0.6);
}

fn table(flow: &mut Flow, rows: &[Vec<String>], write_in: f32, size: f32) {
    let column = flow.column();
    let pad = size * 0.45;
    let widths = column_widths(flow, rows, column.w, size);
    for (index, row) in rows.iter().enumerate() {
        let style = if index == 0 { Type::bold(size) } else { Type::regular(size) };
        let blocks: Vec<lines::Block> =
            row.iter().zip(&widths).map(|(cell, width)| flow.set(cell, style, width - 2.0 * pad)).collect();
        let words = blocks.iter().map(block_height).fold(line_height(size), f32::max) + 2.0 * pad;
        let empty = index > 0 && row.iter().any(|cell| cell.trim().is_empty());
        let height = if empty { words.max(write_in) } else { words };
        flow.need(height);
        let top = flow.top();
        let wash = flow.sheet().accent.wash;
        let mut x = column.x;
        for (block, width) in blocks.iter().zip(&widths) {
            let cell = Area::new(x, top, *width, height);
            let canvas = &mut flow.sheet().canvas;
            if index == 0 {
                canvas.rect(cell, 0.0, wash);
            }
            canvas.frame(cell, 0.0, 1.0, INK);
            // Words of a row to be written in stand at the top, where one writes on.
            let offset = if empty { pad } else { (height - block_height(block)) / 2.0 };
            draw_block(canvas, block, x + pad, top + offset, Anchor::Start, INK);
            x += width;
        }
        flow.advance(height);
    }
}

/// Half of the width in equal shares, the rest in proportion to the longest cell.
fn column_widths(flow: &mut Flow, rows: &[Vec<String>], width: f32, size: f32) -> Vec<f32> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let equal = width / columns as f32;
    let fonts = flow.sheet().fonts;
    let natural = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| fonts.width(cell, Weight::Bold, size)).fold(1.0, f32::max).min(width / 2.0)
    };
    let wishes: Vec<f32> = (0..columns).map(natural).collect();
    let total: f32 = wishes.iter().sum();
    wishes.iter().map(|wish| equal * 0.5 + width * 0.5 * wish / total).collect()
}
