//! Payloads of records as they lie on disk: what opening records of many meetings share (who is called up, the steps of the plan, the
//! checks) is kept once in `event_part` and named in the payload by `{"part": id}`. Nothing outside this file knows of it.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value, json};

use super::StoreError;
use crate::engine::{
    event::Event,
    fnv::fnv1a,
    plan::{PlannedPage, PlannedStep, RunSheet},
};

/// Where members called up, presenters and checks stand in the payload.
const WHOLE: [&str; 3] = ["/setup/participants", "/setup/presenters", "/sheet/checks"];
/// Where the steps stand, each a part of its own.
const STEPS: &str = "/sheet/steps";

/// The payload of `event`; new parts are written, so this belongs into the transaction of the record.
pub(super) fn pack(conn: &Connection, event: &Event) -> Result<String, StoreError> {
    let Event::Opened { sheet, .. } = event else { return serde_json::to_string(event).map_err(|e| no_json(&e)) };
    let mut payload = serde_json::to_value(event).map_err(|error| no_json(&error))?;
    for place in WHOLE {
        if let Some(part) = payload.pointer_mut(place) {
            *part = shared(conn, part)?;
        }
    }
    let shareable = shareable(sheet);
    let steps = payload.pointer_mut(STEPS).and_then(Value::as_array_mut);
    for (step, _) in steps.into_iter().flatten().zip(shareable).filter(|(_, shareable)| *shareable) {
        *step = shared(conn, step)?;
    }
    Ok(payload.to_string())
}

/// The event of a payload; `None` when it cannot be understood or a part of it is missing.
pub(super) fn unpack(conn: &Connection, payload: &str) -> Result<Option<Event>, StoreError> {
    if !payload.contains(r#"{"part":"#) {
        return Ok(serde_json::from_str(payload).ok());
    }
    let Ok(mut payload) = serde_json::from_str::<Value>(payload) else { return Ok(None) };
    for place in WHOLE {
        if let Some(part) = payload.pointer_mut(place) {
            restore(conn, part)?;
        }
    }
    for step in payload.pointer_mut(STEPS).and_then(Value::as_array_mut).into_iter().flatten() {
        restore(conn, step)?;
    }
    Ok(serde_json::from_value(payload).ok())
}

/// Which steps other meetings have too: the page about the group's own last time is in no other.
fn shareable(sheet: &RunSheet) -> impl Iterator<Item = bool> {
    let own = |step: &PlannedStep| step.pages.iter().any(|page| matches!(page, PlannedPage::Recall(_)));
    sheet.steps.iter().map(move |step| !own(step))
}

/// What stands for `part` in a payload, after it was written where it is new.
fn shared(conn: &Connection, part: &Value) -> Result<Value, StoreError> {
    let text = part.to_string();
    let hash = hash(&text);
    let known = conn
        .prepare_cached("SELECT id FROM event_part WHERE hash = ? AND json = ?")?
        .query_row(params![hash, text], |row| row.get::<_, i64>(0))
        .optional()?;
    let id = match known {
        Some(id) => id,
        None => {
            conn.prepare_cached("INSERT INTO event_part (hash, json) VALUES (?, ?)")?.insert(params![hash, text])?
        }
    };
    Ok(json!({ "part": id }))
}

/// Puts the JSON back that `value` names, if it names any; a missing part stays a name, which no event understands.
fn restore(conn: &Connection, value: &mut Value) -> Result<(), StoreError> {
    let Some(id) = value.get("part").and_then(Value::as_i64) else { return Ok(()) };
    let found = conn
        .prepare_cached("SELECT json FROM event_part WHERE id = ?")?
        .query_row([id], |row| row.get::<_, String>(0))
        .optional()?;
    if let Some(part) = found.and_then(|text| serde_json::from_str(&text).ok()) {
        *value = part;
    }
    Ok(())
}

/// Where a part is looked for. Two parts of one hash are told apart by their text.
fn hash(text: &str) -> i64 {
    fnv1a(text.bytes()).cast_signed()
}

