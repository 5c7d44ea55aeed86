//! The screens of the hall without windows: the projector comes and goes, both screens show the same, the laptop faces the room.

use egui::Key;
use lembar::{
    app::core::{Core, Effect},
    engine::{
        command::Command,
        scene::{Base, next_scene},
        time::Ms,
    },
    text::hall as text,
    ui::{
        drafts::HomeTab,
        intent::{Intent, Overlay, Screen},
        keymap::Chord,
        stage::Wall,
        view::{Displays, Face, Monitor, Use},
    },
};

use super::{NINE, begun, chord, core, opened, press};

fn monitor(number: u8, used: Use) -> Monitor {
    Monitor { number, name: format!("OUT-{number}"), size: (1024, 768), used }
}

pub(crate) fn connect(core: &mut Core, displays: Displays) {
    let monitors = match displays {
        Displays::Extended => vec![monitor(1, Use::Console), monitor(2, Use::Stage)],
        Displays::One | Displays::Mirrored => vec![monitor(1, Use::Console)],
    };
    core.set_displays(displays, monitors);
}

fn notices(core: &Core) -> Vec<String> {
    core.view(None).notices.iter().map(|notice| notice.text.clone()).collect()
}

fn shown(core: &Core) -> Base {
    core.live().unwrap().scene.base.clone()
}

#[test]
fn an_unplugged_projector_pauses_the_countdown_and_says_so_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::Extended);
    assert!(notices(&core).is_empty(), "a projector that was there from the start is no news");
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(5))));
    core.clock.advance(60_000);
    connect(&mut core, Displays::One);
    let countdown = core.live().unwrap().state.countdown.unwrap();
    assert_eq!(countdown.paused_left.map(|left| left.0), Some(240_000));
    assert_eq!(notices(&core), [text::PROJECTOR_GONE]);
    assert_eq!(core.face(), Face::Console, "the console stays whole");
    connect(&mut core, Displays::One);
    assert_eq!(notices(&core).len(), 1);
    connect(&mut core, Displays::Extended);
    assert_eq!(notices(&core), [text::PROJECTOR_BACK]);
    assert!(core.live().unwrap().state.countdown.unwrap().paused_left.is_some(), "the facilitator lets it go on");
}

#[test]
fn no_projector_is_said_when_a_meeting_is_opened_and_only_when_it_is_known() {
    for known in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let mut core = core(dir.path(), NINE);
        if known {
            connect(&mut core, Displays::One);
        }
        opened(&mut core);
        assert_eq!(notices(&core).iter().any(|words| words == text::NO_PROJECTOR), known);
        connect(&mut core, Displays::One);
        assert!(notices(&core).iter().any(|words| words == text::NO_PROJECTOR));
    }
}

#[test]
fn on_the_laptop_alone_every_key_of_the_console_needs_a_second_press() {
    for (key, wanted) in [
        (Key::X, Some(Overlay::CutList)),
        (Key::T, Some(Overlay::Countdown)),
        (Key::I, Some(Overlay::Games)),
        (Key::Tab, Some(Overlay::Overview)),
        (Key::F1, Some(Overlay::Help)),
        (Key::H, None),
    ] {
        for second in [Key::Enter, Key::Space, key] {
            let dir = tempfile::tempdir().unwrap();
            let mut core = core(dir.path(), NINE);
            begun(&mut core);
            connect(&mut core, Displays::One);
            press(&mut core, Key::F11);
            assert_eq!(core.face(), Face::Room);
            press(&mut core, key);
            assert_eq!(core.face(), Face::Turn, "{key:?}");
            assert_eq!(core.view(None).meeting.unwrap().overlay, None);
            assert_eq!(core.screen(), &Screen::Deliver);
            press(&mut core, second);
            assert_eq!(core.face(), Face::Console, "{key:?}, then {second:?}");
            assert_eq!(core.view(None).meeting.unwrap().overlay, wanted);
            assert_eq!(core.screen() == &Screen::Attendance, key == Key::H);
        }
    }
}

