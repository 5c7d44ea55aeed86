//! What the pack check tells authors: each fault with what is wrong and what to do.

/// A fault in words: what is wrong, then what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

pub(super) fn words(message: impl Into<String>, hint: impl Into<String>) -> Words {
    Words { message: message.into(), hint: hint.into() }
}

fn maybe(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Maksudnya “{name}”?"))
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "tidak ada".to_owned() } else { names.join(", ") }
}

/// A file that must be there is not.
#[must_use]
pub fn missing_file() -> Words {
    words("Berkas ini tidak ada.", "Buat berkas ini, atau salin dari paket lain.")
}

/// The folder of a pack is not there.
#[must_use]
pub fn missing_folder() -> Words {
    words("Folder materi tidak ada.", "Periksa nama foldernya. Folder materi berisi catalogue.toml dan plan.toml.")
}

/// The disk refused.
#[must_use]
pub fn unreadable(why: &str) -> Words {
    words(format!("Berkas tidak bisa dibuka: {why}."), "Periksa izin berkas, atau salin ulang dari sumbernya.")
}

/// Too large.
#[must_use]
pub fn too_large(limit_kib: u64) -> Words {
    words(format!("Berkas lebih besar dari {limit_kib} KiB."), "Pisahkan isinya, atau hapus bagian yang tidak dipakai.")
}

/// Not UTF-8.
#[must_use]
pub fn not_text() -> Words {
    words("Berkas ini bukan teks UTF-8.", "Simpan ulang sebagai teks biasa dengan pengodean UTF-8.")
}

/// Not TOML; `reader` is what the reader of TOML says.
#[must_use]
pub fn not_toml(reader: &str) -> Words {
    words(
        "Penulisan di baris ini tidak bisa dibaca.",
        format!("Periksa tanda kutip, tanda sama dengan, dan kurung siku (keterangan pembaca TOML: {reader})."),
    )
}

/// A key nobody reads.
#[must_use]
pub fn unknown_key(key: &str, nearest: Option<&str>) -> Words {
    words(format!("Kunci “{key}” tidak dikenal."), maybe(nearest, "Hapus baris ini, atau periksa ejaannya."))
}

/// A key that must be there.
#[must_use]
pub fn missing_key(key: &str) -> Words {
    words(format!("“{key}” belum diisi."), format!("Tambahkan: {key} = …"))
}

/// A key without content.
#[must_use]
pub fn empty_key(key: &str) -> Words {
    words(format!("“{key}” kosong."), "Isi, atau hapus barisnya.")
}

/// What a key should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// true or false.
    Boolean,
    /// A list of texts.
    Texts,
    /// A list of lists of texts.
    Rows,
    /// Two numbers.
    Point,
    /// A table.
    Table,
    /// Several tables.
    Tables,
}

/// A key with the wrong kind of content.
#[must_use]
pub fn wrong_type(key: &str, expected: Kind) -> Words {
    let (name, example) = match expected {
        Kind::Text => ("teks", format!("{key} = \"…\"")),
        Kind::Integer => ("bilangan bulat", format!("{key} = 10")),
        Kind::Number => ("angka", format!("{key} = 1.0")),
        Kind::Boolean => ("true atau false", format!("{key} = true")),
        Kind::Texts => ("daftar teks", format!("{key} = [\"…\", \"…\"]")),
        Kind::Rows => ("daftar baris", format!("{key} = [[\"…\", \"…\"], [\"…\", \"…\"]]")),
        Kind::Point => ("dua angka", format!("{key} = [800, 900]")),
        Kind::Table => ("tabel", format!("[{key}]")),
        Kind::Tables => ("daftar tabel", format!("[[{key}]]")),
    };
    words(format!("“{key}” harus berupa {name}."), format!("Tulis begini: {example}"))
}

/// A number outside its limits.
#[must_use]
pub fn out_of_range(key: &str, value: i64, low: i64, high: i64) -> Words {
    words(format!("“{key}” bernilai {value}, di luar batas."), format!("Isi antara {low} dan {high}."))
}

/// A name that is not a slug.
#[must_use]
pub fn not_a_slug(key: &str, value: &str) -> Words {
    words(
        format!("“{value}” tidak bisa dipakai sebagai {key}."),
        "Pakai huruf kecil, angka, dan tanda hubung saja, paling panjang 40 huruf, misalnya inti-1.",
    )
}

