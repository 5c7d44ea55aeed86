//! The running meeting: its log in memory, its state, how far it is on disk. Decides through the engine; writes nothing itself.

use crate::engine::{
    command::{Command, Rejection, decide},
    event::{Event, Record, Setup},
    ids::MeetingId,
    plan::RunSheet,
    rehearsal::skipped,
    scene::{StageScene, stage_scene},
    session::{Session, Step},
    state::State,
    time::{Ms, Now, Wall},
};

/// One meeting under way (or just closed).
pub struct Live {
    /// Database id.
    pub id: MeetingId,
    /// Its session; rebuilt from the run sheet when the pack no longer has it.
    pub session: Session,
    /// Everything that happened.
    pub log: Vec<Record>,
    /// Its fold.
    pub state: State,
    /// What the stage shows; recomputed only when something happened.
    pub scene: StageScene,
    /// Records up to this one are on disk.
    pub durable: u64,
    /// Program time (ms) at meeting time zero; before the program's start for a resumed meeting.
    zero: i64,
}

impl Live {
    /// A new meeting on its waiting screen, with the record to write.
    #[must_use]
    pub fn open(id: MeetingId, session: Session, setup: Setup, sheet: RunSheet, mono: u64, wall: Wall) -> Option<Self> {
        let record = Record { seq: 1, at: Ms::ZERO, wall, event: Event::Opened { setup, sheet } };
        let state = State::open(&record)?;
        let scene = stage_scene(&state);
        Some(Self { id, session, log: vec![record], state, scene, durable: 0, zero: mono as i64 })
    }

    /// A meeting brought back after the program died, and the records that say so. `log` is all on disk.
    #[must_use]
    pub fn resume(
        id: MeetingId,
        session: Option<Session>,
        log: Vec<Record>,
        next_seq: u64,
        alive: (Ms, Wall),
        mono: u64,
        wall: Wall,
    ) -> Option<(Self, Vec<Record>)> {
        let state = State::fold(&log)?;
        let (at, event) = state.resume(alive.0, alive.1, wall);
        let session = session.unwrap_or_else(|| session_from(&state));
        let scene = stage_scene(&state);
        let durable = next_seq.saturating_sub(1);
        let mut live = Self { id, session, log, state, scene, durable, zero: mono as i64 - at.0 as i64 };
        let record = Record { seq: next_seq, at, wall, event };
        live.push(&record);
        live.scene = stage_scene(&live.state);
        Some((live, vec![record]))
    }

    /// Now in this meeting.
    #[must_use]
    pub fn now(&self, mono: u64, wall: Wall) -> Now {
        Now { at: Ms((mono as i64 - self.zero).max(0) as u64), wall }
    }

    /// Carries out a command; returns the new records, which are already part of the state but not yet on disk.
    pub fn command(&mut self, command: &Command, now: Now) -> Result<Vec<Record>, Rejection> {
        let events = decide(&self.state, command, now)?;
        let mut records = Vec::with_capacity(events.len());
        for event in events {
            // A wait that is skipped has passed: the meeting's clock goes on from there.
            let jump = skipped(&event).unwrap_or_default();
            self.zero -= jump.0 as i64;
            let at = now.at.max(self.state.last_at) + jump;
            let record = Record { seq: self.state.seq + 1, at, wall: now.wall, event };
            self.push(&record);
            records.push(record);
        }
        let scene = stage_scene(&self.state);
        if scene != self.scene {
            self.scene = scene;
        }
        Ok(records)
    }

    fn push(&mut self, record: &Record) {
        self.state.apply(record);
        self.log.push(record.clone());
    }
}

/// A session as far as the run sheet remembers it, for a meeting whose session is no longer in the pack.
fn session_from(state: &State) -> Session {
    let setup = &state.setup;
    Session {
        id: setup.session.clone(),
        module: setup.module,
        module_title: String::new(),
        label: setup.label.clone(),
        title: setup.title.clone(),
        goal: String::new(),
        outline_only: true,
        materials: Vec::new(),
        before: Vec::new(),
        home_practice: setup.home_practice.clone(),
        home_question: setup.home_question.clone(),
        handouts: Vec::new(),
        learn: None,
        steps: state
            .sheet
            .steps
            .iter()
            .map(|step| Step {
                id: step.id.clone(),
                title: step.title.clone(),
                minutes: step.planned.round_minutes() as u16,
                weight: step.weight,
                must: step.must,
                min_minutes: step.min.round_minutes() as u16,
                role: step.role,
                check: None,
                script: Vec::new(),
                pages: Vec::new(),
            })
            .collect(),
    }
}
