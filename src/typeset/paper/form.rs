//! The parts of an office's form, drawn into the column one after the other: letterhead, title, section bars, fields, ruled tables that go
//! on over leaves with their head, signatures, photos in frames.

use super::{Art, Flow, GREY, Inset, Type, block_height, draw_block, line_height};
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
/// Free around the words of a cell.
const PAD: (f32, f32) = (4.0, 3.0);
/// Width of a field's name.
const LABEL: f32 = 96.0;

/// Where the words of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Middle,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Points; the widths of all columns make the table's.
    pub width: f32,
    /// Words at its head.
    pub head: String,
    /// Where its words stand.
    pub align: Align,
}

impl Column {
    /// A column whose words stand at the left.
    #[must_use]
    pub fn left(width: f32, head: &str) -> Self {
        Self { width, head: head.to_owned(), align: Align::Left }
    }

    /// A column whose words stand in the middle.
    #[must_use]
    pub fn middle(width: f32, head: &str) -> Self {
        Self { width, head: head.to_owned(), align: Align::Middle }
    }
}

/// A ruled table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Heads over several columns: first column, how many, words. Other columns' heads take both rows.
    pub groups: Vec<(usize, usize, String)>,
    /// Size of its text.
    pub size: f32,
    /// Least height of a row.
    pub row_height: f32,
}

impl Table {
    /// A table with one row of heads.
    #[must_use]
    pub const fn new(columns: Vec<Column>, size: f32) -> Self {
        Self { columns, groups: Vec::new(), size, row_height: 0.0 }
    }

    /// With a head over `count` columns from `first`.
    #[must_use]
    pub fn group(mut self, first: usize, count: usize, words: &str) -> Self {
        self.groups.push((first, count, words.to_owned()));
        self
    }

    /// With rows at least this high.
    #[must_use]
    pub const fn high(mut self, row_height: f32) -> Self {
        self.row_height = row_height;
        self
    }

    /// Draws the heads; they are drawn again on every leaf [`Table::row`] goes on to.
    pub fn head(&self, flow: &mut Flow) {
        let style = Type::bold(self.size);
        let heads: Vec<Block> =
            self.columns.iter().map(|column| set(flow, &column.head, style, column.width - 2.0 * PAD.0)).collect();
        let groups: Vec<Block> = self
            .groups
            .iter()
            .map(|(first, count, words)| set(flow, words, style, self.span(*first, *count).1 - 2.0 * PAD.0))
            .collect();
        let tallest =
            |blocks: &[&Block]| blocks.iter().map(|block| block_height(block)).fold(0.0, f32::max) + 2.0 * PAD.1;
        let below: Vec<&Block> = (0..).zip(&heads).filter(|(i, _)| self.grouped(*i)).map(|(_, head)| head).collect();
        let upper = if groups.is_empty() { 0.0 } else { tallest(&groups.iter().collect::<Vec<_>>()) };
        let lower = if groups.is_empty() { 0.0 } else { tallest(&below) };
        let alone: Vec<&Block> = (0..).zip(&heads).filter(|(i, _)| !self.grouped(*i)).map(|(_, head)| head).collect();
        let height = (upper + lower).max(tallest(&alone));
        let lower = height - upper;
        flow.need(height + self.row_height.max(line_height(self.size) + 2.0 * PAD.1));
        let (x, top) = (flow.column().x, flow.top());
        for (index, head) in heads.iter().enumerate() {
            let (left, width) = self.span(index, 1);
            let area = if self.grouped(index) {
                Area::new(x + left, top + upper, width, lower)
            } else {
                Area::new(x + left, top, width, height)
            };
            cell(flow, head, area, Align::Middle, Some(BAR));
        }
        for ((first, count, _), head) in self.groups.iter().zip(&groups) {
            let (left, width) = self.span(*first, *count);
            cell(flow, head, Area::new(x + left, top, width, upper), Align::Middle, Some(BAR));
        }
        flow.advance(height);
    }

    /// Draws a row, on a new leaf with the heads again where this one is full. Cells that are missing are empty.
    pub fn row(&self, flow: &mut Flow, cells: &[String], bold: bool) {
        let style = if bold { Type::bold(self.size) } else { Type::regular(self.size) };
        let blocks: Vec<Block> = (0..)
            .zip(&self.columns)
            .map(|(index, column)| {
                let words = cells.get(index).map(String::as_str).unwrap_or_default();
                set(flow, words, style, column.width - 2.0 * PAD.0)
            })
            .collect();
        let height = blocks.iter().map(block_height).fold(0.0, f32::max) + 2.0 * PAD.1;
        let height = height.max(self.row_height);
        if flow.room() + 0.5 < height {
            flow.turn();
            self.head(flow);
        }
        let (x, top) = (flow.column().x, flow.top());
        let ground = bold.then_some(BAR);
        for ((index, column), block) in (0..).zip(&self.columns).zip(&blocks) {
            let (left, width) = self.span(index, 1);
            cell(flow, block, Area::new(x + left, top, width, height), column.align, ground);
        }
        flow.advance(height);
    }

