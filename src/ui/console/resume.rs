//! The question after a power cut: go on, or leave it.

use egui::Ui;

use crate::ui::{intent::Intent, view::ResumeOffer};

/// Draws it.
pub fn resume_ui(ui: &mut Ui, offer: &ResumeOffer, out: &mut Vec<Intent>) {
    let _ = (ui, offer, out);
}