/// The same id twice.
#[must_use]
pub fn duplicate(key: &str, value: &str, first_line: u32) -> Words {
    words(
        format!("{key} “{value}” sudah dipakai di baris {first_line}."),
        "Beri nama lain; yang kedua ini tidak dipakai.",
    )
}

/// A choice that does not exist.
#[must_use]
pub fn unknown_choice(key: &str, value: &str, known: &[String], nearest: Option<&str>) -> Words {
    words(
        format!("“{value}” tidak dikenal untuk {key}."),
        maybe(nearest, &format!("Pilihan yang ada: {}.", listed(known))),
    )
}

/// Minutes that do not add up.
#[must_use]
pub fn minutes_sum(sum: u32, expected: u32) -> Words {
    let (which, by) = if sum > expected { ("kurangi", sum - expected) } else { ("tambah", expected - sum) };
    words(
        format!("Menit semua langkah berjumlah {sum}, seharusnya {expected}."),
        format!("Ubah menit langkah-langkahnya: {which} {by} menit."),
    )
}

/// The least is more than the planned.
#[must_use]
pub fn min_above_minutes(min: u16, minutes: u16) -> Words {
    words(
        format!("min_minutes ({min}) lebih besar daripada minutes ({minutes})."),
        format!("Isi min_minutes paling besar {minutes}."),
    )
}

/// More than allowed.
#[must_use]
pub fn too_many(what: &str, count: usize, limit: usize) -> Words {
    words(format!("{what}: {count}, paling banyak {limit}."), "Kurangi, atau pindahkan ke sesi atau halaman lain.")
}

/// Fewer or more than a page of this kind takes.
#[must_use]
pub fn wrong_count(what: &str, layout: &str, count: usize, low: usize, high: usize) -> Words {
    let wanted = if low == high { format!("tepat {low}") } else { format!("{low} sampai {high}") };
    words(
        format!("Halaman “{layout}” memakai {wanted} {what}, di sini ada {count}."),
        format!("Sesuaikan {what} halaman ini."),
    )
}

/// Too many words on the wall.
#[must_use]
pub fn too_many_words(count: usize, limit: usize) -> Words {
    words(
        format!("Ada {count} kata di dinding, paling banyak {limit}."),
        "Pendekkan kalimatnya; penjelasan lengkap masuk ke naskah.",
    )
}

/// Text that people at the back cannot read.
#[must_use]
pub fn misfit(text: &str, size: (u32, u32)) -> Words {
    words(
        format!("Tulisan “{text}” tidak muat dengan ukuran yang terbaca dari belakang (layar {}×{}).", size.0, size.1),
        "Pendekkan kalimatnya, atau pakai kata yang lebih pendek.",
    )
}

/// A headline that can be read but is smaller than headlines should be.
#[must_use]
pub fn small_headline(text: &str, size: (u32, u32)) -> Words {
    words(
        format!("Judul “{text}” terpaksa ditulis kecil (layar {}×{}).", size.0, size.1),
        "Pendekkan judul ini, kira-kira sampai 34 huruf, atau kurangi kalimat lain di halaman ini.",
    )
}

/// A letter our font lacks.
#[must_use]
pub fn missing_letter(letter: char) -> Words {
    words(format!("Huruf “{letter}” tidak ada dalam huruf yang dipakai di dinding."), "Ganti dengan huruf biasa.")
}

/// A page with a layout that needs a picture and has none.
#[must_use]
pub fn no_scene(layout: &str) -> Words {
    words(format!("Halaman “{layout}” belum punya gambar."), "Tambahkan: scene = \"nama-gambar\"")
}

/// A scene nobody drew.
#[must_use]
pub fn missing_scene(name: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Gambar “{name}” tidak ada."),
        maybe(nearest, &format!("Buat berkas scenes/{name}.toml, atau pilih gambar lain.")),
    )
}

/// A scene that only another session has.
#[must_use]
pub fn scene_elsewhere(name: &str, other: &str, here: &str) -> Words {
    words(
        format!("Gambar “{name}” hanya ada di sesi {other}."),
        format!(
            "Salin sessions/{other}/scenes/{name}.toml ke sessions/{here}/scenes/, atau ke scenes/ supaya semua sesi bisa memakainya."
        ),
    )
}

