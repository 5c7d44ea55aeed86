//! Words of "Data laporan", of the report's tab and of what is made there.

use crate::engine::{
    evidence::Field,
    minutes::Oddity,
    office::{Flag, ReportData},
    time::Wall,
};

use super::{close, common};

/// Title of the screen and what leads there.
pub const TITLE: &str = "Data laporan";
/// Back.
pub const BACK: &str = "Kembali";
/// Below the title.
pub const HINT: &str = "Diisi sekali saja, lalu tercetak di setiap laporan. Tersimpan sendiri selama Anda mengetik.";
/// Takes the newest change back.
pub const UNDO: &str = "Batalkan";
/// On disk.
pub const SAVED: &str = "Tersimpan";
/// On its way.
pub const SAVING: &str = "Menyimpan …";
/// Card.
pub const FACILITATOR: &str = "Pendamping";
/// Field.
pub const NAME: &str = "Nama lengkap";
/// Field.
pub const NIP: &str = "NIP (bila ada)";
/// Field.
pub const PHONE: &str = "Nomor telepon";
/// Field.
pub const TEAM_LEADER: &str = "Ketua tim (katim)";
/// Card.
pub const REGION: &str = "Wilayah";
/// Field.
pub const DISTRICT: &str = "Kecamatan";
/// Field.
pub const REGENCY: &str = "Kabupaten/Kota";
/// Field.
pub const PROVINCE: &str = "Provinsi";
/// Card.
pub const LETTERHEAD: &str = "Kepala surat";
/// Field.
pub const LINES: &str = "Baris kepala surat, paling banyak lima; baris pertama tercetak besar";
/// Example.
pub const LINES_HINT: &str = "DINAS SOSIAL KABUPATEN …\nProgram Keluarga Harapan\nAlamat kantor";
/// Field.
pub const LOGO: &str = "Berkas logo (PNG atau JPG): tempel alamat berkasnya di sini";
/// Takes it.
pub const TAKE_LOGO: &str = "Pakai logo";
/// Takes it away.
pub const NO_LOGO: &str = "Lepas logo";
/// There is one.
pub const HAS_LOGO: &str = "Logo sudah ada dan akan tercetak.";
/// It cannot be used.
pub const BAD_LOGO: &str = "Berkas itu bukan gambar PNG atau JPG yang bisa dibaca. Logo yang lama tetap dipakai.";
/// Card.
pub const SIGNATORIES: &str = "Penanda tangan";
/// Explains.
pub const SIGNATORIES_HINT: &str =
    "Pendamping selalu ikut tanda tangan. Tambahkan yang mengetahui, paling banyak tiga.";
/// Field.
pub const ROLE: &str = "Jabatan di atas tanda tangan";
/// Example.
pub const ROLE_HINT: &str = "Mengetahui, Ketua Tim";
/// Button.
pub const ADD_SIGNATORY: &str = "Tambah penanda tangan";
/// Card.
pub const COUNTING: &str = "Cara menghitung kehadiran";
/// Explains.
pub const COUNTING_HINT: &str = "Formulir kantor hanya mengenal HADIR, SAKIT, dan ALFA. Tentukan bagaimana yang lain dihitung. Pilihan di bawah ini usulan Lembar sampai Anda menetapkannya.";
/// Decides.
pub const DECIDE: &str = "Tetapkan cara ini";
/// Decided.
pub const DECIDED: &str = "Sudah ditetapkan; masih bisa diubah.";
/// Row.
pub const EXCUSED: &str = "Izin";
/// Row.
pub const REPRESENTED: &str = "Diwakili keluarga";
/// Row.
pub const UNMARKED: &str = "Belum diisi";
/// Row.
pub const WALK_IN: &str = "Orang di luar daftar";
/// Card.
pub const CATEGORIES: &str = "Materi SIKS-NG untuk setiap modul";
/// Explains.
pub const CATEGORIES_HINT: &str = "Formulir kantor memakai enam materi. Padanannya di bawah ini usulan Lembar; sesuaikan dengan arahan kabupaten/kota Anda.";

