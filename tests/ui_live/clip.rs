//! The bar under a clip: every control by its name, what it asks for, who has the space bar.

use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use lembar::{
    engine::time::Ms,
    ui::{
        intent::{ClipKey, Intent},
        view::{ClipState, ClipView},
    },
};

use crate::{
    fixture,
    world::{LARGE, SMALL, World, painted},
};

const PLAYING: ClipView = ClipView {
    state: ClipState::Ready,
    position: Ms(65_000),
    duration: Ms(200_000),
    running: true,
    ended: false,
    sound: true,
    ducked: false,
    volume: 80,
    focused: false,
};

fn console(clip: ClipView, size: [f32; 2]) -> Harness<'static, World> {
    let mut world = fixture::world();
    world.start().at(3.0);
    world.clip = Some(clip);
    let mut harness = world.console(size);
    harness.run_ok();
    harness
}

/// What was asked of the clip by a press on what is called `name`.
fn press(harness: &mut Harness<'_, World>, name: &str) -> Vec<ClipKey> {
    harness.state_mut().asked.clear();
    harness.get_by_label(name).click();
    harness.run_ok();
    asked(harness)
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<ClipKey> {
    let clip = |intent| if let Intent::Clip(key) = intent { Some(key) } else { None };
    harness.state_mut().asked.drain(..).filter_map(clip).filter(|key| !matches!(key, ClipKey::Focus(_))).collect()
}

#[test]
fn every_control_of_a_clip_asks_for_what_it_says() {
    // The last is the smallest the console's window can be made.
    for size in [LARGE, SMALL, [960.0, 540.0]] {
        for (name, key) in [
            ("Jeda video", ClipKey::Toggle),
            ("Mundur 30 detik", ClipKey::Skip(-30)),
            ("Mundur 5 detik", ClipKey::Skip(-5)),
            ("Maju 5 detik", ClipKey::Skip(5)),
            ("Maju 30 detik", ClipKey::Skip(30)),
            ("Saya bicara", ClipKey::Duck),
            ("Bisukan video", ClipKey::Mute),
        ] {
            assert_eq!(press(&mut console(PLAYING, size), name), [key], "{name} at {size:?}");
        }
        let harness = console(PLAYING, size);
        let stands = lembar::text::clip::position(PLAYING.position, PLAYING.duration);
        assert!(stands.ends_with("sisa 02:15") && harness.query_by_label(&stands).is_some(), "{stands}");
        let volume = harness.get_by_label("Keras suara video");
        assert_eq!(volume.accesskit_node().numeric_value(), Some(80.0));
    }
}

#[test]
fn a_press_on_the_seek_bar_seeks_there_once() {
    let mut harness = console(PLAYING, LARGE);
    harness.state_mut().asked.clear();
    let bar = harness.get_by_label("Posisi video").rect();
    harness.drag_at(bar.center());
    harness.run_ok();
    assert_eq!(asked(&mut harness), [], "not before it is let go of");
    harness.drop_at(bar.center());
    harness.run_ok();
    let keys = asked(&mut harness);
    assert!(matches!(keys[..], [ClipKey::Seek(90_000..=110_000)]), "{keys:?}");
}

#[test]
fn a_press_in_the_bar_gives_the_clip_the_space_bar_and_one_elsewhere_takes_it() {
    let focus = |clip: ClipView, name: &str| {
        let mut harness = console(clip, LARGE);
        harness.state_mut().asked.clear();
        let at = harness.get_by_label(name).rect().center();
        harness.drag_at(at);
        harness.drop_at(at);
        harness.run_ok();
        let wanted = |intent: &Intent| matches!(intent, Intent::Clip(ClipKey::Focus(_)));
        let keys: Vec<Intent> = harness.state_mut().asked.drain(..).filter(wanted).collect();
        keys
    };
    let focused = ClipView { focused: true, ..PLAYING };
    assert_eq!(focus(PLAYING, "Maju 5 detik"), [Intent::Clip(ClipKey::Focus(true))]);
    assert_eq!(focus(focused, "Maju 5 detik"), []);
    assert_eq!(focus(focused, "Hitam"), [Intent::Clip(ClipKey::Focus(false))]);
    assert_eq!(focus(PLAYING, "Hitam"), []);
    assert!(painted(&console(focused, LARGE)).iter().any(|(words, _)| words == "K · Spasi"));
    assert!(painted(&console(PLAYING, LARGE)).iter().any(|(words, _)| words == "K"));
}

#[test]
fn a_clip_that_cannot_be_played_can_be_tried_again() {
    let failed = ClipView { state: ClipState::Failed, running: false, ..PLAYING };
    assert_eq!(press(&mut console(failed, SMALL), "Coba lagi"), [ClipKey::Toggle]);
    let opening = ClipView { state: ClipState::Opening, ..failed };
    assert!(console(opening, SMALL).query_by_label("Coba lagi").is_none());
}
