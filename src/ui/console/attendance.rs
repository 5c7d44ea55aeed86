//! Attendance: large numbered rows, one key a person.

use egui::Ui;

use crate::ui::{drafts::Drafts, intent::Intent, view::View};

/// Draws it.
pub fn attendance_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let _ = (ui, view, drafts, out);
}
