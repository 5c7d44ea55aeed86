//! What the files of a pack say, as plain values: scenes here, sessions as the engine's own types. No reading, no drawing.

use std::collections::BTreeMap;

/// A picture put together from parts; one file `scenes/<name>.toml`.
///
/// Coordinates are in a design space of 1600 × 1000, origin top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// What it shows, in one line, for screen readers and contact sheets.
    pub title: String,
    /// Part drawn first, `ground/<name>`: `parts/ground/<name>.svg`.
    pub ground: String,
    /// The point that must stay visible when the page crops.
    pub focus: Option<(f32, f32)>,
    /// Parts from back to front.
    pub parts: Vec<ScenePart>,
    /// Line of `ground` in the file, counted from 1; 0 when not from a file.
    pub ground_line: u32,
}

/// One part standing in a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenePart {
    /// `folder/name`: `parts/folder/name.svg`.
    pub part: String,
    /// Where the part's anchor (feet, bottom centre) stands.
    pub at: (f32, f32),
    /// 1.0 = as drawn.
    pub scale: f32,
    /// Mirrored about the anchor.
    pub flip: bool,
    /// Colour slots filled: slot → `#RRGGBB` or a palette name.
    pub colours: BTreeMap<String, String>,
    /// Chosen `data-expression`, else the first one drawn.
    pub expression: Option<String>,
    /// Chosen `data-pose`, else the first one drawn.
    pub pose: Option<String>,
    /// Line of the part in the file, counted from 1; 0 when not from a file.
    pub line: u32,
}
