//! The editing screen over the real core and real files in a temporary folder: by accessible names, by keys, by dragging.

use std::{path::Path, sync::Arc, time::Duration};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable};
use lembar::{
    app::core::{Core, Opened},
    clock::Clock,
    engine::scene::PictureKey,
    media::pictures::Renderer,
    pack,
    store::{self, DirLock, OpenOutcome},
    text::{catalogue, edit},
    ui::{
        console::console_ui,
        intent::{EditKey, GroupEdit, ImportKey, Intent, Screen},
        textures::Textures,
        theme,
    },
};
use tempfile::TempDir;

use crate::world::{TODAY, ground};

/// The program without its windows' loop.
struct Desk {
    core: Core,
    textures: Textures,
    renderer: Renderer,
    dir: TempDir,
}

impl Desk {
    /// A group, and a session of three photos in the list of sessions.
    fn new() -> Self {
        let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let lock = DirLock::take(dir.path()).unwrap();
        let OpenOutcome::Ready(database) = store::open::open(&lock, TODAY).unwrap() else { panic!("damaged") };
        let clock = Clock::Manual { mono: 0, wall: TODAY };
        let content = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
        let core = Core::new(clock, Arc::new(content), lock, Opened::Ready(database), Arc::new(|| ())).unwrap();
        let mut desk = Self { core, textures: Textures::default(), renderer: Renderer::new(), dir };
        let colours = [("Ladang", [200, 60, 40]), ("Pasar", [40, 140, 60]), ("Sawah", [30, 80, 170])];
        let photos = colours.map(|(name, colour)| {
            let path = files.path().join(format!("{name}.png"));
            image::RgbImage::from_pixel(80, 60, image::Rgb(colour)).save(&path).unwrap();
            path
        });
        desk.core.apply(Intent::SaveGroup(GroupEdit::named("Anggrek", "", ["Aminah"])));
        for key in [ImportKey::Add(photos.to_vec()), ImportKey::Save("Gizi dari kebun".to_owned())] {
            desk.core.apply(Intent::Import(key));
            desk.settle(|core| core.view(None).import.is_none_or(|import| import.doing.is_none()));
        }
        desk.core.apply(Intent::PrepareFor(desk.core.groups()[0].id));
        desk.core.apply(Intent::Go(Screen::Catalogue));
        for notice in desk.core.view(None).notices.iter().map(|notice| notice.id).collect::<Vec<_>>() {
            desk.core.apply(Intent::DismissNotice(notice));
        }
        desk
    }

    /// Turns until something is done.
    fn settle(&mut self, done: impl Fn(&Core) -> bool) {
        for _ in 0..3000 {
            self.core.tick();
            self.core.drain();
            if done(&self.core) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("that did not come");
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let mut asked = Vec::new();
        let mut drafts = std::mem::take(&mut self.core.drafts);
        ground(ui);
        console_ui(ui, &self.core.view(None), &mut drafts, &mut self.textures, &mut asked);
        self.core.drafts = drafts;
        for intent in asked {
            self.core.apply(intent);
        }
        for key in self.textures.take_wishes() {
            if let Ok(picture) = self.renderer.render(&self.core.pack, &key) {
                let key = PictureKey { width: picture.width, height: picture.height, ..key };
                self.textures.insert(ui.ctx(), key, &picture.rgba);
            }
            ui.ctx().request_repaint();
        }
    }

    fn open(self, width: f32, height: f32, scale: f32) -> Harness<'static, Self> {
        let mut harness = Harness::builder()
            .with_size(egui::vec2(width + 16.0, height + 16.0))
            .with_pixels_per_point(scale)
            .with_max_steps(64)
            .with_context_setup(|ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, false);
            })
            .build_ui_state(|ui, desk: &mut Self| desk.draw(ui), self);
        harness.run();
        press(&mut harness, &edit::open("Gizi dari kebun"));
        assert_eq!(harness.state().core.screen(), &Screen::Edit);
        harness
    }

    fn titles(&self) -> Vec<String> {
        let view = self.core.view(None);
        view.edit.unwrap().draft.pages().map(|page| page.title.clone()).collect()
    }

    fn saved(&mut self) -> String {
        std::thread::sleep(Duration::from_millis(30));
        self.core.drain();
        self.core.clock.advance(6000);
        self.settle(|core| core.view(None).edit.unwrap().saving != lembar::ui::view::Saving::Now);
        std::fs::read_to_string(self.dir.path().join("isi/sessions/saya-gizi-dari-kebun/session.toml")).unwrap()
    }
}

fn press(harness: &mut Harness<'_, Desk>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run();
}

