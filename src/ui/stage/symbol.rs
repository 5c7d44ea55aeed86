//! Colours and symbols of teams: told apart by shape and name, not by colour alone.

use egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, pos2, vec2};

/// Grounds of eight teams, in the order of `text::lots::TEAM_NAMES`; paper-coloured words on them have a contrast of 5:1 at least.
pub(super) const COLOURS: [Color32; 8] = [
    Color32::from_rgb(0x0B, 0x6E, 0x69),
    Color32::from_rgb(0xB2, 0x3A, 0x2B),
    Color32::from_rgb(0x3B, 0x4C, 0xA0),
    Color32::from_rgb(0x8A, 0x52, 0x00),
    Color32::from_rgb(0xA8, 0x2A, 0x62),
    Color32::from_rgb(0x6F, 0x37, 0x82),
    Color32::from_rgb(0x37, 0x6E, 0x1F),
    Color32::from_rgb(0x43, 0x51, 0x63),
];

/// Paints the symbol of the team with this index around `at`; `radius` is half its height.
pub(super) fn symbol_ui(painter: &Painter, team: usize, at: Pos2, radius: f32, colour: Color32) {
    let point = |x: f32, y: f32| at + vec2(x, y) * radius;
    let filled = |points: Vec<Pos2>| Shape::convex_polygon(points, colour, Stroke::NONE);
    match team % COLOURS.len() {
        0 => {
            painter.circle_filled(at, radius * 0.92, colour);
        }
        1 => {
            painter.add(filled(vec![point(0.0, -0.95), point(1.05, 0.85), point(-1.05, 0.85)]));
        }
        2 => {
            painter.add(filled(vec![point(-0.85, -0.85), point(0.85, -0.85), point(0.85, 0.85), point(-0.85, 0.85)]));
        }
        3 => star(painter, at, radius, colour),
        4 => {
            painter.circle_filled(point(-0.46, -0.32), radius * 0.52, colour);
            painter.circle_filled(point(0.46, -0.32), radius * 0.52, colour);
            painter.add(filled(vec![point(-0.9, -0.05), point(0.0, -0.4), point(0.9, -0.05), point(0.0, 0.95)]));
        }
        5 => {
            for petal in 0..5 {
                let way = Vec2::angled(std::f32::consts::TAU * (petal as f32 / 5.0 - 0.25));
                painter.circle_filled(at + way * radius * 0.55, radius * 0.44, colour);
            }
            painter.circle_filled(at, radius * 0.5, colour);
        }
        6 => leaf(painter, at, radius, colour),
        _ => {
            painter.add(filled(vec![point(0.0, -1.05), point(0.8, 0.0), point(0.0, 1.05), point(-0.8, 0.0)]));
        }
    }
}

/// Five points; not convex, so a fan of triangles.
fn star(painter: &Painter, at: Pos2, radius: f32, colour: Color32) {
    let corner = |index: i32| {
        let way = Vec2::angled(std::f32::consts::TAU * (index as f32 / 10.0 - 0.25));
        at + way * radius * if index % 2 == 0 { 1.05 } else { 0.46 }
    };
    let mut mesh = egui::Mesh::default();
    mesh.colored_vertex(at, colour);
    (0..10).for_each(|index| mesh.colored_vertex(corner(index), colour));
    (0..10_u32).for_each(|index| mesh.add_triangle(0, 1 + index, 1 + (index + 1) % 10));
    painter.add(mesh);
}

/// A leaf leaning to the right.
fn leaf(painter: &Painter, at: Pos2, radius: f32, colour: Color32) {
    const PIECES: usize = 12;
    let side = |sign: f32| {
        (0..=PIECES).map(move |piece| {
            let along = piece as f32 / PIECES as f32;
            (along, sign * 0.52 * (std::f32::consts::PI * along).sin())
        })
    };
    let (tip, base) = (vec2(0.72, -0.85), vec2(-0.72, 0.85));
    let across = vec2(0.85, 0.72);
    let points: Vec<Pos2> = side(1.0)
        .chain(side(-1.0).collect::<Vec<_>>().into_iter().rev())
        .map(|(along, out)| pos2(at.x, at.y) + (base + (tip - base) * along + across * out) * radius)
        .collect();
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::lots::TEAM_NAMES, ui::theme::stage};

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: Color32) -> f32 {
        let part = |value: u8| {
            let share = f32::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    #[test]
    fn words_on_every_team_s_ground_are_legible() {
        assert_eq!(COLOURS.len(), TEAM_NAMES.len());
        for ground in COLOURS {
            let contrast = (luminance(stage::PAPER) + 0.05) / (luminance(ground) + 0.05);
            assert!(contrast >= 5.0, "{ground:?}: {contrast}");
        }
    }
}
