//! A clip in the real window: it plays on the projector, pauses by itself with its question, stands still when the cable is pulled,
//! survives its decoder's death, and the session goes on after a file that is none. The wall never flashes: its pixels are watched while the
//! page turns.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use image::RgbImage;

use crate::{
    rig::{self, Program, Rect, Screens, TwoWindows, Window, journal, wait_until},
    session::{GROUP, SESSION},
};

const PATIENCE: Duration = Duration::from_secs(5);
/// Past the pause in which a second press is ignored.
const BETWEEN: Duration = Duration::from_millis(300);
/// Stripes of a numbered picture.
const BITS: u32 = 8;
/// Pictures a second of the clip.
const RATE: u32 = 25;
/// Number of the first picture of the clip that begins a step.
const SECOND: u32 = 64;
/// How long the wall is watched after a key.
const WATCHED: Duration = Duration::from_millis(700);

#[test]
fn a_clip_in_the_real_window() {
    if !rig::slow("a clip in the real window") {
        return;
    }
    let pack = tempfile::tempdir().unwrap();
    let folder = content_with_a_clip(pack.path());
    let data = tempfile::tempdir().unwrap();
    let screens = Screens::pair("1366x768", "1024x768");
    let deliver = ["deliver", "--group", GROUP, "--session", SESSION, "--pack", &pack.path().display().to_string()];
    let mut lembar = screens.lembar(data.path(), &deliver);
    let windows = lembar.windows(&screens);

    // The first picture is there when the page is, and it does not begin by itself.
    turns_without_a_flash(&screens, &windows.console, "Right", 0);

    plays_and_pauses_by_itself(&screens, data.path(), &windows);
    stands_still_without_a_projector(&screens, data.path(), &mut lembar);
    outlives_its_decoder(&screens, data.path(), &mut lembar);
    leaves_in_mid_clip(&screens, data.path(), &mut lembar);
    begins_a_step(&screens, data.path(), &mut lembar);

    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
    drop(lembar);
    not_a_clip(&screens, &folder, &deliver);
}

fn plays_and_pauses_by_itself(screens: &Screens, data: &Path, windows: &TwoWindows) {
    thread::sleep(BETWEEN);
    screens.press(&windows.stage, &["k"]);
    let began = Instant::now();
    let moved = wait_until("the picture moves", PATIENCE, || number(screens).filter(|number| *number > 0));
    eprintln!("K to moving picture: {:?} (picture {moved})", began.elapsed());
    let mut seen = Vec::new();
    while began.elapsed() < Duration::from_millis(1500) {
        seen.extend(number(screens));
        thread::sleep(Duration::from_millis(15));
    }
    assert!(seen.is_sorted(), "pictures go back: {seen:?}");
    seen.dedup();
    assert!(seen.len() >= 15, "{} different pictures in a second and a half: {seen:?}", seen.len());
    // At two seconds it pauses, and the question comes up.
    let paused = wait_until("the pause point", PATIENCE, || paused_at(data, 0));
    assert!((1_900..=2_100).contains(&paused), "{paused} ms");
    thread::sleep(BETWEEN);
    rig::keep(screens, screens.projector().unwrap(), "clip-question-stage");
    rig::keep(screens, screens.laptop(), "clip-question-console");
    let standing = screens.shot(screens.projector().unwrap());
    thread::sleep(BETWEEN);
    assert!(screens.shot(screens.projector().unwrap()) == standing, "it stands still with its question");
    screens.press(&windows.console, &["k"]);
    wait_until("it goes on", PATIENCE, || number(screens).filter(|number| *number > 2 * RATE + 10));
}

fn stands_still_without_a_projector(screens: &Screens, data: &Path, lembar: &mut Program) {
    screens.unplug();
    let paused = wait_until("the clip pauses when the cable is pulled", PATIENCE, || paused_at(data, 1));
    thread::sleep(Duration::from_millis(700));
    screens.plug("1024x768");
    let windows = lembar.windows(screens);
    let wanted = (paused * u64::from(RATE) / 1000) as u32;
    let shown = wait_until("the clip's picture is back", PATIENCE, || number(screens).filter(|number| *number > 10));
    assert!(shown.abs_diff(wanted) <= 3, "picture {shown} after a pause at {wanted}");
    thread::sleep(BETWEEN);
    screens.press(&windows.stage, &["k"]);
    wait_until("it plays on", PATIENCE, || number(screens).filter(|number| *number > shown + 5));
}

