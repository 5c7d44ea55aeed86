//! How the C library deals with large pieces of memory. Not how much the program asks for.

use std::io;

/// A setting of glibc: from how many bytes on a piece is mapped by itself, so that it goes back to the system when it is freed.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const FROM: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "262144");

/// Sees to it that pages' pictures (3 MiB and more, made and freed at every turn, by us and by Mesa) go back to the system. glibc begins so,
/// but from the first one freed on it keeps all of that size, between whatever else is there: 23 MiB after walking through a session. It
/// reads the setting once, at the beginning, so the program begins anew with it, in the same process. Call it before there is a window or a
/// thread. Returns when nothing (more) is to be done, or with why it cannot be done.
pub fn enter() -> io::Result<()> {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    if std::env::var_os(FROM.0).is_none() {
        use std::os::unix::process::CommandExt as _;
        let program = std::env::current_exe()?;
        return Err(std::process::Command::new(program).args(std::env::args_os().skip(1)).env(FROM.0, FROM.1).exec());
    }
    Ok(())
}
