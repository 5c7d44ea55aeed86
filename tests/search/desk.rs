//! The console itself over a real core: typed into its field, chosen, opened, read, back. Pictures of pages are not drawn here.

use std::sync::mpsc::Receiver;

use egui::Key;
use egui_kittest::{Harness, kittest::Queryable};
use lembar::{
    app::core::{Core, Focus, Press},
    text::{search as text, study},
    ui::{
        console::console_ui,
        intent::{Intent, Screen, SearchKey, StudyKey, StudyTab},
        keymap::Chord,
        textures::Textures,
        theme,
    },
};

use super::{Arc, Duration, NINE, PACK, typing};

struct Console {
    core: Core,
    textures: Textures,
    news: Receiver<()>,
    _dir: tempfile::TempDir,
}

impl Console {
    fn draw(&mut self, ui: &mut egui::Ui) {
        self.core.drain();
        let mut intents = Vec::new();
        let mut drafts = std::mem::take(&mut self.core.drafts);
        console_ui(ui, &self.core.view(None), &mut drafts, &mut self.textures, &mut intents);
        self.core.drafts = drafts;
        for intent in intents {
            self.core.apply(intent);
        }
    }
}

fn open(width: f32, height: f32) -> Harness<'static, Console> {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, news) = typing::core(dir.path(), Arc::clone(&PACK), NINE);
    core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    let console = Console { core, textures: Textures::default(), news, _dir: dir };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(width + 16.0, height + 16.0))
        .with_context_setup(|ctx| {
            theme::install_fonts(ctx);
            theme::apply(ctx, false);
        })
        .build_ui_state(|ui, console: &mut Console| console.draw(ui), console);
    harness.run_ok();
    harness
}

fn press(harness: &mut Harness<'_, Console>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_ok();
}

/// A key as the shell hands it over: what the core does not take is the window's.
fn key(harness: &mut Harness<'_, Console>, chord: Chord) {
    let text = harness.ctx.text_edit_focused();
    let focus = if text { Focus::Text } else { Focus::Nothing };
    harness.state_mut().core.clock.advance(300);
    assert!(harness.state_mut().core.key(Press { chord, repeat: false }, focus), "{chord:?} with {focus:?}");
    harness.run_ok();
}

/// Types and waits for what was found.
fn typed(harness: &mut Harness<'_, Console>, words: &str) {
    if !harness.ctx.text_edit_focused() {
        key(harness, Chord::ctrl(Key::F));
    }
    harness.get_by_label(study::FIND).type_text(words);
    harness.run_ok();
    for _ in 0..500 {
        harness.run_ok();
        if harness.state().core.view(None).study.unwrap().search.answered.is_some_and(|typed| typed.ends_with(words)) {
            return;
        }
        harness.state().news.recv_timeout(Duration::from_millis(10)).ok();
    }
    panic!("the search never answers");
}

#[test]
fn what_is_typed_is_found_opened_read_on_and_left_by_keys() {
    for (width, height) in [(1366.0, 700.0), (960.0, 540.0)] {
        let mut harness = open(width, height);
        harness.state_mut().core.apply(Intent::Go(Screen::Home));
        harness.run_ok();
        key(&mut harness, Chord::ctrl(Key::F));
        assert!(harness.ctx.text_edit_focused(), "the keyboard is in the field");
        typed(&mut harness, "pelukan");
        let (title, place) = {
            let view = harness.state().core.view(None);
            let hit = &view.study.as_ref().unwrap().search.groups[0].hits[0];
            (hit.title.text.clone(), hit.place.clone())
        };
        harness.get_by_label(&text::hit(&title, &place));
        key(&mut harness, Chord::plain(Key::ArrowDown));
        key(&mut harness, Chord::plain(Key::ArrowUp));
        key(&mut harness, Chord::plain(Key::Enter));
        assert!(harness.query_by_label(study::FIND).is_none(), "what is read stands alone");
        harness.get_by_label(text::BACK);
        key(&mut harness, Chord::plain(Key::Escape));
        assert!(harness.ctx.text_edit_focused());
        harness.get_by_label(&text::hit(&title, &place));
        assert_eq!(harness.state().core.drafts.study.find, "pelukan");
        key(&mut harness, Chord::plain(Key::Escape));
        assert_eq!(harness.state().core.drafts.study.find, "", "a second Esc takes the words away");
    }
}

