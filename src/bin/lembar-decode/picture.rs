//! A decoded picture as it is shown: scaled to fit, pixels square, upright, four bytes a pixel.

use std::io::{self, Write};

use ffmpeg_the_third::{
    Error,
    format::Pixel,
    frame,
    software::scaling::{self, Flags},
};
use lembar::media::video::wire;

/// How far a picture is turned clockwise to stand upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Turn {
    #[default]
    None,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Turn {
    /// From a display matrix: nine 32-bit numbers, of which the first two columns turn.
    /// See `av_display_rotation_get` in FFmpeg's `libavutil/display.h`.
    pub(crate) fn of_matrix(bytes: &[u8]) -> Self {
        let numbers: Vec<f64> =
            bytes.as_chunks::<4>().0.iter().map(|number| f64::from(i32::from_ne_bytes(*number))).collect();
        let [a, b, _, c, d, ..] = numbers.as_slice() else { return Self::None };
        let (across, down) = (a.hypot(*c), b.hypot(*d));
        if across == 0.0 || down == 0.0 {
            return Self::None;
        }
        let quarters = ((b / down).atan2(a / across).to_degrees() / 90.0).round() as i32;
        match quarters.rem_euclid(4) {
            1 => Self::Quarter,
            2 => Self::Half,
            3 => Self::ThreeQuarters,
            _ => Self::None,
        }
    }

    const fn on_its_side(self) -> bool {
        matches!(self, Self::Quarter | Self::ThreeQuarters)
    }
}

/// A picture ready to be sent.
pub(crate) struct Picture {
    at: i64,
    turn: Turn,
    frame: frame::Video,
}

/// Makes pictures.
pub(crate) struct Scaler {
    /// Width of a pixel over its height.
    shape: f64,
    turn: Turn,
    room: (u32, u32),
    context: Option<(scaling::context::Definition, scaling::context::Definition, scaling::Context)>,
}

impl Scaler {
    /// For pixels of this shape, turned like this; into no larger room than a screen until told otherwise.
    pub(crate) fn new(shape: f64, turn: Turn) -> Self {
        Self { shape: shape.clamp(0.1, 10.0), turn, room: (1920, 1080), context: None }
    }

    /// Pictures fit into this box.
    pub(crate) fn fit(&mut self, width: u32, height: u32) {
        self.room = (width.max(1), height.max(1));
    }

    /// A picture's size upright with square pixels.
    pub(crate) fn shown(&self, width: u32, height: u32) -> (u32, u32) {
        let wide = (f64::from(width) * self.shape).round().max(1.0) as u32;
        if self.turn.on_its_side() { (height, wide) } else { (wide, height) }
    }

    /// The size before turning at which it fits into the room, never enlarged.
    fn target(&self, width: u32, height: u32) -> (u32, u32) {
        let room = if self.turn.on_its_side() { (self.room.1, self.room.0) } else { self.room };
        let (wide, high) = (f64::from(width) * self.shape, f64::from(height));
        let by = (f64::from(room.0) / wide).min(f64::from(room.1) / high).min(1.0);
        (((wide * by).round() as u32).max(1), ((high * by).round() as u32).max(1))
    }

    /// Scales a decoded picture.
    pub(crate) fn picture(&mut self, decoded: &frame::Video, at: i64) -> Result<Picture, Error> {
        #[cfg(ffmpeg_8)]
        if let Some(matrix) = decoded.side_data(frame::side_data::Type::DisplayMatrix) {
            self.turn = Turn::of_matrix(matrix.data());
        }
        let (width, height) = self.target(decoded.width(), decoded.height());
        let from =
            scaling::context::Definition { format: decoded.format(), width: decoded.width(), height: decoded.height() };
        let to = scaling::context::Definition { format: Pixel::BGRA, width, height };
        // A file may change its size in the middle.
        if self.context.as_ref().is_none_or(|(a, b, _)| *a != from || *b != to) {
            let context = scaling::Context::get(
                from.format,
                from.width,
                from.height,
                to.format,
                to.width,
                to.height,
                Flags::FAST_BILINEAR,
            )?;
            self.context = Some((from, to, context));
        }
        let mut frame = frame::Video::empty();
        if let Some((_, _, context)) = &mut self.context {
            context.run(decoded, &mut frame)?;
        }
        Ok(Picture { at, turn: self.turn, frame })
    }
}

impl Picture {
    /// Sends it, row by row; a turned one is turned on the way.
    pub(crate) fn write(&self, generation: u32, out: &mut impl Write) -> io::Result<()> {
        let (width, height) = (self.frame.width() as usize, self.frame.height() as usize);
        let (wide, high) = if self.turn.on_its_side() { (height, width) } else { (width, height) };
        wire::write_frame_head(out, generation, self.at, wide as u32, high as u32)?;
        let (data, stride) = (self.frame.data(0), self.frame.stride(0));
        let row = |y: usize| data.get(y * stride..y * stride + width * 4).unwrap_or_default();
        if self.turn == Turn::None {
            for y in 0..height {
                out.write_all(row(y))?;
            }
            return out.flush();
        }
        let mut turned = vec![0; width * height * 4];
        for (y, row) in (0..height).map(|y| (y, row(y))) {
            for (x, pixel) in row.as_chunks::<4>().0.iter().enumerate() {
                let (to_x, to_y) = match self.turn {
                    Turn::None => (x, y),
                    Turn::Quarter => (height - 1 - y, x),
                    Turn::Half => (width - 1 - x, height - 1 - y),
                    Turn::ThreeQuarters => (y, width - 1 - x),
                };
                let place = (to_y * wide + to_x) * 4;
                if let Some(to) = turned.get_mut(place..place + 4) {
                    to.copy_from_slice(pixel);
                }
            }
        }
        out.write_all(&turned)?;
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(a: i32, b: i32, c: i32, d: i32) -> Vec<u8> {
        [a, b, 0, c, d, 0, 0, 0, 1 << 30].iter().flat_map(|number| number.to_ne_bytes()).collect()
    }

    #[test]
    fn phones_held_four_ways_stand_upright() {
        const ONE: i32 = 1 << 16;
        assert_eq!(Turn::of_matrix(&matrix(ONE, 0, 0, ONE)), Turn::None);
        assert_eq!(Turn::of_matrix(&matrix(0, ONE, -ONE, 0)), Turn::Quarter);
        assert_eq!(Turn::of_matrix(&matrix(-ONE, 0, 0, -ONE)), Turn::Half);
        assert_eq!(Turn::of_matrix(&matrix(0, -ONE, ONE, 0)), Turn::ThreeQuarters);
        assert_eq!(Turn::of_matrix(&[1, 2, 3]), Turn::None);
        assert_eq!(Turn::of_matrix(&matrix(0, 0, 0, 0)), Turn::None);
    }

    #[test]
    fn pictures_fit_and_are_never_enlarged() {
        let mut scaler = Scaler::new(1.0, Turn::None);
        scaler.fit(1024, 768);
        assert_eq!(scaler.target(1920, 1080), (1024, 576));
        assert_eq!(scaler.target(320, 240), (320, 240));
        let mut phone = Scaler::new(1.0, Turn::Quarter);
        phone.fit(1024, 768);
        assert_eq!((phone.shown(1920, 1080), phone.target(1920, 1080)), ((1080, 1920), (768, 432)));
        // A DVD's picture: 720 × 576, pixels wider than high.
        let mut wide = Scaler::new(64.0 / 45.0, Turn::None);
        wide.fit(1366, 768);
        assert_eq!((wide.shown(720, 576), wide.target(720, 576)), ((1024, 576), (1024, 576)));
    }
}
