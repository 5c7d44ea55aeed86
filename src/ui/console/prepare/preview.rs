//! What the meeting will be: run sheet with minutes, recall of last time, what to bring and prepare.

use egui::{RichText, Ui, vec2};
use egui_material_icons::icons;

use super::super::{learn::readiness_chip, reading};
use crate::{
    engine::{
        history::LastMeeting,
        learn::Learn,
        plan::{self, PlannedStep},
        print::Printout,
        rehearsal::with_minutes,
        session::{Role, Session},
        study::Readiness,
        time::Ms,
    },
    text::{common, deliver, learn as learn_text, prepare as text, print, rehearse, study},
    ui::{
        console::parts::{self, Action},
        intent::{Intent, RehearseKey, StudyKey, StudyTab},
        theme::{self, GRID, size},
        view::ReadyView,
        widgets,
    },
};

/// Width of the minutes' column.
const MINUTES: f32 = 84.0;
/// Width of the numbers' column.
const NUMBER: f32 = 28.0;
/// Height of a row of the run sheet.
const ROW: f32 = 32.0;

/// What the run sheet is made of, beside the session.
pub(super) struct Agreed<'a> {
    /// Whole minutes.
    pub(super) length: u16,
    /// The group's last meeting.
    pub(super) last: Option<&'a LastMeeting>,
    /// Last time's is told again.
    pub(super) recap: bool,
}

/// Draws it; with learning material, `learning` says which half of the two is seen.
pub(super) fn preview_ui(
    ui: &mut Ui,
    session: &Session,
    ready: Option<&ReadyView>,
    agreed: &Agreed<'_>,
    learning: &mut bool,
    out: &mut Vec<Intent>,
) {
    if let Some(learn) = &session.learn {
        halves(ui, ready, learning);
        if *learning {
            return parts::scroll(ui, "learn", |ui| {
                if let Some(ready) = ready {
                    ready_ui(ui, session, learn, ready, out);
                }
                reading::learn_ui(ui, &session.id, learn, None);
                if ready.is_some_and(|ready| ready.readiness == Readiness::Unread)
                    && Action::secondary(study::HAVE_READ).icon(icons::ICON_CHECK).show(ui).clicked()
                {
                    out.push(Intent::Study(StudyKey::Read(session.id.clone())));
                }
            });
        }
    }
    let minutes = ready.and_then(|ready| ready.minutes.as_deref());
    parts::scroll(ui, "preview", |ui| meeting(ui, session, minutes, agreed, out));
}

/// The meeting, or what to read the evening before; how ready one is.
fn halves(ui: &mut Ui, ready: Option<&ReadyView>, learning: &mut bool) {
    ui.horizontal(|ui| {
        for (label, icon, this) in
            [(learn_text::MEETING, icons::ICON_EVENT_NOTE, false), (learn_text::TITLE, icons::ICON_MENU_BOOK, true)]
        {
            if Action::secondary(label).icon(icon).selected(*learning == this).show(ui).clicked() {
                *learning = this;
            }
        }
        if let Some(ready) = ready {
            widgets::at_right(ui, |ui| readiness_chip(ui, ready.readiness));
        }
    });
    ui.add_space(GRID);
}

/// What to do to be readier.
fn ready_ui(ui: &mut Ui, session: &Session, learn: &Learn, ready: &ReadyView, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, study::readiness_title(ready.readiness));
        ui.horizontal_wrapped(|ui| {
            if !learn.questions.is_empty() && Action::secondary(study::QUIZ).icon(icons::ICON_QUIZ).show(ui).clicked() {
                out.push(Intent::Study(StudyKey::Quiz(Some(session.id.clone()))));
            }
            if Action::secondary(study::REHEARSE).icon(icons::ICON_REPLAY).show(ui).clicked() {
                out.push(Intent::Study(StudyKey::Choose(session.id.clone())));
                out.push(Intent::Study(StudyKey::Open(StudyTab::Rehearse)));
            }
        });
    });
    ui.add_space(GRID);
}

