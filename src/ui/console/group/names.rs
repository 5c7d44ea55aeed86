//! New members: a box for many names, one per line or copied out of a spreadsheet.

use egui::{Frame, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::roster::{MAX_PARTICIPANTS, clean_name, names_from_text},
    text::group as text,
    ui::{
        console::parts::{self, Action},
        drafts::GroupForm,
        theme::{self, GRID, RADIUS},
        widgets,
    },
};

/// Room below the box for the count, the button and the card's edge.
const BELOW_BOX: f32 = 16.0 * GRID;
/// Least height of the box.
const LEAST_BOX: f32 = 14.0 * GRID;

/// Draws it. A group that is new is named here, so that the first one needs no other place.
pub(super) fn names_ui(ui: &mut Ui, form: &mut GroupForm) {
    parts::card(ui, |ui| {
        if form.edit.id.is_none() {
            let name = parts::labelled_field(ui, &mut form.edit.name, text::NAME, text::NAME_HINT, None);
            if form.edit.name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                name.request_focus();
            }
            ui.add_space(GRID);
        }
        paste_box(ui, &mut form.paste);
        let found = names_from_text(&form.paste);
        let (fresh, known): (Vec<String>, Vec<String>) =
            found.iter().cloned().partition(|name| !form.edit.members.iter().any(|here| same_name(&here.name, name)));
        let words = match (found.len(), known.len()) {
            (0, _) => text::NO_NAMES_YET.to_owned(),
            (found, 0) => text::found(found),
            (found, known) => format!("{}, {}", text::found(found), text::already(known)),
        };
        widgets::caption(ui, &words);
        if Action::secondary(text::ADD).icon(icons::ICON_PLAYLIST_ADD).enabled(!found.is_empty()).show(ui).clicked() {
            take_names(form, fresh);
        }
    });
}

/// The box for many names; it scrolls inside its border, so that the button below stays in sight.
fn paste_box(ui: &mut Ui, typed: &mut String) {
    let c = theme::colours(ui);
    let label = widgets::caption(ui, text::PASTE);
    let height = (ui.clip_rect().bottom() - ui.cursor().top() - BELOW_BOX).max(LEAST_BOX);
    let id = ui.make_persistent_id("paste");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let stroke = if focused { Stroke::new(2.0, c.accent) } else { Stroke::new(1.0, c.line) };
    let frame = Frame::new()
        .stroke(stroke)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric((1.5 * GRID) as i8, GRID as i8));
    frame.show(ui, |ui| {
        ScrollArea::vertical().id_salt("paste-scroll").max_height(height).min_scrolled_height(height).show(ui, |ui| {
            let area = TextEdit::multiline(typed)
                .id(id)
                .frame(Frame::new())
                .hint_text(RichText::new(text::PASTE_HINT).color(c.muted))
                .desired_width(f32::INFINITY)
                .min_size(vec2(0.0, height));
            ui.add(area).labelled_by(label.id);
        });
    });
}

/// Puts names at the end of the list; those over the limit stay in the box.
fn take_names(form: &mut GroupForm, names: Vec<String>) {
    form.remember();
    let room = MAX_PARTICIPANTS.saturating_sub(form.edit.members.len());
    let (taken, left): (Vec<_>, Vec<_>) = names.into_iter().enumerate().partition(|(index, _)| *index < room);
    for (_, name) in taken {
        form.edit.add(&name);
    }
    form.paste = left.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join("\n");
}

/// The same person as far as a list of names can tell.
fn same_name(a: &str, b: &str) -> bool {
    clean_name(a).to_lowercase() == clean_name(b).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_over_the_limit_stay_in_the_box_and_undo_has_the_list_before() {
        let mut form = GroupForm::default();
        let names: Vec<String> = (0..MAX_PARTICIPANTS + 2).map(|n| format!("Ibu {n}")).collect();
        take_names(&mut form, names);
        assert_eq!(form.edit.members.len(), MAX_PARTICIPANTS);
        assert_eq!(form.paste.lines().count(), 2);
        assert!(matches!(form.undo.as_slice(), [before] if before.members.is_empty()));
    }
}
