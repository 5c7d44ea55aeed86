//! The rig's Rust side: two dummy screens, the real program on them, keys in, pixels and windows out.
//! What is in the program's database is read in [`journal`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a rig that fails stops its test with the reason"
)]

pub(crate) mod desktop;
pub(crate) mod dice;
#[allow(dead_code, reason = "not every test listens")]
pub(crate) mod ear;
pub(crate) mod journal;

use std::{
    cell::Cell,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use image::RgbImage;
use tempfile::TempDir;

use desktop::Desktop;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Tests with screens take turns: two cores do not carry two X servers with their programs, and timings would mean nothing.
static TURN: Mutex<()> = Mutex::new(());

/// True when the slow tests were asked for; says so when not.
pub(crate) fn slow(test: &str) -> bool {
    let asked = std::env::var("LEMBAR_SLOW").is_ok_and(|value| value == "1");
    if !asked {
        eprintln!("skipped: {test} (set LEMBAR_SLOW=1)");
    }
    asked
}

/// Asks again every few milliseconds until there is an answer; panics with `what` when there is none in `patience`.
pub(crate) fn wait_until<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + patience;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited {patience:?} in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// A rectangle of the desktop, pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Rect {
    /// Whether all of `inner` lies inside.
    pub(crate) fn holds(self, inner: Rect) -> bool {
        inner.x >= self.x
            && inner.y >= self.y
            && inner.x + inner.width as i32 <= self.x + self.width as i32
            && inner.y + inner.height as i32 <= self.y + self.height as i32
    }

    /// Whether the two share a pixel.
    pub(crate) fn meets(self, other: Rect) -> bool {
        self.x < other.x + other.width as i32
            && other.x < self.x + self.width as i32
            && self.y < other.y + other.height as i32
            && other.y < self.y + self.height as i32
    }
}

/// A top-level window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) rect: Rect,
}

/// A running pair of screens; stopped when dropped, and by itself when the test's process dies.
pub(crate) struct Screens {
    dir: TempDir,
    env: Vec<(String, String)>,
    desktop: Option<Desktop>,
    /// The socket of the projector's cable.
    socket: Cell<&'static str>,
    _turn: MutexGuard<'static, ()>,
}

impl Screens {
    /// A laptop of this size (`1366x768`), no projector yet.
    pub(crate) fn start(laptop: &str) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let dir = tempfile::tempdir().unwrap();
        let mut screens = Self { dir, env: Vec::new(), desktop: None, socket: Cell::new("DUMMY1"), _turn: turn };
        screens.env.push(("SCREENS_DIR".into(), screens.dir.path().join("screens").display().to_string()));
        screens.env.push(("SCREENS_LAPTOP".into(), laptop.into()));
        screens.env.push(("SCREENS_OWNER".into(), std::process::id().to_string()));
        let exports = screens.rig(&["start"]);
        let words = exports.split_whitespace().filter_map(|word| word.trim_end_matches(';').split_once('='));
        screens.env.extend(words.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let display = screens.env.iter().find(|(name, _)| name == "DISPLAY").expect("the rig names its display");
        screens.desktop = Some(Desktop::open(&display.1).expect("the X server just started"));
        screens
    }

    /// A laptop and a projector to its right.
    pub(crate) fn pair(laptop: &str, projector: &str) -> Self {
        let screens = Self::start(laptop);
        screens.plug(projector);
        screens
    }

    /// Connects the projector, right of the laptop.
    pub(crate) fn plug(&self, size: &str) {
        self.rig(&["plug", size]);
    }

    /// Pulls the projector's cable.
    pub(crate) fn unplug(&self) {
        self.rig(&["unplug"]);
    }

    /// Both screens show the same.
    pub(crate) fn mirror(&self) {
        self.rig(&["mirror"]);
    }

    /// Paints the empty desktop in one colour.
    pub(crate) fn fill(&self, colour: &str) {
        self.run("xsetroot", &["-solid", colour]);
    }

    /// Where the laptop's picture lies.
    pub(crate) fn laptop(&self) -> Rect {
        self.monitor("DUMMY0").expect("the laptop is always there")
    }

    /// Where the projector's picture lies, while one is connected.
    pub(crate) fn projector(&self) -> Option<Rect> {
        self.monitor(self.socket.get())
    }

    /// From now on the projector is the one at this socket (`DUMMY2`): another projector.
    pub(crate) fn projector_at(&self, socket: &'static str) {
        self.socket.set(socket);
    }

    /// Changes the screens as a desktop's settings do, and lets every program know.
    pub(crate) fn xrandr(&self, words: &[&str]) {
        self.run("xrandr", words);
        self.run("xrandr", &["--listmonitors"]);
    }

    /// Puts the pointer there.
    pub(crate) fn pointer_to(&self, x: u32, y: u32) {
        self.run("xdotool", &["mousemove", &x.to_string(), &y.to_string()]);
    }

