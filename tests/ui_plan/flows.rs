//! Flows: what each press and each typed word asks the app for.

use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{self, Queryable},
};
use lembar::{
    engine::{
        attendance::{Row, Status},
        command::Command,
        event::Presenter,
        evidence::{Change, Field, Ground, Level as Grade, unrated},
        ids::{GroupId, MeetingId},
        paper::{Held, PaperFault},
        print::Printout,
        roster::Group,
        time::DayMinute,
    },
    text::{
        attendance, catalogue, close, damaged, evidence, group, home, import, learn, notices, overview, paper, prepare,
        print, resume,
    },
    ui::{
        drafts::{PaperForm, PastTab},
        intent::{ImportKey, Intent, PaperKey, PaperPlan, RollKey, RosterKey, Screen},
        view::{Level, Notice, PrepareHint, ResumeOffer},
    },
};

use crate::world::{TODAY, World};

const LAPTOP: (f32, f32) = (1366.0, 768.0);

fn laptop(world: World) -> Harness<'static, World> {
    world.open(LAPTOP.0, LAPTOP.1)
}

/// Presses what is called `name`.
fn press(harness: &mut Harness<'_, World>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).scroll_to_me();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
}

/// Types into the field called `name`.
fn type_into(harness: &mut Harness<'_, World>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run_ok();
    harness.get_by_label(name).type_text(text);
    harness.run_ok();
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    std::mem::take(&mut harness.state_mut().asked)
}

fn preparing() -> World {
    let mut world = World::busy();
    world.screen = Screen::Prepare;
    world.prepare = Some(PrepareHint {
        group: GroupId(2),
        session: world.sessions[2].id.clone(),
        chosen: false,
        presenters: Vec::new(),
    });
    world
}

fn closing() -> World {
    let mut world = World::busy();
    world.screen = Screen::Close;
    world.running = Some(world.hold(GroupId(2), 2, TODAY, false));
    world
}

#[test]
fn the_first_start_offers_a_group_of_ones_own_and_the_demo_group() {
    let mut harness = laptop(World::new());
    press(&mut harness, home::FIRST_BUTTON);
    press(&mut harness, home::DEMO_BUTTON);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Group(None)), Intent::AddDemo]);
}

#[test]
fn home_prepares_edits_removes_the_demo_and_opens_the_past() {
    // High enough for all groups: only rows in sight are drawn.
    let mut harness = World::busy().open(1366.0, 1000.0);
    press(&mut harness, &home::of_group(overview::PREPARE, "Kelompok Cempaka"));
    press(&mut harness, &home::of_group(home::EDIT, "Kelompok Mawar"));
    press(&mut harness, home::REMOVE_DEMO);
    press(&mut harness, home::NEW_GROUP);
    press(&mut harness, home::DARK);
    press(&mut harness, overview::HISTORY);
    let newest = harness.state().meetings[0].clone();
    let title = newest.title.clone();
    let row = move |node: &kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|name| name.contains(&title))
    };
    harness.get_by(row).click();
    harness.run_ok();
    assert_eq!(
        asked(&mut harness),
        [
            Intent::PrepareFor(GroupId(3)),
            Intent::Go(Screen::Group(Some(GroupId(5)))),
            Intent::RemoveDemo,
            Intent::Go(Screen::Group(None)),
            Intent::ToggleDark,
            Intent::Go(Screen::Past(newest.id)),
        ]
    );
}

#[test]
fn an_open_meeting_comes_before_preparing_another() {
    let mut world = World::busy();
    world.running = Some(world.hold(GroupId(2), 2, TODAY, false));
    let mut harness = world.open(1366.0, 1000.0);
    press(&mut harness, &home::of_group(overview::PREPARE, "Kelompok Cempaka"));
    assert_eq!(asked(&mut harness), [], "disabled while a meeting is open");
    press(&mut harness, home::BACK_TO_MEETING);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Deliver)]);
}

