//! What a group is beside its members: name, village, place, hour, leader; another group that goes over into it; the card about NIK and no. KK.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    engine::ids::ParticipantId,
    text::{common, group as text},
    ui::{
        console::{
            hours,
            parts::{self, Action},
        },
        drafts::{GroupForm, VaultForm},
        intent::{Intent, RosterKey},
        theme::{self, GRID},
        view::View,
        widgets,
    },
};

/// Width of the hour's field.
const HOUR: f32 = 110.0;
/// Least width of the list of leaders, so that names stand on one line.
const LEADERS: f32 = 280.0;

/// Draws it.
pub(super) fn facts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    form: &mut GroupForm,
    vault: &mut VaultForm,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        let mut begun = false;
        let edit = &mut form.edit;
        let before = edit.clone();
        begun |= parts::labelled_field(ui, &mut edit.name, text::NAME, text::NAME_HINT, None).gained_focus();
        parts::columns(ui, 2, |column, ui| {
            let (value, label) =
                if column == 0 { (&mut edit.village, text::VILLAGE) } else { (&mut edit.district, text::DISTRICT) };
            begun |= parts::labelled_field(ui, value, label, "", None).gained_focus();
        });
        begun |= parts::labelled_field(ui, &mut edit.place, text::PLACE, text::PLACE_HINT, None).gained_focus();
        if begun {
            form.undo.push(before);
        }
        ui.add_space(GRID / 2.0);
        ui.horizontal(|ui| {
            hour(ui, form);
            ui.add_space(GRID);
            leader(ui, form);
        });
        merge(ui, view, form, out);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| super::vault::vault_ui(ui, view, vault, out));
}

/// The usual hour: what is typed is no time yet while it is typed.
fn hour(ui: &mut Ui, form: &mut GroupForm) {
    let kept = form.edit.hour.map(common::clock).unwrap_or_default();
    let mut typed = form.hour.clone().unwrap_or(kept);
    ui.vertical(|ui| {
        ui.set_width(HOUR);
        let field = parts::labelled_field(ui, &mut typed, text::HOUR, text::HOUR_HINT, Some(HOUR));
        if field.gained_focus() {
            form.remember();
        }
        if field.changed() {
            let read = hours::read(&typed);
            if read.is_some() || typed.trim().is_empty() {
                form.edit.hour = read;
            }
            form.hour = Some(typed.clone());
        }
        let done = form.hour.as_ref().is_some_and(|typed| typed.trim().is_empty() || hours::read(typed).is_some());
        if done && !field.has_focus() {
            form.hour = None;
        }
    });
}

/// Chosen from the members.
fn leader(ui: &mut Ui, form: &mut GroupForm) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        widgets::caption(ui, text::LEADER);
        let chosen = form.edit.leader.and_then(|id| form.edit.members.iter().find(|member| member.id == id));
        let name = chosen.map_or(text::NO_LEADER, |member| member.name.as_str()).to_owned();
        let heard = text::leader_is(&name);
        let mut pick: Option<Option<ParticipantId>> = None;
        Action::secondary(&name).icon(icons::ICON_STAR).name(&heard).menu(ui, |ui| {
            ui.set_min_width(LEADERS);
            if Action::quiet(text::NO_LEADER).show(ui).clicked() {
                pick = Some(None);
            }
            for member in form.edit.members.iter().filter(|member| super::list::is_active(member)) {
                if Action::quiet(&member.name).show(ui).clicked() {
                    pick = Some(Some(member.id));
                }
            }
        });
        if let Some(pick) = pick {
            form.remember();
            form.edit.leader = pick;
        }
    });
}

/// Another group's members come into this one, and it goes to the archive with its meetings: chosen first, then said again with how many.
fn merge(ui: &mut Ui, view: &View<'_>, form: &mut GroupForm, out: &mut Vec<Intent>) {
    let others = super::list::targets(view, form);
    if others.is_empty() {
        return;
    }
    let possible = super::problem(form).is_none();
    ui.add_space(GRID);
    let chosen = form.merge.and_then(|id| view.groups.iter().find(|group| group.id == id)).filter(|_| possible);
    let Some(other) = chosen else {
        ui.horizontal(|ui| {
            Action::quiet(text::MERGE).icon(icons::ICON_MERGE).enabled(possible).menu(ui, |ui| {
                for (id, name) in &others {
                    if Action::quiet(name).show(ui).clicked() {
                        form.merge = Some(*id);
                    }
                }
            });
        });
        widgets::caption(ui, text::MERGE_HINT);
        return;
    };
    parts::words(ui, &text::merge_means(&other.name, other.members.len()), theme::colours(ui).ink);
    ui.horizontal(|ui| {
        let label = text::merge_now(&other.name, other.members.len());
        if Action::secondary(&label).icon(icons::ICON_MERGE).show(ui).clicked() {
            let edit = super::tidied(&form.edit);
            out.push(Intent::Roster(RosterKey::Merge { edit, from: other.id }));
            form.merge = None;
        }
        if Action::quiet(text::NOT_MERGED).show(ui).clicked() {
            form.merge = None;
        }
    });
}
