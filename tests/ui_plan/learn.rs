//! Flows from learning to rehearsing to the next plan, over many screens, by what a facilitator sees and presses. Whatever depends on the
//! content is computed from it.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use lembar::{
    engine::{
        event::{MeetingKind, Place},
        ids::SessionId,
        learn::Question,
        plan::run_sheet,
        rehearsal::{RunTimes, learned, with_minutes},
        state::Phase,
        study::{DAILY, Readiness},
        time::{DayMinute, Ms},
    },
    text::{deliver, learn as reading, observe, rehearse, study},
    ui::{
        intent::{GroupEdit, Intent, MeetingPlan, RehearseKey, Screen},
        keymap::Chord,
        theme,
    },
};

use crate::desk::Desk;

const SESSION: &str = "m1-s1";

fn session(desk: &mut Desk) -> lembar::engine::session::Session {
    desk.core().pack.session(&SessionId::from(SESSION)).unwrap().clone()
}

/// The session's row in the list.
fn row(desk: &mut Desk, stage: Readiness) -> String {
    let session = session(desk);
    format!("{}, {}, {}", session.label, session.title, study::readiness(stage))
}

/// The question on the screen.
fn question(desk: &mut Desk) -> Option<Question> {
    desk.core().view(None).study.unwrap().quiz.unwrap().question.cloned()
}

const DIGITS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

/// Answers the question with the key of `choice` and looks at what is said about it.
fn answer(desk: &mut Desk, question: &Question, choice: usize) {
    assert!(!desk.sees(&question.why), "not told before it is answered");
    desk.keys(&[DIGITS[choice]]);
    assert!(desk.sees(if choice == question.answer { study::RIGHT } else { study::WRONG }));
    assert!(desk.sees(&question.why), "why: {}", question.why);
    desk.keys(&[DIGITS[question.answer]]);
    assert!(desk.sees(if choice == question.answer { study::RIGHT } else { study::WRONG }), "answered once");
    desk.keys(&[Key::Enter]);
}

fn learning() -> Desk {
    let mut desk = Desk::open();
    desk.press(study::LEARN);
    desk
}

fn rehearsing() -> Desk {
    let mut desk = Desk::open();
    desk.press(study::REHEARSE);
    desk
}

/// Begins on the waiting screen, in the colour of rehearsals.
fn begin(desk: &mut Desk) {
    desk.press(study::WHOLE);
    assert!(desk.sees(study::BEGIN), "the waiting screen");
    assert_eq!(desk.core().live().unwrap().state.phase, Phase::Waiting);
    rehearses(desk);
    desk.keys(&[Key::F5]);
    assert_eq!(desk.core().live().unwrap().state.phase, Phase::Running);
}

fn rehearses(desk: &mut Desk) {
    assert!(desk.sees(deliver::REHEARSAL) && desk.paints(theme::DAY.practice_soft));
    assert_eq!(desk.core().live().unwrap().state.setup.kind, MeetingKind::Rehearsal);
}

/// A part of a session begins at once.
fn begin_by(desk: &mut Desk, name: &str) {
    desk.press(name);
    rehearses(desk);
    assert_eq!(desk.core().live().unwrap().state.phase, Phase::Running);
}

/// From page to page to the last, so many minutes each; how many pages there were.
fn through(desk: &mut Desk, each: u64) -> usize {
    let mut pages = 1;
    while desk.core().live().is_some_and(|live| live.state.sheet.after(live.state.shown).is_some()) {
        desk.minutes(each);
        desk.keys(&[Key::PageDown]);
        pages += 1;
        assert!(pages < 100, "the last page is never reached");
    }
    desk.minutes(each);
    pages
}

/// By the keyboard alone: the panel, and the button in it.
fn end(desk: &mut Desk) -> RunTimes {
    desk.keys(&[Key::E]);
    assert!(desk.sees(rehearse::LEAVE) && desk.core().live().is_some(), "one key ends nothing");
    desk.keys(&[Key::Tab, Key::Tab, Key::Enter]);
    desk.until(rehearse::REVIEW);
    desk.core().view(None).review.unwrap().this.clone()
}

