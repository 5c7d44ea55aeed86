//! Makes the clip on the wall match what the engine says: opens it ahead of time, plays, pauses, seeks, and tells the core where it stands.

use std::{
    any::Any,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions};

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
    platform::canvas::{Canvas, Canvases},
    ui::{
        textures::{Moving, Textures},
        view::{ClipState, ClipView},
    },
};

/// How often a clip that is still being opened is looked at: a decoder that hangs tells nothing.
const OPENING: Duration = Duration::from_secs(1);
/// How often the console looks at a running clip: as often as costs a fortieth of a core, since without a graphics card one pass of it
/// costs as much as ten pictures on the wall; never oftener than a preview needs, and once a second for the clock beside it.
pub(super) fn preview_every(pass: Duration) -> Duration {
    (pass * 40).clamp(Duration::from_millis(100), Duration::from_secs(1))
}

/// The clip that is open, if any.
#[derive(Default)]
pub(super) struct Clips {
    open: Option<Open>,
    canvases: Option<Canvases>,
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
    surface: Surface,
}

/// Where its pictures go.
enum Surface {
    /// Copied into the windows.
    Canvas(Arc<Canvas>, Arc<dyn Any + Send + Sync>),
    /// Drawn, where nothing can be copied.
    Texture(Option<TextureHandle>),
}

impl Clips {
    /// Pictures are copied into the windows by this OpenGL from now on.
    pub(super) fn copy_with(&mut self, canvases: Canvases) {
        self.canvases = Some(canvases);
    }

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
            self.open = wanted.and_then(|page| open(pack, session, page, core, self.canvases.as_ref(), wake));
            textures.forget_clip();
        }
        let plays = state.clip_run().is_some_and(|run| run.since.is_some());
        if let Some(failed) = self.open.as_ref().filter(|open| open.told && plays && shown == Some(&open.page)) {
            // Play after a trouble: once more, from where it stood. The last good picture stays until there is a new one.
            self.open = self::open(pack, session, &failed.page, core, self.canvases.as_ref(), wake);
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
            open.show(ctx, textures, picture);
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

    fn show(&mut self, ctx: &Context, textures: &mut Textures, picture: Picture) {
        // A picture that fills the stage in one direction is shown pixel by pixel; smaller ones are enlarged smoothly.
        let exact = picture.width == self.room.0 || picture.height == self.room.1;
        textures.set_clip(&self.page, self.surface.show(ctx, picture, exact));
    }

    fn jump(&mut self, at: Ms) {
        self.player.seek(i64::try_from(at.0.saturating_mul(1000)).unwrap_or(i64::MAX));
    }
}

impl Surface {
    fn new(canvases: Option<&Canvases>) -> Self {
        let canvas = canvases.and_then(Canvases::canvas);
        canvas.map_or(Self::Texture(None), |canvas| {
            let callback = canvas.callback();
            Self::Canvas(canvas, callback)
        })
    }

    fn show(&mut self, ctx: &Context, picture: Picture, exact: bool) -> Moving {
        if matches!(self, Self::Canvas(canvas, _) if canvas.refused()) {
            *self = Self::Texture(None);
        }
        match self {
            Self::Canvas(canvas, paint) => {
                let size = (picture.width, picture.height);
                canvas.set(size, picture.bgra);
                Moving::Canvas { size, paint: Arc::clone(paint) }
            }
            Self::Texture(texture) => {
                let pixels = picture.bgra.as_chunks::<4>().0.iter().map(|[b, g, r, _]| Color32::from_rgb(*r, *g, *b));
                let image = ColorImage::new([picture.width as usize, picture.height as usize], pixels.collect());
                let options = if exact { TextureOptions::NEAREST } else { TextureOptions::LINEAR };
                if let Some(texture) = texture {
                    texture.set(image, options);
                    return Moving::Texture(texture.clone());
                }
                Moving::Texture(texture.insert(ctx.load_texture("clip", image, options)).clone())
            }
        }
    }
}

fn open(
    pack: &Arc<Pack>,
    session: &SessionId,
    page: &PageId,
    core: &Core,
    canvases: Option<&Canvases>,
    wake: &Wake,
) -> Option<Open> {
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
        surface: Surface::new(canvases),
    })
}

/// The `.srt` beside a clip; it is small, and read when the page before it is shown.
fn subtitles(clip: &Path) -> Vec<Subtitle> {
    crate::media::video::subtitles::read(&clip.with_extension("srt"))
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
