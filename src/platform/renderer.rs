//! Which ways of drawing each system has, and what each needs before the first window. Which one a start uses is decided in `app::start_up`.

use eframe::NativeOptions;

/// A way to get pictures onto the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL as the graphics driver offers it: the usual one everywhere.
    Gl,
    /// Drawn by the processor, without the graphics driver: Mesa's OpenGL on Linux, DirectX's WARP on Windows.
    Software,
    /// DirectX 12 (Windows).
    Wgpu,
}

impl Renderer {
    /// Used while nothing speaks against it.
    pub const USUAL: Self = Self::Gl;
    /// Used when the usual one brings the program down. macOS has no other than the usual one.
    pub const SAFE: Self = if cfg!(target_os = "macos") { Self::Gl } else { Self::Software };

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gl => "gl",
            Self::Software => "software",
            Self::Wgpu => "wgpu",
        }
    }

    /// All that this system has.
    pub fn all() -> impl Iterator<Item = Self> {
        let there = |renderer: &Self| match renderer {
            Self::Gl => true,
            Self::Software => Self::SAFE == Self::Software,
            Self::Wgpu => cfg!(windows),
        };
        [Self::Gl, Self::Software, Self::Wgpu].into_iter().filter(there)
    }

    /// Options for windows drawn this way, everything else as it is usual.
    #[must_use]
    pub fn options(self) -> NativeOptions {
        let usual = NativeOptions { renderer: eframe::Renderer::Glow, ..NativeOptions::default() };
        #[cfg(windows)]
        return if self == Self::Gl { usual } else { directx(usual, self == Self::Software) };
        #[cfg(not(windows))]
        usual
    }

    /// Sees to it that this process draws that way. Call it before there is a window or a thread: on Linux the program begins anew in the
    /// same process, with Mesa told to draw by itself. Returns when nothing (more) is to be done, or with why it cannot be done.
    pub fn enter(self) -> std::io::Result<()> {
        #[cfg(all(unix, not(target_os = "macos")))]
        if self == Self::Software && !is_software() {
            return Err(begin_anew());
        }
        Ok(())
    }
}

/// Tells Mesa to draw with the processor.
#[cfg(all(unix, not(target_os = "macos")))]
const SOFTWARE: &str = "LIBGL_ALWAYS_SOFTWARE";

#[cfg(all(unix, not(target_os = "macos")))]
fn is_software() -> bool {
    std::env::var_os(SOFTWARE).is_some_and(|value| value == "1" || value == "true")
}

/// The environment is read by drivers at any time, so it is only ever set for a new program. Returns only when that could not be started.
#[cfg(all(unix, not(target_os = "macos")))]
fn begin_anew() -> std::io::Error {
    use std::os::unix::process::CommandExt as _;
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return error,
    };
    let mut anew = std::process::Command::new(program);
    anew.args(std::env::args_os().skip(1)).env(SOFTWARE, "1");
    // Drivers chosen by hand would win over the one above, or draw with the graphics card after all.
    anew.env_remove("GALLIUM_DRIVER").env_remove("MESA_LOADER_DRIVER_OVERRIDE");
    // Beside a driver of another maker Mesa has to be asked for by name.
    anew.env("__GLX_VENDOR_LIBRARY_NAME", "mesa");
    let mesa = std::path::Path::new("/usr/share/glvnd/egl_vendor.d/50_mesa.json");
    if mesa.exists() {
        anew.env("__EGL_VENDOR_LIBRARY_FILENAMES", mesa);
    }
    anew.exec()
}

/// DirectX 12; `software` takes its WARP adapter, which needs no graphics driver.
#[cfg(windows)]
fn directx(mut options: NativeOptions, software: bool) -> NativeOptions {
    use eframe::egui_wgpu::{WgpuSetup, WgpuSetupCreateNew};
    use eframe::wgpu;
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.instance_descriptor.backends = wgpu::Backends::DX12;
    if software {
        setup.native_adapter_selector = Some(std::sync::Arc::new(|adapters, _| {
            let warp = adapters.iter().find(|adapter| adapter.get_info().device_type == wgpu::DeviceType::Cpu);
            warp.cloned().ok_or_else(|| "there is no WARP adapter".to_owned())
        }));
    }
    options.renderer = eframe::Renderer::Wgpu;
    options.wgpu_options.wgpu_setup = WgpuSetup::CreateNew(setup);
    options.wgpu_options.surface.present_mode = wgpu::PresentMode::AutoNoVsync;
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_and_what_is_safe_is_there() {
        let all: Vec<Renderer> = Renderer::all().collect();
        assert!(all.contains(&Renderer::USUAL) && all.contains(&Renderer::SAFE), "{all:?}");
    }
}
