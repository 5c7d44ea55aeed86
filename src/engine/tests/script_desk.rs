//! Attendance, notes, heads, presenters, as scripts.

use super::super::{
    attendance::{Attendee, Counts, Status, counts},
    command::{Command, Rejection, decide},
    event::Presenter,
    history::{MeetingSummary, Proposal, Why, last_closed, next_session, summary},
    ids::{GroupId, MeetingId, ParticipantId, SessionId},
    time::{Ms, Now},
};
use super::{Meeting, NINE, PLAN, script::check, session, setup};

#[test]
fn marks_and_their_undo_leave_a_trace() {
    check(
        "0:00 mark 1 H
         0:00 start
         0:00 mark 1 H
         0:00 mark 9 H
         1:00 toggle 2
         1:00 toggle 3
         1:00 toggle 3
         1:00 roll?
         1:00 rest I
         1:00 roll?
         2:00 all
         2:00 roll?
         2:00 undo
         2:00 roll?
         2:00 undo
         2:00 roll?
         2:00 mark 2 -
         2:00 roll?
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 roll?
         2:00 trace?",
        "0:00 mark 1 H: Nothing
         0:00 mark 9 H: NoSuchThing
         1:00 roll: H H A -
         1:00 roll: H H A I
         2:00 roll: H H H H
         2:00 roll: H H A I
         2:00 roll: H H A -
         2:00 roll: H - A -
         2:00 undo: Nothing
         2:00 roll: - - - -
         2:00 trace: Single 1, Single 1, Single 1, Single 1, All 1, All 2, Undo 2, Undo 1, Single 1, Undo 1, Undo 1, Undo 1, Undo 1, Undo 1",
    );
}

#[test]
fn sick_and_excused_toggle_to_present() {
    check("0:00 mark 1 S\n 0:00 toggle 1\n 0:00 roll?", "0:00 roll: H - - -");
}

#[test]
fn walk_ins_come_last_and_can_be_taken_back() {
    check(
        "0:00 walk-in    Bu   Rina
         0:00 walk-in  
         0:00 walk-in Bu Sari
         0:00 roll?
         0:00 toggle 5
         0:00 no-walk-in 0
         0:00 no-walk-in 0
         0:00 toggle 5
         0:00 toggle 6
         0:00 roll?
         0:00 all
         0:00 roll?
         0:00 counts?",
        "0:00 walk-in: BadText
         0:00 roll: - - - - H H
         0:00 no-walk-in 0: NoSuchThing
         0:00 toggle 5: NoSuchThing
         0:00 roll: - - - - (A) A
         0:00 roll: H H H H (A) H
         0:00 counts: Counts { present: 4, sick: 0, excused: 0, absent: 0, unmarked: 0, outside: 1 }",
    );
}

#[test]
fn after_the_close_only_marks_as_corrections() {
    check(
        "0:00 start
         1:00 all
         2:00 close
         2:00 undo
         3:00 toggle 1
         3:00 mark 2 S
         3:00 undo
         3:00 undo
         3:00 mark 3 I
         3:00 undo
         3:00 undo
         3:00 roll?
         3:00 trace?
         3:00 note x
         3:00 heads 3
         3:00 black
         3:00 countdown 1m
         3:00 close
         3:00 minutes?",
        "2:00 undo: Nothing
         3:00 undo: Nothing
         3:00 roll: H H H H
         3:00 trace: All 4, Correction 1, Correction 1, Undo 1, Undo 1, Correction 1, Undo 1
         3:00 note x: Closed
         3:00 heads 3: Closed
         3:00 black: Closed
         3:00 countdown 1m: Closed
         3:00 close: Closed
         3:00 minutes: buka 10/2:00, tinjau 10/-, inti 40/-, es 5/-, diskusi 40/-, tutup 15/-; stopped 0:00; corrections 6; []",
    );
}

#[test]
fn notes_and_heads() {
    check(
        "0:00 note  before the start 
         0:00 note  
         1:00 start
         1:00 begin 2
         1:00 note lively
         1:00 unnote 0
         1:00 unnote 0
         1:00 unnote 7
         1:00 notes?
         1:00 heads 1000
         1:00 heads 23
         1:00 heads 23",
        "0:00 note: BadText
         1:00 unnote 0: NoSuchThing
         1:00 unnote 7: NoSuchThing
         1:00 notes: inti: lively
         1:00 heads 1000: OutOfRange
         1:00 heads 23: Nothing",
    );
}

