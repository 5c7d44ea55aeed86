//! Which monitor is the projector. Pure choice over what the window system lists; the listing itself is in the shell.

/// A monitor as the window system lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Connector or model name; may be empty.
    pub name: String,
    /// Pixels.
    pub size: (u32, u32),
    /// Top left corner on the desktop, pixels.
    pub position: (i32, i32),
}

impl Seen {
    /// What is remembered of a projector: never its index or place, which change from hall to hall.
    #[must_use]
    pub(super) fn identity(&self) -> String {
        format!("{} {}x{}", self.name, self.size.0, self.size.1)
    }

    /// A mirrored monitor shows the same corner of the desktop.
    fn covers(&self, other: &Self) -> bool {
        let x = self.position.0 < other.position.0 + other.size.0 as i32
            && other.position.0 < self.position.0 + self.size.0 as i32;
        let y = self.position.1 < other.position.1 + other.size.1 as i32
            && other.position.1 < self.position.1 + self.size.1 as i32;
        x && y
    }
}

/// Index of the monitor for the stage: the remembered one, else the first that does not show the console. `None` = no projector
/// (one monitor, or both show the same).
#[must_use]
pub(super) fn choose(seen: &[Seen], console: usize, remembered: Option<&str>) -> Option<usize> {
    let home = seen.get(console)?;
    let mut free =
        seen.iter().enumerate().filter(|(index, monitor)| *index != console && !monitor.covers(home)).peekable();
    let first = free.peek().map(|(index, _)| *index);
    let known = free.find(|(_, monitor)| remembered.is_some_and(|identity| identity == monitor.identity()));
    known.map(|(index, _)| index).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(name: &str, size: (u32, u32), position: (i32, i32)) -> Seen {
        Seen { name: name.into(), size, position }
    }

    #[test]
    fn the_projector_is_the_monitor_without_the_console() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let hall = monitor("HDMI-1", (1024, 768), (1366, 0));
        assert_eq!(choose(std::slice::from_ref(&laptop), 0, None), None);
        assert_eq!(choose(&[laptop.clone(), hall.clone()], 0, None), Some(1));
        assert_eq!(choose(&[hall, laptop], 1, None), Some(0));
    }

    #[test]
    fn a_remembered_projector_wins_whatever_its_place() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let tv = monitor("DP-1", (1920, 1080), (1366, 0));
        let hall = monitor("HDMI-1", (1024, 768), (3286, 0));
        let all = [laptop, tv.clone(), hall.clone()];
        assert_eq!(choose(&all, 0, Some(&hall.identity())), Some(2));
        assert_eq!(choose(&all, 0, Some("another 800x600")), Some(1));
        assert_eq!(choose(&all, 0, None), Some(1));
    }

    #[test]
    fn mirrored_screens_are_no_projector() {
        let laptop = monitor("eDP-1", (1366, 768), (0, 0));
        let mirror = monitor("HDMI-1", (1366, 768), (0, 0));
        assert_eq!(choose(&[laptop, mirror], 0, None), None);
        assert_eq!(choose(&[], 0, None), None);
    }
}
