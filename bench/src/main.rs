//! How fast Lembar is, read from outside: keys by XTEST, pixels off the projector, costs from /proc. `script/bench` runs it on two
//! dummy screens. A benchmark, not a test: it prints what it saw and judges nothing.

mod clip;
mod desk;
mod desk_work;
mod ear;
mod material;
mod process;
mod report;
mod search;
#[path = "../../tests/search/sessions.rs"]
#[allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "made-up data; a fault of ours stops the benchmark"
)]
mod sessions;
mod start;
mod turns;
#[path = "../../tests/search/typing.rs"]
#[allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "made-up data; a fault of ours stops the benchmark"
)]
mod typing;
#[path = "../../tests/scale/years.rs"]
#[allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "made-up data; a fault of ours stops the benchmark"
)]
mod years;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use self::{
    desk::{Desk, Window, key},
    material::Material,
    process::Program,
    report::{Costs, Figures, Machine, Pdf, Rehearsal},
};

/// Plays and seeks of a clip.
const CLIP_TIMES: usize = 30;

/// What is measured and how long.
struct Wanted {
    program: PathBuf,
    /// The shipped content.
    content: PathBuf,
    json: bool,
    starts: usize,
    turns: usize,
    still: Duration,
    countdown: Duration,
}

fn main() -> Result<()> {
    let wanted = arguments()?;
    let machine = Machine::look(&wanted.program)?;
    let desk = Desk::open()?;
    let figures = measure(&wanted, &desk)?;
    let printed = if wanted.json { report::json(&machine, &figures)? } else { report::table(&machine, &figures) };
    print!("{printed}");
    Ok(())
}

fn arguments() -> Result<Wanted> {
    use lexopt::prelude::*;
    let mut wanted = Wanted {
        program: PathBuf::new(),
        content: PathBuf::from("content"),
        json: false,
        starts: 7,
        turns: 60,
        still: Duration::from_mins(1),
        countdown: Duration::from_secs(30),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("program") => wanted.program = parser.value()?.into(),
            Long("content") => wanted.content = parser.value()?.into(),
            Long("json") => wanted.json = true,
            Long("starts") => wanted.starts = parser.value()?.parse()?,
            Long("turns") => wanted.turns = parser.value()?.parse()?,
            Long("still") => wanted.still = Duration::from_secs(parser.value()?.parse()?),
            Long("countdown") => wanted.countdown = Duration::from_secs(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if wanted.program.as_os_str().is_empty() || wanted.starts == 0 || wanted.turns == 0 {
        bail!("--program FILE is needed, and at least one start and one turn");
    }
    Ok(wanted)
}

fn measure(wanted: &Wanted, desk: &Desk) -> Result<Figures> {
    say("starting, once to warm up");
    start::measure(desk, &wanted.program, &deliver(SESSION))?.0.end()?;
    let mut starts = Vec::new();
    for turn in 1..=wanted.starts {
        say(&format!("start {turn} of {}", wanted.starts));
        let (program, took) = start::measure(desk, &wanted.program, &deliver(SESSION))?;
        program.end()?;
        starts.push(took);
    }
    let (program, _) = start::measure(desk, &wanted.program, &deliver(SESSION))?;
    let (console, stage) = (desk.window("lembar")?, desk.window("lembar-stage")?);
    say("turning pages, console focused");
    let console_turns = turns::measure(desk, console, wanted.turns)?;
    say("turning pages, stage focused");
    let stage_turns = turns::measure(desk, stage, wanted.turns)?;
    let memory = program.memory()?;
    say("a still page");
    let still = stand_still(desk, &program, wanted.still)?;
    say("a countdown");
    let countdown = count_down(desk, &program, console, wanted.countdown)?;
    let memory_after = program.memory()?;
    program.end()?;
    say("the same in a rehearsal");
    let rehearsal = rehearse(wanted, desk)?;
    say("making a clip and a PDF");
    let material = Material::make(&wanted.content)?;
    say("a clip, and mpv beside it");
    let clip = clip::measure(desk, &wanted.program, &material, CLIP_TIMES)?;
    say("a PDF of 200 pages");
    let pdf = borrowed(desk, &wanted.program, &material, wanted.turns)?;
    say("reports, a roster, the home screen with three years of data");
    let desk_work = desk_work::measure(&wanted.program, &wanted.content)?;
    say("searching 29 sessions");
    let search = search::measure(&wanted.content)?;
    Ok(Figures {
        desk_work,
        search,
        starts,
        console_turns,
        stage_turns,
        costs: Costs { still, countdown, memory, memory_after },
        rehearsal,
        clip,
        pdf,
    })
}

/// The session that is measured.
const SESSION: &str = "m1-s1";

/// Words that lead straight to a session's first page.
fn deliver(session: impl Into<OsString>) -> Vec<OsString> {
    vec!["deliver".into(), "--group".into(), "Kelompok Melati".into(), "--session".into(), session.into()]
}

/// The same session in a rehearsal: to the first page, turning pages, the costs.
fn rehearse(wanted: &Wanted, desk: &Desk) -> Result<Rehearsal> {
    let (program, start) = start::measure(desk, &wanted.program, &["rehearse".into(), SESSION.into()])?;
    let console = desk.window("lembar")?;
    let turns = turns::measure(desk, console, wanted.turns)?;
    let memory = program.memory()?;
    let still = stand_still(desk, &program, wanted.still)?;
    let countdown = count_down(desk, &program, console, wanted.countdown)?;
    let memory_after = program.memory()?;
    program.end()?;
    Ok(Rehearsal { start, turns, costs: Costs { still, countdown, memory, memory_after } })
}

/// An imported PDF: from the start of the process to its first page, and turning its pages.
fn borrowed(desk: &Desk, program: &Path, material: &Material, turns: usize) -> Result<Pdf> {
    let title = "Uji kecepatan";
    let data = Program::data();
    let told = Command::new(program)
        .arg("import")
        .arg(material.pdf())
        .args(["--new", title, "--data"])
        .arg(&data)
        .output()
        .context("lembar import")?;
    if !told.status.success() {
        bail!("lembar import: {}", String::from_utf8_lossy(&told.stderr));
    }
    let sessions = std::fs::read_dir(data.join("isi/sessions")).context("no session was imported")?;
    let id = sessions.flatten().next().context("no session was imported")?.file_name();
    let (program, first) = start::measure(desk, program, &deliver(id))?;
    let turns = turns::measure(desk, desk.window("lembar")?, turns)?;
    let memory = program.memory()?;
    program.end()?;
    Ok(Pdf { first, turns, memory })
}

/// Share of one core while nothing happens.
fn stand_still(desk: &Desk, program: &Program, length: Duration) -> Result<f64> {
    thread::sleep(Duration::from_secs(3));
    let before = desk.rows()?;
    let share = program.share_of_a_core(length)?;
    if desk.rows()? != before {
        bail!("the page did not stand still");
    }
    Ok(share)
}

/// Share of one core while the room sees seconds going down.
fn count_down(desk: &Desk, program: &Program, console: Window, length: Duration) -> Result<f64> {
    desk.focus(console)?;
    for name in [key::T, key::NINE, key::RETURN] {
        desk.tap(name)?;
        thread::sleep(Duration::from_millis(600));
    }
    thread::sleep(Duration::from_secs(2));
    let before = desk.rows()?;
    thread::sleep(Duration::from_millis(1100));
    if desk.rows()? == before {
        bail!("no countdown on the projector");
    }
    program.share_of_a_core(length).context("while counting down")
}

/// Progress goes to stderr: stdout is for the table.
fn say(what: &str) {
    eprintln!("bench: {what}");
}
