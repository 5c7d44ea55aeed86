//! The core without windows, over a real database and the real content, with a clock moved by hand: whole meetings by keys,
//! coming back after the power failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

mod clicker;
mod clip;
mod data;
mod edit;
mod evidence;
mod hall;
mod home;
mod import;
mod keys;
mod leak;
mod office;
mod past;
mod practice;
mod preflight;
mod rehearse;
mod roll;
mod roster;
mod roster_import;
mod sound;
mod vault;
mod yell;

use std::{
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

use egui::Key;
use lembar::{
    app::core::{Core, Focus, Opened, Press},
    clock::Clock,
    engine::{
        attendance::Status,
        ids::{GroupId, SessionId},
        state::Phase,
        time::{DayMinute, Wall},
    },
    pack::{self, Pack},
    store::{self, DirLock, OpenOutcome},
    ui::{
        intent::{GroupEdit, Intent, MeetingPlan, Overlay, Screen},
        keymap::{Chord, Context},
    },
};

/// Saturday, 21 November 2026, 09.00.
const NINE: Wall = Wall(1_795_219_200_000 + 9 * 3_600_000);

static PACK: LazyLock<Arc<pack::Pack>> =
    LazyLock::new(|| Arc::new(pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))));

fn core(dir: &Path, wall: Wall) -> Core {
    core_with(dir, Arc::clone(&PACK), wall)
}

fn core_with(dir: &Path, pack: Arc<Pack>, wall: Wall) -> Core {
    let lock = DirLock::take(dir).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, wall).unwrap() else { panic!("damaged") };
    let clock = Clock::Manual { mono: 0, wall };
    Core::new(clock, pack, lock, Opened::Ready(database), Arc::new(|| ())).unwrap()
}

fn press(core: &mut Core, key: Key) -> bool {
    chord(core, Chord::plain(key))
}

fn chord(core: &mut Core, chord: Chord) -> bool {
    core.clock.advance(300);
    core.key(Press { chord, repeat: false }, Focus::Nothing)
}

fn minutes(core: &mut Core, minutes: u64) {
    core.clock.advance(minutes * 60_000);
    core.tick();
}

