//! The flush proof: what the store reports as durable had been written *and flushed* before. Killing the program cannot prove that, because
//! the system keeps what was written; so the writer runs under strace, and the trace is read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::{
    collections::BTreeMap,
    io::Write,
    path::Path,
    process::Command,
    sync::{Arc, mpsc},
};

use lembar::{
    engine::{
        event::{Event, MeetingKind, Record, Setup},
        ids::{GroupId, MeetingId},
        plan::RunSheet,
        roster::Group,
        session::Module,
        time::{Ms, Wall},
    },
    store::{DirLock, OpenOutcome, Regrouping, Report, Request, Store, StoreHandle, open},
};

/// Tells the helper where to work.
const DIR: &str = "LEMBAR_DURABILITY_DIR";
/// The file the helper acknowledges into.
const ACKNOWLEDGED: &str = "acknowledged";
const MEETING: MeetingId = MeetingId(1);
/// Requests that are sent at once, so that some of them share a commit.
const BURST: u64 = 4;
const BURSTS: u64 = 40;

/// The words by which a record is found in what is written to the disk.
fn marker(seq: u64) -> String {
    format!("catatan-{seq:06}-")
}

#[test]
fn every_acknowledged_record_was_flushed_before() {
    let dir = tempfile::tempdir().unwrap();
    let trace = dir.path().join("trace");
    let helper = Command::new("strace")
        .args(["-f", "-y", "-s", "5000", "-e", "trace=fdatasync,fsync,write,pwrite64,writev,pwritev", "-o"])
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "helper_appends_and_acknowledges", "--ignored", "--test-threads", "1"])
        .env(DIR, dir.path())
        .output();
    match helper {
        Ok(helper) => {
            assert!(helper.status.success(), "{}", String::from_utf8_lossy(&[helper.stdout, helper.stderr].concat()));
        }
        Err(error) => {
            panic!("this test needs the program strace ({error}); script/test installs it: apt-get install strace")
        }
    }
    let trace = std::fs::read(&trace).unwrap();
    let proof = proof(&String::from_utf8_lossy(&trace));
    assert_eq!(proof, Ok(BURST * BURSTS), "acknowledged and proved");
}

/// Runs under strace: appends through the real writer, and for each durable report writes one line.
#[test]
#[ignore = "only for every_acknowledged_record_was_flushed_before"]
fn helper_appends_and_acknowledges() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let (mut handle, bell) = writer(Path::new(&dir));
    let mut acknowledged = std::fs::File::create(Path::new(&dir).join(ACKNOWLEDGED)).unwrap();
    for burst in 0..BURSTS {
        let seqs = burst * BURST + 1..=burst * BURST + BURST;
        for seq in seqs.clone() {
            handle.send(Request::Append { meeting: MEETING, records: vec![note(seq)] });
        }
        let mut reached = *seqs.start() - 1;
        while reached < *seqs.end() {
            match handle.poll() {
                Some(Report::Durable { seq, .. }) => {
                    acknowledged.write_all(format!("durable {seq}\n").as_bytes()).unwrap();
                    reached = seq;
                }
                Some(other) => panic!("{other:?}"),
                None => bell.recv().unwrap(),
            }
        }
    }
}

/// What one flushed commit costs on this machine. Run by hand: `cargo test --test durability -- --ignored --nocapture cost`.
#[test]
#[ignore = "a measurement"]
fn cost_of_one_flushed_commit() {
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (mut handle, bell) = writer(dir.path());
    let mut spans = Vec::new();
    for seq in 1..=1001 {
        let start = std::time::Instant::now();
        handle.send(Request::Append { meeting: MEETING, records: vec![note(seq)] });
        loop {
            match handle.poll() {
                Some(Report::Durable { .. }) => break,
                Some(other) => panic!("{other:?}"),
                None => bell.recv().unwrap(),
            }
        }
        spans.push(start.elapsed());
    }
    spans.remove(0); // the first one also makes the meeting
    spans.sort();
    println!("request to durable report: median {:?}, p99 {:?}, worst {:?}", spans[500], spans[989], spans[999]);
}

/// A writer in a fresh data directory with one group, and a bell that rings after reports.
fn writer(dir: &Path) -> (StoreHandle, mpsc::Receiver<()>) {
    let lock = DirLock::take(&dir.join("data")).unwrap();
    let OpenOutcome::Ready(database) = open::open(&lock, Wall(0)).unwrap() else { panic!("a fresh directory") };
    let (ring, bell) = mpsc::sync_channel(1);
    let (mut handle, _) = Store::spawn(database, Arc::new(move || ring.try_send(()).unwrap_or_default())).unwrap();
    let group = Group { id: GroupId(1), name: "Kelompok Uji".to_owned(), ..Group::default() };
    handle.send(Request::Regroup { change: Regrouping::saved(group), wall: Wall(0) });
    while handle.poll().is_none() {
        bell.recv().unwrap();
    }
    (handle, bell)
}

