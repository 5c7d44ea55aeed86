//! Group: its frame, what can be saved, what is asked when leaving. The list of members is in `list`; beside it stands one of `facts`, `names` and
//! `member`.

use egui::{Key, Label, Modifiers, RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{
        ids::{GroupId, ParticipantId},
        roster::{MAX_NAME_CHARS, Member, clean_name},
    },
    text::{group as text, search},
    ui::{
        drafts::{Drafts, GroupForm, GroupPart},
        intent::{GroupEdit, Intent, Screen, VaultKey},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

mod facts;
mod list;
mod member;
mod names;
mod numbers;
mod vault;

/// Share of the width the list has.
const LIST: f32 = 0.46;

/// Draws it.
pub fn group_ui(ui: &mut Ui, view: &View<'_>, id: Option<GroupId>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let kept = kept(view, id);
    let form = match &mut drafts.group {
        Some(form) if form.edit.id == id => form,
        other => {
            let selected = if id.is_some() { GroupPart::Facts } else { GroupPart::Names };
            other.insert(GroupForm { edit: kept.clone(), selected, ..GroupForm::default() })
        }
    };
    forget_gone(form);
    keys(ui, form);
    let changed = form.edit != kept || !form.paste.trim().is_empty() || form.typing.is_some();
    let title = if id.is_some() { kept.name.as_str() } else { text::NEW };
    let (label, to) = if drafts.study.outside { (search::BACK, Screen::Learn) } else { (text::BACK, Screen::Home) };
    let back = parts::head(ui, Some(label), title, |ui| {
        let possible = form.undo.iter().any(|earlier| *earlier != form.edit);
        if Action::quiet(text::UNDO).icon(icons::ICON_UNDO).enabled(possible).show(ui).clicked() {
            undo(form);
        }
    });
    let mut gone = back && !changed;
    form.leaving = (form.leaving || back) && changed;
    parts::foot(ui, |ui| gone |= foot(ui, id, form, out));
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, LIST);
        list::list_ui(&mut left, view, form, out);
        let ui = &mut right;
        let part = form.member().map_or_else(|| "part".to_owned(), |id| id.0.to_string());
        parts::scroll(ui, &part, |ui| match form.selected {
            GroupPart::Facts => facts::facts_ui(ui, view, form, &mut drafts.vault, out),
            GroupPart::Names => names::names_ui(ui, form),
            GroupPart::Member(who) => member::member_ui(ui, view, form, who, &mut drafts.vault, out),
        });
    });
    if gone {
        drafts.group = None;
        out.push(Intent::Go(to));
    }
}

/// The group as it is kept now.
fn kept(view: &View<'_>, id: Option<GroupId>) -> GroupEdit {
    view.groups.iter().find(|group| Some(group.id) == id).map_or_else(GroupEdit::default, GroupEdit::of)
}

/// Opens something beside the list. A number half typed for another member is kept as it is rather than lost.
fn select(form: &mut GroupForm, part: GroupPart, out: &mut Vec<Intent>) {
    if form.selected != part
        && let Some(typing) = form.typing.take()
    {
        out.push(Intent::Vault(VaultKey::Keep { who: typing.who, number: typing.number, typed: typing.text }));
    }
    form.selected = part;
    form.leaving = false;
}

/// Who is selected or ticked may have been taken back.
fn forget_gone(form: &mut GroupForm) {
    let members = &form.edit.members;
    let there = |id: ParticipantId| members.iter().any(|member| member.id == id);
    if form.member().is_some_and(|id| !there(id)) {
        form.selected = GroupPart::Facts;
    }
    form.ticked.retain(|id| there(*id));
}

/// Keys that mean the same wherever the keyboard is, in a field too.
fn keys(ui: &Ui, form: &mut GroupForm) {
    for (key, up) in [(Key::ArrowUp, true), (Key::ArrowDown, false)] {
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        if let (true, Some(who)) = (pressed, form.member()) {
            nudge(form, who, up);
        }
    }
}

/// Moves a member one row; true when there was one to change places with. Those who left the programme are another list.
fn nudge(form: &mut GroupForm, who: ParticipantId, up: bool) -> bool {
    let Some((from, to)) = neighbours(&form.edit.members, who, up) else { return false };
    form.remember();
    form.edit.members.swap(from, to);
    form.reveal = true;
    true
}

