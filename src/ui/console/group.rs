//! Group: make one by typing or pasting names, edit, reorder.

use egui::Ui;

use crate::{
    engine::ids::GroupId,
    ui::{drafts::Drafts, intent::Intent, view::View},
};

/// Draws it.
pub fn group_ui(ui: &mut Ui, view: &View<'_>, id: Option<GroupId>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let _ = (ui, view, id, drafts, out);
}
