//! Attendance by keys: how many it takes on named lists, what they do, and meetings entered from paper.

use egui::Key;
use lembar::{
    app::core::{Core, Focus, Press},
    engine::{
        attendance::{Attendee, Counts, RollOrder, Status, counts},
        command::Command,
        event::Presenter,
        evidence::Change,
        history,
        ids::{MeetingId, ParticipantId, SessionId},
        minutes::Oddity,
        office::Office,
        paper::Held,
        state::State,
        time::DayMinute,
    },
    ui::{
        intent::{GroupEdit, Intent, OfficeKey, PaperKey, PaperPlan, Screen},
        keymap::{Chord, Context},
        view::RollField,
    },
};

use super::{NINE, core, open_first, press, settle};

/// A group of so many, and whose paper numbers did not come.
struct Fixture {
    name: &'static str,
    members: u16,
    absent: &'static [u16],
    /// Keys the issue allows, "semua hadir" included.
    most: usize,
}

const FIXTURES: [Fixture; 3] = [
    Fixture { name: "30, 5 tidak hadir", members: 30, absent: &[3, 11, 17, 24, 30], most: 12 },
    Fixture {
        name: "30, 16 tidak hadir",
        members: 30,
        absent: &[1, 2, 3, 5, 8, 10, 11, 13, 14, 17, 19, 21, 22, 25, 28, 30],
        most: 32,
    },
    Fixture { name: "55, 10 tidak hadir", members: 55, absent: &[2, 9, 10, 15, 21, 33, 40, 41, 50, 55], most: 22 },
];

fn first_session() -> SessionId {
    SessionId::from("m1-s1")
}

fn group(core: &mut Core, members: u16) {
    let names: Vec<String> = (1..=members).map(|n| format!("Ibu {n:02}")).collect();
    let edit = GroupEdit::named("Melati", "Balai", names.iter().map(String::as_str));
    core.apply(Intent::SaveGroup(edit));
}

fn register(core: &mut Core, members: u16) {
    group(core, members);
    open_first(core);
    assert!(press(core, Key::F5));
    assert!(press(core, Key::H));
    assert_eq!(core.key_context(), Some(Context::Attendance));
}

const DIGITS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Types a number as the paper has it, with 0 in front; returns how many keys that were: a digit that says it all needs no second.
fn number(core: &mut Core, number: u16, highest: u16) -> usize {
    let whole = number < 10 && number * 10 > highest;
    let digits = if whole { number.to_string() } else { format!("{number:02}") };
    for digit in digits.bytes() {
        assert!(press(core, DIGITS[usize::from(digit - b'0')]));
    }
    digits.len()
}

fn roll(core: &Core) -> &State {
    &core.live().unwrap().state
}

#[test]
fn the_named_lists_take_no_more_keys_than_promised() {
    for fixture in FIXTURES {
        let dir = tempfile::tempdir().unwrap();
        let mut core = core(dir.path(), NINE);
        register(&mut core, fixture.members);
        let few_came = fixture.absent.len() * 2 > usize::from(fixture.members);
        let mut keys = 0;
        let rest = (1..=fixture.members).filter(|n| fixture.absent.contains(n) != few_came);
        if !few_came {
            press(&mut core, Key::Plus);
            keys += 1;
        }
        for row in rest {
            keys += number(&mut core, row, fixture.members);
        }
        if few_came {
            press(&mut core, Key::Minus);
            keys += 1;
        }
        for row in &roll(&core).roll {
            let expected = if fixture.absent.contains(&row.number) { Status::Absent } else { Status::Present };
            assert_eq!(row.status, Some(expected), "{}: {}", fixture.name, row.number);
        }
        println!("{}: {keys} keys of {}", fixture.name, fixture.most);
        assert!(keys <= fixture.most, "{}: {keys} keys, {} allowed", fixture.name, fixture.most);
        settle(&mut core);
    }
}

