//! Wheel, teams and yel-yel: from the panel to the wall, and that no more of a name is shown than the facilitator chose.

use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{
        command::Command,
        lots::{Pool, SPIN, Split},
        scene::{Base, Draw},
        state::Board,
    },
    ui::{
        drafts::PlayTab,
        intent::{ClipKey, ImportKey, Intent, Overlay, YellKey},
        view::{Choice, ChoosingRow, ChoosingView, RowKind, YellView},
    },
};

use crate::{
    fixture,
    world::{SMALL, World, painted},
};

fn open(tab: PlayTab, change: impl FnOnce(&mut World)) -> Harness<'static, World> {
    let mut world = fixture::world();
    world.start().at(16.0);
    world.overlay = Some(Overlay::Games);
    world.drafts.play.tab = tab;
    change(&mut world);
    let mut harness = world.console(SMALL);
    harness.run_ok();
    harness
}

fn press(harness: &mut Harness<'_, World>, name: &str) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

fn stand(harness: &mut Harness<'_, World>) {
    harness.state_mut().ms += SPIN.0;
    harness.run_ok();
}

#[test]
fn the_shelf_is_narrowed_to_what_the_moment_needs() {
    let mut harness = open(PlayTab::Games, |_| {});
    assert!(harness.query_by_label("Mainkan: Tebak gerakku").is_some());
    press(&mut harness, "Penenang");
    assert!(harness.query_by_label("Mainkan: Tebak gerakku").is_none());
    assert!(harness.query_by_label("Mainkan: Napas tenang").is_some());
    assert!(harness.query_by_label("Pembuka").is_none(), "no game of that kind, no button");
}

#[test]
fn the_wheel_takes_heads_as_seats_and_brings_nobody_twice() {
    let mut harness = open(PlayTab::Wheel, |world| {
        world.run(Command::CountHeads(3));
    });
    assert_eq!(press(&mut harness, "Putar roda"), [Intent::Meeting(Command::SpinWheel(Pool::Seats(3)))]);
    assert!(harness.query_by_label_contains("Keluar:").is_none(), "told only once it stands");
    let mut out = Vec::new();
    for left in ["Belum keluar: 2 dari 3", "Belum keluar: 1 dari 3", "Semua sudah kebagian."] {
        stand(&mut harness);
        harness.get_by_label(left);
        let seen = |seat: &u16| harness.query_by_label(&format!("Keluar: nomor {seat}")).is_some();
        out.extend((1..=3_u16).filter(seen));
        press(&mut harness, "Putar lagi");
    }
    out.sort_unstable();
    assert_eq!(out, [1, 2, 3]);
    stand(&mut harness);
    press(&mut harness, "Ulang dari awal");
    assert!(harness.state().state.wheel.is_none() && harness.state().state.board.is_none());
}

#[test]
fn names_are_switched_on_by_hand_and_only_first_names_reach_the_wall() {
    let mut harness = open(PlayTab::Wheel, |_| {});
    press(&mut harness, "Nama depan");
    harness.get_by_label_contains("Seluruh ruangan akan membaca nama depan");
    press(&mut harness, "Putar roda");
    let world = harness.state();
    let Base::Draw(Draw::Wheel { labels, .. }) = world.scene().base else { panic!("no wheel") };
    assert_eq!(labels.len(), world.state.roll.len());
    for label in &labels {
        let rest: Vec<&str> = label.split(' ').skip(1).collect();
        assert!(rest.iter().all(|word| word.parse::<u16>().is_ok()), "{label} is more than a first name");
    }
}

#[test]
fn teams_are_drawn_again_and_say_how_large_they_are() {
    let mut harness = open(PlayTab::Teams, |world| {
        world.run(Command::CountHeads(23));
    });
    harness.get_by_label("4 kelompok, masing-masing 5 atau 6 orang");
    press(&mut harness, "Tambah satu");
    let asked = press(&mut harness, "Bagi sekarang");
    assert_eq!(asked, [Intent::Meeting(Command::SplitTeams(Pool::Seats(23), Split::Teams(5)))]);
    let first = harness.state().state.board.clone();
    press(&mut harness, "Acak lagi");
    assert_ne!(harness.state().state.board, first);
    press(&mut harness, "Isi tiap kelompok");
    harness.get_by_label("5 kelompok, masing-masing 4 atau 5 orang");
    assert_eq!(press(&mut harness, "Turunkan dari layar")[0], Intent::Meeting(Command::EndGame));
    assert_eq!(harness.state().state.board, None);
}

#[test]
fn a_yel_yel_is_kept_and_shown() {
    let mut harness = open(PlayTab::Yell, |world| {
        world.yell = YellView { group: "Melati harum!", can_undo: true, ..YellView::default() };
    });
    assert_eq!(press(&mut harness, "Urungkan"), [Intent::Yell(YellKey::Undo)]);
    assert_eq!(press(&mut harness, "Tampilkan di layar"), [Intent::Meeting(Command::ShowYell("Melati harum!".into()))]);
    assert_eq!(harness.state().state.board, Some(Board::Yell("Melati harum!".into())));
    press(&mut harness, "Semua kelompok");
    harness.get_by_role_and_label(Role::MultilineTextInput, "Yel-yel").focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::MultilineTextInput, "Yel-yel").type_text("Ibu hebat!");
    harness.run_ok();
    let kept = Intent::Yell(YellKey::Keep { all: true, text: "Ibu hebat!".into() });
    assert_eq!(press(&mut harness, "Simpan"), [kept]);
}

