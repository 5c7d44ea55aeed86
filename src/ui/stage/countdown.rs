//! The countdown above the page: a calm plate in the upper right corner, where pages have picture rather than words, with a ring and minutes:seconds, legible from 8 m.

use std::time::Duration;

use egui::{Align2, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, epaint::PathShape, pos2, vec2};

use crate::{
    engine::{scene::SceneCountdown, session::Module, time::Ms},
    text::stage_ui as text,
    ui::theme::{self, stage},
};

/// Distance from the page's edge, share of its shorter side: projectors lose the outermost 4 %.
const MARGIN: f32 = 0.04;
/// Plate height, share of the page's height.
const PLATE: f32 = 0.17;
/// Digit size, share of the plate's height: digits are 1/12 of the page high, like headlines.
const DIGITS: f32 = 0.74;
/// Straight pieces of a full ring.
const PIECES: usize = 120;

/// What is left, in whole seconds as people count down: the length at first, zero exactly at the end.
#[must_use]
fn seconds_left(left: Ms) -> u64 {
    left.0.div_ceil(1000)
}

/// How long the picture stays right: until the next second, `None` when it stands still.
#[must_use]
fn next_change(countdown: SceneCountdown, at: Ms) -> Option<Duration> {
    if countdown.paused_left.is_some() {
        return None;
    }
    let left = countdown.ends.saturating_sub(at).0;
    let shown_until = seconds_left(Ms(left)).checked_sub(1)? * 1000;
    Some(Duration::from_millis(left - shown_until))
}

/// Paints it. Returns how long the picture stays right.
pub(super) fn countdown_ui(ui: &Ui, page: Rect, module: Module, countdown: SceneCountdown, at: Ms) -> Option<Duration> {
    let left = countdown.paused_left.unwrap_or(countdown.ends.saturating_sub(at));
    let over = left == Ms::ZERO;
    let words = if over { text::OVER.to_owned() } else { crate::text::common::timer(Ms::seconds(seconds_left(left))) };
    let height = page.height() * PLATE;
    let digits = theme::bold_font(height * if over { DIGITS * 0.62 } else { DIGITS });
    let painter = ui.painter().with_clip_rect(page.intersect(ui.clip_rect()));
    let galley = painter.layout_no_wrap(words, digits, stage::INK);
    // While digits change the plate keeps its width: the widest of the same length.
    let text_width = if over { galley.size().x } else { widest(&painter, height, left) };
    let pad = height * 0.14;
    let ring = height - 2.0 * pad;
    let size = vec2(pad + ring + pad + text_width + 1.6 * pad, height);
    let margin = page.size().min_elem() * MARGIN;
    let plate = Rect::from_min_size(pos2(page.right() - margin - size.x, page.top() + margin), size);
    let corner = CornerRadius::same((height * 0.3).min(250.0) as u8);
    painter.rect_filled(plate, corner, stage::PAPER);
    painter.rect_stroke(plate, corner, Stroke::new((height * 0.02).max(1.0), stage::EDGE), StrokeKind::Inside);
    let centre = pos2(plate.left() + pad + ring / 2.0, plate.center().y);
    let width = ring * 0.17;
    let radius = (ring - width) / 2.0;
    let share =
        if countdown.length.0 == 0 { 0.0 } else { seconds_left(left) as f32 * 1000.0 / countdown.length.0 as f32 };
    let share = if over { 1.0 } else { share.clamp(0.0, 1.0) };
    painter.add(arc(centre, radius, 1.0, Stroke::new(width, stage::PASSED)));
    painter.add(arc(centre, radius, share, Stroke::new(width, stage::accent(module))));
    let text_left = centre.x + ring / 2.0 + pad;
    let text_centre = pos2(text_left + text_width / 2.0, plate.center().y);
    let at_centre = Align2::CENTER_CENTER.anchor_size(text_centre, galley.size());
    painter.galley(at_centre.min, galley, stage::INK);
    next_change(countdown, at)
}

/// Width of the widest time with as many digits, so that the plate does not jitter.
fn widest(painter: &egui::Painter, height: f32, left: Ms) -> f32 {
    let sample = if left.0 > 3_599_000 { "0:00:00" } else { "00:00" };
    let width = |digit: char| {
        let text = sample.replace('0', &digit.to_string());
        painter.layout_no_wrap(text, theme::bold_font(height * DIGITS), stage::INK).size().x
    };
    ('0'..='9').map(width).fold(0.0, f32::max)
}

/// An arc clockwise from the top over `share` of the circle.
fn arc(centre: Pos2, radius: f32, share: f32, stroke: Stroke) -> Shape {
    let pieces = ((PIECES as f32 * share).ceil() as usize).max(1);
    let point = |i: usize| {
        let angle = std::f32::consts::TAU * share * (i as f32 / pieces as f32) - std::f32::consts::FRAC_PI_2;
        centre + radius * vec2(angle.cos(), angle.sin())
    };
    Shape::Path(PathShape::line((0..=pieces).map(point).collect(), stroke))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(ends: Ms) -> SceneCountdown {
        SceneCountdown { ends, length: Ms::minutes(5), paused_left: None }
    }

    #[test]
    fn changes_once_a_second_and_never_after_its_end() {
        let mut at = Ms(120);
        let mut changes = 0;
        let countdown = running(at + Ms::seconds(10));
        while let Some(wait) = next_change(countdown, at) {
            let before = seconds_left(countdown.ends.saturating_sub(at));
            at = at + Ms(wait.as_millis() as u64);
            assert_eq!(seconds_left(countdown.ends.saturating_sub(at)) + 1, before);
            changes += 1;
        }
        assert_eq!(changes, 10);
        assert_eq!(at, countdown.ends);
    }

    #[test]
    fn stands_still_while_paused() {
        let paused = SceneCountdown { paused_left: Some(Ms::seconds(7)), ..running(Ms::minutes(1)) };
        assert_eq!(next_change(paused, Ms::ZERO), None);
    }
}
