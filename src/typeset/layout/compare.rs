//! Two pictures side by side (one above the other on portrait pages), each with its caption, perhaps a headline below.

use super::{BAND_LINES, Edge, Look, Stack, draw_ground, picture, story};
use crate::typeset::{
    geometry::Area,
    page::{Content, Outcome, Sheet},
};

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let below = m.h - safe.bottom();
    let above = m.base * 0.05;
    let stack = Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &[], (safe.w, m.h * 0.34 - below - above));
    let panel_h = if stack.blocks.is_empty() { 0.0 } else { above + stack.height() + below };
    let gap = m.base * 0.014;
    let pictures = Area::new(0.0, 0.0, m.w, m.h - panel_h);
    let wide = m.w >= m.h;
    let mut misfits = stack.misfits(m);
    let mut covered = 0.0;
    for index in 0..2 {
        let cell = if wide { pictures.cell(index, 2, 0, 1, gap) } else { pictures.cell(0, 1, index, 2, gap) };
        let lower = if panel_h > 0.0 && (wide || index == 1) { m.radius() } else { 0.0 };
        let under = Area::new(cell.x, cell.y, cell.w, cell.h + lower);
        picture::place_card(sheet, content.drawings.get(index).and_then(Option::as_ref), under, 0.0);
        let caption = content.words.get(index).map_or("", String::as_str);
        let (area, misfit) = story::draw_caption(sheet, caption, None, cell);
        covered += area;
        misfits.extend(misfit);
    }
    if panel_h > 0.0 {
        draw_ground(sheet, Area::new(0.0, m.h - panel_h, m.w, panel_h), Edge::Bottom, look);
        stack.draw(&mut sheet.canvas, safe.x, m.h - panel_h + above, look);
    }
    Outcome { misfits, picture: pictures.w * pictures.h - covered }
}
