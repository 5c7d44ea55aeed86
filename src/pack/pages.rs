//! From what the stage should show to a finished SVG: the pack's pages, and the pages the program makes itself.

use std::path::PathBuf;

use super::{Pack, PageDesign, art, borrowed::Source, format::Scene};
use crate::{
    engine::{
        ids::{GameId, PageId, SessionId},
        learn::Check,
        scene::Base,
        session::Module,
    },
    text::stage,
    typeset::{
        font::Fonts,
        page::{self, Content, Drawing, Layout, Typeset},
        palette,
    },
};

/// The scene that stands in wherever no other was drawn.
pub(super) const CALM: &str = "tenang";
const WAITING: &str = "selamat-datang";
const RECALL: &str = "ingat-kembali";
const INTRODUCTIONS: &str = "perkenalan";
const FAREWELL: &str = "sampai-jumpa";

impl Pack {
    /// The page for `base` as a finished SVG document of `size` pixels, in the colours of `module`.
    #[must_use]
    pub fn svg(&self, base: &Base, module: Module, size: (u32, u32)) -> String {
        match base {
            Base::Black => page::plain(palette::BLACK, size),
            Base::White => page::plain(palette::WHITE, size),
            _ => page::typeset(&Fonts::new(), &self.content(base), module, size).svg,
        }
    }

    /// The page for `base` as [`Pack::svg`] gives it, but for paper: nothing in it is pixels, and `size` is in points.
    #[must_use]
    pub fn print_svg(&self, base: &Base, module: Module, size: (u32, u32)) -> String {
        page::printed(&Fonts::new(), &self.content(base), module, size)
    }

    /// Whether everything a page of a session shows is there, its clip's file too. What is missing is left out of the picture and stops nothing.
    #[must_use]
    pub fn is_whole(&self, session: &SessionId, page: &PageId) -> bool {
        let whole = |candidates: &Vec<String>| {
            let found = candidates.iter().find_map(|name| self.scene(Some(session), name));
            let faults = found.map(|entry| art::scene_svg(&self.art.parts, &entry.scene, "").faults);
            faults.is_some_and(|faults| !faults.iter().any(|fault| fault.kind.leaves_a_hole()))
        };
        self.design(session, page).is_some_and(|design| design.scenes.iter().all(whole))
            && self.clip_file(session, page).is_none_or(|clip| clip.is_file())
    }

    /// The words a page shows, its headline first, each piece for itself. None for photos and pages of a PDF, which are pictures.
    #[must_use]
    pub fn page_words(&self, session: &SessionId, page: &PageId) -> Vec<&str> {
        let Some(design) = self.design(session, page) else { return Vec::new() };
        let game = design.game.as_ref().and_then(|game| self.art.games.get(game)).map(|game| &game.words);
        let pieces = [&design.headline].into_iter().chain(&design.words).chain(design.rows.iter().flatten());
        pieces.chain(game.into_iter().flatten()).map(String::as_str).filter(|words| !words.is_empty()).collect()
    }

    /// The game a page of a session is.
    #[must_use]
    pub fn page_game(&self, session: &SessionId, page: &PageId) -> Option<&GameId> {
        self.design(session, page)?.game.as_ref()
    }

    /// Whether every picture of a check is there.
    #[must_use]
    pub fn is_check_whole(&self, session: &SessionId, check: &Check) -> bool {
        let whole = |name: &str| {
            let found = self.scene(Some(session), name);
            let faults = found.map(|entry| art::scene_svg(&self.art.parts, &entry.scene, "").faults);
            faults.is_some_and(|faults| !faults.iter().any(|fault| fault.kind.leaves_a_hole()))
        };
        check.choices.iter().all(|choice| whole(&choice.scene))
    }

