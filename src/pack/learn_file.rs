//! Reading `sessions/<id>/learn.toml`: what the facilitator learns from before the day.

use std::path::Path;

use super::{
    diagnostic::{Log, nearest},
    session_file::{WORDS, count_words, sources},
    steps,
    table::{Source, Table, Text, is_slug},
};
use crate::{
    engine::{
        ids::SessionId,
        learn::{Check, CheckChoice, Faq, Learn, Question, Technique},
    },
    text::check,
};

/// Choices of a quiz question.
const QUIZ_CHOICES: (usize, usize) = (3, 4);
/// Choices of a picture question: as many fit beside each other on the wall.
const CHECK_CHOICES: (usize, usize) = (2, 3);
/// Most words below a picture of a check.
const CHOICE_WORDS: usize = 3;
/// Most words of the reason on the wall: it stands there with the words below the pictures.
const REASON_WORDS: usize = 6;
/// Good numbers of quiz questions, families' questions and picture questions.
const QUESTIONS: (usize, usize) = (8, 10);
const FAQ: (usize, usize) = (5, 8);
const CHECKS: (usize, usize) = (2, 3);

pub(super) const TECHNIQUES: [(&str, Technique); 7] = [
    ("curah-pendapat", Technique::Brainstorm),
    ("diskusi-kelompok", Technique::GroupTalk),
    ("bermain-peran", Technique::RolePlay),
    ("studi-kasus", Technique::CaseStudy),
    ("simulasi", Technique::Simulation),
    ("demonstrasi", Technique::Demonstration),
    ("praktik-di-rumah", Technique::HomePractice),
];

/// What the file may refer to.
#[derive(Clone, Copy)]
struct Known<'a> {
    sources: &'a [String],
    scenes: &'a [&'a str],
}

/// Reads the file of `id`; `None` when there is none or it is not TOML. What is wrong with one question leaves out that question only.
pub(super) fn read(root: &Path, id: &SessionId, sources: &[String], scenes: &[&str], log: &mut Log) -> Option<Learn> {
    let source = Source::read(root, &format!("sessions/{id}/learn.toml"), false, log)?;
    source.table(log, |table, log| learn(table, Known { sources, scenes }, log))
}

fn learn(table: &mut Table, known: Known, log: &mut Log) -> Learn {
    let background = paragraphs(&required(table, "background", log).unwrap_or_default());
    sources(table, "background_source", known.sources, log);
    let technique = table.required_choice("technique", &TECHNIQUES, log);
    let technique_note = paragraphs(&required(table, "technique_note", log).unwrap_or_default());
    let questions = counted(table, "question", "Soal kuis", QUESTIONS, log, |table, log| question(table, known, log));
    let faq = counted(table, "faq", "Pertanyaan keluarga", FAQ, log, |table, log| faq(table, known, log));
    let checks = counted(table, "check", "Soal cek bergambar", CHECKS, log, |table, log| check(table, known, log));
    Learn { background, technique, technique_note, questions, faq, checks }
}

/// The tables of a list, with a warning when there are more or fewer than is good.
fn counted<T>(
    table: &mut Table,
    key: &'static str,
    what: &str,
    (low, high): (usize, usize),
    log: &mut Log,
    mut read: impl FnMut(&mut Table, &mut Log) -> Option<T>,
) -> Vec<T> {
    let mut count = 0;
    let kept = table.each(key, log, |table, log| {
        count += 1;
        read(table, log)
    });
    if !(low..=high).contains(&count) {
        log.warning(table.file(), table.line_of(key), check::better_between(what, count, low, high));
    }
    kept
}

fn question(table: &mut Table, known: Known, log: &mut Log) -> Option<Question> {
    let ask = required(table, "ask", log);
    let choices = choices(table, QUIZ_CHOICES, log);
    let answer = answer(table, choices.as_deref(), log);
    let why = required(table, "why", log);
    sources(table, "source", known.sources, log);
    let choices = choices?.into_iter().map(|choice| choice.value).collect();
    Some(Question { ask: ask?, choices, answer: answer?, why: why? })
}

fn faq(table: &mut Table, known: Known, log: &mut Log) -> Option<Faq> {
    let ask = required(table, "ask", log);
    let answer = required(table, "answer", log);
    sources(table, "source", known.sources, log);
    Some(Faq { ask: ask?, answer: answer? })
}

