//! The writer under ordinary work and under failing disks.

use std::time::Duration;

use super::*;
use crate::{
    engine::{
        attendance::Counts,
        event::{Event, Record},
        ids::GroupId,
        roster::Group,
        state::State,
        time::Ms,
    },
    store::sample::{NINE, Place, group, record, records, save},
};

const MEETING: MeetingId = MeetingId(7);

/// A writer with a group in place, and a bell that rings when it wakes the app.
struct Bench {
    handle: StoreHandle,
    library: Library,
    bell: Receiver<()>,
    group: Group,
}

impl Bench {
    fn new(database: Database) -> Self {
        let (ring, bell) = mpsc::sync_channel(CHANNEL);
        let wake = Arc::new(move || ring.try_send(()).unwrap_or_default());
        let (handle, library) = Store::spawn_with(database, wake, Duration::from_millis(20)).unwrap();
        Self { handle, library, bell, group: group(1, false) }
    }

    fn with_group(database: Database) -> Self {
        save(&database.conn, &group(1, false)).unwrap();
        Self::new(database)
    }

    /// As [`Self::with_group`], and impatient with another program's lock, which the other value holds.
    fn locked_out(place: &Place) -> (Self, Connection) {
        let database = place.open();
        database.conn.busy_timeout(Duration::from_millis(20)).unwrap();
        let bench = Self::with_group(database);
        let other = Connection::open(crate::store::open::db_path(place.dir())).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        (bench, other)
    }

    fn append(&mut self, records: Vec<Record>) {
        self.handle.send(Request::Append { meeting: MEETING, records });
    }

    /// The next report, woken for as the app would be.
    fn next(&mut self) -> Report {
        for _ in 0..100 {
            if let Some(report) = self.handle.poll() {
                return report;
            }
            let _rung = self.bell.recv_timeout(Duration::from_millis(100));
        }
        panic!("no report within ten seconds");
    }

