//! Lembar: the map, in reading order.

pub mod engine;

pub mod text;

pub mod typeset;

pub mod pack;

pub mod store;

pub mod media;

pub mod report;

pub mod sheets;

pub mod ui;

pub mod app;

pub mod disk;

pub mod clock;

pub mod platform;

pub mod cli;
