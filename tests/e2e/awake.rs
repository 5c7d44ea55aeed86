//! The screen saver of the X server, watched from outside: it stays away while a meeting is open, and comes as set without one.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use x11rb::{
    connection::Connection as _,
    protocol::screensaver::{ConnectionExt as _, State},
    rust_connection::RustConnection,
};

use crate::{
    rig::{self, Screens, journal, wait_until},
    session::{GROUP, SESSION},
};

/// The blank timeout without `LEMBAR_BLANK`, seconds.
const BLANK: u64 = 3;
const DELIVER: [&str; 5] = ["deliver", "--group", GROUP, "--session", SESSION];

#[test]
fn the_screen_stays_lit_while_delivering_and_only_then() {
    if !rig::slow("the screen stays lit while delivering") {
        return;
    }
    let blank = std::env::var("LEMBAR_BLANK").map_or(BLANK, |seconds| seconds.parse().expect("whole seconds"));
    let screens = Screens::pair("1366x768", "1024x768");
    let saver = Saver::of(&screens);
    let data = tempfile::tempdir().unwrap();

    // The counter-proof: the home screen lets the screen go dark.
    let mut lembar = screens.lembar(data.path(), &[]);
    lembar.console(&screens);
    screens.blank_after(blank);
    saver.dark_within(Duration::from_secs(blank + 5));
    lembar.kill_9();
    screens.wake();
    assert!(!saver.dark(), "a key wakes the screens again");

    let mut lembar = screens.lembar(data.path(), &DELIVER);
    let windows = lembar.windows(&screens);
    thread::sleep(Duration::from_secs(2));
    screens.blank_after(blank);
    saver.lit_for(Duration::from_secs(2 * blank + 2));

    // The meeting ends, and with it what it asked of the system.
    lembar.kill_9();
    drop(windows);
    saver.dark_within(Duration::from_secs(blank + 5));
}

#[test]
fn a_desktop_without_services_delivers_the_same() {
    if !rig::slow("delivering without a desktop's services") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    for bus in [None, Some("unix:path=/nowhere/at/all")] {
        let data = tempfile::tempdir().unwrap();
        let mut lembar = screens.lembar_with(data.path(), &DELIVER, &[("DBUS_SESSION_BUS_ADDRESS", bus)]);
        let windows = lembar.windows(&screens);
        wait_until("the start in the journal", Duration::from_secs(3), || {
            journal::read(data.path()).iter().any(|line| line.kind() == "started").then_some(())
        });
        turn(&screens, data.path(), &windows.console);
        screens.blank_after(BLANK);
        Saver::of(&screens).lit_for(Duration::from_secs(BLANK + 2));
        assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
        // Asked to close, it ends in time, whoever did not answer.
        screens.close(&windows.console);
        assert!(lembar.wait(Duration::from_secs(5)).success(), "{}", lembar.said());
    }
}

/// Next reaches the journal.
fn turn(screens: &Screens, data: &Path, window: &rig::Window) {
    let before = journal::read(data).len();
    screens.press(window, &["Right"]);
    wait_until("a turned page in the journal", Duration::from_secs(3), || {
        (journal::read(data).len() > before).then_some(())
    });
}

/// A connection of the test's own to the X server.
struct Saver {
    server: RustConnection,
    root: u32,
}

impl Saver {
    fn of(screens: &Screens) -> Self {
        let (server, screen) = x11rb::connect(Some(&screens.display())).expect("the rig's X server");
        let root = server.setup().roots[screen].root;
        Self { server, root }
    }

    /// Blanked. (The dummy screens know no power saving; the server has one timer for both.)
    fn dark(&self) -> bool {
        let saver = self.server.screensaver_query_info(self.root).unwrap().reply().unwrap();
        State::from(saver.state) == State::ON
    }

    fn dark_within(&self, patience: Duration) {
        wait_until("the screens go dark", patience, || self.dark().then_some(()));
    }

    fn lit_for(&self, time: Duration) {
        let began = Instant::now();
        while began.elapsed() < time {
            assert!(!self.dark(), "dark after {:?}", began.elapsed());
            thread::sleep(Duration::from_millis(50));
        }
    }
}
