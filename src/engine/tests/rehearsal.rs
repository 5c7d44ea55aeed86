//! What runs took and what follows from it, against times counted by hand.

use super::super::{
    event::MeetingKind,
    paper::{self, Held},
    plan::run_sheet,
    prompter::{key_words, line_at, lines, speaking_time},
    rehearsal::{Advice, RunTimes, Scope, advice, learned, run_times, scoped, waiting, with_minutes},
    time::{DayMinute, Ms},
};
use super::{Command, Meeting, NINE, Now, PLAN, Rejection, ScriptBlock, ScriptKind, session, setup};
use crate::engine::{command::StartPlan, event::Place, state::LONG_GAP};

fn at(seconds: u64) -> Now {
    Now { at: Ms::seconds(seconds), wall: NINE.plus_ms(seconds as i64 * 1000) }
}

#[test]
fn from_a_page_on_it_opens_there_and_the_step_is_not_whole() {
    let session = session(&PLAN);
    let mut setup = setup(&session, 120, None, 4);
    setup.kind = MeetingKind::Rehearsal;
    let from = Scope::From(Place { step: 2, page: 1 });
    let sheet = scoped(run_sheet(&session, 120, None), from);
    let mut meeting = Meeting::with_sheet(setup, sheet, at(0));
    meeting.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
    assert_eq!(meeting.state.shown, Place { step: 2, page: 1 });
    next(&mut meeting, &[60, 600, 1200]);
    let run = times(&meeting);
    assert!(!run.steps[2].whole, "its first page was not taught");
    assert!(run.steps[3].whole);
    assert_eq!(run.pages.iter().map(|page| page.number).collect::<Vec<_>>(), [5, 6, 7], "nothing stood for no time");
    // A page that the sheet has not, and the first one: from the beginning of the step.
    for page in [0, 99] {
        assert_eq!(scoped(run_sheet(&session, 120, None), Scope::From(Place { step: 2, page })).opening_page, 0);
    }
}

fn rehearsal() -> Meeting {
    let session = session(&PLAN);
    let mut setup = setup(&session, 120, None, 4);
    setup.kind = MeetingKind::Rehearsal;
    let mut meeting = Meeting::open(&session, setup, None, at(0));
    meeting.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
    meeting
}

/// Goes on to the next page at these seconds.
fn next(meeting: &mut Meeting, at_seconds: &[u64]) {
    for seconds in at_seconds {
        meeting.act(&Command::Next, at(*seconds)).unwrap();
    }
}

fn times(meeting: &Meeting) -> RunTimes {
    run_times(&meeting.log).unwrap()
}

fn took(run: &RunTimes) -> Vec<Option<u64>> {
    run.steps.iter().map(|step| step.took.map(|took| took.0 / 1000)).collect()
}

/// buka 2 pages, tinjau 1 (introductions), inti 3, es none, diskusi 2, tutup 1: Next leads over ten places.
fn whole() -> Meeting {
    let mut meeting = rehearsal();
    next(&mut meeting, &[200, 600, 1200, 1500, 2400, 4260, 4500, 5000, 6300]);
    meeting.act(&Command::Close, at(6900)).unwrap();
    meeting
}

#[test]
fn each_page_and_step_has_the_time_it_stood() {
    let run = times(&whole());
    assert_eq!(took(&run), [Some(600), Some(600), Some(3060), Some(240), Some(1800), Some(600)]);
    let pages: Vec<(u16, u64)> = run.pages.iter().map(|page| (page.number, page.took.0 / 1000)).collect();
    let by_hand =
        [(1, 200), (2, 400), (3, 600), (4, 300), (5, 900), (6, 1860), (7, 240), (8, 500), (9, 1300), (10, 600)];
    assert_eq!(pages, by_hand);
    assert!(run.complete());
    assert_eq!(run.totals(), (Ms::minutes(120), Ms::seconds(6900)));
    assert!(run.within_time());
    assert_eq!(run.kind, MeetingKind::Rehearsal);
}

