//! A clip's picture in its own shape on black, its subtitle, and the question at a pause point. Large, at the bottom.

use std::sync::Arc;

use egui::{Align, Color32, CornerRadius, FontId, PaintCallback, Painter, Rect, pos2, text::LayoutJob, vec2};

use crate::ui::{
    textures::Moving,
    theme::{self, stage},
};

/// Height of a subtitle's letters, share of the page's height: legible from 8 m.
const WORDS: f32 = 1.0 / 14.0;
/// The question is larger than what is said.
const QUESTION: f32 = 1.0 / 11.0;
/// Distance from the lower edge, share of the page's height: projectors lose the outermost 4 %.
const MARGIN: f32 = 0.05;
/// Widest lines, share of the page's width.
const WIDEST: f32 = 0.88;

/// Paints the picture as large as it fits. Black goes only where the picture is not, and not at all where the window is black already: without
/// a graphics card each pixel painted twice is paid for thirty times a second.
pub(super) fn picture_ui(painter: &Painter, page: Rect, picture: &Moving) {
    let size = picture.size();
    let by = (page.width() / size.x).min(page.height() / size.y);
    let fitted = on_pixels(painter, Rect::from_center_size(page.center(), size * by));
    for bar in [
        Rect::from_min_max(page.min, pos2(page.right(), fitted.top())),
        Rect::from_min_max(pos2(page.left(), fitted.bottom()), page.max),
        Rect::from_min_max(pos2(page.left(), fitted.top()), pos2(fitted.left(), fitted.bottom())),
        Rect::from_min_max(pos2(fitted.right(), fitted.top()), pos2(page.right(), fitted.bottom())),
    ] {
        if bar.is_positive() && page != painter.ctx().content_rect() {
            painter.rect_filled(bar, 0.0, Color32::BLACK);
        }
    }
    match picture {
        Moving::Texture(texture) => {
            painter.image(texture.id(), fitted, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)), Color32::WHITE);
        }
        Moving::Canvas { paint, .. } => {
            painter.add(PaintCallback { rect: fitted, callback: Arc::clone(paint) });
        }
    }
}

/// Moves it onto whole pixels without changing its size, so that a picture of the right size is shown pixel by pixel.
fn on_pixels(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let round = |at: f32| (at * scale).round() / scale;
    Rect::from_min_size(pos2(round(rect.left()), round(rect.top())), rect.size())
}

/// Paints a subtitle: white on a dark band, so that it is read on any picture.
pub(super) fn subtitle_ui(painter: &Painter, page: Rect, words: &str) {
    band(painter, page, words, theme::bold_font(page.height() * WORDS), Color32::WHITE, Color32::from_black_alpha(190));
}

/// Paints the question of a pause point on paper.
pub(super) fn question_ui(painter: &Painter, page: Rect, words: &str) {
    band(painter, page, words, theme::bold_font(page.height() * QUESTION), stage::INK, stage::PAPER);
}

fn band(painter: &Painter, page: Rect, words: &str, font: FontId, ink: Color32, ground: Color32) {
    let pad = font.size * 0.4;
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, page.width() * WIDEST - 2.0 * pad);
    job.halign = Align::Center;
    let galley = painter.layout_job(job);
    let size = galley.rect.size() + vec2(2.0 * pad, pad);
    let bottom = page.bottom() - page.height() * MARGIN;
    let plate = Rect::from_center_size(pos2(page.center().x, bottom - size.y / 2.0), size);
    painter.rect_filled(plate, CornerRadius::same((pad * 0.6).min(200.0) as u8), ground);
    painter.galley(pos2(plate.center().x, plate.top() + pad / 2.0 - galley.rect.top()), galley, ink);
}
