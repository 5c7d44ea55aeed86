//! The group's yel-yel on the stage: its lines as large as they fit, between two rows of gay shapes.

use egui::{Align2, Painter, Rect, pos2, vec2};

use super::symbol::{COLOURS, symbol_ui};
use crate::{
    engine::session::Module,
    ui::theme::{self, stage},
};

/// Shapes in a row.
const SHAPES: usize = 9;

/// Paints it.
pub(super) fn yell_ui(painter: &Painter, page: Rect, module: Module, text: &str) {
    painter.rect_filled(page, 0.0, stage::PAPER);
    let band = page.height() * 0.13;
    for (row, y) in [page.top() + band * 0.62, page.bottom() - band * 0.62].into_iter().enumerate() {
        for place in 0..SHAPES {
            let x = page.left() + page.width() * (place as f32 + 0.5) / SHAPES as f32;
            let shape = place * 3 + row * 4;
            let colour = COLOURS.get(shape % COLOURS.len()).copied().unwrap_or(stage::INK);
            let sway = if (place + row) % 2 == 0 { 0.12 } else { -0.12 };
            symbol_ui(painter, shape, pos2(x, y + band * sway), band * 0.24, colour);
        }
    }
    let room = page.shrink2(vec2(page.width() * 0.05, band * 1.25));
    let lines: Vec<&str> = text.lines().collect();
    let line = room.height() / lines.len().max(1) as f32;
    let tall = (line * 0.78).min(page.height() * 0.3);
    let widest = lines
        .iter()
        .map(|line| painter.layout_no_wrap((*line).to_owned(), theme::bold_font(tall), stage::INK).size().x)
        .fold(1.0, f32::max);
    let points = tall * (room.width() / widest).min(1.0);
    let step = (points * 1.25).min(line);
    let top = room.center().y - step * (lines.len() as f32 - 1.0) / 2.0;
    for (number, words) in lines.iter().enumerate() {
        let ink = if number % 2 == 0 { stage::accent(module) } else { stage::INK };
        let at = pos2(room.center().x, top + step * number as f32);
        painter.text(at, Align2::CENTER_CENTER, words, theme::bold_font(points), ink);
    }
}
