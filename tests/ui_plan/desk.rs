//! The console over a real core: a database of its own, the real content, a clock moved by hand, keys looked up by the core first, as the
//! window does. For flows that go over many screens.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    app::core::{Core, Focus, Opened, Press},
    clock::Clock,
    pack::{self, Pack},
    store::{self, DirLock, OpenOutcome},
    ui::{console::console_ui, keymap::Chord, textures::Textures, theme},
};
use tempfile::TempDir;

use crate::world::TODAY;

static PACK: LazyLock<Arc<Pack>> =
    LazyLock::new(|| Arc::new(pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))));

/// What the window draws from.
pub(crate) struct State {
    pub(crate) core: Core,
    textures: Textures,
    _dir: TempDir,
}

impl State {
    fn draw(&mut self, ui: &mut egui::Ui) {
        self.core.drain();
        self.core.tick();
        let offer = self.core.resume_offer();
        let mut drafts = std::mem::take(&mut self.core.drafts);
        let mut asked = Vec::new();
        console_ui(ui, &self.core.view(offer), &mut drafts, &mut self.textures, &mut asked);
        self.core.drafts = drafts;
        for intent in asked {
            self.core.apply(intent);
        }
    }
}

/// The console, and hands on it.
pub(crate) struct Desk {
    pub(crate) harness: Harness<'static, State>,
}

impl Desk {
    /// The first start, a laptop's window.
    pub(crate) fn open() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let lock = DirLock::take(dir.path()).unwrap();
        let OpenOutcome::Ready(database) = store::open::open(&lock, TODAY).unwrap() else { panic!("damaged") };
        let clock = Clock::Manual { mono: 0, wall: TODAY };
        let core = Core::new(clock, Arc::clone(&PACK), lock, Opened::Ready(database), Arc::new(|| ())).unwrap();
        let state = State { core, textures: Textures::default(), _dir: dir };
        let mut harness = Harness::builder()
            .with_size(egui::vec2(1382.0, 784.0))
            .with_context_setup(|ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, false);
            })
            .build_ui_state(|ui, state: &mut State| state.draw(ui), state);
        harness.run_ok();
        Self { harness }
    }

    pub(crate) fn core(&mut self) -> &mut Core {
        &mut self.harness.state_mut().core
    }

    /// Minutes go by.
    pub(crate) fn minutes(&mut self, minutes: u64) {
        self.core().clock.advance(minutes * 60_000);
        self.harness.run_ok();
    }

    /// Presses the button called `name`, the first where several do the same.
    pub(crate) fn press(&mut self, name: &str) {
        self.harness.get_all_by_role_and_label(Role::Button, name).next().unwrap().scroll_to_me();
        self.harness.run_ok();
        self.harness.get_all_by_role_and_label(Role::Button, name).next().unwrap().click();
        // What was asked is on the screen only in the pass after.
        self.harness.step();
        self.harness.run_ok();
    }

    /// A key goes down: the core's where it means something to it, else the window's.
    pub(crate) fn key(&mut self, chord: Chord) {
        let core = self.core();
        // A second press at once is a bounce.
        core.clock.advance(300);
        let focus = match self.harness.ctx.memory(|memory| memory.focused().is_some()) {
            true if self.harness.ctx.text_edit_focused() => Focus::Text,
            true => Focus::Control,
            false => Focus::Nothing,
        };
        if !self.core().key(Press { chord, repeat: false }, focus) {
            let modifiers = Modifiers { ctrl: chord.ctrl, command: chord.ctrl, shift: chord.shift, ..Modifiers::NONE };
            self.harness.key_press_modifiers(modifiers, chord.key);
        }
        self.harness.step();
        self.harness.run_ok();
    }

    /// Keys alone, one after the other.
    pub(crate) fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(Chord::plain(*key));
        }
    }

    /// Whether exactly these words are on the screen.
    pub(crate) fn sees(&self, words: &str) -> bool {
        self.harness.query_all_by_label(words).next().is_some()
    }

    /// Waits for what is read from the disk: until these words are on the screen.
    pub(crate) fn until(&mut self, words: &str) {
        for _ in 0..1000 {
            self.harness.step();
            if self.sees(words) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("never on the screen: {words}");
    }

    /// Whether anything is painted with this ground.
    pub(crate) fn paints(&self, ground: egui::Color32) -> bool {
        fn has(shape: &egui::Shape, ground: egui::Color32) -> bool {
            match shape {
                egui::Shape::Rect(rect) => rect.fill == ground,
                egui::Shape::Vec(shapes) => shapes.iter().any(|shape| has(shape, ground)),
                _ => false,
            }
        }
        self.harness.output().shapes.iter().any(|clipped| has(&clipped.shape, ground))
    }
}
