//! Words of the check before a meeting.

use crate::{
    engine::{
        preflight::{Battery, BrokenClip, Item, Level, Reason},
        time::Wall,
    },
    text::common::{clock, date, number},
};

/// Title, and the button that leads here.
pub const TITLE: &str = "Cek sebelum mulai";
/// Back to where one came from.
pub const BACK: &str = "Kembali";
/// Looks at everything once more.
pub const AGAIN: &str = "Periksa lagi";
/// The primary button where the meeting is open already.
pub const TO_WAITING: &str = "Ke layar tunggu";

/// Big numbers on both screens.
pub const NUMBERS: &str = "Tunjukkan nomor layar";
/// The test picture.
pub const TEST_PICTURE: &str = "Gambar uji";
/// Console and stage change places.
pub const SWAP: &str = "Tukar layar";
/// Two desktops of mirrored screens.
pub const EXTEND: &str = "Pisahkan layar";
/// The page on the laptop.
pub const ON_LAPTOP: &str = "Pakai layar laptop";
/// Plays the tone.
pub const TONE: &str = "Bunyikan nada";
/// Heard.
pub const YES: &str = "Ya, terdengar";
/// Not heard.
pub const NO: &str = "Tidak";

/// Above the points, while the test picture is on the projector.
pub const TESTING: &str = "Gambar uji sedang tampil di proyektor";
/// What to do with it.
pub const TESTING_THEN: &str = "Lihat ke dinding, bukan ke laptop.";
/// Takes it away.
pub const TESTING_DONE: &str = "Selesai (Esc)";
/// Accessible name of the small copy.
pub const TESTING_COPY: &str = "Contoh gambar uji";
/// What to look at: the question, and what to do when the answer is no.
pub const POINTS: [(&str, &str); 4] = [
    ("Tajam?", "Bintang dan garis-garis halus harus terpisah jelas. Kalau kabur, putar cincin fokus di lensa."),
    (
        "Lurus?",
        "Lingkaran harus bundar dan bingkainya persegi. Kalau miring, geser proyektor atau pakai tombol Keystone.",
    ),
    (
        "Utuh?",
        "Siku di keempat sudut dan segitiga di tepi harus terlihat. Kalau terpotong, jauhkan atau geser proyektor.",
    ),
    (
        "Terbaca?",
        "Berdirilah di baris paling belakang. Kalau baris terkecil tidak terbaca, gelapkan ruangan atau majukan tempat duduk.",
    ),
];

/// An item's name.
#[must_use]
pub const fn item(item: Item) -> &'static str {
    match item {
        Item::Projector => "Proyektor",
        Item::Sound => "Suara",
        Item::Session => "Halaman sesi",
        Item::Power => "Listrik",
        Item::Disk => "Tempat simpan",
        Item::Clock => "Jam laptop",
    }
}

/// How it stands, in a word.
#[must_use]
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Green => "Baik",
        Level::Pending => "Sedang dilihat",
        Level::Amber => "Perlu dilihat",
        Level::Red => "Perlu dibenahi",
    }
}

/// The line on top: how many lines are amber or red, whether one keeps the meeting from beginning, whether one is still being looked at.
#[must_use]
pub fn summary(to_look_at: usize, blocked: bool, pending: bool) -> String {
    match (to_look_at, blocked, pending) {
        (_, true, _) => "Belum bisa dimulai".to_owned(),
        (0, _, true) => "Sebentar, sedang memeriksa".to_owned(),
        (0, ..) => "Siap dimulai".to_owned(),
        (some, ..) => format!("{some} hal perlu dilihat"),
    }
}

/// Beside the summary.
#[must_use]
pub const fn summary_then(to_look_at: usize, blocked: bool) -> &'static str {
    match (to_look_at, blocked) {
        (_, true) => "Sesi ini tidak bisa dibaca.",
        (0, _) => "",
        _ => "Pertemuan tetap bisa dimulai.",
    }
}

