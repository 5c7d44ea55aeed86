//! Boxes on a page, in pixels from the top left.

/// An axis-aligned box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Area {
    /// A box from its corner and size.
    #[must_use]
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }
    /// Right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.w
    }
    /// Bottom edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.h
    }
    /// Centre.
    #[must_use]
    pub fn centre(self) -> (f32, f32) {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }
    /// Width over height.
    #[must_use]
    pub fn ratio(self) -> f32 {
        self.w / self.h.max(1.0)
    }
    /// The nearest box with its edges between pixels.
    #[must_use]
    pub fn on_pixels(self) -> Self {
        let (x, y) = (self.x.round(), self.y.round());
        Self::new(x, y, self.right().round() - x, self.bottom().round() - y)
    }
    /// The `row`-th of `rows` and `column`-th of `columns` equal cells with `gap` between.
    #[must_use]
    pub fn cell(self, column: usize, columns: usize, row: usize, rows: usize, gap: f32) -> Self {
        let (columns, rows) = (columns.max(1) as f32, rows.max(1) as f32);
        let w = (self.w - gap * (columns - 1.0)) / columns;
        let h = (self.h - gap * (rows - 1.0)) / rows;
        Self::new(self.x + (w + gap) * column as f32, self.y + (h + gap) * row as f32, w, h)
    }
}

/// Measures every layout shares, from the page's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Page width.
    pub w: f32,
    /// Page height.
    pub h: f32,
    /// What type is measured by: the height, or on narrow pages what the height would be at 4:3.
    pub base: f32,
}

/// Share of the page kept free of text at each edge.
pub const SAFE: f32 = 0.04;

impl Measures {
    /// For a page of `size` pixels; each side at least 64.
    #[must_use]
    pub fn new(size: (u32, u32)) -> Self {
        let (w, h) = (size.0.clamp(64, 8192) as f32, size.1.clamp(64, 8192) as f32);
        Self { w, h, base: h.min(w * 0.75) }
    }
    /// The whole page.
    #[must_use]
    pub const fn page(self) -> Area {
        Area::new(0.0, 0.0, self.w, self.h)
    }
    /// The page without its safe margin.
    #[must_use]
    pub fn safe(self) -> Area {
        Area::new(self.w * SAFE, self.h * SAFE, self.w * (1.0 - 2.0 * SAFE), self.h * (1.0 - 2.0 * SAFE))
    }
    /// Smallest font size of a headline: capitals 1/12 of the page.
    #[must_use]
    pub fn headline_min(self) -> f32 {
        self.base / 12.0 / super::font::CAP_HEIGHT
    }
    /// Smallest font size of anything else: capitals 1/22 of the page.
    #[must_use]
    pub fn words_min(self) -> f32 {
        self.base / 22.0 / super::font::CAP_HEIGHT
    }
    /// Radius of sheets and cards.
    #[must_use]
    pub fn radius(self) -> f32 {
        self.base * 0.045
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_tile_their_box() {
        let area = Area::new(10.0, 20.0, 110.0, 50.0);
        let last = area.cell(2, 3, 1, 2, 10.0);
        assert!((last.right() - area.right()).abs() < 0.01 && (last.bottom() - area.bottom()).abs() < 0.01);
        assert!((last.w - 30.0).abs() < 0.01 && (last.h - 20.0).abs() < 0.01);
    }

    #[test]
    fn type_is_measured_by_height_but_not_on_portrait_pages() {
        assert!((Measures::new((1366, 768)).base - 768.0).abs() < 0.1);
        assert!((Measures::new((768, 1024)).base - 576.0).abs() < 0.1);
    }
}
