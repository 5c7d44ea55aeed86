//! Pictures as textures: looks one up, wishes for it when it is missing, paints the last good one meanwhile. Makes no pictures.

use std::{any::Any, collections::HashMap, sync::Arc};

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Ui, Vec2, vec2};

use crate::engine::{
    ids::PageId,
    scene::{Base, PictureKey},
    session::Module,
};

/// Pixels kept, bytes; the least recently used go first. Without a graphics card textures are ordinary memory.
const KEEP_BYTES: usize = 16 * 1024 * 1024;
/// But always as many as this of the largest size: the page shown, its neighbours and what may cover them.
const KEEP_LARGE: usize = 5;
/// Small pictures of photos kept: all a meeting can have.
const KEEP_PHOTOS: usize = 64;

/// All textures of both windows.
#[derive(Default)]
pub struct Textures {
    ready: HashMap<PictureKey, (TextureHandle, u64)>,
    wishes: Vec<PictureKey>,
    turn: u64,
    clip: Option<ClipPicture>,
    /// Small pictures of a meeting's photos, by file.
    photos: HashMap<String, TextureHandle>,
}

/// What a clip shows now.
pub struct ClipPicture {
    /// Its page.
    pub page: PageId,
    /// The picture, in its own shape.
    pub picture: Moving,
    /// Words at the bottom.
    pub subtitle: Option<String>,
}

/// A picture that changes while it is shown.
#[derive(Clone)]
pub enum Moving {
    /// Drawn by egui.
    Texture(TextureHandle),
    /// Copied into the window by the renderer.
    Canvas {
        /// Pixels.
        size: (u32, u32),
        /// What the renderer is handed in an [`egui::PaintCallback`].
        paint: Arc<dyn Any + Send + Sync>,
    },
}

impl Moving {
    /// Pixels.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        match self {
            Self::Texture(texture) => texture.size_vec2(),
            Self::Canvas { size, .. } => vec2(size.0 as f32, size.1 as f32),
        }
    }
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

    /// A small picture of a photo; made once.
    pub fn photo(&mut self, ui: &Ui, file: &str, size: [usize; 2], rgb: &[u8]) -> Option<TextureHandle> {
        if size.contains(&0) || rgb.len() != size[0] * size[1] * 3 {
            return None;
        }
        if self.photos.len() >= KEEP_PHOTOS && !self.photos.contains_key(file) {
            self.photos.clear();
        }
        let made = self
            .photos
            .entry(file.to_owned())
            .or_insert_with(|| ui.ctx().load_texture(file, ColorImage::from_rgb(size, rgb), TextureOptions::LINEAR));
        Some(made.clone())
    }

    /// Other photos lie under the same names now.
    pub fn forget_photos(&mut self) {
        self.photos.clear();
    }

    /// What the clip of this page shows now.
    #[must_use]
    pub fn clip(&self, page: &PageId) -> Option<&ClipPicture> {
        self.clip.as_ref().filter(|clip| clip.page == *page)
    }

    /// What the clip of a page shows from now on.
    pub fn set_clip(&mut self, page: &PageId, picture: Moving) {
        match self.clip.as_mut().filter(|clip| clip.page == *page) {
            Some(clip) => clip.picture = picture,
            None => self.clip = Some(ClipPicture { page: page.clone(), picture, subtitle: None }),
        }
    }

    /// The clip's words now.
    pub fn set_subtitle(&mut self, words: Option<&str>) {
        if let Some(clip) = &mut self.clip
            && clip.subtitle.as_deref() != words
        {
            clip.subtitle = words.map(str::to_owned);
        }
    }

    /// The clip is put away.
    pub fn forget_clip(&mut self) {
        self.clip = None;
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

    /// True when exactly this picture is there; it counts as used, so that what is needed next is not thrown out for what is seen now.
    #[must_use]
    pub fn keep(&mut self, key: &PictureKey) -> bool {
        self.turn += 1;
        self.ready.get_mut(key).map(|(_, used)| *used = self.turn).is_some()
    }

    /// Asks for a picture, e.g. a neighbour that may be shown soon.
    pub fn wish(&mut self, key: PictureKey) {
        if !self.ready.contains_key(&key) && !self.wishes.contains(&key) {
            self.wishes.push(key);
        }
    }

    /// Lets go of pictures that are no longer right.
    pub fn forget(&mut self, wrong: impl Fn(&Base) -> bool) {
        self.ready.retain(|key, _| !wrong(&key.base));
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
        // Opaque, so premultiplied or not is the same, and this way is quicker.
        let image = ColorImage::from_rgba_premultiplied(size, rgba);
        // The page is drawn at exactly the size shown: NEAREST keeps it sharp and is cheaper on a CPU renderer.
        let texture = ctx.load_texture("page", image, TextureOptions::NEAREST);
        self.turn += 1;
        self.ready.insert(key, (texture, self.turn));
        self.make_room();
    }

    fn make_room(&mut self) {
        let largest = self.ready.keys().map(bytes).max().unwrap_or_default();
        let room = KEEP_BYTES.max(KEEP_LARGE * largest);
        let mut kept: usize = self.ready.keys().map(bytes).sum();
        while kept > room {
            let oldest = self.ready.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone());
            let Some(key) = oldest else { return };
            self.ready.remove(&key);
            kept -= bytes(&key);
        }
    }
}

/// Memory of a picture's pixels.
fn bytes(key: &PictureKey) -> usize {
    key.width as usize * key.height as usize * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: usize, width: u32, height: u32) -> PictureKey {
        PictureKey {
            base: Base::Page("m1-s1".into(), id.to_string().as_str().into()),
            module: Module::M1,
            width,
            height,
        }
    }

    #[test]
    fn photos_of_other_data_are_not_those_of_before() {
        let ctx = egui::Context::default();
        let mut textures = Textures::default();
        drop(ctx.run_ui(egui::RawInput::default(), |ui| {
            let first = textures.photo(ui, "3/1.jpg", [1, 1], &[0; 3]).unwrap();
            assert_eq!(textures.photo(ui, "3/1.jpg", [1, 1], &[0; 3]).unwrap().id(), first.id(), "made once");
            textures.forget_photos();
            assert_ne!(textures.photo(ui, "3/1.jpg", [1, 1], &[9; 3]).unwrap().id(), first.id());
        }));
    }

    #[test]
    fn what_was_not_used_for_longest_makes_room() {
        let ctx = egui::Context::default();
        let mut textures = Textures::default();
        let keys: Vec<PictureKey> = (0..8).map(|id| key(id, 1024, 768)).collect();
        let room = KEEP_BYTES / bytes(&keys[0]);
        assert!((KEEP_LARGE..keys.len()).contains(&room));
        for key in &keys[..room] {
            textures.insert(&ctx, key.clone(), &vec![255; bytes(key)]);
        }
        assert!(textures.keep(&keys[0]));
        textures.insert(&ctx, keys[room].clone(), &vec![255; bytes(&keys[room])]);
        assert!(textures.keep(&keys[0]) && textures.keep(&keys[room]));
        assert!(!textures.keep(&keys[1]), "used longest ago");
        // A large projector gets its neighbours whatever they weigh.
        let large: Vec<PictureKey> = (0..=KEEP_LARGE).map(|id| key(id, 1920, 1080)).collect();
        for key in &large {
            textures.insert(&ctx, key.clone(), &vec![255; bytes(key)]);
        }
        assert!(large[1..].iter().all(|key| textures.keep(key)) && !textures.keep(&large[0]));
    }
}
