//! The stage in a window of its own: a picture, at times a countdown, never a word of the facilitator's.

use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::engine::{command::Command, event::Cover, ids::GameId, time::Ms};

use crate::{fixture, world::World};

const SIZE: [f32; 2] = [640.0, 360.0];

fn running() -> World {
    let mut world = fixture::world();
    world.start().at(3.0);
    world
}

/// The middle pixel.
fn middle(harness: &mut Harness<'_, World>) -> [u8; 3] {
    let picture = harness.render().unwrap();
    let [r, g, b, _] = picture.get_pixel(picture.width() / 2, picture.height() / 2).0;
    [r, g, b]
}

#[test]
fn nothing_on_it_can_be_read_out_pressed_or_pointed_with() {
    let shows: [fn(&mut World); 4] = [
        |_| {},
        |world| {
            world.run(Command::AddNote("rahasia".into())).run(Command::ToggleFreeze);
        },
        |world| {
            world.run(Command::StartGame(GameId::from("gerak"))).run(Command::StartCountdown(Ms::minutes(1)));
        },
        |world| {
            world.run(Command::StartCountdown(Ms::seconds(1))).at(9.0);
        },
    ];
    for show in shows {
        let mut world = running();
        show(&mut world);
        let mut harness = world.stage(SIZE);
        harness.run_ok();
        let named = harness.query_all_by(|node| node.label().is_some_and(|label| !label.is_empty()));
        assert_eq!(named.count(), 0);
        assert_eq!(harness.output().platform_output.cursor_icon, egui::CursorIcon::None);
    }
}

#[test]
fn black_and_white_are_whole_and_take_the_countdown_with_them() {
    for (cover, colour) in [(Cover::Black, [0; 3]), (Cover::White, [255; 3])] {
        let mut world = running();
        world.run(Command::StartCountdown(Ms::minutes(5))).run(Command::ToggleCover(cover));
        let mut harness = world.stage(SIZE);
        harness.run_ok();
        let picture = harness.render().unwrap();
        assert!(picture.pixels().all(|pixel| pixel.0[..3] == colour), "{cover:?}");
        assert_eq!(harness.state().stays, None);
    }
}

#[test]
fn the_last_good_picture_stands_until_the_next_is_ready() {
    let mut harness = running().stage(SIZE);
    harness.run_ok();
    let first = middle(&mut harness);
    assert_ne!(first, [0; 3]);
    harness.state_mut().answers = false;
    harness.state_mut().run(Command::Next);
    harness.run_ok();
    assert_eq!(middle(&mut harness), first, "no flash while the next one is made");
    harness.state_mut().answers = true;
    harness.run_ok();
    assert_ne!(middle(&mut harness), first);
}

#[test]
fn coming_out_of_black_never_shows_the_old_page() {
    let mut harness = running().stage(SIZE);
    harness.run_ok();
    harness.state_mut().run(Command::ToggleCover(Cover::Black));
    harness.run_ok();
    harness.state_mut().answers = false;
    harness.state_mut().run(Command::Next);
    harness.run_ok();
    assert_eq!(middle(&mut harness), [0; 3], "black until the next page is there");
}

#[test]
fn the_countdown_repaints_once_a_second_and_stands_still_otherwise() {
    let mut world = running();
    world.run(Command::StartCountdown(Ms::minutes(5)));
    world.ms += 12_300;
    let mut harness = world.stage(SIZE);
    harness.run_ok();
    assert_eq!(harness.state().stays, Some(std::time::Duration::from_millis(700)));
    harness.state_mut().run(Command::ToggleCountdown);
    harness.run_ok();
    assert_eq!(harness.state().stays, None);
    let mut still = running().stage(SIZE);
    still.run_ok();
    assert_eq!(still.state().stays, None);
}
