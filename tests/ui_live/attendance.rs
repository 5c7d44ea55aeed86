//! The register: rows by name and number, marks that are pale until they are saved, search, walk-ins.

use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{
        attendance::{Attendee, Status},
        command::Command,
        ids::ParticipantId,
    },
    ui::{
        intent::{Intent, RollKey, Screen},
        view::RollField,
    },
};

use crate::{
    fixture,
    world::{LARGE, SMALL, World},
};

fn register(members: usize) -> World {
    let mut world = fixture::with_members(members);
    world.start().at(110.0);
    world.screen = Screen::Attendance;
    world
}

fn press(harness: &mut Harness<'_, World>, name: &str) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.get_by_label(name).click();
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

fn person(id: i64) -> Attendee {
    Attendee::Participant(ParticipantId(id))
}

#[test]
fn a_press_on_a_name_toggles_and_each_choice_marks() {
    for size in [LARGE, SMALL] {
        let mut harness = register(24).console(size);
        let asked = press(&mut harness, "Baris 1: Siti Rohayati, belum diisi");
        assert_eq!(asked, [Intent::Meeting(Command::ToggleNumber(1))]);
        let asked = press(&mut harness, "2 Ni Wayan Sukerti: sakit");
        assert_eq!(
            asked,
            [Intent::Roll(RollKey::Move(1)), Intent::Meeting(Command::Mark(person(2), Some(Status::Sick)))]
        );
        // The same choice once more empties the row again.
        let asked = press(&mut harness, "2 Ni Wayan Sukerti: sakit");
        assert_eq!(asked, [Intent::Meeting(Command::Mark(person(2), None))]);
    }
}

#[test]
fn rows_are_large_and_two_columns_hold_fifty_five() {
    for size in [LARGE, SMALL] {
        let mut world = register(55);
        world.roll.row = 54;
        let mut harness = world.console(size);
        harness.run_ok();
        let last = harness.get_by_label_contains("Baris 55:").rect();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        assert!(window.contains_rect(last), "the current row is in view: {last:?} in {size:?}");
        assert!(last.height() >= 44.0);
        let first = harness.get_by_label_contains("Baris 28:").rect();
        let second = harness.get_by_label_contains("Baris 29:").rect();
        assert!(second.left() > first.right(), "29 begins the second column");
    }
}

#[test]
fn a_mark_counts_only_when_it_is_on_disk() {
    let mut world = register(24);
    world.mark(0, Status::Present).mark(1, Status::Absent);
    world.durable = world.state.seq - 1;
    let harness = world.console(LARGE);
    harness.get_by_label("1 hadir");
    harness.get_by_label("0 alpa");
    harness.get_by_label("23 belum diisi");
    harness.get_by_label("Baris 1: Siti Rohayati, hadir");
    harness.get_by_label("Baris 2: Ni Wayan Sukerti, menyimpan…");
    let mut world = register(24);
    world.mark(0, Status::Present).mark(1, Status::Absent);
    let harness = world.console(LARGE);
    harness.get_by_label("1 alpa");
    harness.get_by_label("22 belum diisi");
}

#[test]
fn tools_ask_for_what_they_say() {
    let wishes = [
        ("Semua hadir", Intent::Roll(RollKey::All)),
        ("Cari", Intent::Roll(RollKey::Search)),
        ("Di luar daftar", Intent::Roll(RollKey::WalkIn)),
        ("Sisanya alpa", Intent::Roll(RollKey::Rest)),
        ("Tamu", Intent::Roll(RollKey::Guests)),
        ("Urut: daftar", Intent::Roll(RollKey::Order)),
        ("Kembali", Intent::Go(Screen::Deliver)),
    ];
    for (name, wish) in wishes {
        assert_eq!(press(&mut register(24).console(SMALL), name), [wish]);
    }
    assert_eq!(press(&mut register(24).console(SMALL), "Batalkan"), [], "nothing to undo yet");
    let mut marked = register(24);
    marked.run(Command::MarkAllPresent);
    assert_eq!(press(&mut marked.console(SMALL), "Batalkan"), [Intent::Roll(RollKey::Undo)]);
}

#[test]
fn a_typed_number_is_shown_with_the_name_it_means() {
    let mut world = register(24);
    world.roll.typed = "17".into();
    let mut harness = world.console(SMALL);
    harness.get_by_label("Baris nomor 17");
    assert_eq!(press(&mut harness, "Nurjannah Wenda"), [Intent::Roll(RollKey::Enter)]);
}

#[test]
fn a_search_leaves_the_rows_that_match_and_enter_toggles() {
    let mut world = register(24);
    world.roll.open = Some(RollField::Search);
    let mut harness = world.console(SMALL);
    harness.run_ok();
    assert!(harness.get_by_label("Cari nama").is_focused());
    harness.get_by_label("Cari nama").type_text("waode");
    harness.run_ok();
    assert!(harness.query_by_label_contains("Siti Rohayati,").is_none());
    harness.get_by_label_contains("Waode Rohayati,");
    harness.state_mut().asked.clear();
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    let asked: Vec<Intent> = harness.state_mut().asked.drain(..).collect();
    assert_eq!(asked, [Intent::Meeting(Command::ToggleNumber(12)), Intent::Escape]);
}

#[test]
fn walk_ins_are_written_down_and_taken_back() {
    let mut world = register(24);
    world.roll.open = Some(RollField::WalkIn);
    let mut harness = world.console(SMALL);
    harness.run_ok();
    harness.get_by_label("Nama yang tidak ada di daftar").type_text("Ibu Marlina");
    harness.run_ok();
    assert_eq!(press(&mut harness, "Tambahkan"), [Intent::Meeting(Command::AddWalkIn("Ibu Marlina".into()))]);
    let mut world = register(24);
    world.run(Command::AddWalkIn("Ibu Marlina".into()));
    world.roll.row = 24;
    let mut harness = world.console(SMALL);
    harness.run_ok();
    harness.get_by_label("Baris 25: Ibu Marlina, hadir");
    assert_eq!(press(&mut harness, "Hapus Ibu Marlina"), [Intent::Meeting(Command::RemoveWalkIn(0))]);
    assert!(harness.query_by_label_contains("Ibu Marlina").is_none());
}

#[test]
fn a_group_without_names_says_what_to_do() {
    register(0).console(SMALL).get_by_label_contains("Tambahkan orang yang datang dengan tombol");
}
