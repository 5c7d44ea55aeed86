//! Home: groups, what is next for each, what was held. The first start is in `first`.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{
        event::MeetingKind,
        history::{self, MeetingSummary},
        ids::{GroupId, SessionId},
        roster::Group,
        session::Session,
    },
    text::{common, group as group_text, home as text},
    ui::{
        intent::{Intent, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

mod first;

/// Narrower than this the groups stand below each other.
const TWO_COLUMNS: f32 = 760.0;
/// Most meetings listed.
const RECENT: usize = 30;

/// Draws it.
pub fn home_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let empty = view.groups.is_empty() && view.meeting.is_none();
    parts::head(ui, None, &common::date(view.wall), |ui| {
        if !empty && Action::secondary(text::NEW_GROUP).icon(icons::ICON_GROUP_ADD).show(ui).clicked() {
            out.push(Intent::Go(Screen::Group(None)));
        }
        if !view.archived.is_empty()
            && Action::quiet(&group_text::archive_link(view.archived.len()))
                .icon(icons::ICON_ARCHIVE)
                .show(ui)
                .clicked()
        {
            out.push(Intent::Go(Screen::Archive));
        }
        let (icon, name) =
            if view.dark { (icons::ICON_LIGHT_MODE, text::LIGHT) } else { (icons::ICON_DARK_MODE, text::DARK) };
        if parts::icon_button(ui, icon, name, true).clicked() {
            out.push(Intent::ToggleDark);
        }
    });
    parts::body(ui, |ui| {
        if empty {
            parts::scroll(ui, "first", |ui| first::first_ui(ui, view, out));
            return;
        }
        let [mut left, mut right] = parts::halves(ui, 0.64);
        parts::scroll(&mut left, "groups", |ui| groups(ui, view, out));
        parts::scroll(&mut right, "recent", |ui| recent(ui, view, out));
    });
}

fn groups(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let turn = if view.meeting.is_some() { None } else { turn(view.groups, view.meetings) };
    if let Some(meeting) = &view.meeting {
        running(ui, &meeting.state.setup.group_name, &meeting.state.setup.title, out);
        ui.add_space(GRID);
    }
    if let Some(group) = view.groups.iter().find(|group| Some(group.id) == turn) {
        turn_card(ui, view, group, out);
        ui.add_space(GRID);
    }
    let (demo, rest): (Vec<&Group>, Vec<&Group>) =
        view.groups.iter().filter(|group| Some(group.id) != turn).partition(|group| group.demo);
    let side_by_side = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
    for row in rest.chunks(side_by_side) {
        parts::columns(ui, side_by_side, |column, ui| {
            if let Some(group) = row.get(column) {
                ui.push_id(group.id, |ui| group_card(ui, view, group, out));
            }
        });
        ui.add_space(GRID);
    }
    for group in demo {
        group_card(ui, view, group, out);
        ui.add_space(GRID);
    }
    if view.demo.is_some() && Action::quiet(text::DEMO_BUTTON).icon(icons::ICON_SCHOOL).show(ui).clicked() {
        out.push(Intent::AddDemo);
    }
}

/// The meeting that is open: back to it comes before anything else.
fn running(ui: &mut Ui, group: &str, title: &str, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        let c = theme::colours(ui);
        parts::chip(ui, text::RUNNING, c.accent, c.accent_soft);
        parts::line(ui, RichText::new(group).font(theme::bold_font(size::TITLE)));
        parts::line(ui, RichText::new(title));
        if Action::primary(text::BACK_TO_MEETING).icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
            out.push(Intent::Go(Screen::Deliver));
        }
    });
}

/// The group whose turn it is, with the screen's primary button.
fn turn_card(ui: &mut Ui, view: &View<'_>, group: &Group, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        let c = theme::colours(ui);
        parts::low_row(ui, |ui| {
            parts::chip(ui, text::TURN, c.accent, c.accent_soft);
            demo_chip(ui, group);
        });
        parts::line(ui, RichText::new(&group.name).font(theme::bold_font(size::TITLE)));
        facts(ui, view, group);
        ui.add_space(GRID / 2.0);
        ui.horizontal_wrapped(|ui| {
            let name = text::of_group(text::PREPARE, &group.name);
            if Action::primary(text::PREPARE).icon(icons::ICON_EVENT_AVAILABLE).name(&name).show(ui).clicked() {
                out.push(Intent::PrepareFor(group.id));
            }
            group_buttons(ui, group, out);
        });
    });
}

fn group_card(ui: &mut Ui, view: &View<'_>, group: &Group, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        if group.demo {
            parts::low_row(ui, |ui| {
                demo_chip(ui, group);
                widgets::caption(ui, text::DEMO_HINT);
            });
        }
        parts::line(ui, RichText::new(&group.name).font(theme::bold_font(size::TITLE)));
        facts(ui, view, group);
        ui.add_space(GRID / 2.0);
        ui.horizontal_wrapped(|ui| {
            let free = view.meeting.is_none();
            let name = text::of_group(text::PREPARE, &group.name);
            let prepare = Action::secondary(text::PREPARE).name(&name).enabled(free).show(ui);
            if prepare.on_disabled_hover_text(text::ONE_AT_A_TIME).clicked() {
                out.push(Intent::PrepareFor(group.id));
            }
            group_buttons(ui, group, out);
        });
    });
}

