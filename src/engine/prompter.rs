//! The prompter: how much of a script is shown, and how quickly it goes by. Pure words and numbers; drawing is the console's.

use super::{
    session::{ScriptBlock, ScriptKind},
    time::Ms,
};

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

/// One line of the prompter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Words.
    pub text: String,
    /// Said aloud; else a direction, which takes no time.
    pub spoken: bool,
}

/// Sentences of a script in the order of speaking.
#[must_use]
pub fn lines(blocks: &[ScriptBlock]) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in blocks {
        let spoken = matches!(block.kind, ScriptKind::Say | ScriptKind::Ask | ScriptKind::Stress);
        // Answers to expect and what to do if … are read, not said.
        if !spoken && block.kind != ScriptKind::Do {
            continue;
        }
        for sentence in block.text.split_inclusive(['.', '?', '!']) {
            // A quotation mark that closes stands with its sentence.
            match lines.last_mut() {
                Some(Line { text, .. }) if !sentence.trim().chars().any(char::is_alphanumeric) => {
                    text.push_str(sentence.trim());
                }
                _ if sentence.trim().is_empty() => {}
                _ => lines.push(Line { text: sentence.trim().to_owned(), spoken }),
            }
        }
    }
    lines
}

/// Which line is being spoken after `elapsed` at this pace, and how long until the next one; `None` for the time once the last was reached.
#[must_use]
pub fn line_at(lines: &[Line], elapsed: Ms, pace: u16) -> (usize, Option<Ms>) {
    let mut end = Ms::ZERO;
    for (index, line) in lines.iter().enumerate() {
        if line.spoken {
            end = end + speaking_time(&line.text, pace);
        }
        if elapsed < end {
            let last = lines.iter().skip(index + 1).all(|line| !line.spoken);
            return (index, (!last).then(|| end.saturating_sub(elapsed)));
        }
    }
    (lines.len().saturating_sub(1), None)
}
