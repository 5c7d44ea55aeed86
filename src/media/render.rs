//! One page to pixels, now and here. The worker that does it off the UI thread lives in `pictures`.

use std::sync::Arc;

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::{
    pack::Pack,
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

/// Why a page could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing is no SVG.
    #[error("the page's drawing cannot be read: {0}")]
    Svg(String),
    /// The size is zero or larger than memory allows.
    #[error("no picture of {0} × {1} pixels")]
    Size(u32, u32),
}

/// Turns pages into pixels; holds the fonts, so make one and keep it.
pub struct Renderer {
    options: Options<'static>,
}

impl Renderer {
    /// With the bundled fonts only: a page looks the same on every machine.
    #[must_use]
    pub fn new() -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        let fonts = options.fontdb_mut();
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(REGULAR)));
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(BOLD)));
        Self { options }
    }

    /// Reads a document; for measuring what it draws.
    pub fn tree(&self, svg: &str) -> Result<Tree, PictureError> {
        Tree::from_str(svg, &self.options).map_err(|error| PictureError::Svg(error.to_string()))
    }

    /// Draws the page `key` names.
    pub fn render(&self, pack: &Pack, key: &PictureKey) -> Result<Picture, PictureError> {
        let size = (key.width, key.height);
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

/// Draws one page; for tests and tools. Whoever draws many keeps a [`Renderer`].
pub fn render(pack: &Pack, key: &PictureKey) -> Result<Picture, PictureError> {
    Renderer::new().render(pack, key)
}
