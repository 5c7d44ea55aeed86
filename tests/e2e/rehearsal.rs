//! A rehearsal in the real window by keys alone: from the home screen through pages, waits, a problem card and the prompter, over a power
//! cut, to its review. Nothing of it is in attendance, coverage, the month's report or the export.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
    thread,
    time::Duration,
};

use image::RgbImage;
use lembar::{
    app::core::{Core, Opened},
    clock::Clock,
    engine::{
        event::MeetingKind,
        scene::stage_scene,
        state::{Phase, State},
        time::Wall,
    },
    media::pictures::Renderer,
    pack::{self, Pack},
    store::{self, DirLock, OpenOutcome},
    ui::{
        intent::{GroupEdit, Intent},
        theme::DAY,
    },
};
use rusqlite::Connection;

use crate::{
    rig::{self, Program, Screens, TwoWindows, Window, journal, wait_until},
    tour::page_of,
};

const GROUP: &str = "Kelompok Anggrek";
const PATIENCE: Duration = Duration::from_secs(5);
/// Past the pause in which a second press for the same is ignored.
const BETWEEN: Duration = Duration::from_millis(300);

static PACK: LazyLock<Arc<Pack>> =
    LazyLock::new(|| Arc::new(pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))));

#[test]
fn a_rehearsal_by_keys_from_home_to_review_over_a_power_cut() {
    if !rig::slow("a rehearsal by keys") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    with_a_group(data.path());
    let mut lembar = screens.lembar(data.path(), &[]);
    from_home(&screens, data.path(), &mut lembar);
    let windows = lembar.windows(&screens);
    let desk = Desk { screens: &screens, data: data.path(), windows, renderer: Renderer::new() };
    pages(&desk);
    a_wait_is_skipped(&desk);
    a_card_is_answered(&desk);
    the_prompter_and_back(&desk);
    everybody_is_present(&desk);
    let before = desk.state();
    lembar.kill_9();

    let mut lembar = screens.lembar(data.path(), &[]);
    let desk = come_back(&screens, data.path(), &mut lembar, &before);
    ended(&desk);
    counted_nowhere(&screens, data.path());
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}

/// So that there is a group a mark could be counted for.
fn with_a_group(data: &Path) {
    let mut core = core(data);
    core.apply(Intent::SaveGroup(GroupEdit::named(GROUP, "Balai warga", ["Aminah", "Yuliana", "Ketut Sari"])));
    assert_eq!(core.close(), 0);
}

fn core(data: &Path) -> Core {
    let wall = Clock::system().wall();
    let lock = DirLock::take(data).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, wall).unwrap() else { panic!("damaged") };
    Core::new(Clock::Manual { mono: 0, wall }, Arc::clone(&PACK), lock, Opened::Ready(database), Arc::new(|| ()))
        .unwrap()
}

/// The console once something is drawn in it.
fn drawn(screens: &Screens, lembar: &mut Program) -> Window {
    let console = lembar.console(screens);
    wait_until("the console is drawn", PATIENCE, || {
        rig::is_colourful(&rig::settled(screens, console.rect), 64).then_some(())
    });
    console
}

/// Tab, so many times, each seen: two in one pass of a slow window would be one.
fn tabs(screens: &Screens, console: &Window, times: usize) {
    for _ in 0..times {
        let before = rig::settled(screens, console.rect);
        screens.press(console, &["Tab"]);
        wait_until("the keyboard moves on", PATIENCE, || (screens.shot(console.rect) != before).then_some(()));
    }
}

/// The third control of Home is Latihan; there the button for the whole session has the keyboard.
fn from_home(screens: &Screens, data: &Path, lembar: &mut Program) {
    let console = drawn(screens, lembar);
    let home = screens.shot(console.rect);
    tabs(screens, &console, 3);
    screens.press(&console, &["Return"]);
    wait_until("Latihan is opened", PATIENCE, || {
        (differing(&rig::settled(screens, console.rect), &home) > 100_000).then_some(())
    });
    screens.press(&console, &["Return"]);
    let opened = wait_until("a rehearsal is opened", PATIENCE, || journal::state(data));
    assert_eq!((opened.setup.kind, opened.phase), (MeetingKind::Rehearsal, Phase::Waiting));
    assert!(journal::read(data).len() == 1, "and nothing else");
}

/// Hands on the keyboard, eyes on both screens and in the journal.
struct Desk<'a> {
    screens: &'a Screens,
    data: &'a Path,
    windows: TwoWindows,
    renderer: Renderer,
}

