//! Nothing but pages reaches the room: every state of the tour, its stage drawn in a window of its own and searched for words and for
//! pixels that are not the page's.

use std::{cell::RefCell, rc::Rc};

use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    app::{core::Core, tour},
    engine::{
        scene::{Base, Draw, PictureKey},
        time::Ms,
    },
    media::pictures::Renderer,
    text::lots::TEAM_NAMES,
    ui::{
        stage::{LastGood, Wall, projector_ui},
        textures::Textures,
        theme,
    },
};

use super::{NINE, PACK, core};

/// Small, so that forty pictures take no time.
const SIZE: (u32, u32) = (640, 480);

/// A stage's window that shows whatever it is told.
struct Stage {
    wall: Option<Wall>,
    at: Ms,
    textures: Textures,
    last: LastGood,
    renderer: Rc<RefCell<Renderer>>,
}

impl Stage {
    fn harness(renderer: &Rc<RefCell<Renderer>>) -> Harness<'static, Self> {
        let stage = Self {
            wall: None,
            at: Ms::ZERO,
            textures: Textures::default(),
            last: LastGood::default(),
            renderer: Rc::clone(renderer),
        };
        Harness::builder()
            .with_size([SIZE.0 as f32, SIZE.1 as f32])
            .with_max_steps(8)
            .with_context_setup(|ctx| {
                theme::install_fonts(ctx);
                theme::apply(ctx, false);
            })
            .build_ui_state(|ui, stage: &mut Self| stage.draw(ui), stage)
    }

    fn draw(&mut self, ui: &egui::Ui) {
        let Some(wall) = &self.wall else { return };
        projector_ui(ui, wall, &mut self.textures, &mut self.last, self.at);
        for key in self.textures.take_wishes() {
            let picture = self.renderer.borrow().render(&PACK, &key).unwrap();
            self.textures.insert(ui.ctx(), key, &picture.rgba);
            ui.ctx().request_repaint();
        }
    }
}

/// What the room must never read: every sentence of every script, whole names, what notices say.
fn secrets(core: &Core) -> Vec<String> {
    let mut secrets: Vec<String> = Vec::new();
    for session in &PACK.sessions {
        let blocks = session.steps.iter().flat_map(|step| {
            let pages = step.pages.iter().flat_map(|page| &page.script);
            step.script.iter().chain(pages)
        });
        secrets.extend(blocks.map(|block| block.text.clone()));
        for check in session.learn.iter().flat_map(|learn| &learn.checks) {
            secrets.push(check.why.clone());
            secrets.extend(check.script.iter().map(|block| block.text.clone()));
        }
    }
    if let Some(live) = core.live() {
        secrets.extend(live.state.roll.iter().map(|row| row.name.clone()).filter(|name| name.contains(' ')));
        secrets.extend(live.state.notes.iter().map(|note| note.text.clone()));
    }
    secrets.extend(core.view(None).notices.iter().map(|notice| notice.text.clone()));
    secrets.retain(|secret| secret.len() > 3);
    secrets
}

