//! At the recall step: last time's promise, and who or how many did it. Only here, never on the wall.

use egui::{ScrollArea, Ui};

use crate::{
    text::evidence as text,
    ui::{
        console::{parts, recall},
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID},
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn recall_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let opened = super::just_opened(ui, "recall");
    let state = meeting.state;
    // What was typed and left with Esc is gone: it was not meant.
    if opened {
        drafts.recall = Some(recall::form(state));
    }
    let Some(form) = &mut drafts.recall else {
        out.push(Intent::Overlay(None));
        return;
    };
    super::panel(ui, text::RECALL, 720.0, out, |ui, out| {
        let Some(last) = recall::last(state) else {
            super::lead(ui, text::NO_LAST);
            return;
        };
        super::lead(ui, text::RECALL_HOW);
        ui.add_space(GRID / 2.0);
        parts::whole_title(ui, &text::promised_last(last.promised()));
        ui.add_space(GRID / 2.0);
        let height = (ui.ctx().content_rect().height() - 380.0).max(120.0);
        let entered =
            ScrollArea::vertical().max_height(height).show(ui, |ui| recall::fields_ui(ui, state, form, opened)).inner;
        ui.add_space(GRID);
        if let Some(kept) = state.evidence.recalled.as_ref().filter(|kept| kept.seq <= meeting.durable_seq) {
            let count = kept.count().unwrap_or_default();
            parts::words(ui, &text::recalled(count), theme::colours(ui).green);
        }
        let pressed = widgets::primary(ui, text::SAVE).clicked();
        if pressed || entered {
            if let Some(command) = recall::command(state, form) {
                out.push(Intent::Meeting(command));
            }
            out.push(Intent::Overlay(None));
        }
    });
}
