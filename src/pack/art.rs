//! A scene and its parts become an SVG fragment in the scene's design space. Reads nothing but `parts/`; lays out no page.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use roxmltree::{Document, Node};

use super::{
    diagnostic,
    format::{Scene, ScenePart},
};
use crate::text::drawing as words;

/// Most shapes one scene may draw; about 700 middling paths cost 117 ms a page on the slow laptop.
pub const MAX_SHAPES: usize = 700;
/// Largest part file, in KiB.
pub const MAX_PART_KIB: usize = 512;
/// How deep groups and `<use>` may nest.
const MAX_DEPTH: usize = 24;

/// Every drawing part of a pack by name; read when a scene uses it, since all of them together are megabytes.
#[derive(Clone, Debug, Default)]
pub struct PartLibrary {
    /// By name (`orang/ibu`): its file.
    parts: BTreeMap<String, PathBuf>,
}

/// A scene as SVG, and what could not be drawn of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SceneArt {
    /// Elements (and `<defs>`) in design coordinates; the ground reaches 400 beyond both sides.
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

impl ArtFaultKind {
    /// Something that should be seen is not drawn at all.
    pub(super) fn leaves_a_hole(&self) -> bool {
        matches!(self, Self::MissingPart { .. } | Self::BadPart { .. })
    }
}

impl PartLibrary {
    /// Finds every part under `content/parts`. A folder that is not there gives no parts; a file that cannot be read is a fault
    /// of each scene that uses it.
    #[must_use]
    pub fn load(parts_dir: &Path) -> Self {
        let mut library = Self::default();
        library.load_folder(parts_dir, "", 2);
        library
    }

    fn load_folder(&mut self, dir: &Path, prefix: &str, depth: usize) {
        let Ok(entries) = fs::read_dir(dir) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let name = format!("{prefix}{stem}");
            if path.is_dir() {
                if depth > 0 {
                    self.load_folder(&path, &format!("{name}/"), depth - 1);
                }
            } else if path.extension().is_some_and(|extension| extension == "svg") {
                self.parts.insert(name, path);
            }
        }
    }

    /// The names of all parts, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    fn read(&self, name: &str) -> Result<String, ArtFaultKind> {
        let path = self.parts.get(name).ok_or_else(|| ArtFaultKind::MissingPart {
            name: name.to_owned(),
            nearest: nearest(name, self.names()).map(str::to_owned),
        })?;
        read_limited(path).map_err(|error| bad(name, error.to_string()))
    }
}

fn read_limited(path: &Path) -> io::Result<String> {
    if fs::metadata(path)?.len() > MAX_PART_KIB as u64 * 1024 {
        return Err(io::Error::other(words::too_big(MAX_PART_KIB)));
    }
    fs::read_to_string(path)
}

/// Draws `scene`; what cannot be drawn is left out and named. The ground covers the bleed; nothing is clipped.
#[must_use]
pub fn scene_svg(parts: &PartLibrary, scene: &Scene, prefix: &str) -> SceneArt {
    let mut art = SceneArt::default();
    let mut shapes = 0;
    let ground = ScenePart { part: format!("ground/{}", scene.ground), ..whole() };
    let placed = scene.parts.iter().enumerate().map(|(index, part)| (Some(index), part));
    let ground = (!scene.ground.is_empty()).then_some((None, &ground));
    for (number, (part, placed)) in ground.into_iter().chain(placed).enumerate() {
        match draw(placed, parts, &format!("{prefix}{number}-")) {
            Ok((svg, count)) => {
                art.svg.push_str(&svg);
                shapes += count;
            }
            Err(kind) => art.faults.push(ArtFault { part, kind }),
        }
    }
    if shapes > MAX_SHAPES {
        art.faults
            .push(ArtFault { part: None, kind: ArtFaultKind::TooManyShapes { count: shapes, limit: MAX_SHAPES } });
    }
    art
}

/// A part at the origin in its own size.
fn whole() -> ScenePart {
    ScenePart {
        part: String::new(),
        at: (0.0, 0.0),
        scale: 1.0,
        flip: false,
        colours: BTreeMap::new(),
        expression: None,
        pose: None,
        line: 0,
    }
}

fn draw(placed: &ScenePart, parts: &PartLibrary, prefix: &str) -> Result<(String, usize), ArtFaultKind> {
    let name = placed.part.as_str();
    let text = parts.read(name)?;
    let document = Document::parse(&text).map_err(|error| bad(name, error.to_string()))?;
    let part = Part::of(name, &document)?;
    let (x, y) = placed.at;
    if !(x.abs() <= 4000.0 && y.abs() <= 4000.0 && (0.02..=20.0).contains(&placed.scale)) {
        return Err(bad(name, words::bad_place()));
    }
    let colours = part.colours(placed)?;
    let expression = choose(name, "expression", placed.expression.as_ref(), &part.expressions)?;
    let pose = choose(name, "pose", placed.pose.as_ref(), &part.poses)?;
    let mut writer =
        Writer { part: name, document: &document, colours, expression, pose, prefix, out: String::new(), shapes: 0 };
    let across = if placed.flip { -placed.scale } else { placed.scale };
    let _infallible = write!(
        writer.out,
        r#"<g transform="translate({x:.1} {y:.1})scale({across:.4} {:.4})translate({:.1} {:.1})">"#,
        placed.scale, -part.anchor.0, -part.anchor.1,
    );
    writer.children(document.root_element(), 0)?;
    writer.out.push_str("</g>");
    Ok((writer.out, writer.shapes))
}

