//! The attendance screen's words.

use crate::engine::{
    attendance::{Counts, RollOrder, Status},
    event::Cover,
};

/// Title.
pub const TITLE: &str = "Daftar hadir";
/// Back to the delivery screen.
pub const BACK: &str = "Kembali";
/// Everyone present.
pub const ALL_PRESENT: &str = "Semua hadir";
/// Who is not filled in: absent.
pub const REST_ABSENT: &str = "Sisanya alpa";
/// How numbers are typed.
pub const HINT: &str = "Ketik nomor baris: 07, atau 7 lalu Enter. Banyak yang datang: + lalu nomor yang tidak hadir. Sedikit: nomor yang hadir, lalu −.";
/// How seats are given.
pub const SEATING_HINT: &str = "Tekan nama atau ketik nomor menurut urutan duduk. Sekali lagi: kursinya dikosongkan.";
/// After digits that may go on.
pub const OR_ANOTHER_DIGIT: &str = "atau angka berikutnya";
/// After a number that took effect.
pub const UNDO_HINT: &str = "Salah? Tekan Z.";
/// Give seats.
pub const SEATING: &str = "Atur kursi";
/// More for a row: late.
pub const LATE: &str = "Datang terlambat";
/// More for a row: not late.
pub const NOT_LATE: &str = "Tidak terlambat";
/// More for a row: somebody else came.
pub const REPRESENTED: &str = "Diwakili…";
/// Nobody else came after all.
pub const NOT_REPRESENTED: &str = "Tidak diwakili";
/// More for a row: empty again.
pub const UNMARK: &str = "Kosongkan";
/// Field: by whom.
pub const REPRESENTED_BY: &str = "Diwakili oleh";
/// Field: by whom, before anything is typed.
pub const BY_HINT: &str = "Nama atau hubungan";
/// Who it often is.
pub const RELATIVES: [&str; 4] = ["Suami", "Anak", "Orang tua", "Saudara"];
/// Keep what was typed.
pub const KEEP: &str = "Simpan";
/// Field: how many guests.
pub const GUESTS_COUNT: &str = "Jumlah tamu";
/// Field: who they were.
pub const GUESTS_WHO: &str = "Siapa tamunya";
/// Field: who they were, before anything is typed.
pub const GUESTS_HINT: &str = "Misalnya: bidan, kepala dusun";
/// Take the last marks back.
pub const UNDO: &str = "Batalkan";
/// Search, on its button.
pub const SEARCH_SHORT: &str = "Cari";
/// Search.
pub const SEARCH: &str = "Cari nama";
/// Search field before anything is typed.
pub const SEARCH_HINT: &str = "Ketik sebagian nama";
/// Nobody found.
pub const NOBODY_FOUND: &str =
    "Tidak ada nama yang cocok. Periksa ejaannya, atau tambahkan dengan tombol “Di luar daftar”.";
/// Somebody who is not on the list.
pub const WALK_IN: &str = "Di luar daftar";
/// Walk-in field.
pub const WALK_IN_NAME: &str = "Nama yang tidak ada di daftar";
/// Keep it.
pub const ADD_WALK_IN: &str = "Tambahkan";
/// Take it back.
pub const REMOVE: &str = "Hapus";
/// Help.
pub const HELP: &str = "Bantuan";
/// Nobody in the group.
pub const EMPTY: &str = "Kelompok ini belum punya nama. Tambahkan orang yang datang dengan tombol “Di luar daftar”; daftar kelompok dapat dilengkapi nanti dari beranda.";
/// Not filled in.
pub const UNMARKED: &str = "belum diisi";
/// On its way to the disk.
pub const SAVING: &str = "menyimpan…";
/// A number is being typed.
pub const ROW_NUMBER: &str = "Baris nomor";
/// A status on a button, as forms print it.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Present => "HADIR",
        Status::Sick => "SAKIT",
        Status::Excused => "IZIN",
        Status::Absent => "ALPA",
    }
}

/// A status in a sentence.
#[must_use]
pub const fn said(status: Status) -> &'static str {
    match status {
        Status::Present => "hadir",
        Status::Sick => "sakit",
        Status::Excused => "izin",
        Status::Absent => "alpa",
    }
}

/// Who came without being on the list, after a number.
pub const OUTSIDE: &str = "di luar daftar";

/// `19 dari 27`, and who came beside them; nothing is said of a register that was not filled in.
#[must_use]
pub fn came(counts: &Counts) -> String {
    let mut words = match (counts.share(), counts.present) {
        (Some(_), present) => format!("{present} dari {}", counts.listed()),
        (None, 0) => UNMARKED.to_owned(),
        (None, present) => format!("{present} dari {}, belum lengkap", counts.listed()),
    };
    if counts.outside > 0 {
        words.push_str(&format!(" + {} {OUTSIDE}", counts.outside));
    }
    words
}

/// A row's mark with what belongs to it.
#[must_use]
pub fn state(status: Option<Status>, late: bool, by: Option<&str>) -> String {
    let mut words = status.map_or(UNMARKED, said).to_owned();
    if late {
        words.push_str(", terlambat");
    }
    if let Some(by) = by {
        words.push_str(", diwakili ");
        words.push_str(by);
    }
    words
}

/// What a typed number has done, read aloud.
#[must_use]
pub fn taken(number: u16, name: &str, said: &str) -> String {
    format!("Nomor {number}, {name}: {said}")
}

/// A seat, from 1.
#[must_use]
pub fn seat(number: usize) -> String {
    format!("kursi {number}")
}

/// The button for guests.
#[must_use]
pub fn guests(count: u16) -> String {
    if count == 0 { "Tamu".to_owned() } else { format!("Tamu: {count}") }
}

/// The button for the order of the rows.
#[must_use]
pub const fn order(order: RollOrder) -> &'static str {
    match order {
        RollOrder::Usual => "Urut: daftar",
        RollOrder::Name => "Urut: nama",
        RollOrder::Seat => "Urut: duduk",
    }
}

/// Asks who came instead.
#[must_use]
pub fn by_whom(number: u16, name: &str) -> String {
    format!("{number} {name} diwakili oleh")
}

/// The list of what is rarer for a row, read aloud.
#[must_use]
pub fn more_name(row: u16, name: &str) -> String {
    format!("{row} {name}: lainnya")
}

/// A status button, read aloud.
#[must_use]
pub fn mark_name(row: u16, name: &str, status: Status) -> String {
    format!("{row} {name}: {}", said(status))
}

/// A row, read aloud.
#[must_use]
pub fn row_name(row: u16, name: &str, state: &str) -> String {
    format!("Baris {row}: {name}, {state}")
}

/// Take a walk-in back, read aloud.
#[must_use]
pub fn remove_name(name: &str) -> String {
    format!("{REMOVE} {name}")
}

/// All marks together, read aloud.
#[must_use]
pub fn count_name(words: &str, count: u16) -> String {
    format!("{count} {words}")
}

/// What covers the room's screen while the register is open.
#[must_use]
pub const fn covered(cover: Cover) -> &'static str {
    match cover {
        Cover::Black => "Layar ruangan hitam",
        Cover::White => "Layar ruangan putih",
        Cover::Calm => "Layar ruangan: gambar tenang",
    }
}
