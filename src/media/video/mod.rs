//! Clips: the decoder's child process, its pictures and sound, and which picture is due. Draws nothing and owns no loudspeaker.

pub mod player;
pub mod subtitles;
pub mod sync;
pub mod timing;
pub mod track;
pub mod wire;
