//! Deliver: run sheet, page, script, timers, keys.

use egui::Ui;

use crate::ui::{drafts::Drafts, intent::Intent, textures::Textures, view::View};

/// Draws it.
pub fn deliver_ui(
    ui: &mut Ui,
    view: &View<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<std::time::Duration> {
    let _ = (ui, view, drafts, textures, out);
    None
}
