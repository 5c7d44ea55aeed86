//! What a written session must have, as a list of what is missing: tried on the real sessions, and on copies from which something was taken.

use std::{fs, path::Path};

use lembar::{
    engine::{
        plan::DEFAULT_LENGTH,
        session::{ScriptKind, Session},
    },
    pack,
};
use toml::{Table, Value};

use super::{content, read_toml, tables, texts, written};

/// Pages of a written session, its clip counted, the checks not.
const PAGES: std::ops::RangeInclusive<usize> = 14..=20;
const QUESTIONS: std::ops::RangeInclusive<usize> = 8..=10;
const FAQ: std::ops::RangeInclusive<usize> = 5..=8;
const CHECKS: std::ops::RangeInclusive<usize> = 2..=3;
/// Words of the background: one page printed small, two printed large.
const BACKGROUND: std::ops::RangeInclusive<usize> = 250..=900;
/// Words that claim something about law, help lines, doses or what an office says. Whole words.
const CLAIMS: [&str; 16] = [
    "110",
    "112",
    "119",
    "129",
    "157",
    "171",
    "undang-undang",
    "who",
    "unicef",
    "kementerian",
    "kemenkes",
    "ojk",
    "lps",
    "mililiter",
    "tablet",
    "pasal",
];

/// What a session lacks, in words; `root` is the pack's folder.
fn gaps(root: &Path, session: &Session) -> Vec<String> {
    let folder = root.join(format!("sessions/{}", session.id));
    let mut gaps = parts(session);
    gaps.extend(learning(session));
    gaps.extend(handouts(&folder));
    for name in ["session.toml", "learn.toml"] {
        for (key, what) in
            [("step", "a step"), ("question", "a quiz question"), ("faq", "an answer"), ("check", "a check")]
        {
            for table in tables(&read_toml(&folder.join(name)), key) {
                unsourced(table, what, &mut gaps);
            }
        }
    }
    gaps
}

fn gap(gaps: &mut Vec<String>, missing: bool, what: impl Into<String>) {
    if missing {
        gaps.push(what.into());
    }
}

fn parts(session: &Session) -> Vec<String> {
    let mut gaps = Vec::new();
    let minutes: u16 = session.steps.iter().map(|step| step.minutes).sum();
    gap(&mut gaps, minutes != DEFAULT_LENGTH, format!("the plan sums to {minutes} minutes"));
    let weights: Vec<u8> = session.steps.iter().map(|step| step.weight).collect();
    gap(&mut gaps, weights.windows(2).all(|pair| pair[0] == pair[1]), "all steps weigh the same");
    gap(&mut gaps, !session.steps.iter().any(|step| step.must), "no step is a must");
    gap(&mut gaps, session.materials.is_empty(), "no materials");
    gap(&mut gaps, session.before.is_empty(), "nothing to do before the day");
    gap(&mut gaps, session.home_practice.is_empty(), "no home practice");
    gap(&mut gaps, !session.home_question.contains('?'), "the home practice has no question");
    let pages: Vec<_> = session.steps.iter().flat_map(|step| &step.pages).collect();
    gap(&mut gaps, !PAGES.contains(&pages.len()), format!("{} pages", pages.len()));
    for page in &pages {
        gap(&mut gaps, page.script.is_empty(), format!("{} has no script", page.id));
    }
    let all =
        [ScriptKind::Say, ScriptKind::Ask, ScriptKind::Expect, ScriptKind::Do, ScriptKind::Stress, ScriptKind::If];
    for kind in all {
        let there = pages.iter().flat_map(|page| &page.script).any(|block| block.kind == kind);
        gap(&mut gaps, !there, format!("nothing in its scripts is {kind:?}"));
    }
    let pauses = pages.iter().filter_map(|page| page.clip.as_ref()).map(|clip| clip.pauses.len());
    gap(&mut gaps, pauses.sum::<usize>() == 0, "no clip with a pause");
    gaps
}

fn learning(session: &Session) -> Vec<String> {
    let Some(learn) = &session.learn else { return vec!["no learn.toml".to_owned()] };
    let mut gaps = Vec::new();
    let words: usize = learn.background.iter().map(|text| text.split_whitespace().count()).sum();
    gap(&mut gaps, !BACKGROUND.contains(&words), format!("a background of {words} words"));
    gap(&mut gaps, learn.technique.is_none() || learn.technique_note.is_empty(), "no note on the technique");
    gap(&mut gaps, !QUESTIONS.contains(&learn.questions.len()), format!("{} quiz questions", learn.questions.len()));
    gap(&mut gaps, !FAQ.contains(&learn.faq.len()), format!("{} of families' questions", learn.faq.len()));
    gap(&mut gaps, !CHECKS.contains(&learn.checks.len()), format!("{} checks", learn.checks.len()));
    for question in &learn.questions {
        let sound = question.answer < question.choices.len() && !question.why.trim().is_empty();
        gap(&mut gaps, !sound, format!("\"{}\" has no valid answer", question.ask));
    }
    gaps
}

