//! Editing an own session: steps and pages at the left, what is selected at the right, the whole at the top. Every change is reported at
//! once; saving is not the screen's business.

use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons;

use crate::{
    engine::draft::{Edit, TOTAL_MINUTES},
    text::edit as text,
    ui::{
        console::parts::{self, Action},
        drafts::{Drafts, EditForm, Selected},
        intent::{EditKey, Intent},
        textures::Textures,
        theme::{self, GRID},
        view::{EditView, Saving, View},
        widgets,
    },
};

mod add;
mod list;
mod page;
mod script;
mod step;

/// Share of the width the list has.
const LIST: f32 = 0.38;

/// Draws it.
pub fn edit_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, textures: &mut Textures, out: &mut Vec<Intent>) {
    let Some(edit) = &view.edit else { return };
    let form = &mut drafts.edit;
    keys(ui, edit, form, out);
    forget_gone(edit, form);
    if parts::head(ui, Some(text::DONE), &edit.draft.title, |ui| head(ui, edit, out)) {
        out.push(Intent::Edit(EditKey::Done));
    }
    parts::body(ui, |ui| {
        if let Some(trouble) = edit.trouble {
            trouble_ui(ui, edit, trouble, out);
        }
        let [mut left, mut right] = parts::halves(ui, LIST);
        list::list_ui(&mut left, edit, form, textures, out);
        let ui = &mut right;
        if form.adding {
            return add::add_ui(ui, view, edit, form, out);
        }
        match form.selected.clone() {
            Selected::Session => step::session_ui(ui, edit, out),
            Selected::Step(id) => {
                if let Some(step) = edit.draft.step(&id) {
                    step::step_ui(ui, edit, step, form, out);
                }
            }
            Selected::Page(id) => {
                if let Some(page) = edit.draft.page(&id) {
                    page::page_ui(ui, edit, page, form, textures, out);
                }
            }
        }
    });
}

/// One change.
fn change(out: &mut Vec<Intent>, edit: Edit) {
    out.push(Intent::Edit(EditKey::Do(edit)));
}

/// Keys that mean the same wherever the keyboard is, in a field too.
fn keys(ui: &Ui, edit: &EditView<'_>, form: &mut EditForm, out: &mut Vec<Intent>) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || pressed(Modifiers::COMMAND, Key::Y) {
        out.push(Intent::Edit(EditKey::Redo));
    }
    if pressed(Modifiers::COMMAND, Key::Z) {
        out.push(Intent::Edit(EditKey::Undo));
    }
    for (key, up) in [(Key::ArrowUp, true), (Key::ArrowDown, false)] {
        if pressed(Modifiers::ALT, key)
            && let Selected::Page(page) = &form.selected
            && let Some(edit) = edit.draft.nudge(page, up)
        {
            change(out, edit);
            form.reveal = true;
        }
    }
    if form.adding && pressed(Modifiers::NONE, Key::Escape) {
        form.adding = false;
    }
}

/// What was selected may have been taken back.
fn forget_gone(edit: &EditView<'_>, form: &mut EditForm) {
    let there = match &form.selected {
        Selected::Session => true,
        Selected::Step(step) => edit.draft.step(step).is_some(),
        Selected::Page(page) => edit.draft.page(page).is_some(),
    };
    if !there {
        form.selected = Selected::Session;
    }
}

/// Right to left.
fn head(ui: &mut Ui, edit: &EditView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    if Action::secondary(text::TRY).icon(icons::ICON_PLAY_ARROW).show(ui).clicked() {
        out.push(Intent::Edit(EditKey::Try));
    }
    if parts::icon_button(ui, icons::ICON_REDO, text::REDO, edit.can_redo).clicked() {
        out.push(Intent::Edit(EditKey::Redo));
    }
    if parts::icon_button(ui, icons::ICON_UNDO, text::UNDO, edit.can_undo).clicked() {
        out.push(Intent::Edit(EditKey::Undo));
    }
    let sum = edit.draft.minutes();
    if sum == TOTAL_MINUTES {
        parts::chip(ui, &text::minutes(sum), c.green, c.green_soft);
    } else {
        if Action::secondary(&text::fit(TOTAL_MINUTES)).show(ui).clicked() {
            change(out, Edit::Fit);
        }
        parts::chip(ui, &text::minutes_of(sum, TOTAL_MINUTES), c.amber, c.amber_soft);
    }
    match edit.saving {
        Saving::Nothing => _ = widgets::caption(ui, text::NOTHING_YET),
        Saving::Now => _ = widgets::caption(ui, text::SAVING),
        Saving::Done(at) => _ = widgets::caption(ui, &text::saved(at)),
        Saving::Failed => parts::chip(ui, text::UNSAVED, c.red, c.red_soft),
    }
    ui.add_space(GRID);
}

fn trouble_ui(ui: &mut Ui, edit: &EditView<'_>, trouble: &str, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    parts::hint(ui, icons::ICON_WARNING, trouble, c.red, c.red_soft);
    let answers: &[(&str, EditKey)] = if edit.must_choose {
        &[(text::USE_SCREEN, EditKey::UseScreen), (text::USE_FILE, EditKey::UseFile)]
    } else {
        &[(text::SAVE_AGAIN, EditKey::SaveAgain)]
    };
    ui.horizontal(|ui| {
        for (label, key) in answers {
            if Action::secondary(label).show(ui).clicked() {
                out.push(Intent::Edit(key.clone()));
            }
        }
    });
    ui.add_space(GRID);
}
