//! Evidence of a meeting: marks and their undo, promise and recall, photos, words, what comes next; what several meetings tell of a member.

use super::super::{
    attendance::{Attendee, Status},
    command::{Command, Rejection, StartPlan, decide},
    event::{Event, MeetingKind},
    evidence::{
        Assessed, Change, Fact, Field, Ground, Level, MAX_PHOTOS, MAX_TOLD_CHARS, Next, Photo, member_facts, unrated,
    },
    follow_up::{Doubt, doubts},
    hands::{CheckTime, Hands},
    history::{LastMeeting, Recap, summary},
    ids::{MeetingId, ParticipantId},
    plan::{PlannedPage, recapping},
    scene::stage_scene,
    session::Role,
    state::State,
    time::{Ms, Now},
};
use super::{Meeting, NINE, PLAN, SECRET, last_meeting, script_hands, session, setup};

fn now() -> Now {
    Now { at: Ms::ZERO, wall: NINE }
}

fn person(id: i64) -> Attendee {
    Attendee::Participant(ParticipantId(id))
}

/// A meeting under way with four people: two there, one sick, one not filled in.
fn begun() -> Meeting {
    let mut meeting = Meeting::open(&session(&PLAN), setup(&session(&PLAN), 120, None, 4), None, now());
    meeting.act(&Command::Start(StartPlan::Full), now()).unwrap();
    for (id, status) in [(1, Status::Present), (2, Status::Present), (3, Status::Sick)] {
        meeting.act(&Command::Mark(person(id), Some(status)), now()).unwrap();
    }
    meeting
}

fn act(meeting: &mut Meeting, change: Change) -> Result<(), Rejection> {
    meeting.act(&Command::Evidence(change), now())
}

fn assessed(state: &State) -> Vec<Assessed> {
    state.roll.iter().map(|row| state.assessed(row)).collect()
}

#[test]
fn marks_are_given_to_those_who_came_and_an_absent_one_cannot_be_judged() {
    use Assessed::{Empty, NotAssessable, Rated};
    let mut meeting = begun();
    assert_eq!(assessed(&meeting.state), [Empty, Empty, NotAssessable, Empty], "nothing is filled in by itself");
    let rate = |id, level| Change::Rate(person(id), level, Ground::Observation);
    act(&mut meeting, rate(1, Some(Level::VeryGood))).unwrap();
    assert_eq!(act(&mut meeting, rate(1, Some(Level::VeryGood))), Err(Rejection::Nothing));
    assert_eq!(act(&mut meeting, rate(3, Some(Level::Good))), Err(Rejection::NotPresent));
    assert_eq!(act(&mut meeting, rate(4, Some(Level::Good))), Err(Rejection::NotPresent));
    assert_eq!(act(&mut meeting, rate(9, Some(Level::Good))), Err(Rejection::NoSuchThing));
    assert_eq!(unrated(&meeting.state).count(), 1);

    meeting.act(&Command::Close, now()).unwrap();
    act(&mut meeting, Change::RateAllPresent(Level::Good, Ground::ShowOfHands)).unwrap();
    assert_eq!(assessed(&meeting.state), [Rated(Level::VeryGood), Rated(Level::Good), NotAssessable, Empty]);
    let ratings = &meeting.state.evidence.ratings;
    assert_eq!((ratings[&person(1)].all, ratings[&person(1)].ground), (false, Ground::Observation));
    assert_eq!((ratings[&person(2)].all, ratings[&person(2)].ground), (true, Ground::ShowOfHands));
    let all = Change::RateAllPresent(Level::Poor, Ground::Talk);
    assert_eq!(act(&mut meeting, all), Err(Rejection::Nothing), "who has a mark keeps it");

    // Marked absent after all: the mark is out of sight and can still be taken back.
    meeting.act(&Command::Mark(person(1), Some(Status::Absent)), now()).unwrap();
    assert_eq!(assessed(&meeting.state)[0], NotAssessable);
    act(&mut meeting, rate(1, None)).unwrap();
    meeting.act(&Command::Mark(person(1), Some(Status::Present)), now()).unwrap();
    assert_eq!(assessed(&meeting.state)[0], Empty);

    for after in [[Rated(Level::VeryGood), Rated(Level::Good)], [Rated(Level::VeryGood), Empty], [Empty, Empty]] {
        act(&mut meeting, Change::UndoRatings).unwrap();
        assert_eq!(assessed(&meeting.state)[..2], after);
        assert_eq!(meeting.state.evidence.rated_seq, meeting.state.seq);
    }
    assert_eq!(act(&mut meeting, Change::UndoRatings), Err(Rejection::Nothing));
}

