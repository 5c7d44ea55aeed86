//! What a facilitator waits for beside the wall: reports, the recap of a month, a roster out of a file, the home screen with three years behind it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use lembar::{pack, store::Snapshot};

use crate::{
    desk::Desk,
    process::Program,
    turns::{Watch, after},
    years::{self, Size},
};

/// Three years of 20 groups.
const YEARS: Size = Size { groups: 20, meetings: 36, members: 30 };
/// Members of the roster that is imported.
const ROSTER: usize = 300;
/// How often each is done; the middle one counts.
const TIMES: usize = 5;
/// Notches of the wheel.
const NOTCHES: usize = 60;
/// How long a start, and what follows a notch, is watched.
const START: Duration = Duration::from_secs(4);
const NOTCH: Duration = Duration::from_millis(150);

/// What was measured, from the start of the process to its end, or to pixels.
#[derive(Default)]
pub(crate) struct DeskWork {
    /// Bytes of the database.
    pub(crate) bytes: u64,
    /// Report of 30 members with three photos as PDF.
    pub(crate) report: Vec<Duration>,
    /// Recap of a month of 20 groups as workbook.
    pub(crate) month: Vec<Duration>,
    /// A roster of 300 out of a CSV file, looked at and saved.
    pub(crate) roster: Vec<Duration>,
    /// First picture of the home screen with no data.
    pub(crate) home_empty: Vec<Duration>,
    /// The same with three years.
    pub(crate) home_full: Vec<Duration>,
    /// Notch of the wheel on the home screen → new picture.
    pub(crate) wheel: Vec<Duration>,
}

/// Measures all of it. The projector is not looked at.
pub(crate) fn measure(program: &Path, content: &Path) -> Result<DeskWork> {
    let folder = Folder(std::env::temp_dir().join(format!("lembar-bench-desk-{}", std::process::id())));
    let (full, empty) = (folder.0.join("full"), folder.0.join("empty"));
    let _written = years::write(&full, &pack::load(content), YEARS);
    let snapshot = Snapshot::take(&full)?.context("no database was written")?;
    let last = snapshot.library().meetings.iter().filter_map(|meeting| meeting.began).max().context("no meeting")?;
    let month = last.month();
    photos(&full)?;
    let mut work = DeskWork { bytes: fs::metadata(full.join("lembar.db"))?.len(), ..DeskWork::default() };
    let out = folder.0.join("out");
    let word = format!("{}-{:02}", month.year, month.number);
    for time in 0..TIMES {
        let named = |ending: &str| out.join(format!("{time}.{ending}")).display().to_string();
        fs::create_dir_all(&out)?;
        work.report.push(run(
            program,
            &["report", "--meeting", "last", "--format", "pdf", "--out", &named("pdf")],
            &full,
        )?);
        work.month.push(run(
            program,
            &["report", "--month", &word, "--format", "xlsx", "--out", &named("xlsx")],
            &full,
        )?);
        let roster = roster(&folder.0)?.display().to_string();
        work.roster.push(run(program, &["import-roster", &roster], &folder.0.join(format!("roster-{time}")))?);
    }
    let desk = Desk::open_laptop()?;
    for _ in 0..TIMES {
        work.home_empty.push(first_picture(&desk, program, &empty)?.1);
        work.home_full.push(first_picture(&desk, program, &full)?.1);
    }
    let (program, _) = first_picture(&desk, program, &full)?;
    for notch in 0..NOTCHES {
        work.wheel.extend(scrolled(&desk, notch % 20 < 10)?);
    }
    program.end()?;
    Ok(work)
}

/// A verb, from its start to its end.
fn run(program: &Path, arguments: &[&str], data: &Path) -> Result<Duration> {
    let began = Instant::now();
    let told = Command::new(program).args(arguments).arg("--data").arg(data).output()?;
    let took = began.elapsed();
    if !told.status.success() {
        bail!("{}: {}", arguments.join(" "), String::from_utf8_lossy(&told.stderr));
    }
    Ok(took)
}

/// The files the generated journals name: 400 kB or so each, as the program keeps photos.
fn photos(data: &Path) -> Result<()> {
    let first = data.join("foto").join(years::photo(0));
    let folder = first.parent().context("no folder")?;
    fs::create_dir_all(folder)?;
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=1600x1200,noise=alls=12"])
        .args(["-frames:v", "1", "-q:v", "4"])
        .arg(&first)
        .status()
        .context("ffmpeg")?;
    if !made.success() {
        bail!("ffmpeg made no photo");
    }
    for number in 1..years::PHOTOS {
        fs::copy(&first, data.join("foto").join(years::photo(number)))?;
    }
    Ok(())
}

fn roster(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("roster.csv");
    let rows: String =
        (0..ROSTER).map(|n| format!("{};Ibu Nomor {n};Dusun {};Kelompok {}\r\n", n + 1, n % 7, n / 30 + 1)).collect();
    fs::write(&path, format!("NO;NAMA;ALAMAT;KELOMPOK\r\n{rows}"))?;
    Ok(path)
}

/// Starts on the home screen; returns the program and when the picture that stayed was first seen.
fn first_picture(desk: &Desk, path: &Path, data: &Path) -> Result<(Program, Duration)> {
    thread::sleep(Duration::from_millis(500));
    let mut watch = Watch::new(desk)?;
    let mut program = Program::home(path, data)?;
    let mut next = program.started;
    while program.started.elapsed() < START {
        watch.look(program.started)?;
        program.check()?;
        next = after(next);
    }
    if !watch.changed() {
        bail!("no window after {START:?}");
    }
    Ok((program, watch.complete()))
}

/// A notch of the wheel; `None` when the list did not move (its end).
fn scrolled(desk: &Desk, down: bool) -> Result<Option<Duration>> {
    let mut watch = Watch::new(desk)?;
    let turned = desk.wheel(down)?;
    let mut next = turned;
    while turned.elapsed() < NOTCH {
        watch.look(turned)?;
        next = after(next);
    }
    Ok(watch.changed().then(|| watch.first_change()))
}

/// Deleted when dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // Best effort: it lies in the folder for passing things.
        fs::remove_dir_all(&self.0).ok();
    }
}
