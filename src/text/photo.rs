//! Sentences about photos of a meeting that could not be taken in.

/// A format of telephones that cannot be read.
#[must_use]
pub fn heic(name: &str) -> String {
    format!(
        "{name} berformat HEIC, yang belum bisa dibaca. Di HP, bagikan fotonya lewat WhatsApp atau ubah ke JPEG, lalu coba lagi."
    )
}

/// The copy could not be written.
#[must_use]
pub fn not_written(name: &str, why: &str) -> String {
    format!("{name} belum tersimpan: {why}. Foto aslinya tidak berubah; coba lagi.")
}

/// No quality makes it small enough.
#[must_use]
pub fn too_large(name: &str) -> String {
    format!("{name} tidak bisa diperkecil sampai di bawah 500 KB.")
}

/// The program's worker ended.
pub const WORKER_ENDED: &str = "Foto belum tersimpan karena ada gangguan. Coba lagi.";

/// More photos at once than a meeting takes.
#[must_use]
pub fn too_many(most: usize) -> String {
    format!("Satu pertemuan menampung paling banyak {most} foto. Sebagian foto belum ditambahkan.")
}