fn demo_chip(ui: &mut Ui, group: &Group) {
    if group.demo {
        let c = theme::colours(ui);
        parts::chip(ui, text::DEMO_TAG, c.amber, c.amber_soft);
    }
}

fn group_buttons(ui: &mut Ui, group: &Group, out: &mut Vec<Intent>) {
    let name = text::of_group(text::EDIT, &group.name);
    if Action::quiet(text::EDIT).icon(icons::ICON_EDIT).name(&name).show(ui).clicked() {
        out.push(Intent::Go(Screen::Group(Some(group.id))));
    }
    if group.demo && Action::quiet(text::REMOVE_DEMO).icon(icons::ICON_DELETE).show(ui).clicked() {
        out.push(Intent::RemoveDemo);
    }
}

/// Members and place, the next session, the last meeting: one line each.
fn facts(ui: &mut Ui, view: &View<'_>, group: &Group) {
    let mut who = text::members(group.active());
    if !group.place.is_empty() {
        who = format!("{who} · {}", group.place);
    }
    parts::caption_line(ui, &who);
    if let Some(session) = next(view, group.id) {
        parts::line(ui, RichText::new(text::next(&session.label, &session.title)));
    }
    let last = history::last_closed(view.meetings, group.id);
    let words = last.map_or(text::NEVER_MET.to_owned(), |meeting| {
        text::last_met(&text::ago(view.wall.day() - meeting.opened.day()), &meeting.title)
    });
    parts::caption_line(ui, &words);
}

fn next<'a>(view: &View<'a>, group: GroupId) -> Option<&'a Session> {
    let catalogue: Vec<SessionId> = view.sessions.iter().map(|session| session.id.clone()).collect();
    let next = history::next_session(&catalogue, view.meetings, group)?;
    view.sessions.iter().find(|session| session.id == next.session)
}

/// The group that has waited longest: never met before met, real before demo, then the oldest last meeting.
fn turn(groups: &[Group], meetings: &[MeetingSummary]) -> Option<GroupId> {
    let waited = |group: &&Group| {
        let last = history::last_closed(meetings, group.id).map(|meeting| meeting.opened);
        (group.demo, last)
    };
    groups.iter().min_by_key(waited).map(|group| group.id)
}

fn recent(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::RECENT);
        if view.meetings.is_empty() {
            widgets::caption(ui, text::NO_RECENT);
        }
        let open = view.meeting.as_ref().map(|meeting| meeting.state.opened_wall);
        for meeting in view.meetings.iter().filter(|meeting| Some(meeting.opened) != open).take(RECENT) {
            meeting_row(ui, view, meeting, out);
        }
    });
}

fn meeting_row(ui: &mut Ui, view: &View<'_>, meeting: &MeetingSummary, out: &mut Vec<Intent>) {
    let group = view.groups.iter().find(|group| group.id == meeting.group).map_or("", |group| group.name.as_str());
    let date = common::short_date(meeting.opened);
    let n = meeting.counts;
    let all = n.present + n.sick + n.excused + n.absent + n.unmarked;
    let state = match (meeting.kind, meeting.closed) {
        (MeetingKind::Rehearsal, _) => text::REHEARSAL.to_owned(),
        (_, None) => text::NOT_CLOSED.to_owned(),
        _ => text::present_of(n.present, all),
    };
    let name = format!("{date}, {group}, {}, {state}", meeting.title);
    let pressed = parts::tile(ui, ("meeting", meeting.id), &name, 0.0, |ui| {
        parts::caption_line(ui, &format!("{date} · {state}"));
        parts::line(ui, RichText::new(group).font(theme::bold_font(size::BODY)));
        parts::caption_line(ui, &meeting.title);
    });
    if pressed.clicked() {
        out.push(Intent::Go(Screen::Past(meeting.id)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{attendance::Counts, ids::MeetingId, time::Wall};

    fn group(id: i64, demo: bool) -> Group {
        Group { id: GroupId(id), name: format!("Kelompok {id}"), demo, ..Group::default() }
    }

    fn held(group: i64, day: i64) -> MeetingSummary {
        let opened = Wall(day * 86_400_000);
        MeetingSummary {
            id: MeetingId(day),
            group: GroupId(group),
            session: "m1-s1".into(),
            title: "Sesi".to_owned(),
            kind: MeetingKind::Live,
            opened,
            began: Some(opened),
            closed: Some(opened),
            counts: Counts::default(),
            home_practice: String::new(),
            home_question: String::new(),
            promise: String::new(),
            next: None,
            marks: Vec::new(),
        }
    }

    #[test]
    fn the_turn_goes_to_who_waited_longest_and_never_to_the_demo_group_before_a_real_one() {
        let groups = [group(1, true), group(2, false), group(3, false)];
        assert_eq!(turn(&groups, &[held(2, 5)]), Some(GroupId(3)), "never met comes first");
        assert_eq!(turn(&groups, &[held(2, 5), held(3, 9), held(2, 12)]), Some(GroupId(3)));
        assert_eq!(turn(&groups, &[held(2, 5), held(3, 9)]), Some(GroupId(2)));
        assert_eq!(turn(&groups[..1], &[]), Some(GroupId(1)));
        assert_eq!(turn(&[], &[]), None);
    }
}
