//! Groups × sessions: what each group has had, what comes next, who missed what. Heads stay in sight while it scrolls both ways, and only
//! cells in sight are drawn.

use std::ops::Range;

use egui::{
    Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::{
    engine::{
        overview::{Column, CoverageRow, Delivered, Overview},
        roster::Group,
    },
    text::{home as words, overview as text},
    ui::{
        console::parts,
        intent::{Intent, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

/// A cell, points.
const CELL: egui::Vec2 = vec2(92.0, 44.0);
/// Width of the groups' names.
const NAMES: f32 = 230.0;
/// Height of the sessions' labels.
const HEAD: f32 = 36.0;
/// Height of the legend below.
const LEGEND: f32 = 30.0;
/// Under this share of those called up the cell is amber.
const LOW: f32 = 0.5;

/// Draws it.
pub(super) fn coverage_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview, find: &str, out: &mut Vec<Intent>) {
    let rows: Vec<(&CoverageRow, &Group)> = overview
        .coverage
        .rows
        .iter()
        .filter_map(|row| Some((row, view.groups.iter().find(|group| group.id == row.group)?)))
        .filter(|(_, group)| super::month::found(group, find))
        .collect();
    if rows.is_empty() {
        widgets::caption(ui, if find.is_empty() { text::NOBODY } else { text::NOT_FOUND });
        return;
    }
    let columns = &overview.coverage.sessions;
    let area = ui.available_rect_before_wrap();
    let foot = Rect::from_min_max(pos2(area.left(), area.bottom() - LEGEND), area.max);
    legend(&mut ui.new_child(UiBuilder::new().id_salt("legend").max_rect(foot)));
    let cells = Rect::from_min_max(area.min + vec2(NAMES, HEAD), pos2(area.right(), foot.top() - GRID / 2.0));
    let mut inner = ui.new_child(UiBuilder::new().id_salt("cells").max_rect(cells));
    inner.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let content = vec2(CELL.x * columns.len() as f32, CELL.y * rows.len() as f32);
    let scrolled = ScrollArea::both().id_salt("matrix").auto_shrink(false).show_viewport(&mut inner, |ui, seen| {
        ui.set_min_size(content);
        let origin = ui.min_rect().min;
        for row in shown(seen.y_range(), CELL.y, rows.len()) {
            for column in shown(seen.x_range(), CELL.x, columns.len()) {
                let corner = origin + vec2(CELL.x * column as f32, CELL.y * row as f32);
                let (Some((cells, group)), Some(session)) = (rows.get(row), columns.get(column)) else { continue };
                let delivered = cells.cells.get(column).and_then(Option::as_ref);
                let cell = Cell { group, session, delivered, next: is_next(overview, group, session) };
                cell_ui(ui, view, Rect::from_min_size(corner, CELL), &cell, out);
            }
        }
        seen
    });
    heads(ui, view, area, cells, scrolled.inner, columns, &rows);
    ui.advance_cursor_after_rect(area);
}

/// Which of `count` pieces of one size are in sight.
fn shown(seen: egui::Rangef, size: f32, count: usize) -> Range<usize> {
    let first = (seen.min / size).floor().max(0.0) as usize;
    let end = (seen.max / size).ceil().max(0.0) as usize;
    first.min(count)..end.min(count)
}

fn is_next(overview: &Overview, group: &Group, column: &Column) -> bool {
    let next = overview.group(group.id).and_then(|glance| glance.next.as_ref());
    next.is_some_and(|next| next.session == column.session)
}

/// Names at the left and labels above, moved along with the cells.
fn heads(
    ui: &Ui,
    view: &View<'_>,
    area: Rect,
    cells: Rect,
    seen: Rect,
    columns: &[Column],
    rows: &[(&CoverageRow, &Group)],
) {
    let c = theme::colours(ui);
    let above = Rect::from_min_max(pos2(cells.left(), area.top()), pos2(cells.right(), cells.top()));
    let painter = ui.painter().with_clip_rect(above);
    let labels: Vec<&str> = columns.iter().map(|column| label(view, column)).collect();
    for column in shown(seen.x_range(), CELL.x, columns.len()) {
        let Some(session) = columns.get(column) else { continue };
        let left = cells.left() + CELL.x * column as f32 - seen.left();
        let rect = Rect::from_min_size(pos2(left, above.top()), vec2(CELL.x, HEAD));
        let label = numbered(&labels, column);
        painter.text(rect.center(), Align2::CENTER_CENTER, label, theme::bold_font(size::SMALL), c.ink);
        let response = ui.interact(rect.intersect(above), ui.scope_id().with(("head", column)), Sense::hover());
        let title = title(view, session);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
        response.on_hover_text(title);
    }
    let beside = Rect::from_min_max(pos2(area.left(), cells.top()), pos2(cells.left(), cells.bottom()));
    let painter = ui.painter().with_clip_rect(beside);
    for row in shown(seen.y_range(), CELL.y, rows.len()) {
        let Some((cells_of, group)) = rows.get(row) else { continue };
        let top = cells.top() + CELL.y * row as f32 - seen.top();
        let mut name = egui::text::LayoutJob::single_section(
            group.name.clone(),
            egui::TextFormat::simple(theme::bold_font(size::BODY), c.ink),
        );
        name.wrap = egui::text::TextWrapping::truncate_at_width(NAMES - 2.0 * GRID);
        let name = ui.ctx().fonts_mut(|fonts| fonts.layout_job(name));
        painter.galley(pos2(area.left(), top + 2.0), name, c.ink);
        let had = text::had(cells_of.had(), columns.len());
        painter.text(pos2(area.left(), top + 24.0), Align2::LEFT_TOP, had, theme::font(size::SMALL), c.muted);
    }
}

/// A column's label, with a number where several sessions share one, as adaptive sessions do.
fn numbered(labels: &[&str], index: usize) -> String {
    let Some(this) = labels.get(index) else { return String::new() };
    let same = |label: &&&str| **label == *this;
    if labels.iter().filter(same).count() < 2 {
        return (*this).to_owned();
    }
    text::one_of(this, labels.iter().take(index + 1).filter(same).count())
}

fn label<'a>(view: &View<'a>, column: &'a Column) -> &'a str {
    let known = view.sessions.iter().find(|session| session.id == column.session);
    known.map_or(column.gone.as_deref().unwrap_or_default(), |session| session.label.as_str())
}

fn title(view: &View<'_>, column: &Column) -> String {
    let known = view.sessions.iter().find(|session| session.id == column.session);
    known.map_or_else(|| label(view, column).to_owned(), |session| words::next(&session.label, &session.title))
}

/// One group and one session.
struct Cell<'a> {
    group: &'a Group,
    session: &'a Column,
    delivered: Option<&'a Delivered>,
    next: bool,
}

fn cell_ui(ui: &mut Ui, view: &View<'_>, rect: Rect, cell: &Cell<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    // A session that left the catalogue cannot be prepared; while a meeting is open none can.
    let can = cell.delivered.is_some() || cell.session.gone.is_none() && view.meeting.is_none();
    let sense = if can { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with((cell.group.id, &cell.session.session)), sense);
    let low = cell.delivered.and_then(|delivered| delivered.attended.counts.share()).is_some_and(|share| share < LOW);
    let (ink, fill) = match cell.delivered {
        Some(_) if low => (c.amber, c.amber_soft),
        Some(_) => (c.green, c.green_soft),
        None if cell.next => (c.accent, c.accent_soft),
        None => (c.muted, c.card),
    };
    let edge = if response.hovered() && can { c.accent } else { c.line };
    let inside = rect.shrink(2.0);
    let corner = CornerRadius::same(6);
    ui.painter().rect(inside, corner, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let font =
        if cell.delivered.is_some() || cell.next { theme::bold_font(size::SMALL) } else { theme::font(size::SMALL) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text::cell(cell.delivered, cell.next), font, ink);
    let name = || {
        let missed = cell.delivered.map(|delivered| delivered.missed.as_slice()).unwrap_or_default();
        let member = |id| cell.group.members.iter().find(|member| member.id == id).map(|member| member.name.as_str());
        let missed: Vec<&str> = missed.iter().filter_map(|id| member(*id)).collect();
        text::cell_name(&cell.group.name, &title(view, cell.session), cell.delivered, cell.next, &missed)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, can, name()));
    widgets::focus_ring(ui, &response);
    parts::keep_in_view(&response);
    let response = response.on_hover_ui(|ui| _ = ui.label(name()));
    if !(can && response.clicked()) {
        return;
    }
    if let Some(delivered) = cell.delivered {
        out.push(Intent::Go(Screen::Past(delivered.meeting)));
    } else {
        out.push(Intent::PrepareFor(cell.group.id));
        out.push(Intent::ChooseSession(cell.session.session.clone()));
    }
}

fn legend(ui: &mut Ui) {
    let c = theme::colours(ui);
    parts::low_row(ui, |ui| {
        for (sign, meaning) in text::LEGEND {
            ui.label(egui::RichText::new(sign).font(theme::bold_font(size::SMALL)).color(c.ink));
            widgets::caption(ui, meaning);
            ui.add_space(GRID);
        }
        parts::caption_line(ui, text::LEGEND_PRESS);
    });
}
