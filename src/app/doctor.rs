//! `lembar doctor`: what this machine has. A look only: it changes nothing and works while Lembar runs.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use eframe::{EframeWinitApplication, NativeOptions, UserEvent};
use serde_json::{Value, json};
use winit::{
    application::ApplicationHandler,
    event::WindowEvent,
    event_loop::{ActiveEventLoop, EventLoop},
    window::WindowId,
};

use super::{
    screens,
    start_up::{self, Choice, History, Why},
};
use crate::{
    engine::preflight,
    media::audio,
    pack,
    platform::{self, Monitor, awake, renderer::Renderer},
    store,
    text::doctor as text,
};

/// One thing looked at.
struct Line {
    key: &'static str,
    well: bool,
    words: String,
    data: Value,
}

/// The report, and whether everything a meeting needs is well. Draws as the next start would, or with the renderer `asked` for.
#[must_use]
pub fn examine(data: Option<&Path>, as_json: bool, asked: Option<Renderer>) -> (String, bool) {
    let dir = store::data_dir(data);
    let history = dir.as_ref().map(|dir| History::read(dir)).unwrap_or_default();
    let choice = start_up::decide(&history, asked, env!("CARGO_PKG_VERSION"));
    let entered = choice.renderer.enter();
    let (displays, mut renderer) = look_at_graphics(choice, history.deaths());
    if let Err(error) = entered {
        renderer.well = false;
        renderer.data["error"] = json!(error.to_string());
    }
    let mut lines = vec![displays, renderer, awake(), sound()];
    match dir {
        Ok(dir) => lines.extend([room(&dir), database(&dir)]),
        Err(error) => lines.push(Line {
            key: "database",
            well: false,
            words: error.sentence().to_owned(),
            data: json!({ "error": error.to_string() }),
        }),
    }
    lines.push(content());
    let well = lines.iter().all(|line| line.well);
    let report = if as_json {
        let mut all: serde_json::Map<String, Value> = lines
            .into_iter()
            .map(|line| (line.key.to_owned(), json!({ "well": line.well, "found": line.data })))
            .collect();
        all.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
        all.insert("well".to_owned(), json!(well));
        format!("{:#}\n", Value::Object(all))
    } else {
        let mut words = format!("{}\n", text::title(env!("CARGO_PKG_VERSION")));
        for line in lines {
            words.push_str(&text::line(line.well, &line.words));
            words.push('\n');
        }
        words
    };
    (report, well)
}

/// What comes before a driver's name there, from `egui_glow` and `egui_wgpu`.
const DRIVER: [&str; 3] = ["opengl renderer: ", "wgpu adapter: ", "loss of performance expected. "];

/// What egui's painter says of the graphics driver while it starts: the only safe way to its name.
#[derive(Clone, Default)]
struct Overheard(Arc<Mutex<Option<String>>>);

impl log::Log for Overheard {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target().starts_with("egui_")
    }
    fn log(&self, record: &log::Record<'_>) {
        let message = record.args().to_string();
        let named = |line: &str| DRIVER.iter().find_map(|words| Some(line.split_once(words)?.1.to_owned()));
        if let Some(name) = message.lines().find_map(named) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(name);
        }
    }
    fn flush(&self) {}
}

/// Opens a hidden window for a moment, as the program itself would.
struct Probe<'a> {
    inner: EframeWinitApplication<'a>,
    monitors: Vec<Monitor>,
}

impl ApplicationHandler<UserEvent> for Probe<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.monitors = event_loop.available_monitors().map(|monitor| screens::listed(&monitor)).collect();
        self.inner.resumed(event_loop);
        event_loop.exit();
    }
    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        self.inner.window_event(event_loop, window, event);
    }
    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.exiting(event_loop);
    }
}

/// Draws nothing; it is there to be opened.
struct Nothing;

