//! The two windows: the console as eframe's root, the stage as a deferred viewport that repaints by itself.

use std::sync::{Arc, Mutex};

use eframe::Frame;
use egui::{Color32, Ui, ViewportBuilder, ViewportCommand};

use super::{
    clips::preview_every,
    core::Focus,
    shared::{Shared, StagePlace, lock, stage_id},
    wheel,
};
use crate::{
    engine::time::Ms,
    text::app as text,
    ui::{console, stage::projector_ui, theme, view::Face},
};

/// The console window's builder.
#[must_use]
pub(super) fn console_builder() -> ViewportBuilder {
    ViewportBuilder::default()
        .with_title(text::TITLE)
        .with_app_id("lembar")
        // None, rather than eframe's, which is read at every start and kept.
        .with_icon(egui::IconData::default())
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size(console::SMALLEST)
}

/// eframe's view of the program.
pub(super) struct Windows {
    shared: Arc<Mutex<Shared>>,
    maximized: bool,
    /// The console's window is without a frame, for the room.
    full_screen: bool,
    /// The keyboard was asked for since it was last needed and elsewhere.
    keyboard_asked: bool,
}

impl Windows {
    /// Over what is shared; sets fonts and look.
    #[must_use]
    pub(super) fn new(shared: Arc<Mutex<Shared>>, ctx: &egui::Context) -> Self {
        theme::install_fonts(ctx);
        lock(&shared).apply_theme(ctx);
        Self { shared, maximized: false, full_screen: false, keyboard_asked: false }
    }

    /// Keys of the table work in either window, but what is typed into a panel has to reach the console. Asked for once, because a window
    /// system may refuse.
    fn fetch_keyboard(&mut self, ctx: &egui::Context, shared: &Shared) {
        let needed = shared.focus == Focus::Text || shared.core.needs_console_keyboard();
        let on_stage =
            shared.stage_shown() && ctx.input_for(stage_id(), |input| input.viewport().focused == Some(true));
        if needed && on_stage && !self.keyboard_asked {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
        self.keyboard_asked = needed && on_stage;
    }

    /// The page for the room fills the laptop's screen, without a title bar.
    fn face(&mut self, ctx: &egui::Context, shared: &mut Shared) {
        let face = shared.core.face();
        if (face == Face::Console) == self.full_screen {
            self.full_screen = face != Face::Console;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(self.full_screen));
        }
        if face == Face::Room && !shared.stage_shown() {
            let page = console::room::page_rect(ctx.content_rect()).size() * ctx.pixels_per_point();
            shared.fit_stage((page.x.round() as u32, page.y.round() as u32));
        }
    }

    fn show_stage(&self, ctx: &egui::Context, shared: &mut Shared) {
        let mut builder = ViewportBuilder::default()
            .with_title(text::STAGE_TITLE)
            .with_app_id("lembar-stage")
            .with_decorations(false)
            .with_taskbar(false)
            .with_active(false);
        match (shared.stage_place, shared.windowed_stage) {
            // By index in the window system's order; made again, not moved, when the projector comes back.
            // The size spares it a first picture at another one.
            (Some(StagePlace { listed: Some(monitor), size, .. }), _) => {
                let scale = ctx.pixels_per_point();
                builder = builder.with_monitor(monitor).with_inner_size([size.0 as f32 / scale, size.1 as f32 / scale]);
            }
            // Asked to be full screen it would go to a monitor winit knows: over the console. As large as the monitor it fills it too.
            (Some(StagePlace { listed: None, corner, size }), _) => {
                let scale = ctx.pixels_per_point();
                builder = builder
                    .with_position([corner.0 as f32 / scale, corner.1 as f32 / scale])
                    .with_inner_size([size.0 as f32 / scale, size.1 as f32 / scale]);
            }
            (None, Some((width, height))) => builder = builder.with_inner_size([width, height]),
            (None, None) => return,
        }
        if std::mem::take(&mut shared.raise_stage) {
            ctx.send_viewport_cmd_to(stage_id(), ViewportCommand::Focus);
        }
        let shared = Arc::clone(&self.shared);
        ctx.show_viewport_deferred(stage_id(), builder, move |ui, _| stage_pass(ui, &shared));
    }
}

