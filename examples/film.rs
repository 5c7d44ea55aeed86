//! Draws the pictures of a clip: one line of JSON on standard input is one picture, raw RGBA on standard output.
//! `cargo run --example film -- CONTENT WIDTHxHEIGHT`; `script/film/build.py` writes the lines and hands the pictures to ffmpeg.
//!
//! Every part is drawn on its own at the place, size and angle of that moment, so a camera and a walking child move by less
//! than a pixel and stay sharp however near the camera comes.

use std::{
    collections::{BTreeMap, HashMap},
    env,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use anyhow::{Context, bail};
use lembar::pack::{
    art::{PartLibrary, scene_svg},
    format::{Scene, ScenePart},
};
use resvg::{
    tiny_skia::{Color, Paint, Pixmap, PixmapPaint, Rect, Transform},
    usvg,
};
use serde::Deserialize;

/// Half the side of the square a part is parsed in, units; no part reaches further from its anchor.
const REACH: f32 = 3000.0;

/// One picture: views over each other, the first one opaque.
#[derive(Deserialize)]
struct Picture {
    views: Vec<View>,
    /// A colour over everything, and how strong.
    #[serde(default)]
    wash: Option<(String, f32)>,
}

/// Sprites seen through a window of the scene's design space.
#[derive(Deserialize)]
struct View {
    /// Left, top and width; the height follows from the picture's shape.
    window: (f32, f32, f32),
    opacity: f32,
    sprites: Vec<Sprite>,
}

/// One part at one moment.
#[derive(Deserialize)]
struct Sprite {
    #[serde(flatten)]
    look: Look,
    at: (f32, f32),
    scale: f32,
    /// Degrees about the anchor, clockwise.
    #[serde(default)]
    angle: f32,
    opacity: f32,
}

/// What must be drawn anew when it changes.
#[derive(Clone, Deserialize, Hash, PartialEq, Eq)]
struct Look {
    part: String,
    #[serde(default)]
    pose: Option<String>,
    #[serde(default)]
    expression: Option<String>,
    #[serde(default)]
    flip: bool,
    #[serde(default)]
    colours: BTreeMap<String, String>,
}

/// Draws pictures of one size; keeps the parts it has parsed.
struct Painter {
    parts: PartLibrary,
    trees: HashMap<Look, usvg::Tree>,
    width: u32,
    height: u32,
}

impl Painter {
    fn picture(&mut self, picture: &Picture) -> anyhow::Result<Pixmap> {
        let mut canvas = self.empty()?;
        canvas.fill(Color::WHITE);
        for view in &picture.views {
            if view.opacity >= 1.0 {
                self.view(view, &mut canvas)?;
            } else if view.opacity > 0.0 {
                let mut own = self.empty()?;
                own.fill(Color::WHITE);
                self.view(view, &mut own)?;
                lay(&own, view.opacity, &mut canvas);
            }
        }
        if let Some((colour, strength)) = &picture.wash {
            let mut paint = Paint::default();
            let mut colour = rgb(colour)?;
            colour.set_alpha(strength.clamp(0.0, 1.0));
            paint.set_color(colour);
            let whole = Rect::from_xywh(0.0, 0.0, self.width as f32, self.height as f32).context("size")?;
            canvas.fill_rect(whole, &paint, Transform::identity(), None);
        }
        Ok(canvas)
    }

    fn view(&mut self, view: &View, canvas: &mut Pixmap) -> anyhow::Result<()> {
        let (left, top, width) = view.window;
        let zoom = self.width as f32 / width;
        let camera = Transform::from_translate(-left, -top).post_scale(zoom, zoom);
        for sprite in &view.sprites {
            let placed = Transform::from_translate(-REACH, -REACH)
                .post_scale(sprite.scale, sprite.scale)
                .post_concat(Transform::from_rotate(sprite.angle))
                .post_translate(sprite.at.0, sprite.at.1)
                .post_concat(camera);
            if sprite.opacity >= 1.0 {
                resvg::render(self.tree(&sprite.look)?, placed, &mut canvas.as_mut());
            } else if sprite.opacity > 0.0 {
                let mut own = self.empty()?;
                resvg::render(self.tree(&sprite.look)?, placed, &mut own.as_mut());
                lay(&own, sprite.opacity, canvas);
            }
        }
        Ok(())
    }

    fn tree(&mut self, look: &Look) -> anyhow::Result<&usvg::Tree> {
        if !self.trees.contains_key(look) {
            let part = ScenePart {
                part: look.part.clone(),
                at: (0.0, 0.0),
                scale: 1.0,
                flip: look.flip,
                colours: look.colours.clone(),
                expression: look.expression.clone(),
                pose: look.pose.clone(),
                line: 0,
            };
            let art = scene_svg(&self.parts, &Scene { parts: vec![part], ..Scene::default() }, "f");
            if let Some(fault) = art.faults.first() {
                bail!("{}: {:?}", look.part, fault.kind);
            }
            let side = 2.0 * REACH;
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="-{REACH} -{REACH} {side} {side}">{}</svg>"#,
                art.svg
            );
            self.trees.insert(look.clone(), usvg::Tree::from_str(&svg, &usvg::Options::default())?);
        }
        self.trees.get(look).context("tree")
    }

    fn empty(&self) -> anyhow::Result<Pixmap> {
        Pixmap::new(self.width, self.height).context("size")
    }
}

/// Lays `top` over `canvas`.
fn lay(top: &Pixmap, opacity: f32, canvas: &mut Pixmap) {
    let paint = PixmapPaint { opacity, ..PixmapPaint::default() };
    canvas.draw_pixmap(0, 0, top.as_ref(), &paint, Transform::identity(), None);
}

/// `#RRGGBB`.
fn rgb(colour: &str) -> anyhow::Result<Color> {
    let value = u32::from_str_radix(colour.trim_start_matches('#'), 16).with_context(|| colour.to_owned())?;
    let [_, red, green, blue] = value.to_be_bytes();
    Ok(Color::from_rgba8(red, green, blue, 255))
}

fn main() -> anyhow::Result<()> {
    let mut arguments = env::args().skip(1);
    let content = PathBuf::from(arguments.next().context("CONTENT")?);
    let size = arguments.next().context("WIDTHxHEIGHT")?;
    let (width, height) = size.split_once('x').context("WIDTHxHEIGHT")?;
    let mut painter = Painter {
        parts: PartLibrary::load(&content.join("parts")),
        trees: HashMap::new(),
        width: width.parse()?,
        height: height.parse()?,
    };
    let mut out = io::stdout().lock();
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let picture: Picture = serde_json::from_str(&line?).with_context(|| format!("picture {number}"))?;
        out.write_all(painter.picture(&picture)?.data())?;
    }
    Ok(())
}
