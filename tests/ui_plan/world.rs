//! A small world to draw: a catalogue, six groups, meetings made by the engine itself. Always the same day, and nothing read from
//! `content/`, so that authors can change it freely.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use egui_kittest::Harness;
use lembar::{
    engine::{
        attendance::{Counts, Status},
        command::{Command, StartPlan, decide},
        event::{Event, MeetingKind, Presenter, Record, Setup},
        history::{MeetingSummary, last_closed, summary},
        ids::{GroupId, MeetingId, ParticipantId, SessionId},
        learn::{Faq, Learn, Technique},
        minutes::{MeetingMinutes, meeting_minutes},
        office::{Office, Told, report_data},
        overview::{Overview, overview},
        plan::run_sheet,
        preflight::Battery,
        roster::{Group, Member, Participant},
        roster_import::Proposal,
        scene::{StageScene, stage_scene},
        session::{Game, Module, Role, Session, Step},
        state::State,
        time::{DayMinute, Ms, Now, Wall},
    },
    ui::{
        console::console_ui,
        drafts::Drafts,
        intent::{Intent, Screen},
        textures::Textures,
        theme,
        view::{
            CheckView, Choice, ChoosingRow, ChoosingView, DamagedView, DataView, Devices, HallView, ImportView,
            MeetingView, MusicView, Notice, OfficeView, PastView, PrepareHint, ResumeOffer, RollCursor,
            RosterImportView, RowKind, SoundView, View, YellView,
        },
    },
};

use crate::lesson::Lesson;

/// Sabtu, 21 November 2026, 08.20.
pub(crate) const TODAY: Wall = Wall(1_795_219_200_000 + 500 * 60_000);
/// Of the harness, on every side, points.
const MARGIN: f32 = 8.0;
const DAY_MS: i64 = 86_400_000;

const DEMO: &str = "Kelompok Melati";
const NAMES: [&str; 24] = [
    "Siti Rohayati",
    "Ni Wayan Sukerti",
    "Butet Simanjuntak",
    "Maria Goreti Bria",
    "Nurjannah Daeng Bau",
    "Yuliana Wenda",
    "Tuminah",
    "Euis Kartikasari",
    "Ester Rumbiak",
    "Halimatussakdiah",
    "Dayang Norsiah",
    "Kristina Lahagu",
    "Ponirah Lestari",
    "Upik Rosmaniar",
    "Fransiska Kewa",
    "Baiq Sumiati",
    "Meity Tumbelaka",
    "Lilis Komalasari",
    "Salmah Bahtiar",
    "Rambu Ana Mbitu",
    "Sri Wahyuningsih",
    "Norlaila Hadijah",
    "Veronika Tandi",
    "Waode Hasnia",
];
/// Module, label, title.
const SESSIONS: [(Module, &str, &str); 12] = [
    (Module::M1, "M1-S1", "Menjadi Orang Tua yang Lebih Baik"),
    (Module::M1, "M1-S2", "Memahami Perkembangan dan Perilaku Anak"),
    (Module::M1, "M1-S3", "Memahami Cara Anak Usia Dini Belajar"),
    (Module::M1, "M1-S4", "Membantu Anak Sukses di Sekolah"),
    (Module::M2, "M2-S1", "Mengelola Keuangan Keluarga"),
    (Module::M2, "M2-S2", "Cermat Meminjam dan Menabung"),
    (Module::M2, "M2-S3", "Memulai Usaha"),
    (Module::M3, "M3-S1", "Pentingnya Gizi dan Layanan Kesehatan Ibu Hamil"),
    (Module::M3, "M3-S2", "Pentingnya Gizi untuk Ibu Menyusui dan Balita"),
    (Module::M3, "M3-S3", "Kesakitan pada Anak dan Kesehatan Lingkungan"),
    (Module::M5, "M5-S1", "Pelayanan bagi Penyandang Disabilitas Berat"),
    (Module::M6, "M6-S6", "Pemenuhan Kesejahteraan Bayi Baru Lahir dan Ibu Menyusui"),
];
/// Title, minutes, weight, must-do, role.
const STEPS: [(&str, u16, u8, bool, Role); 10] = [
    ("Pembukaan", 10, 2, true, Role::Opening),
    ("Tinjau ulang dan praktik di rumah", 10, 3, true, Role::Recall),
    ("Tujuan dan pertanyaan pembuka", 10, 3, false, Role::Plain),
    ("Inti 1: materi dengan lembar balik", 25, 8, true, Role::Plain),
    ("Permainan penyegar", 5, 1, false, Role::IceBreaker),
    ("Inti 2: diskusi kelompok dan bermain peran", 25, 8, true, Role::Plain),
    ("Inti 3: praktik", 10, 5, false, Role::Plain),
    ("Rangkuman dan cek pemahaman", 10, 3, true, Role::Plain),
    ("Rencana aksi dan praktik di rumah", 5, 1, true, Role::Plain),
    ("Info PKH, daftar hadir, dan penutup", 10, 2, true, Role::Closing),
];

