//! Home with one group and with twenty and three years behind them: what is drawn, found, copied, pressed.

use egui::{OutputCommand, Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{self, Queryable},
};
use lembar::{
    engine::{
        event::MeetingKind,
        evidence::Next,
        follow_up::RECAP_MINUTES,
        history::MeetingSummary,
        ids::{GroupId, MeetingId},
        time::DayMinute,
    },
    text::{home, overview, prepare},
    ui::{
        drafts::HomeTab,
        intent::{Intent, Screen},
        view::PrepareHint,
    },
};

use crate::{pictures::picture, world::World};

fn press(harness: &mut Harness<'_, World>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    std::mem::take(&mut harness.state_mut().asked)
}

/// How many buttons in sight have such a name.
fn buttons(harness: &Harness<'_, World>, part: &str) -> usize {
    let named = |node: &kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|name| name.contains(part))
    };
    harness.query_all_by(named).count()
}

fn grown(tab: HomeTab) -> Harness<'static, World> {
    let mut world = World::grown(20, 36);
    world.drafts.home.tab = tab;
    world.open(1366.0, 768.0)
}

#[test]
fn the_month_names_who_has_met_who_is_due_and_whose_turn_it_is() {
    let harness = grown(HomeTab::Month);
    harness.get_by_label(&overview::met(10, 20));
    assert_eq!(buttons(&harness, home::PREPARE), 1, "one primary button");
    // The first due group has waited longest: its last meeting is the farthest back.
    harness.get_by_label(&home::of_group(home::PREPARE, "Kelompok Teratai 2"));
}

#[test]
fn only_rows_in_sight_are_drawn_and_the_others_come_by_scrolling() {
    let mut harness = grown(HomeTab::Month);
    let drawn = buttons(&harness, overview::PREPARE) - 1;
    assert!((4..=9).contains(&drawn), "{drawn} rows of 20");
    let last = harness.state().groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>();
    let mut seen = 0;
    harness.hover_at(egui::pos2(600.0, 600.0));
    for _ in 0..40 {
        seen = seen.max(last.iter().filter(|name| harness.query_all_by_label(name).next().is_some()).count());
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -120.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        harness.run_ok();
        assert!(buttons(&harness, overview::PREPARE) <= 10);
    }
    assert!(seen > 3, "a row under each position");
    let first = home::of_group(overview::PREPARE, "Kelompok Teratai 2");
    assert!(harness.query_by_label(&first).is_none(), "scrolled away");
    assert!(buttons(&harness, overview::PREPARE) > 3, "the end of the list");
}

#[test]
fn a_group_is_found_by_its_name_once_there_are_many() {
    let mut harness = grown(HomeTab::Month);
    harness.get_by_label(overview::FIND).focus();
    harness.run_ok();
    harness.get_by_label(overview::FIND).type_text("seroja 2");
    harness.run_ok();
    harness.get_by_label(&home::of_group(overview::PREPARE, "Kelompok Seroja 2")).click();
    harness.run_ok();
    assert_eq!(asked(&mut harness), [Intent::PrepareFor(GroupId(18))]);
    let few = World::grown(3, 2).open(1366.0, 768.0);
    assert!(few.query_by_label(overview::FIND).is_none());
}

#[test]
fn a_cell_leads_to_its_meeting_or_prepares_that_session() {
    let mut world = World::grown(3, 5);
    world.drafts.home.tab = HomeTab::Coverage;
    let mut harness = world.open(1366.0, 768.0);
    let session = harness.state().sessions[7].clone();
    let undelivered =
        overview::cell_name("Kelompok Anggrek 1", &home::next(&session.label, &session.title), None, false, &[]);
    press(&mut harness, &undelivered);
    assert_eq!(asked(&mut harness), [Intent::PrepareFor(GroupId(1)), Intent::ChooseSession(session.id)]);
    let held = harness.state().sessions[1].clone();
    let meeting =
        harness.state().meetings.iter().find(|meeting| meeting.session == held.id && meeting.group == GroupId(2));
    let id = meeting.unwrap().id;
    let start = format!("Kelompok Cempaka 1, {}", home::next(&held.label, &held.title));
    let cell = |node: &kittest::AccessKitNode<'_>| node.label().is_some_and(|name| name.starts_with(&start));
    harness.get_by(cell).click();
    harness.run_ok();
    assert_eq!(asked(&mut harness), [Intent::Go(Screen::Past(id))]);
}

