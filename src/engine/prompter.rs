//! The prompter: how much of a script is shown, and how quickly it goes by. Pure words and numbers; drawing is the console's.

use super::time::Ms;

/// Words a minute when the script is spoken to a group, with breathing space. Conversational Indonesian is quicker; forty mothers in a
/// hall are spoken to slowly. The facilitator may change it between [`SLOWEST`] and [`FASTEST`].
pub const PACE: u16 = 110;
/// Slowest pace that can be chosen.
pub const SLOWEST: u16 = 60;
/// Fastest.
pub const FASTEST: u16 = 180;

/// How much of the words is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shown {
    /// Everything.
    #[default]
    Full,
    /// Key words only.
    Keys,
    /// Nothing: by heart.
    Nothing,
}

impl Shown {
    /// One step further to learning by heart, and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Full => Self::Keys,
            Self::Keys => Self::Nothing,
            Self::Nothing => Self::Full,
        }
    }
}

/// How long `text` takes at `pace` words a minute.
#[must_use]
pub fn speaking_time(text: &str, pace: u16) -> Ms {
    let words = text.split_whitespace().count() as u64;
    Ms(words * 60_000 / u64::from(pace.clamp(SLOWEST, FASTEST)))
}

/// The text with everything but its key words taken out: what carries the meaning, in order, parted by " · ". Words that only join
/// others go; of each sentence the first four that are left stay, numbers always.
#[must_use]
pub fn key_words(text: &str) -> String {
    let sentences = text.split_inclusive(['.', '?', '!', ';', ':']);
    let mut lines: Vec<String> = Vec::new();
    for sentence in sentences {
        let words = sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let mut kept: Vec<&str> = Vec::new();
        for word in words.filter(|word| !word.is_empty()) {
            let number = word.chars().any(|c| c.is_ascii_digit());
            if number || kept.len() < KEPT && !JOINING.contains(&word.to_lowercase().as_str()) {
                kept.push(word);
            }
        }
        if !kept.is_empty() {
            lines.push(kept.join(" "));
        }
    }
    lines.join(" · ")
}

/// Words of a sentence that are kept.
const KEPT: usize = 4;

/// Words of Indonesian that join, point or address and carry no meaning of their own here.
const JOINING: &[&str] = &[
    "ada",
    "adalah",
    "agar",
    "akan",
    "anda",
    "apa",
    "apakah",
    "atau",
    "bagi",
    "bagaimana",
    "bahwa",
    "bapak",
    "beberapa",
    "begitu",
    "belum",
    "bisa",
    "boleh",
    "bu",
    "bukan",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "di",
    "dia",
    "hal",
    "hanya",
    "hari",
    "harus",
    "ibu",
    "ibu-ibu",
    "ini",
    "itu",
    "jadi",
    "jangan",
    "jika",
    "juga",
    "kalau",
    "kami",
    "karena",
    "ke",
    "kepada",
    "ketika",
    "kita",
    "lagi",
    "lalu",
    "lebih",
    "maka",
    "mana",
    "masih",
    "mari",
    "mereka",
    "nah",
    "nanti",
    "oleh",
    "pada",
    "para",
    "pun",
    "punya",
    "saat",
    "saja",
    "sambil",
    "sampai",
    "sangat",
    "satu",
    "saya",
    "sebagai",
    "sebuah",
    "sedang",
    "sekarang",
    "semua",
    "seperti",
    "setelah",
    "siapa",
    "sudah",
    "supaya",
    "tadi",
    "tapi",
    "telah",
    "tentang",
    "terus",
    "tetapi",
    "tidak",
    "tiap",
    "untuk",
    "yaitu",
    "yang",
    "ya",
];
