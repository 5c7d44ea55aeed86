//! Words around a notice; the sentences themselves come from whoever noticed.

/// Good to know.
pub const INFO: &str = "Info";
/// Look when you can.
pub const WARNING: &str = "Perhatian";
/// Look now.
pub const TROUBLE: &str = "Penting";
/// Takes it away.
pub const DISMISS: &str = "Tutup";

/// For those who hear the screen.
#[must_use]
pub fn dismiss(text: &str) -> String {
    format!("Tutup pemberitahuan: {text}")
}
