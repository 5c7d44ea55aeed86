//! LibreOffice, where it is installed, makes a PDF of a presentation.

use std::{
    ffi::OsStr,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// How often the work is looked at.
const LOOK: Duration = Duration::from_millis(100);
/// Looks after which LibreOffice is given up: four minutes.
const LOOKS: u32 = 2400;
/// Its names on the search path.
const NAMES: [&str; 4] = ["soffice", "libreoffice", "soffice.com", "soffice.exe"];
/// Where it is found when it is not on the search path.
const PLACES: [&str; 5] = [
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.com",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
];

/// Why there is no PDF.
#[derive(Debug)]
pub(super) enum Fault {
    Stopped,
    TooSlow,
    /// For the log.
    Failed(String),
}

/// The program, if it is installed.
pub(super) fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).flat_map(|dir| NAMES.map(|name| dir.join(name)));
    on_path.chain(PLACES.map(PathBuf::from)).find(|program| program.is_file())
}

/// Has `program` write a PDF of `file` into `folder`, which is made. `go_on` is asked ten times a second.
pub(super) fn to_pdf(
    program: &Path,
    file: &Path,
    folder: &Path,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<PathBuf, Fault> {
    let failed = |error: io::Error| Fault::Failed(error.to_string());
    fs::create_dir_all(folder).map_err(failed)?;
    let mut command = Command::new(program);
    // It is a script that starts the program proper: the whole group has to be put down with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    // A profile of its own: an open LibreOffice window would otherwise take the job over and answer nothing.
    let child = command
        .arg(format!("-env:UserInstallation={}", address(&folder.join("profil"))))
        .args(["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    wait(child, LOOKS, go_on)?;
    let made = fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path());
    made.into_iter()
        .find(|path| path.extension() == Some(OsStr::new("pdf")))
        .ok_or_else(|| Fault::Failed("no PDF was written".to_owned()))
}

fn wait(mut child: Child, looks: u32, go_on: &mut dyn FnMut() -> bool) -> Result<(), Fault> {
    for _ in 0..looks {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(Fault::Failed(status.to_string())),
            Ok(None) => {}
            Err(error) => return Err(Fault::Failed(error.to_string())),
        }
        if !go_on() {
            end(child);
            return Err(Fault::Stopped);
        }
        thread::sleep(LOOK);
    }
    end(child);
    Err(Fault::TooSlow)
}

/// Puts LibreOffice down with everything it has started.
fn end(mut child: Child) {
    let id = child.id().to_string();
    // The shell's own `kill`: not every Linux has the program.
    let (program, words) = if cfg!(windows) {
        ("taskkill", ["/T".to_owned(), "/F".to_owned(), "/PID".to_owned(), id])
    } else {
        ("sh", ["-c".to_owned(), "kill -s KILL -- \"-$1\"".to_owned(), "sh".to_owned(), id])
    };
    let mut all = Command::new(program);
    all.args(words);
    let all = all.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !all.is_ok_and(|status| status.success()) {
        log::warn!("LibreOffice: what it had started may still run");
    }
    if let Err(error) = child.kill().and_then(|()| child.wait().map(drop)) {
        log::warn!("LibreOffice: {error}");
    }
}

/// A folder as an address, which is how LibreOffice wants to be told of its profile.
fn address(folder: &Path) -> String {
    let mut address = String::from("file://");
    let text = folder.to_string_lossy().replace('\\', "/");
    if !text.starts_with('/') {
        address.push('/');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:.-_~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _infallible = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn program(dir: &Path, script: &str) -> PathBuf {
        let path = dir.join("soffice");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    #[test]
    fn a_pdf_is_found_where_it_was_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        let writes = program(
            dir.path(),
            r#"while [ "$1" != --outdir ]; do shift; done; printf %%PDF > "$2/$(basename "$3" .pptx).pdf""#,
        );
        let made = to_pdf(&writes, Path::new("/x/bahan saya.pptx"), &dir.path().join("0"), &mut || true).unwrap();
        assert_eq!(made, dir.path().join("0/bahan saya.pdf"));
    }

    #[test]
    fn a_profile_is_named_as_an_address() {
        assert_eq!(address(Path::new("/home/ibu siti/isi/é")), "file:///home/ibu%20siti/isi/%C3%A9");
        assert_eq!(address(Path::new("C:\\Data Ibu\\profil")), "file:///C:/Data%20Ibu/profil");
    }

    /// LibreOffice's program is a script with the real one below it: neither may be left running.
    #[test]
    fn what_it_started_ends_with_it() {
        let dir = tempfile::tempdir().unwrap();
        let note = dir.path().join("pid");
        let script = format!("sleep 600 &\necho $! > {}\nwait", note.display());
        let child = |looks: u32, go_on: &mut dyn FnMut() -> bool| {
            let mut command = Command::new(program(dir.path(), &script));
            std::os::unix::process::CommandExt::process_group(&mut command, 0);
            command.stdout(Stdio::null()).stderr(Stdio::null());
            wait(command.spawn().unwrap(), looks, go_on)
        };
        let running = || {
            let pid = fs::read_to_string(&note).unwrap();
            let state = fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
            !state.is_empty() && !state.contains(") Z ")
        };
        // The kernel takes a moment to put a process away.
        let runs = || {
            (0..200).all(|_| {
                thread::sleep(Duration::from_millis(10));
                running()
            })
        };
        assert!(matches!(child(5, &mut || true), Err(Fault::TooSlow)));
        assert!(!runs());
        let mut looks = 0;
        let mut twice = || {
            looks += 1;
            looks < 4
        };
        assert!(matches!(child(1000, &mut twice), Err(Fault::Stopped)));
        assert!(!runs());
    }

    #[test]
    fn failing_writing_nothing_and_hanging_are_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        let run = |script: &str, go_on: bool| {
            to_pdf(&program(dir.path(), script), Path::new("a.odp"), &dir.path().join("0"), &mut || go_on)
        };
        assert!(matches!(run("exit 3", true), Err(Fault::Failed(_))));
        assert!(matches!(run("exit 0", true), Err(Fault::Failed(_))));
        assert!(matches!(run("exec sleep 60", false), Err(Fault::Stopped)));
        assert!(matches!(
            to_pdf(Path::new("/no/such"), Path::new("a.odp"), &dir.path().join("0"), &mut || true),
            Err(Fault::Failed(_))
        ));
    }
}
