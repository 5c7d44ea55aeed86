//! The check before a meeting: each line's words and buttons, what keeps the meeting from being opened, the test picture.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness, SnapshotOptions,
    kittest::{NodeT, Queryable},
};
use lembar::{
    engine::{
        ids::GroupId,
        preflight::{Battery, EMPTY_BATTERY, Findings, NO_ROOM, Pages, Projector, Sound},
        time::Ms,
    },
    text::{preflight as text, prepare},
    ui::{
        intent::{Intent, Screen},
        stage::test_picture_ui,
        theme,
        view::{CheckView, PrepareHint},
    },
};

use crate::{
    pictures::picture,
    world::{TODAY, World},
};

fn well() -> Findings {
    Findings {
        projector: Projector::There { number: 2, name: "HDMI-1".into(), size: (1024, 768) },
        sound: Sound { there: true, ..Sound::default() },
        pages: Pages { there: true, replaced: false, tried: 19, all: Some(19), broken: Vec::new(), clips: Vec::new() },
        battery: Some(Battery { percent: 84, charger: Some(false) }),
        free: Some(12 << 30),
        now: TODAY,
        newest: Some(TODAY.plus_ms(-86_400_000)),
    }
}

/// Much that can be wrong at once.
fn trouble() -> Findings {
    let titles = ["Anak belajar dari rumah", "Marah boleh, memukul jangan"].map(str::to_owned).to_vec();
    Findings {
        sound: Sound { there: true, played: true, heard: None },
        pages: Pages { tried: 19, broken: titles, ..well().pages },
        battery: Some(Battery { percent: EMPTY_BATTERY - 1, charger: Some(false) }),
        free: Some(NO_ROOM - 1),
        newest: Some(TODAY.plus_ms(Ms::minutes(40 * 24 * 60).0 as i64)),
        ..well()
    }
}

fn checking(findings: Findings) -> World {
    let mut world = World::busy();
    world.screen = Screen::Prepare;
    world.prepare = Some(PrepareHint {
        group: GroupId(2),
        session: world.sessions[2].id.clone(),
        chosen: false,
        presenters: Vec::new(),
    });
    world.check = Some(CheckView { findings, from_meeting: false });
    world
}

/// By way of Prepare, which agrees on the meeting.
fn open(world: World, size: (f32, f32)) -> Harness<'static, World> {
    let mut harness = world.open(size.0, size.1);
    harness.get_by_role_and_label(Role::Button, text::TITLE).click();
    harness.run_ok();
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Check)]);
    harness.state_mut().screen = Screen::Check;
    harness.run_ok();
    harness
}

fn laptop(world: World) -> Harness<'static, World> {
    open(world, (1366.0, 768.0))
}

fn press(harness: &mut Harness<'_, World>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    std::mem::take(&mut harness.state_mut().asked)
}

fn has_button(harness: &Harness<'_, World>, name: &str) -> bool {
    harness.query_by_role_and_label(Role::Button, name).is_some()
}

#[test]
fn every_button_asks_for_what_it_says() {
    let mut harness = laptop(checking(well()));
    for (name, wanted) in [
        (text::NUMBERS, Intent::ShowNumbers),
        (text::TEST_PICTURE, Intent::TestPicture(true)),
        (text::SWAP, Intent::SwapScreens),
        (text::TONE, Intent::TestTone),
        (text::AGAIN, Intent::LookAgain),
        (text::BACK, Intent::Go(Screen::Prepare)),
    ] {
        press(&mut harness, name);
        assert_eq!(asked(&mut harness), [wanted], "{name}");
    }
    assert!(harness.query_by_label(&text::summary(0, false, false)).is_some());
    press(&mut harness, prepare::OPEN);
    assert!(matches!(&asked(&mut harness)[..], [Intent::OpenMeeting(plan)] if plan.group == GroupId(2)));
}

#[test]
fn the_tone_is_asked_about_after_it_was_played() {
    let mut findings = well();
    findings.sound.played = true;
    let mut harness = laptop(checking(findings));
    press(&mut harness, text::YES);
    press(&mut harness, text::NO);
    assert_eq!(asked(&mut harness), [Intent::ToneHeard(true), Intent::ToneHeard(false)]);
    assert!(!has_button(&laptop(checking(well())), text::YES));
}

