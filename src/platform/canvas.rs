//! Moving pictures on OpenGL: pixels are copied into the window instead of being drawn. Nothing else in the program has `unsafe`, because
//! OpenGL has no safe interface; a renderer without it uses ordinary textures.
//!
//! Without a graphics card every drawn pixel costs a shader and a blend thirty times a second; a copy of equal size and kind costs a memcpy
//! in Mesa's llvmpipe (`util_try_blit_via_copy_region`), which is why the pixels are BGRA, the window's own order.
#![expect(
    unsafe_code,
    reason = "OpenGL's functions are unsafe to call; each call here passes only objects made in this file"
)]

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use eframe::{
    egui::PaintCallbackInfo,
    egui_glow::{CallbackFn, Painter},
    glow::{self, HasContext, PixelUnpackData},
};
/// OpenGL of this program, when it can copy.
#[derive(Clone)]
pub struct Canvases {
    gl: Arc<glow::Context>,
    all: Arc<All>,
}

#[derive(Default)]
struct All {
    /// The driver refused: ordinary textures from now on.
    refused: AtomicBool,
    /// Of canvases that are gone; deleted when OpenGL is at hand, which is only while a window is painted.
    gone: Mutex<Vec<Objects>>,
}

#[derive(Clone, Copy)]
struct Objects {
    texture: glow::Texture,
    framebuffer: glow::Framebuffer,
    size: (u32, u32),
}

/// One moving picture.
pub struct Canvas {
    canvases: Canvases,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    objects: Option<Objects>,
    /// Size and pixels that are not with OpenGL yet.
    fresh: Option<((u32, u32), Vec<u8>)>,
}

impl Canvases {
    /// `None` where pictures cannot be copied: framebuffers to copy from came with OpenGL 3, and OpenGL ES has no BGRA.
    #[must_use]
    pub fn new(gl: &Arc<glow::Context>) -> Option<Self> {
        let version = gl.version();
        (version.major >= 3 && !version.is_embedded).then(|| Self { gl: Arc::clone(gl), all: Arc::default() })
    }

    /// An empty one; `None` after the driver has refused.
    #[must_use]
    pub fn canvas(&self) -> Option<Arc<Canvas>> {
        let refused = self.all.refused.load(Ordering::Relaxed);
        (!refused).then(|| Arc::new(Canvas { canvases: self.clone(), inner: Mutex::default() }))
    }
}

impl Canvas {
    /// Shows this from the next painting on: rows from the top, blue, green, red and an unused byte for each pixel.
    pub fn set(&self, size: (u32, u32), bgra: Vec<u8>) {
        if bgra.len() == size.0 as usize * size.1 as usize * 4 && !bgra.is_empty() {
            lock(&self.inner).fresh = Some((size, bgra));
        }
    }

    /// True when it can be painted no more.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.canvases.all.refused.load(Ordering::Relaxed)
    }

    /// What egui calls to paint it into its rectangle.
    #[must_use]
    pub fn callback(self: &Arc<Self>) -> Arc<CallbackFn> {
        let canvas = Arc::clone(self);
        Arc::new(CallbackFn::new(move |info, painter| canvas.paint(&info, painter)))
    }

    fn paint(&self, info: &PaintCallbackInfo, painter: &Painter) {
        let gl = &*self.canvases.gl;
        let gone = std::mem::take(&mut *lock(&self.canvases.all.gone));
        for objects in gone {
            delete(gl, objects);
        }
        let mut inner = lock(&self.inner);
        if let Some((size, bgra)) = inner.fresh.take() {
            match upload(gl, inner.objects, size, &bgra) {
                Ok(objects) => inner.objects = Some(objects),
                Err(why) => {
                    log::warn!("pictures of clips are drawn, not copied: {why}");
                    self.canvases.all.refused.store(true, Ordering::Relaxed);
                }
            }
        }
        if let Some(objects) = inner.objects {
            copy(gl, objects, info, painter.intermediate_fbo());
        }
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        if let Some(objects) = lock(&self.inner).objects {
            lock(&self.canvases.all.gone).push(objects);
        }
    }
}

