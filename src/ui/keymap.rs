//! One table: key → command → context → printed hint → help. The loop, the buttons, the help screen and the tests all read it.

use egui::Key;
// The bundled text font has no arrows; the icon font does.
use egui_material_icons::icons;

use crate::{
    engine::{attendance::Status, command::Command, event::Cover},
    text::keys as text,
};

use super::intent::{Intent, Overlay, RollKey, Screen};

/// Where keys mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The waiting screen.
    Waiting,
    /// Delivering.
    Deliver,
    /// Attendance (the delivery keys are off).
    Attendance,
    /// The black screen between the page on the laptop and the console.
    Turn,
}

/// A key with or without Ctrl (Cmd on macOS). Shift is looked at only where it makes another key of the same one (`?`), and together with
/// Ctrl and a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// Key.
    pub key: Key,
    /// Ctrl or Cmd.
    pub ctrl: bool,
    /// Shift, with Ctrl and a letter.
    pub shift: bool,
}

impl Chord {
    /// A key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, shift: false }
    }

    /// With Ctrl.
    #[must_use]
    pub const fn ctrl(key: Key) -> Self {
        Self { key, ctrl: true, shift: false }
    }

    /// With Ctrl and Shift.
    #[must_use]
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { key, ctrl: true, shift: true }
    }
}

const fn plain(key: Key) -> Chord {
    Chord::plain(key)
}

const fn ctrl(key: Key) -> Chord {
    Chord::ctrl(key)
}

/// One row of the table.
pub struct Row {
    /// Any of these.
    pub keys: &'static [Chord],
    /// Here.
    pub contexts: &'static [Context],
    /// What it asks for.
    pub intent: fn() -> Intent,
    /// Printed on the control.
    pub hint: &'static str,
    /// What the help screen says.
    pub help: &'static str,
    /// Ignores auto-repeat and a second press within 250 ms.
    pub once: bool,
}

use Context::{Attendance, Deliver, Turn, Waiting};

