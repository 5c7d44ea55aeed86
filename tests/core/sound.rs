//! Sound around the session, without a loudspeaker: a game's song, background music, signals, and through which device.

use std::{path::Path, sync::Arc};

use egui::Key;
use lembar::{
    app::core::{Core, Effect},
    engine::{
        command::Command,
        ids::GameId,
        loudspeaker::{Answer, Outputs, Pick},
        time::Ms,
    },
    pack::{self, sounds},
    ui::intent::{Intent, SoundKey},
};

use super::{NINE, begun, core, core_with, opened, press};

const LAPTOP: &str = "Built-in Audio Analog Stereo";
const HDMI: &str = "Built-in Audio Digital Stereo (HDMI)";

fn outputs(names: &[&str], default: &str) -> Outputs {
    Outputs { names: names.iter().map(|&name| name.to_owned()).collect(), default: Some(default.to_owned()) }
}

/// A meeting under way with a pack whose first game has a song and whose second has none.
fn with_songs(dir: &Path) -> (Core, [GameId; 2]) {
    let mut pack = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    pack.games[0].sound = Some("tepuk-dasar".to_owned());
    pack.games[1].sound = None;
    let games = [pack.games[0].id.clone(), pack.games[1].id.clone()];
    let mut core = core_with(dir, Arc::new(pack), NINE);
    begun(&mut core);
    core.clock.advance(10_000);
    (core, games)
}

fn start(core: &mut Core, game: &GameId) {
    core.apply(Intent::Meeting(Command::StartGame(game.clone())));
}

fn song(core: &Core) -> Option<bool> {
    core.view(None).meeting.unwrap().song
}

#[test]
fn k_plays_and_stops_a_games_song_which_ends_with_its_game() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, [with, without]) = with_songs(dir.path());
    assert_eq!((song(&core), core.sound_plan().song), (None, None));
    start(&mut core, &with);
    let plan = core.sound_plan();
    assert!(plan.song.is_some_and(|file| file.ends_with("tepuk-dasar.ogg")) && plan.ready, "read before it is wanted");
    assert_eq!((song(&core), plan.singing), (Some(false), 0));

    press(&mut core, Key::K);
    assert_eq!((song(&core), core.sound_plan().singing, core.sound_plan().hushed), (Some(true), 1, true));
    press(&mut core, Key::K);
    assert_eq!((song(&core), core.sound_plan().singing), (Some(false), 0));
    press(&mut core, Key::K);
    assert_eq!(core.sound_plan().singing, 2, "from the beginning again");
    assert!(!core.set_sung(1), "news of a playing that was stopped");
    assert!(core.set_sung(2));
    assert_eq!(song(&core), Some(false), "it ended by itself");

    press(&mut core, Key::K);
    core.apply(Intent::Meeting(Command::EndGame));
    assert_eq!((song(&core), core.sound_plan().singing), (None, 0));
    start(&mut core, &with);
    assert_eq!(song(&core), Some(false), "begun anew, it waits for K");
    start(&mut core, &without);
    assert_eq!(song(&core), None);
}

#[test]
fn k_plays_the_song_of_a_page_that_is_a_game() {
    let content = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), content.path());
    let file = content.path().join("sessions/m1-s1/session.toml");
    let page = "[[step.page]]\nid = \"main\"\nlayout = \"game\"\ntitle = \"Main\"\ngame = \"oper-bola\"\nscript = \"Lakukan: Main.\"\n\n[[step.page]]\n";
    let text = std::fs::read_to_string(&file).unwrap().replacen("[[step.page]]\n", page, 1);
    std::fs::write(&file, text).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut core = core_with(dir.path(), Arc::new(pack::load(content.path())), NINE);
    begun(&mut core);
    core.clock.advance(10_000);
    assert_eq!(song(&core), Some(false), "the first page is a game with a song");
    press(&mut core, Key::K);
    let plan = core.sound_plan();
    assert!(plan.singing == 1 && plan.song.is_some_and(|file| file.ends_with("lagu-riang.ogg")));
    press(&mut core, Key::ArrowRight);
    assert_eq!((song(&core), core.sound_plan().singing), (None, 0), "it ends with its page");
}

