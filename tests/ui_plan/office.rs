//! Data laporan and the report's tab: what each press and each typed word asks for, by the names screen readers hear.

use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable};
use lembar::{
    engine::{
        command::Command,
        evidence::{Change, Field},
        ids::{GroupId, MeetingId},
        office::{Category, Office, OfficeMap, OfficeMark},
        session::Module,
    },
    text::{office as text, past, report as words},
    ui::{
        drafts::PastTab,
        intent::{Document, Intent, OfficeKey, Screen},
        told::Slot,
    },
};

use crate::world::{TODAY, World};

fn closed(office: Office) -> Harness<'static, World> {
    let mut world = World::busy();
    world.screen = Screen::Past(MeetingId(3));
    let held = world.hold(GroupId(2), 1, TODAY, true);
    let seq = held.state.seq;
    world.past = Some((MeetingId(3), held, seq));
    world.drafts.past.tab = PastTab::Report;
    world.office = office;
    world.open(1366.0, 768.0)
}

fn decided() -> Office {
    Office { map: Some(OfficeMap::proposed()), ..Office::default() }
}

fn press(harness: &mut Harness<'_, World>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).scroll_to_me();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    std::mem::take(&mut harness.state_mut().asked)
}

#[test]
fn no_document_is_made_before_it_was_decided_how_marks_are_counted() {
    let mut harness = closed(Office::default());
    harness.get_by_label(text::ASK_FIRST);
    press(&mut harness, &text::make(text::ACTIVITY));
    assert_eq!(asked(&mut harness), []);
    press(&mut harness, text::TO_COUNTING);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Office)]);
}

#[test]
fn documents_are_asked_for_by_name() {
    let mut harness = closed(decided());
    press(&mut harness, &text::make(text::ACTIVITY));
    press(&mut harness, &text::make(text::MONITORING));
    press(&mut harness, text::HALF_YEAR_EMPTY);
    press(&mut harness, text::HALF_YEAR_PROPOSED);
    let make = |document| Intent::Office(OfficeKey::Make(document));
    assert_eq!(
        asked(&mut harness),
        [
            make(Document::Activity),
            make(Document::Monitoring),
            make(Document::HalfYear { propose: false }),
            make(Document::HalfYear { propose: true })
        ]
    );
    press(&mut harness, text::TO_EVIDENCE);
    assert_eq!(harness.state().drafts.past.tab, PastTab::Evidence);
    harness.get_by_role_and_label(Role::Button, past::TO_REPORT);
}

#[test]
fn a_field_of_the_offices_form_is_copied_whole_and_says_so() {
    let mut harness = closed(decided());
    harness.get_by_role_and_label(Role::Button, &text::copy(text::NARRATIVE)).scroll_to_me();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, &text::copy(text::NARRATIVE)).click();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("something was copied");
    let limit = Field::Narrative.form_limit().unwrap();
    assert!(copied.starts_with("Proses: ") && copied.chars().count() <= limit, "{copied}");
    harness.run_ok();
    harness.get_by_label(&text::counted(copied.chars().count(), limit));
    harness.get_by_role_and_label(Role::Button, &format!("{} {}", text::COPIED, text::NARRATIVE));
}

#[test]
fn a_changed_name_is_kept_when_its_field_is_left() {
    let mut harness = closed(decided());
    harness.get_by_role_and_label(Role::TextInput, text::ACTIVITY_NAME).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::TextInput, text::ACTIVITY_NAME).type_text(" Melati");
    harness.run_ok();
    harness.key_press(egui::Key::Tab);
    harness.run_ok();
    let asked = asked(&mut harness);
    let [Intent::Correct(MeetingId(3), Command::Evidence(Change::Tell(Field::ActivityName, name)))] = &asked[..] else {
        panic!("{asked:?}")
    };
    assert!(name.starts_with("P2K2 ") && name.contains(" Melati"), "{name}");
}

#[test]
fn a_narrative_is_handed_over_when_another_tab_is_opened_and_only_once() {
    let mut harness = closed(decided());
    harness.get_by_role_and_label(Role::MultilineTextInput, text::NARRATIVE).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::MultilineTextInput, text::NARRATIVE).type_text("Hujan. ");
    harness.step();
    assert!(harness.state().drafts.past.texts.contains_key(&Slot::Told(Field::Narrative)), "the core knows of it");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num1);
    harness.run_ok();
    assert_eq!(harness.state().drafts.past.tab, PastTab::Summary);
    let asked = asked(&mut harness);
    let [Intent::Correct(MeetingId(3), Command::Evidence(Change::Tell(Field::Narrative, words)))] = &asked[..] else {
        panic!("{asked:?}")
    };
    assert!(words.contains("Hujan. "), "{words}");
}

#[test]
fn what_nobody_changes_is_nobodys_words() {
    let mut harness = closed(decided());
    harness.get_by_role_and_label(Role::MultilineTextInput, text::NARRATIVE).focus();
    harness.run_ok();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num1);
    harness.run_ok();
    assert_eq!(asked(&mut harness), []);
    assert!(harness.state().drafts.past.texts.is_empty());
}

#[test]
fn the_offices_data_are_asked_to_be_kept_as_they_are_typed() {
    let mut world = World::busy();
    world.screen = Screen::Office;
    let mut harness = world.open(1366.0, 768.0);
    harness.get_by_label(text::NAME).focus();
    harness.run_ok();
    harness.get_by_label(text::NAME).type_text("Rina");
    harness.run_ok();
    let typed = asked(&mut harness);
    let kept = |wanted: &dyn Fn(&Office) -> bool, asked: &[Intent]| {
        asked.iter().any(|intent| matches!(intent, Intent::Office(OfficeKey::Set { office, .. }) if wanted(office)))
    };
    assert!(kept(&|office| office.facilitator == "Rina", &typed), "{typed:?}");
    press(&mut harness, &text::counted_as(text::EXCUSED, words::mark(OfficeMark::Sick)));
    let chosen = asked(&mut harness);
    assert!(kept(&|office| office.map.is_some_and(|map| map.excused == OfficeMark::Sick), &chosen), "{chosen:?}");
    press(&mut harness, text::DECIDE);
    assert!(kept(&|office| office.map == Some(OfficeMap::proposed()), &asked(&mut harness)));
    press(&mut harness, &format!("{}: {}", text::CATEGORY, words::module(Module::M4)));
    press(&mut harness, words::category(Category::Access));
    assert!(kept(&|office| office.category(&"".into(), Module::M4) == Category::Access, &asked(&mut harness)));
    press(&mut harness, text::UNDO);
    assert_eq!(asked(&mut harness), [Intent::Office(OfficeKey::Undo)]);
}
