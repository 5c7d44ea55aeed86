//! The clips of the written sessions against their storyboards in `script/film`. Looks at no picture.

use std::{fs, path::Path};

use lembar::engine::{session::Session, time::Ms};
use toml::{Table, Value};

use super::{content, pack, read_toml, tables, texts, written};

/// Largest clip, bytes.
const LARGEST: u64 = 2_000_000;

fn seconds(table: &Table, key: &str) -> Option<f64> {
    let value = table.get(key)?;
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

/// Where a storyboard's film pauses, with the question; and how long it is.
fn pauses(board: &Table) -> (Vec<(Ms, String)>, f64) {
    let mut found = Vec::new();
    let mut begins = 0.0;
    for shot in tables(board, "shot") {
        if let Some(pause) = seconds(shot, "pause") {
            found.push((Ms(((begins + pause) * 1000.0).round() as u64), texts(shot, "ask").concat()));
        }
        begins += seconds(shot, "seconds").unwrap();
    }
    (found, begins)
}

/// Milliseconds of `00:01:02,345`.
fn stamp(text: &str) -> u64 {
    let fields: Vec<u64> = text.trim().split([':', ',']).map(|field| field.parse().unwrap()).collect();
    let [hours, minutes, seconds, milliseconds] = fields[..] else { panic!("{text}") };
    ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

fn check(session: &Session, board: &Table) {
    let id = &session.id;
    let file = texts(board, "file").concat();
    let folder = content().join("sessions").join(id.as_str());
    let clip = folder.join(format!("{file}.mp4"));
    assert!(fs::metadata(&clip).unwrap().len() <= LARGEST, "{} is large", clip.display());

    let (pauses, length) = pauses(board);
    assert!((60.0..=90.0).contains(&length), "{id}: {length} s");
    let shown: Vec<_> = session
        .steps
        .iter()
        .flat_map(|step| &step.pages)
        .filter_map(|page| page.clip.as_ref())
        .filter(|shown| shown.file == format!("{file}.mp4"))
        .collect();
    let [shown] = shown[..] else { panic!("{id}: {} pages show {file}", shown.len()) };
    let asked: Vec<(Ms, String)> = shown.pauses.iter().map(|pause| (pause.at, pause.ask.clone())).collect();
    assert!(
        !asked.is_empty() && asked == pauses,
        "{id}: session.toml pauses at {asked:?}, the storyboard at {pauses:?}"
    );

    let mut before = 0;
    for line in fs::read_to_string(folder.join(format!("{file}.srt"))).unwrap().lines() {
        if let Some((from, to)) = line.split_once("-->") {
            let (from, to) = (stamp(from), stamp(to));
            assert!(before <= from && from < to && to as f64 <= length * 1000.0, "{id}: {line}");
            before = to;
        }
    }
    assert!(before > 0, "{id}: no subtitles");
    for music in board.get("music").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table) {
        let name = texts(music, "file").concat();
        assert!(content().join(format!("sounds/{name}.ogg")).is_file(), "{id}: {name}");
    }
}

#[test]
fn a_written_session_has_a_film_that_pauses_where_its_storyboard_says() {
    let boards = Path::new(env!("CARGO_MANIFEST_DIR")).join("script/film");
    let pack = pack();
    for session in written(&pack) {
        check(session, &read_toml(&boards.join(format!("{}.toml", session.id))));
    }
}
