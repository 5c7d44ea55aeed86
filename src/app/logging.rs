//! The log: warnings and faults go to `lembar.log` beside the data, for whoever helps later. Never names or numbers of people.

use std::{fs::OpenOptions, path::Path};

use env_logger::{Builder, Env, Target};

/// A longer log is begun anew, bytes; the last one is kept as `lembar.log.1`.
const LONGEST: u64 = 512 * 1024;

/// Starts the log. `LEMBAR_LOG=debug` and the like send it to stderr instead.
pub(super) fn start(data: &Path) {
    let mut builder = Builder::from_env(Env::new().filter_or("LEMBAR_LOG", "warn"));
    if std::env::var_os("LEMBAR_LOG").is_none() {
        let path = data.join("lembar.log");
        if std::fs::metadata(&path).is_ok_and(|file| file.len() > LONGEST)
            && std::fs::rename(&path, data.join("lembar.log.1")).is_err()
        {
            builder.filter_level(log::LevelFilter::Off);
        }
        match OpenOptions::new().create(true).append(true).open(&path) {
            Ok(file) => builder.target(Target::Pipe(Box::new(file))),
            // A disk that takes no log says so itself when the meeting is written.
            Err(_) => builder.filter_level(log::LevelFilter::Off),
        };
    }
    if builder.try_init().is_err() {
        log::debug!("the log was started already");
    }
}