#[test]
fn numbers_take_effect_as_soon_as_they_can_mean_only_one_row() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    register(&mut core, 30);
    let status = |core: &Core, n: usize| roll(core).roll[n - 1].status;
    press(&mut core, Key::Num4);
    assert_eq!(status(&core, 4), Some(Status::Present), "nobody has a number of two digits that begins with 4");
    press(&mut core, Key::Num3);
    assert_eq!(status(&core, 3), None, "30 could follow");
    press(&mut core, Key::Enter);
    assert_eq!(status(&core, 3), Some(Status::Present));
    press(&mut core, Key::Enter);
    press(&mut core, Key::Num0);
    press(&mut core, Key::Num3);
    assert_eq!(status(&core, 3), Some(Status::Absent));
    // A habit from elsewhere: Enter after each number. It must not turn the row round again.
    press(&mut core, Key::Enter);
    assert_eq!(status(&core, 3), Some(Status::Absent));
    // 31 is nobody: said, nothing changed, and the next number begins afresh.
    let before = roll(&core).roll.clone();
    press(&mut core, Key::Num3);
    press(&mut core, Key::Num1);
    assert_eq!(roll(&core).roll, before);
    assert!(core.view(None).meeting.unwrap().rejection.is_some());
    press(&mut core, Key::Num2);
    press(&mut core, Key::Num2);
    assert_eq!(status(&core, 22), Some(Status::Present));
    press(&mut core, Key::S);
    assert_eq!(status(&core, 22), Some(Status::Sick), "a letter after a number is about that row");
    press(&mut core, Key::Z);
    press(&mut core, Key::Z);
    assert_eq!(status(&core, 22), None);
}

#[test]
fn late_represented_and_guests_by_keys() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    register(&mut core, 12);
    press(&mut core, Key::Num0);
    press(&mut core, Key::Num7);
    press(&mut core, Key::T);
    let row = |core: &Core, n: usize| roll(core).roll[n].clone();
    assert!(row(&core, 6).late && row(&core, 6).status == Some(Status::Present));
    press(&mut core, Key::Home);
    press(&mut core, Key::D);
    let who = row(&core, 0).who;
    let open = |core: &Core| core.view(None).meeting.unwrap().roll.open;
    assert_eq!(open(&core), Some(RollField::Represent(who)));
    core.apply(Intent::Meeting(Command::Represent(who, Some("suami".into()))));
    assert_eq!(open(&core), None);
    assert_eq!(row(&core, 0).by.as_deref(), Some("suami"));
    press(&mut core, Key::G);
    assert_eq!(open(&core), Some(RollField::Guests));
    core.apply(Intent::Meeting(Command::CountGuests(2, "bidan".into())));
    assert_eq!(open(&core), None);
    press(&mut core, Key::G);
    assert_eq!(core.drafts.guests, ("2".to_owned(), "bidan".to_owned()));
    press(&mut core, Key::Escape);
    press(&mut core, Key::Escape);
    assert_eq!(core.screen(), &Screen::Deliver);
}

#[test]
fn seats_are_kept_for_the_group_and_numbers_stay_those_of_the_paper() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    register(&mut core, 12);
    press(&mut core, Key::O);
    press(&mut core, Key::O);
    let cursor = |core: &Core| core.view(None).meeting.unwrap().roll.clone();
    assert_eq!(cursor(&core).order, RollOrder::Seat);
    core.apply(Intent::Roll(lembar::ui::intent::RollKey::Seating));
    let before = roll(&core).roll.clone();
    for typed in [9, 12, 3] {
        number(&mut core, typed, 12);
    }
    assert_eq!(roll(&core).roll, before, "giving seats marks nobody");
    let who = |n: usize| before[n - 1].who.participant().unwrap();
    let seats: Vec<ParticipantId> = vec![who(9), who(12), who(3)];
    assert_eq!(cursor(&core).seats, seats);
    press(&mut core, Key::Escape);
    press(&mut core, Key::Home);
    press(&mut core, Key::H);
    assert_eq!(roll(&core).roll[8].status, Some(Status::Present), "the first in seats is number 9");
    number(&mut core, 1, 12);
    press(&mut core, Key::Enter);
    assert_eq!(roll(&core).roll[0].status, Some(Status::Present), "typed numbers are those of the paper");
    press(&mut core, Key::Escape);
    press(&mut core, Key::H);
    assert_eq!(cursor(&core).seats, seats, "still there");
}