/// A field of the n-th signatory, for those who hear the screen.
#[must_use]
pub fn of_signatory(field: &str, number: usize) -> String {
    format!("{field} penanda tangan {number}")
}
/// Takes one away.
#[must_use]
pub fn remove_signatory(number: usize) -> String {
    format!("Hapus penanda tangan {number}")
}
/// A choice of the counting table, for those who hear the screen.
#[must_use]
pub fn counted_as(row: &str, mark: &str) -> String {
    format!("{row} dihitung {mark}")
}

/// Over the documents.
pub const DOCUMENTS: &str = "Dokumen";
/// A document.
pub const ACTIVITY: &str = "Laporan Kegiatan P2K2";
/// A document.
pub const MONITORING: &str = "Pemantauan KPM setiap P2K2";
/// A document.
pub const HALF_YEAR: &str = "Pemantauan per semester";
/// Its marks.
pub const HALF_YEAR_EMPTY: &str = "Buat, nilai kosong";
/// Its marks.
pub const HALF_YEAR_PROPOSED: &str = "Buat dengan usulan dari catatan";
/// Makes a document and opens it.
pub const MAKE: &str = "Buat dan buka";
/// For those who hear the screen.
#[must_use]
pub fn make(document: &str) -> String {
    format!("{MAKE} {document}")
}
/// While one is made.
pub const MAKING: &str = "Dokumen sedang dibuat …";
/// Before it was decided how marks are counted.
pub const ASK_FIRST: &str = "Sebelum laporan pertama: tentukan dulu bagaimana izin, diwakili, orang di luar daftar, dan yang belum diisi dihitung untuk kantor.";
/// Leads to the table.
pub const TO_COUNTING: &str = "Tentukan cara menghitung";
/// Over what is missing.
pub const MISSING: &str = "Perlu dilihat";
/// Nothing is.
pub const COMPLETE: &str = "Semua bagian laporan terisi.";
/// Leads there.
pub const TO_OFFICE: &str = "Buka Data laporan";
/// Leads there.
pub const TO_ROLL: &str = "Buka daftar hadir";
/// Leads there.
pub const TO_EVIDENCE: &str = "Buka bukti";

/// Over the helper.
pub const SIKS: &str = "Bantu isi SIKS-NG";
/// Explains.
pub const SIKS_HINT: &str = "Salin setiap isian, lalu tempel di formulir. Periksa dulu; Anda yang mengirim.";
/// Copies.
pub const COPY: &str = "Salin";
/// Copied.
pub const COPIED: &str = "Disalin";
/// For those who hear the screen.
#[must_use]
pub fn copy(field: &str) -> String {
    format!("{COPY} {field}")
}
/// Field.
pub const ACTIVITY_NAME: &str = "Nama kegiatan";
/// Field.
pub const CATEGORY: &str = "Materi (kategori)";
/// Field.
pub const DATE: &str = "Tanggal";
/// Field.
pub const BEGAN: &str = "Jam mulai";
/// Field.
pub const ENDED: &str = "Jam selesai";
/// Field.
pub const PLACE: &str = "Tempat";
/// Field.
pub const NARRATIVE: &str = "Uraian/Rangkuman kegiatan";
/// Explains.
pub const NARRATIVE_HINT: &str = "Memuat proses, materi, partisipasi, hasil, kendala dan tindak lanjut.";
/// Not by hand yet.
pub const DRAFTED: &str = "Disusun dari catatan; boleh diubah";
/// By hand.
pub const OWN_WORDS: &str = "Kata-kata Anda";
/// Back to the proposal.
pub const USE_DRAFT: &str = "Pakai usulan lagi";
/// Field.
pub const MEMBERS: &str = "Peserta";
/// Field.
pub const PERIOD: &str = "Periode salur";
/// Its value.
pub const PERIOD_HINT: &str = "Pilih sendiri di formulir; tidak dicatat di sini.";
/// Photos.
pub const PHOTOS_READY: &str = "Siapkan foto dan buka foldernya";
/// There are none.
pub const NO_PHOTOS: &str = "Belum ada foto. Tambahkan di tab Bukti.";