fn check(table: &mut Table, known: Known, log: &mut Log) -> Option<Check> {
    let ask = required(table, "ask", log);
    let scenes = scenes(table, known, log);
    let choices = choices(table, CHECK_CHOICES, log);
    let answer = answer(table, choices.as_deref(), log);
    let why = required(table, "why", log);
    let headline = required(table, "headline", log);
    let because = required(table, "because", log);
    sources(table, "source", known.sources, log);
    let script = steps::script(table, log).unwrap_or_default();
    let choices = choices?;
    let below = choices.iter().map(|choice| count_words(&choice.value)).sum::<usize>();
    for (key, most, text) in [("headline", WORDS.saturating_sub(below), &headline), ("because", REASON_WORDS, &because)]
    {
        let count = text.as_deref().map_or(0, count_words);
        if count > most {
            log.error(table.file(), table.line_of(key), check::too_many_words(count, most));
        }
    }
    for choice in &choices {
        let count = count_words(&choice.value);
        if count > CHOICE_WORDS {
            log.error(table.file(), choice.line, check::too_many_words(count, CHOICE_WORDS));
        }
    }
    let scenes = scenes?;
    if scenes.len() != choices.len() {
        let line = table.line_of("scenes");
        log.error(table.file(), line, check::scene_for_each_choice(scenes.len(), choices.len()));
        return None;
    }
    let pairs = scenes.into_iter().zip(choices);
    let choices = pairs.map(|(scene, words)| CheckChoice { scene, words: words.value }).collect();
    let (headline, because) = (headline.unwrap_or_default(), because.unwrap_or_default());
    Some(Check { ask: ask?, headline, choices, answer: answer?, why: why?, because, script })
}

/// `scenes`, each one that exists; `None` when there are none or one is no name at all.
fn scenes(table: &mut Table, known: Known, log: &mut Log) -> Option<Vec<String>> {
    if !table.has("scenes") {
        log.error(table.file(), table.line(), check::missing_key("scenes"));
    }
    let texts = table.texts("scenes", log);
    for text in &texts {
        if !is_slug(&text.value) {
            log.error(table.file(), text.line, check::not_a_slug("scenes", &text.value));
        } else if !known.scenes.contains(&text.value.as_str()) {
            let meant = nearest(&text.value, known.scenes.iter().copied());
            log.error(table.file(), text.line, check::missing_scene(&text.value, meant));
        }
    }
    let sound = !texts.is_empty() && texts.iter().all(|text| is_slug(&text.value));
    sound.then(|| texts.into_iter().map(|text| text.value).collect())
}

/// `choices`, of a number that is allowed and none of them empty.
fn choices(table: &mut Table, (low, high): (usize, usize), log: &mut Log) -> Option<Vec<Text>> {
    let choices = table.texts("choices", log);
    let line = table.line_of("choices");
    if !(low..=high).contains(&choices.len()) {
        log.error(table.file(), line, check::wrong_choices(choices.len(), low, high));
        return None;
    }
    if choices.iter().any(|choice| choice.value.trim().is_empty()) {
        log.error(table.file(), line, check::empty_key("choices"));
        return None;
    }
    Some(choices)
}

/// `answer`, which authors count from 1, as an index of `choices`.
fn answer(table: &mut Table, choices: Option<&[Text]>, log: &mut Log) -> Option<usize> {
    if !table.has("answer") {
        log.error(table.file(), table.line(), check::missing_key("answer"));
    }
    // Without usable choices only the kind of value can be looked at.
    let most = choices.map_or(i64::MAX, |choices| choices.len() as i64);
    table.integer("answer", 1, most, log).map(|number| number as usize - 1)
}

fn required(table: &mut Table, key: &'static str, log: &mut Log) -> Option<String> {
    table.required_text(key, log).map(|text| text.value)
}

