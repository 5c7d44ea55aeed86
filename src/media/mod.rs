//! What the meeting shows and plays, made off the UI thread. Imports engine, text and pack's pages; never egui.

pub mod audio;
mod borrowed;
pub mod contact;
pub mod photo;
pub mod pictures;
mod render;
pub mod video;