fn choose<'a>(
    part: &str,
    key: &'static str,
    wanted: Option<&String>,
    known: &'a [String],
) -> Result<Option<&'a str>, ArtFaultKind> {
    let Some(wanted) = wanted else { return Ok(known.first().map(String::as_str)) };
    let found = known.iter().find(|name| *name == wanted);
    found.map(|name| Some(name.as_str())).ok_or_else(|| ArtFaultKind::UnknownChoice {
        name: part.to_owned(),
        key,
        value: wanted.clone(),
        known: known.to_vec(),
    })
}

/// What the root of a part's file says.
struct Part {
    name: String,
    anchor: (f64, f64),
    defaults: Vec<(String, String)>,
    expressions: Vec<String>,
    poses: Vec<String>,
}

impl Part {
    fn of(name: &str, document: &Document) -> Result<Self, ArtFaultKind> {
        let root = document.root_element();
        if !root.has_tag_name((SVG, "svg")) && !root.has_tag_name("svg") {
            return Err(bad(name, words::no_svg()));
        }
        let anchor = numbers(root.attribute("data-anchor").unwrap_or("0 0"));
        let [x, y] = anchor.as_slice() else { return Err(bad(name, words::bad_anchor())) };
        let defaults = root
            .attribute("data-colours")
            .unwrap_or_default()
            .split_whitespace()
            .map(|pair| pair.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| bad(name, words::bad_colour_list()))?;
        Ok(Self {
            name: name.to_owned(),
            anchor: (*x, *y),
            defaults,
            expressions: variants(document, "data-expression"),
            poses: variants(document, "data-pose"),
        })
    }

    /// Every placeholder with its finished colour, shades included.
    fn colours(&self, placed: &ScenePart) -> Result<BTreeMap<String, String>, ArtFaultKind> {
        let known: Vec<String> = self.defaults.iter().map(|(name, _)| name.clone()).collect();
        if let Some(name) = placed.colours.keys().find(|name| !known.contains(name)) {
            return Err(ArtFaultKind::UnknownChoice {
                name: self.name.clone(),
                key: "colours",
                value: name.clone(),
                known,
            });
        }
        let mut colours = BTreeMap::new();
        for (name, default) in &self.defaults {
            let value = placed.colours.get(name).unwrap_or(default);
            let base = Rgb::named(value).ok_or_else(|| ArtFaultKind::BadColour { value: value.clone() })?;
            colours.insert(format!("{name}.tua"), base.mix(SHADE, 0.24).hex());
            colours.insert(format!("{name}.muda"), base.mix(LIGHT, 0.38).hex());
            colours.insert(name.clone(), base.hex());
        }
        Ok(colours)
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Copies the chosen variant of a part, colours filled in and ids made unique.
struct Writer<'a> {
    part: &'a str,
    document: &'a Document<'a>,
    colours: BTreeMap<String, String>,
    expression: Option<&'a str>,
    pose: Option<&'a str>,
    prefix: &'a str,
    out: String,
    shapes: usize,
}

impl Writer<'_> {
    fn children(&mut self, node: Node, depth: usize) -> Result<(), ArtFaultKind> {
        if depth > MAX_DEPTH {
            return Err(bad(self.part, words::too_deep()));
        }
        node.children().filter(Node::is_element).try_for_each(|child| self.element(child, depth + 1))
    }

