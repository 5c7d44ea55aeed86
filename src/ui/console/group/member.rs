//! One member: name, address, components, standing, notes; the numbers are in `numbers`.

use egui::{TextEdit, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        ids::ParticipantId,
        roster::{Component, Member, Standing},
    },
    text::{group as text, roster as words},
    ui::{
        console::parts::{self, Action},
        drafts::{GroupForm, GroupPart, VaultForm},
        intent::{Intent, RosterKey},
        theme::GRID,
        view::View,
        widgets,
    },
};

/// Rows of the notes.
const NOTE_ROWS: usize = 2;

/// Draws it.
pub(super) fn member_ui(
    ui: &mut Ui,
    view: &View<'_>,
    form: &mut GroupForm,
    who: ParticipantId,
    vault: &mut VaultForm,
    out: &mut Vec<Intent>,
) {
    let Some(index) = form.edit.members.iter().position(|member| member.id == who) else { return };
    parts::card(ui, |ui| {
        place_in_list(ui, view, form, who, out);
        let before = form.edit.clone();
        let mut begun = false;
        if let Some(member) = form.edit.members.get_mut(index) {
            let name = parts::labelled_field(ui, &mut member.name, text::MEMBER_NAME, "", None);
            super::shorten(&mut member.name);
            begun |= name.gained_focus();
            let address = parts::labelled_field(ui, &mut member.address, text::ADDRESS, text::ADDRESS_HINT, None);
            begun |= address.gained_focus();
            begun |= standing(ui, member, &mut form.edit.leader);
            begun |= components(ui, member);
        }
        ui.add_space(GRID / 2.0);
        super::numbers::numbers_ui(ui, view, form, who, vault, out);
        if let Some(member) = form.edit.members.get_mut(index) {
            begun |= notes(ui, member);
        }
        if begun && form.undo.last() != Some(&before) {
            form.undo.push(before);
        }
    });
}

/// Up, down, to another group, out of the list.
fn place_in_list(ui: &mut Ui, view: &View<'_>, form: &mut GroupForm, who: ParticipantId, out: &mut Vec<Intent>) {
    let members = &form.edit.members;
    let Some(name) = members.iter().find(|member| member.id == who).map(|member| member.name.clone()) else { return };
    let above = super::neighbours(members, who, true).is_some();
    let below = super::neighbours(members, who, false).is_some();
    ui.horizontal(|ui| {
        if parts::icon_button(ui, icons::ICON_ARROW_UPWARD, &text::up(&name), above).clicked() {
            super::nudge(form, who, true);
        }
        if parts::icon_button(ui, icons::ICON_ARROW_DOWNWARD, &text::down(&name), below).clicked() {
            super::nudge(form, who, false);
        }
        let targets = super::list::targets(view, form);
        if !targets.is_empty() {
            let possible = super::problem(form).is_none();
            Action::quiet(text::MOVE).icon(icons::ICON_DRIVE_FILE_MOVE).enabled(possible).menu(ui, |ui| {
                for (id, name) in &targets {
                    if Action::quiet(name).show(ui).clicked() {
                        let edit = super::tidied(&form.edit);
                        out.push(Intent::Roster(RosterKey::Move { edit, who: vec![who], to: *id }));
                    }
                }
            });
        }
        widgets::at_right(ui, |ui| {
            let delete = text::delete(&name);
            let asked = Action::quiet(text::TAKE_OUT).icon(icons::ICON_DELETE).name(&delete).show(ui);
            if asked.on_hover_text(text::TAKE_OUT_HINT).clicked() {
                form.remember();
                form.edit.members.retain(|member| member.id != who);
                form.edit.leader = form.edit.leader.filter(|leader| *leader != who);
                form.selected = GroupPart::Facts;
            }
        });
    });
}

/// Who leads may have left the programme, and still leads until somebody else is chosen.
fn standing(ui: &mut Ui, member: &mut Member, leader: &mut Option<ParticipantId>) -> bool {
    let mut changed = false;
    widgets::caption(ui, text::STANDING);
    ui.horizontal(|ui| {
        for standing in [Standing::Active, Standing::Graduated, Standing::Moved] {
            let on = member.standing == standing;
            if Action::secondary(words::standing(standing)).selected(on).show(ui).clicked() && !on {
                member.standing = standing;
                changed = true;
            }
        }
        let leads = *leader == Some(member.id);
        if Action::secondary(text::LEADS).icon(icons::ICON_STAR).selected(leads).show(ui).clicked() {
            *leader = (!leads).then_some(member.id);
            changed = true;
        }
    });
    if member.standing != Standing::Active {
        widgets::caption(ui, text::INACTIVE_HINT);
    }
    changed
}

fn components(ui: &mut Ui, member: &mut Member) -> bool {
    let mut changed = false;
    widgets::caption(ui, text::COMPONENTS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID / 2.0, GRID / 2.0);
        ui.spacing_mut().button_padding.x = GRID;
        for component in Component::ALL {
            let on = member.components.contains(&component);
            if Action::secondary(words::component(component)).selected(on).show(ui).clicked() {
                if on {
                    member.components.retain(|other| *other != component);
                } else {
                    member.components.push(component);
                    member.components.sort_unstable();
                }
                changed = true;
            }
        }
    });
    changed
}

fn notes(ui: &mut Ui, member: &mut Member) -> bool {
    let label = widgets::caption(ui, text::NOTES);
    let field = ui.add(
        TextEdit::multiline(&mut member.notes)
            .desired_rows(NOTE_ROWS)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric((1.5 * GRID) as i8, GRID as i8)),
    );
    field.labelled_by(label.id).gained_focus()
}
