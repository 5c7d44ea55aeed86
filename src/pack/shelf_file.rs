//! Reading `learn/*.toml`: what stands on the shelves for learning. What is wrong with one entry leaves out that entry only.

use std::path::Path;

use super::{
    diagnostic::Log,
    learn_file::TECHNIQUES,
    table::{Source, Table},
};
use crate::{
    engine::{
        learn::Technique,
        observe::Item,
        problem::{Problem, ProgramDeed, Response},
        shelf::{Shelf, TechniqueGuide, Term},
    },
    text::check,
};

/// Responses of a problem card.
const RESPONSES: (usize, usize) = (2, 4);
/// Steps and mistakes of a technique.
const LINES: (usize, usize) = (2, 8);
/// Items of an observation sheet: more are not filled in.
const ITEMS: (usize, usize) = (10, 12);
/// What problem cards call the program's own answers.
const DEEDS: [(&str, ProgramDeed); 8] = [
    ("tutup-layar", ProgramDeed::Cover),
    ("pangkas", ProgramDeed::Cut),
    ("permainan", ProgramDeed::Game),
    ("jeda", ProgramDeed::Pause),
    ("layar-laptop", ProgramDeed::Laptop),
    ("catatan", ProgramDeed::Note),
    ("hitung-mundur", ProgramDeed::Countdown),
    ("tambah-menit", ProgramDeed::Adjust),
];

/// Reads all shelves of the pack; a file that is not there is an empty shelf.
pub(super) fn read(root: &Path, log: &mut Log) -> Shelf {
    let mut shelf = Shelf {
        techniques: list(root, "techniques", "technique", log, technique, ("id", |guide| name_of(guide.technique))),
        glossary: list(root, "glossary", "term", log, term, ("word", |term| &term.word)),
        problems: list(root, "problems", "problem", log, problem, ("id", |problem| &problem.id)),
        observation: list(root, "observation", "item", log, item, ("id", |item| &item.id)),
    };
    shelf.glossary.sort_by_key(|term| term.word.to_lowercase());
    let count = shelf.observation.len();
    if count > 0 && !(ITEMS.0..=ITEMS.1).contains(&count) {
        log.warning("learn/observation.toml", 0, check::better_between(check::ITEMS, count, ITEMS.0, ITEMS.1));
    }
    shelf
}

/// The entries of one shelf; of two of one name the first stays. `name`: the key it stands under, and it.
fn list<T>(
    root: &Path,
    shelf: &str,
    key: &'static str,
    log: &mut Log,
    read: fn(&mut Table, &mut Log) -> Option<T>,
    name: (&str, fn(&T) -> &str),
) -> Vec<T> {
    let file = format!("learn/{shelf}.toml");
    let Some(source) = Source::read(root, &file, false, log) else { return Vec::new() };
    let entries = source.table(log, |table, log| {
        table.each(key, log, |table, log| {
            let line = table.line();
            Some((read(table, log)?, line))
        })
    });
    let kept = log.once(&file, name.0, entries.unwrap_or_default(), name.1);
    kept.into_iter().map(|(entry, _)| entry).collect()
}

fn name_of(technique: Technique) -> &'static str {
    TECHNIQUES.iter().find(|(_, known)| *known == technique).map_or("", |(name, _)| name)
}

fn technique(table: &mut Table, log: &mut Log) -> Option<TechniqueGuide> {
    let technique = table.required_choice("id", &TECHNIQUES, log);
    let title = table.required_text("title", log);
    let when = table.required_text("when", log);
    let how = lines(table, "how", log);
    let mistakes = lines(table, "mistakes", log);
    Some(TechniqueGuide { technique: technique?, title: title?.value, when: when?.value, how, mistakes })
}

fn lines(table: &mut Table, key: &'static str, log: &mut Log) -> Vec<String> {
    let texts: Vec<String> = table.texts(key, log).into_iter().map(|text| text.value).collect();
    if !(LINES.0..=LINES.1).contains(&texts.len()) {
        log.warning(table.file(), table.line_of(key), check::better_between(key, texts.len(), LINES.0, LINES.1));
    }
    texts
}

fn term(table: &mut Table, log: &mut Log) -> Option<Term> {
    let word = table.required_text("word", log);
    let meaning = table.required_text("meaning", log);
    Some(Term { word: word?.value, meaning: meaning?.value })
}

fn problem(table: &mut Table, log: &mut Log) -> Option<Problem> {
    let id = table.required_slug("id", log);
    let title = table.required_text("title", log);
    let situation = table.required_text("situation", log);
    let deed = table.choice("deed", &DEEDS, log);
    let choices = table.each("choice", log, |table, log| {
        let text = table.required_text("text", log);
        let good = table.boolean("good", log).unwrap_or_default();
        let why = table.required_text("why", log);
        Some(Response { text: text?.value, good, why: why?.value })
    });
    if !(RESPONSES.0..=RESPONSES.1).contains(&choices.len()) {
        log.error(table.file(), table.line(), check::wrong_choices(choices.len(), RESPONSES.0, RESPONSES.1));
        return None;
    }
    if !choices.iter().any(|choice| choice.good) {
        log.error(table.file(), table.line(), check::no_good_choice());
        return None;
    }
    Some(Problem { id: id?.value, title: title?.value, situation: situation?.value, deed, choices })
}

fn item(table: &mut Table, log: &mut Log) -> Option<Item> {
    let id = table.required_slug("id", log);
    let title = table.required_text("title", log);
    let line = table.line_of("levels");
    let levels: Vec<String> = table.texts("levels", log).into_iter().map(|text| text.value).collect();
    let count = levels.len();
    let levels = levels.try_into().ok();
    if levels.is_none() {
        log.error(table.file(), line, check::four_levels(count));
    }
    Some(Item { id: id?.value, title: title?.value, levels: levels? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{
        self,
        sample::{pack as sample, write},
    };

    const PROBLEM: &str = "[[problem]]\nid = \"listrik\"\ntitle = \"Listrik padam\"\nsituation = \"Gelap.\"\ndeed = \"layar-laptop\"\n\
        [[problem.choice]]\ntext = \"Lanjut dengan suara\"\ngood = true\nwhy = \"Ibu-ibu tetap belajar.\"\n\
        [[problem.choice]]\ntext = \"Pulang\"\nwhy = \"Sayang waktunya.\"\n";

    #[test]
    fn shelves_are_read_and_a_faulty_entry_goes_alone() {
        let dir = sample();
        assert_eq!(pack::load(dir.path()).shelf, Shelf::default(), "no shelves are no fault");
        let spoilt = PROBLEM.replace("good = true\n", "").replace("listrik", "gelap");
        let again = PROBLEM.replace("Listrik padam", "Lampu mati");
        write(dir.path(), "learn/problems.toml", format!("{PROBLEM}{spoilt}{again}"));
        write(dir.path(), "learn/glossary.toml", "[[term]]\nword = \"RTL\"\nmeaning = \"Rencana tindak lanjut.\"\n");
        let pack = pack::load(dir.path());
        assert_eq!(pack.shelf.problems.len(), 1);
        assert_eq!(pack.shelf.problems[0].deed, Some(ProgramDeed::Laptop));
        assert_eq!(pack.shelf.glossary.len(), 1);
        let faults: Vec<_> = pack.diagnostics.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
        let lines = [13, 24].map(|line| ("learn/problems.toml", Some(line)));
        assert_eq!(faults, lines, "no good answer, and an id twice: {:#?}", pack.diagnostics);
    }
}
