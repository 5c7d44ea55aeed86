//! What is kept beside the meetings that were held: rehearsals, one that was never closed, one withdrawn, one whose journal is broken, a group
//! merged into another. None of it may slip into a sum, and none of it may cost the rest.

use lembar::{
    app::outgoing::Source,
    engine::{
        event::{Event, MeetingKind, Record},
        ids::{GroupId, MeetingId},
        time::Month,
    },
    store::{DirLock, OpenOutcome, Regroup, Regrouping, Report, Request, Snapshot, Store, open},
};
use rusqlite::Connection;

use super::*;

/// The journals of the first month, by group.
fn first_month(place: &Place) -> (Month, Vec<(GroupId, MeetingId, Vec<Record>)>) {
    let snapshot = Snapshot::take(&place.data).unwrap().unwrap();
    let meetings = &snapshot.library().meetings;
    let month = meetings.iter().filter_map(|meeting| meeting.began).min().unwrap().month();
    let of_month = meetings.iter().filter(|meeting| meeting.began.is_some_and(|began| began.month() == month));
    let logs = of_month.map(|meeting| (meeting.group, meeting.id, snapshot.log(meeting.id).unwrap().records));
    (month, logs.collect())
}

fn write(place: &Place, requests: impl IntoIterator<Item = Request>) {
    let lock = DirLock::take(&place.data).unwrap();
    let wall = lembar::engine::time::Wall(1_900_000_000_000);
    let OpenOutcome::Ready(database) = open::open(&lock, wall).unwrap() else { panic!("damaged") };
    let (mut store, _) = Store::spawn(database, std::sync::Arc::new(|| ())).unwrap();
    let mut wanted = 0;
    for request in requests {
        store.send(request);
        wanted += 1;
    }
    while wanted > 0 {
        match store.poll() {
            Some(Report::Durable { .. } | Report::Saved(_)) => wanted -= 1,
            Some(Report::Refused { subject, error }) => panic!("{subject:?}: {error}"),
            _ => std::thread::sleep(Duration::from_millis(1)),
        }
    }
    assert_eq!(store.close(), 0);
}

fn append(meeting: i64, records: Vec<Record>) -> Request {
    Request::Append { meeting: MeetingId(meeting), records }
}

/// The same journal, its opening changed.
fn opened_as(log: &[Record], change: impl FnOnce(&mut lembar::engine::event::Setup)) -> Vec<Record> {
    let mut log = log.to_vec();
    let Event::Opened { setup, .. } = &mut log[0].event else { panic!("{:?}", log[0]) };
    change(setup);
    log
}

#[test]
fn the_export_has_no_rehearsal_and_a_withdrawn_meeting_only_as_a_line() {
    let place = Place::new();
    let before = place.path("sebelum");
    well(&["export", "--all", "--out", &before], &place.data);
    let log = first_month(&place).1.remove(0).2;
    let rehearsal = opened_as(&log, |setup| {
        setup.kind = MeetingKind::Rehearsal;
        setup.group = GroupId::REHEARSAL;
    });
    let mut withdrawn = opened_as(&log, |setup| setup.paper = true);
    let last = withdrawn.last().unwrap().clone();
    withdrawn.push(Record { seq: last.seq + 1, event: Event::Withdrawn { on: true }, ..last });
    write(&place, [append(901, rehearsal), append(902, withdrawn)]);

    let after = place.path("sesudah");
    let told = well(&["export", "--all", "--out", &after], &place.data);
    assert!(told.contains("2 kelompok, 5 pertemuan"), "the withdrawn one has a line: {told}");
    for file in ["kehadiran.csv", "langkah.csv", "catatan.csv", "angkat-tangan.csv", "foto.csv"] {
        let bytes = |folder: &str| fs::read(Path::new(folder).join(file)).unwrap();
        assert!(bytes(&before) == bytes(&after), "{file} is as it was");
    }
    let meetings = read_csv(&Path::new(&after).join("pertemuan.csv"));
    let line = meetings.iter().find(|line| line["Nomor pertemuan"] == "902").unwrap();
    assert!(line["Jenis"].contains("dibatalkan") && line["Hadir"].is_empty(), "{line:?}");
    assert!(!meetings.iter().any(|line| line["Nomor pertemuan"] == "901"));
    let sheet = place.path("batal.xlsx");
    well(&["report", "--meeting", "902", "--format", "xlsx", "--out", &sheet], &place.data);
    let mut book: Xlsx<_> = open_workbook(&sheet).unwrap();
    let range = book.worksheet_range("Daftar hadir").unwrap();
    assert!(range.used_cells().any(|(_, _, cell)| cell.to_string().contains("dibatalkan")), "its own sheet says so");
}

