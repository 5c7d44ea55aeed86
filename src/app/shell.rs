//! Around eframe's event loop: keys of either window are taken before egui sees them, and monitors are watched without a pass.

use std::sync::{Arc, Mutex};

use eframe::{EframeWinitApplication, UserEvent};
use egui::ViewportId;
use winit::{
    application::ApplicationHandler,
    event::{ElementState, KeyEvent, StartCause, WindowEvent},
    event_loop::{ActiveEventLoop, ControlFlow},
    keyboard::{Key, ModifiersState},
    monitor::MonitorHandle,
    window::WindowId,
};

use super::{
    core::Press,
    monitors::{Seen, choose},
    shared::{ContextSlot, Shared, StagePlace, lock, stage_id},
    tour::Tour,
};
use crate::{
    clock,
    platform::{self, Monitors},
    ui::keymap::Chord,
};

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
    live: Monitors,
    next_poll: u64,
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
        Self { inner, shared, ctx, tour, modifiers: ModifiersState::empty(), live: Monitors::default(), next_poll: 0 }
    }

    /// True when the key was ours; it is not passed on then.
    fn key(&self, event: &KeyEvent) -> bool {
        if event.state != ElementState::Pressed {
            return false;
        }
        let Some(press) = press(event, self.modifiers) else { return false };
        let Some(ctx) = self.ctx.get() else { return false };
        let mut shared = lock(&self.shared);
        let typing = shared.typing;
        let taken = shared.core.key(press, typing);
        if taken {
            shared.after_change(ctx);
        }
        taken
    }

    fn poll(&mut self, event_loop: &ActiveEventLoop) {
        let Some(ctx) = self.ctx.get().cloned() else { return };
        let mut shared = lock(&self.shared);
        let mono = shared.core.clock.mono();
        let mut wait = POLL;
        if mono >= self.next_poll {
            if let Some(due) = shared.turn(&ctx) {
                wait = wait.min(due.max(1));
            }
            let before = shared.stage_monitor;
            watch_monitors(event_loop, &ctx, &mut shared, &mut self.live);
            if shared.stage_monitor != before {
                ctx.request_repaint_of(ViewportId::ROOT);
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
}

fn watch_monitors(event_loop: &ActiveEventLoop, ctx: &egui::Context, shared: &mut Shared, live: &mut Monitors) {
    let monitors: Vec<MonitorHandle> = event_loop.available_monitors().collect();
    let listed: Vec<Seen> = monitors.iter().map(seen).collect();
    let seen: Vec<Seen> = live.on().map_or_else(
        || listed.clone(),
        |on| on.into_iter().map(|(name, size, position)| Seen { name, size, position }).collect(),
    );
    let corner = ctx.input_for(ViewportId::ROOT, |input| input.viewport().outer_rect).map(|rect| rect.center());
    let scale = ctx.input_for(ViewportId::ROOT, egui::InputState::pixels_per_point);
    let console = corner
        .and_then(|at| {
            let (x, y) = ((at.x * scale) as i32, (at.y * scale) as i32);
            seen.iter().position(|monitor| {
                x >= monitor.position.0
                    && y >= monitor.position.1
                    && x < monitor.position.0 + monitor.size.0 as i32
                    && y < monitor.position.1 + monitor.size.1 as i32
            })
        })
        .unwrap_or(0);
    // winit knows the monitors of its own list by their place in it; one it has not noticed is known by where it lies.
    let chosen = choose(&seen, console, shared.core.remembered_projector()).and_then(|index| {
        let monitor = seen.get(index)?;
        let place = listed.iter().position(|other| other.name == monitor.name);
        Some(place.map_or(StagePlace::At(monitor.position, monitor.size), StagePlace::Listed))
    });
    shared.core.set_projector(chosen.is_some());
    if chosen.is_some() && chosen != shared.stage_monitor && shared.core.live().is_some() {
        ctx.request_repaint_of(stage_id());
    }
    shared.stage_monitor = chosen;
}

pub(super) fn seen(monitor: &MonitorHandle) -> Seen {
    let (size, position) = (monitor.size(), monitor.position());
    Seen {
        name: monitor.name().unwrap_or_default(),
        size: (size.width, size.height),
        position: (position.x, position.y),
    }
}

/// A key of the window system in egui's names; `None` = one we have no name for.
fn press(event: &KeyEvent, modifiers: ModifiersState) -> Option<Press> {
    let name = match &event.logical_key {
        Key::Named(named) => format!("{named:?}"),
        Key::Character(text) => text.to_uppercase(),
        Key::Unidentified(_) | Key::Dead(_) => return None,
    };
    let key = egui::Key::from_name(&name)?;
    if platform::foreign(modifiers) {
        return None;
    }
    Some(Press { chord: Chord { key, ctrl: platform::shortcut(modifiers) }, repeat: event.repeat })
}

impl ApplicationHandler<UserEvent> for Shell<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
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
        if let WindowEvent::KeyboardInput { event, is_synthetic: false, .. } = &event
            && self.key(event)
        {
            return;
        }
        self.inner.window_event(event_loop, window, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
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
