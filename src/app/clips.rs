//! Makes the clip on the wall match what the engine says: opens it ahead of time, plays, pauses, seeks, and tells the core where it stands.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use egui::{Color32, ColorImage, Context, TextureOptions};

use crate::{
    app::core::{Core, Wake},
    clock::Clock,
    engine::{
        clip::ClipRun,
        command::Command,
        ids::{PageId, SessionId},
        time::Ms,
    },
    media::{
        audio::Audio,
        video::{
            player::{Phase, Picture, Player, Trouble},
            subtitles::{Subtitle, at as subtitle_at},
        },
    },
    pack::Pack,
    ui::{
        textures::Textures,
        view::{ClipState, ClipView},
    },
};

/// How often a clip that is still being opened is looked at: a decoder that hangs tells nothing.
const OPENING: Duration = Duration::from_secs(1);
/// How often the console looks at a running clip: without a graphics card a pass of it costs as much as ten pictures on the wall.
pub(super) const PREVIEW: Duration = Duration::from_millis(500);

/// The clip that is open, if any.
#[derive(Default)]
pub(super) struct Clips {
    open: Option<Open>,
}

struct Open {
    session: SessionId,
    page: PageId,
    file: PathBuf,
    player: Player,
    subtitles: Vec<Subtitle>,
    /// What of the engine's state was carried out.
    jumps: u32,
    running: bool,
    placed: bool,
    told: bool,
    room: (u32, u32),
}

impl Clips {
    /// Opens what is shown or comes next, and brings it to where the engine says. True when something changed that must be painted.
    pub(super) fn follow(
        &mut self,
        core: &Core,
        pack: &Arc<Pack>,
        audio: &Audio,
        textures: &mut Textures,
        wake: &Wake,
    ) {
        let Some(live) = core.live() else {
            if self.open.take().is_some() {
                textures.forget_clip();
            }
            return;
        };
        let state = &live.state;
        let next = || state.sheet.after(state.shown).and_then(|place| state.sheet.page(place));
        let shown = state.clip_page();
        let wanted = shown.or_else(|| next().filter(|page| page.is_clip()).and_then(|page| page.pack_page()));
        let session = &state.setup.session;
        if self.open.as_ref().map(|open| (&open.session, &open.page)) != wanted.map(|page| (session, page)) {
            self.open = wanted.and_then(|page| open(pack, session, page, core, wake));
            textures.forget_clip();
        }
        let plays = state.clip_run().is_some_and(|run| run.since.is_some());
        if let Some(failed) = self.open.as_ref().filter(|open| open.told && plays && shown == Some(&open.page)) {
            // Play after a trouble: once more, from where it stood. The last good picture stays until there is a new one.
            self.open = self::open(pack, session, &failed.page, core, wake);
        }
        let Some(open) = &mut self.open else { return };
        let room = core.stage_size();
        if open.room != room {
            open.room = room;
            open.player.fit(room.0, room.1);
        }
        // A clip that only comes next waits where it will be shown.
        let run = state.clip_run_of(&open.page);
        open.follow(run, audio, core);
    }

    /// Takes the picture that is due and tells the core what the clip did by itself. Returns when to look again.
    pub(super) fn advance(&mut self, ctx: &Context, core: &mut Core, textures: &mut Textures) -> Option<Duration> {
        let open = self.open.as_mut()?;
        // Until it stands where it belongs its pictures are of another place.
        if let Some(picture) = Some(&open.player).filter(|_| open.placed).and_then(Player::picture) {
            upload(ctx, textures, &open.page, &picture, open.room);
        }
        let position = Ms((open.player.position().max(0) / 1000).unsigned_abs());
        textures.set_subtitle(subtitle_at(&open.subtitles, position));
        let phase = open.player.phase();
        let live = core.live()?;
        let shown = live.state.clip_page() == Some(&open.page);
        let run = live.state.clip_run_of(&open.page);
        if let Phase::Failed(trouble) = phase
            && !open.told
        {
            open.told = true;
            open.running = false;
            open.player.run(false);
            core.clip_failed(&open.file, trouble);
            if shown && run.since.is_some() {
                core.clip_command(&Command::PauseClip(if open.placed { position } else { run.at }));
            }
        }
        if !open.running {
            return (shown && phase == Phase::Opening).then_some(OPENING);
        }
        let begun = run.at;
        let live = core.live()?;
        let point = live.state.pause_point_between(begun, position).map(|point| point.at);
        if let Some(at) = point {
            open.player.run(false);
            open.running = false;
            core.clip_command(&Command::PauseClip(at));
        } else if open.player.ended() {
            open.player.run(false);
            open.running = false;
            core.clip_command(&Command::PauseClip(position));
        }
        open.player.next_due()
    }

