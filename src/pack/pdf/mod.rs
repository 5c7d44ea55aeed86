//! PDF files, read and drawn by a child process (`lembar-pages`): a file that hangs, crashes or eats memory costs itself, never a
//! meeting. Here is the program's end of it; what is drawn is in `src/bin/lembar-pages`.

pub mod wire;

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread::JoinHandle,
    time::Duration,
};

pub use wire::Sheet;
use wire::{Ask, Fault, Tell};

use super::borrowed::{FileFault, PDF_BYTES, PDF_PAGES};
use crate::text::import as text;

/// How often whoever waits is asked whether to go on.
const LOOK: Duration = Duration::from_millis(100);
/// Looks after which a file or page is given up: ten seconds, a thousand times what an ordinary page takes.
const LOOKS: u32 = 100;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file, or one of its pages.
    File(FileFault),
    /// Whoever waited did not want to wait any longer.
    Stopped,
}

impl From<FileFault> for Refusal {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

/// Asked ten times a second while something takes long; `false` stops it.
pub type GoOn<'a> = dyn FnMut() -> bool + 'a;

/// An open PDF. Dropped, its child is gone.
#[derive(Debug)]
pub struct Pdf {
    pages: u32,
    child: Child,
    stdin: ChildStdin,
    told: Option<Receiver<Tell>>,
    listener: Option<JoinHandle<()>>,
    /// It did not answer, and never will.
    lost: bool,
}

impl Pdf {
    /// Opens a PDF with at least one page and no more than are shown.
    pub fn open(path: &Path, go_on: &mut GoOn<'_>) -> Result<Self, Refusal> {
        let length = File::open(path).and_then(|file| file.metadata()).map_err(|error| unreadable(&error))?.len();
        if length > PDF_BYTES {
            return Err(FileFault::TooLarge(PDF_BYTES >> 20).into());
        }
        let mut pdf = Self::start(path).map_err(|error| {
            log::error!("lembar-pages: {error}");
            FileFault::NoReader
        })?;
        match pdf.answer(go_on)? {
            Tell::Opened(pages) if (1..=PDF_PAGES).contains(&(pages as usize)) => {
                pdf.pages = pages;
                Ok(pdf)
            }
            Tell::Opened(_) | Tell::Page(_) => Err(FileFault::Damaged("not what was asked".to_owned()).into()),
            Tell::Failed(fault) => Err(in_file(fault).into()),
        }
    }

    fn start(path: &Path) -> io::Result<Self> {
        let mut child = Command::new(program()?)
            .arg(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (tell, told) = sync_channel(1);
        let started = child.stdin.take().zip(child.stdout.take()).ok_or_else(|| io::Error::other("no pipes"));
        let started = started.and_then(|(stdin, stdout)| {
            let listener =
                std::thread::Builder::new().name("pdf-in".to_owned()).spawn(move || listen(stdout, &tell))?;
            Ok((stdin, listener))
        });
        match started {
            Ok((stdin, listener)) => {
                Ok(Self { pages: 0, child, stdin, told: Some(told), listener: Some(listener), lost: false })
            }
            Err(error) => {
                end(&mut child);
                Err(error)
            }
        }
    }

    /// How many pages it has.
    #[must_use]
    pub const fn pages(&self) -> u32 {
        self.pages
    }

    /// Whether it will answer no more and has to be opened anew.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.lost
    }

    /// Draws page `number`, from 1, as large as fits into `room`, pixels.
    pub fn draw(&mut self, number: u32, room: (u32, u32), go_on: &mut GoOn<'_>) -> Result<Sheet, Refusal> {
        if !(1..=self.pages).contains(&number) {
            return Err(FileFault::NoPage(number).into());
        }
        let ask = Ask { number, width: room.0, height: room.1 };
        if self.lost {
            return Err(died().into());
        }
        if ask.write(&mut self.stdin).is_err() {
            return Err(self.lose(died().into()));
        }
        match self.answer(go_on)? {
            Tell::Page(sheet) if sheet.width <= room.0 && sheet.height <= room.1 => Ok(sheet),
            Tell::Failed(fault) => Err(in_file(fault).into()),
            Tell::Opened(_) | Tell::Page(_) => Err(self.lose(died().into())),
        }
    }

    /// Waits for what the child tells next.
    fn answer(&mut self, go_on: &mut GoOn<'_>) -> Result<Tell, Refusal> {
        for _ in 0..LOOKS {
            let told = self.told.as_ref().map_or(Err(RecvTimeoutError::Disconnected), |told| told.recv_timeout(LOOK));
            match told {
                Ok(tell) => return Ok(tell),
                Err(RecvTimeoutError::Timeout) if go_on() => {}
                Err(RecvTimeoutError::Timeout) => return Err(self.lose(Refusal::Stopped)),
                Err(RecvTimeoutError::Disconnected) => return Err(self.lose(died().into())),
            }
        }
        Err(self.lose(FileFault::TooSlow.into()))
    }

    /// Puts the child down: what it still works at nobody waits for.
    fn lose(&mut self, why: Refusal) -> Refusal {
        self.lost = true;
        end(&mut self.child);
        why
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        end(&mut self.child);
        // Without a reader nothing the thread still has can hold it up.
        self.told = None;
        if self.listener.take().is_some_and(|listener| listener.join().is_err()) {
            log::error!("a PDF's thread died");
        }
    }
}

fn end(child: &mut Child) {
    // It may be gone already, which is as well.
    if child.kill().and_then(|()| child.wait()).is_err() {
        log::debug!("lembar-pages was gone before it was put down");
    }
}

fn listen(mut stdout: ChildStdout, tell: &SyncSender<Tell>) {
    while let Ok(told) = Tell::read(&mut stdout) {
        if tell.send(told).is_err() {
            return;
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

fn unreadable(error: &io::Error) -> FileFault {
    FileFault::Unreadable(text::why(error))
}

fn died() -> FileFault {
    FileFault::Damaged("the reader stopped".to_owned())
}

fn in_file(fault: Fault) -> FileFault {
    match fault {
        Fault::Unreadable => FileFault::Unreadable(text::NOT_READ.to_owned()),
        Fault::Damaged => FileFault::Damaged("not a PDF".to_owned()),
        Fault::Locked => FileFault::Locked,
        Fault::TooManyPages(pages) => FileFault::TooManyPages(pages as usize),
        Fault::NoPage(page) => FileFault::NoPage(page),
    }
}
