//! The desktop as the X server itself tells it: monitors, top-level windows, pixels. A connection of the test's own; nothing is pressed here.

use image::RgbImage;
use x11rb::{
    connection::Connection as _,
    protocol::{
        randr::ConnectionExt as _,
        xproto::{Atom, AtomEnum, ConnectionExt as _, ImageFormat, MapState},
    },
    rust_connection::RustConnection,
};

use super::{Rect, Window};

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

/// A look at one pair of screens.
pub(crate) struct Desktop {
    server: RustConnection,
    root: u32,
    clients: Atom,
    name: Atom,
    state: Atom,
}

impl Desktop {
    /// On the display of this name (`:3`).
    pub(crate) fn open(display: &str) -> Answer<Self> {
        let (server, screen) = x11rb::connect(Some(display))?;
        let root = server.setup().roots.get(screen).ok_or("no screen")?.root;
        let atom = |name: &str| -> Answer<Atom> { Ok(server.intern_atom(false, name.as_bytes())?.reply()?.atom) };
        let (clients, name, state) = (atom("_NET_CLIENT_LIST")?, atom("_NET_WM_NAME")?, atom("_NET_WM_STATE")?);
        Ok(Self { server, root, clients, name, state })
    }

    /// Where the picture of this output lies; `None` while it is off.
    pub(crate) fn monitor(&self, output: &str) -> Answer<Option<Rect>> {
        for monitor in self.server.randr_get_monitors(self.root, true)?.reply()?.monitors {
            for known in &monitor.outputs {
                let info = self.server.randr_get_output_info(*known, x11rb::CURRENT_TIME)?.reply()?;
                if info.name == output.as_bytes() {
                    let (width, height) = (u32::from(monitor.width), u32::from(monitor.height));
                    return Ok(Some(Rect { x: i32::from(monitor.x), y: i32::from(monitor.y), width, height }));
                }
            }
        }
        Ok(None)
    }

    /// The windows the window manager knows and shows, and where their contents lie.
    pub(crate) fn windows(&self) -> Answer<Vec<Window>> {
        let list = self.server.get_property(false, self.root, self.clients, AtomEnum::WINDOW, 0, 1024)?.reply()?;
        // One that is going away right now is none.
        Ok(list.value32().into_iter().flatten().filter_map(|id| self.window(id).ok().flatten()).collect())
    }

    /// What `area` shows now.
    pub(crate) fn look(&self, area: Rect) -> Answer<RgbImage> {
        let (width, height) = (area.width as u16, area.height as u16);
        let asked = self.server.get_image(
            ImageFormat::Z_PIXMAP,
            self.root,
            area.x as i16,
            area.y as i16,
            width,
            height,
            u32::MAX,
        )?;
        let reply = asked.reply()?;
        let (pixels, _) = reply.data.as_chunks::<4>();
        // Blue, green, red, nothing: a screen 24 bits deep.
        let mut rgb = vec![0; pixels.len() * 3];
        for (to, [blue, green, red, _]) in rgb.as_chunks_mut::<3>().0.iter_mut().zip(pixels) {
            *to = [*red, *green, *blue];
        }
        Ok(RgbImage::from_raw(area.width, area.height, rgb).ok_or("a picture of another size")?)
    }

    /// Whether the window manager shows this window without a frame over the whole monitor.
    pub(crate) fn is_full_screen(&self, window: &Window) -> Answer<bool> {
        self.has_state(window, "_NET_WM_STATE_FULLSCREEN")
    }

    /// Whether the window manager shows this window as large as the monitor allows.
    pub(crate) fn is_maximized(&self, window: &Window) -> Answer<bool> {
        self.has_state(window, "_NET_WM_STATE_MAXIMIZED_VERT")
    }

    fn has_state(&self, window: &Window, state: &str) -> Answer<bool> {
        let wanted = self.server.intern_atom(false, state.as_bytes())?.reply()?.atom;
        let states = self.server.get_property(false, id(window)?, self.state, AtomEnum::ATOM, 0, 64)?.reply()?;
        Ok(states.value32().into_iter().flatten().any(|state| state == wanted))
    }

    fn window(&self, id: u32) -> Answer<Option<Window>> {
        let shown = self.server.get_window_attributes(id)?.reply()?.map_state == MapState::VIEWABLE;
        let shape = self.server.get_geometry(id)?.reply()?;
        let corner = self.server.translate_coordinates(id, self.root, 0, 0)?.reply()?;
        let title = self.server.get_property(false, id, self.name, AtomEnum::ANY, 0, 256)?.reply()?.value;
        let rect = Rect {
            x: i32::from(corner.dst_x),
            y: i32::from(corner.dst_y),
            width: u32::from(shape.width),
            height: u32::from(shape.height),
        };
        let title = String::from_utf8_lossy(&title).into_owned();
        Ok(shown.then(|| Window { id: id.to_string(), title, rect }))
    }
}

fn id(window: &Window) -> Answer<u32> {
    Ok(window.id.parse()?)
}
