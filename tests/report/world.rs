//! Meetings as the reports find them: made of records, folded as the program does.

use lembar::engine::{
    attendance::{Attendee, Status},
    event::{Event, Mark, MarkCause, MeetingKind, Presenter, Record, Setup},
    evidence::{Fact, Field, Ground, Level, Next, Photo},
    hands::{CheckTime, Hands, PlannedCheck},
    ids::{GroupId, MeetingId, ParticipantId, StepId},
    minutes::{MeetingMinutes, meeting_minutes},
    office::{Office, OfficeMap, ReportData, Signatory, Told, report_data},
    plan::{PlannedPage, PlannedStep, RunSheet},
    roster::{Group, Member, Participant},
    session::{Module, Role},
    state::State,
    time::{DayMinute, Ms, Wall},
};

/// Saturday, 21 November 2026, 09.00.
pub(crate) const NINE: Wall = Wall(1_795_219_200_000 + 9 * 3_600_000);

const NAMES: [&str; 12] = [
    "Siti Rohayati",
    "Ni Wayan Sukerti",
    "Maria Goreti Bria",
    "Nur'aini",
    "Rr. Endang Sri Wahyuningsih Kusumawardhani Prawirodirdjo binti Haji Abdurrahman Wahid",
    "Yuliana",
    "Sumiati",
    "Fatmawati",
    "Theresia Anggelina Da Costa",
    "Wa Ode Hasnah",
    "Ketut Sari",
    "Aminah",
];

/// A meeting and what belongs to it.
pub(crate) struct World {
    log: Vec<Record>,
    pub(crate) group: Group,
    pub(crate) office: Office,
    pub(crate) state: State,
    pub(crate) minutes: MeetingMinutes,
}

pub(crate) fn office() -> Office {
    Office {
        facilitator: "Rina Kusumaningrum, S.Sos".into(),
        nip: "19870412 202321 2 014".into(),
        phone: "0812 0000 0000".into(),
        district: "Mlati".into(),
        regency: "Kabupaten Sleman".into(),
        province: "Daerah Istimewa Yogyakarta".into(),
        team_leader: "Bambang Hartono".into(),
        letterhead: vec![
            "DINAS SOSIAL KABUPATEN SLEMAN".into(),
            "Program Keluarga Harapan".into(),
            "Jl. Merdeka Nomor 1, Sleman 55511".into(),
        ],
        logo: String::new(),
        signatories: vec![Signatory {
            role: "Mengetahui, Ketua Tim".into(),
            name: "Bambang Hartono".into(),
            nip: "19800101 200501 1 001".into(),
        }],
        map: Some(OfficeMap::proposed()),
        ..Office::default()
    }
}

fn name(number: usize) -> String {
    let name = NAMES[number % NAMES.len()];
    if number < NAMES.len() { name.to_owned() } else { format!("{name} {}", number / NAMES.len() + 1) }
}

impl World {
    /// `people` families; every sixth was ill, every seventh excused, every eighth absent, the last one not filled in.
    pub(crate) fn new(people: usize) -> Self {
        let members: Vec<Member> = (0..people).map(|n| Member::named(ParticipantId(n as i64 + 1), name(n))).collect();
        let group = Group {
            id: GroupId(3),
            name: "Kelompok Melati".into(),
            village: "Sendangadi".into(),
            district: "Mlati".into(),
            leader: members.first().map(|member| member.id),
            members,
            ..Group::default()
        };
        let setup = Setup {
            kind: MeetingKind::Live,
            group: group.id,
            group_name: group.name.clone(),
            session: "m1-s1".into(),
            label: "M1-S1".into(),
            title: "Menjadi Orang Tua yang Lebih Baik".into(),
            module: Module::M1,
            length: 120,
            start: Some(DayMinute(540)),
            end: Some(DayMinute(660)),
            place: "Balai warga RW 03".into(),
            presenters: vec![
                Presenter { name: "Rina Kusumaningrum".into(), agency: "Pendamping PKH".into(), steps: vec![] },
                Presenter { name: "Bidan Wati".into(), agency: "Puskesmas Mlati I".into(), steps: vec![] },
            ],
            participants: group.participants().into_iter().map(|p| Participant { ..p }).collect(),
            home_practice: "Setiap hari satu kalimat baik kepada anak.".into(),
            home_question: "Kalimat baik apa?".into(),
            paper: false,
        };
        let step = |id: &str, title: &str| PlannedStep {
            id: StepId::from(id),
            title: title.into(),
            role: Role::Plain,
            planned: Ms::minutes(60),
            weight: 1,
            must: true,
            min: Ms::minutes(1),
            pages: vec![PlannedPage::Introductions],
        };
        let checks = vec![PlannedCheck {
            ask: "Apa yang sebaiknya dilakukan ketika anak menangis?".into(),
            choices: vec!["Dibentak".into(), "Dipeluk".into()],
            answer: 1,
        }];
        let sheet = RunSheet { steps: vec![step("buka", "Pembukaan"), step("inti", "Inti")], checks, opening_page: 0 };
        let first = Record { seq: 1, at: Ms::ZERO, wall: NINE, event: Event::Opened { setup, sheet } };
        let state = State::open(&first).unwrap();
        let minutes = meeting_minutes(std::slice::from_ref(&first), &state);
        let mut world = Self { log: vec![first], group, office: office(), state, minutes };
        world.push(1, Event::Started { planned: vec![Ms::minutes(60); 2], target: Ms::minutes(121) });
        world.push(60, Event::StepBegan { step: 1 });
        let status = |n: usize| match n {
            n if n + 1 == people && people > 20 => None,
            n if n % 8 == 7 => Some(Status::Absent),
            n if n % 7 == 6 => Some(Status::Excused),
            n if n % 6 == 5 => Some(Status::Sick),
            _ => Some(Status::Present),
        };
        let marks = (0..people).map(|n| Mark { who: Self::who(n), status: status(n) }).collect();
        world.push(100, Event::Marked { marks, cause: MarkCause::All });
        world.push(119, Event::Closed);
        world
    }

