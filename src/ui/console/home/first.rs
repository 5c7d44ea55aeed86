//! The first start: what the program does, and the ways to begin.

use egui::{RichText, Ui};
use egui_material_icons::{MaterialIcon, icons};

use super::glance;
use crate::{
    text::{data, home as text, roster_import as roster_text, study},
    ui::{
        console::parts::{self, Action, GAP},
        intent::{Intent, Screen, StudyKey, StudyTab},
        theme::{self, GRID, HIT, size},
        view::View,
        widgets,
    },
};

/// Height of the cards, so that their buttons stand on one line.
const CARD: f32 = 220.0;
/// Icons of the cards, points.
const ICON: f32 = 44.0;

/// Draws it.
pub(super) fn first_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    // A rehearsal needs no group.
    if let Some(meeting) = &view.meeting {
        parts::card(ui, |ui| glance::open_ui(ui, meeting, out));
        ui.add_space(GRID);
    }
    parts::title(ui, text::WELCOME);
    ui.label(text::WELCOME_LEAD);
    ui.add_space(GAP);
    parts::columns(ui, 3, |column, ui| match (column, view.demo) {
        (0, _) => begin(ui, icons::ICON_GROUP_ADD, text::FIRST_TITLE, text::FIRST_TEXT, |ui| {
            if Action::primary(text::FIRST_BUTTON).icon(icons::ICON_ADD).show(ui).clicked() {
                out.push(Intent::Go(Screen::Group(None)));
            }
            if Action::secondary(roster_text::TITLE).icon(icons::ICON_TABLE_VIEW).show(ui).clicked() {
                out.push(Intent::Go(Screen::RosterImport));
            }
        }),
        (1, _) => begin(ui, icons::ICON_MENU_BOOK, text::LEARN_TITLE, text::LEARN_TEXT, |ui| {
            if Action::secondary(study::REHEARSE).icon(icons::ICON_REPLAY).show(ui).clicked() {
                out.push(Intent::Study(StudyKey::Open(StudyTab::Rehearse)));
            }
            if Action::secondary(study::LEARN).icon(icons::ICON_SCHOOL).show(ui).clicked() {
                out.push(Intent::Study(StudyKey::Open(StudyTab::Session)));
            }
        }),
        (_, Some((name, members))) => {
            begin(ui, icons::ICON_SCHOOL, text::DEMO_TITLE, &text::demo_text(name, members), |ui| {
                if Action::secondary(text::DEMO_BUTTON).icon(icons::ICON_PLAY_ARROW).show(ui).clicked() {
                    out.push(Intent::AddDemo);
                }
            });
        }
        _ => {}
    });
    ui.add_space(2.0 * GAP);
    parts::columns(ui, text::HOW.len(), |column, ui| {
        let Some((title, words)) = text::HOW.get(column) else { return };
        ui.horizontal_top(|ui| {
            let accent = theme::colours(ui).accent;
            ui.label(RichText::new((column + 1).to_string()).font(theme::bold_font(size::HUGE)).color(accent));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID / 2.0;
                parts::subtitle(ui, title);
                widgets::caption(ui, words);
            });
        });
    });
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        ui.label(data::FIRST);
        if Action::quiet(data::RESTORE_TITLE).icon(icons::ICON_RESTORE).show(ui).clicked() {
            out.push(Intent::Go(Screen::Data));
        }
    });
}

fn begin(ui: &mut Ui, icon: MaterialIcon, title: &str, words: &str, button: impl FnOnce(&mut Ui)) {
    parts::card(ui, |ui| {
        let top = ui.cursor().top();
        let accent = theme::colours(ui).accent;
        ui.label(RichText::new(icon.codepoint).font(theme::font(ICON)).color(accent));
        parts::title(ui, title);
        ui.label(words);
        ui.add_space((top + CARD - HIT - ui.cursor().top()).max(GRID));
        ui.horizontal_wrapped(|ui| button(ui));
    });
}