/// A sound that is not there.
#[must_use]
pub fn missing_sound(name: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Suara “{name}” tidak ada."),
        maybe(nearest, &format!("Taruh berkas {name}.ogg atau {name}.mp3 di folder sounds.")),
    )
}

/// A source nobody listed.
#[must_use]
pub fn missing_source(name: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Sumber “{name}” tidak ada di sources.toml."),
        maybe(nearest, &format!("Tambahkan [[source]] dengan id = \"{name}\" di sources.toml.")),
    )
}

/// A clip's name with a folder in it.
#[must_use]
pub fn not_a_file_name(key: &str, value: &str) -> Words {
    words(
        format!("“{value}” bukan nama berkas untuk {key}."),
        "Taruh berkasnya di folder sesi ini dan tulis namanya saja, misalnya clip = \"lagu-tepuk.mp4\".",
    )
}

/// A clip that is not there.
#[must_use]
pub fn clip_missing(name: &str) -> Words {
    words(format!("Berkas “{name}” tidak ada."), "Taruh berkasnya di folder sesi ini, di samping session.toml.")
}

/// A file a page shows cannot be shown; `sentence` says why.
#[must_use]
pub fn borrowed(sentence: &str) -> Words {
    words(sentence, "Ganti berkasnya dengan salinan yang utuh, atau hapus halaman ini.")
}

/// A pause point without a sensible time.
#[must_use]
pub fn clip_time(most: u32) -> Words {
    words(
        format!("Waktu jeda (at) harus angka detik, 0 sampai {most}."),
        "Misalnya at = 21.5 untuk detik ke-21 setengah.",
    )
}

/// More or fewer than is good.
#[must_use]
pub fn better_between(what: &str, count: usize, low: usize, high: usize) -> Words {
    let advice = if count < low { "Tambah" } else { "Kurangi" };
    words(format!("{what}: {count}, sebaiknya {low} sampai {high}."), format!("{advice} sedikit."))
}

/// A question with too few or too many choices.
#[must_use]
pub fn wrong_choices(count: usize, low: usize, high: usize) -> Words {
    words(
        format!("Ada {count} pilihan, seharusnya {low} sampai {high}."),
        "Sesuaikan “choices”; cukup satu yang benar, dan “answer” menyebut nomornya.",
    )
}

/// Items of the observation sheet.
pub const ITEMS: &str = "Butir amatan";

/// A problem card on which nothing is good practice.
#[must_use]
pub fn no_good_choice() -> Words {
    words("Tidak ada tindakan yang baik di kartu ini.".to_owned(), "Beri “good = true” pada tindakan yang baik.")
}

/// An item with more or fewer than four levels.
#[must_use]
pub fn four_levels(count: usize) -> Words {
    words(format!("Ada {count} tingkat, seharusnya 4."), "Tulis empat tingkat di “levels”, dari yang paling rendah.")
}

/// A picture question that has not one picture for each choice.
#[must_use]
pub fn scene_for_each_choice(scenes: usize, choices: usize) -> Words {
    words(
        format!("Ada {scenes} gambar untuk {choices} pilihan."),
        "Sebut di “scenes” satu gambar untuk setiap pilihan, dengan urutan yang sama.",
    )
}

/// A page or step the facilitator would stand before without words.
#[must_use]
pub fn missing_script() -> Words {
    words("Naskah belum ada.", "Tambahkan script = \"\"\" … \"\"\" dengan baris Katakan:, Tanyakan:, Lakukan: …")
}

/// A line of script before any keyword.
#[must_use]
pub fn script_before_keyword() -> Words {
    words(
        "Baris naskah ini belum punya kata pembuka.",
        "Mulai dengan Katakan:, Tanyakan:, Jawaban:, Lakukan:, Tekankan:, atau Kalau …:",
    )
}

/// A keyword with nothing after it.
#[must_use]
pub fn script_empty(keyword: &str) -> Words {
    words(format!("Tidak ada kalimat setelah “{keyword}”."), "Tulis kalimatnya, atau hapus baris ini.")
}

