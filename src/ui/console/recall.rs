//! Last time's promise: how many did it, or who. Fields shared by the panel over the delivery and the evidence of a closed meeting.

use std::collections::BTreeSet;

use egui::{Ui, vec2};

use crate::{
    engine::{
        attendance::{Attendee, Status, counts},
        command::{Command, MAX_HEADS},
        evidence::Change,
        history::LastMeeting,
        ids::MeetingId,
        plan::PlannedPage,
        state::State,
    },
    text::evidence as text,
    ui::{
        drafts::RecallForm,
        theme::{self, GRID, HIT, size},
        widgets,
    },
};

use super::parts::{self, Action};

/// Width of the number's field.
const NUMBER: f32 = 84.0;

/// The meeting this one recalls, if it recalls one.
pub(super) fn last(state: &State) -> Option<&LastMeeting> {
    let pages = state.sheet.steps.iter().flat_map(|step| &step.pages);
    pages.into_iter().find_map(|page| if let PlannedPage::Recall(last) = page { Some(last) } else { None })
}

/// What stands, as a form.
pub(super) fn form(state: &State) -> RecallForm {
    let kept = state.evidence.recalled.as_ref();
    RecallForm {
        done: kept.and_then(|kept| kept.done).map(|done| done.to_string()).unwrap_or_default(),
        who: kept.map(|kept| kept.who.iter().copied().collect()).unwrap_or_default(),
    }
}

/// The command that keeps it; `None` when it stands already.
pub(super) fn command(state: &State, form: &RecallForm) -> Option<Command> {
    let of = last(state).and_then(|last| last.meeting).unwrap_or(MeetingId(0));
    let done = form.done.trim().parse::<u16>().ok().map(|done| done.min(MAX_HEADS));
    let who: Vec<_> = form.who.iter().copied().collect();
    let stands = state.evidence.recalled.as_ref();
    let same = match stands {
        Some(kept) => kept.done == done && kept.who == who,
        None => done.is_none() && who.is_empty(),
    };
    (!same).then_some(Command::Evidence(Change::Recall { of, done, who }))
}

/// How many can have done it: who of the list is there, or the list while the register is empty.
pub(super) fn there(state: &State) -> u16 {
    let counts = counts(&state.roll, u64::MAX);
    if counts.present > 0 { counts.present } else { counts.listed() }
}

fn too_many(state: &State, form: &RecallForm) -> bool {
    let there = there(state);
    there > 0 && form.done.trim().parse::<u16>().is_ok_and(|done| done > there)
}

/// The number and the names. True when Enter was pressed in the number's field.
pub(super) fn fields_ui(ui: &mut Ui, state: &State, form: &mut RecallForm, focus: bool) -> bool {
    let mut entered = false;
    ui.horizontal(|ui| {
        let label = ui.label(text::HOW_MANY);
        let field = egui::TextEdit::singleline(&mut form.done)
            .font(theme::bold_font(size::TITLE))
            .align(egui::Align2::CENTER_CENTER)
            .char_limit(3)
            .desired_width(NUMBER)
            .min_size(vec2(NUMBER, HIT));
        let field = ui.add(field).labelled_by(label.id);
        form.done.retain(|letter| letter.is_ascii_digit());
        if focus {
            field.request_focus();
            parts::select_all(&field, &form.done);
        }
        entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let there = there(state);
        if there > 0 {
            ui.label(text::of_people(there));
        }
        let named = form.who.len();
        if named > 0 {
            widgets::caption(ui, &text::named(named));
        }
    });
    if too_many(state, form) {
        parts::words(ui, &text::too_many(there(state)), theme::colours(ui).amber);
    }
    widgets::caption(ui, text::OR_NAMES);
    names_ui(ui, state, &mut form.who);
    entered
}

/// Those who may have done it: who is marked present, or everybody while nobody is.
fn names_ui(ui: &mut Ui, state: &State, who: &mut BTreeSet<crate::engine::ids::ParticipantId>) {
    let marked = state.roll.iter().any(|row| row.status == Some(Status::Present));
    ui.spacing_mut().item_spacing = vec2(GRID, GRID);
    ui.horizontal_wrapped(|ui| {
        for row in state.roll.iter().filter(|row| !row.removed) {
            let Attendee::Participant(id) = row.who else { continue };
            let on = who.contains(&id);
            if marked && row.status != Some(Status::Present) && !on {
                continue;
            }
            let label = format!("{} {}", row.number, row.name);
            if Action::secondary(&label).name(&text::did_it(&row.name)).selected(on).show(ui).clicked() {
                if on {
                    who.remove(&id);
                } else {
                    who.insert(id);
                }
            }
        }
    });
}
