//! The check before a meeting, without windows: the way there and back, what the wall shows meanwhile, what is looked at.

use egui::Key;
use lembar::{
    app::{
        core::{Core, Effect},
        preflight::Found,
    },
    engine::{
        preflight::{Battery, Pages, Projector},
        scene::Base,
    },
    ui::{
        intent::{Intent, Screen},
        stage::Wall,
        view::{CheckView, Displays, Monitor, Use},
    },
};

use super::{NINE, core, opened, press};

fn connect(core: &mut Core, displays: Displays) {
    let monitor = |number, used| Monitor { number, name: format!("OUT-{number}"), size: (1024, 768), used };
    let mut monitors = vec![monitor(1, Use::Console)];
    monitors.extend((displays == Displays::Extended).then(|| monitor(2, Use::Stage)));
    core.set_displays(displays, monitors);
}

fn check(core: &Core) -> CheckView {
    core.view(None).check.unwrap()
}

fn base(core: &Core) -> Option<Base> {
    match core.wall() {
        Some(Wall::Scene(scene)) => Some(scene.base),
        _ => None,
    }
}

/// With the demo group's next session on Prepare.
fn preparing(core: &mut Core) {
    core.apply(Intent::AddDemo);
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
}

#[test]
fn from_prepare_and_back_the_wall_is_calm_meanwhile() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    core.apply(Intent::Go(Screen::Check));
    assert_eq!(core.screen(), &Screen::Home, "there is nothing to check yet");
    preparing(&mut core);
    connect(&mut core, Displays::Extended);
    assert_eq!(core.wall(), None);
    core.take_effects();
    core.apply(Intent::Go(Screen::Check));
    assert_eq!((core.take_effects(), base(&core)), (vec![Effect::LookRound], Some(Base::Calm)));
    let session = core.session_to_check().unwrap().id.clone();
    assert_eq!(Some(session), core.view(None).prepare.map(|hint| hint.session));
    assert!(!check(&core).from_meeting);
    assert!(matches!(check(&core).findings.projector, Projector::There { number: 2, .. }));

    core.apply(Intent::TestPicture(true));
    assert_eq!(core.wall(), Some(Wall::Test));
    press(&mut core, Key::Escape);
    assert_eq!((core.screen(), base(&core)), (&Screen::Check, Some(Base::Calm)));
    press(&mut core, Key::Escape);
    assert_eq!((core.screen(), core.wall()), (&Screen::Prepare, None));
    assert!(!press(&mut core, Key::Escape), "Esc belongs to the window again");
}

#[test]
fn from_the_waiting_screen_and_back_the_wall_keeps_waiting() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    opened(&mut core);
    connect(&mut core, Displays::Extended);
    core.apply(Intent::Go(Screen::Check));
    assert!(check(&core).from_meeting && matches!(base(&core), Some(Base::Waiting { .. })));
    assert_eq!(core.session_to_check().map(|session| &session.id), Some(&core.live().unwrap().session.id));
    core.apply(Intent::TestPicture(true));
    connect(&mut core, Displays::One);
    assert!(matches!(base(&core), Some(Base::Waiting { .. })), "an unplugged projector ends the test");
    core.apply(Intent::LookAgain);
    press(&mut core, Key::Escape);
    assert_eq!(core.screen(), &Screen::Deliver);
}

#[test]
fn what_is_found_reaches_the_lines_and_the_top_bar() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    preparing(&mut core);
    core.apply(Intent::Go(Screen::Check));
    let battery = Some(Battery { percent: 42, charger: Some(true) });
    let session = core.session_to_check().unwrap().id.clone();
    let pages = Pages { there: true, replaced: false, tried: 1, all: Some(9), broken: Vec::new(), clips: Vec::new() };
    let other = Found { battery, free: Some(7), pages: Some(("m6-s1".into(), pages.clone())) };
    core.set_found(other.clone());
    assert_eq!(check(&core).findings.pages.all, None, "another session's pages say nothing of this one");
    core.set_found(Found { pages: Some((session, pages.clone())), ..other });
    let found = check(&core).findings;
    assert_eq!((found.battery, found.free, found.pages), (battery, Some(7), pages));
    assert_eq!(core.view(None).devices.battery, battery);

    core.set_sound(true);
    core.apply(Intent::TestTone);
    assert!(core.take_effects().contains(&Effect::TestTone));
    core.apply(Intent::ToneHeard(true));
    assert_eq!(check(&core).findings.sound.heard, Some(true));
    core.apply(Intent::TestTone);
    assert_eq!(check(&core).findings.sound.heard, None, "played again it is asked again");
}

#[test]
fn the_clock_is_held_against_what_was_written_before_this_start() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    opened(&mut core);
    super::settle(&mut core);
    assert_eq!(core.close(), 0);
    let mut core = self::core(dir.path(), NINE.plus_ms(-86_400_000));
    core.apply(Intent::DeclineResume);
    preparing(&mut core);
    core.apply(Intent::Go(Screen::Check));
    let found = check(&core).findings;
    assert!(found.newest.is_some_and(|newest| newest >= NINE && newest > found.now));
}
