//! The pure core: what a meeting *is*. No I/O, no clock, no egui, nothing of ours outside this room.

pub mod allot;
pub mod attendance;
pub mod clip;
pub mod command;
pub mod cut;
mod decide;
pub mod draft;
pub mod event;
mod fold;
pub mod hands;
pub mod history;
pub mod identity;
pub mod ids;
pub mod learn;
pub mod lots;
pub mod loudspeaker;
pub mod minutes;
pub mod observe;
pub mod office;
pub mod pace;
pub mod paper;
pub mod place;
pub mod plan;
pub mod playout;
pub mod preflight;
pub mod print;
pub mod problem;
pub mod prompter;
pub mod rehearsal;
pub mod roster;
pub mod scene;
pub mod session;
pub mod state;
pub mod study;
#[cfg(test)]
mod tests;
pub mod time;
