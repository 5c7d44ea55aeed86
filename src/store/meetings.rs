//! Rows of meetings: signs of life, and the summary columns that cache a fold of the journal.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{StoreError, journal};
use crate::engine::{
    attendance::{Counts, Status},
    event::{MeetingKind, Record, Setup},
    evidence::Next,
    history::{self, MeetingSummary},
    ids::{GroupId, MeetingId, ParticipantId, SessionId},
    state::State,
    time::{Ms, Wall},
};

pub(super) fn insert(conn: &Connection, meeting: MeetingId, setup: &Setup, record: &Record) -> Result<(), StoreError> {
    let kind = match setup.kind {
        MeetingKind::Live => "live",
        MeetingKind::Rehearsal => "rehearsal",
    };
    conn.execute(
        "INSERT INTO meeting (id, group_id, session, kind, title, opened_wall_ms, alive_at_ms, alive_wall_ms, unmarked,
            home_practice, home_question)
         VALUES (:id, :group, :session, :kind, :title, :wall, :at, :wall, :unmarked, :practice, :question)",
        named_params! {
            ":id": meeting.0, ":group": setup.group.0, ":session": setup.session.as_str(), ":kind": kind, ":title": setup.title,
            ":wall": record.wall.0, ":at": journal::sql_int(record.at.0), ":unmarked": setup.participants.len() as i64,
            ":practice": setup.home_practice, ":question": setup.home_question,
        },
    )?;
    Ok(())
}

pub(super) fn close(conn: &Connection, meeting: MeetingId, wall: Wall) -> Result<(), StoreError> {
    conn.execute("UPDATE meeting SET closed_wall_ms = ? WHERE id = ?", params![wall.0, meeting.0])?;
    Ok(())
}

/// A sign of life. A meeting that is gone (the demo group was removed) has none; that is no error.
pub(super) fn alive(conn: &Connection, meeting: MeetingId, at: Ms, wall: Wall) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE meeting SET alive_at_ms = ?, alive_wall_ms = ? WHERE id = ?")?.execute(params![
        journal::sql_int(at.0),
        wall.0,
        meeting.0
    ])?;
    Ok(())
}

/// "Do not continue": the meeting stays as it is and is not offered again.
pub(super) fn abandon(conn: &Connection, meeting: MeetingId, wall: Wall) -> Result<(), StoreError> {
    conn.execute("UPDATE meeting SET abandoned_wall_ms = ? WHERE id = ?", params![wall.0, meeting.0])?;
    Ok(())
}

pub(super) fn is_closed(conn: &Connection, meeting: MeetingId) -> Result<bool, StoreError> {
    let closed = conn
        .prepare_cached("SELECT closed_wall_ms IS NOT NULL FROM meeting WHERE id = ?")?
        .query_row([meeting.0], |row| row.get(0))
        .optional()?;
    Ok(closed.unwrap_or(false))
}

/// The newest meeting that was neither closed nor abandoned, with its last sign of life.
pub(super) fn unfinished(conn: &Connection) -> Result<Option<(MeetingId, Ms, Wall)>, StoreError> {
    let row = conn.query_row(
        "SELECT id, alive_at_ms, alive_wall_ms FROM meeting
         WHERE closed_wall_ms IS NULL AND abandoned_wall_ms IS NULL ORDER BY id DESC LIMIT 1",
        [],
        |row| Ok((MeetingId(row.get(0)?), Ms(row.get::<_, i64>(1)?.unsigned_abs()), Wall(row.get(2)?))),
    );
    Ok(row.optional()?)
}

/// The newest wall time of all meetings: a clock that shows less was set back.
pub(super) fn newest_wall(conn: &Connection) -> Result<Option<Wall>, StoreError> {
    let newest = conn.query_row(
        "SELECT max(max(opened_wall_ms, alive_wall_ms, coalesce(closed_wall_ms, opened_wall_ms))) FROM meeting",
        [],
        |row| row.get::<_, Option<i64>>(0),
    )?;
    Ok(newest.map(Wall))
}

/// Brings every summary up to the newest record of its meeting.
pub(super) fn refresh_stale(conn: &Connection) -> Result<(), StoreError> {
    let stale = conn
        .prepare(
            "SELECT id FROM meeting WHERE id << 20 | summary_seq
                < (SELECT max(event.id) FROM event WHERE event.id BETWEEN meeting.id << 20 AND (meeting.id << 20) + 1048575)",
        )?
        .query_map([], |row| row.get(0).map(MeetingId))?
        .collect::<Result<Vec<_>, _>>()?;
    for meeting in stale {
        refresh(conn, meeting)?;
    }
    Ok(())
}

