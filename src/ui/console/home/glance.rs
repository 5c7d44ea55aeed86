//! Above Home's tabs: how many groups have met this month, whose turn it is, with the screen's primary button, and the day's questions.

use egui::{CornerRadius, RichText, Sense, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        event::MeetingKind,
        overview::{GroupOverview, Overview},
        roster::Group,
    },
    text::{home as words, overview as text, study},
    ui::{
        console::parts::{self, Action},
        intent::{Intent, Screen, StudyKey},
        theme::{self, GRID, size},
        view::{DailyView, MeetingView, View},
        widgets,
    },
};

/// Share of the width that the month takes.
const MONTH: f32 = 0.3;
/// Width of the day's questions.
const DAILY: f32 = 232.0;
/// Height of the cards, so that they end on one line.
const CARD: f32 = 90.0;
/// Height of the bar.
const BAR: f32 = 8.0;

/// Draws it.
pub(super) fn glance_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview, out: &mut Vec<Intent>) {
    let daily = if view.daily.is_some() { DAILY + parts::GAP } else { 0.0 };
    let width = ui.available_width() - parts::GAP - daily;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = parts::GAP;
        let month = (width * MONTH).round();
        part(ui, month, |ui| parts::card(ui, |ui| tall(ui, |ui| month_ui(ui, view, overview))));
        part(ui, width - month, |ui| parts::card(ui, |ui| tall(ui, |ui| turn_ui(ui, view, overview, out))));
        if let Some(daily) = &view.daily {
            part(ui, DAILY, |ui| daily_ui(ui, daily, out));
        }
    });
}

fn part(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID / 2.0);
        ui.set_width(width);
        contents(ui);
    });
}

fn tall(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.set_height(CARD);
    contents(ui);
}

/// The day's questions; a press begins them.
fn daily_ui(ui: &mut Ui, daily: &DailyView, out: &mut Vec<Intent>) {
    let waiting = daily.today > 0;
    let contents = |ui: &mut Ui| {
        let c = *theme::colours(ui);
        parts::line(ui, RichText::new(study::DAILY).font(theme::bold_font(size::BODY)));
        if waiting {
            parts::line(ui, RichText::new(study::daily_count(daily.today)));
            ui.add_space(GRID / 2.0);
            let begin = format!("{}  {}", study::DAILY_BEGIN, icons::ICON_ARROW_FORWARD.codepoint);
            parts::line(ui, RichText::new(begin).font(theme::bold_font(size::BODY)).color(c.accent));
        } else {
            parts::line(ui, RichText::new(study::DAILY_DONE_TODAY).color(c.green));
            parts::caption_line(ui, &study::daily_tomorrow(daily.tomorrow));
        }
    };
    if !waiting {
        return parts::card(ui, |ui| tall(ui, contents));
    }
    let name = format!("{}, {}", study::DAILY, study::daily_count(daily.today));
    // A tile has half a step less above and below than a card.
    if parts::tile(ui, "daily", &name, CARD + GRID, contents).clicked() {
        out.push(Intent::Study(StudyKey::Quiz(None)));
    }
}

fn month_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview) {
    let (met, all) = overview.met();
    if all == 0 {
        ui.label(text::NOBODY);
        return;
    }
    ui.spacing_mut().interact_size.y = 0.0;
    parts::line(ui, RichText::new(text::met(met, all)).font(theme::bold_font(size::TITLE)));
    parts::caption_line(ui, &text::met_in(overview.month));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let c = theme::colours(ui);
    let corner = CornerRadius::same(4);
    ui.painter().rect_filled(rect, corner, c.line);
    let mut done = rect;
    done.set_width(rect.width() * met as f32 / all as f32);
    ui.painter().rect_filled(done, corner, c.green);
    let name = |glance: &GroupOverview| view.groups.iter().find(|group| group.id == glance.group);
    let due: Vec<&str> = overview.due().filter_map(name).map(|group| group.name.as_str()).collect();
    parts::caption_line(ui, &if due.is_empty() { text::ALL_MET.to_owned() } else { text::due(&due) });
}

/// Back to the open meeting, else the group that has waited longest.
fn turn_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview, out: &mut Vec<Intent>) {
    if let Some(meeting) = &view.meeting {
        return open_ui(ui, meeting, out);
    }
    let group = |glance: &GroupOverview| view.groups.iter().find(|group| group.id == glance.group);
    let Some((glance, group)) = overview.groups.first().and_then(|glance| Some((glance, group(glance)?))) else {
        return;
    };
    let name = words::of_group(words::PREPARE, &group.name);
    let prepare = Action::primary(words::PREPARE).icon(icons::ICON_EVENT_AVAILABLE).name(&name);
    if beside(ui, prepare, |ui| turn(ui, view, glance, group)) {
        out.push(Intent::PrepareFor(group.id));
    }
}

/// What is open, and the way back to it.
pub(super) fn open_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let c = *theme::colours(ui);
    let setup = &meeting.state.setup;
    let rehearsal = setup.kind == MeetingKind::Rehearsal;
    let (chip, ink, ground, back) = if rehearsal {
        (words::REHEARSING, c.practice, c.practice_soft, words::BACK_TO_REHEARSAL)
    } else {
        (words::RUNNING, c.accent, c.accent_soft, words::BACK_TO_MEETING)
    };
    let (title, below) = if rehearsal { (&setup.title, &setup.label) } else { (&setup.group_name, &setup.title) };
    let pressed = beside(ui, Action::primary(back).icon(icons::ICON_ARROW_FORWARD), |ui| {
        parts::chip(ui, chip, ink, ground);
        parts::line(ui, RichText::new(title).font(theme::bold_font(size::TITLE)));
        parts::caption_line(ui, below);
    });
    if pressed {
        out.push(Intent::Go(Screen::Deliver));
    }
}

fn turn(ui: &mut Ui, view: &View<'_>, glance: &GroupOverview, group: &Group) {
    let c = theme::colours(ui);
    parts::low_row(ui, |ui| {
        parts::chip(ui, words::TURN, c.accent, c.accent_soft);
        if group.demo {
            parts::chip(ui, words::DEMO_TAG, c.amber, c.amber_soft);
        }
        parts::caption_line(ui, &text::who_where(glance.members, &group.place, group.hour));
    });
    parts::line(ui, RichText::new(&group.name).font(theme::bold_font(size::TITLE)));
    let next = super::next_words(view, glance).unwrap_or_default();
    parts::line(ui, RichText::new(next));
}

/// Words, and the primary button at their right. True when it was pressed.
fn beside(ui: &mut Ui, button: Action<'_>, contents: impl FnOnce(&mut Ui)) -> bool {
    ui.horizontal(|ui| {
        ui.set_min_height(CARD);
        widgets::at_right(ui, |ui| {
            let pressed = button.show(ui).clicked();
            ui.add_space(GRID);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID / 2.0;
                contents(ui);
            });
            pressed
        })
    })
    .inner
}
