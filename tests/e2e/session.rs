//! A whole session by keys on two screens: every page reaches the projector, the console stays whole, the marks are in the journal.

use std::{collections::HashSet, path::Path, thread, time::Duration};

use image::RgbImage;

use crate::rig::{
    self, Program, Screens, TwoWindows,
    journal::{self, Line},
    wait_until,
};

/// The group that the first start offers.
pub(crate) const GROUP: &str = "Kelompok Melati";
/// The session whose content is written in full.
pub(crate) const SESSION: &str = "m1-s1";

const PATIENCE: Duration = Duration::from_secs(3);
/// A second Next within 250 ms is a slip of the finger and ignored; this is past it.
const BETWEEN_TURNS: Duration = Duration::from_millis(300);

#[test]
fn a_whole_session_by_keys() {
    if !rig::slow("a whole session by keys") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    let mut lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", SESSION]);
    let windows = lembar.windows(&screens);
    wait_until("the start in the journal", PATIENCE, || {
        journal::read(data.path()).iter().any(|line| line.kind() == "started").then_some(())
    });

    every_page_reaches_the_projector(&screens, data.path(), &mut lembar, &windows);
    black_and_back(&screens, &windows);
    heads_typed_from_the_stage(&screens, data.path(), &windows);
    attendance(&screens, data.path(), &windows);

    let lines = journal::read(data.path());
    journal::assert_gapless(&lines);
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}

/// Next from the first page to the last, with the three keys people and clickers use, in either window.
fn every_page_reaches_the_projector(screens: &Screens, data: &Path, lembar: &mut Program, windows: &TwoWindows) {
    let opened = journal::read(data).first().expect("the meeting was opened").clone();
    let sheet = opened.payload["sheet"]["steps"].as_array().expect("the run sheet").clone();
    let stops: Vec<usize> =
        sheet.iter().map(|step| step["pages"].as_array().map_or(1, |pages| pages.len().max(1))).collect();
    let turns = stops.iter().sum::<usize>() - 1;
    assert!(turns >= 12, "the session has only {} pages", turns + 1);

    let mut seen = HashSet::from([settled(screens).into_raw()]);
    for (turn, key) in (1..=turns).zip(["Right", "Next", "space"].into_iter().cycle()) {
        let window = if turn % 2 == 0 { &windows.stage } else { &windows.console };
        let before = journal::read(data).len();
        screens.press(window, &[key]);
        wait_until(&format!("turn {turn} ({key}) in the journal"), PATIENCE, || {
            (journal::read(data).len() > before).then_some(())
        });
        thread::sleep(BETWEEN_TURNS);
        seen.insert(settled(screens).into_raw());
        assert_console_whole(screens, lembar, &format!("after turn {turn}"));
    }
    rig::keep(screens, screens.laptop(), "session-console");
    rig::keep(screens, screens.projector().unwrap(), "session-stage");

    let lines = journal::read(data);
    let began: HashSet<_> = lines.iter().filter(|line| line.kind() == "step_began").filter_map(step).collect();
    assert_eq!(began.len() + 1, sheet.len(), "the start begins the first step, Next passes into every other");
    let pages = stops.iter().zip(&sheet).filter(|(_, step)| step["pages"].as_array().is_some_and(|p| !p.is_empty()));
    // A check's question looks at the end as it did at the start.
    let again = |step: &serde_json::Value| step["pages"].to_string().matches("\"part\":\"end\"").count();
    let pages: usize = pages.map(|(stops, step)| stops - again(step)).sum();
    assert!(seen.len() >= pages, "{pages} pages, but the projector showed only {} pictures", seen.len());
}

fn black_and_back(screens: &Screens, windows: &TwoWindows) {
    let before = settled(screens);
    screens.press(&windows.console, &["b"]);
    wait_until("b makes the projector black", PATIENCE, || {
        rig::is_black(&screens.shot(screens.projector()?)).then_some(())
    });
    thread::sleep(BETWEEN_TURNS);
    screens.press(&windows.stage, &["b"]);
    wait_until("b again brings the page back", PATIENCE, || {
        (screens.shot(screens.projector()?) == before).then_some(())
    });
}

/// The keyboard is in the stage's window when the head count is asked for: what is typed next still reaches it.
fn heads_typed_from_the_stage(screens: &Screens, data: &Path, windows: &TwoWindows) {
    let stage = settled(screens);
    let console = screens.shot(screens.laptop());
    screens.press(&windows.stage, &["ctrl+h"]);
    wait_until("Ctrl+H opens the head count", PATIENCE, || (screens.shot(screens.laptop()) != console).then_some(()));
    thread::sleep(BETWEEN_TURNS);
    screens.type_on(&["2", "3", "Return"]);
    let count = wait_until("the head count in the journal", PATIENCE, || {
        journal::read(data)
            .into_iter()
            .find(|line| line.kind() == "head_counted")
            .map(|line| line.payload["count"].clone())
    });
    assert_eq!(count, 23);
    assert!(screens.shot(screens.projector().unwrap()) == stage, "counting heads leaves the projector as it was");
}

/// Opens attendance, marks rows 3 and 12 by their numbers, and finds exactly these two in the journal.
fn attendance(screens: &Screens, data: &Path, windows: &TwoWindows) {
    let stage = settled(screens);
    let console = screens.shot(screens.laptop());
    screens.press(&windows.console, &["h"]);
    wait_until("h opens attendance", PATIENCE, || (screens.shot(screens.laptop()) != console).then_some(()));
    screens.press(&windows.console, &["3", "Return", "1", "2", "Return"]);
    let marked = wait_until("two marks in the journal", PATIENCE, || {
        let marked: Vec<Line> = journal::read(data).into_iter().filter(|line| line.kind() == "marked").collect();
        (marked.len() >= 2).then_some(marked)
    });
    let roll = journal::read(data).first().expect("the meeting was opened").payload["setup"]["participants"].clone();
    let people: Vec<_> = marked.iter().map(|line| line.payload["marks"][0]["who"]["participant"].clone()).collect();
    assert_eq!(people, [roll[2]["id"].clone(), roll[11]["id"].clone()], "rows 3 and 12 of the roll");
    assert!(
        marked.iter().all(|line| line.payload["marks"][0]["status"] == "present"),
        "an unmarked row becomes present"
    );
    rig::keep(screens, screens.laptop(), "session-attendance");
    assert!(screens.shot(screens.projector().unwrap()) == stage, "attendance leaves the projector as it was");
    screens.press(&windows.console, &["Escape"]);
}

/// The projector's picture once two looks agree.
fn settled(screens: &Screens) -> RgbImage {
    rig::settled(screens, screens.projector().expect("a projector is plugged"))
}

/// The console lies inside the laptop, no other window over it, and shows more than an empty window.
fn assert_console_whole(screens: &Screens, lembar: &mut Program, when: &str) {
    let windows = lembar.windows(screens);
    let laptop = screens.laptop();
    assert!(!windows.stage.rect.meets(laptop), "{when}: the stage lies over the laptop: {:?}", windows.stage);
    assert!(laptop.holds(windows.console.rect), "{when}: the console leaves the laptop: {:?}", windows.console);
    let colours = rig::colours(&screens.shot(windows.console.rect));
    assert!(colours > 64, "{when}: the console is empty, it has {colours} colours");
}

fn step(line: &Line) -> Option<u64> {
    line.payload["step"].as_u64()
}