impl Desk<'_> {
    fn state(&self) -> State {
        journal::state(self.data).expect("a rehearsal is under way")
    }

    fn press(&self, window: &Window, keys: &[&str]) {
        self.screens.press(window, keys);
        thread::sleep(BETWEEN);
    }

    /// Presses keys and waits until the journal says so.
    fn until(&self, window: &Window, keys: &[&str], what: &str, holds: impl Fn(&State) -> bool) -> State {
        self.screens.press(window, keys);
        let state = wait_until(what, PATIENCE, || journal::state(self.data).filter(|state| holds(state)));
        thread::sleep(BETWEEN);
        state
    }

    /// The projector shows its page, pixel for pixel: no mark, no card, no script; the console has the colour of rehearsals.
    fn looks_right(&self, name: &str) {
        let scene = stage_scene(&self.state());
        let projector = self.screens.projector().expect("a projector is plugged");
        if let Some(page) = page_of(&scene, (projector.width, projector.height), &PACK, &self.renderer) {
            wait_until(&format!("{name}: nothing but the page on the projector"), PATIENCE, || {
                (self.screens.shot(projector) == page).then_some(())
            });
        }
        let bar = self.screens.shot(self.windows.console.rect);
        assert!(
            count(&bar, DAY.practice_soft) > 50_000 && count(&bar, DAY.practice) > 500,
            "{name}: no rehearsal's bar"
        );
    }

    /// How much of the console's right third another look shows otherwise, pixels.
    fn script(&self) -> RgbImage {
        let console = self.windows.console.rect;
        let third = rig::Rect { x: console.x + 2 * console.width as i32 / 3, width: console.width / 3, ..console };
        rig::settled(self.screens, third)
    }
}

fn count(picture: &RgbImage, colour: egui::Color32) -> usize {
    let wanted = [colour.r(), colour.g(), colour.b()];
    picture.pixels().filter(|pixel| pixel.0 == wanted).count()
}

fn differing(one: &RgbImage, other: &RgbImage) -> usize {
    one.pixels().zip(other.pixels()).filter(|(one, other)| one != other).count()
}

fn pages(desk: &Desk<'_>) {
    let console = &desk.windows.console;
    desk.until(console, &["F5"], "F5 begins", |state| state.phase == Phase::Running);
    desk.looks_right("first page");
    for (turn, window) in [console, &desk.windows.stage, console].into_iter().enumerate() {
        let shown = desk.state().shown;
        desk.until(window, &["Next"], "a page on", |state| state.shown != shown);
        desk.looks_right(&format!("turn {turn}"));
    }
}

fn a_wait_is_skipped(desk: &Desk<'_>) {
    let console = &desk.windows.console;
    desk.press(console, &["t"]);
    desk.until(console, &["8", "Return"], "eight minutes are counted down", |state| state.countdown.is_some());
    let before = desk.state().last_at;
    desk.until(console, &["s"], "the wait is skipped", |state| state.last_at.0 > before.0 + 7 * 60_000);
    desk.until(console, &["Escape"], "Esc ends the countdown", |state| state.countdown.is_none());
}

fn a_card_is_answered(desk: &Desk<'_>) {
    let (console, before) = (&desk.windows.console, desk.script());
    desk.press(console, &["q"]);
    assert!(differing(&desk.script(), &before) > 10_000, "no card came");
    rig::keep(desk.screens, desk.screens.laptop(), "rehearsal-card");
    let lines = journal::read(desk.data).len();
    desk.screens.press(console, &["1"]);
    let faced = wait_until("the answer is kept", PATIENCE, || {
        studied(desk.data).into_iter().find(|deed| deed["t"] == "faced").map(|deed| deed["card"].clone())
    });
    assert!(PACK.shelf.problems.iter().any(|problem| faced == problem.id.as_str()), "{faced}");
    assert_eq!(journal::read(desk.data).len(), lines, "the rehearsal's journal knows nothing of it");
    desk.looks_right("card");
    desk.press(console, &["Escape"]);
}

fn the_prompter_and_back(desk: &Desk<'_>) {
    let (console, before) = (&desk.windows.console, desk.script());
    desk.press(console, &["o"]);
    thread::sleep(Duration::from_millis(500));
    let large = desk.screens.shot(console.rect);
    rig::keep(desk.screens, desk.screens.laptop(), "rehearsal-prompter");
    desk.press(console, &["o"]);
    // What the last key did is said for a while.
    wait_until("the script is back", PATIENCE, || (differing(&desk.script(), &before) < 2_000).then_some(()));
    let small = desk.screens.shot(console.rect);
    assert!(differing(&large, &small) > 30_000, "no prompter came");
    desk.looks_right("after the prompter");
}

fn everybody_is_present(desk: &Desk<'_>) {
    let console = &desk.windows.console;
    desk.press(console, &["h"]);
    let bar = desk.screens.shot(console.rect);
    assert!(count(&bar, DAY.practice_soft) > 50_000, "the roll has not the colour of rehearsals");
    let all = |state: &State| state.roll.iter().all(|row| row.status.is_some());
    desk.until(console, &["ctrl+a"], "everybody is marked", all);
    desk.press(console, &["Escape"]);
}