#[test]
fn evidence_is_taken_from_the_start_on_and_after_the_close() {
    let mut meeting = Meeting::open(&session(&PLAN), setup(&session(&PLAN), 120, None, 1), None, now());
    let tell = || Change::Tell(Field::Questions, "Berapa kali?".into());
    assert_eq!(act(&mut meeting, tell()), Err(Rejection::NotStarted));
    meeting.act(&Command::Start(StartPlan::Full), now()).unwrap();
    meeting.act(&Command::Close, now()).unwrap();
    act(&mut meeting, tell()).unwrap();
    assert_eq!(meeting.state.evidence.told(Field::Questions), "Berapa kali?");
    assert_eq!(act(&mut meeting, tell()), Err(Rejection::Nothing));
}

#[test]
fn words_are_kept_with_their_lines_and_can_be_taken_back() {
    let mut meeting = begun();
    let tell = |text: &str| Change::Tell(Field::Obstacles, text.into());
    act(&mut meeting, tell("  Hujan deras.\r\nBanyak\u{7} yang telat.\n")).unwrap();
    assert_eq!(meeting.state.evidence.told(Field::Obstacles), "Hujan deras.\nBanyak yang telat.");
    let seq = meeting.state.evidence.told[&Field::Obstacles].seq;
    assert_eq!(seq, meeting.state.seq);
    assert_eq!(act(&mut meeting, tell(&"x".repeat(MAX_TOLD_CHARS + 1))), Err(Rejection::BadText));
    act(&mut meeting, tell(&"x".repeat(MAX_TOLD_CHARS))).unwrap();
    act(&mut meeting, tell("")).unwrap();
    assert_eq!(meeting.state.evidence.told(Field::Obstacles), "");
}

#[test]
fn what_a_session_proposes_is_no_promise_until_somebody_says_so() {
    let mut meeting = begun();
    let own = meeting.state.setup.home_practice.clone();
    assert!(!own.is_empty() && meeting.state.promise().is_empty());
    act(&mut meeting, Change::Promise(own.clone())).unwrap();
    assert_eq!(meeting.state.promise(), own);
    act(&mut meeting, Change::Promise(" Menabung  Rp2.000 \n sehari ".into())).unwrap();
    assert_eq!(meeting.state.promise(), "Menabung Rp2.000 sehari");
    assert_eq!(summary(MeetingId(1), &meeting.state).promise, "Menabung Rp2.000 sehari");
    assert_eq!(act(&mut meeting, Change::Promise("x".repeat(301))), Err(Rejection::BadText));
    act(&mut meeting, Change::Promise(String::new())).unwrap();
    assert_eq!(meeting.state.promise(), "");
    let last = summary(MeetingId(1), &meeting.state).as_last();
    assert_eq!(last.promised(), own, "next time is asked about what the session gave them");
}

#[test]
fn a_recall_takes_a_number_or_names_of_the_roll() {
    let mut meeting = begun();
    let recall = |done, who: &[i64]| Change::Recall {
        of: MeetingId(7),
        done,
        who: who.iter().map(|id| ParticipantId(*id)).collect(),
    };
    assert_eq!(act(&mut meeting, recall(None, &[])), Err(Rejection::Nothing));
    assert_eq!(act(&mut meeting, recall(None, &[9])), Err(Rejection::NoSuchThing));
    assert_eq!(act(&mut meeting, recall(Some(1000), &[])), Err(Rejection::OutOfRange));
    act(&mut meeting, recall(Some(3), &[2, 1, 2])).unwrap();
    let recalled = meeting.state.evidence.recalled.clone().unwrap();
    assert_eq!((recalled.of, recalled.count()), (MeetingId(7), Some(3)));
    assert_eq!(recalled.who, [ParticipantId(1), ParticipantId(2)]);
    assert_eq!(act(&mut meeting, recall(Some(3), &[1, 2])), Err(Rejection::Nothing));
    act(&mut meeting, recall(None, &[])).unwrap();
    assert_eq!(meeting.state.evidence.recalled, None);
}

