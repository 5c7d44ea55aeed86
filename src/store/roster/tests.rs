//! Saving, archiving, the demo group, and the guards against everything else.

use super::*;
use crate::{
    engine::{ids::MeetingId, roster::Component},
    store::{
        journal, library, meetings,
        sample::{NINE, Place, group, records, save},
    },
};

const COUNTS: &str =
    "SELECT (SELECT count(*) FROM roster_group WHERE id > 0) || ' ' || (SELECT count(*) FROM participant) || ' '
    || (SELECT count(*) FROM meeting) || ' ' || (SELECT count(*) FROM event)";

fn text(conn: &Connection, sql: &str) -> String {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// A real group (1) and the demo group (2), each with a meeting.
fn two_groups(conn: &Connection) {
    for (id, demo) in [(1, false), (2, true)] {
        let group = group(id, demo);
        save(conn, &group).unwrap();
        journal::append(conn, MeetingId(id), &records(&group, 1..=4)).unwrap();
    }
}

#[test]
fn participants_who_leave_are_archived_once_the_group_has_met() {
    let place = Place::new();
    let conn = place.open().conn;
    let mut changed = group(1, false);
    save(&conn, &changed).unwrap();
    changed.members.remove(0);
    save(&conn, &changed).unwrap();
    assert_eq!(text(&conn, COUNTS), "1 2 0 0", "never met: gone");
    journal::append(&conn, MeetingId(1), &records(&changed, 1..=3)).unwrap();
    let leaver = changed.members.remove(0);
    changed.name = "Kelompok Kenanga".to_owned();
    save(&conn, &changed).unwrap();
    assert_eq!(groups(&conn).unwrap(), [changed.clone()]);
    assert_eq!(text(&conn, COUNTS), "1 2 1 3", "met: kept");
    changed.members.push(leaver);
    save(&conn, &changed).unwrap();
    assert_eq!(groups(&conn).unwrap(), [changed.clone()], "back, and in the new order");
    let trail: i64 = conn.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).unwrap();
    assert_eq!(trail, 4);
    let newest = text(&conn, "SELECT detail FROM audit ORDER BY id DESC LIMIT 1");
    let newest: serde_json::Value = serde_json::from_str(&newest).unwrap();
    let change = &newest["changes"][0];
    assert_eq!(change["before"]["members"], serde_json::json!([]));
    assert_eq!(change["after"]["members"], serde_json::json!([changed.members[1]]), "only who came back");
}

#[test]
fn everything_about_a_group_and_its_members_comes_back_and_the_trail_has_no_numbers() {
    let place = Place::new();
    let conn = place.open().conn;
    let mut full = group(1, false);
    let first = &mut full.members[0];
    first.address = "RT 02".to_owned();
    first.components = vec![Component::Pregnant, Component::Elderly];
    first.notes = "Datang dengan cucu".to_owned();
    first.nik = Some(Sealed(vec![7, 8, 9]));
    first.kk = Some(Sealed(vec![1]));
    full.members[1].standing = Standing::Graduated;
    full.members[2].standing = Standing::Moved;
    full.leader = Some(full.members[1].id);
    full.hour = Some(DayMinute(570));
    full.village = "Sukamaju".to_owned();
    full.district = "Mlati".to_owned();
    save(&conn, &full).unwrap();
    assert_eq!(groups(&conn).unwrap(), [full.clone()]);
    assert_eq!(full.participants().len(), 1, "who left is not called up");
    assert!(!text(&conn, "SELECT detail FROM audit").contains("nik"));
    full.members.remove(1);
    save(&conn, &full).unwrap();
    assert_eq!(groups(&conn).unwrap()[0].leader, None, "the leader was taken out");
}

#[test]
fn a_participant_stays_with_their_group() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    let mut thief = group(1, false);
    thief.members.extend(group(2, true).members);
    assert!(matches!(save(&conn, &thief), Err(StoreError::Other(_))));
}

