//! Groups and participants as ordinary tables, every change with a trace.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

use super::StoreError;
use crate::engine::{
    ids::{GroupId, ParticipantId},
    roster::{Group, Participant},
    time::Wall,
};

/// Groups that are not archived, by name, with their active participants in usual order.
pub(super) fn groups(conn: &Connection) -> Result<Vec<Group>, StoreError> {
    let mut participants: BTreeMap<i64, Vec<Participant>> = BTreeMap::new();
    let mut statement =
        conn.prepare("SELECT group_id, id, name FROM participant WHERE archived = 0 ORDER BY group_id, position, id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let participant = Participant { id: ParticipantId(row.get(1)?), name: row.get(2)? };
        participants.entry(row.get(0)?).or_default().push(participant);
    }
    let mut statement =
        conn.prepare("SELECT id, name, place, demo FROM roster_group WHERE archived = 0 ORDER BY demo, name, id")?;
    let groups = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        Ok(Group {
            id: GroupId(id),
            name: row.get(1)?,
            place: row.get(2)?,
            demo: row.get(3)?,
            participants: participants.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(groups.collect::<Result<_, _>>()?)
}

fn group(conn: &Connection, id: GroupId) -> Result<Option<Group>, StoreError> {
    Ok(groups(conn)?.into_iter().find(|group| group.id == id))
}

/// Inserts or updates a group. Participants no longer in the list are archived when the group ever met (a roll may name them), else removed.
pub(super) fn save(conn: &Connection, group_now: &Group, wall: Wall) -> Result<(), StoreError> {
    let id = group_now.id;
    let before = group(conn, id)?;
    conn.execute(
        "INSERT INTO roster_group (id, name, place, demo) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place, demo = excluded.demo, archived = 0",
        params![id.0, group_now.name, group_now.place, group_now.demo],
    )?;
    let met: bool =
        conn.query_row("SELECT EXISTS (SELECT 1 FROM meeting WHERE group_id = ?)", [id.0], |row| row.get(0))?;
    conn.execute("UPDATE participant SET archived = 1 WHERE group_id = ?", [id.0])?;
    for (position, participant) in group_now.participants.iter().enumerate() {
        let changed = conn
            .prepare_cached(
                "INSERT INTO participant (id, group_id, name, position) VALUES (?, ?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, archived = 0
                 WHERE group_id = excluded.group_id",
            )?
            .execute(params![participant.id.0, id.0, participant.name, position as i64])?;
        if changed == 0 {
            return Err(StoreError::Other(format!("participant {} belongs to another group", participant.id.0)));
        }
    }
    if !met {
        conn.execute("DELETE FROM participant WHERE group_id = ? AND archived = 1", [id.0])?;
    }
    audit(conn, wall, "group_saved", &json!({ "before": before, "after": group_now }))
}

/// Takes a group out of the lists; its meetings stay.
pub(super) fn archive(conn: &Connection, id: GroupId, wall: Wall) -> Result<(), StoreError> {
    conn.execute("UPDATE roster_group SET archived = 1 WHERE id = ?", [id.0])?;
    audit(conn, wall, "group_archived", &json!({ "group": id }))
}

/// Removes the demo group with all its meetings; the only thing that is ever deleted.
pub(super) fn remove_demo(conn: &Connection, wall: Wall) -> Result<(), StoreError> {
    let demo = conn.query_row("SELECT id FROM roster_group WHERE demo = 1 LIMIT 1", [], |row| row.get(0)).optional()?;
    let Some(id) = demo.map(GroupId) else { return Ok(()) };
    for sql in [
        "DELETE FROM event WHERE meeting_id IN (SELECT id FROM meeting WHERE group_id = ?)",
        "DELETE FROM meeting WHERE group_id = ?",
        "DELETE FROM participant WHERE group_id = ?",
        "DELETE FROM roster_group WHERE id = ?",
    ] {
        conn.execute(sql, [id.0])?;
    }
    audit(conn, wall, "demo_removed", &json!({ "group": id }))
}

fn audit(conn: &Connection, wall: Wall, what: &str, detail: &serde_json::Value) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO audit (wall_ms, what, detail) VALUES (?, ?, ?)",
        params![wall.0, what, detail.to_string()],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
