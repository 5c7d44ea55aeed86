//! Follows the monitors of the hall without a pass: where the stage goes, when it must vanish, swapping and extending.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

use egui::{Context, Pos2, ViewportCommand, ViewportId, pos2};
use winit::{event_loop::ActiveEventLoop, monitor::MonitorHandle};

use super::{
    core::Effect,
    monitors::{Identity, choose, displays, holding, home},
    shared::{ContextSlot, Shared, StagePlace},
};
use crate::{
    platform::{self, Monitor, MonitorWatch, Monitors},
    ui::view::{self, Use},
};

/// A stage that has to move vanishes for this long, ms: it is made again, never moved.
const REMAKE: u64 = 40;
/// A console on its way to another monitor is waited for this long, ms.
const MOVING: u64 = 1500;
/// Window managers put windows where they like for this long, ms, after monitors came or went.
const SETTLING: u64 = 1500;
/// Mirrored screens that were asked to part have this long, ms, before it is said that it failed.
const EXTENDING: u64 = 4000;

/// What is known of the screens, and what is under way with them.
pub(super) struct Screens {
    system: Monitors,
    watch: Option<MonitorWatch>,
    changed: Arc<AtomicBool>,
    monitors: Vec<Monitor>,
    console: usize,
    /// Where the console belongs unless screens were swapped: where it was when it was alone, else where it opened.
    home: Option<Identity>,
    /// Monitors came or went; until then, ms, the console is sent home from wherever it is put.
    settling: Option<u64>,
    /// The console is being moved to the monitor at this corner, until then, ms.
    moving: Option<((i32, i32), u64)>,
    extending: Option<u64>,
    extender: Option<JoinHandle<()>>,
}

impl Screens {
    /// Knows nothing yet; `ctx` is woken when the system tells of a change.
    pub(super) fn new(ctx: &ContextSlot) -> Self {
        let changed = Arc::new(AtomicBool::new(false));
        let (flag, ctx) = (Arc::clone(&changed), Arc::clone(ctx));
        let watch = MonitorWatch::start(move || {
            flag.store(true, Ordering::Release);
            if let Some(ctx) = ctx.get() {
                ctx.request_repaint();
            }
        });
        Self {
            system: Monitors::default(),
            watch: Some(watch),
            changed,
            monitors: Vec::new(),
            console: 0,
            home: None,
            settling: None,
            moving: None,
            extending: None,
            extender: None,
        }
    }

    /// True once after the system told of a change.
    pub(super) fn news(&self) -> bool {
        self.changed.swap(false, Ordering::AcqRel)
    }

    /// Looks at the monitors and lets the stage follow. Returns how soon to look again, ms, when something is under way.
    pub(super) fn look(&mut self, event_loop: &ActiveEventLoop, ctx: &Context, shared: &mut Shared) -> Option<u64> {
        let listed: Vec<Monitor> = event_loop.available_monitors().map(|monitor| listed(&monitor)).collect();
        let before = std::mem::replace(&mut self.monitors, self.system.on().unwrap_or_else(|| listed.clone()));
        let now = shared.core.clock.mono();
        let at = console_centre(ctx);
        self.console = at.and_then(|at| holding(&self.monitors, at.x as i32, at.y as i32)).unwrap_or(0);
        if self.moving.is_some_and(|(corner, until)| {
            now >= until || self.monitors.get(self.console).is_some_and(|home| home.position == corner)
        }) {
            self.moving = None;
        }
        self.say_when_extending_failed(shared, now);
        if self.monitors != before {
            self.settling = Some(now + SETTLING);
        }
        self.keep_home(at.is_some(), ctx, shared, now);
        let remembered = Identity::read(shared.core.remembered_projector());
        let chosen = choose(&self.monitors, self.console, remembered.as_ref());
        self.tell(shared, chosen);
        let place =
            chosen.filter(|_| self.moving.is_none()).and_then(|index| self.monitors.get(index)).map(|monitor| {
                // winit knows the monitors of its own list by their place in it; one it has not noticed is known by where it lies.
                let known = |other: &Monitor| {
                    (&other.name, other.size, other.position) == (&monitor.name, monitor.size, monitor.position)
                };
                StagePlace { listed: listed.iter().position(known), corner: monitor.position, size: monitor.size }
            });
        let remake = self.follow(ctx, shared, place);
        let busy = self.moving.is_some() || self.extending.is_some() || self.settling.is_some();
        if remake { Some(REMAKE) } else { busy.then_some(100) }
    }

    /// After monitors came or went, the console goes where it belongs: a window manager may have left it on the projector.
    fn keep_home(&mut self, placed: bool, ctx: &Context, shared: &mut Shared, now: u64) {
        if let [alone] = self.monitors.as_slice() {
            self.home = Some(Identity::of(alone));
            let remembered = Identity::read(shared.core.remembered_projector());
            if remembered.is_some_and(|identity| identity == Identity::of(alone)) {
                // Swapped once and never back. What shows the console alone is no projector.
                shared.core.forget_projector();
            }
        }
        if !placed {
            return;
        }
        if self.home.is_none() {
            let remembered = Identity::read(shared.core.remembered_projector());
            self.home = home(&self.monitors, self.console, remembered.as_ref());
        }
        if self.settling.take_if(|until| now >= *until).is_some() || self.settling.is_none() || self.moving.is_some() {
            return;
        }
        let belongs = self.home.as_ref().and_then(|home| home.among(&self.monitors));
        let away = belongs.filter(|index| *index != self.console).and_then(|index| self.monitors.get(index)).cloned();
        let here = self.monitors.get(self.console);
        if let Some(home) = away.filter(|home| here.is_some_and(|here| here.position != home.position)) {
            shared.stage_place = None;
            self.move_console(home.position, ctx, now);
        }
    }