#[test]
fn photos_keep_their_numbers_and_no_file_leads_out_of_its_folder() {
    let mut meeting = begun();
    let photo = |file: &str| Photo { file: file.into(), at: Some((-6_200_000, 106_816_666)), ..Photo::default() };
    for file in ["4/1.jpg", "4/2.jpg"] {
        act(&mut meeting, Change::AddPhoto(photo(file))).unwrap();
    }
    assert_eq!(act(&mut meeting, Change::AddPhoto(photo("../lembar.db"))), Err(Rejection::BadText));
    let nowhere = Photo { at: Some((91_000_000, 0)), ..photo("4/3.jpg") };
    act(&mut meeting, Change::AddPhoto(nowhere)).unwrap();
    assert_eq!(meeting.state.evidence.photos[2].photo.at, None, "no place on earth");
    act(&mut meeting, Change::RemovePhoto(0)).unwrap();
    assert_eq!(act(&mut meeting, Change::RemovePhoto(0)), Err(Rejection::Nothing));
    let numbers = |meeting: &Meeting| meeting.state.evidence.photos().map(|(number, _)| number).collect::<Vec<_>>();
    assert_eq!(numbers(&meeting), [1, 2]);
    act(&mut meeting, Change::PlacePhoto(1, " Balai  Desa ".into())).unwrap();
    assert_eq!(meeting.state.evidence.photos[1].photo.place, "Balai Desa");
    act(&mut meeting, Change::DatePhoto(1, Some(20_778))).unwrap();
    assert_eq!(meeting.state.evidence.photos[1].photo.day, Some(20_778));
    act(&mut meeting, Change::DatePhoto(1, None)).unwrap();
    assert_eq!(act(&mut meeting, Change::DatePhoto(1, None)), Err(Rejection::Nothing));
    act(&mut meeting, Change::RestorePhoto(0)).unwrap();
    assert_eq!(numbers(&meeting), [0, 1, 2]);
    assert_eq!(act(&mut meeting, Change::RemovePhoto(3)), Err(Rejection::NoSuchThing));

    // A journal written by something else: the file is never reached for.
    meeting.push(Event::Evidence { fact: Fact::PhotoAdded { photo: photo("../lembar.db") } }, now());
    meeting.push(Event::Evidence { fact: Fact::PhotoRestored { photo: 3 } }, now());
    assert_eq!(numbers(&meeting), [0, 1, 2]);
    for more in meeting.state.evidence.photos.len()..MAX_PHOTOS {
        act(&mut meeting, Change::AddPhoto(photo(&format!("4/{more}.jpg")))).unwrap();
    }
    assert_eq!(act(&mut meeting, Change::AddPhoto(photo("4/x.jpg"))), Err(Rejection::OutOfRange));
}

#[test]
fn what_comes_next_is_chosen_and_stands_in_the_summary() {
    let mut meeting = begun();
    assert_eq!(summary(MeetingId(1), &meeting.state).next, None);
    for choice in [Next::Repeat, Next::Recap, Next::GoOn] {
        act(&mut meeting, Change::Choose(choice)).unwrap();
        assert_eq!(act(&mut meeting, Change::Choose(choice)), Err(Rejection::Nothing));
        assert_eq!(summary(MeetingId(1), &meeting.state).next, Some(choice));
    }
}

