//! What was in the database when the program started. The app keeps it current itself, from then on.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::{MeetingLog, StoreError, journal, meetings, roster, study};
use crate::engine::{
    history::MeetingSummary,
    ids::{GroupId, MeetingId, ParticipantId},
    roster::Group,
    study::StudyRecord,
    time::{Ms, Wall},
};

/// Everything the app starts with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Groups that are not archived, by name, the demo group last.
    pub groups: Vec<Group>,
    /// Groups that were put away, by name.
    pub archived: Vec<Group>,
    /// All meetings, oldest first, rehearsals and unfinished ones too.
    pub meetings: Vec<MeetingSummary>,
    /// What was learned, oldest first.
    pub study: Vec<StudyRecord>,
    /// Settings.
    pub settings: BTreeMap<String, String>,
    /// The meeting to offer for going on.
    pub unfinished: Option<Unfinished>,
    /// Ids for what is new.
    pub ids: IdSource,
    /// The newest wall time any meeting wrote down: its opening, its last sign of life, its closing.
    pub newest: Option<Wall>,
}

/// The newest meeting that was neither closed nor abandoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Its journal; fold `log.records`, go on at `log.next_seq`.
    pub log: MeetingLog,
    /// Meeting time of the last sign of life.
    pub alive_at: Ms,
    /// Wall time of it.
    pub alive_wall: Wall,
}

/// Hands out ids. Safe without asking the database, because one copy of the program runs per data directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdSource {
    group: i64,
    participant: i64,
    meeting: i64,
}

impl IdSource {
    /// An id for a new group.
    pub fn group(&mut self) -> GroupId {
        self.group += 1;
        GroupId(self.group)
    }

    /// An id for a new participant.
    pub fn participant(&mut self) -> ParticipantId {
        self.participant += 1;
        ParticipantId(self.participant)
    }

    /// Goes on after what two copies of this source have handed out: one groups, the other participants.
    pub fn pass(&mut self, groups: &Self, participants: &Self) {
        self.group = self.group.max(groups.group);
        self.participant = self.participant.max(participants.participant);
    }

    /// An id for a new meeting.
    pub fn meeting(&mut self) -> MeetingId {
        self.meeting += 1;
        MeetingId(self.meeting)
    }
}

pub(super) fn load(conn: &Connection) -> Result<Library, StoreError> {
    meetings::refresh_stale(conn)?;
    let newest = |table: &str| {
        conn.query_row(&format!("SELECT coalesce(max(id), 0) FROM {table}"), [], |row| row.get::<_, i64>(0))
    };
    Ok(Library {
        groups: roster::groups(conn)?,
        archived: roster::archived(conn)?,
        meetings: meetings::summaries(conn)?,
        study: study::read(conn)?,
        settings: settings(conn)?,
        unfinished: unfinished(conn)?,
        newest: meetings::newest_wall(conn)?,
        ids: IdSource {
            group: newest("roster_group")?,
            participant: newest("participant")?,
            meeting: newest("meeting")?,
        },
    })
}

fn unfinished(conn: &Connection) -> Result<Option<Unfinished>, StoreError> {
    let Some((meeting, mut alive_at, mut alive_wall)) = meetings::unfinished(conn)? else { return Ok(None) };
    let log = journal::read(conn, meeting)?;
    // A record is a sign of life too, and may be newer than the last mark.
    if let Some(last) = log.records.last().filter(|last| last.at >= alive_at) {
        (alive_at, alive_wall) = (last.at, last.wall);
    }
    Ok(Some(Unfinished { log, alive_at, alive_wall }))
}

fn settings(conn: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = conn.prepare("SELECT key, value FROM setting")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn set(conn: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        params![key, value],
    )?;
    Ok(())
}
