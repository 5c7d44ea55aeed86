//! What the group needs next, where few came or the check was weak: three answers, one can be chosen, none is.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    engine::{evidence::Next, follow_up::doubts, state::State},
    text::evidence as text,
    ui::{theme, widgets},
};

use super::parts::{self, Action};

/// Draws it; nothing while there is neither a doubt nor a choice. Returns what was chosen.
pub(super) fn follow_up_ui(ui: &mut Ui, state: &State, durable: u64) -> Option<Next> {
    let doubts = doubts(state);
    let kept = state.evidence.next.as_ref();
    if doubts.is_empty() && kept.is_none() {
        return None;
    }
    let c = theme::colours(ui);
    let mut chosen = None;
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::NEXT);
        for doubt in &doubts {
            parts::hint(ui, icons::ICON_INFO, &text::doubt(*doubt), c.amber, c.amber_soft);
        }
        ui.horizontal_wrapped(|ui| {
            for next in [Next::Repeat, Next::Recap, Next::GoOn] {
                let on = kept.is_some_and(|kept| kept.value == next);
                if Action::secondary(text::next(next)).selected(on).show(ui).clicked() && !on {
                    chosen = Some(next);
                }
            }
        });
        match kept {
            Some(kept) if kept.seq > durable => widgets::caption(ui, text::SAVING),
            Some(kept) => widgets::caption(ui, text::next_means(kept.value)),
            None => widgets::caption(ui, text::NEXT_HINT),
        };
    });
    chosen
}
