//! Words about the screens of the hall: projector, mirrored screens, the laptop turned to the group.

/// The projector was unplugged.
pub const PROJECTOR_GONE: &str =
    "Proyektor terlepas. Pertemuan tetap berjalan. Pasang lagi kabelnya, dan layar ruangan kembali sendiri.";
/// The projector is back.
pub const PROJECTOR_BACK: &str = "Proyektor terpasang. Layar ruangan tampil di sana.";
/// No projector when a meeting is opened.
pub const NO_PROJECTOR: &str = "Proyektor belum terlihat. Pasang kabelnya kapan saja, atau pakai layar laptop ini.";
/// Button: the laptop's own screen for the room.
pub const ON_LAPTOP: &str = "Pakai layar laptop";
/// Both screens show the same.
pub const MIRRORED: &str = "Proyektor menampilkan hal yang sama dengan laptop ini. Selama begitu, ruangan hanya melihat halaman: naskah dan nama tidak ditampilkan.";
/// Button: make two desktops of one.
pub const EXTEND: &str = "Pisahkan layar";
/// Ctrl+Shift+S.
pub const SWAPPED: &str = "Layar ditukar. Keliru? Tekan Esc.";
/// Esc after it.
pub const SWAPPED_BACK: &str = "Layar dikembalikan.";
/// Names would come onto the wall.
pub const SWAP_REFUSED: &str = "Di layar ini ada nama, jadi layar tidak ditukar. Kembali dulu ke halaman pertemuan.";
/// The console does not fit there.
pub const SWAP_TOO_SMALL: &str = "Layar ruangan terlalu kecil untuk layar kerja Anda, jadi tidak ditukar.";
/// One screen only.
pub const NOTHING_TO_SWAP: &str = "Hanya ada satu layar, jadi tidak ada yang bisa ditukar.";

/// Black screen: the laptop faces the room.
pub const TURN: &str = "Putar laptop ke arah Anda";
/// Then what.
pub const TURN_THEN: &str = "Sesudah itu tekan sekali lagi untuk membuka.";
/// Opens it.
pub const OPEN: &str = "Buka";
/// Back to the page.
pub const BACK_TO_PAGE: &str = "Kembali ke halaman";

/// Black screen: both screens show the same.
pub const MIRROR_TITLE: &str = "Ruangan melihat layar yang sama";
/// Why nothing is opened.
pub const MIRROR_WHY: &str = "Naskah dan nama akan terlihat ruangan. Pisahkan dulu kedua layar.";
/// How it is done by hand here.
#[must_use]
pub const fn how_to_extend(windows: bool, macos: bool) -> &'static str {
    if windows {
        "Dengan tangan: tekan tombol Windows dan P bersamaan, lalu pilih Perluas (Extend)."
    } else if macos {
        "Dengan tangan: Pengaturan Sistem, Layar, lalu Gunakan sebagai layar tambahan."
    } else {
        "Dengan tangan: buka Pengaturan, Layar (Displays), lalu pilih Gabung (Join Displays); di banyak laptop cukup tombol Windows dan P."
    }
}
/// It could not be done by the program.
pub const EXTEND_FAILED: &str = "Layar belum bisa dipisahkan dari sini. Cara lain: tekan tombol Windows dan P, lalu pilih Perluas; atau cabut kabel proyektor.";
/// The room cannot see the picture.
pub const LENS_COVERED: &str = "Lensa sudah saya tutup, buka di sini";

/// Slim bar, mirrored: the way out.
pub const BAR_MIRRORED: &str = "Layar kembar";
/// Slim bar, the laptop faces the room: the way back to the console.
pub const BAR_BACK: &str = "Layar Anda";
/// Accessible name of the page filling the laptop.
#[must_use]
pub fn room_page(title: &str) -> String {
    format!("Halaman untuk ruangan: {title}")
}
/// Slim bar: a page number is being typed.
#[must_use]
pub fn bar_go_to(digits: &str) -> String {
    format!("Ke halaman {digits}, lalu Enter")
}