/// The content without its clips and parts, which nothing here looks at.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_dir() && name != "parts" {
            copy(&path, &to.join(name));
        } else if path.is_file() && path.extension().is_none_or(|ending| ending != "mp4") {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

#[test]
fn seats_are_proposed_again_at_the_groups_next_meeting() {
    use lembar::engine::lots::Pool;
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    assert_eq!(core.drafts.play.seats_before, None);
    core.apply(Intent::Meeting(Command::SpinWheel(Pool::Seats(17))));
    core.apply(Intent::Meeting(Command::Close));
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    super::open_again(&mut core, group);
    assert_eq!(core.drafts.play.seats_before, Some(17));
}

#[test]
fn music_plays_while_people_come_and_work_and_is_remembered() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    opened(&mut core);
    core.clock.advance(10_000);
    assert_eq!(core.sound_plan().music, None, "nobody asked for it");
    assert!(press(&mut core, Key::U));
    assert!(core.sound_plan().music.is_some_and(|file| file.ends_with("musik-latar.ogg")));
    core.apply(Intent::Sound(SoundKey::MusicVolume(55)));

    press(&mut core, Key::F5);
    assert_eq!(core.sound_plan().music, None, "the facilitator speaks");
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(4))));
    assert!(core.sound_plan().music.is_some() && !core.sound_plan().hushed);
    core.clock.advance(4 * 60_000);
    assert_eq!(core.sound_plan().music, None, "time");
    assert_eq!(core.close(), 0);

    let again = super::core(dir.path(), NINE);
    assert_eq!((again.view(None).music.on, again.view(None).music.volume), (true, 55));
}

#[test]
fn a_countdown_is_heard_at_its_beginning_two_minutes_before_and_at_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    core.clock.advance(10_000);
    let cues = core.sound_plan().cues;
    for (cue, name) in cues.iter().zip([sounds::START, sounds::TWO_MINUTES, sounds::TIME]) {
        assert_eq!(cue.as_deref(), core.pack.sound(name), "in the loudspeaker's order");
    }
    core.take_effects();
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::minutes(4))));
    assert_eq!(core.take_effects(), [Effect::CountdownBegan]);
    core.apply(Intent::Meeting(Command::StartCountdown(Ms::ZERO)));
    assert_eq!(core.take_effects(), [], "refused");
    let mut heard = Vec::new();
    for _ in 0..4 * 60 + 10 {
        core.clock.advance(1000);
        core.tick();
        heard.extend(core.take_effects());
    }
    assert_eq!(heard, [Effect::TwoMinutesLeft, Effect::CountdownOver]);
}

#[test]
fn a_projectors_loudspeaker_is_asked_about_once_and_the_answer_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    core.set_outputs(outputs(&[LAPTOP], LAPTOP));
    assert!(core.view(None).notices.is_empty());
    core.set_outputs(outputs(&[LAPTOP, HDMI], HDMI));
    let notice = core.view(None).notices.last().cloned().unwrap();
    assert!(notice.text.contains(HDMI) && !notice.permanent);
    let (_, laptop) = notice.other.unwrap();
    core.set_outputs(outputs(&[LAPTOP, HDMI], HDMI));
    assert_eq!((core.view(None).notices.len(), core.sound_plan().pick), (1, Pick::Default), "it does not nag");
    core.apply(laptop);
    assert!(core.view(None).notices.is_empty());
    assert_eq!(core.sound_plan().pick, Pick::Named(LAPTOP.to_owned()));
    assert_eq!(core.close(), 0);

    let mut again = super::core(dir.path(), NINE);
    again.set_outputs(outputs(&[LAPTOP, HDMI], HDMI));
    assert!(again.view(None).notices.is_empty(), "answered for good");
    assert_eq!(again.sound_plan().pick, Pick::Named(LAPTOP.to_owned()));
    again.set_outputs(outputs(&[LAPTOP], LAPTOP));
    assert_eq!(again.sound_plan().pick, Pick::Default);
}

#[test]
fn an_unanswered_question_goes_with_its_projector() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    core.set_outputs(outputs(&[LAPTOP, HDMI], HDMI));
    assert_eq!(core.view(None).notices.len(), 1, "also when it was plugged in before the program began");
    core.set_outputs(outputs(&[LAPTOP], LAPTOP));
    assert!(core.view(None).notices.is_empty());
    core.apply(Intent::Sound(SoundKey::Answer(Answer::Projector)));
    core.set_outputs(outputs(&[LAPTOP, HDMI], LAPTOP));
    assert_eq!(core.sound_plan().pick, Pick::Default, "an answer without a question is none");
}

#[test]
fn a_chosen_loudspeaker_is_remembered_and_missed_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    core.set_outputs(outputs(&[LAPTOP, "USB"], LAPTOP));
    core.apply(Intent::Sound(SoundKey::Device(Some("USB".to_owned()))));
    assert_eq!(core.sound_plan().pick, Pick::Named("USB".to_owned()));
    assert_eq!(core.take_effects(), [Effect::TestTone], "heard at once");
    for _ in 0..2 {
        core.set_outputs(outputs(&[LAPTOP], LAPTOP));
    }
    let said: Vec<_> = core.view(None).notices.iter().map(|notice| notice.text.clone()).collect();
    assert!(said.len() == 1 && said[0].contains("USB"), "{said:?}");
    assert_eq!(core.sound_plan().pick, Pick::Instead("USB".to_owned()));
    core.set_outputs(outputs(&[LAPTOP, "USB"], LAPTOP));
    assert_eq!(core.sound_plan().pick, Pick::Named("USB".to_owned()), "it is back");
    assert_eq!(core.close(), 0);
    assert_eq!(super::core(dir.path(), NINE).view(None).sound.chosen, Some("USB"));
}
