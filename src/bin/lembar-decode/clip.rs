//! A file being read: packets sorted to picture and sound, seeking to the exact picture.

use std::{collections::VecDeque, fs::File, path::Path};

use ffmpeg_the_third::{
    Dictionary, Error, Packet, Rational,
    codec::{self, threading},
    format::{self, stream::Disposition},
    frame,
    media::Type,
};
use lembar::media::video::wire::{Fault, Info, MOST_PIXELS};

use super::{
    picture::{Picture, Scaler, Turn},
    sound::Sound,
};

/// FFmpeg's own unit of time.
const MICROSECONDS: Rational = Rational(1, 1_000_000);
/// Packets read ahead for the other stream, bytes; a file that needs more is badly interleaved and goes on without it.
const AHEAD: usize = 64 * 1024 * 1024;
/// Damaged packets in a row after which the rest of the file is given up.
const DAMAGED: u32 = 500;
/// Begins this much before a place that could not be sought exactly, then four times as much, and so on, microseconds.
const STEP_BACK: i64 = 1_000_000;
/// No file has less than one whole picture in so much, microseconds.
const LONGEST_BACK: i64 = 64_000_000;
/// What a broken file may say of its times is cut to this, so that sums of them stay numbers, microseconds.
const FAR: i64 = i64::MAX / 8;
/// Frames a second when the file does not say.
const USUAL: i64 = 40_000;

/// One of the two streams of the file.
struct Lane<D> {
    index: usize,
    base: Rational,
    decoder: D,
    packets: VecDeque<Packet>,
    /// The decoder was told that no packet comes any more.
    drained: bool,
}

/// An open file.
pub(crate) struct Clip {
    input: format::context::Input,
    info: Info,
    /// The file's own time at which it begins, microseconds.
    begins: i64,
    /// `None`: a sound, which plays like a clip.
    picture: Option<Lane<codec::decoder::Video>>,
    sound: Option<Lane<codec::decoder::Audio>>,
    scaler: Scaler,
    resampler: Sound,
    read_all: bool,
    damaged: u32,
    waiting: usize,
    /// Everything before this is thrown away after a seek, microseconds from the beginning.
    from: i64,
    last_frame: i64,
    /// Sound before this was heard, or is before the place asked for.
    sound_from: i64,
    /// The end of the sound that was sent.
    sent: i64,
    /// After a seek, until the first picture: how much before the place asked for reading began.
    landing: Option<i64>,
    /// After a seek: the last picture before the place asked for, and one that came after it too early.
    before: Option<(i64, frame::Video)>,
    later: Option<(i64, frame::Video)>,
    sounded: i64,
}

/// The stream of pictures of a file.
struct Pictures {
    lane: Lane<codec::decoder::Video>,
    scaler: Scaler,
    /// As shown, pixels.
    shown: (u32, u32),
    /// The stream's first time, microseconds.
    begins: i64,
    /// From one picture to the next, microseconds.
    frame: i64,
}

fn pictures(video: &format::stream::Stream<'_>) -> Result<Pictures, Fault> {
    let mut context = codec::Context::from_parameters(video.parameters()).map_err(fault)?;
    context.set_threading(threading::Config { kind: threading::Type::Frame, count: 2, ..Default::default() });
    let decoder = context.decoder().video().map_err(fault)?;
    let (width, height) = (decoder.width(), decoder.height());
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge);
    }
    let shape = first_positive(&[video.sample_aspect_ratio(), decoder.aspect_ratio()]);
    let scaler = Scaler::new(shape, turn(video));
    let rate = video.avg_frame_rate();
    let frame = if rate.numerator() > 0 && rate.denominator() > 0 {
        1_000_000 * i64::from(rate.denominator()) / i64::from(rate.numerator())
    } else {
        USUAL
    };
    let lane =
        Lane { index: video.index(), base: video.time_base(), decoder, packets: VecDeque::new(), drained: false };
    let shown = scaler.shown(width, height);
    Ok(Pictures { lane, scaler, shown, begins: start(video), frame })
}

