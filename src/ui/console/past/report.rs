//! Laporan: what the office asks for.

use egui::Ui;

use crate::{
    text::past as text,
    ui::{console::parts, widgets},
};

/// Draws it.
pub(super) fn report_ui(ui: &mut Ui) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::REPORT);
        widgets::caption(ui, text::REPORT_HINT);
    });
}
