//! A page with a clip, without a player: what its keys ask, what the wall shows, what is kept when the power fails.

use std::{fs, path::Path, sync::Arc};

use egui::Key;
use lembar::{
    app::core::{Core, Focus, Press},
    engine::{ids::PageId, time::Ms},
    pack::{self, Pack},
    ui::{
        intent::{ClipKey, Intent},
        keymap::Chord,
        view::{ClipState, ClipView, Displays},
    },
};

use super::{NINE, begun, core_with, hall::connect, press, settle};

/// The shipped pack with one session of two pages, the second a clip that pauses at 20 s.
fn pack_in(dir: &Path) -> Arc<Pack> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for name in ["pack.toml", "plan.toml", "sources.toml", "demo.toml"] {
        fs::copy(content.join(name), dir.join(name)).unwrap();
    }
    let catalogue = fs::read_to_string(content.join("catalogue.toml")).unwrap();
    fs::write(dir.join("catalogue.toml"), catalogue).unwrap();
    let session = dir.join("sessions/m1-s1");
    fs::create_dir_all(&session).unwrap();
    fs::write(session.join("lagu.mp4"), "a player is not part of this test").unwrap();
    let plan = fs::read_to_string(content.join("plan.toml")).unwrap();
    let ids = plan.lines().filter_map(|line| line.strip_prefix("id = "));
    let mut steps: Vec<String> = ids.map(|id| format!("[[step]]\nid = {id}\n")).collect();
    steps[0].push_str(
        "[[step.page]]\nid = \"sampul\"\nlayout = \"cover\"\ntitle = \"Sampul\"\nscene = \"tenang\"\nscript = \"Katakan: Halo.\"\n\
         [[step.page]]\nid = \"lagu\"\nlayout = \"picture\"\ntitle = \"Lagu\"\nscene = \"tenang\"\nclip = \"lagu.mp4\"\nscript = \"Lakukan: Putar.\"\n\
         [[step.page.pause]]\nat = 20\nask = \"Apa yang Ibu lihat?\"\n",
    );
    fs::write(session.join("session.toml"), steps.join("\n")).unwrap();
    Arc::new(pack::load(dir))
}

/// What the player would say, had it come so far.
fn player_at(core: &mut Core, seconds: u64) {
    let run = core.live().unwrap().state.clip_run();
    core.set_clip(run.map(|run| ClipView {
        state: ClipState::Ready,
        position: Ms::seconds(seconds),
        duration: Ms::seconds(60),
        running: run.since.is_some(),
        ended: seconds >= 60,
        sound: true,
        ducked: run.ducked,
        volume: 100,
        focused: core.clip_has_focus(),
    }));
}

fn stands(core: &Core) -> (u64, bool, bool) {
    let run = core.live().unwrap().state.clip_run().unwrap();
    (run.at.0 / 1000, run.since.is_some(), run.ducked)
}

#[test]
fn keys_and_buttons_play_pause_seek_and_duck_the_clip_shown() {
    let (dir, content) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE);
    connect(&mut core, Displays::Extended);
    begun(&mut core);
    press(&mut core, Key::PageDown);
    assert_eq!(core.live().unwrap().scene.clip, Some(PageId::from("lagu")));
    player_at(&mut core, 0);
    press(&mut core, Key::K);
    assert_eq!(stands(&core), (0, true, false));
    player_at(&mut core, 12);
    press(&mut core, Key::D);
    assert_eq!(stands(&core), (0, true, true));
    press(&mut core, Key::K);
    assert_eq!(stands(&core), (12, false, true));
    player_at(&mut core, 12);
    core.apply(Intent::Clip(ClipKey::Skip(-30)));
    assert_eq!(stands(&core), (0, false, true), "not before its beginning");
    core.apply(Intent::Clip(ClipKey::Seek(41_000)));
    assert_eq!(stands(&core), (41, false, true));
    // At its end it begins again.
    player_at(&mut core, 60);
    press(&mut core, Key::K);
    assert_eq!(stands(&core), (0, true, true));
    let ctrl = |core: &mut Core, key| {
        core.clock.advance(1000);
        assert!(core.key(Press { chord: Chord::ctrl(key), repeat: false }, Focus::Nothing));
    };
    player_at(&mut core, 40);
    for (key, stood) in [(Key::ArrowLeft, 35), (Key::ArrowRight, 45), (Key::PageUp, 10), (Key::PageDown, 70)] {
        ctrl(&mut core, key);
        assert_eq!(stands(&core).0, stood, "{key:?}");
    }
    core.apply(Intent::Clip(ClipKey::Volume(40)));
    assert_eq!(core.clip_volume(), 40);
    press(&mut core, Key::CloseBracket);
    assert_eq!(core.clip_volume(), 50);
    press(&mut core, Key::M);
    assert_eq!(core.clip_volume(), 0);
    press(&mut core, Key::M);
    assert_eq!(core.clip_volume(), 50, "as loud as before it was muted");
    (0..20).for_each(|_| _ = press(&mut core, Key::OpenBracket));
    assert_eq!(core.clip_volume(), 0);
}

