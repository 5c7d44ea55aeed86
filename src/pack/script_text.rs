//! The small format scripts are written in: `Katakan: …`, `Tanyakan: …` → blocks. Lines without a keyword continue the block above.

use super::diagnostic::nearest;
use crate::{
    engine::session::{ScriptBlock, ScriptKind},
    text::check::{self, Words},
};

const KEYWORDS: [(&str, ScriptKind); 5] = [
    ("Katakan", ScriptKind::Say),
    ("Tanyakan", ScriptKind::Ask),
    ("Jawaban", ScriptKind::Expect),
    ("Lakukan", ScriptKind::Do),
    ("Tekankan", ScriptKind::Stress),
];
const CONDITION: &str = "Kalau ";

/// Something wrong in a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ScriptFault {
    /// Line inside the script, counted from 0.
    pub(super) line: u32,
    /// In words.
    pub(super) words: Words,
}

/// Reads a script. What is faulty is kept as far as it can be: a line before any keyword becomes something to say.
pub(super) fn parse(text: &str) -> (Vec<ScriptBlock>, Vec<ScriptFault>) {
    let mut blocks: Vec<ScriptBlock> = Vec::new();
    let mut begun: Vec<(u32, String)> = Vec::new();
    let mut faults = Vec::new();
    let mut paragraph = false;
    for (number, line) in text.lines().enumerate() {
        let (line, number) = (line.trim(), number as u32);
        if line.is_empty() {
            paragraph = true;
            continue;
        }
        if let Some((kind, when, keyword, rest)) = keyword(line) {
            begun.push((number, keyword.to_owned()));
            blocks.push(ScriptBlock { kind, text: rest.to_owned(), when: when.to_owned() });
        } else if let Some(block) = blocks.last_mut() {
            faults.extend(misspelt(line).map(|words| ScriptFault { line: number, words }));
            if !block.text.is_empty() {
                // Answers are one a line; other text is wrapped by its author and flows again on screen.
                block.text.push(if paragraph || block.kind == ScriptKind::Expect { '\n' } else { ' ' });
            }
            block.text.push_str(line);
        } else {
            let words = misspelt(line).unwrap_or_else(check::script_before_keyword);
            faults.push(ScriptFault { line: number, words });
            begun.push((number, String::new()));
            blocks.push(ScriptBlock { kind: ScriptKind::Say, text: line.to_owned(), when: String::new() });
        }
        paragraph = false;
    }
    for (block, (line, keyword)) in blocks.iter().zip(&begun) {
        if block.text.is_empty() {
            faults.push(ScriptFault { line: *line, words: check::script_empty(keyword) });
        }
    }
    blocks.retain(|block| !block.text.is_empty());
    (blocks, faults)
}

/// Kind, condition, keyword as written, rest of the line.
fn keyword(line: &str) -> Option<(ScriptKind, &str, &str, &str)> {
    let (head, rest) = line.split_once(':')?;
    let head = head.trim_end();
    let rest = rest.trim();
    if head.starts_with(CONDITION) {
        return Some((ScriptKind::If, head, head, rest));
    }
    KEYWORDS.iter().find(|(name, _)| *name == head).map(|(_, kind)| (*kind, "", head, rest))
}

/// Whether a line begins with a single word and a colon that is nearly a keyword.
fn misspelt(line: &str) -> Option<Words> {
    let (head, _) = line.split_once(':')?;
    let head = head.trim_end();
    let mut capital = head.to_lowercase();
    capital.get_mut(..1)?.make_ascii_uppercase();
    let near = nearest(&capital, KEYWORDS.iter().map(|(name, _)| *name))?;
    (!head.contains(char::is_whitespace)).then(|| check::script_misspelt(head, near))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: ScriptKind, text: &str, when: &str) -> ScriptBlock {
        ScriptBlock { kind, text: text.to_owned(), when: when.to_owned() }
    }

    #[test]
    fn reads_every_kind() {
        let text = "Katakan: Selamat pagi, Ibu.\n  Senang bertemu lagi.\n\nKabar kita hari ini?\nTanyakan: Siapa panutan anak?\n\
                    Jawaban: Ibu\nAyah\nKalau ibu-ibu diam: beri contoh: diri sendiri\nLakukan: Tunjuk gambar.\nTekankan: Anak meniru.";
        let (blocks, faults) = parse(text);
        assert_eq!(faults, []);
        assert_eq!(
            blocks,
            [
                block(ScriptKind::Say, "Selamat pagi, Ibu. Senang bertemu lagi.\nKabar kita hari ini?", ""),
                block(ScriptKind::Ask, "Siapa panutan anak?", ""),
                block(ScriptKind::Expect, "Ibu\nAyah", ""),
                block(ScriptKind::If, "beri contoh: diri sendiri", "Kalau ibu-ibu diam"),
                block(ScriptKind::Do, "Tunjuk gambar.", ""),
                block(ScriptKind::Stress, "Anak meniru.", ""),
            ]
        );
    }

    #[test]
    fn names_lines_before_keywords_empty_and_misspelt_ones() {
        let (blocks, faults) = parse("\nHalo\nKatakan:\nTanyakn: apa?\nLakukan: \n");
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [1, 3, 4]);
        assert!(faults.iter().any(|fault| fault.words.hint.contains("Tanyakan")));
        assert_eq!(blocks.len(), 2);
        let (_, faults) = parse("Katakan: Ada tiga: satu, dua, tiga.\nContoh: begini.");
        assert_eq!(faults, []);
    }
}
