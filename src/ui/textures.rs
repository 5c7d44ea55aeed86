//! Pictures as textures: looks one up, wishes for it when it is missing, paints the last good one meanwhile. Makes no pictures.

use std::collections::HashMap;

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Ui};

use crate::engine::{
    scene::{Base, PictureKey},
    session::Module,
};

/// Textures kept at most; the least recently shown go first.
const KEEP: usize = 96;

/// All textures of both windows.
#[derive(Default)]
pub struct Textures {
    ready: HashMap<PictureKey, (TextureHandle, u64)>,
    wishes: Vec<PictureKey>,
    turn: u64,
}

impl Textures {
    /// Paints `base` into `rect` (pixel-exact when the texture is there). Missing: wishes for it and paints the same base at another size
    /// if there is one, else leaves the rectangle as it is and returns false, so that the caller can keep the last good picture.
    pub fn paint(&mut self, ui: &Ui, rect: Rect, base: &Base, module: Module) -> bool {
        let scale = ui.ctx().pixels_per_point();
        let size = ((rect.width() * scale).round() as u32, (rect.height() * scale).round() as u32);
        match base {
            Base::Black => {
                ui.painter().rect_filled(rect, 0.0, Color32::BLACK);
                return true;
            }
            Base::White => {
                ui.painter().rect_filled(rect, 0.0, Color32::WHITE);
                return true;
            }
            _ => {}
        }
        let key = PictureKey { base: base.clone(), module, width: size.0.max(1), height: size.1.max(1) };
        let Some(texture) = self.exact(key).or_else(|| self.similar(base, module)) else { return false };
        let uv = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, uv, Color32::WHITE);
        true
    }

    /// Exactly this picture; wishes for it when it is missing.
    pub fn exact(&mut self, key: PictureKey) -> Option<TextureHandle> {
        self.turn += 1;
        if let Some((texture, used)) = self.ready.get_mut(&key) {
            *used = self.turn;
            return Some(texture.clone());
        }
        self.wish(key);
        None
    }

    /// The largest picture of the same base at any size.
    #[must_use]
    pub fn similar(&self, base: &Base, module: Module) -> Option<TextureHandle> {
        let same = self.ready.iter().filter(|(key, _)| key.base == *base && key.module == module);
        same.max_by_key(|(key, _)| key.width).map(|(_, (texture, _))| texture.clone())
    }

    /// True when exactly this picture is there.
    #[must_use]
    pub fn has(&self, key: &PictureKey) -> bool {
        self.ready.contains_key(key)
    }

    /// Asks for a picture, e.g. a neighbour that may be shown soon.
    pub fn wish(&mut self, key: PictureKey) {
        if !self.ready.contains_key(&key) && !self.wishes.contains(&key) {
            self.wishes.push(key);
        }
    }

    /// What was wished for since the last call, oldest first.
    pub fn take_wishes(&mut self) -> Vec<PictureKey> {
        std::mem::take(&mut self.wishes)
    }

    /// A picture is there: `rgba` holds width × height × 4 bytes, not premultiplied, opaque.
    pub fn insert(&mut self, ctx: &egui::Context, key: PictureKey, rgba: &[u8]) {
        let size = [key.width as usize, key.height as usize];
        if rgba.len() != size[0] * size[1] * 4 {
            log::error!("a picture of {size:?} came with {} bytes", rgba.len());
            return;
        }
        let image = ColorImage::from_rgba_unmultiplied(size, rgba);
        // The page is drawn at exactly the size shown: NEAREST keeps it sharp and is cheaper on a CPU renderer.
        let texture = ctx.load_texture("page", image, TextureOptions::NEAREST);
        self.turn += 1;
        self.ready.insert(key, (texture, self.turn));
        while self.ready.len() > KEEP {
            let Some(oldest) = self.ready.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone()) else {
                break;
            };
            self.ready.remove(&oldest);
        }
    }
}
