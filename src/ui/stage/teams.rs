//! Teams on the stage: a field for each with its colour, symbol and name, and its members as large as they all fit.

use egui::{Align2, CornerRadius, Painter, Rect, Vec2, pos2, vec2};

use super::symbol::{COLOURS, symbol_ui};
use crate::{
    text::lots::TEAM_NAMES,
    ui::theme::{self, stage},
};

/// Members are never larger than this, share of the page's height: teams of two should not shout.
const LARGEST: f32 = 0.12;
/// A line of members, in sizes of its type.
const LINE: f32 = 1.12;
/// Air between two members in a line, in sizes of their type.
const AIR: f32 = 0.55;

/// Where everything stands: fields side by side and above each other, lines of members in each.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Arrangement {
    columns: usize,
    rows: usize,
    /// Members side by side in a field.
    abreast: usize,
    /// Type of the members, points.
    points: f32,
}

/// Paints them.
pub(super) fn teams_ui(painter: &Painter, page: Rect, teams: &[Vec<String>]) {
    painter.rect_filled(page, 0.0, stage::PAPER);
    let margin = page.size().min_elem() * 0.04;
    let inside = page.shrink(margin);
    let gap = margin * 0.5;
    let members = teams.iter().map(Vec::len).max().unwrap_or(0);
    let widest = widest(painter, teams);
    let arrangement = arrange(inside.size(), gap, teams.len(), members, widest, page.height() * LARGEST);
    let field = field_size(inside.size(), gap, arrangement.columns, arrangement.rows);
    for (index, team) in teams.iter().enumerate() {
        let (column, row) = (index % arrangement.columns, index / arrangement.columns);
        // The last row stands in the middle when it is shorter.
        let in_row = arrangement.columns.min(teams.len() - row * arrangement.columns);
        let spare = (arrangement.columns - in_row) as f32 * (field.x + gap) / 2.0;
        let at = inside.min + vec2(spare, 0.0) + vec2(column as f32 * (field.x + gap), row as f32 * (field.y + gap));
        field_ui(painter, Rect::from_min_size(at, field), index, team, arrangement);
    }
}

fn field_ui(painter: &Painter, field: Rect, index: usize, team: &[String], arrangement: Arrangement) {
    let colour = COLOURS.get(index % COLOURS.len()).copied().unwrap_or(stage::INK);
    let corner = CornerRadius::same((field.size().min_elem() * 0.06).min(40.0) as u8);
    let head = Rect::from_min_size(field.min, vec2(field.width(), head_height(field.size())));
    painter.rect_filled(field, corner, colour.lerp_to_gamma(stage::PAPER, 0.82));
    painter.rect_filled(head, CornerRadius { sw: 0, se: 0, ..corner }, colour);
    let symbol = head.height() * 0.32;
    symbol_ui(painter, index, pos2(head.left() + head.height() * 0.55, head.center().y), symbol, stage::PAPER);
    let name = TEAM_NAMES.get(index).copied().unwrap_or_default();
    let room = head.width() - head.height() * 1.15;
    let points = (head.height() * 0.62).min(room / width_of(painter, name).max(0.1));
    let at = pos2(head.left() + head.height() * 1.05, head.center().y);
    painter.text(at, Align2::LEFT_CENTER, name, theme::bold_font(points), stage::PAPER);

    let lines = team.len().div_ceil(arrangement.abreast.max(1));
    let line = arrangement.points * LINE;
    let body = Rect::from_min_max(pos2(field.left(), head.bottom()), field.max);
    let top = body.center().y - lines as f32 * line / 2.0;
    for (number, members) in team.chunks(arrangement.abreast.max(1)).enumerate() {
        let middle = top + (number as f32 + 0.5) * line;
        let cell = body.width() / members.len() as f32;
        for (place, member) in members.iter().enumerate() {
            let at = pos2(body.left() + (place as f32 + 0.5) * cell, middle);
            painter.text(at, Align2::CENTER_CENTER, member, theme::bold_font(arrangement.points), stage::INK);
        }
    }
}

/// Height of a field's head.
fn head_height(field: Vec2) -> f32 {
    (field.y * 0.24).min(field.x * 0.26)
}

fn field_size(room: Vec2, gap: f32, columns: usize, rows: usize) -> Vec2 {
    let share = |room: f32, count: usize| (room - gap * (count as f32 - 1.0)) / count as f32;
    vec2(share(room.x, columns), share(room.y, rows))
}

/// The arrangement with the largest type: `widest` is the width of the longest member in sizes of its type.
fn arrange(room: Vec2, gap: f32, teams: usize, members: usize, widest: f32, largest: f32) -> Arrangement {
    let mut best = Arrangement { columns: 1, rows: teams.max(1), abreast: 1, points: 0.0 };
    for columns in 1..=teams.max(1) {
        let rows = teams.max(1).div_ceil(columns);
        let field = field_size(room, gap, columns, rows);
        let body = vec2(field.x * 0.94, (field.y - head_height(field)) * 0.94);
        for abreast in 1..=members.max(1) {
            let lines = members.max(1).div_ceil(abreast);
            let by_height = body.y / (lines as f32 * LINE);
            let by_width = body.x / (abreast as f32 * (widest + AIR));
            let points = by_height.min(by_width).min(largest);
            if points > best.points {
                best = Arrangement { columns, rows, abreast, points };
            }
        }
    }
    best
}

fn widest(painter: &Painter, teams: &[Vec<String>]) -> f32 {
    teams.iter().flatten().map(|member| width_of(painter, member)).fold(0.0, f32::max)
}

/// Width of bold words in sizes of their type.
fn width_of(painter: &Painter, words: &str) -> f32 {
    const SAMPLE: f32 = 40.0;
    painter.layout_no_wrap(words.to_owned(), theme::bold_font(SAMPLE), stage::INK).size().x / SAMPLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_readable_from_afar_for_all_groups_that_there_are() {
        // Cap height is about 0.7 of the type's size; 1/22 of the page's height is the least.
        for (size, teams, people) in [
            (vec2(1024.0, 768.0), 8, 55),
            (vec2(800.0, 600.0), 5, 40),
            (vec2(1366.0, 768.0), 2, 55),
            (vec2(1024.0, 768.0), 3, 15),
        ] {
            let margin = size.min_elem() * 0.04;
            let room = size - Vec2::splat(2.0 * margin);
            let seats = arrange(room, margin * 0.5, teams, people_in(people, teams), 1.2, size.y * LARGEST);
            assert!(seats.points * 0.7 >= size.y / 22.0, "{size:?} {teams} {people}: {seats:?}");
            assert!(seats.columns * seats.rows >= teams && seats.points <= size.y * LARGEST);
        }
    }

    fn people_in(people: usize, teams: usize) -> usize {
        people.div_ceil(teams)
    }
}
