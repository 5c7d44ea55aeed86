//! How pages are arranged: one file per family. This file holds what they share: looks, badge, ornament, stacked words.

pub mod compare;
pub mod list;
pub mod picture;
pub mod story;
pub mod table;
pub mod words;

use super::{
    font::{Fonts, Weight},
    geometry::{Area, Measures},
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Layout, Sheet},
    palette::{Accent, INK, PAPER, Rgb, WHITE},
    svg::{Anchor, Canvas},
};

/// Most of the page the words may take; the rest is picture.
const WORDS_SHARE: f32 = 0.4;

/// Colours of a sheet of words.
#[derive(Clone, Copy, Debug)]
struct Look {
    ground: Rgb,
    ornament: Rgb,
    headline: Rgb,
    words: Rgb,
    badge: Rgb,
    mark: Rgb,
}

impl Look {
    fn of(layout: Layout, accent: Accent) -> Self {
        match layout {
            Layout::Cover | Layout::Waiting | Layout::Farewell => Self {
                ground: accent.deep,
                ornament: accent.deep.mixed(accent.main, 0.22),
                headline: WHITE,
                words: WHITE,
                badge: PAPER,
                mark: accent.deep,
            },
            Layout::Question | Layout::Activity | Layout::Recall | Layout::Introductions | Layout::Game => Self {
                ground: accent.tint,
                ornament: PAPER.mixed(accent.main, 0.28),
                headline: INK,
                words: INK,
                badge: accent.deep,
                mark: WHITE,
            },
            _ => Self {
                ground: PAPER,
                ornament: accent.wash,
                headline: INK,
                words: accent.deep,
                badge: accent.deep,
                mark: WHITE,
            },
        }
    }
}

/// A headline with paragraphs under it, set to fit.
#[derive(Clone, Debug)]
struct Stack {
    blocks: Vec<(Block, Role)>,
    gap: f32,
}

/// What a block of a stack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Headline,
    Words,
}

impl Stack {
    /// Sets `headline` and `words` in `width` × `height`, as large as may be.
    fn new(fonts: &Fonts, measures: Measures, headline: &str, words: &[String], width: f32, height: f32) -> Self {
        let (min, max) = (measures.headline_min(), measures.base * 0.185);
        let mut smallest = Self::at(fonts, measures, headline, words, width, height, min);
        if !smallest.fits(width, height) {
            smallest.shrink(fonts, measures, headline, words, width, height);
            return smallest;
        }
        let steps = 14;
        for step in 0..steps {
            let size = max - (max - min) * step as f32 / steps as f32;
            let stack = Self::at(fonts, measures, headline, words, width, height, size);
            if stack.fits(width, height) {
                return stack;
            }
        }
        smallest
    }

    fn at(fonts: &Fonts, measures: Measures, headline: &str, words: &[String], w: f32, h: f32, size: f32) -> Self {
        let mut blocks = Vec::new();
        let big = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
        if !headline.trim().is_empty() {
            blocks.push((fitted(fonts, headline, big, w, h), Role::Headline));
        }
        let min = measures.words_min();
        let own = if blocks.is_empty() { size } else { (size * 0.56).clamp(min, (measures.base * 0.092).max(min)) };
        let small = Style { weight: Weight::Regular, leading: 1.14, max: own, min: own };
        for paragraph in words.iter().filter(|text| !text.trim().is_empty()) {
            blocks.push((fitted(fonts, paragraph, small, w, h), Role::Words));
        }
        Self { blocks, gap: own * 0.5 }
    }

    /// Last resort for words that are too many: everything smaller until the page holds it, marked as not fitting.
    fn shrink(&mut self, fonts: &Fonts, measures: Measures, headline: &str, words: &[String], w: f32, h: f32) {
        let mut measures = measures;
        for _ in 0..30 {
            measures.base *= 0.93;
            *self = Self::at(fonts, measures, headline, words, w, h, measures.headline_min());
            if self.fits(w, h) {
                break;
            }
        }
        for (block, _) in &mut self.blocks {
            block.fits = false;
        }
    }

    fn fits(&self, width: f32, height: f32) -> bool {
        self.height() <= height && self.blocks.iter().all(|(block, _)| block.fits && block.width <= width)
    }

    fn all_fit(&self) -> bool {
        self.blocks.iter().all(|(block, _)| block.fits)
    }

    fn height(&self) -> f32 {
        let texts: f32 = self.blocks.iter().map(|(block, _)| block.height()).sum();
        texts + self.gap * self.blocks.len().saturating_sub(1) as f32
    }

    fn width(&self) -> f32 {
        self.blocks.iter().map(|(block, _)| block.width).fold(0.0, f32::max)
    }

    fn misfits(&self) -> Vec<String> {
        self.blocks.iter().filter(|(block, _)| !block.fits).map(|(block, _)| block.lines.join(" ")).collect()
    }

    fn draw(&self, canvas: &mut Canvas, x: f32, top: f32, look: Look) {
        let mut top = top;
        for (block, role) in &self.blocks {
            let colour = if *role == Role::Headline { look.headline } else { look.words };
            canvas.text(block, x, top, Anchor::Start, colour);
            top += block.height() + self.gap;
        }
    }
}

/// A sheet of words reaching from the page's edge over the picture, with its ornament.
fn draw_ground(sheet: &mut Sheet, area: Area, edge: Edge, look: Look) {
    let radius = sheet.measures.radius();
    let rounded = match edge {
        Edge::Bottom => Area::new(area.x - radius, area.y, area.w + 2.0 * radius, area.h + 2.0 * radius),
        Edge::Left => Area::new(area.x - 2.0 * radius, area.y - radius, area.w + 2.0 * radius, area.h + 2.0 * radius),
    };
    sheet.canvas.rect(rounded, if edge == Edge::Left { 0.0 } else { radius }, look.ground);
    let size = match edge {
        Edge::Bottom => area.h * 1.7,
        Edge::Left => area.w * 1.1,
    };
    let at = match edge {
        Edge::Bottom => (area.right() - size * 0.12, area.bottom() - size * 0.06),
        Edge::Left => (area.x + size * 0.12, area.bottom() - size * 0.02),
    };
    sheet.canvas.begin_clip(rounded, radius);
    sheet.canvas.glyph(Icon::Petals.path(), at, size, look.ornament);
    sheet.canvas.end_group();
}

/// The page edge a sheet of words is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Bottom,
    Left,
}

/// The round mark that tells kinds of pages apart without reading.
fn draw_badge(canvas: &mut Canvas, centre: (f32, f32), radius: f32, icon: Icon, look: Look) {
    canvas.circle(centre, radius * 1.14, look.ground);
    canvas.circle(centre, radius, look.badge);
    canvas.glyph(icon.path(), centre, radius * 1.15, look.mark);
}

/// Style of captions and cells: at least the smallest legible size.
fn caption_style(measures: Measures, weight: Weight, share: f32) -> Style {
    let min = measures.words_min();
    Style { weight, leading: 1.14, max: (measures.base * share).max(min), min }
}