#[test]
fn a_group_is_made_by_pasting_names() {
    let mut world = World::new();
    world.screen = Screen::Group(None);
    let mut harness = laptop(world);
    harness.get_by_label(group::NEEDS_NAME);
    type_into(&mut harness, group::NAME, "Kelompok Dahlia");
    harness.get_by_label(group::NEEDS_MEMBERS);
    type_into(&mut harness, group::PASTE, "1. Siti Rohayati\n2. Tuminah\n\n3. Ester  Rumbiak");
    harness.get_by_label(&group::found(3));
    press(&mut harness, group::SAVE);
    assert_eq!(asked(&mut harness), [], "names still in the box would be lost");
    press(&mut harness, group::ADD);
    press(&mut harness, "2. Tuminah");
    press(&mut harness, &group::up("Tuminah"));
    press(&mut harness, "3. Ester Rumbiak");
    press(&mut harness, &group::delete("Ester Rumbiak"));
    press(&mut harness, group::SAVE);
    let saved = asked(&mut harness);
    let [Intent::SaveGroup(edit)] = saved.as_slice() else { panic!("saved once: {saved:?}") };
    let names: Vec<&str> = edit.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!((edit.name.as_str(), names), ("Kelompok Dahlia", vec!["Tuminah", "Siti Rohayati"]));
    press(&mut harness, group::UNDO);
    harness.get_by_label("3. Ester Rumbiak");
}

#[test]
fn a_group_is_not_left_with_changes_by_one_press() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(2)));
    let mut harness = laptop(world);
    type_into(&mut harness, group::PLACE, " lama");
    press(&mut harness, group::BACK);
    harness.get_by_label(group::UNSAVED);
    assert_eq!(asked(&mut harness), []);
    press(&mut harness, group::DISCARD);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Home)]);
    assert!(harness.state().drafts.group.is_some(), "the screen is still drawn by this test, and begins afresh");
    press(&mut harness, group::BACK);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Home)], "without changes one press is enough");
    press(&mut harness, group::ARCHIVE);
    assert_eq!(asked(&mut harness), [Intent::ArchiveGroup(GroupId(2))]);
}

#[test]
fn the_keyboard_stays_on_a_person_who_is_moved() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(2)));
    let mut harness = laptop(world);
    let third = harness.state().groups[1].members[2].name.clone();
    press(&mut harness, &format!("3. {third}"));
    harness.get_by_label(&group::up(&third)).focus();
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert!(harness.get_by_label(&group::up(&third)).is_focused());
    harness.key_press(Key::Enter);
    harness.run_ok();
    let form = harness.state().drafts.group.as_ref().unwrap();
    assert_eq!(form.edit.members[0].name, third);
}

#[test]
fn preparing_agrees_on_hours_length_place_and_presenters() {
    let mut harness = laptop(preparing());
    press(&mut harness, prepare::SHORTER);
    type_into(&mut harness, &prepare::of_presenter(prepare::PRESENTER_NAME, 1), "Rina Marlina");
    type_into(&mut harness, &prepare::of_presenter(prepare::PRESENTER_AGENCY, 1), "Pendamping PKH");
    press(&mut harness, prepare::ADD_PRESENTER);
    type_into(&mut harness, &prepare::of_presenter(prepare::PRESENTER_NAME, 2), "Bidan Yuni");
    let title = harness.state().sessions[2].steps[3].title.clone();
    press(&mut harness, &prepare::step_of_presenter(4, &title, 2));
    harness.get_by_label(prepare::START).focus();
    harness.run_ok();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    type_into(&mut harness, prepare::START, "9");
    press(&mut harness, prepare::OPEN);
    let opened = asked(&mut harness);
    let [Intent::OpenMeeting(plan)] = opened.as_slice() else { panic!("opened once: {opened:?}") };
    assert_eq!((plan.group, plan.length), (GroupId(2), 115));
    assert_eq!((plan.start, plan.end), (Some(DayMinute(540)), Some(DayMinute(655))));
    assert_eq!(plan.place, harness.state().groups[1].place);
    let person = |name: &str, agency: &str, steps: &[u16]| Presenter {
        name: name.into(),
        agency: agency.into(),
        steps: steps.to_vec(),
    };
    assert_eq!(plan.presenters, [person("Rina Marlina", "Pendamping PKH", &[]), person("Bidan Yuni", "", &[3])]);
}

