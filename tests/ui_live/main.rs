//! The live half of the console and the stage, as people use them: by accessible names, asking what each press asks for; a few small pictures.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what was expected where it stops"
)]
#![allow(clippy::indexing_slicing, missing_docs, reason = "a test knows how long its own lists are")]

mod attendance;
mod clip;
mod deliver;
mod first_meeting;
mod fixture;
mod gallery;
mod hands;
mod keyboard;
mod lots;
mod overlays;
mod snapshots;
mod stage;
mod whole_meeting;
mod world;