/// Everything a [`View`] borrows from.
pub(crate) struct World {
    pub(crate) screen: Screen,
    pub(crate) groups: Vec<Group>,
    pub(crate) meetings: Vec<MeetingSummary>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) games: Vec<Game>,
    pub(crate) demo: Option<(String, usize)>,
    pub(crate) resume: Option<ResumeOffer>,
    pub(crate) running: Option<Held>,
    pub(crate) past: Option<(MeetingId, Held, u64)>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) dark: bool,
    pub(crate) prepare: Option<PrepareHint>,
    pub(crate) guests: Vec<Presenter>,
    pub(crate) damaged: Option<(PathBuf, Vec<String>)>,
    pub(crate) check: Option<CheckView>,
    pub(crate) testing: bool,
    pub(crate) loudspeakers: Vec<String>,
    pub(crate) office: Office,
    pub(crate) import: Gathered,
    /// File, what it would change, members without a group.
    pub(crate) roster_import: Option<(String, Proposal, usize)>,
    pub(crate) data: Option<Kept>,
    pub(crate) own: BTreeSet<SessionId>,
    pub(crate) drafts: Drafts,
    pub(crate) asked: Vec<Intent>,
    pub(crate) lesson: Option<Lesson>,
    textures: Textures,
}

/// Own material on its way in.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) items: Vec<(String, String)>,
    pub(crate) problems: Vec<String>,
    pub(crate) pages: usize,
    pub(crate) doing: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) own: Vec<(SessionId, String)>,
    pub(crate) choosing: Option<Chosen>,
}

/// A folder being chosen from.
pub(crate) struct Chosen {
    pub(crate) choice: Choice,
    pub(crate) places: Vec<(String, bool)>,
    pub(crate) rows: Vec<ChoosingRow>,
}

/// Some places and files.
pub(crate) fn chosen() -> Chosen {
    let row = |name: &str, what, size: &str, marked| ChoosingRow { name: name.into(), what, size: size.into(), marked };
    Chosen {
        choice: Choice::Files,
        places: [("Unduhan", false), ("Dokumen", false), ("Folder saya", false), ("STIK SARI", true)]
            .map(|(name, drive)| (name.to_owned(), drive))
            .to_vec(),
        rows: vec![
            row("Posyandu", RowKind::Folder, "", false),
            row("Gizi ibu.pdf", RowKind::Pdf, "4,2 MB", true),
            row("IMG-20261120-WA0003.jpg", RowKind::Photo, "212 kB", false),
            row("Lagu cuci tangan.mp3", RowKind::Sound, "3,1 MB", false),
            row("Video posyandu.mp4", RowKind::Clip, "38 MB", false),
        ],
    }
}

impl Gathered {
    fn view(&self) -> ImportView<'_> {
        ImportView {
            items: &self.items,
            problems: &self.problems,
            pages: self.pages,
            doing: self.doing.as_deref(),
            error: self.error.as_deref(),
            own: &self.own,
            choosing: self.choosing.as_ref().map(|chosen| ChoosingView {
                choice: chosen.choice,
                folder: "/home/sari/Unduhan",
                up: true,
                places: &chosen.places,
                rows: &chosen.rows,
                marked: chosen.rows.iter().filter(|row| row.marked).count(),
                remark: None,
                file: "gizi.lembar",
            }),
        }
    }
}

/// For the screen of the data as a whole.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) days: Vec<String>,
    pub(crate) doing: Option<String>,
    pub(crate) told: Option<(bool, String)>,
    pub(crate) question: Option<String>,
    pub(crate) refused: Option<&'static str>,
}

impl Kept {
    fn view(&self) -> DataView<'_> {
        DataView {
            copies: Some(&self.days),
            doing: self.doing.as_deref(),
            stoppable: self.doing.is_some(),
            told: self.told.as_ref().map(|(well, words)| (*well, words.as_str())),
            question: self.question.as_deref(),
            month: "November 2026",
            later: false,
            refused: self.refused,
            choosing: None,
        }
    }
}

