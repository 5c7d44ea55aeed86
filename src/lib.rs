//! Lembar: the map, in reading order.

pub mod engine;
pub mod pack;
pub mod store;
pub mod text;
pub mod ui;
