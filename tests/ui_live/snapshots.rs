//! A few small pictures of the live screens, compared with the ones kept in `tests/snapshots`.

use egui_kittest::SnapshotOptions;
use lembar::{
    engine::{attendance::Status, command::Command, time::Ms},
    ui::intent::{Overlay, Screen},
};

use crate::{
    fixture,
    world::{SMALL, World},
};

/// In the middle of Inti 1, six minutes late.
fn late() -> World {
    let mut world = fixture::world();
    world.start().at(11.0).step(1).at(23.5).step(2).at(36.2).step(3).at(45.7);
    world
}

fn check(name: &str, world: World) {
    let mut harness = world.console_at(SMALL, 0.6);
    harness.run_ok();
    harness.snapshot_options(format!("live-{name}"), &options());
}

/// Renderers round differently at the edges of letters.
fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.2).max_failed_pixels(100_usize)
}

#[test]
fn waiting() {
    check("waiting", fixture::world());
}

#[test]
fn deliver_late() {
    check("deliver-late", late());
}

#[test]
fn deliver_dark_over_time() {
    let mut world = late();
    world.at(63.0);
    world.dark = true;
    check("deliver-dark", world);
}

#[test]
fn cut_list() {
    let mut world = late();
    world.overlay = Some(Overlay::CutList);
    check("cut-list", world);
}

#[test]
fn attendance() {
    let mut world = late();
    for row in 0..9 {
        world.mark(row, if row == 3 { Status::Sick } else { Status::Present });
    }
    world.durable = world.state.seq - 1;
    world.roll.row = 9;
    world.screen = Screen::Attendance;
    check("attendance", world);
}

#[test]
fn stage_countdown() {
    let mut world = late();
    world.run(Command::StartCountdown(Ms::minutes(5))).at(47.1);
    let mut harness = world.stage([640.0, 360.0]);
    harness.run_ok();
    harness.snapshot_options("live-stage-countdown", &options());
}
