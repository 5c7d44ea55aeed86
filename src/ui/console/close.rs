//! Close: what happened, as it will be kept; closing.

use egui::Ui;

use crate::ui::{drafts::Drafts, intent::Intent, view::View};

/// Draws it.
pub fn close_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let _ = (ui, view, drafts, out);
}
