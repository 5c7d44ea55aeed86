//! What to look at while the test picture is on the projector, beside a small copy of it.

use egui::{
    Align, CornerRadius, Label, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};
use egui_material_icons::icons;

use crate::{
    engine::preflight::Projector,
    text::preflight as text,
    ui::{
        console::parts::{self, Action},
        intent::Intent,
        stage::test_picture_ui,
        theme::{self, GRID, size},
        view::CheckView,
        widgets,
    },
};

use super::SENTENCE;

/// Draws it.
pub(super) fn guide_ui(ui: &mut Ui, check: &CheckView, out: &mut Vec<Intent>) {
    parts::head(ui, None, text::TESTING, |_| {});
    parts::foot(ui, |ui| {
        widgets::at_right(ui, |ui| {
            if Action::primary(text::TESTING_DONE).icon(icons::ICON_CHECK).show(ui).clicked() {
                out.push(Intent::TestPicture(false));
            }
            ui.add_space(GRID);
            widgets::caption(ui, text::TESTING_THEN);
        });
    });
    let shape = match check.findings.projector {
        Projector::There { size: (width, height), .. } if height > 0 => width as f32 / height as f32,
        _ => 4.0 / 3.0,
    };
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.5);
        copy_ui(&mut left, shape);
        parts::scroll(&mut right, "points", |ui| parts::card(ui, points_ui));
    });
}

/// The picture as it is on the wall, as large as there is room.
fn copy_ui(ui: &mut Ui, shape: f32) {
    let room = ui.available_size();
    let width = room.x.min(room.y * shape).floor();
    let (rect, response) = ui.allocate_exact_size(vec2(width, (width / shape).floor()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, text::TESTING_COPY));
    test_picture_ui(ui.painter(), rect);
    let edge = Stroke::new(1.0, theme::colours(ui).line);
    ui.painter().rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Outside);
}

fn points_ui(ui: &mut Ui) {
    let c = theme::colours(ui);
    let signs =
        [icons::ICON_CENTER_FOCUS_STRONG, icons::ICON_CROP_ROTATE, icons::ICON_FULLSCREEN, icons::ICON_VISIBILITY];
    ui.spacing_mut().item_spacing.y = GRID;
    for (sign, (question, then)) in signs.into_iter().zip(text::POINTS) {
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(36.0, 32.0), Sense::hover());
            let font = theme::font(size::TITLE + 4.0);
            ui.painter().text(place.left_center(), egui::Align2::LEFT_CENTER, sign.codepoint, font, c.accent);
            let rest = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 0.0));
            let words = ui.scope_builder(UiBuilder::new().max_rect(rest).layout(Layout::top_down(Align::Min)), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(RichText::new(question).font(theme::bold_font(size::BODY)));
                ui.add(Label::new(RichText::new(then).font(theme::font(SENTENCE))).wrap());
            });
            words.response
        });
    }
}
