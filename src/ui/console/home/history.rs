//! All meetings, newest first, of all groups or of one.

use egui::{RichText, Sense, Ui, UiBuilder, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{event::MeetingKind, history::MeetingSummary, ids::GroupId},
    text::{attendance, common, home as words, overview as text},
    ui::{
        console::parts::{self, Action},
        intent::{Intent, RehearseKey, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

/// Height of a row, points.
const ROW: f32 = 72.0;

/// Draws it.
pub(super) fn history_ui(ui: &mut Ui, view: &View<'_>, group: Option<GroupId>, out: &mut Vec<Intent>) {
    let open = view.meeting.as_ref().map(|meeting| meeting.state.opened_wall);
    // Of a rehearsal there is only what it took; one that never ran its course shows nothing.
    let something = |meeting: &&MeetingSummary| {
        meeting.kind == MeetingKind::Live || (meeting.began.is_some() && meeting.closed.is_some())
    };
    let of_group = |meeting: &&MeetingSummary| group.is_none_or(|group| meeting.group == group);
    let rows: Vec<&MeetingSummary> = view
        .meetings
        .iter()
        .filter(of_group)
        .filter(something)
        .filter(|meeting| Some(meeting.opened) != open)
        .collect();
    if rows.is_empty() {
        widgets::caption(ui, if group.is_some() { text::NO_HISTORY } else { words::NO_RECENT });
        return;
    }
    ui.add_space(GRID / 2.0);
    ui.spacing_mut().item_spacing.y = GRID;
    egui::ScrollArea::vertical().id_salt("meetings").auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
        for meeting in rows.get(range).unwrap_or_default() {
            row(ui, view, meeting, out);
        }
    });
}

/// Which groups: right to left, beside the tabs.
pub(super) fn filter_ui(ui: &mut Ui, view: &View<'_>, chosen: &mut Option<GroupId>) {
    let name = |id: GroupId| view.groups.iter().find(|group| group.id == id).map(|group| group.name.as_str());
    let label = chosen.and_then(name).unwrap_or(text::ALL_GROUPS);
    Action::secondary(label).icon(icons::ICON_ARROW_DROP_DOWN).menu(ui, |ui| {
        let all = (None, text::ALL_GROUPS);
        let each = view.groups.iter().map(|group| (Some(group.id), group.name.as_str()));
        for (id, name) in std::iter::once(all).chain(each).filter(|(id, _)| id != chosen).collect::<Vec<_>>() {
            if Action::quiet(name).show(ui).clicked() {
                *chosen = id;
                ui.close();
            }
        }
    });
}

fn row(ui: &mut Ui, view: &View<'_>, meeting: &MeetingSummary, out: &mut Vec<Intent>) {
    let group = view.groups.iter().find(|group| group.id == meeting.group).map_or("", |group| group.name.as_str());
    let date = common::short_date(meeting.opened);
    let state = match (meeting.kind, meeting.closed) {
        (MeetingKind::Rehearsal, _) => words::REHEARSAL.to_owned(),
        (_, None) => words::NOT_CLOSED.to_owned(),
        _ => words::present(&attendance::came(&meeting.counts)),
    };
    let name = format!("{date}, {group}, {}, {state}", meeting.title);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let mut place = ui.new_child(UiBuilder::new().id_salt(("row", meeting.id)).max_rect(rect));
    let pressed = parts::tile(&mut place, ("meeting", meeting.id), &name, 0.0, |ui| {
        parts::columns(ui, 2, |column, ui| {
            ui.spacing_mut().item_spacing.y = GRID / 2.0;
            let (upper, lower) = if column == 0 { (group, &date) } else { (meeting.title.as_str(), &state) };
            let font = if column == 0 { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
            parts::line(ui, RichText::new(upper).font(font));
            parts::caption_line(ui, lower);
        });
    });
    if pressed.clicked() {
        // Of a rehearsal there is nothing to report: what it took is what one wants to see.
        out.push(match meeting.kind {
            MeetingKind::Live => Intent::Go(Screen::Past(meeting.id)),
            MeetingKind::Rehearsal => Intent::Rehearse(RehearseKey::Review(meeting.id)),
        });
    }
}
