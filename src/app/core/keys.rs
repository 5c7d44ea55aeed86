//! Keys of either window while a meeting is on screen: looked up in the keymap, digits collected, repeats ignored.

use egui::Key;

use super::{Core, notices::BRIEF};
use crate::{
    engine::{command::Command, state::Phase},
    ui::{
        intent::{Intent, Overlay, RollKey, Screen},
        keymap::{self, Chord, Context},
        view::Face,
    },
};

/// A second press of the same once-only key within this many ms is a bounce of the clicker.
const BOUNCE: u64 = 250;
/// Longest page number typed.
const DIGITS: usize = 3;

/// A key going down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// Key and Ctrl.
    pub chord: Chord,
    /// The keyboard repeats it because it is held.
    pub repeat: bool,
}

impl Core {
    /// What keys mean now; `None` = they belong to the screen's own fields and buttons.
    #[must_use]
    pub fn key_context(&self) -> Option<Context> {
        if self.resume_offered() {
            return None;
        }
        let live = self.live.as_ref()?;
        match (self.face(), live.state.phase) {
            (Face::Turn | Face::Mirror, _) => return Some(Context::Turn),
            (Face::Room, Phase::Waiting) => return Some(Context::Waiting),
            (Face::Room, Phase::Running) => return Some(Context::Deliver),
            (Face::Console | Face::Room, _) => {}
        }
        match (&self.screen, live.state.phase) {
            (Screen::Deliver, Phase::Waiting) => Some(Context::Waiting),
            (Screen::Deliver, Phase::Running) => Some(Context::Deliver),
            (Screen::Attendance, _) => Some(Context::Attendance),
            _ => None,
        }
    }

    /// True when fields and buttons of the console wait for keys, rather than the key table.
    #[must_use]
    pub fn needs_console_keyboard(&self) -> bool {
        self.overlay.is_some() || self.key_context().is_none() || self.face() == Face::Mirror
    }

    /// Takes a key if it means something here; false = pass it on to the window.
    /// `typing` = a text field of the console has the focus.
    pub fn key(&mut self, press: Press, typing: bool) -> bool {
        let Some(context) = self.key_context() else { return false };
        let key = press.chord.key;
        if context == Context::Turn {
            return self.black_key(press);
        }
        if typing && !(key == Key::Escape || context == Context::Deliver && clicker(key)) {
            return false;
        }
        if self.overlay == Some(Overlay::GoTo) && self.go_to_key(press) {
            return true;
        }
        if self.face() == Face::Room {
            // No panel can lie over the room's page; a number begun by mistake must not stop the clicker.
            self.apply(Intent::Overlay(None));
        }
        // Over the page lies a panel of its own: its buttons take the keys, but a clicker still turns the page.
        if self.overlay.is_some()
            && !(matches!(key, Key::Escape | Key::F1) || context == Context::Deliver && clicker(key))
        {
            return false;
        }
        if let Some(digit) = keymap::digit(key).filter(|_| !press.chord.ctrl) {
            return self.digit(context, digit);
        }
        let Some(row) = keymap::lookup(context, press.chord) else { return false };
        if row.once && self.bounced(press) {
            return true;
        }
        self.echo = Some((row.help, self.clock.mono() + BRIEF));
        self.apply((row.intent)());
        true
    }

    /// A key on the black screens: Enter opens, Esc and a page key go back to the page, any other key of the console opens what it stands for.
    fn black_key(&mut self, press: Press) -> bool {
        let here = keymap::lookup(Context::Turn, press.chord);
        if self.face() == Face::Mirror
            && !matches!(press.chord.key, Key::Escape | Key::F11)
            && !clicker(press.chord.key)
        {
            // Its buttons have the keyboard.
            return false;
        }
        let Some(row) = here.or_else(|| keymap::lookup(Context::Deliver, press.chord)) else { return false };
        if row.once && self.bounced(press) {
            return true;
        }
        self.echo = Some((row.help, self.clock.mono() + BRIEF));
        let intent = (row.intent)();
        if matches!(intent, Intent::Meeting(_)) {
            self.apply(Intent::Escape);
        }
        self.apply(intent);
        true
    }

    fn bounced(&mut self, press: Press) -> bool {
        let mono = self.clock.mono();
        let bounce = press.repeat
            || self.last_once.is_some_and(|(key, at)| key == press.chord.key && mono.saturating_sub(at) < BOUNCE);
        if !bounce {
            self.last_once = Some((press.chord.key, mono));
        }
        bounce
    }

    fn digit(&mut self, context: Context, digit: u8) -> bool {
        match context {
            Context::Attendance => self.apply(Intent::Roll(RollKey::Digit(digit))),
            Context::Deliver => {
                self.drafts.go_to = digit.to_string();
                self.apply(Intent::Overlay(Some(Overlay::GoTo)));
            }
            Context::Waiting | Context::Turn => return false,
        }
        true
    }

    fn go_to_key(&mut self, press: Press) -> bool {
        match press.chord.key {
            Key::Enter => {
                let number = self.drafts.go_to.parse().unwrap_or(0);
                self.apply(Intent::Overlay(None));
                self.apply(Intent::Meeting(Command::VisitNumber(number)));
            }
            Key::Backspace => {
                self.drafts.go_to.pop();
            }
            key => {
                let Some(digit) = keymap::digit(key) else { return false };
                if self.drafts.go_to.len() < DIGITS {
                    self.drafts.go_to.push_str(&digit.to_string());
                }
            }
        }
        true
    }
}

/// Keys a clicker sends for pages and black: they work while delivering whatever lies over the page.
fn clicker(key: Key) -> bool {
    matches!(key, Key::PageDown | Key::PageUp)
}
