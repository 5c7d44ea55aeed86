//! Bukti: marks of members at the left; at the right what was gained, promised and kept, photos, answers in words, what comes next.

use egui::Ui;

use crate::{
    engine::{
        command::Command,
        evidence::{Change, Field},
        minutes::MeetingMinutes,
    },
    text::evidence as text,
    ui::{
        console::{
            follow_up,
            parts::{self, Action},
            recall, record,
            told::{Of, told_ui},
        },
        drafts::PastForm,
        intent::Intent,
        textures::Textures,
        theme::{self, GRID},
        told::Slot,
        view::PastView,
        widgets,
    },
};

use super::{marks, photos};

/// Draws it.
pub(super) fn evidence_ui(
    ui: &mut Ui,
    past: &PastView<'_>,
    minutes: &MeetingMinutes,
    of: Of<'_>,
    form: &mut PastForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let [mut left, mut right] = parts::halves(ui, 0.5);
    parts::card(&mut left, |ui| {
        ui.set_min_height(ui.available_height());
        marks::marks_ui(ui, of, form, out);
    });
    parts::scroll(&mut right, "evidence", |ui| {
        if let Some(next) = follow_up::follow_up_ui(ui, of.state, of.durable) {
            out.push(Intent::Correct(of.id, Command::Evidence(Change::Choose(next))));
        }
        ui.add_space(GRID);
        record::checks_ui(ui, minutes, of.durable);
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::PROMISE);
            told_ui(ui, of, Slot::Promise, (text::PROMISE_LABEL, text::PROMISE_HINT), 2, form, out);
            proposed_ui(ui, of, form, out);
        });
        ui.add_space(GRID);
        kept_ui(ui, of, form, out);
        parts::card(ui, |ui| photos::photos_ui(ui, past, of, form, textures, out));
        ui.add_space(GRID);
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::WORDS);
            for (field, label, hint) in [
                (Field::Questions, text::QUESTIONS, text::QUESTIONS_HINT),
                (Field::Obstacles, text::OBSTACLES, text::OBSTACLES_HINT),
                (Field::FollowUp, text::FOLLOW_UP, text::FOLLOW_UP_HINT),
            ] {
                told_ui(ui, of, Slot::Told(field), (label, hint), 2, form, out);
                ui.add_space(GRID / 2.0);
            }
        });
    });
}

/// What the session proposes as promise, taken by one press; never assumed.
fn proposed_ui(ui: &mut Ui, of: Of<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    let proposed = &of.state.setup.home_practice;
    let typed = form.texts.get(&Slot::Promise).is_some_and(|typed| !typed.words.trim().is_empty());
    if proposed.is_empty() || typed || !of.state.promise().is_empty() {
        return;
    }
    widgets::caption(ui, &text::proposed(proposed));
    if Action::secondary(text::USE_PROPOSED).show(ui).clicked() {
        form.texts.remove(&Slot::Promise);
        out.push(Intent::Correct(of.id, Command::Evidence(Change::Promise(proposed.clone()))));
    }
}

/// Who did what was promised last time; nothing at a first meeting.
fn kept_ui(ui: &mut Ui, of: Of<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    let Some(last) = recall::last(of.state) else { return };
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::RECALL);
        ui.label(text::promised_last(last.promised()));
        let typed = form.recall.get_or_insert_with(|| recall::form(of.state));
        let entered = recall::fields_ui(ui, of.state, typed, false);
        ui.horizontal(|ui| {
            let command = recall::command(of.state, typed);
            let pressed = Action::secondary(text::SAVE_RECALL).enabled(command.is_some()).show(ui).clicked();
            match (&command, &of.state.evidence.recalled) {
                (Some(_), _) | (None, None) => {}
                (None, Some(kept)) if kept.seq > of.durable => _ = widgets::caption(ui, text::SAVING),
                (None, Some(_)) => _ = parts::words(ui, text::SAVED, theme::colours(ui).green),
            }
            if let Some(command) = command.filter(|_| pressed || entered) {
                out.push(Intent::Correct(of.id, command));
            }
        });
    });
    ui.add_space(GRID);
}
