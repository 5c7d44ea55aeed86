//! Monitors as the system itself knows them now. winit 0.30 keeps a list of its own on X11 and was seen to keep an unplugged projector in it.

/// A monitor that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    /// Connector or model name; may be empty.
    pub name: String,
    /// Pixels.
    pub size: (u32, u32),
    /// Top left corner on the desktop, pixels.
    pub position: (i32, i32),
    /// More than one screen shows this picture.
    pub cloned: bool,
}

#[cfg(all(unix, not(target_os = "macos")))]
pub use x11::{MonitorWatch, Monitors};

#[cfg(all(unix, not(target_os = "macos")))]
mod x11 {
    use std::{
        os::{fd::AsFd as _, unix::net::UnixStream},
        sync::Arc,
        thread::JoinHandle,
    };

    use x11rb::{
        connection::Connection as _,
        protocol::{
            randr::{ConnectionExt as _, NotifyMask},
            xproto::{ClientMessageEvent, ConnectionExt as _, EventMask},
        },
        rust_connection::RustConnection,
    };

    use super::Monitor;

    fn connect() -> Option<(RustConnection, u32)> {
        if crate::platform::on_wayland() {
            return None;
        }
        let (server, screen) = x11rb::connect(None).ok()?;
        let root = server.setup().roots.get(screen)?.root;
        Some((server, root))
    }

    /// Asks the X server.
    #[derive(Default)]
    pub struct Monitors {
        server: Option<(RustConnection, u32)>,
    }

    impl Monitors {
        /// Monitors that are on; `None` where the window system's own list is to be trusted (Wayland) or nobody answers.
        pub fn on(&mut self) -> Option<Vec<Monitor>> {
            if self.server.is_none() {
                self.server = connect();
            }
            let (server, root) = self.server.as_ref()?;
            let answer = ask(server, *root);
            if answer.is_none() {
                self.server = None;
            }
            answer
        }

        /// Asks the window manager to show a window over panels. winit's own way would first move it to a monitor of its list.
        pub fn full_screen(&mut self, window: u64) {
            let Some((server, root)) = &self.server else { return };
            let asked = u32::try_from(window).ok().and_then(|window| ask_full_screen(server, *root, window));
            if asked.is_none() {
                log::debug!("the window manager could not be asked for full screen");
            }
        }
    }

    fn ask(server: &RustConnection, root: u32) -> Option<Vec<Monitor>> {
        let monitors = server.randr_get_monitors(root, true).ok()?.reply().ok()?.monitors;
        monitors
            .into_iter()
            .map(|monitor| {
                let name = server.get_atom_name(monitor.name).ok()?.reply().ok()?.name;
                Some(Monitor {
                    name: String::from_utf8_lossy(&name).into_owned(),
                    size: (u32::from(monitor.width), u32::from(monitor.height)),
                    position: (i32::from(monitor.x), i32::from(monitor.y)),
                    cloned: monitor.outputs.len() > 1,
                })
            })
            .collect()
    }

    fn ask_full_screen(server: &RustConnection, root: u32, window: u32) -> Option<()> {
        const ADD: u32 = 1;
        const APPLICATION: u32 = 1;
        let atom = |name: &str| Some(server.intern_atom(false, name.as_bytes()).ok()?.reply().ok()?.atom);
        let (state, full) = (atom("_NET_WM_STATE")?, atom("_NET_WM_STATE_FULLSCREEN")?);
        let event = ClientMessageEvent::new(32, window, state, [ADD, full, 0, APPLICATION, 0]);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        server.send_event(false, root, mask, event).ok()?;
        server.flush().ok()
    }

    /// Tells at once when monitors change, from a thread of its own; the thread ends when this is dropped.
    pub struct MonitorWatch {
        server: Option<Arc<RustConnection>>,
        thread: Option<JoinHandle<()>>,
    }

    impl MonitorWatch {
        /// Calls `changed` at every change. Where the X server cannot be asked it never calls.
        pub fn start(changed: impl Fn() + Send + 'static) -> Self {
            let server = connect().and_then(|(server, root)| {
                let mask = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
                server.randr_select_input(root, mask).ok()?.check().ok()?;
                Some(Arc::new(server))
            });
            let thread = server.clone().and_then(|server| {
                let watch = move || {
                    while server.wait_for_event().is_ok() {
                        changed();
                    }
                };
                std::thread::Builder::new().name("monitors".to_owned()).spawn(watch).ok()
            });
            Self { server, thread }
        }
    }

    impl Drop for MonitorWatch {
        fn drop(&mut self) {
            // The thread waits for the server; a closed line ends its wait.
            let line = self.server.take().and_then(|server| server.stream().as_fd().try_clone_to_owned().ok());
            let closed = line.is_some_and(|line| UnixStream::from(line).shutdown(std::net::Shutdown::Both).is_ok());
            if let Some(thread) = self.thread.take().filter(|_| closed)
                && thread.join().is_err()
            {
                log::error!("the monitor watch died");
            }
        }
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub use elsewhere::{MonitorWatch, Monitors};

/// Elsewhere the window system's own list is trusted, and looked at twice a second.
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod elsewhere {
    use super::Monitor;

    /// The window system's list is used.
    #[derive(Default)]
    pub struct Monitors;

    impl Monitors {
        /// Always `None`: use the window system's list.
        pub fn on(&mut self) -> Option<Vec<Monitor>> {
            None
        }

        /// The window system's full screen is enough.
        pub fn full_screen(&mut self, _: u64) {}
    }

    /// Never tells anything.
    pub struct MonitorWatch;

    impl MonitorWatch {
        /// Never calls.
        pub fn start(_: impl Fn() + Send + 'static) -> Self {
            Self
        }
    }
}
