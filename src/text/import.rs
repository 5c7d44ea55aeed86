//! Words around borrowed material: what is wrong with a file, what is made of it, and the files of the facilitator's own pack.

use std::io::{Error, ErrorKind};

use super::common::number;

/// `pack.toml` of the own pack.
#[must_use]
pub fn own_pack_file() -> String {
    format!(
        "# Bahan yang Anda tambahkan sendiri. Lembar menulis berkas ini; Anda boleh mengubahnya.\nid = \"bahan-saya\"\ntitle = {OWN_MODULE:?}\nversion = \"1\"\nlanguage = \"id\"\nown = true\n\n[[module]]\nid = \"adaptif\"\ntitle = {OWN_MODULE:?}\n"
    )
}
/// `catalogue.toml` of the own pack, without sessions.
pub const OWN_CATALOGUE: &str = "# Sesi dari bahan Anda sendiri, dalam urutan tampil.\n";
/// What own sessions stand under in the catalogue.
pub const OWN_MODULE: &str = "Bahan saya";
/// The beginning of an own session's file.
pub const OWN_SESSION: &str = "# Sesi dari bahan Anda sendiri. Naskah boleh dikosongkan; cara menulisnya ada di content/README.md.\n# Jumlah menit semua langkah harus 120.\n";

/// An entry of the catalogue; values come quoted.
#[must_use]
pub fn own_entry(id: &str, title: &str, goal: &str) -> String {
    format!("[[session]]\nid = {id}\nmodule = \"adaptif\"\nlabel = \"Bahan\"\ntitle = {title}\ngoal = {goal}\n")
}
/// What an own session is for, until its owner says it better.
#[must_use]
pub fn own_goal(title: &str) -> String {
    format!("Kelompok belajar dari bahan yang Anda bawa: {title}.")
}
/// A page of a longer file.
#[must_use]
pub fn page_of(title: &str, number: u32) -> String {
    format!("{title}, halaman {number}")
}

/// No file of that name.
#[must_use]
pub fn not_found(name: &str) -> String {
    format!("“{name}” tidak ditemukan. Periksa nama dan foldernya.")
}
/// The disk refused to read.
#[must_use]
pub fn unreadable(name: &str, why: &str) -> String {
    format!("“{name}” tidak bisa dibuka ({why}). Salin ulang dari sumbernya, lalu coba lagi.")
}
/// Too many bytes.
#[must_use]
pub fn too_large(name: &str, mib: u64) -> String {
    format!("“{name}” terlalu besar: paling banyak {} MB. Kecilkan atau bagi dulu berkasnya.", number(mib))
}
/// Too many pixels.
#[must_use]
pub fn too_many_pixels(name: &str, million: u64) -> String {
    format!("“{name}” terlalu rinci: paling banyak {million} juta titik. Perkecil dulu fotonya.")
}
/// A PDF with too many pages.
#[must_use]
pub fn too_many_pages(name: &str, pages: usize, most: usize) -> String {
    format!(
        "“{name}” berisi {} halaman, paling banyak {most}. Bagi dulu menjadi beberapa berkas.",
        number(pages as u64)
    )
}
/// A PDF with a password.
#[must_use]
pub fn locked(name: &str) -> String {
    format!(
        "“{name}” terkunci kata sandi. Buka di aplikasi PDF, simpan salinan tanpa kata sandi, lalu tambahkan salinan itu."
    )
}
/// Damaged or cut off.
#[must_use]
pub fn damaged(name: &str) -> String {
    format!("“{name}” rusak atau tidak utuh. Salin atau unduh ulang dari sumbernya.")
}
/// The PDF is shorter.
#[must_use]
pub fn no_such_page(name: &str, page: u32) -> String {
    format!("“{name}” tidak punya halaman {page}.")
}
/// A PDF that is too much work.
#[must_use]
pub fn too_slow(name: &str) -> String {
    format!(
        "“{name}” terlalu berat untuk ditampilkan. Buka di aplikasi PDF, cetak atau simpan sebagai PDF baru, lalu tambahkan yang baru itu."
    )
}
/// The program is not whole.
pub const NO_READER: &str =
    "PDF belum bisa dibuka: berkas lembar-pages tidak ada di samping program. Salin lagi seluruh folder Lembar.";
