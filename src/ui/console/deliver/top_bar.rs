//! Top bar: which session and group, what time it is and how the meeting stands, whether projector, sound and battery are well.

use egui::{Align, Align2, Color32, Layout, RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        event::MeetingKind,
        pace::pace,
        preflight::{self, Level},
    },
    text::{common::clock, deliver as text},
    ui::{
        intent::{Intent, Overlay},
        keymap,
        theme::{self, GRID, HIT, size},
        view::{Devices, MeetingView, View},
        widgets,
    },
};

/// Draws it.
pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let height = ui.available_height();
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::right_to_left(Align::Center), |ui| {
        devices_ui(ui, view.devices, height);
        ui.add_space(1.5 * GRID);
        pace_ui(ui, view, meeting, height);
        ui.add_space(1.5 * GRID);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let leave = Intent::Overlay(Some(Overlay::Leave));
            let back = ui.add(
                egui::Button::new(RichText::new(icons::ICON_ARROW_BACK.codepoint).size(size::TITLE))
                    .frame(false)
                    .min_size(vec2(HIT, HIT)),
            );
            back.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text::LEAVE));
            widgets::focus_ring(ui, &back);
            let (at, key) = (back.rect.right_center() - vec2(2.0, 0.0), keymap::hint_anywhere(&leave));
            ui.painter().text(at, Align2::CENTER_CENTER, key, theme::bold_font(size::SMALL), theme::colours(ui).muted);
            if back.on_hover_text(text::LEAVE).clicked() {
                out.push(leave);
            }
            ui.add_space(GRID / 2.0);
            title_ui(ui, meeting, height);
        });
    });
}

fn title_ui(ui: &mut Ui, meeting: &MeetingView<'_>, height: f32) {
    let c = theme::colours(ui);
    let setup = &meeting.state.setup;
    if setup.kind == MeetingKind::Rehearsal {
        widgets::tag(ui, text::REHEARSAL, c.on_accent, c.practice);
    }
    let title =
        Words { text: text::session(&setup.label, &setup.title), font: theme::bold_font(size::BODY), ink: c.ink };
    let group = Words { text: setup.group_name.clone(), font: theme::font(size::SMALL), ink: c.muted };
    two_lines(ui, vec2(ui.available_width(), height), Align::Min, &[title], &[group]);
}

/// Wall clock large; forecast and pace beside it, in words.
fn pace_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>, height: f32) {
    let c = theme::colours(ui);
    if let Some(pace) = pace(meeting.state, meeting.now) {
        let ink = if pace.offset_ms >= 60_000 { c.amber } else { c.ink };
        let finish = text::finish(pace.finish_wall.minute_of_day());
        let finish = Words { text: finish, font: theme::font(size::SMALL), ink: c.muted };
        let offset = Words { text: text::offset(pace.offset_ms), font: theme::bold_font(size::BODY), ink };
        let width = width(ui, &[&offset]).max(width(ui, &[&finish]));
        two_lines(ui, vec2(width + 2.0, height), Align::Min, &[finish], &[offset]);
        ui.add_space(GRID / 2.0);
    }
    let now = clock(view.wall.minute_of_day());
    ui.label(RichText::new(now).font(theme::bold_font(size::HUGE - 4.0)).color(c.ink));
}

/// Two short lines: projector; sound and battery. Trouble has a colour and other words.
fn devices_ui(ui: &mut Ui, devices: Devices, height: f32) {
    let c = theme::colours(ui);
    let words = |ok: bool, icon: &str, yes: &str, no: &str| {
        let (said, ink) = if ok { (yes, c.muted) } else { (no, c.amber) };
        Words { text: format!("{icon} {said}"), font: theme::font(size::SMALL), ink }
    };
    let icon = if devices.projector { icons::ICON_CAST } else { icons::ICON_WARNING };
    let projector = words(devices.projector, icon.codepoint, text::PROJECTOR, text::NO_PROJECTOR);
    let icon = if devices.sound { icons::ICON_VOLUME_UP } else { icons::ICON_VOLUME_OFF };
    let mut below = vec![words(devices.sound, icon.codepoint, text::SOUND, text::NO_SOUND)];
    if let Some(battery) = devices.battery {
        let ink = match preflight::power(Some(battery)).0 {
            Level::Red => c.red,
            Level::Amber => c.amber,
            Level::Green | Level::Pending => c.muted,
        };
        let icon =
            if battery.charger == Some(true) { icons::ICON_BATTERY_CHARGING_FULL } else { icons::ICON_BATTERY_FULL };
        let said = format!("{} {}", icon.codepoint, text::battery(battery.percent));
        below.push(Words { text: said, font: theme::font(size::SMALL), ink });
    }
    let above = [projector];
    let width = width(ui, &above.iter().collect::<Vec<_>>()).max(width(ui, &below.iter().collect::<Vec<_>>()));
    two_lines(ui, vec2(width + 2.0, height), Align::Max, &above, &below);
}

/// Words of one look.
struct Words {
    text: String,
    font: egui::FontId,
    ink: Color32,
}

impl Words {
    fn append(&self, job: &mut egui::text::LayoutJob) {
        let space = if job.is_empty() { 0.0 } else { 1.5 * GRID };
        let format = egui::TextFormat {
            font_id: self.font.clone(),
            color: self.ink,
            valign: Align::Center,
            ..Default::default()
        };
        job.append(&self.text, space, format);
    }
}

/// How wide these words stand on one line.
fn width(ui: &Ui, words: &[&Words]) -> f32 {
    let mut job = egui::text::LayoutJob::default();
    for words in words {
        words.append(&mut job);
    }
    ui.painter().layout_job(job).size().x
}

/// Two lines of words as one block, in the middle of `size`; what is too long is cut with "…".
fn two_lines(ui: &mut Ui, size: egui::Vec2, align: Align, above: &[Words], below: &[Words]) {
    let layout = |words: &[Words]| {
        let mut job = egui::text::LayoutJob::default();
        for words in words {
            words.append(&mut job);
        }
        job.wrap = egui::text::TextWrapping::truncate_at_width(size.x);
        ui.painter().layout_job(job)
    };
    let galleys = [layout(above), layout(below)];
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    let said: Vec<&str> = above.iter().chain(below).map(|words| words.text.as_str()).collect();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, said.join(", ")));
    let mut y = rect.center().y - galleys.iter().map(|galley| galley.size().y).sum::<f32>() / 2.0;
    for galley in galleys {
        let spare = rect.width() - galley.size().x;
        let x = rect.left() + if align == Align::Max { spare } else { 0.0 };
        let line = galley.size().y;
        ui.painter().galley(egui::pos2(x, y), galley, Color32::PLACEHOLDER);
        y += line;
    }
}
