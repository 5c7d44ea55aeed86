//! Owns everything: opens data and content, runs the loop with its two windows, ends it in order.

mod clips;
pub mod core;
pub mod doctor;
mod fatal;
mod keyboard;
pub mod live;
mod logging;
mod monitors;
pub mod office;
pub mod outgoing;
pub mod preflight;
pub mod printing;
mod screens;
mod shared;
mod shell;
mod start_up;
pub mod tour;
mod wheel;
mod windows;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
};

use eframe::{NativeOptions, UserEvent};
use winit::event_loop::EventLoop;

use self::{
    core::{Core, Opened},
    preflight::Inspector,
    shared::{ContextSlot, Shared},
    shell::Shell,
    start_up::{Choice, StartUp, Why},
    tour::Tour,
    windows::Windows,
};
use crate::{
    clock::Clock,
    engine::{ids::SessionId, plan::DEFAULT_LENGTH},
    media::{audio::Audio, pictures::Pictures},
    pack::{self, Pack},
    platform::{self, canvas::Canvases, renderer::Renderer},
    store::{self, DirLock, OpenOutcome, StoreError},
    text,
    ui::intent::{Intent, MeetingPlan},
};

/// How the program begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// On the home screen.
    Kiosk,
    /// In delivery, on the first page.
    Deliver {
        /// Group's name.
        group: String,
        /// Session's id.
        session: String,
    },
    /// In a rehearsal of the whole session, on the first page.
    Rehearse {
        /// Session's id.
        session: SessionId,
    },
    /// Driving itself; pictures go here.
    Tour {
        /// Folder for pictures.
        out: PathBuf,
    },
}

/// What the command line decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How to begin.
    pub start: Start,
    /// Data directory, when named.
    pub data: Option<PathBuf>,
    /// Content folder, when named.
    pub pack: Option<PathBuf>,
    /// How to draw, when named; otherwise what the last starts taught.
    pub renderer: Option<Renderer>,
}

/// Why the program could not run. `Display` is for logs; [`AppError::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The data directory.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no window system to ask.
    #[error("no window system")]
    NoScreen,
    /// No window.
    #[error("no window: {0}")]
    Window(String),
    /// The graphics driver refused: no window can be drawn.
    #[error("the graphics driver gives no window")]
    NoDrawing,
    /// `deliver` named a group that is not there.
    #[error("no group {0}")]
    NoGroup(String, Vec<String>),
    /// `deliver` named a session that is not there.
    #[error("no session {0}")]
    NoSession(String),
    /// The tour found something wrong.
    #[error("tour: {0}")]
    Tour(String),
    /// A file could not be written.
    #[error("{}: {cause}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The writer could not finish.
    #[error("{0} requests were not written")]
    NotWritten(usize),
}

impl AppError {
    /// What happened, what is safe, what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Store(error) => error.sentence().to_owned(),
            Self::NoScreen => text::cli::NO_SCREEN.to_owned(),
            Self::Window(cause) => text::cli::no_window(cause),
            Self::NoDrawing => text::cli::NO_DRAWING.to_owned(),
            Self::NoGroup(name, known) => {
                text::app::no_such_group(name, &known.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Self::NoSession(id) => text::app::no_such_session(id),
            Self::Tour(cause) => text::cli::tour_failed(cause),
            Self::Write { path, cause } => text::cli::cannot_write(&path.display().to_string(), cause),
            Self::NotWritten(count) => text::cli::not_written(*count),
        }
    }
}

/// Content from the folder named, or from where it is usually found, with the facilitator's own sessions of the data directory;
/// empty when there is none.
#[must_use]
pub fn load_pack(named: Option<&Path>, data: &Path) -> Pack {
    let shipped = named.map(Path::to_owned).or_else(store::content_dir);
    shipped.map_or_else(Pack::empty, |dir| pack::load(&dir)).with_own(&own_dir(data))
}

/// Where the facilitator's own sessions are kept.
#[must_use]
pub fn own_dir(data: &Path) -> PathBuf {
    data.join(pack::own::FOLDER)
}

