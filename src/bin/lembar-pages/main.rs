//! The reader of PDF: a process of its own, started by Lembar, so that a file which crashes it, hangs it or eats memory cannot touch the
//! meeting. `lembar-pages FILE` speaks [`lembar::pack::pdf::wire`] over its standard input and output, and ends when its input is closed.

mod draw;

use std::{
    alloc::System,
    fs::File,
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use cap::Cap;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use lembar::pack::{
    borrowed::{PDF_BYTES, PDF_PAGES},
    pdf::wire::{Ask, Fault, Tell},
};

/// Memory beside the file itself, bytes. A page that wants more ends the process.
const ROOM: usize = 400 << 20;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, PDF_BYTES as usize + ROOM);

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else { return ExitCode::from(2) };
    let mut out = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let told = match open(&path) {
        Ok((pdf, pages)) => Tell::Opened(pages).write(&mut out).and_then(|()| answer(&pdf, &mut out)),
        Err(fault) => Tell::Failed(fault).write(&mut out),
    };
    // A closed pipe is how the program says that it is enough.
    if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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

fn answer(pdf: &Pdf, out: &mut impl Write) -> io::Result<()> {
    let mut input = io::stdin().lock();
    while let Ok(ask) = Ask::read(&mut input) {
        match draw::page(pdf, ask) {
            Ok(sheet) => Tell::Page(sheet),
            Err(fault) => Tell::Failed(fault),
        }
        .write(out)?;
    }
    Ok(())
}
