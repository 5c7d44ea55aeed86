//! Group: make one by typing or pasting names. The list of members is in `members`.

use egui::{Frame, Label, Margin, RichText, ScrollArea, Stroke, TextEdit, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        ids::GroupId,
        roster::{MAX_NAME_CHARS, MAX_PARTICIPANTS, clean_name, names_from_text},
    },
    text::group as text,
    ui::{
        drafts::{Drafts, GroupForm},
        intent::{GroupEdit, Intent, Screen},
        theme::{self, GRID, RADIUS, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

mod members;

/// Room below the box for the count, the button and the card's edge.
const BELOW_BOX: f32 = 16.0 * GRID;
/// Least height of the box.
const LEAST_BOX: f32 = 14.0 * GRID;

/// Draws it.
pub fn group_ui(ui: &mut Ui, view: &View<'_>, id: Option<GroupId>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let kept = kept(view, id);
    let form = match &mut drafts.group {
        Some(form) if form.edit.id == id => form,
        other => other.insert(GroupForm { edit: kept.clone(), ..GroupForm::default() }),
    };
    let changed = form.edit != kept || !form.paste.trim().is_empty();
    let title = if id.is_some() { text::EDIT } else { text::NEW };
    let back = parts::head(ui, Some(text::BACK), title, |_| {});
    let mut gone = back && !changed;
    form.leaving = (form.leaving || back) && changed;
    parts::foot(ui, |ui| gone |= foot(ui, id, form, out));
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.42);
        parts::scroll(&mut left, "fields", |ui| parts::card(ui, |ui| fields(ui, form)));
        members::members_ui(&mut right, form);
    });
    if gone {
        drafts.group = None;
        out.push(Intent::Go(Screen::Home));
    }
}

/// The group as it is kept now.
fn kept(view: &View<'_>, id: Option<GroupId>) -> GroupEdit {
    let group = view.groups.iter().find(|group| Some(group.id) == id);
    group.map_or(GroupEdit { id, ..GroupEdit::default() }, |group| GroupEdit {
        id,
        name: group.name.clone(),
        place: group.place.clone(),
        participants: group.members.iter().map(|person| (Some(person.id), person.name.clone())).collect(),
    })
}

/// Why it cannot be saved yet.
fn problem(form: &GroupForm) -> Option<&'static str> {
    if !form.paste.trim().is_empty() {
        Some(text::PASTE_WAITING)
    } else if clean_name(&form.edit.name).is_empty() {
        Some(text::NEEDS_NAME)
    } else if form.edit.participants.is_empty() {
        Some(text::NEEDS_MEMBERS)
    } else if form.edit.participants.iter().any(|(_, name)| clean_name(name).is_empty()) {
        Some(text::EMPTY_ROW)
    } else {
        None
    }
}

/// The form as it is sent away: names tidied, nothing else touched.
fn tidied(edit: &GroupEdit) -> GroupEdit {
    GroupEdit {
        id: edit.id,
        name: clean_name(&edit.name),
        place: clean_name(&edit.place),
        participants: edit.participants.iter().map(|(id, name)| (*id, clean_name(name))).collect(),
    }
}

/// Save, archive; true when the screen is to be left without saving.
fn foot(ui: &mut Ui, id: Option<GroupId>, form: &GroupForm, out: &mut Vec<Intent>) -> bool {
    let mut gone = false;
    let problem = problem(form);
    if form.leaving {
        let c = theme::colours(ui);
        parts::words(ui, text::UNSAVED, c.amber);
        gone = Action::quiet(text::DISCARD).icon(icons::ICON_UNDO).show(ui).clicked();
    } else if let Some(id) = id {
        if Action::quiet(text::ARCHIVE).icon(icons::ICON_ARCHIVE).show(ui).clicked() {
            out.push(Intent::ArchiveGroup(id));
        }
        if problem.is_none() {
            widgets::caption(ui, text::ARCHIVE_HINT);
        }
    }
    widgets::at_right(ui, |ui| {
        let save = Action::primary(text::SAVE).icon(icons::ICON_CHECK).enabled(problem.is_none()).show(ui);
        if save.clicked() {
            out.push(Intent::SaveGroup(tidied(&form.edit)));
        }
        if let Some(problem) = problem {
            ui.add_space(GRID);
            ui.add(
                Label::new(RichText::new(problem).font(theme::font(size::SMALL)).color(theme::colours(ui).ink)).wrap(),
            );
        }
    });
    gone
}