fn meeting() -> Meeting {
    let session = session(&PLAN);
    Meeting::open(&session, setup(&session, 120, None, 3), None, now(0))
}

fn now(minute: u64) -> Now {
    Now { at: Ms::minutes(minute), wall: NINE.plus_ms(Ms::minutes(minute).0 as i64) }
}

#[test]
fn a_mark_counts_only_once_it_is_durable() {
    let mut meeting = meeting();
    let unmarked = Counts { unmarked: 3, ..Counts::default() };
    meeting.act(&Command::ToggleNumber(1), now(1)).unwrap();
    let sick = Command::Mark(Attendee::Participant(ParticipantId(2)), Some(Status::Sick));
    meeting.act(&sick, now(1)).unwrap();
    assert_eq!(counts(&meeting.state.roll, 1), unmarked);
    assert_eq!(counts(&meeting.state.roll, 2), Counts { present: 1, unmarked: 2, ..Counts::default() });
    assert_eq!(counts(&meeting.state.roll, 3), Counts { present: 1, sick: 1, unmarked: 1, ..Counts::default() });
}

#[test]
fn presenters_are_checked() {
    let state = meeting().state;
    let set = |presenters: Vec<Presenter>| decide(&state, &Command::SetPresenters(presenters), now(0));
    let presenter = |name: &str, steps: Vec<u16>| Presenter { name: name.into(), agency: "PKH".into(), steps };
    assert_eq!(set(vec![]), Err(Rejection::Nothing));
    assert_eq!(set(vec![presenter(" ", vec![])]), Err(Rejection::BadText));
    assert_eq!(set(vec![presenter(&"x".repeat(81), vec![])]), Err(Rejection::BadText));
    assert_eq!(set(vec![presenter("Ani", vec![6])]), Err(Rejection::NoSuchThing));
    assert_eq!(set(vec![presenter("Ani", vec![]); 4]), Err(Rejection::OutOfRange));
    assert!(set(vec![presenter("Ani", vec![5]); 3]).is_ok());
}

#[test]
fn only_closed_live_meetings_that_were_held_count_as_delivered() {
    let mut held = meeting();
    let open = summary(MeetingId(1), &held.state);
    held.act(&Command::Start(super::super::command::StartPlan::Full), now(1)).unwrap();
    let unfinished = summary(MeetingId(1), &held.state);
    held.act(&Command::Close, now(2)).unwrap();
    let closed = summary(MeetingId(1), &held.state);
    let mut given_up = meeting();
    given_up.act(&Command::Close, now(2)).unwrap();
    let given_up = summary(MeetingId(2), &given_up.state);
    let rehearsal = MeetingSummary { kind: super::MeetingKind::Rehearsal, ..closed.clone() };

    for other in [open, unfinished, given_up, rehearsal] {
        assert_eq!(last_closed(&[other], GroupId(1)), None);
    }
    let newer = MeetingSummary { opened: closed.opened.plus_ms(1), session: "m1-s2".into(), ..closed.clone() };
    let meetings = [newer.clone(), closed.clone()];
    assert_eq!(last_closed(&meetings, GroupId(1)), Some(&newer));
    assert_eq!(last_closed(&meetings, GroupId(2)), None);
    assert_eq!(newer.as_last().wall, now(1).wall);

    let catalogue: Vec<SessionId> = ["m1-s1", "m1-s2", "m1-s3"].map(SessionId::from).to_vec();
    let proposal = |index: usize, why| Some(Proposal { session: catalogue[index].clone(), why });
    assert_eq!(next_session(&catalogue, &meetings, GroupId(1)), proposal(2, Why::Next));
    assert_eq!(next_session(&catalogue, &meetings, GroupId(2)), proposal(0, Why::Next));
    assert_eq!(next_session(&catalogue[..2], &meetings, GroupId(1)), proposal(0, Why::Anew));
    assert_eq!(next_session(&[], &meetings, GroupId(1)), None);
}
