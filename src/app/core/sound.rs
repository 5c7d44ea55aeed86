//! Sound around the session: the song of a game or of the yel-yel, background music, through which loudspeaker. Clips are in `clip`; what is played where, is
//! carried out by `media::audio`.

use std::{collections::BTreeMap, path::PathBuf};

use super::Core;
use crate::{
    engine::{
        ids::GameId,
        loudspeaker::{Answer, Outputs, Pick, Wanted, pick, question},
        state::{Board, Phase},
    },
    media::audio::Plan,
    pack::sounds,
    text::{lots, sound as text},
    ui::{
        intent::{Intent, Overlay, Screen, SoundKey},
        view::{Level, MusicView, SoundView},
    },
};

const DEVICE: &str = "sound.device";
const PROJECTORS: &str = "sound.projectors";
const MUSIC: &str = "sound.music";
const MUSIC_VOLUME: &str = "sound.music-volume";
/// Music under people who talk, percent.
const QUIET: u8 = 30;
/// The start of the program has disk and processors to itself this long, ms.
const FIRST: u64 = 3000;

/// What is known of sound, and what is wanted.
#[derive(Default)]
pub(super) struct Sound {
    outputs: Option<Outputs>,
    wanted: Wanted,
    /// The question about a projector's loudspeaker that stands: notice and name.
    asked: Option<(u64, String)>,
    /// The chosen loudspeaker whose absence was said.
    missed: Option<String>,
    /// The song that runs: which playing it is, and of what.
    song: Option<(u32, Singer)>,
    songs: u32,
}

/// What on the wall has a song.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Singer {
    Game(GameId),
    /// The yel-yel with this file.
    Yell(PathBuf),
}

impl Core {
    pub(super) fn read_sound_settings(&mut self) {
        let device = self.settings.get(DEVICE).filter(|name| !name.is_empty()).cloned();
        let kept = self.settings.get(PROJECTORS).map(String::as_str).unwrap_or_default();
        let answers: BTreeMap<String, bool> = serde_json::from_str(kept).unwrap_or_default();
        let answers = answers.into_iter().map(|(name, projector)| {
            let answer = if projector { Answer::Projector } else { Answer::Laptop };
            (name, answer)
        });
        self.sound.wanted = Wanted { device, answers: answers.collect() };
    }

    pub(super) fn sound_key(&mut self, key: SoundKey) {
        match key {
            SoundKey::Music => {
                let on = !self.music_on();
                self.keep(MUSIC, if on { "yes" } else { "no" }.to_owned());
                if on && !self.music_fits() {
                    self.notice(Level::Info, text::MUSIC_LATER);
                }
            }
            SoundKey::MusicVolume(percent) => self.keep(MUSIC_VOLUME, percent.min(100).to_string()),
            SoundKey::Device(device) => {
                self.keep(DEVICE, device.clone().unwrap_or_default());
                self.sound.wanted.device = device;
                self.take_question_away();
                self.say_missing();
                self.play_tone();
            }
            SoundKey::Answer(answer) => self.answer(answer),
        }
    }

    fn answer(&mut self, answer: Answer) {
        let Some((_, name)) = self.sound.asked.clone() else { return };
        self.take_question_away();
        self.sound.wanted.answers.insert(name, answer);
        let answers = &self.sound.wanted.answers;
        let kept: BTreeMap<_, _> = answers.iter().map(|(name, answer)| (name, *answer == Answer::Projector)).collect();
        match serde_json::to_string(&kept) {
            Ok(kept) => self.keep(PROJECTORS, kept),
            Err(error) => log::error!("answers about projectors: {error}"),
        }
    }

    fn take_question_away(&mut self) {
        if let Some((notice, _)) = self.sound.asked.take() {
            self.notices.retain(|other| other.id != notice);
        }
    }

    /// The loudspeakers were listed. Asks once about a projector's, says once that a chosen one is missing.
    pub fn set_outputs(&mut self, outputs: Outputs) {
        let gone = self.sound.asked.as_ref().is_some_and(|(_, name)| !outputs.names.contains(name));
        if gone {
            self.take_question_away();
        }
        let before = self.sound.outputs.take();
        if let Some(name) = question(before.as_ref(), &outputs, &self.sound.wanted) {
            self.take_question_away();
            let notice = self.notice_with(
                Level::Warning,
                &text::question(&name),
                (text::BY_PROJECTOR, Intent::Sound(SoundKey::Answer(Answer::Projector))),
            );
            self.notice_or(notice, (text::BY_LAPTOP, Intent::Sound(SoundKey::Answer(Answer::Laptop))));
            self.sound.asked = Some((notice, name));
        }
        self.sound.outputs = Some(outputs);
        self.say_missing();
    }

    fn say_missing(&mut self) {
        let missing = match self.pick() {
            Pick::Instead(name) => Some(name),
            Pick::Default | Pick::Named(_) => None,
        };
        if let Some(name) = &missing
            && self.sound.missed != missing
        {
            self.notice(Level::Warning, text::missing(name));
        }
        self.sound.missed = missing;
    }

    fn pick(&self) -> Pick {
        self.sound.outputs.as_ref().map_or(Pick::Default, |outputs| pick(&self.sound.wanted, outputs))
    }

