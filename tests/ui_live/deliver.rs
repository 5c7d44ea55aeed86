//! The delivery screen: every control asks for what it says; words of time; what lies over the page.

use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{
        command::{Command, StartPlan},
        event::{Cover, Place},
        ids::GameId,
        time::Ms,
    },
    ui::intent::{Intent, Overlay, Screen},
};

use crate::{
    fixture,
    world::{LARGE, SMALL, World},
};

fn running(minutes: f64) -> World {
    let mut world = fixture::world();
    world.start().at(minutes);
    world
}

/// Presses what is called `name` and says what was asked for.
fn press(harness: &mut Harness<'_, World>, name: &str) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.get_by_label(name).click();
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

#[test]
fn every_control_asks_for_what_it_says() {
    let wishes = [
        ("Berikutnya", Intent::Meeting(Command::Next)),
        ("Kurangi 1 menit", Intent::Meeting(Command::AdjustStep(-1))),
        ("Tambah 1 menit", Intent::Meeting(Command::AdjustStep(1))),
        ("Mulai tadi", Intent::Overlay(Some(Overlay::CorrectStart))),
        ("Jeda", Intent::Meeting(Command::TogglePause)),
        ("Hitam", Intent::Meeting(Command::ToggleCover(Cover::Black))),
        ("Putih", Intent::Meeting(Command::ToggleCover(Cover::White))),
        ("Tenang", Intent::Meeting(Command::ToggleCover(Cover::Calm))),
        ("Beku", Intent::Meeting(Command::ToggleFreeze)),
        ("Hitung mundur", Intent::Overlay(Some(Overlay::Countdown))),
        ("Permainan", Intent::Overlay(Some(Overlay::Games))),
        ("Daftar hadir", Intent::Go(Screen::Attendance)),
        ("Catatan", Intent::Overlay(Some(Overlay::Note))),
        ("Pangkas", Intent::Overlay(Some(Overlay::CutList))),
        ("Semua halaman", Intent::Overlay(Some(Overlay::Overview))),
        ("Bantuan", Intent::Overlay(Some(Overlay::Help))),
        ("Keluar", Intent::Overlay(Some(Overlay::Leave))),
        ("Hitung kepala", Intent::Overlay(Some(Overlay::HeadCount))),
        ("Perbesar huruf naskah", Intent::ScriptSize(1)),
        ("Perkecil huruf naskah", Intent::ScriptSize(-1)),
    ];
    for size in [LARGE, SMALL] {
        for (name, wish) in &wishes {
            let mut harness = running(3.0).console(size);
            assert_eq!(press(&mut harness, name), std::slice::from_ref(wish), "{name} at {size:?}");
        }
    }
}

#[test]
fn everything_stands_inside_the_window() {
    let shows: [fn(&mut World); 4] = [
        |_| {},
        |world| {
            world.run(Command::ToggleFreeze).run(Command::Next);
        },
        |world| {
            world.run(Command::StartGame(GameId::from("gerak"))).run(Command::StartCountdown(Ms::minutes(5)));
        },
        |world| world.drafts.step = Some(3),
    ];
    // The last is the smallest the console's window can be made.
    for size in [LARGE, SMALL, [960.0, 540.0]] {
        for show in shows {
            let mut world = running(11.4);
            show(&mut world);
            let mut harness = world.console(size);
            harness.run_ok();
            let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for name in ["Berikutnya", "Bantuan", "Pangkas", "Keluar", "Hitam", "Perbesar huruf naskah"] {
                let rect = harness.get_by_label(name).rect();
                assert!(window.contains_rect(rect), "{name} at {rect:?} in {size:?}");
                assert!(rect.height() >= 44.0, "{name} is {} high", rect.height());
            }
        }
    }
}

#[test]
fn the_pictures_press_is_next_and_the_last_page_leads_to_the_close() {
    let mut harness = running(3.0).console(LARGE);
    let asked = press(&mut harness, "Sedang tampil: Menjadi orang tua. Tekan untuk halaman berikutnya");
    assert_eq!(asked, [Intent::Meeting(Command::Next)]);
    let mut world = running(3.0);
    world.run(Command::LastOfSession);
    let mut harness = world.console(LARGE);
    assert!(harness.query_by_label("Berikutnya").is_none());
    assert_eq!(press(&mut harness, "Tutup pertemuan"), [Intent::Go(Screen::Close)]);
}

#[test]
fn a_step_is_begun_by_two_presses_never_by_one() {
    let mut harness = running(3.0).console(LARGE);
    assert_eq!(press(&mut harness, "Langkah 4: Inti 1: orang tua adalah contoh, 25 menit, belum"), []);
    assert_eq!(press(&mut harness, "Mulai"), [Intent::Meeting(Command::BeginStep(3))]);
    let mut world = running(3.0);
    world.drafts.step = Some(3);
    let mut harness = world.console(LARGE);
    let visit = Command::Visit(Place { step: 3, page: 0 });
    assert_eq!(press(&mut harness, "Lihat saja"), [Intent::Meeting(visit)]);
    // The running step's own row leads back to it.
    let running_row = "Langkah 1: Pembukaan, 10 menit, sedang berjalan";
    assert_eq!(press(&mut harness, running_row), [Intent::Meeting(Command::ReturnToStep)]);
}

#[test]
fn time_is_said_in_words_and_colour_never_stands_alone() {
    let at = |minutes: f64| running(minutes).console(LARGE);
    at(3.0).get_by_label("tersisa 7 menit, 3 dari 10 menit");
    at(3.0).get_by_label("selesai ±11.00, tepat waktu");
    at(8.4).get_by_label("tersisa 2 menit, 8 dari 10 menit · mulai rangkum");
    at(9.75).get_by_label("tersisa 00:15, 9 dari 10 menit · hampir habis");
    at(12.6).get_by_label("lewat 2 menit, 12 dari 10 menit · waktunya lanjut");
    at(12.6).get_by_label("selesai ±11.02, terlambat 2 menit");
    let mut early = running(4.0);
    early.step(1);
    early.console(LARGE).get_by_label("selesai ±10.54, lebih cepat 6 menit");
    let mut paused = running(4.0);
    paused.run(Command::TogglePause).at(9.0);
    let harness = paused.console(LARGE);
    harness.get_by_label("Waktu dijeda, sejak 09.04");
    harness.get_by_label("Jalankan");
}

#[test]
fn the_picture_stands_for_whole_minutes_but_for_seconds_in_the_last() {
    let stays = |minutes: f64| {
        let mut harness = running(minutes).console(LARGE);
        harness.run_ok();
        harness.state().stays.unwrap().as_millis()
    };
    assert_eq!(stays(3.0), 60_000);
    assert_eq!(stays(3.25), 45_000);
    assert_eq!(stays(9.5), 1000);
    let mut world = running(3.0);
    world.run(Command::StartCountdown(Ms::minutes(5))).run(Command::ToggleCover(Cover::Black));
    world.ms += 400;
    let mut harness = world.console(LARGE);
    harness.run_ok();
    assert_eq!(harness.state().stays.unwrap().as_millis(), 600, "the console counts on while the wall is black");
}

#[test]
fn what_lies_over_the_page_is_said_and_a_visit_shows_the_way_back() {
    let mut world = running(3.0);
    world.run(Command::ToggleCover(Cover::Black));
    world.console(LARGE).get_by_label("Sedang tampil: Layar hitam. Tekan untuk halaman berikutnya");
    let mut world = running(3.0);
    world.run(Command::Visit(Place { step: 6, page: 0 }));
    let mut harness = world.console(SMALL);
    harness.get_by_label("Anda sedang melihat halaman lain");
    assert_eq!(press(&mut harness, "Kembali ke langkah 1"), [Intent::Meeting(Command::ReturnToStep)]);
}

#[test]
fn the_script_speaks_of_last_time_and_a_step_without_a_page_has_prompts() {
    let mut world = running(10.0);
    world.step(1);
    let harness = world.console(LARGE);
    harness.get_by_label("Bulan lalu kita belajar tentang \"Memahami Perilaku Anak\".");
    harness.get_by_label("Apa yang Ibu puji dari anak bulan ini? Bagaimana wajahnya?");
    harness.get_by_label("Ini kata-kata untuk langkah tanpa halaman.");
    let mut world = running(10.0);
    world.step(4);
    let mut harness = world.console(LARGE);
    harness.get_by_label("Ini kata-kata untuk langkah tanpa halaman.");
    assert_eq!(press(&mut harness, "Pilih permainan"), [Intent::Overlay(Some(Overlay::Games))]);
}

#[test]
fn a_game_brings_its_rules_its_countdown_and_the_way_back() {
    let mut world = running(3.0);
    world.run(Command::StartGame(GameId::from("gerak")));
    let mut harness = world.console(LARGE);
    harness.get_by_label("Beri contoh dulu.");
    assert!(harness.query_by_label("Apa yang Ibu lihat? Siapa sedang apa?").is_none());
    let start = Intent::Meeting(Command::StartCountdown(Ms::minutes(5)));
    assert_eq!(press(&mut harness, "Pasang hitung mundur 5 menit"), [start]);
    harness.get_by_label("05:00");
    assert_eq!(press(&mut harness, "Kembali ke halaman"), [Intent::Meeting(Command::EndGame)]);
    harness.get_by_label("Apa yang Ibu lihat? Siapa sedang apa?");
}

#[test]
fn an_activity_proposes_its_countdown() {
    let mut world = running(3.0);
    world.step(5);
    let asked = press(&mut world.console(SMALL), "Pasang hitung mundur 8 menit");
    assert_eq!(asked, [Intent::Meeting(Command::StartCountdown(Ms::minutes(8)))]);
}

#[test]
fn waiting_begins_at_once_in_time_and_asks_when_late() {
    let mut harness = fixture::world().console(SMALL);
    harness.get_by_label("Kita mulai pukul 09.00");
    assert_eq!(press(&mut harness, "Mulai pertemuan"), [Intent::Meeting(Command::Start(StartPlan::Full))]);
    let mut late = fixture::world();
    late.at(25.0);
    let mut harness = late.console(SMALL);
    assert_eq!(press(&mut harness, "Mulai pertemuan"), [Intent::Overlay(Some(Overlay::LateStart))]);
    harness.get_by_label("Mulai 25 menit terlambat");
    harness.get_by_label("Tetap 120 menit");
    let asked = press(&mut harness, "Padatkan sampai 11.00");
    assert_eq!(asked, [Intent::Meeting(Command::Start(StartPlan::Compress)), Intent::Overlay(None)]);
    assert_eq!(harness.state().state.sheet.length().round_minutes(), 95);
}

#[test]
fn materials_can_be_ticked_off() {
    let mut harness = fixture::world().console(LARGE);
    assert_eq!(press(&mut harness, "Lembar balik dan Buku Pintar"), []);
    assert_eq!(harness.state().drafts.ready, [0]);
    press(&mut harness, "Lembar balik dan Buku Pintar");
    assert!(harness.state().drafts.ready.is_empty());
}
