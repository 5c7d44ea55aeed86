//! The power fails at random moments. What a connection of its own found committed before must be there after, and the program must start again.

use std::{path::Path, thread, time::Duration};

use crate::{
    rig::{
        self, Program, Screens, TwoWindows,
        journal::{self, Line},
        wait_until,
    },
    session::{GROUP, SESSION},
};

/// How many times without `LEMBAR_KILLS`.
const KILLS: u64 = 50;
/// Fixed, so that a red run can be repeated; `LEMBAR_SEED` takes another.
const SEED: u64 = 20_261_121;
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn kill_9_at_random_moments_loses_nothing_durable() {
    if !rig::slow("kill -9 at random moments") {
        return;
    }
    let (kills, seed) = (number("LEMBAR_KILLS", KILLS), number("LEMBAR_SEED", SEED));
    eprintln!("{kills} kills with seed {seed} (LEMBAR_KILLS={kills} LEMBAR_SEED={seed} repeats this)");
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    let mut dice = Dice(seed);
    let mut before: Vec<Line> = Vec::new();
    let mut unwritten = 0;

    for kill in 1..=kills {
        let mut lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", SESSION]);
        let windows = lembar.windows(&screens);
        come_back(&screens, data.path(), &windows, &before);
        work(&screens, &windows, &mut dice);
        let durable = journal::read(data.path());
        lembar.kill_9();

        let after = journal::read(data.path());
        assert_kept(&before, &after, kill, seed, &lembar);
        assert_kept(&durable, &after, kill, seed, &lembar);
        journal::assert_gapless(&after);
        unwritten += usize::from(after.len() > durable.len());
        before = after;
    }

    assert_eq!(journal::integrity(data.path()), "ok");
    let count = |kind: &str| before.iter().filter(|line| line.kind() == kind).count() as u64;
    eprintln!("{} records, {unwritten} kills fell between commit and look", before.len());
    assert_eq!(count("resumed"), kills - 1, "every start after a kill took the meeting up again");
    assert!(count("marked") >= kills / 2 && count("page_shown") >= kills / 2, "the kills fell into real work");
}

/// Waits until the meeting runs: the first time it has begun, later it was taken up again. A question about that is answered with Enter.
fn come_back(screens: &Screens, data: &Path, windows: &TwoWindows, before: &[Line]) {
    let wanted = if before.is_empty() { "step_began" } else { "resumed" };
    let mut asked = 0;
    wait_until(&format!("a new record `{wanted}`"), PATIENCE, || {
        let lines = journal::read(data);
        let new = lines.get(before.len()..).unwrap_or_default();
        if new.iter().any(|line| line.kind() == wanted) {
            return Some(());
        }
        asked += 1;
        if !before.is_empty() && asked % 50 == 0 {
            screens.press(&windows.console, &["Return"]);
        }
        None
    });
}

/// A random stretch of work: turns pages or marks attendance, and stops anywhere, also between a key and its effect.
fn work(screens: &Screens, windows: &TwoWindows, dice: &mut Dice) {
    const PAGES: [&str; 6] = ["Right", "Right", "Left", "b", "f", "Next"];
    let window = if dice.below(2) == 0 { &windows.console } else { &windows.stage };
    for _ in 0..=dice.below(4) {
        screens.press(window, &[PAGES[dice.below(PAGES.len() as u64) as usize]]);
        thread::sleep(Duration::from_millis(dice.below(300)));
    }
    screens.press(&windows.console, &["h"]);
    thread::sleep(Duration::from_millis(100));
    for _ in 0..=dice.below(8) {
        let row = (1 + dice.below(24)).to_string();
        let mut keys: Vec<&str> = row.split_inclusive(|_| true).collect();
        keys.push("Return");
        screens.press(&windows.console, &keys);
    }
    thread::sleep(Duration::from_millis(dice.below(40)));
}

fn assert_kept(earlier: &[Line], after: &[Line], kill: u64, seed: u64, lembar: &Program) {
    let kept = after.get(..earlier.len()) == Some(earlier);
    assert!(
        kept,
        "kill {kill}, seed {seed}: {} durable records, {} after\n{}",
        earlier.len(),
        after.len(),
        lembar.said()
    );
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().map_or(otherwise, |value| value.parse().expect("a whole number"))
}

/// A small generator of even-looking numbers (`SplitMix64`), the same for the same seed everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}
