//! The reader of PDF and of workbooks: a process of its own, started by Lembar, so that a file which crashes it, hangs it or eats memory
//! cannot touch the meeting. `lembar-pages FILE` speaks [`lembar::pack::pdf::wire`] over its standard input and output, and ends when its
//! input is closed; `lembar-pages --workbook FILE` writes the sheets of a workbook as JSON and ends.

mod draw;

use std::{
    alloc::System,
    fs::File,
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    time::Duration,
};

use cap::Cap;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use lembar::{
    pack::{
        borrowed::{PDF_BYTES, PDF_PAGES},
        pdf::wire::{Ask, Fault, Tell},
    },
    sheets::{read, workbook},
};

/// Memory beside the file itself, bytes. A page that wants more ends the process.
const ROOM: usize = 400 << 20;

/// Lembar gives up sooner; this is for a child whose Lembar is gone.
const LONGEST: Duration = Duration::from_secs(30);

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, PDF_BYTES as usize + ROOM);

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(path) = words.next().map(PathBuf::from) else { return ExitCode::from(2) };
    let mut out = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let (work, works) = sync_channel(0);
    if std::thread::Builder::new().name("watch".to_owned()).spawn(move || watch(&works)).is_err() {
        return ExitCode::FAILURE;
    }
    if let Some(book) = words.next().filter(|_| path == Path::new(read::WORKBOOK)) {
        let told = timed(&work, || write_book(Path::new(&book), &mut out));
        return if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let opened = timed(&work, || open(&path));
    let told = match opened {
        Ok((pdf, pages)) => Tell::Opened(pages).write(&mut out).and_then(|()| answer(&pdf, &work, &mut out)),
        Err(fault) => Tell::Failed(fault).write(&mut out),
    };
    // A closed pipe is how the program says that it is enough.
    if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The sheets of a workbook, or why there are none.
fn write_book(path: &Path, out: &mut impl Write) -> io::Result<()> {
    let bytes = File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(read::BYTES).read_to_end(&mut bytes).map(|_| bytes)
    });
    let told = bytes.map_err(|_| workbook::Fault::Unreadable).and_then(|bytes| workbook::grids(&bytes));
    serde_json::to_writer(&mut *out, &told)?;
    out.flush()
}

fn open(path: &Path) -> Result<(Pdf, u32), Fault> {
    let file = File::open(path).map_err(|_| Fault::Unreadable)?;
    let mut bytes = Vec::new();
    file.take(PDF_BYTES).read_to_end(&mut bytes).map_err(|_| Fault::Unreadable)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Fault::Locked
        }
        _ => Fault::Damaged,
    })?;
    match pdf.pages().len() {
        0 => Err(Fault::Damaged),
        pages @ 1..=PDF_PAGES => Ok((pdf, pages as u32)),
        more => Err(Fault::TooManyPages(more as u32)),
    }
}

/// Told when something begins and again when it ends; ends the process when that takes too long.
fn watch(works: &Receiver<()>) {
    while works.recv().is_ok() {
        match works.recv_timeout(LONGEST) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => std::process::exit(3),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn timed<T>(work: &SyncSender<()>, task: impl FnOnce() -> T) -> T {
    // Its other end lives as long as the process.
    let watched = work.send(()).is_ok();
    let done = task();
    if watched && work.send(()).is_err() {
        std::process::exit(3);
    }
    done
}

fn answer(pdf: &Pdf, work: &SyncSender<()>, out: &mut impl Write) -> io::Result<()> {
    let mut input = io::stdin().lock();
    while let Ok(ask) = Ask::read(&mut input) {
        match timed(work, || draw::page(pdf, ask)) {
            Ok(sheet) => Tell::Page(sheet),
            Err(fault) => Tell::Failed(fault),
        }
        .write(out)?;
    }
    Ok(())
}
