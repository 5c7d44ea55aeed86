//! The test picture: is it sharp, are its edges on the wall, is it straight, can the smallest words be read from the back row?
//! Drawn from shapes, to the pixel, for any size and shape of projector. Lengths are shares of `base`, what pages measure their type by.

use egui::{Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::{
    engine::session::Module,
    text::stage_ui as text,
    typeset::geometry::{Measures, SAFE},
    ui::theme::{self, stage},
};

/// The border at the very edge.
const BORDER: f32 = 0.004;
/// Arms of the corner marks, and how thick they are.
const CORNER: (f32, f32) = (0.07, 0.014);
/// Triangles that touch the middle of each edge.
const ARROW: f32 = 0.035;
/// Radius of the large circle.
const CIRCLE: f32 = 0.2;
/// Where its centre is above the window's.
const RAISED: f32 = 0.215;
/// Radius of the circles in the corners.
const SMALL_CIRCLE: f32 = 0.065;
/// Lines and patches: how large, how far from the middle, how far below it; clear of the large circle and of those in the corners.
const SIDE: f32 = 0.24;
const BESIDE: f32 = 0.4;
const BELOW_CORNERS: f32 = -0.16;
/// Dark rays of the star.
const RAYS: usize = 24;
/// Middle of each line of words below the window's middle; the smallest words are on two lines.
const LINES: [f32; 4] = [0.09, 0.2, 0.298, 0.382];
/// Steps from black to white.
const GREYS: u8 = 6;
/// Accents of the pages.
const COLOURS: [Module; 6] = [Module::M1, Module::M2, Module::M3, Module::M4, Module::M5, Module::M6];

/// Paints it over `window`.
pub fn test_picture_ui(painter: &Painter, window: Rect) {
    let scale = painter.pixels_per_point();
    let pixels = |points: f32| (points * scale).round() as u32;
    let measures = Measures::new((pixels(window.width()), pixels(window.height())));
    let sheet =
        Sheet { painter: painter.with_clip_rect(window), window, base: measures.base / scale, pixel: 1.0 / scale };
    painter.rect_filled(window, 0.0, stage::PAPER);
    sheet.edges();
    sheet.circles();
    let side = sheet.base * SIDE;
    sheet.lines(sheet.at(-BESIDE, BELOW_CORNERS), side);
    sheet.patches(sheet.at(BESIDE, BELOW_CORNERS), side);
    sheet.words([measures.headline_min() / scale, measures.words_min() / scale]);
}

struct Sheet {
    painter: Painter,
    window: Rect,
    base: f32,
    pixel: f32,
}

impl Sheet {
    /// A point by shares of `base` from the window's middle.
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.window.center() + self.base * vec2(x, y)
    }

    /// A length that is whole pixels, at least one.
    fn whole(&self, length: f32) -> f32 {
        (length / self.pixel).round().max(1.0) * self.pixel
    }

    /// The nearest corner of a pixel.
    fn snapped(&self, at: Pos2) -> Pos2 {
        ((at.to_vec2() / self.pixel).round() * self.pixel).to_pos2()
    }

    /// Rectangles without soft edges.
    fn fill(&self, rects: impl IntoIterator<Item = (Rect, Color32)>) {
        let mut mesh = Mesh::default();
        for (rect, colour) in rects {
            mesh.add_colored_rect(rect, colour);
        }
        self.painter.add(Shape::mesh(mesh));
    }

    /// A border at the very edge, corner marks on it, an arrow to the middle of each side, and the margin words keep to.
    fn edges(&self) {
        let border = Stroke::new(self.whole(self.base * BORDER), stage::INK);
        self.painter.rect_stroke(self.window, 0.0, border, StrokeKind::Inside);
        let (arm, thick) = (self.whole(self.base * CORNER.0), self.whole(self.base * CORNER.1));
        let window = self.window;
        for (corner, x, y) in [
            (window.left_top(), 1.0, 1.0),
            (window.right_top(), -1.0, 1.0),
            (window.left_bottom(), 1.0, -1.0),
            (window.right_bottom(), -1.0, -1.0),
        ] {
            let arms = [vec2(arm, thick), vec2(thick, arm)];
            self.fill(arms.map(|arm| (Rect::from_two_pos(corner, corner + arm * vec2(x, y)), stage::INK)));
        }
        for (tip, inwards) in [
            (window.center_top(), Vec2::DOWN),
            (window.center_bottom(), Vec2::UP),
            (window.left_center(), Vec2::RIGHT),
            (window.right_center(), Vec2::LEFT),
        ] {
            let back = tip + inwards * self.base * ARROW;
            let side = inwards.rot90() * self.base * ARROW * 0.6;
            self.painter.add(Shape::convex_polygon(vec![tip, back + side, back - side], stage::INK, Stroke::NONE));
        }
        let safe = window.shrink2(window.size() * SAFE);
        let dash = self.base * 0.012;
        let frame = [safe.left_top(), safe.right_top(), safe.right_bottom(), safe.left_bottom(), safe.left_top()];
        let thin = Stroke::new(self.whole(self.base * 0.002), stage::FAINT);
        self.painter.extend(Shape::dashed_line(&frame, thin, dash, dash));
    }

    /// A large circle around a star, and a small one in each corner: round only where the picture is not distorted.
    fn circles(&self) {
        let centre = self.at(0.0, -RAISED);
        let thin = Stroke::new(self.whole(self.base * 0.004), stage::INK);
        self.painter.circle_stroke(centre, self.base * CIRCLE, thin);
        self.star(centre, self.base * CIRCLE * 0.9);
        let radius = self.base * SMALL_CIRCLE;
        let safe = self.window.shrink2(self.window.size() * SAFE).shrink(radius + self.base * 0.015);
        for centre in [safe.left_top(), safe.right_top(), safe.left_bottom(), safe.right_bottom()] {
            self.painter.circle_stroke(centre, radius, thin);
            let centre = self.snapped(centre);
            let half = radius * 0.6;
            let line = self.whole(self.base * 0.002);
            self.fill([vec2(half, line / 2.0), vec2(line / 2.0, half)].map(|half| {
                let corner = self.snapped(centre - half);
                (Rect::from_min_size(corner, vec2(self.whole(2.0 * half.x), self.whole(2.0 * half.y))), stage::INK)
            }));
        }
    }

    /// Rays that run together in the middle the more the picture is out of focus.
    fn star(&self, centre: Pos2, radius: f32) {
        let turn = std::f32::consts::TAU / RAYS as f32;
        for ray in 0..RAYS {
            let angle = turn * ray as f32;
            let tip = |angle: f32| centre + radius * vec2(angle.cos(), angle.sin());
            let ray = vec![centre, tip(angle - turn / 4.0), tip(angle + turn / 4.0)];
            self.painter.add(Shape::convex_polygon(ray, stage::INK, Stroke::NONE));
        }
    }

    /// Bars of one, two and three pixels, upright on the left and level on the right: they become grey when the picture is not sharp.
    fn lines(&self, centre: Pos2, side: f32) {
        let area = Rect::from_center_size(centre, Vec2::splat(side));
        let gap = side * 0.06;
        let (w, h) = ((side - gap) / 2.0, (side - 2.0 * gap) / 3.0);
        for (row, wide) in [3.0_f32, 2.0, 1.0].into_iter().enumerate() {
            let wide = wide * self.pixel;
            let top = area.top() + (h + gap) * row as f32;
            for (column, upright) in [true, false].into_iter().enumerate() {
                let corner = self.snapped(pos2(area.left() + (w + gap) * column as f32, top));
                let (along, across) = if upright { (w, h) } else { (h, w) };
                let across = self.whole(across);
                let count = (along / (2.0 * wide)).floor() as usize;
                let bar = |n: usize| {
                    let at = 2.0 * wide * n as f32;
                    let (from, bar) =
                        if upright { (vec2(at, 0.0), vec2(wide, across)) } else { (vec2(0.0, at), vec2(across, wide)) };
                    (Rect::from_min_size(corner + from, bar), stage::INK)
                };
                self.fill((0..count).map(bar));
            }
        }
    }

    /// Steps from black to white that must all be told apart, and the colours of the pages.
    fn patches(&self, centre: Pos2, side: f32) {
        let area = Rect::from_center_size(centre, vec2(side, side));
        let cell = vec2(side / f32::from(GREYS), side / 2.2);
        let grey = |n: u8| {
            let value = (u16::from(n) * 255 / u16::from(GREYS - 1)) as u8;
            (area.left_top() + vec2(cell.x * f32::from(n), 0.0), Color32::from_gray(value))
        };
        let colour = |(n, module): (u8, &Module)| {
            (pos2(area.left() + cell.x * f32::from(n), area.bottom() - cell.y), stage::accent(*module))
        };
        let patches = (0..GREYS).map(grey).chain((0..).zip(&COLOURS).map(colour));
        self.fill(
            patches.map(|(corner, colour)| {
                (Rect::from_min_max(self.snapped(corner), self.snapped(corner + cell)), colour)
            }),
        );
    }

    /// As large as headlines, in between, and as small as any word on a page may be.
    fn words(&self, [headline, smallest]: [f32; 2]) {
        let between = (headline * smallest).sqrt();
        let smallest = theme::font(smallest);
        let fonts: [FontId; 4] = [theme::bold_font(headline), theme::bold_font(between), smallest.clone(), smallest];
        for ((words, font), y) in text::TEST_WORDS.into_iter().zip(fonts).zip(LINES) {
            self.painter.text(self.at(0.0, y), Align2::CENTER_CENTER, words, font, stage::INK);
        }
    }
}
