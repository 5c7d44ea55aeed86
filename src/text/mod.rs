//! Every sentence a user reads, in Bahasa Indonesia, one file per area. Imports nothing of ours but the engine's plain types.
//! Another language is another copy of this folder.

pub mod app;
pub mod archive;
pub mod attendance;
pub mod catalogue;
pub mod check;
pub mod check_paper;
pub mod cli;
pub mod clip;
pub mod close;
pub mod common;
pub mod damaged;
pub mod deliver;
pub mod doctor;
pub mod drawing;
pub mod edit;
pub mod group;
pub mod hall;
pub mod hands;
pub mod home;
pub mod identity;
pub mod import;
pub mod keys;
pub mod learn;
pub mod lots;
pub mod notices;
pub mod overlays;
pub mod preflight;
pub mod prepare;
pub mod print;
pub mod resume;
pub mod roster;
pub mod sound;
pub mod stage;
pub mod stage_ui;
pub mod store;