fn meeting(ui: &mut Ui, session: &Session, minutes: Option<&[u16]>, agreed: &Agreed<'_>, out: &mut Vec<Intent>) {
    let planned = if agreed.recap { plan::recapping } else { plan::run_sheet };
    let learned = minutes.map(|minutes| with_minutes(session, minutes));
    let sheet = planned(learned.as_ref().unwrap_or(session), agreed.length, agreed.last);
    let sheet = sheet.introductions_called(deliver::INTRODUCTIONS_PAGE);
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::RUN_SHEET);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, step) in (1..).zip(&sheet.steps) {
            row(ui, number, step);
        }
        ui.separator();
        let total: Ms = sheet.steps.iter().map(|step| step.planned).sum();
        ends(ui, text::TOTAL, &common::minutes(total.round_minutes()), true);
        if learned.is_some() {
            parts::low_row(ui, |ui| {
                widgets::caption(ui, rehearse::LEARNED_PLAN);
                widgets::at_right(ui, |ui| {
                    if Action::quiet(rehearse::FORGET_LEARNED).icon(icons::ICON_UNDO).show(ui).clicked() {
                        out.push(Intent::Rehearse(RehearseKey::OwnMinutes(session.id.clone())));
                    }
                });
            });
        }
    });
    ui.add_space(GRID);
    if session.steps.iter().any(|step| step.role == Role::Recall) {
        recall(ui, agreed.last);
        ui.add_space(GRID);
    }
    for (title, lines) in [(text::MATERIALS, &session.materials), (text::BEFORE, &session.before)] {
        if !lines.is_empty() {
            list(ui, title, lines);
            ui.add_space(GRID);
        }
    }
    if !session.outline_only {
        parts::card(ui, |ui| print_ui(ui, session, out));
        ui.add_space(GRID);
    }
}

/// What can be printed, named, and a button for each kind.
fn print_ui(ui: &mut Ui, session: &Session, out: &mut Vec<Intent>) {
    parts::subtitle(ui, print::TITLE);
    points(ui, &session.handouts);
    ui.horizontal_wrapped(|ui| {
        for what in [Printout::Handouts, Printout::Guide, Printout::Flipchart, Printout::Observation] {
            if what == Printout::Handouts && session.handouts.is_empty() {
                continue;
            }
            if Action::secondary(print::what(what)).icon(icons::ICON_PRINT).show(ui).clicked() {
                out.push(Intent::Print(session.id.clone(), what));
            }
        }
    });
    widgets::caption(ui, print::HINT);
}

fn row(ui: &mut Ui, number: usize, step: &PlannedStep) {
    let skipped = step.planned == Ms::ZERO;
    let minutes = if skipped { text::SKIPPED.to_owned() } else { common::minutes(step.planned.round_minutes()) };
    let c = theme::colours(ui);
    parts::low_row(ui, |ui| {
        ui.set_height(ROW);
        let colour = if skipped { c.muted } else { c.ink };
        ui.add_sized(vec2(NUMBER, ROW), egui::Label::new(RichText::new(number.to_string()).color(c.muted)));
        ui.scope(|ui| {
            ui.set_width(ui.available_width() - MINUTES - GRID);
            let title = RichText::new(&step.title).color(colour);
            parts::line(ui, if skipped { title.strikethrough() } else { title });
        });
        widgets::at_right(ui, |ui| ui.label(RichText::new(minutes).color(colour)));
    });
}

/// Words at both ends of a line.
fn ends(ui: &mut Ui, left: &str, right: &str, strong: bool) {
    let font = if strong { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
    parts::low_row(ui, |ui| {
        ui.set_height(ROW);
        ui.label(RichText::new(left).font(font.clone()));
        widgets::at_right(ui, |ui| ui.label(RichText::new(right).font(font)));
    });
}

fn recall(ui: &mut Ui, last: Option<&LastMeeting>) {
    parts::card(ui, |ui| {
        let Some(last) = last else {
            parts::subtitle(ui, text::FIRST_TIME);
            ui.label(text::FIRST_TIME_TEXT);
            return;
        };
        parts::subtitle(ui, text::LAST_TIME);
        ui.label(text::last_time(&last.title, &common::short_date(last.wall)));
        if !last.promised().is_empty() {
            widgets::caption(ui, text::HOME_PRACTICE);
            ui.label(last.promised());
        }
    });
}

fn list(ui: &mut Ui, title: &str, lines: &[String]) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, title);
        points(ui, lines);
    });
}

fn points(ui: &mut Ui, lines: &[String]) {
    for line in lines {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new("•").color(theme::colours(ui).accent));
            ui.add(egui::Label::new(line).wrap());
        });
    }
}
