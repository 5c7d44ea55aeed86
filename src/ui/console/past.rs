//! A closed meeting: its minutes and corrections.

use egui::Ui;

use crate::ui::{drafts::Drafts, intent::Intent, view::View};

/// Draws it.
pub fn past_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let _ = (ui, view, drafts, out);
}
