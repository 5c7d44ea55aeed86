//! Words of the panel for games and its tools: kinds of games, wheel, teams, yel-yel. On the wall only labels and symbols' names are seen.

use crate::engine::{lots::Pool, session::GameKind};

/// Tab of the games.
pub const GAMES: &str = "Permainan";
/// Tab of the wheel.
pub const WHEEL: &str = "Roda";
/// Tab of the teams.
pub const TEAMS: &str = "Bagi kelompok";
/// Tab of the yel-yel.
pub const YELL: &str = "Yel-yel";

/// Games of every kind.
pub const ALL_KINDS: &str = "Semua";
/// A kind of game.
#[must_use]
pub const fn kind(kind: GameKind) -> &'static str {
    match kind {
        GameKind::Opening => "Pembuka",
        GameKind::Energiser => "Penyemangat",
        GameKind::Calming => "Penenang",
        GameKind::Grouping => "Pembagi kelompok",
        GameKind::Topic => "Sesuai materi",
    }
}

/// What the wheel does.
pub const WHEEL_HOW: &str =
    "Roda berputar di layar dan berhenti di satu orang. Yang sudah keluar tidak keluar lagi sampai semua kebagian.";
/// What teams do.
pub const TEAMS_HOW: &str = "Semua dibagi acak dan merata. Setiap kelompok punya warna, bentuk, dan nama di layar.";
/// Which lots.
pub const FROM: &str = "Diambil dari";
/// Seat numbers.
pub const SEATS: &str = "Nomor duduk";
/// First names.
pub const NAMES: &str = "Nama depan";
/// How many seats.
pub const SEAT_COUNT: &str = "Jumlah orang";
/// How seats are numbered.
pub const SEATS_HOW: &str = "Ajak semua berhitung dari 1, lalu mengingat nomornya.";
/// What showing names means.
pub const NAMES_WARNING: &str = "Seluruh ruangan akan membaca nama depan. Yang ditandai tidak hadir tidak ikut.";
/// Fewer than two people.
pub const TOO_FEW: &str = "Perlu sedikitnya dua orang.";
/// Turn it.
pub const SPIN: &str = "Putar roda";
/// Turn it again.
pub const SPIN_AGAIN: &str = "Putar lagi";
/// Everybody is on it again.
pub const RESET: &str = "Ulang dari awal";
/// How many did not come out yet.
#[must_use]
pub fn left(left: usize, of: usize) -> String {
    if left == 0 { "Semua sudah kebagian.".to_owned() } else { format!("Belum keluar: {left} dari {of}") }
}
/// What came out, read aloud when the wheel stands.
#[must_use]
pub fn came_out(pool: &Pool, label: &str) -> String {
    match pool {
        Pool::Seats(_) => format!("Keluar: nomor {label}"),
        Pool::Names(_) => format!("Keluar: {label}"),
    }
}

/// As many teams.
pub const BY_TEAMS: &str = "Jumlah kelompok";
/// As many in each.
pub const BY_MEMBERS: &str = "Isi tiap kelompok";
/// Choice between the two.
pub const DIVIDE_BY: &str = "Bagi menurut";
/// Draw them.
pub const SPLIT: &str = "Bagi sekarang";
/// Draw others.
pub const SPLIT_AGAIN: &str = "Acak lagi";
/// One fewer, read aloud.
pub const FEWER: &str = "Kurangi satu";
/// One more, read aloud.
pub const MORE: &str = "Tambah satu";
/// How many teams there will be.
#[must_use]
pub fn teams(teams: u16, people: u16) -> String {
    let small = people / teams;
    let members = if people.is_multiple_of(teams) { small.to_string() } else { format!("{small} atau {}", small + 1) };
    format!("{teams} kelompok, masing-masing {members} orang")
}
/// Cannot be divided so.
#[must_use]
pub fn teams_range(low: u16, high: u16) -> String {
    format!("Layar muat {low} sampai {high} kelompok, dan setiap kelompok perlu anggota.")
}
/// Names of the teams' symbols, in order; on the wall and spoken.
pub const TEAM_NAMES: [&str; 8] = ["Bulat", "Segitiga", "Kotak", "Bintang", "Hati", "Bunga", "Daun", "Ketupat"];

/// What the yel-yel does.
pub const YELL_HOW: &str = "Tulis yel-yel kelompok. Tampil besar di layar supaya semua bisa ikut.";
/// Its lines.
pub const YELL_TEXT: &str = "Yel-yel";
/// Lines as a hint in the empty field.
pub const YELL_EXAMPLE: &str = "Melati!\nHarum, rukun, maju!";
/// Whose yel-yel.
pub const YELL_WHOSE: &str = "Untuk";
/// For every group.
pub const YELL_ALL: &str = "Semua kelompok";
/// Keep it.
pub const YELL_SAVE: &str = "Simpan";
/// On its way.
pub const YELL_SAVING: &str = "Menyimpan …";
/// Kept.
pub const YELL_SAVED: &str = "Tersimpan";
/// Take the newest change back.
pub const YELL_UNDO: &str = "Urungkan";
/// Over its sound.
pub const YELL_SOUND: &str = "Suaranya";
/// No sound is kept.
pub const NO_YELL_SOUND: &str = "Belum ada. Rekam dengan HP, lalu salin ke laptop.";
/// A sound is on its way.
pub const COPYING_SOUND: &str = "Menyalin…";
/// Choose one.
pub const CHOOSE_SOUND: &str = "Pilih suara";
/// Choose another.
pub const OTHER_SOUND: &str = "Ganti suara";
/// Keep none.
pub const REMOVE_SOUND: &str = "Tanpa suara";
/// How it is heard.
#[must_use]
pub fn yell_sound_how(key: &str) -> String {
    format!("{key} memutarnya selagi yel-yel tampil.")
}
/// While one is chosen.
pub const CHOOSE_SOUND_HOW: &str =
    "Pilih satu berkas suara. Lembar menyalinnya, jadi flashdisk boleh dicabut sesudahnya.";
/// Take what is marked.
pub const TAKE_SOUND: &str = "Pakai suara ini";
/// It is no sound.
pub const NO_SOUND_FILE: &str = "Berkas itu bukan suara yang bisa diputar. Pilih MP3, M4A, OGG, WAV, atau FLAC.";
/// It is huge.
pub const SOUND_TOO_LARGE: &str = "Suaranya terlalu besar. Pilih yang lebih pendek, paling besar 100 MB.";
/// It could not be copied.
#[must_use]
pub fn sound_not_copied(why: &str) -> String {
    format!("Suaranya belum tersalin: {}. Yang lama tetap dipakai.", why.trim_end_matches('.'))
}
/// It is no longer there.
#[must_use]
pub fn sound_missing(name: &str) -> String {
    format!("Suara yel-yel “{name}” sudah tidak ada. Pilih lagi di panel Permainan, bagian Yel-yel.")
}
/// Show it.
pub const YELL_SHOW: &str = "Tampilkan di layar";
/// At most so many lines.
#[must_use]
pub fn yell_limit(lines: usize, chars: usize) -> String {
    format!("Paling banyak {lines} baris dan {chars} huruf.")
}

/// Take what is up from the wall.
pub const TAKE_DOWN: &str = "Turunkan dari layar";
/// The wheel is up, for the console.
pub const WHEEL_UP: &str = "Roda";
/// Teams are up.
pub const TEAMS_UP: &str = "Pembagian kelompok";
/// The yel-yel is up.
pub const YELL_UP: &str = "Yel-yel kelompok";
