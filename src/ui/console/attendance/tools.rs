//! The attendance screen's tools: everyone present, undo, search, walk-ins, the number being typed.

use egui::{Key, RichText, Ui, vec2};

use crate::{
    engine::{command::Command, roster::MAX_NAME_CHARS},
    text::attendance as text,
    ui::{
        drafts::Drafts,
        intent::{Intent, Overlay, RollKey},
        keymap::{self, Context},
        theme::{self, HIT, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws them.
pub(super) fn tools_ui(ui: &mut Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    if meeting.roll.searching {
        search_ui(ui, meeting, drafts, out);
    } else if meeting.roll.adding {
        walk_in_ui(ui, drafts, out);
    } else {
        buttons_ui(ui, meeting, out);
    }
}

fn buttons_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        for (label, key) in [
            (text::ALL_PRESENT, RollKey::All),
            (text::UNDO, RollKey::Undo),
            (text::SEARCH, RollKey::Search),
            (text::WALK_IN, RollKey::WalkIn),
        ] {
            let possible = key != RollKey::Undo || !meeting.state.undo.is_empty();
            ui.add_enabled_ui(possible, |ui| {
                if widgets::keyed(ui, &hint(&Intent::Roll(key)), label, false).clicked() {
                    out.push(Intent::Roll(key));
                }
            });
        }
        let help = Intent::Overlay(Some(Overlay::Help));
        if widgets::keyed(ui, &hint(&help), text::HELP, false).clicked() {
            out.push(help);
        }
        if let Some(cover) = meeting.state.cover {
            let c = theme::colours(ui);
            widgets::tag(ui, text::covered(cover), c.ink, c.accent_soft);
        }
        if let Some(words) = meeting.rejection {
            let c = theme::colours(ui);
            widgets::tag(ui, words, c.amber, c.amber_soft);
        }
        widgets::at_right(ui, |ui| typed_ui(ui, meeting, out));
    });
}

/// The row number being typed, large, with the name it means.
fn typed_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let typed = &meeting.roll.typed;
    if typed.is_empty() {
        return;
    }
    let c = theme::colours(ui);
    let number = typed.parse::<u16>().ok();
    let row = number.and_then(|number| meeting.state.roll.iter().find(|row| !row.removed && row.number == number));
    ui.add_enabled_ui(row.is_some(), |ui| {
        if widgets::keyed(ui, &hint(&Intent::Roll(RollKey::Enter)), row.map_or("–", |row| row.name.as_str()), false)
            .clicked()
        {
            out.push(Intent::Roll(RollKey::Enter));
        }
    });
    let words = RichText::new(typed).font(theme::bold_font(size::HUGE)).color(c.accent);
    let shown = ui.label(words);
    shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{} {typed}", text::ROW_NUMBER)));
}

/// Search: Enter toggles the row under the cursor (the app keeps it on a match) and closes the search.
fn search_ui(ui: &mut Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let before = drafts.search.clone();
        let field = field_ui(ui, &mut drafts.search, text::SEARCH, text::SEARCH_HINT);
        if drafts.search != before && meeting.roll.row > 0 {
            // Another search shows other rows: begin at the first of them.
            out.push(Intent::Roll(RollKey::Edge(-1)));
        }
        for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
            if field.has_focus() && ui.input(|input| input.key_pressed(key)) {
                out.push(Intent::Roll(RollKey::Move(by)));
            }
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        if entered {
            let shown = super::shown_rows(&meeting.state.roll, &drafts.search);
            if let Some(row) = shown.get(meeting.roll.row).or(shown.first()) {
                out.extend([Intent::Meeting(Command::ToggleNumber(row.number)), Intent::Escape]);
            }
        }
        if widgets::keyed(ui, &hint(&Intent::Escape), crate::text::overlays::CLOSE, false).clicked() {
            out.push(Intent::Escape);
        }
    });
}

fn walk_in_ui(ui: &mut Ui, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let field = field_ui(ui, &mut drafts.walk_in, text::WALK_IN_NAME, text::WALK_IN_NAME);
        let mut add = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        let empty = drafts.walk_in.trim().is_empty();
        ui.add_enabled_ui(!empty, |ui| add |= widgets::primary(ui, text::ADD_WALK_IN).clicked());
        if add && !empty {
            out.push(Intent::Meeting(Command::AddWalkIn(drafts.walk_in.trim().to_owned())));
        }
        if widgets::keyed(ui, &hint(&Intent::Escape), crate::text::overlays::CLOSE, false).clicked() {
            out.push(Intent::Escape);
        }
    });
}

fn hint(intent: &Intent) -> String {
    keymap::hint(Context::Attendance, intent)
}

fn field_ui(ui: &mut Ui, value: &mut String, name: &str, hint: &str) -> egui::Response {
    let field = egui::TextEdit::singleline(value)
        .font(theme::font(size::BODY))
        .hint_text(hint)
        .char_limit(MAX_NAME_CHARS)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(360.0)
        .min_size(vec2(360.0, HIT));
    let response = ui.add(field);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name));
    response
}
