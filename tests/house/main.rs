//! The rules of the house as a test: which room may import which, which crate lives where, who may ask what time it is.
//! Reads the source as words (see [`words`]), so a name in a comment or a sentence is nobody's import.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a file of ours that cannot be read stops the test")]

mod glyphs;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

use words::{Source, Used};

/// A room and the paths it may use of the others; a path allows everything below it. `main` and `lib` are the two files outside all rooms.
const ROOMS: [(&str, &[&str]); 17] = [
    ("engine", &[]),
    ("text", &["engine"]),
    ("clock", &["engine"]),
    ("platform", &[]),
    ("disk", &[]),
    ("typeset", &["engine", "text"]),
    ("pack", &["engine", "text", "typeset", "disk"]),
    ("store", &["engine", "text", "disk"]),
    ("media", &["engine", "text", "typeset", "pack", "clock", "disk"]),
    (
        "bin",
        &["media::video::wire", "pack::borrowed", "pack::pdf", "platform::pipe", "sheets::read", "sheets::workbook"],
    ),
    ("report", &["engine", "text", "typeset"]),
    ("sheets", &["engine", "text"]),
    ("ui", &["engine", "text", "typeset::geometry", "typeset::palette"]),
    ("app", EVERYTHING),
    ("cli", EVERYTHING),
    ("main", &["cli"]),
    ("lib", EVERYTHING),
];
const EVERYTHING: &[&str] = &[
    "engine", "text", "clock", "disk", "platform", "typeset", "pack", "store", "media", "report", "sheets", "ui",
    "app", "cli",
];

/// Crates that live in few rooms, so that the others stay free of windows, files and devices.
const CRATES: [(&str, &[&str]); 15] = [
    ("egui", &["ui", "app"]),
    ("eframe", &["ui", "app", "platform"]),
    ("egui_material_icons", &["ui", "app"]),
    ("winit", &["app", "platform"]),
    ("rustix", &["platform"]),
    ("rusqlite", &["store"]),
    ("rodio", &["media"]),
    ("ffmpeg_the_third", &["bin"]),
    ("krilla", &["report"]),
    ("krilla_svg", &["report"]),
    ("hayro", &["bin"]),
    ("calamine", &["sheets"]),
    ("csv", &["sheets"]),
    ("encoding_rs", &["sheets"]),
    ("rust_xlsxwriter", &["sheets"]),
];

/// What asks the machine for the time; only `clock` may.
const TIME: [&str; 4] = ["Instant::now", "SystemTime::now", "Zoned::now", "Timestamp::now"];

/// The one file with `unsafe`.
const UNSAFE: &str = "platform/canvas.rs";

/// Longer files have more than one subject.
const LONGEST: usize = 500;

#[test]
fn the_rooms_keep_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(files.len() > 10, "the source is in {}", root.display());
    let faults: Vec<String> = files.iter().flat_map(|(path, text)| faults(path, text)).collect();
    assert!(faults.is_empty(), "{} against the rules of the house:\n{}\n", faults.len(), faults.join("\n"));
}