fn outlives_its_decoder(screens: &Screens, data: &Path, lembar: &mut Program) {
    let killed = Command::new("pkill").args(["-9", "-P", &lembar.id().to_string(), "lembar-decode"]).status().unwrap();
    assert!(killed.success(), "there is a decoder to kill");
    wait_until("the clip's end in the journal", PATIENCE, || paused_at(data, 2));
    assert!(!rig::is_black(&screens.shot(screens.projector().unwrap())), "the wall keeps the last good picture");
    let windows = lembar.windows(screens);
    // Play opens it anew where it stood; its beginning is never shown on the way.
    let stood = number(screens).expect("its last picture");
    thread::sleep(BETWEEN);
    screens.press(&windows.stage, &["k"]);
    let mut seen = Vec::new();
    wait_until("a second decoder plays on", PATIENCE, || {
        seen.extend(number(screens));
        seen.last().filter(|number| **number > stood + 5).copied()
    });
    assert!(seen.iter().all(|number| number + 3 >= stood), "it stood at {stood} and showed {seen:?}");
    // A headset's key is K.
    thread::sleep(BETWEEN);
    screens.press(&windows.console, &["XF86AudioPlay"]);
    wait_until("a media key pauses it", PATIENCE, || paused_at(data, 3));
}

/// The next page in mid-clip, and back: the wall goes from the one to the other, and the clip stands where it was left.
fn leaves_in_mid_clip(screens: &Screens, data: &Path, lembar: &mut Program) {
    let windows = lembar.windows(screens);
    thread::sleep(BETWEEN);
    let stood = number(screens).expect("its picture");
    screens.press(&windows.stage, &["k"]);
    wait_until("it plays on", PATIENCE, || number(screens).filter(|number| *number > stood));
    let rows = strip(screens);
    let before = journal::read(data).len();
    let _key = screens.send(&windows.stage, &[("Right".to_owned(), 0)]);
    let seen = watch(screens, rows);
    assert!(journal::read(data).len() > before, "the page has turned");
    let page: HashSet<Vec<u8>> = lines(&screens.shot(rows)).collect();
    let strange = seen.iter().flat_map(lines).find(|line| {
        let of_clip = numbered(line).is_some_and(|number| number >= stood && number < 8 * RATE);
        !page.contains(line) && !of_clip
    });
    assert!(strange.is_none(), "neither clip nor page: {:?}", strange.as_deref().and_then(numbered));
    thread::sleep(BETWEEN);
    screens.press(&windows.stage, &["Left"]);
    let back = wait_until("the clip's picture is back", PATIENCE, || number(screens).filter(|number| *number > 10));
    thread::sleep(WATCHED);
    assert_eq!(number(screens), Some(back), "it stands");
    assert!(back >= stood, "left after {stood}, back at {back}");
}

/// A clip as the first page of a step is ready before the page turns, like any other.
fn begins_a_step(screens: &Screens, data: &Path, lembar: &mut Program) {
    let windows = lembar.windows(screens);
    let before_it = || {
        let state = journal::state(data)?;
        let next = state.sheet.page(state.sheet.after(state.shown)?)?.pack_page()?.to_string();
        Some(next == "lihat")
    };
    wait_until("the page before the second clip", 4 * PATIENCE, || {
        thread::sleep(BETWEEN);
        if before_it() == Some(true) {
            return Some(());
        }
        screens.press(&windows.stage, &["Right"]);
        None
    });
    thread::sleep(WATCHED);
    turns_without_a_flash(screens, &windows.stage, "Right", SECOND);
}

/// Presses a key that leads to a clip's page and watches the wall: it goes from the page before to picture `first`, and shows nothing else.
fn turns_without_a_flash(screens: &Screens, window: &Window, key: &str, first: u32) {
    // The page's own picture and the clip's first one are there before the key.
    thread::sleep(WATCHED);
    let rows = strip(screens);
    let before: HashSet<Vec<u8>> = lines(&screens.shot(rows)).collect();
    let _key = screens.send(window, &[(key.to_owned(), 0)]);
    let seen = watch(screens, rows);
    assert_eq!(number(screens), Some(first), "it stands at its first picture");
    let after: HashSet<Vec<u8>> = lines(&screens.shot(rows)).collect();
    assert!(before.is_disjoint(&after), "the two can be told apart");
    let strange = seen.iter().flat_map(lines).find(|line| !before.contains(line) && !after.contains(line));
    assert!(strange.is_none(), "neither page nor clip: {:?} …", strange.map(|line| line[..12].to_vec()));
    let turned = seen.iter().position(|look| lines(look).all(|line| after.contains(&line)));
    assert!(turned.is_some_and(|at| at > 0 && seen.len() > 20), "{turned:?} of {} looks", seen.len());
}

/// A few rows across the projector, quick to look at.
fn strip(screens: &Screens) -> Rect {
    let wall = screens.projector().expect("a projector is plugged");
    Rect { y: wall.y + wall.height as i32 / 3, height: 4, ..wall }
}

/// Looks again and again for a while.
fn watch(screens: &Screens, rows: Rect) -> Vec<RgbImage> {
    let began = Instant::now();
    let mut seen = Vec::new();
    while began.elapsed() < WATCHED {
        seen.push(screens.shot(rows));
        thread::sleep(Duration::from_millis(1));
    }
    seen
}

