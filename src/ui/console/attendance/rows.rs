//! The list: one or two columns, read downwards like the paper register, the current row always in view.

use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};

use crate::{
    engine::attendance::Row,
    ui::{intent::Intent, theme::GRID, view::RollView},
};

use super::row::{HEIGHT, row_ui};

/// From this width on there are two columns, points.
const TWO_COLUMNS: f32 = 960.0;
/// Between rows, points.
const GAP: f32 = 4.0;

/// Draws it.
pub(super) fn rows_ui(ui: &mut Ui, roll: &RollView<'_>, shown: &[&Row], out: &mut Vec<Intent>) {
    let columns = if ui.available_width() >= TWO_COLUMNS && shown.len() > 6 { 2 } else { 1 };
    let lines = shown.len().div_ceil(columns);
    let current = roll.cursor.row.min(shown.len().saturating_sub(1));
    let moved = cursor_moved(ui, current);
    ScrollArea::vertical().id_salt("roll").auto_shrink(false).show(ui, |ui| {
        let gap = 1.5 * GRID;
        let room = ui.available_width() - GRID;
        let width = ((room - gap * (columns as f32 - 1.0)) / columns as f32).floor();
        let height = lines as f32 * (HEIGHT + GAP);
        let (all, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        for (index, row) in shown.iter().enumerate() {
            let (column, line) = (index / lines, index % lines);
            let corner = all.min + vec2(column as f32 * (width + gap), line as f32 * (HEIGHT + GAP));
            let rect = Rect::from_min_size(pos2(corner.x, corner.y), vec2(width, HEIGHT));
            if index == current && moved {
                ui.scroll_to_rect(rect.expand(HEIGHT), None);
            }
            // A screen reader needs all rows; the eye only those in the window.
            row_ui(ui, rect, row, index as i16 - current as i16, roll, out);
        }
    });
}

/// True when the cursor is somewhere else than in the last pass, so that the list follows it but stays where it was scrolled by hand.
fn cursor_moved(ui: &Ui, current: usize) -> bool {
    let id = egui::Id::unique("roll-cursor");
    ui.data_mut(|data| {
        let seen = data.get_temp_mut_or_insert_with(id, || usize::MAX);
        std::mem::replace(seen, current) != current
    })
}