#[test]
fn a_part_of_the_session_is_never_all_of_it() {
    let session = session(&PLAN);
    for scope in [Scope::Step(5), Scope::From(Place { step: 5, page: 0 }), Scope::From(Place { step: 4, page: 0 })] {
        let mut setup = setup(&session, 120, None, 4);
        setup.kind = MeetingKind::Rehearsal;
        let sheet = scoped(run_sheet(&session, 120, None), scope);
        let mut meeting = Meeting::with_sheet(setup, sheet, at(0));
        meeting.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
        let mut seconds = 300;
        while meeting.act(&Command::Next, at(seconds)).is_ok() && seconds < 3000 {
            seconds += 300;
        }
        meeting.act(&Command::Close, at(seconds)).unwrap();
        let run = times(&meeting);
        assert!(run.steps[5].whole, "{scope:?}");
        assert!(!run.complete() && !run.within_time(), "{scope:?}: the other steps were not rehearsed");
    }
}

#[test]
fn a_meeting_from_paper_teaches_no_minutes() {
    let session = session(&PLAN);
    let held = Held { day: NINE.day() - 1, begin: DayMinute(9 * 60), end: DayMinute(11 * 60) };
    let mut sheet = run_sheet(&session, 120, None);
    // As guided sessions open: one page, which would count as taught for all of the two hours.
    sheet.steps[0].pages.truncate(1);
    let log = paper::records(setup(&session, 120, None, 3), sheet, held, NINE).unwrap();
    let run = run_times(&log).unwrap();
    assert!(run.pages.is_empty() && run.steps.iter().all(|step| step.took.is_none() && !step.whole), "{run:?}");
    assert_eq!(learned(&session, &[&run]), None);
}

#[test]
fn pauses_gaps_and_visits_count_for_no_page() {
    let mut meeting = rehearsal();
    meeting.act(&Command::TogglePause, at(100)).unwrap();
    meeting.act(&Command::TogglePause, at(400)).unwrap();
    next(&mut meeting, &[500]);
    meeting.act(&Command::Visit(Place { step: 2, page: 1 }), at(560)).unwrap();
    meeting.act(&Command::ReturnToStep, at(620)).unwrap();
    let revived = super::State::fold(&meeting.log).unwrap();
    let (resumed, event) = revived.resume(Ms::seconds(650), at(650).wall, at(950).wall);
    assert!(resumed < LONG_GAP);
    meeting.push(event, Now { at: resumed, wall: at(950).wall });
    next(&mut meeting, &[1000]);
    let run = times(&meeting);
    let pages: Vec<(u16, u64)> = run.pages.iter().map(|page| (page.number, page.took.0 / 1000)).collect();
    // 100 + 100 before the turn; then 60, a visit of 60, 30 until the power went, 50 after it was back.
    assert_eq!(pages, [(1, 200), (2, 140)]);
    assert_eq!(took(&run)[0], Some(400 - 200 + 200), "the step has the visit's minute, the page has not");
}

#[test]
fn a_jump_spoils_nothing() {
    let mut meeting = rehearsal();
    meeting.act(&Command::BeginStep(2), at(5)).unwrap();
    next(&mut meeting, &[300, 600, 1305, 1545]);
    let run = times(&meeting);
    assert_eq!(
        run.steps.iter().map(|step| step.whole).collect::<Vec<_>>(),
        [false, false, true, true, false, false],
        "the first was left after one page of two, the last is still running"
    );
    assert!(!run.complete() && !run.within_time());
    let minutes = learned(&session(&PLAN), &[&run]).unwrap();
    assert_eq!(minutes, [10, 10, 22, 4, 40, 15], "only what was held whole teaches");
}

#[test]
fn a_skipped_wait_counts_as_if_it_had_passed_and_only_in_a_rehearsal() {
    let mut meeting = rehearsal();
    meeting.act(&Command::StartCountdown(Ms::minutes(5)), at(60)).unwrap();
    let left = waiting(&meeting.state, None, at(120)).unwrap();
    assert_eq!(left, Ms::minutes(4));
    // The meeting's clock is put on by whoever keeps it; here by hand.
    meeting.act(&Command::SkipWait(left), Now { at: at(120).at + left, ..at(120) }).unwrap();
    next(&mut meeting, &[400, 410]);
    assert_eq!(took(&times(&meeting))[0], Some(410));
    assert_eq!(waiting(&meeting.state, None, at(410)), None, "it has run out");
    assert_eq!(
        waiting(&meeting.state, Some(Ms::minutes(3)), at(410)),
        None,
        "while it stands at zero nothing is waited for"
    );

    let session = session(&PLAN);
    let mut live = Meeting::open(&session, setup(&session, 120, None, 1), None, at(0));
    live.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
    assert_eq!(live.act(&Command::SkipWait(Ms::minutes(1)), at(5)), Err(Rejection::NotRehearsal));
}