#[test]
fn on_the_laptop_alone_pages_turn_without_a_detour() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::One);
    press(&mut core, Key::F11);
    let next = next_scene(&core.live().unwrap().state);
    press(&mut core, Key::PageDown);
    assert_eq!((Some(shown(&core)), core.face()), (next, Face::Room));
    press(&mut core, Key::B);
    assert_eq!((shown(&core), core.face()), (Base::Black, Face::Room));
    press(&mut core, Key::Escape);
    assert_eq!(core.face(), Face::Room, "Esc uncovers and does not open the console");
    // A page number is typed where the room may see it.
    press(&mut core, Key::Num9);
    assert_eq!(core.face(), Face::Room);
    press(&mut core, Key::Enter);
    let state = &core.live().unwrap().state;
    assert_eq!(state.sheet.number_of(state.shown), Some(9));
    // A number begun by mistake does not stop the clicker.
    press(&mut core, Key::Num3);
    press(&mut core, Key::PageDown);
    let state = &core.live().unwrap().state;
    assert_eq!(state.sheet.number_of(state.shown), Some(10));
}

#[test]
fn the_way_back_from_the_black_screen() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::One);
    press(&mut core, Key::F11);
    press(&mut core, Key::X);
    press(&mut core, Key::Escape);
    assert_eq!(core.face(), Face::Room);
    // The clicker goes back to the page and turns it.
    press(&mut core, Key::X);
    let next = next_scene(&core.live().unwrap().state);
    press(&mut core, Key::PageDown);
    assert_eq!((Some(shown(&core)), core.face()), (next, Face::Room));
    // What is chosen for the room brings the page back by itself.
    press(&mut core, Key::T);
    press(&mut core, Key::Enter);
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(5))));
    assert_eq!(core.face(), Face::Room);
    // F11 twice opens the console, and it stays.
    press(&mut core, Key::F11);
    assert_eq!(core.face(), Face::Turn);
    press(&mut core, Key::F11);
    assert_eq!(core.face(), Face::Console);
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(5))));
    assert_eq!(core.face(), Face::Console);
}

#[test]
fn a_projector_that_comes_while_the_laptop_faces_the_room_does_not_open_the_console() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::One);
    press(&mut core, Key::F11);
    connect(&mut core, Displays::Extended);
    assert_eq!(core.face(), Face::Turn);
    assert!(matches!(core.wall(), Some(Wall::Scene(_))));
    press(&mut core, Key::Enter);
    assert_eq!(core.face(), Face::Console);
}

#[test]
fn mirrored_screens_show_the_page_only() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::Extended);
    press(&mut core, Key::H);
    press(&mut core, Key::Escape);
    press(&mut core, Key::X);
    connect(&mut core, Displays::Mirrored);
    assert_eq!((core.face(), core.view(None).meeting.unwrap().overlay), (Face::Room, None));
    for key in [Key::H, Key::X, Key::F11, Key::Tab] {
        press(&mut core, key);
        assert_eq!(core.face(), Face::Mirror, "{key:?} explains and opens nothing");
        assert_eq!(core.screen(), &Screen::Deliver);
        assert!(!press(&mut core, Key::Enter), "the black screen's own buttons have Enter");
        press(&mut core, Key::Escape);
        assert_eq!(core.face(), Face::Room);
    }
    let next = next_scene(&core.live().unwrap().state);
    press(&mut core, Key::ArrowRight);
    assert_eq!(Some(shown(&core)), next, "pages turn as ever");
    press(&mut core, Key::X);
    core.apply(Intent::ExtendScreens);
    assert!(core.take_effects().contains(&Effect::ExtendScreens));
    connect(&mut core, Displays::Extended);
    assert_eq!(core.face(), Face::Console);
    // Nobody can see it: said by the facilitator, forgotten when screens change.
    connect(&mut core, Displays::Mirrored);
    press(&mut core, Key::X);
    core.apply(Intent::LensCovered);
    assert_eq!(core.face(), Face::Console);
    press(&mut core, Key::H);
    assert_eq!(core.screen(), &Screen::Attendance);
    connect(&mut core, Displays::One);
    connect(&mut core, Displays::Mirrored);
    assert_eq!(core.face(), Face::Room, "names would be on both screens");
}

