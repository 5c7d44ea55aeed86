//! Words around checks by show of hands: the console's script on their pages, the counting, the gain.

use crate::engine::hands::{CheckPart, CheckTime, Gain, PlannedCheck, Tally, gain};

/// Over the counting.
pub const TITLE: &str = "Hitungan tangan";
/// Before anything was counted at the start.
pub const START: &str = "Awal";
/// At the end.
pub const END: &str = "Akhir";
/// Nothing was counted.
pub const NOT_COUNTED: &str = "belum dihitung";
/// It is on its way to the disk.
pub const NOT_SAVED_YET: &str = "sedang disimpan …";
/// It is on the disk.
pub const SAVED: &str = "tersimpan";
/// Opens the panel.
pub const COUNT: &str = "Catat hitungan";
/// Takes the last counting back.
pub const UNDO: &str = "Batalkan hitungan";
/// Keeps what is typed.
pub const SAVE: &str = "Simpan hitungan";
/// In the panel.
pub const HOW: &str = "Cukup isi yang benar, yang bertanda centang. Yang lain boleh kosong. Enter menyimpan.";
/// Field.
pub const PRESENT: &str = "Yang ikut menjawab";
/// More hands than people.
pub const TOO_MANY: &str = "Tangan lebih banyak daripada orang. Tetap bisa disimpan; hitung ulang bila sempat.";
/// Nothing was asked at the start.
pub const NO_START: &str = "Cek awal tidak dihitung, jadi kenaikannya tidak bisa dihitung.";
/// Numbers of people that cannot be compared.
pub const NO_COMPARING: &str = "Jumlah orangnya berbeda atau tidak lengkap, jadi kenaikannya tidak bisa dihitung.";
/// The key was pressed elsewhere.
pub const NO_CHECK: &str = "Halaman ini bukan cek dengan angkat tangan.";
/// Over the summary of a meeting.
pub const SUMMARY: &str = "Cek dengan angkat tangan";

const FINGERS: [&str; 3] = ["Satu jari", "Dua jari", "Tiga jari"];

fn finger(choice: usize) -> &'static str {
    FINGERS.get(choice).copied().unwrap_or("Jari")
}

/// What the console calls a page.
#[must_use]
pub fn page_title(check: u16, part: CheckPart) -> String {
    let number = check + 1;
    match part {
        CheckPart::Start => format!("Cek awal {number}"),
        CheckPart::End => format!("Cek akhir {number}"),
        CheckPart::Answer => format!("Jawaban cek {number}"),
    }
}

/// When the group is asked, as a word.
#[must_use]
pub const fn time(when: CheckTime) -> &'static str {
    match when {
        CheckTime::Start => START,
        CheckTime::End => END,
    }
}

/// Over the panel: which question at which time.
#[must_use]
pub fn panel_title(check: u16, when: CheckTime) -> String {
    format!("{TITLE} · cek {} {}", time(when).to_lowercase(), check + 1)
}

/// Said before the first question.
#[must_use]
pub const fn opening(when: CheckTime) -> &'static str {
    match when {
        CheckTime::Start => {
            "Saya bertanya dengan gambar. Ini bukan ujian. Nanti di akhir saya bertanya lagi yang sama."
        }
        CheckTime::End => {
            "Sekarang pertanyaan yang sama seperti di awal. Saya ingin tahu apakah penjelasan saya sudah jelas."
        }
    }
}

/// The choices, said aloud.
#[must_use]
pub fn choices(check: &PlannedCheck) -> String {
    let said = check.choices.iter().enumerate().map(|(index, words)| format!("{}: {}.", finger(index), lower(words)));
    said.collect::<Vec<_>>().join(" ")
}

/// A word in the middle of a sentence; names and abbreviations keep their capitals.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(char::is_lowercase) => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// How it is done.
#[must_use]
pub fn how(check: &PlannedCheck, when: CheckTime, key: &str) -> String {
    let answer = usize::from(check.answer);
    let right = check.choices.get(answer).map(|words| lower(words)).unwrap_or_default();
    let fingers = finger(answer).to_lowercase();
    let quiet = match when {
        CheckTime::Start => " Jawabannya jangan dibuka dulu.",
        CheckTime::End => "",
    };
    format!(
        "Tunjuk gambarnya satu per satu. Lalu semua menutup mata dan mengangkat jari sesuai nomor gambar, atau kartu bernomor. \
         Hitung {fingers} ({right}), tekan {key}, ketik jumlahnya.{quiet}"
    )
}

