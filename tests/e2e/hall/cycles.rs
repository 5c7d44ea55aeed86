//! A hundred things at random that people do to the projector's cable and to the screens while a meeting runs.

use std::{
    fmt,
    time::{Duration, Instant},
};

use lembar::ui::console::SMALLEST;

use super::{Hall, Meeting};
use crate::rig::{
    self, Screens,
    dice::{Dice, number},
};

/// How many without `LEMBAR_CYCLES`.
const CYCLES: u64 = 100;
/// Fixed, so that a red run can be repeated; `LEMBAR_SEED` takes another.
const SEED: u64 = 20_261_121;
const LAPTOPS: [&str; 2] = ["1366x768", "1024x600"];
const PROJECTORS: [&str; 5] = ["800x600", "1024x768", "1280x800", "1920x1080", "768x1024"];
/// The projector shows the right page again this soon after its cable was plugged in.
const BACK_WITHIN: Duration = Duration::from_millis(1500);

/// What is done.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Plug(&'static str),
    Unplug,
    Mirror,
    Swap,
    /// Esc soon after a swap.
    TakeBack,
}

#[test]
fn whatever_is_done_to_the_screens_the_console_stays_whole_and_the_room_sees_the_page() {
    if !rig::slow("random cycles of plug, unplug, mirror and swap") {
        return;
    }
    let (cycles, seed) = (number("LEMBAR_CYCLES", CYCLES), number("LEMBAR_SEED", SEED));
    eprintln!("{cycles} cycles with seed {seed} (LEMBAR_CYCLES={cycles} LEMBAR_SEED={seed} repeats this)");
    let mut dice = Dice(seed);
    let mut times = Times::default();
    for (index, laptop) in LAPTOPS.iter().enumerate() {
        let share = cycles * (index as u64 + 1) / 2 - cycles * index as u64 / 2;
        let mut meeting = Meeting::begin(Screens::start(laptop), Hall::Alone);
        let mut hall = Hall::Alone;
        let mut plugged = "";
        for cycle in 1..=share {
            let deed = choose(&mut dice, hall, plugged);
            let when = format!("laptop {laptop}, cycle {cycle}, seed {seed}, {deed:?}");
            hall = meeting.carry_out(deed, hall, &when, &mut times);
            if let Deed::Plug(size) = deed {
                plugged = size;
            }
            // The keyboard is in either window.
            let window = Some(meeting.console()).filter(|_| dice.below(2) == 0).or(meeting.stage());
            let window = window.unwrap_or_else(|| meeting.console());
            meeting.turns(&window, hall, &when);
        }
    }
    eprintln!("{times}");
    let worst = times.plug.iter().max().expect("a hundred cycles plug something in");
    assert!(*worst <= BACK_WITHIN, "the page was back on the projector after {worst:?}");
}

fn choose(dice: &mut Dice, hall: Hall, plugged: &str) -> Deed {
    let other = |dice: &mut Dice| loop {
        let size = *dice.one_of(&PROJECTORS);
        if size != plugged {
            return Deed::Plug(size);
        }
    };
    match (hall, dice.below(8)) {
        (Hall::Alone, 0..2) | (Hall::Extended, 3) | (Hall::Swapped, 7) => Deed::Mirror,
        (Hall::Alone, _) | (Hall::Extended, 0..3) | (Hall::Page, 0..5) => other(dice),
        (Hall::Extended, 4..6) => Deed::Swap,
        (Hall::Swapped, 0..5) => Deed::TakeBack,
        _ => Deed::Unplug,
    }
}

impl Meeting {
    /// Does it and waits until all is as it must be then, which is returned.
    fn carry_out(&mut self, deed: Deed, hall: Hall, when: &str, times: &mut Times) -> Hall {
        match deed {
            Deed::Plug(size) => {
                self.draw_ahead(size);
                let since = Instant::now();
                self.screens.plug(size);
                times.plug.push(self.becomes_since(since, Hall::Extended, when));
                Hall::Extended
            }
            Deed::Unplug => {
                let since = Instant::now();
                self.screens.unplug();
                times.unplug.push(self.becomes_since(since, Hall::Alone, when));
                Hall::Alone
            }
            Deed::Mirror => {
                let since = Instant::now();
                self.screens.mirror();
                times.mirror.push(self.becomes_since(since, Hall::Page, when));
                Hall::Page
            }
            Deed::Swap | Deed::TakeBack => {
                // Where the console would be cut off nothing is swapped.
                let room = self.screens.projector().expect("a projector is plugged");
                let fits = room.width as f32 >= SMALLEST[0] && room.height as f32 >= SMALLEST[1];
                let then = if hall == Hall::Extended && fits { Hall::Swapped } else { Hall::Extended };
                let key = if matches!(deed, Deed::Swap) { "ctrl+shift+s" } else { "Escape" };
                let since = Instant::now();
                self.screens.press(&self.console(), &[key]);
                times.swap.push(self.becomes_since(since, then, when));
                then
            }
        }
    }
}

/// How long things took, from the first command to the last right pixel.
#[derive(Default)]
struct Times {
    plug: Vec<Duration>,
    unplug: Vec<Duration>,
    mirror: Vec<Duration>,
    swap: Vec<Duration>,
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = [
            ("plugged in, until both windows are right", &self.plug),
            ("unplugged, until the console is usable", &self.unplug),
            ("mirrored, until only the page is seen", &self.mirror),
            ("swapped or taken back", &self.swap),
        ];
        for (what, times) in rows {
            let mut times = times.clone();
            times.sort();
            let (Some(median), Some(worst)) = (times.get(times.len() / 2), times.last()) else { continue };
            let (median, worst) = (median.as_millis(), worst.as_millis());
            writeln!(f, "{what}: {} times, median {median} ms, worst {worst} ms", times.len())?;
        }
        Ok(())
    }
}