/// The table, in the order of the help screen.
pub const ROWS: &[Row] = &[
    Row {
        keys: &[
            plain(Key::ArrowRight),
            plain(Key::ArrowDown),
            plain(Key::PageDown),
            plain(Key::Space),
            plain(Key::Enter),
            plain(Key::N),
        ],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::Next),
        hint: icons::ICON_ARROW_FORWARD.codepoint,
        help: text::NEXT,
        once: true,
    },
    Row {
        keys: &[plain(Key::ArrowLeft), plain(Key::ArrowUp), plain(Key::PageUp), plain(Key::Backspace), plain(Key::P)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::Previous),
        hint: icons::ICON_ARROW_BACK.codepoint,
        help: text::PREVIOUS,
        once: true,
    },
    Row {
        keys: &[plain(Key::Home)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::FirstOfStep),
        hint: "Home",
        help: text::FIRST_OF_STEP,
        once: true,
    },
    Row {
        keys: &[plain(Key::End)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::LastOfStep),
        hint: "End",
        help: text::LAST_OF_STEP,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::Home)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::FirstOfSession),
        hint: "Ctrl+Home",
        help: text::FIRST_OF_SESSION,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::End)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::LastOfSession),
        hint: "Ctrl+End",
        help: text::LAST_OF_SESSION,
        once: true,
    },
    Row {
        keys: &[plain(Key::G)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::GoTo)),
        hint: "G",
        help: text::GO_TO,
        once: true,
    },
    Row {
        keys: &[plain(Key::Tab)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::Overview)),
        hint: "Tab",
        help: text::OVERVIEW,
        once: true,
    },
    Row {
        keys: &[plain(Key::L)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::ReturnToStep),
        hint: "L",
        help: text::RETURN,
        once: true,
    },
    Row {
        keys: &[plain(Key::B), plain(Key::Period)],
        contexts: &[Waiting, Deliver],
        intent: || Intent::Meeting(Command::ToggleCover(Cover::Black)),
        hint: "B",
        help: text::BLACK,
        once: true,
    },
    Row {
        keys: &[plain(Key::W), plain(Key::Comma)],
        contexts: &[Waiting, Deliver],
        intent: || Intent::Meeting(Command::ToggleCover(Cover::White)),
        hint: "W",
        help: text::WHITE,
        once: true,
    },
    Row {
        keys: &[plain(Key::C)],
        contexts: &[Waiting, Deliver],
        intent: || Intent::Meeting(Command::ToggleCover(Cover::Calm)),
        hint: "C",
        help: text::CALM,
        once: true,
    },
    Row {
        keys: &[plain(Key::F)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::ToggleFreeze),
        hint: "F",
        help: text::FREEZE,
        once: true,
    },
    Row {
        keys: &[plain(Key::T)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::Countdown)),
        hint: "T",
        help: text::COUNTDOWN,
        once: true,
    },
    Row {
        keys: &[plain(Key::I)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::Games)),
        hint: "I",
        help: text::GAME,
        once: true,
    },
    Row {
        keys: &[plain(Key::H)],
        contexts: &[Deliver],
        intent: || Intent::Go(Screen::Attendance),
        hint: "H",
        help: text::ATTENDANCE,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::N)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::Note)),
        hint: "Ctrl+N",
        help: text::NOTE,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::H)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::HeadCount)),
        hint: "Ctrl+H",
        help: text::HEADS,
        once: true,
    },
    Row {
        keys: &[plain(Key::X)],
        contexts: &[Deliver],
        intent: || Intent::Overlay(Some(Overlay::CutList)),
        hint: "X",
        help: text::CUT_LIST,
        once: true,
    },
    Row {
        keys: &[plain(Key::Plus), plain(Key::Equals)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::AdjustStep(1)),
        hint: "+",
        help: text::MORE,
        once: true,
    },
    Row {
        keys: &[plain(Key::Minus)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::AdjustStep(-1)),
        hint: "−",
        help: text::LESS,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::P)],
        contexts: &[Deliver],
        intent: || Intent::Meeting(Command::TogglePause),
        hint: "Ctrl+P",
        help: text::PAUSE,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::Plus), ctrl(Key::Equals)],
        contexts: &[Waiting, Deliver, Attendance],
        intent: || Intent::ScriptSize(1),
        hint: "Ctrl +",
        help: text::LARGER,
        once: false,
    },
    Row {
        keys: &[ctrl(Key::Minus)],
        contexts: &[Waiting, Deliver, Attendance],
        intent: || Intent::ScriptSize(-1),
        hint: "Ctrl −",
        help: text::SMALLER,
        once: false,
    },
    Row {
        keys: &[ctrl(Key::ArrowDown)],
        contexts: &[Deliver],
        intent: || Intent::ScrollScript(1),
        hint: "Ctrl+Bawah",
        help: text::SCRIPT_DOWN,
        once: false,
    },
    Row {
        keys: &[ctrl(Key::ArrowUp)],
        contexts: &[Deliver],
        intent: || Intent::ScrollScript(-1),
        hint: "Ctrl+Atas",
        help: text::SCRIPT_UP,
        once: false,
    },
    Row {
        keys: &[plain(Key::F5)],
        contexts: &[Waiting, Deliver, Attendance],
        intent: || Intent::ShowStage,
        hint: "F5",
        help: text::SHOW_STAGE,
        once: true,
    },
    Row {
        keys: &[plain(Key::F11)],
        contexts: &[Waiting, Deliver, Attendance, Turn],
        intent: || Intent::LaptopForRoom,
        hint: "F11",
        help: text::LAPTOP_FOR_ROOM,
        once: true,
    },
    Row {
        keys: &[Chord::ctrl_shift(Key::S)],
        contexts: &[Waiting, Deliver, Attendance],
        intent: || Intent::SwapScreens,
        hint: "Ctrl+Shift+S",
        help: text::SWAP_SCREENS,
        once: true,
    },
    Row {
        keys: &[plain(Key::Enter), plain(Key::Space)],
        contexts: &[Turn],
        intent: || Intent::TurnedRound,
        hint: "Enter",
        help: text::TURNED_ROUND,
        once: true,
    },
    Row {
        keys: &[plain(Key::Escape)],
        contexts: &[Waiting, Deliver, Attendance, Turn],
        intent: || Intent::Escape,
        hint: "Esc",
        help: text::ESCAPE,
        once: true,
    },
    Row {
        keys: &[plain(Key::F1), plain(Key::Questionmark)],
        contexts: &[Waiting, Deliver, Attendance],
        intent: || Intent::Overlay(Some(Overlay::Help)),
        hint: "F1",
        help: text::HELP,
        once: true,
    },
    Row {
        keys: &[plain(Key::ArrowDown)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Move(1)),
        hint: icons::ICON_ARROW_DOWNWARD.codepoint,
        help: text::ROLL_DOWN,
        once: false,
    },
    Row {
        keys: &[plain(Key::ArrowUp)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Move(-1)),
        hint: icons::ICON_ARROW_UPWARD.codepoint,
        help: text::ROLL_UP,
        once: false,
    },
    Row {
        keys: &[plain(Key::PageDown)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Move(8)),
        hint: "PgDn",
        help: text::ROLL_PAGE_DOWN,
        once: false,
    },
    Row {
        keys: &[plain(Key::PageUp)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Move(-8)),
        hint: "PgUp",
        help: text::ROLL_PAGE_UP,
        once: false,
    },
    Row {
        keys: &[plain(Key::Home)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Edge(-1)),
        hint: "Home",
        help: text::ROLL_FIRST,
        once: false,
    },
    Row {
        keys: &[plain(Key::End)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Edge(1)),
        hint: "End",
        help: text::ROLL_LAST,
        once: false,
    },
    Row {
        keys: &[plain(Key::H)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Mark(Status::Present)),
        hint: "H",
        help: text::ROLL_PRESENT,
        once: false,
    },
    Row {
        keys: &[plain(Key::S)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Mark(Status::Sick)),
        hint: "S",
        help: text::ROLL_SICK,
        once: false,
    },
    Row {
        keys: &[plain(Key::I)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Mark(Status::Excused)),
        hint: "I",
        help: text::ROLL_EXCUSED,
        once: false,
    },
    Row {
        keys: &[plain(Key::A)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Mark(Status::Absent)),
        hint: "A",
        help: text::ROLL_ABSENT,
        once: false,
    },
    Row {
        keys: &[plain(Key::Delete)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Unmark),
        hint: "Del",
        help: text::ROLL_UNMARK,
        once: false,
    },
    Row {
        keys: &[plain(Key::Enter), plain(Key::Space)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Enter),
        hint: "Enter",
        help: text::ROLL_ENTER,
        once: false,
    },
    Row {
        keys: &[plain(Key::Backspace)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Backspace),
        hint: icons::ICON_BACKSPACE.codepoint,
        help: text::ROLL_BACKSPACE,
        once: false,
    },
    Row {
        keys: &[plain(Key::Slash)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Search),
        hint: "/",
        help: text::ROLL_SEARCH,
        once: false,
    },
    Row {
        keys: &[ctrl(Key::A)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::All),
        hint: "Ctrl+A",
        help: text::ROLL_ALL,
        once: true,
    },
    Row {
        keys: &[ctrl(Key::Z)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::Undo),
        hint: "Ctrl+Z",
        help: text::ROLL_UNDO,
        once: false,
    },
    Row {
        keys: &[ctrl(Key::T)],
        contexts: &[Attendance],
        intent: || Intent::Roll(RollKey::WalkIn),
        hint: "Ctrl+T",
        help: text::ROLL_WALK_IN,
        once: true,
    },
];