impl Clip {
    /// Opens a file; only files, never what a playlist inside it points at.
    pub(crate) fn open(path: &Path) -> Result<Self, Fault> {
        File::open(path).map_err(|_| Fault::Unreadable)?;
        ffmpeg_the_third::log::set_level(ffmpeg_the_third::log::Level::Quiet);
        let mut options = Dictionary::new();
        options.set("protocol_whitelist", "file");
        let input = format::input_with_dictionary(path, options).map_err(fault)?;
        let moving = |kind: Type| {
            let best = input.streams().best(kind);
            best.filter(|stream| !stream.disposition().contains(Disposition::ATTACHED_PIC))
        };
        let pictures = moving(Type::Video).map(|video| pictures(&video)).transpose()?;
        // A sound that cannot be decoded costs the sound only.
        let sound = moving(Type::Audio).and_then(|audio| {
            let decoder = codec::Context::from_parameters(audio.parameters()).ok()?.decoder().audio().ok()?;
            let lane = Lane {
                index: audio.index(),
                base: audio.time_base(),
                decoder,
                packets: VecDeque::new(),
                drained: false,
            };
            Some((lane, start(&audio)))
        });
        if pictures.is_none() && sound.is_none() {
            return Err(Fault::NoStream);
        }
        let starts = [pictures.as_ref().map(|pictures| pictures.begins), sound.as_ref().map(|(_, begins)| *begins)];
        let begins = starts.into_iter().flatten().min().unwrap_or_default();
        let frame = pictures.as_ref().map_or(USUAL, |pictures| pictures.frame);
        // Without pictures there is nothing to turn or to scale.
        let (picture, scaler, shown) = match pictures {
            Some(Pictures { lane, scaler, shown, .. }) => (Some(lane), scaler, shown),
            None => (None, Scaler::new(1.0, Turn::None), (0, 0)),
        };
        let info = Info {
            duration: input.duration().max(0),
            width: shown.0,
            height: shown.1,
            sound: sound.is_some(),
            frame: frame.clamp(1_000, 10_000_000),
        };
        Ok(Self {
            input,
            info,
            begins,
            picture,
            sound: sound.map(|(lane, _)| lane),
            scaler,
            resampler: Sound::default(),
            read_all: false,
            damaged: 0,
            waiting: 0,
            from: 0,
            last_frame: -1,
            sound_from: 0,
            sent: 0,
            landing: None,
            before: None,
            later: None,
            sounded: 0,
        })
    }

    /// What it is.
    pub(crate) fn info(&self) -> Info {
        self.info
    }

    /// Pictures fit into this box, pixels.
    pub(crate) fn fit(&mut self, width: u32, height: u32) {
        self.scaler.fit(width, height);
    }

    /// Goes on from this picture, microseconds from the beginning.
    pub(crate) fn seek(&mut self, at: i64) {
        let at = at.clamp(0, FAR);
        self.from = at;
        (self.sound_from, self.sent) = (at, at);
        self.start(0);
    }

    /// Begins to read this much before the place asked for, microseconds.
    fn start(&mut self, back: i64) {
        let at = (self.from - back).max(0);
        let file = at + self.begins;
        self.landing = Some(back);
        // A container without an index can often only be read from its beginning.
        self.read_all = self.input.seek(file, ..=file).is_err() && self.input.seek(self.begins, ..).is_err();
        if let Some(lane) = &mut self.picture {
            lane.packets.clear();
            lane.decoder.flush();
            lane.drained = false;
        }
        if let Some(lane) = &mut self.sound {
            lane.packets.clear();
            lane.decoder.flush();
            lane.drained = false;
        }
        self.resampler = Sound::default();
        (self.before, self.later) = (None, None);
        (self.waiting, self.damaged) = (0, 0);
        (self.last_frame, self.sounded) = (-1, at);
    }

    /// The first picture came out behind the place asked for: containers count in the order of decoding, some have no index at all. Begins
    /// further before it; false when that cannot help. What was heard already is not sent again.
    fn further_back(&mut self, back: i64) -> bool {
        let next = if back == 0 { STEP_BACK } else { back.saturating_mul(4) };
        if back >= self.from || next > LONGEST_BACK {
            return false;
        }
        self.sound_from = self.sent;
        self.start(next);
        true
    }

