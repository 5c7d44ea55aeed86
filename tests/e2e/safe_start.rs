//! Starts that die early lead to the safe renderer, and the way back. Which renderer a process has is read from its environment.

use std::{path::Path, thread, time::Duration};

use serde_json::Value;

use crate::rig::{self, Program, Screens, wait_until};

/// Past the time after which a start has lived (10 s).
const LIVES: Duration = Duration::from_secs(13);

#[test]
fn three_starts_that_die_early_make_the_next_a_safe_one() {
    if !rig::slow("three starts that die early") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    for death in 0..3 {
        let found = renderer(&screens, data.path(), &[]);
        assert_eq!((&found["chosen"], &found["early_deaths"]), (&"gl".into(), &death.into()));
        start(&screens, data.path(), &[], false).kill_9();
    }
    let found = renderer(&screens, data.path(), &[]);
    assert_eq!((&found["chosen"], &found["why"]), (&"software".into(), &"early_deaths".into()));

    let mut safe = start(&screens, data.path(), &[], true);
    rig::keep(&screens, screens.laptop(), "safe-start");
    let log = std::fs::read_to_string(data.path().join("lembar.log")).unwrap();
    assert!(log.contains("drawing with software"), "{log}");
    thread::sleep(LIVES);
    safe.kill_9();
    let found = renderer(&screens, data.path(), &[]);
    assert_eq!((&found["chosen"], &found["early_deaths"]), (&"software".into(), &0.into()), "it lived, and stays safe");
    assert_eq!(found["why"], "remembered");
    start(&screens, data.path(), &[], true).kill_9();

    // Asked for by name the usual one is used, and when that lives it is the usual one again.
    let gl = ["--renderer", "gl"];
    let found = renderer(&screens, data.path(), &gl);
    assert_eq!((&found["chosen"], &found["why"]), (&"gl".into(), &"asked".into()));
    let mut usual = start(&screens, data.path(), &gl, false);
    thread::sleep(LIVES);
    usual.kill_9();
    let found = renderer(&screens, data.path(), &[]);
    assert_eq!((&found["chosen"], &found["why"]), (&"gl".into(), &"usual".into()));
}

#[test]
fn a_driver_that_refuses_is_left_at_the_next_start() {
    if !rig::slow("a driver that refuses") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    // What a broken driver looks like to a program: no OpenGL window is to be had.
    let broken = [("GALLIUM_DRIVER", Some("nobody"))];
    let mut lembar = screens.lembar_with(data.path(), &[], &broken);
    let end = lembar.wait(Duration::from_secs(10));
    assert!(!end.success() && lembar.said().contains("sekali lagi"), "{end}: {}", lembar.said());

    let mut lembar = screens.lembar_with(data.path(), &[], &broken);
    lembar.console(&screens);
    assert!(lembar.environment().contains(&SOFTWARE.to_owned()));
}

#[test]
fn an_end_by_choice_is_no_early_death() {
    if !rig::slow("an end by choice") {
        return;
    }
    let screens = Screens::start("1366x768");
    let data = tempfile::tempdir().unwrap();
    start(&screens, data.path(), &[], false).kill_9();
    let mut lembar = screens.lembar(data.path(), &[]);
    let console = lembar.console(&screens);
    screens.close(&console);
    assert!(lembar.wait(Duration::from_secs(5)).success(), "{}", lembar.said());
    assert_eq!(renderer(&screens, data.path(), &[])["early_deaths"], 0);
}

const SOFTWARE: &str = "LIBGL_ALWAYS_SOFTWARE=1";

/// Opens Lembar, waits until its window is there and more than empty, and looks at the renderer it has.
fn start(screens: &Screens, data: &Path, words: &[&str], safe: bool) -> Program {
    let mut lembar = screens.lembar(data, words);
    let console = lembar.console(screens);
    wait_until("a drawn console", Duration::from_secs(5), || {
        (rig::colours(&screens.shot(console.rect)) > 64).then_some(())
    });
    assert_eq!(lembar.environment().contains(&SOFTWARE.to_owned()), safe, "{words:?}");
    lembar
}

/// What `lembar doctor` says of the next start's renderer.
fn renderer(screens: &Screens, data: &Path, words: &[&str]) -> Value {
    let report = screens.ask(data, &[&["doctor", "--json"], words].concat());
    let report: Value = serde_json::from_str(&report).expect("doctor's JSON");
    assert_eq!(report["renderer"]["well"], true, "{report:#}");
    assert_eq!(report["awake"]["found"]["x-server"]["works"], true, "{report:#}");
    report["renderer"]["found"].clone()
}
