//! The bottom bar: the running step's timer and its corrections, previous and next, and one tile for each thing the room can be shown.

use egui::{Align, Align2, CornerRadius, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        command::{Command, StartPlan},
        event::{Cover, MeetingKind},
        pace::{StepWarning, late_start, pace},
        state::{Phase, State},
        time::{Ms, Now, Wall},
    },
    text::{deliver as text, rehearse},
    ui::{
        intent::{Intent, Overlay, RehearseKey, Screen},
        keymap::{self, Context},
        theme::{self, GRID, RADIUS, size},
        view::{MeetingView, View},
    },
};

use super::tile::{Look, tile, words_width};

/// Height of a tile, points.
const TILE: f32 = 48.0;
/// Least air left and right of a tile's words, together.
const AIR: f32 = 14.0;

/// Draws it.
pub(super) fn controls_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let state = meeting.state;
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    echo_ui(ui, view, meeting);
    match state.phase {
        Phase::Waiting => {
            let tiles = [cover(state, Cover::Black), cover(state, Cover::White), cover(state, Cover::Calm), help()];
            row_ui(ui, Context::Waiting, &tiles, out);
        }
        Phase::Running | Phase::Closed => {
            time_row_ui(ui, meeting, out);
            row_ui(ui, Context::Deliver, &tiles(state, meeting.now, meeting.overlay), out);
        }
    }
}

/// Begins the meeting, by way of the question when it is late.
pub(super) fn start(state: &State, now: Now) -> Intent {
    if late_start(state, now).is_some() {
        Intent::Overlay(Some(Overlay::LateStart))
    } else {
        Intent::Meeting(Command::Start(StartPlan::Full))
    }
}

/// One tile's meaning.
struct Tile {
    label: &'static str,
    intent: Intent,
    look: Look,
}

const fn on_if(on: bool) -> Look {
    if on { Look::On } else { Look::Plain }
}

fn cover(state: &State, cover: Cover) -> Tile {
    let label = match cover {
        Cover::Black => text::BLACK,
        Cover::White => text::WHITE,
        Cover::Calm => text::CALM,
    };
    Tile { label, intent: Intent::Meeting(Command::ToggleCover(cover)), look: on_if(state.cover == Some(cover)) }
}

const fn help() -> Tile {
    Tile { label: text::HELP, intent: Intent::Overlay(Some(Overlay::Help)), look: Look::Plain }
}

fn tiles(state: &State, now: Now, overlay: Option<Overlay>) -> Vec<Tile> {
    let late = pace(state, now).is_some_and(|pace| pace.offset_ms >= 60_000);
    let open = |label, wanted: Overlay, on: bool| Tile {
        label,
        intent: Intent::Overlay(Some(wanted)),
        look: on_if(on || overlay == Some(wanted)),
    };
    let cut = open(text::CUT, Overlay::CutList, false);
    let cut = if late && cut.look == Look::Plain { Tile { look: Look::Inviting, ..cut } } else { cut };
    vec![
        cover(state, Cover::Black),
        cover(state, Cover::White),
        cover(state, Cover::Calm),
        Tile {
            label: text::FREEZE,
            intent: Intent::Meeting(Command::ToggleFreeze),
            look: on_if(state.frozen.is_some()),
        },
        open(text::COUNTDOWN, Overlay::Countdown, state.countdown.is_some()),
        open(text::GAME, Overlay::Games, state.interlude()),
        Tile { label: text::ATTENDANCE, intent: Intent::Go(Screen::Attendance), look: Look::Plain },
        open(text::NOTE, Overlay::Note, false),
        cut,
        open(text::OVERVIEW, Overlay::Overview, false),
        help(),
    ]
}

/// What only a rehearsal has: name, what is printed where there is little room, what it asks for.
const PRACTICE: [(&str, &str, RehearseKey); 3] = [
    (rehearse::SKIP_WAIT, rehearse::SKIP_WAIT_SHORT, RehearseKey::SkipWait),
    (rehearse::DRAW_CARD, rehearse::DRAW_CARD_SHORT, RehearseKey::DrawCard),
    (rehearse::PROMPTER, rehearse::PROMPTER_SHORT, RehearseKey::Prompter),
];

