//! The bundled family and how wide its words are, measured with the shaper that later draws them.

use rustybuzz::{Face, UnicodeBuffer};

/// Family name as the renderer looks it up.
pub const FAMILY: &str = "Atkinson Hyperlegible Next";
/// The regular face, for the renderer's font database.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// The bold face, for the renderer's font database.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
/// Height of capitals per em, both faces (a test reads it from the files).
pub const CAP_HEIGHT: f32 = 0.668;
/// Deepest letters (g, j, p, y) below the baseline per em, rounded up.
pub const DESCENT: f32 = 0.22;

/// One of the two bundled faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// Both faces, ready to measure.
pub struct Fonts {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Fonts {
    /// Reads the embedded faces.
    #[must_use]
    pub fn new() -> Self {
        Self { regular: face(REGULAR), bold: face(BOLD) }
    }

    /// Advance width of one line of `text` at `size`, in the same unit as `size`.
    #[must_use]
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let advance: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        advance as f32 * size / face.units_per_em() as f32
    }

    /// Whether both faces can draw `c`.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.regular.glyph_index(c).is_some() && self.bold.glyph_index(c).is_some()
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new()
    }
}

#[expect(clippy::expect_used, reason = "the bytes are compiled in; the test below reads both")]
fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::from_slice(bytes, 0).expect("an embedded font is a font")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_faces_have_the_measures_the_layouts_use() {
        for bytes in [REGULAR, BOLD] {
            let face = face(bytes);
            let em = face.units_per_em() as f32;
            assert!((f32::from(face.capital_height().unwrap()) / em - CAP_HEIGHT).abs() < 0.001);
            let deepest = "gjpqyç,;()"
                .chars()
                .filter_map(|c| face.glyph_bounding_box(face.glyph_index(c)?))
                .map(|bounds| -f32::from(bounds.y_min) / em)
                .fold(0.0, f32::max);
            assert!(deepest <= DESCENT, "{deepest}");
        }
    }

    #[test]
    fn width_grows_with_text_and_size() {
        let fonts = Fonts::new();
        assert!(fonts.width("Ibu dan Ayah", Weight::Bold, 40.0) > fonts.width("Ibu", Weight::Bold, 40.0));
        let (one, two) = (fonts.width("Ayah", Weight::Regular, 40.0), fonts.width("Ayah", Weight::Regular, 80.0));
        assert!((two - 2.0 * one).abs() < 0.01);
        assert!(fonts.width("", Weight::Regular, 40.0).abs() < f32::EPSILON);
        assert!("AZaz09 –—…±·“”’?!,.:;()/é".chars().all(|c| fonts.has(c)));
    }
}
