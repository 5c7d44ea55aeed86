//! Choose an ice-breaker: its picture, when it helps, how long it takes.

use egui::{RichText, ScrollArea, Sense, Ui, vec2};

use crate::{
    engine::{command::Command, scene::Base, session::Game},
    text::{deliver, overlays as text},
    ui::{
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, size},
        view::{MeetingView, View},
        widgets,
    },
};

/// Draws it.
pub(super) fn games_ui(
    ui: &Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    super::panel(ui, text::GAMES, 1000.0, out, |ui, out| {
        if view.games.is_empty() {
            super::lead(ui, text::NO_GAMES);
            return;
        }
        let columns = view.games.len().min(3);
        let width = (ui.available_width() - 2.0 * GRID * (columns as f32 - 1.0)) / columns as f32;
        let first = super::just_opened(ui, "games");
        ScrollArea::vertical().id_salt("games").auto_shrink([false, true]).show(ui, |ui| {
            for (row, games) in view.games.chunks(columns).enumerate() {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0 * GRID;
                    for (column, game) in games.iter().enumerate() {
                        let focus = first && row == 0 && column == 0;
                        ui.allocate_ui(vec2(width, 0.0), |ui| game_ui(ui, game, width, focus, meeting, textures, out));
                    }
                });
                ui.add_space(GRID);
            }
        });
    });
}

fn game_ui(
    ui: &mut Ui,
    game: &Game,
    width: f32,
    focus: bool,
    meeting: &MeetingView<'_>,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 6.0;
        let (stage_width, stage_height) = meeting.stage_size;
        let height = (width * stage_height.max(1) as f32 / stage_width.max(1) as f32).round();
        let (rect, _) = ui.allocate_exact_size(vec2(width.floor(), height), Sense::hover());
        ui.painter().rect_filled(rect, 0.0, c.raised);
        textures.paint(ui, rect, &Base::Game(game.id.clone()), meeting.scene.module);
        ui.painter().rect_stroke(rect, 0.0, egui::Stroke::new(1.0, c.line), egui::StrokeKind::Outside);
        ui.label(RichText::new(&game.title).font(theme::bold_font(size::BODY)).color(c.ink));
        let purpose = RichText::new(&game.purpose).font(theme::font(size::SMALL + 1.0)).color(c.muted);
        // Two lines for each, so that the buttons stand in one row.
        ui.allocate_ui(vec2(width, 58.0), |ui| {
            ui.set_min_height(58.0);
            ui.add(egui::Label::new(purpose).wrap());
        });
        ui.horizontal(|ui| {
            let up = meeting.state.game.as_ref() == Some(&game.id);
            if up {
                if widgets::secondary(ui, deliver::END_GAME).clicked() {
                    super::and_close(out, Command::EndGame);
                }
            } else {
                let play = widgets::secondary(ui, text::PLAY);
                play.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text::play_name(&game.title)));
                if focus {
                    play.request_focus();
                }
                if play.clicked() {
                    super::and_close(out, Command::StartGame(game.id.clone()));
                }
            }
            widgets::caption(ui, &text::game_length(game.seconds));
        });
    });
}