/// Tiles side by side over the whole width; what does not fit goes on in another row.
fn row_ui(ui: &mut Ui, context: Context, tiles: &[Tile], out: &mut Vec<Intent>) {
    let gap = ui.spacing().item_spacing.x;
    let hints: Vec<String> = tiles.iter().map(|tile| keymap::hint(context, &tile.intent)).collect();
    let widths: Vec<f32> =
        tiles.iter().zip(&hints).map(|(tile, hint)| words_width(ui, hint, tile.label) + AIR).collect();
    let needed: f32 = widths.iter().sum::<f32>() + gap * (tiles.len() as f32 - 1.0);
    let spare = ((ui.available_width() - needed) / tiles.len() as f32).clamp(0.0, 60.0);
    ui.horizontal_wrapped(|ui| {
        for ((one, hint), width) in tiles.iter().zip(&hints).zip(&widths) {
            let size = vec2((width + spare).floor(), TILE);
            if tile(ui, size, hint, one.label, one.label, one.look).clicked() {
                out.push(one.intent.clone());
            }
        }
    });
}

/// Room for more than the timer and what corrects it.
fn wide(ui: &Ui) -> bool {
    ui.available_width() > 1200.0
}

/// Timer, corrections; previous and next at the right. A rehearsal's own tiles stand between; where there is little room, in place of the
/// correction of the start.
fn time_row_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let wide = wide(ui);
    let practising = state.setup.kind == MeetingKind::Rehearsal;
    ui.horizontal(|ui| {
        timer_ui(
            ui,
            state,
            meeting.now,
            match (wide, practising) {
                (true, false) => 300.0,
                (true, true) => 240.0,
                (false, false) => 262.0,
                (false, true) => 206.0,
            },
        );
        let minute = vec2(62.0, TILE);
        for (by, name) in [(-1, text::LESS_NAME), (1, text::MORE_NAME)] {
            let intent = Intent::Meeting(Command::AdjustStep(by));
            if tile(ui, minute, &keymap::hint(Context::Deliver, &intent), text::LESS, name, Look::Plain).clicked() {
                out.push(intent);
            }
        }
        let icon = icons::ICON_HISTORY.codepoint;
        let words = text::STARTED_EARLIER;
        if (wide || !practising) && tile(ui, vec2(92.0, TILE), icon, words, words, Look::Plain).clicked() {
            out.push(Intent::Overlay(Some(Overlay::CorrectStart)));
        }
        let paused = state.paused.is_some();
        let label = if paused { text::UNPAUSE } else { text::PAUSE };
        let look = if paused { Look::Inviting } else { Look::Plain };
        let pause = Intent::Meeting(Command::TogglePause);
        let hint = keymap::hint(Context::Deliver, &pause);
        if tile(ui, vec2(86.0, TILE), &hint, label, label, look).clicked() {
            out.push(pause);
        }
        for (name, short, key) in PRACTICE.into_iter().filter(|_| practising) {
            let (label, intent) = (if wide { name } else { short }, Intent::Rehearse(key));
            let hint = keymap::hint(Context::Deliver, &intent);
            let size = vec2((words_width(ui, &hint, label) + AIR).floor(), TILE);
            if tile(ui, size, &hint, label, name, Look::Plain).clicked() {
                out.push(intent);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| turn_ui(ui, state, wide, out));
    });
}

/// Next (or the close, at the end) and previous.
fn turn_ui(ui: &mut Ui, state: &State, wide: bool, out: &mut Vec<Intent>) {
    let size = vec2(if wide { 220.0 } else { 176.0 }, TILE);
    let at_end = !state.interlude() && state.sheet.after(state.shown).is_none();
    if at_end {
        // Nothing of a rehearsal is looked over, so the question comes first: one press too many on "next" must not end it.
        let (label, intent) = if state.setup.kind == MeetingKind::Rehearsal {
            (rehearse::END, Intent::Overlay(Some(Overlay::Leave)))
        } else {
            (text::CLOSE, Intent::Go(Screen::Close))
        };
        let hint = keymap::hint(Context::Deliver, &intent);
        if tile(ui, size, &hint, label, label, Look::Primary).clicked() {
            out.push(intent);
        }
    } else {
        let hint = keymap::hint(Context::Deliver, &Intent::Meeting(Command::Next));
        if tile(ui, size, &hint, text::NEXT, text::NEXT, Look::Primary).clicked() {
            out.push(Intent::Meeting(Command::Next));
        }
    }
    let hint = keymap::hint(Context::Deliver, &Intent::Meeting(Command::Previous));
    let at_start = !state.interlude() && state.sheet.before(state.shown).is_none();
    let look = if at_start { Look::Off } else { Look::Plain };
    if tile(ui, vec2(if wide { 150.0 } else { 116.0 }, TILE), &hint, text::PREVIOUS, text::PREVIOUS, look).clicked() {
        out.push(Intent::Meeting(Command::Previous));
    }
}

