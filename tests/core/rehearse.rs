//! Rehearsing and learning over a real database: nothing of it is ever counted, all of it is there after a restart.

use lembar::{
    app::outgoing::{self, Source},
    engine::{
        event::MeetingKind, history, observe::Observation, problem::ProgramDeed, rehearsal::Scope, study::Readiness,
        time::Ms,
    },
    ui::intent::{RehearseKey, StudyKey, StudyTab},
};

use super::*;

fn rehearse(core: &mut Core, scope: Scope) {
    core.apply(Intent::Rehearse(RehearseKey::Begin(SessionId::from("m1-s1"), scope)));
    assert!(press(core, Key::F5));
    assert_eq!(core.live().unwrap().state.phase, Phase::Running);
}

/// Through the whole session, three minutes a page.
fn through(core: &mut Core) {
    while core.live().is_some_and(|live| live.state.sheet.after(live.state.shown).is_some()) {
        minutes(core, 3);
        assert!(press(core, Key::PageDown));
    }
    minutes(core, 3);
}

fn ended(core: &mut Core) {
    core.apply(Intent::Go(Screen::Close));
    for _ in 0..2000 {
        core.drain();
        if core.view(None).review.is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("the review is never there");
}

fn group_kept(core: &mut Core) -> GroupId {
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Anggrek", "Balai", ["Aminah", "Yuliana"])));
    core.groups()[0].id
}

#[test]
fn a_rehearsal_reaches_neither_attendance_nor_coverage_nor_a_report_and_its_minutes_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    let group = group_kept(&mut core);
    rehearse(&mut core, Scope::Whole);
    assert!(core.live().unwrap().state.roll.len() > 10, "the roll can be tried");
    assert!(press(&mut core, Key::H) && chord(&mut core, Chord::ctrl(Key::A)), "even everyone present");
    assert!(press(&mut core, Key::Escape));
    through(&mut core);
    settle(&mut core);
    ended(&mut core);
    let view = core.view(None);
    let review = view.review.as_ref().unwrap();
    assert!(review.this.complete(), "{:?}", review.this);
    assert_eq!(review.this.kind, MeetingKind::Rehearsal);
    let rehearsal = &view.meetings[0];
    assert_eq!(
        (rehearsal.kind, rehearsal.group, rehearsal.delivered()),
        (MeetingKind::Rehearsal, GroupId::REHEARSAL, false)
    );
    assert!(
        history::last_closed(view.meetings, group).is_none()
            && history::last_closed(view.meetings, GroupId::REHEARSAL).is_none()
    );
    assert_eq!(view.groups.len(), 1, "no list shows whom it was held with");
    assert_eq!(core.close(), 0);

    // From outside, after the end: not one mark of it is where lists over many meetings look.
    let conn = rusqlite::Connection::open(dir.path().join("lembar.db")).unwrap();
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM roll_mark"), 0);
    assert_eq!(count("SELECT count(*) FROM meeting WHERE kind = 'rehearsal'"), 1);
    drop(conn);
    let pack = Pack::default();
    let source = Source::open(dir.path(), &pack).unwrap();
    assert_eq!(source.last(), None, "there is no meeting to report");
    let out = dir.path().join("semua");
    assert_eq!(outgoing::export(&source, &out, &mut |_, _| true).unwrap().meetings, 0);
    assert_eq!(std::fs::read_to_string(out.join("kehadiran.csv")).unwrap().lines().count(), 1, "the heads alone");
    let core = self::core(dir.path(), NINE);
    assert_eq!(core.groups().len(), 1);
    assert!(core.view(None).meetings.iter().all(|meeting| !meeting.delivered()));
}

