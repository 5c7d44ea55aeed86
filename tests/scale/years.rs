//! Years of a facilitator's work, made up and the same every time, written through the store as the program writes them: groups, their
//! changes, and whole journals decided by the engine over the real content's run sheets. Also used by `bench`; judges nothing.

use std::{path::Path, sync::Arc};

use lembar::{
    engine::{
        attendance::{Attendee, Status},
        command::{Command, StartPlan, decide},
        event::{Event, MeetingKind, Presenter, Record, Setup},
        evidence::{Change, Field, Ground, Level, Next, Photo},
        hands::{CheckPart, Hands},
        history::LastMeeting,
        ids::{GroupId, MeetingId, ParticipantId},
        plan::{DEFAULT_LENGTH, run_sheet},
        roster::{Component, Group, Member, Sealed, Standing},
        session::Session,
        state::{Phase, State},
        time::{DayMinute, Ms, Now, Wall},
    },
    pack::Pack,
    store::{self, DirLock, OpenOutcome, Regrouping, Report, Request, Store, StoreHandle},
};

/// How much of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Groups.
    pub(crate) groups: u16,
    /// Meetings of each, one a month.
    pub(crate) meetings: u16,
    /// Members of each.
    pub(crate) members: u16,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Meetings, all closed.
    pub(crate) meetings: usize,
    /// Records in their journals.
    pub(crate) records: usize,
}

/// 1 January 2024, midnight: the first month.
const BEGIN: Wall = Wall(1_704_067_200_000);
const DAY_MS: i64 = 86_400_000;
/// Days between two meetings of a group, as near to a month as makes no difference.
const MONTH: i64 = 30;
/// How often in a year somebody in a group is moved, renamed, graduated.
const CHANGES: u16 = 5;

/// Writes it into the data directory `data`, which must be new.
#[must_use]
pub(crate) fn write(data: &Path, pack: &Pack, size: Size) -> Written {
    let lock = DirLock::take(data).expect("a new data directory");
    let OpenOutcome::Ready(database) = store::open::open(&lock, BEGIN).expect("a new database") else {
        panic!("a new database is damaged")
    };
    let (store, mut library) = Store::spawn(database, Arc::new(|| ())).expect("a writer");
    let mut desk = Desk { store, chance: Chance(20_24), written: Written::default() };
    let sessions: Vec<&Session> = pack.sessions.iter().filter(|session| !session.outline_only).collect();
    let mut groups: Vec<Group> = (0..size.groups)
        .map(|n| desk.group(library.ids.group(), n, (0..size.members).map(|_| library.ids.participant()).collect()))
        .collect();
    let mut last: Vec<Option<LastMeeting>> = vec![None; groups.len()];
    for month in 0..size.meetings {
        for (n, group) in groups.iter_mut().enumerate() {
            let day = BEGIN.plus_ms((i64::from(month) * MONTH + n as i64) * DAY_MS);
            if (month + n as u16).is_multiple_of(12 / CHANGES) {
                desk.change(group, day);
            }
            let session = sessions[usize::from(month) % sessions.len()];
            let id = library.ids.meeting();
            last[n] = Some(desk.meeting(id, group, session, last[n].as_ref(), day));
        }
    }
    let Desk { store, written, .. } = desk;
    assert_eq!(store.close(), 0, "everything is written");
    written
}

/// Numbers that look like chance and are the same every time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn of<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }

    /// As long as a sealed number: nonce, 16 digits, tag.
    fn sealed(&mut self) -> Sealed {
        Sealed((0..56).map(|_| self.next() as u8).collect())
    }
}

struct Desk {
    store: StoreHandle,
    chance: Chance,
    written: Written,
}

impl Desk {
    fn send(&mut self, request: Request) {
        self.store.send(request);
        while let Some(report) = self.store.poll() {
            let fine = matches!(
                report,
                Report::Durable { .. } | Report::Saved(_) | Report::Summary(_) | Report::BackupDone(_)
            );
            assert!(fine, "{report:?}");
        }
    }

    fn group(&mut self, id: GroupId, n: u16, members: Vec<ParticipantId>) -> Group {
        let members: Vec<Member> = members.into_iter().map(|id| self.member(id)).collect();
        let group = Group {
            id,
            name: format!("Kelompok {} {}", FLOWERS[usize::from(n) % FLOWERS.len()], n + 1),
            village: format!("Desa {}", self.chance.of(&PLACES)),
            district: "Kecamatan Sukamaju".to_owned(),
            leader: members.first().map(|member| member.id),
            place: format!("Balai dusun {}", self.chance.of(&PLACES)),
            hour: Some(DayMinute(9 * 60)),
            demo: false,
            members,
        };
        self.send(Request::Regroup { change: Regrouping::saved(group.clone()), wall: BEGIN });
        group
    }

