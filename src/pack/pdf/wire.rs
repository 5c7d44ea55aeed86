//! What the program and the child that reads a PDF say to each other over two pipes. Plain bytes, little endian, no files, no processes.

use std::io::{self, Read, Write};

/// Longer sides are not drawn, pixels.
pub const LONGEST_SIDE: u32 = 16_384;
/// No page is larger, pixels: 8192 × 4096.
pub const MOST_PIXELS: u64 = 32 << 20;

/// A page the program asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// From 1.
    pub number: u32,
    /// The room it is fitted into, pixels.
    pub width: u32,
    /// See `width`.
    pub height: u32,
}

/// What the child tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tell {
    /// The file can be read; so many pages.
    Opened(u32),
    /// A page, as large as fits.
    Page(Sheet),
    /// The file, or the page asked for, cannot be shown.
    Failed(Fault),
}

/// A drawn page.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Rows from the top, three bytes a pixel.
    pub rgb: Vec<u8>,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({} × {})", self.width, self.height)
    }
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk refused.
    Unreadable,
    /// Not a PDF, or cut off.
    Damaged,
    /// It asks for a password.
    Locked,
    /// So many pages, which is too many.
    TooManyPages(u32),
    /// There is no such page.
    NoPage(u32),
}

impl Ask {
    /// Writes it.
    pub fn write(self, to: &mut impl Write) -> io::Result<()> {
        for value in [self.number, self.width, self.height] {
            to.write_all(&value.to_le_bytes())?;
        }
        to.flush()
    }

    /// Reads one; an error when the program has closed its end.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        Ok(Self { number: read_u32(from)?, width: read_u32(from)?, height: read_u32(from)? })
    }
}

impl Tell {
    /// Writes it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let (kind, a, b): (u32, u32, u32) = match self {
            Self::Opened(pages) => (1, *pages, 0),
            Self::Page(sheet) => (2, sheet.width, sheet.height),
            Self::Failed(Fault::Unreadable) => (3, 0, 0),
            Self::Failed(Fault::Damaged) => (3, 1, 0),
            Self::Failed(Fault::Locked) => (3, 2, 0),
            Self::Failed(Fault::TooManyPages(pages)) => (3, 3, *pages),
            Self::Failed(Fault::NoPage(page)) => (3, 4, *page),
        };
        for value in [kind, a, b] {
            to.write_all(&value.to_le_bytes())?;
        }
        if let Self::Page(sheet) = self {
            to.write_all(&sheet.rgb)?;
        }
        to.flush()
    }

    /// Reads one; what is no message of ours is an error, and nothing larger than [`MOST_PIXELS`] is believed.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        let (kind, a, b) = (read_u32(from)?, read_u32(from)?, read_u32(from)?);
        Ok(match (kind, a) {
            (1, pages) => Self::Opened(pages),
            (2, width) => Self::Page(Sheet { width, height: b, rgb: read_pixels(from, width, b)? }),
            (3, 0) => Self::Failed(Fault::Unreadable),
            (3, 1) => Self::Failed(Fault::Damaged),
            (3, 2) => Self::Failed(Fault::Locked),
            (3, 3) => Self::Failed(Fault::TooManyPages(b)),
            (3, 4) => Self::Failed(Fault::NoPage(b)),
            _ => return Err(garbled()),
        })
    }
}

fn garbled() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "no message of ours")
}

fn read_u32(from: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

fn read_pixels(from: &mut impl Read, width: u32, height: u32) -> io::Result<Vec<u8>> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > MOST_PIXELS {
        return Err(garbled());
    }
    let mut rgb = vec![0; pixels as usize * 3];
    from.read_exact(&mut rgb)?;
    Ok(rgb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let sheet = Sheet { width: 3, height: 2, rgb: (0..18).collect() };
        let faults = [Fault::Unreadable, Fault::Damaged, Fault::Locked, Fault::TooManyPages(900), Fault::NoPage(7)]
            .map(Tell::Failed);
        let mut bytes = Vec::new();
        let all: Vec<Tell> = [Tell::Opened(12), Tell::Page(sheet)].into_iter().chain(faults).collect();
        for tell in &all {
            tell.write(&mut bytes).unwrap();
        }
        let mut from = bytes.as_slice();
        for tell in &all {
            assert_eq!(&Tell::read(&mut from).unwrap(), tell);
        }
        assert!(Tell::read(&mut from).is_err());
        let ask = Ask { number: 3, width: 1024, height: 768 };
        let mut bytes = Vec::new();
        ask.write(&mut bytes).unwrap();
        assert_eq!(Ask::read(&mut bytes.as_slice()).unwrap(), ask);
    }

    #[test]
    fn rubbish_is_refused_before_memory_is_taken() {
        for (kind, a, b) in [(2_u32, u32::MAX, u32::MAX), (2, 0, 5), (3, 9, 0), (7, 1, 1)] {
            let bytes: Vec<u8> = [kind, a, b].iter().flat_map(|value| value.to_le_bytes()).collect();
            assert!(Tell::read(&mut bytes.as_slice()).is_err());
        }
    }
}
