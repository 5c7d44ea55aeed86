//! What both windows and the key handler share, behind one lock: the core, pictures, textures. All of it lives on the UI thread;
//! the lock is there because a deferred window's callback has to be `Send`.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use egui::{Context, ViewportId};

use super::{
    clips::Clips,
    core::{Core, Effect, Focus, Wake},
    preflight::Inspector,
    start_up::StartUp,
};
use crate::{
    engine::scene::{Base, PictureKey, next_scene, page_scene},
    media::{
        audio::{Audio, Cue},
        pictures::{Pictures, Wanted},
    },
    pack::Pack,
    platform::{awake::Awake, canvas::Canvases},
    ui::{intent::Intent, stage::LastGood, textures::Textures, view::Displays},
};

/// The stage's viewport.
#[must_use]
pub(super) fn stage_id() -> ViewportId {
    ViewportId::from_hash_of("stage")
}

/// After a key the console is painted this long after the stage, which paints first.
const CONSOLE_AFTER: Duration = Duration::from_millis(50);
/// 0 would cost a second pass (egui repaints twice when asked for "now").
const AT_ONCE: Duration = Duration::from_millis(1);

/// A console waits for the stage's first page this long after the start of the program, not longer.
const FIRST_PAGE: Duration = Duration::from_secs(1);

/// The context, once the window system has made it; worker threads wake the windows through it.
pub(super) type ContextSlot = Arc<OnceLock<Context>>;

/// Where the stage goes: a monitor, by its rectangle in pixels and, where the window system lists it, its place in that list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StagePlace {
    /// Place in the window system's list; it may not have noticed the monitor yet.
    pub listed: Option<usize>,
    /// Top left corner on the desktop.
    pub corner: (i32, i32),
    /// Size.
    pub size: (u32, u32),
}

/// A clip has news: the stage first, the console after it.
pub(super) fn wake_for_clip(ctx: &Context) {
    ctx.request_repaint_after_for(AT_ONCE, stage_id());
    ctx.request_repaint_after_for(CONSOLE_AFTER, ViewportId::ROOT);
}

/// What the writer calls when something is on disk: the console says so, never before the stage has painted.
pub(super) fn wake_for_news(ctx: &Context) {
    ctx.request_repaint_after_for(CONSOLE_AFTER, ViewportId::ROOT);
}

/// What the search calls: somebody is typing and looks at the console.
pub(super) fn wake_for_answers(ctx: &Context) {
    ctx.request_repaint_after_for(AT_ONCE, ViewportId::ROOT);
}

/// What the picture maker calls. A picture made ahead is for the stage: its pass takes it to the graphics card before it is needed.
pub(super) fn wake_for_picture(ctx: &Context, wanted: Wanted) {
    ctx.request_repaint_after_for(AT_ONCE, stage_id());
    if wanted == Wanted::Now {
        ctx.request_repaint_after_for(CONSOLE_AFTER, ViewportId::ROOT);
    }
}

/// Everything shared.
pub(super) struct Shared {
    /// The program's state.
    pub core: Core,
    /// Pictures on the graphics card.
    pub textures: Textures,
    /// Last good picture of the stage.
    pub stage_last: LastGood,
    /// Pictures being made.
    pictures: Pictures,
    outstanding: HashSet<PictureKey>,
    audio: Audio,
    inspector: Inspector,
    awake: Awake,
    clips: Clips,
    pack: Arc<Pack>,
    wake: Wake,
    /// Whether this start lives.
    pub start_up: StartUp,
    /// Where the stage goes; `None` = no projector.
    pub stage_place: Option<StagePlace>,
    /// Show the stage as a window of this size when there is no projector (tour, deliver without a hall).
    pub windowed_stage: Option<(f32, f32)>,
    /// The stage is asked to come to the front.
    pub raise_stage: bool,
    /// What the window system tells right now is told to the console, so that a pass that follows is its own.
    pub console_in_hand: bool,
    /// How long the console's last pass took, its picture's way into the window included.
    pub console_pass: Duration,
    /// What has the console's focus.
    pub focus: Focus,
    /// What the core asked of the monitors; the shell carries it out.
    pub for_screens: Vec<Effect>,
    /// When the stage painted its first page, since the program began; only while it starts into a meeting.
    first_page: Option<Duration>,
    dark: Option<bool>,
    /// How the screens were connected when sound was looked at last.
    displays: Option<Displays>,
}

