//! What comes out of the loudspeaker, heard while it sounds: when a sound begins after silence.

use std::{
    io::Read,
    process::{Child, Stdio},
    sync::mpsc::{Receiver, sync_channel},
    thread,
    time::{Duration, Instant},
};

use super::Screens;

/// Samples a second the recorder is asked for.
const RATE: usize = 48_000;
/// Samples looked at together: 2 ms.
const BLOCK: usize = RATE / 500;
/// Louder than this is a sound, of 32768.
const LOUD: i16 = 300;
/// So many quiet blocks before it: a tenth of a second.
const QUIET: u32 = 50;

/// A recorder on the loudspeaker; stopped when dropped.
pub(crate) struct Ear {
    recorder: Child,
    heard: Receiver<Instant>,
}

impl Ear {
    /// Listens to the loudspeaker of these screens.
    pub(crate) fn open(screens: &Screens) -> Self {
        let mut recorder = screens
            .command("parec")
            .args(["--device=speaker.monitor", "--raw", "--format=s16le", "--channels=1", "--latency-msec=5"])
            .arg(format!("--rate={RATE}"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("parec is installed (script/test sees to it)");
        let mut sound = recorder.stdout.take().expect("a pipe");
        let (told, heard) = sync_channel(64);
        thread::spawn(move || {
            let mut block = [0; 2 * BLOCK];
            let mut quiet = QUIET;
            while sound.read_exact(&mut block).is_ok() {
                let loud = block
                    .chunks_exact(2)
                    .any(|s| i16::from_le_bytes([s[0], s[1]]).unsigned_abs() > LOUD.unsigned_abs());
                if loud && quiet >= QUIET && told.send(Instant::now()).is_err() {
                    return;
                }
                quiet = if loud { 0 } else { quiet + 1 };
            }
        });
        Self { recorder, heard }
    }

    /// Forgets what was heard until now.
    pub(crate) fn forget(&self) {
        while self.heard.try_recv().is_ok() {}
    }

    /// How long after `since` the next sound began; `None` when none did in `patience`.
    pub(crate) fn onset(&self, since: Instant, patience: Duration) -> Option<Duration> {
        self.heard.recv_timeout(patience).ok().map(|at| at.saturating_duration_since(since))
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.recorder.kill().ok();
        self.recorder.wait().ok();
    }
}
