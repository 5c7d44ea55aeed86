//! The real content: complete, without a fault, every session can be led from beginning to end, every page is drawn.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod film;
mod whole;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use lembar::{
    engine::{
        hands::CheckPart,
        plan::{DEFAULT_LENGTH, LENGTH_RANGE, PlannedPage, run_sheet},
        scene::Base,
        session::{Module, ScriptKind, Session},
        time::Ms,
    },
    media::pictures::{PictureKey, Renderer},
    pack::{self, Pack},
};
use toml::{Table, Value};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn pack() -> Pack {
    pack::load(&content())
}

#[test]
fn nothing_is_wrong_with_it() {
    let found = pack::check(&content());
    let (report, _) = pack::report(&found, pack::Form::Human);
    assert!(found.is_empty(), "{report}");
}

#[test]
fn all_sessions_of_the_programme_are_in_the_catalogue_and_sum_to_120_minutes() {
    let pack = pack();
    let count = |module| pack.sessions.iter().filter(|session| session.module == module).count();
    let core = [Module::M1, Module::M2, Module::M3, Module::M4, Module::M5].map(count);
    assert_eq!(core, [4, 3, 3, 2, 2], "the 14 core sessions");
    assert_eq!(count(Module::M6), 15, "the stunting sessions");
    assert!(count(Module::Adaptive) >= 1, "materi adaptif");
    for session in &pack.sessions {
        let minutes: u16 = session.steps.iter().map(|step| step.minutes).sum();
        assert_eq!(minutes, DEFAULT_LENGTH, "{}", session.id);
        assert!(!session.title.is_empty() && !session.goal.is_empty(), "{}", session.id);
    }
}

#[test]
fn the_shelves_for_learning_are_full() {
    let shelf = pack().shelf;
    assert!(shelf.problems.len() >= 20, "{} problem cards", shelf.problems.len());
    let ids: BTreeSet<&str> = shelf.problems.iter().map(|problem| problem.id.as_str()).collect();
    assert_eq!(ids.len(), shelf.problems.len(), "one id each");
    assert!(
        shelf.problems.iter().all(|problem| problem.choices.iter().any(|choice| !choice.good)),
        "something to weigh"
    );
    let techniques: BTreeSet<_> = shelf.techniques.iter().map(|guide| format!("{:?}", guide.technique)).collect();
    assert_eq!(techniques.len(), 7);
    assert!((10..=12).contains(&shelf.observation.len()));
    assert!(shelf.glossary.len() >= 30);
    for technique in pack().sessions.iter().filter_map(|session| session.learn.as_ref()?.technique) {
        assert!(shelf.techniques.iter().any(|guide| guide.technique == technique), "{technique:?}");
    }
}

#[test]
fn every_session_can_be_led_from_beginning_to_end_at_any_length() {
    for session in &pack().sessions {
        for length in [*LENGTH_RANGE.start(), 90, DEFAULT_LENGTH, *LENGTH_RANGE.end()] {
            let sheet = run_sheet(session, length, None);
            assert_eq!(sheet.length(), Ms::minutes(u64::from(length)), "{} at {length}", session.id);
            let mut place = sheet.first_of(0).unwrap();
            let mut turned = 1;
            while let Some(next) = sheet.after(place) {
                place = next;
                turned += 1;
            }
            // A very short meeting leaves optional steps out, and Next passes over them.
            let held = |step: u16| sheet.steps.get(usize::from(step)).is_some_and(|step| step.planned > Ms::ZERO);
            assert_eq!(turned, sheet.places().filter(|place| held(place.step)).count(), "{} at {length}", session.id);
            let kept = sheet.steps.iter().filter(|step| step.planned > Ms::ZERO).count();
            assert!(kept == session.steps.len() || length < 90, "{} at {length}", session.id);
        }
        for step in &session.steps {
            let own = step.pages.iter().all(|page| !page.script.is_empty());
            // A page without a script of its own shows its step's.
            assert!(!step.script.is_empty() || own && !step.pages.is_empty(), "{} {}", session.id, step.id);
        }
    }
}

fn read_toml(path: &Path) -> Table {
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The tables of a list; none where there is no such list.
fn tables<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table).collect()
}

