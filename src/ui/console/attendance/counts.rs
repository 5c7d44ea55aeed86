//! The attendance screen's head: way back, title, counts in words, the clock.

use egui::{Align, Color32, Layout, RichText, Ui, vec2};

use crate::{
    engine::{
        attendance::{Status, counts},
        event::MeetingKind,
    },
    text::{
        attendance as text,
        common::{clock, short_date},
        deliver,
    },
    ui::{
        intent::{Intent, Screen},
        keymap::{self, Context},
        theme::{self, Colours, GRID, size},
        view::{RollView, View},
        widgets,
    },
};

/// The colour that goes with a status' word, and the ground under it.
pub(super) const fn colours(c: &Colours, status: Status) -> (Color32, Color32) {
    match status {
        Status::Present => (c.green, c.green_soft),
        Status::Sick | Status::Excused => (c.amber, c.amber_soft),
        Status::Absent => (c.red, c.red_soft),
    }
}

/// Draws it.
pub(super) fn head_ui(ui: &mut Ui, view: &View<'_>, roll: &RollView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 48.0), Layout::right_to_left(Align::Center), |ui| {
        let now = RichText::new(clock(view.wall.minute_of_day())).font(theme::bold_font(size::TITLE)).color(c.ink);
        ui.label(now);
        ui.add_space(GRID);
        counts_ui(ui, roll);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if widgets::keyed(ui, &keymap::hint(Context::Attendance, &Intent::Escape), text::BACK, false).clicked() {
                out.push(Intent::Go(roll.closed.map_or(Screen::Deliver, Screen::Past)));
            }
            if roll.state.setup.kind == MeetingKind::Rehearsal {
                widgets::tag(ui, deliver::REHEARSAL, c.on_accent, c.practice);
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(2.0);
                let title = RichText::new(text::TITLE).font(theme::bold_font(size::BODY)).color(c.ink);
                ui.add(egui::Label::new(title).truncate());
                let group = &roll.state.setup.group_name;
                let of = match roll.closed {
                    Some(_) => format!("{group} · {}", short_date(roll.state.opened_wall)),
                    None => group.clone(),
                };
                let of = RichText::new(of).font(theme::font(size::SMALL)).color(c.muted);
                ui.add(egui::Label::new(of).truncate());
            });
        });
    });
}

/// Only marks that are on disk count.
fn counts_ui(ui: &mut Ui, roll: &RollView<'_>) {
    let c = theme::colours(ui);
    let counts = counts(&roll.state.roll, roll.durable_seq);
    let of = |status| colours(c, status);
    let parts = [
        (counts.unmarked, text::UNMARKED, (c.ink, c.raised)),
        (counts.absent, text::said(Status::Absent), of(Status::Absent)),
        (counts.excused, text::said(Status::Excused), of(Status::Excused)),
        (counts.sick, text::said(Status::Sick), of(Status::Sick)),
        (counts.present, text::said(Status::Present), of(Status::Present)),
    ];
    let outside = (counts.outside > 0).then_some((counts.outside, text::OUTSIDE, (c.ink, c.raised)));
    for (count, words, (ink, ground)) in outside.into_iter().chain(parts) {
        let (ink, ground) = if count == 0 { (c.muted, Color32::TRANSPARENT) } else { (ink, ground) };
        count_ui(ui, count, words, ink, ground);
    }
}

fn count_ui(ui: &mut Ui, count: u16, words: &str, ink: Color32, ground: Color32) {
    let frame = egui::Frame::new()
        .fill(ground)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(egui::Margin::symmetric(10, 4));
    let shown = frame.show(ui, |ui| {
        let mut job = egui::text::LayoutJob::default();
        let format = |font_id| egui::TextFormat { font_id, color: ink, valign: Align::BOTTOM, ..Default::default() };
        job.append(&count.to_string(), 0.0, format(theme::bold_font(size::TITLE)));
        job.append(words, 6.0, format(theme::font(size::SMALL + 1.0)));
        ui.add(egui::Label::new(job).extend())
    });
    shown.inner.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text::count_name(words, count)));
}