#[test]
fn the_recap_counts_what_home_counts_also_of_a_group_merged_since_and_beside_a_broken_journal() {
    let place = Place::new();
    let (month, logs) = first_month(&place);
    let (first, _, log) = &logs[0];
    let (second, broken, _) = logs.iter().find(|(group, ..)| group != first).unwrap();
    let present =
        |recap: &lembar::engine::office::MonthRecap| recap.districts.iter().map(|line| line.present).sum::<u16>();
    let recap = |place: &Place| Source::open(&place.data, &PACK).unwrap().recap(month).unwrap();
    let whole = recap(&place);
    assert_eq!(whole.districts.iter().map(|line| line.met).sum::<u16>(), 2);

    // Going on at this moment, or given up: not held.
    let open = log.iter().take_while(|record| record.event != Event::Closed).cloned().collect();
    // The first group goes over into the second.
    let snapshot = Snapshot::take(&place.data).unwrap().unwrap();
    let group = |id: &GroupId| snapshot.library().groups.iter().find(|group| group.id == *id).unwrap().clone();
    let (mut source, mut target) = (group(first), group(second));
    target.members.append(&mut source.members);
    source.leader = None;
    let change = Regrouping { why: Regroup::Merged, groups: vec![target, source], archived: vec![*first] };
    write(&place, [append(901, open), Request::Regroup { change, wall: log[0].wall }]);
    let merged = recap(&place);
    assert_eq!(merged.groups.len(), 2, "a group that met stays in its month");
    assert_eq!(present(&merged), present(&whole));
    let families =
        |recap: &lembar::engine::office::MonthRecap| recap.districts.iter().map(|line| line.families).sum::<u16>();
    assert_eq!(families(&merged), families(&whole), "nobody is counted twice");
    let next = Month { year: month.year + 20, number: 1 };
    let later = Source::open(&place.data, &PACK).unwrap().recap(next).unwrap();
    assert_eq!(later.groups.len(), 1, "in other months it is no group any more");

    let conn = Connection::open(place.data.join("lembar.db")).unwrap();
    conn.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
    conn.execute("UPDATE event SET payload = '{}' WHERE id = ?", [(broken.0 << 20) + 1]).unwrap();
    drop(conn);
    let torn = recap(&place);
    let lost: Vec<_> = torn.groups.iter().map(|group| (group.meetings.len(), group.unreadable.len())).collect();
    assert!(lost.iter().any(|(read, lost)| *read > 0 && *lost == 0) && lost.contains(&(0, 1)), "{lost:?}");
    let xlsx = place.path("rekap.xlsx");
    let word = format!("{}-{:02}", month.year, month.number);
    well(&["report", "--month", &word, "--format", "xlsx", "--out", &xlsx], &place.data);
    let mut book: Xlsx<_> = open_workbook(&xlsx).unwrap();
    for sheet in ["Rekap", "Per kelompok"] {
        let range = book.worksheet_range(sheet).unwrap();
        assert!(range.used_cells().any(|(_, _, cell)| cell.to_string().contains("tidak dapat dibaca")), "{sheet}");
    }
}