/// What stands between empty lines; lines of one paragraph become one.
fn paragraphs(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut open = String::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if line.is_empty() {
            if !open.is_empty() {
                out.push(std::mem::take(&mut open));
            }
        } else {
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::session::ScriptKind;
    use crate::pack::{
        self, Diagnostic, Severity,
        sample::{learn, pack, write},
    };

    const FILE: &str = "sessions/m1-s1/learn.toml";

    /// Faults of the sample's file after `from` became `to`, with its text.
    fn faults(from: &str, to: &str) -> (Vec<Diagnostic>, String) {
        let dir = pack();
        let sound = learn();
        assert!(sound.contains(from), "{from}");
        let text = sound.replacen(from, to, 1);
        write(dir.path(), FILE, &text);
        (pack::check(dir.path()), text)
    }

    #[test]
    fn everything_in_the_file_is_there() {
        let dir = pack();
        let found = pack::load(dir.path()).sessions.into_iter().map(|session| session.learn).collect::<Vec<_>>();
        let [Some(learn), None] = found.as_slice() else { panic!("the first session's only: {found:?}") };
        assert_eq!(learn.background, ["Paragraf satu, dua baris.", "Paragraf dua."]);
        assert_eq!(learn.technique, Some(Technique::RolePlay));
        assert_eq!(learn.technique_note, ["Mainkan dua kali."]);
        assert_eq!((learn.questions.len(), learn.faq.len(), learn.checks.len()), (QUESTIONS.0, FAQ.0, CHECKS.0));
        let question = &learn.questions[0];
        assert_eq!(question.choices[question.answer], "Benar");
        let check = &learn.checks[0];
        assert_eq!(check.choices[check.answer], CheckChoice { scene: "tenang".into(), words: "Tenang dulu".into() });
        let script: Vec<_> = check.script.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(script, [(ScriptKind::Ask, "Mengapa?"), (ScriptKind::If, "Tunggu.")]);
    }

    /// What is spoilt, where it shows (a piece of the line), what the hint says.
    const FAULTS: [(&str, &str, &str, &str); 17] = [
        ("background =", "latar =", "latar", "Hapus baris ini"),
        ("technique = \"bermain-peran\"", "technique = \"bermain-perang\"", "perang", "Maksudnya “bermain-peran”"),
        ("technique_note =", "note =", "note =", "Hapus baris ini"),
        ("background_source = [\"kia\"]", "background_source = [\"kiaa\"]", "kiaa", "Maksudnya “kia”"),
        ("source = [\"kia\"]\n[[faq]]", "source = [\"xyz\"]\n[[faq]]", "xyz", "id = \"xyz\""),
        ("choices = [\"Salah\", \"Benar\", \"Bukan\"]", "choices = [\"Salah\", \"Benar\"]", "choices", "“answer”"),
        ("choices = [\"Salah\", \"Benar\", \"Bukan\"]", "choices = [\"\", \"Benar\", \"Bukan\"]", "choices", "Isi"),
        ("answer = 2", "answer = 4", "answer = 4", "antara 1 dan 3"),
        ("answer = 2", "answer = 0", "answer = 0", "antara 1 dan 3"),
        ("answer = 2\n", "", "[[question]]", "answer = …"),
        ("why = \"Karena.\"", "why = \"\"", "why = \"\"", "Isi"),
        ("scenes = [\"tenang\", \"tenang\"]", "scenes = [\"tenang\", \"tennang\"]", "tennang", "Maksudnya “tenang”"),
        ("scenes = [\"tenang\", \"tenang\"]", "scenes = [\"tenang\"]", "scenes = ", "satu gambar untuk setiap"),
        ("scenes = [\"tenang\", \"tenang\"]", "scenes = [\"../a\", \"tenang\"]", "../a", "huruf kecil"),
        ("scenes = [\"tenang\", \"tenang\"]\n", "", "[[check]]", "scenes = …"),
        ("Tanyakan: Mengapa?", "Tannyakan: Mengapa?", "Tannyakan", "Tanyakan"),
        ("\"Tenang dulu\"", "\"Tenang dulu baru bicara\"", "baru bicara", "Pendekkan"),
    ];

    #[test]
    fn every_fault_is_found_with_line_and_hint_and_takes_only_its_question_away() {
        for (from, to, place, hint) in FAULTS {
            let (found, text) = faults(from, to);
            let line = text.lines().position(|line| line.contains(place)).map(|index| index as u32 + 1);
            let fits = |d: &Diagnostic| {
                d.file == FILE && d.line == line && d.hint.contains(hint) && d.severity == Severity::Error
            };
            assert!(found.iter().any(fits), "{from} → {to}, line {line:?}: {found:#?}");
            let dir = pack();
            write(dir.path(), FILE, &text);
            let learn = pack::load(dir.path()).sessions.remove(0).learn.unwrap();
            assert!(learn.questions.len() >= QUESTIONS.0 - 1 && learn.faq.len() == FAQ.0, "{from} → {to}");
        }
    }

    #[test]
    fn unusual_numbers_are_warnings_and_nothing_is_left_out() {
        let dir = pack();
        let more = "[[faq]]\nask = \"Boleh?\"\nanswer = \"Boleh.\"\n".repeat(FAQ.1);
        write(dir.path(), FILE, format!("{}{more}", learn()));
        let found = pack::check(dir.path());
        let [warning] = found.as_slice() else { panic!("one warning: {found:#?}") };
        assert_eq!(warning.severity, Severity::Warning);
        assert!(warning.message.contains(&(FAQ.0 + FAQ.1).to_string()), "{}", warning.message);
        assert_eq!(pack::load(dir.path()).sessions[0].learn.as_ref().unwrap().faq.len(), FAQ.0 + FAQ.1);
    }

    #[test]
    fn a_file_that_is_no_toml_leaves_the_session_alone() {
        let dir = pack();
        write(dir.path(), FILE, "background = \n");
        let pack = pack::load(dir.path());
        assert!(!pack.sessions[0].outline_only && pack.sessions[0].learn.is_none());
        assert_eq!(pack.diagnostics.iter().map(|d| (d.file.as_str(), d.line)).collect::<Vec<_>>(), [(FILE, Some(1))]);
    }
}