    fn grouped(&self, index: usize) -> bool {
        self.groups.iter().any(|(first, count, _)| (*first..first + count).contains(&index))
    }

    /// Left edge and width of `count` columns from `first`.
    fn span(&self, first: usize, count: usize) -> (f32, f32) {
        let left = self.columns.iter().take(first).map(|column| column.width).sum();
        (left, self.columns.iter().skip(first).take(count).map(|column| column.width).sum())
    }
}

/// A ruled box with words, in the middle of its height.
fn cell(flow: &mut Flow, block: &Block, area: Area, align: Align, ground: Option<Rgb>) {
    let canvas = &mut flow.sheet().canvas;
    if let Some(ground) = ground {
        canvas.rect(area, 0.0, ground);
    }
    canvas.frame(area, 0.0, RULE, INK);
    let top = area.y + (area.h - block_height(block)) / 2.0;
    let (x, anchor) = match align {
        Align::Left => (area.x + PAD.0, Anchor::Start),
        Align::Middle => (area.centre().0, Anchor::Middle),
    };
    draw_block(canvas, block, x, top, anchor, INK);
}

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

/// The office's head: a picture at the left, lines in the middle, a double rule below. Nothing without lines and picture.
pub fn letterhead(flow: &mut Flow, logo: Option<Art>, lines: &[String]) {
    const LOGO: f32 = 58.0;
    let column = flow.column();
    if logo.is_none() && lines.is_empty() {
        return;
    }
    let side = if logo.is_some() { LOGO + 10.0 } else { 0.0 };
    let width = column.w - 2.0 * side;
    let blocks: Vec<Block> = (0..)
        .zip(lines)
        .map(|(index, line)| set(flow, line, if index == 0 { Type::bold(14.0) } else { Type::regular(10.0) }, width))
        .collect();
    let words = blocks.iter().map(block_height).sum::<f32>();
    let height = words.max(if logo.is_some() { LOGO } else { 0.0 });
    let top = flow.top();
    if let Some(art) = logo {
        let area = fitting(&art, Area::new(column.x, top, LOGO, height));
        flow.inset(Inset { area, art });
    }
    let mut y = top + (height - words) / 2.0;
    for block in &blocks {
        draw_block(&mut flow.sheet().canvas, block, column.centre().0, y, Anchor::Middle, INK);
        y += block_height(block);
    }
    let y = top + height + 6.0;
    let canvas = &mut flow.sheet().canvas;
    canvas.line((column.x, y), (column.right(), y), 2.2, 0.0, INK);
    canvas.line((column.x, y + 2.8), (column.right(), y + 2.8), 0.7, 0.0, INK);
    flow.advance(height + 9.0);
    flow.skip(10.0);
}

/// The largest box of the picture's shape inside `area`, in its middle.
fn fitting(art: &Art, area: Area) -> Area {
    let (width, height) = match art {
        Art::Pixels { width, height, .. } | Art::Jpeg { width, height, .. } => (*width as f32, *height as f32),
        Art::Svg(_) => (area.w, area.h),
    };
    let scale = (area.w / width.max(1.0)).min(area.h / height.max(1.0));
    let (w, h) = (width * scale, height * scale);
    Area::new(area.x + (area.w - w) / 2.0, area.y + (area.h - h) / 2.0, w, h)
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

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Lines above: place and day, role.
    pub above: Vec<String>,
    /// Name; empty = a dotted line to write on.
    pub name: String,
    /// Line below; may be empty.
    pub below: String,
}

