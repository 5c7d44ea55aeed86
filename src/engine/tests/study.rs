//! Learning as a fold: cards come back when they should, readiness goes by what was done.

use proptest::prelude::*;

use super::super::{
    ids::{MeetingId, SessionId},
    observe::Observation,
    problem::{Problem, draw},
    study::{CardId, DAILY, DAILY_NEW, Deed, Readiness, Study, StudyRecord},
    time::Wall,
};
use super::NINE;

const DAY: i64 = 86_400_000;

fn card(n: usize) -> CardId {
    CardId::of(&SessionId::from("m1-s1"), &format!("Pertanyaan {n}"))
}

fn answered(n: usize, right: bool, day: i64) -> StudyRecord {
    StudyRecord { wall: Wall(NINE.0 + day * DAY), deed: Deed::Answered { card: card(n), right } }
}

fn days(study: &Study, n: usize) -> i64 {
    study.due(&card(n)).unwrap().day() - NINE.day()
}

#[test]
fn a_card_known_comes_back_later_each_time_and_one_forgotten_tomorrow() {
    let mut study = Study::fold(&[answered(1, true, 0), answered(2, false, 0)]);
    let (known, forgotten) = (days(&study, 1), days(&study, 2));
    assert!(known > forgotten && forgotten >= 1, "{known} {forgotten}");
    study.apply(&answered(1, true, known));
    let second = days(&study, 1) - known;
    assert!(second > known, "{second} after {known}");
    study.apply(&answered(1, false, known + second));
    assert!(days(&study, 1) - known - second < second, "forgotten: soon again");
}

#[test]
fn a_day_has_what_is_due_first_then_a_few_new_ones() {
    let deck: Vec<CardId> = (0..30).map(card).collect();
    let mut study = Study::default();
    assert_eq!(study.today(&deck, NINE).len(), DAILY_NEW);
    for n in 0..20 {
        study.apply(&answered(n, n % 2 == 0, 0));
    }
    assert!(study.today(&deck, NINE).is_empty(), "enough for a day, and nothing is due on it");
    let tomorrow = study.today(&deck, Wall(NINE.0 + DAY));
    assert_eq!(tomorrow.len(), DAILY);
    assert!(tomorrow.iter().all(|card| study.due(card).is_some()), "the forgotten ones fill the day");
}

#[test]
fn readiness_is_the_furthest_stage_and_the_best_quiz_counts() {
    let session = SessionId::from("m1-s1");
    let quiz = |right| StudyRecord { wall: NINE, deed: Deed::Quizzed { session: session.clone(), right, of: 10 } };
    let mut study = Study::default();
    assert_eq!(study.readiness(&session, false), Readiness::Unread);
    study.apply(&StudyRecord { wall: NINE, deed: Deed::Read { session: session.clone() } });
    assert_eq!(study.readiness(&session, false), Readiness::Read);
    study.apply(&quiz(7));
    assert_eq!(study.readiness(&session, false), Readiness::Read);
    study.apply(&quiz(8));
    study.apply(&quiz(3));
    assert_eq!(study.best_quiz(&session), Some((8, 10)));
    assert_eq!(study.readiness(&session, false), Readiness::Quizzed);
    let rehearsed = |within| StudyRecord { wall: NINE, deed: Deed::Rehearsed { session: session.clone(), within } };
    study.apply(&rehearsed(false));
    assert_eq!(study.readiness(&session, false), Readiness::Quizzed, "late, or not whole");
    study.apply(&rehearsed(true));
    study.apply(&rehearsed(false));
    assert_eq!(study.readiness(&session, false), Readiness::Rehearsed);
    assert_eq!(study.readiness(&session, true), Readiness::Delivered);
    assert_eq!(study.readiness(&"m2-s1".into(), false), Readiness::Unread);
}

#[test]
fn deeds_are_written_in_words_that_must_stay() {
    let sheet = Observation {
        meeting: MeetingId(3),
        session: "m1-s1".into(),
        observer: String::new(),
        levels: vec![("waktu".into(), 3), ("hormat".into(), 4)],
        remark: String::new(),
    };
    assert_eq!(sheet.mean_tenths(), Some(35));
    let deeds = [
        (Deed::Read { session: "m1-s1".into() }, r#"{"t":"read","session":"m1-s1"}"#),
        (
            Deed::Answered { card: card(1), right: true },
            r#"{"t":"answered","card":"m1-s1#c509cf6951f3ff8d","right":true}"#,
        ),
        (Deed::Quizzed { session: "a".into(), right: 8, of: 10 }, r#"{"t":"quizzed","session":"a","right":8,"of":10}"#),
        (Deed::Rehearsed { session: "a".into(), within: true }, r#"{"t":"rehearsed","session":"a","within":true}"#),
        (Deed::Faced { card: "hujan".into(), good: false }, r#"{"t":"faced","card":"hujan","good":false}"#),
        (
            Deed::Observed { sheet },
            r#"{"t":"observed","sheet":{"meeting":3,"session":"m1-s1","observer":"","levels":[["waktu",3],["hormat",4]],"remark":""}}"#,
        ),
    ];
    for (deed, json) in deeds {
        assert_eq!(serde_json::to_string(&deed).unwrap(), json);
        assert_eq!(serde_json::from_str::<Deed>(json).unwrap(), deed);
    }
}

#[test]
fn problem_cards_come_round_before_one_comes_twice() {
    let problem = |id: &str| Problem {
        id: id.into(),
        title: String::new(),
        situation: String::new(),
        deed: None,
        choices: Vec::new(),
    };
    let cards = [problem("a"), problem("b"), problem("c")];
    let faced = |id: &str| u16::from(id != "b");
    assert_eq!(draw(&cards, faced, None, 99).unwrap().id, "b");
    assert_eq!(draw(&cards, |_| 0, Some("a"), 1).unwrap().id, "c", "never the same twice in a row");
    assert!(draw(&[], |_| 0, None, 1).is_none());
}

proptest! {
    #[test]
    fn any_order_of_deeds_folds_and_every_card_stays_reachable(deeds in prop::collection::vec((0usize..6, any::<bool>(), -400i64..400), 0..60)) {
        let deck: Vec<CardId> = (0..6).map(card).collect();
        let records: Vec<StudyRecord> = deeds.iter().map(|(n, right, day)| answered(*n, *right, *day)).collect();
        let study = Study::fold(&records);
        let far = Wall(NINE.0 + 200_000 * DAY);
        let asked = deck.iter().filter(|card| study.due(card).is_some()).count();
        let new = (deck.len() - asked).min(DAILY_NEW);
        prop_assert_eq!(study.today(&deck, far).len(), (asked + new).min(DAILY));
    }
}
