//! Words around evidence: marks and what they rest on, promise and recall, photos and their stamps, what comes next.

use crate::engine::{
    evidence::{Ground, Level, Next, Photo},
    follow_up::Doubt,
    time::Wall,
};

use super::{common, report};

/// It is on its way to the disk.
pub const SAVING: &str = "sedang disimpan …";
/// It is on the disk.
pub const SAVED: &str = "Tersimpan";

/// Over the marks.
pub const MARKS: &str = "Pengetahuan & pemahaman";
/// How it is done.
pub const MARKS_HINT: &str = "Tekan 1 kurang, 2 baik, 3 sangat baik; panah memilih baris. Kosong sampai Anda menilai.";
/// Takes the newest marks back.
pub const UNDO_MARKS: &str = "Batalkan";
/// Many rows at once.
pub const FILL_ALL: &str = "Isi semua yang hadir dengan …";
/// Before the marks to choose from.
pub const WITH: &str = "Nilai:";
/// Before the grounds to choose from.
pub const RESTING_ON: &str = "Dasarnya:";
/// No.
pub const NOT_ALL: &str = "Tidak jadi";
/// What is left alone.
pub const FILL_HINT: &str = "Yang sudah dinilai tidak berubah.";
/// Nobody said whether they came.
pub const NOT_ON_ROLL: &str = "belum diisi di daftar hadir";

/// A mark.
#[must_use]
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Poor => "Kurang",
        Level::Good => "Baik",
        Level::VeryGood => "Sangat baik",
    }
}

/// What a mark rests on.
#[must_use]
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::ShowOfHands => "angkat tangan",
        Ground::Observation => "pengamatan",
        Ground::HomePractice => "praktik di rumah",
        Ground::Talk => "obrolan",
    }
}

/// For those who hear the screen: a mark's button.
#[must_use]
pub fn mark(name: &str, mark: Level) -> String {
    format!("{name}: {}", level(mark).to_lowercase())
}

/// Everybody without a mark.
#[must_use]
pub fn fill(people: usize) -> String {
    format!("Isi {people} orang")
}

/// Somebody who was not there.
#[must_use]
pub fn not_assessable(status: &str) -> String {
    format!("tidak dapat dinilai ({})", status.to_lowercase())
}

/// Over the promise.
pub const PROMISE: &str = "Rencana tindak lanjut (RTL)";
/// Field.
pub const PROMISE_LABEL: &str = "Yang dijanjikan kelompok sampai pertemuan berikutnya";
/// In the empty field.
pub const PROMISE_HINT: &str = "Tulis dengan kata-kata kelompok";

/// Takes the session's proposal for the group's promise.
pub const USE_PROPOSED: &str = "Pakai usulan ini";

/// What the session proposes.
#[must_use]
pub fn proposed(practice: &str) -> String {
    format!("Usulan dari sesi: “{practice}” Belum dicatat sebagai janji kelompok.")
}

/// Over last time's promise.
pub const RECALL: &str = "Janji bulan lalu";
/// How it is asked.
pub const RECALL_HOW: &str =
    "Tanyakan siapa yang sudah melakukannya. Cukup jumlahnya, atau tekan nama-namanya. Layar ruangan tidak berubah.";
/// There was no last time.
pub const NO_LAST: &str = "Ini pertemuan pertama kelompok, jadi belum ada janji yang ditagih.";
/// Field.
pub const HOW_MANY: &str = "Yang melakukan";
/// Over the names.
pub const OR_NAMES: &str = "atau tekan nama yang melakukan:";
/// Keeps it.
pub const SAVE: &str = "Simpan";
/// Keeps it, where other things are saved by themselves.
pub const SAVE_RECALL: &str = "Simpan janji bulan lalu";

/// What was promised.
#[must_use]
pub fn promised_last(promise: &str) -> String {
    if promise.is_empty() { "Tidak ada janji yang tercatat.".to_owned() } else { format!("“{promise}”") }
}

/// After the number of those who did it.
#[must_use]
pub fn of_people(there: u16) -> String {
    format!("dari {there} orang")
}

/// More than can be.
#[must_use]
pub fn too_many(there: u16) -> String {
    format!("Lebih banyak daripada {there} orang di daftar hadir. Tetap bisa disimpan; periksa lagi angkanya.")
}

/// What is kept, on the button that counted it.
#[must_use]
pub fn recalled_of(people: u16, there: u16, saved: bool) -> String {
    let state = if saved { "tersimpan" } else { "menyimpan…" };
    format!("{people} dari {there} melakukan janjinya · {state}")
}

/// Names taken.
#[must_use]
pub fn named(people: usize) -> String {
    format!("{people} nama")
}

/// For those who hear the screen: a name's button.
#[must_use]
pub fn did_it(name: &str) -> String {
    format!("{name} melakukannya")
}

/// What is kept.
#[must_use]
pub fn recalled(people: u16) -> String {
    format!("Tersimpan: {people} orang melakukannya.")
}

/// Over the photos.
pub const PHOTOS: &str = "Foto kegiatan";
/// Opens the chooser.
pub const ADD_PHOTOS: &str = "Tambah foto";
/// What happens to them.
pub const PHOTOS_HINT: &str =
    "Bisa juga diseret ke sini, beberapa sekaligus. Salinannya diperkecil sampai di bawah 500 KB.";
