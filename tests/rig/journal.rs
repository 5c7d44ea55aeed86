//! The program's journal seen from outside: a connection of its own, read only, so that what it finds has been committed.

use std::path::Path;

use lembar::engine::{
    event::Record,
    state::State,
    time::{Ms, Wall},
};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

/// One record as it stands in the database.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) meeting: i64,
    pub(crate) seq: i64,
    pub(crate) at_ms: i64,
    pub(crate) wall_ms: i64,
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

/// The newest meeting as its committed records tell it; `None` while there is none.
pub(crate) fn state(data: &Path) -> Option<State> {
    let lines = read(data);
    let newest = lines.last()?.meeting;
    let records: Vec<Record> = lines.into_iter().filter(|line| line.meeting == newest).map(record).collect();
    State::fold(&records)
}

fn record(line: Line) -> Record {
    Record {
        seq: line.seq as u64,
        at: Ms(line.at_ms as u64),
        wall: Wall(line.wall_ms),
        event: serde_json::from_value(line.payload).expect("a record of this version"),
    }
}

/// What is kept under this name among the settings; `None` when nothing is.
pub(crate) fn setting(data: &Path, name: &str) -> Option<String> {
    open(data)?.query_row("SELECT value FROM setting WHERE key = ?", [name], |row| row.get(0)).ok()
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
    let mut query =
        database.prepare("SELECT meeting_id, seq, at_ms, wall_ms, payload FROM event ORDER BY meeting_id, seq")?;
    let rows = query.query_map([], |row| {
        let payload: String = row.get(4)?;
        let mut payload = serde_json::from_str(&payload).unwrap_or(Value::Null);
        whole(database, &mut payload)?;
        Ok(Line { meeting: row.get(0)?, seq: row.get(1)?, at_ms: row.get(2)?, wall_ms: row.get(3)?, payload })
    })?;
    rows.collect()
}

/// Puts back what opening records share and name by `{"part": id}`.
fn whole(database: &Connection, value: &mut Value) -> rusqlite::Result<()> {
    if let Some(id) = value.as_object().filter(|map| map.len() == 1).and_then(|map| map.get("part")?.as_i64()) {
        let part: String = database.query_row("SELECT json FROM event_part WHERE id = ?", [id], |row| row.get(0))?;
        *value = serde_json::from_str(&part).unwrap_or(Value::Null);
        return Ok(());
    }
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| whole(database, item)),
        Value::Object(fields) => fields.values_mut().try_for_each(|field| whole(database, field)),
        _ => Ok(()),
    }
}

fn open(data: &Path) -> Option<Connection> {
    Connection::open_with_flags(data.join("lembar.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).ok()
}
