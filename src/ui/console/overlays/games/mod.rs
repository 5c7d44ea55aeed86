//! The panel for games: the shelf, and the tools beside it: wheel, teams, yel-yel. This file holds the tabs and what the tools share.

use egui::{Rect, RichText, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::{
    engine::command::Command,
    text::{lots as text, overlays},
    ui::{
        console::deliver::{Look, kept_stage_ui, tile},
        drafts::{Drafts, PlayTab},
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, size},
        view::{MeetingView, View},
        widgets,
    },
};

mod lots;
mod shelf;
mod yell;

/// Draws it.
pub(super) fn games_ui(
    ui: &Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    super::panel(ui, overlays::GAMES, 1000.0, out, |ui, out| {
        let opened = super::just_opened(ui, "games");
        let form = &mut drafts.play;
        tabs_ui(ui, &mut form.tab);
        ui.add_space(GRID / 2.0);
        match form.tab {
            PlayTab::Games => shelf::shelf_ui(ui, view, meeting, &mut form.kind, opened, textures, out),
            PlayTab::Wheel => {
                tool_ui(ui, meeting, textures, text::WHEEL_HOW, |ui| lots::wheel_ui(ui, meeting, form, out));
            }
            PlayTab::Teams => {
                tool_ui(ui, meeting, textures, text::TEAMS_HOW, |ui| lots::teams_ui(ui, meeting, form, out));
            }
            PlayTab::Yell => tool_ui(ui, meeting, textures, text::YELL_HOW, |ui| yell::yell_ui(ui, meeting, form, out)),
        }
    });
}

fn tabs_ui(ui: &mut Ui, open: &mut PlayTab) {
    const TABS: [(PlayTab, &str); 4] = [
        (PlayTab::Games, text::GAMES),
        (PlayTab::Wheel, text::WHEEL),
        (PlayTab::Teams, text::TEAMS),
        (PlayTab::Yell, text::YELL),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        let width = ((ui.available_width() - 3.0 * GRID) / 4.0).floor();
        for (tab, label) in TABS {
            let look = if *open == tab { Look::On } else { Look::Plain };
            if tile(ui, vec2(width, 44.0), "", label, label, look).clicked() {
                *open = tab;
            }
        }
    });
}

/// A tool: its controls at the left, what the room sees at the right.
fn tool_ui(ui: &mut Ui, meeting: &MeetingView<'_>, textures: &mut Textures, how: &str, controls: impl FnOnce(&mut Ui)) {
    super::lead(ui, how);
    ui.add_space(GRID / 2.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.5 * GRID;
        let left = (ui.available_width() * 0.46).floor();
        ui.allocate_ui(vec2(left, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(left);
                ui.spacing_mut().item_spacing.y = GRID;
                controls(ui);
            });
        });
        ui.vertical(|ui| room_ui(ui, meeting, textures));
    });
}

/// The stage, live.
fn room_ui(ui: &mut Ui, meeting: &MeetingView<'_>, textures: &mut Textures) {
    let c = theme::colours(ui);
    ui.label(RichText::new(crate::text::deliver::ROOM_SEES).font(theme::bold_font(size::SMALL)).color(c.accent));
    let (stage_width, stage_height) = meeting.stage_size;
    let width = ui.available_width().floor();
    let height = (width * stage_height.max(1) as f32 / stage_width.max(1) as f32).round();
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let rect = Rect::from_min_size(rect.min.round(), rect.size());
    // The preview below asks for the same repaint.
    kept_stage_ui(ui, rect, meeting.scene, textures, meeting.now.at, "games");
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(2.0, c.accent), StrokeKind::Outside);
}

/// The way off the wall, while this tool is up.
fn take_down_ui(ui: &mut Ui, up: bool, out: &mut Vec<Intent>) {
    if up && widgets::secondary(ui, text::TAKE_DOWN).clicked() {
        super::and_close(out, Command::EndGame);
    }
}

/// Two choices side by side; the first is the one for `false`.
fn choice_ui(ui: &mut Ui, head: &str, labels: [&str; 2], second: &mut bool) {
    ui.label(RichText::new(head).font(theme::bold_font(size::SMALL)));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        let width = ((ui.available_width() - GRID) / 2.0).floor();
        for (value, label) in [false, true].into_iter().zip(labels) {
            let look = if *second == value { Look::On } else { Look::Plain };
            if tile(ui, vec2(width, 44.0), "", label, label, look).clicked() {
                *second = value;
            }
        }
    });
}