    fn member(&mut self, id: ParticipantId) -> Member {
        Member {
            name: format!("{} {}", self.chance.of(&FIRST), self.chance.of(&SECOND)),
            address: format!(
                "Dusun {} RT 0{} RW 0{}",
                self.chance.of(&PLACES),
                self.chance.below(9) + 1,
                self.chance.below(5) + 1
            ),
            components: Component::ALL.into_iter().filter(|_| self.chance.below(4) == 0).collect(),
            nik: Some(self.chance.sealed()),
            kk: Some(self.chance.sealed()),
            ..Member::named(id, "")
        }
    }

    /// Somebody's note or standing changes.
    fn change(&mut self, group: &mut Group, wall: Wall) {
        let index = self.chance.below(group.members.len() as u64) as usize;
        let member = &mut group.members[index];
        if self.chance.below(8) == 0 && index > 0 {
            member.standing = Standing::Graduated;
        } else {
            member.notes = format!("Pindah rumah, sekarang dekat {}", self.chance.of(&PLACES));
        }
        self.send(Request::Regroup { change: Regrouping::saved(group.clone()), wall });
    }

    /// A whole meeting: opened, held page by page, everybody marked one by one, closed, sometimes corrected.
    fn meeting(
        &mut self,
        id: MeetingId,
        group: &Group,
        session: &Session,
        last: Option<&LastMeeting>,
        day: Wall,
    ) -> LastMeeting {
        let setup = setup(group, session);
        let sheet = run_sheet(session, DEFAULT_LENGTH, last);
        let opened = Record {
            seq: 1,
            at: Ms::ZERO,
            wall: day.at(DayMinute(8 * 60 + 50)),
            event: Event::Opened { setup, sheet },
        };
        let state = State::open(&opened).expect("the first record opens");
        let mut course = Course { log: vec![opened], state, at: Ms::ZERO };
        self.hold(&mut course);
        let Course { log, state, .. } = course;
        assert_eq!(state.phase, Phase::Closed);
        self.written.meetings += 1;
        self.written.records += log.len();
        let closed = day.at(DayMinute(11 * 60));
        self.send(Request::Append { meeting: id, records: log });
        // As the program does; once in a while is enough here.
        if self.written.meetings.is_multiple_of(60) {
            self.send(Request::Backup(closed));
        }
        LastMeeting {
            meeting: Some(id),
            recap: None,
            promise: String::new(),
            session: session.id.clone(),
            title: session.title.clone(),
            wall: day,
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
        }
    }

    fn hold(&mut self, course: &mut Course) {
        course.pass(600, &Command::Start(StartPlan::Full));
        let people: Vec<Attendee> = course.state.roll.iter().map(|row| row.who).collect();
        let mut present = 0;
        for who in people {
            let status = match self.chance.below(10) {
                0..7 => Status::Present,
                7 => Status::Sick,
                8 => Status::Excused,
                _ => Status::Absent,
            };
            present += u16::from(status == Status::Present);
            course.pass(2, &Command::Mark(who, Some(status)));
        }
        course.pass(5, &Command::CountHeads(present));
        if self.chance.below(3) == 0 {
            course.pass(20, &Command::AddWalkIn(format!("{} {}", self.chance.of(&FIRST), self.chance.of(&SECOND))));
        }
        let mut notes = 0;
        for page in 0..200 {
            if let Some((check, part, planned)) = course.state.check_shown()
                && part != CheckPart::Answer
            {
                let right = self.chance.below(u64::from(present) + 1) as u16;
                let choices = planned.choices.len();
                let chosen = (0..choices)
                    .map(|choice| Some(if choice == usize::from(planned.answer) { right } else { 0 }))
                    .collect();
                let hands = Hands { present: Some(present), chosen };
                course.pass(30, &Command::CountHands(check, part.time(), hands));
            }
            if page % 9 == 4 {
                course.pass(3, &Command::StartCountdown(Ms::minutes(5)));
                course.pass(200, &Command::EndCountdown);
            }
            if page % 6 == 3 && notes < 3 {
                notes += 1;
                course.pass(15, &Command::AddNote((*self.chance.of(&NOTES)).to_owned()));
            }
            if !course.pass(150 + self.chance.below(200), &Command::Next) {
                break;
            }
        }
        self.evidence(course);
        course.pass(60, &Command::Close);
        if self.chance.below(5) == 0 {
            let who = course.state.roll[self.chance.below(course.state.roll.len() as u64) as usize].who;
            course.pass(3600, &Command::Mark(who, Some(Status::Excused)));
        }
    }
}

