//! Home's small menu of everything seldom needed: a line each.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    text::{data, group, home as words, office, overview as text, paper, roster_import},
    ui::{
        console::parts::Action,
        intent::{Intent, PaperKey, Screen},
        view::View,
    },
};

/// Draws it.
pub(super) fn more_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    Action::secondary(text::MORE).icon(icons::ICON_MORE_HORIZ).menu(ui, |ui| {
        let mut entry = |ui: &mut Ui, icon, label: &str, intent: Intent| {
            if Action::quiet(label).icon(icon).show(ui).clicked() {
                out.push(intent);
                ui.close();
            }
        };
        entry(ui, icons::ICON_TABLE_VIEW, roster_import::TITLE, Intent::Go(Screen::RosterImport));
        if let Some(group) = view.groups.iter().find(|group| group.active() > 0) {
            entry(ui, icons::ICON_EDIT_NOTE, paper::TITLE, Intent::Paper(PaperKey::Open(group.id)));
        }
        entry(ui, icons::ICON_BADGE, office::TITLE, Intent::Go(Screen::Office));
        entry(ui, icons::ICON_SAVE, data::TITLE, Intent::Go(Screen::Data));
        entry(ui, icons::ICON_NOTE_ADD, text::OWN_MATERIAL, Intent::Go(Screen::Import));
        if !view.archived.is_empty() {
            let label = group::archive_link(view.archived.len());
            entry(ui, icons::ICON_ARCHIVE, &label, Intent::Go(Screen::Archive));
        }
        if view.demo.is_some() {
            entry(ui, icons::ICON_SCHOOL, words::DEMO_BUTTON, Intent::AddDemo);
        }
    });
}
