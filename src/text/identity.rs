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

/// Over the card.
pub const TITLE: &str = "NIK dan no. KK";
/// No passphrase yet.
pub const WHAT_FOR: &str = "Nomor ini pribadi. Lembar baru menyimpannya setelah Anda membuat kata sandi: tanpa kata sandi itu tidak ada yang dapat membacanya, juga kalau laptop atau flashdisk hilang. Boleh juga tidak disimpan sama sekali.";
/// Sets the first one.
pub const SET: &str = "Buat kata sandi";
/// Before it is set.
pub const WARNING: &str = "Catat kata sandi di tempat yang aman. Kalau terlupa, NIK dan no. KK tidak dapat dibuka lagi oleh siapa pun dan perlu diketik ulang. Nama, kehadiran, dan laporan tetap ada.";
/// Field.
pub const PASSPHRASE: &str = "Kata sandi";
/// Field.
pub const OLD: &str = "Kata sandi sekarang";
/// Field.
pub const NEW: &str = "Kata sandi baru";
/// Field.
pub const AGAIN: &str = "Ketik sekali lagi";
/// The two are not the same.
pub const DIFFER: &str = "Belum sama dengan yang di atas.";
/// Easy to guess.
pub const WEAK: &str = "Mudah ditebak. Lebih baik tiga atau empat kata yang tidak ada hubungannya.";
/// All right.
pub const FAIR: &str = "Cukup kuat. Lebih panjang lebih aman.";
/// Good.
pub const STRONG: &str = "Kuat.";
/// Keeps a passphrase.
pub const SAVE: &str = "Simpan kata sandi";
/// Leaves it.
pub const CANCEL: &str = "Batal";
/// Unlocks.
pub const UNLOCK: &str = "Buka kunci";
/// Locks.
pub const LOCK: &str = "Kunci sekarang";
/// Another passphrase.
pub const CHANGE: &str = "Ganti kata sandi";
/// How it stands.
pub const IS_LOCKED: &str = "terkunci";
/// How it stands.
pub const IS_OPEN: &str =
    "Terbuka. Terkunci sendiri setelah 10 menit tidak dipakai, saat pertemuan dibuka, dan saat Lembar ditutup.";
/// A key is being made.
pub const BUSY: &str = "Sebentar, kunci sedang disiapkan…";
/// The passphrase is forgotten.
pub const FORGOTTEN_ASK: &str = "Lupa kata sandi?";
/// What can be done then.
pub const FORGET_WHAT: &str = "Kata sandi yang terlupa tidak dapat dicari kembali. Yang dapat dilakukan: hapus semua NIK dan no. KK, lalu mulai dengan kata sandi baru. Nama, kehadiran, pertemuan, dan laporan tetap ada.";
/// The step before the button.
pub const UNDERSTOOD: &str = "Saya mengerti: semua NIK dan no. KK akan hilang";
/// Clears the numbers.
pub const FORGET: &str = "Hapus semua NIK dan no. KK";
/// The vault is damaged.
pub const START_ANEW: &str = "Mulai dengan kata sandi baru";
/// Said once it is done.
pub const PASSPHRASE_SET: &str = "Kata sandi tersimpan. NIK dan no. KK sekarang dapat diisi.";
/// Said once it is done.
pub const PASSPHRASE_CHANGED: &str = "Kata sandi diganti. Semua nomor sudah dikunci ulang.";
/// Said once it is done.
pub const FORGOTTEN: &str = "NIK dan no. KK dihapus. Yang lain tetap ada.";
/// Nobody used it for a while.
pub const LOCKED_BY_ITSELF: &str = "NIK dan no. KK terkunci sendiri karena lama tidak dipakai.";
/// There is a number, locked.
pub const LOCKED: &str = "terkunci";
/// There is none.
pub const NONE: &str = "belum diisi";
/// A number that cannot be opened.
pub const DAMAGED_SHORT: &str = "rusak, ketik lagi";
/// Sixteen digits are there.
pub const COMPLETE: &str = "16 angka, lengkap";
/// Keeps a number that is not whole.
pub const KEEP_ODD: &str = "Simpan apa adanya";

/// Shown under a passphrase that is too short.
#[must_use]
pub fn too_short(least: usize) -> String {
    format!("Paling sedikit {least} huruf atau angka. Tiga kata biasa sudah baik.")
}

/// For those who hear the screen: a number.
#[must_use]
pub fn heard(number: Number, masked: &str) -> String {
    format!("{}: {masked}", name(number))
}

/// Shows a number while it is held.
#[must_use]
pub fn hold(number: Number) -> String {
    format!("Tahan untuk melihat {}", name(number))
}

/// Types another one.
#[must_use]
pub fn replace(number: Number) -> String {
    format!("Ganti {}", name(number))
}

/// Takes it away.
#[must_use]
pub fn remove(number: Number) -> String {
    format!("Hapus {}", name(number))
}

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
