//! Prepare: group, session, length, hours, place, presenters.

use egui::Ui;

use crate::ui::{drafts::Drafts, intent::Intent, view::View};

/// Draws it.
pub fn prepare_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let _ = (ui, view, drafts, out);
}
