//! "Mulai tadi": the running step really began some minutes ago.

use egui::{Ui, vec2};

use crate::{
    engine::{command::Command, time::Ms},
    text::overlays as text,
    ui::{
        console::deliver::{Look, tile},
        intent::Intent,
        theme::GRID,
        view::MeetingView,
    },
};

/// Choices, minutes ago.
const AGO: [u64; 6] = [1, 2, 3, 5, 7, 10];

/// Draws it.
pub(super) fn correct_start_ui(ui: &Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let step = state.sheet.steps.get(usize::from(state.step)).map_or("", |step| step.title.as_str());
    super::panel(ui, text::CORRECT_START, 660.0, out, |ui, out| {
        super::lead(ui, &text::correct_how(step));
        ui.add_space(GRID);
        let opened = super::just_opened(ui, "correct-start");
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_width() - 2.0 * GRID) / 3.0 - 1.0;
            for ago in AGO {
                let wall = meeting.now.wall.plus_ms(-(Ms::minutes(ago).0 as i64)).minute_of_day();
                let label = text::minutes_ago(ago);
                let choice = tile(ui, vec2(width, 64.0), &text::at_clock(wall), &label, &label, Look::Plain);
                if opened && ago == AGO[0] {
                    choice.request_focus();
                }
                if choice.clicked() {
                    super::and_close(out, Command::CorrectStart(Ms::minutes(ago)));
                }
            }
        });
    });
}