#[test]
fn preparing_begins_with_who_presented_last() {
    let mut world = preparing();
    let rina = Presenter { name: "Rina Marlina".into(), agency: "Pendamping PKH".into(), steps: Vec::new() };
    world.prepare.as_mut().unwrap().presenters = vec![rina.clone()];
    let mut harness = laptop(world);
    press(&mut harness, prepare::OPEN);
    let opened = asked(&mut harness);
    let [Intent::OpenMeeting(plan)] = opened.as_slice() else { panic!("opened once: {opened:?}") };
    assert_eq!(plan.presenters, [rina]);
}

#[test]
fn a_time_nobody_can_read_is_said_and_not_sent() {
    let mut harness = laptop(preparing());
    type_into(&mut harness, prepare::START, "xx");
    press(&mut harness, prepare::OPEN);
    assert_eq!(asked(&mut harness), []);
    assert!(harness.query_all_by_label(prepare::BAD_HOUR).count() > 0);
}

#[test]
fn another_session_keeps_what_was_agreed_and_another_group_begins_afresh() {
    let mut harness = laptop(preparing());
    press(&mut harness, prepare::LONGER);
    press(&mut harness, prepare::CHANGE_SESSION);
    press(&mut harness, prepare::CHANGE_GROUP);
    press(&mut harness, "Kelompok Cempaka");
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Catalogue), Intent::PrepareFor(GroupId(3))]);
    let other = harness.state().sessions[7].id.clone();
    harness.state_mut().prepare =
        Some(PrepareHint { group: GroupId(2), session: other.clone(), chosen: true, presenters: Vec::new() });
    harness.run_ok();
    let plan = harness.state().drafts.plan.clone().unwrap();
    assert_eq!((plan.session, plan.length), (other.clone(), 125));
    harness.state_mut().prepare =
        Some(PrepareHint { group: GroupId(3), session: other, chosen: false, presenters: Vec::new() });
    harness.run_ok();
    let plan = harness.state().drafts.plan.clone().unwrap();
    assert_eq!((plan.group, plan.length, plan.place.as_str()), (GroupId(3), 120, "Rumah Ibu Tuminah"));
}

#[test]
fn a_session_is_found_by_typing_and_chosen_with_enter() {
    let mut world = preparing();
    world.screen = Screen::Catalogue;
    let mut harness = laptop(world);
    press(&mut harness, catalogue::CHOOSE);
    let proposed = harness.state().sessions[2].id.clone();
    assert_eq!(asked(&mut harness), [Intent::ChooseSession(proposed)]);
    let disability = harness.state().sessions.iter().find(|session| session.title.contains("Disabilitas")).unwrap();
    let (id, name) = (disability.id.clone(), catalogue::session(&disability.label, &disability.title));
    type_into(&mut harness, catalogue::SEARCH, "disabilitas BERAT");
    harness.get_by_label(&name);
    assert!(harness.query_by_label(catalogue::CHOOSE).is_none(), "the proposal gives way to what is found");
    harness.key_press(Key::Enter);
    harness.run_ok();
    press(&mut harness, &name);
    assert_eq!(asked(&mut harness), [Intent::ChooseSession(id.clone()), Intent::ChooseSession(id)]);
}

#[test]
fn handouts_guide_and_flipchart_are_asked_for_by_their_buttons() {
    let mut world = preparing();
    let id = world.sessions[0].id.clone();
    world.sessions[0].handouts = vec!["Satu kalimat baik".into()];
    world.prepare.as_mut().unwrap().session = id.clone();
    let mut harness = laptop(world);
    harness.get_by_label_contains("Satu kalimat baik");
    for what in [Printout::Handouts, Printout::Guide, Printout::Flipchart] {
        press(&mut harness, print::what(what));
        assert_eq!(asked(&mut harness), [Intent::Print(id.clone(), what)]);
    }
    let mut world = preparing();
    world.prepare.as_mut().unwrap().session = id;
    let harness = laptop(world);
    assert!(harness.query_by_label(print::what(Printout::Handouts)).is_none(), "no handouts, no button");
    harness.get_by_label(print::what(Printout::Guide));
}

