//! Every colour of the stage: paper, ink and one accent per module. The console's theme reads the same accents.

use crate::engine::session::Module;

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The page's ground.
pub const PAPER: Rgb = Rgb(0xFB, 0xF6, 0xEC);
/// Text and the darkest shapes.
pub const INK: Rgb = Rgb(0x1F, 0x2A, 0x37);
/// Text on [`Accent::deep`].
pub const WHITE: Rgb = Rgb(0xFF, 0xFF, 0xFF);
/// Under everything.
pub const BLACK: Rgb = Rgb(0, 0, 0);

/// A module's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// Marks and shapes.
    pub main: Rgb,
    /// Panels that carry white text (contrast at least 7 : 1).
    pub deep: Rgb,
    /// Panels that carry ink.
    pub tint: Rgb,
    /// Barely there: ornaments on paper.
    pub wash: Rgb,
}

/// The accent of `module`.
#[must_use]
pub fn accent(module: Module) -> Accent {
    let (main, deep) = match module {
        Module::M1 => (Rgb(0x1F, 0x8F, 0x8A), Rgb(0x0D, 0x4F, 0x52)),
        Module::M2 => (Rgb(0xE0, 0x9A, 0x1E), Rgb(0x6A, 0x40, 0x05)),
        Module::M3 => (Rgb(0x5B, 0x9E, 0x3C), Rgb(0x27, 0x56, 0x1F)),
        Module::M4 => (Rgb(0xE4, 0x6A, 0x4B), Rgb(0x86, 0x2B, 0x1B)),
        Module::M5 => (Rgb(0x54, 0x57, 0xB8), Rgb(0x2E, 0x2F, 0x7C)),
        Module::M6 => (Rgb(0x95, 0x4A, 0x86), Rgb(0x5B, 0x22, 0x52)),
        Module::Adaptive => (Rgb(0x5F, 0x70, 0x82), Rgb(0x31, 0x3F, 0x4E)),
    };
    Accent { main, deep, tint: PAPER.mixed(main, 0.2), wash: PAPER.mixed(main, 0.1) }
}

impl Rgb {
    /// `#RRGGBB`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// This colour with `share` (0..=1) of `other` in it.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share.clamp(0.0, 1.0)).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Contrast ratio to `other` after WCAG 2, 1..=21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_readable_on_its_ground() {
        let modules = [Module::M1, Module::M2, Module::M3, Module::M4, Module::M5, Module::M6, Module::Adaptive];
        assert!(INK.contrast(PAPER) >= 7.0);
        for module in modules {
            let accent = accent(module);
            for (text, ground) in [(WHITE, accent.deep), (INK, accent.tint), (accent.deep, PAPER), (INK, accent.wash)] {
                assert!(text.contrast(ground) >= 7.0, "{module:?} {} on {}", text.hex(), ground.hex());
            }
        }
    }

    #[test]
    fn contrast_is_the_well_known_ratio() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 0.01);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 0.01);
    }
}