/// A text, or the texts of a list.
fn texts<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    match table.get(key) {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(texts)) => texts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whatever stands under a key for sources, however deep.
fn gather_sources(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for key in ["source", "background_source"] {
                out.extend(texts(table, key).into_iter().map(str::to_owned));
            }
            table.values().for_each(|value| gather_sources(value, out));
        }
        Value::Array(values) => values.iter().for_each(|value| gather_sources(value, out)),
        _ => {}
    }
}

fn is_scene(dir: &Path, name: &str) -> bool {
    dir.join(format!("{name}.toml")).is_file()
}

fn all_differ<T: Ord>(things: impl IntoIterator<Item = T>) -> bool {
    let things: Vec<T> = things.into_iter().collect();
    let count = things.len();
    things.into_iter().collect::<BTreeSet<T>>().len() == count
}

fn all_same<T: PartialEq>(things: impl IntoIterator<Item = T>) -> bool {
    let things: Vec<T> = things.into_iter().collect();
    things.windows(2).all(|pair| pair[0] == pair[1])
}

fn written(pack: &Pack) -> Vec<&Session> {
    pack.sessions.iter().filter(|session| !session.outline_only).collect()
}

#[test]
fn a_written_session_fills_the_two_hours_and_shows_a_picture_with_every_page() {
    let pack = pack();
    for session in written(&pack) {
        let minutes: u16 = session.steps.iter().map(|step| step.minutes).sum();
        assert_eq!(minutes, DEFAULT_LENGTH, "{}", session.id);
        let own = content().join(format!("sessions/{}/scenes", session.id));
        let file = read_toml(&content().join(format!("sessions/{}/session.toml", session.id)));
        let pages: Vec<&Table> = tables(&file, "step").into_iter().flat_map(|step| tables(step, "page")).collect();
        assert_eq!(pages.len(), session.steps.iter().map(|step| step.pages.len()).sum::<usize>(), "{}", session.id);
        for page in pages {
            let scenes: Vec<&str> = texts(page, "scene").into_iter().chain(texts(page, "scenes")).collect();
            // A table is its own picture.
            assert!(!scenes.is_empty() || page.contains_key("rows"), "{} {:?}", session.id, page.get("id"));
            for scene in scenes {
                let there = [own.clone(), content().join("scenes")].iter().any(|dir| is_scene(dir, scene));
                assert!(there, "{} {scene}", session.id);
            }
        }
    }
}

#[test]
fn a_written_session_teaches_its_facilitator() {
    let pack = pack();
    for session in written(&pack) {
        let id = &session.id;
        let learn = session.learn.as_ref().unwrap_or_else(|| panic!("{id} has no learn.toml"));
        assert!(learn.background.len() >= 5 && !learn.technique_note.is_empty(), "{id}");
        assert!(learn.technique.is_some(), "{id}");
        assert!((8..=10).contains(&learn.questions.len()), "{id}: {} questions", learn.questions.len());
        assert!((5..=8).contains(&learn.faq.len()), "{id}: {} faq", learn.faq.len());
        assert!((2..=3).contains(&learn.checks.len()), "{id}: {} checks", learn.checks.len());
        for question in &learn.questions {
            assert!((3..=4).contains(&question.choices.len()), "{id}: {}", question.ask);
            assert!(question.answer < question.choices.len() && !question.why.is_empty(), "{id}: {}", question.ask);
            assert!(all_differ(&question.choices), "{id}: {}", question.ask);
        }
        for check in &learn.checks {
            assert!(
                (2..=3).contains(&check.choices.len()) && check.answer < check.choices.len(),
                "{id}: {}",
                check.ask
            );
            assert!(all_differ(check.choices.iter().map(|choice| &choice.scene)), "{id}: {}", check.ask);
            assert!(all_differ(check.choices.iter().map(|choice| &choice.words)), "{id}: {}", check.ask);
        }
        // A group that learns that the first answer is the right one learns nothing else.
        assert!(!all_same(learn.questions.iter().map(|question| question.answer)), "{id}");
        assert!(!all_same(learn.checks.iter().map(|check| check.answer)), "{id}");
    }
}