#[test]
fn closing_is_asked_once() {
    let mut harness = laptop(closing());
    press(&mut harness, close::CLOSE);
    assert_eq!(asked(&mut harness), []);
    press(&mut harness, close::SURE_NO);
    assert!(harness.query_by_label(&close::sure(3)).is_none());
    press(&mut harness, close::CLOSE);
    harness.get_by_label(&close::sure(3));
    press(&mut harness, close::SURE_YES);
    assert_eq!(asked(&mut harness), [Intent::Meeting(Command::Close)]);
}

#[test]
fn what_is_typed_when_closing_is_kept() {
    let mut harness = laptop(closing());
    type_into(&mut harness, close::NOTE_HINT, "Kursi kurang dua.");
    press(&mut harness, close::CLOSE);
    press(&mut harness, close::SURE_YES);
    let note = Command::AddNote("Kursi kurang dua.".into());
    assert_eq!(asked(&mut harness), [Intent::Meeting(note), Intent::Meeting(Command::Close)]);
}

#[test]
fn closing_shows_who_is_unmarked_and_leads_there() {
    let mut harness = laptop(closing());
    harness.get_by_label(&close::unmarked(3));
    press(&mut harness, close::FILL_ATTENDANCE);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Attendance)]);
    harness.get_by_label(close::BACK).click();
    harness.run_ok();
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Deliver)]);
}

#[test]
fn closing_takes_notes_heads_and_presenters() {
    let mut harness = laptop(closing());
    type_into(&mut harness, close::HEADS, "26");
    press(&mut harness, close::SAVE_HEADS);
    type_into(&mut harness, close::NOTE_HINT, "Kursi kurang dua.");
    press(&mut harness, close::ADD_NOTE);
    let agency = prepare::of_presenter(prepare::PRESENTER_AGENCY, 2);
    type_into(&mut harness, &agency, " Timur");
    harness.key_press(Key::Tab);
    harness.run_ok();
    let asked = asked(&mut harness);
    let [Intent::Meeting(heads), Intent::Meeting(note), Intent::Meeting(people)] = asked.as_slice() else {
        panic!("three commands: {asked:?}")
    };
    assert_eq!(*heads, Command::CountHeads(26));
    assert_eq!(*note, Command::AddNote("Kursi kurang dua.".into()));
    let Command::SetPresenters(people) = people else { panic!("presenters: {people:?}") };
    assert_eq!(people[1].agency, "Puskesmas Sukamaju Timur");
}

#[test]
fn a_note_goes_back_into_the_field_to_be_changed() {
    let mut harness = laptop(closing());
    press(&mut harness, &close::edit_note(1));
    assert_eq!(asked(&mut harness), [Intent::Meeting(Command::RemoveNote(0))]);
    let kept = harness.state().running.as_ref().unwrap().state.notes[0].text.clone();
    assert_eq!(harness.state().drafts.note, kept);
}

#[test]
fn a_closed_meeting_is_corrected_in_the_same_rows_and_pale_marks_are_named() {
    let mut world = World::busy();
    world.screen = Screen::Past(MeetingId(3));
    let held = world.hold(GroupId(2), 1, TODAY, true);
    let row = held.state.roll[1].clone();
    let durable = held.state.seq - 2;
    let pale = held.state.roll.iter().filter(|row| row.marked_seq > durable).count();
    world.past = Some((MeetingId(3), held, durable));
    world.drafts.past.tab = PastTab::Roll;
    let mut harness = laptop(world);
    assert!(pale > 0);
    harness.get_by_label(&close::not_saved(pale));
    let here = Intent::Roll(RollKey::Move(1));
    harness
        .get_by_role_and_label(Role::RadioButton, &attendance::mark_name(row.number, &row.name, Status::Excused))
        .click();
    harness.run_ok();
    assert_eq!(
        asked(&mut harness),
        [here, Intent::Correct(MeetingId(3), Command::Mark(row.who, Some(Status::Excused)))]
    );
}