    pub(crate) fn who(n: usize) -> Attendee {
        Attendee::Participant(ParticipantId(n as i64 + 1))
    }

    pub(crate) fn push(&mut self, minute: u64, event: Event) {
        let record = Record {
            seq: self.log.len() as u64 + 1,
            at: Ms::minutes(minute),
            wall: NINE.plus_ms(minute as i64 * 60_000),
            event,
        };
        self.state.apply(&record);
        self.log.push(record);
        self.minutes = meeting_minutes(&self.log, &self.state);
    }

    pub(crate) fn fact(&mut self, fact: Fact) {
        self.push(130, Event::Evidence { fact });
    }

    /// Everything that can be written down beside the marks.
    pub(crate) fn with_evidence(mut self) -> Self {
        let hands = |right| Hands { present: Some(22), chosen: vec![Some(22 - right), Some(right)] };
        let counted = |when, right| Event::CheckCounted { check: 0, when, hands: Some(hands(right)), undo: false };
        // Hands are counted while it runs.
        self.log.pop();
        self.state = State::fold(&self.log).unwrap();
        self.push(119, counted(CheckTime::Start, 9));
        self.push(119, counted(CheckTime::End, 18));
        self.push(119, Event::Closed);
        self.push(119, Event::WalkInAdded { name: "Ibu Tamu".into() });
        self.push(119, Event::GuestsCounted { count: 3, who: "Pak RT dan dua kader".into() });
        let by = Some("anaknya, Dewi".to_owned());
        self.push(119, Event::Represented { who: Self::who(1), by });
        let present: Vec<Attendee> =
            self.state.roll.iter().filter(|row| row.status == Some(Status::Present)).map(|row| row.who).collect();
        let level = |n: usize| [Level::Good, Level::VeryGood, Level::Good, Level::Poor][n % 4];
        let ratings = present.iter().skip(1).enumerate().map(|(n, who)| (*who, Some(level(n)))).collect();
        self.fact(Fact::Rated { ratings, ground: Ground::Observation, all: false });
        self.fact(Fact::Recalled { of: MeetingId(2), done: Some(14), who: vec![ParticipantId(1), ParticipantId(2)] });
        self.fact(Fact::Promised { text: "Ayah ikut menidurkan anak dua kali seminggu".into() });
        for (field, text) in [
            (
                Field::Questions,
                "Bagaimana kalau suami bekerja di luar kota dan jarang pulang? Bagaimana menghadapi anak yang terus bermain HP?",
            ),
            (Field::Obstacles, "Listrik padam 20 menit; hujan deras membuat sebagian ibu datang terlambat."),
            (Field::FollowUp, "Kunjungan rumah untuk dua KPM yang tidak hadir."),
        ] {
            self.fact(Fact::Told { field, text: text.into() });
        }
        self.fact(Fact::Next { choice: Next::Recap });
        let photo = |n: i64, at, place: &str| Photo {
            file: format!("7/{n}.jpg"),
            taken: (n < 3).then(|| NINE.plus_ms(n * 1_800_000)),
            at,
            place: place.into(),
            day: None,
        };
        for photo in
            [photo(1, Some((-7_740_123, 110_361_009)), ""), photo(2, None, "Balai warga RW 03"), photo(3, None, "")]
        {
            self.fact(Fact::PhotoAdded { photo });
        }
        self
    }

    pub(crate) fn data(&self) -> ReportData {
        let told = Told {
            id: MeetingId(7),
            state: &self.state,
            minutes: &self.minutes,
            number: 7,
            group: Some(&self.group),
            module_title: "Pengasuhan dan Pendidikan Anak",
        };
        report_data(&told, &self.office)
    }
}

/// A photo of `side` by ¾ `side` pixels with so much in it that it has some size.
pub(crate) fn jpeg(side: u32) -> Vec<u8> {
    let mut random = 1_u32;
    let photo = image::RgbImage::from_fn(side, side * 3 / 4, |x, y| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (random >> 28) as u8;
        image::Rgb([(x * 255 / side) as u8 / 2 + grain, (y * 255 / side) as u8 + grain, 120 + grain])
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 80);
    photo.write_with_encoder(encoder).unwrap();
    bytes
}
