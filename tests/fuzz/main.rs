//! The fuzz targets (`fuzz/src/lib.rs`) over their corpus, and over what a small mutator makes of it: a few hundred cases each time, as long
//! as one likes with `LEMBAR_FUZZ=seconds`. Cases are tried by workers, processes of their own with little memory: one that crashes or hangs
//! in FFmpeg costs itself, and the case it was at is kept to be looked at.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first thing that is wrong"
)]

#[path = "../rig/dice.rs"]
mod dice;
mod mutate;
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{
    fs,
    io::{Read as _, Write as _},
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use dice::Dice;
use targets::TARGETS;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A case that takes longer hangs. The player gives a decoder less; but a count of millions in a broken index keeps FFmpeg busy for seconds,
/// and a machine that fuzzes is slow.
const HANGS: Duration = Duration::from_secs(40);
/// Memory of a worker, KiB of address space: libraries, threads' stacks and a picture of the largest size kept several times.
const MEMORY: u64 = 6 * 1024 * 1024;
/// Mutated cases of each target in an ordinary run.
const FEW: u64 = 60;
/// Findings after which a target is left.
const MANY: usize = 20;

/// What a worker writes after each case; nothing else on its output is this byte.
const TICK: u8 = 6;
/// What a worker is to do; see [`worker`].
const WORK: &str = "LEMBAR_FUZZ_WORK";

fn corpus(target: &str) -> Vec<PathBuf> {
    let dir = Path::new(ROOT).join("fuzz/corpus").join(target);
    let mut files: Vec<PathBuf> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "script/fuzz-corpus makes {}", dir.display());
    files
}

#[test]
fn the_corpus_and_what_grows_from_it_is_dealt_with() {
    let seconds = dice::number("LEMBAR_FUZZ", 0);
    let seed = dice::number("LEMBAR_SEED", 1);
    let only = std::env::var("LEMBAR_FUZZ_ONLY").ok();
    let findings: Vec<String> = TARGETS
        .iter()
        .filter(|(name, _)| only.as_ref().is_none_or(|only| only == name))
        .flat_map(|(name, _)| tried(name, seed, Duration::from_secs(seconds)))
        .collect();
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

/// Tries a target's corpus and mutations of it, `FEW` or as many as there is time for; what went wrong.
fn tried(target: &str, seed: u64, time: Duration) -> Vec<String> {
    let began = Instant::now();
    let whole = corpus(target).len() as u64;
    let scratch = tempfile::tempdir().unwrap();
    let (mut from, mut findings) = (0, Vec::new());
    loop {
        let end = if time.is_zero() { whole + FEW } else { u64::MAX };
        let left = if time.is_zero() { Duration::MAX } else { time.saturating_sub(began.elapsed()) };
        if from >= end || left.is_zero() || findings.len() >= MANY {
            break;
        }
        let (done, end) = work(target, seed, from..end, left, scratch.path());
        from += done;
        if let Some(how) = end {
            // The one it was at.
            findings.push(keep(target, from, &how, scratch.path()));
            from += 1;
        }
    }
    println!("{target}: {from} cases in {:.0?}, {} findings", began.elapsed(), findings.len());
    findings
}

/// Lets a worker try these cases; how many it came through, and how it ended at the one after them.
fn work(target: &str, seed: u64, cases: std::ops::Range<u64>, time: Duration, scratch: &Path) -> (u64, Option<String>) {
    let began = Instant::now();
    let work = format!("{target} {seed} {} {}", cases.start, cases.end);
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" --exact worker --ignored --nocapture");
    let errors = fs::File::create(scratch.join("said")).unwrap();
    let mut child = Command::new("sh")
        .args(["-c", &limited])
        .arg(std::env::current_exe().unwrap())
        .env(WORK, work)
        .env("TMPDIR", scratch)
        .env("RUST_BACKTRACE", "0")
        .stdout(Stdio::piped())
        .stderr(errors)
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let (sender, ticks) = channel();
    let reader = thread::spawn(move || {
        let mut byte = [0];
        while out.read(&mut byte).is_ok_and(|read| read > 0) {
            if byte[0] == TICK && sender.send(()).is_err() {
                break;
            }
        }
    });
    let mut done = 0;
    let how = loop {
        match ticks.recv_timeout(HANGS) {
            Ok(()) => done += 1,
            Err(RecvTimeoutError::Timeout) => break Some("hangs".to_owned()),
            Err(RecvTimeoutError::Disconnected) => break None,
        }
        if began.elapsed() >= time || done >= cases.end - cases.start {
            break Some(String::new());
        }
    };
    child.kill().ok();
    let status = child.wait().unwrap();
    // The reader ends with the worker's end of the pipe.
    drop(ticks);
    reader.join().unwrap();
    let how = match how {
        Some(enough) if enough.is_empty() => None,
        Some(hangs) => Some(hangs),
        None => Some(status.signal().map_or_else(|| "panics".to_owned(), |signal| format!("dies by signal {signal}"))),
    };
    (done, how)
}

/// Puts a finding where it can be looked at.
fn keep(target: &str, case: u64, how: &str, scratch: &Path) -> String {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join(format!("{target}-{case}"));
    let kept = fs::copy(scratch.join("case"), &path);
    let said = fs::read(scratch.join("said")).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let said = said.lines().filter(|line| !line.trim().is_empty()).take(4).collect::<Vec<_>>().join(" | ");
    format!("{target} {how} at {} ({kept:?}): {said}", path.display())
}

/// Not a test: what a worker process does. The case it is at is written down before it is tried.
#[test]
#[ignore = "run by the other test in a process of its own"]
fn worker() {
    let Ok(work) = std::env::var(WORK) else { return };
    let words: Vec<&str> = work.split(' ').collect();
    let [target, seed, from, to] = words[..] else { panic!("{work}") };
    let (_, try_it) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let files: Vec<Vec<u8>> = corpus(target).iter().map(|path| fs::read(path).unwrap()).collect();
    let mut out = std::io::stdout();
    for case in from.parse().unwrap()..to.parse().unwrap() {
        let bytes = files.get(case as usize).cloned().unwrap_or_else(|| {
            let mut dice = Dice(seed.parse::<u64>().unwrap().wrapping_mul(0x1000_0000).wrapping_add(case));
            mutate::mutated(&files, &mut dice)
        });
        fs::write(std::env::temp_dir().join("case"), &bytes).unwrap();
        try_it(&bytes);
        out.write_all(&[TICK]).unwrap();
        out.flush().unwrap();
    }
}
