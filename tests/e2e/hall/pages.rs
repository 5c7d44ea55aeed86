//! What a page looks like at a size, drawn by the test itself from the content, so that the projector can be held against it.

use std::{collections::HashMap, path::Path};

use image::RgbImage;
use lembar::{
    engine::scene::{Base, PictureKey, stage_scene},
    media::pictures::Renderer,
    pack::{self, Pack},
};

use crate::rig::journal;

/// Draws pages and keeps them.
pub(crate) struct Pages {
    pack: Pack,
    renderer: Renderer,
    drawn: HashMap<PictureKey, RgbImage>,
}

impl Pages {
    /// Of the content that the program itself opens.
    pub(crate) fn new() -> Self {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        Self { pack: pack::load(&content), renderer: Renderer::new(), drawn: HashMap::new() }
    }

    /// What the newest meeting in `data` shows the room, `size` pixels large; `None` while there is no meeting.
    pub(crate) fn shown(&mut self, data: &Path, size: (u32, u32)) -> Option<&RgbImage> {
        let scene = stage_scene(&journal::state(data)?);
        let key = PictureKey { base: scene.base, module: scene.module, width: size.0, height: size.1 };
        assert!(!matches!(key.base, Base::Black | Base::White), "these are no pictures");
        let (pack, renderer) = (&self.pack, &self.renderer);
        Some(self.drawn.entry(key).or_insert_with_key(|key| {
            let picture = renderer.render(pack, key).expect("a page of the content can be drawn");
            let rgb = picture.rgba.as_chunks::<4>().0.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
            RgbImage::from_raw(key.width, key.height, rgb.collect()).expect("as many pixels as asked for")
        }))
    }
}
