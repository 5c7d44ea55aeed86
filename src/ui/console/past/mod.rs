//! A closed meeting, in tabs: what it was, who came, what there is to show for it, the report. One file per tab.

use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons;

use crate::{
    text::{close, past as text, search},
    ui::{
        drafts::{Drafts, PastForm, PastTab},
        intent::{Intent, PhotoKey, Screen},
        textures::Textures,
        theme::{self, GRID},
        view::View,
        widgets,
    },
};

use super::{
    choosing,
    parts::{self, Action},
    told::{self, Of},
};

mod evidence;
mod marks;
mod photos;
mod report;
mod roll;
mod summary;

/// The keys of the tabs, with Ctrl.
const KEYS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

/// Draws it.
pub fn past_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, textures: &mut Textures, out: &mut Vec<Intent>) {
    let (back, to) = if drafts.study.outside { (search::BACK, Screen::Learn) } else { (close::HOME, Screen::Home) };
    let form = &mut drafts.past;
    let opened = form.tab;
    if let Some(choosing) = view.past.as_ref().and_then(|past| past.photos.choosing) {
        choosing::choosing_ui(ui, choosing, |key| out.push(Intent::Photo(PhotoKey::Choosing(key))));
        return;
    }
    let title = view.past.as_ref().and_then(|past| past.state).map(|state| {
        let held = state.started_wall.unwrap_or(state.opened_wall);
        text::title(&state.setup.group_name, &state.setup.label, held)
    });
    if parts::head(ui, Some(back), title.as_deref().unwrap_or(close::PAST), |ui| tabs_ui(ui, form)) {
        out.push(Intent::Go(to));
    }
    let past = view.past.as_ref();
    let Some((past, state, minutes)) = past.and_then(|past| Some((past, past.state?, past.minutes?))) else {
        parts::body(ui, |ui| parts::card(ui, |ui| _ = ui.label(close::READING)));
        return;
    };
    if let Some((tab, words)) = next(form.tab) {
        foot(ui, form, tab, words);
    }
    let tab = form.tab;
    let of = Of { id: past.id, state, durable: past.durable_seq };
    parts::body(ui, |ui| match tab {
        PastTab::Summary => summary::summary_ui(ui, past, state, minutes),
        PastTab::Roll => roll::roll_ui(ui, past, minutes, drafts, out),
        PastTab::Evidence => evidence::evidence_ui(ui, past, minutes, of, &mut drafts.past, textures, out),
        PastTab::Report => report::report_ui(ui, view, of, &mut drafts.past, out),
    });
    if drafts.past.tab != opened {
        told::left(of, &mut drafts.past, out);
    }
}

/// The tabs, at the right of the head; Ctrl with their number opens them too.
fn tabs_ui(ui: &mut Ui, form: &mut PastForm) {
    for (tab, key) in PastTab::ALL.into_iter().zip(KEYS) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
            form.tab = tab;
        }
    }
    ui.spacing_mut().item_spacing.x = GRID;
    // The head lays out from the right.
    for tab in PastTab::ALL.into_iter().rev() {
        if Action::secondary(words(tab)).selected(form.tab == tab).show(ui).clicked() {
            form.tab = tab;
        }
    }
}

const fn words(tab: PastTab) -> &'static str {
    match tab {
        PastTab::Summary => text::SUMMARY,
        PastTab::Roll => text::ROLL,
        PastTab::Evidence => text::EVIDENCE,
        PastTab::Report => text::REPORT,
    }
}

/// What is natural after a tab, and how that is said.
const fn next(tab: PastTab) -> Option<(PastTab, &'static str)> {
    match tab {
        PastTab::Summary | PastTab::Roll => Some((PastTab::Evidence, text::TO_EVIDENCE)),
        PastTab::Evidence => Some((PastTab::Report, text::TO_REPORT)),
        PastTab::Report => None,
    }
}

fn foot(ui: &mut Ui, form: &mut PastForm, tab: PastTab, words: &str) {
    parts::foot(ui, |ui| {
        let muted = theme::colours(ui).muted;
        parts::words(ui, text::LATER, muted);
        widgets::at_right(ui, |ui| {
            if Action::primary(words).icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
                form.tab = tab;
            }
        });
    });
}
