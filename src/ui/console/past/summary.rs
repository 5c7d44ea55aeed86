//! Ringkasan: when it was held and by whom, steps with their minutes, attendance in numbers, checks, notes.

use egui::Ui;

use crate::{
    engine::{attendance, minutes::MeetingMinutes, state::State},
    text::{close as text, common, prepare},
    ui::{
        console::{parts, record},
        theme::GRID,
        view::PastView,
        widgets,
    },
};

/// Draws it.
pub(super) fn summary_ui(ui: &mut Ui, past: &PastView<'_>, state: &State, minutes: &MeetingMinutes) {
    let [mut left, mut right] = parts::halves(ui, 0.5);
    parts::scroll(&mut left, "minutes", |ui| {
        title(ui, state, minutes);
        if !minutes.paper {
            record::steps_ui(ui, minutes, false);
        }
    });
    parts::scroll(&mut right, "rest", |ui| {
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::ATTENDANCE);
            record::counts_ui(ui, attendance::counts(&state.roll, past.durable_seq));
        });
        ui.add_space(GRID);
        record::checks_ui(ui, minutes, past.durable_seq);
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::NOTES);
            record::notes_ui(ui, minutes);
        });
    });
}

fn title(ui: &mut Ui, state: &State, minutes: &MeetingMinutes) {
    let setup = &state.setup;
    parts::card(ui, |ui| {
        parts::whole_title(ui, &setup.title);
        widgets::caption(ui, &format!("{} · {}", setup.group_name, common::date(state.opened_wall)));
        let clock = |wall: crate::engine::time::Wall| common::clock(wall.minute_of_day());
        let mut facts = Vec::new();
        if let (Some(began), Some(ended)) = (minutes.began, minutes.ended) {
            facts.push(format!("{} {}", text::HELD, text::from_to(&clock(began), &clock(ended))));
        }
        if !setup.place.is_empty() {
            facts.push(setup.place.clone());
        }
        if let Some(heads) = minutes.heads {
            facts.push(format!("{}: {heads} {}", text::HEADS, text::PEOPLE));
        }
        widgets::caption(ui, &facts.join(" · "));
        if !minutes.presenters.is_empty() {
            let people: Vec<String> =
                minutes.presenters.iter().map(|person| text::presenter(&person.name, &person.agency)).collect();
            widgets::caption(ui, &format!("{}: {}", prepare::PRESENTERS, people.join(", ")));
        }
    });
    ui.add_space(GRID);
}