    /// The next picture that is to be shown; `None` at the end.
    pub(crate) fn next_frame(&mut self) -> Result<Option<Picture>, Fault> {
        loop {
            let Some((at, decoded)) = self.later.take().or_else(|| self.next_decoded()) else {
                // Sought behind the last picture: it stands there, while the sound goes on.
                let Some((at, decoded)) = self.before.take() else { return Ok(None) };
                return self.scaled(at, &decoded);
            };
            let landed = self.landing.take();
            if landed.is_some_and(|back| at - self.info.frame / 2 > self.from && self.further_back(back)) {
                continue;
            }
            if at + self.info.frame / 2 < self.from {
                self.before = Some((at, decoded));
                continue;
            }
            // Pictures at uneven times: the one before stays on show until this one comes.
            let picture = match self.before.take().filter(|_| at - self.info.frame / 2 > self.from) {
                Some((earlier, stands)) => {
                    self.later = Some((at, decoded));
                    self.scaled(earlier, &stands)?
                }
                None => self.scaled(at, &decoded)?,
            };
            if picture.is_some() || !self.spoiled() {
                return Ok(picture);
            }
        }
    }

    /// The next picture of the file and when it is shown.
    fn next_decoded(&mut self) -> Option<(i64, frame::Video)> {
        loop {
            let lane = self.picture.as_mut()?;
            let mut decoded = frame::Video::empty();
            match lane.decoder.receive_frame(&mut decoded) {
                Ok(()) => {
                    let at = decoded
                        .timestamp()
                        .map_or(self.last_frame.max(0) + self.info.frame, |at| micros(at, lane.base) - self.begins);
                    self.last_frame = at;
                    return Some((at, decoded));
                }
                Err(Error::Eof) => return None,
                Err(_) if lane.drained => return None,
                Err(_) => {
                    if !self.feed_picture() {
                        return None;
                    }
                }
            }
        }
    }

    /// As large as it is shown; `None` when this one cannot be used.
    fn scaled(&mut self, at: i64, decoded: &frame::Video) -> Result<Option<Picture>, Fault> {
        if u64::from(decoded.width()) * u64::from(decoded.height()) > MOST_PIXELS {
            return Err(Fault::TooLarge);
        }
        let picture = self.scaler.picture(decoded, at.max(0)).ok();
        if picture.is_some() {
            self.damaged = 0;
        }
        Ok(picture)
    }

    /// The next stretch of sound and when it begins; `None` at the end.
    pub(crate) fn next_sound(&mut self) -> Option<(i64, Vec<f32>)> {
        loop {
            let lane = self.sound.as_mut()?;
            let mut decoded = frame::Audio::empty();
            match lane.decoder.receive_frame(&mut decoded) {
                Ok(()) => {
                    let at = decoded.timestamp().map_or(self.sounded, |at| micros(at, lane.base) - self.begins);
                    let Some(samples) = self.resampler.samples(&mut decoded) else {
                        if self.spoiled() {
                            continue;
                        }
                        return None;
                    };
                    let length = samples.len() as i64 / 2 * 1_000_000 / i64::from(lembar::media::video::wire::RATE);
                    self.sounded = at + length;
                    self.damaged = 0;
                    if at + length <= self.sound_from || samples.is_empty() {
                        continue;
                    }
                    self.sent = at + length;
                    return Some(cut(at, samples, self.sound_from));
                }
                Err(Error::Eof) => return None,
                Err(_) if lane.drained => return None,
                Err(_) => {
                    if !self.feed_sound() {
                        return None;
                    }
                }
            }
        }
    }

