//! Leave the delivery screen, or go on to closing the meeting.

use egui::Ui;

use crate::{
    text::overlays as text,
    ui::{
        intent::{Intent, Screen},
        theme::GRID,
        widgets,
    },
};

/// Draws it.
pub(super) fn leave_ui(ui: &Ui, out: &mut Vec<Intent>) {
    super::panel(ui, text::LEAVE, 640.0, out, |ui, out| {
        super::lead(ui, text::LEAVE_HOW);
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
            if widgets::secondary(ui, text::GO_CLOSE).clicked() {
                out.extend([Intent::Overlay(None), Intent::Go(Screen::Close)]);
            }
        });
    });
}