/// Nothing in it.
#[must_use]
pub fn empty_file(name: &str) -> String {
    format!("“{name}” kosong. Salin atau unduh ulang dari sumbernya.")
}
/// Nothing in the folder.
#[must_use]
pub fn empty_folder(name: &str) -> String {
    format!("Folder “{name}” kosong.")
}
/// Not a kind that is shown.
#[must_use]
pub fn unknown_kind(name: &str) -> String {
    format!("“{name}” bukan PDF, foto, video, suara, atau presentasi yang dikenal.")
}
/// A picture that is not shown.
#[must_use]
pub fn other_picture(name: &str) -> String {
    format!("“{name}” gambar jenis lain. Simpan dulu sebagai JPG atau PNG.")
}
/// Subtitles without their clip.
#[must_use]
pub fn lone_subtitles(name: &str) -> String {
    format!("“{name}” berisi teks terjemahan. Tambahkan bersama videonya, dengan nama berkas yang sama.")
}
/// LibreOffice is not installed.
#[must_use]
pub fn no_office(name: &str) -> String {
    format!(
        "“{name}” adalah presentasi, dan LibreOffice tidak terpasang di laptop ini. Buka di PowerPoint, pilih Simpan sebagai, lalu PDF; tambahkan PDF itu."
    )
}
/// LibreOffice failed.
#[must_use]
pub fn office_failed(name: &str) -> String {
    format!("LibreOffice tidak bisa membaca “{name}”. Buka berkasnya, simpan sebagai PDF, lalu tambahkan PDF itu.")
}
/// LibreOffice took too long.
#[must_use]
pub fn office_too_slow(name: &str) -> String {
    format!("LibreOffice terlalu lama mengubah “{name}”. Buka berkasnya, simpan sebagai PDF, lalu tambahkan PDF itu.")
}
/// More files than are looked at.
#[must_use]
pub fn too_many_files(count: usize, most: usize) -> String {
    format!("Ada {} berkas; hanya {} yang pertama yang dibaca.", number(count as u64), number(most as u64))
}

/// No file is left.
pub const NOTHING_USABLE: &str = "Belum ada berkas yang bisa dipakai.";
/// A session needs a title.
pub const NO_TITLE: &str = "Beri judul dulu, misalnya nama bahannya.";
/// Stopped by the user.
pub const STOPPED: &str = "Dihentikan. Tidak ada yang berubah.";
/// More pages than a session holds.
#[must_use]
pub fn session_too_long(pages: usize, most: usize) -> String {
    format!(
        "Semuanya {} halaman; satu sesi paling banyak {most}. Kurangi berkasnya, atau buat dua sesi.",
        number(pages as u64)
    )
}
/// No own session of that id.
#[must_use]
pub fn no_own_session(id: &str) -> String {
    format!("Sesi “{id}” tidak ada di antara bahan Anda sendiri. Sesi bawaan tidak bisa ditambahi; buat sesi baru.")
}
/// The file was changed so that nothing can be added.
#[must_use]
pub fn unwritable_session(id: &str) -> String {
    format!(
        "Berkas sesi “{id}” tidak bisa ditambahi karena isinya tidak terbaca. Tidak ada yang berubah. Periksa dengan lembar check."
    )
}
/// Why: it stopped in the middle.
pub const NOT_READ: &str = "tidak terbaca sampai habis";
/// Why a disk refuses; what has no words of ours in the system's.
#[must_use]
pub fn why(error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "tempat simpan penuh; hapus berkas yang tidak perlu".to_owned()
        }
        ErrorKind::PermissionDenied => "tidak diizinkan".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "tempat ini hanya bisa dibaca".to_owned(),
        ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        ErrorKind::FileTooLarge => "berkasnya terlalu besar untuk tempat ini".to_owned(),
        _ => error.to_string(),
    }
}
/// The disk refused.
#[must_use]
pub fn disk(path: &str, why: &str) -> String {
    format!("{path} tidak bisa ditulis atau dibaca ({why}). Tidak ada yang dibuat; bahan asli Anda tetap utuh.")
}