    fn element(&mut self, node: Node, depth: usize) -> Result<(), ArtFaultKind> {
        if !is_chosen(node, "data-expression", self.expression) || !is_chosen(node, "data-pose", self.pose) {
            return Ok(());
        }
        let tag = node.tag_name().name();
        match tag {
            // Kept for `<use>`; gradients are the only definitions that must be found by id later.
            "defs" => {
                let gradients = node.children().filter(|child| child.tag_name().name().ends_with("Gradient"));
                return gradients.into_iter().try_for_each(|gradient| self.element(gradient, depth));
            }
            "use" => return self.expand(node, depth),
            "title" | "desc" | "metadata" => return Ok(()),
            "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon" => self.shapes += 1,
            "g" | "linearGradient" | "radialGradient" | "stop" => {}
            other => return Err(bad(self.part, words::element_not_allowed(other))),
        }
        self.out.push('<');
        self.out.push_str(tag);
        for attribute in node.attributes() {
            if attribute.namespace().is_some() || attribute.name().starts_with("data-") {
                continue;
            }
            let value = self.filled(attribute.value())?;
            let value = if attribute.name() == "id" { format!("{}{value}", self.prefix) } else { value };
            let _infallible = write!(self.out, r#" {}="{}""#, attribute.name(), escaped(&value));
        }
        if node.has_children() {
            self.out.push('>');
            self.children(node, depth)?;
            let _infallible = write!(self.out, "</{tag}>");
        } else {
            self.out.push_str("/>");
        }
        Ok(())
    }

    /// `<use href="#id" transform="…"/>` becomes a group with a copy: faces are drawn once and stand in every pose.
    fn expand(&mut self, node: Node, depth: usize) -> Result<(), ArtFaultKind> {
        let href = node.attribute("href").or_else(|| node.attribute((XLINK, "href"))).unwrap_or_default();
        let target = href
            .strip_prefix('#')
            .and_then(|id| self.document.descendants().find(|node| node.attribute("id") == Some(id)));
        let target = target.ok_or_else(|| bad(self.part, words::dangling_use(href)))?;
        let transform = escaped(node.attribute("transform").unwrap_or_default());
        let _infallible = write!(self.out, r#"<g transform="{transform}">"#);
        self.children(target, depth)?;
        self.out.push_str("</g>");
        Ok(())
    }

    /// `{baju.tua}` and `url(#id)` filled in.
    fn filled(&self, value: &str) -> Result<String, ArtFaultKind> {
        let value = value.replace("url(#", &format!("url(#{}", self.prefix));
        if !value.contains('{') {
            return Ok(value);
        }
        let name = value.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(&value);
        self.colours.get(name).cloned().ok_or_else(|| bad(self.part, words::undeclared_colour(name)))
    }
}

/// A variant group may carry several names; one that carries none is always drawn.
fn is_chosen(node: Node, attribute: &str, chosen: Option<&str>) -> bool {
    node.attribute(attribute).is_none_or(|names| names.split_whitespace().any(|name| Some(name) == chosen))
}

fn variants(document: &Document, attribute: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = document.descendants().filter_map(|node| node.attribute(attribute)).flat_map(str::split_whitespace);
    names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split([' ', ',']).filter(|word| !word.is_empty()).map_while(|word| word.parse().ok()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn bad(part: &str, why: String) -> ArtFaultKind {
    ArtFaultKind::BadPart { name: part.to_owned(), why }
}

/// The part that `wanted` was probably meant to be: the same in another folder, else one misspelt, rather in its folder than in another.
fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<(&str, &str)> = names.map(|name| (name, last_word(name))).collect();
    let last = last_word(wanted);
    let folder = wanted.strip_suffix(last).unwrap_or_default();
    let beside = || names.iter().filter(|(name, _)| name.starts_with(folder));
    let words = |(_, word): &(&'a str, &'a str)| *word;
    let meant = names.iter().map(words).find(|word| *word == last);
    let meant = meant.or_else(|| diagnostic::nearest(last, beside().map(words)));
    let meant = meant.or_else(|| diagnostic::nearest(last, names.iter().map(words)))?;
    beside().chain(&names).find(|(_, word)| *word == meant).map(|(name, _)| *name)
}

fn last_word(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb([u8; 3]);

/// Shade is warm, not black: shadows in sunlight.
const SHADE: Rgb = Rgb([0x3A, 0x1D, 0x33]);
const LIGHT: Rgb = Rgb([0xFF, 0xFA, 0xEE]);

/// Colours an author may name. Skin in four brown tones; the rest are dyes one sees in the kampung.
const PALETTE: &[(&str, &str)] = &[
    ("kulit-1", "#D9A574"),
    ("kulit-2", "#C08552"),
    ("kulit-3", "#9C6238"),
    ("kulit-4", "#7F4E33"),
    ("hitam", "#2B2430"),
    ("coklat", "#7A4B32"),
    ("bata", "#C4573A"),
    ("koral", "#E9806E"),
    ("kunyit", "#E3A32B"),
    ("kuning", "#F3C969"),
    ("gading", "#F6EAD2"),
    ("putih", "#FBF8F2"),
    ("daun", "#5B9A4B"),
    ("lumut", "#7D8B45"),
    ("toska", "#2A9D8F"),
    ("laut", "#2F6F9F"),
    ("langit", "#7FB7D9"),
    ("nila", "#3F4E8C"),
    ("ungu", "#7D5BA6"),
    ("terung", "#6B3F69"),
    ("mawar", "#D46A8C"),
    ("jambu", "#F0A7B5"),
    ("abu", "#9AA3AD"),
    ("arang", "#4A4F5C"),
    ("merah", "#C8383D"),
];

impl Rgb {
    fn named(value: &str) -> Option<Self> {
        let hex = PALETTE.iter().find(|(name, _)| *name == value).map_or(value, |(_, hex)| hex);
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        Some(Self([(number >> 16) as u8, (number >> 8) as u8, number as u8]))
    }

    fn mix(self, other: Self, share: f64) -> Self {
        let mut out = self.0;
        for (mine, theirs) in out.iter_mut().zip(other.0) {
            *mine = (f64::from(*mine) * (1.0 - share) + f64::from(theirs) * share).round() as u8;
        }
        Self(out)
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02X}{green:02X}{blue:02X}")
    }
}

#[cfg(test)]
#[path = "art_tests.rs"]
mod tests;
