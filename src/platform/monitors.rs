//! Which monitors are on, asked of the X server itself. Which of them is the projector is decided in `app::monitors`.

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
