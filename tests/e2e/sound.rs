//! From a key to the loudspeaker: a game's song and the signal of a countdown, measured on the recorded null sink.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    rig::{self, Screens, ear::Ear, journal, wait_until},
    session::{GROUP, SESSION},
    video::copy,
};

const PATIENCE: Duration = Duration::from_secs(3);
/// Signals and songs are read into memory a while after the start.
const READ: Duration = Duration::from_secs(6);
/// Past the pause in which a second press is ignored, and long enough for silence.
const BETWEEN: Duration = Duration::from_millis(600);
/// The goal of the measurement; three times as much is a fault, since the machine may be busy with other builds.
const GOAL: Duration = Duration::from_millis(120);
/// Presses measured.
const TIMES: usize = 5;

#[test]
fn from_a_key_to_the_loudspeaker() {
    if !rig::slow("from a key to the loudspeaker") {
        return;
    }
    let pack = tempfile::tempdir().unwrap();
    content_with_a_song(pack.path());
    let data = tempfile::tempdir().unwrap();
    let screens = Screens::pair("1366x768", "1024x768");
    let ear = Ear::open(&screens);
    let deliver = ["deliver", "--group", GROUP, "--session", SESSION, "--pack", &pack.path().display().to_string()];
    let mut lembar = screens.lembar(data.path(), &deliver);
    let windows = lembar.windows(&screens);
    thread::sleep(READ);

    let signals: Vec<Duration> = (0..TIMES).map(|_| signal(&screens, &ear, &windows.console)).collect();
    report("Enter in the countdown's panel -> signal", &signals);

    screens.press(&windows.console, &["i"]);
    thread::sleep(BETWEEN);
    screens.type_on(&["Return"]);
    wait_until("the game on the wall", PATIENCE, || {
        journal::read(data.path()).iter().any(|line| line.kind() == "game_started").then_some(())
    });
    thread::sleep(Duration::from_secs(2));
    let songs: Vec<Duration> = (0..TIMES).map(|_| song(&screens, &ear)).collect();
    report("K over a game -> its song", &songs);
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}

/// The panel, one minute, Enter; when the signal was heard. The device was closed before: the panel opens it.
fn signal(screens: &Screens, ear: &Ear, console: &rig::Window) -> Duration {
    // Longer than the device stays open after a sound.
    thread::sleep(Duration::from_secs(8));
    screens.press(console, &["t"]);
    thread::sleep(BETWEEN);
    screens.type_on(&["1"]);
    ear.forget();
    let pressed = Instant::now();
    screens.type_on(&["Return"]);
    let heard = ear.onset(pressed, PATIENCE).expect("the signal is heard");
    thread::sleep(BETWEEN);
    screens.press(console, &["Escape"]);
    heard
}

/// K, and K again; when the song was heard.
fn song(screens: &Screens, ear: &Ear) -> Duration {
    ear.forget();
    let pressed = Instant::now();
    screens.type_on(&["k"]);
    let heard = ear.onset(pressed, PATIENCE).expect("the song is heard");
    thread::sleep(BETWEEN);
    screens.type_on(&["k"]);
    thread::sleep(2 * BETWEEN);
    heard
}

fn report(what: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let median = sorted[sorted.len() / 2];
    eprintln!(
        "{what}: median {median:.0?}, worst {:.0?} of {} (goal {GOAL:?})",
        sorted[sorted.len() - 1],
        sorted.len()
    );
    assert!(median < 3 * GOAL, "{what}: {sorted:?}");
}

/// The real content; the first game in the panel has a song.
fn content_with_a_song(dir: &Path) {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), dir);
    let mut games: Vec<_> = fs::read_dir(dir.join("games")).unwrap().map(|entry| entry.unwrap().path()).collect();
    games.sort();
    let text = fs::read_to_string(&games[0]).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("sound ")).collect();
    fs::write(&games[0], format!("{}\nsound = \"tepuk-dasar\"\n", kept.join("\n"))).unwrap();
}
