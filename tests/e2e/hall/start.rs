//! The program starts into whatever the screens are: mirrored, the projector first, another projector than the usual one.

use std::path::Path;

use super::{Hall, Meeting, PATIENCE};
use crate::rig::{self, Screens, journal, wait_until};

#[test]
fn started_with_mirrored_screens_the_room_sees_the_page_alone() {
    if !rig::slow("started with mirrored screens") {
        return;
    }
    let screens = Screens::start("1024x600");
    screens.mirror();
    let mut meeting = Meeting::begin(screens, Hall::Page);
    let console = meeting.console();
    meeting.turns(&console, Hall::Page, "started mirrored");
    meeting.screens.plug("800x600");
    meeting.becomes(Hall::Extended, "parted by hand");
    let stage = meeting.stage().unwrap();
    meeting.turns(&stage, Hall::Extended, "parted by hand");
}

#[test]
fn the_usual_projector_is_used_and_another_is_never_remembered_in_its_place() {
    if !rig::slow("the remembered projector") {
        return;
    }
    let mut meeting = Meeting::begin(Screens::pair("1366x768", "1024x768"), Hall::Extended);
    let usual = wait_until("the projector is remembered", PATIENCE, || remembered(meeting.data.path()));
    assert!(usual.contains("DUMMY1"), "{usual}");
    meeting.screens.unplug();
    meeting.becomes(Hall::Alone, "unplugged");
    meeting.screens.projector_at("DUMMY2");
    meeting.screens.plug("800x600");
    meeting.becomes(Hall::Extended, "another projector");
    let console = meeting.console();
    meeting.turns(&console, Hall::Extended, "another projector");
    assert_eq!(remembered(meeting.data.path()).as_ref(), Some(&usual), "a fallback is not kept");

    // Both at once: the usual one, further right.
    meeting.screens.xrandr(&["--output", "DUMMY1", "--mode", "lembar-1024x768", "--right-of", "DUMMY2"]);
    meeting.screens.projector_at("DUMMY1");
    meeting.becomes(Hall::Extended, "the usual projector comes beside the other");
    assert_eq!(remembered(meeting.data.path()).as_ref(), Some(&usual));

    // The system calls the projector its main screen, and opens the console there.
    meeting.screens.xrandr(&["--output", "DUMMY2", "--off"]);
    meeting.screens.xrandr(&[
        "--output",
        "DUMMY1",
        "--primary",
        "--pos",
        "0x0",
        "--output",
        "DUMMY0",
        "--pos",
        "1024x0",
    ]);
    meeting.becomes(Hall::Extended, "the projector became the main screen, on the left");
    let (screens, data) = meeting.stop();
    screens.pointer_to(512, 384);
    let mut meeting = Meeting::begin_with(screens, Hall::Extended, data);
    let stage = meeting.stage().unwrap();
    meeting.turns(&stage, Hall::Extended, "the main screen is the projector");
    assert_eq!(remembered(meeting.data.path()).as_ref(), Some(&usual));
}

/// What is kept of the projector.
fn remembered(data: &Path) -> Option<String> {
    journal::setting(data, "stage.projector").filter(|kept| !kept.is_empty())
}