/// What was found and what to do.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::ProjectorThere(number, name, size) => projector(*number, name, *size),
        Reason::ProjectorMirrored => "Proyektor menampilkan hal yang sama dengan laptop ini. Pisahkan layar supaya naskah dan nama hanya terlihat di laptop.".to_owned(),
        Reason::ProjectorMissing => "Belum terlihat. Pasang kabelnya dan nyalakan. Boleh juga nanti: begitu tersambung, Lembar memakainya sendiri.".to_owned(),
        Reason::SoundThere => "Pengeras suara ada. Bunyikan nada, dan dengarkan dari belakang.".to_owned(),
        Reason::SoundAsked => "Terdengar sampai ke belakang?".to_owned(),
        Reason::SoundHeard => "Nada terdengar sampai ke belakang.".to_owned(),
        Reason::SoundNotHeard => "Nada tidak terdengar. Besarkan volume, periksa kabel pengeras suara, lalu bunyikan lagi. Pertemuan bisa berjalan tanpa suara.".to_owned(),
        Reason::SoundMissing => "Tidak ada pengeras suara. Pasang lalu bunyikan nada. Pertemuan bisa berjalan tanpa suara.".to_owned(),
        Reason::SessionMissing => "Sesi ini tidak ada dalam isi Lembar. Kembali dan pilih sesi lain.".to_owned(),
        Reason::SessionUnreadable(all) => {
            format!("Tidak satu pun dari {all} halaman bisa digambar. Salin ulang folder isi Lembar, atau pilih sesi lain.")
        }
        Reason::SessionReplaced => "Berkas sesi ini rusak, jadi yang terbuka hanya kerangka pertemuan. Salin ulang folder isi Lembar kalau sempat.".to_owned(),
        Reason::SessionOpening(_, 0) => "Halaman mulai dibuka.".to_owned(),
        Reason::SessionOpening(tried, all) => format!("{tried} dari {all} halaman dibuka."),
        Reason::SessionOpens(all) => format!("Semua {all} halaman terbuka."),
        Reason::PagesBroken(titles, all) => pages_broken(titles, *all),
        Reason::ClipsBroken(clips, all) => clips_broken(clips, *all),
        Reason::NoBattery => "Laptop ini tidak memakai baterai, atau baterainya tidak bisa dibaca. Pastikan kabel listrik terpasang.".to_owned(),
        Reason::BatteryWell(Battery { percent, charger: Some(true) }) => format!("Baterai {percent} %, pengisi daya terpasang."),
        Reason::BatteryWell(Battery { percent, .. }) => format!("Baterai {percent} %. Kalau ada stopkontak, pasang pengisi daya."),
        Reason::BatteryLow(Battery { percent, charger: Some(true) }) => {
            format!("Baterai {percent} % dan sedang diisi. Jaga kabelnya jangan sampai lepas.")
        }
        Reason::BatteryLow(Battery { percent, .. }) => {
            format!("Baterai {percent} %, belum tentu cukup sampai selesai. Pasang pengisi daya.")
        }
        Reason::BatteryEmpty(Battery { percent, .. }) => {
            format!("Baterai tinggal {percent} %. Pasang pengisi daya sekarang, laptop bisa mati sebentar lagi.")
        }
        Reason::RoomEnough(bytes) => format!("Masih kosong {}, cukup.", bytes_words(*bytes)),
        Reason::RoomLittle(bytes) => {
            format!("Tinggal {}. Cukup untuk hari ini; kosongkan tempat sesudah pertemuan.", bytes_words(*bytes))
        }
        Reason::RoomNone(bytes) => format!(
            "Tinggal {}. Hapus berkas yang tidak perlu dari laptop ini, supaya catatan hari ini pasti tersimpan.",
            bytes_words(*bytes)
        ),
        Reason::RoomUnknown => "Sisa tempat tidak bisa dibaca. Kalau penyimpanan gagal, Lembar langsung memberi tahu.".to_owned(),
        Reason::ClockWell(now) => format!("{}.", moment(*now)),
        Reason::ClockBehind(now, newest) => format!(
            "Jam menunjukkan {}, padahal catatan terakhir {}. Betulkan jam laptop supaya tanggal laporan benar.",
            moment(*now),
            date(*newest)
        ),
        Reason::ClockYear(now) => {
            format!("Jam menunjukkan {}. Betulkan jam laptop supaya tanggal laporan benar.", moment(*now))
        }
    }
}

