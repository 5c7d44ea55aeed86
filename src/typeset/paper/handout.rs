//! Handouts, cards and worksheets as values, and the way from there to leaves.

use super::{Flow, Leaf, Paper, Type, blocks, cards};
use crate::{
    engine::session::Module,
    typeset::{font::Fonts, page::Drawing},
};

/// Something printed for the families. `P` is what stands for a picture: its scene's name, or the drawing itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Handout<P = Picture> {
    /// Name of its file.
    pub id: String,
    /// What is written at its top.
    pub title: String,
    /// The line at the foot.
    pub foot: String,
    /// Whose colours.
    pub module: Module,
    /// On what.
    pub paper: Paper,
    /// What it is made of.
    pub body: Body<P>,
}

/// What a handout is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<P = Picture> {
    /// Blocks below each other.
    Blocks(Vec<Block<P>>),
    /// Cards to cut out.
    Cards(Cards<P>),
}

/// A picture; `None` when its scene is missing, which is drawn as a quiet ornament.
pub type Picture = Option<Drawing>;

/// A part of a handout.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<P = Picture> {
    /// A headline.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Points.
    List(Vec<String>),
    /// Numbered steps; no pictures, or one for each step.
    Steps {
        /// What to do.
        steps: Vec<String>,
        /// What it looks like.
        pictures: Vec<P>,
    },
    /// A picture.
    Picture {
        /// It.
        picture: P,
        /// Below it; may be empty.
        caption: String,
        /// Millimetres.
        height: f32,
    },
    /// A table; the first row is the head, empty cells are there to be written in.
    Table {
        /// Rows of as many cells.
        rows: Vec<Vec<String>>,
        /// Least height of rows with an empty cell, millimetres.
        row_height: f32,
    },
    /// A frame to draw in.
    Frame {
        /// Written in its corner; may be empty.
        caption: String,
        /// Millimetres.
        height: f32,
    },
}

/// Cards of one size with lines to cut along.
#[derive(Clone, Debug, PartialEq)]
pub struct Cards<P = Picture> {
    /// Beside each other.
    pub columns: usize,
    /// Below each other.
    pub rows: usize,
    /// How often each card comes.
    pub copies: usize,
    /// The cards.
    pub cards: Vec<Card<P>>,
}

/// A card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<P = Picture> {
    /// Its picture, if it has one.
    pub picture: Option<P>,
    /// Lines; the first is bold.
    pub words: Vec<String>,
}

impl<P> Handout<P> {
    /// The same handout with `draw` applied to each picture, in order.
    #[must_use]
    pub fn drawn<Q>(&self, mut draw: impl FnMut(&P) -> Q) -> Handout<Q> {
        let body = match &self.body {
            Body::Blocks(blocks) => Body::Blocks(blocks.iter().map(|block| block.drawn(&mut draw)).collect()),
            Body::Cards(cards) => Body::Cards(Cards {
                columns: cards.columns,
                rows: cards.rows,
                copies: cards.copies,
                cards: cards.cards.iter().map(|card| card.drawn(&mut draw)).collect(),
            }),
        };
        Handout {
            id: self.id.clone(),
            title: self.title.clone(),
            foot: self.foot.clone(),
            module: self.module,
            paper: self.paper,
            body,
        }
    }
}

impl<P> Handout<P> {
    /// Everything that is written on paper by it, without its title.
    pub fn texts(&self) -> Vec<&str> {
        match &self.body {
            Body::Blocks(blocks) => blocks.iter().flat_map(Block::texts).collect(),
            Body::Cards(cards) => cards.cards.iter().flat_map(|card| &card.words).map(String::as_str).collect(),
        }
    }
}

impl<P> Card<P> {
    fn drawn<Q>(&self, draw: &mut impl FnMut(&P) -> Q) -> Card<Q> {
        Card { picture: self.picture.as_ref().map(draw), words: self.words.clone() }
    }
}

impl<P> Block<P> {
    fn drawn<Q>(&self, draw: &mut impl FnMut(&P) -> Q) -> Block<Q> {
        match self {
            Self::Heading(words) => Block::Heading(words.clone()),
            Self::Text(words) => Block::Text(words.clone()),
            Self::List(points) => Block::List(points.clone()),
            Self::Steps { steps, pictures } => {
                Block::Steps { steps: steps.clone(), pictures: pictures.iter().map(draw).collect() }
            }
            Self::Picture { picture, caption, height } => {
                Block::Picture { picture: draw(picture), caption: caption.clone(), height: *height }
            }
            Self::Table { rows, row_height } => Block::Table { rows: rows.clone(), row_height: *row_height },
            Self::Frame { caption, height } => Block::Frame { caption: caption.clone(), height: *height },
        }
    }

    /// Everything that is written on paper by it.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Heading(words) | Self::Text(words) => vec![words],
            Self::List(points) => points.iter().map(String::as_str).collect(),
            Self::Steps { steps, .. } => steps.iter().map(String::as_str).collect(),
            Self::Picture { caption, .. } | Self::Frame { caption, .. } => vec![caption],
            Self::Table { rows, .. } => rows.iter().flatten().map(String::as_str).collect(),
        }
    }

    /// Whether there is something to write or draw in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Frame { .. } => true,
            Self::Table { rows, .. } => rows.iter().flatten().any(|cell| cell.trim().is_empty()),
            _ => false,
        }
    }
}

/// A handout on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// Its leaves.
    pub leaves: Vec<Leaf>,
    /// Texts that do not fit.
    pub misfits: Vec<String>,
}

/// Type may be this much larger or smaller than usual so that a handout fills one leaf.
const SCALES: [f32; 13] = [1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82];

/// Sets a handout: as large as one leaf allows, or at the usual size on several.
#[must_use]
pub fn printed(fonts: &Fonts, handout: &Handout) -> Printed {
    match &handout.body {
        Body::Cards(cards) => cards::printed(fonts, handout, cards),
        Body::Blocks(blocks) => {
            let one = SCALES.iter().map(|scale| flowed(fonts, handout, blocks, *scale));
            let fits = |flow: &Flow| flow.leaves() == 1 && flow.too_wide().is_empty();
            let flow = one.into_iter().find(fits).unwrap_or_else(|| flowed(fonts, handout, blocks, 1.0));
            let misfits = flow.too_wide().to_vec();
            Printed { leaves: flow.finish(&handout.foot), misfits }
        }
    }
}

fn flowed<'a>(fonts: &'a Fonts, handout: &Handout, parts: &[Block], scale: f32) -> Flow<'a> {
    let mut flow = Flow::new(fonts, handout.paper, handout.module);
    title(&mut flow, &handout.title, scale);
    for block in parts {
        blocks::draw(&mut flow, block, scale);
    }
    flow
}

/// The title with a rule in the module's colour.
fn title(flow: &mut Flow, words: &str, scale: f32) {
    let column = flow.column();
    let deep = flow.sheet().accent.deep;
    flow.paragraph(words, Type::bold(27.0 * scale).in_ink(deep), column.x, column.w);
    let y = flow.top() + 5.0;
    flow.sheet().canvas.line((column.x, y), (column.right(), y), 2.5, 0.0, deep);
    flow.advance(5.0 + 12.0 * scale);
}
