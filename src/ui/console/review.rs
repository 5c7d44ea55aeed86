//! What a run took: plan against this run and earlier ones, advice, the minutes it really takes.

use egui::{Color32, Label, RichText, Ui, text::LayoutJob};
use egui_material_icons::icons;
use egui_plot::{Bar, BarChart, GridInput, GridMark, Plot, PlotTransform};

use crate::{
    engine::{
        event::MeetingKind,
        rehearsal::{PageTime, Scope, scope_of},
        session::Session,
        time::Ms,
    },
    text::rehearse as text,
    ui::{
        drafts::ObserveForm,
        intent::{Intent, RehearseKey, StudyKey, StudyTab},
        theme::{self, GRID, size},
        view::{ReviewView, View},
        widgets,
    },
};

use super::{
    observe,
    parts::{self, Action},
};

/// Height of the chart, and on a low screen.
const CHART: f32 = 300.0;
const LOW_CHART: f32 = 210.0;
/// A screen lower than this is low.
const LOW: f32 = 680.0;
/// Height of the chart's legend.
const LEGEND: f32 = 20.0;
/// Room for the bars of a step, out of 1.
const ROOM: f64 = 0.8;
/// How far apart lines must be to be drawn strongly, points: hardly ever.
const FAINT: egui::Rangef = egui::Rangef { min: 8.0, max: 1600.0 };
/// A page that stood for less is not worth a line.
const WORTH: Ms = Ms::seconds(15);
/// Pages listed as the longest.
const LONGEST: usize = 3;

/// Draws it.
pub fn review_ui(ui: &mut Ui, view: &View<'_>, form: &mut ObserveForm, out: &mut Vec<Intent>) {
    let Some(review) = &view.review else {
        if parts::head(ui, Some(text::TO_LEARNING), text::REVIEW, |_| {}) {
            out.push(Intent::Study(StudyKey::Open(StudyTab::Rehearse)));
        }
        parts::body(ui, |ui| parts::card(ui, |ui| _ = ui.label(text::READING)));
        return;
    };
    let rehearsal = review.this.kind == MeetingKind::Rehearsal;
    let title = if rehearsal { text::REVIEW } else { text::REVIEW_REAL };
    if parts::head(ui, Some(text::TO_LEARNING), title, |_| {}) {
        out.push(Intent::Study(StudyKey::Choose(review.session.clone())));
        out.push(Intent::Study(StudyKey::Open(StudyTab::Rehearse)));
    }
    parts::foot(ui, |ui| {
        if rehearsal {
            widgets::caption(ui, text::COUNTS_NOWHERE);
        }
        widgets::at_right(ui, |ui| {
            if Action::primary(text::AGAIN).icon(icons::ICON_REPLAY).enabled(view.meeting.is_none()).show(ui).clicked()
            {
                let scope = if rehearsal { scope_of(review.this) } else { Scope::Whole };
                out.push(Intent::Rehearse(RehearseKey::Begin(review.session.clone(), scope)));
            }
            learned_ui(ui, review, out);
        });
    });
    parts::body(ui, |ui| {
        // Each run from its top.
        let session = view.sessions.iter().find(|session| session.id == *review.session);
        parts::scroll(ui, &format!("review {}", review.meeting.0), |ui| {
            parts::card(ui, |ui| {
                parts::whole_title(ui, review.title);
                let (planned, took) = review.this.totals();
                if planned.0 > 0 {
                    widgets::caption(ui, &text::total(took.round_minutes(), planned.round_minutes()));
                }
                for advice in &review.advice {
                    ui.add(Label::new(RichText::new(text::advice(advice)).font(theme::font(size::BODY))).wrap());
                }
                if let Some(words) = changed(review) {
                    ui.add(Label::new(RichText::new(words).font(theme::font(size::BODY))).wrap());
                }
            });
            ui.add_space(GRID);
            parts::card(ui, |ui| {
                parts::subtitle(ui, text::CHART);
                chart(ui, review);
            });
            ui.add_space(GRID);
            parts::card(ui, |ui| longest(ui, review, session));
            ui.add_space(GRID);
            observe::observe_ui(ui, review, form, out);
        });
    });
}

/// Which steps get other minutes than their own, if any.
fn changed(review: &ReviewView<'_>) -> Option<String> {
    let minutes = review.planned.iter().zip(review.learned.as_ref()?);
    let changed: Vec<(&str, u16, u16)> = review
        .steps
        .iter()
        .zip(minutes)
        .filter(|(_, (own, learned))| own != learned)
        .map(|(step, (own, learned))| (step.as_str(), *own, *learned))
        .collect();
    (!changed.is_empty()).then(|| text::learned(&changed))
}

fn learned_ui(ui: &mut Ui, review: &ReviewView<'_>, out: &mut Vec<Intent>) {
    if review.uses_learned {
        if Action::secondary(text::FORGET_LEARNED).icon(icons::ICON_UNDO).show(ui).clicked() {
            out.push(Intent::Rehearse(RehearseKey::UseLearned(false)));
        }
        widgets::caption(ui, text::LEARNED_USED);
    } else if review.learned.is_some()
        && review.this.steps.iter().any(|step| step.whole)
        && Action::secondary(text::USE_LEARNED).icon(icons::ICON_SCHEDULE).show(ui).clicked()
    {
        out.push(Intent::Rehearse(RehearseKey::UseLearned(true)));
    }
}