/// Where this member stands, and the next one in this direction who is in the same list.
fn neighbours(members: &[Member], who: ParticipantId, up: bool) -> Option<(usize, usize)> {
    let from = members.iter().position(|member| member.id == who)?;
    let fold = list::is_active(members.get(from)?);
    let same = |at: &usize| members.get(*at).is_some_and(|member| list::is_active(member) == fold);
    let to = if up { (0..from).rev().find(same)? } else { (from + 1..members.len()).find(same)? };
    Some((from, to))
}

/// Back to the newest earlier state that was different.
fn undo(form: &mut GroupForm) {
    while let Some(earlier) = form.undo.pop() {
        if earlier != form.edit {
            form.edit = earlier;
            form.hour = None;
            return;
        }
    }
}

/// Why it cannot be saved yet.
fn problem(form: &GroupForm) -> Option<&'static str> {
    if !form.paste.trim().is_empty() {
        Some(text::PASTE_WAITING)
    } else if clean_name(&form.edit.name).is_empty() {
        Some(text::NEEDS_NAME)
    } else if form.edit.members.is_empty() && form.edit.id.is_none() {
        Some(text::NEEDS_MEMBERS)
    } else if form.edit.members.iter().any(|member| clean_name(&member.name).is_empty()) {
        Some(text::EMPTY_ROW)
    } else if form.hour.is_some() {
        Some(text::NO_HOUR)
    } else if form.typing.is_some() {
        Some(text::NUMBER_WAITING)
    } else {
        None
    }
}

/// The form as it is sent away: what was typed tidied, nothing else touched.
fn tidied(edit: &GroupEdit) -> GroupEdit {
    let mut edit = edit.clone();
    for field in [&mut edit.name, &mut edit.village, &mut edit.district, &mut edit.place] {
        *field = clean_name(field);
    }
    for member in &mut edit.members {
        member.name = clean_name(&member.name);
        member.address = clean_name(&member.address);
        member.notes = member.notes.trim().to_owned();
    }
    edit
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

/// Keeps a typed name inside the limit.
fn shorten(name: &mut String) {
    if let Some((end, _)) = name.char_indices().nth(MAX_NAME_CHARS) {
        name.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::roster::Standing;

    fn form(names: &[&str]) -> GroupForm {
        GroupForm { edit: GroupEdit::named("Melati", "", names.iter().copied()), ..GroupForm::default() }
    }

    fn names(form: &GroupForm) -> Vec<&str> {
        form.edit.members.iter().map(|member| member.name.as_str()).collect()
    }

    #[test]
    fn a_group_is_savable_only_with_a_name_and_members_and_nothing_left_in_the_box() {
        let mut form = GroupForm::default();
        assert_eq!(problem(&form), Some(text::NEEDS_NAME));
        form.edit.name = " Melati ".to_owned();
        assert_eq!(problem(&form), Some(text::NEEDS_MEMBERS));
        form.edit.add(" Siti  Rohayati ");
        assert_eq!(problem(&form), None);
        form.paste = "Tuminah".to_owned();
        assert_eq!(problem(&form), Some(text::PASTE_WAITING));
        form.paste.clear();
        form.hour = Some("9.".to_owned());
        assert_eq!(problem(&form), Some(text::NO_HOUR));
        form.hour = None;
        form.edit.add("  ");
        assert_eq!(problem(&form), Some(text::EMPTY_ROW));
        assert_eq!(tidied(&form.edit).members.first().map(|member| member.name.as_str()), Some("Siti Rohayati"));
    }

    #[test]
    fn moving_passes_over_who_left_the_programme_and_can_be_undone() {
        let mut form = form(&["A", "B", "C"]);
        let ids: Vec<ParticipantId> = form.edit.members.iter().map(|member| member.id).collect();
        form.edit.members[1].standing = Standing::Graduated;
        assert!(nudge(&mut form, ids[2], true));
        assert_eq!(names(&form), ["C", "B", "A"]);
        assert!(!nudge(&mut form, ids[2], true), "the first stays first");
        assert!(!nudge(&mut form, ids[1], false), "alone in its list");
        undo(&mut form);
        assert_eq!(names(&form), ["A", "B", "C"]);
    }

    #[test]
    fn undo_passes_over_states_in_which_nothing_was_changed() {
        let mut form = form(&["A"]);
        form.remember();
        form.edit.members.clear();
        form.remember();
        form.remember();
        assert_eq!(form.undo.len(), 2);
        undo(&mut form);
        assert_eq!(names(&form), ["A"]);
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let mut name = "é".repeat(MAX_NAME_CHARS + 5);
        shorten(&mut name);
        assert_eq!(name.chars().count(), MAX_NAME_CHARS);
    }
}