#[test]
fn advice_names_the_worst_first_with_its_longest_page_and_who_has_time() {
    let run = times(&whole());
    let expected = [
        Advice::Over { step: "inti".into(), took: 51, planned: 40, page: Some(6) },
        Advice::Under { step: "diskusi".into(), took: 30, planned: 40 },
    ];
    assert_eq!(advice(&run), expected);
    assert_eq!(advice(&times(&rehearsal())), [Advice::TooLittle]);
}

#[test]
fn learned_minutes_are_the_middle_of_the_newest_runs_and_fit_the_length() {
    let plan = session(&PLAN);
    let mut runs: Vec<RunTimes> = Vec::new();
    for inti in [50, 30, 44] {
        let mut run = times(&whole());
        run.steps[2].took = Some(Ms::minutes(inti));
        runs.push(run);
    }
    let minutes = learned(&plan, &runs.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(minutes, [10, 10, 44, 4, 30, 10]);
    let sheet = run_sheet(&with_minutes(&plan, &minutes), 120, None);
    assert_eq!(sheet.spans().iter().copied().sum::<Ms>(), Ms::minutes(120));
    assert!(sheet.steps[2].planned > run_sheet(&plan, 120, None).steps[2].planned);
    let two = learned(&plan, &runs[..2].iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(two[2], 40, "of two the middle lies between them");
    assert_eq!(learned(&plan, &[]), None);
    assert_eq!(learned(&plan, &[&times(&rehearsal())]), None, "nothing was held whole");
}

#[test]
fn what_was_clicked_through_teaches_no_minutes_and_makes_nobody_ready() {
    let plan = session(&PLAN);
    let mut run = times(&whole());
    // Half of 40 minutes counts, a second less does not; the least minutes of a step hold in any case.
    run.steps[2].took = Some(Ms::minutes(20));
    run.steps[4].took = Some(Ms(Ms::minutes(20).0 - 1));
    run.steps[3].took = Some(Ms::minutes(3));
    let minutes = learned(&plan, &[&run]).unwrap();
    assert_eq!((minutes[2], minutes[4], minutes[3]), (20, 40, 3));
    for step in &mut run.steps {
        step.took = Some(Ms(step.planned.0 / 3));
    }
    assert!(run.complete() && !run.within_time());
    assert_eq!(learned(&plan, &[&run]), None);
}

#[test]
fn the_prompter_goes_at_speaking_pace_and_key_words_keep_the_numbers() {
    assert_eq!(speaking_time(&"kata ".repeat(110), 110), Ms::minutes(1));
    assert_eq!(speaking_time("", 110), Ms::ZERO);
    let keys = key_words("Ibu-ibu, cuci tangan dengan sabun paling sedikit 20 detik. Siapa yang sudah?");
    assert_eq!(keys, "cuci tangan sabun paling 20");
    let block = |kind, text: &str| ScriptBlock { kind, text: text.into(), when: String::new() };
    let script = [
        block(ScriptKind::Say, "Satu dua tiga empat. Lima enam."),
        block(ScriptKind::Do, "Tunjuk gambar."),
        block(ScriptKind::Expect, "Diam."),
        block(ScriptKind::Ask, "Siapa \u{201c}ikut?\u{201d}"),
    ];
    let lines = lines(&script);
    let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(words, ["Satu dua tiga empat.", "Lima enam.", "Tunjuk gambar.", "Siapa \u{201c}ikut?\u{201d}"]);
    // One word a second.
    assert_eq!(line_at(&lines, Ms::seconds(0), 60), (0, Some(Ms::seconds(4))));
    assert_eq!(line_at(&lines, Ms::seconds(5), 60), (1, Some(Ms::seconds(1))));
    assert_eq!(line_at(&lines, Ms::seconds(6), 60), (3, None), "a direction takes no time");
    assert_eq!(line_at(&lines, Ms::seconds(600), 60), (3, None));
    assert_eq!(line_at(&[], Ms::ZERO, 60), (0, None));
}