/// Rows of pixels; a look may fall between two of them being drawn.
fn lines(look: &RgbImage) -> impl Iterator<Item = Vec<u8>> {
    look.rows().map(|row| row.flat_map(|pixel| pixel.0).collect())
}

/// A file that only calls itself a clip: the page's own picture stays, a sentence comes up, Next works.
fn not_a_clip(screens: &Screens, folder: &Path, deliver: &[&str]) {
    fs::write(folder.join("kasih.mp4"), "bukan video").unwrap();
    let data = tempfile::tempdir().unwrap();
    let mut lembar = screens.lembar(data.path(), deliver);
    let windows = lembar.windows(screens);
    screens.press(&windows.console, &["Right"]);
    let turned = |count: usize| {
        journal::read(data.path()).iter().filter(|line| matches!(line.kind(), "page_shown" | "step_began")).count()
            >= count
    };
    wait_until("the page with the broken clip", PATIENCE, || turned(1).then_some(()));
    thread::sleep(Duration::from_millis(700));
    rig::keep(screens, screens.laptop(), "clip-broken-console");
    assert!(!rig::is_black(&screens.shot(screens.projector().unwrap())));
    screens.press(&windows.stage, &["Right"]);
    wait_until("the page after it", PATIENCE, || turned(2).then_some(()));
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}

/// The position of the n-th pause in the journal, ms.
fn paused_at(data: &Path, n: usize) -> Option<u64> {
    let lines = journal::read(data);
    lines.iter().filter(|line| line.kind() == "clip_paused").nth(n).and_then(|line| line.payload["at"].as_u64())
}

/// The number of the clip's picture on the projector; `None` when there is no projector or no such picture.
fn number(screens: &Screens) -> Option<u32> {
    let wall = screens.projector()?;
    let row = |third: i32| screens.shot(Rect { y: wall.y + third * wall.height as i32 / 3, height: 1, ..wall });
    let number = numbered(&row(1))?;
    // Below the middle it is reddish: upright, and its colours in their order.
    if let Some([r, _, b]) = row(2).as_chunks::<3>().0.get(wall.width as usize / 2) {
        assert!(*r >= b.saturating_add(15), "red {r}, blue {b}");
    }
    Some(number)
}

/// The number in one row of pixels.
fn numbered(row: &[u8]) -> Option<u32> {
    let (pixels, _) = row.as_chunks::<3>();
    let mut number = 0;
    for bit in 0..BITS {
        let [r, g, b] = pixels[((2 * bit + 1) as usize * pixels.len()) / (2 * BITS) as usize];
        // Stripes are black or white; anything else is a page.
        if r.abs_diff(g) > 24 || g.abs_diff(b) > 24 || (48..208).contains(&r) {
            return None;
        }
        number |= u32::from(r > 127) << bit;
    }
    Some(number)
}

/// The real content with a clip on the second page of the session: eight seconds, its pictures numbered by stripes, a pause at two. Another
/// one, whose numbers begin at [`SECOND`], is the first page of a step.
fn content_with_a_clip(dir: &Path) -> PathBuf {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    copy(&content, dir);
    let folder = dir.join("sessions").join(SESSION);
    let path = folder.join("session.toml");
    let text = fs::read_to_string(&path).unwrap();
    let mut pages = text.match_indices("[[step.page]]").map(|(at, _)| at);
    let second = pages.nth(1).expect("two pages");
    let script = second + text[second..].find("script = \"\"\"").expect("a script");
    let end = script + text[script..].find("\n\"\"\"\n").expect("its end") + 5;
    let (head, rest) = text.split_at(script);
    let (script, tail) = rest.split_at(end - script);
    let pause = "[[step.page.pause]]\nat = 2.0\nask = \"Apa yang dilakukan ibu?\"\n";
    let text = format!("{head}clip = \"kasih.mp4\"\n{script}{pause}{tail}");
    let first = "id = \"lihat\"\n";
    assert_eq!(text.matches(first).count(), 1);
    fs::write(&path, text.replace(first, &format!("{first}clip = \"lihat.mp4\"\n"))).unwrap();
    make(&folder.join("kasih.mp4"), 0, 8);
    make(&folder.join("lihat.mp4"), SECOND, 2);
    folder
}

/// A clip of so many seconds whose pictures are numbered from `first` on.
fn make(path: &Path, first: u32, seconds: u32) {
    let stripes = format!(
        "nullsrc=s=640x480:r={RATE}:d={seconds},geq=lum=255*mod(floor((N+{first})/pow(2\\,floor(X*{BITS}/W)))\\,2):cb=if(gt(Y\\,H/2)\\,90\\,128):cr=if(gt(Y\\,H/2)\\,160\\,128)"
    );
    let tone = format!("sine=440:d={seconds}");
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", &stripes, "-f", "lavfi", "-i", &tone])
        .args(["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"])
        .arg(path)
        .status()
        .expect("ffmpeg is installed (script/test sees to it)");
    assert!(made.success());
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
