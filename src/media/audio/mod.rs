//! The loudspeaker as the app has it: one thread owns the device (`speaker`) and makes it match a plan; signals are asked for over a bounded
//! channel. Missing or dead sound never stops anything. Devices are in `device`, what is played in `sound`, reading files in `load`.

mod device;
mod load;
mod sound;
mod speaker;

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

pub use device::probe;
use sound::Notes;
use speaker::Speaker;

use super::video::track::Track;
use crate::engine::loudspeaker::{Outputs, Pick};

/// Requests that may wait; more are dropped, a late bell is worse than none.
const WAITING: usize = 8;
/// A sound server that answers no more is left behind at the end of the program.
const PATIENCE: Duration = Duration::from_secs(2);

/// A signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A countdown begins.
    Start,
    /// Two minutes of it are left.
    TwoMinutes,
    /// It has run out.
    Time,
}

impl Cue {
    /// Rung when its file cannot be played.
    const fn notes(self) -> Notes {
        match self {
            Self::Start => &[(523.25, 0.0), (783.99, 0.22)],
            Self::TwoMinutes => &[(659.25, 0.0), (659.25, 0.3)],
            Self::Time => &[(523.25, 0.0), (659.25, 0.22), (783.99, 0.44)],
        }
    }
}

/// What should be sounding besides clips and signals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Files of the signals, in the order of [`Cue`].
    pub cues: [Option<PathBuf>; 3],
    /// The song that may be asked for next, or runs.
    pub song: Option<PathBuf>,
    /// Which playing of a song runs, counted from 1; 0 = none.
    pub singing: u32,
    /// Background music, in a circle.
    pub music: Option<PathBuf>,
    /// How loud the music is, percent.
    pub music_volume: u8,
    /// Something else is to be heard: the music is silent and waits.
    pub hushed: bool,
    /// A key may ask for sound any moment: the device is kept open.
    pub ready: bool,
    /// Through which loudspeaker.
    pub pick: Pick,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            cues: [None, None, None],
            song: None,
            singing: 0,
            music: None,
            music_volume: 0,
            hushed: false,
            ready: false,
            pick: Pick::Default,
        }
    }
}

/// What the thread is asked.
enum Request {
    Cue(Cue),
    Test,
    /// This clip's sound, as long as the clip is open.
    Clip(Weak<Track>),
    Plan(Box<Plan>),
    /// List loudspeakers, open one that was dead.
    Look,
    /// The device says that it is gone.
    Lost,
    /// A file was read.
    Loaded,
    /// Enough.
    End,
}

/// What the thread tells.
#[derive(Default)]
struct Told {
    there: AtomicBool,
    /// Number of the last song that ended by itself.
    sung: AtomicU32,
    outputs: Mutex<Option<Outputs>>,
}

/// The app's end of the audio thread.
pub struct Audio {
    requests: SyncSender<Request>,
    told: Arc<Told>,
    plan: Plan,
    thread: Option<JoinHandle<()>>,
    ended: Receiver<()>,
}

impl Audio {
    /// Starts the thread; the device is opened there, so that a slow sound server delays nothing.
    #[must_use]
    pub fn spawn() -> Self {
        let (requests, inbox) = sync_channel(WAITING);
        let told = Arc::<Told>::default();
        let (end, ended) = sync_channel::<()>(1);
        let (telling, asking) = (Arc::clone(&told), requests.clone());
        let run = move || {
            Speaker::new(telling, asking).run(&inbox);
            drop(end);
        };
        let thread = std::thread::Builder::new().name("audio".to_owned()).spawn(run);
        if let Err(error) = &thread {
            log::warn!("no audio thread: {error}");
        }
        Self { requests, told, plan: Plan::default(), thread: thread.ok(), ended }
    }

    /// True while there is a device to play on.
    #[must_use]
    pub fn available(&self) -> bool {
        self.told.there.load(Ordering::Relaxed)
    }

    /// Number of the last song that ended by itself (see [`Plan::singing`]).
    #[must_use]
    pub fn sung(&self) -> u32 {
        self.told.sung.load(Ordering::Relaxed)
    }

    /// The loudspeakers, when they were listed since the last call.
    #[must_use]
    pub fn outputs(&self) -> Option<Outputs> {
        self.told.outputs.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Plays a signal.
    pub fn play(&self, cue: Cue) {
        self.ask(Request::Cue(cue));
    }

    /// The test tone.
    pub fn play_test(&self) {
        self.ask(Request::Test);
    }

    /// A clip's sound, for as long as the clip is open; it goes on when a lost device comes back.
    pub fn play_clip(&self, track: &Arc<Track>) {
        self.ask(Request::Clip(Arc::downgrade(track)));
    }

    /// Lists the loudspeakers now and twice again soon, and opens one that was dead.
    pub fn look(&self) {
        self.ask(Request::Look);
    }

    /// From now on this is to be heard. Costs nothing when nothing changed.
    pub fn follow(&mut self, plan: Plan) {
        if plan != self.plan && self.ask(Request::Plan(Box::new(plan.clone()))) {
            self.plan = plan;
        }
    }

    fn ask(&self, request: Request) -> bool {
        let taken = self.requests.try_send(request).is_ok();
        if !taken {
            log::warn!("a wish was dropped: the loudspeaker does not keep up");
        }
        taken
    }
}

impl Drop for Audio {
    fn drop(&mut self) {
        // A full channel belongs to a thread that hangs: it is left behind below.
        if self.requests.try_send(Request::End).is_err() {
            log::debug!("the audio thread takes nothing more");
        }
        if self.ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            log::warn!("the sound server does not answer: left behind");
        } else if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the audio thread died");
        }
    }
}
