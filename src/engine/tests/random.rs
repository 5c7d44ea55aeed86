//! Random sessions, commands and events from a seed. Own generator, so that a seed means the same for ever.

use super::super::{
    attendance::{Attendee, Status},
    clip::{Clip, PausePoint},
    command::{Command, StartPlan},
    event::{Cover, Event, Mark, MarkCause, Place, Presenter},
    evidence::{Change, Fact, Field, Ground, Level, Next, Photo},
    hands::{CheckTime, Hands},
    ids::{MeetingId, ParticipantId},
    lots::{Pool, Split},
    time::{DayMinute, Ms},
};
use super::{Role, SECRET, Session, Setup, Step, setup};

/// Sebastiano Vigna's `SplitMix64`.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    pub(super) fn steps(&mut self) -> Vec<Step> {
        let count = 1 + self.below(9);
        (0..count)
            .map(|_| {
                let minutes = 1 + self.below(50) as u16;
                let min = 1 + self.below(minutes.into()) as u16;
                let role = self.pick(&[Role::Plain, Role::Plain, Role::Recall, Role::IceBreaker]);
                let must = self.chance(50);
                let spec = ("langkah", minutes, self.below(11) as u8, min, must, role, self.below(4) as usize);
                let mut step = super::step(&spec);
                for page in &mut step.pages {
                    let pauses = vec![PausePoint { at: Ms(self.below(90_000)), ask: "Apa yang Ibu lihat?".into() }];
                    page.clip = self.chance(30).then(|| Clip { file: "lagu.mp4".into(), pauses });
                }
                step
            })
            .collect()
    }

    pub(super) fn meeting(&mut self) -> (Session, Setup) {
        let mut session = Session { steps: self.steps(), ..super::script_hands::asking() };
        for step in &mut session.steps {
            step.check = self.pick(&[None, None, Some(CheckTime::Start), Some(CheckTime::End)]);
        }
        let length = 60 + self.below(91) as u16;
        let end = self.chance(50).then(|| DayMinute(600 + self.below(120) as u16));
        let people = self.below(40) as i64;
        let setup = Setup { paper: self.chance(10), ..setup(&session, length, end, people) };
        (session, setup)
    }

    /// Mostly sensible, some nonsense.
    pub(super) fn command(&mut self) -> Command {
        let small = self.below(12) as u16;
        let place = Place { step: small, page: self.below(4) as u16 };
        let minutes = Ms::minutes(self.below(60));
        match self.below(82) {
            0..=14 => Command::Next,
            15..=17 => Command::Previous,
            18 => Command::FirstOfStep,
            19 => Command::LastOfStep,
            20 => Command::FirstOfSession,
            21 => Command::LastOfSession,
            22 => Command::Visit(place),
            23 => Command::VisitNumber(small),
            24 => Command::ReturnToStep,
            25..=26 => Command::BeginStep(small),
            27..=28 => Command::ToggleCover(self.pick(&[Cover::Black, Cover::White, Cover::Calm])),
            29..=30 => Command::ToggleFreeze,
            31 => Command::Clear,
            32 => Command::StartCountdown(Ms::seconds(self.below(400))),
            33 => Command::ToggleCountdown,
            34 => Command::AddCountdown(self.below(120_000) as i64 - 60_000),
            35 => Command::EndCountdown,
            36 => Command::StartGame("ular".into()),
            37 => Command::EndGame,
            38..=39 => Command::TogglePause,
            40..=41 => Command::AdjustStep(self.below(7) as i32 - 3),
            42..=43 => Command::CorrectStart(Ms::seconds(self.below(1200))),
            44 => Command::Cut(vec![(small, if self.chance(40) { Ms::ZERO } else { minutes })]),
            45 => Command::AddNote(SECRET.into()),
            46 => Command::RemoveNote(small),
            47 => Command::CountHeads(small),
            48..=49 => Command::Mark(self.attendee(), self.status()),
            50..=51 => Command::ToggleNumber(small),
            52 => Command::MarkAllPresent,
            53 => Command::MarkRest(Status::Excused),
            54..=55 => Command::UndoMarks,
            56 => Command::AddWalkIn(SECRET.into()),
            57 => Command::RemoveWalkIn(self.below(3) as u16),
            58 => Command::SetPresenters(vec![Presenter { name: SECRET.into(), ..Presenter::default() }]),
            59 => Command::PlayClip(self.chance(50).then(|| self.span())),
            60 => Command::PauseClip(self.span()),
            61 => Command::SeekClip(self.span()),
            62 => Command::DuckClip,
            63 => Command::SpinWheel(self.pool()),
            64 => Command::ResetWheel,
            65 => Command::SplitTeams(self.pool(), self.split()),
            66 => Command::ShowYell("Melati\nharum!".into()),
            67..=68 => Command::CountHands(self.below(3) as u16, self.time(), self.hands()),
            69 => Command::UndoHands,
            70..=71 => Command::Late(self.attendee(), self.chance(70)),
            72 => Command::Represent(self.attendee(), self.chance(70).then(|| SECRET.into())),
            73 => Command::CountGuests(self.below(5) as u16, SECRET.into()),
            74 => Command::Withdraw(self.chance(50)),
            75..=80 => Command::Evidence(self.change()),
            _ => Command::Start(self.pick(&[StartPlan::Full, StartPlan::Compress])),
        }
    }

    /// Any event with any numbers, however absurd.
    pub(super) fn event(&mut self) -> Event {
        let step = self.below(12) as u16;
        match self.below(46) {
            0 => {
                let (session, setup) = self.meeting();
                let sheet = super::run_sheet(&session, setup.length, None);
                Event::Opened { setup, sheet }
            }
            1 => Event::Started { planned: vec![self.span(); usize::from(step)], target: self.span() },
            2 => Event::StepBegan { step },
            3 => Event::PageShown { place: Place { step, page: self.below(4) as u16 } },
            4 => Event::StepStartCorrected { step, began: self.span() },
            5 => Event::StepAdjusted { step, planned: self.span() },
            6 => Event::Cut { changes: vec![(step, self.span()), (step, Ms::ZERO)] },
            7 => Event::Paused,
            8 => Event::Unpaused,
            9 => Event::Resumed { gap: self.span(), paused: self.chance(50) },
            10 => Event::Covered { cover: self.chance(50).then_some(Cover::Black) },
            11 => Event::Frozen { on: self.chance(50) },
            12 => Event::CountdownStarted { length: self.span() },
            13 => Event::CountdownPaused,
            14 => Event::CountdownResumed,
            15 => Event::CountdownAdded { ms: self.next() as i64 },
            16 => Event::CountdownEnded,
            17 => Event::GameStarted { game: "ular".into() },
            18 => Event::GameEnded,
            19 => Event::NoteAdded { step, text: SECRET.into() },
            20 => Event::NoteRemoved { note: step },
            21 => Event::HeadCounted { count: self.next() as u16 },
            22 => {
                let marks = (0..self.below(4)).map(|_| Mark { who: self.attendee(), status: self.status() }).collect();
                Event::Marked { marks, cause: self.pick(&[MarkCause::Single, MarkCause::All, MarkCause::Undo]) }
            }
            23 => Event::WalkInAdded { name: SECRET.into() },
            24 => Event::WalkInRemoved { walk_in: step },
            25 => Event::PresentersSet { presenters: Vec::new() },
            26 => Event::ClipPlayed { page: "lagu".into(), at: self.span(), jump: self.chance(50) },
            27 => Event::ClipPaused { page: "lagu".into(), at: self.span() },
            28 => Event::ClipSought { page: "lagu".into(), at: self.span() },
            29 => Event::ClipDucked { page: "lagu".into(), on: self.chance(50) },
            30 => Event::WheelSpun { pool: self.pool(), seed: self.next() },
            31 => Event::WheelReset,
            32 => Event::TeamsSplit { pool: self.pool(), split: self.split(), seed: self.next() },
            33 => Event::YellShown { text: "Melati".into() },
            34 => Event::BoardCleared,
            35 => Event::CheckCounted {
                check: self.below(3) as u16,
                when: self.time(),
                hands: self.chance(80).then(|| self.hands()),
                undo: self.chance(30),
            },
            36 => Event::Late { who: self.attendee(), late: self.chance(50) },
            37 => Event::Represented { who: self.attendee(), by: self.chance(50).then(|| SECRET.into()) },
            38 => Event::GuestsCounted { count: self.below(5) as u16, who: SECRET.into() },
            39 => Event::Withdrawn { on: self.chance(50) },
            40 => Event::WaitSkipped { length: self.span() },
            41..=44 => Event::Evidence { fact: self.fact() },
            _ => Event::Closed,
        }
    }

    fn change(&mut self) -> Change {
        let photo = self.below(4) as u16;
        match self.below(13) {
            0..=2 => Change::Rate(self.attendee(), self.level(), self.ground()),
            3 => Change::RateAllPresent(Level::Good, self.ground()),
            4 => Change::UndoRatings,
            5 => Change::Promise(SECRET.into()),
            6 => Change::Recall { of: MeetingId(1), done: self.chance(50).then_some(photo), who: vec![self.person()] },
            7 => Change::AddPhoto(self.photo()),
            8 => Change::RemovePhoto(photo),
            9 => Change::RestorePhoto(photo),
            10 => Change::PlacePhoto(photo, SECRET.into()),
            11 => Change::Tell(self.field(), SECRET.into()),
            12 => Change::DatePhoto(photo, self.chance(50).then_some(20_000)),
            _ => Change::Choose(self.pick(&[Next::Repeat, Next::Recap, Next::GoOn])),
        }
    }

    /// Any fact with any numbers, however absurd.
    fn fact(&mut self) -> Fact {
        let photo = self.below(4) as u16;
        match self.below(11) {
            0 | 1 => {
                let ratings = (0..self.below(4)).map(|_| (self.attendee(), self.level())).collect();
                Fact::Rated { ratings, ground: self.ground(), all: self.chance(30) }
            }
            2 => Fact::RatingsUndone,
            3 => Fact::Promised { text: SECRET.into() },
            4 => {
                let who = (0..self.below(3)).map(|_| self.person()).collect();
                Fact::Recalled { of: MeetingId(-1), done: self.chance(50).then(|| self.next() as u16), who }
            }
            5 => Fact::PhotoAdded { photo: self.photo() },
            6 => Fact::PhotoRemoved { photo },
            7 => Fact::PhotoRestored { photo },
            8 => Fact::PhotoPlace { photo, place: SECRET.into() },
            9 => Fact::PhotoDay { photo, day: self.chance(50).then(|| self.next() as i64) },
            10 => Fact::Told { field: self.field(), text: SECRET.into() },
            _ => Fact::Next { choice: self.pick(&[Next::Repeat, Next::Recap, Next::GoOn]) },
        }
    }

    fn photo(&mut self) -> Photo {
        let file = if self.chance(80) { "1/1.jpg" } else { "../lembar.db" };
        let at = self.chance(50).then(|| (self.next() as i32, self.next() as i32));
        Photo { file: file.into(), taken: None, at, place: SECRET.into(), day: None }
    }

    fn level(&mut self) -> Option<Level> {
        self.chance(80).then(|| self.pick(&Level::ALL))
    }

    fn ground(&mut self) -> Ground {
        self.pick(&Ground::ALL)
    }

    fn field(&mut self) -> Field {
        self.pick(&[
            Field::Questions,
            Field::Obstacles,
            Field::FollowUp,
            Field::Narrative,
            Field::ActivityName,
            Field::ReportNumber,
        ])
    }

    fn person(&mut self) -> ParticipantId {
        ParticipantId(self.below(45) as i64)
    }

    fn pool(&mut self) -> Pool {
        let count = self.below(12) as u16;
        match self.below(3) {
            0 => Pool::Names((0..count).map(|name| format!("Nama{name}")).collect()),
            1 => Pool::Seats(self.next() as u16),
            _ => Pool::Seats(count),
        }
    }

    fn split(&mut self) -> Split {
        let number = self.below(12) as u16;
        if self.chance(50) { Split::Teams(number) } else { Split::Of(number) }
    }

    pub(super) fn span(&mut self) -> Ms {
        match self.below(4) {
            0 => Ms(self.next()),
            1 => Ms(u64::MAX),
            _ => Ms(self.below(10_000_000)),
        }
    }

    fn time(&mut self) -> CheckTime {
        self.pick(&[CheckTime::Start, CheckTime::End])
    }

    fn hands(&mut self) -> Hands {
        let mut count = || self.chance(80).then(|| self.next() as u16 % 1200);
        Hands { present: count(), chosen: vec![count(), count()] }
    }

    fn attendee(&mut self) -> Attendee {
        if self.chance(80) {
            Attendee::Participant(ParticipantId(self.below(45) as i64))
        } else {
            Attendee::WalkIn(self.below(3) as u16)
        }
    }

    fn status(&mut self) -> Option<Status> {
        self.chance(85).then(|| self.pick(&Status::ALL))
    }
}
