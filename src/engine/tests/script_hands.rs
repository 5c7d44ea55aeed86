//! Checks by show of hands in a meeting: where their pages stand, counting, taking back, the gain in the minutes, what the wall may know.

use super::super::{
    command::{Command, MAX_HEADS, Rejection, StartPlan},
    event::{Event, Place},
    hands::{CheckPart, CheckTime, Hands, Tally},
    learn::{Check, CheckChoice, Learn},
    minutes::{Oddity, meeting_minutes},
    plan::{PlannedPage, run_sheet},
    scene::{Base, stage_scene},
    session::Session,
    time::{Ms, Now},
};
use super::{Meeting, NINE, PLAN, SECRET, session, setup};

/// Steps that ask, by index.
const STARTS: usize = 2;
const ENDS: usize = 4;

/// A session whose third and fifth step ask two questions; the second choice is right.
pub(super) fn asking() -> Session {
    let mut session = session(&PLAN);
    session.steps[STARTS].check = Some(CheckTime::Start);
    session.steps[ENDS].check = Some(CheckTime::End);
    session.learn = Some(Learn { checks: vec![check(), check()], ..Learn::default() });
    session
}

fn check() -> Check {
    let choice = |scene: &str| CheckChoice { scene: scene.into(), words: SECRET.into() };
    Check {
        ask: SECRET.into(),
        headline: SECRET.into(),
        choices: vec![choice("a"), choice("b")],
        answer: 1,
        why: SECRET.into(),
        because: SECRET.into(),
        script: Vec::new(),
    }
}

fn at(minutes: u64) -> Now {
    Now { at: Ms::minutes(minutes), wall: NINE }
}

fn begun() -> Meeting {
    let session = asking();
    let mut meeting = Meeting::open(&session, setup(&session, 120, None, 3), None, at(0));
    meeting.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
    meeting
}

fn hands(present: u16, right: u16) -> Hands {
    Hands { present: Some(present), chosen: vec![None, Some(right)] }
}

fn counted(check: u16, when: CheckTime, present: u16, right: u16) -> Command {
    Command::CountHands(check, when, hands(present, right))
}

#[test]
fn the_questions_end_the_steps_that_ask_and_only_at_the_end_with_their_answers() {
    let session = asking();
    let sheet = run_sheet(&session, 120, None);
    let parts = |step: usize| {
        let pages = sheet.steps[step].pages.iter();
        pages.filter_map(|page| sheet.check_of(page).map(|(check, part, _)| (check, part))).collect::<Vec<_>>()
    };
    assert_eq!(parts(STARTS), [(0, CheckPart::Start), (1, CheckPart::Start)]);
    let pair = |check| [(check, CheckPart::End), (check, CheckPart::Answer)];
    assert_eq!(parts(ENDS), [pair(0), pair(1)].concat());
    let own = session.steps[STARTS].pages.len();
    let first = sheet.steps[STARTS].pages.iter().position(|page| matches!(page, PlannedPage::Check { .. }));
    assert_eq!(first, Some(own), "after the step's own pages");
    let others = [0, 1, 3, 5].map(parts);
    assert!(others.iter().all(Vec::is_empty), "{others:?}");
    let none = run_sheet(&Session { learn: None, ..asking() }, 120, None);
    assert!(none.checks.is_empty() && none.places().count() + 6 == sheet.places().count());
}

#[test]
fn the_wall_knows_the_answer_only_on_its_own_page_and_no_words() {
    let mut meeting = begun();
    let places: Vec<Place> = meeting.state.sheet.places().collect();
    let mut answers = 0;
    for place in places {
        let page = meeting.state.sheet.page(place).cloned();
        if place != meeting.state.shown {
            meeting.act(&Command::Visit(place), at(1)).unwrap();
        }
        let scene = stage_scene(&meeting.state);
        assert!(!format!("{scene:?}").contains(SECRET), "{scene:?}");
        let may = matches!(page, Some(PlannedPage::Check { part: CheckPart::Answer, .. }));
        assert_eq!(matches!(scene.base, Base::Check { answer: true, .. }), may);
        answers += usize::from(may);
    }
    assert_eq!(answers, 2);
}

