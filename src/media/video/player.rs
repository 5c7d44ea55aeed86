//! One clip being played: starts the decoder child, keeps a few pictures and a stretch of sound ahead, says which picture is due.
//! Never waits: what is asked goes through a bounded channel, what comes is taken in by a thread.

use std::{
    collections::VecDeque,
    io::{BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

use super::{
    sync::{Pick, pick},
    track::Track,
    wire::{Ask, Fault, Info, RATE, Tell},
};
use crate::clock::Clock;

/// Pictures decoded ahead.
const FRAMES: usize = 4;
/// Sound decoded ahead, stereo samples: half a second.
const SAMPLES: u32 = RATE / 2;
/// Wishes that may wait for the pipe.
const WISHES: usize = 32;
/// A clip that should run and shows nothing new for so long has a decoder that hangs, microseconds.
const HANGS: i64 = 5_000_000;
/// The same for one that is still being opened: the first start of all reads the decoder's libraries from a slow disk, microseconds.
const HANGS_OPENING: i64 = 10_000_000;

/// How often a clip that is only tried is looked at.
const LOOK: Duration = Duration::from_millis(5);
/// How often a running clip without pictures is looked at.
const STARVED: Duration = Duration::from_millis(100);

/// A picture of a clip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Microseconds from the beginning.
    pub at: i64,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Blue, green, red and an unused byte for each pixel: the order of windows, and the one FFmpeg makes quickest.
    pub bgra: Vec<u8>,
}

/// How a clip stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The decoder has not answered yet.
    Opening,
    /// It can be played.
    Ready(Info),
    /// It cannot, or no further.
    Failed(Trouble),
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file.
    File(Fault),
    /// The decoder could not be started: it is not beside the program.
    NoDecoder,
    /// The decoder died or hung on this file.
    Died,
}

/// A clip being played. Dropped, its decoder is gone.
pub struct Player {
    desk: Arc<Desk>,
    track: Arc<Track>,
    wishes: SyncSender<Wish>,
    child: Option<Child>,
    threads: Vec<JoinHandle<()>>,
}

enum Wish {
    Fit(u32, u32),
    Seek {
        generation: u32,
        at: i64,
    },
    /// Pictures were taken; how many is on the desk, so that a full channel loses none.
    Frames,
    /// The loudspeaker has taken some sound.
    Sound,
    /// Enough.
    End,
}

struct Desk {
    inner: Mutex<Inner>,
    clock: Clock,
    wake: Box<dyn Fn() + Send + Sync>,
}