#[test]
fn the_learned_minutes_plan_the_next_meeting_until_they_are_given_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    let group = group_kept(&mut core);
    rehearse(&mut core, Scope::Whole);
    through(&mut core);
    ended(&mut core);
    let own = core.view(None).review.unwrap().planned;
    let learned = core.view(None).review.unwrap().learned.unwrap();
    assert_ne!(own, learned);
    core.apply(Intent::Rehearse(RehearseKey::UseLearned(true)));
    assert!(core.view(None).review.unwrap().uses_learned);
    let plan = |core: &mut Core| {
        open_again(core, group);
        core.live().unwrap().state.sheet.spans()
    };
    let spans = plan(&mut core);
    assert_eq!(spans.iter().copied().sum::<Ms>(), Ms::minutes(120));
    assert_ne!(spans, own.iter().map(|minutes| Ms::minutes((*minutes).into())).collect::<Vec<_>>());
}

#[test]
fn a_pages_wait_is_skipped_once_whatever_was_done_in_between() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Whole);
    let waits = |core: &Core| {
        let live = core.live().unwrap();
        let shown = live.state.sheet.page(live.state.shown).and_then(|page| page.pack_page().cloned());
        let mut pages = live.session.steps.iter().flat_map(|step| &step.pages);
        pages.any(|page| Some(&page.id) == shown.as_ref() && page.countdown_s.is_some())
    };
    while !waits(&core) {
        minutes(&mut core, 1);
        assert!(press(&mut core, Key::PageDown));
    }
    assert!(press(&mut core, Key::S));
    let after = core.meeting_now().unwrap().at;
    core.apply(Intent::Meeting(lembar::engine::command::Command::AddNote("catatan".to_owned())));
    assert!(press(&mut core, Key::S));
    assert!(core.meeting_now().unwrap().at.saturating_sub(after) < Ms::minutes(1), "the same wait a second time");
}

#[test]
fn who_rehearsed_the_last_step_alone_has_not_rehearsed_the_session() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    let last = core.view(None).sessions.iter().find(|session| session.id.as_str() == "m1-s1").unwrap().steps.len() - 1;
    rehearse(&mut core, Scope::Step(u16::try_from(last).unwrap()));
    while core.live().is_some_and(|live| live.state.sheet.after(live.state.shown).is_some()) {
        minutes(&mut core, 1);
        assert!(press(&mut core, Key::PageDown));
    }
    minutes(&mut core, 1);
    ended(&mut core);
    let review = core.view(None).review.unwrap();
    assert!(review.this.steps[last].whole && !review.this.complete());
    core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    let rows = core.view(None).study.unwrap().rows;
    assert!(rows.iter().all(|row| row.readiness != Readiness::Rehearsed));
}

#[test]
fn one_step_alone_is_rehearsed_and_a_wait_is_skipped_with_its_minutes() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Step(3));
    let state = |core: &Core| core.live().unwrap().state.clone();
    assert_eq!(state(&core).step, 3);
    assert_eq!(state(&core).sheet.steps.iter().filter(|step| step.planned > Ms::ZERO).count(), 1);
    let before = core.meeting_now().unwrap().at;
    core.apply(Intent::Meeting(lembar::engine::command::Command::StartCountdown(Ms::minutes(5))));
    assert!(press(&mut core, Key::S));
    let after = core.meeting_now().unwrap().at;
    assert!(after.saturating_sub(before) >= Ms::minutes(5) && after.saturating_sub(before) < Ms::minutes(6));
    assert!(press(&mut core, Key::S));
    assert!(core.meeting_now().unwrap().at.saturating_sub(after) < Ms::minutes(1), "nothing is left to wait for");
}

#[test]
fn after_a_power_cut_a_rehearsal_goes_on_as_one() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Whole);
    minutes(&mut core, 4);
    assert!(press(&mut core, Key::PageDown));
    settle(&mut core);
    let shown = core.live().unwrap().state.shown;
    drop(core);
    let mut core = self::core(dir.path(), Wall(NINE.0 + 5 * 60_000));
    assert!(core.resume_offered());
    core.apply(Intent::Resume);
    let state = &core.live().unwrap().state;
    assert_eq!((state.setup.kind, state.shown), (MeetingKind::Rehearsal, shown));
}

