//! The journal of learning: inserted, read back in order, never changed. What a deed means is the engine's.

use rusqlite::{Connection, params};

use super::StoreError;
use crate::engine::{
    study::{Deed, StudyRecord},
    time::Wall,
};

pub(super) fn append(conn: &Connection, record: &StudyRecord) -> Result<(), StoreError> {
    let payload = serde_json::to_string(&record.deed).map_err(|error| StoreError::Other(error.to_string()))?;
    conn.prepare_cached("INSERT INTO study (wall_ms, payload) VALUES (?, ?)")?
        .execute(params![record.wall.0, payload])?;
    Ok(())
}

/// Everything, oldest first. A deed of a newer program is left out; it stays in the file.
pub(super) fn read(conn: &Connection) -> Result<Vec<StudyRecord>, StoreError> {
    let mut statement = conn.prepare("SELECT wall_ms, payload FROM study ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let payload: String = row.get(1)?;
        if let Ok(deed) = serde_json::from_str::<Deed>(&payload) {
            records.push(StudyRecord { wall: Wall(row.get(0)?), deed });
        }
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::{NINE, Place};

    #[test]
    fn deeds_come_back_in_order_and_what_nobody_understands_stays_in_the_file() {
        let place = Place::new();
        let conn = place.open().conn;
        let deeds =
            ["m1-s1", "m2-s1"].map(|session| StudyRecord { wall: NINE, deed: Deed::Read { session: session.into() } });
        append(&conn, &deeds[0]).unwrap();
        conn.execute("INSERT INTO study (wall_ms, payload) VALUES (1, '{\"t\":\"dreamt\"}')", []).unwrap();
        append(&conn, &deeds[1]).unwrap();
        assert_eq!(read(&conn).unwrap(), deeds);
        let kept: i64 = conn.query_row("SELECT count(*) FROM study", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 3);
        assert!(
            conn.execute("DELETE FROM study", []).is_err() && conn.execute("UPDATE study SET wall_ms = 0", []).is_err()
        );
    }
}