#[test]
fn from_the_first_reading_to_a_plan_with_ones_own_minutes() {
    let mut desk = learning();
    let all = session(&mut desk).learn.unwrap().questions.len();
    let unread = row(&mut desk, Readiness::Unread);
    desk.press(&unread);
    desk.press(&reading::of_part(reading::READ_ALL, reading::BACKGROUND));
    desk.press(study::HAVE_READ);
    let read = row(&mut desk, Readiness::Read);
    assert!(desk.sees(&read) && !desk.sees(study::HAVE_READ));

    // Three wrong answers of ten are too many.
    desk.press(study::BEGIN_QUIZ);
    for number in 0..all {
        assert!(desk.sees(&study::place(number + 1, all)));
        let question = question(&mut desk).unwrap();
        let wrong = (question.answer + 1) % question.choices.len();
        answer(&mut desk, &question, if number < 3 { wrong } else { question.answer });
    }
    assert!(desk.sees(&study::result(all - 3, all)) && desk.sees(study::NOT_PASSED));
    desk.keys(&[Key::Enter]);
    while let Some(question) = question(&mut desk) {
        answer(&mut desk, &question, question.answer);
    }
    assert!(desk.sees(study::PASSED));
    desk.press(study::LEAVE);
    let passed = row(&mut desk, Readiness::Quizzed);
    assert!(desk.sees(&passed) && desk.sees(&study::best(u16::try_from(all).unwrap(), u16::try_from(all).unwrap())));

    // Everything new of this day was asked; tomorrow what was forgotten comes back first.
    desk.press(study::DAILY);
    assert!(desk.core().view(None).study.unwrap().quiz.is_none(), "nothing is left for today");
    desk.minutes(24 * 60);
    desk.press(study::DAILY);
    let wait = desk.core().view(None).study.unwrap().quiz.unwrap().of;
    assert!(wait > 3 && wait <= DAILY, "{wait}");
    while let Some(question) = question(&mut desk) {
        answer(&mut desk, &question, question.answer);
    }
    assert!(desk.sees(study::DAILY_DONE));
    desk.press(study::LEAVE);

    desk.press(study::REHEARSE);
    begin(&mut desk);
    quickly_over_a_wait(&mut desk);
    through(&mut desk, 3);
    desk.keys(&[Key::H]);
    assert!(desk.sees(deliver::REHEARSAL) && desk.paints(theme::DAY.practice_soft), "the roll is one of a rehearsal");
    desk.key(Chord::ctrl(Key::A));
    desk.keys(&[Key::Escape]);
    let run = end(&mut desk);
    review(&mut desk, &run);
    plan(&mut desk, &run);
}

/// "Cepat": a countdown is not waited for, its minutes count.
fn quickly_over_a_wait(desk: &mut Desk) {
    let wait = Ms::minutes(10);
    desk.core().apply(Intent::Meeting(lembar::engine::command::Command::StartCountdown(wait)));
    let before = desk.core().meeting_now().unwrap().at;
    desk.keys(&[Key::S]);
    let skipped = desk.core().meeting_now().unwrap().at.saturating_sub(before);
    assert!(skipped >= wait && skipped < wait + Ms::seconds(2), "{skipped:?}");
    desk.keys(&[Key::S]);
    assert!(desk.sees(rehearse::NOTHING_TO_WAIT_FOR));
}