/// The lock's guard. A panic in one window must not take the other with it: a poisoned lock is used as it is.
pub(super) fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// Everything around a core.
    #[must_use]
    pub(super) fn new(
        core: Core,
        pictures: Pictures,
        audio: Audio,
        inspector: Inspector,
        start_up: StartUp,
        wake: Wake,
    ) -> Self {
        let pack = Arc::clone(&core.pack);
        Self {
            core,
            textures: Textures::default(),
            stage_last: LastGood::default(),
            pictures,
            outstanding: HashSet::new(),
            audio,
            clips: Clips::default(),
            pack,
            wake,
            inspector,
            awake: Awake::spawn(crate::text::app::DELIVERING),
            start_up,
            console_in_hand: false,
            console_pass: Duration::ZERO,
            stage_place: None,
            windowed_stage: None,
            raise_stage: false,
            focus: Focus::default(),
            for_screens: Vec::new(),
            first_page: None,
            dark: None,
            displays: None,
        }
    }

    /// Carries out wishes of the console and asks for the passes that show them.
    pub(super) fn apply(&mut self, ctx: &Context, intents: impl IntoIterator<Item = Intent>) {
        for intent in intents {
            self.core.apply(intent);
        }
        self.after_change(ctx);
    }

    /// Something happened: the stage paints first, the console after it.
    pub(super) fn after_change(&mut self, ctx: &Context) {
        self.effects(ctx);
        self.follow_clip();
        self.follow_sound();
        ctx.request_repaint_after_for(AT_ONCE, stage_id());
        let console = if self.stage_shown() { CONSOLE_AFTER } else { AT_ONCE };
        ctx.request_repaint_after_for(console, ViewportId::ROOT);
    }

    /// While the program starts into a meeting, the console is only its background until the first page is on the wall. Returns how long
    /// to wait for it at most.
    pub(super) fn stage_goes_first(&self) -> Option<Duration> {
        // Painted it still has to be put up by the window system.
        let until = self.first_page.map_or(FIRST_PAGE, |painted| painted + CONSOLE_AFTER);
        let left = until.checked_sub(Duration::from_millis(self.core.clock.mono()))?;
        (self.stage_shown() && !left.is_zero()).then_some(left)
    }

    /// The stage has painted at this size, pixels.
    pub(super) fn stage_painted(&mut self, size: (u32, u32)) {
        let whole = self.settled() && self.stage_place.is_none_or(|place| place.size == size);
        let now = Duration::from_millis(self.core.clock.mono());
        if whole && self.first_page.is_none() && now < FIRST_PAGE {
            self.first_page = Some(now);
        }
    }

    /// True while there is a stage window.
    #[must_use]
    pub(super) fn stage_shown(&self) -> bool {
        self.core.wall().is_some() && (self.stage_place.is_some() || self.windowed_stage.is_some())
    }

    /// One turn outside any window: what workers told, time passing. Returns when to be called again, ms, and whether the console has
    /// something new to show.
    pub(super) fn turn(&mut self, ctx: &Context) -> (Option<u64>, bool) {
        let mut news = self.core.drain() | self.core.set_sound(self.audio.available());
        if !Arc::ptr_eq(&self.pack, &self.core.pack) {
            let old = std::mem::replace(&mut self.pack, Arc::clone(&self.core.pack));
            self.textures.forget(|base| !self.pack.draws_like(&old, base));
            self.pictures.use_pack(Arc::clone(&self.pack));
        }
        if let Some(found) = self.inspector.news() {
            self.core.set_found(found);
            news = true;
        }
        let next = self.core.tick();
        news |= self.follow_sound();
        self.start_up.tick(self.core.clock.mono());
        self.awake.keep(self.core.live().is_some());
        self.effects(ctx);
        (next, news)
    }

    /// The loudspeaker does what the core says, and tells what became of it. True when the console has something new to show.
    fn follow_sound(&mut self) -> bool {
        let displays = self.core.hall_view().displays;
        if self.displays.replace(displays).is_some_and(|before| before != displays) {
            // A projector brings its loudspeaker along, or takes it away.
            self.audio.look();
        }
        let outputs = self.audio.outputs();
        let listed = outputs.is_some();
        if let Some(outputs) = outputs {
            self.core.set_outputs(outputs);
        }
        let sung = self.core.set_sung(self.audio.sung());
        self.audio.follow(self.core.sound_plan());
        listed || sung
    }

    /// Clips' pictures are copied into the windows by this OpenGL.
    pub(super) fn copy_clips_with(&mut self, canvases: Canvases) {
        self.clips.copy_with(canvases);
    }

    /// The clip does what the engine says.
    fn follow_clip(&mut self) {
        self.clips.follow(&self.core, &self.pack, &self.audio, &mut self.textures, &self.wake);
        let view = self.clips.view(&self.core);
        self.core.set_clip(view);
    }

    /// The clip's picture that is due, in a pass that shows it. Returns when the next one is.
    pub(super) fn advance_clip(&mut self, ctx: &Context) -> Option<Duration> {
        self.follow_clip();
        let seq = self.core.live().map(|live| live.state.seq);
        let next = self.clips.advance(ctx, &mut self.core, &mut self.textures);
        let view = self.clips.view(&self.core);
        self.core.set_clip(view);
        if self.core.live().map(|live| live.state.seq) != seq {
            // It paused by itself: both windows say so.
            self.after_change(ctx);
        }
        next
    }

    fn effects(&mut self, ctx: &Context) {
        for effect in self.core.take_effects() {
            match effect {
                Effect::CountdownBegan => self.audio.play(Cue::Start),
                Effect::TwoMinutesLeft => self.audio.play(Cue::TwoMinutes),
                Effect::CountdownOver => self.audio.play(Cue::Time),
                Effect::TestTone => {
                    // Through the loudspeaker that was just chosen.
                    self.audio.follow(self.core.sound_plan());
                    self.audio.play_test();
                }
                Effect::LookRound => {
                    self.audio.look();
                    self.inspector.look(Arc::clone(&self.core.pack), self.core.session_to_check().cloned());
                }
                Effect::ShowStage => {
                    self.raise_stage = true;
                    ctx.request_repaint_of(ViewportId::ROOT);
                }
                Effect::PhotosExchanged => self.textures.forget_photos(),
                Effect::SwapScreens | Effect::ExtendScreens => self.for_screens.push(effect),
            }
        }
    }

    /// Dark or light, when it changed.
    pub(super) fn apply_theme(&mut self, ctx: &Context) {
        let dark = self.core.dark();
        if self.dark != Some(dark) {
            self.dark = Some(dark);
            crate::ui::theme::apply(ctx, dark);
        }
    }

    /// Pages are drawn for a stage of this size, pixels.
    pub(super) fn fit_stage(&mut self, size: (u32, u32)) {
        if self.core.stage_size() != size {
            self.core.set_stage_size(size);
            self.prefetch();
        }
    }

    /// Pictures that Next, Previous or uncovering may need at once, at exactly the stage's size. Asked for in the console's passes: drawing
    /// them at the moment of a key would take a core from the stage.
    pub(super) fn prefetch(&mut self) {
        let Some(live) = self.core.live() else { return };
        let (width, height) = self.core.stage_size();
        let state = &live.state;
        let module = state.setup.module;
        let mut bases: Vec<Base> = vec![live.scene.base.clone()];
        bases.extend(Some(page_scene(state, state.shown)).filter(|page| *page != live.scene.base));
        bases.extend(next_scene(state));
        bases.extend(state.sheet.before(state.shown).map(|place| page_scene(state, place)));
        bases.push(Base::Calm);
        let keys: Vec<PictureKey> = bases
            .into_iter()
            .filter(|base| !matches!(base, Base::Black | Base::White))
            .map(|base| PictureKey { base, module, width, height })
            .filter(|key| !self.textures.keep(key))
            .collect();
        self.pictures.prefetch(&keys);
    }

    /// Takes finished pictures in, before a window is drawn.
    pub(super) fn take_pictures(&mut self, ctx: &Context) {
        for (key, picture) in self.pictures.finished() {
            self.outstanding.remove(&key);
            self.textures.insert(ctx, key, &picture.rgba);
        }
        self.outstanding.retain(|key| !self.pictures.is_impossible(key));
    }

    /// Hands what a window missed to the picture maker, which wakes the windows when it is there.
    pub(super) fn send_wishes(&mut self) {
        for key in self.textures.take_wishes() {
            self.pictures.request(&key);
            self.outstanding.insert(key);
        }
    }

    /// Nothing is being drawn: what is on screen is what was asked for.
    #[must_use]
    pub(super) fn settled(&self) -> bool {
        self.outstanding.is_empty()
    }
}