/// A meeting with its journal.
pub(crate) struct Held {
    pub(crate) log: Vec<Record>,
    pub(crate) state: State,
    pub(crate) minutes: MeetingMinutes,
    scene: StageScene,
}

impl World {
    /// Nothing yet: the first start.
    pub(crate) fn new() -> Self {
        Self {
            screen: Screen::Home,
            groups: Vec::new(),
            meetings: Vec::new(),
            demo: Some((DEMO.into(), NAMES.len())),
            sessions: SESSIONS.map(session).to_vec(),
            games: Vec::new(),
            resume: None,
            running: None,
            past: None,
            notices: Vec::new(),
            dark: false,
            prepare: None,
            guests: Vec::new(),
            damaged: None,
            check: None,
            testing: false,
            office: Office::default(),
            loudspeakers: Vec::new(),
            import: Gathered::default(),
            roster_import: None,
            data: None,
            own: BTreeSet::new(),
            drafts: Drafts::default(),
            asked: Vec::new(),
            lesson: None,
            textures: Textures::default(),
        }
    }

    /// Six groups, the demo group first, with some meetings behind them.
    pub(crate) fn busy() -> Self {
        let mut world = Self::new();
        let others = [
            ("Kelompok Anggrek Bulan", "Posyandu Dusun II Sukamaju", 27),
            ("Kelompok Cempaka", "Rumah Ibu Tuminah", 19),
            ("Kelompok Kenanga Desa Mekarsari Barat", "Aula kantor kelurahan Mekarsari", 33),
            ("Kelompok Mawar", "Balai RW 07", 22),
            ("Kelompok Teratai", "", 15),
        ];
        let own = NAMES.map(str::to_owned);
        world.groups.push(group(1, DEMO, "Balai warga RW 03", &own, true));
        for (id, (name, place, size)) in (2..).zip(others) {
            let second = own.iter().map(|name| format!("{name} Putri"));
            let names: Vec<String> = own.iter().cloned().chain(second).take(size).collect();
            world.groups.push(group(id, name, place, &names, false));
        }
        for (id, (group, session, days)) in (1..).zip([(2, 0, 68), (3, 0, 61), (2, 1, 33), (4, 9, 25), (3, 10, 12)]) {
            let opened = TODAY.plus_ms(-days * DAY_MS);
            let held = world.hold(GroupId(group), session, opened, true);
            world.meetings.insert(0, summary(MeetingId(id), &held.state));
        }
        world.demo = None;
        world
    }

    /// `groups` groups that met once in each of the last `months` months, half of them this month too; marks by a fixed pattern.
    pub(crate) fn grown(groups: i64, months: i64) -> Self {
        const NAMED: [&str; 10] = [
            "Anggrek",
            "Cempaka",
            "Dahlia",
            "Flamboyan",
            "Kenanga",
            "Mawar",
            "Melur",
            "Seroja",
            "Teratai",
            "Wijaya Kusuma",
        ];
        let mut world = Self::new();
        let own = NAMES.map(str::to_owned);
        let second = own.iter().map(|name| format!("{name} Putri"));
        let people: Vec<String> = own.iter().cloned().chain(second).take(30).collect();
        for id in 1..=groups {
            let name = NAMED[(id - 1) as usize % NAMED.len()];
            let place = ["Balai RW 07", "Posyandu Dusun II Sukamaju", "", "Rumah Ibu Tuminah"][id as usize % 4];
            let name = format!("Kelompok {name} {}", 1 + (id - 1) / NAMED.len() as i64);
            let hour = (id % 3 > 0).then_some(DayMinute(540 + 30 * (id % 3) as u16));
            world.groups.push(Group { hour, ..group(id, &name, place, &people, false) });
        }
        for month in (0..months).rev() {
            for id in (1..=groups).filter(|id| month > 0 || id % 2 == 0) {
                let back = (month, id + 20 - groups.min(20));
                world.meetings.insert(0, world.met(id, back, (months - 1 - month) as usize));
            }
        }
        world.demo = None;
        world
    }