impl Desk {
    /// What is written down at the end of a meeting.
    fn evidence(&mut self, course: &mut Course) {
        let mut tell = |change| course.pass(20, &Command::Evidence(change));
        tell(Change::RateAllPresent(Level::Good, Ground::ShowOfHands));
        tell(Change::Promise("Setiap malam mendengarkan cerita anak sepuluh menit sebelum tidur".to_owned()));
        for field in [Field::Questions, Field::Obstacles, Field::FollowUp] {
            tell(Change::Tell(field, (*self.chance.of(&NOTES)).to_owned()));
        }
        for number in 0..PHOTOS {
            tell(Change::AddPhoto(Photo {
                file: photo(number),
                taken: Some(BEGIN),
                at: Some((-6_912_345, 107_601_234)),
                ..Photo::default()
            }));
        }
        tell(Change::Choose(Next::GoOn));
        let people: Vec<Attendee> = course.state.roll.iter().map(|row| row.who).collect();
        for who in people.into_iter().step_by(7) {
            course.pass(3, &Command::Evidence(Change::Rate(who, Some(Level::VeryGood), Ground::Observation)));
        }
    }
}

/// Photos of each meeting.
pub(crate) const PHOTOS: usize = 3;

/// File of one of them, below the folder of photos; all meetings share them.
pub(crate) fn photo(number: usize) -> String {
    format!("2024/foto-{number}.jpg")
}

/// A meeting under way.
struct Course {
    log: Vec<Record>,
    state: State,
    at: Ms,
}

impl Course {
    /// Lets `seconds` pass and carries a command out; false when it makes no sense now.
    fn pass(&mut self, seconds: u64, command: &Command) -> bool {
        self.at = self.at + Ms::seconds(seconds);
        let wall = self.state.opened_wall.plus_ms(self.at.0 as i64);
        let Ok(events) = decide(&self.state, command, Now { at: self.at, wall }) else { return false };
        for event in events {
            let record = Record { seq: self.state.seq + 1, at: self.at, wall, event };
            self.state.apply(&record);
            self.log.push(record);
        }
        true
    }
}

fn setup(group: &Group, session: &Session) -> Setup {
    Setup {
        kind: MeetingKind::Live,
        group: group.id,
        group_name: group.name.clone(),
        session: session.id.clone(),
        label: session.label.clone(),
        title: session.title.clone(),
        module: session.module,
        length: DEFAULT_LENGTH,
        start: Some(DayMinute(9 * 60)),
        end: Some(DayMinute(11 * 60)),
        place: group.place.clone(),
        presenters: vec![Presenter {
            name: "Dewi Lestari, S.Sos.".to_owned(),
            agency: "Pendamping PKH Kecamatan Sukamaju".to_owned(),
            steps: Vec::new(),
        }],
        participants: group.participants(),
        home_practice: session.home_practice.clone(),
        home_question: session.home_question.clone(),
        paper: false,
    }
}

const FLOWERS: [&str; 10] =
    ["Melati", "Kenanga", "Anggrek", "Mawar", "Dahlia", "Cempaka", "Flamboyan", "Teratai", "Seruni", "Kamboja"];
const PLACES: [&str; 6] = ["Cikupa", "Tanjung Sari", "Sumber Rejo", "Karang Anyar", "Pasir Putih", "Muara Dua"];
const FIRST: [&str; 12] =
    ["Siti", "Nur", "Sri", "Dewi", "Rina", "Wahyuni", "Kartini", "Maryam", "Yuliana", "Ratna", "Indah", "Halimah"];
const SECOND: [&str; 10] =
    ["Aminah", "Hasanah", "Wulandari", "Lestari", "Rahayu", "Fatimah", "Handayani", "Susilawati", "Marlina", "Astuti"];
const NOTES: [&str; 4] = [
    "Ibu-ibu bertanya apa yang dilakukan kalau suami merantau dan anak hanya mau bicara lewat telepon.",
    "Ramai bercerita tentang anak yang sulit makan. Perlu dibahas lagi bulan depan dengan bidan desa.",
    "Dua ibu datang bersama balita; permainan dipendekkan supaya anak tidak rewel.",
    "Bagian bermain peran paling disukai, hampir semua mau mencoba.",
];
