//! The parts of an office's form, drawn into the column one after the other. Its words are here: title, section bars, fields, prose; tables,
//! signatures and what it shows of pictures have a file each.

mod pictures;
mod signatures;
mod table;

pub use pictures::{letterhead, photos};
pub use signatures::{Signature, signatures, signatures_height};
pub use table::{Align, Column, Table};

use super::{Flow, GREY, Type, block_height, draw_block, line_height};
use crate::typeset::{
    font::Fonts,
    geometry::Area,
    lines::Block,
    palette::{INK, Rgb},
    svg::Anchor,
};

/// Usual size of text.
pub const TEXT: f32 = 10.5;
/// Ground of section bars and heads of tables; a copier keeps the words on it readable.
const BAR: Rgb = Rgb(0xE9, 0xEC, 0xEF);
/// Rules of tables.
const RULE: f32 = 0.7;
/// Width of a field's name.
const LABEL: f32 = 96.0;

/// Words in lines no wider than `width`: a word that is wider is broken too, for a form must hold whatever somebody typed.
fn set(flow: &mut Flow, words: &str, style: Type, width: f32) -> Block {
    let words = breakable(flow.sheet().fonts, words, style, width);
    flow.set(&words, style, width)
}

fn breakable(fonts: &Fonts, words: &str, style: Type, width: f32) -> String {
    let wide = |word: &str| fonts.width(word, style.weight, style.size) > width;
    if !words.split_whitespace().any(wide) {
        return words.to_owned();
    }
    let mut out = Vec::new();
    for word in words.split_whitespace() {
        let mut part = String::new();
        for c in word.chars() {
            part.push(c);
            if part.chars().count() > 1 && wide(&part) {
                part.pop();
                out.push(std::mem::replace(&mut part, c.to_string()));
            }
        }
        out.push(part);
    }
    out.join(" ")
}

/// Text of several lines as somebody typed it; every line end stays.
pub fn prose(flow: &mut Flow, words: &str, style: Type) {
    let column = flow.column();
    for line in words.lines() {
        if line.trim().is_empty() {
            flow.skip(line_height(style.size) / 2.0);
            continue;
        }
        let line = breakable(flow.sheet().fonts, line, style, column.w);
        flow.paragraph(&line, style, column.x, column.w);
    }
}

/// A form's title in the middle, and lines below it.
pub fn title(flow: &mut Flow, title: &str, below: &[&str]) {
    let column = flow.column();
    let mut line = |words: &str, style: Type| {
        let block = set(flow, words, style, column.w);
        let top = flow.top();
        draw_block(&mut flow.sheet().canvas, &block, column.centre().0, top, Anchor::Middle, style.ink);
        flow.advance(block_height(&block));
    };
    line(title, Type::bold(15.0));
    for words in below {
        line(words, Type::regular(TEXT));
    }
    flow.skip(8.0);
}

/// A section's name on a bar; never alone at the foot of a leaf.
pub fn section(flow: &mut Flow, words: &str) {
    const HEIGHT: f32 = 19.0;
    flow.skip(7.0);
    flow.need(HEIGHT + 3.0 * line_height(TEXT));
    let column = flow.column();
    let area = Area::new(column.x, flow.top(), column.w, HEIGHT);
    let style = Type::bold(11.0);
    let block = set(flow, words, style, column.w - 12.0);
    let canvas = &mut flow.sheet().canvas;
    canvas.rect(area, 0.0, BAR);
    draw_block(canvas, &block, area.x + 6.0, area.y + (HEIGHT - line_height(style.size)) / 2.0, Anchor::Start, INK);
    flow.advance(HEIGHT);
    flow.skip(4.0);
}

/// A smaller heading inside a section.
pub fn heading(flow: &mut Flow, words: &str) {
    flow.skip(7.0);
    flow.need(3.0 * line_height(TEXT));
    let column = flow.column();
    flow.paragraph(words, Type::bold(TEXT), column.x, column.w);
    flow.skip(2.0);
}

/// Names of fields with a colon and their values, values below each other.
pub fn fields(flow: &mut Flow, fields: &[(&str, &str)]) {
    let column = flow.column();
    fields_in(flow, fields, column);
}

/// The same in two columns; the longer one decides where it goes on.
pub fn fields_beside(flow: &mut Flow, left: &[(&str, &str)], right: &[(&str, &str)]) {
    const GAP: f32 = 18.0;
    let column = flow.column();
    let width = (column.w - GAP) / 2.0;
    let style = Type::regular(TEXT);
    let mut lines = |fields: &[(&str, &str)]| {
        let height = |(_, value): &(&str, &str)| block_height(&set(flow, value, style, width - LABEL - 8.0)) + 2.0;
        fields.iter().map(height).sum::<f32>()
    };
    let height = lines(left).max(lines(right));
    flow.need(height);
    let top = flow.top();
    for (fields, x) in [(left, column.x), (right, column.x + width + GAP)] {
        let mut y = top;
        for (name, value) in fields {
            y += field_at(flow, (name, value), Area::new(x, y, width, 0.0));
        }
    }
    flow.advance(height);
}

fn fields_in(flow: &mut Flow, fields: &[(&str, &str)], column: Area) {
    for (name, value) in fields {
        let block = set(flow, value, Type::regular(TEXT), column.w - LABEL - 8.0);
        flow.need(block_height(&block).min(flow.column().h));
        let area = Area::new(column.x, flow.top(), column.w, 0.0);
        let height = field_at(flow, (name, value), area);
        flow.advance(height);
    }
}

/// Draws one field; returns its height.
fn field_at(flow: &mut Flow, (name, value): (&str, &str), area: Area) -> f32 {
    let style = Type::regular(TEXT);
    let name = set(flow, name, style, LABEL);
    let colon = set(flow, ":", style, 8.0);
    let value = set(flow, value, style, area.w - LABEL - 8.0);
    let canvas = &mut flow.sheet().canvas;
    draw_block(canvas, &name, area.x, area.y, Anchor::Start, INK);
    draw_block(canvas, &colon, area.x + LABEL, area.y, Anchor::Start, INK);
    draw_block(canvas, &value, area.x + LABEL + 8.0, area.y, Anchor::Start, INK);
    block_height(&value).max(line_height(TEXT)) + 2.0
}

/// Small words below a table or at the end.
pub fn small(flow: &mut Flow, words: &str) {
    if !words.is_empty() {
        flow.skip(3.0);
        prose(flow, words, Type::regular(9.0).in_ink(GREY));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{engine::session::Module, typeset::paper::Paper};

    #[test]
    fn a_word_wider_than_its_cell_is_broken_and_none_of_it_is_lost() {
        let fonts = Fonts::new();
        let mut flow = Flow::new(&fonts, Paper::A4, Module::M1);
        let word = "Siti".repeat(30);
        let block = set(&mut flow, &format!("Ibu {word} Aminah"), Type::regular(10.0), 90.0);
        assert!(block.fits && block.lines.len() > 4, "{:?}", block.lines);
        assert_eq!(block.lines.concat().replace(' ', ""), format!("Ibu{word}Aminah"));
        assert_eq!(flow.too_wide(), [] as [String; 0]);
    }
}
