//! Bukti: marks of members, promise and recall, photos, answers in words, what comes next.

use egui::Ui;

use crate::{
    engine::state::State,
    ui::{drafts::PastForm, intent::Intent, view::PastView},
};

/// Draws it.
pub(super) fn evidence_ui(
    _ui: &mut Ui,
    _past: &PastView<'_>,
    _state: &State,
    _form: &mut PastForm,
    _out: &mut Vec<Intent>,
) {
}