impl eframe::App for Nothing {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

fn look_at_graphics(choice: Choice, deaths: u32) -> (Line, Line) {
    let overheard = Overheard::default();
    if log::set_boxed_logger(Box::new(overheard.clone())).is_ok() {
        log::set_max_level(log::LevelFilter::Debug);
    }
    let opened = Arc::new(Mutex::new(false));
    let outcome =
        if platform::has_window_system() { probe(&opened, choice.renderer) } else { Err(text::NO_SCREEN.to_owned()) };
    let opened = *opened.lock().unwrap_or_else(PoisonError::into_inner);
    let name = overheard.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let displays = match &outcome {
        Ok(monitors) => displays(monitors),
        Err(cause) => {
            Line { key: "displays", well: false, words: text::no_display(cause), data: json!({ "error": cause }) }
        }
    };
    let renderer = Line {
        key: "renderer",
        well: opened,
        words: if opened {
            text::renderer(choice.renderer.name(), name.as_deref(), &reason(choice, deaths))
        } else {
            text::no_renderer(choice.renderer.name())
        },
        data: json!({ "chosen": choice.renderer.name(), "why": choice.why.name(), "early_deaths": deaths,
            "opened": opened, "name": name }),
    };
    (displays, renderer)
}

fn reason(choice: Choice, deaths: u32) -> String {
    match choice.why {
        Why::Usual if deaths > 0 => text::early_deaths(deaths),
        Why::Usual => String::new(),
        Why::Asked => text::RENDERER_ASKED.to_owned(),
        Why::EarlyDeaths(deaths) => text::drawn_safely(deaths),
        Why::Remembered => text::STILL_DRAWN_SAFELY.to_owned(),
    }
}

/// What keeps the screen lit during a meeting. Without any the facilitator has to set the laptop herself.
fn awake() -> Line {
    let tried = awake::probe(crate::text::app::DELIVERING);
    let works: Vec<&str> = tried.iter().filter(|way| way.fault.is_none()).map(|way| way.name).collect();
    let lit = tried.iter().any(|way| way.screen && way.fault.is_none());
    let data = tried.iter().map(|way| {
        (way.name.to_owned(), json!({ "works": way.fault.is_none(), "screen": way.screen, "error": way.fault }))
    });
    Line {
        key: "awake",
        well: lit,
        words: if lit { text::awake(&works) } else { text::NOT_AWAKE.to_owned() },
        data: Value::Object(data.collect()),
    }
}

/// Opens the hidden window; the monitors seen, or why there is none. `opened` is set once pictures can be drawn.
fn probe(opened: &Arc<Mutex<bool>>, renderer: Renderer) -> Result<Vec<Monitor>, String> {
    let event_loop = EventLoop::<UserEvent>::with_user_event().build().map_err(|error| error.to_string())?;
    let flag = Arc::clone(opened);
    let creator: eframe::AppCreator<'_> = Box::new(move |_| {
        *flag.lock().unwrap_or_else(PoisonError::into_inner) = true;
        let nothing: Box<dyn eframe::App> = Box::new(Nothing);
        Ok(nothing)
    });
    let options =
        NativeOptions { viewport: egui::ViewportBuilder::default().with_visible(false), ..renderer.options() };
    let inner = eframe::create_native("Lembar", options, creator, &event_loop);
    let mut probe = Probe { inner, monitors: Vec::new() };
    event_loop.run_app(&mut probe).map_err(|error| error.to_string())?;
    Ok(probe.monitors)
}

fn displays(monitors: &[Monitor]) -> Line {
    let data = monitors.iter().map(|monitor| {
        json!({ "name": monitor.name, "width": monitor.size.0, "height": monitor.size.1,
                "x": monitor.position.0, "y": monitor.position.1 })
    });
    let names: Vec<String> =
        monitors.iter().map(|monitor| format!("{} {}x{}", monitor.name, monitor.size.0, monitor.size.1)).collect();
    Line {
        key: "displays",
        well: !monitors.is_empty(),
        words: text::displays(&names),
        data: Value::Array(data.collect()),
    }
}

fn sound() -> Line {
    let found = audio::probe();
    // A meeting goes on without sound, so a missing loudspeaker is said but is no fault.
    Line {
        key: "audio",
        well: true,
        words: text::sound(found.as_deref().ok()),
        data: json!({ "available": found.is_ok(), "device": found.as_deref().ok(), "error": found.as_ref().err() }),
    }
}

fn room(dir: &Path) -> Line {
    // The directory may not exist before the first start; the disk of its nearest parent is the one that counts.
    let there = dir.ancestors().find(|parent| parent.exists()).unwrap_or(dir);
    let free = fs4::available_space(there);
    Line {
        key: "disk",
        well: free.as_ref().is_ok_and(|free| *free >= preflight::LITTLE_ROOM),
        words: text::room(&dir.display().to_string(), free.as_ref().ok().copied()),
        data: json!({ "directory": dir, "free_bytes": free.ok() }),
    }
}

fn database(dir: &Path) -> Line {
    let (well, words, data) = match store::inspect::inspect(dir) {
        Ok(None) => (true, text::NO_DATABASE.to_owned(), Value::Null),
        Ok(Some(found)) => {
            let data = json!({ "schema": found.version, "faults": found.faults, "groups": found.groups,
                "participants": found.participants, "meetings": found.meetings, "records": found.records,
                "bytes": found.bytes, "copies": found.copies });
            let sound = found.faults.is_empty();
            (sound, text::database(sound, found.groups, found.meetings, found.copies as u64), data)
        }
        Err(error) => (false, error.sentence().to_owned(), json!({ "error": error.to_string() })),
    };
    Line { key: "database", well, words, data }
}

fn content() -> Line {
    let Some(dir): Option<PathBuf> = store::content_dir() else {
        return Line { key: "content", well: false, words: text::NO_CONTENT.to_owned(), data: Value::Null };
    };
    let pack = pack::load(&dir);
    let errors = pack.diagnostics.iter().filter(|fault| fault.severity == pack::Severity::Error).count();
    Line {
        key: "content",
        well: errors == 0 && !pack.sessions.is_empty(),
        words: text::content(&dir.display().to_string(), pack.sessions.len(), errors),
        data: json!({ "directory": dir, "sessions": pack.sessions.len(), "errors": errors }),
    }
}