/// What the review says, against the run itself.
fn review(desk: &mut Desk, run: &RunTimes) {
    assert!(run.complete() && run.kind == MeetingKind::Rehearsal);
    let (planned, took) = run.totals();
    assert!(desk.sees(&rehearse::total(took.round_minutes(), planned.round_minutes())));
    let bars: Vec<String> = run
        .steps
        .iter()
        .map(|step| rehearse::bar(&step.title, step.planned.round_minutes(), Some(step.took.unwrap().round_minutes())))
        .collect();
    desk.harness.get_by_role_and_label(Role::Image, &bars.join("; "));
    let advice = desk.core().view(None).review.unwrap().advice;
    assert!((1..=3).contains(&advice.len()) && advice.iter().all(|one| desk.sees(&rehearse::advice(one))));
    assert!(desk.sees(rehearse::COUNTS_NOWHERE));
}

/// One press, and the next plan has the minutes it really took.
fn plan(desk: &mut Desk, run: &RunTimes) {
    desk.press(rehearse::USE_LEARNED);
    assert!(desk.sees(rehearse::LEARNED_USED));
    let session = session(desk);
    let minutes = learned(&session, &[run]).unwrap();
    let expected = run_sheet(&with_minutes(&session, &minutes), 120, None).spans();
    assert_ne!(expected, run_sheet(&session, 120, None).spans(), "it took other minutes than planned");
    let core = desk.core();
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Anggrek", "Balai", ["Aminah", "Yuliana"])));
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    core.apply(Intent::OpenMeeting(MeetingPlan {
        group,
        session: session.id,
        length: 120,
        start: Some(DayMinute(600)),
        end: Some(DayMinute(720)),
        place: String::new(),
        presenters: Vec::new(),
    }));
    let state = &core.live().unwrap().state;
    assert_eq!((state.sheet.spans(), state.setup.kind), (expected, MeetingKind::Live));
}

#[test]
fn one_step_alone_is_rehearsed_and_once_more() {
    let mut desk = rehearsing();
    let session = session(&mut desk);
    let one = study::of_step(study::ONE_STEP, &session.steps[3].title);
    for run in 0..2 {
        begin_by(&mut desk, if run == 0 { &one } else { rehearse::AGAIN });
        assert_eq!(desk.core().live().unwrap().state.step, 3);
        let pages = through(&mut desk, 4);
        let times = end(&mut desk);
        let took: Vec<_> = times.steps.iter().filter_map(|step| step.took).map(Ms::round_minutes).collect();
        assert_eq!(took, [4 * pages as u64], "run {run}");
        assert!(times.steps[3].whole && !times.complete(), "a part is not the session: {times:?}");
    }
}

#[test]
fn a_rehearsal_begins_at_any_page() {
    let mut desk = rehearsing();
    let session = session(&mut desk);
    let (step, index) = (&session.steps[3], 2);
    desk.press(&study::of_step(study::FROM_HERE, &step.title));
    let page = &step.pages[index];
    let view = desk.core().view(None);
    let sheet = view.study.unwrap().sheet.unwrap();
    let number = sheet.number_of(Place { step: 3, page: 2 }).unwrap();
    begin_by(&mut desk, &study::from_page(number, &page.title));
    let state = &desk.core().live().unwrap().state;
    assert_eq!(state.step, 3);
    assert_eq!(state.sheet.page(state.shown).unwrap().pack_page(), Some(&page.id));
    through(&mut desk, 1);
    let times = end(&mut desk);
    let whole: Vec<bool> = times.steps.iter().map(|step| step.whole).collect();
    let expected: Vec<bool> = (0..times.steps.len()).map(|index| index > 3).collect();
    assert_eq!(whole, expected, "half a step says nothing about its minutes");
}

