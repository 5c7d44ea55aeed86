//! NIK and no. KK on the group's screen, over the real core: typed, masked, held open for eyes, locked. What can be read out never has them.

use std::{sync::Arc, time::Duration};

use egui::{Event, Key, Modifiers, PointerButton, Shape, accesskit::Role, epaint::ClippedShape};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};
use lembar::{
    app::core::{Core, Opened},
    clock::Clock,
    engine::identity::Number,
    pack::Pack,
    store::{self, DirLock, OpenOutcome},
    text::{group, identity as text},
    ui::{
        console::console_ui,
        intent::{GroupEdit, Intent, Screen, VaultKey},
        textures::Textures,
        theme,
    },
};
use tempfile::TempDir;

use crate::world::TODAY;

const NIK: &str = "3201014506780001";
const MASKED: &str = "3201••••••••0001";
const WORDS: &str = "ayam jago merah";

/// The program without its windows' loop.
struct Desk {
    core: Core,
    textures: Textures,
    _dir: TempDir,
}

impl Desk {
    fn draw(&mut self, ui: &mut egui::Ui) {
        let mut asked = Vec::new();
        let mut drafts = std::mem::take(&mut self.core.drafts);
        console_ui(ui, &self.core.view(None), &mut drafts, &mut self.textures, &mut asked);
        self.core.drafts = drafts;
        if !asked.is_empty() {
            ui.ctx().request_repaint();
        }
        for intent in asked {
            self.core.apply(intent);
        }
    }
}

/// A group of three, its editor open.
fn editor(width: f32, height: f32) -> Harness<'static, Desk> {
    let dir = tempfile::tempdir().unwrap();
    let lock = DirLock::take(dir.path()).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, TODAY).unwrap() else { panic!("damaged") };
    let clock = Clock::Manual { mono: 0, wall: TODAY };
    let mut core = Core::new(clock, Arc::new(Pack::default()), lock, Opened::Ready(database), Arc::new(|| ())).unwrap();
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Aminah", "Tuminah", "Ester"])));
    core.apply(Intent::Go(Screen::Group(Some(core.groups()[0].id))));
    let desk = Desk { core, textures: Textures::default(), _dir: dir };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(width, height))
        .with_max_steps(64)
        .with_context_setup(|ctx| {
            theme::install_fonts(ctx);
            theme::apply(ctx, false);
        })
        .build_ui_state(|ui, desk: &mut Desk| desk.draw(ui), desk);
    harness.run_ok();
    harness
}

fn press(harness: &mut Harness<'_, Desk>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).scroll_to_me();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_ok();
}

fn type_into(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::PasswordInput, name).scroll_to_me();
    harness.get_by_role_and_label(Role::PasswordInput, name).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::PasswordInput, name).type_text(text);
    harness.run_ok();
}