fn handouts(folder: &Path) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder.join("handouts")).into_iter().flatten() {
        let handout = read_toml(&entry.unwrap().path());
        count += 1;
        let whole = handout.contains_key("source");
        for block in tables(&handout, "block").into_iter().filter(|_| !whole) {
            unsourced(block, "a handout", &mut gaps);
        }
    }
    gap(&mut gaps, count == 0, "no handout");
    gaps
}

/// Claims that name no source: each table answers for its own words.
fn unsourced(table: &Table, what: &str, gaps: &mut Vec<String>) {
    let words = table.iter().filter(|(key, _)| !["source", "scene", "scenes", "id"].contains(&key.as_str()));
    let mut said = String::new();
    words.for_each(|(_, value)| say(value, &mut said));
    let said = said.to_lowercase();
    let mut words = said.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    if let Some(claim) = words.find(|word| CLAIMS.contains(word)).filter(|_| texts(table, "source").is_empty()) {
        gaps.push(format!("{what} says \"{claim}\" without a source"));
    }
    for page in tables(table, "page") {
        unsourced(page, "a page", gaps);
    }
}

fn say(value: &Value, said: &mut String) {
    match value {
        Value::String(text) => {
            said.push(' ');
            said.push_str(text);
        }
        Value::Array(values) => values.iter().for_each(|value| say(value, said)),
        _ => {}
    }
}

#[test]
fn nothing_is_missing_in_a_written_session() {
    let pack = super::pack();
    let written = written(&pack);
    assert!(written.len() >= 4, "{} written sessions", written.len());
    for session in written {
        assert_eq!(gaps(&content(), session), Vec::<String>::new(), "{}", session.id);
    }
}

/// Copies `names` of the content, folders with what is in them.
fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// File of the session, what is changed everywhere in it, into what, what is then said to be missing; empty = anything.
const TAKEN: [(&str, &str, &str, &str); 8] = [
    ("session.toml", "id = \"inti-1\"\ntitle = \"Inti 1: merawat anak sakit\"\nminutes = 31", "id = \"inti-1\"", ""),
    ("session.toml", "Ibu? Siapa yang paling rajin memakainya?", "Ibu.", "the home practice has no question"),
    (
        "session.toml",
        "[[step.page.pause]]\nat = 23.8\nask = \"Diberi minum atau jangan?\"\n",
        "",
        "no clip with a pause",
    ),
    (
        "session.toml",
        "source = [\"terapi-a-diare\", \"kemenkes-zinc-2016\", \"oralit-satu-hari\"]\n",
        "",
        "a page says",
    ),
    ("learn.toml", "\nanswer = 2", "\nanswer = 9", "quiz questions"),
    ("learn.toml", "[[faq]]", "[[question]]", "0 of families' questions"),
    ("learn.toml", "technique = ", "teknik = ", "no note on the technique"),
    ("handouts/merawat-diare.toml", "source = [\"terapi-a-diare\", \"oralit-satu-hari\"]\n", "", "a handout says"),
];

#[test]
fn what_is_taken_from_a_copy_is_missed() {
    const ID: &str = "m3-s3";
    let dir = tempfile::tempdir().unwrap();
    for name in ["pack.toml", "catalogue.toml", "plan.toml", "sources.toml", "demo.toml", "scenes", "games"] {
        copy(&content().join(name), &dir.path().join(name));
    }
    let folder = dir.path().join("sessions").join(ID);
    copy(&content().join("sessions").join(ID), &folder);
    let now = || {
        let pack = pack::load(dir.path());
        let session = pack.sessions.iter().find(|session| session.id.as_str() == ID).unwrap().clone();
        gaps(dir.path(), &session)
    };
    assert_eq!(now(), Vec::<String>::new(), "the copy is whole");
    for (file, from, to, missed) in TAKEN {
        let path = folder.join(file);
        let sound = fs::read_to_string(&path).unwrap();
        assert!(sound.contains(from), "{file} no longer has {from:?}");
        fs::write(&path, sound.replace(from, to)).unwrap();
        let found = now();
        assert!(found.iter().any(|gap| gap.contains(missed)), "{from:?}: {found:?}");
        fs::write(&path, sound).unwrap();
    }
    fs::remove_dir_all(folder.join("handouts")).unwrap();
    assert!(now().contains(&"no handout".to_owned()));
}