/// A question about the answer, at the start: when.
pub const ASKED_WHEN: &str = "ada yang bertanya jawabannya";
/// What then.
pub const ASKED: &str = "Katakan, \"Nanti kita temukan bersama.\"";
/// People who fear to be wrong: when.
pub const AFRAID_WHEN: &str = "ada yang takut salah atau mengintip";
/// What then.
pub const AFRAID: &str = "Katakan, \"Ini mengukur cara saya mengajar, bukan mengukur Ibu.\" Lalu ulangi pelan-pelan.";
/// With the answer.
pub const ANSWER_DO: &str =
    "Minta semua membuka mata. Tunjuk gambar yang benar, lalu tanyakan mengapa gambar itu yang benar.";
/// Applause.
pub const ANSWER_STRESS: &str = "Tepuk tangan untuk kita semua.";
/// Many were wrong: when.
pub const WRONG_WHEN: &str = "banyak yang keliru";
/// What then.
pub const WRONG: &str = "Tetap tersenyum. Jelaskan sekali lagi dengan contoh lain, jangan menyebut siapa yang salah. Ulangi waktu tinjau \
    ulang bulan depan.";

/// `9 dari 22`.
#[must_use]
pub fn tally(tally: Tally) -> String {
    match tally.of {
        Some(of) => format!("{} dari {of}", tally.right),
        None => format!("{} orang", tally.right),
    }
}

/// `naik 9`; `None` when there is nothing to compare.
#[must_use]
pub fn gained(start: Option<Tally>, end: Option<Tally>) -> Option<String> {
    Some(match gain(start, end)? {
        Gain::People(0) => "sama".to_owned(),
        Gain::People(more @ 1..) => format!("naik {more}"),
        Gain::People(fewer) => format!("turun {}", fewer.unsigned_abs()),
        Gain::Percent { from, to } if from == to => format!("sama, {to} %"),
        Gain::Percent { from, to } if from < to => format!("naik dari {from} % menjadi {to} %"),
        Gain::Percent { from, to } => format!("turun dari {from} % menjadi {to} %"),
    })
}

/// `Awal 9 dari 22, akhir 18 dari 22, naik 9`, or what is missing, plainly.
#[must_use]
pub fn summary(start: Option<Tally>, end: Option<Tally>) -> String {
    match (start, end) {
        (None, None) => "Belum dihitung.".to_owned(),
        (Some(start), None) => format!("{START} {}. Cek akhir tidak dihitung.", tally(start)),
        (None, Some(end)) => format!("{END} {}. {NO_START}", tally(end)),
        (Some(first), Some(last)) => {
            let both = format!("{START} {}, akhir {}", tally(first), tally(last));
            match gained(start, end) {
                Some(gained) => format!("{both}, {gained}"),
                None => format!("{both}. {NO_COMPARING}"),
            }
        }
    }
}

/// For those who hear the screen: the field of a choice.
#[must_use]
pub fn choice_field(index: usize, words: &str, right: bool) -> String {
    let right = if right { ", yang benar" } else { "" };
    format!("{}: {words}{right}", finger(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps, reason = "what is compared may be missing")]
    fn tally_of(right: u16, of: u16) -> Option<Tally> {
        Some(Tally { right, of: Some(of), odd: right > of, seq: 1 })
    }

    #[test]
    fn start_and_end_stand_side_by_side_with_the_gain_and_what_is_missing_is_said() {
        for (start, end, said) in [
            (tally_of(9, 22), tally_of(18, 22), "Awal 9 dari 22, akhir 18 dari 22, naik 9"),
            (tally_of(9, 22), tally_of(9, 22), "Awal 9 dari 22, akhir 9 dari 22, sama"),
            (tally_of(9, 22), tally_of(7, 22), "Awal 9 dari 22, akhir 7 dari 22, turun 2"),
            (tally_of(9, 10), tally_of(12, 24), "Awal 9 dari 10, akhir 12 dari 24, turun dari 90 % menjadi 50 %"),
            (
                None,
                tally_of(18, 22),
                "Akhir 18 dari 22. Cek awal tidak dihitung, jadi kenaikannya tidak bisa dihitung.",
            ),
            (tally_of(9, 22), None, "Awal 9 dari 22. Cek akhir tidak dihitung."),
            (None, None, "Belum dihitung."),
        ] {
            assert_eq!(summary(start, end), said);
        }
    }

    #[test]
    fn choices_are_said_with_their_fingers() {
        let check = PlannedCheck {
            ask: String::new(),
            choices: vec!["HP, baju pesta".into(), "Beras, seragam".into()],
            answer: 1,
        };
        assert_eq!(choices(&check), "Satu jari: HP, baju pesta. Dua jari: beras, seragam.");
        assert!(how(&check, CheckTime::Start, "J").contains("dua jari (beras, seragam), tekan J"));
    }
}
