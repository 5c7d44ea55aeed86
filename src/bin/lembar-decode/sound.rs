//! Decoded sound as it is sent: stereo, one rate, floating point.

use ffmpeg_the_third::{
    ChannelLayout, ChannelLayoutMask,
    format::{Sample, sample::Type::Packed},
    frame, software,
};
use lembar::media::video::wire::RATE;

/// Samples that rounding may add.
const SPARE: usize = 32;

/// Makes sound of one kind out of any.
#[derive(Default)]
pub(crate) struct Sound {
    context: Option<(Kind, software::resampling::Context)>,
}

#[derive(Clone, Copy, PartialEq)]
struct Kind {
    format: Sample,
    channels: u32,
    rate: u32,
}

impl Sound {
    /// Left and right in turn; `None` when this stretch cannot be used.
    pub(crate) fn samples(&mut self, decoded: &mut frame::Audio) -> Option<Vec<f32>> {
        let kind =
            Kind { format: decoded.format(), channels: decoded.ch_layout().channels().max(1), rate: decoded.rate() };
        if kind.rate == 0 {
            return None;
        }
        if decoded.ch_layout().mask().is_none_or(|mask| mask.is_empty()) {
            // Some files only count their channels; the library wants to know where they are.
            decoded.set_ch_layout(ChannelLayout::default_for_channels(kind.channels));
        }
        // A file may change its sound in the middle.
        if self.context.as_ref().is_none_or(|(known, _)| *known != kind) {
            let layout = decoded.ch_layout();
            // A layout that has no mask would stop the library.
            layout.mask()?;
            let context = software::resampling::Context::get2(
                kind.format,
                layout,
                kind.rate,
                Sample::F32(Packed),
                ChannelLayout::STEREO,
                RATE,
            )
            .ok()?;
            self.context = Some((kind, context));
        }
        let (_, context) = self.context.as_mut()?;
        // Left to itself the library makes room for as many samples as came in and keeps the rest back, more with every stretch.
        let held = context.delay().map_or(0, |delay| delay.output.max(0) as usize);
        let room = held + decoded.samples() * RATE as usize / kind.rate as usize + SPARE;
        let mut plain = frame::Audio::new(Sample::F32(Packed), room, ChannelLayoutMask::STEREO);
        context.run(decoded, &mut plain).ok()?;
        let count = plain.samples() * 2;
        let bytes = plain.data(0).get(..count * 4)?;
        Some(bytes.as_chunks::<4>().0.iter().map(|sample| f32::from_ne_bytes(*sample)).collect())
    }
}
