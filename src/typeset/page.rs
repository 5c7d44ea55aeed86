//! A page as the layouts take it, and the way from there to a finished SVG.

use super::{font::Fonts, geometry::Measures, icon::Icon, layout, palette, svg::Canvas};
use crate::engine::session::Module;

/// Which picture of a page: decides arrangement and colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A session's first page: picture and title on the accent.
    Cover,
    /// One thing to remember.
    Message,
    /// Two pictures side by side.
    Compare,
    /// Two to five numbered steps.
    Steps,
    /// A question to the room.
    Question,
    /// The picture alone, perhaps with a line.
    Picture,
    /// Three or four pictures in order.
    Story,
    /// Something to do now.
    Activity,
    /// A small table.
    Table,
    /// Two to four things to take home.
    Summary,
    /// The task until next month.
    Practice,
    /// Before the beginning.
    Waiting,
    /// Last time's question.
    Recall,
    /// A first meeting.
    Introductions,
    /// A question answered by show of hands.
    Check {
        /// The right choice, once it may be seen.
        right: Option<usize>,
    },
    /// An ice-breaker.
    Game,
    /// Thank you.
    Farewell,
}

/// A drawing in the design space of a scene (1600 × 1000, ground from −400 to 2000).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// SVG elements.
    pub svg: String,
    /// What must stay visible.
    pub focus: Option<(f32, f32)>,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Arrangement.
    pub layout: Layout,
    /// Big words; may be empty.
    pub headline: String,
    /// Further words, each a paragraph of its own.
    pub words: Vec<String>,
    /// Table rows, the first is the head; empty for other layouts.
    pub rows: Vec<Vec<String>>,
    /// Pictures in order; a missing one is drawn as a quiet ornament.
    pub drawings: Vec<Option<Drawing>>,
}

/// A finished page.
#[derive(Clone, Debug, PartialEq)]
pub struct Typeset {
    /// The document.
    pub svg: String,
    /// Texts that had to be set smaller than the house's sizes; empty when all is well.
    pub misfits: Vec<Misfit>,
    /// Share of the page that is picture, 0..=1.
    pub picture_share: f32,
}

/// A text set smaller than it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The text.
    pub text: String,
    /// Still large enough to read from the back (capitals 1/22 of the page), though too small for a headline.
    pub readable: bool,
}

/// What a layout reports besides what it has drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// See [`Typeset::misfits`].
    pub misfits: Vec<Misfit>,
    /// Pixels of picture left uncovered.
    pub picture: f32,
}

/// Everything a layout draws with.
pub struct Sheet<'a> {
    /// Where it draws.
    pub canvas: Canvas,
    /// The page's measures.
    pub measures: Measures,
    /// The module's colours.
    pub accent: palette::Accent,
    /// For measuring.
    pub fonts: &'a Fonts,
}

/// Typesets `content` for a page of `size` pixels in the colours of `module`.
#[must_use]
pub fn typeset(fonts: &Fonts, content: &Content, module: Module, size: (u32, u32)) -> Typeset {
    let measures = Measures::new(size);
    arranged(fonts, content, module, measures, Canvas::new(measures.w, measures.h))
}

/// The same page for paper, of `size` points.
#[must_use]
pub fn printed(fonts: &Fonts, content: &Content, module: Module, size: (u32, u32)) -> String {
    let measures = Measures::new(size);
    arranged(fonts, content, module, measures, Canvas::paper(measures.w, measures.h)).svg
}

fn arranged(fonts: &Fonts, content: &Content, module: Module, measures: Measures, canvas: Canvas) -> Typeset {
    let mut sheet = Sheet { canvas, measures, accent: palette::accent(module), fonts };
    sheet.canvas.rect(measures.page(), 0.0, palette::PAPER);
    let outcome = match content.layout {
        Layout::Compare => layout::compare::draw(&mut sheet, content),
        Layout::Check { right } => layout::check::draw(&mut sheet, content, right),
        Layout::Story => layout::story::draw(&mut sheet, content),
        Layout::Table => layout::table::draw(&mut sheet, content),
        Layout::Steps | Layout::Summary => layout::list::draw(&mut sheet, content),
        Layout::Picture if content.headline.is_empty() && content.words.is_empty() => {
            layout::picture::draw(&mut sheet, content)
        }
        _ => layout::words::draw(&mut sheet, content),
    };
    Typeset {
        svg: sheet.canvas.finish(),
        misfits: outcome.misfits,
        picture_share: outcome.picture / (measures.w * measures.h),
    }
}

/// A page of one colour.
#[must_use]
pub fn plain(colour: palette::Rgb, size: (u32, u32)) -> String {
    let measures = Measures::new(size);
    let mut canvas = Canvas::new(measures.w, measures.h);
    canvas.rect(measures.page(), 0.0, colour);
    canvas.finish()
}

impl Layout {
    /// The mark on the page's badge.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Question | Self::Check { .. } => Icon::Question,
            Self::Activity | Self::Introductions => Icon::People,
            Self::Practice => Icon::House,
            Self::Summary => Icon::Tick,
            Self::Waiting => Icon::Clock,
            Self::Recall => Icon::Bubble,
            Self::Game => Icon::Star,
            Self::Farewell => Icon::Heart,
            _ => Icon::Petals,
        }
    }
}
