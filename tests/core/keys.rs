//! The key table walked row by row, context by context, key by key: each is taken and does what its row says. Held and bouncing keys.

use std::path::Path;

use egui::Key;
use lembar::{
    app::core::{Core, Effect, Focus, Press},
    engine::{
        attendance::{RollOrder, Status},
        command::{Command, Rejection},
        hands::Hands,
        state::State,
    },
    ui::{
        intent::{Intent, Overlay, RehearseKey, RollKey, Screen, SoundKey},
        keymap::{self, Chord, Context, Row},
        view::{Displays, Face, RollField},
    },
};

use super::{NINE, begun, chord, core, hall::connect, opened, press};

/// What a key can change.
struct Seen {
    state: State,
    overlay: Option<Overlay>,
    screen: Screen,
    face: Face,
    script: (f32, f32),
    roll: (usize, String, Option<RollField>, RollOrder),
    effects: Vec<Effect>,
    music: bool,
    prompter: bool,
    rejection: Option<String>,
}

fn look(core: &mut Core) -> Seen {
    let effects = core.take_effects();
    let script_scroll = core.drafts.script_scroll;
    let prompter = core.drafts.prompter.open;
    let view = core.view(None);
    let meeting = view.meeting.as_ref().unwrap_or_else(|| panic!("no key ends a meeting"));
    let roll = meeting.roll;
    Seen {
        state: meeting.state.clone(),
        overlay: meeting.overlay,
        screen: view.screen.clone(),
        face: core.face(),
        script: (view.script_points, script_scroll),
        roll: (roll.row, roll.typed.clone(), roll.open, roll.order),
        effects,
        music: view.music.on,
        prompter,
        rejection: meeting.rejection.map(str::to_owned),
    }
}

/// A meeting in which this row of the table has something to do here.
fn arranged(dir: &Path, context: Context, row: &Row) -> Core {
    let mut core = core(dir, NINE);
    let intent = (row.intent)();
    let alone = context == Context::Turn || intent == Intent::LaptopForRoom;
    connect(&mut core, if alone { Displays::One } else { Displays::Extended });
    if context == Context::Waiting {
        opened(&mut core);
    } else {
        begun(&mut core);
        // In the middle of a step in the middle of the session.
        while !in_the_middle(&core.live().unwrap().state) {
            assert!(press(&mut core, Key::PageDown));
        }
    }
    match context {
        Context::Attendance => {
            press(&mut core, Key::H);
            press(&mut core, Key::ArrowDown);
        }
        Context::Turn => {
            press(&mut core, Key::F11);
            press(&mut core, Key::X);
        }
        Context::Waiting | Context::Deliver => {}
        other => panic!("no meeting has {other:?}; keys of learning are tried in tests/search"),
    }
    match intent {
        Intent::Meeting(Command::ReturnToStep) => _ = chord(&mut core, Chord::ctrl(Key::Home)),
        Intent::Roll(RollKey::Undo | RollKey::Unmark) => {
            press(&mut core, Key::S);
            press(&mut core, Key::ArrowUp);
        }
        Intent::Overlay(Some(Overlay::Hands)) | Intent::Meeting(Command::UndoHands) => {
            while core.live().unwrap().state.check_shown().is_none() {
                assert!(press(&mut core, Key::PageDown));
            }
            let (check, part, planned) = core.live().unwrap().state.check_shown().unwrap();
            let counted = Hands { present: Some(9), chosen: vec![Some(4); planned.choices.len()] };
            core.apply(Intent::Meeting(Command::CountHands(check, part.time(), counted)));
        }
        Intent::Roll(RollKey::Backspace) => _ = press(&mut core, Key::Num0),
        Intent::Escape if matches!(context, Context::Waiting | Context::Deliver) => _ = press(&mut core, Key::B),
        _ => {}
    }
    assert_eq!(core.key_context(), Some(context));
    core
}

fn in_the_middle(state: &State) -> bool {
    let step = state.shown.step;
    let sheet = &state.sheet;
    step > 0 && sheet.first_of(step) != Some(state.shown) && sheet.last_of(step) != Some(state.shown)
}

#[test]
fn every_key_of_every_row_does_in_every_context_what_the_row_says() {
    for row in keymap::rows() {
        for context in row.contexts {
            for keys in row.keys {
                let dir = tempfile::tempdir().unwrap();
                let mut core = arranged(dir.path(), *context, row);
                let before = look(&mut core);
                assert!(chord(&mut core, *keys), "{keys:?} in {context:?} is not taken");
                assert_eq!(core.view(None).key_echo, Some(row.help));
                let after = look(&mut core);
                assert!(done(&(row.intent)(), *context, &before, &after), "{keys:?} in {context:?}: {}", row.help);
            }
        }
    }
}

