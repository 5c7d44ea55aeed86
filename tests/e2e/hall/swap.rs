//! Ctrl+Shift+S: the console and the page change places, Esc takes it back, and it is refused where names would come onto the wall.

use std::{thread, time::Duration};

use super::{Hall, Meeting, PATIENCE};
use crate::rig::{self, Screens, journal, wait_until};

const SWAP: &str = "ctrl+shift+s";
/// Nothing moves this long after a refusal.
const STILL: Duration = Duration::from_millis(700);

#[test]
fn screens_are_swapped_and_taken_back_but_never_names_onto_the_wall() {
    if !rig::slow("swapped screens") {
        return;
    }
    let mut meeting = Meeting::begin(Screens::pair("1366x768", "1280x800"), Hall::Extended);
    let kept = || journal::setting(meeting.data.path(), "stage.projector");
    let remembered = wait_until("the projector is remembered", PATIENCE, || kept().filter(|kept| !kept.is_empty()));
    assert!(remembered.contains("DUMMY1"), "{remembered}");

    for window in [meeting.console(), meeting.stage().unwrap()] {
        let stage = window == meeting.stage().unwrap();
        thread::sleep(super::BETWEEN_TURNS);
        let window = if stage { meeting.stage().unwrap() } else { meeting.console() };
        meeting.screens.press(&window, &[SWAP]);
        meeting.becomes(Hall::Swapped, "swapped");
        meeting.keep_all("hall-swapped");
        let (console, stage) = (meeting.console(), meeting.stage().unwrap());
        meeting.turns(&console, Hall::Swapped, "swapped");
        meeting.turns(&stage, Hall::Swapped, "swapped");
        meeting.press("Escape");
        meeting.becomes(Hall::Extended, "taken back");
        let back = wait_until("the projector is remembered again", PATIENCE, || {
            journal::setting(meeting.data.path(), "stage.projector").filter(|kept| *kept == remembered)
        });
        assert_eq!(back, remembered);
    }

    let before = meeting.screens.windows();
    let page = meeting.screens.shot(meeting.screens.projector().unwrap());
    let console = meeting.screens.shot(meeting.screens.laptop());
    meeting.press("h");
    wait_until("the attendance", PATIENCE, || {
        (meeting.screens.shot(meeting.screens.laptop()) != console).then_some(())
    });
    meeting.press(SWAP);
    thread::sleep(STILL);
    assert_eq!(meeting.screens.windows(), before, "with names on the console nothing moves");
    assert!(meeting.screens.shot(meeting.screens.projector().unwrap()) == page, "the wall shows the page as before");
    meeting.keep("hall-swap-refused");
    meeting.press("Escape");
    meeting.becomes(Hall::Extended, "back from the attendance");
}
