//! Keys as they are printed on controls and on the help screen, and as a screen reader says them.

use egui::Key;
// The bundled text font has no arrows; the icon font does.
use egui_material_icons::icons;

use super::Chord;
use crate::text::keys as text;

/// As it is printed on keyboards here.
#[must_use]
pub fn printed(chord: Chord) -> String {
    let key = match chord.key {
        Key::ArrowRight => icons::ICON_ARROW_FORWARD.codepoint,
        Key::ArrowLeft => icons::ICON_ARROW_BACK.codepoint,
        Key::ArrowUp => icons::ICON_ARROW_UPWARD.codepoint,
        Key::ArrowDown => icons::ICON_ARROW_DOWNWARD.codepoint,
        Key::Backspace => icons::ICON_BACKSPACE.codepoint,
        other => name(other),
    };
    joined(chord, key)
}

/// In words.
#[must_use]
pub fn spoken(chord: Chord) -> String {
    let key = match chord.key {
        Key::ArrowRight => text::RIGHT,
        Key::ArrowLeft => text::LEFT,
        Key::ArrowUp => text::UP,
        Key::ArrowDown => text::DOWN,
        Key::Backspace => text::BACKSPACE,
        Key::Period => text::PERIOD,
        Key::Comma => text::COMMA,
        Key::Slash => text::SLASH,
        Key::Questionmark => text::QUESTION_MARK,
        Key::OpenBracket => text::OPEN_BRACKET,
        Key::CloseBracket => text::CLOSE_BRACKET,
        other => name(other),
    };
    joined(chord, key)
}

fn name(key: Key) -> &'static str {
    match key {
        Key::PageDown => "PgDn",
        Key::PageUp => "PgUp",
        Key::Space => text::SPACE,
        Key::Period => ".",
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Slash => "/",
        Key::Questionmark => "?",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Escape => "Esc",
        Key::Delete => "Del",
        other => other.name(),
    }
}

fn joined(chord: Chord, key: &str) -> String {
    // "Ctrl++" would puzzle.
    let joint = if matches!(chord.key, Key::Plus | Key::Minus | Key::Equals) { " " } else { "+" };
    match (chord.ctrl, chord.shift) {
        (false, _) => key.to_owned(),
        (true, false) => format!("Ctrl{joint}{key}"),
        (true, true) => format!("Ctrl+Shift{joint}{key}"),
    }
}