#[test]
fn few_people_or_a_weak_check_raise_a_doubt() {
    let session = script_hands::asking();
    let mut meeting = Meeting::open(&session, setup(&session, 120, None, 5), None, now());
    meeting.act(&Command::Start(StartPlan::Full), now()).unwrap();
    meeting.act(&Command::Mark(person(1), Some(Status::Present)), now()).unwrap();
    meeting.act(&Command::Mark(person(2), Some(Status::Absent)), now()).unwrap();
    assert_eq!(doubts(&meeting.state), [], "three may have come");
    meeting.act(&Command::MarkRest(Status::Absent), now()).unwrap();
    let few = Doubt::FewCame { present: 1, called: 5 };
    assert_eq!(doubts(&meeting.state), [few]);
    meeting.act(&Command::AddWalkIn("Rina".into()), now()).unwrap();
    assert_eq!(doubts(&meeting.state), [few], "a walk-in was not called up");
    let count = |check, right| {
        Command::CountHands(check, CheckTime::End, Hands { present: Some(10), chosen: vec![None, Some(right)] })
    };
    meeting.act(&count(0, 9), now()).unwrap();
    meeting.act(&count(1, 5), now()).unwrap();
    assert_eq!(doubts(&meeting.state), [few, Doubt::WeakCheck { weak: 1, counted: 2 }]);
    meeting.act(&count(1, 6), now()).unwrap();
    meeting.act(&Command::MarkAllPresent, now()).unwrap();
    assert_eq!(doubts(&meeting.state), []);
}

#[test]
fn a_recap_shows_the_page_that_sums_up_last_time_before_the_recalls_own() {
    let session = session(&PLAN);
    let recap = Recap { page: Some("rangkuman-1".into()) };
    let last = LastMeeting { recap: Some(recap), ..last_meeting() };
    let pages = |last: &LastMeeting| {
        let sheet = recapping(&session, 120, Some(last));
        sheet.steps.iter().find(|step| step.role == Role::Recall).unwrap().pages.clone()
    };
    let page =
        PlannedPage::Recap { session: last.session.clone(), title: last.title.clone(), page: "rangkuman-1".into() };
    assert_eq!(pages(&last)[..2], [PlannedPage::Recall(last.clone()), page.clone()]);
    let json = r#"{"recap":{"session":"m2-s1","title":"Keuangan","page":"rangkuman-1"}}"#;
    assert_eq!(serde_json::to_string(&page).unwrap(), json);
    assert_eq!(serde_json::from_str::<PlannedPage>(json).unwrap(), page);
    // The pack has it no more.
    let gone = LastMeeting { recap: Some(Recap::default()), ..last_meeting() };
    assert!(!pages(&gone).contains(&page));
}

#[test]
fn the_room_never_sees_what_is_written_down() {
    let mut meeting = begun();
    for change in [
        Change::Promise(format!("{SECRET} kami")),
        Change::Tell(Field::Narrative, SECRET.into()),
        Change::Rate(person(1), Some(Level::Poor), Ground::Talk),
        Change::Recall { of: MeetingId(1), done: None, who: vec![ParticipantId(1)] },
    ] {
        let before = stage_scene(&meeting.state);
        act(&mut meeting, change).unwrap();
        assert_eq!(stage_scene(&meeting.state), before);
    }
}

