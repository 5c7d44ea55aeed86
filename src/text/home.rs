//! Words of the first screen: groups, what is next, what was, the first start.

/// Makes a group.
pub const NEW_GROUP: &str = "Kelompok baru";
/// Marks the demo group.
pub const DEMO_TAG: &str = "Contoh";
/// Takes the demo group away.
pub const REMOVE_DEMO: &str = "Hapus contoh";
/// Marks the group whose turn it is.
pub const TURN: &str = "Giliran berikutnya";
/// On a card.
pub const PREPARE: &str = "Siapkan pertemuan";
/// On a card.
pub const EDIT: &str = "Ubah";
/// A group without meetings.
pub const NEVER_MET: &str = "Belum pernah bertemu";
/// That list, still empty.
pub const NO_RECENT: &str = "Pertemuan yang sudah ditutup akan tampil di sini, lengkap dengan daftar hadirnya.";
/// A meeting that was left without closing it.
pub const NOT_CLOSED: &str = "belum ditutup";
/// A rehearsal.
pub const REHEARSAL: &str = "latihan";
/// A meeting is open.
pub const RUNNING: &str = "Pertemuan sedang terbuka";
/// A rehearsal is open.
pub const REHEARSING: &str = "Latihan belum selesai";
/// Back to it.
pub const BACK_TO_REHEARSAL: &str = "Kembali ke latihan";
/// Back to it.
pub const BACK_TO_MEETING: &str = "Kembali ke pertemuan";
/// Why another one cannot be prepared.
pub const ONE_AT_A_TIME: &str = "Tutup dulu pertemuan yang sedang terbuka.";
/// Switches the console's colours.
pub const DARK: &str = "Tampilan gelap";
/// And back.
pub const LIGHT: &str = "Tampilan terang";

/// First start: greeting.
pub const WELCOME: &str = "Selamat datang";
/// First start: what the program does.
pub const WELCOME_LEAD: &str = "Lembar menemani Anda menjalankan pertemuan P2K2: gambar besar untuk ibu-ibu di layar, naskah dan waktu untuk Anda di laptop ini.";
/// First start: the card of the first group.
pub const FIRST_TITLE: &str = "Buat kelompok pertama";
/// What it needs.
pub const FIRST_TEXT: &str = "Cukup nama kelompok dan nama anggotanya. Daftar nama bisa ditempel dari Word, Excel, atau pesan HP, satu nama satu baris.";
/// Its button.
pub const FIRST_BUTTON: &str = "Buat kelompok";
/// First start: the card of learning.
pub const LEARN_TITLE: &str = "Belajar dan berlatih dulu";
/// What it needs.
pub const LEARN_TEXT: &str = "Tidak perlu kelompok, tidak perlu proyektor. Coba jalankan satu sesi di laptop ini seperti pada hari pertemuan, atau baca bekalnya dulu.";
/// First start: the card of the demo group.
pub const DEMO_TITLE: &str = "Coba dengan kelompok contoh";
/// Its button, also on the full screen.
pub const DEMO_BUTTON: &str = "Pakai kelompok contoh";
/// First start: how it goes on from here.
pub const HOW: [(&str, &str); 3] = [
    ("Buat kelompok", "Nama anggota dicatat sekali saja, lalu dipakai setiap bulan."),
    ("Siapkan pertemuan", "Pilih sesi, lama, dan tempat. Rencana menitnya langsung jadi."),
    ("Jalankan", "Ikuti naskah di laptop. Catatan dan daftar hadir tersimpan sendiri."),
];

/// What the demo group is.
#[must_use]
pub fn demo_text(name: &str, members: usize) -> String {
    format!(
        "{name} berisi {members} nama karangan. Jalankan satu sesi sampai selesai untuk berlatih; sekali tekan, semuanya terhapus lagi."
    )
}

/// The session to hold next.
#[must_use]
pub fn next(label: &str, title: &str) -> String {
    format!("{label}  {title}")
}

/// Last meeting of a group.
#[must_use]
pub fn last_met(ago: &str, title: &str) -> String {
    format!("Terakhir {ago}: {title}")
}

/// For those who hear the screen: which group a button belongs to.
#[must_use]
pub fn of_group(action: &str, group: &str) -> String {
    format!("{action}: {group}")
}

/// How long ago a day was.
#[must_use]
pub fn ago(days: i64) -> String {
    match days {
        ..=0 => "hari ini".to_owned(),
        1 => "kemarin".to_owned(),
        2..=13 => format!("{days} hari lalu"),
        14..=62 => format!("{} minggu lalu", days / 7),
        _ => format!("{} bulan lalu", days / 30),
    }
}

/// Who came to a meeting, in one line.
#[must_use]
pub fn present(came: &str) -> String {
    format!("hadir {came}")
}

#[cfg(test)]
mod tests {
    use super::ago;

    #[test]
    fn says_how_long_ago_as_people_do() {
        assert_eq!(ago(-1), "hari ini");
        assert_eq!(ago(1), "kemarin");
        assert_eq!(ago(13), "13 hari lalu");
        assert_eq!(ago(31), "4 minggu lalu");
        assert_eq!(ago(95), "3 bulan lalu");
    }
}
