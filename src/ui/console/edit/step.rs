//! The session as a whole, and the selected step: title, minutes, whether it may be skipped.

use egui::{RichText, Ui, vec2};
use egui_material_icons::icons;

use super::change;
use crate::{
    engine::draft::{DraftStep, Edit, STEP_MINUTES},
    text::{common, edit as text},
    ui::{
        console::parts::{self, Action},
        drafts::{EditForm, Selected},
        intent::Intent,
        theme::{self, GRID, HIT, size},
        view::EditView,
        widgets,
    },
};

/// Width of the minutes between their buttons.
const MINUTES: f32 = 96.0;

/// Draws title, goal and what should be looked at.
pub(super) fn session_ui(ui: &mut Ui, edit: &EditView<'_>, out: &mut Vec<Intent>) {
    parts::scroll(ui, "session", |ui| {
        parts::card(ui, |ui| {
            let mut title = edit.draft.title.clone();
            if parts::labelled_field(ui, &mut title, text::TITLE, "", None).changed() {
                change(out, Edit::Title(title));
            }
            if edit.draft.title.trim().is_empty() {
                let c = theme::colours(ui);
                parts::hint(ui, icons::ICON_WARNING, text::NO_TITLE, c.amber, c.amber_soft);
            }
            let mut goal = edit.draft.goal.clone();
            if parts::labelled_field(ui, &mut goal, text::GOAL, "", None).changed() {
                change(out, Edit::Goal(goal));
            }
            let hidden = edit.draft.pages().filter(|page| page.hidden).count();
            widgets::caption(ui, &text::size(edit.draft.steps.len(), edit.draft.pages().count(), hidden));
        });
        ui.add_space(GRID);
        parts::card(ui, |ui| faults(ui, edit));
        ui.add_space(GRID);
        widgets::caption(ui, text::HOW);
    });
}

fn faults(ui: &mut Ui, edit: &EditView<'_>) {
    parts::subtitle(ui, text::TO_LOOK_AT);
    if edit.faults.is_empty() {
        ui.label(text::ALL_WELL);
        return;
    }
    let c = theme::colours(ui);
    for fault in edit.faults {
        let place = fault.page.as_ref().and_then(|page| edit.draft.page(page)).map(|page| page.title.as_str());
        let words = match place {
            Some(title) => format!("{title}: {}", fault.sentence),
            None => fault.sentence.clone(),
        };
        parts::words(ui, &words, if fault.serious { c.amber } else { c.ink });
    }
}

/// Draws a step.
pub(super) fn step_ui(ui: &mut Ui, edit: &EditView<'_>, step: &DraftStep, form: &mut EditForm, out: &mut Vec<Intent>) {
    parts::scroll(ui, "step", |ui| {
        parts::card(ui, |ui| {
            let mut title = step.title.clone();
            if parts::labelled_field(ui, &mut title, text::STEP_TITLE, "", None).changed() {
                change(out, Edit::StepTitle(step.id.clone(), title));
            }
            ui.add_space(GRID);
            minutes(ui, step, out);
            ui.add_space(GRID);
            let must = Action::secondary(text::MUST).icon(icons::ICON_LOCK).selected(step.must).show(ui);
            if must.clicked() {
                change(out, Edit::Must(step.id.clone(), !step.must));
            }
        });
        ui.add_space(GRID);
        parts::card(ui, |ui| {
            ui.label(text::step_holds(step.pages.len()));
            ui.add_space(GRID);
            let others = edit.draft.steps.len() > 1;
            let remove = Action::secondary(text::REMOVE_STEP).icon(icons::ICON_DELETE).enabled(others);
            if remove.show(ui).clicked() {
                let at = edit.draft.steps.iter().position(|other| other.id == step.id).unwrap_or_default();
                let beside = edit.draft.steps.get(at + 1).or_else(|| edit.draft.steps.get(at.checked_sub(1)?));
                form.select(beside.map_or(Selected::Session, |step| Selected::Step(step.id.clone())));
                change(out, Edit::RemoveStep(step.id.clone()));
            }
        });
    });
}

fn minutes(ui: &mut Ui, step: &DraftStep, out: &mut Vec<Intent>) {
    widgets::caption(ui, text::MINUTES);
    ui.horizontal(|ui| {
        let mut set = |minutes: u16| change(out, Edit::Minutes(step.id.clone(), minutes));
        let less = step.minutes > *STEP_MINUTES.start();
        if Action::secondary("").icon(icons::ICON_REMOVE).name(text::SHORTER).enabled(less).show(ui).clicked() {
            set(step.minutes - 1);
        }
        let words = RichText::new(common::minutes(step.minutes.into())).font(theme::bold_font(size::BODY));
        ui.add_sized(vec2(MINUTES, HIT), egui::Label::new(words));
        let more = step.minutes < *STEP_MINUTES.end();
        if Action::secondary("").icon(icons::ICON_ADD).name(text::LONGER).enabled(more).show(ui).clicked() {
            set(step.minutes + 1);
        }
    });
}
