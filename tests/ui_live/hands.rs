//! Checks by show of hands in the window: the panel, the page of the answer, the gain, and what closing shows of it.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use lembar::{
    engine::{
        command::Command,
        hands::{CheckPart, CheckTime, Hands},
        learn::{Check, CheckChoice, Learn},
        session::{ScriptBlock, ScriptKind},
    },
    text::hands as text,
    ui::intent::{Intent, Overlay},
};

use crate::{
    fixture,
    world::{SMALL, World},
};

const WHY: &str = "Karena tenang itu ditiru.";
const FURTHER: &str = "Apa yang ditiru anak di rumah kita?";

/// A meeting under way whose third step asks at the start and whose eighth asks again.
fn asking() -> World {
    let mut session = fixture::session();
    session.steps[2].check = Some(CheckTime::Start);
    session.steps[7].check = Some(CheckTime::End);
    let choice = |words: &str| CheckChoice { scene: words.to_lowercase(), words: words.into() };
    let check = Check {
        ask: "Mana contoh yang baik?".into(),
        headline: "Mana yang baik?".into(),
        choices: vec![choice("Bertengkar"), choice("Bicara")],
        answer: 1,
        why: WHY.into(),
        because: "Anak meniru".into(),
        script: vec![ScriptBlock { kind: ScriptKind::Ask, text: FURTHER.into(), when: String::new() }],
    };
    session.learn = Some(Learn { checks: vec![check], ..Learn::default() });
    let mut world = fixture::world_of(session);
    world.start().at(16.0);
    world
}

/// Turned to the page of this part.
fn at(part: CheckPart) -> World {
    let mut world = asking();
    turn(&mut world, part);
    world
}

fn turn(world: &mut World, part: CheckPart) {
    let sheet = &world.state.sheet;
    let shows = |page| sheet.check_of(page).is_some_and(|(_, other, _)| other == part);
    let place = sheet.places().find(|place| sheet.page(*place).is_some_and(shows)).expect("a page of that part");
    world.run(Command::Visit(place));
}

fn counted(right: u16) -> Hands {
    Hands { present: Some(22), chosen: vec![None, Some(right)] }
}

fn shown(world: World) -> Harness<'static, World> {
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

fn says(harness: &Harness<'_, World>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn the_panel_needs_the_right_number_only_and_enter_keeps_it() {
    let mut world = at(CheckPart::Start);
    world.run(Command::CountHeads(22));
    world.overlay = Some(Overlay::Hands);
    let mut harness = shown(world);
    let saves = |harness: &Harness<'_, World>| {
        !harness.get_by_role_and_label(Role::Button, text::SAVE).accesskit_node().is_disabled()
    };
    assert!(!saves(&harness), "nothing is counted yet");
    let wrong = text::choice_field(0, "Bertengkar", false);
    harness.get_by_role_and_label(Role::TextInput, &wrong).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::TextInput, &wrong).type_text("13");
    harness.run_ok();
    assert!(!saves(&harness), "the right choice is missing");
    let right = text::choice_field(1, "Bicara", true);
    harness.get_by_role_and_label(Role::TextInput, &right).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::TextInput, &right).type_text("12");
    harness.run_ok();
    assert!(says(&harness, text::TOO_MANY), "25 hands of 22 people");
    harness.state_mut().asked.clear();
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    let hands = Hands { present: Some(22), chosen: vec![Some(13), Some(12)] };
    let asked: Vec<Intent> = harness.state_mut().asked.drain(..).collect();
    assert_eq!(
        asked,
        [Intent::Meeting(Command::CountHands(0, CheckTime::Start, hands.clone())), Intent::Overlay(None)]
    );
    assert_eq!(harness.state().state.hands_of(0, CheckTime::Start), Some(&hands));
    assert!(says(&harness, "12 dari 22"), "told beside the script");
}

#[test]
fn the_reason_and_what_follows_stand_on_the_page_of_the_answer_only() {
    for (part, there) in [(CheckPart::Start, false), (CheckPart::End, false), (CheckPart::Answer, true)] {
        let harness = shown(at(part));
        assert_eq!((says(&harness, WHY), says(&harness, FURTHER)), (there, there), "{part:?}");
    }
}

#[test]
fn the_gain_is_told_beside_the_answer_and_undo_takes_a_counting_back() {
    let mut world = at(CheckPart::Start);
    world.run(Command::CountHands(0, CheckTime::Start, counted(9)));
    turn(&mut world, CheckPart::End);
    world.run(Command::CountHands(0, CheckTime::End, counted(18)));
    turn(&mut world, CheckPart::Answer);
    let mut harness = shown(world);
    assert!(says(&harness, "9 dari 22") && says(&harness, "18 dari 22") && says(&harness, "naik 9"));
    assert_eq!(press(&mut harness, text::UNDO), [Intent::Meeting(Command::UndoHands)]);
    assert!(says(&harness, text::NOT_COUNTED) && !says(&harness, "naik 9"));
}

#[test]
fn closing_shows_start_end_and_gain() {
    let mut world = at(CheckPart::Start);
    world.run(Command::CountHands(0, CheckTime::Start, counted(9)));
    world.run(Command::CountHands(0, CheckTime::End, counted(18)));
    let minutes = lembar::engine::minutes::meeting_minutes(&[], &world.state);
    world.minutes = Some(minutes);
    world.screen = lembar::ui::intent::Screen::Close;
    let harness = shown(world);
    assert!(says(&harness, text::SUMMARY));
    assert!(says(&harness, "Awal 9 dari 22, akhir 18 dari 22, naik 9"));
}