#[test]
fn the_matrix_draws_only_cells_in_sight() {
    let harness = grown(HomeTab::Coverage);
    let drawn = buttons(&harness, "Kelompok") - 1;
    let all = 20 * harness.state().sessions.len();
    assert!(drawn > 20 && drawn < all * 2 / 3, "{drawn} of {all}");
}

#[test]
fn the_list_of_visits_is_copied_as_text() {
    let mut harness = grown(HomeTab::Visits);
    harness.get_by_role_and_label(Role::Button, overview::COPY).click();
    let mut copied = None;
    for _ in 0..6 {
        harness.step();
        copied = copied.or(harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let text = copied.expect("copied");
    assert!(text.starts_with("Perlu dikunjungi, 21 November 2026\n1. "), "{text}");
    assert!(text.contains("Kelompok ") && text.contains("tanpa kabar") && text.contains("(sakit)"), "{text}");
}

#[test]
fn history_lists_every_meeting_of_a_group_and_draws_a_few() {
    let mut harness = grown(HomeTab::History);
    assert!(buttons(&harness, ", Kelompok ") < 12);
    press(&mut harness, overview::ALL_GROUPS);
    press(&mut harness, "Kelompok Dahlia 1");
    assert_eq!(harness.state().drafts.home.group, Some(GroupId(3)));
    assert!(buttons(&harness, ", Kelompok Dahlia 1,") > 3);
    assert_eq!(buttons(&harness, ", Kelompok Anggrek 1,"), 0);
}

#[test]
fn history_lists_a_rehearsal_that_was_held_and_none_that_was_cut_off() {
    let mut world = small(1, HomeTab::History);
    let held = world.meetings.iter().find(|meeting| meeting.closed.is_some()).unwrap().clone();
    let rehearsal = MeetingSummary { kind: MeetingKind::Rehearsal, group: GroupId::REHEARSAL, ..held };
    world.meetings = vec![
        MeetingSummary { id: MeetingId(901), closed: None, ..rehearsal.clone() },
        MeetingSummary { id: MeetingId(902), began: None, ..rehearsal.clone() },
    ];
    let mut harness = world.open(1366.0, 768.0);
    assert_eq!(buttons(&harness, home::REHEARSAL), 0);
    harness.state_mut().meetings.push(rehearsal);
    harness.run_ok();
    assert_eq!(buttons(&harness, home::REHEARSAL), 1);
}

#[test]
fn what_was_chosen_last_time_comes_back_and_one_press_changes_it() {
    let mut world = World::grown(3, 3);
    world.screen = Screen::Prepare;
    world.groups[0].hour = Some(DayMinute(825));
    let last = world.meetings.iter_mut().find(|meeting| meeting.group == GroupId(1)).unwrap();
    last.next = Some(Next::Repeat);
    let session = last.session.clone();
    world.prepare = Some(PrepareHint { group: GroupId(1), session, chosen: false, presenters: Vec::new() });
    let mut harness = world.open(1366.0, 768.0);
    assert_eq!(harness.state().drafts.plan.as_ref().unwrap().start, Some(DayMinute(825)), "the group's usual hour");
    harness.get_by_label(prepare::REPEAT);
    press(&mut harness, prepare::GO_ON);
    assert_eq!(asked(&mut harness), [Intent::ChooseSession(harness.state().sessions[2].id.clone())]);

    let state = harness.state_mut();
    let last = state.meetings.iter_mut().find(|meeting| meeting.group == GroupId(1)).unwrap();
    last.next = Some(Next::Recap);
    let title = last.title.clone();
    harness.run_ok();
    harness.get_by_label(&prepare::recap(&title, RECAP_MINUTES, true));
    press(&mut harness, prepare::NO_RECAP);
    harness.get_by_label(&prepare::recap(&title, RECAP_MINUTES, false));
    assert!(harness.state().drafts.without_recap);
}

fn small(groups: i64, tab: HomeTab) -> World {
    let mut world = World::grown(groups, 6);
    world.drafts.home.tab = tab;
    world
}

#[test]
fn a_long_list_as_a_picture() {
    picture(small(20, HomeTab::Month), "home-month");
}

#[test]
fn the_matrix_as_a_picture() {
    picture(small(5, HomeTab::Coverage), "home-coverage");
}
