//! A small table under its headline. The only page without a picture.

use super::{BAND_LINES, Look, RISE, Stack, caption_style, misfit};
use crate::typeset::{
    font::{DESCENT, Weight},
    geometry::Area,
    icon::Icon,
    lines::{Block, Style, fitted},
    page::{Content, Layout, Outcome, Sheet},
    palette::{INK, WHITE},
    svg::Anchor,
};

/// Cells set at one size.
struct Grid {
    rows: Vec<Vec<Block>>,
    heights: Vec<f32>,
    pad: f32,
    fits: bool,
}

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(Layout::Cover, sheet.accent);
    let room = m.h * 0.36 - safe.y - m.base * RISE - m.base * 0.045;
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (safe.w, room));
    let head_h = safe.y + m.base * RISE + stack.height() + m.base * 0.045;
    let top = if stack.blocks.is_empty() { safe.y } else { head_h };
    if !stack.blocks.is_empty() {
        let band = Area::new(0.0, 0.0, m.w, head_h);
        sheet.canvas.rect(band, 0.0, look.ground);
        // Petals reach 0.41 of their size from the middle: inside the band, beyond the page's edge.
        let at = (m.w - head_h * 0.3, head_h / 2.0);
        sheet.canvas.glyph(Icon::Petals.path(), at, head_h * 1.15, look.ornament);
        stack.draw(&mut sheet.canvas, safe.x, safe.y + m.base * RISE, look);
    }
    let top = if stack.blocks.is_empty() { top } else { top + m.base * 0.035 };
    let area = Area::new(safe.x, top, safe.w, safe.bottom() - top);
    let widths = column_widths(sheet, &content.rows, area.w);
    let grid = grid(sheet, &content.rows, &widths, area.h);
    draw_grid(sheet, &grid, &widths, area);
    let mut misfits = stack.misfits(m);
    misfits.extend(grid.rows.iter().flatten().filter_map(|block| misfit(block, m)));
    Outcome { misfits, picture: 0.0 }
}

/// Columns share the width in proportion to their longest cell, none below half its equal share.
fn column_widths(sheet: &Sheet, rows: &[Vec<String>], width: f32) -> Vec<f32> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let natural = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| sheet.fonts.width(cell, Weight::Bold, 1.0)).fold(1.0, f32::max)
    };
    let wishes: Vec<f32> = (0..columns).map(natural).collect();
    let total: f32 = wishes.iter().sum();
    let least = width / columns as f32 * 0.5;
    let spare = width - least * columns as f32;
    wishes.iter().map(|wish| least + spare * wish / total).collect()
}

fn grid(sheet: &Sheet, rows: &[Vec<String>], widths: &[f32], height: f32) -> Grid {
    let style = caption_style(sheet.measures, Weight::Regular, 0.095);
    let mut size = style.max;
    loop {
        let grid = grid_at(sheet, rows, widths, height, size, style);
        let used: f32 = grid.heights.iter().sum();
        if (grid.fits && used <= height) || size < 5.0 {
            let legible = size >= style.min * 0.999;
            let mut grid = grid;
            grid.rows.iter_mut().flatten().for_each(|block| block.fits &= legible);
            return grid;
        }
        let next = size * 0.96;
        size = if size > style.min && next < style.min { style.min } else { next };
    }
}

fn grid_at(sheet: &Sheet, rows: &[Vec<String>], widths: &[f32], height: f32, size: f32, style: Style) -> Grid {
    let pad = size * 0.36;
    let mut fits = true;
    let mut set = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let mut blocks = Vec::new();
        for (column, cell) in row.iter().enumerate() {
            let weight = if index == 0 || column == 0 { Weight::Bold } else { Weight::Regular };
            let fixed = Style { weight, max: size, min: size, ..style };
            let width = widths.get(column).copied().unwrap_or(0.0) - 2.0 * pad;
            let block = fitted(sheet.fonts, cell, fixed, width, height);
            fits &= block.fits;
            blocks.push(block);
        }
        set.push(blocks);
    }
    let heights = set
        .iter()
        .map(|row: &Vec<Block>| row.iter().map(|b| b.height() - b.size * DESCENT).fold(0.0, f32::max) + 2.4 * pad)
        .collect();
    Grid { rows: set, heights, pad, fits }
}

fn draw_grid(sheet: &mut Sheet, grid: &Grid, widths: &[f32], area: Area) {
    let used: f32 = grid.heights.iter().sum();
    // Spare room goes into the rows, up to half as tall again.
    let stretch = (area.h / used.max(1.0)).clamp(1.0, 1.5);
    let mut top = area.y;
    for (index, (row, height)) in grid.rows.iter().zip(&grid.heights).enumerate() {
        let height = height * stretch;
        let ground = match index {
            0 => Some(sheet.accent.deep),
            odd if odd % 2 == 1 => None,
            _ => Some(sheet.accent.wash),
        };
        if let Some(colour) = ground {
            sheet.canvas.rect(Area::new(area.x, top, area.w, height), grid.pad, colour);
        }
        let ink = if index == 0 { WHITE } else { INK };
        let mut x = area.x;
        for (block, width) in row.iter().zip(widths) {
            let visible = block.height() - block.size * DESCENT;
            sheet.canvas.text(block, x + grid.pad, top + (height - visible) / 2.0, Anchor::Start, ink);
            x += width;
        }
        top += height;
    }
}
