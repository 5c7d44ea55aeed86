//! A scene and its parts become an SVG fragment in the scene's design space. Reads nothing but `parts/`; lays out no page.

use std::path::Path;

use super::format::{SCENE_BLEED, SCENE_HEIGHT, SCENE_WIDTH, Scene};

/// Every drawing part of a pack, read once.
#[derive(Clone, Debug, Default)]
pub struct PartLibrary {}

/// A scene as SVG, and what could not be drawn of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SceneArt {
    /// Elements (and `<defs>`) in design coordinates; the ground reaches [`SCENE_BLEED`] beyond both sides.
    /// Every id begins with the caller's prefix, so several scenes can share a page.
    pub svg: String,
    /// Everything left out, with the part it belongs to.
    pub faults: Vec<ArtFault>,
}

/// Something about a drawing that its author must put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArtFault {
    /// Index into [`Scene::parts`]; `None` for the ground or the whole scene.
    pub part: Option<usize>,
    /// What is wrong.
    pub kind: ArtFaultKind,
}

/// Kinds of [`ArtFault`]; names are part names as `folder/name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArtFaultKind {
    /// No such file; with the nearest existing name.
    MissingPart {
        /// As written.
        name: String,
        /// Nearest existing part.
        nearest: Option<String>,
    },
    /// The part's file cannot be used.
    BadPart {
        /// Part.
        name: String,
        /// Cause, in the words of the reader of SVG.
        why: String,
    },
    /// The part has no such expression, pose or colour slot.
    UnknownChoice {
        /// Part.
        name: String,
        /// `expression`, `pose` or `colours`.
        key: &'static str,
        /// As written.
        value: String,
        /// What the part offers.
        known: Vec<String>,
    },
    /// Neither `#RRGGBB` nor a palette name.
    BadColour {
        /// As written.
        value: String,
    },
    /// More shapes than a page may have.
    TooManyShapes {
        /// Counted.
        count: usize,
        /// Allowed.
        limit: usize,
    },
}

impl PartLibrary {
    /// Reads every part under `content/parts`.
    #[must_use]
    pub fn load(_parts_dir: &Path) -> Self {
        Self::default()
    }
}

/// Draws `scene`; what cannot be drawn is left out and named.
#[must_use]
pub fn scene_svg(_parts: &PartLibrary, _scene: &Scene, _prefix: &str) -> SceneArt {
    SceneArt {
        svg: format!(
            r##"<rect x="{}" y="0" width="{}" height="{SCENE_HEIGHT}" fill="#DCE9E4"/>"##,
            -SCENE_BLEED,
            SCENE_WIDTH + 2.0 * SCENE_BLEED
        ),
        faults: Vec::new(),
    }
}
