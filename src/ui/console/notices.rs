//! Notices: what is wrong or worth knowing, above every screen, never modal.

use egui::Ui;

use crate::ui::{intent::Intent, view::View};

/// Draws it.
pub fn notices_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, view, out);
}