/// Most page titles named before "dan … lagi".
const NAMED: usize = 3;

fn pages_broken(titles: &[String], all: usize) -> String {
    let mut named: Vec<String> = titles.iter().take(NAMED).map(|title| format!("“{title}”")).collect();
    if let Some(more) = titles.len().checked_sub(NAMED).filter(|more| *more > 0) {
        named.push(format!("{more} lagi"));
    }
    let last = named.pop().unwrap_or_default();
    let which = if named.is_empty() { last } else { format!("{} dan {last}", named.join(", ")) };
    format!("{} dari {all} halaman tidak utuh: {which}. Halaman lainnya terbuka.", titles.len())
}

/// The first is explained; how many more there are is enough, since one is repaired after the other.
fn clips_broken(clips: &[BrokenClip], all: usize) -> String {
    let first = clips.first().map(|clip| format!("Video di halaman “{}” tidak bisa diputar: {}", clip.title, clip.why));
    let more = match clips.len() {
        0 | 1 => String::new(),
        count => format!(" Masih ada {} video lain yang tidak bisa diputar.", count - 1),
    };
    format!("Semua {all} halaman terbuka. {}{more}", first.unwrap_or_default())
}

fn projector(screen: u8, name: &str, (width, height): (u32, u32)) -> String {
    let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
    format!("Layar {screen}{name}, {width} × {height}. Halaman untuk ruangan tampil di sana.")
}

fn moment(wall: Wall) -> String {
    format!("{}, {}", date(wall), clock(wall.minute_of_day()))
}

/// `12,4 GB`, `180 MB`.
fn bytes_words(bytes: u64) -> String {
    const GB: u64 = 1 << 30;
    if bytes >= GB {
        let tenths = bytes / (GB / 10);
        format!("{},{} GB", number(tenths / 10), tenths % 10)
    } else {
        format!("{} MB", bytes >> 20)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_pages_are_named_but_not_all_of_many() {
        let titles = |count: usize| (1..=count).map(|n| n.to_string()).collect::<Vec<_>>();
        let words = |count| reason(&Reason::PagesBroken(titles(count), 19));
        assert!(words(1).contains("1 dari 19") && words(1).contains(": “1”."));
        assert!(words(3).contains("“1”, “2” dan “3”."));
        assert!(words(5).contains("“1”, “2”, “3” dan 2 lagi."));
    }

    #[test]
    fn a_broken_clip_is_explained_and_further_ones_are_counted() {
        let clip = |title: &str| BrokenClip { title: title.into(), why: "isinya hanya suara.".into() };
        let words = |clips: Vec<BrokenClip>| reason(&Reason::ClipsBroken(clips, 9));
        let one = "Semua 9 halaman terbuka. Video di halaman “Lagu” tidak bisa diputar: isinya hanya suara.";
        assert_eq!(words(vec![clip("Lagu")]), one);
        let three = words(vec![clip("Lagu"), clip("Tepuk"), clip("Doa")]);
        assert_eq!(three, format!("{one} Masih ada 2 video lain yang tidak bisa diputar."));
    }

    #[test]
    fn room_is_said_in_the_unit_people_know() {
        assert_eq!(bytes_words(180 << 20), "180 MB");
        assert_eq!(bytes_words((25 << 30) / 2), "12,5 GB");
    }
}
