//! Panels that a meeting being closed and a closed one share: steps with planned and real minutes, attendance counts, oddities.

use egui::{Align, CornerRadius, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        attendance::{Counts, Status},
        minutes::{MeetingMinutes, Oddity, StepMinutes},
        time::Ms,
    },
    text::{attendance, close as text, common, hands},
    ui::{
        theme::{self, GRID, size},
        widgets,
    },
};

use super::parts;

/// Width of the two columns of minutes.
const MINUTES: f32 = 84.0;
/// Height of a line of words.
const LINE: f32 = 24.0;
/// Height of a bar.
const BAR: f32 = 8.0;

/// Steps with planned and real minutes; the bars share one scale. `running`: the meeting is still open.
pub(super) fn steps_ui(ui: &mut Ui, minutes: &MeetingMinutes, running: bool) {
    parts::card(ui, |ui| {
        let c = theme::colours(ui);
        columns(
            ui,
            RichText::new(text::STEPS).font(theme::bold_font(size::BODY)),
            [text::PLANNED, text::REAL],
            c.muted,
        );
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        let longest = minutes.steps.iter().flat_map(|step| [Some(step.planned), step.real]).flatten().max();
        for step in &minutes.steps {
            step_row(ui, step, longest.unwrap_or_default());
        }
        ui.add_space(GRID / 2.0);
        let planned: Ms = minutes.steps.iter().map(|step| step.planned).sum();
        let real: Ms = minutes.steps.iter().filter_map(|step| step.real).sum();
        parts::words(ui, &text::sums(planned.round_minutes(), real.round_minutes()), c.ink);
        if minutes.not_counted.round_minutes() > 0 {
            widgets::caption(ui, &text::not_counted(minutes.not_counted.round_minutes()));
        }
        // A meeting that is still open is not odd for being open.
        for oddity in minutes.oddities.iter().filter(|oddity| !(running && **oddity == Oddity::NotClosed)) {
            widgets::caption(ui, &text::oddity(*oddity));
        }
    });
}

/// A title and two short words at the right, in the columns of the minutes.
fn columns(ui: &mut Ui, title: RichText, words: [&str; 2], colour: egui::Color32) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let left = row.with_max_x(row.right() - 2.0 * MINUTES);
    let middle = row.with_min_x(left.right()).with_max_x(left.right() + MINUTES);
    let right = row.with_min_x(middle.right());
    let mut cell = |rect: Rect, layout: Layout, text: RichText| {
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        parts::line(&mut ui, text);
    };
    cell(left, Layout::left_to_right(Align::Center), title);
    for (rect, word) in [middle, right].into_iter().zip(words) {
        cell(rect, Layout::right_to_left(Align::Center), RichText::new(word).color(colour));
    }
}

fn step_row(ui: &mut Ui, step: &StepMinutes, longest: Ms) {
    let c = theme::colours(ui);
    let planned = step.planned.round_minutes();
    let real = match step.real {
        Some(real) => real.round_minutes().to_string(),
        None if step.skipped => text::SKIPPED.to_owned(),
        None => text::NOT_BEGUN.to_owned(),
    };
    let ink = if step.real.is_some() { c.ink } else { c.muted };
    columns(ui, RichText::new(&step.title).color(ink), [&planned.to_string(), &real], ink);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    // Grey as far as planned, the accent over it as far as it took, amber for what went over.
    let bar = |from: Ms, to: Ms, colour| {
        let x = |span: Ms| rect.left() + rect.width() * (span.0 as f32 / longest.0.max(1) as f32);
        let bar = Rect::from_x_y_ranges(x(from)..=x(to), rect.y_range());
        ui.painter().rect_filled(bar, CornerRadius::same(BAR as u8 / 2), colour);
    };
    let took = step.real.unwrap_or_default();
    bar(Ms::ZERO, step.planned, c.line);
    if took > step.planned {
        bar(Ms::ZERO, took, c.amber);
    }
    bar(Ms::ZERO, took.min(step.planned), c.accent);
    let said = text::step(&step.title, planned, &real);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// H S I A and what is missing, in large figures; who is not on the list stands apart from them.
pub(super) fn counts_ui(ui: &mut Ui, counts: Counts) {
    let c = theme::colours(ui);
    let number = |status| match status {
        Status::Present => counts.present,
        Status::Sick => counts.sick,
        Status::Excused => counts.excused,
        Status::Absent => counts.absent,
    };
    let mut cells: Vec<(String, u16)> =
        Status::ALL.map(|status| (text::status(status).to_owned(), number(status))).to_vec();
    cells.push((text::UNMARKED.to_owned(), counts.unmarked));
    if counts.outside > 0 {
        cells.push((attendance::OUTSIDE.to_owned(), counts.outside));
    }
    parts::columns(ui, cells.len(), |column, ui| {
        if let Some((word, number)) = cells.get(column) {
            ui.spacing_mut().item_spacing.y = 0.0;
            let missing = *word == text::UNMARKED && *number > 0;
            let ink = if missing { c.amber } else { c.ink };
            ui.label(RichText::new(number.to_string()).font(theme::bold_font(size::TITLE)).color(ink));
            parts::line(
                ui,
                RichText::new(word).font(theme::font(size::SMALL)).color(if missing { c.amber } else { c.muted }),
            );
        }
    });
}

/// Says loudly that people have no mark yet, or quietly that all have.
pub(super) fn unmarked_hint(ui: &mut Ui, counts: Counts) {
    let c = theme::colours(ui);
    if counts.unmarked > 0 {
        parts::hint(ui, icons::ICON_WARNING, &text::unmarked(counts.unmarked), c.amber, c.amber_soft);
    } else {
        parts::words(ui, text::ALL_FILLED, c.green);
    }
}

/// Checks by show of hands: each question with start, end and gain; nothing when none was planned.
pub(super) fn checks_ui(ui: &mut Ui, minutes: &MeetingMinutes, durable: u64) {
    if minutes.checks.is_empty() {
        return;
    }
    let c = theme::colours(ui);
    parts::card(ui, |ui| {
        parts::subtitle(ui, hands::SUMMARY);
        ui.spacing_mut().item_spacing.y = 2.0;
        for (number, check) in (1..).zip(&minutes.checks) {
            widgets::caption(ui, &format!("{number}. {}", check.ask));
            let counted = check.start.is_some() || check.end.is_some();
            let saved = [check.start, check.end].into_iter().flatten().all(|tally| tally.seq <= durable);
            parts::words(ui, &hands::summary(check.start, check.end), if counted && saved { c.ink } else { c.muted });
            if !saved {
                widgets::caption(ui, hands::NOT_SAVED_YET);
            }
            ui.add_space(GRID / 2.0);
        }
    });
    ui.add_space(GRID);
}

/// Notes with time and step, for reading.
pub(super) fn notes_ui(ui: &mut Ui, minutes: &MeetingMinutes) {
    if minutes.notes.is_empty() {
        widgets::caption(ui, text::NO_NOTES);
    }
    for (wall, step, words) in &minutes.notes {
        widgets::caption(ui, &format!("{} · {step}", common::clock(wall.minute_of_day())));
        ui.label(words);
    }
}
