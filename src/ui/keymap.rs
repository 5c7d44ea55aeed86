//! One table: key → command → context → printed hint → help. The loop, the buttons, the help screen and the tests all read it.

//!
//! Deliberately not in it: the right mouse button and the wheel over the preview (two fingers on a touchpad send both by accident), the
//! volume keys (the system's own) and the browser's Back and Forward keys (beside the arrows of many laptops, hit instead of them).

use egui::Key;

use super::intent::Intent;

mod print;
mod rows;

pub use print::{printed, spoken};
pub use rows::{GROUPS, Group, LEARNING};

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
    /// Home and learning, nothing delivered and nothing looked for.
    Home,
    /// What was found is listed.
    Found,
    /// Something that was found is read.
    Reading,
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

/// What counts while a key is held or bounces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// One press, and for 250 ms no second one by any key of the row: what moves or covers the page.
    Once,
    /// Every press, not the repeats of a held key: marks follow each other quickly.
    EachPress,
    /// Held keys go on: cursors, scrolling, sizes.
    WhileHeld,
}

/// One row of the table.
pub struct Row {
    /// Any of these; the first is printed on the control.
    pub keys: &'static [Chord],
    /// Here.
    pub contexts: &'static [Context],
    /// What it asks for.
    pub intent: fn() -> Intent,
    /// What the help screen says.
    pub help: &'static str,
    /// Held and bouncing keys.
    pub repeat: Repeat,
}

/// Every row of a meeting, in the order of the help screen, which lies over one. Those of [`LEARNING`] stand on their own screen.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    GROUPS.iter().flat_map(|group| group.rows)
}

/// The row for a key here, if it means anything. Digits are not in the table: they begin a page number (deliver) or a row number (attendance).
#[must_use]
pub fn lookup(context: Context, chord: Chord) -> Option<&'static Row> {
    rows().chain(LEARNING).find(|row| row.contexts.contains(&context) && row.keys.contains(&chord))
}

/// The digit a key types.
#[must_use]
pub fn digit(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.iter().position(|k| *k == key).map(|n| n as u8)
}

/// What is printed on the control that asks for `intent` here; empty when no key does.
#[must_use]
pub fn hint(context: Context, intent: &Intent) -> String {
    first_key(rows().chain(LEARNING).filter(|row| row.contexts.contains(&context)), intent)
}

/// What is printed on a control that stands on several screens.
#[must_use]
pub fn hint_anywhere(intent: &Intent) -> String {
    first_key(rows(), intent)
}

fn first_key(mut rows: impl Iterator<Item = &'static Row>, intent: &Intent) -> String {
    let row = rows.find(|row| (row.intent)() == *intent);
    row.and_then(|row| row.keys.first()).map(|chord| printed(*chord)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Context::*, *};

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in [Waiting, Deliver, Attendance, Turn, Home, Found, Reading] {
            let mut seen = HashSet::new();
            for row in rows().chain(LEARNING).filter(|row| row.contexts.contains(&context)) {
                for chord in row.keys {
                    assert!(seen.insert(*chord), "{chord:?} twice in {context:?}");
                    assert!(digit(chord.key).is_none(), "digits belong to numbers: {chord:?}");
                }
            }
        }
    }

    #[test]
    fn every_row_is_found_by_each_of_its_keys_and_says_what_it_does() {
        for row in rows().chain(LEARNING) {
            assert!(!row.help.is_empty() && !row.keys.is_empty());
            for context in row.contexts {
                for chord in row.keys {
                    let found = lookup(*context, *chord).map(|found| (found.intent)());
                    assert_eq!(found, Some((row.intent)()), "{chord:?} in {context:?}");
                }
            }
        }
    }
}
