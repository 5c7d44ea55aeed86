//! Where the keyboard stands when a panel opens, and what Enter does there; the colours that come with the words of time.

use egui::{Color32, Key};
use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{
        command::{Command, StartPlan},
        time::{DayMinute, Ms},
    },
    ui::{
        intent::{Intent, Overlay, Screen},
        keymap::{self, Context},
        theme,
    },
};

use crate::{
    fixture,
    world::{LARGE, SMALL, World, painted},
};

fn open(overlay: Overlay) -> Harness<'static, World> {
    let mut world = fixture::world();
    world.start().at(16.0);
    world.overlay = Some(overlay);
    let mut harness = world.console(SMALL);
    harness.run_ok();
    harness
}

fn enter(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    harness.state_mut().asked.clear();
    harness.key_press(Key::Enter);
    harness.run_ok();
    harness.state_mut().asked.drain(..).collect()
}

fn done(command: Command) -> [Intent; 2] {
    [Intent::Meeting(command), Intent::Overlay(None)]
}

#[test]
fn a_panel_with_a_field_takes_what_is_typed_at_once() {
    let fields =
        [(Overlay::HeadCount, "Jumlah orang"), (Overlay::Countdown, "Menit lain"), (Overlay::Note, "Tulis catatan")];
    for (overlay, name) in fields {
        let harness = open(overlay);
        assert!(harness.get_all_by_label(name).any(|node| node.is_focused()), "{overlay:?}");
    }
}

#[test]
fn a_number_and_enter_save_the_heads_and_begin_a_countdown() {
    let mut harness = open(Overlay::HeadCount);
    harness.event(egui::Event::Text("23".into()));
    harness.run_ok();
    assert_eq!(enter(&mut harness), done(Command::CountHeads(23)));
    let mut harness = open(Overlay::Countdown);
    harness.event(egui::Event::Text("8".into()));
    harness.run_ok();
    assert_eq!(enter(&mut harness), done(Command::StartCountdown(Ms::minutes(8))));
    assert_eq!(enter(&mut open(Overlay::HeadCount)), [], "nothing typed, nothing counted");
}

#[test]
fn a_panel_with_choices_stands_on_the_first() {
    assert!(open(Overlay::CorrectStart).get_by_label("1 menit lalu").is_focused());
    assert!(open(Overlay::Games).get_by_label("Mainkan: Tebak gerakku").is_focused());
    assert_eq!(enter(&mut open(Overlay::Leave)), [Intent::Overlay(None)], "leaving is never one key away");
}

#[test]
fn a_late_start_is_answered_by_enter() {
    let late = |minutes: f64| {
        let mut world = fixture::world();
        world.at(minutes);
        assert_eq!(world.state.setup.end, Some(DayMinute(11 * 60)));
        world.overlay = Some(Overlay::LateStart);
        let mut harness = world.console(LARGE);
        harness.run_ok();
        enter(&mut harness)
    };
    assert_eq!(late(25.0), done(Command::Start(StartPlan::Compress)));
    assert_eq!(late(117.0), done(Command::Start(StartPlan::Full)), "three minutes hold nothing");
}

#[test]
fn amber_begins_at_a_fifth_and_red_at_a_twentieth_each_with_words() {
    let ink = |minutes: f64| -> (String, Color32) {
        let mut world = fixture::world();
        world.start().at(minutes);
        let mut harness = world.console(LARGE);
        harness.run_ok();
        painted(&harness).into_iter().find(|(words, _)| words.contains(" dari 10 menit")).unwrap()
    };
    let (calm, amber, red) = (theme::DAY.muted, theme::DAY.amber, theme::DAY.red);
    // Ten minutes planned: two are a fifth, half a one is a twentieth.
    assert_eq!(ink(7.99), ("7 dari 10 menit".into(), calm));
    assert_eq!(ink(8.0), ("8 dari 10 menit · mulai rangkum".into(), amber));
    assert_eq!(ink(9.49), ("9 dari 10 menit · mulai rangkum".into(), amber));
    assert_eq!(ink(9.5), ("9 dari 10 menit · hampir habis".into(), red));
    assert_eq!(ink(10.5), ("10 dari 10 menit · waktunya lanjut".into(), red));
}

/// Controls that are always there while delivering and on the register; the other rows of the table have none, or only at times.
#[test]
fn every_control_with_a_key_has_it_printed_on_it() {
    let without = |intent: &Intent| {
        matches!(
            intent,
            Intent::Meeting(
                Command::FirstOfStep
                    | Command::LastOfStep
                    | Command::FirstOfSession
                    | Command::LastOfSession
                    | Command::ReturnToStep
                    | Command::UndoHands
            ) | Intent::Overlay(Some(Overlay::GoTo | Overlay::HeadCount | Overlay::Hands | Overlay::Recall))
                | Intent::ScriptSize(_)
                | Intent::ScrollScript(_)
                | Intent::ShowStage
                | Intent::LaptopForRoom
                | Intent::SwapScreens
                | Intent::Escape
                | Intent::Clip(_)
                | Intent::Sound(_)
                | Intent::Rehearse(_)
        )
    };
    let mut world = fixture::world();
    world.start().at(16.0).step(1).at(24.0);
    let mut harness = world.console(SMALL);
    harness.run_ok();
    let printed = painted(&harness);
    let mut seen = 0;
    for row in keymap::rows().filter(|row| row.contexts.contains(&Context::Deliver)) {
        let intent = (row.intent)();
        let hint = keymap::hint(Context::Deliver, &intent);
        if !without(&intent) {
            assert!(printed.iter().any(|(words, _)| *words == hint), "{hint} ({}) is printed nowhere", row.help);
            seen += 1;
        }
    }
    assert!(seen >= 15, "{seen} controls");
    harness.state_mut().screen = Screen::Attendance;
    harness.run_ok();
    for words in ["+", "−", "Z", "/", "Ctrl+T", "G", "O", "F1", "Esc"] {
        assert!(painted(&harness).iter().any(|(printed, _)| printed.starts_with(words)), "{words}");
    }
}
