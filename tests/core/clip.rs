//! A page with a clip, without a player: what its keys ask, what the wall shows, what is kept when the power fails.

use std::{fs, path::Path, sync::Arc};

use egui::Key;
use lembar::{
    app::core::Core,
    engine::{ids::PageId, time::Ms},
    pack::{self, Pack},
    ui::{
        intent::{ClipKey, Intent},
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
    core.apply(Intent::Clip(ClipKey::Volume(40)));
    assert_eq!(core.clip_volume(), 40);
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
