//! What comes out of the loudspeaker: when a sound begins after silence.

use std::{
    io::Read,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, sync_channel},
    thread,
    time::Instant,
};

use anyhow::{Context, Result};

/// Samples a second.
const RATE: usize = 48_000;
/// Samples looked at together: 2 ms.
const BLOCK: usize = RATE / 500;
/// Louder than this is a sound, of 32768.
const LOUD: u16 = 1500;
/// So many quiet blocks before it: a tenth of a second.
const QUIET: u32 = 50;

/// A recorder on the loudspeaker; stopped when dropped.
pub(crate) struct Ear {
    recorder: Child,
    heard: Receiver<Instant>,
}

impl Ear {
    /// Listens from now on.
    pub(crate) fn open() -> Result<Self> {
        let mut recorder = Command::new("parec")
            .args(["--device=speaker.monitor", "--raw", "--format=s16le", "--channels=1", "--latency-msec=5"])
            .arg(format!("--rate={RATE}"))
            .stdout(Stdio::piped())
            .spawn()
            .context("parec")?;
        let mut sound = recorder.stdout.take().context("parec has no output")?;
        let (told, heard) = sync_channel(1024);
        thread::spawn(move || {
            let mut block = [0; 2 * BLOCK];
            let mut quiet = 0;
            while sound.read_exact(&mut block).is_ok() {
                let loud =
                    block.as_chunks::<2>().0.iter().any(|sample| i16::from_le_bytes(*sample).unsigned_abs() > LOUD);
                if loud && quiet >= QUIET && told.send(Instant::now()).is_err() {
                    return;
                }
                quiet = if loud { 0 } else { quiet + 1 };
            }
        });
        Ok(Self { recorder, heard })
    }

    /// When sounds began since the last call.
    pub(crate) fn onsets(&self) -> Vec<Instant> {
        self.heard.try_iter().collect()
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        // Best effort: it may have ended by itself.
        self.recorder.kill().ok();
        self.recorder.wait().ok();
    }
}