fn done(intent: &Intent, context: Context, before: &Seen, after: &Seen) -> bool {
    let (was, is) = (&before.state, &after.state);
    match intent {
        Intent::Meeting(command) => commanded(command, was, is),
        Intent::Overlay(overlay) => after.overlay == *overlay,
        Intent::Go(screen) => after.screen == *screen,
        Intent::Roll(key) => rolled(*key, before, after),
        Intent::ScriptSize(by) => (after.script.0 - before.script.0) * f32::from(*by) > 0.0,
        Intent::ScrollScript(by) => (after.script.1 - before.script.1) * f32::from(*by) > 0.0,
        Intent::ShowStage if context == Context::Waiting => is.phase != was.phase,
        Intent::ShowStage => after.effects == [Effect::ShowStage],
        Intent::LaptopForRoom if context == Context::Turn => after.face == Face::Console,
        Intent::LaptopForRoom => after.face == Face::Room && after.screen == Screen::Deliver,
        Intent::TurnedRound => after.face == Face::Console && after.overlay == Some(Overlay::CutList),
        // Where names stand it is refused, and says so; the row is taken all the same.
        Intent::SwapScreens if context == Context::Attendance => after.effects.is_empty(),
        Intent::SwapScreens => after.effects == [Effect::SwapScreens],
        Intent::Sound(SoundKey::Music) => after.music != before.music,
        Intent::Escape => match context {
            Context::Waiting | Context::Deliver => was.cover.is_some() && is.cover.is_none(),
            Context::Attendance => after.screen == Screen::Deliver,
            Context::Turn => after.face == Face::Room,
            other => panic!("no meeting has {other:?}"),
        },
        // This page has no clip; what the keys do where there is one is in `clip`.
        Intent::Clip(_) => after.rejection.as_deref() == Some(lembar::text::app::rejection(Rejection::NoClip)),
        Intent::Rehearse(RehearseKey::Prompter) => after.prompter != before.prompter,
        // In a meeting these are refused; what they do in a rehearsal is in `rehearse`.
        Intent::Rehearse(_) => after.rejection.is_some() && is == was,
        other => panic!("a row asks for {other:?}, and this test does not know what that does"),
    }
}

fn commanded(command: &Command, was: &State, is: &State) -> bool {
    let sheet = &was.sheet;
    let planned = |state: &State| state.sheet.spans()[usize::from(state.step)];
    match command {
        Command::Next => Some(is.shown) == sheet.after(was.shown),
        Command::Previous => Some(is.shown) == sheet.before(was.shown),
        Command::FirstOfStep => Some(is.shown) == sheet.first_of(was.shown.step),
        Command::LastOfStep => Some(is.shown) == sheet.last_of(was.shown.step),
        Command::FirstOfSession => Some(is.shown) == sheet.places().next() && is.step == was.step,
        Command::LastOfSession => Some(is.shown) == sheet.places().last() && is.step == was.step,
        Command::ReturnToStep => was.shown.step != was.step && is.shown.step == is.step,
        Command::ToggleCover(cover) => is.cover == Some(*cover),
        Command::ToggleFreeze => is.frozen.is_some(),
        Command::TogglePause => is.paused.is_some(),
        Command::UndoHands => {
            let hands = |state: &State| state.hands.values().filter(|kept| kept.hands.is_some()).count();
            hands(is) + 1 == hands(was)
        }
        Command::AdjustStep(by) => planned(is).signed_sub(planned(was)) == i64::from(*by) * 60_000,
        other => panic!("a row commands {other:?}, and this test does not know what that does"),
    }
}

fn rolled(key: RollKey, before: &Seen, after: &Seen) -> bool {
    let (row, last) = (before.roll.0, before.state.roll.len() - 1);
    let status = |seen: &Seen, row: usize| seen.state.roll[row].status;
    let marked = |wanted: Option<Status>| status(after, row) == wanted && status(before, row) != wanted;
    match key {
        RollKey::Move(by) => {
            after.roll.0 == row.saturating_add_signed(isize::from(by)).min(last) && after.roll.0 != row
        }
        RollKey::Edge(by) => after.roll.0 == if by < 0 { 0 } else { last },
        RollKey::Mark(wanted) => marked(Some(wanted)),
        RollKey::Enter => marked(Some(Status::Present)),
        RollKey::Unmark | RollKey::Undo => marked(None),
        RollKey::All => after.state.roll.iter().all(|row| row.status == Some(Status::Present)),
        RollKey::Backspace => !before.roll.1.is_empty() && after.roll.1.is_empty(),
        RollKey::Search => after.roll.2 == Some(RollField::Search),
        RollKey::WalkIn => after.roll.2 == Some(RollField::WalkIn),
        RollKey::Guests => after.roll.2 == Some(RollField::Guests),
        RollKey::Represent => after.roll.2 == Some(RollField::Represent(before.state.roll[row].who)),
        RollKey::Rest => after.state.roll.iter().all(|row| row.status == Some(Status::Absent)),
        RollKey::Late => marked(Some(Status::Present)) && after.state.roll[row].late,
        RollKey::Order => after.roll.3 != before.roll.3,
        RollKey::Digit(_) | RollKey::Seating | RollKey::Seat(_) => false,
    }
}