    fn music_on(&self) -> bool {
        self.settings.get(MUSIC).is_some_and(|value| value == "yes")
    }

    /// People come in, or work against the clock: the moments for music.
    fn music_fits(&self) -> bool {
        let (Some(live), Some(now)) = (&self.live, self.meeting_now()) else { return false };
        let working = live.state.countdown.is_some_and(|countdown| !countdown.over(now.at));
        live.state.phase == Phase::Waiting || (live.state.phase == Phase::Running && working)
    }

    /// The game on the wall: one that was begun, or the page's own.
    fn game_on_wall(&self) -> Option<&GameId> {
        let live = self.live.as_ref()?;
        let page = || live.state.sheet.page(live.state.shown)?.pack_page();
        live.state.game.as_ref().or_else(|| self.pack.page_game(&live.session.id, page()?))
    }

    /// The game or yel-yel on the wall, if it has a song.
    fn song_on_wall(&self) -> Option<(Singer, PathBuf)> {
        match &self.live.as_ref()?.state.board {
            Some(Board::Yell(lines)) => {
                let file = self.yell_sound(lines)?;
                Some((Singer::Yell(file.clone()), file))
            }
            Some(_) => None,
            None => {
                let game = self.game_on_wall()?;
                let file = self.pack.sound(self.pack.game(game)?.sound.as_deref()?)?;
                Some((Singer::Game(game.clone()), file.to_owned()))
            }
        }
    }

    /// K over a game or the yel-yel: its song, or silence. False when it has none.
    pub(super) fn toggle_song(&mut self) -> bool {
        let Some((singer, file)) = self.song_on_wall() else { return false };
        if self.song_number() > 0 {
            self.sound.song = None;
        } else if matches!(singer, Singer::Yell(_)) && !file.is_file() {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            self.notice(Level::Warning, lots::sound_missing(&name));
        } else {
            self.sound.songs += 1;
            self.sound.song = Some((self.sound.songs, singer));
        }
        true
    }

    /// A song whose game or yel-yel has left the wall is over, and does not go on when that comes back.
    pub(super) fn end_song(&mut self) {
        if self.song_number() == 0 {
            self.sound.song = None;
        }
    }

    /// Which playing runs; a song ends with what it belongs to.
    fn song_number(&self) -> u32 {
        let singer = self.song_on_wall().map(|(singer, _)| singer);
        self.sound.song.as_ref().filter(|(_, of)| Some(of) == singer.as_ref()).map_or(0, |(number, _)| *number)
    }

    /// The song with this number ended by itself. True when that is news.
    pub fn set_sung(&mut self, number: u32) -> bool {
        self.sound.song.take_if(|(running, _)| *running == number).is_some()
    }

    /// A page, game or panel from which a key may ask for sound.
    fn sound_may_come(&self) -> bool {
        let Some(live) = &self.live else { return self.screen == Screen::Check };
        let page = live.state.sheet.page(live.state.shown).and_then(|page| page.pack_page());
        let mut pages = live.session.steps.iter().flat_map(|step| &step.pages);
        let activity = page.is_some_and(|id| pages.any(|page| page.id == *id && page.countdown_s.is_some()));
        self.screen == Screen::Check
            || (self.screen == Screen::Deliver
                && (activity || self.overlay == Some(Overlay::Countdown) || self.song_on_wall().is_some()))
    }

    /// What should be sounding besides clips and signals.
    #[must_use]
    pub fn sound_plan(&self) -> Plan {
        let begun = self.live.is_some() && self.clock.mono() >= FIRST;
        let file = |name: &str| self.pack.sound(name).filter(|_| begun).map(std::path::Path::to_owned);
        let singing = self.song_number();
        Plan {
            cues: [file(sounds::START), file(sounds::TWO_MINUTES), file(sounds::TIME)],
            song: self.song_on_wall().map(|(_, file)| file),
            singing,
            music: file(sounds::BACKGROUND).filter(|_| self.music_on() && self.music_fits()),
            music_volume: self.music_volume(),
            hushed: singing > 0 || self.clip_runs(),
            ready: self.sound_may_come(),
            pick: self.pick(),
        }
    }

    fn music_volume(&self) -> u8 {
        let kept = self.settings.get(MUSIC_VOLUME).and_then(|value| value.parse().ok());
        kept.filter(|volume| *volume <= 100).unwrap_or(QUIET)
    }

    pub(super) fn music_view(&self) -> MusicView {
        MusicView { on: self.music_on(), volume: self.music_volume() }
    }

    /// Whether the song of the game or yel-yel on the wall runs; `None` = it has none.
    pub(super) fn song_view(&self) -> Option<bool> {
        self.song_on_wall().map(|_| self.song_number() > 0)
    }

    pub(super) fn sound_view(&self) -> SoundView<'_> {
        let outputs = self.sound.outputs.as_ref();
        SoundView {
            names: outputs.map_or(&[], |outputs| &outputs.names),
            default: outputs.and_then(|outputs| outputs.default.as_deref()),
            chosen: self.sound.wanted.device.as_deref(),
        }
    }
}
