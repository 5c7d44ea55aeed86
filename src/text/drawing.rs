//! Why a drawing part cannot be used, in words for the author who runs the check.

/// The file is too large.
#[must_use]
pub fn too_big(limit_kib: usize) -> String {
    format!("berkas lebih besar dari {limit_kib} KiB")
}

/// The root is not `<svg>`.
#[must_use]
pub fn no_svg() -> String {
    "isinya bukan <svg>".to_owned()
}

/// `data-anchor` is not two numbers.
#[must_use]
pub fn bad_anchor() -> String {
    "data-anchor harus dua angka, misalnya \"200 600\"".to_owned()
}

/// `data-colours` is not a list of pairs.
#[must_use]
pub fn bad_colour_list() -> String {
    "data-colours harus berisi pasangan nama:warna, misalnya \"baju:#2A9D8F\"".to_owned()
}

/// A colour placeholder that `data-colours` does not declare.
#[must_use]
pub fn undeclared_colour(name: &str) -> String {
    format!("warna {{{name}}} tidak ada dalam data-colours")
}

/// Groups nested too deeply, or a `<use>` that contains itself.
#[must_use]
pub fn too_deep() -> String {
    "kelompok bersarang terlalu dalam".to_owned()
}

/// An SVG element that drawings may not use.
#[must_use]
pub fn element_not_allowed(tag: &str) -> String {
    format!("<{tag}> tidak boleh dipakai; cukup path, bentuk dasar, kelompok, dan gradasi")
}

/// A `<use>` that points nowhere.
#[must_use]
pub fn dangling_use(href: &str) -> String {
    format!("<use> menunjuk \"{href}\" yang tidak ada")
}

/// A position or scale out of all measure.
#[must_use]
pub fn bad_place() -> String {
    "letak atau ukurannya di luar batas (at antara -4000 dan 4000, scale antara 0.02 dan 20)".to_owned()
}