fn upload(gl: &glow::Context, old: Option<Objects>, size: (u32, u32), bgra: &[u8]) -> Result<Objects, String> {
    let objects = if let Some(objects) = old.filter(|objects| objects.size == size) {
        objects
    } else {
        if let Some(objects) = old {
            delete(gl, objects);
        }
        create(gl, size)?
    };
    // SAFETY: the texture is ours and has this size; `Canvas::set` has made sure that there are as many bytes.
    unsafe {
        gl.bind_texture(glow::TEXTURE_2D, Some(objects.texture));
        let (width, height) = (size.0 as i32, size.1 as i32);
        let pixels = PixelUnpackData::Slice(Some(bgra));
        gl.tex_sub_image_2d(glow::TEXTURE_2D, 0, 0, 0, width, height, glow::BGRA, glow::UNSIGNED_BYTE, pixels);
        gl.bind_texture(glow::TEXTURE_2D, None);
    }
    Ok(objects)
}

fn create(gl: &glow::Context, size: (u32, u32)) -> Result<Objects, String> {
    // SAFETY: only what is created here is used; the framebuffer that was bound for reading before is egui's own, which reads from none.
    unsafe {
        let texture = gl.create_texture()?;
        gl.bind_texture(glow::TEXTURE_2D, Some(texture));
        gl.tex_parameter_i32(glow::TEXTURE_2D, glow::TEXTURE_MIN_FILTER, glow::LINEAR as i32);
        gl.tex_parameter_i32(glow::TEXTURE_2D, glow::TEXTURE_MAG_FILTER, glow::LINEAR as i32);
        let (width, height) = (size.0 as i32, size.1 as i32);
        let nothing = PixelUnpackData::Slice(None);
        // Without a size the driver may keep the bytes in the order they come in; asked for RGBA8, Mesa would turn them round.
        let kind = glow::RGBA as i32;
        gl.tex_image_2d(glow::TEXTURE_2D, 0, kind, width, height, 0, glow::BGRA, glow::UNSIGNED_BYTE, nothing);
        gl.bind_texture(glow::TEXTURE_2D, None);
        let framebuffer = gl.create_framebuffer()?;
        gl.bind_framebuffer(glow::READ_FRAMEBUFFER, Some(framebuffer));
        gl.framebuffer_texture_2d(glow::READ_FRAMEBUFFER, glow::COLOR_ATTACHMENT0, glow::TEXTURE_2D, Some(texture), 0);
        let status = gl.check_framebuffer_status(glow::READ_FRAMEBUFFER);
        gl.bind_framebuffer(glow::READ_FRAMEBUFFER, None);
        let objects = Objects { texture, framebuffer, size };
        if status != glow::FRAMEBUFFER_COMPLETE {
            delete(gl, objects);
            return Err(format!("framebuffer status {status:#x}"));
        }
        Ok(objects)
    }
}

fn copy(gl: &glow::Context, objects: Objects, info: &PaintCallbackInfo, onto: Option<glow::Framebuffer>) {
    let (to, clip) = (info.viewport_in_pixels(), info.clip_rect_in_pixels());
    let whole = clip.left_px <= to.left_px
        && clip.from_bottom_px <= to.from_bottom_px
        && clip.left_px + clip.width_px >= to.left_px + to.width_px
        && clip.from_bottom_px + clip.height_px >= to.from_bottom_px + to.height_px;
    let (width, height) = (objects.size.0 as i32, objects.size.1 as i32);
    let exact = (width, height) == (to.width_px, to.height_px);
    // SAFETY: the framebuffer is ours and complete; egui restores what it needs after a callback, scissors included.
    unsafe {
        if whole {
            // A copy that nothing clips is the quick one.
            gl.disable(glow::SCISSOR_TEST);
        }
        gl.bind_framebuffer(glow::READ_FRAMEBUFFER, Some(objects.framebuffer));
        gl.bind_framebuffer(glow::DRAW_FRAMEBUFFER, onto);
        // Our first row is the top one, OpenGL's the lowest: upside down.
        gl.blit_framebuffer(
            0,
            height,
            width,
            0,
            to.left_px,
            to.from_bottom_px,
            to.left_px + to.width_px,
            to.from_bottom_px + to.height_px,
            glow::COLOR_BUFFER_BIT,
            if exact { glow::NEAREST } else { glow::LINEAR },
        );
        gl.bind_framebuffer(glow::READ_FRAMEBUFFER, onto);
    }
}

fn delete(gl: &glow::Context, objects: Objects) {
    // SAFETY: both were made in `create` and are named nowhere else any more.
    unsafe {
        gl.delete_framebuffer(objects.framebuffer);
        gl.delete_texture(objects.texture);
    }
}

/// A panic in one window must not take the other with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
