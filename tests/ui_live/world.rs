//! A meeting to draw: engine, drafts and pictures together, without an app around them. Intents that are commands are carried out, the others
//! are kept for the tests to look at.

use std::collections::{BTreeSet, VecDeque};

use egui_kittest::Harness;
use lembar::{
    engine::{
        attendance::{Attendee, Status},
        command::{Command, StartPlan, decide},
        event::{Event, MeetingKind, Record, Setup},
        history::LastMeeting,
        ids::{GroupId, MeetingId, ParticipantId, SessionId},
        minutes::MeetingMinutes,
        plan::run_sheet,
        preflight::Battery,
        roster::Participant,
        scene::{PictureKey, StageScene, stage_scene},
        session::{Game, Session},
        state::State,
        time::{DayMinute, Ms, Now, Wall},
    },
    text::deliver::INTRODUCTIONS_PAGE,
    ui::{
        console::console_ui,
        drafts::Drafts,
        intent::{Intent, Overlay, RollKey, Screen},
        stage::{LastGood, Wall as Shown, projector_ui},
        textures::Textures,
        theme,
        view::{
            ClipView, Devices, Displays, HallView, MeetingView, MusicView, RollCursor, RollField, SoundView, View,
            YellView,
        },
    },
};

/// None is the facilitator's own here.
static NO_SESSIONS: BTreeSet<SessionId> = BTreeSet::new();

/// Saturday, 21 November 2026, 09.00.
const NINE: i64 = 1_795_219_200_000 + 9 * 3_600_000;

/// The laptop the console is made for, and the smallest it is whole on.
pub(crate) const LARGE: [f32; 2] = [1366.0, 768.0];
pub(crate) const SMALL: [f32; 2] = [1024.0, 600.0];

/// Makes a picture of a key.
pub(crate) type Painter = Box<dyn Fn(&PictureKey) -> Option<Vec<u8>>>;

/// Everything a screen is drawn from.
pub(crate) struct World {
    pub(crate) session: Session,
    pub(crate) games: Vec<Game>,
    pub(crate) state: State,
    /// Minutes after nine, in milliseconds.
    pub(crate) ms: u64,
    pub(crate) durable: u64,
    pub(crate) screen: Screen,
    pub(crate) overlay: Option<Overlay>,
    pub(crate) roll: RollCursor,
    pub(crate) drafts: Drafts,
    pub(crate) devices: Devices,
    pub(crate) hall: HallView<'static>,
    pub(crate) yell: YellView<'static>,
    pub(crate) minutes: Option<MeetingMinutes>,
    pub(crate) clip: Option<ClipView>,
    pub(crate) dark: bool,
    pub(crate) points: f32,
    pub(crate) stage_size: (u32, u32),
    pub(crate) echo: Option<String>,
    pub(crate) song: Option<bool>,
    pub(crate) music: MusicView,
    pub(crate) rejection: Option<String>,
    pub(crate) textures: Textures,
    pub(crate) last: LastGood,
    pub(crate) painter: Painter,
    /// Whether wishes are answered.
    pub(crate) answers: bool,
    /// What was asked for, oldest first.
    pub(crate) asked: VecDeque<Intent>,
    /// What the last pass returned.
    pub(crate) stays: Option<std::time::Duration>,
}

/// How a meeting begins.
pub(crate) struct Opening {
    pub(crate) members: Vec<String>,
    pub(crate) start: Option<DayMinute>,
    pub(crate) end: Option<DayMinute>,
    pub(crate) last: Option<LastMeeting>,
}