    fn durable(&mut self) -> u64 {
        match self.next() {
            Report::Durable { meeting: MEETING, seq } => seq,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_was_appended_is_there_at_the_next_start_and_folds() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    assert_eq!(bench.library.unfinished, None);
    let all = records(&bench.group, 1..=40);
    for part in all.chunks(7) {
        bench.append(part.to_vec());
    }
    bench.handle.send(Request::Alive { meeting: MEETING, at: Ms::minutes(9), wall: NINE.plus_ms(540_000) });
    bench.handle.send(Request::SetSetting { key: "naskah".into(), value: "20".into() });
    assert_eq!(bench.handle.close(), 0, "ending drains");

    let mut again = Bench::new(place.open());
    let unfinished = again.library.unfinished.take().unwrap();
    assert_eq!(unfinished.log.records, all);
    assert_eq!((unfinished.log.undecodable, unfinished.log.next_seq), (0, 41));
    assert_eq!((unfinished.alive_at, unfinished.alive_wall), (Ms::minutes(9), NINE.plus_ms(540_000)));
    assert_eq!(State::fold(&unfinished.log.records).unwrap().seq, 40);
    assert_eq!(again.library.settings["naskah"], "20");
    assert_eq!(again.library.groups, [group(1, false)]);
    assert_eq!(again.library.ids.meeting(), MeetingId(8));
    assert_eq!(again.library.ids.group(), GroupId(2));
    let summary = &again.library.meetings[0];
    assert_eq!((summary.began, summary.closed), (Some(NINE.plus_ms(1000)), None), "refreshed at the start");
    assert_eq!(summary.counts.present, 3);
}

#[test]
fn records_are_durable_in_order_and_read_back_behind_their_writes() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    for record in records(&bench.group, 1..=30) {
        bench.append(vec![record]);
    }
    bench.handle.send(Request::ReadLog(MEETING));
    assert_eq!((1..=30).map(|_| bench.durable()).collect::<Vec<_>>(), (1..=30).collect::<Vec<_>>());
    match bench.next() {
        Report::Log(log) => assert_eq!(log.records, records(&bench.group, 1..=30)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn closing_and_correcting_a_meeting_renews_its_line() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    bench.append(records(&bench.group, 1..=3));
    bench.append(vec![record(4, Event::Closed)]);
    assert_eq!((bench.durable(), bench.durable()), (3, 4));
    let Report::Summary(closed) = bench.next() else { panic!("no summary") };
    assert_eq!(closed.counts, Counts { present: 1, unmarked: 2, ..Counts::default() });
    assert_eq!(closed.closed, Some(NINE.plus_ms(3000)));
    let mut late = records(&bench.group, 4..=4).remove(0);
    late.seq = 5;
    bench.append(vec![late]);
    assert_eq!(bench.durable(), 5);
    let Report::Summary(corrected) = bench.next() else { panic!("no summary") };
    assert_eq!(corrected.counts.present, 2);
    drop(bench);
    let library = Bench::new(place.open()).library;
    assert_eq!((library.meetings, library.unfinished), (vec![corrected], None));
}

#[test]
fn nothing_is_durable_while_the_disk_is_full_and_everything_in_order_when_it_is_not() {
    let place = Place::new();
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    let pages: i64 = database.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    // Room for a few records; the writer's next try opens the file anew, which makes room again.
    database.conn.pragma_update_and_check(None, "max_page_count", pages + 2, |_| Ok(())).unwrap();
    let mut bench = Bench::new(database);
    let mut seqs = Vec::new();
    let (mut failures, mut recoveries) = (0, 0);
    for record in records(&bench.group, 1..=200) {
        bench.append(vec![record]);
    }
    while seqs.last() != Some(&200) {
        match bench.next() {
            Report::Durable { seq, .. } => {
                assert_eq!(failures, recoveries, "durable while failing");
                seqs.push(seq);
            }
            Report::Failed { subject: Subject::Meeting(MEETING), error: StoreError::Full(_) } => failures += 1,
            Report::Recovered => recoveries += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((failures, recoveries), (1, 1));
    assert_eq!(seqs, (1..=200).collect::<Vec<_>>());
}

#[test]
fn a_place_that_cannot_be_written_is_told_once() {
    let place = Place::new();
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    database.conn.pragma_update(None, "query_only", true).unwrap();
    let mut bench = Bench::new(database);
    bench.append(records(&bench.group, 1..=1));
    let told = bench.next();
    assert!(matches!(told, Report::Failed { error: StoreError::ReadOnly(_), .. }), "{told:?}");
    assert!(matches!(bench.next(), Report::Recovered));
    assert_eq!(bench.durable(), 1);
}

#[test]
fn another_program_holding_the_file_delays_but_loses_nothing() {
    let place = Place::new();
    let (mut bench, other) = Bench::locked_out(&place);
    bench.append(records(&bench.group, 1..=2));
    let told = bench.next();
    assert!(matches!(told, Report::Failed { error: StoreError::Busy(_), .. }), "{told:?}");
    bench.append(records(&bench.group, 3..=3));
    assert!(bench.handle.poll().is_none(), "told once, nothing durable");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(matches!(bench.next(), Report::Recovered));
    assert_eq!((bench.durable(), bench.durable()), (2, 3));
}

#[test]
fn what_a_failing_disk_keeps_out_is_counted_at_the_end() {
    let place = Place::new();
    let (mut bench, _other) = Bench::locked_out(&place);
    bench.append(records(&bench.group, 1..=1));
    bench.append(records(&bench.group, 2..=2));
    assert_eq!(bench.handle.close(), 2);
}

#[test]
fn a_refused_record_stops_its_meeting_but_not_the_others() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    let all = records(&bench.group, 1..=4);
    bench.append(all[..2].to_vec());
    bench.append(all[3..].to_vec()); // the third is missing
    bench.handle.send(Request::SetSetting { key: "a".into(), value: "b".into() });
    assert_eq!(bench.durable(), 2);
    assert!(matches!(bench.next(), Report::Refused { subject: Subject::Meeting(MEETING), .. }));
    assert!(matches!(bench.next(), Report::Saved(Subject::Setting(_))));
    bench.append(all[1..].to_vec());
    assert_eq!(bench.durable(), 4, "a record that is there already is no mistake");
}

#[test]
fn a_crash_keeps_every_record_that_was_durable() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    bench.append(records(&bench.group, 1..=5));
    let seq = bench.durable();
    // What a dead battery leaves: the files as they are, nothing closed.
    let after = Place::new();
    for name in ["lembar.db", "lembar.db-wal"] {
        std::fs::copy(place.dir().join(name), after.dir().join(name)).unwrap();
    }
    bench.append(records(&bench.group, 6..=6));
    let library = Bench::new(after.open()).library;
    assert_eq!(library.unfinished.unwrap().log.records, records(&bench.group, 1..=seq));
}

#[test]
fn records_nobody_understands_are_kept_counted_and_skipped() {
    let place = Place::new();
    let database = place.open();
    let group = group(1, false);
    save(&database.conn, &group).unwrap();
    journal::append(&database.conn, MEETING, &records(&group, 1..=2)).unwrap();
    let strange = "INSERT INTO event VALUES (7 << 20 | ?, 0, 0, ?, ?)";
    database.conn.execute(strange, (3, 1, r#"{"t":"levitated"}"#)).unwrap();
    database.conn.execute(strange, (4, crate::engine::event::VERSION + 1, r#"{"t":"paused"}"#)).unwrap();
    let log = Bench::new(database).library.unfinished.unwrap().log;
    assert_eq!((log.records, log.undecodable, log.next_seq), (records(&group, 1..=2), 2, 5));
}

#[test]
fn an_abandoned_meeting_is_kept_but_not_offered() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    bench.append(records(&bench.group, 1..=2));
    bench.handle.send(Request::Abandon { meeting: MEETING, wall: NINE });
    drop(bench);
    let library = Bench::new(place.open()).library;
    assert_eq!((library.unfinished, library.meetings.len()), (None, 1));
}

#[test]
fn more_than_the_channel_holds_waits_with_the_handle_in_order() {
    let place = Place::new();
    let mut bench = Bench::with_group(place.open());
    let count = CHANNEL as u64 * 2 + 10;
    for record in records(&bench.group, 1..=count) {
        bench.append(vec![record]);
    }
    let seqs: Vec<u64> = (1..=count).map(|_| bench.durable()).collect();
    assert!(seqs.is_sorted() && seqs.last() == Some(&count));
}

#[test]
fn a_writer_that_died_is_told_once() {
    let place = Place::new();
    let wake = Arc::new(|| panic!("on purpose"));
    let (mut handle, _) = Store::spawn(place.open(), wake).unwrap();
    handle.send(Request::RemoveDemo { wall: NINE });
    let told: Vec<Report> = std::iter::from_fn(|| {
        while handle.thread.as_ref().is_some_and(|thread| !thread.is_finished()) {
            std::thread::yield_now();
        }
        handle.poll()
    })
    .collect();
    assert!(matches!(told[..], [Report::Saved(Subject::Demo), Report::Stopped]), "{told:?}");
    handle.send(Request::RemoveDemo { wall: NINE });
    assert_eq!(handle.close(), 2, "the one that killed it, whose fate is unknown, and the one after");
}