/// How long, of how many.
#[must_use]
pub fn counted(length: usize, limit: usize) -> String {
    format!("{length}/{limit} karakter")
}
/// Too long.
#[must_use]
pub fn too_long(over: usize) -> String {
    format!("Lebih {over} karakter; formulir kantor akan menolak.")
}
/// A presenter's fields.
#[must_use]
pub fn presenter(number: usize) -> (String, String) {
    (format!("Pemateri {number}: nama"), format!("Pemateri {number}: instansi"))
}
/// Participants, as the form counts them.
#[must_use]
pub fn members(data: &ReportData) -> String {
    let count = &data.count;
    let out = if count.left_out > 0 { format!(", {} tidak dihitung", count.left_out) } else { String::new() };
    format!("{} HADIR, {} SAKIT, {} ALFA{out} dari {} KPM", count.present, count.sick, count.absent, count.families)
}
/// `21/11/2026`, as the form's calendar takes it.
#[must_use]
pub fn form_date(wall: Wall) -> String {
    let (year, month, day) = wall.date();
    format!("{day:02}/{month:02}/{year}")
}

/// Where a document lies.
#[must_use]
pub fn saved(path: &str) -> String {
    format!("Tersimpan di {path}.")
}
/// Made, and the viewer does not come.
#[must_use]
pub fn saved_not_opened(path: &str) -> String {
    format!("Tersimpan di {path}. Program pembaca PDF tidak bisa dibuka; bukalah berkas itu sendiri.")
}
/// Photos are in a folder.
#[must_use]
pub fn photos_in(count: usize, path: &str) -> String {
    format!("{count} foto siap di folder {path}.")
}
/// Some could not be read.
#[must_use]
pub fn photos_missing(count: usize) -> String {
    format!(" {count} berkas foto tidak bisa dibaca dan tidak ikut.")
}
/// The work ended by itself, which is a fault of ours.
pub const WORKER_ENDED: &str = "Dokumen tidak bisa dibuat. Data Anda aman.";
/// Field.
pub const REPORT_NUMBER: &str = "Nomor laporan";
/// Below it.
pub const REPORT_NUMBER_HINT: &str =
    "Urut menurut tanggal dalam bulan itu. Boleh diganti; kosongkan untuk kembali ke nomor urut.";
/// Folder of reports among the documents.
pub const FOLDER: &str = "laporan";

/// Something to look at before the report goes out.
#[must_use]
pub fn flag(flag: Flag) -> String {
    match flag {
        Flag::Rehearsal => "Ini latihan, bukan pertemuan. Laporan diberi tanda latihan.".to_owned(),
        Flag::MapNotDecided => {
            "Cara menghitung izin, diwakili, di luar daftar, dan belum diisi belum ditetapkan.".to_owned()
        }
        Flag::TooLong(field, length, limit) => {
            let name = if field == Field::ActivityName { ACTIVITY_NAME } else { NARRATIVE };
            format!("{name}: {length} karakter, batas formulir {limit}.")
        }
        Flag::NoPhotos => "Belum ada foto kegiatan.".to_owned(),
        Flag::PhotoWithoutPlace => "Ada foto tanpa GPS dan tanpa lokasi yang diketik.".to_owned(),
        Flag::NotRated(count) => format!("{count} KPM yang hadir belum dinilai pengetahuannya."),
        Flag::NoObstacles => "Kendala belum dicatat.".to_owned(),
        Flag::NoPromise => "Rencana tindak lanjut (RTL) belum dicatat.".to_owned(),
        Flag::NobodyListed => "Daftar KPM kelompok ini kosong.".to_owned(),
        Flag::Unmarked(count) => format!("{count} KPM belum diisi kehadirannya."),
        Flag::LeftOut(count) => format!("{count} KPM tidak masuk HADIR, SAKIT, atau ALFA."),
        Flag::HeadsDiffer(heads, present) => {
            format!("Hitung kepala {heads} orang, daftar hadir {present} orang.")
        }
        Flag::NoPlace => "Tempat pertemuan belum dicatat.".to_owned(),
        Flag::NoPresenter => "Pemateri belum dicatat.".to_owned(),
        Flag::NoFacilitator => "Nama pendamping belum diisi.".to_owned(),
        Flag::NoRegion => "Kecamatan, kabupaten/kota, atau provinsi belum diisi.".to_owned(),
        Flag::NoLetterhead => "Kepala surat belum diisi.".to_owned(),
        Flag::OddLength(minutes) => {
            format!("Lama pertemuan {}; periksa jam mulai dan selesai.", common::span(minutes.into()))
        }
        Flag::Oddity(oddity) => oddity_words(oddity),
    }
}

