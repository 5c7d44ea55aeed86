//! A closed meeting: its minutes and corrections.

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::{
    engine::{
        attendance::{self, Row},
        command::Command,
        ids::MeetingId,
        minutes::MeetingMinutes,
        state::State,
    },
    text::{close as text, common, prepare},
    ui::{
        drafts::Drafts,
        intent::{Intent, Screen},
        theme::{self, GRID, HIT, size},
        view::View,
        widgets,
    },
};

use super::{
    parts::{self, Action},
    record,
};

/// Width of a row's number.
const NUMBER: f32 = 32.0;

/// Draws it.
pub fn past_ui(ui: &mut Ui, view: &View<'_>, _drafts: &mut Drafts, out: &mut Vec<Intent>) {
    if parts::head(ui, Some(text::HOME), text::PAST, |_| {}) {
        out.push(Intent::Go(Screen::Home));
    }
    parts::body(ui, |ui| {
        let past = view.past.as_ref();
        let Some((past, state, minutes)) = past.and_then(|past| Some((past, past.state?, past.minutes?))) else {
            parts::card(ui, |ui| ui.label(text::READING));
            return;
        };
        let [mut left, mut right] = parts::halves(ui, 0.5);
        parts::scroll(&mut left, "minutes", |ui| {
            title(ui, state, minutes);
            record::steps_ui(ui, minutes, false);
            ui.add_space(GRID);
            record::checks_ui(ui, minutes, past.durable_seq);
            parts::card(ui, |ui| {
                parts::subtitle(ui, text::NOTES);
                record::notes_ui(ui, minutes);
            });
        });
        parts::card(&mut right, |ui| {
            ui.set_min_height(ui.available_height());
            roll(ui, past.id, state, minutes, past.durable_seq, out);
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

fn roll(ui: &mut Ui, id: MeetingId, state: &State, minutes: &MeetingMinutes, durable: u64, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::ATTENDANCE);
    let counts = attendance::counts(&state.roll, durable);
    record::counts_ui(ui, counts);
    let pale = state.roll.iter().filter(|row| !row.removed && row.marked_seq > durable).count();
    let c = theme::colours(ui);
    if pale > 0 {
        parts::words(ui, &text::not_saved(pale), c.amber);
    } else if minutes.corrections > 0 {
        widgets::caption(ui, &text::corrections(minutes.corrections));
    } else {
        widgets::caption(ui, text::CORRECT_HINT);
    }
    widgets::caption(ui, text::LEGEND);
    parts::scroll(ui, "roll", |ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        for row in state.roll.iter().filter(|row| !row.removed) {
            roll_row(ui, id, row, row.marked_seq > durable, out);
        }
    });
}

fn roll_row(ui: &mut Ui, id: MeetingId, row: &Row, pale: bool, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        ui.allocate_ui_with_layout(vec2(NUMBER, HIT), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_width(NUMBER);
            ui.label(RichText::new(row.number.to_string()).color(c.muted));
        });
        ui.add_space(GRID);
        let word = match (pale, row.status) {
            (true, _) => text::NOT_SAVED_YET,
            (false, None) => text::UNMARKED,
            _ => "",
        };
        let word = ui.painter().layout_no_wrap(word.to_owned(), theme::font(size::SMALL), c.amber);
        let width = ui.available_width() - word.size().x - record::STATUSES.len() as f32 * (HIT + GRID / 2.0) - GRID;
        ui.allocate_ui_with_layout(vec2(width, HIT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width);
            parts::line(ui, RichText::new(&row.name));
        });
        ui.label(word);
        for status in record::STATUSES {
            let name = text::mark(&row.name, text::status(status));
            let on = row.status == Some(status);
            let button = ui.scope(|ui| {
                if on && pale {
                    ui.set_opacity(0.5);
                }
                Action::secondary(text::letter(status)).name(&name).selected(on).show(ui)
            });
            if button.inner.on_hover_text(text::status(status)).clicked() && !on {
                out.push(Intent::Correct(id, Command::Mark(row.who, Some(status))));
            }
        }
    });
}