    /// Tells the core what there is, numbered as the system lists it.
    fn tell(&self, shared: &mut Shared, chosen: Option<usize>) {
        let used = |index| match index {
            index if index == self.console => Use::Console,
            index if Some(index) == chosen => Use::Stage,
            _ => Use::Free,
        };
        let monitors = self.monitors.iter().enumerate().map(|(index, monitor)| view::Monitor {
            number: u8::try_from(index + 1).unwrap_or(u8::MAX),
            name: monitor.name.clone(),
            size: monitor.size,
            used: used(index),
        });
        shared.core.set_displays(displays(&self.monitors, self.console, chosen), monitors.collect());
    }

    /// Puts the stage where it belongs. True when it was taken away first and is to be made again at the next look.
    fn follow(&self, ctx: &Context, shared: &mut Shared, place: Option<StagePlace>) -> bool {
        if place == shared.stage_place {
            return false;
        }
        let remake = place.is_some() && shared.stage_place.is_some();
        shared.stage_place = place.filter(|_| !remake);
        if let Some(place) = shared.stage_place {
            shared.fit_stage(place.size);
            if let Some(monitor) = self.monitors.iter().find(|monitor| monitor.position == place.corner)
                && shared.core.live().is_some()
            {
                shared.core.remember_projector(&Identity::of(monitor).written());
            }
        }
        ctx.request_repaint_of(ViewportId::ROOT);
        remake
    }

    /// What the core asked of the windows.
    pub(super) fn carry_out(&mut self, effect: Effect, ctx: &Context, shared: &mut Shared) {
        match effect {
            Effect::SwapScreens => self.swap(ctx, shared),
            Effect::ExtendScreens => self.extend(shared),
            Effect::ShowStage
            | Effect::CountdownBegan
            | Effect::TwoMinutesLeft
            | Effect::CountdownOver
            | Effect::TestTone
            | Effect::PhotosExchanged
            | Effect::LookRound => {}
        }
    }

    /// The console goes to the stage's monitor; the stage vanishes at once and follows to the one that is free then.
    fn swap(&mut self, ctx: &Context, shared: &mut Shared) {
        let Some(place) = shared.stage_place.take() else { return };
        self.settling = None;
        self.move_console(place.corner, ctx, shared.core.clock.mono());
    }

    /// To the monitor at this corner.
    fn move_console(&mut self, corner: (i32, i32), ctx: &Context, now: u64) {
        self.moving = Some((corner, now + MOVING));
        let scale = ctx.input_for(ViewportId::ROOT, egui::InputState::pixels_per_point);
        // A little inside: a window as large as the monitor would be put back by some window managers.
        let corner = pos2((corner.0 + 20) as f32 / scale, (corner.1 + 20) as f32 / scale);
        for command in [
            ViewportCommand::Fullscreen(false),
            ViewportCommand::Maximized(false),
            ViewportCommand::OuterPosition(corner),
            ViewportCommand::Maximized(true),
        ] {
            ctx.send_viewport_cmd_to(ViewportId::ROOT, command);
        }
        ctx.request_repaint_of(ViewportId::ROOT);
    }

    fn extend(&mut self, shared: &Shared) {
        if self.extender.as_ref().is_some_and(|extender| !extender.is_finished()) {
            return;
        }
        let Some(home) = self.monitors.get(self.console).cloned() else { return };
        self.extending = Some(shared.core.clock.mono() + EXTENDING);
        let work = move || {
            if !platform::extend(&home) {
                log::warn!("the desktop could not be extended");
            }
        };
        match std::thread::Builder::new().name("extend".to_owned()).spawn(work) {
            Ok(thread) => self.extender = Some(thread),
            Err(error) => log::warn!("no thread to extend the desktop: {error}"),
        }
    }

    fn say_when_extending_failed(&mut self, shared: &mut Shared, now: u64) {
        if !shared.core.mirrored() {
            self.extending = None;
        } else if self.extending.take_if(|until| now >= *until).is_some() {
            shared.core.extending_failed();
        }
    }

    /// The stage's window exists: over panels, also on a monitor winit has not noticed.
    pub(super) fn stage_opened(&mut self, window: u64, place: StagePlace) {
        if place.listed.is_none() {
            self.system.full_screen(window);
        }
    }
}

impl Drop for Screens {
    fn drop(&mut self) {
        self.watch = None;
        if let Some(extender) = self.extender.take()
            && extender.join().is_err()
        {
            log::error!("the thread that extends the desktop died");
        }
    }
}

/// Where the middle of the console is on the desktop, pixels.
fn console_centre(ctx: &Context) -> Option<Pos2> {
    let scale = ctx.input_for(ViewportId::ROOT, egui::InputState::pixels_per_point);
    let rect = ctx.input_for(ViewportId::ROOT, |input| input.viewport().outer_rect)?;
    Some((rect.center().to_vec2() * scale).to_pos2())
}

/// A monitor as winit lists it; it does not tell whether it is mirrored.
#[must_use]
pub(super) fn listed(monitor: &MonitorHandle) -> Monitor {
    let (size, position) = (monitor.size(), monitor.position());
    Monitor {
        name: monitor.name().unwrap_or_default(),
        size: (size.width, size.height),
        position: (position.x, position.y),
        cloned: false,
    }
}
