//! Groups and participants as ordinary tables, every change with a trace.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use serde_json::json;

use super::{
    Regroup, Regrouping, StoreError, Vault, audit, library, meetings,
    vault::{self, Number},
};
use crate::engine::{
    ids::{GroupId, ParticipantId},
    roster::{Group, Member, Sealed, Standing},
    time::{DayMinute, Wall},
};

/// Groups that are not archived, by name, with their members in usual order.
pub(super) fn groups(conn: &Connection) -> Result<Vec<Group>, StoreError> {
    read_groups(conn, false)
}

/// Groups that were put away, the same way. The one rehearsals are held with is no group of anybody's.
pub(super) fn archived(conn: &Connection) -> Result<Vec<Group>, StoreError> {
    read_groups(conn, true)
}

fn read_groups(conn: &Connection, archived: bool) -> Result<Vec<Group>, StoreError> {
    let mut members: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
    let mut statement = conn.prepare("SELECT * FROM participant WHERE archived = 0 ORDER BY group_id, position, id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        members.entry(row.get("group_id")?).or_default().push(member(row)?);
    }
    let mut statement =
        conn.prepare("SELECT * FROM roster_group WHERE archived = ? AND id <> ? ORDER BY demo, name, id")?;
    let groups = statement.query_map(params![archived, GroupId::REHEARSAL.0], |row| {
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

/// Writes all groups of a change, then puts away those that are to be. A member may come from any group of the change and keeps their id,
/// and with it every mark; who belongs to a group outside of it makes the whole change refused. Who is in none of the lists any more is
/// archived when there may be attendance behind them, else removed.
pub(super) fn regroup(conn: &Connection, change: &Regrouping, wall: Wall) -> Result<(), StoreError> {
    let touched: Vec<GroupId> = change.groups.iter().map(|group| group.id).collect();
    if change.groups.iter().any(|group| group.demo) && touched.len() > 1 {
        // Its meetings and members can be removed at any time.
        return Err(StoreError::Other("the demo group stays by itself".to_owned()));
    }
    let all = |conn| Ok::<_, StoreError>([groups(conn)?, archived(conn)?].concat());
    let concerned = |group: &Group| touched.contains(&group.id) || change.archived.contains(&group.id);
    let before: Vec<Group> = all(conn)?.into_iter().filter(concerned).collect();
    for group in &change.groups {
        save_group_row(conn, group)?;
        conn.execute("UPDATE participant SET archived = 1 WHERE group_id = ?", [group.id.0])?;
    }
    for group in &change.groups {
        for (position, member) in group.members.iter().enumerate() {
            save_member(conn, group.id, member, position, &touched)?;
        }
    }
    for group in &change.groups {
        remove_unmarked(conn, group.id)?;
        // Only now is everybody there whom it may name.
        let leader = group.leader.filter(|leader| group.members.iter().any(|member| member.id == *leader));
        let leader = leader.map(|leader| leader.0);
        conn.execute("UPDATE roster_group SET leader = ? WHERE id = ?", params![leader, group.id.0])?;
    }
    for group in &change.archived {
        conn.execute("UPDATE roster_group SET archived = 1 WHERE id = ?", [group.0])?;
    }
    let what = match change.why {
        Regroup::Saved => "group_saved",
        Regroup::Archived => "group_archived",
        Regroup::Moved => "members_moved",
        Regroup::Merged => "groups_merged",
        Regroup::Imported => "roster_imported",
        Regroup::Undone => "roster_undone",
    };
    let known = |id: GroupId| before.iter().find(|group| group.id == id);
    let changes = change.groups.iter().map(|group| audit::change(known(group.id), group));
    let changes = changes.collect::<Result<Vec<_>, _>>()?;
    audit::note(conn, wall, what, &json!({ "changes": changes, "archived": change.archived }))
}

fn save_group_row(conn: &Connection, group: &Group) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO roster_group (id, name, village, district, place, hour_minute, demo)
         VALUES (:id, :name, :village, :district, :place, :hour, :demo)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, village = excluded.village, district = excluded.district,
            leader = NULL, place = excluded.place, hour_minute = excluded.hour_minute, demo = excluded.demo, archived = 0",
        named_params! {
            ":id": group.id.0, ":name": group.name, ":village": group.village, ":district": group.district,
            ":place": group.place, ":hour": group.hour.map(|hour| hour.0), ":demo": group.demo,
        },
    )?;
    Ok(())
}

/// Members taken out of a group that never met are removed, unless they came to meetings of another one.
fn remove_unmarked(conn: &Connection, group: GroupId) -> Result<(), StoreError> {
    let out = "FROM participant WHERE group_id = ?1 AND archived = 1
        AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.group_id = ?1)";
    let any: bool = conn.query_row(&format!("SELECT EXISTS (SELECT 1 {out})"), [group.0], |row| row.get(0))?;
    if any {
        // The marks of meetings that are not closed are not in their cache yet.
        meetings::refresh_stale(conn)?;
        conn.execute(
            &format!("DELETE {out} AND NOT EXISTS (SELECT 1 FROM roll_mark WHERE participant_id = participant.id)"),
            [group.0],
        )?;
    }
    Ok(())
}

