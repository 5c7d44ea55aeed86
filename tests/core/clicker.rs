//! A clicker with four buttons, pressed by somebody who does not look: forward, back, one that sends F5 and Esc by turns, and black.

use egui::Key;
use lembar::{
    app::core::Core,
    engine::{
        command::Command,
        ids::GameId,
        scene::{Base, next_scene},
        state::Phase,
        time::Ms,
    },
    ui::{
        intent::{Intent, Overlay, Screen},
        view::{Displays, Face},
    },
};

use super::{NINE, begun, core, hall::connect, opened, press};

/// Its start button remembers what it sent last.
#[derive(Default)]
struct Clicker {
    started: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Button {
    Forward,
    Back,
    Start,
    Black,
}

impl Clicker {
    fn press(&mut self, core: &mut Core, button: Button) -> bool {
        let key = match button {
            Button::Forward => Key::PageDown,
            Button::Back => Key::PageUp,
            Button::Black => Key::Period,
            Button::Start => {
                self.started = !self.started;
                if self.started { Key::F5 } else { Key::Escape }
            }
        };
        press(core, key)
    }
}

/// Every two buttons after each other once, beginning with each of the four.
fn dithering() -> impl Iterator<Item = Vec<Button>> {
    use Button::{Back as B, Black as K, Forward as F, Start as S};
    let round = [F, F, B, F, S, F, K, B, B, S, B, K, S, S, K, K];
    [0, 2, 4, 6].map(|from| round.into_iter().cycle().skip(from).take(round.len() + 1).collect()).into_iter()
}

type Arrange = fn(&mut Core);

/// Everything that can lie over a meeting.
const STATES: &[(&str, Arrange)] = &[
    ("waiting", |core| opened(core)),
    ("running", |core| begun(core)),
    ("black", |core| {
        begun(core);
        press(core, Key::B);
    }),
    ("frozen", |core| {
        begun(core);
        press(core, Key::F);
    }),
    ("in a game", |core| {
        begun(core);
        let game: GameId = core.pack.games[0].id.clone();
        core.apply(Intent::Meeting(Command::StartGame(game)));
    }),
    ("countdown", |core| {
        begun(core);
        core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(5))));
    }),
    ("paused", |core| {
        begun(core);
        press(core, Key::Pause);
    }),
    ("all pages open", |core| {
        begun(core);
        press(core, Key::Tab);
    }),
    ("a number begun", |core| {
        begun(core);
        press(core, Key::Num4);
    }),
    ("leaving asked", |core| {
        begun(core);
        core.apply(Intent::Overlay(Some(Overlay::Leave)));
    }),
    ("attendance", |core| {
        begun(core);
        press(core, Key::H);
    }),
    ("attendance, a number begun", |core| {
        begun(core);
        press(core, Key::H);
        press(core, Key::Num0);
    }),
    ("laptop for the room", |core| {
        begun(core);
        press(core, Key::F11);
    }),
    ("laptop for the room, waiting", |core| {
        opened(core);
        press(core, Key::F11);
    }),
    ("laptop for the room, turn it round", |core| {
        begun(core);
        press(core, Key::F11);
        press(core, Key::H);
    }),
];

#[test]
fn whatever_is_pressed_nothing_ends_nothing_private_opens_nobody_is_marked() {
    for (name, arrange) in STATES {
        for (started, buttons) in dithering().flat_map(|buttons| [(false, buttons.clone()), (true, buttons)]) {
            let dir = tempfile::tempdir().unwrap();
            let mut core = core(dir.path(), NINE);
            connect(&mut core, if name.starts_with("laptop") { Displays::One } else { Displays::Extended });
            arrange(&mut core);
            let before = (core.screen().clone(), overlay(&core), core.face());
            let mut clicker = Clicker { started };
            for (count, button) in buttons.iter().enumerate() {
                clicker.press(&mut core, *button);
                let what = format!("{name}, {:?}", &buttons[..=count]);
                let live = core.live().unwrap_or_else(|| panic!("{what}: the meeting was left"));
                assert_ne!(live.state.phase, Phase::Closed, "{what}");
                assert!(live.state.roll.iter().all(|row| row.status.is_none()), "{what}: somebody is marked");
                assert!(live.state.paused.is_some() == (*name == "paused") || live.state.step > 0, "{what}");
                assert!(live.state.countdown.is_some() == (*name == "countdown"), "{what}");
                let (screen, panel, face) = &before;
                assert!(core.screen() == screen || core.screen() == &Screen::Deliver, "{what}: {:?}", core.screen());
                assert!(overlay(&core).is_none() || overlay(&core) == *panel, "{what}: {:?}", overlay(&core));
                assert!(core.face() == *face || *face == Face::Turn && core.face() == Face::Room, "{what}");
            }
        }
    }
}

#[test]
fn its_black_button_works_in_every_state_and_forward_brings_the_next_page_at_once() {
    for (name, arrange) in STATES {
        let dir = tempfile::tempdir().unwrap();
        let mut core = core(dir.path(), NINE);
        connect(&mut core, if name.starts_with("laptop") { Displays::One } else { Displays::Extended });
        arrange(&mut core);
        let mut clicker = Clicker::default();
        let shown = |core: &Core| core.live().unwrap().scene.base.clone();
        let (page, covered) = (shown(&core), shown(&core) == Base::Black);
        assert!(clicker.press(&mut core, Button::Black), "{name}");
        assert_eq!(shown(&core) == Base::Black, !covered, "{name}");
        assert!(clicker.press(&mut core, Button::Black), "{name}");
        assert_eq!(shown(&core) == Base::Black, covered, "{name}");
        if covered || core.key_context() != Some(lembar::ui::keymap::Context::Deliver) || *name == "frozen" {
            continue;
        }
        assert_eq!(shown(&core), page, "{name}");
        clicker.press(&mut core, Button::Black);
        let next = next_scene(&core.live().unwrap().state);
        clicker.press(&mut core, Button::Forward);
        assert_eq!(Some(shown(&core)), next, "{name}: one press, one picture, none in between");
    }
}

#[test]
fn a_session_from_the_waiting_screen_to_the_last_page_by_clicker_alone() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    connect(&mut core, Displays::Extended);
    opened(&mut core);
    let mut clicker = Clicker::default();
    clicker.press(&mut core, Button::Forward);
    assert_eq!(core.live().unwrap().state.phase, Phase::Waiting, "forward alone begins nothing");
    clicker.press(&mut core, Button::Start);
    assert_eq!(core.live().unwrap().state.phase, Phase::Running);
    let places: Vec<_> = core.live().unwrap().state.sheet.places().collect();
    for (index, place) in places.iter().enumerate() {
        assert_eq!(core.live().unwrap().state.shown, *place);
        // Dithering: the start button twice, back and forward, black and back.
        clicker.press(&mut core, Button::Start);
        clicker.press(&mut core, Button::Start);
        if index > 0 {
            clicker.press(&mut core, Button::Back);
            clicker.press(&mut core, Button::Forward);
        }
        clicker.press(&mut core, Button::Black);
        clicker.press(&mut core, Button::Black);
        clicker.press(&mut core, Button::Forward);
    }
    let live = core.live().unwrap();
    assert_eq!(Some(&live.state.shown), places.last(), "past the end there is nothing");
    assert_eq!((live.state.phase, core.screen()), (Phase::Running, &Screen::Deliver));
}

fn overlay(core: &Core) -> Option<Overlay> {
    core.view(None).meeting.and_then(|meeting| meeting.overlay)
}
