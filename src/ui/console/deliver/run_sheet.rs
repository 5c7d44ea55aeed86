//! The run sheet: every step with its minutes and how it stands. A first press chooses a step, a second one ("Mulai") begins it, because
//! beginning moves timers.

use egui::{
    Align, Align2, CornerRadius, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use egui_material_icons::icons;

use crate::{
    engine::{
        command::Command,
        event::Place,
        plan::PlannedStep,
        state::{Phase, State},
        time::{Ms, Now},
    },
    text::deliver::{self as text, StepState},
    ui::{
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID, HIT, RADIUS, size},
        view::MeetingView,
        widgets,
    },
};

/// Room for the sign before a title and for the minutes after it.
const SIGN: f32 = 24.0;
const MINUTES: f32 = 52.0;
/// Titles get smaller letters when there is less room than this.
const NARROW: f32 = 150.0;

/// Draws it.
pub(super) fn run_sheet_ui(ui: &mut Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let steps = state.sheet.steps.len().max(1) as f32;
    let chosen_height = if drafts.step.is_some() { HIT + 8.0 } else { 0.0 };
    let height = ((ui.available_height() - chosen_height) / steps - 2.0).clamp(HIT, 56.0);
    ScrollArea::vertical().id_salt("run-sheet").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, step) in (0_u16..).zip(&state.sheet.steps) {
            let row = Row::of(state, index, step, meeting.now);
            let chosen = drafts.step == Some(index);
            let response = row_ui(ui, &row, height, chosen);
            if row.state == StepState::Running && running_changed(ui, state) {
                response.scroll_to_me(Some(Align::Center));
            }
            if response.clicked() && state.phase == Phase::Running {
                drafts.step = (!chosen && row.state != StepState::Running).then_some(index);
                if row.state == StepState::Running {
                    out.push(Intent::Meeting(Command::ReturnToStep));
                }
            }
            if chosen && state.phase == Phase::Running {
                choice_ui(ui, index, drafts, out);
            }
        }
    });
}

/// True once after another step became the running one (or the screen was opened), so that it is scrolled into view but stays where the
/// facilitator scrolls afterwards.
fn running_changed(ui: &Ui, state: &State) -> bool {
    let id = egui::Id::unique("run-sheet-running");
    let key = (state.step, state.phase == Phase::Running);
    ui.data_mut(|data| {
        let seen = data.get_temp_mut_or_insert_with(id, || (u16::MAX, false));
        std::mem::replace(seen, key) != key
    })
}

/// What one row says.
struct Row<'a> {
    number: usize,
    title: &'a str,
    state: StepState,
    /// Large in the minutes column.
    minutes: String,
    /// Small below it; empty when there is nothing to add.
    note: String,
    /// Share of the running step that has passed.
    progress: f32,
    spoken: String,
}

impl<'a> Row<'a> {
    fn of(state: &State, index: u16, step: &'a PlannedStep, now: Now) -> Self {
        let at = usize::from(index);
        let held = state.runs.get(at).is_some_and(|run| !run.spans.is_empty());
        let running = state.phase == Phase::Running && state.step == index;
        let original = state.original.get(at).copied().unwrap_or(step.planned);
        let elapsed = state.step_elapsed(index, now);
        let row_state = match (running, held, step.planned == Ms::ZERO) {
            (true, _, _) => StepState::Running,
            (false, true, _) => StepState::Done,
            (false, false, true) => StepState::Skipped,
            (false, false, false) => StepState::Ahead,
        };
        let (minutes, note) = match row_state {
            StepState::Done if elapsed.round_minutes() != step.planned.round_minutes() => {
                (text::short_minutes(elapsed), text::of_plan(step.planned))
            }
            StepState::Done => (text::short_minutes(elapsed), String::new()),
            StepState::Skipped => (text::SKIPPED.to_owned(), String::new()),
            _ if original != step.planned => (text::short_minutes(step.planned), text::of_plan(original)),
            _ => (text::short_minutes(step.planned), String::new()),
        };
        let progress = if step.planned == Ms::ZERO { 0.0 } else { elapsed.0 as f32 / step.planned.0 as f32 };
        Self {
            number: at + 1,
            title: &step.title,
            state: row_state,
            minutes,
            note,
            progress: progress.clamp(0.0, 1.0),
            spoken: text::step_row(at + 1, &step.title, step.planned, row_state),
        }
    }
}