/// Looking at a file.
#[must_use]
pub fn looking(name: &str, number: usize, all: usize) -> String {
    format!("Memeriksa berkas {number} dari {all}: {name}")
}
/// LibreOffice is at work.
#[must_use]
pub fn converting(name: &str) -> String {
    format!("LibreOffice mengubah “{name}” menjadi PDF. Ini bisa beberapa menit.")
}
/// Copying.
#[must_use]
pub fn copying(name: &str, percent: u64) -> String {
    format!("Menyalin {name} ({percent} %)")
}
/// Made.
#[must_use]
pub fn imported(title: &str, id: &str, pages: usize) -> String {
    format!("{pages} halaman masuk ke sesi “{title}” (id: {id}). Pilih di daftar sesi, bagian “{OWN_MODULE}”.")
}

/// Becomes a page.
pub const PHOTO: &str = "foto, 1 halaman";
/// Becomes a page that plays.
pub const CLIP: &str = "video, 1 halaman";
/// Becomes a page during which it is heard.
pub const SOUND: &str = "suara, 1 halaman";
/// Becomes pages.
#[must_use]
pub fn pdf(pages: u32) -> String {
    format!("{pages} halaman")
}

/// Title of the screen.
pub const TITLE: &str = "Tambah bahan sendiri";
/// Back to the catalogue.
pub const BACK: &str = "Kembali";
/// What can be added, and how.
pub const HOW: &str = "Pilih berkasnya, atau seret berkas atau folder ke jendela ini: PDF, foto (JPG, PNG, WebP), video, suara, presentasi, atau kemasan sesi (.lembar). Bahan asli hanya disalin, tidak diubah.";
/// The other way: a name typed or pasted.
pub const PATH: &str = "Atau tempel alamatnya";
/// What it looks like.
pub const PATH_HINT: &str = "misalnya /home/ibu/Unduhan/gizi.pdf";
/// Opens the list of files.
pub const CHOOSE: &str = "Pilih berkas…";
/// Opens the list of packed sessions.
pub const CHOOSE_PACKED: &str = "Buka kemasan .lembar…";
/// Over the sessions made of own material.
pub const OWN: &str = "Sesi dari bahan Anda";
/// Makes one file of a session.
pub const PACK: &str = "Kemas";
/// The same, heard.
#[must_use]
pub fn pack(title: &str) -> String {
    format!("Kemas “{title}” jadi satu berkas .lembar")
}
/// What packing is for.
pub const PACK_HINT: &str = "Kemas: seluruh sesi jadi satu berkas .lembar, untuk dibagikan ke rekan.";
/// Packing.
#[must_use]
pub fn packed(title: &str, file: &str) -> String {
    format!("Sesi “{title}” dikemas ke {file}. Kirimkan berkas itu; rekan Anda membukanya di layar ini.")
}
/// Title while photos of a meeting are chosen.
pub const CHOOSE_PHOTOS_TITLE: &str = "Pilih foto pertemuan";
/// Title while files are chosen.
pub const CHOOSE_TITLE: &str = "Pilih berkas";
/// Title while a packed session is chosen.
pub const CHOOSE_PACKED_TITLE: &str = "Buka kemasan sesi";
/// Title while a folder to write to is chosen.
pub const DESTINATION_TITLE: &str = "Simpan kemasan di mana?";
/// Back from choosing.
pub const LEAVE_CHOOSING: &str = "Batal";
/// The folder above.
pub const UP: &str = "Ke folder di atasnya";
/// Over the usual places.
pub const PLACES: &str = "Tempat";
/// Takes what is marked.
#[must_use]
pub fn take(marked: usize) -> String {
    if marked == 0 { "Tambahkan yang dipilih".to_owned() } else { format!("Tambahkan {marked} berkas") }
}
/// Takes all files of the folder.
pub const TAKE_ALL: &str = "Tambahkan semua di folder ini";
/// Opens the packed session that is marked.
pub const TAKE_PACKED: &str = "Buka";
/// Writes here.
pub const TAKE_FOLDER: &str = "Simpan di sini";
/// What is going to be written.
#[must_use]
pub fn destination(file: &str) -> String {
    format!("Nama berkas: {file}")
}
/// How rows are used.
pub const CHOOSE_HINT: &str = "Tekan folder untuk membukanya, tekan berkas untuk memilihnya.";
/// The folder is being read.
pub const READING: &str = "Membaca folder…";
/// Nothing in it that can be used.
pub const NOTHING_HERE: &str = "Tidak ada berkas yang bisa dipakai di folder ini.";
/// Nothing to go on to.
pub const NO_FOLDERS: &str = "Tidak ada folder lain di dalamnya.";
/// More than is listed.
#[must_use]
pub fn folder_cut(most: usize) -> String {
    format!("Hanya {most} yang pertama yang ditampilkan.")
}
/// A folder that cannot be read.
#[must_use]
pub fn folder_unreadable(why: &str) -> String {
    format!("Folder ini tidak bisa dibuka ({why}). Pilih tempat lain.")
}
/// A usual place.
pub const HOME: &str = "Folder saya";
/// A usual place.
pub const DOWNLOADS: &str = "Unduhan";
/// A usual place.
pub const DOCUMENTS: &str = "Dokumen";
/// A usual place.
pub const PICTURES: &str = "Gambar";
/// A usual place.
pub const VIDEOS: &str = "Video";
/// A file's size.
#[must_use]
pub fn size(bytes: u64) -> String {
    let tenths = bytes * 10 / 1_000_000;
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        1_000_000..10_000_000 => format!("{},{} MB", tenths / 10, tenths % 10),
        _ => format!("{} MB", number(bytes / 1_000_000)),
    }
}

