//! Words around packed sessions (`.lembar` files).

/// No such session.
#[must_use]
pub fn no_session(id: &str) -> String {
    format!("Sesi “{id}” tidak ada.")
}
/// It came with the program.
#[must_use]
pub fn shipped(id: &str) -> String {
    format!(
        "Sesi “{id}” bawaan Lembar: setiap laptop yang punya Lembar sudah memilikinya. Yang bisa dikemas hanya sesi dari bahan Anda sendiri."
    )
}
/// The file's name must tell what it is.
pub const ENDING: &str = "Nama berkas kemasan harus berakhiran .lembar, misalnya gizi.lembar.";
/// No such file, or cut off.
pub const DAMAGED: &str =
    "Berkas ini bukan kemasan sesi Lembar, atau tidak utuh. Salin ulang dari pengirimnya. Tidak ada yang berubah.";
/// Made by a newer program.
pub const NEWER: &str = "Berkas ini dibuat dengan Lembar yang lebih baru. Perbarui Lembar, lalu buka lagi.";
/// A part is missing.
#[must_use]
pub fn missing(name: &str) -> String {
    format!("Bagian “{name}” tidak ada di dalam sesi ini. Minta pengirimnya mengemas ulang. Tidak ada yang berubah.")
}
/// Something in it that no session has.
pub const FOREIGN: &str =
    "Berkas ini berisi sesuatu yang bukan bagian sesi, jadi tidak dibuka demi keamanan. Tidak ada yang berubah.";
/// It would fill the disk.
pub const BOMB: &str =
    "Isi berkas ini jauh lebih besar daripada sesi biasa, jadi tidak dibuka demi keamanan. Tidak ada yang berubah.";
/// Written.
#[must_use]
pub fn packed(title: &str, file: &str) -> String {
    format!("Sesi “{title}” dikemas ke {file}")
}
/// Opened.
#[must_use]
pub fn opened(title: &str, id: &str) -> String {
    format!("Sesi “{title}” ditambahkan ke bahan Anda (id: {id})")
}
/// Opened before.
#[must_use]
pub fn same(title: &str) -> String {
    format!("Sesi “{title}” sudah ada di bahan Anda; tidak ada yang berubah")
}