/// Every `.rs` below `dir` with its path from `src/`, sorted.
fn collect(dir: &Path, files: &mut Vec<(PathBuf, String)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            files.push((path.strip_prefix(root).unwrap().to_owned(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What in this file is against the rules, one sentence each: `src/engine/x.rs:7: …`.
fn faults(path: &Path, text: &str) -> Vec<String> {
    let name = path.display();
    let first = path.iter().next().unwrap().to_string_lossy();
    let room = first.trim_end_matches(".rs");
    let mut faults = Vec::new();

    if !text.starts_with("//!") {
        faults.push(format!("src/{name}:1: does not begin with `//!`: say what lives here and what does not"));
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        faults.push(format!("src/{name}:{lines}: {lines} lines, at most {LONGEST}: it has more than one subject"));
    }
    if path.file_stem().is_some_and(|stem| stem == "util" || stem == "utils") {
        faults.push(format!("src/{name}:1: a name that says nothing"));
    }
    if name.to_string() != UNSAFE && text.contains("(unsafe_code") {
        faults.push(format!("src/{name}:1: allows `unsafe`; only src/{UNSAFE} may, which calls OpenGL"));
    }
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        faults.push(format!("src/{name}:1: `{room}` is not a room of the house"));
        return faults;
    };
    for Used { path: used, line } in Source::read(path, text).used() {
        if let Some(fault) = against(room, allowed, &used) {
            faults.push(format!("src/{name}:{line}: {fault}"));
        }
    }
    faults
}

/// Why `room` may not use this path, if it may not.
fn against(room: &str, allowed: &[&str], used: &str) -> Option<String> {
    if let Some(ours) = used.strip_prefix("crate::") {
        let other = ours.split("::").next().unwrap_or_default();
        // Names at the top that are no room (`lib.rs` has none, a macro might be one) are not ours to judge.
        let is_room = ROOMS.iter().any(|(known, _)| *known == other);
        let fine = !is_room || other == room || allowed.iter().any(|allowed| within(ours, allowed));
        return (!fine).then(|| format!("`{room}` uses `{ours}`; it may use {}", list(allowed)));
    }
    let name = used.split("::").next().unwrap_or_default();
    if let Some((_, rooms)) = CRATES.iter().find(|(known, _)| *known == name) {
        return (!rooms.contains(&room))
            .then(|| format!("`{room}` uses the crate `{name}`; that lives in {}", list(rooms)));
    }
    let asks = TIME.iter().find(|asks| used == **asks || used.ends_with(&format!("::{asks}")));
    asks.filter(|_| room != "clock").map(|asks| format!("`{room}` asks `{asks}`; only `clock` knows what time it is"))
}

/// Whether `path` is `allowed` or lies below it.
fn within(path: &str, allowed: &str) -> bool {
    path.strip_prefix(allowed).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "nothing of ours".to_owned() } else { names.join(", ") }
}

/// The rules find what they are for: a sample with every fault, and one with none that looks as if it had.
#[test]
fn a_bad_sample_is_found_out() {
    let bad = "use crate::{\n    engine::time::Ms,\n    store::{self, journal},\n};\n\
        fn f() { let _ = (crate::ui::theme::INK, std::time::Instant::now()); }\n\
        mod tests {\n    use super::super::app::Core;\n    use rusqlite as sql;\n}\n";
    let found = faults(Path::new("media/pictures.rs"), bad);
    let begins = |start: &str| found.iter().filter(|fault| fault.starts_with(start)).count();
    assert_eq!(begins("src/media/pictures.rs:1: does not begin"), 1, "{found:#?}");
    assert_eq!(begins("src/media/pictures.rs:3: `media` uses `store"), 2, "{found:#?}");
    assert_eq!(begins("src/media/pictures.rs:5: `media` uses `ui::theme::INK`"), 1, "{found:#?}");
    assert_eq!(begins("src/media/pictures.rs:5: `media` asks `Instant::now`"), 1, "{found:#?}");
    assert_eq!(begins("src/media/pictures.rs:8: `media` uses the crate `rusqlite`"), 1, "{found:#?}");

    let climbing = "//! Doc.\nmod tests { use super::super::super::app::Core; }\n";
    assert_eq!(faults(Path::new("media/pictures.rs"), climbing).len(), 1);
    assert_eq!(faults(Path::new("attic/x.rs"), "//! Doc.\n"), ["src/attic/x.rs:1: `attic` is not a room of the house"]);
    assert_eq!(faults(Path::new("ui/page.rs"), "//! D.\nuse crate::typeset::{boxes, palette::INK};\n").len(), 1);
    assert_eq!(faults(Path::new("main.rs"), "//! D.\nuse lembar::{cli, store};\n").len(), 1);
    let unsafe_one = "//! D.\n#![allow(unsafe_code, reason = \"quick\")]\n";
    assert_eq!(faults(Path::new("ui/page.rs"), unsafe_one).len(), 1);
    let long = format!("//! Doc.\n{}", "\n".repeat(LONGEST));
    assert_eq!(faults(Path::new("ui/page.rs"), &long).len(), 1);

    let good = "//! Speaks of crate::store::X and Instant::now.\nuse super::time::Ms; // not crate::ui\n\
        /* nor /* egui::Ui */ rusqlite::X */\nconst S: &str = \"crate::app \\\" egui::Ui\";\n\
        const R: &str = r#\"rodio::Sink \" \"#;\nfn f<'a>(c: &'a char) -> bool { *c == '\"' || store::is(c) }\n";
    assert_eq!(faults(Path::new("engine/plan.rs"), good), Vec::<String>::new());
}
