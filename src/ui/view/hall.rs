//! The hall as the screens see it: monitors, loudspeakers, battery, the check before a meeting.

use crate::engine::preflight::{Battery, Findings};

/// What the connected screens show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Displays {
    /// The laptop alone.
    #[default]
    One,
    /// Laptop and projector show the same.
    Mirrored,
    /// The projector is a desktop of its own.
    Extended,
}

/// What the laptop's own screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The console.
    #[default]
    Console,
    /// The page, for the room.
    Room,
    /// Black: the laptop is to be turned, then comes a second press.
    Turn,
    /// Black: both screens show the same, and what can be done.
    Mirror,
}

/// What a monitor is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The console is there.
    Console,
    /// The stage is there.
    Stage,
    /// Nothing of ours.
    Free,
}

/// A monitor that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    /// From 1, in the window system's order.
    pub number: u8,
    /// Connector or model; may be empty.
    pub name: String,
    /// Pixels.
    pub size: (u32, u32),
    /// What is on it.
    pub used: Use,
}

/// Screens of the hall.
#[derive(Clone, Copy, Debug, Default)]
pub struct HallView<'a> {
    /// How they are connected.
    pub displays: Displays,
    /// What the laptop shows.
    pub face: Face,
    /// All that are on.
    pub monitors: &'a [Monitor],
    /// The console's own number, while numbers are shown.
    pub number: Option<u8>,
    /// The test picture is on the projector.
    pub testing: bool,
}

/// Loudspeakers to choose from.
#[derive(Clone, Copy, Debug, Default)]
pub struct SoundView<'a> {
    /// Names.
    pub names: &'a [String],
    /// The computer's own choice, where it says.
    pub default: Option<&'a str>,
    /// Chosen by hand.
    pub chosen: Option<&'a str>,
}

/// Background music.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MusicView {
    /// Wanted wherever it fits.
    pub on: bool,
    /// Percent.
    pub volume: u8,
}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// To be judged.
    pub findings: Findings,
    /// Opened from the waiting screen, and the way back leads there; else from Prepare.
    pub from_meeting: bool,
}

/// Devices as the top bar shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The stage is on a projector.
    pub projector: bool,
    /// There is a loudspeaker.
    pub sound: bool,
    /// `None` = unknown or no battery.
    pub battery: Option<Battery>,
}
