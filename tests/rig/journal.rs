//! The program's journal seen from outside: a connection of its own, read only, so that what it finds has been committed.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

/// One record as it stands in the database.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) meeting: i64,
    pub(crate) seq: i64,
    pub(crate) payload: Value,
}

impl Line {
    /// The event's name, e.g. `page_shown`.
    pub(crate) fn kind(&self) -> &str {
        self.payload["t"].as_str().unwrap_or_default()
    }
}

/// Every committed record, by meeting and number; empty while there is no database or no table yet.
pub(crate) fn read(data: &Path) -> Vec<Line> {
    open(data).and_then(|database| lines(&database).ok()).unwrap_or_default()
}

/// What `SQLite`'s own check says about the database; `ok` when nothing is wrong.
pub(crate) fn integrity(data: &Path) -> String {
    let database = open(data).expect("there is a database");
    database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("the check runs")
}

/// Panics unless every meeting's records are numbered 1, 2, 3 … without a gap.
pub(crate) fn assert_gapless(lines: &[Line]) {
    let mut expected = (0, 0);
    for line in lines {
        expected = if line.meeting == expected.0 { (line.meeting, expected.1 + 1) } else { (line.meeting, 1) };
        assert_eq!((line.meeting, line.seq), expected, "meeting and number of a record");
    }
}

fn lines(database: &Connection) -> rusqlite::Result<Vec<Line>> {
    let mut query = database.prepare("SELECT meeting_id, seq, payload FROM event ORDER BY meeting_id, seq")?;
    let rows = query.query_map([], |row| {
        let payload: String = row.get(2)?;
        let payload = serde_json::from_str(&payload).unwrap_or(Value::Null);
        Ok(Line { meeting: row.get(0)?, seq: row.get(1)?, payload })
    })?;
    rows.collect()
}

fn open(data: &Path) -> Option<Connection> {
    Connection::open_with_flags(data.join("lembar.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).ok()
}
