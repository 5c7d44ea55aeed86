//! Saving, archiving, the demo group, and the guards against everything else.

use super::*;
use crate::{
    engine::{ids::MeetingId, roster::Component},
    store::{
        journal, library, meetings,
        sample::{NINE, Place, group, records},
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
        save(conn, &group, NINE).unwrap();
        journal::append(conn, MeetingId(id), &records(&group, 1..=4)).unwrap();
    }
}

#[test]
fn participants_who_leave_are_archived_once_the_group_has_met() {
    let place = Place::new();
    let conn = place.open().conn;
    let mut changed = group(1, false);
    save(&conn, &changed, NINE).unwrap();
    changed.members.remove(0);
    save(&conn, &changed, NINE).unwrap();
    assert_eq!(text(&conn, COUNTS), "1 2 0 0", "never met: gone");
    journal::append(&conn, MeetingId(1), &records(&changed, 1..=3)).unwrap();
    let leaver = changed.members.remove(0);
    changed.name = "Kelompok Kenanga".to_owned();
    save(&conn, &changed, NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [changed.clone()]);
    assert_eq!(text(&conn, COUNTS), "1 2 1 3", "met: kept");
    changed.members.push(leaver);
    save(&conn, &changed, NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [changed.clone()], "back, and in the new order");
    let trail: i64 = conn.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).unwrap();
    assert_eq!(trail, 4);
    let newest = text(&conn, "SELECT detail FROM audit ORDER BY id DESC LIMIT 1");
    let newest: serde_json::Value = serde_json::from_str(&newest).unwrap();
    assert_eq!(newest["after"], serde_json::to_value(&changed).unwrap());
    assert_eq!(newest["before"]["members"].as_array().unwrap().len(), 1);
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
    save(&conn, &full, NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [full.clone()]);
    assert_eq!(full.participants().len(), 1, "who left is not called up");
    assert!(!text(&conn, "SELECT detail FROM audit").contains("nik"));
    full.members.remove(1);
    save(&conn, &full, NINE).unwrap();
    assert_eq!(groups(&conn).unwrap()[0].leader, None, "the leader was taken out");
}

#[test]
fn a_participant_stays_with_their_group() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    let mut thief = group(1, false);
    thief.members.extend(group(2, true).members);
    assert!(matches!(save(&conn, &thief, NINE), Err(StoreError::Other(_))));
}

#[test]
fn an_archived_group_leaves_the_list_and_nothing_else() {
    let place = Place::new();
    let conn = place.open().conn;
    two_groups(&conn);
    archive(&conn, GroupId(1), NINE).unwrap();
    assert_eq!(groups(&conn).unwrap(), [group(2, true)]);
    assert_eq!(meetings::summaries(&conn).unwrap().len(), 2);
    save(&conn, &group(1, false), NINE).unwrap();
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
        "INSERT OR REPLACE INTO event VALUES (1, 4, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1, 6, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1, 0, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (9, 1, 0, 0, 1, '{}')",
        "INSERT INTO event VALUES (1, 5, 'soon', 0, 1, '{}')",
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
