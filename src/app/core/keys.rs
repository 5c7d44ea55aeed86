//! Keys of either window while a meeting is on screen: looked up in the keymap, digits collected, repeats ignored.

use egui::Key;

use super::{Core, notices::BRIEF};
use crate::{
    engine::{command::Command, state::Phase},
    ui::{
        intent::{Intent, Overlay, RehearseKey, RollKey, Screen},
        keymap::{self, Chord, Context, Repeat, Row},
        view::Face,
    },
};

/// A second press that asks for the same within this many ms is a bounce of the clicker.
const BOUNCE: u64 = 250;
/// Longest page number typed.
const DIGITS: usize = 3;

/// A key going down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// Key, Ctrl and Shift.
    pub chord: Chord,
    /// The keyboard repeats it because it is held.
    pub repeat: bool,
}

/// What has the console's keyboard focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing.
    #[default]
    Nothing,
    /// A button or the like. A press of the mouse gives none the focus, only Tab does.
    Control,
    /// A text field.
    Text,
}

/// What a key meant something in: the same key means nothing elsewhere while it is still held, or bounces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    context: Option<Context>,
    overlay: Option<Overlay>,
    field: bool,
}

/// Keys that went down lately.
#[derive(Default)]
pub(super) struct Pressed {
    last: Option<(Chord, Place, u64)>,
    once: Option<(Intent, u64)>,
}