fn no_json(error: &serde_json::Error) -> StoreError {
    StoreError::Other(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        engine::{event::Setup, history::LastMeeting, ids::MeetingId},
        store::{
            journal,
            sample::{NINE, Place, group, record, records, save},
        },
    };

    fn count(conn: &Connection) -> i64 {
        conn.query_row("SELECT count(*) FROM event_part", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn two_meetings_share_what_is_equal_and_both_are_read_back_whole() {
        let place = Place::new();
        let conn = &place.open().conn;
        let group = group(1, false);
        save(conn, &group).unwrap();
        let written = records(&group, 1..=4);
        for meeting in [1, 2] {
            journal::append(conn, MeetingId(meeting), &written).unwrap();
        }
        assert_eq!(count(conn), 3, "members, presenters and the one step; the second meeting has nothing new");
        for meeting in [1, 2] {
            assert_eq!(journal::read(conn, MeetingId(meeting)).unwrap().records, written);
        }
        let payload: String =
            conn.query_row("SELECT payload FROM event WHERE meeting_id = 2 AND seq = 1", [], |row| row.get(0)).unwrap();
        assert!(!payload.contains("Ibu 1") && payload.contains("Kelompok 1"), "{payload}");
    }

    #[test]
    fn a_retry_after_a_commit_nobody_heard_of_is_taken_as_written() {
        let place = Place::new();
        let conn = &place.open().conn;
        let group = group(1, false);
        save(conn, &group).unwrap();
        for _ in 0..2 {
            journal::append(conn, MeetingId(1), &records(&group, 1..=2)).unwrap();
        }
        assert_eq!(count(conn), 3);
    }

    #[test]
    fn the_step_with_the_groups_own_last_time_stays_in_the_record() {
        let place = Place::new();
        let conn = &place.open().conn;
        let mut first = records(&group(1, false), 1..=1).remove(0);
        let Event::Opened { sheet, .. } = &mut first.event else { panic!() };
        let last = LastMeeting {
            meeting: None,
            recap: None,
            promise: String::new(),
            session: "m1-s1".into(),
            title: "Dulu".to_owned(),
            wall: NINE,
            home_practice: String::new(),
            home_question: String::new(),
        };
        sheet.steps[0].pages.push(PlannedPage::Recall(last));
        let payload = pack(conn, &first.event).unwrap();
        assert!(payload.contains("Dulu") && count(conn) == 2, "{payload}");
        assert_eq!(unpack(conn, &payload).unwrap(), Some(first.event));
    }

    #[test]
    fn words_that_look_like_a_part_are_only_words() {
        let place = Place::new();
        let conn = &place.open().conn;
        let note = Event::NoteAdded { step: 0, text: r#"{"part":1}"#.to_owned() };
        assert_eq!(unpack(conn, &pack(conn, &note).unwrap()).unwrap(), Some(note));
        let mut first = records(&group(1, false), 1..=1).remove(0);
        let Event::Opened { setup: Setup { place, .. }, .. } = &mut first.event else { panic!() };
        *place = r#"{"part":1}"#.to_owned();
        assert_eq!(unpack(conn, &pack(conn, &first.event).unwrap()).unwrap(), Some(first.event));
    }

    #[test]
    fn a_missing_part_costs_its_record_and_no_more() {
        let place = Place::new();
        let conn = &place.open().conn;
        let group = group(1, false);
        save(conn, &group).unwrap();
        let payload = pack(conn, &records(&group, 1..=1).remove(0).event).unwrap();
        let lost = payload.replace(r#"{"part":1}"#, r#"{"part":99}"#);
        assert_ne!(lost, payload);
        assert_eq!(unpack(conn, &lost).unwrap(), None);
        assert_eq!(unpack(conn, "not json").unwrap(), None);
        let note = record(2, Event::HeadCounted { count: 3 });
        assert_eq!(unpack(conn, &pack(conn, &note.event).unwrap()).unwrap(), Some(note.event));
    }

    #[test]
    fn parts_are_never_changed() {
        let place = Place::new();
        let conn = &place.open().conn;
        pack(conn, &records(&group(1, false), 1..=1).remove(0).event).unwrap();
        for sql in ["UPDATE event_part SET json = '[]'", "DELETE FROM event_part"] {
            assert!(conn.execute(sql, []).unwrap_err().to_string().contains("insert-only"), "{sql}");
        }
    }
}
