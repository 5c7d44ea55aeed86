//! How pages are arranged: one file per family. This file holds what they share: looks, badge, ornament, stacked words.

pub mod check;
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
    page::{Layout, Misfit, Sheet},
    palette::{Accent, INK, PAPER, Rgb, WHITE},
    svg::{Anchor, Canvas},
};

/// Most of the page the words may take; the rest is picture.
const WORDS_SHARE: f32 = 0.4;
/// The same for titles nobody chose for the wall: of sessions not written yet, of last time.
const TITLES_SHARE: f32 = 0.5;
/// Headlines on a sheet along the bottom have at most this many lines if they can.
const BAND_LINES: usize = 2;
/// Headlines on a sheet at the side have at most this many lines if they can.
const SIDE_LINES: usize = 3;

/// Dots and ascenders of a headline at the top of a page rise this far above its capitals, per base.
const RISE: f32 = 0.018;

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
            Layout::Question
            | Layout::Activity
            | Layout::Recall
            | Layout::Introductions
            | Layout::Check { .. }
            | Layout::Game => Self {
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
    /// Sets `headline` and `words` in `width` × `height`: in few lines (`few` is good, more only if it must be),
    /// then as large as may be.
    fn new(fonts: &Fonts, m: Measures, few: usize, headline: &str, words: &[String], (w, h): (f32, f32)) -> Self {
        const STEPS: u8 = 14;
        let (min, max) = (m.headline_min(), m.base * 0.185);
        // Large type broken into many short lines reads worse than smaller type in few.
        for lines in [few, few + 1, usize::MAX] {
            for step in 0..=STEPS {
                let size = max - (max - min) * f32::from(step) / f32::from(STEPS);
                let stack = Self::at(fonts, m, (headline, size), words, w, h);
                if stack.fits(w, h) && stack.headline_lines() <= lines {
                    return stack;
                }
            }
        }
        Self::shrunk(fonts, m, headline, words, w, h)
    }

    fn at(fonts: &Fonts, m: Measures, (headline, size): (&str, f32), words: &[String], w: f32, h: f32) -> Self {
        let mut blocks = Vec::new();
        let big = Style { weight: Weight::Bold, leading: 1.0, max: size, min: size };
        if !headline.trim().is_empty() {
            blocks.push((fitted(fonts, headline, big, w, h), Role::Headline));
        }
        let min = m.words_min();
        let own = if blocks.is_empty() { size } else { (size * 0.56).clamp(min, (m.base * 0.092).max(min)) };
        let small = Style { weight: Weight::Regular, leading: 1.14, max: own, min: own };
        let paragraphs: Vec<&str> = words.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let joined = paragraphs.join(" · ");
        let one_line = paragraphs.len() > 1 && fonts.width(&joined, small.weight, own) <= w;
        for paragraph in if one_line { vec![joined.as_str()] } else { paragraphs } {
            blocks.push((fitted(fonts, paragraph, small, w, h), Role::Words));
        }
        Self { blocks, gap: own * 0.5 }
    }

    /// Last resort for words that are too many: the headline smaller, then everything, until the page holds it.
    fn shrunk(fonts: &Fonts, measures: Measures, headline: &str, words: &[String], w: f32, h: f32) -> Self {
        let mut size = measures.headline_min();
        let mut m = measures;
        let mut stack = Self::at(fonts, m, (headline, size), words, w, h);
        while size > 4.0 && !stack.fits(w, h) {
            size *= 0.96;
            if size < m.words_min() {
                m.base *= 0.96;
            }
            stack = Self::at(fonts, m, (headline, size), words, w, h);
        }
        let (headline_min, words_min) = (measures.headline_min(), measures.words_min());
        for (block, role) in &mut stack.blocks {
            block.fits = block.size >= 0.999 * if *role == Role::Headline { headline_min } else { words_min };
        }
        stack
    }

    fn headline_lines(&self) -> usize {
        self.blocks.first().map_or(0, |(block, _)| block.lines.len())
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

    fn misfits(&self, measures: Measures) -> Vec<Misfit> {
        self.blocks.iter().filter_map(|(block, _)| misfit(block, measures)).collect()
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

/// A sheet of words attached to a page edge, its free corners rounded over the picture, with its ornament.
fn draw_ground(sheet: &mut Sheet, area: Area, edge: Edge, look: Look) {
    let radius = sheet.measures.radius();
    let rounded = match edge {
        Edge::Bottom => Area::new(area.x, area.y, area.w, area.h + 2.0 * radius),
        Edge::Left => Area::new(area.x - 2.0 * radius, area.y, area.w + 2.0 * radius, area.h),
    };
    let (size, at) = match edge {
        Edge::Bottom => (area.h * 1.7, (area.right() - area.h * 0.2, area.bottom() - area.h * 0.1)),
        Edge::Left => (area.w * 1.1, (area.x + area.w * 0.13, area.bottom())),
    };
    sheet.canvas.rect(rounded, radius, look.ground);
    sheet.canvas.glyph(Icon::Petals.path(), at, size, look.ornament);
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

/// `block` as a misfit if it had to be set too small.
fn misfit(block: &Block, measures: Measures) -> Option<Misfit> {
    let readable = block.size >= measures.words_min() * 0.999;
    (!block.fits).then(|| Misfit { text: block.lines.join(" "), readable })
}

/// Style of captions and cells: at least the smallest legible size.
fn caption_style(measures: Measures, weight: Weight, share: f32) -> Style {
    let min = measures.words_min();
    Style { weight, leading: 1.14, max: (measures.base * share).max(min), min }
}
