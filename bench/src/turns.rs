//! From a key to the new page, whole, on the projector.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::desk::{Desk, Window, key};

/// How often the projector is looked at. Not harder: the measuring shares the cores with the program.
const EVERY: Duration = Duration::from_micros(500);
/// How long each turn is watched; what comes later would still be seen as an incomplete page.
const WATCHED: Duration = Duration::from_millis(350);
/// Two turns a second…
const PERIOD: Duration = Duration::from_millis(500);
/// …and up to this much later, so that turns do not keep step with whatever the program does every half second.
const STRAY: u64 = 47;
/// People hold a key about this long.
const HELD: Duration = Duration::from_millis(40);

/// What turning pages took.
#[derive(Default)]
pub(crate) struct Turns {
    /// Key → page complete, in order of turning.
    pub(crate) took: Vec<Duration>,
    /// Key → first changed pixel.
    pub(crate) first: Vec<Duration>,
    /// Turns whose picture still differed, outside the rows looked at, when the rows were final. Counted as late as that was seen.
    pub(crate) differed: usize,
    /// Times between two looks, the middle one: how fine the measure is.
    pub(crate) grain: Duration,
}

/// A series of looks at the projector: each picture once, and when which was seen.
pub(crate) struct Watch<'a> {
    desk: &'a Desk,
    pictures: Vec<Vec<u8>>,
    /// When a look was over, and the picture it found.
    looks: Vec<(Duration, usize)>,
}

impl<'a> Watch<'a> {
    /// Begins with what is to be seen now.
    pub(crate) fn new(desk: &'a Desk) -> Result<Self> {
        Ok(Self { desk, pictures: vec![desk.rows()?], looks: Vec::new() })
    }

    /// Looks once; the time is taken after the answer, so a figure is never too good.
    pub(crate) fn look(&mut self, since: Instant) -> Result<()> {
        let rows = self.desk.rows()?;
        let at = since.elapsed();
        if self.pictures.last() != Some(&rows) {
            self.pictures.push(rows);
        }
        self.looks.push((at, self.pictures.len() - 1));
        Ok(())
    }

    /// Whether anything changed since the beginning.
    pub(crate) fn changed(&self) -> bool {
        self.pictures.len() > 1
    }

    /// When the picture seen last was first seen.
    pub(crate) fn last_change(&self) -> Duration {
        let last = self.pictures.len() - 1;
        self.looks.iter().find(|(_, picture)| *picture == last).map_or(Duration::ZERO, |(at, _)| *at)
    }

    /// When the final picture was first seen and from then on never anything else.
    pub(crate) fn complete(&self) -> Duration {
        self.last_change()
    }

    /// When anything else was first seen.
    pub(crate) fn first_change(&self) -> Duration {
        self.looks.iter().find(|(_, picture)| *picture > 0).map_or(Duration::ZERO, |(at, _)| *at)
    }
}

/// Sleeps until the next look after that of `last`; returns its moment. A look that came late delays the next ones.
pub(crate) fn after(last: Instant) -> Instant {
    let next = (last + EVERY).max(Instant::now());
    thread::sleep(next.saturating_duration_since(Instant::now()));
    next
}

/// Turns `count` pages with `window` focused: to the last page, back to the first, and so on.
pub(crate) fn measure(desk: &Desk, window: Window, count: usize) -> Result<Turns> {
    desk.focus(window)?;
    thread::sleep(Duration::from_secs(1));
    let mut turns = Turns::default();
    let mut grains = Vec::new();
    let mut way = key::RIGHT;
    let mut in_vain = 0;
    let mut next = Instant::now();
    while turns.took.len() < count {
        thread::sleep(next.saturating_duration_since(Instant::now()));
        next = Instant::now() + PERIOD + Duration::from_millis((turns.took.len() as u64 * 13) % STRAY);
        if turn(desk, way, &mut turns, &mut grains)? {
            in_vain = 0;
        } else {
            // The end of the session, or two pages that look the same.
            in_vain += 1;
            if in_vain == 3 {
                way = if way == key::RIGHT { key::LEFT } else { key::RIGHT };
            } else if in_vain > 6 {
                bail!("the keys turn no page any more");
            }
        }
    }
    if !desk.has_focus(window)? {
        bail!("the keyboard went elsewhere while pages were turned");
    }
    grains.sort();
    turns.grain = grains.get(grains.len() / 2).copied().unwrap_or_default();
    Ok(turns)
}

/// One turn; false when the projector did not change.
fn turn(desk: &Desk, way: u32, turns: &mut Turns, grains: &mut Vec<Duration>) -> Result<bool> {
    let mut watch = Watch::new(desk)?;
    let mut early = None;
    let mut held = true;
    let pressed = desk.press(way)?;
    let mut next = pressed;
    while pressed.elapsed() < WATCHED {
        watch.look(pressed)?;
        if watch.changed() && early.is_none() {
            let picture = desk.whole()?;
            early = Some((pressed.elapsed(), picture));
        }
        if held && pressed.elapsed() > HELD {
            desk.release()?;
            held = false;
        }
        next = after(next);
    }
    let Some((seen, early)) = early else { return Ok(false) };
    let mut complete = watch.complete();
    if seen > complete && early != desk.whole()? {
        turns.differed += 1;
        complete = seen;
    }
    turns.took.push(complete);
    turns.first.push(watch.first_change());
    grains.extend(watch.looks.iter().zip(watch.looks.iter().skip(1)).map(|(a, b)| b.0.saturating_sub(a.0)));
    Ok(true)
}
