//! Who stayed away two meetings or more in a row: the list for home visits.

use egui::{Align, Layout, Rect, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        ids::GroupId,
        overview::{Overview, Visit},
    },
    text::overview as text,
    ui::{
        console::parts::{self, Action, GAP},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

/// Height of a row, points.
const ROW: f32 = 60.0;
/// Width of how often.
const TIMES: f32 = 184.0;

/// Draws it.
pub(super) fn visits_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview) {
    if overview.visits.is_empty() {
        ui.label(text::NO_VISITS);
        return;
    }
    widgets::caption(ui, text::VISITS_HINT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let visits = &overview.visits;
    egui::ScrollArea::vertical().id_salt("visits").auto_shrink(false).show_rows(ui, ROW, visits.len(), |ui, range| {
        for visit in visits.get(range).unwrap_or_default() {
            row(ui, view, visit);
        }
    });
}

/// Copies the whole list: right to left, beside the tabs.
pub(super) fn copy_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview) {
    if overview.visits.is_empty() {
        return;
    }
    if Action::secondary(text::COPY).icon(icons::ICON_CONTENT_COPY).show(ui).clicked() {
        let line = |visit: &Visit| {
            (visit.name.clone(), group(view, visit.group).to_owned(), text::missed(visit), sessions(view, visit))
        };
        let lines: Vec<_> = overview.visits.iter().map(line).collect();
        ui.ctx().copy_text(text::visit_list(view.wall, &lines));
    }
}

fn row(ui: &mut Ui, view: &View<'_>, visit: &Visit) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let c = theme::colours(ui);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
    let (group, times, missed) = (group(view, visit.group), text::missed(visit), sessions(view, visit));
    let name = format!("{}, {group}, {times}: {missed}", visit.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let who = rect.left() + ((rect.width() - TIMES) * 0.33).round();
    let block = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rect.shrink(GRID).y_range());
    let at = |ui: &mut Ui, rect: Rect, layout: Layout, contents: &dyn Fn(&mut Ui)| {
        let mut child =
            ui.new_child(UiBuilder::new().id_salt((visit.member, rect.left() as i32)).max_rect(rect).layout(layout));
        child.spacing_mut().item_spacing.y = 2.0;
        contents(&mut child);
    };
    at(ui, block(rect.left(), who - GAP), Layout::top_down(Align::Min), &|ui| {
        parts::line(ui, RichText::new(&visit.name).font(theme::bold_font(size::BODY)));
        parts::caption_line(ui, group);
    });
    at(ui, block(who, who + TIMES), Layout::left_to_right(Align::Center), &|ui| {
        let silent = visit.without_word() > 0;
        let (ink, ground) = if silent { (c.amber, c.amber_soft) } else { (c.muted, c.raised) };
        parts::chip(ui, &times, ink, ground);
    });
    at(ui, block(who + TIMES + GAP, rect.right()), Layout::left_to_right(Align::Center), &|ui| {
        parts::line(ui, RichText::new(&missed)).on_hover_text(&missed);
    });
}

fn group<'a>(view: &View<'a>, id: GroupId) -> &'a str {
    view.groups.iter().find(|group| group.id == id).map_or("", |group| group.name.as_str())
}

/// The sessions missed, newest first, by label where the catalogue knows them.
fn sessions(view: &View<'_>, visit: &Visit) -> String {
    let one = |missed: &crate::engine::overview::Missed| {
        let known = view.sessions.iter().find(|session| session.id == missed.held.session);
        let label = known.map_or(missed.held.title.as_str(), |session| session.label.as_str());
        text::missed_session(label, missed.status)
    };
    visit.missed.iter().map(one).collect::<Vec<_>>().join(", ")
}
