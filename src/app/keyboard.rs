//! Keys of the window system in the key table's names. What they mean is not decided here.

use egui::Key;
use winit::{
    event::KeyEvent,
    keyboard::{Key as Logical, KeyCode, ModifiersState, NamedKey, PhysicalKey},
};

use super::core::Press;
use crate::{platform, ui::keymap::Chord};

/// Letters up to here are Latin; beyond, the key is named by its place on the keyboard.
const LAST_LATIN: char = '\u{24F}';

/// A key going down; `None` = one we have no name for, or one that belongs to the desktop.
pub(super) fn press(event: &KeyEvent, modifiers: ModifiersState) -> Option<Press> {
    let key = name(&event.logical_key, event.physical_key, modifiers.shift_key())?;
    if platform::foreign(modifiers) {
        return None;
    }
    let ctrl = platform::shortcut(modifiers);
    // Shift only makes another key of a sign (`?`, `+`), and is let go of elsewhere: Shift+F5 is F5, and Caps Lock may be on.
    let letter = key.name().len() == 1 && key.name().chars().all(char::is_alphabetic);
    Some(Press { chord: Chord { key, ctrl, shift: ctrl && letter && modifiers.shift_key() }, repeat: event.repeat })
}

/// By what is printed on the key; on a keyboard of another script by where it lies on an Indonesian (US) one.
fn name(logical: &Logical, physical: PhysicalKey, shift: bool) -> Option<Key> {
    match logical {
        // The keypad's point is black whatever sign a language writes there.
        Logical::Character(_) if physical == PhysicalKey::Code(KeyCode::NumpadDecimal) => Some(Key::Period),
        Logical::Character(text) if text.chars().any(|letter| letter > LAST_LATIN) => by_place(physical, shift),
        Logical::Character(text) => Key::from_name(&text.to_uppercase()),
        // What is printed on them is what K does. Most desktops take them first, and ask no program that they do not know as a player.
        Logical::Named(NamedKey::MediaPlayPause | NamedKey::MediaPlay | NamedKey::MediaPause) => Some(Key::K),
        Logical::Named(named) => Key::from_name(&format!("{named:?}")),
        Logical::Unidentified(_) | Logical::Dead(_) => None,
    }
}

fn by_place(physical: PhysicalKey, shift: bool) -> Option<Key> {
    let PhysicalKey::Code(code) = physical else { return None };
    match (code, shift) {
        (KeyCode::Slash, true) => Some(Key::Questionmark),
        (KeyCode::Equal, true) => Some(Key::Plus),
        _ => Key::from_name(&format!("{code:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str, code: KeyCode, shift: bool) -> Option<Key> {
        name(&Logical::Character(text.into()), PhysicalKey::Code(code), shift)
    }

    #[test]
    fn letters_are_the_same_with_caps_lock_and_shift() {
        for (text, shift) in [("b", false), ("B", true), ("B", false)] {
            assert_eq!(sign(text, KeyCode::KeyB, shift), Some(Key::B));
        }
        assert_eq!(sign("q", KeyCode::KeyA, false), Some(Key::Q), "a French keyboard's q is a q");
    }

    #[test]
    fn another_script_goes_by_the_place_on_the_keyboard() {
        assert_eq!(sign("ﻻ", KeyCode::KeyB, false), Some(Key::B));
        assert_eq!(sign("и", KeyCode::KeyB, false), Some(Key::B));
        assert_eq!(sign("١", KeyCode::Digit1, false), Some(Key::Num1));
        assert_eq!(sign("؟", KeyCode::Slash, true), Some(Key::Questionmark));
        assert_eq!(sign("ß", KeyCode::Minus, false), None, "a German ß is no minus");
    }

    #[test]
    fn the_keypad_writes_what_the_rows_above_write() {
        for (text, code, key) in [
            ("7", KeyCode::Numpad7, Key::Num7),
            ("+", KeyCode::NumpadAdd, Key::Plus),
            ("-", KeyCode::NumpadSubtract, Key::Minus),
            (".", KeyCode::NumpadDecimal, Key::Period),
            (",", KeyCode::NumpadDecimal, Key::Period),
        ] {
            assert_eq!(sign(text, code, false), Some(key));
        }
        let enter = name(&Logical::Named(NamedKey::Enter), PhysicalKey::Code(KeyCode::NumpadEnter), false);
        assert_eq!(enter, Some(Key::Enter));
    }

    #[test]
    fn signs_made_with_shift_are_keys_of_their_own() {
        assert_eq!(sign("?", KeyCode::Slash, true), Some(Key::Questionmark));
        assert_eq!(sign("+", KeyCode::Equal, true), Some(Key::Plus));
        assert_eq!(sign("=", KeyCode::Equal, false), Some(Key::Equals));
        assert_eq!(sign("&", KeyCode::Digit7, true), None, "no page number");
    }

    #[test]
    fn every_named_key_of_the_table_is_known_by_winits_name() {
        use NamedKey::*;
        for (named, key) in [
            (ArrowRight, Key::ArrowRight),
            (ArrowLeft, Key::ArrowLeft),
            (ArrowUp, Key::ArrowUp),
            (ArrowDown, Key::ArrowDown),
            (PageDown, Key::PageDown),
            (PageUp, Key::PageUp),
            (Space, Key::Space),
            (Enter, Key::Enter),
            (Backspace, Key::Backspace),
            (Delete, Key::Delete),
            (Home, Key::Home),
            (End, Key::End),
            (Tab, Key::Tab),
            (Escape, Key::Escape),
            (Pause, Key::Pause),
            (MediaPlayPause, Key::K),
            (MediaPlay, Key::K),
            (F1, Key::F1),
            (F5, Key::F5),
            (F11, Key::F11),
        ] {
            let code = PhysicalKey::Code(KeyCode::Lang5);
            assert_eq!(super::name(&Logical::Named(named), code, true), Some(key), "{named:?}");
        }
    }
}