fn note(seq: u64) -> Record {
    let event = if seq == 1 {
        let setup = Setup {
            kind: MeetingKind::Rehearsal,
            group: GroupId(1),
            group_name: String::new(),
            session: "m1-s1".into(),
            label: String::new(),
            title: marker(seq),
            module: Module::M1,
            length: 120,
            start: None,
            end: None,
            place: String::new(),
            presenters: Vec::new(),
            participants: Vec::new(),
            home_practice: String::new(),
            home_question: String::new(),
            paper: false,
        };
        Event::Opened { setup, sheet: RunSheet { steps: Vec::new(), checks: Vec::new(), opening_page: 0 } }
    } else {
        Event::NoteAdded { step: 0, text: marker(seq) }
    };
    Record { seq, at: Ms::seconds(seq), wall: Wall(0), event }
}

/// Reads a trace: how many acknowledgements there are, each of a record that was written to the -wal by a call that ended before a flush of
/// the -wal began that ended well before the acknowledgement began; or the first fault in words.
fn proof(trace: &str) -> Result<u64, String> {
    let mut begun: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let mut written: BTreeMap<u64, usize> = BTreeMap::new(); // record → line at which the write that first held it ended
    let mut flushes: Vec<(usize, usize)> = Vec::new(); // begin and end lines
    let mut count = 0;
    let mut highest = 0;
    for (line, text) in trace.lines().enumerate() {
        let Some((process, text)) = text.split_once(' ') else { continue };
        let text = text.trim_start();
        if let Some(call) = text.strip_suffix("<unfinished ...>") {
            if call.contains(ACKNOWLEDGED) {
                highest = acknowledged(call, &written, &flushes, line, highest)?;
                count += 1;
            }
            begun.insert(process, (line, call));
            continue;
        }
        let (from, call, result) = if text.starts_with("<... ") {
            let Some((from, call)) = begun.remove(process) else { continue };
            (from, call, text)
        } else {
            (line, text, text)
        };
        let well = result.rsplit_once(" = ").is_some_and(|(_, value)| !value.starts_with('-'));
        if call.contains(ACKNOWLEDGED) {
            if from == line {
                highest = acknowledged(call, &written, &flushes, line, highest)?;
                count += 1;
            }
        } else if call.contains("lembar.db-wal") && well {
            if call.starts_with("fdatasync(") || call.starts_with("fsync(") {
                flushes.push((from, line));
            } else {
                // Pages also hold torn remains of older records in their unused parts: only whole markers count.
                for (_, rest) in
                    call.match_indices("catatan-").filter_map(|(at, word)| call.get(at..)?.split_once(word))
                {
                    let Some((digits, "-")) = rest.get(..7).map(|text| text.split_at(6)) else { continue };
                    if let Ok(seq) = digits.parse() {
                        written.entry(seq).or_insert(line);
                    }
                }
            }
        }
    }
    Ok(count)
}

/// One acknowledgement that began at `line`; all records up to the one it names must have been flushed. Returns that one.
fn acknowledged(
    call: &str,
    written: &BTreeMap<u64, usize>,
    flushes: &[(usize, usize)],
    line: usize,
    highest: u64,
) -> Result<u64, String> {
    let digits = call.split_once("durable ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect());
    let seq: u64 = digits.and_then(|digits: String| digits.parse().ok()).ok_or(format!("no number in {call}"))?;
    for seq in highest + 1..=seq {
        let Some(written) = written.get(&seq) else {
            return Err(format!("record {seq} is acknowledged in line {line} but was never written"));
        };
        if !flushes.iter().any(|(begin, end)| begin > written && *end < line) {
            return Err(format!(
                "record {seq} was written in line {written}, acknowledged in line {line}, not flushed between"
            ));
        }
    }
    Ok(seq)
}

#[test]
fn a_trace_without_the_flush_is_found_out() {
    let write = |seq: u64| format!("7 pwrite64(5</d/lembar.db-wal>, \"..{}..\", 4096, 32) = 4096\n", marker(seq));
    let flush = "7 fdatasync(5</d/lembar.db-wal>) = 0\n";
    let ack = |seq: u64| format!("6 write(9</d/acknowledged>, \"durable {seq}\\n\", 10) = 10\n");
    assert_eq!(proof(&[&write(1), flush, &ack(1)].concat()), Ok(1));
    assert_eq!(proof(&[&write(1), flush, &ack(1), &write(2), &write(3), flush, &ack(3)].concat()), Ok(2));
    let elsewhere = "7 fdatasync(4</d/lembar.db>) = 0\n";
    let failed = "7 fdatasync(5</d/lembar.db-wal>) = -1 EIO (Input/output error)\n";
    let (begin, end) = ("7 fdatasync(5</d/lembar.db-wal> <unfinished ...>\n", "7 <... fdatasync resumed>) = 0\n");
    for bad in [
        [&write(1), &ack(1), flush].concat(),
        [flush, &write(1), &ack(1)].concat(),
        [&write(1), elsewhere, &ack(1)].concat(),
        [&write(1), failed, &ack(1)].concat(),
        [&write(1), begin, &ack(1), end].concat(),
        [begin, &write(1), end, &ack(1)].concat(),
        [&write(2), flush, &ack(2)].concat(),
        [&write(1), flush, &ack(1), &write(2), &write(3), &ack(3), flush].concat(),
    ] {
        assert!(proof(&bad).is_err(), "{bad}");
    }
    assert_eq!(proof(&[&write(1), begin, end, &ack(1)].concat()), Ok(1));
}
