//! The power fails at random moments. What a connection of its own found committed before must be there after, and the program must start again.

use std::{path::Path, thread, time::Duration};

use crate::{
    rig::{
        self, KeysOnTheWay, Program, Screens, TwoWindows,
        dice::{Dice, number},
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
    let (mut came_back, mut between) = (0, 0);

    for kill in 1..=kills {
        let mut lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", SESSION]);
        // Now and then the power fails again while the program is still starting.
        let keys = if kill > 1 && dice.below(8) == 0 {
            thread::sleep(Duration::from_millis(dice.below(800)));
            None
        } else {
            come_back(&screens, data.path(), &mut lembar, &before);
            let windows = lembar.windows(&screens);
            came_back += 1;
            let (keys, lasts) = work(&screens, &windows, &mut dice);
            thread::sleep(Duration::from_millis(dice.below(lasts)));
            Some(keys)
        };
        let durable = journal::read(data.path());
        lembar.kill_9();
        drop(keys);

        let after = journal::read(data.path());
        assert_kept(&before, &after, kill, seed, &lembar);
        assert_kept(&durable, &after, kill, seed, &lembar);
        journal::assert_gapless(&after);
        between += usize::from(after.len() > durable.len());
        before = after;
    }

    assert_eq!(journal::integrity(data.path()), "ok");
    let count = |kind: &str| before.iter().filter(|line| line.kind() == kind).count();
    eprintln!(
        "{} records, {} marks; {between} kills after a commit nobody had seen yet",
        before.len(),
        count("marked")
    );
    assert!(count("resumed") >= came_back - 1, "every start after a kill took the meeting up again");
    assert!(count("marked") >= came_back / 2 && count("page_shown") >= came_back / 2, "the kills fell into real work");
}

/// Waits until the meeting runs: the first time it has begun, later it was taken up again. A question about that is answered with Enter.
fn come_back(screens: &Screens, data: &Path, lembar: &mut Program, before: &[Line]) {
    let console = lembar.console(screens);
    let wanted = if before.is_empty() { "started" } else { "resumed" };
    let mut asked = 0;
    wait_until(&format!("a new record `{wanted}`"), PATIENCE, || {
        let lines = journal::read(data);
        let new = lines.get(before.len()..).unwrap_or_default();
        if new.iter().any(|line| line.kind() == wanted) {
            return Some(());
        }
        asked += 1;
        if !before.is_empty() && asked % 50 == 0 {
            screens.press(&console, &["Return"]);
        }
        None
    });
}

/// Sends a random stretch of work, turning pages and then marking attendance, and says how many milliseconds it lasts; the keys are
/// still on their way when this returns.
fn work<'a>(screens: &'a Screens, windows: &TwoWindows, dice: &mut Dice) -> (KeysOnTheWay<'a>, u64) {
    const PAGES: [&str; 6] = ["Right", "Right", "Left", "b", "f", "Next"];
    let window = if dice.below(2) == 0 { &windows.console } else { &windows.stage };
    let mut keys = Vec::new();
    for _ in 0..=dice.below(4) {
        keys.push((PAGES[dice.below(PAGES.len() as u64) as usize].to_owned(), dice.below(350)));
    }
    keys.push(("h".to_owned(), 100));
    for _ in 0..=dice.below(12) {
        let row = (1 + dice.below(24)).to_string();
        keys.extend(row.chars().map(|digit| (digit.to_string(), 0)));
        keys.push(("Return".to_owned(), dice.below(30)));
    }
    let lasts = keys.iter().map(|(_, pause)| pause + KeysOnTheWay::ONE_KEY).sum();
    (screens.send(window, &keys), lasts)
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
