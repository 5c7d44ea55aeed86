//! Words about identity numbers (NIK, no. KK) and the passphrase that keeps them.

use crate::engine::identity::{DIGITS, IdentityFault, Number};

/// The passphrase does not fit.
pub const WRONG_PASSPHRASE: &str = "Kata sandi tidak cocok. Coba lagi pelan-pelan; huruf besar dan kecil dibedakan.";
/// What the passphrase is checked against cannot be read.
pub const DAMAGED_VAULT: &str = "Data kunci NIK dan KK rusak, jadi nomor-nomor itu tidak dapat dibuka. Nama, kehadiran, dan semua yang lain aman. Coba salinan cadangan yang lebih lama.";
/// One number cannot be opened with the right passphrase.
pub const DAMAGED_NUMBER: &str =
    "Nomor ini rusak di penyimpanan dan tidak dapat dibuka. Yang lain aman. Ketik lagi nomornya.";
/// Too little memory for the key.
pub const NO_MEMORY: &str = "Memori komputer tidak cukup untuk membuka kunci. Tutup program lain, lalu coba lagi.";
/// The system gives no random numbers.
pub const NO_RANDOM: &str = "Komputer ini tidak dapat membuat angka acak, jadi nomor tidak dapat disimpan dengan aman. Yang lain tetap tersimpan.";
/// Far longer than any number.
pub const TOO_LONG: &str = "Nomor ini terlalu panjang. NIK dan nomor KK punya 16 angka.";

/// Name of a number.
#[must_use]
pub fn name(number: Number) -> &'static str {
    match number {
        Number::Nik => "NIK",
        Number::Kk => "No. KK",
    }
}

/// What is wrong with a number, as part of a sentence: "NIK: baru 15 dari 16 angka".
#[must_use]
pub fn fault(fault: IdentityFault) -> String {
    match fault {
        IdentityFault::Empty => "belum diisi".to_owned(),
        IdentityFault::Rounded => "sudah dibulatkan oleh Excel (misalnya 3,20E+15), angka akhirnya hilang".to_owned(),
        IdentityFault::NotDigits => "ada huruf atau tanda di dalamnya".to_owned(),
        IdentityFault::Length(count) if count < DIGITS => format!("baru {count} dari {DIGITS} angka"),
        IdentityFault::Length(count) => format!("{count} angka, seharusnya {DIGITS}"),
    }
}