/// Waits for the disk: everything that happened is durable.
fn settle(core: &mut Core) {
    for _ in 0..2000 {
        core.drain();
        if core.live().is_none_or(|live| live.durable >= live.state.seq) {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("the disk did not answer");
}

/// A group of three, a meeting of m1-s1 agreed 09.00–11.00, begun.
fn begun(core: &mut Core) {
    opened(core);
    assert!(press(core, Key::F5));
    assert_eq!(core.live().unwrap().state.phase, Phase::Running);
}

fn opened(core: &mut Core) {
    let names = ["Aminah", "Yuliana", "Ketut Sari"];
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Anggrek", "Balai", names)));
    open_first(core);
}

/// Opens a meeting of the first group there is.
fn open_first(core: &mut Core) {
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    open_again(core, group);
}

fn open_again(core: &mut Core, group: GroupId) {
    core.apply(Intent::OpenMeeting(MeetingPlan {
        group,
        session: SessionId::from("m1-s1"),
        length: 120,
        start: Some(DayMinute(540)),
        end: Some(DayMinute(660)),
        place: "Balai".into(),
        presenters: Vec::new(),
    }));
    assert_eq!(core.screen(), &Screen::Deliver);
}

#[test]
fn a_whole_meeting_by_keys_is_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    begun(&mut core);
    let steps = core.live().unwrap().state.sheet.steps.len();
    let mut turned = 0;
    while core.key_context() == Some(Context::Deliver) && usize::from(core.live().unwrap().state.step) + 1 < steps {
        minutes(&mut core, 5);
        assert!(press(&mut core, Key::PageDown));
        turned += 1;
        assert!(turned < 60, "the last step is never reached");
    }
    assert!(press(&mut core, Key::H));
    assert_eq!(core.screen(), &Screen::Attendance);
    assert!(chord(&mut core, Chord::ctrl(Key::A)), "everyone present");
    assert!(press(&mut core, Key::Num2) && press(&mut core, Key::Enter), "row 2 toggled");
    settle(&mut core);
    let statuses: Vec<_> = core.live().unwrap().state.roll.iter().map(|row| row.status).collect();
    assert_eq!(statuses, [Some(Status::Present), Some(Status::Absent), Some(Status::Present)]);
    core.apply(Intent::Go(Screen::Close));
    core.apply(Intent::Meeting(lembar::engine::command::Command::Close));
    assert!(matches!(core.screen(), Screen::Past(_)));
    assert_eq!(core.close(), 0);

    let mut core = self::core(dir.path(), Wall(NINE.0 + 86_400_000));
    assert!(core.resume_offer().is_none());
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    let view = core.view(None);
    assert_eq!(view.meetings[0].counts.present, 2);
    assert_eq!(view.meetings[0].counts.absent, 1);
    assert_eq!(view.prepare.unwrap().session, SessionId::from("m1-s2"), "the next undelivered session is proposed");
}

#[test]
fn after_the_power_failed_everything_comes_back_and_after_an_hour_paused() {
    for (gap, paused) in [(5, false), (75, true)] {
        let dir = tempfile::tempdir().unwrap();
        let mut core = self::core(dir.path(), NINE);
        begun(&mut core);
        for _ in 0..6 {
            minutes(&mut core, 2);
            press(&mut core, Key::ArrowRight);
        }
        press(&mut core, Key::B);
        settle(&mut core);
        let before = core.live().unwrap().state.clone();
        let cut = core.clock.wall();
        drop(core);

        let mut core = self::core(dir.path(), cut.plus_ms(gap * 60_000));
        let offer = core.resume_offer().expect("the meeting is offered");
        assert_eq!(offer.group, "Kelompok Anggrek");
        assert_eq!(offer.step.as_ref().map(|(number, _)| *number), Some(before.step + 1));
        assert_eq!(offer.paused, paused);
        assert_eq!(core.key_context(), None, "no key does anything before the question is answered");
        core.apply(Intent::Resume);
        let after = &core.live().unwrap().state;
        assert_eq!((after.step, after.shown, after.cover), (before.step, before.shown, before.cover));
        assert_eq!(after.paused.is_some(), paused);
        settle(&mut core);
    }
}

#[test]
fn a_meeting_declined_is_kept_but_not_offered_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    begun(&mut core);
    settle(&mut core);
    drop(core);
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::DeclineResume);
    assert!(core.resume_offer().is_none() && core.live().is_none());
    drop(core);
    let core = self::core(dir.path(), NINE);
    assert!(core.resume_offer().is_none());
    assert_eq!(core.view(None).meetings.len(), 1);
}

#[test]
fn a_number_and_enter_goes_to_that_page() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    begun(&mut core);
    press(&mut core, Key::Num1);
    press(&mut core, Key::Num2);
    assert_eq!(core.drafts.go_to, "12");
    press(&mut core, Key::Enter);
    let state = &core.live().unwrap().state;
    assert_eq!(state.sheet.number_of(state.shown), Some(12));
    assert_eq!(state.step, 0, "looking moves no timer");
}

#[test]
fn late_start_asks_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    opened(&mut core);
    minutes(&mut core, 25);
    press(&mut core, Key::F5);
    let overlay = core.view(None).meeting.unwrap().overlay;
    assert_eq!(overlay, Some(Overlay::LateStart));
    core.apply(Intent::Meeting(lembar::engine::command::Command::Start(lembar::engine::command::StartPlan::Compress)));
    let state = &core.live().unwrap().state;
    assert_eq!(state.phase, Phase::Running);
    assert_eq!(state.sheet.length().round_minutes(), 95);
    assert_eq!(core.view(None).meeting.unwrap().overlay, None);
}
