//! Small pictures of whole screens, against cramped, cut off and unaligned. After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test ui_plan`.

use egui_kittest::SnapshotOptions;
use lembar::{
    engine::ids::GroupId,
    ui::{
        intent::Screen,
        view::{Level, Notice, PrepareHint, ResumeOffer},
    },
};

use crate::world::{TODAY, World};

/// The smallest laptop, drawn at half size.
pub(crate) fn picture(world: World, name: &str) {
    let mut harness = world.open_at(1024.0, 600.0, 0.5);
    harness.run_ok();
    // Another machine's renderer may round some edges differently.
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(100);
    harness.snapshot_options(format!("plan-{name}"), &options);
}

#[test]
fn first_start() {
    picture(World::new(), "first");
}

#[test]
fn home() {
    let mut world = World::busy();
    world.dark = true;
    picture(world, "home-dark");
}

#[test]
fn group() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(4)));
    picture(world, "group");
}

#[test]
fn prepare() {
    let mut world = World::busy();
    world.screen = Screen::Prepare;
    world.prepare = Some(PrepareHint {
        group: GroupId(4),
        session: world.sessions[11].id.clone(),
        chosen: true,
        presenters: Vec::new(),
    });
    picture(world, "prepare");
}

#[test]
fn learn() {
    let mut world = World::busy();
    world.screen = Screen::Prepare;
    world.prepare = Some(PrepareHint {
        group: GroupId(4),
        session: world.sessions[0].id.clone(),
        chosen: true,
        presenters: Vec::new(),
    });
    world.drafts.learning = true;
    picture(world, "learn");
}

#[test]
fn import() {
    let mut world = World::busy();
    world.screen = Screen::Import;
    world.import.items = [("Gizi ibu hamil.pdf", "20 halaman"), ("WhatsApp Video 2026-11-20.mp4", "video, 1 halaman")]
        .map(|(name, becomes)| (name.to_owned(), becomes.to_owned()))
        .to_vec();
    world.import.pages = 21;
    world.import.problems = vec![lembar::text::import::no_office("Slide posyandu.pptx")];
    world.drafts.import_title = "Gizi ibu hamil".to_owned();
    picture(world, "import");
}

#[test]
fn close() {
    let mut world = World::busy();
    world.screen = Screen::Close;
    world.running = Some(world.hold(GroupId(2), 2, TODAY, false));
    picture(world, "close");
}

#[test]
fn resume() {
    let mut world = World::busy();
    world.resume = Some(ResumeOffer {
        rehearsal: false,
        group: "Kelompok Anggrek Bulan".into(),
        title: "Memahami Cara Anak Usia Dini Belajar".into(),
        wall: TODAY,
        step: Some((3, "Tujuan dan pertanyaan pembuka".into())),
        page: 7,
        paused: true,
        undecodable: 2,
    });
    let text = "Belum tersimpan: penyimpanan penuh. Kosongkan tempat; Lembar mencoba lagi sendiri.".into();
    world.notices = vec![Notice { id: 1, level: Level::Trouble, text, permanent: true, action: None, other: None }];
    picture(world, "resume");
}
