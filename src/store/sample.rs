//! Small groups, meetings and databases for the tests of this room.

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Database, DirLock, OpenOutcome, Regrouping, StoreError, open, roster};
use crate::engine::{
    attendance::{Attendee, Status},
    event::{Event, Mark, MarkCause, MeetingKind, Record, Setup},
    ids::{GroupId, ParticipantId, StepId},
    plan::{PlannedPage, PlannedStep, RunSheet},
    roster::{Group, Member},
    session::{Module, Role},
    time::{Ms, Wall},
};

/// Saturday 21 November 2026, 9.00.
pub(super) const NINE: Wall = Wall(1_795_251_600_000);

/// Writes one group as the program does.
pub(super) fn save(conn: &Connection, group: &Group) -> Result<(), StoreError> {
    roster::regroup(conn, &Regrouping::saved(group.clone()), NINE)
}

/// A locked data directory that goes away with the value.
pub(super) struct Place {
    pub(super) lock: DirLock,
    // Dropped after the lock.
    _dir: TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { lock: DirLock::take(dir.path()).unwrap(), _dir: dir }
    }

    pub(super) fn dir(&self) -> &Path {
        self.lock.dir()
    }

    /// The database, which must be sound.
    pub(super) fn open(&self) -> Database {
        match open::open(&self.lock, NINE).unwrap() {
            OpenOutcome::Ready(database) => database,
            damaged @ OpenOutcome::Damaged { .. } => panic!("{damaged:?}"),
        }
    }
}

pub(super) fn group(id: i64, demo: bool) -> Group {
    let person = |n: i64| Member::named(ParticipantId(id * 100 + n), format!("Ibu {n}"));
    Group {
        id: GroupId(id),
        name: format!("Kelompok {id}"),
        demo,
        members: (1..=3).map(person).collect(),
        ..Group::default()
    }
}

/// Records `from..=to` of a meeting that is opened with the first, started with the second, and where the third and all later ones
/// mark somebody present.
pub(super) fn records(group: &Group, seqs: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    let event = |seq| match seq {
        1 => opened(group),
        2 => Event::Started { planned: vec![Ms::minutes(120)], target: Ms::minutes(121) },
        _ => {
            let who = group.members[seq as usize % group.members.len()].id;
            let mark = Mark { who: Attendee::Participant(who), status: Some(Status::Present) };
            Event::Marked { marks: vec![mark], cause: MarkCause::Single }
        }
    };
    seqs.map(|seq| record(seq, event(seq))).collect()
}

/// A record one second after the one before it.
pub(super) fn record(seq: u64, event: Event) -> Record {
    let at = Ms::seconds(seq - 1);
    Record { seq, at, wall: NINE.plus_ms(at.0 as i64), event }
}

fn opened(group: &Group) -> Event {
    let setup = Setup {
        kind: MeetingKind::Live,
        group: group.id,
        group_name: group.name.clone(),
        session: "m1-s1".into(),
        label: "M1-S1".to_owned(),
        title: "Menjadi Orang Tua yang Lebih Baik".to_owned(),
        module: Module::M1,
        length: 120,
        start: None,
        end: None,
        place: String::new(),
        presenters: Vec::new(),
        participants: group.participants(),
        home_practice: "Peluk anak".to_owned(),
        home_question: "Bagaimana?".to_owned(),
        paper: false,
    };
    let step = PlannedStep {
        id: StepId::from("buka"),
        title: "Pembukaan".to_owned(),
        role: Role::Opening,
        planned: Ms::minutes(120),
        weight: 1,
        must: true,
        min: Ms::minutes(1),
        pages: vec![PlannedPage::Introductions],
    };
    Event::Opened { setup, sheet: RunSheet { steps: vec![step], checks: Vec::new(), opening_page: 0 } }
}
