//! Tests of the engine as a whole: a meeting driven command by command, without clock, disk or window.

mod allot;
mod boards;
mod json;
mod office;
mod overview;
mod properties;
mod random;
mod rehearsal;
mod roster;
mod script;
mod script_clip;
mod script_desk;
mod script_evidence;
mod script_hands;
mod script_roll;
mod script_stage;
mod script_timing;
mod simulation;
mod study;

use super::{
    command::{Command, Rejection, decide},
    event::{Event, MeetingKind, Record, Setup},
    history::LastMeeting,
    ids::{GroupId, MeetingId, ParticipantId},
    plan::{RunSheet, run_sheet},
    roster::Participant,
    session::{Module, Page, Role, ScriptBlock, ScriptKind, Session, Step},
    state::State,
    time::{DayMinute, Now, Wall},
};

/// Facilitator-only text carries this, so that a leak to the stage can be found.
const SECRET: &str = "RAHASIA";

/// Saturday, 21 November 2026, 09.00.
const NINE: Wall = Wall(1_795_219_200_000 + 9 * 3_600_000);

/// A step: id, minutes, weight, minimum, must-do, role, pages.
type StepSpec = (&'static str, u16, u8, u16, bool, Role, usize);

/// 120 minutes in six steps; `es` has no page.
const PLAN: [StepSpec; 6] = [
    ("buka", 10, 2, 5, true, Role::Opening, 2),
    ("tinjau", 10, 3, 5, true, Role::Recall, 1),
    ("inti", 40, 10, 20, true, Role::Plain, 3),
    ("es", 5, 1, 3, false, Role::IceBreaker, 0),
    ("diskusi", 40, 10, 20, false, Role::Plain, 2),
    ("tutup", 15, 2, 6, true, Role::Closing, 1),
];

fn secret_script() -> Vec<ScriptBlock> {
    vec![ScriptBlock { kind: ScriptKind::Say, text: SECRET.into(), when: String::new() }]
}

fn step(spec: &StepSpec) -> Step {
    let (id, minutes, weight, min_minutes, must, role, pages) = *spec;
    let page = |n: usize| Page {
        id: format!("{id}-{n}").as_str().into(),
        title: SECRET.into(),
        countdown_s: None,
        clip: None,
        script: secret_script(),
    };
    Step {
        id: id.into(),
        title: id.to_owned(),
        minutes,
        weight,
        must,
        min_minutes,
        role,
        check: None,
        script: secret_script(),
        pages: (0..pages).map(page).collect(),
    }
}

fn session(plan: &[StepSpec]) -> Session {
    Session {
        id: "m1-s1".into(),
        module: Module::M1,
        module_title: "Pengasuhan".into(),
        label: "M1-S1".into(),
        title: "Orang Tua".into(),
        goal: SECRET.into(),
        outline_only: false,
        materials: vec![SECRET.into()],
        before: vec![SECRET.into()],
        home_practice: SECRET.into(),
        home_question: "Siapa memeluk anaknya?".into(),
        handouts: Vec::new(),
        learn: None,
        steps: plan.iter().map(step).collect(),
    }
}

fn last_meeting() -> LastMeeting {
    LastMeeting {
        session: "m2-s1".into(),
        title: "Keuangan".into(),
        wall: Wall(0),
        home_practice: SECRET.into(),
        home_question: "Siapa mencatat?".into(),
        promise: SECRET.into(),
        meeting: Some(MeetingId(1)),
        recap: None,
    }
}

fn setup(session: &Session, length: u16, end: Option<DayMinute>, people: i64) -> Setup {
    Setup {
        kind: MeetingKind::Live,
        group: GroupId(1),
        group_name: SECRET.into(),
        session: session.id.clone(),
        label: session.label.clone(),
        title: session.title.clone(),
        module: session.module,
        length,
        start: Some(DayMinute(540)),
        end,
        place: SECRET.into(),
        presenters: Vec::new(),
        participants: (1..=people)
            .map(|n| Participant { id: ParticipantId(n), name: format!("{SECRET} {n}") })
            .collect(),
        home_practice: session.home_practice.clone(),
        home_question: session.home_question.clone(),
        paper: false,
    }
}

/// A meeting under test: the log and its live state.
struct Meeting {
    log: Vec<Record>,
    state: State,
}

impl Meeting {
    fn open(session: &Session, setup: Setup, last: Option<&LastMeeting>, now: Now) -> Self {
        let sheet = run_sheet(session, setup.length, last);
        Self::with_sheet(setup, sheet, now)
    }

    fn with_sheet(setup: Setup, sheet: RunSheet, now: Now) -> Self {
        let record = Record { seq: 1, at: now.at, wall: now.wall, event: Event::Opened { setup, sheet } };
        let state = State::open(&record).expect("the first record opens");
        Self { log: vec![record], state }
    }

    fn push(&mut self, event: Event, now: Now) {
        let record = Record { seq: self.state.seq + 1, at: now.at, wall: now.wall, event };
        self.state.apply(&record);
        self.log.push(record);
    }

    fn act(&mut self, command: &Command, now: Now) -> Result<(), Rejection> {
        let events = decide(&self.state, command, now)?;
        assert!(!events.is_empty(), "{command:?} decided nothing");
        for event in events {
            self.push(event, now);
        }
        Ok(())
    }
}
