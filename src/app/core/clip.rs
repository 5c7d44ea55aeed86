//! The clip of the page shown: what keys and buttons ask of it, what the player tells. The player itself is in `app::clips`.

use std::path::Path;

use super::Core;
use crate::{
    app::clips,
    engine::{
        command::{Command, Rejection},
        time::Ms,
    },
    media::video::player::Trouble,
    text::{app, clip as text},
    ui::{
        intent::ClipKey,
        view::{ClipView, Face, Level},
    },
};

const VOLUME: &str = "sound.clip-volume";
/// As loud as it was before it was muted by another start of the program.
pub(super) const LOUD: u8 = 100;

impl Core {
    /// What the player says of the clip shown, for the console and for the next key.
    pub fn set_clip(&mut self, clip: Option<ClipView>) {
        self.clip = clip;
    }

    /// The clip shown runs.
    #[must_use]
    pub fn clip_runs(&self) -> bool {
        self.clip.is_some_and(|clip| clip.running)
    }

    /// How loud clips are, percent.
    #[must_use]
    pub fn clip_volume(&self) -> u8 {
        self.settings.get(VOLUME).and_then(|value| value.parse().ok()).filter(|volume| *volume <= 100).unwrap_or(100)
    }

    /// The facilitator's last press was on the clip shown: Space plays and pauses it instead of turning the page.
    #[must_use]
    pub fn clip_has_focus(&self) -> bool {
        let shown = self.live.as_ref().and_then(|live| live.state.clip_page());
        shown.is_some() && self.clip_focus.as_ref() == shown && self.face() == Face::Console
    }

    /// Something the clip did by itself, or that a key asked.
    pub(crate) fn clip_command(&mut self, command: &Command) {
        self.meeting(command);
    }

    /// One sentence about a file that cannot be played; the wall keeps what it shows.
    pub(crate) fn clip_failed(&mut self, file: &Path, trouble: Trouble) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        self.notice(Level::Warning, text::trouble(&name, clips::trouble_words(trouble)));
    }

    pub(super) fn clip(&mut self, key: ClipKey) {
        if key == ClipKey::Toggle && self.toggle_song() {
            return;
        }
        let clip = self.clip;
        let at = clip.map_or(Ms::ZERO, |clip| clip.position);
        let command = match key {
            ClipKey::Toggle if clip.is_some_and(|clip| clip.running) => Command::PauseClip(at),
            ClipKey::Toggle if clip.is_some_and(|clip| clip.ended) => Command::PlayClip(Some(Ms::ZERO)),
            ClipKey::Toggle => Command::PlayClip(None),
            ClipKey::Skip(seconds) => Command::SeekClip(at.shifted(i64::from(seconds) * 1000)),
            ClipKey::Seek(to) => Command::SeekClip(Ms(to)),
            ClipKey::Duck => Command::DuckClip,
            ClipKey::Focus(on) => {
                self.clip_focus = self.live.as_ref().and_then(|live| live.state.clip_page()).filter(|_| on).cloned();
                return;
            }
            ClipKey::Mute | ClipKey::Louder(_) if clip.is_none() => {
                self.reject(app::rejection(Rejection::NoClip));
                return;
            }
            ClipKey::Mute => return self.set_clip_volume(if self.clip_volume() == 0 { self.clip_loud } else { 0 }),
            ClipKey::Louder(by) => return self.set_clip_volume(self.clip_volume().saturating_add_signed(by)),
            ClipKey::Volume(percent) => return self.set_clip_volume(percent),
        };
        self.meeting(&command);
    }

    fn set_clip_volume(&mut self, percent: u8) {
        let before = self.clip_volume();
        // What mute gives back.
        self.clip_loud = if before == 0 { LOUD } else { before };
        self.keep(VOLUME, percent.min(100).to_string());
    }

    /// What runs on the wall must not run on unseen.
    pub(super) fn pause_clip(&mut self) {
        if let Some(clip) = self.clip.filter(|clip| clip.running) {
            self.meeting(&Command::PauseClip(clip.position));
        }
    }
}
