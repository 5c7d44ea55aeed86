//! The hall: projectors come and go, screens are mirrored and swapped, the laptop is turned to the room. Judged from outside: which windows
//! there are, whether the console is whole, whether the room sees the page and nothing else, pixel for pixel.

mod cycles;
mod laptop;
mod mirror;
mod pages;
mod start;
mod swap;

use std::{
    thread,
    time::{Duration, Instant},
};

use image::RgbImage;
use lembar::{
    text::app as words,
    ui::{console::room::page_rect, theme::DAY},
};
use tempfile::TempDir;

use crate::{
    rig::{self, Program, Rect, Screens, Window, journal, wait_until},
    session::{GROUP, SESSION},
};
use pages::Pages;

/// Long enough for a busy machine; what has to be quick is measured and judged by itself.
const PATIENCE: Duration = Duration::from_secs(6);
/// Past the pause in which the same key is ignored.
const BETWEEN_TURNS: Duration = Duration::from_millis(260);

/// What is wrong with a console that something lies over.
const NO_NEXT: &str = "the console has no Next button in its colour";

/// How the screens are, and what each shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hall {
    /// No projector: the console on the laptop.
    Alone,
    /// The console on the laptop, the page on the projector.
    Extended,
    /// The console on the projector, the page on the laptop.
    Swapped,
    /// The page with the time bar fills the laptop, which a mirrored projector shows too.
    Page,
}

/// A meeting that runs on a pair of screens.
struct Meeting {
    lembar: Program,
    data: TempDir,
    pages: Pages,
    forward: bool,
    /// The key pressed last.
    pressed: &'static str,
    screens: Screens,
}

impl Meeting {
    /// Starts the program; `hall` is how the screens are.
    fn begin(screens: Screens, hall: Hall) -> Self {
        Self::begin_with(screens, hall, tempfile::tempdir().unwrap())
    }

    /// With a database that may be there already.
    fn begin_with(screens: Screens, hall: Hall, data: TempDir) -> Self {
        let before = begun(&data);
        let lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", SESSION]);
        let pages = Pages::new();
        let mut meeting = Self { lembar, data, pages, forward: false, pressed: "", screens };
        let mut asked = 0;
        wait_until("the meeting runs", Duration::from_secs(20), || {
            assert!(meeting.lembar.ended().is_none(), "the program ended: {}", meeting.lembar.said());
            asked += 1;
            if before > 0 && asked % 50 == 0 {
                // It asks whether to go on with the meeting.
                meeting.screens.press(&meeting.console(), &["Return"]);
            }
            (begun(&meeting.data) > before).then_some(())
        });
        meeting.becomes(hall, "the start");
        meeting
    }