impl eframe::App for Windows {
    fn logic(&mut self, ctx: &egui::Context, _: &mut Frame) {
        let mut shared = lock(&self.shared);
        // Whatever is new is drawn in this very pass.
        if let (Some(ms), _) = shared.turn(ctx) {
            ctx.request_repaint_after(std::time::Duration::from_millis(ms.max(1)));
        }
        shared.take_pictures(ctx);
        shared.prefetch();
        shared.apply_theme(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut Frame) {
        let ctx = ui.ctx().clone();
        if !self.maximized {
            // Asked for before the window is shown, some window managers forget it.
            self.maximized = true;
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        let all = Arc::clone(&self.shared);
        let mut guard = lock(&all);
        let shared = &mut *guard;
        if let Some(left) = shared.stage_goes_first() {
            self.show_stage(&ctx, shared);
            ctx.request_repaint_after(left);
            return;
        }
        let mut intents = Vec::new();
        // The stage paces the clip; without one the console does.
        let clip = if shared.stage_shown() { None } else { shared.advance_clip(&ctx) };
        if let Some(after) = clip.or_else(|| shared.core.clip_runs().then(|| preview_every(shared.console_pass))) {
            ctx.request_repaint_after(after);
        }
        let offer = shared.core.resume_offer();
        let mut drafts = std::mem::take(&mut shared.core.drafts);
        let next = console::console_ui(ui, &shared.core.view(offer), &mut drafts, &mut shared.textures, &mut intents);
        shared.core.drafts = drafts;
        self.face(&ctx, shared);
        shared.focus = match ctx.memory(|memory| memory.focused().is_some()) {
            true if ctx.text_edit_focused() => Focus::Text,
            true => Focus::Control,
            false => Focus::Nothing,
        };
        if let Some(after) = next {
            ctx.request_repaint_after(after);
        }
        if !intents.is_empty() {
            shared.apply(&ctx, intents);
        }
        shared.send_wishes();
        if shared.core.wall().is_some() {
            self.show_stage(&ctx, shared);
            self.fetch_keyboard(&ctx, shared);
        }
    }

    fn raw_input_hook(&mut self, _: &egui::Context, input: &mut egui::RawInput) {
        wheel::at_once(&mut input.events);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        let shared = lock(&self.shared);
        let screens = shared.console_in_hand && shared.core.face() == Face::Console;
        // Black under everything the room sees: whatever is late, the wall never flashes.
        let ground = if screens { visuals.panel_fill } else { Color32::BLACK };
        ground.to_normalized_gamma_f32()
    }
}

/// One pass of the stage. Nothing but the page, and no cursor.
fn stage_pass(ui: &mut Ui, shared: &Mutex<Shared>) {
    let ctx = ui.ctx().clone();
    let mut guard = lock(shared);
    let shared = &mut *guard;
    shared.take_pictures(&ctx);
    let rect = ctx.content_rect();
    let scale = ctx.pixels_per_point();
    let size = ((rect.width() * scale).round() as u32, (rect.height() * scale).round() as u32);
    shared.fit_stage(size);
    let Some(wall) = shared.core.wall() else { return };
    let clip = shared.advance_clip(&ctx);
    let at = shared.core.meeting_now().map_or(Ms::ZERO, |now| now.at);
    let next = projector_ui(ui, &wall, &mut shared.textures, &mut shared.stage_last, at);
    shared.send_wishes();
    shared.stage_painted(size);
    for after in [next, clip].into_iter().flatten() {
        ctx.request_repaint_after(after);
    }
}