#[test]
fn what_is_counted_is_kept_and_can_be_taken_back_step_by_step() {
    let mut meeting = begun();
    let right = |meeting: &Meeting| meeting.state.tally(0, CheckTime::Start).map(|tally| tally.right);
    meeting.act(&Command::BeginStep(2), at(20)).unwrap();
    assert_eq!(meeting.act(&Command::UndoHands, at(20)), Err(Rejection::NoCheck));
    meeting.act(&Command::LastOfStep, at(21)).unwrap();
    meeting.act(&Command::Previous, at(21)).unwrap();
    assert_eq!(meeting.act(&Command::UndoHands, at(21)), Err(Rejection::Nothing));
    for right in [9, 8] {
        meeting.act(&counted(0, CheckTime::Start, 22, right), at(22)).unwrap();
    }
    assert_eq!(meeting.act(&counted(0, CheckTime::Start, 22, 8), at(22)), Err(Rejection::Nothing));
    assert_eq!(right(&meeting), Some(8));
    meeting.act(&Command::UndoHands, at(23)).unwrap();
    assert_eq!(right(&meeting), Some(9));
    meeting.act(&Command::UndoHands, at(23)).unwrap();
    assert_eq!(right(&meeting), None);
    assert_eq!(meeting.act(&Command::UndoHands, at(23)), Err(Rejection::Nothing));
    assert_eq!(super::State::fold(&meeting.log).as_ref(), Some(&meeting.state));
}

#[test]
fn counting_wants_the_right_choice_of_a_question_there_is_while_the_meeting_runs() {
    let session = asking();
    let mut meeting = Meeting::open(&session, setup(&session, 120, None, 3), None, at(0));
    let command = counted(0, CheckTime::End, 22, 9);
    assert_eq!(meeting.act(&command, at(0)), Err(Rejection::NotStarted));
    meeting.act(&Command::Start(StartPlan::Full), at(0)).unwrap();
    assert_eq!(meeting.act(&counted(2, CheckTime::End, 22, 9), at(1)), Err(Rejection::NoSuchThing));
    let only_wrong = Hands { present: Some(22), chosen: vec![Some(9), None] };
    let short = Hands { present: None, chosen: vec![Some(9)] };
    for hands in [only_wrong, short] {
        assert_eq!(meeting.act(&Command::CountHands(0, CheckTime::End, hands), at(1)), Err(Rejection::NoSuchThing));
    }
    assert_eq!(meeting.act(&counted(0, CheckTime::End, MAX_HEADS + 1, 9), at(1)), Err(Rejection::OutOfRange));
    meeting.act(&command, at(1)).unwrap();
    meeting.act(&Command::Close, at(2)).unwrap();
    assert_eq!(meeting.act(&counted(0, CheckTime::End, 22, 10), at(2)), Err(Rejection::Closed));
}

#[test]
fn the_minutes_tell_start_and_end_and_flag_more_hands_than_people() {
    let mut meeting = begun();
    meeting.act(&counted(0, CheckTime::Start, 22, 9), at(20)).unwrap();
    meeting.act(&counted(0, CheckTime::End, 22, 18), at(90)).unwrap();
    let minutes = meeting_minutes(&meeting.log, &meeting.state);
    let rights = |tally: Option<Tally>| tally.map(|tally| (tally.right, tally.of));
    let told: Vec<_> = minutes.checks.iter().map(|check| (rights(check.start), rights(check.end))).collect();
    assert_eq!(told, [(Some((9, Some(22))), Some((18, Some(22)))), (None, None)]);
    assert!(!minutes.oddities.contains(&Oddity::TooManyHands));
    meeting.act(&counted(1, CheckTime::End, 20, 21), at(91)).unwrap();
    let minutes = meeting_minutes(&meeting.log, &meeting.state);
    assert_eq!(rights(minutes.checks[1].end), Some((21, Some(20))));
    assert!(minutes.oddities.contains(&Oddity::TooManyHands));
}

#[test]
fn a_count_of_no_question_of_this_plan_changes_nothing() {
    let mut meeting = begun();
    let before = meeting.state.hands.clone();
    meeting
        .push(Event::CheckCounted { check: 7, when: CheckTime::Start, hands: Some(hands(1, 1)), undo: false }, at(1));
    assert_eq!(meeting.state.hands, before);
}
