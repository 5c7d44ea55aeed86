//! No projector: the laptop itself is turned to the room, and its console only opens by way of the black screen.

use super::{Hall, Meeting, NO_NEXT, PATIENCE};
use crate::rig::{self, Screens, wait_until};

#[test]
fn the_laptop_turned_to_the_room_shows_the_page_and_the_console_needs_a_second_press() {
    if !rig::slow("the laptop turned to the room") {
        return;
    }
    for laptop in ["1366x768", "1024x600"] {
        let mut meeting = Meeting::begin(Screens::start(laptop), Hall::Alone);
        meeting.keep(&format!("hall-alone-{laptop}"));
        meeting.press("F11");
        meeting.becomes(Hall::Page, "F11");
        assert!(meeting.fills_the_screen(), "{laptop}: the page has a title bar or a panel over it");
        meeting.keep(&format!("hall-room-{laptop}"));
        let console = meeting.console();
        meeting.turns(&console, Hall::Page, "on the laptop alone");

        meeting.press("x");
        let turn = meeting.becomes_black_screen("x");
        meeting.keep(&format!("hall-turn-{laptop}"));
        meeting.press("Escape");
        meeting.becomes(Hall::Page, "Esc on the black screen");
        meeting.press("h");
        assert!(meeting.becomes_black_screen("h") == turn, "{laptop}: names are asked for in the same way");
        meeting.press("Escape");
        meeting.becomes(Hall::Page, "Esc on the black screen");

        meeting.press("x");
        meeting.becomes_black_screen("x");
        meeting.press("Return");
        // What lies over the console dims it: its Next button has another colour.
        wait_until("the console with the cut list over it", PATIENCE, || {
            let covered = meeting.wrong(Hall::Alone).is_some_and(|wrong| wrong == NO_NEXT);
            (covered && meeting.is_maximized()).then_some(())
        });
        meeting.press("Escape");
        meeting.becomes(Hall::Alone, "the cut list is closed");
        assert!(meeting.is_maximized() && !meeting.fills_the_screen(), "{laptop}: the console's window is as it was");

        meeting.press("F11");
        meeting.becomes(Hall::Page, "F11 again");
        // The projector is found after all: the laptop still faces the room, so the console does not open by itself.
        meeting.screens.plug("1024x768");
        meeting.becomes_black_screen("a projector comes");
        meeting.press("Return");
        meeting.becomes(Hall::Extended, "the laptop was turned");
        let console = meeting.console();
        meeting.turns(&console, Hall::Extended, "with the projector");
        meeting.screens.unplug();
        meeting.becomes(Hall::Alone, "the projector goes");
        meeting.keep(&format!("hall-unplugged-{laptop}"));
        for hall in [Hall::Page, Hall::Alone] {
            meeting.press("F11");
            if hall == Hall::Alone {
                meeting.becomes_black_screen("F11");
                meeting.press("F11");
            }
            meeting.becomes(hall, "F11 there and back");
        }
    }
}