/// Adds what was typed.
pub const ADD: &str = "Tambahkan";
/// The session's title.
pub const SESSION_TITLE: &str = "Judul sesi";
/// Over the files.
pub const FILES: &str = "Yang akan menjadi halaman";
/// No files yet.
pub const NO_FILES: &str = "Belum ada berkas.";
/// Over the files that are left out.
pub const LEFT_OUT: &str = "Yang tidak bisa dipakai";
/// Makes the session.
pub const SAVE: &str = "Simpan menjadi sesi";
/// Stops the work.
pub const STOP: &str = "Hentikan";
/// What the pages are spread over.
pub const SPREAD: &str =
    "Halaman dibagi ke langkah-langkah inti dalam rencana 120 menit; naskah umum tiap langkah tetap tampil.";
/// While a meeting is open.
pub const NOT_NOW: &str = "Bahan baru bisa ditambahkan sesudah pertemuan ini ditutup. Berkas Anda tidak diubah.";
/// The work ended by itself, which is a fault of ours.
pub const WORKER_ENDED: &str = "Berkas ini tidak bisa diproses. Tidak ada yang berubah; bahan asli Anda tetap utuh.";

/// How many pages.
#[must_use]
pub fn pages(count: usize) -> String {
    format!("{} halaman", number(count as u64))
}
/// Leaves out a file.
#[must_use]
pub fn leave_out(name: &str) -> String {
    format!("Jangan pakai {name}")
}
/// It is there.
#[must_use]
pub fn ready(title: &str) -> String {
    format!("Sesi “{title}” siap. Anda menemukannya di daftar sesi, bagian “{OWN_MODULE}”.")
}
