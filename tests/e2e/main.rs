//! End to end: the real program on two dummy screens, driven by keys, judged by its pixels and its database.
//! Slow, so these run only with `LEMBAR_SLOW=1`; see `tests/README.md`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is wrong"
)]

mod awake;
mod borrowed;
#[path = "../import/files.rs"]
#[allow(dead_code, reason = "not every file is needed here")]
mod files;
mod hall;
mod keys;
mod power;
mod rehearsal;
#[path = "../rig/mod.rs"]
mod rig;
mod roll;
mod safe_start;
mod screens;
mod session;
mod sound;
mod tour;
mod video;