#[test]
fn the_stage_shows_pages_and_nothing_else_in_every_state_of_the_tour() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    let renderer = Rc::new(RefCell::new(Renderer::new()));
    let mut harness = Stage::harness(&renderer);
    let (mut shown, mut timed, mut drawn) = (0, 0, 0);
    tour::walk(&mut core, |name, core| {
        let Some(wall) = core.wall() else { return };
        if wall == Wall::Test {
            // Its words are its own; `ui_plan` has a picture of it.
            assert_eq!(name, "gambar-uji");
            return;
        }
        let Wall::Scene(scene) = &wall else { panic!("{name}: {wall:?} is no page") };
        let secrets = secrets(core);
        assert!(secrets.len() > 100, "{name}: only {} sentences to search for", secrets.len());

        let stage = harness.state_mut();
        stage.wall = Some(wall.clone());
        stage.at = core.meeting_now().map_or(Ms::ZERO, |now| now.at);
        harness.run_ok();
        let named = harness.query_all_by(|node| node.label().is_some() || node.value().is_some());
        assert_eq!(named.count(), 0, "{name}: something on the stage can be read out");
        assert_eq!(harness.output().platform_output.cursor_icon, egui::CursorIcon::None, "{name}");
        let painted = painted(&harness);
        if let Some(chosen) = chosen_words(&scene.base) {
            // What the facilitator chose to show, and nothing else. Names have one word only, or a number after it.
            drawn += 1;
            assert!(!painted.is_empty(), "{name}: nothing on the wall");
            let others: Vec<_> = painted.iter().filter(|words| !chosen.contains(words)).collect();
            assert!(others.is_empty(), "{name}: {others:?} were never chosen");
            for secret in &secrets {
                assert!(!painted.iter().any(|words| plain(words).contains(&plain(secret))), "{name}: \"{secret}\"");
            }
            return;
        }
        let digits = |words: &String| words.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
        let expected = usize::from(scene.countdown.is_some());
        assert!(
            painted.len() == expected && painted.iter().all(digits),
            "{name}: {painted:?} is painted over the page"
        );

        let said = drawn_words(&scene.base, scene.module);
        for secret in &secrets {
            assert!(!said.contains(&plain(secret)), "{name}: the page says \"{secret}\"");
        }
        let key = PictureKey { base: scene.base.clone(), module: scene.module, width: SIZE.0, height: SIZE.1 };
        let page = page(&renderer.borrow(), &key);
        let picture = harness.render().unwrap();
        let differ = picture.pixels().zip(page.chunks_exact(4)).filter(|(seen, page)| seen.0[..3] != page[..3]).count();
        let allowed = if scene.countdown.is_some() { page.len() / 4 / 6 } else { 0 };
        assert!(differ <= allowed, "{name}: {differ} pixels are not the page's");
        timed += usize::from(scene.countdown.is_some());
        shown += 1;
    })
    .unwrap();
    assert!(shown >= 20 && timed >= 2, "the tour showed {shown} states, {timed} with a countdown");
    assert_eq!(drawn, 4, "a wheel of seats, one of names, teams and a yel-yel");
}

#[test]
fn a_checks_answer_is_on_no_stage_before_it_is_revealed() {
    let mut checks = 0;
    for session in &PACK.sessions {
        let asked = session.learn.iter().flat_map(|learn| &learn.checks);
        for (index, check) in (0..).zip(asked) {
            let base = |answer| Base::Check { session: session.id.clone(), check: index, answer };
            let (before, after) = (drawn_words(&base(false), session.module), drawn_words(&base(true), session.module));
            let because = plain(&check.because);
            assert!(after.contains(&because), "{}: the reason is missing on the answer: {after}", session.id);
            for words in [&check.because, &check.why] {
                assert!(!before.contains(&plain(words)), "{}: \"{words}\" is told too early", session.id);
            }
            for page in session.steps.iter().flat_map(|step| &step.pages) {
                let said = drawn_words(&Base::Page(session.id.clone(), page.id.clone()), session.module);
                assert!(!said.contains(&plain(&check.why)), "{} {}", session.id, page.id);
            }
            checks += 1;
        }
    }
    assert!(checks >= 8, "{checks} checks");
}

/// Words that are on the stage because the facilitator chose them; `None` where the stage has only the pack's.
fn chosen_words(base: &Base) -> Option<Vec<String>> {
    match base {
        Base::Draw(Draw::Wheel { labels, .. }) => Some(labels.clone()),
        Base::Draw(Draw::Teams { labels }) => {
            let names = TEAM_NAMES.iter().map(|name| (*name).to_owned());
            Some(labels.iter().flatten().cloned().chain(names).collect())
        }
        Base::Yell(text) => Some(text.lines().map(str::to_owned).collect()),
        _ => None,
    }
}

/// The words of a page's drawing, as one reads them.
fn drawn_words(base: &Base, module: lembar::engine::session::Module) -> String {
    if matches!(base, Base::Black | Base::White) {
        return String::new();
    }
    let svg = PACK.svg(base, module, SIZE);
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let texts = tree.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text());
    plain(&texts.collect::<Vec<_>>().join(" "))
}

/// Words alone, whatever breaks them into lines.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn page(renderer: &Renderer, key: &PictureKey) -> Vec<u8> {
    let all = |part: u8| [part, part, part, 255].repeat((key.width * key.height) as usize);
    match key.base {
        Base::Black => all(0),
        Base::White => all(255),
        _ => renderer.render(&PACK, key).unwrap().rgba,
    }
}

/// Every text the last pass painted.
fn painted(harness: &Harness<'_, Stage>) -> Vec<String> {
    fn collect(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => found.push(text.galley.job.text.clone()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}
