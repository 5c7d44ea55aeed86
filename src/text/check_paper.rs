//! What the pack check tells authors about handouts.

use super::check::{Words, words};

/// A handout's step pictures do not match its steps.
#[must_use]
pub fn scene_for_each_step(scenes: usize, steps: usize) -> Words {
    words(
        format!("Ada {scenes} gambar untuk {steps} langkah."),
        "Sebut di “scenes” satu gambar untuk setiap langkah, dengan urutan yang sama, atau hapus “scenes”.",
    )
}

/// A handout without anything in it.
#[must_use]
pub fn no_parts(key: &str) -> Words {
    words("Bahan cetak ini masih kosong.", format!("Tambahkan [[{key}]]."))
}

/// A part of a handout that is nothing, or several things at once.
#[must_use]
pub fn one_of(known: &[&str], given: &[&str]) -> Words {
    let hint = format!("Isi tepat satu dari: {}. Yang lain dipindahkan ke [[block]] baru.", known.join(", "));
    if given.is_empty() {
        words("Bagian ini belum punya isi.", hint)
    } else {
        words(format!("Bagian ini berisi {} sekaligus.", given.join(" dan ")), hint)
    }
}

/// A table whose rows differ in length.
#[must_use]
pub fn ragged_table() -> Words {
    words(
        "Tabel ini tidak rata.",
        "Semua baris harus punya kolom sama banyak (1 sampai 12), paling sedikit dua baris; sel kosong ditulis \"\".",
    )
}

/// A card with nothing on it.
#[must_use]
pub fn empty_card() -> Words {
    words("Kartu ini kosong.", "Isi scene = \"nama-gambar\", words = [\"…\"], atau keduanya.")
}

/// A worksheet without a place to write.
#[must_use]
pub fn nothing_to_write() -> Words {
    words(
        "Lembar kerja ini tidak punya tempat untuk menulis atau menggambar.",
        "Tambahkan frame = \"\", atau tabel dengan sel kosong. Kalau memang hanya untuk dibaca, tulis kind = \"handout\".",
    )
}

/// Text that paper has no room for.
#[must_use]
pub fn off_the_paper(text: &str) -> Words {
    words(format!("Tulisan “{text}” tidak muat di kertas."), "Pendekkan, atau kurangi kolom dan baris kartunya.")
}

/// A handout longer than one sheet.
#[must_use]
pub fn many_leaves(count: usize, limit: usize) -> Words {
    words(
        format!("Bahan ini menjadi {count} halaman kertas, sebaiknya paling banyak {limit}."),
        "Pendekkan isinya, atau bagi menjadi dua berkas.",
    )
}