#[test]
fn an_archived_group_leaves_the_list_and_nothing_else() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    let put_away = Regrouping { why: Regroup::Archived, groups: Vec::new(), archived: vec![GroupId(1)] };
    regroup(&conn, &put_away, NINE).unwrap();
    assert_eq!(archived(&conn).unwrap(), [group(1, false)]);
    assert_eq!(groups(&conn).unwrap(), [group(2, true)]);
    assert_eq!(meetings::summaries(&conn).unwrap().len(), 2);
    save(&conn, &group(1, false)).unwrap();
    assert_eq!(groups(&conn).unwrap(), [group(1, false), group(2, true)], "saving brings it back; demo last");
}

#[test]
fn removing_the_demo_group_takes_its_meetings_and_no_others() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    let before = journal::read(&conn, MeetingId(1)).unwrap();
    remove_demo(&conn, NINE).unwrap();
    remove_demo(&conn, NINE).unwrap();
    assert_eq!(text(&conn, COUNTS), "1 3 1 4");
    assert_eq!(journal::read(&conn, MeetingId(1)).unwrap(), before);
    assert_eq!(library::load(&conn).unwrap().groups, [group(1, false)]);
}

#[test]
fn the_database_itself_guards_the_journal() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    let before = text(&conn, COUNTS);
    for sql in [
        "UPDATE event SET payload = '{}' WHERE meeting_id = 1 AND seq = 2",
        "UPDATE event SET payload = '{}' WHERE meeting_id = 2 AND seq = 2",
        "DELETE FROM event WHERE meeting_id = 1",
        "DELETE FROM meeting WHERE id = 1",
        "DELETE FROM roster_group WHERE id = 1",
        "INSERT OR REPLACE INTO event VALUES (1 << 20 | 4, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1 << 20 | 6, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1 << 20 | 0, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (9 << 20 | 1, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1 << 20 | 5, 'soon', 0, 1, '{}')",
        "UPDATE roster_group SET demo = 1 WHERE id = 1",
        "UPDATE meeting SET group_id = 2 WHERE id = 1",
        "INSERT INTO meeting SELECT id + 5, 77, session, kind, title, opened_wall_ms, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, '', '', 0 FROM meeting",
        "UPDATE audit SET what = ''",
        "DELETE FROM audit",
    ] {
        let refused = conn.execute(sql, []).map_err(StoreError::from);
        assert!(matches!(refused, Err(StoreError::Other(_))), "{sql}: {refused:?}");
    }
    assert_eq!(text(&conn, COUNTS), before);
}

/// Two real groups, 1 with a meeting in which member 101 was marked, and 3 without any.
fn met_and_new(conn: &Connection) -> (Group, Group) {
    let (met, new) = (group(1, false), group(3, false));
    for group in [&met, &new] {
        save(conn, group).unwrap();
    }
    journal::append(conn, MeetingId(1), &records(&met, 1..=5)).unwrap();
    (met, new)
}

fn change(why: Regroup, groups: &[&Group], archived: &[i64]) -> Regrouping {
    let groups = groups.iter().map(|group| (*group).clone()).collect();
    Regrouping { why, groups, archived: archived.iter().copied().map(GroupId).collect() }
}

#[test]
fn members_move_with_their_ids_and_marks_and_undo_restores_exactly() {
    let place = Place::new();
    let conn = place.open().conn;
    let (met, new) = met_and_new(&conn);
    let marks =
        "SELECT group_concat(meeting_id || ':' || participant_id || ':' || coalesce(status, '-')) FROM roll_mark";
    meetings::refresh_stale(&conn).unwrap();
    let before = text(&conn, marks);
    let (mut left, mut joined) = (met.clone(), new.clone());
    left.leader = None;
    joined.members.push(left.members.remove(1));
    regroup(&conn, &change(Regroup::Moved, &[&left, &joined], &[]), NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [left.clone(), joined.clone()]);
    assert_eq!(text(&conn, marks), before);
    let newest = text(&conn, "SELECT what FROM audit ORDER BY id DESC LIMIT 1");
    assert_eq!(newest, "members_moved");

    // Somebody with marks behind them is never removed, even out of a group that never met.
    let mut without = joined.clone();
    let moved = without.members.pop().unwrap();
    save(&conn, &without).unwrap();
    let kept: bool =
        conn.query_row("SELECT archived FROM participant WHERE id = ?", [moved.id.0], |row| row.get(0)).unwrap();
    assert!(kept, "archived, not gone");

    regroup(&conn, &change(Regroup::Undone, &[&met, &new], &[]), NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [met, new], "order, leader and all");
}