#[test]
fn a_problem_is_handled_in_the_program_or_by_a_choice_and_only_in_a_rehearsal() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Whole);
    let card = |core: &Core| {
        core.view(None)
            .meeting
            .unwrap()
            .card
            .map(|card| (card.problem.id.clone(), card.problem.deed, card.chosen, card.done))
    };
    let mut seen = std::collections::BTreeSet::new();
    let mut handled = false;
    for _ in 0..PACK.shelf.problems.len() {
        assert!(press(&mut core, Key::Q));
        let (id, deed, ..) = card(&core).unwrap();
        assert!(seen.insert(id), "every card comes before one comes twice");
        if deed == Some(ProgramDeed::Cover) {
            assert!(press(&mut core, Key::B));
            assert!(card(&core).unwrap().3, "black was what it hoped for");
            assert!(press(&mut core, Key::B));
            handled = true;
        } else {
            core.apply(Intent::Rehearse(RehearseKey::Respond(0)));
            assert_eq!(card(&core).unwrap().2, Some(0));
        }
    }
    assert!(handled);
    core.apply(Intent::Rehearse(RehearseKey::PutCardAway));
    assert!(card(&core).is_none());
}

#[test]
fn what_was_read_and_answered_is_known_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    let readiness = |core: &Core| core.view(None).study.unwrap().rows[0].readiness;
    assert_eq!(readiness(&core), Readiness::Unread);
    let session = SessionId::from("m1-s1");
    core.apply(Intent::Study(StudyKey::Read(session.clone())));
    assert_eq!(readiness(&core), Readiness::Read);
    core.apply(Intent::Study(StudyKey::Quiz(Some(session))));
    while let Some(answer) = core.view(None).study.unwrap().quiz.unwrap().question.map(|question| question.answer) {
        core.apply(Intent::Study(StudyKey::Answer(answer)));
        core.apply(Intent::Study(StudyKey::NextQuestion));
    }
    assert_eq!(readiness(&core), Readiness::Quizzed);
    assert_eq!(core.close(), 0);
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    assert_eq!(readiness(&core), Readiness::Quizzed);
    assert_eq!(core.view(None).study.unwrap().today, 0, "enough for a day");
}

#[test]
fn a_run_is_observed_and_the_sheet_is_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Step(0));
    through(&mut core);
    ended(&mut core);
    let (meeting, items) = {
        let review = core.view(None).review.unwrap();
        (review.meeting, review.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>())
    };
    let levels = items.iter().zip([3, 4].into_iter().cycle()).map(|(item, level)| (item.clone(), level)).collect();
    core.apply(Intent::Study(StudyKey::Observe(Observation {
        meeting,
        session: SessionId::from("m1-s1"),
        observer: "Bu Katim".into(),
        levels,
        remark: "Menunggu lebih lama".into(),
    })));
    assert_eq!(core.view(None).review.unwrap().observed, [(core.clock.wall(), 35)]);
    assert_eq!(core.close(), 0);
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::Rehearse(RehearseKey::Review(meeting)));
    assert_eq!(core.screen(), &Screen::Review(meeting));
    for _ in 0..2000 {
        core.drain();
        if let Some(review) = core.view(None).review {
            assert_eq!(review.observed.len(), 1);
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("the review is never there");
}

#[test]
fn a_rehearsal_that_was_cut_off_and_declined_has_nothing_to_show() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    rehearse(&mut core, Scope::Whole);
    settle(&mut core);
    drop(core);
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::DeclineResume);
    let run = core.view(None).meetings[0].id;
    core.apply(Intent::Rehearse(RehearseKey::Review(run)));
    assert_eq!(core.screen(), &Screen::Home, "and not a screen that reads for ever");
    let said = lembar::text::rehearse::NOTHING_MEASURED;
    assert!(core.view(None).notices.iter().any(|notice| notice.text == said));
}