#[test]
fn what_is_offered_depends_on_the_screens() {
    for (projector, meeting, wanted) in [
        (Projector::Mirrored, false, vec![text::EXTEND]),
        (Projector::None, false, vec![]),
        (Projector::None, true, vec![text::ON_LAPTOP]),
    ] {
        let mut world = checking(Findings { projector, ..well() });
        world.running = meeting.then(|| world.hold(GroupId(2), 2, TODAY, false));
        let harness = laptop(world);
        for name in [text::NUMBERS, text::TEST_PICTURE, text::SWAP, text::EXTEND, text::ON_LAPTOP] {
            assert_eq!(has_button(&harness, name), wanted.contains(&name), "{name}");
        }
    }
}

#[test]
fn only_a_session_that_cannot_be_read_keeps_the_meeting_from_being_opened() {
    let mut harness = laptop(checking(trouble()));
    assert!(harness.query_by_label(&text::summary(5, false, false)).is_none(), "the tone is no trouble");
    assert!(harness.query_by_label(&text::summary(4, false, false)).is_some());
    press(&mut harness, prepare::OPEN);
    assert_eq!(asked(&mut harness).len(), 1);

    let broken = (0..19).map(|page| page.to_string()).collect();
    let pages = Pages { broken, ..well().pages };
    let mut harness = laptop(checking(Findings { pages, ..well() }));
    assert!(harness.query_by_label(&text::summary(1, true, false)).is_some());
    assert!(harness.get_by_role_and_label(Role::Button, prepare::OPEN).accesskit_node().is_disabled());
    press(&mut harness, prepare::OPEN);
    assert!(asked(&mut harness).is_empty());
}

#[test]
fn from_the_waiting_screen_the_way_leads_back_there() {
    let mut world = checking(well());
    world.check.as_mut().unwrap().from_meeting = true;
    let mut harness = laptop(world);
    press(&mut harness, text::BACK);
    press(&mut harness, text::TO_WAITING);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Deliver), Intent::Go(Screen::Deliver)]);
    assert!(!has_button(&harness, prepare::OPEN));
}

#[test]
fn the_keyboard_reaches_every_button_in_reading_order() {
    let mut findings = well();
    findings.sound.played = true;
    let mut harness = laptop(checking(findings));
    let mut reached = Vec::new();
    for _ in 0..14 {
        harness.key_press_modifiers(Modifiers::NONE, Key::Tab);
        harness.run_ok();
        let focused = harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        reached.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    let wanted = [text::NUMBERS, text::TEST_PICTURE, text::SWAP, text::TONE, text::YES, text::NO].map(str::to_owned);
    let first = reached.iter().position(|name| *name == wanted[0]).unwrap();
    assert_eq!(reached[first..first + wanted.len()], wanted, "{reached:?}");
    for name in [text::BACK, text::AGAIN, prepare::OPEN] {
        assert!(reached.iter().any(|reached| reached == name), "{name} in {reached:?}");
    }
}

#[test]
fn while_the_test_picture_is_shown_the_screen_says_what_to_look_at() {
    let mut world = checking(well());
    world.testing = true;
    world.screen = Screen::Check;
    let mut harness = world.open(1024.0, 600.0);
    for (question, then) in text::POINTS {
        assert!(harness.query_by_label(question).is_some() && harness.query_by_label(then).is_some());
    }
    press(&mut harness, text::TESTING_DONE);
    assert_eq!(asked(&mut harness), [Intent::TestPicture(false)]);
}

#[test]
fn check_picture() {
    let mut world = checking(trouble());
    world.drafts = open(checking(well()), (1024.0, 600.0)).state().drafts.clone();
    world.screen = Screen::Check;
    picture(world, "check");
}

#[test]
fn test_picture() {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(640.0, 480.0))
        .with_pixels_per_point(1.0)
        .with_context_setup(theme::install_fonts)
        .build_ui(|ui| test_picture_ui(ui.painter(), ui.ctx().content_rect()));
    harness.run_ok();
    harness.snapshot_options("test-picture", &SnapshotOptions::new().threshold(1.0).max_failed_pixels(100));
}