/// What is left of the running step, as a plate that fills up; colour only together with words.
fn timer_ui(ui: &mut Ui, state: &State, now: Now, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, TILE), Sense::hover());
    let Some(pace) = pace(state, now) else { return };
    let c = theme::colours(ui);
    let planned = state.sheet.steps.get(usize::from(state.step)).map_or(Ms::ZERO, |step| step.planned);
    let pause = state.paused.map(|since| paused_wall(now, since).minute_of_day());
    let (words, details) = match pause {
        Some(minute) => (text::PAUSED.to_owned(), text::paused_since(minute)),
        None => (text::step_time(&pace), text::step_share(&pace, planned)),
    };
    let (ink, tint) = match (pause, pace.warning) {
        (Some(_), _) | (None, StepWarning::Amber) => (c.amber, c.amber_soft),
        (None, StepWarning::Red) => (c.red, c.red_soft),
        (None, StepWarning::Calm) => (c.ink, c.accent_soft),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{words}, {details}")));
    let corner = CornerRadius::same(RADIUS);
    let painter = ui.painter();
    painter.rect_filled(rect, corner, c.raised);
    let share = if planned == Ms::ZERO { 1.0 } else { (pace.step_elapsed.0 as f32 / planned.0 as f32).clamp(0.0, 1.0) };
    let passed = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * share, rect.bottom()));
    // Painted whole and clipped, so that the left corners stay round however little has passed.
    painter.with_clip_rect(passed.intersect(ui.clip_rect())).rect_filled(rect, corner, tint);
    painter.rect_stroke(rect, corner, Stroke::new(1.0, if ink == c.ink { c.line } else { ink }), StrokeKind::Inside);
    let left = rect.left() + 1.5 * GRID;
    painter.text(
        pos2(left, rect.center().y + 3.0),
        Align2::LEFT_BOTTOM,
        words,
        theme::bold_font(size::BODY + 2.0),
        ink,
    );
    let muted = if ink == c.ink { c.muted } else { ink };
    painter.text(pos2(left, rect.center().y + 3.0), Align2::LEFT_TOP, details, theme::font(size::SMALL), muted);
}

/// Wall time of the pause's beginning.
fn paused_wall(now: Now, since: Ms) -> Wall {
    now.wall.plus_ms(since.signed_sub(now.at))
}

/// Over the bar: why the last wish was not carried out, else what the last key did. Painted, so that nothing moves.
fn echo_ui(ui: &Ui, view: &View<'_>, meeting: &MeetingView<'_>) {
    let c = theme::colours(ui);
    let (words, ink, ground) = match (meeting.rejection, view.key_echo) {
        (Some(words), _) => (words, c.amber, c.amber_soft),
        (None, Some(words)) => (words, c.ink, c.accent_soft),
        (None, None) => return,
    };
    let id = egui::Id::unique("deliver-echo");
    let bottom = ui.max_rect().top() - 2.0 * GRID;
    egui::Area::new(id)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(pos2(ui.max_rect().center().x, bottom))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            egui::Frame::new()
                .fill(ground)
                .stroke(Stroke::new(1.0, ink))
                .corner_radius(CornerRadius::same(RADIUS))
                .inner_margin(egui::Margin::symmetric(14, 8))
                .show(ui, |ui| {
                    ui.add(
                        egui::Label::new(egui::RichText::new(words).font(theme::bold_font(size::BODY)).color(ink))
                            .extend(),
                    );
                });
        });
}
