//! Attendance in the real window: a list of thirty, five of whom did not come, at one key a second, from the page and back to it.

use std::{
    fs,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use lembar::engine::{
    attendance::{Counts, counts},
    state::Phase,
};

use crate::{
    rig::{self, Screens, journal, wait_until},
    session::SESSION,
};

const PATIENCE: Duration = Duration::from_secs(5);
/// What the issue allows, opening and leaving the register included.
const ALLOWED: Duration = Duration::from_mins(1);
/// H opens the register, + is everyone, five numbers, Esc leads back.
const KEYS: [&str; 13] = ["h", "plus", "0", "3", "1", "1", "1", "7", "2", "4", "3", "0", "Escape"];

#[test]
fn thirty_people_are_marked_in_a_minute_at_one_key_a_second() {
    if !rig::slow("attendance at one key a second") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    let list: String = (1..=30).map(|n| format!("Ibu Rohayati {n:02};Melati\n")).collect();
    let file = data.path().join("daftar.csv");
    fs::write(&file, format!("NAMA;KELOMPOK\n{list}")).unwrap();
    let mut import = Command::new(env!("CARGO_BIN_EXE_lembar"));
    let imported = import.arg("import-roster").arg(&file).arg("--data").arg(data.path()).output().unwrap();
    assert!(imported.status.success(), "{imported:?}");

    let mut lembar = screens.lembar(data.path(), &["deliver", "--group", "Melati", "--session", SESSION]);
    let windows = lembar.windows(&screens);
    wait_until("the start", PATIENCE, || journal::state(data.path()).filter(|state| state.phase == Phase::Running));
    let began = Instant::now();
    for key in KEYS {
        screens.press(&windows.console, &[key]);
        thread::sleep(Duration::from_secs(1));
    }
    let took = began.elapsed();
    println!("{} keys in {took:?}", KEYS.len());
    assert!(took <= ALLOWED);
    let marked = Counts { present: 25, absent: 5, ..Counts::default() };
    let done = |state: &lembar::engine::state::State| counts(&state.roll, u64::MAX) == marked;
    let state = wait_until("the marks", PATIENCE, || journal::state(data.path()).filter(done));
    let absent: Vec<u16> = state
        .roll
        .iter()
        .filter(|row| row.status == Some(lembar::engine::attendance::Status::Absent))
        .map(|row| row.number)
        .collect();
    assert_eq!(absent, [3, 11, 17, 24, 30]);
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}
