//! The sound of a clip on its way to the loudspeaker: filled by the decoder, emptied by the device, whose pace the clip's clock follows.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rodio::{ChannelCount, SampleRate, Source};

use super::{
    timing::Timing,
    wire::{CHANNELS, RATE},
};
use crate::clock::Clock;

/// Samples handed to the mixer at a time: 5 ms.
const BLOCK: usize = RATE as usize / 200;
/// Blocks asked for closer together than this belong to one filling of the device's buffer, microseconds.
const BURST: i64 = 2_500;
/// Sound this far behind the clock is left out: the device was away while the picture went on, microseconds.
const LATE: i64 = 250_000;
/// A device that has not asked for so long takes no sound, microseconds.
const AWAY: i64 = 1_000_000;
/// How loud the clip is while the facilitator speaks over it.
const DUCKED: f32 = 0.15;
/// Louder or softer by everything takes this long; a jump would be heard as a click, milliseconds.
const FADE: u32 = 150;
/// Of loudness, from one stereo sample to the next.
const STEP: f32 = 1000.0 / (FADE * RATE) as f32;

/// Shared by the player and the loudspeaker.
pub struct Track {
    inner: Mutex<Inner>,
    clock: Clock,
    /// Tells the player that there is room again; never waits.
    emptied: Box<dyn Fn() + Send + Sync>,
}

#[derive(Default)]
struct Inner {
    samples: VecDeque<f32>,
    /// When the first of `samples` is due, microseconds from the clip's beginning.
    head: i64,
    timing: Timing,
    volume: f32,
    ducked: bool,
    /// How loud it is just now, on its way to what `volume` and `ducked` ask for; `None` = nothing was heard yet.
    gain: Option<f32>,
    asked: i64,
    /// What the device still has to play when it asks for more, microseconds.
    lead: i64,
    over: bool,
    closed: bool,
}

impl Track {
    /// Silent and standing at the beginning.
    #[must_use]
    pub fn new(clock: Clock, emptied: impl Fn() + Send + Sync + 'static) -> Arc<Self> {
        let inner = Mutex::new(Inner { volume: 1.0, ..Inner::default() });
        Arc::new(Self { inner, clock, emptied: Box::new(emptied) })
    }

    /// Plain data, whole between statements: a poisoned lock is as good as another.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> i64 {
        self.clock.micros()
    }

    /// Where the clip is, microseconds.
    pub fn position(&self) -> i64 {
        let now = self.now();
        self.lock().timing.position(now)
    }

    /// Whether it runs.
    pub fn running(&self) -> bool {
        self.lock().timing.running()
    }

    /// Runs or stands still.
    pub fn run(&self, on: bool) {
        let now = self.now();
        let mut inner = self.lock();
        inner.timing.run(on, now);
        inner.asked = now;
    }

    /// Goes to a position; sound from there comes with [`Self::push`].
    pub fn jump(&self, at: i64) {
        let now = self.now();
        let mut inner = self.lock();
        inner.samples.clear();
        inner.head = at;
        inner.over = false;
        inner.timing.jump(at, now);
    }

    /// How loud, 0–1.
    pub fn set_volume(&self, volume: f32) {
        self.lock().volume = volume.clamp(0.0, 1.0);
    }

    /// The facilitator speaks over it.
    pub fn duck(&self, on: bool) {
        self.lock().ducked = on;
    }

    /// What the device holds when it asks for more.
    pub fn set_lead(&self, lead: Duration) {
        self.lock().lead = i64::try_from(lead.as_micros()).unwrap_or(0);
    }

    /// Sound that follows what is there, or begins at `at` when there is none.
    pub(super) fn push(&self, at: i64, samples: &[f32]) {
        let mut inner = self.lock();
        if inner.samples.is_empty() {
            inner.head = at;
        }
        inner.samples.extend(samples);
    }

    /// No more sound comes.
    pub(super) fn end(&self) {
        self.lock().over = true;
    }

    /// A loudspeaker is taking it, and there is still some to come.
    pub(super) fn sounding(&self) -> bool {
        let now = self.now();
        let inner = self.lock();
        inner.timing.running() && now - inner.asked < AWAY && !(inner.over && inner.samples.is_empty())
    }

    /// A loudspeaker has taken all there was.
    pub(super) fn played_out(&self) -> bool {
        let now = self.now();
        let inner = self.lock();
        now - inner.asked < AWAY && inner.over && inner.samples.is_empty()
    }

    /// There is none, and more is to come.
    pub(super) fn dry(&self) -> bool {
        let inner = self.lock();
        !inner.over && inner.samples.is_empty()
    }

    /// Stereo samples that wait.
    pub(super) fn waiting(&self) -> u32 {
        (self.lock().samples.len() / usize::from(CHANNELS)) as u32
    }

    /// The clip is put away: the loudspeaker lets go of it.
    pub(super) fn close(&self) {
        self.lock().closed = true;
    }

    /// The next block for the device; `None` = it is over for good.
    fn block(&self) -> Option<Vec<f32>> {
        let now = self.now();
        let mut inner = self.lock();
        if inner.closed {
            return None;
        }
        let mut block = vec![0.0; BLOCK * usize::from(CHANNELS)];
        if !inner.timing.running() {
            inner.asked = now;
            return Some(block);
        }
        let since = now - inner.asked;
        inner.asked = now;
        let behind = inner.catch_up(now);
        if !inner.samples.is_empty() && !behind {
            if since > BURST {
                let heard = inner.head - inner.lead;
                inner.timing.heard(heard, now);
            }
            let wanted = if inner.ducked { inner.volume * DUCKED } else { inner.volume };
            let mut gain = inner.gain.unwrap_or(wanted);
            let count = block.len().min(inner.samples.len());
            for (index, (to, from)) in block.iter_mut().zip(inner.samples.drain(..count)).enumerate() {
                if index % usize::from(CHANNELS) == 0 {
                    gain += (wanted - gain).clamp(-STEP, STEP);
                }
                *to = from * gain;
            }
            inner.gain = Some(gain);
            inner.head += micros(count);
        }
        drop(inner);
        (self.emptied)();
        Some(block)
    }
}

