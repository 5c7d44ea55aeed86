//! Home: groups, what is next for each, what was held; the first start.

use egui::Ui;

use crate::ui::{intent::Intent, view::View};

/// Draws it.
pub fn home_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, view, out);
}
