//! The only words the stage window itself adds to a page.

/// A countdown has run out.
pub const OVER: &str = "Waktu habis";
/// The test picture's words: as large as headlines, smaller, and on two lines the smallest there are on any page.
pub const TEST_WORDS: [&str; 4] = ["Gambar uji", "Sudah tajam dan lurus?", "Baris ini harus terbaca", "dari belakang"];
