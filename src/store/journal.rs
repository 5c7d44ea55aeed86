//! Records of meetings: written once, read in order, never changed.

use rusqlite::{Connection, OptionalExtension, params};

use super::{StoreError, meetings};
use crate::engine::{
    event::{Event, Record, VERSION},
    ids::MeetingId,
    time::{Ms, Wall},
};

/// What the journal holds of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLog {
    /// Which meeting.
    pub meeting: MeetingId,
    /// Records that could be understood, in order.
    pub records: Vec<Record>,
    /// Records kept on disk that could not be understood (written by another version, or mangled) and were skipped.
    pub undecodable: u32,
    /// Sequence number the next record must have; counts the undecodable ones too.
    pub next_seq: u64,
}

/// Writes records of one meeting; the row of the meeting comes into being with its first record.
/// A record that is already there, equal in every part, is taken as written: a retry may not know that the first try succeeded.
pub(super) fn append(conn: &Connection, meeting: MeetingId, records: &[Record]) -> Result<(), StoreError> {
    for record in records {
        let payload = serde_json::to_string(&record.event).map_err(|error| StoreError::Other(error.to_string()))?;
        if is_written(conn, meeting, record, &payload)? {
            continue;
        }
        match &record.event {
            Event::Opened { setup, .. } if record.seq == 1 => meetings::insert(conn, meeting, setup, record)?,
            Event::Closed => meetings::close(conn, meeting, record.wall)?,
            _ => {}
        }
        conn.prepare_cached(
            "INSERT INTO event (meeting_id, seq, at_ms, wall_ms, version, payload) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            meeting.0,
            sql_int(record.seq),
            sql_int(record.at.0),
            record.wall.0,
            VERSION,
            payload
        ])?;
    }
    Ok(())
}

fn is_written(conn: &Connection, meeting: MeetingId, record: &Record, payload: &str) -> Result<bool, StoreError> {
    let found = conn
        .prepare_cached(
            "SELECT at_ms = ?3 AND wall_ms = ?4 AND version = ?5 AND payload = ?6 FROM event WHERE meeting_id = ?1 AND seq = ?2",
        )?
        .query_row(
            params![meeting.0, sql_int(record.seq), sql_int(record.at.0), record.wall.0, VERSION, payload],
            |row| row.get::<_, bool>(0),
        )
        .optional()?;
    Ok(found == Some(true))
}

/// Reads the log of one meeting; empty when there is none.
pub(super) fn read(conn: &Connection, meeting: MeetingId) -> Result<MeetingLog, StoreError> {
    let mut log = MeetingLog { meeting, records: Vec::new(), undecodable: 0, next_seq: 1 };
    let mut statement = conn
        .prepare_cached("SELECT seq, at_ms, wall_ms, version, payload FROM event WHERE meeting_id = ? ORDER BY seq")?;
    let mut rows = statement.query([meeting.0])?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)?.unsigned_abs();
        log.next_seq = seq + 1;
        let version: u32 = row.get(3)?;
        match decode(version, row.get_ref(4)?.as_str().unwrap_or_default()) {
            Some(event) => log.records.push(Record {
                seq,
                at: Ms(row.get::<_, i64>(1)?.unsigned_abs()),
                wall: Wall(row.get(2)?),
                event,
            }),
            None => log.undecodable += 1,
        }
    }
    Ok(log)
}

fn decode(version: u32, payload: &str) -> Option<Event> {
    if version > VERSION { None } else { serde_json::from_str(payload).ok() }
}

/// SQLite's integers are signed; nothing we count comes near the difference.
pub(super) fn sql_int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
