//! Draws scenes to PNG: `cargo run --example scene -- OUT WIDTHxHEIGHT [NAME…]` (all of `content/scenes` without a name).
//! For whoever draws: pages with words are drawn by the program itself.

use std::{collections::BTreeMap, env, fs, path::Path, time::Instant};

use anyhow::Context;
use lembar::pack::{
    art::{PartLibrary, scene_svg},
    format::{Scene, ScenePart},
};
use resvg::{tiny_skia, usvg};

/// The design space of a scene.
const SCENE_WIDTH: f32 = 1600.0;
const SCENE_HEIGHT: f32 = 1000.0;

fn main() -> anyhow::Result<()> {
    let mut arguments = env::args().skip(1);
    let out = arguments.next().context("OUT")?;
    let size = arguments.next().unwrap_or_else(|| "1024x640".into());
    let (width, height) = size.split_once('x').context("WIDTHxHEIGHT")?;
    let (width, height) = (width.parse::<u32>()?, height.parse::<u32>()?);
    let mut names: Vec<String> = arguments.collect();
    if names.is_empty() {
        for entry in fs::read_dir("content/scenes")? {
            names.extend(entry?.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
        names.sort();
    }
    let parts = PartLibrary::load(Path::new("content/parts"));
    fs::create_dir_all(&out)?;
    for name in names {
        let file = if std::path::Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            name.clone()
        } else {
            format!("content/scenes/{name}.toml")
        };
        let scene = read(&fs::read_to_string(&file)?).with_context(|| name.clone())?;
        let started = Instant::now();
        let art = scene_svg(&parts, &scene, "s");
        for fault in &art.faults {
            eprintln!("{name}: {fault:?}");
        }
        let (x, y, w, h) = crop(&scene, width as f32 / height as f32);
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{x} {y} {w} {h}" preserveAspectRatio="xMidYMid slice">{}</svg>"#,
            art.svg
        );
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default())?;
        let mut pixmap = tiny_skia::Pixmap::new(width, height).context("size")?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
        let took = started.elapsed();
        let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        pixmap.save_png(Path::new(&out).join(format!("{stem}.png")))?;
        let shapes: usize =
            ["<path", "<rect", "<circle", "<ellipse"].iter().map(|tag| art.svg.matches(tag).count()).sum();
        println!("{stem}: {shapes} shapes, {} ms", took.as_millis());
    }
    Ok(())
}

/// What a picture of this `aspect` shows of a scene.
fn crop(scene: &Scene, aspect: f32) -> (f32, f32, f32, f32) {
    let (focus, _) = scene.focus.unwrap_or((SCENE_WIDTH / 2.0, SCENE_HEIGHT / 2.0));
    let width = SCENE_HEIGHT * aspect;
    if width < SCENE_WIDTH {
        ((focus - width / 2.0).clamp(0.0, SCENE_WIDTH - width), 0.0, width, SCENE_HEIGHT)
    } else {
        ((SCENE_WIDTH - width) / 2.0, 0.0, width, SCENE_HEIGHT)
    }
}

fn read(text: &str) -> anyhow::Result<Scene> {
    let table: toml::Table = text.parse()?;
    let words = |table: &toml::Table, key: &str| table.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    let number = |value: &toml::Value| {
        value.as_float().or(value.as_integer().map(|number| number as f64)).map(|number| number as f32)
    };
    let point = |table: &toml::Table, key: &str| {
        let list = table.get(key)?.as_array()?;
        Some((number(list.first()?)?, number(list.get(1)?)?))
    };
    let mut scene = Scene {
        title: words(&table, "title").context("title")?,
        ground: words(&table, "ground").unwrap_or_default(),
        ..Scene::default()
    };
    scene.focus = point(&table, "focus");
    for part in table.get("part").and_then(|value| value.as_array()).into_iter().flatten() {
        let part = part.as_table().context("part")?;
        let colours = part.get("colours").and_then(|value| value.as_table()).cloned().unwrap_or_default();
        scene.parts.push(ScenePart {
            part: words(part, "part").context("part")?,
            at: point(part, "at").context("at")?,
            scale: part.get("scale").and_then(number).unwrap_or(1.0),
            flip: part.get("flip").and_then(toml::Value::as_bool).unwrap_or(false),
            colours: colours
                .iter()
                .filter_map(|(slot, value)| Some((slot.clone(), value.as_str()?.to_owned())))
                .collect::<BTreeMap<_, _>>(),
            expression: words(part, "expression"),
            pose: words(part, "pose"),
            line: 0,
        });
    }
    Ok(scene)
}
