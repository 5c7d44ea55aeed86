//! The loudspeaker: one thread owns the device; signals are asked for over a bounded channel. Missing or dead sound never stops anything.

use std::{
    f32::consts::TAU,
    num::NonZero,
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use rodio::{DeviceSinkBuilder, MixerDeviceSink, buffer::SamplesBuffer, cpal::ErrorKind};

use super::video::track::{Track, TrackSound};

/// How often a lost device is looked for while a clip wants it.
const LOOK: Duration = Duration::from_secs(2);
/// How often when nothing is to be heard.
const GLANCE: Duration = Duration::from_secs(15);
/// Signals that may wait; more are dropped, a late bell is worse than none.
const WAITING: usize = 4;
/// An open device wants silence forty times a second, also when nothing is to be heard: it is closed this long after the last signal.
const LINGER: Duration = Duration::from_secs(4);
const RATE: NonZero<u32> = match NonZero::new(44_100) {
    Some(rate) => rate,
    None => NonZero::<u32>::MIN,
};
const MONO: NonZero<u16> = NonZero::<u16>::MIN;

/// Notes of a bell: frequency in Hz and when it begins, seconds.
type Notes = &'static [(f32, f32)];

/// A countdown ran out: three rising notes (C5, E5, G5).
const BELL: Notes = &[(523.25, 0.0), (659.25, 0.22), (783.99, 0.44)];
/// The test tone: two notes (A4, E5).
const TEST: Notes = &[(440.0, 0.0), (659.25, 0.3)];
/// How long a note rings, seconds.
const RING: f32 = 1.2;

/// What the thread is asked.
enum Request {
    /// Ring this.
    Notes(Notes),
    /// This clip's sound, until the next one.
    Clip(Weak<Track>),
    /// The device says that it is gone.
    Lost,
    /// Enough.
    End,
}

/// The app's end of the audio thread.
pub struct Audio {
    requests: SyncSender<Request>,
    there: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Audio {
    /// Starts the thread; the device is opened there, so that a slow sound server delays nothing.
    #[must_use]
    pub fn spawn() -> Self {
        let (requests, inbox) = sync_channel(WAITING);
        let there = Arc::new(AtomicBool::new(false));
        let speaker = Speaker { there: Arc::clone(&there), lost: requests.clone() };
        let thread = std::thread::Builder::new().name("audio".to_owned()).spawn(move || speaker.run(&inbox));
        if let Err(error) = &thread {
            log::warn!("no audio thread: {error}");
        }
        Self { requests, there, thread: thread.ok() }
    }

    /// True while there is a device to play on.
    #[must_use]
    pub fn available(&self) -> bool {
        self.there.load(Ordering::Relaxed)
    }

    /// The end of a countdown.
    pub fn play_bell(&self) {
        self.play(BELL);
    }

    /// The test tone.
    pub fn play_test(&self) {
        self.play(TEST);
    }

    /// A clip's sound, for as long as the clip is open; it goes on when a lost device comes back.
    pub fn play_clip(&self, track: &Arc<Track>) {
        self.ask(Request::Clip(Arc::downgrade(track)));
    }

    fn play(&self, notes: Notes) {
        self.ask(Request::Notes(notes));
    }

    fn ask(&self, request: Request) {
        if self.requests.try_send(request).is_err() {
            log::warn!("a signal was dropped: the loudspeaker does not keep up");
        }
    }
}

impl Drop for Audio {
    fn drop(&mut self) {
        // A full channel is emptied soon: this may wait for it.
        if self.requests.send(Request::End).is_err() {
            log::debug!("the audio thread was gone already");
        }
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the audio thread died");
        }
    }
}

/// Opens the default loudspeaker for a moment: how it is set up, or why there is none.
pub fn probe() -> Result<String, String> {
    let mut device = DeviceSinkBuilder::from_default_device()
        .and_then(rodio::DeviceSinkBuilder::open_stream)
        .map_err(|error| error.to_string())?;
    device.log_on_drop(false);
    let config = device.config();
    Ok(format!("{} Hz, {} kanal", config.sample_rate(), config.channel_count()))
}

/// What the audio thread owns.
struct Speaker {
    there: Arc<AtomicBool>,
    lost: SyncSender<Request>,
}

impl Speaker {
    fn run(&self, inbox: &Receiver<Request>) {
        // Opened at the start to know whether there is one; whatever is wrong with it is logged before it is needed.
        let mut device = self.open();
        let mut clip = Weak::new();
        loop {
            let playing = clip.strong_count() > 0;
            let there = self.there.load(Ordering::Relaxed);
            let request = match (playing, there, device.is_some()) {
                (true, _, _) => inbox.recv_timeout(LOOK),
                (false, false, _) => inbox.recv_timeout(GLANCE),
                (false, true, true) => inbox.recv_timeout(LINGER),
                (false, true, false) => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match &request {
                Ok(Request::End) | Err(RecvTimeoutError::Disconnected) => return,
                // A dead device calls without end: it is closed at once and looked for again later.
                Ok(Request::Lost) => {
                    drop(device.take());
                    continue;
                }
                Err(RecvTimeoutError::Timeout) if there && !playing => {
                    drop(device.take());
                    continue;
                }
                _ => {}
            }
            // A device that was closed, died or was never there is looked for when it is needed, a lost one now and then.
            if device.is_none() || !there {
                drop(device.take());
                device = self.open();
                if let (Some(device), Some(track)) = (&device, clip.upgrade()) {
                    add_clip(device, &track);
                }
            }
            match (request, &device) {
                (Ok(Request::Notes(notes)), Some(device)) => {
                    device.mixer().add(SamplesBuffer::new(MONO, RATE, samples(notes)));
                }
                (Ok(Request::Clip(track)), device) => {
                    clip = track;
                    if let (Some(device), Some(track)) = (device, clip.upgrade()) {
                        add_clip(device, &track);
                    }
                }
                _ => {}
            }
        }
    }

    fn open(&self) -> Option<MixerDeviceSink> {
        let (there, lost) = (Arc::clone(&self.there), self.lost.clone());
        let opened = DeviceSinkBuilder::from_default_device().and_then(|builder| {
            builder
                .with_error_callback(move |error| {
                    // A gap in the sound, or another device in its place, is no loss.
                    if matches!(error.kind(), ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied) {
                        log::debug!("sound: {error}");
                    } else if there.swap(false, Ordering::Relaxed) {
                        log::warn!("the loudspeaker is gone: {error}");
                        if lost.try_send(Request::Lost).is_err() {
                            log::debug!("the audio thread will see for itself");
                        }
                    }
                })
                .open_stream()
        });
        match opened {
            Ok(mut device) => {
                device.log_on_drop(false);
                self.there.store(true, Ordering::Relaxed);
                Some(device)
            }
            Err(error) => {
                // Looked for again and again, it is missed once.
                if self.there.swap(false, Ordering::Relaxed) {
                    log::warn!("no loudspeaker: {error}");
                } else {
                    log::debug!("still no loudspeaker: {error}");
                }
                None
            }
        }
    }
}

fn add_clip(device: &MixerDeviceSink, track: &Arc<Track>) {
    let config = device.config();
    let frames = match config.buffer_size() {
        rodio::cpal::BufferSize::Fixed(frames) => *frames,
        rodio::cpal::BufferSize::Default => config.sample_rate().get() / 10,
    };
    track.set_lead(Duration::from_secs_f64(f64::from(frames) / f64::from(config.sample_rate().get())));
    device.mixer().add(TrackSound::new(Arc::clone(track)));
}

/// Struck notes: a fundamental and a softer octave, each dying away.
fn samples(notes: Notes) -> Vec<f32> {
    let rate = RATE.get() as f32;
    let end = notes.iter().map(|(_, begin)| begin + RING).fold(0.0, f32::max);
    (0..(end * rate) as usize)
        .map(|n| {
            let t = n as f32 / rate;
            let sum: f32 = notes.iter().map(|(hz, begin)| note(*hz, t - begin)).sum();
            sum * 0.28
        })
        .collect()
}

fn note(hz: f32, t: f32) -> f32 {
    if !(0.0..RING).contains(&t) {
        return 0.0;
    }
    // 8 ms attack against the click, then a decay that reaches silence at the end.
    let envelope = (t / 0.008).min(1.0) * (-4.0 * t).exp() * (1.0 - t / RING);
    envelope * ((TAU * hz * t).sin() + 0.35 * (TAU * 2.0 * hz * t).sin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_heard_does_not_clip_and_ends_in_silence() {
        for notes in [BELL, TEST] {
            let wave = samples(notes);
            let peak = wave.iter().fold(0.0_f32, |peak, s| peak.max(s.abs()));
            assert!((0.2..=0.95).contains(&peak), "{peak}");
            assert!(wave.iter().rev().take(50).all(|s| s.abs() < 0.01));
        }
    }
}
