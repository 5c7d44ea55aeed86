//! A clip: from Play and from a seek to a new picture, pictures left out, sound against picture, processor time beside mpv's.

use std::{
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    deliver,
    desk::{Desk, Window, key},
    ear::Ear,
    material::{BITS, Material, RATE},
    process::Program,
    start,
    turns::{Watch, after},
};

/// How long a Play or a seek is watched.
const WATCHED: Duration = Duration::from_secs(3);
/// Past the pause in which a second press is ignored, and with a length that keeps no step with the clip.
const BETWEEN: Duration = Duration::from_millis(613);
/// How long pictures are counted, after the first second.
const COUNTED: Duration = Duration::from_secs(20);
/// How long processor time is taken at once, and how often for each program.
const COST: Duration = Duration::from_secs(10);
const PAIRS: usize = 3;

/// What a clip takes.
#[derive(Default)]
pub(crate) struct Clip {
    /// Play → first changed pixel.
    pub(crate) play: Vec<Duration>,
    /// Seek of 5 s → first changed pixel, standing still.
    pub(crate) seek: Vec<Duration>,
    /// Pictures seen in order, and pictures that were left out between them.
    pub(crate) seen: usize,
    /// See above.
    pub(crate) missed: usize,
    /// Sound minus picture at each tick, ms; positive = the sound is late.
    pub(crate) offsets: Vec<f64>,
    /// Share of a core, each time.
    pub(crate) cost: Vec<f64>,
    /// The same of `mpv --vo=x11` with the same clip over the same screen; empty without mpv.
    pub(crate) mpv: Vec<f64>,
    /// Bytes while it plays.
    pub(crate) memory: u64,
}

/// Measures `count` plays and seeks, and the rest once.
pub(crate) fn measure(desk: &Desk, program: &Path, material: &Material, count: usize) -> Result<Clip> {
    let (program, _) =
        start::measure(desk, program, &[deliver("m1-s1"), vec!["--pack".into(), material.pack().into()]].concat())?;
    let console = desk.window("lembar")?;
    desk.focus(console)?;
    desk.tap(key::RIGHT)?;
    thread::sleep(Duration::from_secs(3));
    let mut clip = Clip::default();
    for _ in 0..count {
        clip.play.push(first_change(desk, &[key::K])?);
        thread::sleep(BETWEEN);
        desk.tap(key::K)?;
        thread::sleep(BETWEEN);
    }
    for turn in 0..count {
        let way = if turn % 2 == 0 { key::RIGHT } else { key::LEFT };
        clip.seek.push(first_change(desk, &[key::CONTROL, way])?);
        thread::sleep(BETWEEN);
    }
    rewind(desk)?;
    let ear = Ear::open()?;
    desk.tap(key::K)?;
    thread::sleep(Duration::from_secs(1));
    ear.onsets();
    count_pictures(desk, &ear, &mut clip)?;
    drop(ear);
    clip.memory = program.memory()?;
    desk.tap(key::K)?;
    for _ in 0..PAIRS {
        pair(desk, console, &program, material, &mut clip)?;
    }
    program.end()?;
    Ok(clip)
}

/// From the press to the first changed pixel on the projector.
fn first_change(desk: &Desk, chord: &[u32]) -> Result<Duration> {
    let mut watch = Watch::new(desk)?;
    let pressed = desk.chord(chord)?;
    let mut next = pressed;
    while pressed.elapsed() < WATCHED {
        watch.look(pressed)?;
        if watch.changed() {
            return Ok(watch.last_change());
        }
        next = after(next);
    }
    bail!("no new picture of the clip within {WATCHED:?}")
}

/// Back to the clip's beginning.
fn rewind(desk: &Desk) -> Result<()> {
    for _ in 0..3 {
        desk.chord(&[key::CONTROL, key::PAGE_UP])?;
        thread::sleep(BETWEEN);
    }
    Ok(())
}

fn count_pictures(desk: &Desk, ear: &Ear, clip: &mut Clip) -> Result<()> {
    let mut seen: Vec<(usize, Instant)> = Vec::new();
    let began = Instant::now();
    let mut next = began;
    while began.elapsed() < COUNTED {
        let number = number(&desk.middle()?);
        let at = Instant::now();
        if seen.last().is_none_or(|(last, _)| *last != number) {
            seen.push((number, at));
        }
        next = after(next);
    }
    clip.seen = seen.len();
    clip.missed = seen.windows(2).filter_map(|pair| pair[1].0.checked_sub(pair[0].0 + 1)).sum();
    let ticks = ear.onsets();
    let whole = seen.iter().filter(|(number, _)| number % RATE as usize == 0);
    for (_, flash) in whole {
        let apart = |tick: &Instant| tick.saturating_duration_since(*flash).max(flash.saturating_duration_since(*tick));
        if let Some(tick) = ticks.iter().min_by_key(|tick| apart(tick)).filter(|tick| apart(tick).as_millis() < 400) {
            let late = tick.saturating_duration_since(*flash).as_secs_f64()
                - flash.saturating_duration_since(*tick).as_secs_f64();
            clip.offsets.push(late * 1000.0);
        }
    }
    Ok(())
}

/// The number in a row of pixels, four bytes each.
fn number(row: &[u8]) -> usize {
    let pixels = row.len() / 4;
    (0..BITS)
        .filter(|bit| row.get((2 * bit + 1) * pixels / (2 * BITS) * 4 + 1).is_some_and(|green| *green > 127))
        .map(|bit| 1 << bit)
        .sum()
}

/// Ours, then mpv over the stage, so that whatever else the machine does befalls both.
fn pair(desk: &Desk, console: Window, program: &Program, material: &Material, clip: &mut Clip) -> Result<()> {
    desk.focus(console)?;
    rewind(desk)?;
    desk.tap(key::K)?;
    thread::sleep(Duration::from_secs(2));
    clip.cost.push(program.share_of_a_core(COST)?);
    desk.tap(key::K)?;
    thread::sleep(BETWEEN);
    let (x, y, width, height) = desk.projector();
    let mut mpv = Command::new("mpv");
    mpv.args(["--vo=x11", "--ao=pulse", "--really-quiet", "--no-border", "--no-config"]);
    mpv.arg(format!("--geometry={width}x{height}+{x}+{y}")).arg(material.clip());
    let Ok(mpv) = Program::of(mpv) else { return Ok(()) };
    thread::sleep(Duration::from_secs(3));
    clip.mpv.push(mpv.share_of_a_core(COST)?);
    mpv.end()
}
