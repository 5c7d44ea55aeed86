//! Leave the delivery screen, or go on to closing the meeting. A rehearsal ends here, since nothing of it is looked over before.

use egui::Ui;

use crate::{
    engine::event::MeetingKind,
    text::{overlays as text, rehearse},
    ui::{
        intent::{Intent, Screen},
        theme::GRID,
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn leave_ui(ui: &Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let rehearsal = meeting.state.setup.kind == MeetingKind::Rehearsal;
    let (title, how, close) = if rehearsal {
        (rehearse::LEAVE, rehearse::LEAVE_HOW, rehearse::END)
    } else {
        (text::LEAVE, text::LEAVE_HOW, text::GO_CLOSE)
    };
    super::panel(ui, title, 640.0, out, |ui, out| {
        super::lead(ui, how);
        ui.add_space(GRID);
        ui.horizontal_wrapped(|ui| {
            let stay = widgets::primary(ui, text::STAY);
            if super::just_opened(ui, "leave") {
                stay.request_focus();
            }
            if stay.clicked() {
                out.push(Intent::Overlay(None));
            }
            if widgets::secondary(ui, text::GO_HOME).clicked() {
                out.extend([Intent::Overlay(None), Intent::Go(Screen::Home)]);
            }
            if widgets::secondary(ui, close).clicked() {
                out.extend([Intent::Overlay(None), Intent::Go(Screen::Close)]);
            }
        });
    });
}
