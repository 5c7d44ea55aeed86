//! The countdown for the room: start one, or look after the one that runs.

use egui::{RichText, Ui, vec2};

use crate::{
    engine::{
        command::{COUNTDOWN_RANGE, Command},
        state::Countdown,
        time::Ms,
    },
    text::{common, overlays as text, stage_ui},
    ui::{
        console::deliver::{Look, tile},
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Lengths offered, minutes.
const PRESETS: [u64; 5] = [1, 2, 3, 5, 10];

/// Draws it. The picture changes with the preview's, which asks for the repaint.
pub(super) fn countdown_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    super::panel(ui, text::COUNTDOWN, 600.0, out, |ui, out| {
        if let Some(countdown) = meeting.state.countdown {
            running_ui(ui, countdown, meeting.now.at, out);
            ui.separator();
            ui.label(RichText::new(text::COUNTDOWN_NEW).font(theme::bold_font(size::BODY)));
        } else {
            super::lead(ui, text::COUNTDOWN_HOW);
            ui.add_space(GRID / 2.0);
        }
        presets_ui(ui, out);
        typed_ui(ui, drafts, out);
    });
}

fn presets_ui(ui: &mut Ui, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let width = (ui.available_width() - gap * (PRESETS.len() as f32 - 1.0)) / PRESETS.len() as f32;
        for minutes in PRESETS {
            let label = common::minutes(minutes);
            if tile(ui, vec2(width.floor(), 60.0), "", &label, &label, Look::Plain).clicked() {
                super::and_close(out, Command::StartCountdown(Ms::minutes(minutes)));
            }
        }
    });
}

fn typed_ui(ui: &mut Ui, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        ui.label(text::COUNTDOWN_OTHER);
        let field = egui::TextEdit::singleline(&mut drafts.countdown)
            .font(theme::bold_font(size::BODY))
            .char_limit(3)
            .desired_width(72.0)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(72.0, 44.0));
        let field = ui.add(field);
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, text::COUNTDOWN_OTHER));
        // T, a number, Enter: as short as going to a page.
        if super::just_opened(ui, "countdown") {
            field.request_focus();
        }
        drafts.countdown.retain(|c| c.is_ascii_digit());
        let mut wanted = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let length = drafts.countdown.parse().ok().map(Ms::minutes).filter(|length| COUNTDOWN_RANGE.contains(length));
        ui.add_enabled_ui(length.is_some(), |ui| wanted |= widgets::secondary(ui, text::COUNTDOWN_START).clicked());
        if let Some(length) = length.filter(|_| wanted) {
            drafts.countdown.clear();
            super::and_close(out, Command::StartCountdown(length));
        }
    });
}

fn running_ui(ui: &mut Ui, countdown: Countdown, at: Ms, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let over = countdown.over(at);
    let left = Ms::seconds(countdown.left(at).0.div_ceil(1000));
    let words = if over { stage_ui::OVER.to_owned() } else { common::timer(left) };
    ui.vertical_centered(|ui| ui.label(RichText::new(words).font(theme::bold_font(64.0)).color(c.accent)));
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let size = vec2(((ui.available_width() - 3.0 * gap) / 4.0).floor(), 60.0);
        let paused = countdown.paused_left.is_some();
        let label = if paused { text::RESUME } else { text::PAUSE };
        let look = if over { Look::Off } else { Look::Plain };
        if tile(ui, size, "", label, label, look).clicked() {
            out.push(Intent::Meeting(Command::ToggleCountdown));
        }
        let minute = i64::try_from(Ms::minutes(1).0).unwrap_or(60_000);
        if tile(ui, size, "", text::LESS_SHORT, text::LESS, look).clicked() {
            out.push(Intent::Meeting(Command::AddCountdown(-minute)));
        }
        if tile(ui, size, "", text::MORE_SHORT, text::MORE, Look::Plain).clicked() {
            out.push(Intent::Meeting(Command::AddCountdown(minute)));
        }
        if tile(ui, size, "", text::STOP, text::STOP, Look::Plain).clicked() {
            super::and_close(out, Command::EndCountdown);
        }
    });
}
