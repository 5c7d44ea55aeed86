//! The panels over the delivery screen, from opening to what they ask for.

use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{command::Command, cut::cut_list, event::Place, ids::GameId, pace::pace, time::Ms},
    ui::intent::{Intent, Overlay, Screen},
};

use crate::{
    fixture,
    world::{LARGE, SMALL, World},
};

fn open(overlay: Overlay, size: [f32; 2], change: impl FnOnce(&mut World)) -> Harness<'static, World> {
    let mut world = fixture::world();
    world.start().at(16.0).step(1).at(24.0);
    change(&mut world);
    world.overlay = Some(overlay);
    let mut harness = world.console(size);
    harness.run_ok();
    harness
}

fn press(harness: &mut Harness<'_, World>, name: &str) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.get_by_label(name).click();
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

fn key(harness: &mut Harness<'_, World>, modifiers: Modifiers, key: Key) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.key_press_modifiers(modifiers, key);
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

fn done(command: Command) -> [Intent; 2] {
    [Intent::Meeting(command), Intent::Overlay(None)]
}

#[test]
fn every_panel_closes_and_stays_inside_the_window() {
    let all = [
        Overlay::Overview,
        Overlay::GoTo,
        Overlay::CutList,
        Overlay::Countdown,
        Overlay::Games,
        Overlay::Note,
        Overlay::HeadCount,
        Overlay::Help,
        Overlay::CorrectStart,
        Overlay::Leave,
    ];
    for size in [LARGE, SMALL] {
        for overlay in all {
            let mut harness = open(overlay, size, |_| {});
            let close = harness.get_by_label("Tutup").rect();
            assert!(close.top() >= 0.0 && close.right() <= size[0] && close.height() >= 44.0, "{overlay:?}: {close:?}");
            assert_eq!(press(&mut harness, "Tutup"), [Intent::Overlay(None)], "{overlay:?}");
        }
    }
}

#[test]
fn the_overview_begins_at_the_page_shown_and_arrows_walk_over_the_pictures() {
    let mut harness = open(Overlay::Overview, LARGE, |_| {});
    assert!(harness.get_by_label("Halaman 3: Bulan lalu").is_focused());
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(harness.get_by_label("Halaman 4: Apa yang membuat Ibu bangga?").is_focused());
    let asked = key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(asked, done(Command::Visit(Place { step: 2, page: 0 })));
    let mut harness = open(Overlay::Overview, SMALL, |_| {});
    let asked = press(&mut harness, "Halaman 6: Yang baik ditiru, yang buruk juga");
    assert_eq!(asked, done(Command::Visit(Place { step: 3, page: 1 })));
}

#[test]
fn go_to_shows_what_the_number_means() {
    let mut harness = open(Overlay::GoTo, SMALL, |world| world.drafts.go_to = "6".into());
    harness.get_by_label("Yang baik ditiru, yang buruk juga");
    assert_eq!(press(&mut harness, "Buka halaman"), done(Command::Visit(Place { step: 3, page: 1 })));
    let mut harness = open(Overlay::GoTo, SMALL, |world| world.drafts.go_to = "66".into());
    harness.get_by_label("Halaman 1 sampai 12");
    assert_eq!(press(&mut harness, "Buka halaman"), [], "there is no such page");
}

#[test]
fn the_cut_list_adds_up_and_cuts_what_is_switched_on() {
    let mut harness = open(Overlay::CutList, LARGE, |_| {});
    let world = harness.state();
    let options = cut_list(&world.state, world.now());
    let late = pace(&world.state, world.now()).unwrap().offset_ms / 60_000;
    let proposed: Ms = options.iter().filter(|option| option.proposed).map(|option| option.saves).sum();
    assert!(late >= 6 && proposed.round_minutes() >= late as u64);
    harness.get_by_label(&format!("Hemat {} dari {late} menit", proposed.round_minutes()));

    // Switch everything suggested off, then skip one step whole.
    let title = |step: u16| harness.state().state.sheet.steps[usize::from(step)].title.clone();
    let name = |step: u16, to: Ms| {
        let what = if to == Ms::ZERO { "lewati".to_owned() } else { format!("jadi {} menit", to.round_minutes()) };
        format!("{}: {what}", title(step))
    };
    let on: Vec<String> = options.iter().filter(|it| it.proposed).map(|it| name(it.step, it.to)).collect();
    let skip = options.iter().find(|option| option.to == Ms::ZERO).unwrap();
    let shorten = options.iter().find(|it| it.step == skip.step && it.to > Ms::ZERO).unwrap();
    let (skip_name, shorten_name) = (name(skip.step, skip.to), name(shorten.step, shorten.to));
    for name in on {
        press(&mut harness, &name);
    }
    harness.get_by_label(&format!("Hemat 0 dari {late} menit"));
    press(&mut harness, &shorten_name);
    harness.get_by_label(&format!("Hemat {} dari {late} menit", shorten.saves.round_minutes()));
    // Skipping it instead takes the shortening back.
    press(&mut harness, &skip_name);
    harness.get_by_label(&format!("Hemat {} dari {late} menit", skip.saves.round_minutes()));
    harness.state_mut().asked.clear();
    let apply = harness.get_all_by_label("Pangkas").last().unwrap();
    apply.click();
    harness.run_ok();
    let asked: Vec<Intent> = harness.state_mut().asked.drain(..).collect();
    assert_eq!(asked, done(Command::Cut(vec![(skip.step, Ms::ZERO)])));
    assert_eq!(harness.state().state.sheet.steps[usize::from(skip.step)].planned, Ms::ZERO);
}

#[test]
fn a_cut_can_be_taken_back() {
    let mut harness = open(Overlay::CutList, LARGE, |world| {
        world.run(Command::Cut(vec![(6, Ms::ZERO)]));
    });
    let asked = press(&mut harness, "Kembalikan: Inti 3: praktik");
    assert_eq!(asked, [Intent::Meeting(Command::Cut(vec![(6, Ms::minutes(10))]))]);
}

#[test]
fn nobody_is_asked_to_cut_in_time() {
    let mut world = fixture::world();
    world.start().at(3.0);
    world.overlay = Some(Overlay::CutList);
    let harness = world.console(SMALL);
    harness.get_by_label("Anda tidak terlambat. Tidak ada yang perlu dipangkas.");
}

#[test]
fn a_countdown_begins_by_press_or_by_typing_and_is_looked_after() {
    let mut harness = open(Overlay::Countdown, SMALL, |_| {});
    assert_eq!(press(&mut harness, "5 menit"), done(Command::StartCountdown(Ms::minutes(5))));
    let mut harness = open(Overlay::Countdown, SMALL, |world| world.drafts.countdown = "7".into());
    assert_eq!(press(&mut harness, "Mulai hitung mundur"), done(Command::StartCountdown(Ms::minutes(7))));
    let running = || {
        open(Overlay::Countdown, SMALL, |world| {
            world.run(Command::StartCountdown(Ms::minutes(5)));
            world.ms += 84_000;
        })
    };
    let harness = running();
    assert!(harness.get_all_by_label("03:36").count() >= 1);
    let in_panel = |name: &str| {
        let mut harness = running();
        harness.state_mut().asked.clear();
        harness.get_all_by_label(name).last().unwrap().click();
        harness.run_ok();
        harness.state_mut().asked.drain(..).collect::<Vec<_>>()
    };
    assert_eq!(in_panel("Jeda"), [Intent::Meeting(Command::ToggleCountdown)]);
    assert_eq!(in_panel("Tambah 1 menit"), [Intent::Meeting(Command::AddCountdown(60_000))]);
    assert_eq!(in_panel("Kurangi 1 menit"), [Intent::Meeting(Command::AddCountdown(-60_000))]);
    assert_eq!(in_panel("Hentikan"), done(Command::EndCountdown));
}

#[test]
fn games_say_when_they_help_and_are_brought_up() {
    let mut harness = open(Overlay::Games, SMALL, |_| {});
    harness.get_by_label("sekitar 5 menit");
    assert_eq!(press(&mut harness, "Mainkan: Tebak gerakku"), done(Command::StartGame(GameId::from("gerak"))));
}

#[test]
fn a_note_is_written_kept_and_taken_back() {
    let mut harness = open(Overlay::Note, SMALL, |_| {});
    harness.get_by_label("Belum ada catatan pada pertemuan ini.");
    assert!(harness.get_by_label("Tulis catatan").is_focused());
    harness.get_by_label("Tulis catatan").type_text("Kunjungi Ibu Ester.");
    harness.run_ok();
    let asked = key(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(asked, done(Command::AddNote("Kunjungi Ibu Ester.".into())));
    let mut harness = open(Overlay::Note, SMALL, |world| {
        world.run(Command::AddNote("Kunjungi Ibu Ester.".into()));
    });
    assert_eq!(press(&mut harness, "Hapus: Kunjungi Ibu Ester."), [Intent::Meeting(Command::RemoveNote(0))]);
}

#[test]
fn an_empty_note_asks_for_nothing() {
    let mut harness = open(Overlay::Note, SMALL, |world| world.drafts.note = "  \n ".into());
    assert_eq!(key(&mut harness, Modifiers::COMMAND, Key::Enter), []);
    assert_eq!(press(&mut harness, "Simpan catatan"), []);
}

#[test]
fn a_number_typed_and_left_is_gone_and_typing_replaces_what_stands() {
    let mut harness = open(Overlay::HeadCount, SMALL, |world| {
        world.run(Command::CountHeads(24));
        world.drafts.heads = "121".into();
    });
    assert_eq!(harness.state().drafts.heads, "24", "what was left with Esc is not taken up again");
    harness.get_by_label("Jumlah orang").type_text("30");
    harness.run_ok();
    assert_eq!(harness.state().drafts.heads, "30", "all of it was selected");
}

#[test]
fn heads_are_counted_by_steps_or_typed() {
    let mut harness = open(Overlay::HeadCount, SMALL, |world| _ = world.run(Command::CountHeads(22)));
    press(&mut harness, "Tambah satu orang");
    assert_eq!(press(&mut harness, "Simpan jumlah"), done(Command::CountHeads(23)));
    let mut harness = open(Overlay::HeadCount, SMALL, |_| {});
    harness.get_by_label("Jumlah orang").type_text("3a1");
    harness.run_ok();
    assert_eq!(harness.state().drafts.heads, "31", "letters are no heads");
}

#[test]
fn the_start_of_a_step_is_corrected() {
    let mut harness = open(Overlay::CorrectStart, SMALL, |_| {});
    assert_eq!(press(&mut harness, "3 menit lalu"), done(Command::CorrectStart(Ms::minutes(3))));
}

#[test]
fn help_says_every_row_of_the_key_table_and_what_a_clicker_does() {
    for (size, screen) in [(SMALL, Screen::Deliver), (LARGE, Screen::Deliver), (SMALL, Screen::Attendance)] {
        let harness = open(Overlay::Help, size, |world| world.screen = screen);
        let mut rows = 0;
        for row in lembar::ui::keymap::rows() {
            let keys: Vec<String> = row.keys.iter().map(|chord| lembar::ui::keymap::spoken(*chord)).collect();
            assert!(harness.query_all_by_label(row.help).count() >= 1, "{}", row.help);
            assert!(harness.query_all_by_label(&keys.join(", ")).count() >= 1, "{keys:?}");
            rows += 1;
        }
        assert!(rows > 40);
        assert!(harness.query_by_label(lembar::text::keys::CLICKER).is_some());
    }
}

#[test]
fn leaving_keeps_the_meeting_and_closing_is_another_matter() {
    let asked = press(&mut open(Overlay::Leave, SMALL, |_| {}), "Ke beranda");
    assert_eq!(asked, [Intent::Overlay(None), Intent::Go(Screen::Home)]);
    let asked = press(&mut open(Overlay::Leave, SMALL, |_| {}), "Tutup pertemuan");
    assert_eq!(asked, [Intent::Overlay(None), Intent::Go(Screen::Close)]);
}
