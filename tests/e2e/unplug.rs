//! The projector's cable is pulled and comes back, also with another projector: the stage never lies over the laptop, a key still turns the page.

use std::time::Duration;

use crate::{
    rig::{self, Screens, journal, wait_until},
    session::{GROUP, SESSION},
};

const PATIENCE: Duration = Duration::from_secs(3);
/// Past the pause in which a second Next is ignored.
const BETWEEN_TURNS: Duration = Duration::from_millis(300);

#[test]
fn the_projector_comes_and_goes() {
    if !rig::slow("the projector comes and goes") {
        return;
    }
    let deliver = ["deliver", "--group", GROUP, "--session", SESSION];
    for there_at_start in [true, false] {
        let screens = Screens::start("1366x768");
        let data = tempfile::tempdir().unwrap();
        if there_at_start {
            screens.plug("1024x768");
        }
        let mut lembar = screens.lembar(data.path(), &deliver);
        let console = lembar.console(&screens);
        for size in ["1024x768", "800x600", "1280x800", "1024x768"] {
            screens.unplug();
            wait_until("only the console is left, on the laptop", PATIENCE, || {
                let windows = screens.windows();
                (windows.len() == 1 && screens.laptop().holds(windows[0].rect)).then_some(())
            });
            turn(&screens, data.path(), &console);
            screens.plug(size);
            let windows = lembar.windows(&screens);
            assert!(!windows.stage.rect.meets(screens.laptop()), "{size}: the stage lies over the laptop");
            turn(&screens, data.path(), &windows.stage);
        }
        assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
    }
}

/// Next in `window` reaches the journal.
fn turn(screens: &Screens, data: &std::path::Path, window: &rig::Window) {
    std::thread::sleep(BETWEEN_TURNS);
    let before = journal::read(data).len();
    screens.press(window, &["Right"]);
    wait_until("a turned page in the journal", PATIENCE, || (journal::read(data).len() > before).then_some(()));
}
