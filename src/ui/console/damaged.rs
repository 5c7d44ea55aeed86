//! The database was damaged: what is safe, which copy to go on with.

use egui::Ui;

use crate::ui::{intent::Intent, view::View};

/// Draws it.
pub fn damaged_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, view, out);
}