#[test]
fn a_sound_is_chosen_for_the_yel_yel_and_played_while_it_is_up() {
    let mut harness = open(PlayTab::Yell, |world| {
        world.yell = YellView { group: "Melati harum!", group_sound: "melati.mp3", ..YellView::default() };
    });
    harness.get_by_label("melati.mp3");
    assert!(harness.query_by_label_contains("Putar lagu").is_none(), "it is not on the wall");
    assert_eq!(press(&mut harness, "Ganti suara"), [Intent::Yell(YellKey::ChooseSound { all: false })]);
    assert_eq!(press(&mut harness, "Tanpa suara"), [Intent::Yell(YellKey::NoSound { all: false })]);
    press(&mut harness, "Tampilkan di layar");
    harness.state_mut().song = Some(false);
    harness.run_ok();
    let play = harness.get_all_by_label_contains("Putar lagu").last().unwrap();
    play.click();
    harness.run_ok();
    assert_eq!(harness.state().asked.back(), Some(&Intent::Clip(ClipKey::Toggle)));
}

#[test]
fn choosing_a_sound_stands_in_the_panel_and_takes_one_file() {
    let rows: &'static [ChoosingRow] = Vec::leak(vec![
        ChoosingRow { name: "Rekaman".into(), what: RowKind::Folder, size: String::new(), marked: false },
        ChoosingRow { name: "yel.m4a".into(), what: RowKind::Sound, size: "812 kB".into(), marked: true },
    ]);
    let mut harness = open(PlayTab::Yell, |world| {
        let choosing = ChoosingView {
            choice: Choice::Sound,
            folder: "Unduhan",
            up: true,
            rows,
            marked: 1,
            ..ChoosingView::default()
        };
        world.yell = YellView { choosing: Some(choosing), ..YellView::default() };
    });
    let wish = |key| [Intent::Yell(YellKey::Choosing(key))];
    assert_eq!(press(&mut harness, "Rekaman"), wish(ImportKey::Row(0)));
    assert_eq!(press(&mut harness, "Pakai suara ini"), wish(ImportKey::Take));
    assert_eq!(press(&mut harness, "Batal"), wish(ImportKey::LeaveChoosing));
    assert!(harness.query_by_label("Tampilkan di layar").is_none(), "one thing at a time");
}

#[test]
fn seats_of_the_last_meeting_are_proposed_until_heads_are_counted() {
    let mut harness = open(PlayTab::Wheel, |world| world.drafts.play.seats_before = Some(17));
    assert_eq!(press(&mut harness, "Putar roda"), [Intent::Meeting(Command::SpinWheel(Pool::Seats(17)))]);
    let mut harness = open(PlayTab::Wheel, |world| {
        world.drafts.play.seats_before = Some(17);
        world.run(Command::CountHeads(21));
    });
    assert_eq!(press(&mut harness, "Putar roda"), [Intent::Meeting(Command::SpinWheel(Pool::Seats(21)))]);
}

#[test]
fn the_wall_turns_the_wheel_and_then_stands_still() {
    let mut world = fixture::world();
    world.start().at(16.0).run(Command::SpinWheel(Pool::Seats(24)));
    world.ms += 500;
    let mut harness = world.stage([640.0, 480.0]);
    harness.step();
    assert!(harness.state().stays.is_some_and(|stays| stays < Duration::from_millis(50)), "it turns");
    harness.state_mut().ms += SPIN.0;
    harness.step();
    assert_eq!(harness.state().stays, None, "nothing moves once it stands");
    let Base::Draw(Draw::Wheel { labels, picked, .. }) = harness.state().scene().base else { panic!("no wheel") };
    let words: Vec<String> = painted(&harness).into_iter().map(|(words, _)| words).collect();
    assert_eq!(words, [labels[picked].clone()]);
}