fn after(core: &mut Core, ms: u64, chord: Chord, repeat: bool) -> bool {
    core.clock.advance(ms);
    core.key(Press { chord, repeat }, Focus::Nothing)
}

#[test]
fn a_bounce_counts_for_what_is_asked_not_for_the_key() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let shown = |core: &Core| core.live().unwrap().state.shown;
    let (next, right, left) =
        (Chord::plain(Key::PageDown), Chord::plain(Key::ArrowRight), Chord::plain(Key::ArrowLeft));
    let first = shown(&core);
    assert!(after(&mut core, 1000, next, false));
    let second = shown(&core);
    assert_ne!(first, second);
    assert!(after(&mut core, 240, next, false), "swallowed, not passed on");
    assert!(after(&mut core, 5, right, false), "another key of the same row");
    assert!(after(&mut core, 2000, next, true), "held");
    assert_eq!(shown(&core), second);
    assert!(after(&mut core, 1, next, false));
    assert_ne!(shown(&core), second);
    assert!(after(&mut core, 50, left, false));
    assert_eq!(shown(&core), second, "Next, then Previous at once: a slip corrected");
}

#[test]
fn a_key_held_or_bouncing_means_nothing_where_its_first_press_led() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let h = Chord::plain(Key::H);
    assert!(after(&mut core, 1000, h, false));
    assert_eq!(core.screen(), &Screen::Attendance);
    assert!(after(&mut core, 600, h, true) && after(&mut core, 30, h, true), "still held");
    assert!(core.live().unwrap().state.roll.iter().all(|row| row.status.is_none()), "nobody is marked by it");
    assert!(after(&mut core, 300, h, false) && after(&mut core, 90, h, false), "quick marks are no bounce");
    let marked = core.live().unwrap().state.roll.iter().filter(|row| row.status == Some(Status::Present)).count();
    assert_eq!(marked, 2);
    assert!(after(&mut core, 900, h, true));
    let marks = core.live().unwrap().state.roll.iter().filter(|row| row.status.is_some()).count();
    assert_eq!(marks, 2, "a held key marks no third");
    press(&mut core, Key::Escape);

    press(&mut core, Key::Num1);
    press(&mut core, Key::Num2);
    assert!(after(&mut core, 300, Chord::plain(Key::Enter), false));
    assert!(after(&mut core, 100, Chord::plain(Key::Enter), false));
    let state = &core.live().unwrap().state;
    assert_eq!(state.sheet.number_of(state.shown), Some(12), "the Enter after the number turns no page");
}

#[test]
fn a_number_is_typed_as_fast_as_one_likes_and_not_by_holding() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let one = Chord::plain(Key::Num1);
    assert!(after(&mut core, 1000, one, false) && after(&mut core, 20, one, false));
    assert!(after(&mut core, 500, one, true));
    assert_eq!(core.drafts.go_to, "11");
}

#[test]
fn the_page_has_enter_and_space_whatever_button_has_the_focus_the_register_only_without() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let shown = core.live().unwrap().state.shown;
    let space = Press { chord: Chord::plain(Key::Space), repeat: false };
    core.clock.advance(1000);
    assert!(core.key(space, Focus::Control));
    assert_ne!(core.live().unwrap().state.shown, shown);
    press(&mut core, Key::H);
    core.clock.advance(1000);
    assert!(!core.key(space, Focus::Control), "Tab chose a button, Space presses it");
    press(&mut core, Key::Num2);
    core.clock.advance(1000);
    assert!(core.key(Press { chord: Chord::plain(Key::Enter), repeat: false }, Focus::Control));
    assert_eq!(core.live().unwrap().state.roll[1].status, Some(Status::Present), "the Enter belongs to the number");
}

#[test]
fn who_writes_a_note_keeps_the_panel_while_the_clicker_turns_the_page() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    chord(&mut core, Chord::ctrl(Key::N));
    let shown = core.live().unwrap().state.shown;
    core.clock.advance(1000);
    assert!(core.key(Press { chord: Chord::plain(Key::PageDown), repeat: false }, Focus::Text));
    assert_ne!(core.live().unwrap().state.shown, shown);
    assert_eq!(core.view(None).meeting.unwrap().overlay, Some(Overlay::Note));
    for key in [Key::B, Key::Period, Key::N, Key::Space, Key::Enter, Key::ArrowLeft, Key::Num1] {
        core.clock.advance(1000);
        assert!(!core.key(Press { chord: Chord::plain(key), repeat: false }, Focus::Text), "{key:?} is written");
    }
}
