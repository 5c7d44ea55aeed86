//! A picture and a sheet of words: cover, message, question, activity, practice and the pages the program makes itself.
//! The sheet stands at the left on wide pages when its words fit there, otherwise along the bottom: the upper right, where the
//! live countdown is painted, is always picture.

use super::{BAND_LINES, Edge, Look, SIDE_LINES, Stack, TITLES_SHARE, WORDS_SHARE, draw_badge, draw_ground, picture};
use crate::typeset::{
    geometry::Area,
    page::{Content, Layout, Outcome, Sheet},
};

/// Draws the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let band = band_stack(sheet, content);
    match side_stack(sheet, content) {
        Some(side) if side.headline_lines() <= SIDE_LINES + 1 || !band.all_fit() => draw_side(sheet, content, &side),
        _ => draw_band(sheet, content, &band),
    }
}

/// Height a badge takes above the words of a side sheet.
fn badge_room(sheet: &Sheet) -> f32 {
    sheet.measures.base * 0.19
}

/// The words set for a sheet at the left, if the page is wide and they fit.
fn side_stack(sheet: &Sheet, content: &Content) -> Option<Stack> {
    let m = sheet.measures;
    if m.w / m.h < 1.5 {
        return None;
    }
    let safe = m.safe();
    let width = m.w * WORDS_SHARE - safe.x - m.base * 0.05;
    let height = safe.h - badge_room(sheet);
    let stack = Stack::new(sheet.fonts, m, SIDE_LINES, &content.headline, &content.words, (width, height));
    stack.all_fit().then_some(stack)
}

fn draw_side(sheet: &mut Sheet, content: &Content, stack: &Stack) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let panel_w = (safe.x + stack.width() + m.base * 0.055).clamp(m.w * 0.32, m.w * WORDS_SHARE);
    let panel = Area::new(0.0, 0.0, panel_w, m.h);
    let picture_area = Area::new(panel_w, 0.0, m.w - panel_w, m.h);
    let under = Area::new(panel_w - m.radius(), 0.0, picture_area.w + m.radius(), m.h);
    picture::place(sheet, content.drawings.first().and_then(Option::as_ref), under);
    draw_ground(sheet, panel, Edge::Left, look);
    let badge = m.base * 0.07;
    let above = badge_room(sheet);
    let total = above + stack.height();
    let top = (safe.y + (safe.h - total) * 0.42).max(safe.y);
    draw_badge(&mut sheet.canvas, (safe.x + badge, top + badge), badge, content.layout.icon(), look);
    stack.draw(&mut sheet.canvas, safe.x, top + above, look);
    Outcome { misfits: stack.misfits(m), picture: picture_area.w * picture_area.h }
}

/// From the upper edge of a sheet at the bottom to its words, per base.
const ABOVE: f32 = 0.05;

/// The words set for a sheet along the bottom.
fn band_stack(sheet: &Sheet, content: &Content) -> Stack {
    let m = sheet.measures;
    let safe = m.safe();
    let set = |share: f32| {
        let room = m.h * share - m.base * ABOVE - (m.h - safe.bottom());
        Stack::new(sheet.fonts, m, BAND_LINES, &content.headline, &content.words, (safe.w, room))
    };
    let stack = set(WORDS_SHARE);
    let titles = matches!(content.layout, Layout::Cover | Layout::Waiting | Layout::Recall | Layout::Game);
    if stack.all_fit() || !titles { stack } else { set(TITLES_SHARE) }
}

fn draw_band(sheet: &mut Sheet, content: &Content, stack: &Stack) -> Outcome {
    let m = sheet.measures;
    let safe = m.safe();
    let look = Look::of(content.layout, sheet.accent);
    let (above, below) = (m.base * ABOVE, m.h - safe.bottom());
    let panel_h = above + stack.height() + below;
    let panel = Area::new(0.0, m.h - panel_h, m.w, panel_h);
    let picture_area = Area::new(0.0, 0.0, m.w, panel.y);
    let under = Area::new(0.0, 0.0, m.w, panel.y + m.radius());
    picture::place(sheet, content.drawings.first().and_then(Option::as_ref), under);
    draw_ground(sheet, panel, Edge::Bottom, look);
    let badge = m.base * 0.062;
    draw_badge(&mut sheet.canvas, (safe.x + badge, panel.y - badge * 0.72), badge, content.layout.icon(), look);
    stack.draw(&mut sheet.canvas, safe.x, panel.y + above, look);
    Outcome { misfits: stack.misfits(m), picture: picture_area.w * picture_area.h }
}