fn row_ui(ui: &mut Ui, row: &Row<'_>, height: f32, chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &row.spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let c = theme::colours(ui);
    let corner = CornerRadius::same(RADIUS);
    let running = row.state == StepState::Running;
    let fill = match (running, chosen || response.hovered() || response.has_focus()) {
        (true, _) => c.card,
        (false, true) => c.raised,
        (false, false) => c.ground,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, corner, fill);
    if running {
        progress_ui(ui, rect, row.progress);
    } else if response.has_focus() || chosen {
        painter.rect_stroke(rect, corner, Stroke::new(2.0, c.accent), StrokeKind::Inside);
    }
    let ink = if matches!(row.state, StepState::Done | StepState::Skipped) { c.muted } else { c.ink };
    let (sign, sign_ink, sign_font) = match row.state {
        StepState::Done => (icons::ICON_CHECK.codepoint.to_owned(), c.green, theme::font(size::BODY)),
        StepState::Running => (icons::ICON_PLAY_ARROW.codepoint.to_owned(), c.accent, theme::font(size::BODY + 2.0)),
        _ => (row.number.to_string(), c.muted, theme::font(size::SMALL)),
    };
    let sign_at = pos2(rect.left() + GRID / 2.0 + SIGN / 2.0, rect.center().y);
    painter.text(sign_at, Align2::CENTER_CENTER, sign, sign_font, sign_ink);
    let title = title_job(row, rect.width() - SIGN - MINUTES - 2.5 * GRID, ink);
    let galley = painter.layout_job(title);
    let title_at = pos2(rect.left() + GRID + SIGN, rect.center().y - galley.size().y / 2.0);
    painter.galley(title_at, galley, ink);
    let right = rect.right() - GRID;
    let minutes_font = if running { theme::bold_font(size::SMALL + 1.0) } else { theme::font(size::SMALL + 1.0) };
    let small = theme::font(size::SMALL - 2.0);
    if row.note.is_empty() {
        painter.text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, &row.minutes, minutes_font, ink);
    } else {
        painter.text(pos2(right, rect.center().y + 1.0), Align2::RIGHT_BOTTOM, &row.minutes, minutes_font, ink);
        painter.text(pos2(right, rect.center().y + 2.0), Align2::RIGHT_TOP, &row.note, small, c.muted);
    }
    response
}

/// The running step: how much of it has passed, as a tint that fills the row.
fn progress_ui(ui: &Ui, rect: Rect, share: f32) {
    let c = theme::colours(ui);
    let corner = CornerRadius::same(RADIUS);
    let passed = rect.with_max_x(rect.left() + rect.width() * share);
    // Painted whole and clipped, so that the left corners stay round however little has passed.
    ui.painter().with_clip_rect(passed.intersect(ui.clip_rect())).rect_filled(rect, corner, c.accent_soft);
    ui.painter().rect_stroke(rect, corner, Stroke::new(2.0, c.accent), StrokeKind::Inside);
}

/// At most two lines; skipped ones struck through.
fn title_job(row: &Row<'_>, width: f32, ink: egui::Color32) -> LayoutJob {
    let running = row.state == StepState::Running;
    let points = if width < NARROW { size::SMALL } else { size::SMALL + 1.0 };
    let font = if running { theme::bold_font(points) } else { theme::font(points) };
    let strike = if row.state == StepState::Skipped { Stroke::new(1.5, ink) } else { Stroke::NONE };
    let format = TextFormat { font_id: font, color: ink, strikethrough: strike, ..Default::default() };
    let mut job = LayoutJob::single_section(row.title.to_owned(), format);
    job.wrap = TextWrapping { max_width: width, max_rows: 2, ..Default::default() };
    job
}

/// Below the chosen row: begin it, or only look.
fn choice_ui(ui: &mut Ui, index: u16, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        if widgets::primary(ui, text::BEGIN_STEP).clicked() {
            out.push(Intent::Meeting(Command::BeginStep(index)));
            drafts.step = None;
        }
        if widgets::secondary(ui, text::LOOK_AT_STEP).clicked() {
            out.push(Intent::Meeting(Command::Visit(Place { step: index, page: 0 })));
            drafts.step = None;
        }
    });
}