    /// Where the clip shown stands, for the console and for commands.
    pub(super) fn view(&self, core: &Core) -> Option<ClipView> {
        let open = self.open.as_ref()?;
        let state = &core.live()?.state;
        let run = state.clip_run().filter(|_| state.clip_page() == Some(&open.page))?;
        let (phase, duration, sound) = match open.player.peek() {
            Phase::Opening => (ClipState::Opening, 0, true),
            Phase::Ready(info) => (ClipState::Ready, info.duration, info.sound),
            Phase::Failed(_) => (ClipState::Failed, 0, false),
        };
        let millis = |micros: i64| Ms((micros.max(0) / 1000).unsigned_abs());
        Some(ClipView {
            state: phase,
            position: if open.placed { millis(open.player.position()) } else { run.at },
            duration: millis(duration),
            running: run.since.is_some(),
            ended: open.player.ended() && run.since.is_none(),
            sound,
            ducked: run.ducked,
            volume: core.clip_volume(),
            focused: core.clip_has_focus(),
        })
    }
}

impl Open {
    fn follow(&mut self, run: ClipRun, audio: &Audio, core: &Core) {
        if !matches!(self.player.peek(), Phase::Ready(_)) {
            return;
        }
        if !self.placed {
            // The first picture is at the beginning anyway.
            self.placed = true;
            self.jumps = run.jumps;
            audio.play_clip(self.player.track());
            if run.at > Ms::ZERO {
                self.jump(run.at);
            }
        } else if self.jumps != run.jumps {
            self.jumps = run.jumps;
            self.jump(run.at);
        }
        let on = run.since.is_some();
        if on != self.running {
            self.running = on;
            self.player.run(on);
        }
        let track = self.player.track();
        track.duck(run.ducked);
        track.set_volume(f32::from(core.clip_volume()) / 100.0);
    }

    fn jump(&mut self, at: Ms) {
        self.player.seek(i64::try_from(at.0.saturating_mul(1000)).unwrap_or(i64::MAX));
    }
}

fn open(pack: &Arc<Pack>, session: &SessionId, page: &PageId, core: &Core, wake: &Wake) -> Option<Open> {
    let file = pack.clip_file(session, page)?;
    let room = core.stage_size();
    let clock: Clock = core.clock.clone();
    let wake = Arc::clone(wake);
    let player = Player::open(None, &file, room, clock, move || wake());
    Some(Open {
        session: session.clone(),
        page: page.clone(),
        subtitles: subtitles(&file),
        file,
        player,
        jumps: 0,
        running: false,
        placed: false,
        told: false,
        room,
    })
}

/// The `.srt` beside a clip; it is small, and read when the page before it is shown.
fn subtitles(clip: &Path) -> Vec<Subtitle> {
    crate::media::video::subtitles::read(&clip.with_extension("srt"))
}

fn upload(ctx: &Context, textures: &mut Textures, page: &PageId, picture: &Picture, room: (u32, u32)) {
    let size = [picture.width as usize, picture.height as usize];
    let pixels: Vec<Color32> =
        picture.rgba.as_chunks::<4>().0.iter().map(|[r, g, b, _]| Color32::from_rgb(*r, *g, *b)).collect();
    // A picture that fills the stage in one direction is shown pixel by pixel; smaller ones are enlarged smoothly.
    let exact = picture.width == room.0 || picture.height == room.1;
    let options = if exact { TextureOptions::NEAREST } else { TextureOptions::LINEAR };
    textures.set_clip(ctx, page, ColorImage::new(size, pixels), options);
}

/// What is wrong, for the core's notice.
#[must_use]
pub(super) fn trouble_words(trouble: Trouble) -> &'static str {
    use crate::{media::video::wire::Fault, text::clip as text};
    match trouble {
        Trouble::File(Fault::Unreadable) => text::UNREADABLE,
        Trouble::File(Fault::NoClip) => text::NO_CLIP,
        Trouble::File(Fault::Unknown) => text::UNKNOWN,
        Trouble::File(Fault::NoStream) => text::NO_STREAM,
        Trouble::File(Fault::TooLarge) => text::TOO_LARGE,
        Trouble::NoDecoder => text::NO_DECODER,
        Trouble::Died => text::DIED,
    }
}