    /// Presses the left button there.
    pub(crate) fn click(&self, x: u32, y: u32) {
        self.run("xdotool", &["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    }

    fn monitor(&self, output: &str) -> Option<Rect> {
        self.desktop().monitor(output).expect("the X server answers")
    }

    /// What `area` of the desktop shows now.
    pub(crate) fn shot(&self, area: Rect) -> RgbImage {
        self.desktop().look(area).unwrap_or_else(|error| panic!("no picture of {area:?}: {error}"))
    }

    /// The windows the window manager knows, and where their contents lie.
    pub(crate) fn windows(&self) -> Vec<Window> {
        self.desktop().windows().expect("the X server answers")
    }

    /// The X server, asked directly.
    pub(crate) fn desktop(&self) -> &Desktop {
        self.desktop.as_ref().expect("open since the start")
    }

    /// Gives `window` the focus and presses keys in it, one after the other (`Right`, `ctrl+n`, `b`: xdotool's names).
    pub(crate) fn press(&self, window: &Window, keys: &[&str]) {
        let mut words = vec!["windowfocus", "--sync", &window.id, "key", "--delay", "25"];
        words.extend(keys);
        self.run("xdotool", &words);
    }

    /// Presses keys in whichever window has the focus.
    pub(crate) fn type_on(&self, keys: &[&str]) {
        let mut words = vec!["key", "--delay", "25"];
        words.extend(keys);
        self.run("xdotool", &words);
    }

    /// Like [`Self::press`], each key with a pause in milliseconds after it, but does not wait for them to be pressed.
    pub(crate) fn send(&self, window: &Window, keys: &[(String, u64)]) -> KeysOnTheWay<'_> {
        let mut xdotool = self.command("xdotool");
        xdotool.args(["windowfocus", "--sync", &window.id]);
        for (key, pause) in keys {
            xdotool.args(["key", "--delay", "10", key, "sleep", &format!("0.{pause:03}")]);
        }
        // What comes too late finds no window any more, and xdotool says so.
        let xdotool = xdotool.stderr(Stdio::null()).spawn().expect("xdotool starts");
        KeysOnTheWay { screens: self, xdotool, keys: keys.iter().map(|(key, _)| key.clone()).collect() }
    }

    /// The display's name, for a connection of the test's own.
    pub(crate) fn display(&self) -> String {
        let display = self.env.iter().find(|(name, _)| name == "DISPLAY");
        display.map(|(_, value)| value.clone()).expect("the rig told its display")
    }

    /// Lets the screens go dark after this many seconds without input.
    pub(crate) fn blank_after(&self, seconds: u64) {
        let seconds = seconds.to_string();
        self.run("xset", &["s", &seconds, &seconds]);
    }

    /// As if somebody touched a key.
    pub(crate) fn wake(&self) {
        self.run("xset", &["s", "reset"]);
    }

    /// Asks for a window to be closed, as its cross does: by the window manager's key for it.
    pub(crate) fn close(&self, window: &Window) {
        self.press(window, &["alt+F4"]);
    }

    /// Starts the real program here, with `data` as its data directory.
    pub(crate) fn lembar(&self, data: &Path, words: &[&str]) -> Program {
        self.lembar_with(data, words, &[])
    }

    /// The same with variables of its environment set, or taken away.
    pub(crate) fn lembar_with(&self, data: &Path, words: &[&str], env: &[(&str, Option<&str>)]) -> Program {
        let log = self.dir.path().join("lembar.log");
        let output = File::options().create(true).append(true).open(&log).unwrap();
        let mut command = self.command(env!("CARGO_BIN_EXE_lembar"));
        for (name, value) in env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let child = command
            .args(words)
            .arg("--data")
            .arg(data)
            .stdout(output.try_clone().unwrap())
            .stderr(output)
            .spawn()
            .expect("the program starts");
        Program { child, log }
    }

    /// Lets the program answer a question on the command line; what it said.
    pub(crate) fn ask(&self, data: &Path, words: &[&str]) -> String {
        let output = self.command(env!("CARGO_BIN_EXE_lembar")).args(words).arg("--data").arg(data).output();
        String::from_utf8_lossy(&output.expect("the program starts").stdout).into_owned()
    }

    fn rig(&self, words: &[&str]) -> String {
        self.text(&format!("{ROOT}/tests/rig/two-screens"), words)
    }

    fn text(&self, program: &str, words: &[&str]) -> String {
        String::from_utf8_lossy(&self.run(program, words)).into_owned()
    }

    fn run(&self, program: &str, words: &[&str]) -> Vec<u8> {
        let output = self.command(program).args(words).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error} (script/test installs what is missing)"));
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {words:?}: {} {complaint}", output.status);
        output.stdout
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command.env("SCREENS_PROJECTOR", self.socket.get());
        command.env_remove("WAYLAND_DISPLAY").current_dir(ROOT).stdin(Stdio::null());
        command
    }
}

impl Drop for Screens {
    fn drop(&mut self) {
        // A panic here would hide the one that brought us here.
        let stopped = self.command(&format!("{ROOT}/tests/rig/two-screens")).arg("stop").status();
        if !stopped.is_ok_and(|status| status.success()) {
            eprintln!("the rig in {} did not stop", self.dir.path().display());
        }
    }
}

/// Keys being pressed; the rest is not pressed when dropped, and none stays down.
pub(crate) struct KeysOnTheWay<'a> {
    screens: &'a Screens,
    xdotool: Child,
    keys: Vec<String>,
}

