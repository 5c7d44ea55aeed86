//! Brings a database to the newest schema: all missing steps in one transaction, or none.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Step n brings version n to n + 1. Steps are only ever added.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_members.sql"),
    include_str!("migrations/0003_study.sql"),
    include_str!("migrations/0004_evidence.sql"),
    include_str!("migrations/0005_parts.sql"),
];

/// Newest schema version this program knows.
pub(super) const LATEST: i64 = STEPS.len() as i64;

/// The schema version written in the file; 0 = empty.
pub(super) fn version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a file of a newer program before anything is changed in it.
pub(super) fn refuse_newer(conn: &Connection) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found > LATEST { Err(StoreError::Newer { found, known: LATEST }) } else { Ok(()) }
}

/// Runs the steps that are missing.
pub(super) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    run(conn, STEPS)
}

fn run(conn: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = usize::try_from(version(&tx)?).map_err(|error| StoreError::Damaged(error.to_string()))?;
    for step in steps.iter().skip(from) {
        tx.execute_batch(step)?;
    }
    if from < steps.len() {
        tx.pragma_update(None, "user_version", steps.len() as i64)?;
    }
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(conn: &Connection) -> Vec<(String, String)> {
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    fn journal(conn: &Connection) -> Vec<String> {
        let sql = "SELECT meeting_id || ' ' || seq || ' ' || at_ms || ' ' || wall_ms || ' ' || version || payload
            FROM event ORDER BY meeting_id, seq";
        conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn literal_old_files_keep_their_rows_and_end_with_the_schema_of_a_new_one() {
        for (file, records) in [(include_str!("testdata/v1.sql"), 2), (include_str!("testdata/v2.sql"), 4)] {
            let mut old = Connection::open_in_memory().unwrap();
            old.execute_batch(file).unwrap();
            migrate(&mut old).unwrap();
            let mut new = Connection::open_in_memory().unwrap();
            migrate(&mut new).unwrap();
            assert_eq!(schema(&old), schema(&new));
            let untouched = Connection::open_in_memory().unwrap();
            untouched.execute_batch(file).unwrap();
            assert_eq!(journal(&old), journal(&untouched), "records stay as they are");
            assert_eq!((version(&old).unwrap(), version(&new).unwrap()), (LATEST, LATEST));
            let count = |table: &str| -> i64 {
                old.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
            };
            assert_eq!((count("event"), count("participant")), (records, 2));
        }
    }

    #[test]
    fn steps_run_once_in_order_and_a_failing_one_undoes_all() {
        let mut conn = Connection::open_in_memory().unwrap();
        let first = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);";
        run(&mut conn, &[first]).unwrap();
        run(&mut conn, &[first]).unwrap();
        assert!(run(&mut conn, &[first, "INSERT INTO a VALUES (2);", "INSERT INTO missing VALUES (3);"]).is_err());
        let sum = |conn: &Connection| conn.query_row("SELECT sum(x) FROM a", [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((sum(&conn), version(&conn).unwrap()), (1, 1));
        run(&mut conn, &[first, "INSERT INTO a VALUES (2);"]).unwrap();
        assert_eq!((sum(&conn), version(&conn).unwrap()), (3, 2));
    }

    #[test]
    fn a_newer_file_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        conn.pragma_update(None, "user_version", LATEST + 1).unwrap();
        let refused = refuse_newer(&conn);
        assert!(matches!(refused, Err(StoreError::Newer { found, known }) if found == known + 1), "{refused:?}");
    }
}