    /// A closed meeting so many months and days ago: everybody is marked, one in six (and the last two, twice) stayed away.
    fn met(&self, group: i64, (months, days): (i64, i64), number: usize) -> MeetingSummary {
        let opened = TODAY.plus_ms(-(months * 30 + days) * DAY_MS);
        let group = &self.groups[group as usize - 1];
        let session = &self.sessions[number % self.sessions.len()];
        let share = 3 + (group.id.0 as usize * 7 + number * 5) % 4;
        let status = |n: usize| match (n * 31 + number * 17 + group.id.0 as usize * 13) % 6 {
            kind if kind < share => Status::Present,
            4 => Status::Sick,
            5 if n.is_multiple_of(2) => Status::Excused,
            _ => Status::Absent,
        };
        let marks: Vec<_> = group.members.iter().enumerate().map(|(n, member)| (member.id, Some(status(n)))).collect();
        MeetingSummary {
            id: MeetingId(1000 + self.meetings.len() as i64),
            group: group.id,
            session: session.id.clone(),
            title: session.title.clone(),
            kind: MeetingKind::Live,
            opened,
            began: Some(opened),
            closed: Some(opened.plus_ms(7_200_000)),
            counts: Counts::of(marks.iter().map(|(_, status)| *status)),
            home_practice: String::new(),
            home_question: String::new(),
            promise: String::new(),
            next: None,
            marks,
        }
    }

