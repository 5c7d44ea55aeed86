//! A file of cells, whatever it is: text is read here, workbooks by a child process (`lembar-pages`), because the libraries that read them
//! can be made to loop or to eat memory by a file that wants to. What cannot be read is one sentence.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{RecvTimeoutError, sync_channel},
    time::Duration,
};

use super::{
    csv_text,
    workbook::{Fault, Kind},
};
use crate::{
    engine::grid::Grid,
    text::{import as files, roster_import as text},
};

/// Largest file, bytes. A roster of 5000 families is a tenth of it.
pub const BYTES: u64 = 20 << 20;
/// Most the child may answer, bytes.
const ANSWER: u64 = 64 << 20;
/// Tells the child that the file is a workbook.
pub const WORKBOOK: &str = "--workbook";
/// How often whoever waits is asked whether to go on.
const LOOK: Duration = Duration::from_millis(50);
/// Looks after which a file is given up: ten seconds.
const LOOKS: u32 = 200;

/// Why a file cannot be read. `Display` is for logs and names no file; [`SheetFault::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum SheetFault {
    /// The disk's word for it.
    #[error("{0}")]
    Disk(#[from] io::Error),
    /// More than [`BYTES`].
    #[error("larger than {}", BYTES)]
    TooLarge,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// No child program beside this one.
    #[error("no lembar-pages: {0}")]
    NoReader(io::Error),
    /// It took ten seconds and was not done.
    #[error("takes too long")]
    TooSlow,
    /// The child died over it, which is mostly memory.
    #[error("the reader died")]
    Died,
    /// What the reader said.
    #[error("{0}")]
    File(#[from] Fault),
    /// Whoever waited did not want to wait any longer.
    #[error("stopped")]
    Stopped,
}

impl SheetFault {
    /// For people: what is wrong and what to do.
    #[must_use]
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Self::Disk(error) => text::unreadable(name, &files::why(error)),
            Self::TooLarge => text::too_large(name, BYTES >> 20),
            Self::Empty => files::empty_file(name),
            Self::NoReader(_) => text::NO_READER.to_owned(),
            Self::TooSlow | Self::Died | Self::File(Fault::TooLarge) => text::too_much(name),
            Self::File(Fault::Unreadable) => text::unreadable(name, files::NOT_READ),
            Self::File(Fault::Locked) => text::locked(name),
            Self::File(Fault::Other) => text::no_roster(name),
            Self::File(Fault::Damaged) => files::damaged(name),
            Self::Stopped => text::STOPPED.to_owned(),
        }
    }
}

/// Asked twenty times a second while a file takes long; `false` stops it.
pub type GoOn<'a> = dyn FnMut() -> bool + 'a;

/// The sheets of a file: one without a name for text. The ending is not believed.
pub fn read(path: &Path, go_on: &mut GoOn<'_>) -> Result<Vec<Grid>, SheetFault> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Fault::Other.into());
    }
    if about.len() > BYTES {
        return Err(SheetFault::TooLarge);
    }
    let mut bytes = Vec::new();
    file.take(BYTES).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    match Kind::of(&bytes) {
        Kind::Text => csv_text::grid(&bytes).map(|grid| vec![grid]).ok_or(SheetFault::File(Fault::Other)),
        Kind::Zip | Kind::Compound => by_child(path, go_on),
    }
}

fn by_child(path: &Path, go_on: &mut GoOn<'_>) -> Result<Vec<Grid>, SheetFault> {
    let program = program().map_err(SheetFault::NoReader)?;
    let command = Command::new(program)
        .args([WORKBOOK.as_ref(), path.as_os_str()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = Putdown(command.map_err(SheetFault::NoReader)?);
    let stdout = child.0.stdout.take().ok_or(SheetFault::Died)?;
    let (tell, told) = sync_channel(1);
    let listener = std::thread::Builder::new().name("workbook-in".to_owned()).spawn(move || {
        // Nobody waits any more when it cannot be told.
        tell.send(answer(stdout)).ok();
    })?;
    let mut outcome = Err(SheetFault::TooSlow);
    for _ in 0..LOOKS {
        match told.recv_timeout(LOOK) {
            Ok(answer) => {
                outcome = answer;
                break;
            }
            Err(RecvTimeoutError::Timeout) if go_on() => {}
            Err(RecvTimeoutError::Timeout) => {
                outcome = Err(SheetFault::Stopped);
                break;
            }
            Err(RecvTimeoutError::Disconnected) => {
                outcome = Err(SheetFault::Died);
                break;
            }
        }
    }
    // With the child gone its pipe ends, and so does the thread.
    drop(child);
    if listener.join().is_err() {
        log::error!("a workbook's thread died");
    }
    outcome
}

fn answer(stdout: ChildStdout) -> Result<Vec<Grid>, SheetFault> {
    let mut text = Vec::new();
    stdout.take(ANSWER).read_to_end(&mut text)?;
    let said: Result<Result<Vec<Grid>, Fault>, _> = serde_json::from_slice(&text);
    Ok(said.map_err(|_| SheetFault::Died)??)
}

/// A child that is gone when this is dropped.
struct Putdown(Child);

impl Drop for Putdown {
    fn drop(&mut self) {
        // It may be gone already, which is as well.
        if self.0.kill().and_then(|()| self.0.wait()).is_err() {
            log::debug!("the workbook's reader was gone before it was put down");
        }
    }
}

/// Where the child's program is: beside this one; beside the folder of test programs, when this is one.
fn program() -> io::Result<PathBuf> {
    let name = format!("lembar-pages{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe()?;
    let beside = here.with_file_name(&name);
    let above = here.parent().filter(|dir| dir.ends_with("deps")).and_then(Path::parent);
    Ok(above.map(|dir| dir.join(name)).filter(|_| !beside.is_file()).unwrap_or(beside))
}
