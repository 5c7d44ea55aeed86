//! Clips: the decoder's child process, its frames and sound, and which frame is due. Draws nothing and owns no loudspeaker.

pub mod sync;
pub mod wire;