#[test]
fn members_are_marked_by_keys_and_all_at_once_only_with_a_ground() {
    let mut world = World::busy();
    world.screen = Screen::Past(MeetingId(3));
    let held = world.hold(GroupId(2), 1, TODAY, true);
    let [first, second] = [0, 1].map(|index: usize| held.state.roll[index].clone());
    let absent = held.state.roll[3].clone();
    let people = unrated(&held.state).count();
    let durable = held.state.seq;
    world.past = Some((MeetingId(3), held, durable));
    let mut harness = laptop(world);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num3);
    harness.run_ok();
    assert_eq!(harness.state().drafts.past.tab, PastTab::Evidence);
    let wish = |change| Intent::Correct(MeetingId(3), Command::Evidence(change));
    // Held: one mark, not a column of them.
    for _ in 0..3 {
        harness.key_down(Key::Num3);
        harness.run_ok();
    }
    harness.key_up(Key::Num3);
    harness.run_ok();
    press(&mut harness, &evidence::mark(&second.name, Grade::Poor));
    assert!(harness.query_by_label(&evidence::mark(&absent.name, Grade::Good)).is_none(), "who was not there");
    let rate = |row: &Row, level| wish(Change::Rate(row.who, Some(level), Ground::Observation));
    assert_eq!(asked(&mut harness), [rate(&first, Grade::VeryGood), rate(&second, Grade::Poor)]);
    press(&mut harness, evidence::FILL_ALL);
    press(&mut harness, evidence::level(Grade::Good));
    press(&mut harness, &evidence::fill(people));
    assert_eq!(asked(&mut harness), [], "what it rests on is missing");
    press(&mut harness, evidence::ground(Ground::Talk));
    press(&mut harness, &evidence::fill(people));
    assert_eq!(asked(&mut harness), [wish(Change::RateAllPresent(Grade::Good, Ground::Talk))]);
}

#[test]
fn words_that_are_refused_are_not_handed_over_again_and_again() {
    let mut world = World::busy();
    world.screen = Screen::Past(MeetingId(3));
    let held = world.hold(GroupId(2), 1, TODAY, true);
    let durable = held.state.seq;
    world.past = Some((MeetingId(3), held, durable));
    world.drafts.past.tab = PastTab::Evidence;
    let mut harness = laptop(world);
    harness.get_by_label(evidence::QUESTIONS).focus();
    harness.run_ok();
    harness.get_by_label(evidence::QUESTIONS).type_text("Apa");
    harness.run_ok();
    // Nothing takes it: the world stays as it is.
    let wish = |words: &str| {
        Intent::Correct(MeetingId(3), Command::Evidence(Change::Tell(Field::Questions, words.to_owned())))
    };
    let rest = |harness: &mut Harness<'_, World>| {
        for _ in 0..12 {
            harness.step();
        }
        asked(harness)
    };
    assert_eq!(rest(&mut harness), [wish("Apa")]);
    harness.get_by_label(evidence::QUESTIONS).type_text("?");
    assert_eq!(rest(&mut harness), [wish("Apa?")]);
}

#[test]
fn after_a_power_cut_enter_goes_on_and_no_is_one_press() {
    let mut world = World::busy();
    world.resume = Some(ResumeOffer {
        rehearsal: false,
        group: "Kelompok Mawar".into(),
        title: "Memulai Usaha".into(),
        wall: TODAY,
        step: Some((3, "Tujuan".into())),
        page: 7,
        paused: true,
        undecodable: 2,
    });
    let mut harness = laptop(world);
    harness.get_by_label(&resume::question("Memulai Usaha", TODAY, Some(3), 7));
    harness.get_by_label(resume::PAUSED);
    harness.get_by_label(&resume::undecodable(2));
    assert!(harness.query_by_label(home::NEW_GROUP).is_none(), "asked before anything else");
    harness.key_press(Key::Enter);
    harness.run_ok();
    press(&mut harness, resume::NO);
    assert_eq!(asked(&mut harness), [Intent::Resume, Intent::DeclineResume]);
}