fn paper(core: &Core, begin: u16, end: u16) -> PaperPlan {
    PaperPlan {
        group: core.groups()[0].id,
        session: first_session(),
        held: Held { day: NINE.day() - 3, begin: DayMinute(begin), end: DayMinute(end) },
        place: "Balai".into(),
        presenters: Vec::new(),
    }
}

/// Waits until the disk has everything of the meeting looked at.
fn until_saved(core: &mut Core) -> State {
    for _ in 0..2000 {
        core.drain();
        let view = core.view(None);
        if let Some(past) = &view.past
            && let Some(state) = past.state
            && past.durable_seq >= state.seq
        {
            return state.clone();
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    panic!("the disk did not answer");
}

#[test]
fn a_meeting_from_paper_is_filled_by_the_same_keys_and_counts_in_history() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 12);
    let id = core.groups()[0].id;
    core.apply(Intent::Paper(PaperKey::Open(id)));
    assert_eq!(core.screen(), &Screen::Paper);
    assert_eq!(core.drafts.paper.as_ref().unwrap().session, first_session());
    core.apply(Intent::Paper(PaperKey::Save(paper(&core, 480, 590))));
    let Screen::Register(meeting) = *core.screen() else { panic!("{:?}", core.screen()) };
    assert_eq!(core.key_context(), Some(Context::Attendance));
    press(&mut core, Key::Plus);
    press(&mut core, Key::Num0);
    press(&mut core, Key::Num7);
    core.apply(Intent::Correct(meeting, Command::AddWalkIn("Bu Rina".into())));
    let state = until_saved(&mut core);
    assert_eq!(counts(&state.roll, u64::MAX), Counts { present: 11, absent: 1, outside: 1, ..Counts::default() });
    let hail = lembar::text::app::meeting_saved("Melati");
    assert!(core.view(None).notices.iter().all(|notice| notice.text != hail), "no word for each mark");
    press(&mut core, Key::Escape);
    assert_eq!(core.screen(), &Screen::Past(meeting));
    assert_eq!(core.view(None).past.unwrap().minutes.unwrap().corrections, 0);

    let told = |core: &Core| core.view(None).meetings.to_vec();
    assert!(told(&core)[0].delivered());
    assert_eq!(history::last_closed(&told(&core), id).map(|meeting| meeting.id), Some(meeting));
    assert_eq!(core.close(), 0);

    // After a start it is all there, and no unfinished meeting is offered.
    let mut core = super::core(dir.path(), NINE);
    assert!(!core.resume_offered());
    core.apply(Intent::Go(Screen::Past(meeting)));
    let again = until_saved(&mut core);
    assert_eq!(again, state);
    core.apply(Intent::PrepareFor(id));
    assert_ne!(core.view(None).prepare.unwrap().session, first_session(), "that session was held");
}

#[test]
fn a_meeting_entered_by_mistake_counts_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 12);
    let id = core.groups()[0].id;
    core.apply(Intent::Paper(PaperKey::Open(id)));
    let place = "Rumah Bu Wati".to_owned();
    core.apply(Intent::Paper(PaperKey::Save(PaperPlan { place, ..paper(&core, 480, 590) })));
    let Screen::Register(meeting) = *core.screen() else { panic!() };
    until_saved(&mut core);
    core.apply(Intent::Paper(PaperKey::Change(meeting)));
    assert_eq!(core.screen(), &Screen::Paper);
    assert_eq!(core.drafts.paper.as_ref().unwrap().place, "Rumah Bu Wati", "as it was entered");
    assert!(!core.view(None).meetings[0].delivered());
    assert_eq!(core.close(), 0);
    let core = super::core(dir.path(), NINE);
    assert!(!core.view(None).meetings[0].delivered(), "on disk too");
}