    /// Gives the picture decoder something to do; false when there is nothing left at all.
    fn feed_picture(&mut self) -> bool {
        while self.picture.as_ref().is_some_and(|lane| lane.packets.is_empty()) && self.read() {}
        let Some(lane) = &mut self.picture else { return false };
        if let Some(packet) = lane.packets.pop_front() {
            self.waiting = self.waiting.saturating_sub(packet.size());
            return lane.decoder.send_packet(&packet).is_ok() || self.spoiled();
        }
        lane.drained = true;
        lane.decoder.send_eof().is_ok()
    }

    fn feed_sound(&mut self) -> bool {
        while self.sound.as_ref().is_some_and(|lane| lane.packets.is_empty()) && self.read() {}
        let Some(lane) = &mut self.sound else { return false };
        if let Some(packet) = lane.packets.pop_front() {
            self.waiting = self.waiting.saturating_sub(packet.size());
            return lane.decoder.send_packet(&packet).is_ok() || self.spoiled();
        }
        lane.drained = true;
        lane.decoder.send_eof().is_ok()
    }

    /// Something could not be decoded; true while it is worth going on.
    fn spoiled(&mut self) -> bool {
        self.damaged += 1;
        self.damaged < DAMAGED
    }

    /// Reads one packet into its lane; false at the end.
    fn read(&mut self) -> bool {
        if self.read_all || self.waiting > AHEAD {
            return false;
        }
        let mut packet = Packet::empty();
        match packet.read(&mut self.input) {
            Ok(()) => {
                let index = packet.stream();
                if let Some(lane) = self.picture.as_mut().filter(|lane| lane.index == index) {
                    self.waiting += packet.size();
                    lane.packets.push_back(packet);
                } else if let Some(lane) = self.sound.as_mut().filter(|lane| lane.index == index) {
                    self.waiting += packet.size();
                    lane.packets.push_back(packet);
                }
                true
            }
            Err(Error::Eof) => {
                self.read_all = true;
                false
            }
            Err(_) => {
                let go_on = self.spoiled();
                self.read_all = !go_on;
                go_on
            }
        }
    }
}

/// A fault of the file as FFmpeg names it.
fn fault(error: Error) -> Fault {
    match error {
        Error::DecoderNotFound | Error::DemuxerNotFound | Error::PatchWelcome => Fault::Unknown,
        _ => Fault::NoClip,
    }
}

/// Sound from `from` on: the part before is cut off to the sample.
fn cut(at: i64, mut samples: Vec<f32>, from: i64) -> (i64, Vec<f32>) {
    if at >= from {
        return (at, samples);
    }
    let before = ((from - at) * i64::from(lembar::media::video::wire::RATE) / 1_000_000) as usize * 2;
    samples.drain(..before.min(samples.len()));
    (from, samples)
}

fn micros(time: i64, base: Rational) -> i64 {
    let (from, to) = (i128::from(base.numerator()), i128::from(base.denominator()).max(1));
    let scaled = i128::from(time) * from * i128::from(MICROSECONDS.denominator()) / to;
    i64::try_from(scaled).unwrap_or(FAR).clamp(-FAR, FAR)
}

/// A stream's first time, microseconds; 0 when it does not say.
fn start(stream: &format::stream::Stream<'_>) -> i64 {
    let time = stream.start_time();
    if time == i64::MIN { 0 } else { micros(time, stream.time_base()) }
}

fn first_positive(shapes: &[Rational]) -> f64 {
    let known = shapes.iter().find(|shape| shape.numerator() > 0 && shape.denominator() > 0);
    known.map_or(1.0, |shape| f64::from(shape.numerator()) / f64::from(shape.denominator()))
}

/// How a phone was held: from the stream's display matrix.
#[cfg(not(ffmpeg_8))]
fn turn(stream: &format::stream::Stream<'_>) -> Turn {
    let is_matrix = |kind| kind == codec::packet::side_data::Type::DisplayMatrix;
    let matrix = stream.side_data().find(|data| is_matrix(data.kind()));
    matrix.map_or(Turn::None, |data| Turn::of_matrix(data.data()))
}

/// Since FFmpeg 8 the matrix comes with the pictures; see [`Scaler::picture`].
#[cfg(ffmpeg_8)]
fn turn(_: &format::stream::Stream<'_>) -> Turn {
    Turn::None
}
