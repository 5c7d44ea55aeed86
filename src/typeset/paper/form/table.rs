//! Ruled tables of a form that go on over leaves with their head.

use super::{
    super::{Flow, Type, block_height, draw_block, line_height},
    BAR, RULE, set,
};
use crate::typeset::{
    geometry::Area,
    lines::Block,
    palette::{INK, Rgb},
    svg::Anchor,
};

/// Free around the words of a cell.
const PAD: (f32, f32) = (4.0, 3.0);

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
        // Columns without heads of their own leave the group's all the height.
        let plain = groups.is_empty() || below.iter().all(|block| block.lines.is_empty());
        let lower = if plain { 0.0 } else { tallest(&below) };
        let alone: Vec<&Block> = (0..).zip(&heads).filter(|(i, _)| !self.grouped(*i)).map(|(_, head)| head).collect();
        let height = (upper + lower).max(tallest(&alone));
        let (upper, lower) = if plain { (height, 0.0) } else { (upper, height - upper) };
        flow.need(height + self.row_height.max(line_height(self.size) + 2.0 * PAD.1));
        let (x, top) = (flow.column().x, flow.top());
        for (index, head) in heads.iter().enumerate() {
            let (left, width) = self.span(index, 1);
            if plain && self.grouped(index) {
                continue;
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        engine::session::Module,
        typeset::{font::Fonts, paper::Paper},
    };

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
