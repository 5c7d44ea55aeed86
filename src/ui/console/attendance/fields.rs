//! The attendance screen's fields: search, people who are not on the list, who came instead, guests. One at a time, in place of the tools.

use egui::{Key, Ui, vec2};

use crate::{
    engine::{
        attendance::Attendee,
        command::{Command, MAX_GUESTS_CHARS, MAX_HEADS},
        roster::MAX_NAME_CHARS,
    },
    text::{attendance as text, overlays},
    ui::{
        drafts::Drafts,
        intent::{Intent, RollKey},
        theme::{self, GRID, HIT, size},
        view::{RollField, RollView},
        widgets,
    },
};

use super::tools::hint;

/// Usual width of a field.
const WIDTH: f32 = 360.0;

/// Draws the one that is open.
pub(super) fn field_ui(ui: &mut Ui, roll: &RollView<'_>, field: RollField, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        match field {
            RollField::Search => search_ui(ui, roll, drafts, out),
            RollField::WalkIn => walk_in_ui(ui, roll, drafts, out),
            RollField::Represent(who) => represent_ui(ui, roll, who, drafts, out),
            RollField::Guests => guests_ui(ui, roll, drafts, out),
        }
        if widgets::keyed(ui, &hint(&Intent::Escape), overlays::CLOSE, false).clicked() {
            out.push(Intent::Escape);
        }
    });
}

/// Search: Enter toggles the row under the cursor (the app keeps it on a match) and closes the search.
fn search_ui(ui: &mut Ui, roll: &RollView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let before = drafts.search.clone();
    let field = text_ui(ui, &mut drafts.search, text::SEARCH, text::SEARCH_HINT, WIDTH, MAX_NAME_CHARS);
    if drafts.search != before && roll.cursor.row > 0 {
        // Another search shows other rows: begin at the first of them.
        out.push(Intent::Roll(RollKey::Edge(-1)));
    }
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        if field.has_focus() && ui.input(|input| input.key_pressed(key)) {
            out.push(Intent::Roll(RollKey::Move(by)));
        }
    }
    let entered = entered(ui, &field);
    keep_focus(&field);
    if entered {
        let shown = super::shown_rows(&roll.state.roll, roll.cursor, &drafts.search);
        if let Some(row) = shown.get(roll.cursor.row).or(shown.first()) {
            out.extend([roll.ask(Command::ToggleNumber(row.number)), Intent::Escape]);
        }
    }
}

fn walk_in_ui(ui: &mut Ui, roll: &RollView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let field = text_ui(ui, &mut drafts.walk_in, text::WALK_IN_NAME, text::WALK_IN_NAME, WIDTH, MAX_NAME_CHARS);
    let mut add = entered(ui, &field);
    keep_focus(&field);
    let empty = drafts.walk_in.trim().is_empty();
    ui.add_enabled_ui(!empty, |ui| add |= widgets::primary(ui, text::ADD_WALK_IN).clicked());
    if add && !empty {
        out.push(roll.ask(Command::AddWalkIn(drafts.walk_in.trim().to_owned())));
    }
}

/// Who came instead: a word that is often right by one press, or typed.
fn represent_ui(ui: &mut Ui, roll: &RollView<'_>, who: Attendee, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let Some(row) = roll.state.roll.iter().find(|row| row.who == who) else { return };
    ui.label(text::by_whom(row.number, &row.name));
    let field = text_ui(ui, &mut drafts.by, text::REPRESENTED_BY, text::BY_HINT, 220.0, MAX_NAME_CHARS);
    let mut keep = entered(ui, &field);
    keep_focus(&field);
    for word in text::RELATIVES {
        if widgets::secondary(ui, word).clicked() {
            out.push(roll.ask(Command::Represent(who, Some(word.to_owned()))));
        }
    }
    let empty = drafts.by.trim().is_empty();
    ui.add_enabled_ui(!empty, |ui| keep |= widgets::primary(ui, text::KEEP).clicked());
    if keep && !empty {
        out.push(roll.ask(Command::Represent(who, Some(drafts.by.trim().to_owned()))));
    }
    if row.by.is_some() && widgets::secondary(ui, text::NOT_REPRESENTED).clicked() {
        out.push(roll.ask(Command::Represent(who, None)));
    }
}

fn guests_ui(ui: &mut Ui, roll: &RollView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let (count, who) = &mut drafts.guests;
    ui.label(text::GUESTS_COUNT);
    let number = text_ui(ui, count, text::GUESTS_COUNT, "0", 64.0, 3);
    count.retain(|c| c.is_ascii_digit());
    ui.add_space(GRID);
    let words = text_ui(ui, who, text::GUESTS_WHO, text::GUESTS_HINT, WIDTH, MAX_GUESTS_CHARS);
    let mut keep = entered(ui, &number) || entered(ui, &words);
    if !words.has_focus() {
        keep_focus(&number);
    }
    let count = if count.is_empty() { Some(0) } else { count.parse::<u16>().ok().filter(|count| *count <= MAX_HEADS) };
    ui.add_enabled_ui(count.is_some(), |ui| keep |= widgets::primary(ui, text::KEEP).clicked());
    if let Some(count) = count.filter(|_| keep) {
        out.push(roll.ask(Command::CountGuests(count, who.trim().to_owned())));
        let before = roll.state.guests.as_ref().map_or((0, ""), |(count, who)| (*count, who.as_str()));
        if before == (count, who.trim()) {
            // Nothing new to write down; the field has done what it is for.
            out.push(Intent::Escape);
        }
    }
}

fn entered(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Whoever opened the field wants to type.
fn keep_focus(field: &egui::Response) {
    if !field.has_focus() && !field.lost_focus() && field.ctx.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
}

fn text_ui(ui: &mut Ui, value: &mut String, name: &str, hint: &str, width: f32, most: usize) -> egui::Response {
    let field = egui::TextEdit::singleline(value)
        .font(theme::font(size::BODY))
        .hint_text(hint)
        .char_limit(most)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(width)
        .min_size(vec2(width, HIT));
    let response = ui.add(field);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name));
    response
}
