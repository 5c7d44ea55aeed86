//! From the start of the process to the first page, whole, on the projector.

use std::{ffi::OsString, path::Path, thread, time::Duration};

use anyhow::{Result, bail};

use crate::{
    desk::Desk,
    process::Program,
    turns::{Watch, after},
};

/// A projector that has not changed for this long shows what it is going to show.
const SETTLED: Duration = Duration::from_millis(1200);
/// No start takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Starts the program with these words; returns it and how long its first page took.
pub(crate) fn measure(desk: &Desk, path: &Path, words: &[OsString]) -> Result<(Program, Duration)> {
    // The last program's windows have to be gone: what is seen now is the empty desktop.
    thread::sleep(Duration::from_millis(500));
    let mut watch = Watch::new(desk)?;
    let mut program = Program::start(path, words)?;
    let mut next = program.started;
    loop {
        watch.look(program.started)?;
        let now = program.started.elapsed();
        if watch.changed() && now > watch.last_change() + SETTLED && desk.window("lembar-stage").is_ok() {
            break;
        }
        if now > PATIENCE {
            bail!("no page after {PATIENCE:?}");
        }
        program.check()?;
        next = after(next);
    }
    Ok((program, watch.complete()))
}