impl Inner {
    /// Leaves out what the picture has passed already. True while the decoder has still to come that far.
    fn catch_up(&mut self, now: i64) -> bool {
        let late = self.timing.position(now) + self.lead - self.head;
        if late <= LATE {
            return false;
        }
        let samples = (late * i64::from(RATE) / 1_000_000) as usize * usize::from(CHANNELS);
        let gone = samples.min(self.samples.len());
        self.samples.drain(..gone);
        self.head += micros(gone);
        gone < samples
    }
}

/// How long so many samples of both channels last.
fn micros(samples: usize) -> i64 {
    (samples / usize::from(CHANNELS)) as i64 * 1_000_000 / i64::from(RATE)
}

/// A clip's sound as the mixer takes it. One at a time pulls from a track; a new device gets a new one.
pub struct TrackSound {
    track: Arc<Track>,
    block: std::vec::IntoIter<f32>,
}

impl TrackSound {
    /// Of this track.
    #[must_use]
    pub fn new(track: Arc<Track>) -> Self {
        Self { track, block: Vec::new().into_iter() }
    }
}

impl Iterator for TrackSound {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if let Some(sample) = self.block.next() {
            return Some(sample);
        }
        self.block = self.track.block()?.into_iter();
        self.block.next()
    }
}

impl Source for TrackSound {
    fn current_span_len(&self) -> Option<usize> {
        None
    }
    fn channels(&self) -> ChannelCount {
        ChannelCount::new(CHANNELS).unwrap_or(ChannelCount::MIN)
    }
    fn sample_rate(&self) -> SampleRate {
        SampleRate::new(RATE).unwrap_or(SampleRate::MIN)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaking_over_it_fades_and_never_jumps() {
        let track = Track::new(Clock::system(), || ());
        track.push(0, &vec![1.0; RATE as usize * 2]);
        track.run(true);
        let left = || track.block().unwrap().into_iter().step_by(2).collect::<Vec<f32>>();
        assert!(left().iter().all(|loud| (loud - 1.0).abs() < 1e-6), "as loud as asked from the first sample on");
        track.duck(true);
        let mut before = 1.0;
        let mut lasted = 0;
        for loud in std::iter::repeat_with(left).take(40).flatten() {
            assert!(loud <= before && before - loud <= STEP * 1.01, "{before} to {loud}");
            lasted += usize::from(loud < before);
            before = loud;
        }
        assert!((before - DUCKED).abs() < 1e-6, "{before}");
        let faded = lasted * 1000 / RATE as usize;
        assert!((100..=160).contains(&faded), "{faded} ms");
        track.duck(false);
        let back: Vec<f32> = std::iter::repeat_with(left).take(40).flatten().collect();
        assert!(back.is_sorted() && (back[back.len() - 1] - 1.0).abs() < 1e-6);
    }
}
