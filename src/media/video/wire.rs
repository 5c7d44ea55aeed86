//! What the program and its decoder child say to each other over two pipes. Plain bytes, little endian, no files, no processes.
//!
//! The child never sends more than it was given credit for, so the program can always read on and neither side waits for the other.

use std::io::{self, Read, Write};

/// Sound is always stereo at this rate, samples per second and channel.
pub const RATE: u32 = 48_000;
/// Channels of the sound.
pub const CHANNELS: u16 = 2;
/// No picture is larger, pixels: what a broken file may claim is not believed.
pub const MOST_PIXELS: u64 = 4096 * 4096;
/// No message is larger, bytes.
const MOST_BYTES: u32 = (MOST_PIXELS * 4) as u32;

/// What the program asks of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Pictures fit into this box from now on, pixels; they are never enlarged.
    Fit {
        /// Width.
        width: u32,
        /// Height.
        height: u32,
    },
    /// This much more may be sent.
    Credit {
        /// Pictures.
        frames: u32,
        /// Stereo samples.
        samples: u32,
    },
    /// Go on from here; what comes after belongs to this generation. Credit given before is void.
    Seek {
        /// Counts up.
        generation: u32,
        /// Microseconds from the clip's beginning.
        at: i64,
    },
}

/// What the child tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Tell {
    /// The file can be played.
    Opened(Info),
    /// A picture.
    Frame {
        /// Generation.
        generation: u32,
        /// When it is shown, microseconds from the beginning.
        at: i64,
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
        /// Blue, green, red and an unused byte for each pixel: the order of windows, and the one FFmpeg makes quickest.
        bgra: Vec<u8>,
    },
    /// A stretch of sound.
    Sound {
        /// Generation.
        generation: u32,
        /// When it begins, microseconds from the beginning.
        at: i64,
        /// Left and right in turn.
        samples: Vec<f32>,
    },
    /// No picture comes any more.
    LastFrame(u32),
    /// No sound comes any more.
    LastSound(u32),
    /// The file cannot be played, or no further; then the child ends.
    Failed(Fault),
}

/// What a clip is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// Microseconds; 0 = unknown.
    pub duration: i64,
    /// As shown: turned upright, pixels made square; 0 = there are no pictures, only sound.
    pub width: u32,
    /// As shown.
    pub height: u32,
    /// There is sound.
    pub sound: bool,
    /// Microseconds from one picture to the next, about.
    pub frame: i64,
}

impl Info {
    /// There are pictures; else it is a sound.
    #[must_use]
    pub const fn has_pictures(&self) -> bool {
        self.width > 0
    }
}

/// Why a file cannot be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there or cannot be read.
    Unreadable,
    /// It is no clip, or its beginning is damaged.
    NoClip,
    /// It is a clip of a kind this decoder does not know.
    Unknown,
    /// There is neither picture nor sound in it.
    NoStream,
    /// Its pictures are larger than any screen.
    TooLarge,
}

const FAULTS: [Fault; 5] = [Fault::Unreadable, Fault::NoClip, Fault::Unknown, Fault::NoStream, Fault::TooLarge];

impl Ask {
    /// Writes it.
    pub fn write(self, to: &mut impl Write) -> io::Result<()> {
        let (kind, a, b): (u8, u32, i64) = match self {
            Self::Fit { width, height } => (1, width, i64::from(height)),
            Self::Credit { frames, samples } => (2, frames, i64::from(samples)),
            Self::Seek { generation, at } => (3, generation, at),
        };
        let mut bytes = [0; 13];
        bytes[0] = kind;
        bytes[1..5].copy_from_slice(&a.to_le_bytes());
        bytes[5..].copy_from_slice(&b.to_le_bytes());
        to.write_all(&bytes)?;
        to.flush()
    }

    /// Reads one; an error when the program has closed its end.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        let kind = read_u8(from)?;
        let (a, b) = (read_u32(from)?, read_i64(from)?);
        let small = || u32::try_from(b).map_err(|_| garbled());
        match kind {
            1 => Ok(Self::Fit { width: a, height: small()? }),
            2 => Ok(Self::Credit { frames: a, samples: small()? }),
            3 => Ok(Self::Seek { generation: a, at: b }),
            _ => Err(garbled()),
        }
    }
}

