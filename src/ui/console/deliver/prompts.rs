//! What fits this very moment, offered above the script: a countdown for an activity, the head count at the opening, games, the register.

use egui::{RichText, Ui};

use crate::{
    engine::{
        command::Command,
        plan::PlannedPage,
        session::{Game, Role},
        state::{Countdown, Phase},
        time::Ms,
    },
    text::{common::timer, deliver as text},
    ui::{
        intent::{Intent, Overlay, Screen},
        theme::{self, GRID, size},
        view::{MeetingView, View},
        widgets,
    },
};

/// Draws them, in one wrapping row; nothing when nothing fits.
pub(super) fn prompts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    game: Option<&Game>,
    out: &mut Vec<Intent>,
) {
    let state = meeting.state;
    if state.phase != Phase::Running {
        return;
    }
    let role = state.sheet.steps.get(usize::from(state.shown.step)).map_or(Role::Plain, |step| step.role);
    let counting = state.countdown.is_some() || proposed(meeting, game).is_some();
    let has_role = match role {
        Role::Opening | Role::Closing => true,
        Role::IceBreaker => game.is_none() && !view.games.is_empty(),
        Role::Plain | Role::Recall => false,
    };
    if game.is_none() && !counting && !has_role {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if game.is_some() && widgets::secondary(ui, text::END_GAME).clicked() {
            out.push(Intent::Meeting(Command::EndGame));
        }
        if let Some(countdown) = state.countdown {
            countdown_ui(ui, countdown, meeting.now.at, out);
        } else if let Some(length) = proposed(meeting, game)
            && widgets::secondary(ui, &text::propose_countdown(length)).clicked()
        {
            out.push(Intent::Meeting(Command::StartCountdown(length)));
        }
        match role {
            Role::Opening => {
                let words = state.heads.map_or_else(|| text::COUNT_HEADS.to_owned(), text::heads);
                if widgets::keyed(ui, "Ctrl+H", &words, false).clicked() {
                    out.push(Intent::Overlay(Some(Overlay::HeadCount)));
                }
            }
            Role::IceBreaker if game.is_none() && !view.games.is_empty() => {
                if widgets::keyed(ui, "I", text::PICK_GAME, false).clicked() {
                    out.push(Intent::Overlay(Some(Overlay::Games)));
                }
            }
            Role::Closing => {
                if widgets::keyed(ui, "H", text::OPEN_ATTENDANCE, false).clicked() {
                    out.push(Intent::Go(Screen::Attendance));
                }
            }
            _ => {}
        }
    });
}

/// The countdown this page or game asks for.
fn proposed(meeting: &MeetingView<'_>, game: Option<&Game>) -> Option<Ms> {
    let seconds = match (game, meeting.state.sheet.page(meeting.state.shown)) {
        (Some(game), _) => Some(game.seconds),
        (None, Some(PlannedPage::Pack(id))) => {
            let mut pages = meeting.session.steps.iter().flat_map(|step| &step.pages);
            pages.find(|page| page.id == *id).and_then(|page| page.countdown_s)
        }
        _ => None,
    };
    seconds.filter(|seconds| *seconds > 0).map(|seconds| Ms::seconds(seconds.into()))
}

/// What the running countdown reads, and what can be done about it.
fn countdown_ui(ui: &mut Ui, countdown: Countdown, at: Ms, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let over = countdown.over(at);
    let words = if over {
        crate::text::stage_ui::OVER.to_owned()
    } else {
        timer(Ms::seconds(countdown.left(at).0.div_ceil(1000)))
    };
    ui.label(RichText::new(words).font(theme::bold_font(size::TITLE)).color(c.accent));
    ui.add_space(GRID);
    if named(ui, "+1", text::MORE_NAME).clicked() {
        out.push(Intent::Meeting(Command::AddCountdown(60_000)));
    }
    if named(ui, crate::text::overlays::STOP, text::COUNTDOWN_STOP).clicked() {
        out.push(Intent::Meeting(Command::EndCountdown));
    }
}

/// A button whose spoken name says more than its label.
fn named(ui: &mut Ui, label: &str, name: &str) -> egui::Response {
    let response = widgets::secondary(ui, label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}
