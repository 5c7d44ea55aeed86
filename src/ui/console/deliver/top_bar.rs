//! Top bar: which session and group, what time it is and how the meeting stands, whether projector, sound and battery are well.

use egui::{Align, Color32, Layout, RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{event::MeetingKind, pace::pace},
    text::{common::clock, deliver as text},
    ui::{
        intent::{Intent, Overlay},
        theme::{self, GRID, HIT, size},
        view::{Devices, MeetingView, View},
        widgets,
    },
};

/// Less battery than this is worth a colour, percent.
const LOW_BATTERY: u8 = 25;
/// Less than this is trouble.
const EMPTY_BATTERY: u8 = 10;

/// Draws it.
pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let height = ui.available_height();
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::right_to_left(Align::Center), |ui| {
        devices_ui(ui, &view.devices);
        ui.add_space(2.0 * GRID);
        pace_ui(ui, view, meeting);
        ui.add_space(2.0 * GRID);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let back = ui.add(
                egui::Button::new(RichText::new(icons::ICON_ARROW_BACK.codepoint).size(size::TITLE))
                    .frame(false)
                    .min_size(vec2(HIT, HIT)),
            );
            back.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text::LEAVE));
            if back.on_hover_text(text::LEAVE).clicked() {
                out.push(Intent::Overlay(Some(Overlay::Leave)));
            }
            title_ui(ui, meeting);
        });
    });
}

fn title_ui(ui: &mut Ui, meeting: &MeetingView<'_>) {
    let c = theme::colours(ui);
    let setup = &meeting.state.setup;
    if setup.kind == MeetingKind::Rehearsal {
        widgets::tag(ui, text::REHEARSAL, c.amber, c.amber_soft);
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = size::BODY * 1.3 + size::SMALL * 1.3;
        ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
        let title = RichText::new(text::session(&setup.label, &setup.title)).font(theme::bold_font(size::BODY));
        ui.add(egui::Label::new(title.color(c.ink)).truncate());
        let group = RichText::new(&setup.group_name).font(theme::font(size::SMALL)).color(c.muted);
        ui.add(egui::Label::new(group).truncate());
    });
}

/// Wall clock large; forecast and pace beside it, in words.
fn pace_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>) {
    let c = theme::colours(ui);
    if let Some(pace) = pace(meeting.state, meeting.now) {
        let ink = if pace.offset_ms >= 60_000 { c.amber } else { c.ink };
        let width = 152.0;
        ui.allocate_ui_with_layout(vec2(width, ui.available_height()), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let lines = size::SMALL * 1.3 + size::BODY * 1.3;
            ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
            let finish = text::finish(pace.finish_wall.minute_of_day());
            ui.label(RichText::new(finish).font(theme::font(size::SMALL)).color(c.muted));
            ui.label(RichText::new(text::offset(pace.offset_ms)).font(theme::bold_font(size::BODY)).color(ink));
        });
        ui.add_space(GRID / 2.0);
    }
    let now = clock(view.wall.minute_of_day());
    ui.label(RichText::new(now).font(theme::bold_font(size::HUGE - 4.0)).color(c.ink));
}

/// Two short lines: projector; sound and battery. Trouble has a colour and other words.
fn devices_ui(ui: &mut Ui, devices: &Devices) {
    let c = theme::colours(ui);
    let state = |ok: bool, yes: &'static str, no: &'static str| if ok { (yes, c.muted) } else { (no, c.amber) };
    let (projector, projector_ink) = state(devices.projector, text::PROJECTOR, text::NO_PROJECTOR);
    let (sound, sound_ink) = state(devices.sound, text::SOUND, text::NO_SOUND);
    let battery = devices.battery.map(|percent| {
        let ink = match percent {
            0..EMPTY_BATTERY => c.red,
            EMPTY_BATTERY..LOW_BATTERY => c.amber,
            _ => c.muted,
        };
        (text::battery(percent), ink)
    });
    ui.allocate_ui_with_layout(vec2(150.0, ui.available_height()), Layout::top_down(Align::Max), |ui| {
        ui.spacing_mut().item_spacing = vec2(GRID / 2.0, 1.0);
        let lines = 2.0 * size::SMALL * 1.3;
        ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
        let icon = if devices.projector { icons::ICON_CAST.codepoint } else { icons::ICON_WARNING.codepoint };
        line_ui(ui, &[(icon, projector, projector_ink)]);
        let icon = if devices.sound { icons::ICON_VOLUME_UP.codepoint } else { icons::ICON_VOLUME_OFF.codepoint };
        match &battery {
            Some((percent, ink)) => {
                line_ui(ui, &[(icon, sound, sound_ink), (icons::ICON_BATTERY_FULL.codepoint, percent.as_str(), *ink)])
            }
            None => line_ui(ui, &[(icon, sound, sound_ink)]),
        }
    });
}

fn line_ui(ui: &mut Ui, parts: &[(&str, &str, Color32)]) {
    let mut job = egui::text::LayoutJob::default();
    for (i, (icon, words, ink)) in parts.iter().enumerate() {
        let format = |points: f32| egui::TextFormat {
            font_id: theme::font(points),
            color: *ink,
            valign: Align::Center,
            ..Default::default()
        };
        job.append(icon, if i == 0 { 0.0 } else { 1.5 * GRID }, format(size::SMALL + 1.0));
        job.append(words, 4.0, format(size::SMALL));
    }
    ui.label(job);
}