/// The question says that it was a rehearsal, and Enter goes on where it stood.
fn come_back<'a>(screens: &'a Screens, data: &'a Path, lembar: &mut Program, before: &State) -> Desk<'a> {
    let copy = tempfile::tempdir().unwrap();
    for name in ["lembar.db", "lembar.db-wal"] {
        let from = data.join(name);
        if from.exists() {
            fs::copy(from, copy.path().join(name)).unwrap();
        }
    }
    let offer = core(copy.path()).resume_offer().expect("it is offered");
    assert!(offer.rehearsal && offer.title == before.setup.title, "{offer:?}");
    assert_eq!(Some(offer.page), before.sheet.number_of(before.shown));

    let console = drawn(screens, lembar);
    assert!(screens.windows().len() == 1, "nothing is on the wall before the question is answered");
    screens.press(&console, &["Return"]);
    wait_until("it goes on", PATIENCE, || {
        journal::read(data).last().is_some_and(|line| line.kind() == "resumed").then_some(())
    });
    let desk = Desk { screens, data, windows: lembar.windows(screens), renderer: Renderer::new() };
    let after = desk.state();
    assert_eq!((after.setup.kind, after.shown, after.step), (MeetingKind::Rehearsal, before.shown, before.step));
    assert_eq!(after.roll, before.roll);
    thread::sleep(BETWEEN);
    desk.looks_right("after the power cut");
    desk
}

/// E asks, the third button ends it; then the review is there, and the projector shows nothing any more.
fn ended(desk: &Desk<'_>) {
    let console = &desk.windows.console;
    desk.press(console, &["e"]);
    assert!(desk.state().closed.is_none(), "one key ends nothing");
    tabs(desk.screens, console, 2);
    desk.until(console, &["Return"], "it is closed", |state| state.closed.is_some());
    wait_until("what was rehearsed is known", PATIENCE, || {
        studied(desk.data).into_iter().find(|deed| deed["t"] == "rehearsed" && deed["session"] == "m1-s1")
    });
    wait_until("only the console is left", PATIENCE, || (desk.screens.windows().len() == 1).then_some(()));
    let planned = DAY.line.lerp_to_gamma(DAY.muted, 0.5);
    wait_until("the review's chart", PATIENCE, || {
        let picture = desk.screens.shot(console.rect);
        (count(&picture, planned) > 2_000 && count(&picture, DAY.practice_soft) == 0).then_some(())
    });
    rig::keep(desk.screens, desk.screens.laptop(), "rehearsal-review");
}

fn counted_nowhere(screens: &Screens, data: &Path) {
    let database = Connection::open(data.join("lembar.db")).unwrap();
    let number = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("SELECT count(*) FROM meeting WHERE kind = 'rehearsal' AND closed_wall_ms IS NOT NULL"), 1);
    assert_eq!(number("SELECT count(*) FROM meeting WHERE kind = 'live'"), 0);
    assert_eq!(number("SELECT count(*) FROM roll_mark"), 0);

    let out = tempfile::tempdir().unwrap();
    let path = |name: &str| out.path().join(name);
    let words = |path: &PathBuf| path.display().to_string();
    let wall: Wall = journal::state(data).unwrap().opened_wall;
    let (year, month, _) = wall.date();
    let recap = path("rekap.csv");
    let month = format!("{year:04}-{month:02}");
    screens.ask(data, &["report", "--month", &month, "--format", "csv", "--out", &words(&recap)]);
    let recap = fs::read_to_string(recap).expect("the month's recap");
    assert!(recap.contains(GROUP) && !recap.contains("M1-S1"), "{recap}");

    let all = path("semua");
    screens.ask(data, &["export", "--all", "--out", &words(&all)]);
    for file in ["pertemuan.csv", "kehadiran.csv", "langkah.csv", "catatan.csv"] {
        let lines = fs::read_to_string(all.join(file)).unwrap();
        assert_eq!(lines.lines().count(), 1, "{file} has more than its heads: {lines}");
    }
    let mut core = core_of_copy(data);
    core.drain();
    assert!(core.view(None).meetings.iter().all(|meeting| !meeting.delivered()));
    let overview = core.view(None).overview.expect("home is shown");
    assert!(overview.groups.iter().all(|group| group.last.is_none()), "coverage knows no meeting");
}

/// What the program would know at its next start.
fn core_of_copy(data: &Path) -> Core {
    let copy = tempfile::tempdir().unwrap().keep();
    let database = Connection::open(data.join("lembar.db")).unwrap();
    database.execute("VACUUM INTO ?", [copy.join("lembar.db").display().to_string()]).unwrap();
    core(&copy)
}

/// What was learned, as it stands in the database.
fn studied(data: &Path) -> Vec<serde_json::Value> {
    let Ok(database) = Connection::open(data.join("lembar.db")) else { return Vec::new() };
    let mut query = database.prepare("SELECT payload FROM study ORDER BY seq").unwrap();
    let rows = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.filter_map(|json| serde_json::from_str(&json.ok()?).ok()).collect()
}