#[test]
fn a_damaged_database_offers_its_copies_newest_first_or_none() {
    let mut world = World::new();
    world.screen = Screen::Damaged;
    world.damaged = Some(("/rusak/lembar.db".into(), vec!["Jumat".into(), "Kamis".into()]));
    let mut harness = laptop(world);
    harness.get_by_label("/rusak/lembar.db");
    press(&mut harness, damaged::USE_NEWEST);
    press(&mut harness, &damaged::use_copy("Kamis"));
    press(&mut harness, damaged::EMPTY);
    assert_eq!(asked(&mut harness), [Intent::UseCopy(0), Intent::UseCopy(1), Intent::StartEmpty]);
}

#[test]
fn notices_stand_above_every_screen_and_permanent_ones_stay() {
    let mut world = World::busy();
    let notice = |id, level, text: &str, permanent| Notice {
        id,
        level,
        text: text.into(),
        permanent,
        action: None,
        other: None,
    };
    world.notices =
        vec![notice(1, Level::Info, "Salinan dibuat.", false), notice(2, Level::Trouble, "Belum tersimpan.", true)];
    let mut harness = laptop(world);
    let (loud, quiet) =
        (harness.get_by_label("Belum tersimpan.").rect(), harness.get_by_label("Salinan dibuat.").rect());
    assert!(loud.top() < quiet.top(), "the loudest first");
    assert!(harness.query_by_label(&notices::dismiss("Belum tersimpan.")).is_none());
    press(&mut harness, &notices::dismiss("Salinan dibuat."));
    assert_eq!(asked(&mut harness), [Intent::DismissNotice(1)]);
}

#[test]
fn own_material_is_added_named_and_saved() {
    let mut world = preparing();
    world.screen = Screen::Catalogue;
    let mut harness = laptop(world);
    press(&mut harness, catalogue::ADD_OWN);
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Import)]);

    harness.state_mut().screen = Screen::Import;
    harness.run_ok();
    type_into(&mut harness, import::PATH, "/unduhan/gizi.pdf");
    press(&mut harness, import::ADD);
    assert_eq!(asked(&mut harness), [Intent::Import(ImportKey::Add(vec!["/unduhan/gizi.pdf".into()]))]);

    let world = harness.state_mut();
    world.import.items = vec![("gizi.pdf".to_owned(), import::pdf(3))];
    world.import.pages = 3;
    harness.run_ok();
    press(&mut harness, &import::leave_out("gizi.pdf"));
    assert_eq!(asked(&mut harness), [Intent::Import(ImportKey::Remove(0))]);
    press(&mut harness, import::SAVE);
    assert_eq!(asked(&mut harness), [], "disabled without a title");
    type_into(&mut harness, import::SESSION_TITLE, "Gizi");
    press(&mut harness, import::SAVE);
    assert_eq!(asked(&mut harness), [Intent::Import(ImportKey::Save("Gizi".to_owned()))]);

    harness.state_mut().import.doing = Some(import::copying("gizi.pdf", 40));
    // The spinner turns for as long as there is work.
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, import::STOP).click();
    harness.run_steps(3);
    assert_eq!(asked(&mut harness), [Intent::Import(ImportKey::Stop)]);
}

