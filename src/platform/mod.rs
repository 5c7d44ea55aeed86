//! What differs between Linux, Windows and macOS, all of it. Everything else in the program is the same everywhere.

use winit::keyboard::ModifiersState;

pub mod awake;
pub mod canvas;
mod extend;
mod monitors;
pub mod pipe;
pub mod places;
pub mod renderer;
pub mod viewer;

pub use extend::extend;
pub use monitors::{Monitor, MonitorWatch, Monitors};

/// True when windows are Wayland's, whatever X server may be there too.
#[cfg(all(unix, not(target_os = "macos")))]
fn on_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty())
}

/// True when a window system can be asked for windows. Windows and macOS always have one.
#[must_use]
pub fn has_window_system() -> bool {
    if cfg!(all(unix, not(target_os = "macos"))) {
        let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET") || named("DISPLAY")
    } else {
        true
    }
}

/// The modifier of shortcuts: Ctrl, on macOS Cmd too.
#[must_use]
pub fn shortcut(modifiers: ModifiersState) -> bool {
    modifiers.control_key() || (cfg!(target_os = "macos") && modifiers.super_key())
}

/// A modifier that makes the key somebody else's: Alt, and the Windows key where it is not the shortcut key.
#[must_use]
pub fn foreign(modifiers: ModifiersState) -> bool {
    modifiers.alt_key() || (cfg!(not(target_os = "macos")) && modifiers.super_key())
}
