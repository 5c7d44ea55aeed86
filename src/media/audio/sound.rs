//! Sounds in memory and how they are played: a voice fades, loops, goes on where it was on another device.

use std::{
    f32::consts::TAU,
    num::NonZero,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use rodio::{ChannelCount, SampleRate, Source};

use crate::media::video::wire;

/// One channel of samples at [`wire::RATE`].
pub(super) type Sound = Arc<[i16]>;

/// What a voice is told and tells; it outlives the device the voice is played on.
#[derive(Debug, Default)]
pub(super) struct Control {
    at: AtomicUsize,
    /// Bits of an `f32`, 0–1.
    loudness: AtomicU32,
    leaving: AtomicBool,
    over: AtomicBool,
}

impl Control {
    /// Fades to this loudness, 0–1. At 0 it waits where it is.
    pub(super) fn fade_to(&self, loudness: f32) {
        self.loudness.store(loudness.to_bits(), Ordering::Relaxed);
    }

    /// Fades away for good.
    pub(super) fn leave(&self) {
        self.leaving.store(true, Ordering::Relaxed);
        self.fade_to(0.0);
    }

    /// Nothing more comes of it.
    pub(super) fn over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }
}

/// A sound being played.
pub(super) struct Voice {
    sound: Sound,
    control: Arc<Control>,
    looped: bool,
    /// Samples a change of loudness takes.
    fade: f32,
    gain: f32,
    target: f32,
    step: f32,
}

impl Voice {
    /// Goes on where `control` says; the first loudness is taken without a fade unless it is looped.
    pub(super) fn new(sound: Sound, control: Arc<Control>, looped: bool, fade: Duration) -> Self {
        let target = f32::from_bits(control.loudness.load(Ordering::Relaxed));
        let gain = if looped { 0.0 } else { target };
        let fade = (fade.as_secs_f32() * wire::RATE as f32).max(1.0);
        Self { sound, control, looped, fade, gain, target: gain, step: 0.0 }
    }

    fn follow(&mut self) {
        let wanted = f32::from_bits(self.control.loudness.load(Ordering::Relaxed));
        if wanted.to_bits() != self.target.to_bits() {
            self.target = wanted;
            self.step = (wanted - self.gain) / self.fade;
        }
        let left = self.target - self.gain;
        self.gain = if left.abs() <= self.step.abs() { self.target } else { self.gain + self.step };
    }
}

impl Iterator for Voice {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        self.follow();
        if self.gain == 0.0 && self.target == 0.0 {
            if self.control.leaving.load(Ordering::Relaxed) {
                self.control.over.store(true, Ordering::Relaxed);
                return None;
            }
            return Some(0.0);
        }
        let mut at = self.control.at.load(Ordering::Relaxed);
        if at >= self.sound.len() && self.looped {
            at = 0;
        }
        let Some(sample) = self.sound.get(at) else {
            self.control.over.store(true, Ordering::Relaxed);
            return None;
        };
        self.control.at.store(at + 1, Ordering::Relaxed);
        Some(f32::from(*sample) / 32768.0 * self.gain)
    }
}

impl Source for Voice {
    fn current_span_len(&self) -> Option<usize> {
        None
    }
    fn channels(&self) -> ChannelCount {
        NonZero::<u16>::MIN
    }
    fn sample_rate(&self) -> SampleRate {
        SampleRate::new(wire::RATE).unwrap_or(SampleRate::MIN)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

/// Silence that counts: as long as it goes on, the device takes sound, whatever it complains about.
pub(super) struct Heart(pub(super) Arc<AtomicU64>);

impl Iterator for Heart {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Some(0.0)
    }
}

impl Source for Heart {
    fn current_span_len(&self) -> Option<usize> {
        None
    }
    fn channels(&self) -> ChannelCount {
        NonZero::<u16>::MIN
    }
    fn sample_rate(&self) -> SampleRate {
        SampleRate::new(wire::RATE).unwrap_or(SampleRate::MIN)
    }
    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

/// Notes of a bell: frequency in Hz and when it begins, seconds.
pub(super) type Notes = &'static [(f32, f32)];

/// The test tone: two notes (A4, E5).
pub(super) const TEST: Notes = &[(440.0, 0.0), (659.25, 0.3)];
/// How long a note rings, seconds.
const RING: f32 = 1.2;

/// Struck notes: a fundamental and a softer octave, each dying away.
pub(super) fn bell(notes: Notes) -> Sound {
    let rate = wire::RATE as f32;
    let end = notes.iter().map(|(_, begin)| begin + RING).fold(0.0, f32::max);
    (0..(end * rate) as usize)
        .map(|n| {
            let t = n as f32 / rate;
            let sum: f32 = notes.iter().map(|(hz, begin)| note(*hz, t - begin)).sum();
            (sum * 0.28 * 32767.0) as i16
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

    const SECOND: usize = wire::RATE as usize;

    fn voice(length: usize, looped: bool) -> (Voice, Arc<Control>) {
        let sound: Sound = vec![i16::MAX; length].into();
        let control = Arc::new(Control::default());
        control.fade_to(0.5);
        (Voice::new(sound, Arc::clone(&control), looped, Duration::from_secs(1)), control)
    }

    fn take(voice: &mut Voice, count: usize) -> Vec<f32> {
        voice.take(count).collect()
    }

    #[test]
    fn a_sound_is_there_at_once_and_ends_by_itself() {
        let (mut voice, control) = voice(1000, false);
        let heard = take(&mut voice, 2000);
        assert_eq!(heard.len(), 1000);
        assert!(heard.iter().all(|sample| (sample - 0.5).abs() < 0.001));
        assert!(control.over());
    }

    #[test]
    fn music_fades_in_and_out_loops_and_waits_while_hushed() {
        let (mut voice, control) = voice(SECOND / 10, true);
        let heard = take(&mut voice, 2 * SECOND);
        assert!(heard[0] < 0.01 && heard[SECOND * 9 / 10] < 0.49 && heard[SECOND + 10] > 0.49, "a second to come in");
        assert!(heard.windows(2).all(|pair| (pair[1] - pair[0]).abs() < 0.001), "no click, at the seam neither");
        control.fade_to(0.0);
        take(&mut voice, SECOND + 10);
        let at = control.at.load(Ordering::Relaxed);
        assert!(take(&mut voice, 100).iter().all(|sample| *sample == 0.0));
        assert_eq!((control.at.load(Ordering::Relaxed), control.over()), (at, false), "it waits");
        control.fade_to(0.5);
        take(&mut voice, SECOND + 10);
        control.leave();
        assert!(take(&mut voice, 2 * SECOND).len() <= SECOND + 2 && control.over());
    }

    #[test]
    fn another_device_goes_on_where_the_lost_one_was() {
        let (mut lost, control) = voice(1000, false);
        take(&mut lost, 400);
        drop(lost);
        let sound: Sound = vec![i16::MAX; 1000].into();
        assert_eq!(Voice::new(sound, control, false, Duration::from_secs(1)).count(), 600);
    }

    #[test]
    fn a_bell_is_heard_does_not_clip_and_ends_in_silence() {
        let wave = bell(TEST);
        let peak = wave.iter().map(|sample| f32::from(*sample) / 32768.0).fold(0.0_f32, |peak, s| peak.max(s.abs()));
        assert!((0.2..=0.95).contains(&peak), "{peak}");
        assert!(wave.iter().rev().take(50).all(|s| s.abs() < 330));
    }
}