#[test]
fn files_are_chosen_on_the_programs_own_screen_by_keys_too() {
    let mut world = World::busy();
    world.screen = Screen::Import;
    world.import.own = vec![("saya-gizi".into(), "Gizi".to_owned())];
    let mut harness = laptop(world);
    let wish = |key| Intent::Import(key);
    press(&mut harness, import::CHOOSE);
    press(&mut harness, import::CHOOSE_PACKED);
    press(&mut harness, &import::pack("Gizi"));
    let keys = [ImportKey::Choose, ImportKey::ChoosePacked, ImportKey::Pack("saya-gizi".into())];
    assert_eq!(asked(&mut harness), keys.map(wish));

    harness.state_mut().import.choosing = Some(crate::world::chosen());
    harness.run_ok();
    press(&mut harness, import::DOWNLOADS);
    press(&mut harness, import::UP);
    press(&mut harness, "Gizi ibu.pdf");
    press(&mut harness, &import::take(1));
    press(&mut harness, import::TAKE_ALL);
    let keys = [ImportKey::Place(0), ImportKey::Up, ImportKey::Row(1), ImportKey::Take, ImportKey::TakeAll];
    assert_eq!(asked(&mut harness), keys.map(wish));
    // By keys alone: a row, the folder above, back.
    harness.get_by_role_and_label(Role::Button, "Posyandu").focus();
    harness.run_ok();
    harness.key_press(egui::Key::Enter);
    harness.run_ok();
    harness.key_press(egui::Key::Backspace);
    harness.run_ok();
    harness.key_press(egui::Key::Escape);
    harness.run_ok();
    assert_eq!(asked(&mut harness), [ImportKey::Row(0), ImportKey::Up, ImportKey::LeaveChoosing].map(wish));
    if let Some(chosen) = &mut harness.state_mut().import.choosing {
        chosen.choice = lembar::ui::view::Choice::Destination;
    }
    harness.run_ok();
    press(&mut harness, import::TAKE_FOLDER);
    assert_eq!(asked(&mut harness), [wish(ImportKey::Take)]);
}

#[test]
fn what_to_read_the_evening_before_stands_beside_the_run_sheet() {
    let mut world = preparing();
    world.prepare = world.prepare.map(|hint| PrepareHint { session: world.sessions[0].id.clone(), ..hint });
    let material = world.sessions[0].learn.clone().expect("learning material");
    let mut harness = laptop(world);
    harness.get_by_label(prepare::RUN_SHEET);
    press(&mut harness, learn::TITLE);
    assert!(harness.query_by_label(prepare::RUN_SHEET).is_none());
    harness.get_by_label(&learn::technique(material.technique));
    let [first, .., last] = material.background.as_slice() else { panic!("several paragraphs") };
    harness.get_by_label(first);
    assert!(harness.query_by_label(last).is_none(), "the rest waits to be asked for");
    press(&mut harness, &learn::of_part(learn::READ_ALL, learn::BACKGROUND));
    harness.get_by_label(last);
    press(&mut harness, &learn::of_part(learn::READ_LESS, learn::BACKGROUND));
    assert!(harness.query_by_label(last).is_none());
    let faq = &material.faq[1];
    assert!(harness.query_by_label(&faq.answer).is_none());
    press(&mut harness, &faq.ask);
    harness.get_by_label(&faq.answer);
    assert!(harness.query_by_label(&material.faq[0].answer).is_none(), "each opens for itself");
    press(&mut harness, &faq.ask);
    assert!(harness.query_by_label(&faq.answer).is_none());
    press(&mut harness, learn::MEETING);
    harness.get_by_label(prepare::RUN_SHEET);
    assert_eq!(asked(&mut harness), []);
}

#[test]
fn a_session_without_learning_material_shows_the_meeting_alone() {
    let mut world = preparing();
    world.drafts.learning = true;
    let harness = laptop(world);
    harness.get_by_label(prepare::RUN_SHEET);
    assert!(harness.query_by_label(learn::TITLE).is_none());
}

