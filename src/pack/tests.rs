//! What loading and checking promise: every fault with file and line, nothing takes anything else down, no bytes crash it.

use proptest::prelude::*;

use super::*;
use crate::{
    engine::{
        scene::Base,
        session::{Module, ScriptKind},
    },
    pack::sample::{pack, session, write},
    typeset::font::Fonts,
};

/// Line of the first line of `text` that contains `needle`, counted from 1.
fn line_of(text: &str, needle: &str) -> Option<u32> {
    text.lines().position(|line| line.contains(needle)).map(|index| index as u32 + 1)
}

/// The faults of the sound pack after `file`'s `from` became `to`.
fn faults(file: &str, from: &str, to: &str) -> (Vec<Diagnostic>, String) {
    let dir = pack();
    let text = std::fs::read_to_string(dir.path().join(file)).unwrap();
    assert!(text.contains(from), "{from} is not in {file}");
    let text = text.replacen(from, to, 1);
    write(dir.path(), file, &text);
    (check(dir.path()), text)
}

#[test]
fn a_sound_pack_has_no_faults_and_everything_is_there() {
    let dir = pack();
    assert_eq!(check(dir.path()), []);
    let pack = load(dir.path());
    assert_eq!(pack.sessions.len(), 2);
    let written = &pack.sessions[0];
    assert!(!written.outline_only);
    assert_eq!(written.goal, "Menjadi contoh.");
    assert_eq!(written.home_question, "Apa pujiannya?");
    assert_eq!(written.module_title, "Pengasuhan");
    assert_eq!(written.steps.iter().map(|step| step.pages.len()).collect::<Vec<_>>(), [1, 10]);
    let activity = written.steps[1].pages.iter().find(|page| page.id.as_str() == "activity").unwrap();
    assert_eq!((activity.countdown_s, activity.script[0].kind), (Some(180), ScriptKind::Say));
    assert_eq!(pack.demo.names, ["Siti", "Rahma"]);
    assert_eq!(pack.games[0].how.len(), 2);
}