/// Writes one member into `group`, where they may be already or come to from one of the groups `from`.
fn save_member(
    conn: &Connection,
    group: GroupId,
    member: &Member,
    position: usize,
    from: &[GroupId],
) -> Result<(), StoreError> {
    let home = conn
        .prepare_cached("SELECT group_id FROM participant WHERE id = ?")?
        .query_row([member.id.0], |row| row.get(0).map(GroupId))
        .optional()?;
    if home.is_some_and(|home| !from.contains(&home)) {
        return Err(StoreError::Other(format!("participant {} belongs to another group", member.id.0)));
    }
    let components = serde_json::to_string(&member.components).map_err(|error| StoreError::Other(error.to_string()))?;
    let standing = match member.standing {
        Standing::Active => "active",
        Standing::Graduated => "graduated",
        Standing::Moved => "moved",
    };
    conn.prepare_cached(
        "INSERT INTO participant (id, group_id, name, position, address, components, standing, notes, nik, kk)
         VALUES (:id, :group, :name, :position, :address, :components, :standing, :notes, :nik, :kk)
         ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id, name = excluded.name, position = excluded.position,
            address = excluded.address, components = excluded.components, standing = excluded.standing,
            notes = excluded.notes, nik = excluded.nik, kk = excluded.kk, archived = 0",
    )?
    .execute(named_params! {
        ":id": member.id.0, ":group": group.0, ":name": member.name, ":position": position as i64,
        ":address": member.address, ":components": components, ":standing": standing,
        ":notes": member.notes, ":nik": member.nik.as_ref().map(|sealed| &sealed.0), ":kk": member.kk.as_ref().map(|sealed| &sealed.0),
    })?;
    Ok(())
}

/// Seals every number anew, of those who are archived too, and keeps the new vault. What the old key does not open stays as it is.
pub(super) fn reseal(conn: &Connection, from: &Vault, to: &Vault, file: &str, wall: Wall) -> Result<(), StoreError> {
    let mut sealed = 0_u32;
    for (column, number) in [("nik", Number::Nik), ("kk", Number::Kk)] {
        let mut statement =
            conn.prepare(&format!("SELECT id, {column} FROM participant WHERE {column} IS NOT NULL"))?;
        let rows = statement.query_map([], |row| Ok((ParticipantId(row.get(0)?), Sealed(row.get(1)?))))?;
        for row in rows.collect::<Result<Vec<_>, _>>()? {
            let (who, old) = row;
            let Ok(plain) = from.open(who, number, &old) else { continue };
            let new = to.seal(who, number, &plain).map_err(|error| StoreError::Io(error.to_string()))?;
            conn.execute(&format!("UPDATE participant SET {column} = ? WHERE id = ?"), params![new.0, who.0])?;
            sealed += 1;
        }
    }
    library::set(conn, vault::SETTING, file)?;
    audit::note(conn, wall, "passphrase_changed", &json!({ "numbers": sealed }))
}

/// Clears every number and the vault, and nothing else.
pub(super) fn forget_numbers(conn: &Connection, wall: Wall) -> Result<(), StoreError> {
    let cleared =
        conn.execute("UPDATE participant SET nik = NULL, kk = NULL WHERE nik IS NOT NULL OR kk IS NOT NULL", [])?;
    conn.execute("DELETE FROM setting WHERE key = ?", [vault::SETTING])?;
    audit::note(conn, wall, "numbers_forgotten", &json!({ "members": cleared }))
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
    audit::note(conn, wall, "demo_removed", &json!({ "group": id }))
}

#[cfg(test)]
mod tests;
