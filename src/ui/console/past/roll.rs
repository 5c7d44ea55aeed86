//! Daftar hadir of a closed meeting: its marks, each of which can be corrected.

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::{
    engine::{
        attendance::{self, Row},
        command::Command,
        ids::MeetingId,
        minutes::MeetingMinutes,
        state::State,
    },
    text::close as text,
    ui::{
        console::{
            parts::{self, Action},
            record,
        },
        intent::Intent,
        theme::{self, GRID, HIT, size},
        view::PastView,
        widgets,
    },
};

/// Width of a row's number.
const NUMBER: f32 = 32.0;

/// Draws it.
pub(super) fn roll_ui(
    ui: &mut Ui,
    past: &PastView<'_>,
    state: &State,
    minutes: &MeetingMinutes,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        roll(ui, past.id, state, minutes, past.durable_seq, out);
    });
}

fn roll(ui: &mut Ui, id: MeetingId, state: &State, minutes: &MeetingMinutes, durable: u64, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::ATTENDANCE);
    let counts = attendance::counts(&state.roll, durable);
    record::counts_ui(ui, counts);
    let pale = state.roll.iter().filter(|row| !row.removed && row.marked_seq > durable).count();
    let c = theme::colours(ui);
    if pale > 0 {
        parts::words(ui, &text::not_saved(pale), c.amber);
    } else if minutes.corrections > 0 {
        widgets::caption(ui, &text::corrections(minutes.corrections));
    } else {
        widgets::caption(ui, text::CORRECT_HINT);
    }
    widgets::caption(ui, text::LEGEND);
    parts::scroll(ui, "roll", |ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        for row in state.roll.iter().filter(|row| !row.removed) {
            roll_row(ui, id, row, row.marked_seq > durable, out);
        }
    });
}

fn roll_row(ui: &mut Ui, id: MeetingId, row: &Row, pale: bool, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        ui.allocate_ui_with_layout(vec2(NUMBER, HIT), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_width(NUMBER);
            ui.label(RichText::new(row.number.to_string()).color(c.muted));
        });
        ui.add_space(GRID);
        let word = match (pale, row.status) {
            (true, _) => text::NOT_SAVED_YET,
            (false, None) => text::UNMARKED,
            _ => "",
        };
        let word = ui.painter().layout_no_wrap(word.to_owned(), theme::font(size::SMALL), c.amber);
        let width = ui.available_width() - word.size().x - record::STATUSES.len() as f32 * (HIT + GRID / 2.0) - GRID;
        ui.allocate_ui_with_layout(vec2(width, HIT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width);
            parts::line(ui, RichText::new(&row.name));
        });
        ui.label(word);
        for status in record::STATUSES {
            let name = text::mark(&row.name, text::status(status));
            let on = row.status == Some(status);
            let button = ui.scope(|ui| {
                if on && pale {
                    ui.set_opacity(0.5);
                }
                Action::secondary(text::letter(status)).name(&name).selected(on).show(ui)
            });
            if button.inner.on_hover_text(text::status(status)).clicked() && !on {
                out.push(Intent::Correct(id, Command::Mark(row.who, Some(status))));
            }
        }
    });
}
