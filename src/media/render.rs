//! One page to pixels, now and here. The worker that does it off the UI thread lives in `pictures`.

use std::{cell::RefCell, sync::Arc};

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

use super::borrowed::Borrowed;
use crate::{
    pack::{
        Pack,
        borrowed::FileFault,
        pdf::{GoOn, Refusal},
    },
    typeset::font::{BOLD, FAMILY, REGULAR},
};

pub use crate::engine::scene::PictureKey;

/// Pixels of a page, opaque.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Rows from the top, four bytes a pixel: red, green, blue, 255.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// Largest picture of a borrowed page, bytes: 8192 × 4096 pixels.
const LARGEST: usize = 128 << 20;

/// Why a page could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing is no SVG.
    #[error("the page's drawing cannot be read: {0}")]
    Svg(String),
    /// The size is zero or larger than memory allows.
    #[error("no picture of {0} × {1} pixels")]
    Size(u32, u32),
    /// The file it shows cannot be shown.
    #[error("the page's file {0}")]
    File(FileFault),
    /// Whoever waited for it has something more urgent.
    #[error("put off")]
    PutOff,
}

impl From<Refusal> for PictureError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::File(fault) => Self::File(fault),
            Refusal::Stopped => Self::PutOff,
        }
    }
}

/// Turns pages into pixels; holds the fonts, so make one and keep it.
pub struct Renderer {
    options: Options<'static>,
    borrowed: RefCell<Borrowed>,
}

impl Renderer {
    /// With the bundled fonts only: a page looks the same on every machine.
    #[must_use]
    pub fn new() -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        let fonts = options.fontdb_mut();
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(REGULAR)));
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(BOLD)));
        Self { options, borrowed: RefCell::default() }
    }

    /// Reads a document; for measuring what it draws.
    pub fn tree(&self, svg: &str) -> Result<Tree, PictureError> {
        Tree::from_str(svg, &self.options).map_err(|error| PictureError::Svg(error.to_string()))
    }

    /// Draws the page `key` names.
    pub fn render(&self, pack: &Pack, key: &PictureKey) -> Result<Picture, PictureError> {
        self.render_while(pack, key, &mut || true)
    }

    /// Draws the page `key` names as long as `go_on`; only pages of PDF files can take long enough to be asked.
    pub fn render_while(&self, pack: &Pack, key: &PictureKey, go_on: &mut GoOn<'_>) -> Result<Picture, PictureError> {
        let size = (key.width, key.height);
        if let Some((file, source)) = pack.borrowed(&key.base) {
            let bytes = usize::try_from(u64::from(key.width) * u64::from(key.height) * 4).unwrap_or(usize::MAX);
            if !(1..=LARGEST).contains(&bytes) {
                return Err(PictureError::Size(key.width, key.height));
            }
            let rgba = self.borrowed.borrow_mut().draw(&file, source, size, go_on)?;
            return Ok(Picture { width: key.width, height: key.height, rgba });
        }
        let tree = self.tree(&pack.svg(&key.base, key.module, size))?;
        let mut pixels = Pixmap::new(key.width, key.height).ok_or(PictureError::Size(key.width, key.height))?;
        pixels.fill(Color::BLACK);
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        // Opaque pixels are the same premultiplied or not.
        Ok(Picture { width: key.width, height: key.height, rgba: pixels.take() })
    }
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Group, Node, Text};

    use super::*;
    use crate::engine::{scene::Base, session::Module};
    use crate::{
        pack::{self, sample},
        typeset::{
            font::{Fonts, Weight},
            geometry::{Measures, SAFE},
        },
    };

    const SIZES: [(u32, u32); 6] = [(800, 600), (1024, 768), (1366, 768), (1280, 800), (1920, 1080), (768, 1024)];

    fn texts(group: &Group, found: &mut Vec<Text>) {
        for node in group.children() {
            match node {
                Node::Group(group) => texts(group, found),
                Node::Text(text) => found.push((**text).clone()),
                _ => {}
            }
        }
    }

    fn words(text: &Text) -> String {
        text.chunks().iter().map(resvg::usvg::TextChunk::text).collect()
    }

    #[test]
    fn every_page_at_every_size_is_drawn_with_its_words_inside_the_safe_margin() {
        let dir = sample::pack();
        let pack = pack::load(dir.path());
        let renderer = Renderer::new();
        for (name, base, module) in pack.gallery().into_iter().chain([
            ("black".to_owned(), Base::Black, Module::M1),
            ("soon".to_owned(), Base::Waiting { title: "Uji & coba <1>".to_owned(), start: None }, Module::M6),
        ]) {
            for size in SIZES {
                let tree = renderer.tree(&pack.svg(&base, module, size)).unwrap();
                assert_eq!((tree.size().width() as u32, tree.size().height() as u32), size);
                let mut found = Vec::new();
                texts(tree.root(), &mut found);
                for text in found {
                    let ink = text.flattened().abs_bounding_box();
                    let m = Measures::new(size);
                    // Round letters reach a hair beyond the line they stand on.
                    let (x, y) = (m.w * SAFE - m.base * 0.004, m.h * SAFE - m.base * 0.004);
                    let inside = ink.left() >= x && ink.top() >= y && ink.right() <= m.w - x && ink.bottom() <= m.h - y;
                    assert!(inside, "{name} at {size:?}: “{}” at {ink:?}", words(&text));
                }
            }
        }
    }

    #[test]
    fn drawn_width_is_measured_width() {
        let (renderer, fonts) = (Renderer::new(), Fonts::new());
        for (text, weight) in [
            ("Menjadi Orang Tua yang Lebih Baik", Weight::Bold),
            ("AVATAR Yaya, Tofik – “ayah”, 09.00?", Weight::Regular),
            ("Kesejahteraan", Weight::Bold),
        ] {
            let number = if weight == Weight::Bold { 700 } else { 400 };
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="0" y="100" font-family="{FAMILY}" font-size="96" font-weight="{number}">{text}</text></svg>"#
            );
            let tree = renderer.tree(&svg).unwrap();
            let mut found = Vec::new();
            texts(tree.root(), &mut found);
            // The bounding box of text is its advance, not its ink.
            let drawn = found[0].bounding_box().width();
            let measured = fonts.width(text, weight, 96.0);
            assert!((drawn - measured).abs() < 1.0, "{text}: drawn {drawn}, measured {measured}");
        }
    }

    #[test]
    fn pixels_are_opaque_and_show_the_page() {
        let dir = sample::pack();
        let pack = pack::load(dir.path());
        let key = PictureKey {
            base: Base::Page("m1-s1".into(), "message".into()),
            module: Module::M1,
            width: 320,
            height: 240,
        };
        let renderer = Renderer::new();
        let picture = renderer.render(&pack, &key).unwrap();
        assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255));
        let colours: std::collections::HashSet<&[u8]> = picture.rgba.chunks(4).collect();
        assert!(colours.len() > 20);
        assert!(matches!(renderer.render(&pack, &PictureKey { width: 0, ..key }), Err(PictureError::Size(0, 240))));
    }
}
