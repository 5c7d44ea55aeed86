//! The X server with its two screens: keys in, pixels of the projector out, windows by their class.

use std::{cell::Cell, time::Instant};

use anyhow::{Context, Result, bail};
use x11rb::{
    connection::Connection as _,
    cookie::Cookie,
    protocol::{
        randr::ConnectionExt as _,
        xproto::{
            AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, GetImageReply, ImageFormat,
            InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

/// Rows of the projector looked at in one poll, spread from the first to the last: little to carry, so that a look costs the program
/// next to nothing. Whole pictures are taken where it matters that nothing else differs.
const ROWS: usize = 24;

/// A window's id.
pub(crate) type Window = u32;

/// Keys by their X names (keysyms).
pub(crate) mod key {
    pub(crate) const LEFT: u32 = 0xff51;
    pub(crate) const RIGHT: u32 = 0xff53;
    pub(crate) const RETURN: u32 = 0xff0d;
    pub(crate) const PAGE_UP: u32 = 0xff55;
    pub(crate) const CONTROL: u32 = 0xffe3;
    pub(crate) const K: u32 = 0x6b;
    pub(crate) const T: u32 = 0x74;
    pub(crate) const NINE: u32 = 0x39;
}

/// The connection and where the projector lies.
pub(crate) struct Desk {
    server: RustConnection,
    root: Window,
    /// x, y, width, height.
    projector: (i16, i16, u16, u16),
    keys: Vec<(u32, u8)>,
    held: Cell<Option<u8>>,
}

impl Desk {
    /// Connects; the projector is the monitor that is not the first one.
    pub(crate) fn open() -> Result<Self> {
        Self::open_on(1)
    }

    /// The same, looking at the laptop's own screen.
    pub(crate) fn open_laptop() -> Result<Self> {
        Self::open_on(0)
    }

    fn open_on(monitor: usize) -> Result<Self> {
        let (server, screen) = x11rb::connect(None).context("no X server (script/bench starts one)")?;
        let root = server.setup().roots.get(screen).context("no screen")?.root;
        let monitors = server.randr_get_monitors(root, true)?.reply()?.monitors;
        let projector = monitors.get(monitor).context("no second monitor")?;
        let projector = (projector.x, projector.y, projector.width, projector.height);
        let (first, last) = (server.setup().min_keycode, server.setup().max_keycode);
        let map = server.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let width = usize::from(map.keysyms_per_keycode.max(1));
        let codes = map.keysyms.chunks(width).zip(first..=last);
        let keys = codes.filter_map(|(names, code)| Some((*names.first()?, code))).collect();
        let desk = Self { server, root, projector, keys, held: Cell::new(None) };
        // The pointer rests on the laptop: it is no part of any page.
        desk.server.warp_pointer(x11rb::NONE, root, 0, 0, 0, 0, 10, 10)?;
        desk.server.flush()?;
        Ok(desk)
    }

    /// The rows of one poll, from top to bottom.
    pub(crate) fn rows(&self) -> Result<Vec<u8>> {
        let height = usize::from(self.projector.3);
        let asked: Result<Vec<_>> =
            (0..ROWS).map(|row| self.ask((row * (height - 1) / (ROWS - 1)) as i16, 1)).collect();
        let mut pixels = Vec::new();
        for row in asked? {
            pixels.extend(row.reply()?.data);
        }
        Ok(pixels)
    }

    /// The row in the middle, four bytes a pixel.
    pub(crate) fn middle(&self) -> Result<Vec<u8>> {
        Ok(self.ask((self.projector.3 / 2) as i16, 1)?.reply()?.data)
    }

    /// x, y, width, height.
    pub(crate) fn projector(&self) -> (i16, i16, u16, u16) {
        self.projector
    }

    /// Every pixel of the projector.
    pub(crate) fn whole(&self) -> Result<Vec<u8>> {
        Ok(self.ask(0, self.projector.3)?.reply()?.data)
    }

    fn ask(&self, row: i16, height: u16) -> Result<Cookie<'_, RustConnection, GetImageReply>> {
        let (x, y, width, _) = self.projector;
        Ok(self.server.get_image(ImageFormat::Z_PIXMAP, self.root, x, y + row, width, height, u32::MAX)?)
    }

    /// Puts the pointer into the middle of the screen and turns the wheel down (or up) a notch; returns when that was.
    pub(crate) fn wheel(&self, down: bool) -> Result<Instant> {
        let (x, y, width, height) = self.projector;
        let (x, y) = (x + width as i16 / 2, y + height as i16 * 2 / 3);
        self.server.warp_pointer(x11rb::NONE, self.root, 0, 0, 0, 0, x, y)?;
        let button = if down { 5 } else { 4 };
        let at = Instant::now();
        for event in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            self.server.xtest_fake_input(event, button, 0, x11rb::NONE, 0, 0, 0)?;
        }
        self.server.flush()?;
        Ok(at)
    }

    /// Presses a key and holds it; returns when that was.
    pub(crate) fn press(&self, name: u32) -> Result<Instant> {
        let code = self.code(name)?;
        self.release()?;
        self.held.set(Some(code));
        let at = Instant::now();
        self.server.xtest_fake_input(KEY_PRESS_EVENT, code, 0, x11rb::NONE, 0, 0, 0)?;
        self.server.flush()?;
        Ok(at)
    }

    /// Presses keys together and lets them go; returns when that was.
    pub(crate) fn chord(&self, names: &[u32]) -> Result<Instant> {
        self.release()?;
        let codes: Vec<u8> = names.iter().map(|name| self.code(*name)).collect::<Result<_>>()?;
        let at = Instant::now();
        for (code, event) in codes
            .iter()
            .map(|code| (code, KEY_PRESS_EVENT))
            .chain(codes.iter().rev().map(|code| (code, KEY_RELEASE_EVENT)))
        {
            self.server.xtest_fake_input(event, *code, 0, x11rb::NONE, 0, 0, 0)?;
        }
        self.server.flush()?;
        Ok(at)
    }

    fn code(&self, name: u32) -> Result<u8> {
        let found = self.keys.iter().find(|(known, _)| *known == name);
        found.map(|(_, code)| *code).context("no such key on this keyboard")
    }

    /// Lets the key that is held go.
    pub(crate) fn release(&self) -> Result<()> {
        if let Some(code) = self.held.take() {
            self.server.xtest_fake_input(KEY_RELEASE_EVENT, code, 0, x11rb::NONE, 0, 0, 0)?;
            self.server.flush()?;
        }
        Ok(())
    }

    /// Presses a key and lets it go.
    pub(crate) fn tap(&self, name: u32) -> Result<()> {
        self.press(name)?;
        self.release()
    }

    /// Gives a window the keyboard.
    pub(crate) fn focus(&self, window: Window) -> Result<()> {
        self.server.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?;
        self.server.get_input_focus()?.reply()?;
        Ok(())
    }

    /// Whether the window has the keyboard.
    pub(crate) fn has_focus(&self, window: Window) -> Result<bool> {
        Ok(self.server.get_input_focus()?.reply()?.focus == window)
    }

    /// The managed window whose class is `class`.
    pub(crate) fn window(&self, class: &str) -> Result<Window> {
        let list = self.server.intern_atom(false, b"_NET_CLIENT_LIST")?.reply()?.atom;
        let list = self.server.get_property(false, self.root, list, AtomEnum::WINDOW, 0, 1024)?.reply()?;
        for window in list.value32().context("no list of windows")? {
            let found =
                self.server.get_property(false, window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64)?.reply()?;
            if found.value.split(|byte| *byte == 0).any(|word| word == class.as_bytes()) {
                return Ok(window);
            }
        }
        bail!("there is no window of class {class}")
    }
}
