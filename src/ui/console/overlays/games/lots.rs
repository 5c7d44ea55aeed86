//! Wheel and teams: who takes part, how many, and the button. What comes out is the stage's to show.

use egui::{RichText, Ui, vec2};

use super::{choice_ui, take_down_ui};
use crate::{
    engine::{
        attendance::Status,
        command::Command,
        lots::{POOL_SIZES, Pool, SPIN, Split, TEAMS, first_names},
        state::{Board, State},
    },
    text::lots as text,
    ui::{
        console::deliver::{Look, tile},
        drafts::PlayForm,
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Controls of the wheel.
pub(super) fn wheel_ui(ui: &mut Ui, meeting: &MeetingView<'_>, form: &mut PlayForm, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let pool = pool_ui(ui, state, form);
    let up = state.board == Some(Board::Wheel);
    let wheel = state.wheel.as_ref().filter(|wheel| Some(&wheel.pool) == pool.as_ref());
    let standing = wheel.is_some_and(|wheel| meeting.now.at.saturating_sub(wheel.spun) >= SPIN);
    if let (Some(wheel), true) = (wheel, standing)
        && let Some(lot) = wheel.drawn.last()
    {
        let c = theme::colours(ui);
        let words = text::came_out(&wheel.pool, &wheel.pool.label(*lot));
        ui.label(RichText::new(words).font(theme::bold_font(size::TITLE)).color(c.accent));
        let left = text::left(wheel.left(), wheel.drawn.len() + wheel.left());
        widgets::caption(ui, &left);
    }
    ui.horizontal_wrapped(|ui| {
        // A second press while it turns would spoil the moment.
        let ready = pool.is_some() && (wheel.is_none() || standing);
        ui.add_enabled_ui(ready, |ui| {
            let label = if wheel.is_some() { text::SPIN_AGAIN } else { text::SPIN };
            if let (true, Some(pool)) = (widgets::primary(ui, label).clicked(), pool.clone()) {
                out.push(Intent::Meeting(Command::SpinWheel(pool)));
            }
        });
        if wheel.is_some() && widgets::secondary(ui, text::RESET).clicked() {
            out.push(Intent::Meeting(Command::ResetWheel));
        }
        take_down_ui(ui, up, out);
    });
}

/// Controls of the teams.
pub(super) fn teams_ui(ui: &mut Ui, meeting: &MeetingView<'_>, form: &mut PlayForm, out: &mut Vec<Intent>) {
    let pool = pool_ui(ui, meeting.state, form);
    choice_ui(ui, text::DIVIDE_BY, [text::BY_TEAMS, text::BY_MEMBERS], &mut form.by_members);
    number_ui(ui, form);
    let people = pool.as_ref().and_then(Pool::size);
    let split = if form.by_members { Split::Of(form.members) } else { Split::Teams(form.teams) };
    let teams = people.and_then(|people| Some((split.teams(people)?, people)));
    match (teams, people) {
        (Some((teams, people)), _) => super::super::lead(ui, &text::teams(teams, people)),
        (None, Some(_)) => super::super::lead(ui, &text::teams_range(*TEAMS.start(), *TEAMS.end())),
        (None, None) => {}
    }
    let up = matches!(meeting.state.board, Some(Board::Teams(_)));
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(teams.is_some(), |ui| {
            let label = if up { text::SPLIT_AGAIN } else { text::SPLIT };
            if let (true, Some(pool)) = (widgets::primary(ui, label).clicked(), pool.clone()) {
                out.push(Intent::Meeting(Command::SplitTeams(pool, split)));
            }
        });
        take_down_ui(ui, up, out);
    });
}

/// One less, the number, one more.
fn number_ui(ui: &mut Ui, form: &mut PlayForm) {
    let (number, range) = if form.by_members { (&mut form.members, 1..=99) } else { (&mut form.teams, TEAMS) };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0 * GRID;
        let size = vec2(56.0, 44.0);
        if tile(ui, size, "", "−1", text::FEWER, Look::Plain).clicked() {
            *number = number.saturating_sub(1).max(*range.start());
        }
        ui.label(RichText::new(number.to_string()).font(theme::bold_font(size::HUGE)));
        if tile(ui, size, "", "+1", text::MORE, Look::Plain).clicked() {
            *number = number.saturating_add(1).min(*range.end());
        }
    });
}

/// Who takes part; `None` when that is not yet clear.
fn pool_ui(ui: &mut Ui, state: &State, form: &mut PlayForm) -> Option<Pool> {
    choice_ui(ui, text::FROM, [text::SEATS, text::NAMES], &mut form.names);
    let pool = if form.names {
        let c = theme::colours(ui);
        let warning = RichText::new(text::NAMES_WARNING).font(theme::bold_font(size::SMALL + 1.0)).color(c.amber);
        ui.add(egui::Label::new(warning).wrap());
        names(state)
    } else {
        seats_ui(ui, state, form)
    };
    if pool.size().is_none() {
        super::super::lead(ui, text::TOO_FEW);
    }
    pool.size().is_some().then_some(pool)
}

/// Everybody on the list who is not marked as away: marks are not needed, but whoever is known to be missing would only puzzle the room.
fn names(state: &State) -> Pool {
    let here = state.roll.iter().filter(|row| !row.removed && matches!(row.status, None | Some(Status::Present)));
    Pool::Names(first_names(here.map(|row| (row.name.as_str(), row.number))))
}

fn seats_ui(ui: &mut Ui, state: &State, form: &mut PlayForm) -> Pool {
    let usual = || match state.wheel.as_ref().map(|wheel| &wheel.pool) {
        Some(Pool::Seats(seats)) => usize::from(*seats),
        // Who was counted today counts more than who came last month.
        _ => state.heads.or(form.seats_before).map_or(state.roll.len(), usize::from),
    };
    let seats = form.seats.get_or_insert_with(|| usual().to_string());
    ui.horizontal(|ui| {
        ui.label(text::SEAT_COUNT);
        let field = egui::TextEdit::singleline(seats)
            .font(theme::bold_font(size::BODY))
            .char_limit(3)
            .desired_width(72.0)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(72.0, 44.0));
        let field = ui.add(field);
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, text::SEAT_COUNT));
    });
    seats.retain(|letter| letter.is_ascii_digit());
    widgets::caption(ui, text::SEATS_HOW);
    Pool::Seats(seats.parse().unwrap_or(0).min(*POOL_SIZES.end()))
}
