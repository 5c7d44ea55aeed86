//! All pages as small pictures, grouped by step. Choosing one is a visit: no timer moves.

use egui::{Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    engine::{command::Command, event::Place, scene::page_scene, time::Ms},
    text::overlays as text,
    ui::{
        console::deliver::title_of,
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, size},
        view::MeetingView,
    },
};

/// Least width of a picture, points.
const LEAST: f32 = 150.0;
/// Above a picture: its step. Below: number and title.
const HEAD: f32 = 22.0;
const FOOT: f32 = 24.0;

/// Draws it.
pub(super) fn overview_ui(ui: &Ui, meeting: &MeetingView<'_>, textures: &mut Textures, out: &mut Vec<Intent>) {
    super::panel(ui, text::OVERVIEW, f32::INFINITY, out, |ui, out| {
        super::lead(ui, text::OVERVIEW_HOW);
        let opened = super::just_opened(ui, "overview");
        let gap = GRID;
        let room = ui.available_width() - 16.0;
        let columns = ((room + gap) / (LEAST + gap)).floor().max(1.0);
        let width = ((room + gap) / columns - gap).floor();
        let (stage_width, stage_height) = meeting.stage_size;
        let picture = vec2(width, (width * stage_height.max(1) as f32 / stage_width.max(1) as f32).round());
        ScrollArea::vertical().id_salt("overview").auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(gap, GRID);
            let places: Vec<Place> = meeting.state.sheet.places().collect();
            for (row, chunk) in places.chunks(columns as usize).enumerate() {
                ui.horizontal(|ui| {
                    for (column, place) in chunk.iter().enumerate() {
                        let number = row * columns as usize + column + 1;
                        let cell = cell_ui(ui, meeting, *place, number as u16, picture, column == 0, textures);
                        let current = *place == meeting.state.shown;
                        if opened && current {
                            cell.request_focus();
                            cell.scroll_to_me(Some(egui::Align::Center));
                        }
                        if cell.gained_focus() {
                            cell.scroll_to_me(None);
                        }
                        if cell.clicked() {
                            super::and_close(out, Command::Visit(*place));
                        }
                    }
                });
            }
        });
    });
}

fn cell_ui(
    ui: &mut Ui,
    meeting: &MeetingView<'_>,
    place: Place,
    number: u16,
    picture: egui::Vec2,
    first_in_row: bool,
    textures: &mut Textures,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(picture + vec2(0.0, HEAD + FOOT), Sense::click());
    let title = title_of(meeting, place);
    let current = place == meeting.state.shown;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, text::page_cell(number, &title)));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let c = theme::colours(ui);
    step_ui(ui, meeting, place, rect, first_in_row);
    let frame = Rect::from_min_size(rect.min + vec2(0.0, HEAD), picture);
    ui.painter().rect_filled(frame, 0.0, c.raised);
    textures.paint(ui, frame, &page_scene(meeting.state, place), meeting.scene.module);
    let skipped = meeting.state.sheet.steps.get(usize::from(place.step)).is_some_and(|step| step.planned == Ms::ZERO);
    if skipped {
        ui.painter().rect_filled(frame, 0.0, c.card.gamma_multiply(0.7));
    }
    let focus = response.has_focus() || response.hovered();
    let stroke = match (current, focus) {
        (_, true) => Stroke::new(4.0, c.accent),
        (true, false) => Stroke::new(3.0, c.accent),
        (false, false) => Stroke::new(1.0, c.line),
    };
    ui.painter().rect_stroke(frame, 0.0, stroke, StrokeKind::Outside);
    let words = format!("{number}  {title}");
    let font = if current { theme::bold_font(size::SMALL) } else { theme::font(size::SMALL) };
    let ink = if current { c.accent } else { c.ink };
    let format = egui::TextFormat { font_id: font, color: ink, ..Default::default() };
    let mut job = egui::text::LayoutJob::single_section(words, format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(picture.x);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(rect.left(), frame.bottom() + 5.0), galley, ink);
    response
}

/// Above the first page of a step its title; above the others a line that says "still this step".
fn step_ui(ui: &Ui, meeting: &MeetingView<'_>, place: Place, rect: Rect, first_in_row: bool) {
    let c = theme::colours(ui);
    let running = place.step == meeting.state.step;
    let ink = if running { c.accent } else { c.muted };
    let painter = ui.painter();
    let line_y = rect.top() + HEAD - 5.0;
    let from = if place.page == 0 { rect.left() } else { rect.left() - GRID };
    let from = if first_in_row { rect.left() } else { from };
    let stroke = Stroke::new(if running { 2.0 } else { 1.0 }, if running { c.accent } else { c.line });
    painter.hline(from..=rect.right(), line_y, stroke);
    if place.page == 0 || first_in_row {
        let title = meeting.state.sheet.steps.get(usize::from(place.step)).map_or("", |step| step.title.as_str());
        let format =
            egui::TextFormat { font_id: theme::bold_font(size::SMALL - 1.0), color: ink, ..Default::default() };
        let mut job = egui::text::LayoutJob::single_section(format!("{}. {title}", place.step + 1), format);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
        let galley = painter.layout_job(job);
        painter.galley(rect.min + vec2(0.0, -1.0), galley, ink);
    }
    if place.page == 0 && !first_in_row {
        // A small gap in the line, so that neighbours do not run together.
        painter.circle_filled(pos2(rect.left(), line_y), 2.0, ink);
    }
}
