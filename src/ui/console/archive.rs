//! Groups that were put away: looked at, brought back.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    text::group as text,
    ui::{
        intent::{Intent, RosterKey, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

/// Draws it.
pub fn archive_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    if parts::head(ui, Some(text::BACK), text::ARCHIVE_TITLE, |_| {}) {
        out.push(Intent::Go(Screen::Home));
    }
    parts::body(ui, |ui| {
        widgets::caption(ui, if view.archived.is_empty() { text::ARCHIVE_EMPTY } else { text::ARCHIVE_WORDS });
        parts::scroll(ui, "archive", |ui| {
            for group in view.archived {
                ui.push_id(group.id, |ui| {
                    parts::card(ui, |ui| {
                        ui.horizontal(|ui| {
                            let bring = text::bring_back_of(&group.name);
                            widgets::at_right(ui, |ui| {
                                let action = Action::secondary(text::BRING_BACK).icon(icons::ICON_UNARCHIVE);
                                if action.name(&bring).show(ui).clicked() {
                                    out.push(Intent::Roster(RosterKey::BringBack(group.id)));
                                }
                                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                                    ui.spacing_mut().item_spacing.y = GRID / 2.0;
                                    parts::line(ui, RichText::new(&group.name).font(theme::bold_font(size::BODY)));
                                    let met = view.meetings.iter().filter(|meeting| meeting.group == group.id).count();
                                    parts::caption_line(ui, &text::archived_facts(group.members.len(), met));
                                });
                            });
                        });
                    });
                });
                ui.add_space(GRID);
            }
        });
    });
}
