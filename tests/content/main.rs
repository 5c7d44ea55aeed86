//! The real content: complete, without a fault, every session can be led from beginning to end, every page is drawn.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::path::{Path, PathBuf};

use lembar::{
    engine::{
        plan::{DEFAULT_LENGTH, LENGTH_RANGE, run_sheet},
        scene::Base,
        session::{Module, ScriptKind, Session},
        time::Ms,
    },
    media::pictures::{PictureKey, Renderer},
    pack::{self, Pack},
};

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

fn written(pack: &Pack) -> Vec<&Session> {
    pack.sessions.iter().filter(|session| !session.outline_only).collect()
}

#[test]
fn a_written_session_has_all_its_parts() {
    let pack = pack();
    let written = written(&pack);
    assert!(written.iter().any(|session| session.id.as_str() == "m1-s1"));
    for session in written {
        let pages: Vec<_> = session.steps.iter().flat_map(|step| &step.pages).collect();
        assert!(pages.len() >= 12, "{} has {} pages", session.id, pages.len());
        for page in &pages {
            assert!(!page.title.is_empty() && !page.script.is_empty(), "{} {}", session.id, page.id);
        }
        let kinds: Vec<ScriptKind> = pages.iter().flat_map(|page| &page.script).map(|block| block.kind).collect();
        for kind in
            [ScriptKind::Say, ScriptKind::Ask, ScriptKind::Expect, ScriptKind::Do, ScriptKind::Stress, ScriptKind::If]
        {
            assert!(kinds.contains(&kind), "{} never has {kind:?}", session.id);
        }
        assert!(!session.materials.is_empty() && !session.before.is_empty(), "{}", session.id);
        assert!(!session.home_practice.is_empty() && !session.home_question.is_empty(), "{}", session.id);
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