#[test]
fn screens_are_swapped_and_esc_takes_it_back_for_a_while() {
    let swap = Chord::ctrl_shift(Key::S);
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::One);
    chord(&mut core, swap);
    assert!(core.take_effects().is_empty(), "there is nothing to swap with");
    connect(&mut core, Displays::Extended);
    core.remember_projector("the usual one");
    chord(&mut core, swap);
    assert_eq!(core.take_effects(), [Effect::SwapScreens]);
    core.remember_projector("the laptop");
    assert_eq!(core.remembered_projector(), Some("the laptop"), "chosen on purpose");
    press(&mut core, Key::Escape);
    assert_eq!(core.take_effects(), [Effect::SwapScreens]);
    assert_eq!(core.remembered_projector(), Some("the usual one"));
    core.remember_projector("a fallback");
    assert_eq!(core.remembered_projector(), Some("the usual one"), "a fallback is never saved over it");
    // Later Esc means what it always means.
    chord(&mut core, swap);
    core.clock.advance(60_000);
    core.take_effects();
    press(&mut core, Key::Escape);
    assert!(core.take_effects().is_empty());
    // Names never go onto the wall.
    for overlay in [Overlay::Recall, Overlay::Note, Overlay::HeadCount] {
        core.apply(Intent::Overlay(Some(overlay)));
        chord(&mut core, swap);
        assert!(core.take_effects().is_empty(), "{overlay:?}");
    }
    core.apply(Intent::Overlay(Some(Overlay::Games)));
    core.drafts.play.names = true;
    chord(&mut core, swap);
    assert!(core.take_effects().is_empty(), "the wheel of names");
    core.apply(Intent::Overlay(None));
    core.drafts.home.tab = HomeTab::Visits;
    core.apply(Intent::Go(Screen::Home));
    chord(&mut core, swap);
    assert!(core.take_effects().is_empty(), "who is to be visited");
    core.apply(Intent::Go(Screen::Deliver));
    press(&mut core, Key::H);
    chord(&mut core, swap);
    assert!(core.take_effects().is_empty());
    assert!(notices(&core).iter().any(|words| words == text::SWAP_REFUSED));
}

#[test]
fn screens_are_not_swapped_when_the_console_would_be_cut_off() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let small = Monitor { size: (800, 600), ..monitor(2, Use::Stage) };
    core.set_displays(Displays::Extended, vec![monitor(1, Use::Console), small]);
    chord(&mut core, Chord::ctrl_shift(Key::S));
    assert!(core.take_effects().is_empty());
    assert_eq!(notices(&core), [text::SWAP_TOO_SMALL]);
}

#[test]
fn a_swap_is_not_taken_back_after_the_cable_was_pulled() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    connect(&mut core, Displays::Extended);
    chord(&mut core, Chord::ctrl_shift(Key::S));
    connect(&mut core, Displays::One);
    connect(&mut core, Displays::Extended);
    core.take_effects();
    press(&mut core, Key::Escape);
    assert!(core.take_effects().is_empty(), "the console is on the laptop again and stays there");
}

#[test]
fn numbers_are_on_both_screens_for_a_moment() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    connect(&mut core, Displays::Extended);
    assert_eq!(core.wall(), None);
    core.apply(Intent::ShowNumbers);
    assert_eq!((core.wall(), core.view(None).hall.number), (Some(Wall::Number(2)), Some(1)));
    core.clock.advance(60_000);
    core.tick();
    assert_eq!((core.wall(), core.view(None).hall.number), (None, None));
}