#[test]
fn every_check_is_asked_before_the_matter_and_after_it_and_then_answered() {
    for session in written(&pack()) {
        let id = &session.id;
        let sheet = run_sheet(session, DEFAULT_LENGTH, None);
        let asked: Vec<(usize, u16, CheckPart)> = sheet
            .steps
            .iter()
            .enumerate()
            .flat_map(|(step, planned)| planned.pages.iter().map(move |page| (step, page)))
            .filter_map(|(step, page)| sheet.check_of(page).map(|(check, part, _)| (step, check, part)))
            .collect();
        let longest = |from: usize, to: usize| (from..to).map(|step| sheet.steps[step].planned).sum::<Ms>();
        for check in 0..u16::try_from(sheet.checks.len()).unwrap() {
            let parts: Vec<_> = asked.iter().filter(|(_, other, _)| *other == check).collect();
            let [(start, _, CheckPart::Start), (end, _, CheckPart::End), (answer, _, CheckPart::Answer)] = parts[..]
            else {
                panic!("{id}, check {check}: {parts:?}")
            };
            assert!(end == answer && longest(*start, *end) >= Ms::minutes(40), "{id}: {parts:?}");
        }
        for step in asked.iter().map(|(step, ..)| &session.steps[*step]) {
            let words = step.pages.iter().flat_map(|page| &page.script).filter(|block| block.kind == ScriptKind::Do);
            let mut budgeted = words.filter(|block| block.text.contains("cek") && block.text.contains("menit"));
            assert!(budgeted.next().is_some(), "{id}: {} has no minutes for the check", step.id);
        }
    }
}

#[test]
fn every_source_named_anywhere_is_listed_once() {
    let listed: Vec<String> = tables(&read_toml(&content().join("sources.toml")), "source")
        .iter()
        .map(|source| texts(source, "id").concat())
        .collect();
    assert!(all_differ(&listed), "{listed:?}");
    let mut named = Vec::new();
    for session in written(&pack()) {
        for file in ["session.toml", "learn.toml"] {
            let path = content().join(format!("sessions/{}/{file}", session.id));
            let before = named.len();
            gather_sources(&Value::Table(read_toml(&path)), &mut named);
            assert!(named.len() > before, "{} has no source", path.display());
        }
    }
    for name in &named {
        assert!(listed.contains(name), "{name} is not in sources.toml");
    }
}

#[test]
fn three_games_and_a_demo_group_of_24_different_names() {
    let pack = pack();
    assert!(pack.games.len() >= 3);
    for game in &pack.games {
        assert!((1..=4).contains(&game.how.len()) && game.seconds > 0, "{}", game.id);
    }
    let mut names = pack.demo.names.clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 24);
}

#[test]
fn every_page_is_drawn_and_no_two_look_the_same() {
    let pack = pack();
    let renderer = Renderer::new();
    let mut bases = vec![(Base::Calm, Module::M1), (Base::Introductions, Module::M1), (Base::Farewell, Module::M1)];
    bases.extend(pack.games.iter().map(|game| (Base::Game(game.id.clone()), Module::M1)));
    for session in written(&pack) {
        for page in run_sheet(session, DEFAULT_LENGTH, None).steps.iter().flat_map(|step| &step.pages) {
            if let Some(id) = page.pack_page() {
                bases.push((Base::Page(session.id.clone(), id.clone()), session.module));
            }
            // The question looks the same at the start and at the end.
            if let PlannedPage::Check { check, part } = page
                && *part != CheckPart::Start
            {
                let answer = *part == CheckPart::Answer;
                bases.push((Base::Check { session: session.id.clone(), check: *check, answer }, session.module));
            }
        }
    }
    let mut seen: Vec<(Vec<u8>, Base)> = Vec::new();
    for (base, module) in bases {
        let key = PictureKey { base: base.clone(), module, width: 320, height: 240 };
        let pixels = renderer.render(&pack, &key).unwrap().rgba;
        if let Some((_, twin)) = seen.iter().find(|(other, _)| *other == pixels) {
            panic!("{base:?} looks like {twin:?}");
        }
        seen.push((pixels, base));
    }
}
