//! Around eframe's event loop: keys of either window are taken before egui sees them, and monitors are watched without a pass.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use eframe::{EframeWinitApplication, UserEvent};
use egui::ViewportId;
use winit::{
    application::ApplicationHandler,
    event::{ElementState, KeyEvent, StartCause, WindowEvent},
    event_loop::{ActiveEventLoop, ControlFlow},
    keyboard::{ModifiersState, PhysicalKey},
    window::WindowId,
};

use super::{
    keyboard,
    screens::Screens,
    shared::{ContextSlot, Shared, lock},
    tour::Tour,
};
use crate::clock;

/// How often monitors and the meeting's clock are looked at, ms. No pass is made for it.
const POLL: u64 = 500;

/// The event loop's outer application.
pub(super) struct Shell<'a> {
    /// eframe's own.
    pub inner: EframeWinitApplication<'a>,
    /// Shared with both windows.
    pub shared: Arc<Mutex<Shared>>,
    /// egui's context once it exists.
    pub ctx: ContextSlot,
    /// The program driving itself.
    pub tour: Option<Tour>,
    modifiers: ModifiersState,
    /// What happened to the console while the stage goes first: each would cost a pass of a window that nobody sees yet.
    early: Vec<WindowEvent>,
    /// Keys of ours that are down.
    held: HashSet<PhysicalKey>,
    screens: Screens,
    next_poll: u64,
    /// The console's window: the first there is.
    root: Option<WindowId>,
    /// The stage's window, and whether it was looked after.
    stage: Option<(WindowId, bool)>,
}

impl<'a> Shell<'a> {
    /// Around eframe's application.
    #[must_use]
    pub(super) fn new(
        inner: EframeWinitApplication<'a>,
        shared: Arc<Mutex<Shared>>,
        ctx: ContextSlot,
        tour: Option<Tour>,
    ) -> Self {
        let screens = Screens::new(&ctx);
        Self {
            inner,
            shared,
            ctx,
            tour,
            modifiers: ModifiersState::empty(),
            early: Vec::new(),
            held: HashSet::new(),
            screens,
            next_poll: 0,
            root: None,
            stage: None,
        }
    }

    /// True when the key was ours; neither its press nor its release is passed on then: egui would make passes for nothing.
    fn key(&mut self, event: &KeyEvent) -> bool {
        if event.state != ElementState::Pressed {
            return self.held.remove(&event.physical_key);
        }
        let Some(press) = keyboard::press(event, self.modifiers) else { return false };
        let Some(ctx) = self.ctx.get() else { return false };
        let mut shared = lock(&self.shared);
        let focus = shared.focus;
        let taken = shared.core.key(press, focus);
        if taken {
            self.held.insert(event.physical_key);
            shared.after_change(ctx);
        }
        taken
    }

    fn poll(&mut self, event_loop: &ActiveEventLoop) {
        let Some(ctx) = self.ctx.get().cloned() else { return };
        let mut shared = lock(&self.shared);
        let mono = shared.core.clock.mono();
        let mut wait = POLL;
        let asked = std::mem::take(&mut shared.for_screens);
        if mono >= self.next_poll || self.screens.news() || !asked.is_empty() {
            let (due, news) = shared.turn(&ctx);
            wait = wait.min(due.unwrap_or(wait).max(1));
            if news {
                ctx.request_repaint_of(ViewportId::ROOT);
            }
            for effect in asked {
                self.screens.carry_out(effect, &ctx, &mut shared);
            }
            if let (Some((window, seen @ false)), Some(place)) = (&mut self.stage, shared.stage_place) {
                *seen = true;
                self.screens.stage_opened(u64::from(*window), place);
            }
            if let Some(soon) = self.screens.look(event_loop, &ctx, &mut shared) {
                wait = wait.min(soon);
            }
            if let Some(tour) = &mut self.tour {
                wait = wait.min(tour.step(&mut shared, &ctx));
            }
            self.next_poll = mono + wait;
        }
        let at = clock::in_ms(self.next_poll.saturating_sub(mono));
        let sooner = match event_loop.control_flow() {
            ControlFlow::Poll => return,
            ControlFlow::Wait => true,
            ControlFlow::WaitUntil(until) => at < until,
        };
        if sooner {
            event_loop.set_control_flow(ControlFlow::WaitUntil(at));
        }
    }

    fn micros(&self) -> i64 {
        lock(&self.shared).core.clock.micros()
    }
}

/// What a window is told while it opens, which it may as well hear a moment later.
fn can_wait(event: &WindowEvent) -> bool {
    matches!(
        event,
        WindowEvent::Resized(_)
            | WindowEvent::Moved(_)
            | WindowEvent::Focused(_)
            | WindowEvent::Occluded(_)
            | WindowEvent::Ime(_)
            | WindowEvent::ModifiersChanged(_)
            | WindowEvent::CursorEntered { .. }
            | WindowEvent::CursorMoved { .. }
    )
}

impl ApplicationHandler<UserEvent> for Shell<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        // Where the stage goes is looked up before the first pass, so that the first pass opens it. No window is there to be woken yet.
        self.screens.look(event_loop, &egui::Context::default(), &mut lock(&self.shared));
        self.inner.resumed(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.suspended(event_loop);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.inner.new_events(event_loop, cause);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.inner.user_event(event_loop, event);
    }

    fn device_event(
        &mut self,
        event_loop: &ActiveEventLoop,
        device: winit::event::DeviceId,
        event: winit::event::DeviceEvent,
    ) {
        self.inner.device_event(event_loop, device, event);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        if let WindowEvent::ModifiersChanged(modifiers) = &event {
            self.modifiers = modifiers.state();
        }
        if *self.root.get_or_insert(window) != window && self.stage.is_none_or(|(stage, _)| stage != window) {
            self.stage = Some((window, false));
        }
        if let WindowEvent::KeyboardInput { event, is_synthetic: false, .. } = &event
            && self.key(event)
        {
            return;
        }
        if self.root == Some(window) && can_wait(&event) && lock(&self.shared).stage_goes_first().is_some() {
            self.early.push(event);
            return;
        }
        lock(&self.shared).console_in_hand = self.root == Some(window);
        let console_pass = self.root == Some(window) && matches!(event, WindowEvent::RedrawRequested);
        let began = console_pass.then(|| self.micros());
        self.inner.window_event(event_loop, window, event);
        if let Some(began) = began {
            lock(&self.shared).console_pass = Duration::from_micros((self.micros() - began).max(0).unsigned_abs());
        }
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        if let (Some(root), false) = (self.root, self.early.is_empty())
            && lock(&self.shared).stage_goes_first().is_none()
        {
            for event in std::mem::take(&mut self.early) {
                self.inner.window_event(event_loop, root, event);
            }
        }
        self.inner.about_to_wait(event_loop);
        self.poll(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.memory_warning(event_loop);
    }
}
