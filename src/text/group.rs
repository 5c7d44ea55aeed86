//! Words of the group editor.

/// Title for a new one.
pub const NEW: &str = "Kelompok baru";
/// Back without a change.
pub const BACK: &str = "Kembali";
/// Field.
pub const NAME: &str = "Nama kelompok";
/// What it may look like.
pub const NAME_HINT: &str = "misalnya Kelompok Melati";
/// Field.
pub const PLACE: &str = "Tempat biasa bertemu";
/// What it may look like.
pub const PLACE_HINT: &str = "misalnya Balai warga RW 03";
/// Field for many names.
pub const PASTE: &str = "Tempel atau ketik nama, satu baris satu nama";
/// What it may look like.
pub const PASTE_HINT: &str = "Siti Rohayati\nNi Wayan Sukerti\n…";
/// Takes the names over.
pub const ADD: &str = "Tambahkan ke daftar";
/// Nothing typed yet.
pub const NO_NAMES_YET: &str = "Nomor di depan nama tidak perlu dihapus.";
/// The list, still empty.
pub const LIST_EMPTY: &str =
    "Belum ada anggota. Ketik atau tempel nama di sebelah kanan, lalu tekan “Tambahkan ke daftar”.";
/// Takes the last change back.
pub const UNDO: &str = "Batalkan";
/// Takes back what was saved, from beside the good news.
pub const UNDO_SAVED: &str = "Kembalikan seperti semula";
/// After a change was taken back: takes back the one before it too.
pub const UNDO_MORE: &str = "Batalkan yang sebelumnya juga";
/// Marks a name that stands twice.
pub const TWICE: &str = "nama ganda";
/// Keeps it.
pub const SAVE: &str = "Simpan kelompok";
/// Puts it away.
pub const ARCHIVE: &str = "Simpan ke arsip";
/// What that means.
pub const ARCHIVE_HINT: &str = "Tidak dihapus; hanya tidak tampil lagi.";
/// Why it cannot be saved.
pub const NEEDS_NAME: &str = "Isi nama kelompok dulu.";
/// Why it cannot be saved.
pub const NEEDS_MEMBERS: &str = "Tambahkan paling sedikit satu anggota dulu.";
/// Why it cannot be saved.
pub const EMPTY_ROW: &str = "Ada baris tanpa nama. Isi atau hapus barisnya.";
/// Names were typed but not taken over.
pub const PASTE_WAITING: &str = "Nama yang baru diketik belum masuk daftar. Tekan “Tambahkan ke daftar” dulu.";
/// Asked when leaving with changes.
pub const UNSAVED: &str = "Perubahan belum disimpan.";
/// Leaves without keeping them.
pub const DISCARD: &str = "Buang perubahan";

/// Opens the group's own facts.
pub const FACTS: &str = "Data kelompok";
/// Opens the box for new names.
pub const ADD_MEMBERS: &str = "Tambah anggota";
/// The same where there is little room.
pub const ADD_SHORT: &str = "Tambah";
/// Field.
pub const VILLAGE: &str = "Desa atau kelurahan";
/// Field.
pub const DISTRICT: &str = "Kecamatan";
/// Field.
pub const HOUR: &str = "Jam biasa";
/// What it may look like.
pub const HOUR_HINT: &str = "09.00";
/// What was typed is no hour.
pub const NO_HOUR: &str = "Jam biasa belum lengkap, misalnya 09.00.";
/// A number was typed and is not kept.
pub const NUMBER_WAITING: &str = "Ada NIK atau no. KK yang belum lengkap. Lengkapi, kosongkan, atau simpan apa adanya.";
/// Chosen from the members.
pub const LEADER: &str = "Ketua kelompok";
/// Nobody is chosen.
pub const NO_LEADER: &str = "Belum dipilih";
/// Makes a member the leader.
pub const LEADS: &str = "Ketua kelompok";
/// Field.
pub const MEMBER_NAME: &str = "Nama anggota";
/// Field.
pub const ADDRESS: &str = "Alamat";
/// What it may look like.
pub const ADDRESS_HINT: &str = "misalnya RT 02 RW 03";
/// Over the three.
pub const STANDING: &str = "Status";
/// Beside graduasi and pindah.
pub const INACTIVE_HINT: &str = "Tidak dipanggil lagi; kehadirannya dulu tetap tercatat.";
/// Over the seven.
pub const COMPONENTS: &str = "Komponen PKH";
/// Field.
pub const NOTES: &str = "Catatan";
/// Takes a member out of the list.
pub const TAKE_OUT: &str = "Keluarkan";
/// What that means.
pub const TAKE_OUT_HINT: &str = "Kehadiran yang sudah tercatat tidak ikut hilang.";
/// Members go to another group.
pub const MOVE: &str = "Pindahkan ke…";
/// No longer ticked.
pub const UNTICK: &str = "Batal memilih";
/// Another group goes over into this one.
pub const MERGE: &str = "Gabungkan kelompok lain ke sini…";
/// What that means.
pub const MERGE_HINT: &str = "Anggotanya masuk ke sini; pertemuannya dulu tetap tercatat di arsip.";
/// Leave the groups as they are.
pub const NOT_MERGED: &str = "Tidak jadi";
/// The last change was taken back.
pub const UNDONE: &str = "Perubahan dibatalkan.";
/// Title of the archive.
pub const ARCHIVE_TITLE: &str = "Arsip kelompok";
/// Under it.
pub const ARCHIVE_WORDS: &str =
    "Kelompok di sini tidak tampil di halaman depan. Anggota dan pertemuannya tetap tersimpan.";
