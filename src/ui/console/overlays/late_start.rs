//! The one question of a late start: squeeze until the agreed end, or keep the whole length.

use egui::{Ui, vec2};

use crate::{
    engine::{
        command::{Command, StartPlan},
        pace::late_start,
    },
    text::overlays as text,
    ui::{
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn late_start_ui(ui: &Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let length = state.sheet.length();
    let Some(late) = late_start(state, meeting.now) else {
        // The clock was set back, or the meeting began meanwhile: nothing to ask any more.
        out.push(Intent::Overlay(None));
        return;
    };
    super::panel(ui, &text::late_start(late.late), 640.0, out, |ui, out| {
        super::lead(ui, text::LATE_START_HOW);
        ui.add_space(GRID);
        let opened = super::just_opened(ui, "late-start");
        match (late.left, state.setup.end) {
            (Some(left), Some(end)) => {
                let squeeze = choice_ui(ui, &text::squeeze(end), &text::squeeze_how(left), true);
                if opened {
                    squeeze.request_focus();
                }
                if squeeze.clicked() {
                    super::and_close(out, Command::Start(StartPlan::Compress));
                }
            }
            _ => super::lead(ui, text::TOO_LATE_TO_SQUEEZE),
        }
        let end = meeting.now.wall.plus_ms(length.0 as i64).minute_of_day();
        let keep = choice_ui(ui, &text::keep(length), &text::keep_how(end), late.left.is_none());
        if opened && late.left.is_none() {
            keep.request_focus();
        }
        if keep.clicked() {
            super::and_close(out, Command::Start(StartPlan::Full));
        }
    });
}

/// A large choice with its consequence below.
fn choice_ui(ui: &mut Ui, label: &str, how: &str, primary: bool) -> egui::Response {
    let c = theme::colours(ui);
    let (fill, ink, small) = if primary { (c.accent, c.on_accent, c.on_accent) } else { (c.raised, c.ink, c.muted) };
    let mut job = egui::text::LayoutJob::default();
    let format = |font_id, color| egui::TextFormat { font_id, color, ..Default::default() };
    job.append(&format!("{label}\n"), 0.0, format(theme::bold_font(size::TITLE), ink));
    job.append(how, 0.0, format(theme::font(size::SMALL + 2.0), small));
    job.wrap.max_width = ui.available_width() - 4.0 * GRID;
    let button = egui::Button::new(job).fill(fill).min_size(vec2(ui.available_width(), 84.0)).wrap();
    let response = ui.add(button.stroke(egui::Stroke::new(1.0, if primary { c.accent } else { c.line })));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
    widgets::focus_ring(ui, &response);
    response
}