fn fields(ui: &mut Ui, form: &mut GroupForm) {
    let edit = &mut form.edit;
    let name = parts::labelled_field(ui, &mut edit.name, text::NAME, text::NAME_HINT, None);
    if edit.id.is_none() && edit.name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
        name.request_focus();
    }
    parts::labelled_field(ui, &mut edit.place, text::PLACE, text::PLACE_HINT, None);
    ui.add_space(GRID);
    paste_box(ui, &mut form.paste);
    let found = names_from_text(&form.paste);
    let (fresh, known): (Vec<String>, Vec<String>) =
        found.iter().cloned().partition(|name| !form.edit.participants.iter().any(|(_, here)| same_name(here, name)));
    let words = match (found.len(), known.len()) {
        (0, _) => text::NO_NAMES_YET.to_owned(),
        (found, 0) => text::found(found),
        (found, known) => format!("{}, {}", text::found(found), text::already(known)),
    };
    widgets::caption(ui, &words);
    if Action::secondary(text::ADD).icon(icons::ICON_PLAYLIST_ADD).enabled(!found.is_empty()).show(ui).clicked() {
        take_names(form, fresh);
    }
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
    form.undo.push(form.edit.clone());
    let room = MAX_PARTICIPANTS.saturating_sub(form.edit.participants.len());
    let (taken, left): (Vec<_>, Vec<_>) = names.into_iter().enumerate().partition(|(index, _)| *index < room);
    form.edit.participants.extend(taken.into_iter().map(|(_, name)| (None, name)));
    form.paste = left.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join("\n");
}

/// The same person as far as a list of names can tell.
fn same_name(a: &str, b: &str) -> bool {
    clean_name(a).to_lowercase() == clean_name(b).to_lowercase()
}

/// Keeps a typed name inside the limit.
fn shorten(name: &mut String) {
    if let Some((end, _)) = name.char_indices().nth(MAX_NAME_CHARS) {
        name.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_over_the_limit_stay_in_the_box_and_undo_brings_the_list_back() {
        let mut form = GroupForm::default();
        let names: Vec<String> = (0..MAX_PARTICIPANTS + 2).map(|n| format!("Ibu {n}")).collect();
        take_names(&mut form, names);
        assert_eq!(form.edit.participants.len(), MAX_PARTICIPANTS);
        assert_eq!(form.paste.lines().count(), 2);
        assert_eq!(form.undo.len(), 1);
        assert!(form.undo.iter().all(|edit| edit.participants.is_empty()));
    }

    #[test]
    fn a_group_is_savable_only_with_a_name_and_members_and_nothing_left_in_the_box() {
        let mut form = GroupForm::default();
        assert_eq!(problem(&form), Some(text::NEEDS_NAME));
        form.edit.name = " Melati ".to_owned();
        assert_eq!(problem(&form), Some(text::NEEDS_MEMBERS));
        form.edit.participants.push((None, " Siti  Rohayati ".to_owned()));
        assert_eq!(problem(&form), None);
        form.paste = "Tuminah".to_owned();
        assert_eq!(problem(&form), Some(text::PASTE_WAITING));
        form.paste.clear();
        form.edit.participants.push((None, "  ".to_owned()));
        assert_eq!(problem(&form), Some(text::EMPTY_ROW));
        assert_eq!(tidied(&form.edit).participants.first().map(|(_, name)| name.as_str()), Some("Siti Rohayati"));
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let mut name = "é".repeat(MAX_NAME_CHARS + 5);
        shorten(&mut name);
        assert_eq!(name.chars().count(), MAX_NAME_CHARS);
    }
}
