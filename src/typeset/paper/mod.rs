//! Leaves of paper: sizes, and a column of blocks that flows from leaf to leaf. Handouts are in `handout`, `blocks` and `cards`, the
//! office's forms in `form`.

mod blocks;
mod cards;
pub mod form;
pub mod handout;

use super::{
    font::{DESCENT, Fonts, Weight},
    geometry::{Area, Measures},
    lines::{Block, wrapped},
    page::Sheet,
    palette::{self, INK, Rgb},
    svg::{Anchor, Canvas},
};
use crate::engine::session::Module;

/// A millimetre in points.
pub const MM: f32 = 72.0 / 25.4;
/// Free at each edge: printers cannot reach the last 5 mm, and hands hold the paper somewhere.
const MARGIN: f32 = 14.0 * MM;
/// Room for the line at the foot.
const FOOT: f32 = 8.0 * MM;
/// Grey that a cheap printer still shows.
pub const GREY: Rgb = Rgb(0x6B, 0x72, 0x7C);
const FOOT_SIZE: f32 = 9.0;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 210 mm.
    A4Landscape,
    /// 420 × 297 mm.
    A3Landscape,
}

impl Paper {
    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        let (w, h) = match self {
            Self::A4 => (210.0, 297.0),
            Self::A4Landscape => (297.0, 210.0),
            Self::A3Landscape => (420.0, 297.0),
        };
        (w * MM, h * MM)
    }
}

/// One printed page.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Its size.
    pub paper: Paper,
    /// What is on it, in points.
    pub svg: String,
    /// Documents of their own placed over it.
    pub insets: Vec<Inset>,
}

/// A document placed on a leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct Inset {
    /// Where, in points.
    pub area: Area,
    /// What.
    pub art: Art,
}

/// What an inset shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Art {
    /// A document as the page layouts make it, stretched to the inset.
    Svg(String),
    /// Opaque pixels, rows from the top, four bytes each.
    Pixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// `width` × `height` × 4 bytes.
        rgba: Vec<u8>,
    },
    /// A JPEG file, put into the document as it is.
    Jpeg {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// The file.
        bytes: Vec<u8>,
    },
}

/// How text is set on paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Face.
    pub weight: Weight,
    /// Points.
    pub size: f32,
    /// Colour.
    pub ink: Rgb,
}

impl Type {
    /// Regular ink.
    #[must_use]
    pub const fn regular(size: f32) -> Self {
        Self { weight: Weight::Regular, size, ink: INK }
    }

    /// Bold ink.
    #[must_use]
    pub const fn bold(size: f32) -> Self {
        Self { weight: Weight::Bold, size, ink: INK }
    }

    /// The same in another colour.
    #[must_use]
    pub const fn in_ink(self, ink: Rgb) -> Self {
        Self { ink, ..self }
    }
}

/// Distance of baselines per em.
const LEADING: f32 = 1.28;

/// A column of blocks that goes on to the next leaf where one is full.
pub struct Flow<'a> {
    sheet: Sheet<'a>,
    paper: Paper,
    done: Vec<(Canvas, Vec<Inset>)>,
    insets: Vec<Inset>,
    y: f32,
    fresh: bool,
    /// Height kept free at the foot for what must not stand alone on a leaf of its own.
    reserved: f32,
    too_wide: Vec<String>,
}

impl<'a> Flow<'a> {
    /// An empty first leaf in the colours of `module`.
    #[must_use]
    pub fn new(fonts: &'a Fonts, paper: Paper, module: Module) -> Self {
        let (w, h) = paper.size();
        let measures = Measures::new((w as u32, h as u32));
        let sheet = Sheet { canvas: Canvas::paper(w, h), measures, accent: palette::accent(module), fonts };
        Self {
            sheet,
            paper,
            done: Vec::new(),
            insets: Vec::new(),
            y: MARGIN,
            fresh: true,
            reserved: 0.0,
            too_wide: Vec::new(),
        }
    }

    /// What may be written on.
    #[must_use]
    pub fn column(&self) -> Area {
        let (w, h) = self.paper.size();
        Area::new(MARGIN, MARGIN, w - 2.0 * MARGIN, h - 2.0 * MARGIN - FOOT)
    }

    /// Where the next block begins.
    #[must_use]
    pub const fn top(&self) -> f32 {
        self.y
    }

    /// Points left on this leaf.
    #[must_use]
    pub fn room(&self) -> f32 {
        self.column().bottom() - self.reserved - self.y
    }

