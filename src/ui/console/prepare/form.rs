//! The fields of Prepare.

use egui::{RichText, Ui, vec2};
use egui_material_icons::icons;

use super::follow_up;
use crate::{
    engine::{
        history,
        plan::{DEFAULT_LENGTH, LENGTH_RANGE},
        session::Session,
        sheet::SheetLayout,
    },
    text::{common, edit, prepare as text, sheet},
    ui::{
        console::{
            hours,
            parts::{self, Action, GAP},
            presenters,
        },
        drafts::HoursForm,
        intent::{EditKey, Intent, MeetingPlan, Screen, SheetOf},
        theme::{self, GRID, HIT, size},
        view::View,
        widgets,
    },
};

/// Minutes one press of the stepper changes.
const STEP: u16 = 5;
/// Width of an hour's field.
const HOUR: f32 = 88.0;
/// Width of the length between its buttons.
const MINUTES: f32 = 116.0;

/// Draws it.
pub(super) fn form_ui(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &mut MeetingPlan,
    hours: &mut HoursForm,
    session: Option<&Session>,
    without_recap: &mut bool,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        group(ui, view, plan, out);
        ui.separator();
        chosen_session(ui, view, session, out);
        follow_up::follow_up_ui(ui, view, plan, without_recap, out);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            length(ui, plan);
            start_and_end(ui, plan, hours);
        });
        disagreement(ui, plan, hours);
        parts::labelled_field(ui, &mut plan.place, text::PLACE, text::PLACE_HINT, None);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::PRESENTERS);
        let steps: Vec<&str> =
            session.map(|session| session.steps.iter().map(|step| step.title.as_str()).collect()).unwrap_or_default();
        presenters::presenters_ui(ui, &mut plan.presenters, &steps, view.guests);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| sheet_ui(ui, plan, out));
}

/// The attendance sheet for signatures, in both layouts.
fn sheet_ui(ui: &mut Ui, plan: &MeetingPlan, out: &mut Vec<Intent>) {
    parts::subtitle(ui, sheet::FOR_SIGNATURES);
    ui.horizontal_wrapped(|ui| {
        for layout in [SheetLayout::Portrait, SheetLayout::Landscape] {
            if Action::secondary(sheet::button(layout)).icon(icons::ICON_PRINT).show(ui).clicked() {
                out.push(Intent::RollSheet(SheetOf::Next(plan.group, plan.session.clone()), layout));
            }
        }
    });
}

fn group(ui: &mut Ui, view: &View<'_>, plan: &MeetingPlan, out: &mut Vec<Intent>) {
    let name = view.groups.iter().find(|group| group.id == plan.group).map_or("", |group| group.name.as_str());
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            if view.groups.len() > 1 {
                Action::secondary(text::CHANGE_GROUP).menu(ui, |ui| {
                    other_groups(ui, view, plan, out);
                });
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                widgets::caption(ui, text::GROUP);
                parts::whole_title(ui, name);
            });
        });
    });
}

fn other_groups(ui: &mut Ui, view: &View<'_>, plan: &MeetingPlan, out: &mut Vec<Intent>) {
    for group in view.groups.iter().filter(|group| group.id != plan.group) {
        if Action::quiet(&group.name).show(ui).clicked() {
            out.push(Intent::PrepareFor(group.id));
            ui.close();
        }
    }
}

fn chosen_session(ui: &mut Ui, view: &View<'_>, session: Option<&Session>, out: &mut Vec<Intent>) {
    let chosen = view.prepare.as_ref().is_some_and(|hint| hint.chosen);
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            if Action::secondary(text::CHANGE_SESSION).show(ui).clicked() {
                out.push(Intent::Go(Screen::Catalogue));
            }
            let own = session.filter(|session| view.own.contains(&session.id));
            if let Some(session) = own
                && Action::secondary(edit::OPEN).name(&edit::open(&session.title)).show(ui).clicked()
            {
                out.push(Intent::Edit(EditKey::Open(session.id.clone())));
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let label = session.map_or("", |session| session.label.as_str());
                let how = if chosen { text::CHOSEN } else { proposed(view) };
                widgets::caption(ui, &text::session(label, how));
                if let Some(session) = session {
                    parts::whole_title(ui, &session.title);
                } else {
                    ui.label(text::NO_SESSION);
                }
            });
        });
    });
    if let Some(session) = session {
        widgets::caption(ui, &session.goal);
    }
}

/// Why the session is proposed.
fn proposed(view: &View<'_>) -> &'static str {
    let Some(hint) = &view.prepare else { return text::PROPOSED };
    let last = history::last_closed(view.meetings, hint.group);
    if last.is_some_and(|last| last.session == hint.session) { text::REPEATED } else { text::PROPOSED }
}

fn length(ui: &mut Ui, plan: &mut MeetingPlan) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        widgets::caption(ui, text::LENGTH);
        ui.horizontal(|ui| {
            let less = plan.length > *LENGTH_RANGE.start();
            let more = plan.length < *LENGTH_RANGE.end();
            if Action::secondary("").icon(icons::ICON_REMOVE).name(text::SHORTER).enabled(less).show(ui).clicked() {
                plan.length = plan.length.saturating_sub(STEP).max(*LENGTH_RANGE.start());
            }
            let words = RichText::new(common::minutes(plan.length.into())).font(theme::bold_font(size::TITLE));
            ui.add_sized(vec2(MINUTES, HIT), egui::Label::new(words));
            if Action::secondary("").icon(icons::ICON_ADD).name(text::LONGER).enabled(more).show(ui).clicked() {
                plan.length = (plan.length + STEP).min(*LENGTH_RANGE.end());
            }
        });
    });
}

fn start_and_end(ui: &mut Ui, plan: &mut MeetingPlan, hours: &mut HoursForm) {
    let start = parts::labelled_field(ui, &mut hours.start, text::START, text::HOUR_HINT, Some(HOUR));
    if start.changed() {
        plan.start = hours::read(&hours.start);
    }
    if start.lost_focus()
        && let Some(minute) = plan.start
    {
        hours.start = common::clock(minute);
    }
    let end = parts::labelled_field(ui, &mut hours.end, text::END, text::HOUR_HINT, Some(HOUR));
    if end.changed() {
        // Emptied, it follows start and length again.
        hours.own_end = !hours.end.trim().is_empty();
        plan.end = hours::read(&hours.end);
    }
    if end.lost_focus()
        && let Some(minute) = plan.end
    {
        hours.end = common::clock(minute);
    }
}

/// What does not fit together is said, never refused.
fn disagreement(ui: &mut Ui, plan: &mut MeetingPlan, hours: &HoursForm) {
    let c = theme::colours(ui);
    if super::unreadable(&hours.start) || super::unreadable(&hours.end) {
        parts::words(ui, text::BAD_HOUR, c.amber);
        return;
    }
    let (Some(start), Some(end)) = (plan.start, plan.end) else { return };
    let minutes = hours::between(start, end);
    if minutes == plan.length {
        if plan.length != DEFAULT_LENGTH && Action::quiet(&text::usual(DEFAULT_LENGTH)).show(ui).clicked() {
            plan.length = DEFAULT_LENGTH;
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        parts::words(ui, &text::other_length(&common::clock(start), &common::clock(end), minutes), c.amber);
        if LENGTH_RANGE.contains(&minutes) && Action::quiet(&text::take_length(minutes)).show(ui).clicked() {
            plan.length = minutes;
        }
    });
}