    /// Waits until everything is as it must be in `hall`; says how long that took since `since`.
    fn becomes_since(&mut self, since: Instant, hall: Hall, when: &str) -> Duration {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let Some(wrong) = self.wrong(hall) else { return since.elapsed() };
            if Instant::now() > deadline {
                self.keep_all(&format!("wrong-{when}"));
                let windows = self.screens.windows();
                panic!("{when}, {hall:?}: {wrong}; windows: {windows:#?}\n{}", self.lembar.said());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn becomes(&mut self, hall: Hall, when: &str) -> Duration {
        self.becomes_since(Instant::now(), hall, when)
    }

    /// What is not as it must be; `None` = all is well.
    fn wrong(&mut self, hall: Hall) -> Option<String> {
        assert!(self.lembar.ended().is_none(), "the program ended by itself: {}", self.lembar.said());
        let windows = self.screens.windows();
        let laptop = self.screens.laptop();
        let (home, wall) = match hall {
            Hall::Alone | Hall::Page => (laptop, None),
            Hall::Extended => (laptop, Some(self.screens.projector().expect("a projector is plugged"))),
            Hall::Swapped => (self.screens.projector().expect("a projector is plugged"), Some(laptop)),
        };
        if windows.len() != 1 + usize::from(wall.is_some()) {
            return Some(format!("{} windows", windows.len()));
        }
        let Some(console) = windows.iter().find(|window| window.title == words::TITLE) else {
            return Some("no console".to_owned());
        };
        if let Some(wall) = wall {
            let Some(stage) = windows.iter().find(|window| window.title == words::STAGE_TITLE) else {
                return Some("no stage".to_owned());
            };
            if stage.rect != wall {
                return Some(format!("the stage is at {:?}, not {wall:?}", stage.rect));
            }
            if self.screens.shot(wall) != *self.page((wall.width, wall.height)) {
                return Some("the room does not see the page".to_owned());
            }
        }
        if hall == Hall::Page { self.wrong_with_page(console) } else { self.wrong_with_console(console, home) }
    }

    /// The console lies whole on its monitor and shows its furniture, not a black or half-drawn window.
    fn wrong_with_console(&self, console: &Window, home: Rect) -> Option<String> {
        if !home.holds(console.rect) {
            return Some(format!("the console at {:?} is not whole on {home:?}", console.rect));
        }
        if console.rect.width + 8 < home.width || console.rect.height + 40 < home.height {
            return Some(format!("the console at {:?} does not fill {home:?}", console.rect));
        }
        let picture = self.screens.shot(console.rect);
        let black = picture.pixels().filter(|pixel| pixel.0 == [0, 0, 0]).count();
        if black * 50 > picture.pixels().len() || !rig::is_colourful(&picture, 200) {
            return Some(format!("the console is half drawn, {black} of its pixels are black"));
        }
        let accent = [DAY.accent.r(), DAY.accent.g(), DAY.accent.b()];
        let (width, height) = picture.dimensions();
        let corner = image::imageops::crop_imm(&picture, width / 2, height / 2, width / 2, height / 2).to_image();
        if corner.pixels().filter(|pixel| pixel.0 == accent).count() < 2000 {
            return Some(NO_NEXT.to_owned());
        }
        let keys = image::imageops::crop_imm(&picture, 0, height - 50, width, 50).to_image();
        let written = dark(&keys);
        // Eleven keys, each with a word.
        (written < 1000 || written * 5 > keys.pixels().len())
            .then(|| format!("{written} dark pixels in the row of keys"))
    }

    /// The page fills the laptop but for the bar, without a title bar; nothing of the console is seen.
    fn wrong_with_page(&mut self, window: &Window) -> Option<String> {
        let laptop = self.screens.laptop();
        if window.rect != laptop {
            return Some(format!("the page's window is at {:?}, not {laptop:?}", window.rect));
        }
        let picture = self.screens.shot(laptop);
        let tall = page_height(laptop);
        let page = image::imageops::crop_imm(&picture, 0, 0, laptop.width, tall).to_image();
        if page != *self.page((laptop.width, tall)) {
            return Some("the laptop does not show the page".to_owned());
        }
        let bar = image::imageops::crop_imm(&picture, 0, tall, laptop.width, laptop.height - tall).to_image();
        let written = dark(&bar);
        // A few words and a clock.
        (written * 10 > bar.pixels().len() || written == 0).then(|| format!("{written} dark pixels in the time bar"))
    }

    fn page(&mut self, size: (u32, u32)) -> &RgbImage {
        self.pages.shown(self.data.path(), size).expect("a meeting runs")
    }

    /// Draws what will be seen, so that drawing does not count when something is timed.
    fn draw_ahead(&mut self, size: &str) {
        let size = size_of(size);
        self.page(size);
    }

    fn console(&self) -> Window {
        let windows = self.screens.windows();
        windows.into_iter().find(|window| window.title == words::TITLE).expect("there is always a console")
    }

    fn stage(&self) -> Option<Window> {
        self.screens.windows().into_iter().find(|window| window.title == words::STAGE_TITLE)
    }

    /// A key in `window` turns the page: it is in the journal, and the room sees the other page. Forward and back by turns.
    fn turns(&mut self, window: &Window, hall: Hall, when: &str) {
        let shown = |data: &TempDir| journal::state(data.path()).expect("a meeting runs").shown;
        let before = shown(&self.data);
        self.forward = !self.forward;
        self.screens.press(window, &[if self.forward { "Right" } else { "Left" }]);
        wait_until(&format!("{when}: the key turns the page"), PATIENCE, || {
            (shown(&self.data) != before).then_some(())
        });
        self.becomes(hall, when);
    }

    /// Presses one key in the console; the same key again not so soon that it counts as a slip of the finger.
    fn press(&mut self, key: &'static str) {
        if self.pressed == key {
            thread::sleep(BETWEEN_TURNS);
        }
        self.pressed = key;
        self.screens.press(&self.console(), &[key]);
    }

    /// Waits until the laptop shows one of the black screens: words and buttons on black, nothing else.
    fn becomes_black_screen(&self, when: &str) -> RgbImage {
        let laptop = self.screens.laptop();
        wait_until(&format!("{when}: a black screen with words"), PATIENCE, || {
            let picture = self.screens.shot(laptop);
            let black = picture.pixels().filter(|pixel| pixel.0 == [0, 0, 0]).count();
            let edge = (0..laptop.width).all(|x| picture.get_pixel(x, 0).0 == [0, 0, 0]);
            let there = edge && black * 10 > picture.pixels().len() * 8 && rig::is_colourful(&picture, 16);
            // The button gets its focus ring one pass later.
            let still = there && {
                thread::sleep(Duration::from_millis(60));
                self.screens.shot(laptop) == picture
            };
            still.then_some(picture)
        })
    }

    /// The window manager shows the console's window without a frame over everything.
    fn fills_the_screen(&self) -> bool {
        self.screens.desktop().is_full_screen(&self.console()).expect("the X server answers")
    }

    fn is_maximized(&self) -> bool {
        self.screens.desktop().is_maximized(&self.console()).expect("the X server answers") && !self.fills_the_screen()
    }

    /// Pulls the program's plug; screens and database are there for another.
    fn stop(self) -> (Screens, TempDir) {
        let Self { screens, data, mut lembar, .. } = self;
        lembar.kill_9();
        (screens, data)
    }

    fn keep(&self, name: &str) {
        rig::keep(&self.screens, self.screens.laptop(), name);
    }

    /// Everything, side by side.
    fn keep_all(&self, name: &str) {
        let mut all = self.screens.laptop();
        if let Some(projector) = self.screens.projector() {
            all.width = all.width.max(projector.x as u32 + projector.width);
            all.height = all.height.max(projector.y as u32 + projector.height);
        }
        rig::keep(&self.screens, all, &name.replace(' ', "-"));
    }
}

/// How often a meeting was begun or taken up again.
fn begun(data: &TempDir) -> usize {
    let lines = journal::read(data.path());
    lines.iter().filter(|line| matches!(line.kind(), "started" | "resumed")).count()
}

/// Pixels as dark as writing.
fn dark(picture: &RgbImage) -> usize {
    picture.pixels().filter(|pixel| pixel.0.iter().all(|part| *part < 0x80)).count()
}

/// Rows of the page when it fills the laptop.
fn page_height(laptop: Rect) -> u32 {
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(laptop.width as f32, laptop.height as f32));
    page_rect(window).height() as u32
}

/// `1024x768` in numbers.
fn size_of(size: &str) -> (u32, u32) {
    let (width, height) = size.split_once('x').expect("a size like 1024x768");
    (width.parse().unwrap(), height.parse().unwrap())
}
