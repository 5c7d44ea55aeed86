//! All keys, by where they mean something: the key table itself, in words.

use egui::{Key, RichText, ScrollArea, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    text::{deliver, overlays as text},
    ui::{
        intent::Intent,
        keymap::{Chord, Context, ROWS},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

/// Draws it.
pub(super) fn help_ui(ui: &Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    super::panel(ui, text::HELP, 1080.0, out, |ui, out| {
        let room = ui.ctx().content_rect().height() - 210.0;
        ScrollArea::vertical().id_salt("help").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            let width = (ui.available_width() - 3.0 * GRID) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 3.0 * GRID;
                column_ui(ui, width, &[(Context::Deliver, text::HELP_DELIVER)]);
                column_ui(
                    ui,
                    width,
                    &[(Context::Attendance, text::HELP_ATTENDANCE), (Context::Waiting, text::HELP_WAITING)],
                );
            });
        });
        ui.separator();
        if widgets::secondary(ui, if view.dark { deliver::LIGHT } else { deliver::DARK }).clicked() {
            out.push(Intent::ToggleDark);
        }
    });
}

fn column_ui(ui: &mut Ui, width: f32, contexts: &[(Context, &str)]) {
    let c = theme::colours(ui);
    ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 4.0;
            for (context, head) in contexts {
                ui.label(RichText::new(*head).font(theme::bold_font(size::BODY)).color(c.accent));
                if let Some(words) = digits_help(*context) {
                    key_ui(ui, text::DIGITS, words);
                }
                // What means something only here comes first.
                let here = ROWS.iter().filter(|row| row.contexts.contains(context));
                let (own, shared): (Vec<_>, Vec<_>) = here.partition(|row| row.contexts.len() == 1);
                for row in own.into_iter().chain(shared) {
                    let keys: Vec<String> = row.keys.iter().map(|chord| chord_name(*chord)).collect();
                    key_ui(ui, &keys.join("  "), row.help);
                }
                ui.add_space(2.0 * GRID);
            }
        });
    });
}

const fn digits_help(context: Context) -> Option<&'static str> {
    match context {
        Context::Deliver => Some(text::HELP_DIGITS),
        Context::Attendance => Some(text::HELP_ROLL_DIGITS),
        Context::Waiting | Context::Turn => None,
    }
}

fn key_ui(ui: &mut Ui, keys: &str, words: &str) {
    let c = theme::colours(ui);
    ui.horizontal_top(|ui| {
        let wide = (ui.available_width() * 0.42).floor();
        ui.allocate_ui(vec2(wide, 0.0), |ui| {
            ui.set_width(wide);
            let keys = RichText::new(keys).font(theme::bold_font(size::SMALL)).color(c.ink);
            ui.add(egui::Label::new(keys).wrap());
        });
        let words = RichText::new(words).font(theme::font(size::SMALL + 1.0)).color(c.muted);
        ui.add(egui::Label::new(words).wrap());
    });
}

/// A chord as it is printed on keyboards here.
fn chord_name(chord: Chord) -> String {
    let key = match chord.key {
        Key::ArrowRight => icons::ICON_ARROW_FORWARD.codepoint,
        Key::ArrowLeft => icons::ICON_ARROW_BACK.codepoint,
        Key::ArrowUp => icons::ICON_ARROW_UPWARD.codepoint,
        Key::ArrowDown => icons::ICON_ARROW_DOWNWARD.codepoint,
        Key::Backspace => icons::ICON_BACKSPACE.codepoint,
        Key::PageDown => "PgDn",
        Key::PageUp => "PgUp",
        Key::Space => crate::text::keys::SPACE,
        Key::Period => ".",
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Slash => "/",
        Key::Questionmark => "?",
        Key::Escape => "Esc",
        Key::Delete => "Del",
        other => other.name(),
    };
    // "Ctrl++" would puzzle.
    let joint = if matches!(chord.key, Key::Plus | Key::Minus | Key::Equals) { " " } else { "+" };
    if chord.shift {
        format!("Ctrl+Shift{joint}{key}")
    } else if chord.ctrl {
        format!("Ctrl{joint}{key}")
    } else {
        key.to_owned()
    }
}