#[test]
fn letters_typed_right_after_the_key_are_not_lost() {
    let mut harness = open(1366.0, 700.0);
    for words in ["pelukan", "sabun"] {
        harness.state_mut().core.apply(Intent::Go(Screen::Home));
        harness.run_ok();
        // No pass in between: a slow machine draws when both are there.
        harness.state_mut().core.clock.advance(300);
        let press = Press { chord: Chord::ctrl(Key::F), repeat: false };
        assert!(harness.state_mut().core.key(press, Focus::Nothing));
        harness.event(egui::Event::Text(words.into()));
        harness.run_ok();
        assert_eq!(harness.state().core.drafts.study.find, words, "and they replace what stood there");
    }
}

#[test]
fn a_page_is_read_with_its_picture_its_script_and_its_neighbours() {
    let mut harness = open(1366.0, 700.0);
    let session = PACK.session(&"m1-s1".into()).unwrap();
    let page = session.steps.iter().flat_map(|step| &step.pages).nth(3).unwrap();
    typed(&mut harness, &page.title);
    press(&mut harness, &text::hit(&page.title, &place(session, page)));
    assert_eq!(harness.query_all_by_label(&page.title).count(), 2, "the title, and the picture's name");
    let words = page.script[0].text.lines().next().unwrap().trim();
    harness.get_by_label(words);
    press(&mut harness, text::AFTER);
    assert!(harness.query_by_label(words).is_none(), "another page has other words");
    press(&mut harness, text::BEFORE);
    harness.get_by_label(words);
    press(&mut harness, text::BACK);
    assert_eq!(harness.state().core.drafts.study.find, page.title, "its words are kept");
}

fn place(session: &lembar::engine::session::Session, page: &lembar::engine::session::Page) -> String {
    let step = session.steps.iter().find(|step| step.pages.iter().any(|own| own.id == page.id)).unwrap();
    text::place(&session.label, &step.title)
}

#[test]
fn a_term_stands_marked_on_its_shelf_and_a_question_is_open() {
    let mut harness = open(1024.0, 560.0);
    let term = PACK.shelf.glossary.last().unwrap();
    typed(&mut harness, &term.word);
    press(&mut harness, &text::hit(&term.word, study::GLOSSARY));
    let shown = harness.get_by_label(&term.meaning).rect();
    assert!(shown.top() > 100.0 && shown.bottom() < 560.0, "the last one is brought into view: {shown:?}");
    assert!(!harness.state().core.drafts.study.reveal, "once");
    press(&mut harness, text::BACK);
    harness.state_mut().core.apply(Intent::Search(SearchKey::Leave));
    let session = PACK.session(&"m1-s1".into()).unwrap();
    let faq = session.learn.as_ref().unwrap().faq.last().unwrap();
    typed(&mut harness, &faq.ask);
    press(&mut harness, &text::hit(&faq.ask, &text::place(&session.label, study::TO_READ)));
    let shown = harness.get_by_label(&faq.answer).rect();
    assert!(shown.top() > 100.0 && shown.top() < 560.0, "{shown:?}");
}

#[test]
fn nothing_found_comes_with_advice() {
    let mut harness = open(1024.0, 560.0);
    typed(&mut harness, "qqqq");
    harness.get_by_label(text::NOT_FOUND);
    harness.get_by_label(text::ADVICE[0]);
    press(&mut harness, study::CLEAR);
    assert!(harness.query_by_label(text::NOT_FOUND).is_none());
    assert!(harness.ctx.text_edit_focused(), "for another try");
}