impl Core {
    /// What keys mean now; `None` = they belong to the screen's own fields and buttons.
    #[must_use]
    pub fn key_context(&self) -> Option<Context> {
        if self.resume_offered() {
            return None;
        }
        let register = self.register_open();
        let Some(live) = self.live.as_ref() else { return register.then_some(Context::Attendance) };
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
            _ if register => Some(Context::Attendance),
            _ => None,
        }
    }

    /// True when fields and buttons of the console wait for keys, rather than the key table.
    #[must_use]
    pub fn needs_console_keyboard(&self) -> bool {
        self.overlay.is_some() || self.key_context().is_none() || self.face() == Face::Mirror
    }

    /// Takes a key if it means something here; false = pass it on to the window.
    pub fn key(&mut self, press: Press, focus: Focus) -> bool {
        let strayed = self.strayed(press);
        let Some(context) = self.key_context() else {
            return self.learning_key(press, focus, strayed) || self.check_key(press);
        };
        if strayed {
            return true;
        }
        if context == Context::Turn {
            return self.black_key(press);
        }
        if self.overlay == Some(Overlay::GoTo) && self.go_to_key(press) {
            return true;
        }
        if self.face() == Face::Room {
            // No panel can lie over the room's page; a number begun by mistake must not stop the clicker.
            self.apply(Intent::Overlay(None));
        }
        // A field takes what is typed; a panel over the page and what the register asks for have buttons of their own.
        let asked = context == Context::Attendance && self.roll.open.is_some();
        if (focus == Focus::Text || self.overlay.is_some() || asked) && !passes_panels(context, press.chord, focus) {
            return false;
        }
        let enters = matches!(press.chord.key, Key::Enter | Key::Space);
        if context == Context::Attendance
            && focus == Focus::Control
            && enters
            && self.roll.typed.is_empty()
            && self.roll.taken.is_none()
        {
            // The register's buttons are reached by Tab; the page's never are, there Enter and Space always turn it.
            return false;
        }
        if let Some(digit) = keymap::digit(press.chord.key).filter(|_| !press.chord.ctrl) {
            return press.repeat || self.digit(context, digit);
        }
        let space = context == Context::Deliver && press.chord == Chord::plain(Key::Space);
        // While the clip has the focus, Space does what the clip's own key does.
        let chord = if space && self.clip_has_focus() { Chord::plain(Key::K) } else { press.chord };
        let Some(row) = keymap::lookup(context, chord) else { return false };
        if !self.bounced(press, row) {
            self.carry_out(row);
        }
        true
    }

    /// The check has buttons for everything but the way back, which is the same key whichever window has the keyboard.
    fn check_key(&mut self, press: Press) -> bool {
        let back = self.screen == Screen::Check && !self.resume_offered() && press.chord == Chord::plain(Key::Escape);
        if back && !press.repeat {
            self.apply(Intent::Escape);
        }
        back
    }

    /// A key on the black screens: Enter opens; Esc, F5 and what turns or covers the page go back to it; any other key of the console opens
    /// what it stands for.
    fn black_key(&mut self, press: Press) -> bool {
        let clicker = matches!(press.chord.key, Key::PageDown | Key::PageUp | Key::Period);
        if self.face() == Face::Mirror && !clicker && !matches!(press.chord.key, Key::Escape | Key::F11) {
            // Its buttons have the keyboard.
            return false;
        }
        let here = keymap::lookup(Context::Turn, press.chord);
        let Some(row) = here.or_else(|| keymap::lookup(Context::Deliver, press.chord)) else { return false };
        if !self.bounced(press, row) {
            if matches!((row.intent)(), Intent::Meeting(_) | Intent::ShowStage) {
                self.apply(Intent::Escape);
            }
            self.carry_out(row);
        }
        true
    }

    pub(super) fn carry_out(&mut self, row: &Row) {
        self.echo = Some((row.help, self.clock.mono() + BRIEF));
        self.apply((row.intent)());
    }

    /// Whether a key still held, or bouncing, would mean something else where its first press led to: the H that opened the register would
    /// mark its first row. Digits are typed on across the panel they open.
    fn strayed(&mut self, press: Press) -> bool {
        let mono = self.clock.mono();
        let field = self.roll.open.is_some();
        let place = Place { context: self.key_context(), overlay: self.overlay, field };
        let last = self.pressed.last;
        if !press.repeat {
            self.pressed.last = Some((press.chord, place, mono));
        }
        let elsewhere = last
            .filter(|(chord, began, _)| *chord == press.chord && *began != place && keymap::digit(chord.key).is_none());
        elsewhere.is_some_and(|(_, _, at)| press.repeat || mono.saturating_sub(at) < BOUNCE)
    }

    pub(super) fn bounced(&mut self, press: Press, row: &Row) -> bool {
        match row.repeat {
            Repeat::WhileHeld => false,
            Repeat::EachPress => press.repeat,
            Repeat::Once => {
                let mono = self.clock.mono();
                let intent = (row.intent)();
                let again = |(last, at): &(Intent, u64)| *last == intent && mono.saturating_sub(*at) < BOUNCE;
                let bounce = press.repeat || self.pressed.once.as_ref().is_some_and(again);
                if !bounce {
                    self.pressed.once = Some((intent, mono));
                }
                bounce
            }
        }
    }

    fn digit(&mut self, context: Context, digit: u8) -> bool {
        match context {
            Context::Attendance => self.apply(Intent::Roll(RollKey::Digit(digit))),
            // A card that waits for an answer is before the eyes; the go-to panel has its own digits.
            Context::Deliver if self.face() == Face::Console && self.card_waits(digit) => {
                self.apply(Intent::Rehearse(RehearseKey::Respond(usize::from(digit) - 1)));
            }
            Context::Deliver => {
                self.drafts.go_to = digit.to_string();
                self.apply(Intent::Overlay(Some(Overlay::GoTo)));
            }
            Context::Waiting | Context::Turn | Context::Home | Context::Found | Context::Reading => return false,
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
                if !press.repeat && self.drafts.go_to.len() < DIGITS {
                    self.drafts.go_to.push_str(&digit.to_string());
                }
            }
        }
        true
    }
}

/// Keys that mean the same whatever lies over the page: those no field wants, and the clicker's. Its button for black is a full stop, which a
/// field keeps.
fn passes_panels(context: Context, chord: Chord, focus: Focus) -> bool {
    match chord.key {
        Key::Escape | Key::F1 | Key::F5 | Key::F11 => true,
        Key::PageDown | Key::PageUp => context == Context::Deliver,
        Key::Period => focus != Focus::Text,
        _ => chord.ctrl && chord.shift,
    }
}
