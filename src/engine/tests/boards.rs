//! Wheel, teams and yel-yel in a meeting: over what they lie, where they lead back to, and that a journal brings back what was shown.

use super::super::{
    command::{Command, Rejection, StartPlan},
    event::{Cover, Event, Record},
    lots::{Pool, Split},
    scene::{Base, Draw, stage_scene},
    state::State,
    time::{Ms, Now},
};
use super::{Meeting, NINE, PLAN, session, setup};

fn at(seconds: u64) -> Now {
    Now { at: Ms::seconds(seconds), wall: NINE.plus_ms(seconds as i64 * 1000) }
}

fn running() -> Meeting {
    let session = session(&PLAN);
    let setup = setup(&session, 120, None, 3);
    let mut meeting = Meeting::open(&session, setup, None, at(0));
    meeting.act(&Command::Start(StartPlan::Full), at(1)).unwrap();
    meeting
}

/// The log written as JSON and read again, folded.
fn brought_back(meeting: &Meeting) -> State {
    let again = |record: &Record| {
        let event = serde_json::from_str::<Event>(&serde_json::to_string(&record.event).unwrap()).unwrap();
        Record { event, ..record.clone() }
    };
    State::fold(&meeting.log.iter().map(again).collect::<Vec<_>>()).unwrap()
}

#[test]
fn they_show_the_same_after_a_power_cut() {
    let mut meeting = running();
    let names = Pool::Names(vec!["Siti".into(), "Wayan".into(), "Ester".into()]);
    for (second, command) in [
        (10, Command::SpinWheel(Pool::Seats(24))),
        (20, Command::SpinWheel(Pool::Seats(24))),
        (30, Command::SpinWheel(names)),
        (40, Command::SplitTeams(Pool::Seats(24), Split::Of(5))),
        (50, Command::ShowYell("  Melati!\n\n Harum,  maju! ".into())),
    ] {
        meeting.act(&command, at(second)).unwrap();
        assert_eq!(stage_scene(&brought_back(&meeting)), stage_scene(&meeting.state), "{command:?}");
    }
    assert_eq!(stage_scene(&meeting.state).base, Base::Yell("Melati!\nHarum, maju!".into()));
}

#[test]
fn they_come_up_at_once_and_next_leads_back_to_the_page() {
    let mut meeting = running();
    let page = stage_scene(&meeting.state).base;
    meeting.act(&Command::StartGame("ular".into()), at(5)).unwrap();
    meeting.act(&Command::ToggleFreeze, at(6)).unwrap();
    meeting.act(&Command::ToggleCover(Cover::Black), at(7)).unwrap();
    meeting.act(&Command::SplitTeams(Pool::Seats(10), Split::Teams(3)), at(8)).unwrap();
    let Base::Draw(Draw::Teams { labels }) = stage_scene(&meeting.state).base else { panic!("no teams") };
    assert_eq!(labels.iter().map(Vec::len).collect::<Vec<_>>(), [4, 3, 3]);

    meeting.act(&Command::Clear, at(9)).unwrap();
    assert_eq!(stage_scene(&meeting.state).base, Base::Game("ular".into()), "Esc takes the newest away");
    meeting.act(&Command::SpinWheel(Pool::Seats(10)), at(10)).unwrap();
    meeting.act(&Command::Next, at(15)).unwrap();
    assert_eq!(stage_scene(&meeting.state).base, page);
    assert!(!meeting.state.interlude());

    meeting.act(&Command::SpinWheel(Pool::Seats(10)), at(20)).unwrap();
    meeting.act(&Command::StartGame("ular".into()), at(21)).unwrap();
    assert_eq!(stage_scene(&meeting.state).base, Base::Game("ular".into()));
    assert_eq!(meeting.state.wheel.as_ref().map(|wheel| wheel.drawn.len()), Some(2), "the wheel is remembered");
    meeting.act(&Command::ResetWheel, at(22)).unwrap();
    assert_eq!(meeting.act(&Command::ResetWheel, at(23)), Err(Rejection::Nothing));
}

#[test]
fn nonsense_is_refused() {
    let mut meeting = running();
    for (command, why) in [
        (Command::SpinWheel(Pool::Seats(1)), Rejection::OutOfRange),
        (Command::SpinWheel(Pool::Names(vec!["Siti".into(), " ".into()])), Rejection::BadText),
        (Command::SplitTeams(Pool::Seats(3), Split::Teams(4)), Rejection::OutOfRange),
        (Command::SplitTeams(Pool::Seats(99), Split::Of(2)), Rejection::OutOfRange),
        (Command::ShowYell(" \n ".into()), Rejection::BadText),
        (Command::ShowYell("a\n".repeat(6)), Rejection::BadText),
    ] {
        assert_eq!(meeting.act(&command, at(5)), Err(why), "{command:?}");
    }
}