impl KeysOnTheWay<'_> {
    /// About how long one key takes without its pause, milliseconds.
    pub(crate) const ONE_KEY: u64 = 15;
}

impl Drop for KeysOnTheWay<'_> {
    fn drop(&mut self) {
        self.xdotool.kill().ok();
        self.xdotool.wait().ok();
        self.screens.command("xdotool").arg("keyup").args(&self.keys).status().ok();
    }
}

/// The running program; killed when dropped.
pub(crate) struct Program {
    child: Child,
    log: PathBuf,
}

impl Program {
    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Pulls the plug: SIGKILL, and waits until it is gone.
    pub(crate) fn kill_9(&mut self) {
        self.child.kill().expect("a process of ours can be killed");
        self.child.wait().expect("a process of ours can be waited for");
    }

    /// The variables it was started with, `NAME=value`.
    pub(crate) fn environment(&self) -> Vec<String> {
        let bytes = fs::read(format!("/proc/{}/environ", self.child.id())).expect("a process of ours can be looked at");
        bytes.split(|byte| *byte == 0).map(|words| String::from_utf8_lossy(words).into_owned()).collect()
    }

    /// How it ended, if it has.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("a process of ours can be asked")
    }

    /// Waits for its end; panics when it lives longer than `patience`.
    pub(crate) fn wait(&mut self, patience: Duration) -> ExitStatus {
        wait_until("the program ends", patience, || self.ended())
    }

    /// What every program on this pair of screens has said so far.
    pub(crate) fn said(&self) -> String {
        let mut said = String::new();
        File::open(&self.log).and_then(|mut log| log.read_to_string(&mut said)).unwrap_or_default();
        said
    }

    /// The console, once it is whole on the laptop.
    pub(crate) fn console(&mut self, screens: &Screens) -> Window {
        let laptop = screens.laptop();
        wait_until("console on the laptop", Duration::from_secs(20), || {
            assert!(self.ended().is_none(), "the program ended: {}", self.said());
            screens.windows().into_iter().find(|window| laptop.holds(window.rect))
        })
    }

    /// The stage, once it fills the projector, and the console, whole on the laptop; panics with the program's words when they do not come.
    pub(crate) fn windows(&mut self, screens: &Screens) -> TwoWindows {
        let (laptop, projector) = (screens.laptop(), screens.projector().expect("a projector is plugged"));
        wait_until("console on the laptop, stage filling the projector", Duration::from_secs(20), || {
            assert!(self.ended().is_none(), "the program ended: {}", self.said());
            let windows = screens.windows();
            let stage = windows.iter().find(|window| window.rect == projector)?.clone();
            let console = windows.iter().find(|window| laptop.holds(window.rect))?.clone();
            Some(TwoWindows { stage, console })
        })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.child.try_wait().ok().flatten().is_none() {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

/// The two windows of a meeting.
pub(crate) struct TwoWindows {
    pub(crate) stage: Window,
    pub(crate) console: Window,
}

/// A picture's colours, each counted once.
pub(crate) fn colours(picture: &RgbImage) -> usize {
    picture.pixels().map(|pixel| pixel.0).collect::<std::collections::HashSet<_>>().len()
}

/// Whether a picture has at least this many colours; looks no further than it must.
pub(crate) fn is_colourful(picture: &RgbImage, colours: usize) -> bool {
    let mut seen = std::collections::HashSet::new();
    picture.pixels().any(|pixel| seen.insert(pixel.0) && seen.len() >= colours)
}

/// Whether every pixel is black.
pub(crate) fn is_black(picture: &RgbImage) -> bool {
    picture.pixels().all(|pixel| pixel.0 == [0, 0, 0])
}

/// What `area` shows once two looks agree.
pub(crate) fn settled(screens: &Screens, area: Rect) -> RgbImage {
    let mut last = screens.shot(area);
    wait_until("a still picture", Duration::from_secs(3), || {
        let now = screens.shot(area);
        let still = now == last;
        last = now;
        still.then(|| last.clone())
    })
}

/// Keeps what `area` shows as a PNG in the target directory, for people to look at; says where.
pub(crate) fn keep(screens: &Screens, area: Rect, name: &str) {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e");
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join(format!("{name}.png"));
    screens.shot(area).save(&path).unwrap();
    eprintln!("picture: {}", path.display());
}
