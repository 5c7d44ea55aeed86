//! One session on the learning screen: rehearse it, what to read, its quiz, earlier runs.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{event::MeetingKind, history::MeetingSummary, rehearsal::Scope, session::Session, study::Readiness},
    text::{common, study as text},
    ui::{
        console::{
            parts::{self, Action},
            reading,
        },
        intent::{Intent, RehearseKey, StudyKey},
        theme::{self, GRID, size},
        view::{StudyView, View},
        widgets,
    },
};

/// Most earlier runs listed.
const RUNS: usize = 3;

/// Draws it.
pub(super) fn session_ui(
    ui: &mut Ui,
    view: &View<'_>,
    study: &StudyView<'_>,
    session: &Session,
    scope: &mut Scope,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        parts::caption_line(ui, &session.label);
        parts::whole_title(ui, &session.title);
        widgets::caption(ui, &session.goal);
        ui.add_space(GRID);
        rehearsals(ui, view, session, scope, out);
    });
    ui.add_space(GRID);
    let Some(learn) = &session.learn else {
        runs(ui, view, study, out);
        parts::card(ui, |ui| widgets::caption(ui, text::OUTLINE));
        return;
    };
    let row = view.sessions.iter().zip(&study.rows).find(|(other, _)| other.id == session.id).map(|(_, row)| *row);
    if !learn.questions.is_empty() {
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::QUIZ);
            widgets::caption(ui, &text::questions(learn.questions.len()));
            ui.horizontal(|ui| {
                if Action::secondary(text::BEGIN_QUIZ).icon(icons::ICON_QUIZ).show(ui).clicked() {
                    out.push(Intent::Study(StudyKey::Quiz(Some(session.id.clone()))));
                }
                if let Some((right, of)) = row.and_then(|row| row.best) {
                    ui.label(RichText::new(text::best(right, of)).font(theme::font(size::BODY)));
                }
            });
        });
        ui.add_space(GRID);
    }
    runs(ui, view, study, out);
    parts::subtitle(ui, text::TO_READ);
    reading::learn_ui(ui, &session.id, learn);
    if row.is_some_and(|row| row.readiness == Readiness::Unread)
        && Action::secondary(text::HAVE_READ).icon(icons::ICON_CHECK).show(ui).clicked()
    {
        out.push(Intent::Study(StudyKey::Read(session.id.clone())));
    }
}

fn rehearsals(ui: &mut Ui, view: &View<'_>, session: &Session, scope: &mut Scope, out: &mut Vec<Intent>) {
    widgets::caption(ui, text::ABOUT_REHEARSAL);
    // A step of another session must not linger.
    let step = match *scope {
        Scope::Step(step) | Scope::From(step) if usize::from(step) < session.steps.len() => step,
        Scope::Whole => 0,
        _ => {
            *scope = Scope::Whole;
            0
        }
    };
    ui.horizontal_wrapped(|ui| {
        for (wanted, label) in
            [(Scope::Whole, text::WHOLE), (Scope::Step(step), text::ONE_STEP), (Scope::From(step), text::FROM_STEP)]
        {
            let on = std::mem::discriminant(scope) == std::mem::discriminant(&wanted);
            if Action::secondary(label).selected(on).show(ui).clicked() {
                *scope = wanted;
            }
        }
        if *scope != Scope::Whole {
            let title = session.steps.get(usize::from(step)).map_or("", |step| step.title.as_str());
            Action::secondary(title).icon(icons::ICON_ARROW_DROP_DOWN).menu(ui, |ui| {
                for (index, step) in (0_u16..).zip(&session.steps) {
                    if ui.button(format!("{}. {}", index + 1, step.title)).clicked() {
                        *scope = if matches!(scope, Scope::Step(_)) { Scope::Step(index) } else { Scope::From(index) };
                    }
                }
            });
        }
    });
    let begin = Action::primary(text::BEGIN).icon(icons::ICON_PLAY_ARROW).enabled(view.meeting.is_none()).show(ui);
    if begin.clicked() {
        out.push(Intent::Rehearse(RehearseKey::Begin(session.id.clone(), *scope)));
    }
}

/// What this session took before, newest first; a press shows the minutes.
fn runs(ui: &mut Ui, view: &View<'_>, study: &StudyView<'_>, out: &mut Vec<Intent>) {
    if study.runs.is_empty() {
        return;
    }
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::RUNS);
        for run in study.runs.iter().take(RUNS) {
            if Action::quiet(&run_words(view, run)).icon(icons::ICON_BAR_CHART).show(ui).clicked() {
                out.push(Intent::Rehearse(RehearseKey::Review(run.id)));
            }
        }
    });
    ui.add_space(GRID);
}

fn run_words(view: &View<'_>, run: &MeetingSummary) -> String {
    let group = view.groups.iter().find(|group| group.id == run.group).map(|group| group.name.as_str());
    let what = match (run.kind, group) {
        (MeetingKind::Rehearsal, _) => text::RUN_REHEARSAL,
        (MeetingKind::Live, Some(group)) => group,
        (MeetingKind::Live, None) => text::RUN_REAL,
    };
    format!("{} {}, {what}", common::short_date(run.opened), common::clock(run.opened.minute_of_day()))
}
