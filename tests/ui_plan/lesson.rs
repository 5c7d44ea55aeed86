//! What learning and rehearsing screens draw from, made up and always the same; and small pictures of them.

use lembar::{
    engine::{
        command::Command,
        event::MeetingKind,
        learn::Question,
        observe::Item,
        problem::{Problem, ProgramDeed, Response},
        rehearsal::{RunTimes, advice, run_times, usual},
        session::{ScriptBlock, ScriptKind, Session},
        shelf::Shelf,
        study::Readiness,
        time::Ms,
    },
    ui::{
        intent::Screen,
        view::{CardView, QuizView, ReviewView, SearchView, StudyRow, StudyView},
    },
};

use crate::{
    pictures::picture,
    world::{Held, TODAY, World},
};

/// Everything such a screen borrows from.
pub(crate) struct Lesson {
    shelf: Shelf,
    question: Question,
    /// The answer given, by index.
    chosen: Option<usize>,
    problem: Problem,
    /// The card is on the console.
    card: bool,
    runs: [RunTimes; 2],
}

impl Lesson {
    fn new(world: &World) -> Self {
        let response = |text: &str, good, why: &str| Response { text: text.to_owned(), good, why: why.to_owned() };
        let problem = Problem {
            id: "hujan".into(),
            title: "Hujan deras di atap seng".into(),
            situation: "Suara Anda tidak terdengar sampai baris belakang.".into(),
            deed: Some(ProgramDeed::Game),
            choices: vec![
                response("Minta ibu-ibu merapat dan lanjutkan", true, "Dekat lebih mudah daripada keras."),
                response("Berteriak sampai hujan reda", false, "Suara habis dan tidak ada yang mengikuti."),
            ],
        };
        let items = ["Tujuan terasa", "Waktu", "Sikap menghargai"].map(|title| Item {
            id: title.to_lowercase().as_str().into(),
            title: title.to_owned(),
            levels: ["Belum tampak", "Kadang-kadang", "Hampir selalu", "Sangat baik"].map(str::to_owned),
        });
        let shelf = Shelf {
            techniques: Vec::new(),
            glossary: Vec::new(),
            problems: vec![problem.clone()],
            observation: items.to_vec(),
        };
        let question = Question {
            ask: "Apa yang paling kuat membentuk sikap anak kecil?".into(),
            choices: ["Nasihat panjang", "Contoh setiap hari", "Hadiah", "Hukuman"].map(str::to_owned).to_vec(),
            answer: 1,
            why: "Anak meniru apa yang dilihatnya. Nasihat baru berguna kalau cocok dengan contohnya.".into(),
        };
        let runs = [0, 4].map(|late| run_times(&whole(world, late).log).expect("a run"));
        Self { shelf, question, chosen: None, problem, card: false, runs }
    }

    /// The learning screen.
    pub(crate) fn study<'a>(&'a self, sessions: &'a [Session]) -> StudyView<'a> {
        let row =
            |n: usize| StudyRow { readiness: if n == 0 { Readiness::Read } else { Readiness::Unread }, best: None };
        StudyView {
            shelf: &self.shelf,
            chosen: sessions.first(),
            rows: (0..sessions.len()).map(row).collect(),
            today: 5,
            runs: Vec::new(),
            sheet: None,
            quiz: Some(QuizView {
                session: sessions.first().map(|session| &session.id),
                question: Some(&self.question),
                of_session: "Menjadi Orang Tua yang Lebih Baik",
                number: 3,
                of: 10,
                chosen: self.chosen,
                right: 2,
                missed: Vec::new(),
            }),
            search: SearchView { answered: None, groups: &[], at: 0, opened: None },
        }
    }

    /// The card on the console.
    pub(crate) fn card(&self) -> Option<CardView<'_>> {
        self.card.then_some(CardView { problem: &self.problem, chosen: self.chosen, done: false })
    }

    /// A run beside an earlier rehearsal.
    pub(crate) fn review<'a>(&'a self, session: &'a Session) -> ReviewView<'a> {
        let [this, earlier] = &self.runs;
        ReviewView {
            items: &self.shelf.observation,
            observed: vec![(TODAY, 32)],
            filled: None,
            meeting: lembar::engine::ids::MeetingId(9),
            session: &session.id,
            title: &session.title,
            steps: session.steps.iter().map(|step| step.title.clone()).collect(),
            planned: session.steps.iter().map(|step| step.minutes).collect(),
            advice: advice(this),
            learned: lembar::engine::rehearsal::learned(session, &self.runs.each_ref()),
            usual: [
                this.steps.iter().map(|step| usual([earlier], &step.id)).collect(),
                this.steps.iter().map(|_| None).collect(),
            ],
            this,
            uses_learned: false,
        }
    }
}

/// A rehearsal of the first session, whose steps take a little more or less than planned, `late` minutes more in the fourth; closed.
fn whole(world: &World, late: u64) -> Held {
    let mut script = world.rehearse();
    let steps = script.held.state.sheet.steps.len();
    for step in 1..steps as u64 {
        let planned = script.held.state.sheet.steps[step as usize - 1].planned.round_minutes();
        let took = planned + step * 5 % 4 - 1 + if step == 4 { 9 - late } else { 0 };
        script.ask(took, &Command::Next);
    }
    script.ask(7, &Command::Close);
    script.held
}

fn lesson(screen: Screen, change: impl FnOnce(&mut Lesson)) -> World {
    let mut world = World::new();
    world.sessions[0].steps[0].script = [
        (ScriptKind::Do, "Sambut setiap ibu di pintu dan sebut namanya."),
        (
            ScriptKind::Say,
            "Selamat datang, Ibu-ibu. Terima kasih sudah datang. Hari ini kita bercerita tentang anak kita.",
        ),
        (ScriptKind::Ask, "Siapa yang pagi ini sudah memeluk anaknya?"),
    ]
    .map(|(kind, text)| ScriptBlock { kind, text: text.to_owned(), when: String::new() })
    .to_vec();
    let mut lesson = Lesson::new(&world);
    change(&mut lesson);
    if screen == Screen::Deliver {
        let mut script = world.rehearse();
        script.ask(3, &Command::AddNote("Coba lagi dengan suara lebih pelan.".into()));
        world.running = Some(script.held);
    }
    world.screen = screen;
    world.lesson = Some(lesson);
    world
}

#[test]
fn quiz() {
    picture(lesson(Screen::Learn, |lesson| lesson.chosen = Some(2)), "quiz");
}

#[test]
fn review() {
    let world = lesson(Screen::Review(lembar::engine::ids::MeetingId(9)), |_| {});
    let [this, earlier] = &world.lesson.as_ref().unwrap().runs;
    assert!(this.complete() && this.kind == MeetingKind::Rehearsal);
    let fourth = |run: &RunTimes| run.steps[3].took.unwrap();
    assert_eq!(fourth(this).saturating_sub(fourth(earlier)), Ms::minutes(4));
    picture(world, "review");
}

#[test]
fn problem_card() {
    picture(lesson(Screen::Deliver, |lesson| lesson.card = true), "card");
}

#[test]
fn problem_card_answered_in_the_dark() {
    let mut world = lesson(Screen::Deliver, |lesson| {
        lesson.card = true;
        lesson.chosen = Some(1);
    });
    world.dark = true;
    picture(world, "card-answered");
}

#[test]
fn prompter() {
    let mut world = lesson(Screen::Deliver, |_| {});
    world.drafts.prompter.open = true;
    picture(world, "prompter");
}