#[test]
fn members_are_ticked_and_moved_and_a_group_takes_another_in() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(2)));
    let mut harness = laptop(world);
    let names: Vec<String> = harness.state().groups[1].members.iter().map(|member| member.name.clone()).collect();
    for name in &names[..2] {
        harness.get_by_label(&group::tick(name)).click();
        harness.run_ok();
    }
    harness.get_by_label(&group::ticked(2));
    press(&mut harness, group::MOVE);
    let other = harness.state().groups[2].name.clone();
    press(&mut harness, &other);
    let moved = asked(&mut harness);
    let [Intent::Roster(RosterKey::Move { who, to, .. })] = moved.as_slice() else { panic!("{moved:?}") };
    assert_eq!((who.len(), *to), (2, GroupId(3)));
    harness.get_by_role_and_label(Role::Button, group::UNTICK).click();
    harness.run_ok();
    press(&mut harness, group::FACTS);
    press(&mut harness, group::MERGE);
    press(&mut harness, &other);
    assert_eq!(asked(&mut harness), [], "a list is opened and closed by a double click; nothing is merged by it");
    let people = harness.state().groups[2].members.len();
    press(&mut harness, &group::merge_now(&other, people));
    let merged = asked(&mut harness);
    assert!(matches!(&merged[..], [Intent::Roster(RosterKey::Merge { from: GroupId(3), .. })]), "{merged:?}");
}

#[test]
fn a_double_click_on_a_button_with_a_list_chooses_nothing_from_it() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(2)));
    let like = world.groups[1].clone();
    world.groups.extend((20..35).map(|id| Group { id: GroupId(id), name: format!("Kelompok {id}"), ..like.clone() }));
    let mut harness = world.open(1024.0, 600.0);
    press(&mut harness, group::FACTS);
    press(&mut harness, group::MERGE);
    assert!(harness.query_by_label("Kelompok 20").is_some(), "the list is open");
    press(&mut harness, group::MERGE);
    assert!(harness.query_by_label("Kelompok 20").is_none(), "the second press is the button's");
    assert!(harness.query_by_label(group::NOT_MERGED).is_none());
    assert_eq!(asked(&mut harness), []);
}

#[test]
fn who_left_the_programme_is_in_a_fold() {
    let mut world = World::busy();
    world.screen = Screen::Group(Some(GroupId(2)));
    world.groups[1].members[0].standing = lembar::engine::roster::Standing::Graduated;
    let (left, first) = (world.groups[1].members[0].name.clone(), world.groups[1].members[1].name.clone());
    let mut harness = laptop(world);
    harness.get_by_role_and_label(Role::Button, &format!("1. {first}"));
    assert!(harness.query_by_label(&group::tick(&left)).is_none());
    press(&mut harness, &group::inactive(1));
    press(&mut harness, &format!("1. {left}, Graduasi"));
    harness.get_by_label(group::INACTIVE_HINT);
}

#[test]
fn a_meeting_on_paper_is_typed_with_its_weekday_and_nothing_of_the_future() {
    let mut world = World::busy();
    world.screen = Screen::Paper;
    let session = world.sessions[1].id.clone();
    world.drafts.paper = Some(PaperForm {
        group: GroupId(2),
        session: session.clone(),
        date: String::new(),
        begin: "8".into(),
        end: "9.30".into(),
        place: "Balai".into(),
        presenters: Vec::new(),
    });
    let mut harness = laptop(world);
    assert_eq!(harness.query_all_by_label(paper::BAD_DATE).count(), 2, "beside the field and beside the button");
    press(&mut harness, paper::SAVE);
    assert_eq!(asked(&mut harness), [], "not without a date");
    type_into(&mut harness, paper::DATE, "19/11/26");
    harness.get_by_label("Kamis, 19 November 2026");
    press(&mut harness, paper::DAY_AFTER);
    harness.get_by_label("Jumat, 20 November 2026");
    press(&mut harness, paper::SAVE);
    let day = TODAY.day() - 1;
    let held = Held { day, begin: DayMinute(480), end: DayMinute(570) };
    let (place, presenters) = ("Balai".to_owned(), Vec::new());
    let plan = PaperPlan { group: GroupId(2), session, held, place, presenters };
    assert_eq!(asked(&mut harness), [Intent::Paper(PaperKey::Save(plan))]);
    harness.state_mut().drafts.paper.as_mut().unwrap().date = "22-11-2026".into();
    harness.run_ok();
    assert!(harness.query_by_label(paper::fault(PaperFault::Future)).is_some());
}
