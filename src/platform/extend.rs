//! Making two desktops of mirrored screens, with the means each system brings along.

use std::process::Command;

use super::Monitor;

/// Extends the desktop; `home` is the monitor that stays where it is. Waits for the system's own tool, so not for the UI thread.
/// False = it cannot be done from here.
#[must_use]
pub fn extend(home: &Monitor) -> bool {
    command(home).is_some_and(|mut tool| match tool.status() {
        Ok(status) => status.success(),
        Err(error) => {
            log::warn!("{tool:?}: {error}");
            false
        }
    })
}

/// Part of every Windows since 7.
#[cfg(windows)]
fn command(_: &Monitor) -> Option<Command> {
    let mut tool = Command::new("DisplaySwitch.exe");
    tool.arg("/extend");
    Some(tool)
}

#[cfg(target_os = "macos")]
fn command(_: &Monitor) -> Option<Command> {
    None
}

/// `xrandr` puts every other connected screen to the right. Wayland's compositors each have a way of their own.
#[cfg(all(unix, not(target_os = "macos")))]
fn command(home: &Monitor) -> Option<Command> {
    if std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty()) {
        return None;
    }
    let list = Command::new("xrandr").output().ok()?;
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let outputs = connected(&list);
    // Mirrored by one picture generator, the monitor may carry any of the outputs' names.
    let stays = outputs.iter().find(|name| **name == home.name).or(outputs.first())?;
    let mut tool = Command::new("xrandr");
    let mut left = *stays;
    for output in outputs.iter().filter(|name| *name != stays) {
        tool.args(["--output", output, "--auto", "--right-of", left]);
        left = output;
    }
    (left != *stays).then_some(tool)
}

/// Names of outputs that are connected and on: `HDMI-1 connected primary 1024x768+0+0 …`.
#[cfg(all(unix, not(target_os = "macos")))]
fn connected(list: &str) -> Vec<&str> {
    let on = |line: &&str| line.contains(" connected ") && line.contains('+');
    list.lines().filter(on).filter_map(|line| line.split_whitespace().next()).collect()
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    #[test]
    fn only_outputs_that_show_something_are_moved() {
        let list = "Screen 0: minimum 320 x 200, current 1366 x 768, maximum 16384 x 16384\n\
            eDP-1 connected primary 1366x768+0+0 (normal left inverted) 344mm x 194mm\n   1366x768 60.00*+\n\
            HDMI-1 connected 1366x768+0+0 (normal left inverted) 0mm x 0mm\n\
            DP-1 connected (normal left inverted)\nVGA-1 disconnected (normal left inverted)\n";
        assert_eq!(connected(list), ["eDP-1", "HDMI-1"]);
    }
}
