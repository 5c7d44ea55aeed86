//! The wheel on the stage: turns for some seconds, then stands with its result large. A pure function of the draw and the time: a meeting
//! brought back shows what it showed.

use std::{f32::consts::TAU, time::Duration};

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::symbol::COLOURS;
use crate::{
    engine::{lots::SPIN, session::Module, time::Ms},
    ui::theme::{self, stage},
};

/// Time between two pictures while it turns: smooth enough, and light enough for a laptop without a graphics card.
const FRAME: Duration = Duration::from_millis(33);
/// Whole turns.
const TURNS: f32 = 5.0;
/// Most lots whose labels are painted on the wheel itself: with more they would be too small for the room.
const LABELLED: usize = 16;
/// Pieces of a full circle.
const PIECES: usize = 144;

/// One turning of the wheel.
pub(super) struct Turning<'a> {
    /// What is on it.
    pub(super) labels: &'a [String],
    /// Which comes out.
    pub(super) picked: usize,
    /// Chance: where inside its piece it stops.
    pub(super) seed: u64,
    /// Meeting time at which it began.
    pub(super) spun: Ms,
}

impl Turning<'_> {
    /// How far the wheel is turned at `at`, in whole turns: piece `i` of `n` stands under the pointer while the fraction is in `i/n..(i+1)/n`.
    fn turned(&self, at: Ms) -> f32 {
        let count = self.labels.len().max(1) as f32;
        // Never on the line between two pieces.
        let inside = 0.15 + 0.7 * ((self.seed >> 40) & 0xFF) as f32 / 255.0;
        let end = TURNS + (self.picked as f32 + inside) / count;
        let passed = (at.saturating_sub(self.spun).0 as f32 / SPIN.0 as f32).clamp(0.0, 1.0);
        // Fast at first, slower and slower.
        end * (1.0 - (1.0 - passed).powi(3))
    }

    /// Index under the pointer.
    fn pointed(&self, at: Ms) -> usize {
        let piece = (self.turned(at).fract() * self.labels.len() as f32) as usize;
        if self.stands(at) { self.picked } else { piece.min(self.labels.len().saturating_sub(1)) }
    }

    fn stands(&self, at: Ms) -> bool {
        at.saturating_sub(self.spun) >= SPIN
    }
}

/// Paints it. Returns how long the picture stays right: nothing changes once it stands.
pub(super) fn wheel_ui(
    painter: &Painter,
    page: Rect,
    module: Module,
    turning: &Turning<'_>,
    at: Ms,
) -> Option<Duration> {
    let label = turning.labels.get(turning.pointed(at)).map_or("", String::as_str);
    let radius = page.height().min(page.width() * 0.9) * 0.43;
    let centre = pos2(page.center().x, page.center().y + page.height() * 0.025);
    painter.rect_filled(page, 0.0, stage::PAPER);
    pieces_ui(painter, centre, radius, turning, at);
    pointer_ui(painter, pos2(centre.x, centre.y - radius), radius * 0.13);
    if turning.stands(at) {
        let band = Rect::from_center_size(centre, vec2(page.width(), page.height() * 0.4));
        painter.rect_filled(band, 0.0, stage::accent(module));
        fitted(painter, band.shrink2(band.size() * vec2(0.06, 0.06)), label, stage::PAPER);
        return None;
    }
    painter.circle_filled(centre, radius * 0.56, stage::PAPER);
    fitted(painter, Rect::from_center_size(centre, Vec2::splat(radius * 0.86)), label, stage::INK);
    Some(FRAME)
}

fn pieces_ui(painter: &Painter, centre: Pos2, radius: f32, turning: &Turning<'_>, at: Ms) {
    let count = turning.labels.len().max(1);
    let turned = turning.turned(at);
    // Fraction of a turn, clockwise from the pointer.
    let on_rim = |share: f32, out: f32| centre + Vec2::angled(TAU * (share - turned - 0.25)) * radius * out;
    let steps = PIECES.div_ceil(count);
    for (index, label) in turning.labels.iter().enumerate() {
        let share = |step: usize| (index as f32 + step as f32 / steps as f32) / count as f32;
        let mut points = vec![centre];
        points.extend((0..=steps).map(|step| on_rim(share(step), 1.0)));
        painter.add(Shape::convex_polygon(points, colour(index, count), Stroke::NONE));
        if count <= LABELLED && label.chars().count() <= 3 {
            let middle = on_rim((index as f32 + 0.5) / count as f32, 0.78);
            painter.text(middle, Align2::CENTER_CENTER, label, theme::bold_font(radius * 0.17), stage::PAPER);
        }
    }
    painter.circle_stroke(centre, radius, Stroke::new(radius * 0.03, stage::INK));
}

/// Neighbours always differ, over the end of the circle too.
fn colour(index: usize, count: usize) -> Color32 {
    let last_like_first = index + 1 == count && count % COLOURS.len() == 1 && count > 1;
    let index = if last_like_first { COLOURS.len() / 2 } else { index % COLOURS.len() };
    COLOURS.get(index).copied().unwrap_or(stage::INK)
}

/// A drop pointing down at the rim.
fn pointer_ui(painter: &Painter, tip: Pos2, size: f32) {
    let points =
        vec![tip + vec2(0.0, size * 0.9), tip + vec2(-size * 0.75, -size * 0.7), tip + vec2(size * 0.75, -size * 0.7)];
    painter.add(Shape::convex_polygon(points, stage::INK, Stroke::new(size * 0.12, stage::PAPER)));
}

/// One line as large as `room` allows.
fn fitted(painter: &Painter, room: Rect, label: &str, ink: Color32) {
    let tall = room.height() * 0.92;
    let wide = painter.layout_no_wrap(label.to_owned(), theme::bold_font(tall), ink).size();
    let points = tall * (room.width() / wide.x.max(1.0)).min(room.height() / wide.y.max(1.0)).min(1.0);
    painter.text(room.center(), Align2::CENTER_CENTER, label, theme::bold_font(points), ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_turns_forward_slower_and_slower_and_stands_at_the_one_drawn() {
        let labels: Vec<String> = (1..=55).map(|seat| seat.to_string()).collect();
        for (picked, seed) in [(0, 0), (54, u64::MAX), (17, 1 << 43)] {
            let turning = Turning { labels: &labels, picked, seed, spun: Ms(700) };
            let turned: Vec<f32> = (0..=SPIN.0 / 100).map(|step| turning.turned(Ms(700 + step * 100))).collect();
            let steps: Vec<f32> = turned.windows(2).map(|pair| pair[1] - pair[0]).collect();
            assert!(steps.windows(2).all(|pair| pair[0] >= pair[1] - 1e-4 && pair[1] >= 0.0), "{steps:?}");
            let end = Ms(700) + SPIN;
            let piece = (turning.turned(end).fract() * labels.len() as f32) as usize;
            assert_eq!((piece, turning.pointed(end)), (picked, picked));
            assert!(!turning.stands(Ms(600)) && turning.stands(end) && turning.stands(Ms(u64::MAX)));
        }
    }

    #[test]
    fn neighbours_on_the_wheel_differ() {
        for count in 2..=60 {
            for index in 0..count {
                assert_ne!(colour(index, count), colour((index + 1) % count, count), "{index} of {count}");
            }
        }
    }
}
