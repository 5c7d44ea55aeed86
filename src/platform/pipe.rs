//! A pipe with room for pictures. Nothing about what goes through it.

/// Bytes a pipe may hold: the most Linux allows everybody (`/proc/sys/fs/pipe-max-size`).
#[cfg(target_os = "linux")]
const ROOM: usize = 1024 * 1024;

/// Gives our standard output's pipe more room than the usual 64 KiB, where that can be asked for: a picture of 2 MB then takes two or three
/// turns between its two processes instead of thirty-six. What cannot be had costs only time.
#[cfg(target_os = "linux")]
pub fn widen_stdout() {
    if let Err(error) = rustix::pipe::fcntl_setpipe_size(std::io::stdout(), ROOM) {
        log::debug!("the pipe keeps its size: {error}");
    }
}

/// Elsewhere the system chooses.
#[cfg(not(target_os = "linux"))]
pub fn widen_stdout() {}