/// Waits for the key.
fn wait(harness: &mut Harness<'_, Desk>) {
    for _ in 0..20_000 {
        harness.state_mut().core.drain();
        if !harness.state().core.view(None).numbers.busy {
            harness.run_ok();
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("no key was made");
}

/// A passphrase was set and the first member is open.
fn unlocked(width: f32, height: f32) -> Harness<'static, Desk> {
    let mut harness = editor(width, height);
    press(&mut harness, "1. Aminah");
    press(&mut harness, text::SET);
    type_into(&mut harness, text::NEW, WORDS);
    harness.get_by_label(text::STRONG);
    type_into(&mut harness, text::AGAIN, WORDS);
    assert_silent(&harness, &[WORDS]);
    press(&mut harness, text::SAVE);
    wait(&mut harness);
    harness
}

/// Nothing that can be read out has any six characters in a row of these.
fn assert_silent(harness: &Harness<'_, Desk>, secrets: &[&str]) {
    let mut heard = 0;
    for node in harness.query_all_by(|node| node.label().is_some() || node.value().is_some()) {
        let node = node.accesskit_node();
        for words in [node.label(), node.value(), node.description()].into_iter().flatten() {
            heard += 1;
            for secret in secrets {
                let letters: Vec<char> = secret.chars().collect();
                let told = letters.windows(6).any(|part| words.contains(&part.iter().collect::<String>()));
                assert!(!told, "can be read out");
            }
        }
    }
    assert!(heard > 10, "the screen is read out");
}

/// Every text painted, in order, without gaps: digits stand in cells of their own.
fn painted(harness: &Harness<'_, Desk>) -> String {
    fn words(shape: &Shape, out: &mut String) {
        match shape {
            Shape::Text(text)
                if text.galley.job.sections.iter().all(|s| s.format.color != egui::Color32::TRANSPARENT) =>
            {
                out.push_str(text.galley.text());
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| words(shape, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    harness.output().shapes.iter().for_each(|ClippedShape { shape, .. }| words(shape, &mut out));
    out
}

#[test]
fn a_number_is_typed_for_eyes_kept_masked_and_seen_only_while_it_is_held() {
    let mut harness = unlocked(1366.0, 768.0);
    type_into(&mut harness, text::name(Number::Nik), NIK);
    harness.get_by_label(text::COMPLETE);
    assert!(painted(&harness).contains(NIK), "who types sees the digits");
    assert_silent(&harness, &[NIK]);
    harness.get_by_label(group::MEMBER_NAME).focus();
    harness.run_ok();
    harness.get_by_label(&text::heard(Number::Nik, MASKED));
    assert!(!painted(&harness).contains(&NIK[..6]));

    let hold = text::hold(Number::Nik);
    let at = harness.get_by_role_and_label(Role::Button, &hold).rect().center();
    let button =
        |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    harness.hover_at(at);
    harness.event(button(true));
    harness.run_ok();
    assert!(painted(&harness).contains(NIK), "held by the pointer");
    assert_silent(&harness, &[NIK]);
    harness.event(button(false));
    harness.run_ok();
    assert!(!painted(&harness).contains(&NIK[..6]), "released");

    harness.get_by_role_and_label(Role::Button, &hold).focus();
    harness.run_ok();
    harness.key_down(Key::Space);
    harness.run_ok();
    assert!(painted(&harness).contains(NIK), "held by the key");
    assert_silent(&harness, &[NIK]);
    harness.key_up(Key::Space);
    harness.run_ok();
    assert!(!painted(&harness).contains(&NIK[..6]));

    press(&mut harness, group::SAVE);
    assert_eq!(harness.state().core.screen(), &Screen::Home);
    let member = harness.state().core.groups()[0].members[0].clone();
    assert!(member.nik.is_some() && member.kk.is_none());
    harness.state_mut().core.apply(Intent::Vault(VaultKey::Lock));
    let id = harness.state().core.groups()[0].id;
    harness.state_mut().core.apply(Intent::Go(Screen::Group(Some(id))));
    harness.run_ok();
    press(&mut harness, "1. Aminah");
    assert!(harness.query_by_label(&hold).is_none(), "locked: nothing to hold");
    assert!(harness.query_all_by_label(text::LOCKED).count() > 0);
    assert_silent(&harness, &[NIK]);
}

#[test]
fn a_number_that_is_not_whole_is_flagged_and_kept_only_when_asked() {
    let mut harness = unlocked(1366.0, 768.0);
    type_into(&mut harness, text::name(Number::Kk), "320101");
    harness.get_by_label(&text::fault(lembar::engine::identity::IdentityFault::Length(6)));
    harness.get_by_label(group::MEMBER_NAME).focus();
    harness.run_ok();
    harness.get_by_label(group::NUMBER_WAITING);
    press(&mut harness, text::KEEP_ODD);
    harness.get_by_label(&text::heard(Number::Kk, "••••••"));
    assert!(harness.query_by_label(group::NUMBER_WAITING).is_none());
    press(&mut harness, group::UNDO);
    assert!(harness.query_by_label(&text::heard(Number::Kk, "••••••")).is_none(), "taken back");
}

#[test]
fn forgetting_takes_a_tick_and_a_press() {
    let mut harness = unlocked(1366.0, 768.0);
    press(&mut harness, group::FACTS);
    press(&mut harness, text::LOCK);
    press(&mut harness, text::UNLOCK);
    type_into(&mut harness, text::PASSPHRASE, "ayam jago hitam");
    press(&mut harness, text::UNLOCK);
    wait(&mut harness);
    harness.get_by_label(text::WRONG_PASSPHRASE);
    press(&mut harness, text::FORGOTTEN_ASK);
    assert!(harness.get_by_role_and_label(Role::Button, text::FORGET).accesskit_node().is_disabled());
    press(&mut harness, text::UNDERSTOOD);
    press(&mut harness, text::FORGET);
    harness.get_by_role_and_label(Role::Button, text::SET);
}
