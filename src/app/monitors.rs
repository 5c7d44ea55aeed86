//! Which monitor is the projector, and whether both show the same. Pure choice over what the system lists; the listing itself is in the shell.

use serde::{Deserialize, Serialize};

use crate::{platform::Monitor, ui::view::Displays};

/// What is remembered of a projector. Its index changes from hall to hall and is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Identity {
    name: String,
    size: (u32, u32),
    position: (i32, i32),
}

impl Identity {
    /// Of this monitor.
    #[must_use]
    pub(super) fn of(monitor: &Monitor) -> Self {
        Self { name: monitor.name.clone(), size: monitor.size, position: monitor.position }
    }

    /// As it is written down.
    #[must_use]
    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was written down; `None` when there is nothing, or nothing that can be read.
    #[must_use]
    pub(super) fn read(written: Option<&str>) -> Option<Self> {
        serde_json::from_str(written?).ok()
    }

    /// Which of these it most likely is; `None` = none of them.
    #[must_use]
    pub(super) fn among(&self, monitors: &[Monitor]) -> Option<usize> {
        let known = monitors.iter().enumerate().filter_map(|(index, other)| Some((self.likeness(other)?, index)));
        known.max_by_key(|(like, _)| *like).map(|(_, index)| index)
    }

    /// How sure it is that this is the same one: name before size before position; `None` = another.
    fn likeness(&self, monitor: &Monitor) -> Option<(bool, bool)> {
        (self.name == monitor.name).then_some((self.size == monitor.size, self.position == monitor.position))
    }
}

/// The rectangle both show is more than an edge.
fn overlap(one: &Monitor, other: &Monitor) -> bool {
    let within = |a: i32, length: u32, b: i32, other: u32| a < b + other as i32 && b < a + length as i32;
    within(one.position.0, one.size.0, other.position.0, other.size.0)
        && within(one.position.1, one.size.1, other.position.1, other.size.1)
}

/// Index of the monitor for the stage: the remembered one, else the first that does not show the console. `None` = no projector
/// (one monitor, or both show the same).
#[must_use]
pub(super) fn choose(monitors: &[Monitor], console: usize, remembered: Option<&Identity>) -> Option<usize> {
    let home = monitors.get(console)?;
    let free = || monitors.iter().enumerate().filter(|(index, monitor)| *index != console && !overlap(monitor, home));
    let likeness = |monitor| remembered.and_then(|identity| identity.likeness(monitor));
    let known = free().filter_map(|(index, monitor)| Some((likeness(monitor)?, index))).max_by_key(|(like, _)| *like);
    known.map(|(_, index)| index).or(free().map(|(index, _)| index).next())
}

/// How the screens are connected, given where the stage goes.
#[must_use]
pub(super) fn displays(monitors: &[Monitor], console: usize, stage: Option<usize>) -> Displays {
    let same = |home: &Monitor| {
        home.cloned || monitors.iter().enumerate().any(|(index, other)| index != console && overlap(other, home))
    };
    match (stage, monitors.get(console)) {
        // The console's own picture being on a second screen as well outweighs a third one that is free: names could be read there.
        (_, Some(home)) if same(home) => Displays::Mirrored,
        (Some(_), _) => Displays::Extended,
        (None, _) => Displays::One,
    }
}

/// A laptop's own panel, by the names Linux gives to such connectors.
fn is_built_in(monitor: &Monitor) -> bool {
    ["eDP", "LVDS", "DSI"].iter().any(|connector| monitor.name.starts_with(connector))
}

/// Where the console belongs when the program first sees the monitors: on the laptop's own panel where that is known, else where the window
/// system opened it, but not on the projector that is remembered when there is another monitor.
#[must_use]
pub(super) fn home(monitors: &[Monitor], console: usize, remembered: Option<&Identity>) -> Option<Identity> {
    let opened = monitors.get(console)?;
    let on_projector = remembered.and_then(|identity| identity.among(monitors)) == Some(console);
    let other = || monitors.iter().find(|monitor| !overlap(monitor, opened));
    let elsewhere = if on_projector { other() } else { None };
    Some(Identity::of(monitors.iter().find(|monitor| is_built_in(monitor)).or(elsewhere).unwrap_or(opened)))
}

