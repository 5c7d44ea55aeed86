//! What differs between Linux, Windows and macOS, all of it. Everything else in the program is the same everywhere.

use winit::keyboard::ModifiersState;

/// A monitor that is on: name, size and top left corner in pixels.
pub type Monitor = (String, (u32, u32), (i32, i32));

/// Asks the X server which monitors are on. winit 0.30 keeps a list of its own on X11 and was seen to keep an unplugged projector in it.
#[cfg(all(unix, not(target_os = "macos")))]
#[derive(Default)]
pub struct Monitors {
    server: Option<(x11rb::rust_connection::RustConnection, u32)>,
}

#[cfg(all(unix, not(target_os = "macos")))]
impl Monitors {
    /// Monitors that are on; `None` where the window system's own list is to be trusted (Wayland) or nobody answers.
    pub fn on(&mut self) -> Option<Vec<Monitor>> {
        if std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty()) {
            return None;
        }
        if self.server.is_none() {
            use x11rb::connection::Connection as _;
            let (server, screen) = x11rb::connect(None).ok()?;
            let root = server.setup().roots.get(screen)?.root;
            self.server = Some((server, root));
        }
        let (server, root) = self.server.as_ref()?;
        let answer = ask(server, *root);
        if answer.is_none() {
            self.server = None;
        }
        answer
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn ask(server: &x11rb::rust_connection::RustConnection, root: u32) -> Option<Vec<Monitor>> {
    use x11rb::protocol::{randr::ConnectionExt as _, xproto::ConnectionExt as _};
    let monitors = server.randr_get_monitors(root, true).ok()?.reply().ok()?.monitors;
    monitors
        .into_iter()
        .map(|monitor| {
            let name = server.get_atom_name(monitor.name).ok()?.reply().ok()?.name;
            let size = (u32::from(monitor.width), u32::from(monitor.height));
            Some((String::from_utf8_lossy(&name).into_owned(), size, (i32::from(monitor.x), i32::from(monitor.y))))
        })
        .collect()
}

/// Elsewhere the window system's own list is trusted.
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[derive(Default)]
pub struct Monitors;

#[cfg(not(all(unix, not(target_os = "macos"))))]
impl Monitors {
    /// Always `None`: use the window system's list.
    pub fn on(&mut self) -> Option<Vec<Monitor>> {
        None
    }
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
