//! The test picture: is it sharp, are its edges on the screen, can the smallest words be read from the back row?

use egui::{Painter, Rect, Stroke, StrokeKind};

use crate::ui::theme::stage;

/// Paints it over `window`.
pub(super) fn test_picture_ui(painter: &Painter, window: Rect) {
    painter.rect_filled(window, 0.0, stage::PAPER);
    painter.rect_stroke(window, 0.0, Stroke::new(8.0, stage::INK), StrokeKind::Inside);
}