struct Inner {
    phase: Phase,
    generation: u32,
    frames: VecDeque<Picture>,
    no_more_frames: bool,
    /// Of the first picture after a seek: it is shown whether or not the clip runs.
    fresh: bool,
    shown: Option<i64>,
    dropped: u64,
    news: i64,
    /// Stereo samples asked for and not yet here.
    owed: u32,
    /// Pictures taken and not yet asked for anew.
    taken: u32,
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Player {
    /// Opens `file` for a screen of `room` pixels, standing at its beginning. `wake` is called from other threads when there is news.
    #[must_use]
    pub fn open(
        decoder: Option<&Path>,
        file: &Path,
        room: (u32, u32),
        clock: Clock,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let inner = Inner {
            phase: Phase::Opening,
            generation: 0,
            frames: VecDeque::new(),
            no_more_frames: false,
            fresh: true,
            shown: None,
            dropped: 0,
            news: clock.micros(),
            owed: 0,
            taken: 0,
        };
        let desk = Arc::new(Desk { inner: Mutex::new(inner), clock: clock.clone(), wake: Box::new(wake) });
        let (wishes, inbox) = sync_channel(WISHES);
        let teller = wishes.clone();
        // A full channel has enough to do, and looks at the sound as well.
        let track = Track::new(clock, move || _ = teller.try_send(Wish::Sound).is_ok());
        let mut player = Self { desk, track, wishes, child: None, threads: Vec::new() };
        if let Err(error) = player.start(decoder, file, room, inbox) {
            log::error!("the decoder could not be started: {error}");
            player.desk.lock().phase = Phase::Failed(Trouble::NoDecoder);
        }
        player
    }

    fn start(
        &mut self,
        decoder: Option<&Path>,
        file: &Path,
        room: (u32, u32),
        inbox: Receiver<Wish>,
    ) -> std::io::Result<()> {
        let program = decoder.map_or_else(decoder_beside_program, |path| Ok(path.to_owned()))?;
        let mut child = Command::new(program)
            .arg(file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        self.child = Some(child);
        let Some((stdin, stdout)) = pipes else { return Err(std::io::Error::other("the decoder has no pipes")) };
        self.wish(Wish::Fit(room.0, room.1));
        let named = |name: &str| std::thread::Builder::new().name(name.to_owned());
        let (desk, track) = (Arc::clone(&self.desk), Arc::clone(&self.track));
        self.threads.push(named("clip-in").spawn(move || hear(&desk, &track, stdout))?);
        let (desk, track) = (Arc::clone(&self.desk), Arc::clone(&self.track));
        self.threads.push(named("clip-out").spawn(move || ask(&desk, &track, &inbox, stdin))?);
        Ok(())
    }

    /// The decoder's process, for tests that put it down.
    #[must_use]
    pub fn decoder(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// The sound, for the loudspeaker.
    #[must_use]
    pub fn track(&self) -> &Arc<Track> {
        &self.track
    }

    /// How it stands.
    #[must_use]
    pub fn peek(&self) -> Phase {
        self.desk.lock().phase
    }

    /// How it stands. A decoder that hangs is put down here.
    pub fn phase(&mut self) -> Phase {
        let now = self.desk.clock.micros();
        let mut inner = self.desk.lock();
        let only_sound = matches!(inner.phase, Phase::Ready(info) if !info.has_pictures());
        let starved = if only_sound { self.track.dry() } else { inner.frames.is_empty() && !inner.no_more_frames };
        let most = match inner.phase {
            Phase::Opening => HANGS_OPENING,
            Phase::Ready(_) if starved && self.track.running() => HANGS,
            Phase::Ready(_) | Phase::Failed(_) => i64::MAX,
        };
        if now - inner.news > most {
            inner.phase = Phase::Failed(Trouble::Died);
            drop(inner);
            self.kill();
            return Phase::Failed(Trouble::Died);
        }
        inner.phase
    }

    /// Waits for the first picture, or sound if it has no pictures: for whoever only wants to know whether it can be played, not for the UI
    /// thread. A clip that has none in `patience` is as good as one whose decoder died.
    pub fn try_first(&mut self, patience: Duration) -> Result<(), Trouble> {
        let until = self.desk.clock.micros() + i64::try_from(patience.as_micros()).unwrap_or(i64::MAX / 2);
        while self.desk.clock.micros() < until {
            let only_sound = match self.phase() {
                Phase::Failed(trouble) => return Err(trouble),
                Phase::Ready(info) => !info.has_pictures(),
                Phase::Opening => false,
            };
            if self.picture().is_some() || (only_sound && self.track.waiting() > 0) {
                return Ok(());
            }
            if self.ended() {
                return Err(Trouble::File(Fault::NoClip));
            }
            std::thread::sleep(LOOK);
        }
        Err(Trouble::Died)
    }

    /// Runs or stands still.
    pub fn run(&self, on: bool) {
        self.desk.lock().news = self.desk.clock.micros();
        self.track.run(on);
    }

    /// Where it is, microseconds.
    #[must_use]
    pub fn position(&self) -> i64 {
        self.track.position()
    }

    /// Nothing more comes: the last picture is on show, and sound that is longer than the pictures was heard. A sound that no
    /// loudspeaker takes runs as long as one that is heard.
    #[must_use]
    pub fn ended(&self) -> bool {
        let position = self.track.position();
        let inner = self.desk.lock();
        if let Phase::Ready(info) = inner.phase
            && !info.has_pictures()
        {
            return self.track.played_out() || (info.duration > 0 && position + info.frame >= info.duration);
        }
        let sound = matches!(inner.phase, Phase::Ready(info) if info.sound);
        inner.no_more_frames && inner.frames.is_empty() && !(sound && self.track.sounding())
    }

    /// Pictures that came too late to be shown.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.desk.lock().dropped
    }

    /// Goes to a position, microseconds; what was decoded ahead is forgotten.
    pub fn seek(&self, at: i64) {
        let mut inner = self.desk.lock();
        if let Phase::Ready(info) = inner.phase {
            let last = (info.duration - info.frame).max(0);
            let at = if info.duration > 0 { at.clamp(0, last) } else { at.max(0) };
            inner.frames.clear();
            inner.no_more_frames = false;
            inner.fresh = true;
            inner.generation += 1;
            inner.taken = 0;
            inner.news = self.desk.clock.micros();
            let generation = inner.generation;
            drop(inner);
            self.track.jump(at);
            self.wish(Wish::Seek { generation, at });
        }
    }

    /// Pictures are for a screen of this size, pixels.
    pub fn fit(&self, width: u32, height: u32) {
        self.wish(Wish::Fit(width, height));
    }

    fn wish(&self, wish: Wish) {
        if self.wishes.try_send(wish).is_err() {
            log::warn!("the decoder does not keep up with what is asked");
        }
    }

    /// The picture that is due now, if it is another than the one on show.
    #[must_use]
    pub fn picture(&self) -> Option<Picture> {
        let at = self.track.position();
        let mut inner = self.desk.lock();
        let drop = if inner.fresh && !inner.frames.is_empty() {
            0
        } else if self.track.running() {
            let waiting: Vec<i64> = inner.frames.iter().map(|frame| frame.at).collect();
            let Pick::Show(drop) = pick(&waiting, at) else { return None };
            drop
        } else {
            return None;
        };
        inner.fresh = false;
        inner.dropped += drop as u64;
        let picture = inner.frames.drain(..=drop).next_back()?;
        inner.shown = Some(picture.at);
        inner.news = self.desk.clock.micros();
        inner.taken += drop as u32 + 1;
        std::mem::drop(inner);
        self.wish(Wish::Frames);
        Some(picture)
    }

    /// When to ask for a picture again; `None` = when it runs again.
    #[must_use]
    pub fn next_due(&self) -> Option<Duration> {
        let at = self.track.position();
        if !self.track.running() {
            return None;
        }
        let waiting: Vec<i64> = self.desk.lock().frames.iter().map(|frame| frame.at).collect();
        match pick(&waiting, at) {
            Pick::Show(_) => Some(Duration::from_millis(1)),
            Pick::Hold(wait) => Some(Duration::from_micros(wait.max(1000).unsigned_abs())),
            // Whether it has ended, or its decoder hangs, has to be seen without news as well.
            Pick::Starved => Some(STARVED),
        }
    }

    fn kill(&mut self) {
        self.track.close();
        if let Some(mut child) = self.child.take() {
            // It may be gone already, which is as well.
            if child.kill().and_then(|()| child.wait()).is_err() {
                log::debug!("the decoder was gone before it was put down");
            }
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.kill();
        // The thread may be waiting for a wish; when the channel is full it is not.
        self.wish(Wish::End);
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                log::error!("a clip's thread died");
            }
        }
    }
}

/// Where the decoder is: beside the program.
pub(in crate::media) fn decoder_beside_program() -> std::io::Result<PathBuf> {
    let name = format!("lembar-decode{}", std::env::consts::EXE_SUFFIX);
    Ok(std::env::current_exe()?.with_file_name(name))
}

/// Takes in what the decoder tells until it is gone.
fn hear(desk: &Desk, track: &Track, stdout: ChildStdout) {
    let mut pipe = BufReader::with_capacity(256 * 1024, stdout);
    while let Ok(tell) = Tell::read(&mut pipe) {
        let mut inner = desk.lock();
        inner.news = desk.clock.micros();
        let generation = inner.generation;
        // Whoever shows pictures looks for the next one by itself; it is called only when it has run out of them.
        let steady = matches!(tell, Tell::Frame { .. }) && !inner.fresh && inner.frames.len() > 1;
        match tell {
            Tell::Opened(info) => inner.phase = Phase::Ready(info),
            Tell::Frame { generation: of, at, width, height, bgra } if of == generation => {
                inner.frames.push_back(Picture { at, width, height, bgra });
            }
            Tell::Sound { generation: of, at, samples } if of == generation => {
                inner.owed = inner.owed.saturating_sub((samples.len() / 2) as u32);
                track.push(at, &samples);
                continue;
            }
            Tell::LastFrame(of) if of == generation => inner.no_more_frames = true,
            Tell::LastSound(of) if of == generation => track.end(),
            // What was on its way when it was sought elsewhere.
            Tell::Frame { .. } | Tell::Sound { .. } | Tell::LastFrame(_) | Tell::LastSound(_) => continue,
            Tell::Failed(fault) => inner.phase = Phase::Failed(Trouble::File(fault)),
        }
        drop(inner);
        if !steady {
            (desk.wake)();
        }
    }
    let mut inner = desk.lock();
    if !matches!(inner.phase, Phase::Failed(_)) {
        inner.phase = Phase::Failed(Trouble::Died);
    }
    drop(inner);
    (desk.wake)();
}

/// Passes wishes on, and asks for more sound whenever the loudspeaker has taken some. Ends with the decoder.
fn ask(desk: &Desk, track: &Track, wishes: &Receiver<Wish>, stdin: ChildStdin) {
    let mut pipe = BufWriter::new(stdin);
    let first = Ask::Credit { frames: FRAMES as u32, samples: 0 };
    let mut said = first.write(&mut pipe).and_then(|()| more_sound(desk, track, &mut pipe));
    while said.is_ok() {
        said = match wishes.recv() {
            Ok(Wish::Fit(width, height)) => Ask::Fit { width, height }.write(&mut pipe),
            Ok(Wish::Frames) => more_pictures(desk, &mut pipe),
            Ok(Wish::Sound) => more_pictures(desk, &mut pipe).and_then(|()| more_sound(desk, track, &mut pipe)),
            Ok(Wish::Seek { generation, at }) => {
                let mut inner = desk.lock();
                if inner.generation != generation {
                    // Sought again meanwhile. Its pictures and sound would pass for those of the newer one.
                    continue;
                }
                // Sound asked for until now was of the place before, and that credit is void.
                inner.owed = 0;
                drop(inner);
                let seek = Ask::Seek { generation, at }.write(&mut pipe);
                let credit = seek.and_then(|()| Ask::Credit { frames: FRAMES as u32, samples: 0 }.write(&mut pipe));
                credit.and_then(|()| more_sound(desk, track, &mut pipe))
            }
            Ok(Wish::End) | Err(_) => return,
        };
    }
}

fn more_pictures(desk: &Desk, pipe: &mut impl Write) -> std::io::Result<()> {
    match std::mem::take(&mut desk.lock().taken) {
        0 => Ok(()),
        frames => Ask::Credit { frames, samples: 0 }.write(pipe),
    }
}

fn more_sound(desk: &Desk, track: &Track, pipe: &mut impl Write) -> std::io::Result<()> {
    let waiting = track.waiting();
    let mut inner = desk.lock();
    let wanted = SAMPLES.saturating_sub(waiting + inner.owed);
    // Small change is not worth a message.
    if wanted < SAMPLES / 8 {
        return Ok(());
    }
    inner.owed += wanted;
    drop(inner);
    Ask::Credit { frames: 0, samples: wanted }.write(pipe)
}