#[test]
fn what_has_not_happened_is_refused_with_a_word() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 3);
    let today = Held { day: NINE.day(), begin: DayMinute(480), end: DayMinute(541) };
    core.apply(Intent::Paper(PaperKey::Save(PaperPlan { held: today, ..paper(&core, 0, 1) })));
    assert!(core.view(None).meetings.is_empty());
    assert!(core.view(None).notices.iter().any(|notice| notice.text.contains("belum lewat")));
}

#[test]
fn a_past_roll_is_corrected_by_the_same_keys_and_leaves_its_trace() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    register(&mut core, 12);
    press(&mut core, Key::Plus);
    core.apply(Intent::Meeting(Command::Close));
    let Screen::Past(meeting) = *core.screen() else { panic!() };
    core.apply(Intent::Go(Screen::Register(meeting)));
    press(&mut core, Key::Num0);
    press(&mut core, Key::Num2);
    press(&mut core, Key::T);
    let state = until_saved(&mut core);
    assert_eq!(state.roll[1].who, Attendee::Participant(core.groups()[0].participants()[1].id));
    assert!(state.roll[1].late);
    assert_eq!(core.view(None).past.unwrap().minutes.unwrap().corrections, 2);
}

#[test]
fn a_guest_of_one_group_is_offered_to_the_others_and_never_filled_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 3);
    let id = core.groups()[0].id;
    let guest = Presenter { name: "Ibu Ratna".into(), agency: "Puskesmas Cikaret".into(), steps: Vec::new() };
    let plan = PaperPlan { presenters: vec![guest.clone()], ..paper(&core, 480, 590) };
    core.apply(Intent::Paper(PaperKey::Save(plan)));
    core.apply(Intent::Paper(PaperKey::Open(id)));
    assert_eq!(core.drafts.paper.as_ref().unwrap().presenters, []);
    assert_eq!(core.view(None).guests, std::slice::from_ref(&guest));
    let office = Office { facilitator: "Yuliana".into(), ..Office::default() };
    core.apply(Intent::Office(OfficeKey::Set { office: Box::new(office), field: "name" }));
    core.apply(Intent::PrepareFor(id));
    let usual = core.view(None).prepare.unwrap().presenters;
    assert_eq!(usual.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Yuliana"]);
    let plan = PaperPlan { presenters: usual, ..paper(&core, 600, 700) };
    core.apply(Intent::Paper(PaperKey::Save(plan)));
    assert_eq!(core.view(None).guests, [guest], "the facilitator is no guest");
}

#[test]
fn while_the_register_asks_for_something_no_key_marks_a_row() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 3);
    core.apply(Intent::Paper(PaperKey::Save(paper(&core, 480, 590))));
    press(&mut core, Key::H);
    press(&mut core, Key::ArrowUp);
    press(&mut core, Key::D);
    let asked = core.view(None).past.unwrap().roll.open.is_some();
    assert!(asked);
    for key in [Key::A, Key::I, Key::Num2, Key::Plus, Key::Z] {
        core.clock.advance(300);
        // Tab has taken the focus from the field to one of the buttons.
        core.key(Press { chord: Chord::plain(key), repeat: false }, Focus::Control);
    }
    let state = until_saved(&mut core);
    assert_eq!(counts(&state.roll, u64::MAX), Counts { present: 1, unmarked: 2, ..Counts::default() });
}

#[test]
fn more_who_kept_a_promise_than_were_there_are_told_to_whoever_reads() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    group(&mut core, 3);
    core.apply(Intent::Paper(PaperKey::Save(paper(&core, 480, 590))));
    let Screen::Register(meeting) = *core.screen() else { panic!("{:?}", core.screen()) };
    core.apply(Intent::Correct(meeting, Command::MarkAllPresent));
    for (done, odd) in [(3, false), (121, true)] {
        let change = Change::Recall { of: MeetingId(1), done: Some(done), who: Vec::new() };
        core.apply(Intent::Correct(meeting, Command::Evidence(change)));
        let oddities = core.view(None).past.unwrap().minutes.unwrap().oddities.clone();
        assert_eq!(oddities.contains(&Oddity::TooManyKept), odd, "{done}: {oddities:?}");
    }
}