    /// A meeting of `group`, run through with uneven steps; closed or still open at its last step.
    pub(crate) fn hold(&self, group: GroupId, session: usize, opened: Wall, closed: bool) -> Held {
        let group = self.groups.iter().find(|known| known.id == group).expect("a group");
        let session = &self.sessions[session];
        let last = last_closed(&self.meetings, group.id).map(MeetingSummary::as_last);
        let setup = Setup {
            kind: MeetingKind::Live,
            group: group.id,
            group_name: group.name.clone(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length: 120,
            start: Some(DayMinute(510)),
            end: Some(DayMinute(630)),
            place: group.place.clone(),
            presenters: vec![
                Presenter { name: "Rina Marlina".into(), agency: "Pendamping PKH".into(), steps: Vec::new() },
                Presenter { name: "Bidan Yuni".into(), agency: "Puskesmas Sukamaju".into(), steps: vec![3, 5] },
            ],
            participants: group.participants(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: false,
        };
        let sheet = run_sheet(session, 120, last.as_ref());
        let steps = sheet.steps.len() as u64;
        let mut script = Script::open(setup, sheet, opened);
        script.ask(10, &Command::Start(StartPlan::Full));
        script.ask(4, &Command::CountHeads(group.active() as u16 - 2));
        for step in 1..steps {
            let planned = script.held.state.sheet.steps[step as usize - 1].planned.round_minutes();
            script.ask(planned + step * 7 % 5 - 2, &Command::BeginStep(step as u16));
            if step == 3 {
                script.ask(1, &Command::AddNote("Bu Euis belum menerima kartu, tanyakan ke bank minggu depan.".into()));
            }
        }
        script.ask(6, &Command::MarkAllPresent);
        for (row, status) in [(3, 1), (8, 2), (15, 3)] {
            let who = script.held.state.roll[row].who;
            script.ask(0, &Command::Mark(who, Some(Status::ALL[status])));
        }
        for row in if closed { 0..0 } else { 17..20 } {
            let who = script.held.state.roll[row].who;
            script.ask(0, &Command::Mark(who, None));
        }
        if closed {
            script.ask(3, &Command::Close);
        }
        script.held.minutes = meeting_minutes(&script.held.log, &script.held.state);
        script.held
    }

    /// A rehearsal of the first session, begun.
    pub(crate) fn rehearse(&self) -> Script {
        let session = &self.sessions[0];
        let people = (1_i64..).zip(NAMES);
        let setup = Setup {
            kind: MeetingKind::Rehearsal,
            group: GroupId::REHEARSAL,
            group_name: lembar::text::rehearse::GROUP.into(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length: 120,
            start: None,
            end: None,
            place: String::new(),
            presenters: Vec::new(),
            participants: people
                .map(|(n, name)| Participant { id: ParticipantId(-n), name: name.to_owned() })
                .collect(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: false,
        };
        let mut script = Script::open(setup, run_sheet(session, 120, None), TODAY);
        script.ask(1, &Command::Start(StartPlan::Full));
        script
    }

    fn overview(&self) -> Arc<Overview> {
        let catalogue: Vec<SessionId> = self.sessions.iter().map(|session| session.id.clone()).collect();
        Arc::new(overview(&self.groups, &self.meetings, &catalogue, TODAY))
    }

    /// Draws it, keeping what was asked for.
    pub(crate) fn draw(&mut self, ui: &mut egui::Ui) {
        let cursor = RollCursor::default();
        let now = |held: &Held| Now { at: held.state.last_at, wall: held.state.last_wall };
        let session = |held: &Held| {
            self.sessions.iter().find(|session| session.id == held.state.setup.session).expect("a session")
        };
        let report = self.past.as_ref().map(|(id, held, _)| {
            let group = self.groups.iter().find(|group| group.id == held.state.setup.group);
            let told = Told {
                id: *id,
                state: &held.state,
                minutes: &held.minutes,
                number: 1,
                group,
                module_title: "Pengasuhan",
            };
            report_data(&told, &self.office)
        });
        let view = View {
            screen: &self.screen,
            wall: TODAY,
            overview: (self.screen == Screen::Home).then(|| self.overview()),
            groups: &self.groups,
            archived: &[],
            numbers: lembar::ui::view::NumbersView::default(),
            meetings: &self.meetings,
            sessions: &self.sessions,
            games: &self.games,
            demo: self.demo.as_ref().map(|(name, members)| (name.as_str(), *members)),
            resume: self.resume.clone(),
            study: self
                .lesson
                .as_ref()
                .filter(|_| self.screen == Screen::Learn)
                .map(|lesson| lesson.study(&self.sessions)),
            daily: (self.screen == Screen::Home).then_some(lembar::ui::view::DailyView { today: 5, tomorrow: 3 }),
            ready: None,
            review: self.lesson.as_ref().map(|lesson| lesson.review(&self.sessions[0])),
            meeting: self.running.as_ref().map(|held| MeetingView {
                card: self.lesson.as_ref().and_then(Lesson::card),
                state: &held.state,
                now: now(held),
                durable_seq: held.state.seq,
                session: session(held),
                scene: &held.scene,
                stage_size: (1024, 768),
                overlay: None,
                roll: &cursor,
                minutes: Some(&held.minutes),
                yell: YellView::default(),
                clip: None,
                song: None,
                rejection: None,
            }),
            past: self.past.as_ref().map(|(id, held, durable)| PastView {
                id: *id,
                state: Some(&held.state),
                minutes: Some(&held.minutes),
                durable_seq: *durable,
                roll: &cursor,
                overlay: None,
                rejection: None,
                photos: lembar::ui::view::PhotosView::default(),
            }),
            notices: &self.notices,
            devices: Devices {
                projector: true,
                sound: true,
                battery: Some(Battery { percent: 84, charger: Some(false) }),
            },
            hall: HallView { testing: self.testing, ..HallView::default() },
            sound: SoundView { names: &self.loudspeakers, default: None, chosen: None },
            music: MusicView::default(),
            check: self.check.clone(),
            dark: self.dark,
            script_points: 20.0,
            prepare: self.prepare.clone(),
            guests: &self.guests,
            office: OfficeView {
                office: &self.office,
                back: None,
                saved: Some(true),
                can_undo: true,
                making: false,
                made: None,
                report: report.as_ref(),
            },
            import: (self.screen == Screen::Import).then(|| self.import.view()),
            roster_import: self.roster_import.as_ref().map(|(file, proposal, unnamed)| RosterImportView {
                file,
                proposal: Some(proposal),
                unnamed: *unnamed,
                ..RosterImportView::default()
            }),
            data: self.data.as_ref().map(Kept::view),
            edit: None,
            own: &self.own,
            damaged: self
                .damaged
                .as_ref()
                .map(|(path, copies)| DamagedView { set_aside: path.as_path(), copies: copies.as_slice() }),
            key_echo: None,
        };
        ground(ui);
        console_ui(ui, &view, &mut self.drafts, &mut self.textures, &mut self.asked);
    }

    /// A window of it.
    pub(crate) fn open(self, width: f32, height: f32) -> Harness<'static, Self> {
        self.open_at(width, height, 1.0)
    }

    /// A window of it, `scale` pixels a point.
    pub(crate) fn open_at(self, width: f32, height: f32, scale: f32) -> Harness<'static, Self> {
        let dark = self.dark;
        // The harness puts a margin of its own around.
        let mut harness = Harness::builder()
            .with_size(egui::vec2(width + 2.0 * MARGIN, height + 2.0 * MARGIN))
            .with_pixels_per_point(scale)
            .with_context_setup(move |ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, dark);
            })
            .build_ui_state(|ui, world: &mut Self| world.draw(ui), self);
        harness.run_ok();
        harness
    }
}

