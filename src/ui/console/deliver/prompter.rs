//! The prompter: the words of the page, large enough to be read from two metres, going by line by line at speaking pace. It moves a line
//! at a time, so that a weak laptop paints once a sentence; less of the words can be shown, down to none.

use std::time::Duration;

use egui::{CornerRadius, Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{
        prompter::{self, FASTEST, Line, SLOWEST, Shown},
        time::Ms,
    },
    text::{deliver, rehearse as text},
    ui::{
        drafts::PrompterForm,
        intent::{Intent, RehearseKey},
        theme::{self, GRID, RADIUS},
        view::MeetingView,
    },
};

use super::super::parts::{self, Action};
use super::script;

/// Type read from two metres: lower case letters of 5 mm and more on a 14 inch laptop.
const POINTS: f32 = 40.0;
/// Directions between the spoken words.
const ASIDE: f32 = 22.0;
/// In place of words that are hidden.
const HIDDEN: &str = "·····";
/// One press changes the pace by this many words a minute.
const FASTER: i32 = 10;

/// Draws it. Returns how long the picture stays right.
pub(super) fn prompter_ui(
    ui: &mut Ui,
    meeting: &MeetingView<'_>,
    form: &mut PrompterForm,
    out: &mut Vec<Intent>,
) -> Option<Duration> {
    let c = theme::colours(ui);
    let now = meeting.now.at;
    while_paused(meeting, form, now);
    if form.place != Some(meeting.state.shown) {
        let running = form.since.is_some() || form.place.is_none() && meeting.state.paused.is_none();
        *form = PrompterForm {
            place: Some(meeting.state.shown),
            spent: Ms::ZERO,
            since: running.then_some(now),
            at: None,
            ..*form
        };
    }
    let lines = prompter::lines(&script::blocks(meeting));
    let elapsed = form.spent + form.since.map_or(Ms::ZERO, |since| now.saturating_sub(since));
    let (current, wait) = prompter::line_at(&lines, elapsed, form.pace);
    let frame = Frame::new().fill(c.card).stroke(Stroke::new(1.0, c.line)).corner_radius(CornerRadius::same(RADIUS));
    frame.inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        controls(ui, form, now, out);
        ui.add_space(GRID);
        let below = ui.available_height() * 0.6;
        ScrollArea::vertical()
            .id_salt(("prompter", meeting.state.shown.step, meeting.state.shown.page))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.5 * GRID;
                if lines.is_empty() {
                    ui.label(RichText::new(deliver::NO_SCRIPT).font(theme::font(ASIDE)).color(c.muted));
                }
                for (index, line) in lines.iter().enumerate() {
                    line_ui(ui, line, index, current, form);
                }
                // So that the last line too can stand high.
                ui.add_space(below);
            });
    });
    wait.filter(|_| form.since.is_some()).map(|wait| Duration::from_millis(wait.0.max(50)))
}

/// While the meeting is paused the words stand too, and go on with it.
fn while_paused(meeting: &MeetingView<'_>, form: &mut PrompterForm, now: Ms) {
    match (meeting.state.paused, form.since) {
        (Some(paused), Some(since)) => {
            form.spent = form.spent + paused.saturating_sub(since);
            form.since = None;
            form.held = true;
        }
        (None, None) if form.held => {
            form.since = Some(now);
            form.held = false;
        }
        _ => {}
    }
}

fn line_ui(ui: &mut Ui, line: &Line, index: usize, current: usize, form: &mut PrompterForm) {
    let c = theme::colours(ui);
    let words = match form.shown {
        Shown::Full => line.text.clone(),
        Shown::Keys => {
            Some(prompter::key_words(&line.text)).filter(|keys| !keys.is_empty()).unwrap_or(HIDDEN.to_owned())
        }
        Shown::Nothing => HIDDEN.to_owned(),
    };
    let now = index == current;
    let ink = if now { c.ink } else { c.muted };
    let font = match (line.spoken, now) {
        (true, true) => theme::bold_font(POINTS),
        (true, false) => theme::font(POINTS),
        (false, _) => theme::font(ASIDE),
    };
    let words = if line.spoken { words } else { text::aside(&words) };
    let response = ui.add(Label::new(RichText::new(words).font(font).color(ink)).wrap());
    // Only when it has moved on: whoever scrolls by hand is left alone.
    if now && form.at != Some(index) {
        form.at = Some(index);
        ui.scroll_to_rect(response.rect.translate(egui::vec2(0.0, -1.5 * POINTS)), Some(egui::Align::Min));
    }
}

fn controls(ui: &mut Ui, form: &mut PrompterForm, now: Ms, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        let running = form.since.is_some();
        let (icon, name) = if running { (icons::ICON_PAUSE, text::STOP) } else { (icons::ICON_PLAY_ARROW, text::RUN) };
        if parts::icon_button(ui, icon, name, true).clicked() {
            form.spent = form.spent + form.since.map_or(Ms::ZERO, |since| now.saturating_sub(since));
            form.since = (!running).then_some(now);
            form.held = false;
        }
        if parts::icon_button(ui, icons::ICON_VERTICAL_ALIGN_TOP, text::FROM_TOP, true).clicked() {
            form.spent = Ms::ZERO;
            form.since = form.since.map(|_| now);
            form.at = None;
        }
        let mut pace = |ui: &mut Ui, icon, name, by: i32| {
            if parts::icon_button(ui, icon, name, true).clicked() {
                let pace = i32::from(form.pace) + by;
                form.pace = u16::try_from(pace.clamp(i32::from(SLOWEST), i32::from(FASTEST))).unwrap_or(form.pace);
            }
        };
        pace(ui, icons::ICON_REMOVE, text::SLOWER, -FASTER);
        pace(ui, icons::ICON_ADD, text::FASTER, FASTER);
        ui.label(RichText::new(text::pace(form.pace)).font(theme::font(theme::size::SMALL)));
        ui.add_space(GRID);
        for (shown, label) in [(Shown::Full, text::FULL), (Shown::Keys, text::KEYS), (Shown::Nothing, text::NOTHING)] {
            if Action::secondary(label).selected(form.shown == shown).show(ui).clicked() {
                form.shown = shown;
            }
        }
        if parts::icon_button(ui, icons::ICON_CLOSE, text::CLOSE_PROMPTER, true).clicked() {
            out.push(Intent::Rehearse(RehearseKey::Prompter));
        }
    });
}