impl Tell {
    /// Writes it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Opened(info) => {
                to.write_all(&[1, u8::from(info.sound)])?;
                to.write_all(&info.duration.to_le_bytes())?;
                to.write_all(&info.frame.to_le_bytes())?;
                to.write_all(&info.width.to_le_bytes())?;
                to.write_all(&info.height.to_le_bytes())?;
            }
            Self::Frame { generation, at, width, height, bgra } => {
                write_frame_head(to, *generation, *at, *width, *height)?;
                to.write_all(bgra)?;
            }
            Self::Sound { generation, at, samples } => {
                to.write_all(&[3])?;
                to.write_all(&generation.to_le_bytes())?;
                to.write_all(&at.to_le_bytes())?;
                to.write_all(&(samples.len() as u32).to_le_bytes())?;
                let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
                to.write_all(&bytes)?;
            }
            Self::LastFrame(generation) => {
                to.write_all(&[4])?;
                to.write_all(&generation.to_le_bytes())?;
            }
            Self::LastSound(generation) => {
                to.write_all(&[5])?;
                to.write_all(&generation.to_le_bytes())?;
            }
            Self::Failed(fault) => {
                let number = FAULTS.iter().position(|other| other == fault).unwrap_or(0) as u8;
                to.write_all(&[6, number])?;
            }
        }
        to.flush()
    }

    /// Reads one. An error when the child is gone, or says what no child of ours would say.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        match read_u8(from)? {
            1 => {
                let sound = read_u8(from)? != 0;
                let (duration, frame) = (read_i64(from)?, read_i64(from)?);
                let (width, height) = (read_u32(from)?, read_u32(from)?);
                Ok(Self::Opened(Info { duration, width, height, sound, frame }))
            }
            2 => {
                let (generation, at) = (read_u32(from)?, read_i64(from)?);
                let (width, height) = (read_u32(from)?, read_u32(from)?);
                let pixels = u64::from(width) * u64::from(height);
                if pixels == 0 || pixels > MOST_PIXELS {
                    return Err(garbled());
                }
                let mut bgra = vec![0; pixels as usize * 4];
                from.read_exact(&mut bgra)?;
                Ok(Self::Frame { generation, at, width, height, bgra })
            }
            3 => {
                let (generation, at, count) = (read_u32(from)?, read_i64(from)?, read_u32(from)?);
                if count > MOST_BYTES / 4 {
                    return Err(garbled());
                }
                let mut bytes = vec![0; count as usize * 4];
                from.read_exact(&mut bytes)?;
                let samples = bytes.as_chunks::<4>().0.iter().map(|sample| f32::from_le_bytes(*sample)).collect();
                Ok(Self::Sound { generation, at, samples })
            }
            4 => Ok(Self::LastFrame(read_u32(from)?)),
            5 => Ok(Self::LastSound(read_u32(from)?)),
            6 => {
                let fault = FAULTS.get(usize::from(read_u8(from)?)).copied().ok_or_else(garbled)?;
                Ok(Self::Failed(fault))
            }
            _ => Err(garbled()),
        }
    }
}

/// The head of a [`Tell::Frame`]; its pixels follow row by row, so that the child need not gather them first.
pub fn write_frame_head(to: &mut impl Write, generation: u32, at: i64, width: u32, height: u32) -> io::Result<()> {
    to.write_all(&[2])?;
    to.write_all(&generation.to_le_bytes())?;
    to.write_all(&at.to_le_bytes())?;
    to.write_all(&width.to_le_bytes())?;
    to.write_all(&height.to_le_bytes())
}

fn garbled() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the decoder's pipe is garbled")
}

fn read_u8(from: &mut impl Read) -> io::Result<u8> {
    let mut bytes = [0; 1];
    from.read_exact(&mut bytes)?;
    Ok(bytes[0])
}

fn read_u32(from: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

fn read_i64(from: &mut impl Read) -> io::Result<i64> {
    let mut bytes = [0; 8];
    from.read_exact(&mut bytes)?;
    Ok(i64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn everything_said_is_understood() {
        let asks = [
            Ask::Fit { width: 1024, height: 768 },
            Ask::Credit { frames: 3, samples: 9600 },
            Ask::Seek { generation: 7, at: -1 },
        ];
        let mut pipe = Vec::new();
        for ask in asks {
            ask.write(&mut pipe).unwrap();
        }
        let mut pipe = pipe.as_slice();
        assert_eq!(asks.map(|_| Ask::read(&mut pipe).unwrap()), asks);
        assert!(Ask::read(&mut pipe).is_err(), "the end is an error, not a wait");

        let info = Info { duration: 61_000_000, width: 640, height: 360, sound: true, frame: 33_333 };
        let mut tells = vec![
            Tell::Opened(info),
            Tell::Frame { generation: 2, at: 40_000, width: 2, height: 1, bgra: (0..8).collect() },
            Tell::Sound { generation: 2, at: 0, samples: vec![0.5, -0.25] },
            Tell::LastFrame(2),
            Tell::LastSound(2),
        ];
        tells.extend(FAULTS.map(Tell::Failed));
        let mut pipe = Vec::new();
        for tell in &tells {
            tell.write(&mut pipe).unwrap();
        }
        let mut pipe = pipe.as_slice();
        let heard: Vec<Tell> = tells.iter().map(|_| Tell::read(&mut pipe).unwrap()).collect();
        assert_eq!(heard, tells);
    }

    proptest! {
        /// A child that lost its mind cannot take the program with it.
        #[test]
        fn rubbish_is_an_error_and_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut pipe = bytes.as_slice();
            while Tell::read(&mut pipe).is_ok() {}
            let mut pipe = bytes.as_slice();
            while Ask::read(&mut pipe).is_ok() {}
        }
    }
}
