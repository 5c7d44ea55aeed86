//! Groups and participants as ordinary tables, every change with a trace.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use serde_json::json;

use super::StoreError;
use crate::engine::{
    ids::{GroupId, ParticipantId},
    roster::{Group, Member, Sealed, Standing},
    time::{DayMinute, Wall},
};

/// Groups that are not archived, by name, with their members in usual order.
pub(super) fn groups(conn: &Connection) -> Result<Vec<Group>, StoreError> {
    let mut members: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
    let mut statement = conn.prepare("SELECT * FROM participant WHERE archived = 0 ORDER BY group_id, position, id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        members.entry(row.get("group_id")?).or_default().push(member(row)?);
    }
    let mut statement = conn.prepare("SELECT * FROM roster_group WHERE archived = 0 ORDER BY demo, name, id")?;
    let groups = statement.query_map([], |row| {
        let id: i64 = row.get("id")?;
        Ok(Group {
            id: GroupId(id),
            name: row.get("name")?,
            village: row.get("village")?,
            district: row.get("district")?,
            leader: row.get::<_, Option<i64>>("leader")?.map(ParticipantId),
            place: row.get("place")?,
            hour: row.get::<_, Option<u16>>("hour_minute")?.map(DayMinute),
            demo: row.get("demo")?,
            members: members.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(groups.collect::<Result<_, _>>()?)
}

fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        id: ParticipantId(row.get("id")?),
        name: row.get("name")?,
        address: row.get("address")?,
        components: serde_json::from_str(row.get_ref("components")?.as_str()?).unwrap_or_default(),
        standing: match row.get_ref("standing")?.as_str()? {
            "graduated" => Standing::Graduated,
            "moved" => Standing::Moved,
            _ => Standing::Active,
        },
        notes: row.get("notes")?,
        nik: row.get::<_, Option<Vec<u8>>>("nik")?.map(Sealed),
        kk: row.get::<_, Option<Vec<u8>>>("kk")?.map(Sealed),
    })
}

fn group(conn: &Connection, id: GroupId) -> Result<Option<Group>, StoreError> {
    Ok(groups(conn)?.into_iter().find(|group| group.id == id))
}

/// Inserts or updates a group. Members no longer in the list are archived when the group ever met (a roll may name them), else removed.
pub(super) fn save(conn: &Connection, group_now: &Group, wall: Wall) -> Result<(), StoreError> {
    let id = group_now.id;
    let before = group(conn, id)?;
    conn.execute(
        "INSERT INTO roster_group (id, name, village, district, place, hour_minute, demo)
         VALUES (:id, :name, :village, :district, :place, :hour, :demo)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, village = excluded.village, district = excluded.district,
            leader = NULL, place = excluded.place, hour_minute = excluded.hour_minute, demo = excluded.demo, archived = 0",
        named_params! {
            ":id": id.0, ":name": group_now.name, ":village": group_now.village, ":district": group_now.district,
            ":place": group_now.place, ":hour": group_now.hour.map(|hour| hour.0), ":demo": group_now.demo,
        },
    )?;
    let met: bool =
        conn.query_row("SELECT EXISTS (SELECT 1 FROM meeting WHERE group_id = ?)", [id.0], |row| row.get(0))?;
    conn.execute("UPDATE participant SET archived = 1 WHERE group_id = ?", [id.0])?;
    for (position, member) in group_now.members.iter().enumerate() {
        save_member(conn, id, member, position)?;
    }
    if !met {
        conn.execute("DELETE FROM participant WHERE group_id = ? AND archived = 1", [id.0])?;
    }
    // Only now is everybody there whom it may name.
    let leader = group_now.leader.filter(|leader| group_now.members.iter().any(|member| member.id == *leader));
    conn.execute("UPDATE roster_group SET leader = ? WHERE id = ?", params![leader.map(|leader| leader.0), id.0])?;
    audit(conn, wall, "group_saved", &json!({ "before": before, "after": group_now }))
}

fn save_member(conn: &Connection, group: GroupId, member: &Member, position: usize) -> Result<(), StoreError> {
    let components = serde_json::to_string(&member.components).map_err(|error| StoreError::Other(error.to_string()))?;
    let standing = match member.standing {
        Standing::Active => "active",
        Standing::Graduated => "graduated",
        Standing::Moved => "moved",
    };
    let changed = conn
        .prepare_cached(
            "INSERT INTO participant (id, group_id, name, position, address, components, standing, notes, nik, kk)
             VALUES (:id, :group, :name, :position, :address, :components, :standing, :notes, :nik, :kk)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, address = excluded.address,
                components = excluded.components, standing = excluded.standing, notes = excluded.notes, nik = excluded.nik,
                kk = excluded.kk, archived = 0
             WHERE group_id = excluded.group_id",
        )?
        .execute(named_params! {
            ":id": member.id.0, ":group": group.0, ":name": member.name, ":position": position as i64,
            ":address": member.address, ":components": components, ":standing": standing,
            ":notes": member.notes, ":nik": member.nik.as_ref().map(|sealed| &sealed.0), ":kk": member.kk.as_ref().map(|sealed| &sealed.0),
        })?;
    if changed == 0 {
        return Err(StoreError::Other(format!("participant {} belongs to another group", member.id.0)));
    }
    Ok(())
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
        "DELETE FROM roll_mark WHERE meeting_id IN (SELECT id FROM meeting WHERE group_id = ?)",
        "DELETE FROM meeting WHERE group_id = ?",
        "UPDATE roster_group SET leader = NULL WHERE id = ?",
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