/// Nothing there.
pub const ARCHIVE_EMPTY: &str = "Arsip kosong. Kelompok yang Anda simpan ke arsip akan ada di sini.";
/// Brings a group back.
pub const BRING_BACK: &str = "Tampilkan lagi";

/// A group of the archive, for those who hear the screen.
#[must_use]
pub fn bring_back_of(name: &str) -> String {
    format!("Tampilkan lagi {name}")
}

/// A group of the archive.
#[must_use]
pub fn archived_facts(members: usize, meetings: usize) -> String {
    format!("{members} anggota · {meetings} pertemuan")
}

/// Leads to the archive.
#[must_use]
pub fn archive_link(count: usize) -> String {
    format!("Arsip ({count})")
}

/// For those who hear the screen: who leads.
#[must_use]
pub fn leader_is(name: &str) -> String {
    format!("Ketua kelompok: {name}")
}

/// The fold of those who left.
#[must_use]
pub fn inactive(count: usize) -> String {
    format!("Tidak aktif ({count})")
}

/// How many are ticked.
#[must_use]
pub fn ticked(count: usize) -> String {
    format!("{count} dipilih")
}

/// Ticks a member.
#[must_use]
pub fn tick(name: &str) -> String {
    format!("Pilih {name}")
}

/// A group came back from the archive.
#[must_use]
pub fn brought_back(name: &str) -> String {
    format!("{name} tampil lagi.")
}

/// Members went to another group.
#[must_use]
pub fn moved(count: usize, first: &str, to: &str) -> String {
    if count == 1 { format!("{first} pindah ke {to}.") } else { format!("{count} anggota pindah ke {to}.") }
}

/// A group went over into another.
#[must_use]
pub fn merged(from: &str, into: &str) -> String {
    format!("Anggota {from} sekarang di {into}. {from} ada di arsip.")
}

/// What merging will do, before it is done.
#[must_use]
pub fn merge_means(from: &str, people: usize) -> String {
    format!("{people} orang dari {from} masuk ke sini, dan {from} pindah ke arsip bersama catatan pertemuannya.")
}

/// The button that does it.
#[must_use]
pub fn merge_now(from: &str, people: usize) -> String {
    format!("Gabungkan {from} ({people} orang)")
}

/// Names found in the text.
#[must_use]
pub fn found(count: usize) -> String {
    format!("{count} nama ditemukan")
}

/// Above the list.
#[must_use]
pub fn count(count: usize) -> String {
    format!("{count} orang aktif.")
}

/// More than the programme advises.
#[must_use]
pub fn many(limit: usize) -> String {
    format!("Tetap bisa, tetapi pertemuan lebih nyaman dengan paling banyak {limit}.")
}

/// At the program's limit.
#[must_use]
pub fn full(limit: usize) -> String {
    format!("Paling banyak {limit} orang dalam satu kelompok. Nama selebihnya tetap di kotak kanan.")
}

/// Names left out because they are on the list already.
#[must_use]
pub fn already(count: usize) -> String {
    format!("{count} sudah ada di daftar")
}

/// Moves a row.
#[must_use]
pub fn up(name: &str) -> String {
    format!("Naikkan {name}")
}

/// Moves a row.
#[must_use]
pub fn down(name: &str) -> String {
    format!("Turunkan {name}")
}

/// Takes a row away.
#[must_use]
pub fn delete(name: &str) -> String {
    format!("Hapus {name}")
}
