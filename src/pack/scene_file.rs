//! Reading `scenes/*.toml` into [`Scene`] values.

use std::path::Path;

use super::{
    SceneEntry,
    diagnostic::Log,
    format::{Scene, ScenePart},
    table::{Source, Table, is_slug},
};
use crate::text::check;

/// Most scenes in one folder.
const SCENES: usize = 600;
/// Most parts in one scene.
const PARTS: usize = 80;

/// Every scene in `root`/`folder` with its name; `folder` ends in `scenes`.
pub(super) fn read_all(root: &Path, folder: &str, log: &mut Log) -> Vec<(String, SceneEntry)> {
    let mut names = file_stems(root, folder, "toml", log);
    if names.len() > SCENES {
        log.error(folder, 0, check::too_many("Gambar", names.len(), SCENES));
        names.truncate(SCENES);
    }
    names
        .into_iter()
        .filter_map(|name| read(root, &format!("{folder}/{name}.toml"), log).map(|entry| (name, entry)))
        .collect()
}

/// Names without extension of the files in `root`/`folder` that end in `extension`, sorted; names that are no slug are faults.
pub(super) fn file_stems(root: &Path, folder: &str, extension: &str, log: &mut Log) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else { return Vec::new() };
    let mut names = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_none_or(|found| found != extension) {
            continue;
        }
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if is_slug(&stem) {
            names.push(stem);
        } else {
            log.error(&format!("{folder}/{stem}.{extension}"), 0, check::not_a_slug("nama berkas", &stem));
        }
    }
    names.sort();
    names
}

fn read(root: &Path, file: &str, log: &mut Log) -> Option<SceneEntry> {
    let source = Source::read(root, file, true, log)?;
    let scene = source.table(log, scene)?;
    Some(SceneEntry { scene, file: file.to_owned() })
}

fn scene(table: &mut Table, log: &mut Log) -> Scene {
    let title = table.required_text("title", log).map(|text| text.value).unwrap_or_default();
    let ground = table.required_slug("ground", log);
    let focus = table.point("focus", log);
    let mut parts = table.each("part", log, part);
    if parts.len() > PARTS {
        log.error(table.file(), table.line_of("part"), check::too_many("Bagian gambar", parts.len(), PARTS));
        parts.truncate(PARTS);
    }
    let ground_line = ground.as_ref().map_or(0, |text| text.line);
    Scene { title, ground: ground.map(|text| text.value).unwrap_or_default(), focus, parts, ground_line }
}

fn part(table: &mut Table, log: &mut Log) -> Option<ScenePart> {
    let name = table.required_text("part", log);
    let has_at = table.has("at");
    if !has_at {
        log.error(table.file(), table.line(), check::missing_key("at"));
    }
    let at = table.point("at", log);
    let scale = table.number("scale", log).unwrap_or(1.0).clamp(0.01, 20.0);
    let flip = table.boolean("flip", log).unwrap_or(false);
    let colours = table.free_texts("colours", log).into_iter().collect();
    let mut choice = |key| table.text(key, log).map(|text| text.value);
    let (expression, pose) = (choice("expression"), choice("pose"));
    let name = name?;
    if !name.value.split('/').all(is_slug) || name.value.split('/').count() != 2 {
        log.error(table.file(), name.line, check::not_a_slug("part", &name.value));
        return None;
    }
    Some(ScenePart { part: name.value, at: at?, scale, flip, colours, expression, pose, line: table.line() })
}
