//! Late, diwakili, guests, meetings from paper, as scripts.

use super::super::{
    attendance::Counts,
    command::{Command, Rejection},
    event::{Event, MarkCause},
    history::summary,
    ids::{GroupId, MeetingId},
    minutes::{Oddity, meeting_minutes},
    paper::{self, Held, PaperFault},
    plan::run_sheet,
    time::{DayMinute, Ms, Now, Wall},
};
use super::{Meeting, NINE, PLAN, State, script::check, session, setup};

#[test]
fn late_and_represented_are_present_until_they_are_not() {
    check(
        "0:00 mark 2 A
         0:00 late 1
         0:00 late 2
         0:00 late 2
         0:00 by 3   Pak   Joko
         0:00 by 3  
         0:00 by 9 Pak Joko
         0:00 roll?
         0:00 late 3
         0:00 all
         0:00 roll?
         0:00 toggle 3
         0:00 mark 1 S
         0:00 mark 2 -
         0:00 roll?",
        "0:00 late 2: Nothing
         0:00 by 3: BadText
         0:00 by 9 Pak Joko: NoSuchThing
         0:00 roll: H+ H+ H=Pak Joko -
         0:00 roll: H+ H+ H=Pak Joko+ H
         0:00 roll: S - A H",
    );
}

#[test]
fn undo_brings_lateness_and_who_came_instead_back() {
    check(
        "0:00 by 1 anak
         0:00 late 1
         0:00 toggle 1
         0:00 roll?
         0:00 undo
         0:00 roll?
         0:00 undo
         0:00 roll?
         0:00 no-by 1
         0:00 roll?
         0:00 undo
         0:00 undo
         0:00 undo
         0:00 roll?
         0:00 late 2
         0:00 on-time 2
         0:00 roll?
         0:00 undo
         0:00 roll?
         0:00 undo
         0:00 roll?",
        "0:00 roll: A - - -
         0:00 roll: H=anak+ - - -
         0:00 roll: H=anak - - -
         0:00 roll: H - - -
         0:00 undo: Nothing
         0:00 roll: - - - -
         0:00 roll: - H - -
         0:00 roll: - H+ - -
         0:00 roll: - - - -",
    );
}

#[test]
fn guests_are_counted_apart_from_the_roll() {
    check(
        "0:00 guests 0
         0:00 guests 2  bidan,  kepala dusun
         0:00 guests 2 bidan, kepala dusun
         0:00 guests?
         0:00 guests 1000
         0:00 guests 0 siapa
         0:00 guests?
         0:00 counts?",
        "0:00 guests 0: Nothing
         0:00 guests 2 bidan, kepala dusun: Nothing
         0:00 guests: 2 bidan, kepala dusun
         0:00 guests 1000: OutOfRange
         0:00 guests: none
         0:00 counts: Counts { present: 0, sick: 0, excused: 0, absent: 0, unmarked: 4, outside: 0 }",
    );
}

#[test]
fn after_the_close_the_whole_roll_can_be_corrected() {
    check(
        "0:00 start
         0:00 all
         1:00 close
         1:00 undo
         2:00 late 1
         2:00 by 2 suami
         2:00 walk-in Bu Rina
         2:00 no-walk-in 0
         2:00 walk-in Bu Sari
         2:00 guests 1 bidan
         2:00 toggle 3
         2:00 roll?
         2:00 trace?
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 undo
         2:00 roll?
         2:00 withdraw
         2:00 minutes?",
        "1:00 undo: Nothing
         2:00 roll: H+ H=suami A H (H) H
         2:00 trace: All 4, Correction 1
         2:00 undo: Nothing
         2:00 roll: H H H H (H) H
         2:00 withdraw: NoSuchThing
         2:00 minutes: buka 10/1:00, tinjau 10/-, inti 40/-, es 5/-, diskusi 40/-, tutup 15/-; stopped 0:00; corrections 10; []",
    );
}