#[test]
fn several_meetings_tell_of_a_member_only_what_was_said() {
    let held = |kind, changes: &[Change]| {
        let mut setup = setup(&session(&PLAN), 120, None, 4);
        setup.kind = kind;
        let mut meeting = Meeting::open(&session(&PLAN), setup, None, now());
        meeting.act(&Command::Start(StartPlan::Full), now()).unwrap();
        meeting.act(&Command::Mark(person(1), Some(Status::Present)), now()).unwrap();
        meeting.act(&Command::Mark(person(2), Some(Status::Sick)), now()).unwrap();
        for change in changes {
            act(&mut meeting, change.clone()).unwrap();
        }
        meeting.act(&Command::Close, now()).unwrap();
        meeting.state
    };
    let recall = |of, done, who: &[i64]| Change::Recall {
        of: MeetingId(of),
        done,
        who: who.iter().map(|id| ParticipantId(*id)).collect(),
    };
    let rate = Change::Rate(person(1), Some(Level::Good), Ground::HomePractice);
    let states = [
        held(MeetingKind::Live, std::slice::from_ref(&rate)),
        held(MeetingKind::Live, &[recall(1, None, &[1, 2])]),
        held(MeetingKind::Live, &[recall(2, Some(12), &[])]),
        held(MeetingKind::Rehearsal, &[rate, recall(3, None, &[1])]),
    ];
    let meetings: Vec<_> = (1..).map(MeetingId).zip(&states).collect();
    let first = member_facts(ParticipantId(1), &meetings);
    assert_eq!((first.called, first.came, first.asked), (3, 3, 1));
    assert_eq!(first.ratings, [(MeetingId(1), Level::Good, Ground::HomePractice, false)]);
    assert_eq!(first.kept, [MeetingId(1)]);
    let second = member_facts(ParticipantId(2), &meetings);
    assert_eq!((second.called, second.came, second.kept, second.asked), (3, 0, vec![MeetingId(1)], 1));
    let third = member_facts(ParticipantId(3), &meetings);
    assert!(!third.tells_of_behaviour() && third.ratings.is_empty(), "a number says nothing of anybody");
    assert_eq!(member_facts(ParticipantId(9), &meetings).called, 0);
    let undecided = decide(&states[0], &Command::Next, now());
    assert_eq!(undecided, Err(Rejection::Closed));
}

#[test]
fn nobody_is_said_to_have_broken_a_promise_who_was_not_asked_or_did_not_give_it() {
    let held = |present: &[i64], recalled: Option<Change>| {
        let setup = setup(&session(&PLAN), 120, None, 4);
        let mut meeting = Meeting::open(&session(&PLAN), setup, None, now());
        meeting.act(&Command::Start(StartPlan::Full), now()).unwrap();
        for id in present {
            meeting.act(&Command::Mark(person(*id), Some(Status::Present)), now()).unwrap();
        }
        if let Some(change) = recalled {
            act(&mut meeting, change).unwrap();
        }
        meeting.act(&Command::Close, now()).unwrap();
        meeting.state
    };
    let facts = |states: &[super::State], who| {
        let meetings: Vec<_> = (1..).map(MeetingId).zip(states).collect();
        let facts = member_facts(ParticipantId(who), &meetings);
        (facts.asked, facts.kept.len())
    };
    let recall = |of, done, who: &[i64]| {
        Some(Change::Recall { of: MeetingId(of), done, who: who.iter().map(|id| ParticipantId(*id)).collect() })
    };
    // Three promised and two of them were asked, all names taken; the fourth came only to the second meeting.
    let all = [held(&[1, 2, 3], None), held(&[1, 2, 4], recall(1, Some(1), &[1]))];
    assert_eq!([1, 2, 3, 4].map(|who| facts(&all, who)), [(1, 1), (1, 0), (0, 0), (0, 0)]);
    // More did it than are named: of who is not named nothing is known.
    let some = [held(&[1, 2, 3], None), held(&[1, 2, 3], recall(1, Some(2), &[1]))];
    assert_eq!([1, 2, 3].map(|who| facts(&some, who)), [(1, 1), (0, 0), (0, 0)]);
    // The meeting of the promise is none of these: nobody knows who was there.
    let before = [held(&[1, 2], recall(9, None, &[1]))];
    assert_eq!([1, 2].map(|who| facts(&before, who)), [(1, 1), (0, 0)]);
    // Asked twice about one promise, kept in between.
    let twice = [held(&[1], None), held(&[1, 2], recall(1, None, &[2])), held(&[1], recall(1, None, &[1]))];
    assert_eq!(facts(&twice, 1), (1, 1));
    // Kept one in her absence, missed one in her presence.
    let mixed = [held(&[1], None), held(&[1, 2], recall(1, None, &[2])), held(&[2], recall(2, None, &[1]))];
    assert_eq!(facts(&mixed, 1), (2, 1), "and that is not all of them");
}
