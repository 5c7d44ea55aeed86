//! Catalogue: all sessions by module, what this group has had.

use egui::Ui;

use crate::ui::{intent::Intent, view::View};

/// Draws it.
pub fn catalogue_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, view, out);
}