/// The row for a key here, if it means anything. Digits are not in the table: they begin a page number (deliver) or a row number (attendance).
#[must_use]
pub fn lookup(context: Context, chord: Chord) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.contexts.contains(&context) && row.keys.contains(&chord))
}

/// The digit a key types.
#[must_use]
pub fn digit(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.iter().position(|k| *k == key).map(|n| n as u8)
}

/// The hint printed on the control that asks for `intent` here.
#[must_use]
pub fn hint(context: Context, intent: &Intent) -> &'static str {
    ROWS.iter().find(|row| row.contexts.contains(&context) && (row.intent)() == *intent).map_or("", |row| row.hint)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in [Waiting, Deliver, Attendance, Turn] {
            let mut seen = HashSet::new();
            for row in ROWS.iter().filter(|row| row.contexts.contains(&context)) {
                for chord in row.keys {
                    assert!(seen.insert(*chord), "{chord:?} twice in {context:?}");
                    assert!(digit(chord.key).is_none(), "digits belong to numbers: {chord:?}");
                }
            }
        }
    }

    #[test]
    fn every_row_is_found_by_each_of_its_keys_and_says_what_it_does() {
        for row in ROWS {
            assert!(!row.help.is_empty() && !row.hint.is_empty());
            for context in row.contexts {
                for chord in row.keys {
                    let found = lookup(*context, *chord).map(|found| (found.intent)());
                    assert_eq!(found, Some((row.intent)()), "{chord:?} in {context:?}");
                }
            }
        }
    }
}
