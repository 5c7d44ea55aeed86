//! What the tour does, in order, and the same without windows for whoever wants to see every state.

use std::collections::VecDeque;

use crate::{
    app::core::Core,
    engine::{
        attendance::{Attendee, Status},
        command::{Command, StartPlan},
        cut::cut_list,
        event::{Cover, MeetingKind, Presenter},
        ids::SessionId,
        lots::{Pool, Split},
        plan::DEFAULT_LENGTH,
        rehearsal::Scope,
        session::Role,
        state::Phase,
        time::{DayMinute, Ms},
    },
    ui::intent::{Intent, MeetingPlan, Overlay, RehearseKey, Screen, StudyKey, StudyTab},
};

type Wishes = fn(&Core) -> Vec<Intent>;

/// One thing the tour does.
pub(super) enum Act {
    /// Carry out wishes.
    Do(Wishes),
    /// Wait until everything that happened is on disk.
    Durable,
    /// Take pictures of both windows under this name.
    Shot(String),
    /// Walk on until the step with this number (from 0) runs.
    Walk(u16),
    /// This must hold.
    Check(&'static str, fn(&Core) -> bool),
    /// Wait until this holds.
    Wait(&'static str, fn(&Core) -> bool),
}

fn meeting(command: Command) -> Vec<Intent> {
    vec![Intent::Meeting(command)]
}

fn study(key: StudyKey) -> Vec<Intent> {
    vec![Intent::Study(key)]
}

fn rehearse(key: RehearseKey) -> Vec<Intent> {
    vec![Intent::Rehearse(key)]
}

fn demo_group(core: &Core) -> Option<crate::engine::ids::GroupId> {
    core.groups().iter().find(|group| group.demo).map(|group| group.id)
}

fn row(core: &Core, index: usize) -> Attendee {
    core.live().and_then(|live| live.state.roll.get(index)).map_or(Attendee::WalkIn(0), |row| row.who)
}

/// The check has tried every page of the session.
fn pages_open(core: &Core) -> bool {
    let check = core.view(None).check;
    check.is_some_and(|check| check.findings.pages.all == Some(check.findings.pages.tried))
}

/// The tour's meeting: agreed for this hour, with a guest presenter.
fn plan(core: &Core) -> Vec<Intent> {
    let Some(group) = demo_group(core) else { return Vec::new() };
    let minute = core.clock.wall().minute_of_day().0;
    vec![Intent::OpenMeeting(MeetingPlan {
        group,
        session: SessionId::from("m1-s1"),
        length: DEFAULT_LENGTH,
        start: Some(DayMinute(minute)),
        end: Some(DayMinute((minute + DEFAULT_LENGTH) % 1440)),
        place: "Balai RW 03".to_owned(),
        presenters: vec![Presenter {
            name: "Sari Wulandari".to_owned(),
            agency: "Pendamping PKH".to_owned(),
            steps: Vec::new(),
        }],
    })]
}

/// The tour without windows: carries everything out on `core` and hands over each state a picture would be taken of, with its name.
/// What does not hold is told as an error.
pub fn walk(core: &mut Core, mut state: impl FnMut(&str, &Core)) -> Result<(), String> {
    for act in acts() {
        match act {
            Act::Do(wishes) => {
                for intent in wishes(core) {
                    core.apply(intent);
                }
            }
            // What is waited for is done by workers, which a core alone has not.
            Act::Wait(..) => {}
            Act::Durable => {
                core.drain();
            }
            Act::Shot(name) => state(&name, core),
            Act::Walk(step) => {
                while core.live().is_some_and(|live| live.state.step < step) {
                    core.apply(Intent::Meeting(Command::Next));
                }
            }
            Act::Check(what, holds) => {
                if !holds(core) {
                    return Err(what.to_owned());
                }
            }
        }
    }
    Ok(())
}

/// Everything the tour does, in order.
pub(super) fn acts() -> VecDeque<Act> {
    let shot = |name: &str| Act::Shot(name.to_owned());
    let mut acts = vec![
        shot("mulai-pertama"),
        Act::Do(|_| vec![Intent::AddDemo]),
        shot("beranda"),
        Act::Do(|core| vec![Intent::Go(Screen::Group(demo_group(core)))]),
        shot("kelompok"),
        Act::Do(|core| demo_group(core).map(Intent::PrepareFor).into_iter().collect()),
        shot("siapkan"),
        Act::Do(|_| vec![Intent::Go(Screen::Catalogue)]),
        shot("katalog"),
        Act::Do(|_| vec![Intent::ChooseSession(SessionId::from("m1-s1"))]),
        Act::Do(|_| vec![Intent::Go(Screen::Check)]),
        Act::Wait("opening every page", pages_open),
        shot("cek"),
        Act::Do(|_| vec![Intent::ShowNumbers]),
        shot("nomor-layar"),
        Act::Do(|_| vec![Intent::TestPicture(true)]),
        shot("gambar-uji"),
        Act::Do(|_| vec![Intent::Escape, Intent::Escape]),
        Act::Check("Esc does not lead back from the check", |core| core.screen() == &Screen::Prepare),
        Act::Do(plan),
        Act::Check("the meeting was not opened", |core| core.live().is_some()),
        shot("layar-tunggu"),
        Act::Do(|_| meeting(Command::Start(StartPlan::Full))),
        Act::Check("the meeting did not start", |core| {
            core.live().is_some_and(|live| live.state.phase == Phase::Running)
        }),
        shot("langkah-1"),
        Act::Do(|_| vec![Intent::Overlay(Some(Overlay::HeadCount))]),
        shot("hitung-kepala"),
        Act::Do(|_| meeting(Command::CountHeads(21))),
        Act::Do(|_| meeting(Command::AdjustStep(12))),
        Act::Check("twelve minutes more make nobody late", |core| {
            core.live().zip(core.meeting_now()).is_some_and(|(live, now)| !cut_list(&live.state, now).is_empty())
        }),
        Act::Do(|_| vec![Intent::Overlay(Some(Overlay::CutList))]),
        shot("pangkas"),
        Act::Do(|_| vec![Intent::Overlay(None)]),
        Act::Do(|_| meeting(Command::AdjustStep(-12))),
    ];
    for step in 1..10 {
        acts.push(Act::Walk(step));
        acts.push(Act::Shot(format!("langkah-{}", step + 1)));
        acts.extend(extras(step));
    }
    acts.extend([
        Act::Do(|_| vec![Intent::Go(Screen::Attendance)]),
        Act::Do(|_| meeting(Command::MarkAllPresent)),
        Act::Do(|core| meeting(Command::Mark(row(core, 2), Some(Status::Sick)))),
        Act::Do(|core| meeting(Command::Mark(row(core, 6), Some(Status::Excused)))),
        Act::Do(|core| meeting(Command::Mark(row(core, 11), Some(Status::Absent)))),
        Act::Durable,
        shot("daftar-hadir"),
        Act::Do(|_| vec![Intent::Go(Screen::Close)]),
        shot("tutup"),
        Act::Do(|_| meeting(Command::Close)),
        Act::Check("the meeting was not closed", |core| matches!(core.screen(), Screen::Past(_))),
        shot("catatan-pertemuan"),
        Act::Do(|_| vec![Intent::Go(Screen::Home)]),
        shot("beranda-sesudah"),
    ]);
    acts.extend(learning());
    acts.into()
}

/// Learning, then a rehearsal to its review.
fn learning() -> Vec<Act> {
    let shot = |name: &str| Act::Shot(name.to_owned());
    vec![
        Act::Do(|_| study(StudyKey::Choose(SessionId::from("m1-s1")))),
        Act::Do(|_| study(StudyKey::Open(StudyTab::Session))),
        shot("belajar"),
        Act::Do(|_| study(StudyKey::Open(StudyTab::Techniques))),
        shot("cara-memandu"),
        Act::Do(|_| study(StudyKey::Open(StudyTab::Glossary))),
        shot("istilah"),
        Act::Do(|_| study(StudyKey::Quiz(Some(SessionId::from("m1-s1"))))),
        Act::Do(|_| study(StudyKey::Answer(0))),
        shot("kuis"),
        Act::Do(|_| study(StudyKey::Open(StudyTab::Rehearse))),
        shot("latihan"),
        Act::Do(|_| rehearse(RehearseKey::Begin(SessionId::from("m1-s1"), Scope::Whole))),
        Act::Check("the rehearsal was not opened", |core| {
            core.live().is_some_and(|live| live.state.setup.kind == MeetingKind::Rehearsal)
        }),
        Act::Do(|_| meeting(Command::Start(StartPlan::Full))),
        Act::Do(|_| rehearse(RehearseKey::DrawCard)),
        shot("kartu-masalah"),
        Act::Do(|_| rehearse(RehearseKey::Respond(0))),
        shot("kartu-dijawab"),
        Act::Do(|_| rehearse(RehearseKey::PutCardAway)),
        Act::Do(|_| rehearse(RehearseKey::Prompter)),
        shot("naskah-besar"),
        Act::Do(|_| rehearse(RehearseKey::Prompter)),
        Act::Do(|_| vec![Intent::Go(Screen::Close)]),
        Act::Check("what was rehearsed is not shown", |core| matches!(core.screen(), Screen::Review(_))),
        shot("hasil-latihan"),
    ]
}

/// What is shown besides the step's first page.
fn extras(step: u16) -> Vec<Act> {
    let shot = |name: &str| Act::Shot(name.to_owned());
    match step {
        2 => vec![
            Act::Do(|_| meeting(Command::ToggleCover(Cover::Black))),
            shot("hitam"),
            Act::Do(|_| meeting(Command::ToggleCover(Cover::Calm))),
            shot("tenang"),
            Act::Do(|_| meeting(Command::ToggleCover(Cover::Calm))),
        ],
        3 => vec![
            Act::Do(|_| vec![Intent::Overlay(Some(Overlay::Overview))]),
            shot("semua-halaman"),
            Act::Do(|_| vec![Intent::Overlay(None)]),
            Act::Do(|_| meeting(Command::Next)),
            Act::Do(|_| meeting(Command::ToggleFreeze)),
            Act::Do(|_| meeting(Command::Next)),
            shot("beku"),
            Act::Do(|_| meeting(Command::ToggleFreeze)),
            Act::Do(|_| meeting(Command::AddNote("Ibu-ibu bersemangat bercerita tentang anak pertama.".to_owned()))),
            Act::Do(|_| vec![Intent::Overlay(Some(Overlay::Note))]),
            shot("catatan"),
            Act::Do(|_| vec![Intent::Overlay(None)]),
        ],
        4 => vec![
            Act::Check("step 5 is no ice-breaker", |core| {
                core.live()
                    .is_some_and(|live| live.state.sheet.steps.get(4).is_some_and(|step| step.role == Role::IceBreaker))
            }),
            Act::Do(|_| vec![Intent::Overlay(Some(Overlay::Games))]),
            shot("pilih-permainan"),
            Act::Do(|core| {
                core.pack
                    .games
                    .first()
                    .map(|game| Intent::Meeting(Command::StartGame(game.id.clone())))
                    .into_iter()
                    .collect()
            }),
            Act::Do(|_| meeting(Command::StartCountdown(Ms::minutes(3)))),
            shot("permainan"),
            Act::Do(|_| meeting(Command::EndCountdown)),
            Act::Do(|_| meeting(Command::SpinWheel(Pool::Seats(24)))),
            shot("roda"),
            Act::Do(|_| meeting(Command::SpinWheel(Pool::Names(vec!["Siti".into(), "Wayan".into(), "Ester".into()])))),
            shot("roda-nama"),
            Act::Do(|_| meeting(Command::SplitTeams(Pool::Seats(24), Split::Teams(5)))),
            shot("kelompok"),
            Act::Do(|_| meeting(Command::ShowYell("Melati!\nHarum, rukun, maju!".into()))),
            shot("yel-yel"),
            Act::Do(|_| meeting(Command::EndGame)),
        ],
        5 => vec![
            Act::Do(|_| vec![Intent::Overlay(Some(Overlay::Countdown))]),
            shot("pilih-hitung-mundur"),
            Act::Do(|_| meeting(Command::StartCountdown(Ms::minutes(8)))),
            shot("hitung-mundur"),
            Act::Do(|_| meeting(Command::EndCountdown)),
        ],
        7 => vec![
            Act::Do(|_| vec![Intent::Overlay(Some(Overlay::Help))]),
            shot("bantuan"),
            Act::Do(|_| vec![Intent::Overlay(None)]),
            Act::Do(|_| vec![Intent::ToggleDark]),
            shot("gelap"),
            Act::Do(|_| vec![Intent::ToggleDark]),
        ],
        _ => Vec::new(),
    }
}