/// Which monitor a point of the desktop lies on.
#[must_use]
pub(super) fn holding(monitors: &[Monitor], x: i32, y: i32) -> Option<usize> {
    monitors.iter().position(|monitor| {
        let (left, top) = monitor.position;
        (left..left + monitor.size.0 as i32).contains(&x) && (top..top + monitor.size.1 as i32).contains(&y)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(name: &str, size: (u32, u32), position: (i32, i32)) -> Monitor {
        Monitor { name: name.into(), size, position, cloned: false }
    }

    #[test]
    fn the_projector_is_the_monitor_without_the_console() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let hall = monitor("HDMI-1", (1024, 768), (1366, 0));
        assert_eq!(choose(std::slice::from_ref(&laptop), 0, None), None);
        assert_eq!(displays(std::slice::from_ref(&laptop), 0, None), Displays::One);
        assert_eq!(choose(&[laptop.clone(), hall.clone()], 0, None), Some(1));
        let both = [hall, laptop];
        assert_eq!(choose(&both, 1, None), Some(0));
        assert_eq!(displays(&both, 1, Some(0)), Displays::Extended);
    }

    #[test]
    fn a_remembered_projector_wins_by_name_then_size_then_place() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let tv = monitor("DP-1", (1920, 1080), (1366, 0));
        let hall = monitor("HDMI-1", (1024, 768), (3286, 0));
        let all = [laptop.clone(), tv.clone(), hall.clone()];
        assert_eq!(choose(&all, 0, Some(&Identity::of(&hall))), Some(2));
        let elsewhere = Identity { size: (800, 600), ..Identity::of(&hall) };
        assert_eq!(choose(&all, 0, Some(&elsewhere)), Some(2), "the same plug with another projector behind it");
        let unknown = Identity { name: "VGA-1".into(), ..Identity::of(&hall) };
        assert_eq!(choose(&all, 0, Some(&unknown)), Some(1), "a fallback: the first that is free");
        // Models that all carry the same name are told apart by size and place.
        let twins = [laptop, monitor("", (1024, 768), (1366, 0)), monitor("", (800, 600), (2390, 0))];
        assert_eq!(choose(&twins, 0, Some(&Identity::of(&twins[2]))), Some(2));
        assert_eq!(choose(&twins, 0, Some(&Identity { position: (9, 9), ..Identity::of(&twins[1]) })), Some(1));
    }

    #[test]
    fn the_console_belongs_where_it_opened_but_not_on_the_remembered_projector() {
        let laptop = monitor("VGA-1", (1366, 768), (1024, 0));
        let hall = monitor("HDMI-1", (1024, 768), (0, 0));
        let both = [hall.clone(), laptop.clone()];
        assert_eq!(home(&both, 0, None), Some(Identity::of(&hall)), "nothing is known yet");
        let panel = monitor("eDP-1", (1366, 768), (1024, 0));
        assert_eq!(home(&[hall.clone(), panel.clone()], 0, None), Some(Identity::of(&panel)), "a laptop's own panel");
        assert_eq!(home(&both, 0, Some(&Identity::of(&hall))), Some(Identity::of(&laptop)));
        assert_eq!(home(&both, 1, Some(&Identity::of(&hall))), Some(Identity::of(&laptop)));
        let alone = std::slice::from_ref(&hall);
        assert_eq!(home(alone, 0, Some(&Identity::of(&hall))), Some(Identity::of(&hall)), "there is no other");
        let mirrored = [hall.clone(), monitor("VGA-1", (1024, 768), (0, 0))];
        assert_eq!(home(&mirrored, 0, Some(&Identity::of(&hall))), Some(Identity::of(&hall)));
        assert_eq!(Identity::of(&hall).among(&both), Some(0));
        assert_eq!(Identity::of(&hall).among(std::slice::from_ref(&laptop)), None);
    }

    #[test]
    fn what_is_remembered_survives_being_written_down() {
        let identity = Identity::of(&monitor("HDMI-1", (1024, 768), (1366, 0)));
        assert_eq!(Identity::read(Some(&identity.written())), Some(identity));
        assert_eq!(Identity::read(Some("HDMI-1 1024x768")), None);
        assert_eq!(Identity::read(None), None);
    }

    #[test]
    fn mirrored_screens_are_no_projector_however_they_are_mirrored() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let same = [laptop.clone(), monitor("HDMI-1", (1366, 768), (0, 0))];
        let smaller = [laptop.clone(), monitor("HDMI-1", (1024, 768), (0, 0))];
        for screens in [same, smaller] {
            assert_eq!(choose(&screens, 0, None), None);
            assert_eq!(displays(&screens, 0, None), Displays::Mirrored);
        }
        let cloned = [Monitor { cloned: true, ..laptop }, monitor("DP-1", (800, 600), (1366, 0))];
        assert_eq!(displays(&cloned, 0, choose(&cloned, 0, None)), Displays::Mirrored);
        assert_eq!(choose(&[], 0, None), None);
        assert_eq!(displays(&[], 0, None), Displays::One);
    }

    #[test]
    fn a_point_belongs_to_one_monitor() {
        let all = [monitor("a", (1366, 768), (0, 0)), monitor("b", (800, 600), (1366, 0))];
        assert_eq!(holding(&all, 1365, 767), Some(0));
        assert_eq!(holding(&all, 1366, 0), Some(1));
        assert_eq!(holding(&all, 1400, 700), None);
    }
}
