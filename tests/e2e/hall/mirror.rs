//! Both screens show the same: the room must see the page and nothing of the console, and one button parts the screens.

use image::RgbImage;
use lembar::ui::theme::DAY;

use super::{Hall, Meeting, PATIENCE};
use crate::rig::{self, Screens, wait_until};

#[test]
fn mirrored_screens_show_the_page_alone_and_one_button_parts_them() {
    if !rig::slow("mirrored screens") {
        return;
    }
    let mut meeting = Meeting::begin(Screens::pair("1366x768", "1024x768"), Hall::Extended);
    meeting.screens.mirror();
    meeting.becomes(Hall::Page, "mirrored");
    meeting.keep("hall-mirrored");

    let mut explained: Option<RgbImage> = None;
    for key in ["h", "x", "F1", "F11"] {
        meeting.press(key);
        let black = meeting.becomes_black_screen(key);
        let known = explained.get_or_insert_with(|| black.clone());
        assert!(*known == black, "{key} shows something else than the way out");
        meeting.press("Escape");
        meeting.becomes(Hall::Page, "Esc goes back to the page");
    }
    let console = meeting.console();
    meeting.turns(&console, Hall::Page, "mirrored");

    for by_hand in [true, false] {
        meeting.press("x");
        let black = meeting.becomes_black_screen("the way out");
        if by_hand {
            meeting.keep("hall-mirrored-explained");
            let (x, y) = button(&black);
            meeting.screens.click(x, y);
        } else {
            meeting.press("Tab");
            meeting.press("Return");
        }
        wait_until("the program extends the desktop", PATIENCE, || {
            meeting.screens.projector().filter(|projector| !projector.meets(meeting.screens.laptop()))
        });
        meeting.becomes(Hall::Extended, "extended by the program");
        let (console, stage) = (meeting.console(), meeting.stage().unwrap());
        meeting.turns(&stage, Hall::Extended, "extended by the program");
        meeting.turns(&console, Hall::Extended, "extended by the program");
        meeting.screens.mirror();
        meeting.becomes(Hall::Page, "mirrored again");
    }
    meeting.screens.unplug();
    meeting.becomes(Hall::Alone, "the cable is pulled");
}

/// The middle of the first button: what has the accent's colour on black.
fn button(picture: &RgbImage) -> (u32, u32) {
    let accent = [DAY.accent.r(), DAY.accent.g(), DAY.accent.b()];
    let of_button = || picture.enumerate_pixels().filter(|(_, _, pixel)| pixel.0 == accent);
    let span = |along: fn((u32, u32)) -> u32| {
        let all = || of_button().map(|(x, y, _)| along((x, y)));
        Some(u32::midpoint(all().min()?, all().max()?))
    };
    span(|(x, _)| x).zip(span(|(_, y)| y)).expect("a button in the accent's colour")
}