/// Signatures, two beside each other, the last one at the right; a row is never broken.
pub fn signatures(flow: &mut Flow, signatures: &[Signature]) {
    const ROOM: f32 = 48.0;
    flow.skip(16.0);
    let column = flow.column();
    let width = column.w / 2.0;
    let style = Type::regular(TEXT);
    // One alone stands at the right.
    let odd = signatures.len() % 2;
    let seats: Vec<Option<&Signature>> = std::iter::repeat_n(None, odd).chain(signatures.iter().map(Some)).collect();
    for row in seats.chunks(2) {
        let lines = row.iter().flatten().map(|signature| signature.above.len()).max().unwrap_or(0) as f32;
        let height = (lines + 2.0) * line_height(TEXT) + ROOM;
        flow.need(height);
        let top = flow.top();
        for (x, signature) in [column.x, column.x + width].into_iter().zip(row) {
            let Some(signature) = signature else { continue };
            let middle = x + width / 2.0;
            let first = lines - signature.above.len() as f32;
            for (index, words) in signature.above.iter().enumerate() {
                let block = set(flow, words, style, width - 16.0);
                let y = top + (first + index as f32) * line_height(TEXT);
                draw_block(&mut flow.sheet().canvas, &block, middle, y, Anchor::Middle, INK);
            }
            let y = top + lines * line_height(TEXT) + ROOM;
            let name = set(flow, &signature.name, Type::bold(TEXT), width - 16.0);
            let half = if name.lines.is_empty() { 80.0 } else { name.width / 2.0 + 2.0 };
            let rule = y + line_height(TEXT);
            let canvas = &mut flow.sheet().canvas;
            draw_block(canvas, &name, middle, y, Anchor::Middle, INK);
            let dash = if name.lines.is_empty() { 1.5 } else { 0.0 };
            canvas.line((middle - half, rule), (middle + half, rule), RULE, dash, INK);
            let below = set(flow, &signature.below, style, width - 16.0);
            draw_block(&mut flow.sheet().canvas, &below, middle, rule + 2.0, Anchor::Middle, INK);
        }
        flow.advance(height);
        flow.skip(12.0);
    }
}

/// Photos in frames, two beside each other, each with a heading and what is known of it below. A photo that is missing leaves its frame
/// with `broken` in it.
pub fn photos(flow: &mut Flow, photos: Vec<(Option<Art>, String, String)>, broken: &str) {
    const GAP: f32 = 12.0;
    let column = flow.column();
    let width = (column.w - GAP) / 2.0;
    let height = width * 0.75;
    let mut photos = photos.into_iter();
    loop {
        let row: Vec<_> = photos.by_ref().take(2).collect();
        if row.is_empty() {
            return;
        }
        let words: Vec<(Block, Block)> = row
            .iter()
            .map(|(_, head, stamp)| {
                (set(flow, head, Type::bold(9.5), width), set(flow, stamp, Type::regular(9.0), width))
            })
            .collect();
        let below = words.iter().map(|(head, stamp)| block_height(head) + block_height(stamp)).fold(0.0, f32::max);
        flow.need(height + 4.0 + below);
        let top = flow.top();
        for ((x, (art, _, _)), (head, stamp)) in [column.x, column.x + width + GAP].into_iter().zip(row).zip(&words) {
            let frame = Area::new(x, top, width, height);
            flow.sheet().canvas.frame(frame, 0.0, RULE, GREY);
            if let Some(art) = art {
                let area = fitting(&art, frame);
                flow.inset(Inset { area, art });
            } else {
                let block = set(flow, broken, Type::regular(TEXT), width - 20.0);
                let y = frame.centre().1 - block_height(&block) / 2.0;
                draw_block(&mut flow.sheet().canvas, &block, frame.centre().0, y, Anchor::Middle, GREY);
            }
            let canvas = &mut flow.sheet().canvas;
            draw_block(canvas, head, x, top + height + 4.0, Anchor::Start, INK);
            draw_block(canvas, stamp, x, top + height + 4.0 + block_height(head), Anchor::Start, INK);
        }
        flow.advance(height + 4.0 + below);
        flow.skip(12.0);
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

    #[test]
    fn a_table_repeats_its_heads_on_every_leaf() {
        let fonts = Fonts::new();
        let mut flow = Flow::new(&fonts, Paper::A4, Module::M1);
        let columns = vec![Column::middle(30.0, "No"), Column::left(200.0, "Nama"), Column::middle(60.0, "Ada")];
        let table = Table::new(columns, 10.0).group(1, 2, "Anggota");
        table.head(&mut flow);
        for number in 1..=120 {
            table.row(&mut flow, &[format!("{number}"), format!("Ibu {number}")], false);
        }
        let leaves = flow.finish("kaki");
        assert!(leaves.len() > 2);
        for leaf in &leaves {
            assert!(leaf.svg.contains(">Anggota<") && leaf.svg.contains(">Nama<"));
        }
        let rows: usize = leaves.iter().map(|leaf| leaf.svg.matches(">Ibu ").count()).sum();
        assert_eq!(rows, 120);
    }
}
