//! Rehearsing one session: all of it, one step, or from a page on; and what earlier runs of it took.

use egui::{RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        event::{MeetingKind, Place},
        history::MeetingSummary,
        plan::{PlannedStep, RunSheet},
        rehearsal::Scope,
        session::Session,
    },
    text::{common, study as text},
    ui::{
        console::{
            deliver::planned_title,
            overlays,
            parts::{self, Action},
        },
        intent::{Intent, RehearseKey},
        theme::{self, GRID, HIT, size},
        view::{StudyView, View},
        widgets,
    },
};

/// Most earlier runs listed.
const RUNS: usize = 3;
/// Width of the numbers' column.
const NUMBER: f32 = 28.0;
/// From this width on, a step's buttons have words.
const WORDS: f32 = 640.0;

/// Draws it.
pub(super) fn rehearse_ui(
    ui: &mut Ui,
    view: &View<'_>,
    study: &StudyView<'_>,
    session: &Session,
    out: &mut Vec<Intent>,
) {
    let free = view.meeting.is_none();
    let mut begin = |scope| out.push(Intent::Rehearse(RehearseKey::Begin(session.id.clone(), scope)));
    parts::card(ui, |ui| {
        parts::caption_line(ui, &session.label);
        parts::whole_title(ui, &session.title);
        widgets::caption(ui, text::ABOUT_REHEARSAL);
        ui.add_space(GRID);
        let whole = Action::primary(text::WHOLE).icon(icons::ICON_PLAY_ARROW).enabled(free).show(ui);
        // Whoever came by keys goes on by them; the button that led here still has the keyboard in this pass.
        let by_keys = ui.memory(|memory| memory.focused().is_some());
        if overlays::just_opened(ui, "rehearse") && by_keys {
            whole.request_focus();
        }
        if whole.on_disabled_hover_text(text::ONE_AT_A_TIME).clicked() {
            begin(Scope::Whole);
        }
    });
    ui.add_space(GRID);
    if let Some(sheet) = &study.sheet {
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::PARTS);
            for (index, step) in (0..).zip(&sheet.steps) {
                step_ui(ui, free, (session, sheet), (index, step), &mut begin);
            }
        });
        ui.add_space(GRID);
    }
    runs(ui, view, study, out);
}

/// A step, what of it can be rehearsed at the right.
fn step_ui(
    ui: &mut Ui,
    free: bool,
    (session, sheet): (&Session, &RunSheet),
    (index, step): (u16, &PlannedStep),
    begin: &mut impl FnMut(Scope),
) {
    let worded = ui.available_width() >= WORDS;
    let c = *theme::colours(ui);
    parts::low_row(ui, |ui| {
        ui.set_height(HIT);
        let number = RichText::new((index + 1).to_string()).color(c.muted);
        ui.add_sized(vec2(NUMBER, HIT), egui::Label::new(number));
        widgets::at_right(ui, |ui| {
            let from = text::of_step(text::FROM_HERE, &step.title);
            let label = if worded { text::FROM_HERE } else { "" };
            let here = Action::quiet(label).name(&from).enabled(free);
            let places = sheet.places_in(index).unwrap_or(0);
            if places < 2 {
                if here.icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
                    begin(Scope::From(Place { step: index, page: 0 }));
                }
            } else {
                here.icon(icons::ICON_ARROW_DROP_DOWN).menu(ui, |ui| {
                    for page in 0..places {
                        let place = Place { step: index, page };
                        let number = sheet.number_of(place).unwrap_or_default();
                        let label = text::from_page(number, &planned_title(session, sheet, place));
                        if Action::quiet(&label).show(ui).clicked() {
                            begin(Scope::From(place));
                            ui.close();
                        }
                    }
                });
            }
            let one = text::of_step(text::ONE_STEP, &step.title);
            let label = if worded { text::ONE_STEP } else { "" };
            if Action::quiet(label).icon(icons::ICON_LOOKS_ONE).name(&one).enabled(free).show(ui).clicked() {
                begin(Scope::Step(index));
            }
            let minutes = RichText::new(common::minutes(step.planned.round_minutes())).font(theme::font(size::SMALL));
            ui.label(minutes.color(c.muted));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                parts::line(ui, RichText::new(&step.title));
            });
        });
    });
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