/// A line that looks like a misspelt keyword.
#[must_use]
pub fn script_misspelt(word: &str, nearest: &str) -> Words {
    words(format!("“{word}:” bukan kata pembuka naskah."), format!("Maksudnya “{nearest}:”?"))
}

/// A step of a session that the plan does not have and that does not say everything itself.
#[must_use]
pub fn new_step(id: &str, key: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Langkah “{id}” tidak ada di plan.toml, jadi “{key}” harus diisi."),
        maybe(nearest, "Isi title, minutes, weight, must, min_minutes, dan role."),
    )
}

/// Steps in another order than the plan's.
#[must_use]
pub fn step_order(id: &str) -> Words {
    words(format!("Langkah “{id}” tidak sesuai urutan plan.toml."), "Urutkan langkah seperti di plan.toml.")
}

/// Checks by show of hands that no step asks; `name` is the missing value.
#[must_use]
pub fn nowhere_asked(name: &str) -> Words {
    let when = if name == "start" { "awal" } else { "akhir" };
    words(
        format!("Cek dengan angkat tangan tidak ditanyakan di {when}."),
        format!("Tulis check = \"{name}\" pada satu langkah di session.toml."),
    )
}

/// A session without steps.
#[must_use]
pub fn no_steps() -> Words {
    words("Tidak ada satu langkah pun.", "Tambahkan [[step]] dengan id dari plan.toml.")
}

/// The session opens as a guided plan because its file is broken.
#[must_use]
pub fn falls_back(session: &str) -> Words {
    words(
        format!("Sesi {session} dibuka sebagai rencana terpandu karena berkasnya belum benar."),
        "Perbaiki kesalahan lain di berkas ini.",
    )
}

/// A folder for a session the catalogue does not know.
#[must_use]
pub fn not_in_catalogue(id: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Folder sesi “{id}” tidak ada di catalogue.toml."),
        maybe(nearest, "Tambahkan [[session]] di catalogue.toml, atau hapus foldernya."),
    )
}

/// The plan as a whole is unusable.
#[must_use]
pub fn plan_replaced() -> Words {
    words("Rencana 120 menit tidak bisa dipakai; semua sesi memakai satu langkah saja.", "Perbaiki plan.toml.")
}

/// Title of the only step when the plan is unusable.
pub const ONLY_STEP: &str = "Pertemuan";
/// Title of a guided plan's own page.
pub const COVER_PAGE: &str = "Sampul";

/// A part nobody drew.
#[must_use]
pub fn missing_part(name: &str, nearest: Option<&str>) -> Words {
    words(
        format!("Bagian gambar “{name}” tidak ada."),
        maybe(nearest, &format!("Buat berkas parts/{name}.svg, atau pilih bagian lain.")),
    )
}

/// A part that cannot be read.
#[must_use]
pub fn bad_part(name: &str, why: &str) -> Words {
    words(format!("Bagian gambar “{name}” tidak bisa dipakai: {why}."), format!("Perbaiki parts/{name}.svg."))
}

/// A colour that is none.
#[must_use]
pub fn bad_colour(value: &str) -> Words {
    words(format!("“{value}” bukan warna."), "Tulis seperti \"#2A9D8F\", atau nama warna dari daftar warna.")
}

/// Too many shapes.
#[must_use]
pub fn too_many_shapes(count: usize, limit: usize) -> Words {
    words(
        format!("Gambar ini memakai {count} bentuk, paling banyak {limit}."),
        "Kurangi bagian atau sederhanakan gambarnya, supaya laptop lama tetap lancar.",
    )
}

/// The finished page is no drawing.
#[must_use]
pub fn undecodable(why: &str) -> Words {
    words(format!("Gambar tidak bisa ditampilkan: {why}."), "Periksa bagian-bagian gambar yang dipakai.")
}

/// Word before an error.
pub const ERROR: &str = "kesalahan";
/// Word before a warning.
pub const WARNING: &str = "peringatan";

/// Last line of a report.
#[must_use]
pub fn summary(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => "Paket materi baik. Tidak ada kesalahan.".to_owned(),
        (0, warnings) => format!("Tidak ada kesalahan, {warnings} peringatan."),
        (errors, 0) => format!("{errors} kesalahan."),
        (errors, warnings) => format!("{errors} kesalahan, {warnings} peringatan."),
    }
}
