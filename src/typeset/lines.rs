//! Breaking words into lines and finding the largest size that fits. The one place that breaks lines.

use super::font::{CAP_HEIGHT, DESCENT, Fonts, Weight};

/// How a block of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Face.
    pub weight: Weight,
    /// Distance of baselines per em.
    pub leading: f32,
    /// Largest font size.
    pub max: f32,
    /// Smallest font size that may still be called fitting.
    pub min: f32,
}

/// Text broken into lines at a size.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Lines, top to bottom.
    pub lines: Vec<String>,
    /// Font size.
    pub size: f32,
    /// Face.
    pub weight: Weight,
    /// Distance of baselines per em.
    pub leading: f32,
    /// Advance width of the widest line.
    pub width: f32,
    /// False when even [`Style::min`] was too large; it is then set smaller than allowed.
    pub fits: bool,
}

impl Block {
    /// From the top of the first line's capitals to the descenders of the last; 0 without lines.
    #[must_use]
    pub fn height(&self) -> f32 {
        if self.lines.is_empty() {
            return 0.0;
        }
        self.size * (CAP_HEIGHT + self.leading * (self.lines.len() - 1) as f32 + DESCENT)
    }

    /// Baselines of the lines when the capitals of the first begin at `top`.
    pub fn baselines(&self, top: f32) -> impl Iterator<Item = (f32, &str)> {
        self.lines
            .iter()
            .enumerate()
            .map(move |(i, line)| (top + self.size * (CAP_HEIGHT + self.leading * i as f32), line.as_str()))
    }
}

/// A text taken apart into words and measured once; widths grow in proportion to the size.
struct Measured<'a> {
    words: Vec<(&'a str, f32)>,
    space: f32,
}

impl<'a> Measured<'a> {
    fn new(fonts: &Fonts, text: &'a str, weight: Weight) -> Self {
        let words = text.split_whitespace().map(|word| (word, fonts.width(word, weight, 1.0))).collect();
        Self { words, space: fonts.width(" ", weight, 1.0) }
    }

    /// Lines no wider than `width` at `size`, filled greedily, and the widest. A word wider than that stands alone.
    fn broken(&self, size: f32, width: f32) -> (Vec<String>, f32) {
        let mut lines: Vec<String> = Vec::new();
        let (mut used, mut widest) = (0.0_f32, 0.0_f32);
        for (word, unit) in &self.words {
            let needed = unit * size;
            let joined = used + self.space * size + needed;
            match lines.last_mut() {
                Some(line) if joined <= width => {
                    line.push(' ');
                    line.push_str(word);
                    used = joined;
                }
                _ => {
                    lines.push((*word).to_owned());
                    used = needed;
                }
            }
            widest = widest.max(used);
        }
        (lines, widest)
    }

    /// The narrowest breaking with as few lines: avoids one lonely word on the last line.
    fn evened(&self, size: f32, width: f32) -> (Vec<String>, f32) {
        let mut best = self.broken(size, width);
        if best.0.len() < 2 {
            return best;
        }
        let (mut low, mut high) = (width * 0.4, width);
        for _ in 0..7 {
            let middle = f32::midpoint(low, high);
            let (lines, widest) = self.broken(size, middle);
            if lines.len() == best.0.len() && widest <= middle {
                best = (lines, widest);
                high = middle;
            } else {
                low = middle;
            }
        }
        best
    }
}

/// Sets `text` as large as `style` allows inside `width` × `height`, lines about equally long.
#[must_use]
pub fn fitted(fonts: &Fonts, text: &str, style: Style, width: f32, height: f32) -> Block {
    const STEPS: u16 = 24;
    let measured = Measured::new(fonts, text, style.weight);
    let set = |size: f32, fits: bool| {
        let (lines, widest) = measured.evened(size, width);
        Block { lines, size, weight: style.weight, leading: style.leading, width: widest, fits }
    };
    let inside = |block: &Block| block.width <= width && block.height() <= height;
    for step in 0..=STEPS {
        let block = set(style.max - (style.max - style.min) * f32::from(step) / f32::from(STEPS), true);
        if inside(&block) {
            return block;
        }
    }
    let mut size = style.min;
    loop {
        size *= 0.94;
        let block = set(size, false);
        if size < 4.0 || inside(&block) {
            return block;
        }
    }
}

/// Sets `text` at one `size`, lines filled up to `width`; `fits` is false when a word is wider than that.
#[must_use]
pub fn wrapped(fonts: &Fonts, text: &str, weight: Weight, (size, leading): (f32, f32), width: f32) -> Block {
    let (lines, widest) = Measured::new(fonts, text, weight).broken(size, width);
    Block { lines, size, weight, leading, width: widest, fits: widest <= width + 0.01 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { weight: Weight::Bold, leading: 1.0, max: 100.0, min: 50.0 };

    #[test]
    fn no_line_is_wider_than_the_box_and_no_word_is_lost() {
        let fonts = Fonts::new();
        let text = "Menjadi Orang Tua yang Lebih Baik bersama Ayah dan Ibu";
        for width in [300.0, 470.0, 900.0, 2000.0] {
            let (lines, _) = Measured::new(&fonts, text, Weight::Bold).broken(60.0, width);
            assert!(lines.iter().all(|line| fonts.width(line, Weight::Bold, 60.0) <= width), "{lines:?}");
            assert_eq!(lines.join(" "), text);
        }
    }

    #[test]
    fn takes_the_largest_size_that_fits() {
        let fonts = Fonts::new();
        let roomy = fitted(&fonts, "Ayah", STYLE, 1000.0, 1000.0);
        assert!((roomy.size - STYLE.max).abs() < 0.01 && roomy.fits);
        let tight = fitted(&fonts, "Ayah ikut mengasuh", STYLE, 400.0, 200.0);
        assert!(tight.fits && tight.size < STYLE.max && tight.width <= 400.5 && tight.height() <= 200.5);
    }

    #[test]
    fn says_when_even_the_smallest_size_does_not_fit() {
        let fonts = Fonts::new();
        let block = fitted(&fonts, "Pertanggungjawaban", STYLE, 200.0, 300.0);
        assert!(!block.fits && block.size < STYLE.min && block.width <= 200.5);
    }

    #[test]
    fn lines_are_evened_out() {
        let fonts = Fonts::new();
        let style = Style { max: 60.0, ..STYLE };
        let block = fitted(&fonts, "Anak meniru apa yang ia lihat", style, 640.0, 200.0);
        let widths: Vec<f32> = block.lines.iter().map(|line| fonts.width(line, Weight::Bold, 60.0)).collect();
        let (min, max) = widths.iter().fold((f32::MAX, 0.0_f32), |(min, max), w| (min.min(*w), max.max(*w)));
        assert!(block.lines.len() == 2 && min > max * 0.6, "{:?} {widths:?}", block.lines);
    }
}
