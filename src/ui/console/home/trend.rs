//! A group's attendance as small bars, with words for those who hear the screen.

use egui::{CornerRadius, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    engine::overview::{Attended, TREND},
    text::overview as text,
    ui::theme::{self, size},
};

/// One bar with the space after it.
const STEP: f32 = 8.0;
/// One bar.
const BAR: f32 = 6.0;
/// Height of a full house.
const FULL: f32 = 30.0;
/// Width of twelve bars.
pub(super) const WIDTH: f32 = STEP * TREND as f32;

/// Bars, newest at the right, with the last meeting's count below. Under half is amber, and the count says it too.
pub(super) fn trend_ui(ui: &mut Ui, trend: &[Attended]) -> Response {
    let c = theme::colours(ui);
    let words = trend.last().map_or_else(|| text::NO_TREND.to_owned(), |last| text::came(*last));
    let galley = ui.painter().layout(words, theme::font(size::SMALL), c.muted, WIDTH + 2.0 * STEP);
    let height = if trend.is_empty() { galley.size().y } else { FULL + 4.0 + galley.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH.max(galley.size().x), height), Sense::hover());
    if !trend.is_empty() {
        let base = rect.top() + FULL;
        ui.painter().hline(rect.left()..=rect.left() + WIDTH, base, Stroke::new(1.0, c.line));
        let first = rect.left() + WIDTH - STEP * trend.len() as f32;
        for (index, attended) in trend.iter().enumerate() {
            let left = first + STEP * index as f32 + (STEP - BAR) / 2.0;
            let Some(share) = attended.counts.share() else {
                ui.painter().circle_stroke(pos2(left + BAR / 2.0, base - 4.0), 2.0, Stroke::new(1.0, c.muted));
                continue;
            };
            let top = base - (FULL * share.clamp(0.0, 1.0)).max(2.0);
            let bar = egui::Rect::from_min_max(pos2(left, top), pos2(left + BAR, base));
            let colour = if share < 0.5 { c.amber } else { c.accent };
            ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
        }
    }
    ui.painter().galley(pos2(rect.left(), rect.bottom() - galley.size().y), galley, c.muted);
    let name = text::trend(trend);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    response.on_hover_text(name)
}
