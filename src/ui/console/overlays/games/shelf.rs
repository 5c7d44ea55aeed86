//! Choose an ice-breaker: its picture, what for, when it helps, how long it takes.

use egui::{RichText, ScrollArea, Sense, Ui, vec2};

use crate::{
    engine::{
        command::Command,
        scene::Base,
        session::{Game, GameKind},
    },
    text::{deliver, lots, overlays as text},
    ui::{
        console::deliver::{Look, tile},
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, size},
        view::{MeetingView, View},
        widgets,
    },
};

/// Cards side by side.
const COLUMNS: f32 = 3.0;

/// Draws the shelf; `kind` is what it is narrowed to.
pub(super) fn shelf_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    kind: &mut Option<GameKind>,
    opened: bool,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    if view.games.is_empty() {
        super::super::lead(ui, text::NO_GAMES);
        return;
    }
    kinds_ui(ui, view.games, kind);
    ui.add_space(GRID / 2.0);
    let wanted: Vec<&Game> = GameKind::ALL
        .into_iter()
        .filter(|other| kind.is_none_or(|kind| kind == *other))
        .flat_map(|kind| view.games.iter().filter(move |game| game.kind == kind))
        .collect();
    // Room for the bar, so that cards are not covered by it.
    let width = ((ui.available_width() - GRID - 2.0 * GRID * (COLUMNS - 1.0)) / COLUMNS).floor();
    ScrollArea::vertical().id_salt(("games", *kind)).auto_shrink([false, true]).show(ui, |ui| {
        for (row, games) in wanted.chunks(COLUMNS as usize).enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0 * GRID;
                for (column, game) in games.iter().enumerate() {
                    let focus = opened && row == 0 && column == 0;
                    ui.allocate_ui(vec2(width, 0.0), |ui| game_ui(ui, game, width, focus, meeting, textures, out));
                }
            });
            ui.add_space(GRID);
        }
    });
}

/// All, or one kind; kinds without a game are left out.
fn kinds_ui(ui: &mut Ui, games: &[Game], chosen: &mut Option<GameKind>) {
    let there = GameKind::ALL.into_iter().filter(|kind| games.iter().any(|game| game.kind == *kind)).map(Some);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID / 2.0);
        for kind in std::iter::once(None).chain(there) {
            let label = kind.map_or(lots::ALL_KINDS, lots::kind);
            let look = if *chosen == kind { Look::On } else { Look::Plain };
            let words =
                ui.painter().layout_no_wrap(label.to_owned(), theme::bold_font(size::BODY), egui::Color32::BLACK);
            if tile(ui, vec2(words.size().x + 3.0 * GRID, 40.0), "", label, label, look).clicked() {
                *chosen = kind;
            }
        }
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
        widgets::caption(ui, lots::kind(game.kind));
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
                    super::super::and_close(out, Command::EndGame);
                }
            } else {
                let play = widgets::secondary(ui, text::PLAY);
                play.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text::play_name(&game.title)));
                if focus {
                    play.request_focus();
                }
                if play.clicked() {
                    super::super::and_close(out, Command::StartGame(game.id.clone()));
                }
            }
            widgets::caption(ui, &text::game_length(game.seconds));
        });
    });
}
