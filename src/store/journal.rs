//! Records of meetings: written once, read in order, never changed.

use rusqlite::{Connection, OptionalExtension, params};

use super::{StoreError, meetings, parts};
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
        let payload = parts::pack(conn, &record.event)?;
        if is_written(conn, meeting, record, &payload)? {
            continue;
        }
        match &record.event {
            Event::Opened { setup, .. } if record.seq == 1 => meetings::insert(conn, meeting, setup, record)?,
            Event::Closed => meetings::close(conn, meeting, record.wall)?,
            _ => {}
        }
        conn.prepare_cached("INSERT INTO event (id, at_ms, wall_ms, version, payload) VALUES (?, ?, ?, ?, ?)")?
            .execute(params![row_id(meeting, record.seq)?, sql_int(record.at.0), record.wall.0, VERSION, payload])?;
    }
    Ok(())
}

fn is_written(conn: &Connection, meeting: MeetingId, record: &Record, payload: &str) -> Result<bool, StoreError> {
    let found = conn
        .prepare_cached(
            "SELECT at_ms = ?2 AND wall_ms = ?3 AND version = ?4 AND payload = ?5 FROM event WHERE id = ?1",
        )?
        .query_row(
            params![row_id(meeting, record.seq)?, sql_int(record.at.0), record.wall.0, VERSION, payload],
            |row| row.get::<_, bool>(0),
        )
        .optional()?;
    Ok(found == Some(true))
}

/// Reads the log of one meeting; empty when there is none.
pub(super) fn read(conn: &Connection, meeting: MeetingId) -> Result<MeetingLog, StoreError> {
    let mut log = MeetingLog { meeting, records: Vec::new(), undecodable: 0, next_seq: 1 };
    let mut statement = conn.prepare_cached(
        "SELECT seq, at_ms, wall_ms, version, payload FROM event WHERE id BETWEEN ? AND ? ORDER BY id",
    )?;
    let mut rows = statement.query([row_id(meeting, 0)?, row_id(meeting, MOST_RECORDS)?])?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)?.unsigned_abs();
        log.next_seq = seq + 1;
        let version: u32 = row.get(3)?;
        match decode(conn, version, row.get_ref(4)?.as_str().unwrap_or_default())? {
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

/// The event of a record; `None` when this program cannot understand it.
pub(super) fn decode(conn: &Connection, version: u32, payload: &str) -> Result<Option<Event>, StoreError> {
    if version > VERSION { Ok(None) } else { parts::unpack(conn, payload) }
}

/// Most records a meeting can have: a row's id is the meeting's number and, in its last 20 bits, the record's.
const MOST_RECORDS: u64 = (1 << ROW_BITS) - 1;
const ROW_BITS: u32 = 20;

/// The id of a record's row.
fn row_id(meeting: MeetingId, seq: u64) -> Result<i64, StoreError> {
    if seq > MOST_RECORDS {
        return Err(StoreError::Other(format!("meeting {} has too many records", meeting.0)));
    }
    Ok((meeting.0 << ROW_BITS) | sql_int(seq))
}

/// SQLite's integers are signed; nothing we count comes near the difference.
pub(super) fn sql_int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
