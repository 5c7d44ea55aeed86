//! What people see. Draws values and reports intents; never changes state, never touches a file, a clock or a device.

pub mod console;
pub mod drafts;
pub mod intent;
pub mod keymap;
pub mod stage;
pub mod textures;
pub mod theme;
pub mod told;
pub mod view;
pub mod widgets;
