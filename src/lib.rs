//! Lembar: the map, in reading order.

pub mod engine;
pub mod media;
pub mod pack;
pub mod store;
pub mod text;
pub mod typeset;
pub mod ui;