fn keys(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

#[test]
fn pages_are_ordered_hidden_written_and_taken_back_by_names_and_keys() {
    let mut harness = Desk::new().open(1366.0, 768.0, 1.0);
    press(&mut harness, &edit::page_row(1, "Ladang", false));
    keys(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(harness.state().titles(), ["Pasar", "Ladang", "Sawah"]);
    press(&mut harness, edit::HIDE);
    harness.get_by_role_and_label(Role::Button, &edit::page_row(2, "Ladang", true));
    // One writes on at once: the press leaves the keyboard in the box.
    press(&mut harness, "Tanyakan");
    harness.get_by_label(edit::SCRIPT).type_text("Siapa punya kebun?");
    harness.run();
    let text = harness.state_mut().saved();
    assert!(text.contains("Tanyakan: Siapa punya kebun?\n") && text.contains("hidden = true"), "{text}");
    harness.run();
    // The keyboard is in the script's box, and taking back means the session all the same.
    for _ in 0..4 {
        keys(&mut harness, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(harness.state().titles(), ["Ladang", "Pasar", "Sawah"]);
    assert!(!harness.state_mut().saved().contains("kebun?"));
}

#[test]
fn pages_and_steps_are_added_minutes_fitted_and_the_session_tried() {
    let mut harness = Desk::new().open(1366.0, 768.0, 1.0);
    press(&mut harness, &edit::page_row(2, "Pasar", false));
    press(&mut harness, edit::ADD_PAGE);
    press(&mut harness, &format!("{}: {}", edit::QUESTION, edit::QUESTION_HOW));
    assert_eq!(harness.state().titles(), ["Ladang", "Pasar", "Pertanyaan", "Sawah"]);
    press(&mut harness, edit::ADD_STEP);
    press(&mut harness, &edit::fit(120));
    assert_eq!(harness.state().core.view(None).edit.unwrap().draft.minutes(), 120);
    press(&mut harness, edit::REMOVE_STEP);
    press(&mut harness, edit::UNDO);
    press(&mut harness, edit::TRY);
    let core = &harness.state().core;
    assert_eq!(core.screen(), &Screen::Prepare);
    let session = core.view(None).prepare.unwrap().session;
    assert_eq!(core.pack.session(&session).unwrap().steps.iter().flat_map(|step| &step.pages).count(), 4);
}

#[test]
fn a_page_is_dragged_to_another_place() {
    let mut harness = Desk::new().open(1366.0, 768.0, 1.0);
    let row =
        |harness: &Harness<'_, Desk>, name: &str| harness.get_by_role_and_label(Role::Button, name).rect().center();
    let from = row(&harness, &edit::page_row(1, "Ladang", false));
    let to = row(&harness, &edit::page_row(3, "Sawah", false)) + egui::vec2(0.0, 12.0);
    harness.drag_at(from);
    for part in [0.3, 0.6, 1.0] {
        harness.hover_at(from + (to - from) * part);
        harness.step();
    }
    harness.drop_at(to);
    harness.run();
    assert_eq!(harness.state().titles(), ["Pasar", "Sawah", "Ladang"]);
}

#[test]
fn own_sessions_alone_can_be_edited() {
    let desk = Desk::new();
    let own = desk.core.view(None).own.len();
    assert_eq!(own, 1);
    let mut harness = desk.open(1366.0, 768.0, 1.0);
    press(&mut harness, edit::DONE);
    assert_eq!(harness.state().core.screen(), &Screen::Catalogue);
    harness.get_by_role_and_label(Role::Button, catalogue::BACK);
    assert!(harness.query_by_label(&edit::open("Menjadi Orang Tua yang Lebih Baik")).is_none());
}

#[test]
fn editing_looks_whole_on_the_smallest_laptop() {
    let mut desk = Desk::new();
    desk.core.apply(Intent::Edit(EditKey::Open("saya-gizi-dari-kebun".into())));
    desk.settle(|core| core.view(None).edit.is_some());
    desk.core.apply(Intent::Go(Screen::Catalogue));
    let mut harness = desk.open(1024.0, 600.0, 0.5);
    press(&mut harness, &edit::page_row(2, "Pasar", false));
    press(&mut harness, "Katakan");
    harness.get_by_label(edit::SCRIPT).focus();
    harness.run();
    harness.get_by_label(edit::SCRIPT).type_text("Ini pasar di desa kita.");
    harness.run();
    harness.state_mut().saved();
    harness.get_by_role_and_label(Role::Button, &edit::page_row(2, "Pasar", false)).focus();
    harness.run();
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(100);
    harness.snapshot_options("plan-edit", &options);
}