#[test]
fn a_problem_card_is_answered_by_its_number_and_put_away_by_esc() {
    let mut desk = rehearsing();
    begin(&mut desk);
    desk.keys(&[Key::Q]);
    let card = desk.core().view(None).meeting.unwrap().card.unwrap().problem.clone();
    assert!(desk.sees(&card.title) && desk.sees(&card.situation));
    assert!(!desk.sees(&card.choices[0].why));
    desk.keys(&[DIGITS[1]]);
    for (index, choice) in card.choices.iter().enumerate() {
        let mark = if choice.good { rehearse::GOOD } else { rehearse::BETTER_NOT };
        assert!(desk.sees(&rehearse::judged(mark, &choice.text, index == 1)) && desk.sees(&choice.why));
    }
    let faced = desk.core().view(None).meeting.unwrap().card.unwrap().chosen;
    assert_eq!(faced, Some(1));
    desk.keys(&[Key::Num9]);
    assert_eq!(desk.core().drafts.go_to, "9", "an answered card leaves the digits to the pages");
    desk.keys(&[Key::Escape]);
    assert!(desk.sees(&card.title), "Esc takes away one thing");
    desk.keys(&[Key::B, Key::Escape]);
    assert!(desk.sees(&card.title) && desk.core().live().unwrap().state.cover.is_none(), "the room comes first");
    desk.keys(&[Key::Escape]);
    assert!(!desk.sees(&card.title));
}

#[test]
fn the_observation_sheet_takes_one_key_an_item() {
    let mut desk = rehearsing();
    let step = session(&mut desk).steps[0].title.clone();
    begin_by(&mut desk, &study::of_step(study::ONE_STEP, &step));
    through(&mut desk, 3);
    end(&mut desk);
    desk.press(observe::BEGIN);
    let items = desk.core().view(None).review.unwrap().items.to_vec();
    for number in 0..items.len() {
        assert!(desk.sees(&observe::marked(number, items.len())));
        desk.keys(&[Key::Num3]);
    }
    desk.keys(&[Key::Num1]);
    assert!(desk.sees(&observe::marked(items.len(), items.len())));
    desk.press(observe::KEEP);
    let wall = desk.core().clock.wall();
    assert!(desk.sees(&observe::mean(wall, 30)), "every item at the third level");
    assert!(desk.sees(observe::ANEW));
}

#[test]
fn two_rehearsals_in_one_evening_stand_beside_each_other_and_an_unwritten_session_can_be_tried() {
    let mut desk = rehearsing();
    let unwritten = desk.core().pack.sessions.iter().find(|session| session.learn.is_none()).unwrap().clone();
    let mut first = Vec::new();
    for run in 0_usize..2 {
        desk.core().apply(Intent::Study(lembar::ui::intent::StudyKey::Choose(unwritten.id.clone())));
        desk.harness.run_ok();
        if run == 0 {
            desk.press(study::SESSIONS);
            assert!(desk.sees(study::OUTLINE));
            desk.press(study::REHEARSE);
        }
        begin(&mut desk);
        // Over midnight, the second time: it began at 08.20 and a little.
        through(&mut desk, if run == 0 { 12 } else { 120 });
        let times = end(&mut desk);
        assert!(times.complete() && !times.steps.is_empty());
        let took: Vec<_> = times.steps.iter().map(|step| step.took.map(Ms::round_minutes)).collect();
        let review = desk.core().view(None).review.unwrap();
        assert_eq!(review.title, unwritten.title);
        if run == 1 {
            desk.until(rehearse::EARLIER_REHEARSALS);
            let [rehearsed, held] = desk.core().view(None).review.unwrap().usual;
            assert_eq!(rehearsed.iter().map(|took| took.map(Ms::round_minutes)).collect::<Vec<_>>(), first);
            assert!(held.iter().all(Option::is_none), "no meeting was held");
        }
        first = took;
        desk.press(rehearse::TO_LEARNING);
        assert_eq!(desk.core().screen(), &Screen::Learn);
    }
    desk.core().apply(Intent::Rehearse(RehearseKey::Begin(unwritten.id, lembar::engine::rehearsal::Scope::Whole)));
    desk.harness.run_ok();
    desk.keys(&[Key::E, Key::Tab, Key::Tab, Key::Enter]);
    assert_eq!(desk.core().screen(), &Screen::Learn, "one that never began has nothing to show");
}
