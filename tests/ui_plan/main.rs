//! The planning half of the console as people use it: by accessible names, asking what each press asks for; a few small pictures.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what was expected where it stops"
)]

mod check;
mod data;
mod desk;
mod edit;
mod flows;
mod home;
mod learn;
mod lesson;
mod numbers;
mod office;
mod pictures;
mod roster_import;
mod world;