#[test]
fn a_merged_group_goes_to_the_archive_with_its_meetings_and_comes_back_whole() {
    let place = Place::new();
    let conn = place.open().conn;
    let (mut met, new) = met_and_new(&conn);
    met.leader = met.members.first().map(|member| member.id);
    save(&conn, &met).unwrap();
    let (mut from, mut into) = (met.clone(), new.clone());
    into.members.append(&mut from.members);
    from.leader = None;
    regroup(&conn, &change(Regroup::Merged, &[&into, &from], &[1]), NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [into]);
    assert_eq!(archived(&conn).unwrap(), [from]);
    assert_eq!(meetings::summaries(&conn).unwrap()[0].group, GroupId(1), "a meeting stays with its group");
    regroup(&conn, &change(Regroup::Undone, &[&met, &new], &[]), NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [met, new]);
    assert_eq!(archived(&conn).unwrap(), []);
}

#[test]
fn a_change_that_takes_somebody_from_outside_or_touches_the_demo_group_is_refused_whole() {
    let place = Place::new();
    let mut conn = place.open().conn;
    two_groups(&conn);
    let third = group(3, false);
    save(&conn, &third).unwrap();
    let before = groups(&conn).unwrap();
    let mut thief = group(1, false);
    thief.members.extend(third.members);
    for bad in
        [change(Regroup::Moved, &[&thief], &[]), change(Regroup::Merged, &[&group(1, false), &group(2, true)], &[])]
    {
        let tx = conn.transaction().unwrap();
        assert!(matches!(regroup(&tx, &bad, NINE), Err(StoreError::Other(_))));
        drop(tx);
        assert_eq!(groups(&conn).unwrap(), before);
    }
}

#[test]
fn another_passphrase_seals_everybody_anew_and_forgetting_clears_numbers_alone() {
    let place = Place::new();
    let conn = place.open().conn;
    let (_, old) = vault::VaultFile::create("lama sekali").unwrap();
    let (file, new) = vault::VaultFile::create("baru sekali").unwrap();
    let (mut met, _) = met_and_new(&conn);
    let who = met.members[0].id;
    met.members[0].nik = Some(old.seal(who, Number::Nik, "3201014506780001").unwrap());
    met.members[0].kk = Some(Sealed(vec![1, 2, 3]));
    save(&conn, &met).unwrap();
    // One who was taken out keeps their number too.
    let gone = met.members.remove(0);
    save(&conn, &met).unwrap();
    reseal(&conn, &old, &new, &file.to_json().unwrap(), NINE).unwrap();
    met.members.insert(0, gone);
    let kept = |column: &str| {
        let sql = format!("SELECT {column} FROM participant WHERE id = ?");
        conn.query_row(&sql, [who.0], |row| row.get::<_, Option<Vec<u8>>>(0)).unwrap().map(Sealed)
    };
    let nik = kept("nik").unwrap();
    assert_eq!(new.open(who, Number::Nik, &nik).unwrap().as_str(), "3201014506780001");
    assert!(old.open(who, Number::Nik, &nik).is_err());
    assert_eq!(kept("kk"), Some(Sealed(vec![1, 2, 3])), "what cannot be opened is kept as it is");
    let setting = library::load(&conn).unwrap().settings.remove(vault::SETTING);
    assert_eq!(setting, file.to_json().ok());

    let names = text(&conn, "SELECT group_concat(name || notes) FROM participant");
    forget_numbers(&conn, NINE).unwrap();
    assert_eq!((kept("nik"), kept("kk")), (None, None));
    assert_eq!(text(&conn, "SELECT group_concat(name || notes) FROM participant"), names);
    assert!(library::load(&conn).unwrap().settings.is_empty());
    assert!(!text(&conn, "SELECT group_concat(detail) FROM audit").contains("320101"));
}