/// Folds the log of one meeting and caches its summary; `None` when the log does not fold (its first record is undecodable).
pub(super) fn refresh(conn: &Connection, meeting: MeetingId) -> Result<Option<MeetingSummary>, StoreError> {
    let log = journal::read(conn, meeting)?;
    let Some(state) = State::fold(&log.records) else { return Ok(None) };
    let summary = history::summary(meeting, &state);
    conn.execute(
        "UPDATE meeting SET began_wall_ms = :began, present = :present, sick = :sick, excused = :excused, absent = :absent, unmarked = :unmarked,
            home_practice = :practice, home_question = :question, promise = :promise, next = :next,
            summary_seq = :seq WHERE id = :id",
        named_params! {
            ":began": summary.began.map(|wall| wall.0), ":present": summary.counts.there(), ":sick": summary.counts.sick, ":excused": summary.counts.excused,
            ":absent": summary.counts.absent, ":unmarked": summary.counts.unmarked, ":practice": summary.home_practice,
            ":question": summary.home_question, ":promise": summary.promise, ":next": summary.next.map(next_word),
            ":seq": journal::sql_int(log.next_seq - 1), ":id": meeting.0,
        },
    )?;
    conn.execute("DELETE FROM roll_mark WHERE meeting_id = ?", [meeting.0])?;
    let mut insert = conn
        .prepare_cached("INSERT INTO roll_mark (meeting_id, participant_id, status, position) VALUES (?, ?, ?, ?)")?;
    let held = if summary.kind == MeetingKind::Live { summary.marks.as_slice() } else { &[] };
    for (position, (participant, status)) in held.iter().enumerate() {
        insert.execute(params![meeting.0, participant.0, status.map(status_word), position as i64])?;
    }
    Ok(Some(summary))
}

fn next_word(next: Next) -> &'static str {
    match next {
        Next::Repeat => "repeat",
        Next::Recap => "recap",
        Next::GoOn => "go_on",
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Present => "present",
        Status::Sick => "sick",
        Status::Excused => "excused",
        Status::Absent => "absent",
    }
}

/// Marks of one meeting.
type Marks = Vec<(ParticipantId, Option<Status>)>;

/// Marks of all meetings, each in usual order.
fn marks(conn: &Connection) -> Result<BTreeMap<i64, Marks>, StoreError> {
    let mut marks: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    let mut statement =
        conn.prepare("SELECT meeting_id, participant_id, status FROM roll_mark ORDER BY meeting_id, position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let word: Option<String> = row.get(2)?;
        let status = Status::ALL.into_iter().find(|status| Some(status_word(*status)) == word.as_deref());
        marks.entry(row.get(0)?).or_default().push((ParticipantId(row.get(1)?), status));
    }
    Ok(marks)
}

/// All meetings, oldest first.
pub(super) fn summaries(conn: &Connection) -> Result<Vec<MeetingSummary>, StoreError> {
    let mut marks = marks(conn)?;
    let mut statement = conn.prepare("SELECT * FROM meeting ORDER BY opened_wall_ms, id")?;
    let rows = statement.query_map([], from_row)?;
    let with_marks = |summary: rusqlite::Result<MeetingSummary>| {
        let summary = summary?;
        let marks = marks.remove(&summary.id.0).unwrap_or_default();
        // The column counts everybody who came; of a rehearsal no marks are kept.
        let counts = match summary.kind {
            MeetingKind::Live => {
                let list = Counts::of(marks.iter().map(|(_, status)| *status));
                Counts { outside: summary.counts.present.saturating_sub(list.present), ..list }
            }
            MeetingKind::Rehearsal => summary.counts,
        };
        Ok(MeetingSummary { counts, marks, ..summary })
    };
    rows.map(with_marks).collect()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<MeetingSummary> {
    let kind = row.get_ref("kind")?.as_str()?;
    let next: Option<String> = row.get("next")?;
    Ok(MeetingSummary {
        id: MeetingId(row.get("id")?),
        group: GroupId(row.get("group_id")?),
        session: SessionId(row.get("session")?),
        title: row.get("title")?,
        kind: if kind == "live" { MeetingKind::Live } else { MeetingKind::Rehearsal },
        opened: Wall(row.get("opened_wall_ms")?),
        began: row.get::<_, Option<i64>>("began_wall_ms")?.map(Wall),
        closed: row.get::<_, Option<i64>>("closed_wall_ms")?.map(Wall),
        counts: Counts {
            present: row.get("present")?,
            sick: row.get("sick")?,
            excused: row.get("excused")?,
            absent: row.get("absent")?,
            unmarked: row.get("unmarked")?,
            outside: 0,
        },
        home_practice: row.get("home_practice")?,
        home_question: row.get("home_question")?,
        promise: row.get("promise")?,
        next: [Next::Repeat, Next::Recap, Next::GoOn]
            .into_iter()
            .find(|known| Some(next_word(*known)) == next.as_deref()),
        marks: Vec::new(),
    })
}
