//! The program driving itself: prepare, every step, a game, attendance, close; numbered pictures of both windows and a `tour.json`.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, sync_channel},
    },
};

use egui::{ColorImage, Context, ScreenshotCallback, ViewportCommand, ViewportId};
use serde::Serialize;

use super::{
    AppError,
    core::Core,
    shared::{Shared, stage_id},
};
use crate::{
    engine::{
        attendance::{Attendee, Status},
        command::{Command, StartPlan},
        cut::cut_list,
        event::{Cover, Presenter},
        ids::SessionId,
        plan::DEFAULT_LENGTH,
        session::Role,
        state::Phase,
        time::{DayMinute, Ms},
    },
    ui::intent::{Intent, MeetingPlan, Overlay, Screen},
};

/// The whole tour must be done by then, ms.
const LIMIT: u64 = 40_000;
/// One picture, or one wait for the disk, must be there by then, ms.
const STEP_LIMIT: u64 = 5_000;
/// How soon the next look is, ms.
const SOON: u64 = 10;
/// A page settles this long before its picture is taken, ms: both windows have painted what was asked.
const SETTLE: u64 = 140;

type Wishes = fn(&Core) -> Vec<Intent>;

/// One thing the tour does.
enum Act {
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

#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    seconds: f64,
    pictures: &'a [String],
    error: Option<&'a str>,
    version: &'static str,
}

/// A tour under way.
pub(super) struct Tour {
    out: PathBuf,
    acts: VecDeque<Act>,
    pictures: Vec<String>,
    began: Option<u64>,
    act_since: u64,
    asked: Option<Asked>,
    done: Option<Result<(), String>>,
}

/// Pictures asked for and not there yet.
struct Asked {
    receiver: Receiver<(String, Arc<ColorImage>)>,
    missing: usize,
}

impl Tour {
    /// A tour whose pictures go to `out`.
    pub(super) fn new(out: &Path) -> Result<Self, AppError> {
        std::fs::create_dir_all(out)
            .map_err(|error| AppError::Write { path: out.to_owned(), cause: error.to_string() })?;
        Ok(Self {
            out: out.to_owned(),
            acts: acts(),
            pictures: Vec::new(),
            began: None,
            act_since: 0,
            asked: None,
            done: None,
        })
    }

    /// How it went, after the windows are closed.
    pub(super) fn result(self) -> Result<(), AppError> {
        match self.done {
            Some(Ok(())) => Ok(()),
            Some(Err(cause)) => Err(AppError::Tour(cause)),
            None => Err(AppError::Tour("the window was closed before the end".to_owned())),
        }
    }

    /// One look: does what can be done now. Returns when to look again, ms.
    pub(super) fn step(&mut self, shared: &mut Shared, ctx: &Context) -> u64 {
        if self.done.is_some() {
            return LIMIT;
        }
        let mono = shared.core.clock.mono();
        let began = *self.began.get_or_insert(mono);
        if self.act_since == 0 {
            self.act_since = mono;
        }
        let outcome = if mono - began > LIMIT {
            Err(format!("longer than {} s", LIMIT / 1000))
        } else {
            self.act(shared, ctx, mono)
        };
        match outcome {
            Ok(()) if self.acts.is_empty() => self.finish(Ok(()), mono - began, ctx),
            Ok(()) => {}
            Err(cause) => self.finish(Err(cause), mono - began, ctx),
        }
        SOON
    }

    fn act(&mut self, shared: &mut Shared, ctx: &Context, mono: u64) -> Result<(), String> {
        let waited = mono.saturating_sub(self.act_since);
        let done = match self.acts.front() {
            None => return Ok(()),
            Some(Act::Do(wishes)) => {
                let intents = wishes(&shared.core);
                shared.apply(ctx, intents);
                true
            }
            Some(Act::Durable) => shared.core.live().is_none_or(|live| live.durable >= live.state.seq),
            Some(Act::Wait(_, holds)) => holds(&shared.core),
            Some(Act::Check(what, holds)) => {
                if !holds(&shared.core) {
                    return Err((*what).to_owned());
                }
                true
            }
            Some(Act::Walk(step)) => {
                let there = shared.core.live().is_some_and(|live| live.state.step >= *step);
                if !there {
                    shared.apply(ctx, [Intent::Meeting(Command::Next)]);
                }
                there
            }
            Some(Act::Shot(name)) => {
                if waited < SETTLE || !shared.settled() && self.asked.is_none() {
                    false
                } else {
                    let name = name.clone();
                    self.shot(&name, shared, ctx)?
                }
            }
        };
        if done {
            self.acts.pop_front();
            self.act_since = mono;
        } else if waited > STEP_LIMIT {
            return Err(format!("nothing came of \"{}\" in {} s", self.what(), STEP_LIMIT / 1000));
        }
        Ok(())
    }

    fn what(&self) -> &str {
        match self.acts.front() {
            Some(Act::Shot(name)) => name,
            Some(Act::Wait(what, _)) => what,
            Some(Act::Durable) => "writing to disk",
            Some(Act::Walk(_)) => "walking through the pages",
            Some(Act::Do(_) | Act::Check(..)) | None => "",
        }
    }

    /// Asks for the pictures, then collects and keeps them; true when all are kept.
    fn shot(&mut self, name: &str, shared: &Shared, ctx: &Context) -> Result<bool, String> {
        let number = self.pictures.len();
        let Some(asked) = &mut self.asked else {
            let (sender, receiver) = sync_channel(2);
            let mut windows = vec![(ViewportId::ROOT, "konsol")];
            if shared.stage_shown() {
                windows.push((stage_id(), "panggung"));
            }
            let missing = windows.len();
            for (n, (viewport, window)) in windows.into_iter().enumerate() {
                let file = format!("{:02}-{name}-{window}.png", number + n + 1);
                let sender = sender.clone();
                let callback = ScreenshotCallback::new(move |image| {
                    if sender.try_send((file, image)).is_err() {
                        log::debug!("a picture came after its time");
                    }
                });
                ctx.send_viewport_cmd_to(viewport, ViewportCommand::Screenshot(callback));
            }
            self.asked = Some(Asked { receiver, missing });
            return Ok(false);
        };
        while let Ok((file, image)) = asked.receiver.try_recv() {
            save(&self.out.join(&file), &image)?;
            self.pictures.push(file);
            asked.missing = asked.missing.saturating_sub(1);
        }
        let done = asked.missing == 0;
        if done {
            self.asked = None;
            self.pictures.sort();
        }
        Ok(done)
    }

    fn finish(&mut self, outcome: Result<(), String>, took: u64, ctx: &Context) {
        let error = outcome.as_ref().err().map(String::as_str);
        let report = Report {
            ok: outcome.is_ok(),
            seconds: took as f64 / 1000.0,
            pictures: &self.pictures,
            error,
            version: env!("CARGO_PKG_VERSION"),
        };
        let path = self.out.join("tour.json");
        let written = serde_json::to_vec_pretty(&report)
            .map_err(|error| error.to_string())
            .and_then(|json| std::fs::write(&path, json).map_err(|error| error.to_string()));
        self.done = Some(outcome.and(written));
        ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
    }
}

fn save(path: &Path, image: &ColorImage) -> Result<(), String> {
    let [width, height] = image.size;
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    image::save_buffer(path, &bytes, width as u32, height as u32, image::ColorType::Rgb8)
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn meeting(command: Command) -> Vec<Intent> {
    vec![Intent::Meeting(command)]
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

/// Everything the tour does, in order.
fn acts() -> VecDeque<Act> {
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
    acts.into()
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
