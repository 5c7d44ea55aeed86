//! Go to a page by its number: the digits typed, the page they mean.

use egui::{RichText, Sense, Ui, vec2};

use crate::{
    engine::{command::Command, scene::page_scene},
    text::overlays as text,
    ui::{
        console::deliver::title_of,
        drafts::Drafts,
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn go_to_ui(
    ui: &Ui,
    meeting: &MeetingView<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    super::panel(ui, text::GO_TO, 560.0, out, |ui, out| {
        let c = theme::colours(ui);
        let sheet = &meeting.state.sheet;
        let number = drafts.go_to.parse::<u16>().ok();
        let place = number.and_then(|number| sheet.place_number(number));
        let (stage_width, stage_height) = meeting.stage_size;
        let width = 220.0_f32;
        let height = (width * stage_height.max(1) as f32 / stage_width.max(1) as f32).round();
        ui.horizontal(|ui| {
            let digits = if drafts.go_to.is_empty() { "–" } else { drafts.go_to.as_str() };
            ui.allocate_ui(vec2(160.0, height), |ui| {
                ui.set_min_size(vec2(160.0, height));
                ui.centered_and_justified(|ui| {
                    ui.label(RichText::new(digits).font(theme::bold_font(80.0)).color(c.accent));
                });
            });
            let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            ui.painter().rect_filled(rect, 0.0, c.raised);
            if let Some(place) = place {
                textures.paint(ui, rect, &page_scene(meeting.state, place), meeting.scene.module);
            }
            ui.painter().rect_stroke(rect, 0.0, egui::Stroke::new(1.0, c.line), egui::StrokeKind::Outside);
        });
        ui.add_space(GRID);
        let words = match (number, place) {
            (_, Some(place)) => title_of(meeting, place),
            (Some(_), None) => text::pages_from_to(sheet.places().count()),
            (None, None) => text::TYPE_NUMBER.to_owned(),
        };
        ui.label(RichText::new(words).font(theme::font(size::BODY)).color(c.ink));
        ui.add_enabled_ui(place.is_some(), |ui| {
            if let (true, Some(place)) = (widgets::primary(ui, text::GO).clicked(), place) {
                super::and_close(out, Command::Visit(place));
            }
        });
    });
}