    /// The page's size-independent content.
    pub(super) fn content(&self, base: &Base) -> Content {
        match base {
            Base::Page(session, page) => {
                let calm = |headline| self.own(Layout::Picture, CALM, headline, Vec::new());
                match self.design(session, page) {
                    Some(PageDesign { game: Some(game), .. }) => self.content(&Base::Game(game.clone())),
                    Some(design) if design.borrowed.is_none() => self.page_content(session, design),
                    // Of these only a sound has a headline.
                    Some(design) => calm(design.headline.clone()),
                    None => calm(String::new()),
                }
            }
            Base::Waiting { title, start } => {
                self.own(Layout::Waiting, WAITING, stage::waiting(*start), vec![title.clone()])
            }
            Base::Recall { title, question } => {
                let asked = if question.trim().is_empty() { stage::RECALL_QUESTION } else { question };
                self.own(Layout::Recall, RECALL, asked.to_owned(), vec![stage::recall(title)])
            }
            Base::Introductions => self.own(
                Layout::Introductions,
                INTRODUCTIONS,
                stage::INTRODUCTIONS.to_owned(),
                vec![stage::INTRODUCTIONS_WORDS.to_owned()],
            ),
            Base::Check { session, check, answer } => self.check_content(session, *check, *answer),
            Base::Game(id) => {
                let title = self.game(id).map(|game| game.title.clone()).unwrap_or_default();
                let design = self.art.games.get(id);
                let words = design.map(|design| design.words.clone()).unwrap_or_default();
                self.own(Layout::Game, design.map_or(CALM, |design| &design.scene), title, words)
            }
            Base::Farewell => {
                self.own(Layout::Farewell, FAREWELL, stage::FAREWELL.to_owned(), vec![stage::FAREWELL_WORDS.to_owned()])
            }
            // The stage paints lots and yel-yel itself; they have no picture of the pack.
            Base::Draw(_) | Base::Yell(_) | Base::Calm | Base::Black | Base::White => {
                self.own(Layout::Picture, CALM, String::new(), Vec::new())
            }
        }
    }

    /// Typesets a page of the pack, for the check.
    pub(super) fn typeset(&self, fonts: &Fonts, base: &Base, module: Module, size: (u32, u32)) -> Typeset {
        page::typeset(fonts, &self.content(base), module, size)
    }

    /// The file a page shows instead of a drawing: a photo, or a page of a PDF.
    #[must_use]
    pub fn borrowed(&self, base: &Base) -> Option<(PathBuf, &Source)> {
        let Base::Page(session, page) = base else { return None };
        let source = self.design(session, page)?.borrowed.as_ref()?;
        Some((self.folder(session).join(source.file()?), source))
    }

    /// Whether `base` looks the same drawn from `other`.
    #[must_use]
    pub fn draws_like(&self, other: &Self, base: &Base) -> bool {
        let Base::Page(session, page) = base else { return true };
        match (self.design(session, page), other.design(session, page)) {
            (Some(one), Some(two)) => PageDesign { line: 0, ..one.clone() } == PageDesign { line: 0, ..two.clone() },
            (one, two) => one.is_none() && two.is_none(),
        }
    }

    fn design(&self, session: &SessionId, page: &PageId) -> Option<&PageDesign> {
        self.art.pages.get(session)?.iter().find(|design| design.id == *page)
    }

    /// A question by show of hands; without one of that number the calm picture.
    fn check_content(&self, session: &SessionId, check: u16, answer: bool) -> Content {
        let learn = self.session(session).and_then(|session| session.learn.as_ref());
        let Some(check) = learn.and_then(|learn| learn.checks.get(usize::from(check))) else {
            return self.own(Layout::Picture, CALM, String::new(), Vec::new());
        };
        let drawings = check.choices.iter().enumerate().map(|(index, choice)| {
            self.scene(Some(session), &choice.scene).map(|entry| self.drawing(&entry.scene, index))
        });
        Content {
            layout: Layout::Check { right: answer.then_some(check.answer) },
            headline: if answer { check.because.clone() } else { check.headline.clone() },
            words: check.choices.iter().map(|choice| choice.words.clone()).collect(),
            rows: Vec::new(),
            drawings: drawings.collect(),
        }
    }

    fn page_content(&self, session: &SessionId, design: &PageDesign) -> Content {
        let drawings = design.scenes.iter().enumerate().map(|(index, candidates)| {
            let found = candidates.iter().find_map(|name| self.scene(Some(session), name));
            found.map(|entry| self.drawing(&entry.scene, index))
        });
        // Own pages of words need no scene.
        let calm = || self.scene(None, CALM).map(|entry| self.drawing(&entry.scene, 0));
        let drawings = if design.scenes.is_empty() { vec![calm()] } else { drawings.collect() };
        Content {
            layout: design.layout,
            headline: design.headline.clone(),
            words: design.words.clone(),
            rows: design.rows.clone(),
            drawings,
        }
    }

    /// A page of the program's own with one picture; without `scene` the calm one stands in.
    fn own(&self, layout: Layout, scene: &str, headline: String, words: Vec<String>) -> Content {
        let entry = self.scene(None, scene).or_else(|| self.scene(None, CALM));
        let drawings = vec![entry.map(|entry| self.drawing(&entry.scene, 0))];
        Content { layout, headline, words, rows: Vec::new(), drawings }
    }

    pub(super) fn drawing(&self, scene: &Scene, index: usize) -> Drawing {
        let art = art::scene_svg(&self.art.parts, scene, &format!("s{index}-"));
        Drawing { svg: art.svg, focus: scene.focus }
    }
}
