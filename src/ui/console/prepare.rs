//! Prepare: agree on group, session, length, hours, place, presenters. The form is in `form`, the run sheet in `preview`,
//! what to read the evening before in `super::reading`.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    engine::{history, plan::DEFAULT_LENGTH},
    text::{common, preflight, prepare as text},
    ui::{
        drafts::{Drafts, HoursForm},
        intent::{Intent, MeetingPlan, Screen},
        theme::{self, GRID},
        view::View,
        widgets,
    },
};

use super::{
    hours,
    parts::{self, Action},
    presenters,
};

mod follow_up;
mod form;
mod preview;

/// Draws it.
pub fn prepare_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    if parts::head(ui, Some(text::BACK), text::TITLE, |ui| devices(ui, view, out)) {
        out.push(Intent::Go(Screen::Home));
    }
    agree(view, drafts);
    let Drafts { plan: Some(plan), hours, learning, without_recap, .. } = drafts else {
        parts::body(ui, |ui| parts::card(ui, |ui| ui.label(text::NO_GROUP)));
        return;
    };
    let session = view.sessions.iter().find(|session| session.id == plan.session);
    foot(ui, plan, problem(view, plan, hours), out);
    let last = history::last_closed(view.meetings, plan.group).map(history::MeetingSummary::as_last);
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.55);
        parts::scroll(&mut left, "form", |ui| form::form_ui(ui, view, plan, hours, session, without_recap, out));
        let recap = !*without_recap && history::recap_chosen(view.meetings, plan.group);
        match session {
            Some(session) => {
                let agreed = preview::Agreed { length: plan.length, last: last.as_ref(), recap };
                preview::preview_ui(&mut right, session, view.ready.as_ref(), &agreed, learning, out);
            }
            None => parts::card(&mut right, |ui| _ = ui.label(text::NO_SESSION)),
        }
    });
}

/// Brings the draft in line with what is to be prepared: another group begins afresh, another session changes only the session.
fn agree(view: &View<'_>, drafts: &mut Drafts) {
    let Some(hint) = &view.prepare else { return };
    match &mut drafts.plan {
        Some(plan) if plan.group == hint.group => plan.session = hint.session.clone(),
        _ => {
            let place = view.groups.iter().find(|group| group.id == hint.group);
            let usual = place.and_then(|group| group.hour);
            let start = usual.unwrap_or_else(|| hours::next_start(view.wall.minute_of_day()));
            drafts.plan = Some(MeetingPlan {
                group: hint.group,
                session: hint.session.clone(),
                length: DEFAULT_LENGTH,
                start: Some(start),
                end: Some(hours::later(start, DEFAULT_LENGTH)),
                place: place.map(|group| group.place.clone()).unwrap_or_default(),
                presenters: hint.presenters.clone(),
            });
            drafts.hours = HoursForm::default();
        }
    }
    if let Some(plan) = &mut drafts.plan {
        follow(plan, &mut drafts.hours);
    }
}

/// Keeps the typed hours true to the plan, and the end after the start unless it was typed.
fn follow(plan: &mut MeetingPlan, hours: &mut HoursForm) {
    let said = |minute: Option<_>| minute.map(common::clock).unwrap_or_default();
    if hours::read(&hours.start) != plan.start {
        hours.start = said(plan.start);
    }
    if !hours.own_end {
        plan.end = plan.start.map(|start| hours::later(start, plan.length));
        hours.end = said(plan.end);
    } else if hours::read(&hours.end) != plan.end {
        hours.end = said(plan.end);
    }
}

/// True when an hour is typed that is no time of day.
fn unreadable(text: &str) -> bool {
    !text.trim().is_empty() && hours::read(text).is_none()
}

/// Why the meeting cannot be opened as agreed so far.
pub(super) fn problem(view: &View<'_>, plan: &MeetingPlan, hours: &HoursForm) -> Option<&'static str> {
    if !view.groups.iter().any(|group| group.id == plan.group) {
        Some(text::NO_GROUP)
    } else if !view.sessions.iter().any(|session| session.id == plan.session) {
        Some(text::NO_SESSION)
    } else if unreadable(&hours.start) || unreadable(&hours.end) {
        Some(text::BAD_HOUR)
    } else {
        None
    }
}

/// The primary button: opens the meeting as agreed, unless there is a problem.
pub(super) fn open_ui(ui: &mut Ui, plan: &MeetingPlan, problem: Option<&str>, out: &mut Vec<Intent>) {
    let open = Action::primary(text::OPEN).icon(icons::ICON_ARROW_FORWARD).enabled(problem.is_none()).show(ui);
    if open.clicked() {
        let presenters = presenters::named(&plan.presenters);
        let place = plan.place.trim().to_owned();
        out.push(Intent::OpenMeeting(MeetingPlan { place, presenters, ..plan.clone() }));
    }
}

fn foot(ui: &mut Ui, plan: &MeetingPlan, problem: Option<&str>, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        widgets::at_right(ui, |ui| {
            open_ui(ui, plan, problem, out);
            if Action::secondary(preflight::TITLE).icon(icons::ICON_CHECKLIST).show(ui).clicked() {
                out.push(Intent::Go(Screen::Check));
            }
            ui.add_space(GRID);
            widgets::caption(ui, problem.unwrap_or(text::OPEN_HINT));
        });
    });
}

/// Is the room ready? Right to left.
fn devices(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    if view.devices.sound {
        if Action::quiet(text::TEST_TONE).icon(icons::ICON_VOLUME_UP).show(ui).clicked() {
            out.push(Intent::TestTone);
        }
    } else {
        parts::chip(ui, text::SOUND_OFF, c.amber, c.amber_soft);
    }
    if view.devices.projector {
        parts::chip(ui, text::PROJECTOR_ON, c.green, c.green_soft);
    } else {
        parts::chip(ui, text::PROJECTOR_OFF, c.amber, c.amber_soft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{ids::GroupId, time::DayMinute};

    fn plan() -> MeetingPlan {
        MeetingPlan {
            group: GroupId(1),
            session: "m1-s1".into(),
            length: 120,
            start: Some(DayMinute(540)),
            end: None,
            place: String::new(),
            presenters: Vec::new(),
        }
    }

    #[test]
    fn the_end_follows_start_and_length_until_it_is_typed() {
        let (mut plan, mut hours) = (plan(), HoursForm::default());
        follow(&mut plan, &mut hours);
        assert_eq!((hours.start.as_str(), hours.end.as_str()), ("09.00", "11.00"));
        plan.length = 90;
        follow(&mut plan, &mut hours);
        assert_eq!(plan.end, Some(DayMinute(630)));
        hours.own_end = true;
        plan.end = Some(DayMinute(600));
        follow(&mut plan, &mut hours);
        assert_eq!(hours.end, "10.00");
    }

    #[test]
    fn what_is_being_typed_is_left_alone_while_it_means_the_same() {
        let (mut plan, mut hours) = (plan(), HoursForm::default());
        hours.start = "9".to_owned();
        follow(&mut plan, &mut hours);
        assert_eq!(hours.start, "9");
        hours.start = "9.".to_owned();
        plan.start = None;
        follow(&mut plan, &mut hours);
        assert_eq!(hours.start, "9.", "half a time is no time yet");
        assert!(unreadable(&hours.start));
        assert_eq!(plan.end, None);
    }
}
