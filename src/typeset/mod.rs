//! The typesetter: boxes, broken lines, page layouts and leaves of paper → SVG. The one place that breaks lines. Reads no files, draws no pixels.

pub mod font;
pub mod geometry;
pub mod icon;
pub mod layout;
pub mod lines;
pub mod page;
pub mod palette;
pub mod paper;
pub mod svg;