#[test]
fn space_is_the_clips_after_a_press_on_it_and_the_pages_again_after_any_other() {
    let (dir, content) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE);
    connect(&mut core, Displays::Extended);
    begun(&mut core);
    core.apply(Intent::Clip(ClipKey::Focus(true)));
    assert!(!core.clip_has_focus(), "the first page has no clip");
    press(&mut core, Key::Space);
    let page = |core: &Core| core.live().unwrap().state.shown;
    let clip = page(&core);
    player_at(&mut core, 0);
    core.apply(Intent::Clip(ClipKey::Focus(true)));
    press(&mut core, Key::Space);
    assert_eq!((page(&core), stands(&core)), (clip, (0, true, false)));
    player_at(&mut core, 7);
    press(&mut core, Key::D);
    press(&mut core, Key::Space);
    assert_eq!((page(&core), stands(&core)), (clip, (7, false, true)), "the clip's own keys take nothing away");
    // A cover and back: something else was pressed.
    press(&mut core, Key::B);
    press(&mut core, Key::B);
    press(&mut core, Key::Space);
    assert_ne!(page(&core), clip);
    press(&mut core, Key::ArrowLeft);
    core.apply(Intent::Clip(ClipKey::Focus(true)));
    core.apply(Intent::Clip(ClipKey::Focus(false)));
    press(&mut core, Key::Space);
    assert_ne!(page(&core), clip);
}

#[test]
fn the_next_page_in_mid_clip_pauses_it_and_it_stands_there_whichever_way_one_comes_back() {
    let (dir, content) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE);
    connect(&mut core, Displays::Extended);
    begun(&mut core);
    press(&mut core, Key::PageDown);
    player_at(&mut core, 0);
    press(&mut core, Key::K);
    core.clock.advance(9000);
    press(&mut core, Key::PageDown);
    let state = &core.live().unwrap().state;
    assert!(state.clip_page().is_none());
    let run = state.clip_run_of(&PageId::from("lagu"));
    assert!(run.since.is_none() && (9..=11).contains(&(run.at.0 / 1000)), "{run:?}");
    press(&mut core, Key::ArrowLeft);
    assert_eq!(core.live().unwrap().state.clip_run(), Some(run));
}

#[test]
fn an_unplugged_projector_pauses_the_clip() {
    let (dir, content) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE);
    connect(&mut core, Displays::Extended);
    begun(&mut core);
    press(&mut core, Key::PageDown);
    player_at(&mut core, 0);
    press(&mut core, Key::K);
    player_at(&mut core, 7);
    connect(&mut core, Displays::One);
    assert_eq!(stands(&core), (7, false, false));
}

#[test]
fn after_a_power_cut_the_clip_stands_where_it_was_paused() {
    let (dir, content) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE);
    begun(&mut core);
    press(&mut core, Key::PageDown);
    player_at(&mut core, 0);
    press(&mut core, Key::K);
    player_at(&mut core, 33);
    press(&mut core, Key::K);
    settle(&mut core);
    drop(core);
    let mut core = core_with(dir.path(), pack_in(content.path()), NINE.plus_ms(120_000));
    core.apply(Intent::Resume);
    assert_eq!(stands(&core), (33, false, false));
}