fn chart(ui: &mut Ui, review: &ReviewView<'_>) {
    let c = theme::colours(ui);
    let steps = &review.this.steps;
    let series = series(c, review);
    legend(ui, &series);
    ui.style_mut().text_styles.insert(egui::TextStyle::Body, theme::font(size::SMALL));
    let shown = Plot::new("minutes")
        .height(if ui.ctx().content_rect().height() < LOW { LOW_CHART } else { CHART })
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .show_grid([false, true])
        .show_axes([false, true])
        .y_grid_spacer(lines)
        // Fainter than usual: a few lines to read heights off, behind the bars.
        .grid_spacing(FAINT)
        .default_x_bounds(-0.6, steps.len() as f64 - 0.4)
        .include_y(0.0)
        .show(ui, |plot| {
            let width = ROOM / series.len() as f64;
            let left = (width - ROOM) / 2.0;
            for (nth, (name, colour, minutes)) in series.iter().enumerate() {
                let bar = |(index, minutes): (usize, &Option<Ms>)| {
                    let at = index as f64 + left + nth as f64 * width;
                    let bar = Bar::new(at, (*minutes)?.0 as f64 / 60_000.0).width(width * 0.92);
                    Some(bar.fill(*colour).stroke(egui::Stroke::NONE))
                };
                let bars = minutes.iter().enumerate().filter_map(bar).collect();
                plot.bar_chart(BarChart::new(*name, bars).allow_hover(false));
            }
        });
    titles(ui, review, &shown.transform);
    let said: Vec<String> = steps
        .iter()
        .map(|step| {
            text::bar(
                &step.title,
                step.planned.round_minutes(),
                step.took.filter(|_| step.whole).map(Ms::round_minutes),
            )
        })
        .collect();
    shown.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, said.join("; ")));
}

/// A line for every ten minutes; for every five in a chart of short steps.
fn lines(GridInput { bounds: (_, top), .. }: GridInput) -> Vec<GridMark> {
    let step_size = if top > 24.0 { 10.0 } else { 5.0 };
    let count = (top / step_size).floor().max(0.0) as u16;
    (0..=count).map(|n| GridMark { value: f64::from(n) * step_size, step_size }).collect()
}

/// Titles of the steps below their bars, each in the middle and over three lines at most.
fn titles(ui: &mut Ui, review: &ReviewView<'_>, chart: &PlotTransform) {
    let ink = theme::colours(ui).muted;
    let at = |index: f64| chart.position_from_point_x(index);
    let layout = |title: &str| {
        let mut job = LayoutJob::simple(title.to_owned(), theme::font(size::SMALL), ink, at(1.0) - at(0.0) - GRID);
        job.halign = egui::Align::Center;
        job.wrap.max_rows = 3;
        ui.painter().layout_job(job)
    };
    let galleys: Vec<_> = review.this.steps.iter().map(|step| layout(&step.title)).collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), egui::Sense::hover());
    for (index, galley) in galleys.into_iter().enumerate() {
        ui.painter().galley(egui::pos2(at(index as f64), rect.top()), galley, ink);
    }
}

/// A row of bars: its name, its colour, minutes step by step.
type Series = (&'static str, Color32, Vec<Option<Ms>>);

/// What stands beside each other: the plan, this run, and what earlier ones usually took, as far as there are any.
fn series(c: &theme::Colours, review: &ReviewView<'_>) -> Vec<Series> {
    let steps = &review.this.steps;
    let planned = steps.iter().map(|step| Some(step.planned)).collect();
    let this = steps.iter().map(|step| step.took.filter(|_| step.whole)).collect();
    let [rehearsed, held] = review.usual.clone();
    let mut all = vec![
        (text::PLANNED, c.line.lerp_to_gamma(c.muted, 0.5), planned),
        (text::THIS_RUN, c.accent, this),
        (text::EARLIER_REHEARSALS, c.practice, rehearsed),
        (text::EARLIER_MEETINGS, c.amber, held),
    ];
    all.retain(|(_, _, minutes)| minutes.iter().any(Option::is_some));
    all
}

/// Which bar is which, in their order.
fn legend(ui: &mut Ui, series: &[Series]) {
    parts::low_row(ui, |ui| {
        ui.set_height(LEGEND);
        for (meaning, colour, _) in series {
            let (square, _) = ui.allocate_exact_size(egui::Vec2::splat(12.0), egui::Sense::hover());
            ui.painter().rect_filled(square, 2.0, *colour);
            widgets::caption(ui, meaning);
            ui.add_space(GRID);
        }
    });
}

fn longest(ui: &mut Ui, review: &ReviewView<'_>, session: Option<&Session>) {
    parts::subtitle(ui, text::PAGES);
    let mut pages: Vec<&PageTime> = review.this.pages.iter().filter(|page| page.took >= WORTH).collect();
    pages.sort_by_key(|page| std::cmp::Reverse(page.took));
    let title = |page: &PageTime| {
        let mut pages = session.iter().flat_map(|session| &session.steps).flat_map(|step| &step.pages);
        pages.find(|other| Some(&other.id) == page.id.as_ref()).map_or("", |page| page.title.as_str())
    };
    for page in pages.iter().take(LONGEST) {
        ui.label(text::page(page.number, title(page), &text::minutes(page.took.0)));
    }
    if pages.is_empty() {
        widgets::caption(ui, text::NO_LONG_PAGE);
    }
}
