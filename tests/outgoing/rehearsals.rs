//! Every meeting once more as rehearsals, with the very same group and people, all marked absent: whole, cut short, never begun, never closed,
//! before, between and after the meetings. Whatever counts or leaves the program must say what it said without them, byte for byte.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use lembar::{
    app::outgoing::{Format, Source, export},
    engine::{
        attendance::Status,
        event::{Event, MeetingKind, Record},
        history,
        ids::{MeetingId, SessionId},
        office::{Office, half_year},
        overview::overview,
        state::State,
        time::{Month, Wall},
    },
    store::{self, DirLock, OpenOutcome, Request, Snapshot, Store},
};

use crate::{PACK, dice::Dice, refused, well, years};

const DAY_MS: i64 = 86_400_000;
/// Rehearsals made of each meeting.
const EACH: usize = 4;

/// The journal of a meeting as one of a rehearsal: other marks, another day, perhaps only its beginning.
fn rehearsed(log: &[Record], dice: &mut Dice) -> Vec<Record> {
    let moved = (dice.below(80) as i64 - 40) * DAY_MS;
    let kept = if dice.below(2) == 0 { log.len() } else { 1 + dice.below(log.len() as u64) as usize };
    let record = |record: &Record| {
        let event = match record.event.clone() {
            Event::Opened { mut setup, sheet } => {
                setup.kind = MeetingKind::Rehearsal;
                Event::Opened { setup, sheet }
            }
            Event::Marked { mut marks, cause } => {
                for mark in &mut marks {
                    mark.status = Some(Status::Absent);
                }
                Event::Marked { marks, cause }
            }
            event => event,
        };
        Record { wall: record.wall.plus_ms(moved), event, ..record.clone() }
    };
    log.iter().take(kept).map(record).collect()
}

fn add_rehearsals(data: &Path, dice: &mut Dice) -> Vec<MeetingId> {
    let logs: Vec<Vec<Record>> = {
        let snapshot = Snapshot::take(data).unwrap().unwrap();
        let meetings = snapshot.library().meetings.iter();
        meetings.map(|meeting| snapshot.log(meeting.id).unwrap().records).collect()
    };
    let lock = DirLock::take(data).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, Wall(0)).unwrap() else { panic!("damaged") };
    let (mut store, mut library) = Store::spawn(database, Arc::new(|| ())).unwrap();
    let mut added = Vec::new();
    for log in &logs {
        for _ in 0..EACH {
            let meeting = library.ids.meeting();
            store.send(Request::Append { meeting, records: rehearsed(log, dice) });
            while store.poll().is_some() {}
            added.push(meeting);
        }
    }
    assert_eq!(store.close(), 0);
    added
}

/// Everything that counts something or leaves the program, by name.
fn told(data: &Path, out: &Path) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    let snapshot = Snapshot::take(data).unwrap().unwrap();
    let library = snapshot.library();
    let catalogue: Vec<SessionId> = PACK.sessions.iter().map(|session| session.id.clone()).collect();
    let months: Vec<Month> = library.meetings.iter().filter_map(|meeting| Some(meeting.began?.month())).collect();
    let newest = library.meetings.iter().filter(|meeting| meeting.delivered()).map(|meeting| meeting.opened).max();
    for days in [0, 1, 20, 60] {
        let wall = newest.unwrap().plus_ms(days * DAY_MS);
        let home = overview(&library.groups, &library.meetings, &catalogue, wall);
        told.insert(format!("home {days} days later"), format!("{home:?}"));
    }
    for group in &library.groups {
        let next = history::next_session(&catalogue, &library.meetings, group.id);
        let last = history::last_closed(&library.meetings, group.id);
        let recap = history::recap_chosen(&library.meetings, group.id);
        told.insert(format!("plan of {}", group.name), format!("{next:?} {last:?} {recap}"));
        // As the program gathers them for the form.
        let held = library.meetings.iter().filter(|meeting| meeting.group == group.id && meeting.delivered());
        let states: Vec<(MeetingId, State)> = held
            .map(|meeting| (meeting.id, State::fold(&snapshot.log(meeting.id).unwrap().records).unwrap()))
            .collect();
        let states: Vec<(MeetingId, &State)> = states.iter().map(|(id, state)| (*id, state)).collect();
        let form = half_year(group, &states, &Office::default(), (2024, false), true);
        told.insert(format!("half-year of {}", group.name), format!("{form:?}"));
    }
    let source = Source::open(data, &PACK).unwrap();
    told.insert("last".into(), format!("{:?}", source.last()));
    for (month, format) in months.into_iter().flat_map(|month| [(month, Format::Csv), (month, Format::Xlsx)]) {
        let recap = source.month(month, format).unwrap();
        told.insert(format!("recap {month:?} {format:?}"), format!("{recap:?}"));
    }
    let exported = export(&source, out, &mut |_, _| true).unwrap();
    told.insert("exported".into(), format!("{exported:?}"));
    for entry in fs::read_dir(out).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let words = fs::read_to_string(entry.path()).unwrap();
        told.insert(entry.file_name().into_string().unwrap(), words);
    }
    let database = rusqlite::Connection::open(data.join("lembar.db")).unwrap();
    let mut marks = database
        .prepare("SELECT meeting_id || ' ' || participant_id || ' ' || coalesce(status, '') FROM roll_mark ORDER BY 1")
        .unwrap();
    let marks: Vec<String> = marks.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    told.insert("marks".into(), marks.join("\n"));
    told
}

#[test]
fn no_rehearsal_changes_a_byte_of_what_is_counted_or_leaves_the_program() {
    for seed in 1..=4 {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let size = years::Size { groups: 2, meetings: 4, members: 6 };
        assert_eq!(years::write(&data, &PACK, size).meetings, 8);
        let before = told(&data, &folder.path().join("sebelum"));
        let added = add_rehearsals(&data, &mut Dice(seed));
        let after = told(&data, &folder.path().join("sesudah"));
        for (name, words) in &before {
            assert_eq!(after.get(name), Some(words), "seed {seed}: {name}");
        }
        // A recap of a month in which only rehearsals were is empty, and that is all there is more.
        for (name, _) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            assert!(name.starts_with("recap"), "seed {seed}: {name} is new");
        }
        let snapshot = Snapshot::take(&data).unwrap().unwrap();
        let kinds = |kind| snapshot.library().meetings.iter().filter(|meeting| meeting.kind == kind).count();
        assert_eq!((kinds(MeetingKind::Live), kinds(MeetingKind::Rehearsal)), (8, 8 * EACH), "they are there");

        let out = folder.path().join("laporan.pdf").display().to_string();
        for meeting in added.iter().take(3) {
            let id = meeting.0.to_string();
            let words = refused(&["report", "--meeting", &id, "--format", "pdf", "--out", &out], &data);
            assert!(words.contains("latihan"), "{words}");
        }
        well(&["report", "--meeting", "last", "--format", "pdf", "--out", &out], &data);
    }
}