/// Runs the program until its window is closed.
pub fn run(options: &Options) -> Result<(), AppError> {
    if !platform::has_window_system() {
        return Err(AppError::NoScreen);
    }
    let clock = Clock::system();
    // A tour without a named directory keeps nothing.
    let scratch = match (&options.start, &options.data) {
        (Start::Tour { .. }, None) => Some(scratch_dir()),
        _ => None,
    };
    let data = match &scratch {
        Some(dir) => dir.clone(),
        None => store::data_dir(options.data.as_deref())?,
    };
    let result = run_in(options, &data, clock);
    if let (Err(error @ AppError::Store(_)), Start::Kiosk) = (&result, &options.start) {
        fatal::show(&error.sentence(), start_up::choose(&data, options.renderer).renderer);
    }
    if let Some(dir) = scratch
        && let Err(error) = std::fs::remove_dir_all(&dir)
    {
        log::warn!("{}: {error}", dir.display());
    }
    result
}

fn scratch_dir() -> PathBuf {
    std::env::temp_dir().join(format!("lembar-tour-{}-{}", std::process::id(), crate::clock::nanos()))
}

fn run_in(options: &Options, data: &Path, clock: Clock) -> Result<(), AppError> {
    let directory = DirLock::take(data)?;
    logging::start(data);
    let choice = start_up::choose(data, options.renderer);
    if let Err(error) = choice.renderer.enter() {
        log::warn!("{} is not to be had, the usual renderer is used: {error}", choice.renderer.name());
    }
    // Content is read while the database is opened: both wait for the disk.
    let (opened, pack) = std::thread::scope(|scope| {
        let pack = scope.spawn(|| load_pack(options.pack.as_deref(), data));
        let opened = store::open::open(&directory, clock.wall());
        (opened, pack.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let opened = match opened? {
        OpenOutcome::Ready(database) => Opened::Ready(database),
        OpenOutcome::Damaged { set_aside, copies } => Opened::Damaged { set_aside, copies },
    };
    let pack = Arc::new(pack);
    let ctx: ContextSlot = Arc::new(OnceLock::new());
    let news = waker(&ctx, |ctx, ()| shared::wake_for_news(ctx));
    let mut core = Core::new(clock, Arc::clone(&pack), directory, opened, Arc::new(move || news(())))?;
    let answers = waker(&ctx, |ctx, ()| shared::wake_for_answers(ctx));
    core.wake_for_answers(Arc::new(move || answers(())));
    let tour = match &options.start {
        Start::Kiosk => None,
        Start::Deliver { group, session } => {
            deliver(&mut core, group, session)?;
            None
        }
        Start::Rehearse { session } => {
            core.pack.session(session).ok_or_else(|| AppError::NoSession(session.to_string()))?;
            core.rehearse_at_once(session);
            None
        }
        Start::Tour { out } => Some(Tour::new(out)?),
    };
    let pictures = Pictures::spawn(Arc::clone(&pack), waker(&ctx, shared::wake_for_picture))
        .map_err(|error| AppError::Window(error.to_string()))?;
    if let Why::EarlyDeaths(deaths) = choice.why {
        log::warn!("{deaths} starts in a row died early: drawing with {}", choice.renderer.name());
        core.say_drawn_safely();
    }
    let for_clip = waker(&ctx, |ctx, ()| shared::wake_for_clip(ctx));
    let for_clip: core::Wake = Arc::new(move || for_clip(()));
    let looked = waker(&ctx, |ctx, ()| shared::wake_for_news(ctx));
    let inspector = Inspector::spawn(data.to_owned(), move || looked(()));
    let mut shared = Shared::new(core, pictures, Audio::spawn(), inspector, StartUp::begin(data, choice), for_clip);
    if tour.is_some() {
        // Without a second screen the tour still shows both windows.
        shared.windowed_stage = Some((800.0, 600.0));
    }
    shared.prefetch();
    let shared = Arc::new(Mutex::new(shared));
    let tour = show(&shared, &ctx, tour, choice)?;
    // The windows are gone and with them the last other owner: end the writer and say if anything was left.
    let left = Arc::into_inner(shared).map(|shared| {
        let mut shared = shared.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        shared.start_up.ended();
        shared.core.close()
    });
    match (left, tour) {
        (Some(lost), _) if lost > 0 => Err(AppError::NotWritten(lost)),
        (_, Some(tour)) => tour.result(),
        _ => Ok(()),
    }
}

/// Wakes the windows from another thread, as `how` says, once they exist.
fn waker<T, F: Fn(&egui::Context, T) + Send + Sync>(ctx: &ContextSlot, how: F) -> impl Fn(T) + Send + Sync + use<T, F> {
    let ctx = Arc::clone(ctx);
    move |what| {
        if let Some(ctx) = ctx.get() {
            how(ctx, what);
        }
    }
}

fn show(
    shared: &Arc<Mutex<Shared>>,
    ctx: &ContextSlot,
    tour: Option<Tour>,
    choice: Choice,
) -> Result<Option<Tour>, AppError> {
    let event_loop =
        EventLoop::<UserEvent>::with_user_event().build().map_err(|error| AppError::Window(error.to_string()))?;
    let options = NativeOptions {
        viewport: windows::console_builder(),
        // Waiting for one window's monitor would hold the other window up; a page turn is one cut, so nothing can tear for long.
        glow_options: eframe::egui_glow::GlowConfiguration { vsync: false, ..Default::default() },
        // Pages are drawn to the pixel; noise on top would only cost time.
        dithering: false,
        ..choice.renderer.options()
    };
    let creator = {
        let (shared, slot) = (Arc::clone(shared), Arc::clone(ctx));
        Box::new(move |cc: &eframe::CreationContext<'_>| {
            let ctx = slot.get_or_init(|| cc.egui_ctx.clone());
            if let Some(canvases) = cc.gl.as_ref().and_then(Canvases::new) {
                shared::lock(&shared).copy_clips_with(canvases);
            }
            let windows: Box<dyn eframe::App> = Box::new(Windows::new(shared, ctx));
            Ok(windows)
        })
    };
    let inner = eframe::create_native(text::app::TITLE, options, creator, &event_loop);
    let mut shell = Shell::new(inner, Arc::clone(shared), Arc::clone(ctx), tour);
    event_loop.run_app(&mut shell).map_err(|error| AppError::Window(error.to_string()))?;
    // eframe only logs what went wrong before its window was there.
    if ctx.get().is_none() {
        shared::lock(shared).start_up.no_window();
        return Err(AppError::NoDrawing);
    }
    Ok(shell.tour.take())
}

/// `lembar deliver`: opens and begins a meeting at once. The demo group is there for whoever names it.
fn deliver(core: &mut Core, group: &str, session: &str) -> Result<(), AppError> {
    let wanted = group.trim().to_lowercase();
    if core.pack.demo.group.to_lowercase() == wanted {
        core.apply(Intent::AddDemo);
    }
    let id = core.groups().iter().find(|group| group.name.to_lowercase() == wanted).map(|group| group.id);
    let Some(id) = id else {
        let known = core.groups().iter().map(|group| group.name.clone()).collect();
        return Err(AppError::NoGroup(group.to_owned(), known));
    };
    let Some(session) = core.pack.sessions.iter().find(|known| known.id.as_str() == session).map(|s| s.id.clone())
    else {
        return Err(AppError::NoSession(session.to_owned()));
    };
    let plan = MeetingPlan {
        group: id,
        session,
        length: DEFAULT_LENGTH,
        start: None,
        end: None,
        place: String::new(),
        presenters: Vec::new(),
    };
    core.deliver(plan);
    Ok(())
}

/// Number of pictures in a folder.
#[must_use]
pub fn pictures_in(dir: &Path) -> usize {
    let Ok(files) = std::fs::read_dir(dir) else { return 0 };
    files.flatten().filter(|file| file.path().extension().is_some_and(|ending| ending == "png")).count()
}
