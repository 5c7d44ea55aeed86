//! Keys as the window system sends them, in either window: a clicker's, the keypad's, with Caps Lock, held down, after a press of the mouse.
//! What each row of the table does is tested without windows in `tests/core/keys.rs`.

use std::{path::Path, thread, time::Duration};

use lembar::engine::{
    event::Cover,
    state::{Phase, State},
};

use crate::{
    rig::{self, Screens, Window, journal, wait_until},
    session::{GROUP, SESSION},
};

const PATIENCE: Duration = Duration::from_secs(3);
/// Past the pause in which a second press for the same is ignored.
const BETWEEN: Duration = Duration::from_millis(260);

/// A meeting on two screens.
struct Hall<'a> {
    screens: &'a Screens,
    data: &'a Path,
}

impl Hall<'_> {
    /// Presses keys and waits until the journal says so.
    fn press(&self, window: &Window, keys: &[&str], what: &str, holds: impl Fn(&State) -> bool) -> State {
        self.screens.press(window, keys);
        self.until(what, holds)
    }

    fn until(&self, what: &str, holds: impl Fn(&State) -> bool) -> State {
        let state = wait_until(what, PATIENCE, || journal::state(self.data).filter(|state| holds(state)));
        thread::sleep(BETWEEN);
        state
    }

    fn page(&self) -> u16 {
        number(&journal::state(self.data).expect("a meeting"))
    }
}

fn number(state: &State) -> u16 {
    state.sheet.number_of(state.shown).expect("a page is shown")
}

#[test]
fn keys_of_clicker_and_keypad_in_either_window() {
    if !rig::slow("keys of clicker and keypad") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    let mut lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", SESSION]);
    let windows = lembar.windows(&screens);
    let hall = Hall { screens: &screens, data: data.path() };
    hall.until("the start", |state| state.phase == Phase::Running);

    clicker(&hall, &windows.stage);
    keypad(&hall, &windows.stage);
    capitals(&hall, &windows.stage);
    clicker(&hall, &windows.console);
    held(&hall, &windows.console);
    after_a_press_of_the_mouse(&hall, &windows.console);
    let state = journal::state(data.path()).expect("a meeting");
    assert_eq!(state.phase, Phase::Running);
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}

/// Forward, back, black and its way out, and the button that sends F5 and Esc by turns.
fn clicker(hall: &Hall<'_>, window: &Window) {
    let page = hall.page();
    hall.press(window, &["Next"], "PageDown", |state| number(state) == page + 1);
    hall.press(window, &["Prior"], "PageUp", |state| number(state) == page);
    hall.press(window, &["period"], ". covers", |state| state.cover == Some(Cover::Black));
    let uncovered = |state: &State| state.cover.is_none() && number(state) == page + 1;
    hall.press(window, &["F5", "Next"], "Next from black", uncovered);
    hall.press(window, &["period"], ". covers", |state| state.cover.is_some());
    hall.press(window, &["F5", "Escape"], "Esc uncovers", |state| state.cover.is_none());
    hall.screens.press(window, &["F5", "Escape", "F5", "Escape"]);
}

/// A page number and Enter; the point is black; plus and minus are minutes.
fn keypad(hall: &Hall<'_>, window: &Window) {
    hall.press(window, &["KP_1", "KP_1", "KP_Enter"], "11 on the keypad", |state| number(state) == 11);
    hall.press(window, &["KP_Decimal"], "the keypad's point", |state| state.cover == Some(Cover::Black));
    hall.press(window, &["KP_Decimal"], "again", |state| state.cover.is_none());
    let length = journal::state(hall.data).expect("a meeting").sheet.length();
    let by = move |state: &State| state.sheet.length().signed_sub(length);
    hall.press(window, &["KP_Add"], "plus", |state| by(state) == 60_000);
    hall.press(window, &["KP_Subtract"], "minus", |state| by(state) == 0);
    hall.press(window, &["4", "Return"], "4 on the row of digits", |state| number(state) == 4);
}

fn capitals(hall: &Hall<'_>, window: &Window) {
    hall.press(window, &["Caps_Lock", "b"], "b with Caps Lock", |state| state.cover == Some(Cover::Black));
    hall.press(window, &["B", "Caps_Lock"], "b with Caps Lock and Shift", |state| state.cover.is_none());
}

/// One page, however long the key is held; H opens the register and marks nobody.
fn held(hall: &Hall<'_>, window: &Window) {
    let page = hall.page();
    // Each key is followed by commands of xdotool's own.
    hall.screens.press(window, &["Shift_L", "keydown", "Right", "sleep", "0.8", "keyup", "Right"]);
    assert_eq!(hall.page(), page + 1, "a held key turns one page");
    hall.screens.press(window, &["Shift_L", "keydown", "h", "sleep", "0.8", "keyup", "h"]);
    thread::sleep(BETWEEN);
    // In the register Esc goes back, and PageDown turns no page.
    hall.screens.press(window, &["Next", "Escape"]);
    thread::sleep(BETWEEN);
    hall.press(window, &["Left"], "back at the page", |state| number(state) == page);
    let state = journal::state(hall.data).expect("a meeting");
    assert!(state.roll.iter().all(|row| row.status.is_none()), "somebody was marked by a held key");
}

/// A button pressed with the mouse does not take Space and Enter away from the page; a panel does, until it is closed.
fn after_a_press_of_the_mouse(hall: &Hall<'_>, console: &Window) {
    let page = hall.page();
    let (x, y) = (console.rect.x as u32 + 40, (console.rect.y as u32 + console.rect.height) - 40);
    hall.screens.click(x, y);
    hall.until("the tile for black", |state| state.cover == Some(Cover::Black));
    let turned = |state: &State| state.cover.is_none() && number(state) == page + 1;
    hall.press(console, &["space"], "Space after the mouse", turned);
    hall.screens.press(console, &["i"]);
    thread::sleep(BETWEEN);
    hall.screens.press(console, &["Escape"]);
    thread::sleep(BETWEEN);
    hall.press(console, &["Return"], "Enter after a panel", |state| number(state) == page + 2);
    assert!(hall.until("no game", |_| true).game.is_none(), "the panel's button was not pressed");
}