#[test]
fn a_session_without_files_is_a_guided_plan_with_a_cover() {
    let dir = pack();
    let pack = load(dir.path());
    let outline = &pack.sessions[1];
    assert!(outline.outline_only);
    assert_eq!(outline.steps.iter().map(|step| step.pages.len()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(outline.steps[0].script[0].text, "Hari ini tentang Memahami Perkembangan dan Perilaku Anak.");
    let cover = Base::Page(outline.id.clone(), outline.steps[0].pages[0].id.clone());
    assert!(pack.svg(&cover, outline.module, (1024, 768)).contains("Perkembangan"));
}

/// One fault: what is spoilt, where it shows (a piece of the line), what the hint says.
const FAULTS: [(&str, &str, &str, &str, &str); 30] = [
    ("pack.toml", "version", "versi", "versi", "Maksudnya “version”"),
    ("pack.toml", "id = \"m1\"", "id = \"m9\"", "id = \"m9\"", "Maksudnya “m1”"),
    ("catalogue.toml", "id = \"m1-s2\"", "id = \"m1-s1\"", "", "Beri nama lain"),
    ("catalogue.toml", "id = \"m1-s2\"", "id = \"../etc\"", "../etc", "huruf kecil"),
    ("plan.toml", "minutes = 100", "minutes = 90", "[[step]]", "tambah 10 menit"),
    ("plan.toml", "weight = 6", "weight = 11", "weight = 11", "antara 0 dan 10"),
    ("plan.toml", "min_minutes = 5", "min_minutes = 25", "min_minutes = 25", "paling besar 20"),
    ("plan.toml", "role = \"plain\"", "role = \"plein\"", "plein", "Maksudnya “plain”"),
    ("plan.toml", "must = false", "must = \"ya\"", "must = \"ya\"", "must = true"),
    ("sessions/m1-s1/session.toml", "headline = \"Anak", "hedline = \"Anak", "hedline", "Maksudnya “headline”"),
    ("sessions/m1-s1/session.toml", "layout = \"story\"", "layout = \"stori\"", "stori", "Maksudnya “story”"),
    ("sessions/m1-s1/session.toml", "id = \"question\"", "id = \"message\"", "", "yang kedua ini"),
    ("sessions/m1-s1/session.toml", "scene = \"tenang\"", "scene = \"tennang\"", "", "Maksudnya “tenang”"),
    (
        "sessions/m1-s1/session.toml",
        "scene = \"tenang\"",
        "source = [\"kiaa\"]\nscene = \"tenang\"",
        "kiaa",
        "Maksudnya “kia”",
    ),
    ("sessions/m1-s1/session.toml", "script = \"Katakan: cover.\"\n", "", "", "script ="),
    ("sessions/m1-s1/session.toml", "Katakan: cover.", "Halo semua", "Halo semua", "Mulai dengan Katakan"),
    ("sessions/m1-s1/session.toml", "Katakan: cover.", "Katakn: cover.", "Katakn", "Maksudnya “Katakan:”"),
    ("sessions/m1-s1/session.toml", "countdown = 180", "countdown = 1", "countdown", "antara 5 dan 3600"),
    ("sessions/m1-s1/session.toml", "\"Anak meniru kita\"", "\"a b c d e f g h i j k l\"", "a b c d", "Pendekkan"),
    ("sessions/m1-s1/session.toml", "\"Anak meniru kita\"", "\"Pertanggungjawabankeluarga\"", "", "Pendekkan"),
    ("sessions/m1-s1/session.toml", "\"Anak meniru kita\"", "\"Anak 漢\"", "", "huruf biasa"),
    (
        "sessions/m1-s1/session.toml",
        "words = [\"Satu\", \"Dua\"]",
        "words = [\"Satu\"]",
        "words = [\"Satu\"]",
        "Sesuaikan",
    ),
    ("sessions/m1-s1/session.toml", "id = \"inti\"\n", "id = \"intii\"\n", "intii", "Maksudnya “inti”"),
    ("sessions/m1-s1/session.toml", "goal = \"M", "goal = M", "goal", "tanda kutip"),
    ("scenes/tenang.toml", "at = [800, 950]", "at = [800]", "at = [800]", "at = [800, 900]"),
    ("scenes/tenang.toml", "ground = \"teras\"", "ground = \"terass\"", "terass", "Maksudnya “ground/teras”"),
    ("scenes/tenang.toml", "orang/ibu", "orang/ibuk", "[[part]]", "Maksudnya “orang/ibu”"),
    ("games/tepuk-nama.toml", "seconds = 180", "seconds = 1", "seconds", "antara 10 dan 1800"),
    ("games/tepuk-nama.toml", "seconds = 180", "seconds = 180\nsound = \"tepukan\"", "sound", "folder sounds"),
    ("games/tepuk-nama.toml", "kind = \"energiser\"", "kind = \"energizer\"", "energizer", "Maksudnya “energiser”"),
];

#[test]
fn every_kind_of_fault_is_found_with_file_line_and_hint() {
    for (file, from, to, place, hint) in FAULTS {
        let (found, text) = faults(file, from, to);
        let expected_line = line_of(&text, place).filter(|_| !place.is_empty());
        let fits = |d: &Diagnostic| {
            d.file == file
                && d.hint.contains(hint)
                && d.line.is_some()
                && (expected_line.is_none() || d.line == expected_line)
        };
        assert!(found.iter().any(fits), "{file}: {from} → {to}, line {expected_line:?}: {found:#?}");
    }
}

#[test]
fn all_faults_of_a_file_are_reported_at_once() {
    let dir = pack();
    let text = session()
        .replace("headline = \"Anak", "hedline = \"Anak")
        .replace("countdown = 180", "countdown = \"x\"")
        .replace("Katakan: table.", "table");
    write(dir.path(), "sessions/m1-s1/session.toml", &text);
    let found = check(dir.path());
    let lines: std::collections::BTreeSet<_> = found.iter().filter_map(|d| d.line).collect();
    for spoilt in ["hedline", "countdown", "script = \"table\""] {
        assert!(lines.contains(&line_of(&text, spoilt).unwrap()), "{spoilt}: {found:#?}");
    }
}

#[test]
fn a_broken_session_falls_back_and_takes_no_other_down() {
    for broken in ["[[step]\n".into(), "x = 1\n".into(), String::new(), "\u{0}".into(), "a".repeat(1_100_000)] {
        let dir = pack();
        write(dir.path(), "sessions/m1-s1/session.toml", &broken);
        let pack = load(dir.path());
        assert_eq!(pack.sessions.len(), 2);
        assert!(pack.sessions[0].outline_only, "{}", &broken[..broken.len().min(20)]);
        assert_eq!(pack.sessions[0].steps.len(), 2);
        assert!(
            pack.diagnostics.iter().any(|d| d.severity == Severity::Error && d.file == "sessions/m1-s1/session.toml")
        );
    }
}

#[test]
fn missing_files_are_named_and_sessions_still_run() {
    for file in ["pack.toml", "catalogue.toml", "plan.toml"] {
        let dir = pack();
        std::fs::remove_file(dir.path().join(file)).unwrap();
        let pack = load(dir.path());
        assert!(pack.diagnostics.iter().any(|d| d.file == file && d.line.is_none()), "{file}");
        assert!(pack.sessions.iter().all(|session| !session.steps.is_empty()));
    }
    let dir = pack();
    let nowhere = check(&dir.path().join("tidak-ada"));
    assert_eq!(nowhere.len(), 1);
    assert_eq!(report(&nowhere, Form::Human).1, 1);
}

#[test]
fn a_stray_session_folder_is_named() {
    let dir = pack();
    std::fs::create_dir_all(dir.path().join("sessions/m1-s3")).unwrap();
    let found = check(dir.path());
    assert_eq!(found.iter().map(|d| d.file.as_str()).collect::<Vec<_>>(), ["sessions/m1-s3"]);
}

#[test]
fn a_headline_too_long_for_its_size_is_a_warning_while_it_can_be_read() {
    let (found, _) = faults(
        "sessions/m1-s1/session.toml",
        "\"Siapa panutan anak?\"",
        "\"Siapakah yang menjadi panutan bagi anak kita?\"",
    );
    assert!(!found.is_empty() && found.iter().all(|d| d.severity == Severity::Warning), "{found:#?}");
}

#[test]
fn pictures_take_their_share_of_every_page() {
    let dir = pack();
    let pack = load(dir.path());
    let fonts = Fonts::new();
    for (name, base, module) in pack.gallery() {
        if name.contains("table") {
            continue;
        }
        // Titles nobody chose for the wall and lists may take more; captions cost a little.
        let more = ["m1-s2", "steps", "stage/", "/cek-", "/jawaban-"].iter().any(|part| name.contains(part));
        for size in [(800, 600), (1024, 768), (1366, 768), (1280, 800), (1920, 1080), (768, 1024)] {
            let share = pack.typeset(&fonts, &base, module, size).picture_share;
            let least = if more {
                0.5
            } else if name.contains("story") || name.contains("compare") {
                0.53
            } else {
                0.595
            };
            assert!(share >= least, "{name} at {size:?}: {share}");
        }
    }
}

#[test]
fn unknown_pages_and_an_empty_pack_still_give_a_page() {
    let pack = Pack::empty();
    for base in [Base::Page("x".into(), "y".into()), Base::Calm, Base::Game("z".into()), Base::Introductions] {
        assert!(pack.svg(&base, Module::Adaptive, (1024, 768)).starts_with("<svg"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_bytes_crash_the_loader(bytes in proptest::collection::vec(any::<u8>(), 0..400), which in 0..8usize) {
        let dir = pack();
        write(dir.path(), file(which), bytes);
        let pack = load(dir.path());
        prop_assert!(pack.sessions.iter().all(|session| !session.steps.is_empty()));
    }

    #[test]
    fn no_torn_file_crashes_the_loader(cut in 0.0..1.0f64, insert in "[\\[\\]\"=a-z0-9 {}\n.-]{0,12}", which in 0..8usize) {
        let dir = pack();
        let mut text = std::fs::read_to_string(dir.path().join(file(which))).unwrap();
        let at = (0..=text.len()).rev().find(|at| text.is_char_boundary(*at) && *at as f64 <= cut * text.len() as f64);
        text.insert_str(at.unwrap_or_default(), &insert);
        write(dir.path(), file(which), &text);
        let pack = load(dir.path());
        for (_, base, module) in pack.gallery() {
            prop_assert!(pack.svg(&base, module, (320, 240)).ends_with("</svg>"));
        }
        prop_assert!(pack.sessions.iter().all(|session| !session.steps.is_empty()));
    }
}

fn file(which: usize) -> &'static str {
    [
        "pack.toml",
        "catalogue.toml",
        "plan.toml",
        "sessions/m1-s1/session.toml",
        "scenes/tenang.toml",
        "games/tepuk-nama.toml",
        "parts/orang/ibu.svg",
        "sessions/m1-s1/learn.toml",
    ][which]
}

#[test]
fn a_page_is_whole_when_everything_it_shows_is_there() {
    let dir = pack();
    let whole = |id: &str| {
        let pack = load(dir.path());
        let session = pack.session(&id.into()).unwrap().clone();
        let pages = session.steps.iter().flat_map(|step| &step.pages);
        let whole = pages.filter(|page| pack.is_whole(&session.id, &page.id)).count();
        (whole, pack.is_replaced(&session))
    };
    assert_eq!((whole("m1-s1"), whole("m1-s2")), ((11, false), (1, false)));
    let part = std::fs::read_dir(dir.path().join("parts")).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_dir_all(part).unwrap();
    let holes = whole("m1-s1");
    assert!(holes.0 < 11 && !holes.1, "{holes:?}");
    write(dir.path(), "sessions/m1-s1/session.toml", "not = [toml");
    assert!(whole("m1-s1").1);
}