impl World {
    pub(crate) fn open(session: Session, games: Vec<Game>, opening: &Opening, painter: Painter) -> Self {
        let person = |(id, name): (i64, &String)| Participant { id: ParticipantId(id), name: name.clone() };
        let setup = Setup {
            kind: MeetingKind::Live,
            group: GroupId(1),
            group_name: "Kelompok Melati".into(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length: 120,
            start: opening.start,
            end: opening.end,
            place: "Balai warga RW 03".into(),
            presenters: Vec::new(),
            participants: (1..).zip(&opening.members).map(person).collect(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: false,
        };
        let sheet = run_sheet(&session, 120, opening.last.as_ref()).introductions_called(INTRODUCTIONS_PAGE);
        let event = Event::Opened { setup, sheet };
        let record = Record { seq: 1, at: Ms::ZERO, wall: Wall(NINE), event };
        Self {
            state: State::open(&record).unwrap(),
            session,
            games,
            ms: 0,
            durable: u64::MAX,
            screen: Screen::Deliver,
            overlay: None,
            roll: RollCursor::default(),
            drafts: Drafts::default(),
            devices: Devices {
                projector: true,
                sound: true,
                battery: Some(Battery { percent: 84, charger: Some(false) }),
            },
            yell: YellView::default(),
            minutes: None,
            clip: None,
            hall: HallView { displays: Displays::Extended, ..HallView::default() },
            dark: false,
            points: 22.0,
            stage_size: (1280, 720),
            echo: None,
            song: None,
            music: MusicView::default(),
            rejection: None,
            textures: Textures::default(),
            last: LastGood::default(),
            painter,
            answers: true,
            asked: VecDeque::new(),
            stays: None,
        }
    }

    pub(crate) fn now(&self) -> Now {
        Now { at: Ms(self.ms), wall: Wall(NINE + self.ms as i64) }
    }

    /// Time passes until `minutes` after nine.
    pub(crate) fn at(&mut self, minutes: f64) -> &mut Self {
        self.ms = (minutes * 60_000.0) as u64;
        self
    }

    /// Carries out a command that must be possible.
    #[allow(clippy::needless_pass_by_value, reason = "tests name commands where they use them")]
    pub(crate) fn run(&mut self, command: Command) -> &mut Self {
        let events = decide(&self.state, &command, self.now()).unwrap_or_else(|no| panic!("{command:?}: {no}"));
        for event in events {
            let now = self.now();
            let record = Record { seq: self.state.seq + 1, at: now.at, wall: now.wall, event };
            self.state.apply(&record);
        }
        self
    }

    pub(crate) fn start(&mut self) -> &mut Self {
        self.run(Command::Start(StartPlan::Full))
    }

    /// Goes on to the step with this index at once.
    pub(crate) fn step(&mut self, step: u16) -> &mut Self {
        self.run(Command::BeginStep(step))
    }

    pub(crate) fn mark(&mut self, row: usize, status: Status) -> &mut Self {
        let who: Attendee = self.state.roll[row].who;
        self.run(Command::Mark(who, Some(status)))
    }

    pub(crate) fn scene(&self) -> StageScene {
        stage_scene(&self.state)
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let scene = self.scene();
        let now = self.now();
        let meeting = MeetingView {
            card: None,
            state: &self.state,
            now,
            durable_seq: self.durable,
            session: &self.session,
            scene: &scene,
            stage_size: self.stage_size,
            overlay: self.overlay,
            roll: &self.roll,
            minutes: self.minutes.as_ref(),
            yell: self.yell,
            clip: self.clip,
            song: self.song,
            rejection: self.rejection.as_deref(),
        };
        let office = lembar::engine::office::Office::default();
        let view = View {
            study: None,
            daily: None,
            ready: None,
            review: None,
            screen: &self.screen,
            wall: now.wall,
            overview: None,
            groups: &[],
            archived: &[],
            numbers: lembar::ui::view::NumbersView::default(),
            meetings: &[],
            sessions: &[],
            games: &self.games,
            demo: None,
            resume: None,
            meeting: Some(meeting),
            past: None,
            notices: &[],
            devices: self.devices,
            hall: self.hall,
            sound: SoundView::default(),
            music: self.music,
            check: None,
            dark: self.dark,
            script_points: self.points,
            prepare: None,
            guests: &[],
            office: lembar::ui::view::OfficeView {
                office: &office,
                back: None,
                saved: None,
                can_undo: false,
                making: false,
                made: None,
                report: None,
            },
            import: None,
            roster_import: None,
            data: None,
            edit: None,
            own: &NO_SESSIONS,
            damaged: None,
            key_echo: self.echo.as_deref(),
        };
        let mut out = Vec::new();
        // The program has the window cleared with it.
        ui.painter().rect_filled(ui.max_rect(), 0.0, ui.visuals().panel_fill);
        self.stays = console_ui(ui, &view, &mut self.drafts, &mut self.textures, &mut out);
        for intent in out {
            self.carry_out(&intent);
            self.asked.push_back(intent);
        }
        self.answer(ui.ctx());
    }

    fn carry_out(&mut self, intent: &Intent) {
        match intent {
            Intent::Overlay(overlay) => self.overlay = *overlay,
            Intent::Go(screen) => self.screen = screen.clone(),
            Intent::Roll(RollKey::Move(by)) => self.roll.row = self.roll.row.saturating_add_signed((*by).into()),
            Intent::Roll(RollKey::Edge(_)) => self.roll.row = 0,
            Intent::Roll(RollKey::Search) => self.roll.open = Some(RollField::Search),
            Intent::Roll(RollKey::WalkIn) => self.roll.open = Some(RollField::WalkIn),
            Intent::Escape => {
                self.roll.open = None;
            }
            Intent::Meeting(command) if decide(&self.state, command, self.now()).is_ok() => {
                self.run(command.clone());
            }
            _ => {}
        }
    }

    fn answer(&mut self, ctx: &egui::Context) {
        let wishes = self.textures.take_wishes();
        for key in wishes.into_iter().filter(|_| self.answers) {
            if let Some(rgba) = (self.painter)(&key) {
                self.textures.insert(ctx, key, &rgba);
                ctx.request_repaint();
            }
        }
    }

    /// The console in a window of this size.
    pub(crate) fn console(self, size: [f32; 2]) -> Harness<'static, Self> {
        self.console_at(size, 1.0)
    }

    /// The same with this many pixels a point.
    pub(crate) fn console_at(self, size: [f32; 2], pixels_per_point: f32) -> Harness<'static, Self> {
        let dark = self.dark;
        Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .with_max_steps(24)
            .with_context_setup(move |ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, dark);
            })
            .build_ui_state(|ui, world: &mut Self| world.draw(ui), self)
    }

    /// The stage in a window of its own.
    pub(crate) fn stage(self, size: [f32; 2]) -> Harness<'static, Self> {
        Harness::builder()
            .with_size(size)
            .with_max_steps(24)
            .with_context_setup(|ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, false);
            })
            .build_ui_state(
                |ui, world: &mut Self| {
                    let wall = Shown::Scene(world.scene());
                    let at = world.now().at;
                    world.stays = projector_ui(ui, &wall, &mut world.textures, &mut world.last, at);
                    world.answer(ui.ctx());
                },
                self,
            )
    }
}

/// Every text the last pass painted, with its colour, whether or not it can be read out.
pub(crate) fn painted(harness: &Harness<'_, World>) -> Vec<(String, egui::Color32)> {
    fn collect(shape: &egui::Shape, found: &mut Vec<(String, egui::Color32)>) {
        match shape {
            egui::Shape::Text(text) => {
                let ink = text.galley.job.sections.first().map_or(text.fallback_color, |section| section.format.color);
                found.push((text.galley.job.text.clone(), ink));
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}

/// What the group did last time.
pub(crate) fn last_meeting() -> LastMeeting {
    LastMeeting {
        session: SessionId::from("m1-s2"),
        title: "Memahami Perilaku Anak".into(),
        wall: Wall(NINE - 28 * 86_400_000),
        home_practice: "Memuji anak dengan menyebut perbuatannya, satu kali setiap hari.".into(),
        home_question: "Apa yang Ibu puji dari anak bulan ini? Bagaimana wajahnya?".into(),
        promise: String::new(),
        meeting: Some(MeetingId(1)),
        recap: None,
    }
}
