//! What was chosen at the last meeting's end comes back: the session once more, or a short recap first. One press changes it.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    engine::{evidence::Next, follow_up::RECAP_MINUTES, history, ids::SessionId},
    text::prepare as text,
    ui::{
        console::parts::{self, Action},
        intent::{Intent, MeetingPlan},
        theme,
        view::View,
    },
};

/// Draws it; nothing where nothing was chosen.
pub(super) fn follow_up_ui(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &MeetingPlan,
    without_recap: &mut bool,
    out: &mut Vec<Intent>,
) {
    let Some(last) = history::last_closed(view.meetings, plan.group) else { return };
    match last.next {
        Some(Next::Repeat) if view.sessions.iter().any(|session| session.id == last.session) => {
            let repeats = plan.session == last.session;
            let catalogue: Vec<SessionId> = view.sessions.iter().map(|session| session.id.clone()).collect();
            let onward = history::onward(&catalogue, view.meetings, plan.group).map(|next| next.session);
            let words = if repeats { text::REPEAT.to_owned() } else { text::repeat_left(&last.title) };
            let (label, other) =
                if repeats { (text::GO_ON, onward) } else { (text::REPEAT_AFTER_ALL, Some(last.session.clone())) };
            if said(ui, &words, label)
                && let Some(session) = other
            {
                out.push(Intent::ChooseSession(session));
            }
        }
        Some(Next::Recap) => {
            let on = !*without_recap;
            let label = if on { text::NO_RECAP } else { text::RECAP_AFTER_ALL };
            if said(ui, &text::recap(&last.title, RECAP_MINUTES, on), label) {
                *without_recap = on;
            }
        }
        _ => {}
    }
}

/// A sentence and the press that changes it. True when pressed.
fn said(ui: &mut Ui, words: &str, label: &str) -> bool {
    let c = theme::colours(ui);
    parts::hint(ui, icons::ICON_REPLAY, words, c.accent, c.accent_soft);
    Action::secondary(label).show(ui).clicked()
}
