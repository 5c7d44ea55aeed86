//! What fits this very moment, offered above the script: a countdown for an activity, the head count at the opening, games, the register.

use egui::{RichText, Slider, Ui, WidgetInfo};

use crate::{
    engine::{
        command::Command,
        plan::PlannedPage,
        session::{Game, Role},
        state::{Countdown, Phase},
        time::Ms,
    },
    text::{common::timer, deliver as text, evidence, sound},
    ui::{
        console::recall,
        intent::{ClipKey, Intent, Overlay, Screen, SoundKey},
        keymap::{self, Context},
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
    let offer = role_offer(view, meeting, role, game);
    let length = proposed(meeting, game);
    let song = meeting.song;
    if game.is_none() && song.is_none() && state.countdown.is_none() && length.is_none() && offer.is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if game.is_some() && widgets::secondary(ui, text::END_GAME).clicked() {
            out.push(Intent::Meeting(Command::EndGame));
        }
        if let Some(playing) = song {
            let intent = Intent::Clip(ClipKey::Toggle);
            let label = if playing { sound::SONG_STOP } else { sound::SONG_PLAY };
            if widgets::keyed(ui, &keymap::hint(Context::Deliver, &intent), label, playing).clicked() {
                out.push(intent);
            }
        }
        if let Some(countdown) = state.countdown {
            countdown_ui(ui, countdown, meeting.now.at, out);
            music_ui(ui, view, Context::Deliver, out);
        } else if let Some(length) = length
            && widgets::secondary(ui, &text::propose_countdown(length)).clicked()
        {
            out.push(Intent::Meeting(Command::StartCountdown(length)));
        }
        if let Some((hint, label, intent)) = offer
            && widgets::keyed(ui, &hint, &label, false).clicked()
        {
            out.push(intent);
        }
    });
}

/// What the step shown is there for: key, words, what to ask for.
fn role_offer(
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    role: Role,
    game: Option<&Game>,
) -> Option<(String, String, Intent)> {
    let (label, intent) = match role {
        Role::Opening => {
            let words = meeting.state.heads.map_or_else(|| text::COUNT_HEADS.to_owned(), text::heads);
            (words, Intent::Overlay(Some(Overlay::HeadCount)))
        }
        Role::IceBreaker if game.is_none() && !view.games.is_empty() => {
            (text::PICK_GAME.to_owned(), Intent::Overlay(Some(Overlay::Games)))
        }
        Role::Closing => (text::OPEN_ATTENDANCE.to_owned(), Intent::Go(Screen::Attendance)),
        // A first meeting has nothing to recall.
        Role::Recall if recalls(meeting) => (recalled(meeting), Intent::Overlay(Some(Overlay::Recall))),
        Role::IceBreaker | Role::Plain | Role::Recall => return None,
    };
    Some((keymap::hint(Context::Deliver, &intent), label, intent))
}

/// The question, or how many did it and whether that is on disk.
fn recalled(meeting: &MeetingView<'_>) -> String {
    let kept = meeting.state.evidence.recalled.as_ref().and_then(|kept| Some((kept.count()?, kept.seq)));
    kept.map_or_else(
        || text::WHO_DID_IT.to_owned(),
        |(count, seq)| evidence::recalled_of(count, recall::there(meeting.state), seq <= meeting.durable_seq),
    )
}

fn recalls(meeting: &MeetingView<'_>) -> bool {
    let mut pages = meeting.state.sheet.steps.iter().flat_map(|step| &step.pages);
    pages.any(|page| matches!(page, PlannedPage::Recall(_)))
}

/// The countdown this page or game asks for.
fn proposed(meeting: &MeetingView<'_>, game: Option<&Game>) -> Option<Ms> {
    let seconds = match (game, meeting.state.sheet.page(meeting.state.shown)) {
        (Some(game), _) => Some(game.seconds),
        (None, Some(PlannedPage::Pack(id) | PlannedPage::Clip { page: id, .. })) => {
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
    let stopped = countdown.paused_left.is_some() && !over;
    let ink = if stopped { c.amber } else { c.accent };
    ui.label(RichText::new(words).font(theme::bold_font(size::TITLE)).color(ink));
    ui.add_space(GRID);
    // A cable that came loose stops it; it must be seen that it stands, and how it goes on.
    if stopped {
        widgets::tag(ui, text::COUNTDOWN_PAUSED, c.amber, c.amber_soft);
        if widgets::secondary(ui, crate::text::overlays::RESUME).clicked() {
            out.push(Intent::Meeting(Command::ToggleCountdown));
        }
    }
    if named(ui, "+1", text::MORE_NAME).clicked() {
        out.push(Intent::Meeting(Command::AddCountdown(60_000)));
    }
    if named(ui, crate::text::overlays::STOP, text::COUNTDOWN_STOP).clicked() {
        out.push(Intent::Meeting(Command::EndCountdown));
    }
}

/// Background music: on or off, and how loud while it is on.
pub(super) fn music_ui(ui: &mut Ui, view: &View<'_>, context: Context, out: &mut Vec<Intent>) {
    let intent = Intent::Sound(SoundKey::Music);
    if widgets::keyed(ui, &keymap::hint(context, &intent), sound::MUSIC, view.music.on).clicked() {
        out.push(intent);
    }
    if view.music.on {
        let mut volume = view.music.volume;
        ui.spacing_mut().slider_width = 96.0;
        let slider = ui.add(Slider::new(&mut volume, 0..=100).show_value(false).trailing_fill(true));
        slider.widget_info(|| WidgetInfo::slider(true, f64::from(volume), sound::MUSIC_VOLUME));
        if slider.changed() {
            out.push(Intent::Sound(SoundKey::MusicVolume(volume)));
        }
    }
}

/// A button whose spoken name says more than its label.
fn named(ui: &mut Ui, label: &str, name: &str) -> egui::Response {
    let response = widgets::secondary(ui, label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}