fn oddity_words(oddity: Oddity) -> String {
    close::oddity(oddity)
}

/// The activity report in a file's name.
pub const ACTIVITY_FILE: &str = "laporan";
/// The monitoring form in a file's name.
pub const MONITORING_FILE: &str = "pemantauan";

/// Name of a report's file. The hour tells two meetings of one day apart, so that neither's report takes the other's place.
#[must_use]
pub fn file_name(what: &str, group: &str, date: Wall) -> String {
    format!("{}-{}-{what}.pdf", file_moment(date), slug(group))
}
/// Name of a half-year's file; with proposed marks and without are two papers.
#[must_use]
pub fn period_file_name(group: &str, (year, second): (i64, bool), proposed: bool) -> String {
    let marks = if proposed { "usulan" } else { "kosong" };
    format!("{year}-semester-{}-{}-{marks}.pdf", if second { 2 } else { 1 }, slug(group))
}
/// Name of a folder with photos.
#[must_use]
pub fn photo_folder(group: &str, date: Wall) -> String {
    format!("foto-{}-{}", file_moment(date), slug(group))
}
/// `2026-11-21-0900`.
fn file_moment(wall: Wall) -> String {
    let minute = wall.minute_of_day().0;
    format!("{}-{:02}{:02}", common::iso_day(wall), minute / 60, minute % 60)
}
/// Name of a photo in it.
#[must_use]
pub fn photo_file(number: usize) -> String {
    format!("foto-{number}.jpg")
}

/// Small letters, digits and hyphens.
fn slug(words: &str) -> String {
    let letters: String =
        words.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    let slug = letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "kelompok".to_owned() } else { slug }
}

/// When a report's numbers are from.
#[must_use]
pub fn as_of(wall: Wall) -> String {
    format!("Menurut catatan sampai {}, {}.", common::short_date(wall), common::clock(wall.minute_of_day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_any_disk_takes() {
        let day = Wall(1_795_219_200_000);
        assert_eq!(
            file_name("laporan", "Kelompok Melati / RW.03", day),
            "2026-11-21-0000-kelompok-melati-rw-03-laporan.pdf"
        );
        assert_eq!(file_name("laporan", "///", day), "2026-11-21-0000-kelompok-laporan.pdf");
        assert_eq!(period_file_name("Melati", (2026, true), false), "2026-semester-2-melati-kosong.pdf");
        assert_eq!(form_date(day), "21/11/2026");
    }

    #[test]
    fn papers_that_differ_have_names_that_differ() {
        let (morning, noon) = (Wall(1_795_219_200_000 + 9 * 3_600_000), Wall(1_795_219_200_000 + 13 * 3_600_000));
        assert_ne!(file_name("laporan", "Anggrek", morning), file_name("laporan", "Anggrek", noon));
        assert_ne!(photo_folder("Anggrek", morning), photo_folder("Anggrek", noon));
        let half = |proposed| period_file_name("Anggrek", (2026, true), proposed);
        assert_ne!(half(false), half(true));
    }
}
