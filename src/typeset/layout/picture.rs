//! Placing drawings: which window of a scene a box shows, and the page that is nothing but a picture.

use crate::typeset::{
    geometry::Area,
    icon::Icon,
    page::{Content, Drawing, Outcome, Sheet},
};

const SCENE: Area = Area::new(0.0, 0.0, 1600.0, 1000.0);
/// Grounds are drawn this far beyond both sides of the scene.
const BLEED: f32 = 400.0;
/// Least height of a window: wide boxes show more to the sides before they lose anything above.
const LEAST_HEIGHT: f32 = 900.0;

/// The picture fills the page.
pub(in crate::typeset) fn draw(sheet: &mut Sheet, content: &Content) -> Outcome {
    let page = sheet.measures.page();
    place(sheet, content.drawings.first().and_then(Option::as_ref), page);
    Outcome { misfits: Vec::new(), picture: page.w * page.h }
}

/// Draws `drawing` so that it fills `area`; it may spill over the box, where something else must cover it.
/// Without a drawing a quiet ornament takes its place.
pub(super) fn place(sheet: &mut Sheet, drawing: Option<&Drawing>, area: Area) {
    let Some(drawing) = drawing else {
        let ground = sheet.accent.tint.mixed(sheet.accent.main, 0.25);
        sheet.canvas.rect(area, 0.0, ground);
        let ornament = ground.mixed(sheet.accent.main, 0.35);
        sheet.canvas.glyph(Icon::Petals.path(), area.centre(), area.h.min(area.w) * 0.7, ornament);
        return;
    };
    let window = window(drawing.focus, area.ratio());
    let scale = area.h / window.h;
    sheet.canvas.begin_transform(area.x - window.x * scale, area.y - window.y * scale, scale);
    sheet.canvas.raw(&drawing.svg);
    sheet.canvas.end_group();
}

/// Draws `drawing` in a box, moved to whole pixels, nothing outside it.
pub(in crate::typeset) fn place_cropped(sheet: &mut Sheet, drawing: Option<&Drawing>, area: Area) {
    let area = area.on_pixels();
    sheet.canvas.begin_crop(area);
    place(sheet, drawing, area);
    sheet.canvas.end_group();
}

/// The part of the scene, in design units, that a box of `ratio` (width over height) shows.
fn window(focus: Option<(f32, f32)>, ratio: f32) -> Area {
    let (focus_x, focus_y) = focus.unwrap_or((SCENE.w / 2.0, SCENE.h / 2.0));
    let widest = SCENE.w + 2.0 * BLEED;
    let over = (ratio - SCENE.ratio()).clamp(0.0, 0.8) / 0.8;
    let h = (SCENE.h - over * (SCENE.h - LEAST_HEIGHT)).min(widest / ratio.max(0.1));
    let w = h * ratio;
    // A narrow window follows the focus inside the scene, a wide one stays inside the bleed.
    let slack = ((SCENE.w - w) / 2.0).max(0.0).max(((widest - w) / 2.0).min(120.0)).max(0.0);
    let x = (focus_x - w / 2.0).clamp(SCENE.w / 2.0 - w / 2.0 - slack, SCENE.w / 2.0 - w / 2.0 + slack);
    let y = (SCENE.h - h).min((focus_y - 0.3 * h).max(0.0));
    Area::new(x, y, w, h)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_the_boxs_shape_shows_the_focus_and_stays_inside_the_ground() {
        for focus in [None, Some((300.0, 620.0)), Some((1300.0, 200.0)), Some((800.0, 50.0))] {
            for ratio in [0.5, 0.8, 1.05, 1.33, 1.6, 1.78, 2.2, 3.0, 4.5] {
                let window = window(focus, ratio);
                assert!((window.ratio() - ratio).abs() < 0.01);
                assert!(window.x >= -BLEED - 0.1 && window.right() <= SCENE.w + BLEED + 0.1, "{ratio} {window:?}");
                assert!(window.y >= 0.0 && window.bottom() <= SCENE.h + 0.1);
                if let Some((x, y)) = focus {
                    assert!(window.x <= x && x <= window.right(), "{ratio} {focus:?} {window:?}");
                    assert!(window.y <= y && y <= window.bottom());
                }
            }
        }
    }

    #[test]
    fn the_usual_boxes_lose_nothing_that_matters() {
        for ratio in [1.07, 1.33, 1.78, 2.0, 2.2] {
            let window = window(None, ratio);
            assert!(window.x <= 280.0 && window.right() >= 1320.0 && window.y <= 110.0, "{ratio} {window:?}");
        }
    }
}