    /// Keeps `height` free at the foot from here on, so that what follows takes some of what is drawn now along to its leaf; 0 = no more.
    pub fn reserve(&mut self, height: f32) {
        self.reserved = height;
    }

    /// Goes on to a new leaf unless `height` is left on this one, or nothing is on it yet.
    pub fn need(&mut self, height: f32) {
        if self.room() + 0.5 < height && !self.fresh {
            self.turn();
        }
    }

    /// Goes on to a new leaf.
    pub fn turn(&mut self) {
        let (w, h) = self.paper.size();
        let full = std::mem::replace(&mut self.sheet.canvas, Canvas::paper(w, h));
        self.done.push((full, std::mem::take(&mut self.insets)));
        self.y = MARGIN;
        self.fresh = true;
    }

    /// Leaves `height` free, but not at the top of a leaf.
    pub fn skip(&mut self, height: f32) {
        if !self.fresh {
            self.y += height;
        }
    }

    /// What was just drawn is `height` tall.
    pub fn advance(&mut self, height: f32) {
        self.y += height;
        self.fresh = false;
    }

    /// What is drawn on now.
    pub fn sheet(&mut self) -> &mut Sheet<'a> {
        &mut self.sheet
    }

    /// Places a document on this leaf.
    pub fn inset(&mut self, inset: Inset) {
        self.insets.push(inset);
    }

    /// Breaks `text` into lines of at most `width`; a word wider than that is noted.
    pub fn set(&mut self, text: &str, style: Type, width: f32) -> Block {
        let block = wrapped(self.sheet.fonts, text, style.weight, (style.size, LEADING), width);
        if !block.fits {
            self.too_wide.push(text.to_owned());
        }
        block
    }

    /// A paragraph at `x`; goes on to the next leaf between lines.
    pub fn paragraph(&mut self, text: &str, style: Type, x: f32, width: f32) {
        let block = self.set(text, style, width);
        for line in &block.lines {
            let one = Block { lines: vec![line.clone()], ..block.clone() };
            self.need(line_height(style.size));
            self.sheet.canvas.text(&one, x, self.y + rise(style.size), Anchor::Start, style.ink);
            self.advance(line_height(style.size));
        }
    }

    /// Writes a block set by [`Flow::set`] beside the column's flow, its first line's top at `top`.
    pub fn write(&mut self, block: &Block, x: f32, top: f32, anchor: Anchor, ink: Rgb) {
        draw_block(&mut self.sheet.canvas, block, x, top, anchor, ink);
    }

    /// Text that does not fit the paper.
    #[must_use]
    pub fn too_wide(&self) -> &[String] {
        &self.too_wide
    }

    /// How many leaves there are.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.done.len() + 1
    }

    /// The leaves, each with `foot` and its number at the foot.
    #[must_use]
    pub fn finish(mut self, foot: &str) -> Vec<Leaf> {
        self.turn();
        let (total, column) = (self.done.len(), self.column());
        let (fonts, paper) = (self.sheet.fonts, self.paper);
        let leaf = |(index, (mut canvas, insets)): (usize, (Canvas, Vec<Inset>))| {
            let number = format!("{}/{total}", index + 1);
            let numbered = fonts.width(&number, Weight::Regular, FOOT_SIZE);
            let mut line = |text: &str, x: f32, width: f32| {
                let block = wrapped(fonts, text, Weight::Regular, (FOOT_SIZE, LEADING), width);
                let first = Block { lines: block.lines.into_iter().take(1).collect(), ..block };
                canvas.text(&first, x, column.bottom() + FOOT - FOOT_SIZE, Anchor::Start, GREY);
            };
            line(foot, column.x, column.w - numbered - 10.0);
            line(&number, column.right() - numbered, column.w);
            Leaf { paper, svg: canvas.finish(), insets }
        };
        self.done.into_iter().enumerate().map(leaf).collect()
    }
}

/// Height of one line of a paragraph.
#[must_use]
pub fn line_height(size: f32) -> f32 {
    size * LEADING
}

/// From the top of a line to the top of its capitals: half of what is free.
fn rise(size: f32) -> f32 {
    size * (LEADING - super::font::CAP_HEIGHT - DESCENT) / 2.0
}

/// Height of a block set by [`Flow::set`].
fn block_height(block: &Block) -> f32 {
    line_height(block.size) * block.lines.len() as f32
}

/// Draws a block as [`Flow::paragraph`] does, at a place.
fn draw_block(canvas: &mut Canvas, block: &Block, x: f32, top: f32, anchor: Anchor, ink: Rgb) {
    canvas.text(block, x, top + rise(block.size), anchor, ink);
}