const TEN: Now = Now { at: Ms(0), wall: Wall(NINE.0 + 3_600_000) };

fn yesterday(begin: u16, end: u16) -> Held {
    Held { day: NINE.day() - 1, begin: DayMinute(begin * 60), end: DayMinute(end * 60) }
}

fn from_paper(held: Held) -> Result<Meeting, PaperFault> {
    let session = session(&PLAN);
    let sheet = run_sheet(&session, 120, None);
    let log = paper::records(setup(&session, 120, None, 3), sheet, held, TEN.wall)?;
    let state = State::fold(&log).expect("a meeting");
    Ok(Meeting { log, state })
}

#[test]
fn a_meeting_from_paper_counts_as_held_then_and_knows_nothing_of_its_steps() {
    let held = yesterday(9, 11);
    let mut meeting = from_paper(held).unwrap();
    let now = Now { at: meeting.state.last_at, ..TEN };
    meeting.act(&Command::MarkAllPresent, now).unwrap();
    meeting.act(&Command::ToggleNumber(2), now).unwrap();
    meeting.act(&Command::AddWalkIn("Bu Rina".into()), now).unwrap();
    assert_eq!(meeting.act(&Command::AddNote("hujan".into()), now), Err(Rejection::Closed));

    let kept = summary(MeetingId(1), &meeting.state);
    assert!(kept.delivered());
    assert_eq!((kept.opened, kept.began, kept.closed), (held.began(), Some(held.began()), Some(held.ended())));
    let minutes = meeting_minutes(&meeting.log, &meeting.state);
    assert!(minutes.paper && minutes.oddities.is_empty());
    assert!(minutes.steps.iter().all(|step| step.real.is_none() && !step.skipped));
    assert_eq!(minutes.corrections, 0);
    assert_eq!(minutes.counts, Counts { present: 2, absent: 1, outside: 1, ..Counts::default() });
    let corrected = |event: &Event| matches!(event, Event::Marked { cause: MarkCause::Correction, .. });
    assert!(!meeting.log.iter().any(|record| corrected(&record.event)));

    meeting.act(&Command::UndoMarks, now).unwrap();
    meeting.act(&Command::UndoMarks, now).unwrap();
    assert_eq!(
        meeting_minutes(&meeting.log, &meeting.state).counts,
        Counts { unmarked: 3, outside: 1, ..Counts::default() }
    );
}

#[test]
fn a_withdrawn_meeting_counts_nowhere_until_it_is_brought_back() {
    let mut meeting = from_paper(yesterday(9, 11)).unwrap();
    meeting.act(&Command::Withdraw(true), TEN).unwrap();
    assert_eq!(meeting.act(&Command::Withdraw(true), TEN), Err(Rejection::Nothing));
    let gone = summary(MeetingId(1), &meeting.state);
    assert!(!gone.delivered());
    assert_eq!(super::super::history::last_closed(&[gone], GroupId(1)), None);
    assert_eq!(meeting_minutes(&meeting.log, &meeting.state).oddities, [Oddity::Withdrawn]);
    meeting.act(&Command::Withdraw(false), TEN).unwrap();
    assert!(summary(MeetingId(1), &meeting.state).delivered());
}

#[test]
fn what_has_not_happened_cannot_be_entered() {
    let today = Held { day: NINE.day(), ..yesterday(8, 10) };
    assert!(from_paper(today).is_ok(), "it ended this very minute");
    let later = Held { end: DayMinute(601), ..today };
    assert_eq!(from_paper(later).err(), Some(PaperFault::Future));
    let tomorrow = Held { day: NINE.day() + 1, ..today };
    assert_eq!(from_paper(tomorrow).err(), Some(PaperFault::Future));
    assert_eq!(from_paper(yesterday(11, 9)).err(), Some(PaperFault::Backwards));
    assert_eq!(from_paper(yesterday(9, 9)).err(), Some(PaperFault::Backwards));
    assert_eq!((today.minutes(), yesterday(11, 9).minutes()), (120, 0));
}