/// Field.
pub const PLACE: &str = "Lokasi diketik";
/// In the empty field.
pub const PLACE_HINT: &str = "Misalnya: Balai Desa Sukamaju";
/// Takes one back.
pub const REMOVE: &str = "Hapus";
/// Brings it back.
pub const RESTORE: &str = "Kembalikan";
/// Its small picture is being made.
pub const LOADING: &str = "sedang dibuka …";
/// Its file is gone or broken.
pub const NO_FILE: &str = "berkasnya tidak bisa dibuka";
/// What could not be taken in was read.
pub const UNDERSTOOD: &str = "Mengerti";

/// For those who hear the screen.
#[must_use]
pub fn photo(number: u16) -> String {
    format!("Foto {number}")
}

/// Photos under way.
#[must_use]
pub fn taking(photos: usize) -> String {
    format!("{photos} foto sedang disimpan …")
}

/// For those who hear the screen.
#[must_use]
pub fn remove_photo(number: u16) -> String {
    format!("Hapus foto {number}")
}

/// In its place.
#[must_use]
pub fn photo_removed(number: u16) -> String {
    format!("Foto {number} dihapus.")
}

/// For those who hear the screen.
#[must_use]
pub fn restore_photo(number: u16) -> String {
    format!("Kembalikan foto {number}")
}

/// Field: the day of a photo whose file does not say.
pub const DAY: &str = "Tanggal diketik";

/// The day somebody typed for a photo.
#[must_use]
pub fn typed_day(day: i64) -> String {
    let wall = Wall(day.saturating_mul(86_400_000));
    format!("{} (tanggal diketik)", common::date(wall))
}

/// What the stamp of a photo says: the file's date and place, else the place typed; never a date nobody gave.
#[must_use]
pub fn stamp(photo: &Photo) -> String {
    let date = photo.taken.map(|taken| format!("{} {}", common::date(taken), common::clock(taken.minute_of_day())));
    let date = date.or_else(|| photo.day.map(typed_day));
    let place = match (photo.at, photo.place.as_str()) {
        (Some(at), _) => Some(report::coordinates(at)),
        (None, "") => None,
        (None, typed) => Some(format!("{typed} (lokasi diketik)")),
    };
    let parts: Vec<String> = [date, place].into_iter().flatten().collect();
    if parts.is_empty() { "Berkasnya tidak menyebut tanggal atau lokasi.".to_owned() } else { parts.join(" · ") }
}

/// Over what is written in words.
pub const WORDS: &str = "Catatan untuk laporan";
/// Field.
pub const QUESTIONS: &str = "Pertanyaan peserta";
/// In the empty field.
pub const QUESTIONS_HINT: &str = "Apa yang ditanyakan, dan apa jawabannya";
/// Field.
pub const OBSTACLES: &str = "Kendala";
/// In the empty field.
pub const OBSTACLES_HINT: &str = "Apa yang menghambat: tempat, waktu, alat, kehadiran";
/// Field.
pub const FOLLOW_UP: &str = "Tindak lanjut pendamping";
/// In the empty field.
pub const FOLLOW_UP_HINT: &str = "Apa yang akan Anda lakukan sesudah ini";

/// Over the choice.
pub const NEXT: &str = "Bulan depan";
/// Nothing was chosen.
pub const NEXT_HINT: &str = "Pilihan Anda muncul lagi saat menyiapkan pertemuan berikutnya.";

/// A reason to think again.
#[must_use]
pub fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::FewCame { present, called } => format!("Yang hadir {present} dari {called} orang, kurang dari separuh."),
        Doubt::WeakCheck { weak, counted } => {
            format!("Pada {weak} dari {counted} cek angkat tangan, jawaban benar masih sedikit atau tidak naik.")
        }
    }
}

/// A choice.
#[must_use]
pub const fn next(next: Next) -> &'static str {
    match next {
        Next::Repeat => "Ulang bulan depan",
        Next::Recap => "Ulas 10 menit di pembukaan",
        Next::GoOn => "Lanjut",
    }
}

/// What it means.
#[must_use]
pub const fn next_means(next: Next) -> &'static str {
    match next {
        Next::Repeat => "Sesi ini diusulkan lagi untuk pertemuan berikutnya.",
        Next::Recap => "Tinjau ulang bulan depan mendapat 10 menit tambahan untuk sesi ini.",
        Next::GoOn => "Pertemuan berikutnya memakai sesi selanjutnya.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_says_what_the_file_or_the_user_said_and_nothing_else() {
        let photo =
            |taken, at, place: &str| Photo { file: "1/1.jpg".into(), taken, at, place: place.into(), day: None };
        let jakarta = Some((-6_208_500, 106_816_667));
        let ten = Some(Wall(1_795_219_200_000 + 10 * 3_600_000));
        for (photo, says) in [
            (photo(ten, jakarta, "Balai"), "Sabtu, 21 November 2026 10.00 · GPS -6.208500, 106.816667"),
            (photo(None, None, "Balai Desa"), "Balai Desa (lokasi diketik)"),
            (photo(ten, None, ""), "Sabtu, 21 November 2026 10.00"),
            (photo(None, None, ""), "Berkasnya tidak menyebut tanggal atau lokasi."),
        ] {
            assert_eq!(stamp(&photo), says);
        }
    }
}