fn session((module, label, title): (Module, &str, &str)) -> Session {
    let first = label == "M1-S1";
    let steps = STEPS.iter().enumerate().map(|(index, (title, minutes, weight, must, role))| Step {
        id: format!("langkah-{index}").as_str().into(),
        title: (*title).into(),
        minutes: *minutes,
        weight: *weight,
        must: *must,
        min_minutes: minutes.div_ceil(2),
        role: *role,
        check: None,
        script: Vec::new(),
        pages: Vec::new(),
    });
    Session {
        id: label.to_lowercase().as_str().into(),
        module,
        module_title: match module {
            Module::M1 => "Pengasuhan dan Pendidikan Anak",
            Module::M2 => "Pengelolaan Keuangan dan Perencanaan Usaha",
            Module::M3 => "Kesehatan dan Gizi",
            _ => "Kesejahteraan Sosial",
        }
        .into(),
        label: label.into(),
        title: title.into(),
        goal: format!("Ibu tahu pokok “{title}” dan mencobanya di rumah bersama keluarga, sedikit demi sedikit."),
        outline_only: !first,
        materials: vec!["Kertas, satu lembar untuk setiap ibu".into(), "Pensil atau krayon".into()],
        before: vec!["Undang suami ibu-ibu lewat ketua kelompok.".into()],
        home_practice: "Ibu dan Ayah mengucapkan satu kalimat baik setiap hari kepada anak.".into(),
        home_question: "Kalimat baik apa yang sudah diucapkan?".into(),
        handouts: Vec::new(),
        learn: first.then(learn),
        steps: steps.collect(),
    }
}

/// Learning material: three paragraphs of background, a technique, three questions families ask.
fn learn() -> Learn {
    let faq = [
        ("Anak saya tidak mempan kalau dilembuti. Harus dibentak dulu baru jalan.", "Cobalah untuk satu urusan saja."),
        ("Saya dulu dididik keras dan jadi orang baik.", "Kita ambil yang baik dari orang tua kita."),
        ("Ayahnya merantau. Bagaimana menjadi satu tim?", "Sepakati satu waktu menelepon, pendek tetapi tetap."),
    ];
    Learn {
        background: vec![
            "Ini sering menjadi sesi pertama sebuah kelompok. Nada Anda lebih penting daripada isinya.".into(),
            "Pesannya hanya dua: anak belajar dengan melihat kita, dan mengasuh itu kerja bersama.".into(),
            "Siapkan juga diri Anda: pilih dua cerita pendek dari masa kecil Anda.".into(),
        ],
        technique: Some(Technique::RolePlay),
        technique_note: vec!["Mainkan dua kali: dulu yang kurang baik, sebentar saja, lalu yang baik.".into()],
        questions: Vec::new(),
        faq: faq.map(|(ask, answer)| Faq { ask: ask.into(), answer: answer.into() }).to_vec(),
        checks: Vec::new(),
    }
}

fn group(id: i64, name: &str, place: &str, names: &[String], demo: bool) -> Group {
    let members = (id * 1000..).zip(names).map(|(id, name)| Member::named(ParticipantId(id), name)).collect();
    Group { id: GroupId(id), name: name.to_owned(), place: place.to_owned(), demo, members, ..Group::default() }
}

/// What the program has the window cleared with.
pub(crate) fn ground(ui: &egui::Ui) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, ui.visuals().panel_fill);
}

/// Commands with minutes between them.
pub(crate) struct Script {
    pub(crate) held: Held,
    at: Ms,
    opened: Wall,
}

impl Script {
    fn open(setup: Setup, sheet: lembar::engine::plan::RunSheet, opened: Wall) -> Self {
        let record = Record { seq: 1, at: Ms::ZERO, wall: opened, event: Event::Opened { setup, sheet } };
        let state = State::open(&record).expect("an opening record");
        let log = vec![record];
        let held = Held { minutes: meeting_minutes(&log, &state), scene: stage_scene(&state), log, state };
        Self { held, at: Ms::ZERO, opened }
    }

    /// `minutes` later, `command`.
    pub(crate) fn ask(&mut self, minutes: u64, command: &Command) {
        self.at = self.at + Ms::minutes(minutes);
        let wall = self.opened.plus_ms(self.at.0 as i64);
        let events = decide(&self.held.state, command, Now { at: self.at, wall }).expect("a possible command");
        for event in events {
            let record = Record { seq: self.held.state.seq + 1, at: self.at, wall, event };
            self.held.state.apply(&record);
            self.held.log.push(record);
        }
    }
}
