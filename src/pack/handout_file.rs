//! Reading `sessions/<id>/handouts/*.toml`: handouts, cards and worksheets of a session, and setting them on paper.

use std::{collections::BTreeSet, path::Path};

use super::{
    Pack, PageDesign,
    diagnostic::{Diagnostic, Log, Severity, nearest},
    scene_file::file_stems,
    session_file::sources,
    table::{Source, Table, is_slug},
};
use crate::{
    engine::{
        ids::SessionId,
        session::{Module, Session},
    },
    text::{check, check_paper, print},
    typeset::{
        font::Fonts,
        page::Drawing,
        paper::{
            Paper,
            handout::{Block, Body, Card, Cards, Handout, Printed, printed},
        },
    },
};

/// Most files in one session.
const HANDOUTS: usize = 20;
/// Most blocks in one handout, cards in one set.
const PARTS: usize = 60;
/// Leaves a handout should not be longer than: one sheet, both sides.
const LEAVES: usize = 2;

const KINDS: [(&str, Kind); 3] = [("handout", Kind::Handout), ("cards", Kind::Cards), ("worksheet", Kind::Worksheet)];
const PAPERS: [(&str, Paper); 3] =
    [("a4", Paper::A4), ("a4-landscape", Paper::A4Landscape), ("a3-landscape", Paper::A3Landscape)];
/// What a block can be; each has a key of its own.
const BLOCKS: [&str; 8] = ["heading", "text", "list", "steps", "scene", "table", "page_table", "frame"];

/// What kind of handout it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Handout,
    Cards,
    Worksheet,
}

/// A handout as its file says it: pictures by the names of their scenes.
pub(super) type Design = Handout<String>;

/// What the files may refer to.
pub(super) struct Known<'a> {
    pub(super) sources: &'a [String],
    pub(super) scenes: &'a [&'a str],
    /// The session's pages, whose tables a handout can repeat, so that a number is written in one place only.
    pub(super) pages: &'a [PageDesign],
}

/// Whose handouts they are.
pub(super) struct Owner<'a> {
    pub(super) id: &'a SessionId,
    pub(super) module: Module,
    pub(super) label: &'a str,
    pub(super) title: &'a str,
}

fn folder(session: &SessionId) -> String {
    format!("sessions/{session}/handouts")
}

/// Every handout of a session, by the names of their files; what cannot be used is left out.
pub(super) fn read_all(root: &Path, owner: &Owner, known: &Known, log: &mut Log) -> Vec<Design> {
    let folder = folder(owner.id);
    let mut names = file_stems(root, &folder, "toml", log);
    if names.len() > HANDOUTS {
        log.error(&folder, 0, check::too_many("Bahan cetak", names.len(), HANDOUTS));
        names.truncate(HANDOUTS);
    }
    let read = |name: &String, log: &mut Log| {
        let source = Source::read(root, &format!("{folder}/{name}.toml"), true, log)?;
        source.table(log, |table, log| handout(table, name, owner, known, log))?
    };
    names.iter().filter_map(|name| read(name, log)).collect()
}

fn handout(table: &mut Table, id: &str, owner: &Owner, known: &Known, log: &mut Log) -> Option<Design> {
    let title = table.required_text("title", log);
    let kind = table.required_choice("kind", &KINDS, log);
    let paper = table.choice("paper", &PAPERS, log).unwrap_or_default();
    sources(table, "source", known.sources, log);
    let body = match kind? {
        Kind::Cards => Body::Cards(cards(table, known, log)?),
        kind => Body::Blocks(blocks(table, kind, known, log)?),
    };
    Some(Handout {
        id: id.to_owned(),
        title: title?.value,
        foot: print::foot(owner.label, owner.title),
        module: owner.module,
        paper,
        body,
    })
}

fn blocks(table: &mut Table, kind: Kind, known: &Known, log: &mut Log) -> Option<Vec<Block<String>>> {
    let blocks = table.each("block", log, |table, log| block(table, known, log));
    let line = table.line_of("block");
    if blocks.len() > PARTS {
        log.error(table.file(), line, check::too_many("Bagian", blocks.len(), PARTS));
    }
    if blocks.is_empty() {
        log.error(table.file(), line, check_paper::no_parts("block"));
        return None;
    }
    if kind == Kind::Worksheet && !blocks.iter().any(Block::is_open) {
        log.warning(table.file(), line, check_paper::nothing_to_write());
    }
    Some(blocks.into_iter().take(PARTS).collect())
}

fn block(table: &mut Table, known: &Known, log: &mut Log) -> Option<Block<String>> {
    sources(table, "source", known.sources, log);
    let given: Vec<&str> = BLOCKS.into_iter().filter(|key| table.has(key)).collect();
    let [key] = given.as_slice() else {
        log.error(table.file(), table.line(), check_paper::one_of(&BLOCKS, &given));
        table.forgive();
        return None;
    };
    let number = |table: &mut Table, key, (low, usual, high): (i64, i64, i64), log: &mut Log| {
        table.integer(key, low, high, log).unwrap_or(usual) as f32
    };
    match *key {
        "heading" => Some(Block::Heading(table.required_text("heading", log)?.value)),
        "text" => Some(Block::Text(table.required_text("text", log)?.value)),
        "list" => Some(Block::List(lines(table, "list", log)?)),
        "steps" => {
            let steps = lines(table, "steps", log)?;
            let pictures = scenes(table, known, log);
            if !pictures.is_empty() && pictures.len() != steps.len() {
                let words = check_paper::scene_for_each_step(pictures.len(), steps.len());
                log.error(table.file(), table.line_of("scenes"), words);
                return None;
            }
            Some(Block::Steps { steps, pictures })
        }
        "scene" => {
            let caption = table.text("caption", log).map(|text| text.value).unwrap_or_default();
            let height = number(table, "height", (20, 75, 240), log);
            Some(Block::Picture { picture: scene(table, known, log)?, caption, height })
        }
        "table" => {
            let row_height = number(table, "row_height", (6, 12, 240), log);
            let rows = table.rows("table", log);
            let cells = rows.first().map_or(0, Vec::len);
            if rows.len() < 2 || !(1..=12).contains(&cells) || rows.iter().any(|row| row.len() != cells) {
                log.error(table.file(), table.line_of("table"), check_paper::ragged_table());
                return None;
            }
            Some(Block::Table { rows, row_height })
        }
        "page_table" => Some(Block::Table { rows: page_table(table, known, log)?.to_vec(), row_height: 12.0 }),
        _ => {
            let caption = table.text("frame", log).map(|text| text.value).unwrap_or_default();
            Some(Block::Frame { caption, height: number(table, "height", (15, 60, 250), log) })
        }
    }
}

/// A list of texts, none of them empty.
fn lines(table: &mut Table, key: &'static str, log: &mut Log) -> Option<Vec<String>> {
    let texts = table.texts(key, log);
    if texts.is_empty() || texts.iter().any(|text| text.value.trim().is_empty()) {
        log.error(table.file(), table.line_of(key), check::empty_key(key));
        return None;
    }
    Some(texts.into_iter().map(|text| text.value).collect())
}

fn cards(table: &mut Table, known: &Known, log: &mut Log) -> Option<Cards<String>> {
    let mut number = |key, usual: i64, high| table.integer(key, 1, high, log).unwrap_or(usual) as usize;
    let (columns, rows, copies) = (number("columns", 3, 6), number("rows", 4, 8), number("copies", 1, 48));
    let cards = table.each("card", log, |table, log| {
        sources(table, "source", known.sources, log);
        let picture = if table.has("scene") { Some(scene(table, known, log)?) } else { None };
        let mut words: Vec<String> = table.text_or_texts("words", log).into_iter().map(|text| text.value).collect();
        if table.has("page_table") {
            // The first line is the card's name; the table's rows come below it.
            let rows = page_table(table, known, log)?.iter().skip(1).map(|row| row.join(" "));
            let at = words.len().min(1);
            words.splice(at..at, rows);
        }
        if picture.is_none() && words.iter().all(|line| line.trim().is_empty()) {
            log.error(table.file(), table.line(), check_paper::empty_card());
            return None;
        }
        Some(Card { picture, words })
    });
    if cards.is_empty() {
        log.error(table.file(), table.line_of("card"), check_paper::no_parts("card"));
        return None;
    }
    if cards.len() > PARTS {
        log.error(table.file(), table.line_of("card"), check::too_many("Kartu", cards.len(), PARTS));
    }
    Some(Cards { columns, rows, copies, cards: cards.into_iter().take(PARTS).collect() })
}

/// The rows of the page named in `page_table`.
fn page_table<'a>(table: &mut Table, known: &Known<'a>, log: &mut Log) -> Option<&'a [Vec<String>]> {
    let tables = known.pages.iter().filter(|page| !page.rows.is_empty());
    let tables: Vec<_> = tables.map(|page| (page.id.as_str(), page.rows.as_slice())).collect();
    table.required_choice("page_table", &tables, log)
}

/// `scene`, if it is a name at all; one nobody drew is noted and drawn as an ornament.
fn scene(table: &mut Table, known: &Known, log: &mut Log) -> Option<String> {
    let text = table.required_slug("scene", log)?;
    note_missing(table, known, (&text.value, text.line), log);
    Some(text.value)
}

fn scenes(table: &mut Table, known: &Known, log: &mut Log) -> Vec<String> {
    let texts = table.texts("scenes", log);
    for text in &texts {
        if is_slug(&text.value) {
            note_missing(table, known, (&text.value, text.line), log);
        } else {
            log.error(table.file(), text.line, check::not_a_slug("scenes", &text.value));
        }
    }
    texts.into_iter().map(|text| text.value).collect()
}

fn note_missing(table: &Table, known: &Known, (name, line): (&str, u32), log: &mut Log) {
    if !known.scenes.contains(&name) {
        let meant = nearest(name, known.scenes.iter().copied());
        log.error(table.file(), line, check::missing_scene(name, meant));
    }
}

impl Pack {
    /// What can be printed for the families of a session, by the names of the files.
    #[must_use]
    pub fn handouts(&self, session: &SessionId) -> Vec<Handout> {
        let designs = self.art.handouts.get(session).into_iter().flatten();
        designs.map(|design| self.drawn_handout(session, design)).collect()
    }

    /// What of it is faulty, so that it is not or not wholly among them.
    #[must_use]
    pub fn handout_faults(&self, session: &SessionId) -> Vec<&Diagnostic> {
        let folder = folder(session);
        let faulty = |fault: &&Diagnostic| fault.severity == Severity::Error && fault.file.starts_with(&folder);
        self.diagnostics.iter().filter(faulty).collect()
    }

    /// The words of the same, in the same order: title, then everything written below it.
    #[must_use]
    pub fn handout_words(&self, session: &SessionId) -> Vec<(&str, Vec<&str>)> {
        let designs = self.art.handouts.get(session).into_iter().flatten();
        designs
            .map(|design| {
                let words = design.texts().into_iter().filter(|text| !text.is_empty());
                (design.title.as_str(), words.collect())
            })
            .collect()
    }

    fn drawn_handout(&self, session: &SessionId, design: &Design) -> Handout {
        let mut index = 0;
        design.drawn(|name| -> Option<Drawing> {
            index += 1;
            self.scene(Some(session), name).map(|entry| self.drawing(&entry.scene, index))
        })
    }
}

/// Notes what of a session's handouts does not fit its paper or cannot be written with the bundled letters.
pub(super) fn check_paper(pack: &Pack, fonts: &Fonts, session: &Session, log: &mut Log) {
    for design in pack.art.handouts.get(&session.id).into_iter().flatten() {
        let file = format!("sessions/{}/handouts/{}.toml", session.id, design.id);
        let letters: BTreeSet<char> =
            design.texts().into_iter().chain([design.title.as_str()]).flat_map(str::chars).collect();
        for letter in letters.into_iter().filter(|letter| !letter.is_whitespace() && !fonts.has(*letter)) {
            log.error(&file, 0, check::missing_letter(letter));
        }
        let Printed { leaves, misfits } = printed(fonts, &pack.drawn_handout(&session.id, design));
        for text in misfits {
            log.error(&file, 0, check_paper::off_the_paper(&text));
        }
        if leaves.len() > LEAVES && matches!(design.body, Body::Blocks(_)) {
            log.warning(&file, 0, check_paper::many_leaves(leaves.len(), LEAVES));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{
        self, Diagnostic, Severity,
        sample::{pack, write},
    };

    const FILE: &str = "sessions/m1-s1/handouts/uji.toml";
    const SOUND: &str = r#"title = "Uji cetak"
kind = "worksheet"
paper = "a4"
source = ["kia"]
[[block]]
heading = "Judul"
[[block]]
text = "Kalimat."
source = ["kia"]
[[block]]
list = ["Satu", "Dua"]
[[block]]
steps = ["Basahi", "Sabuni"]
scenes = ["tenang", "tenang"]
[[block]]
scene = "tenang"
height = 60
[[block]]
table = [["A", "B"], ["", ""]]
[[block]]
page_table = "table"
[[block]]
frame = "Gambar"
"#;
    const CARDS: &str = r#"title = "Kartu"
kind = "cards"
columns = 2
copies = 3
[[card]]
scene = "tenang"
words = "Tenang"
[[card]]
words = ["Nomor"]
page_table = "table"
"#;

    fn found(text: &str) -> Vec<Diagnostic> {
        let dir = pack();
        write(dir.path(), FILE, text);
        pack::check(dir.path())
    }

    #[test]
    fn everything_in_the_file_is_there_and_on_paper() {
        let dir = pack();
        write(dir.path(), FILE, SOUND);
        write(dir.path(), "sessions/m1-s1/handouts/kartu.toml", CARDS);
        assert_eq!(pack::check(dir.path()), []);
        let pack = pack::load(dir.path());
        let session = &pack.sessions[0];
        assert_eq!(session.handouts, ["Kartu", "Uji cetak"]);
        let handouts = pack.handouts(&session.id);
        let [cards, sheet] = handouts.as_slice() else { panic!("two") };
        let (Body::Blocks(blocks), Body::Cards(cards)) = (&sheet.body, &cards.body) else { panic!("kinds") };
        assert_eq!(blocks.len(), SOUND.matches("[[block]]").count());
        assert!(blocks.iter().any(|block| matches!(block, Block::Picture { picture: Some(_), .. })));
        // The page's table comes below the card's name, without its head.
        assert_eq!(cards.cards[1].words, ["Nomor", "6–8 bulan 2–3 kali", "9–11 bulan 3–4 kali"]);
        let svg: String = printed(&Fonts::new(), sheet).leaves.into_iter().map(|leaf| leaf.svg).collect();
        assert!(["Uji cetak", "Kalimat.", "Basahi", "M1-S1"].iter().all(|words| svg.contains(words)));
    }

    /// What is spoilt, where it shows (a piece of the line), what the hint says.
    const FAULTS: [(&str, &str, &str, &str); 14] = [
        ("kind = \"worksheet\"", "kind = \"workshet\"", "workshet", "Maksudnya “worksheet”"),
        ("paper = \"a4\"", "paper = \"folio\"", "folio", "a4-landscape"),
        ("title =", "titel =", "titel", "Maksudnya “title”"),
        (
            "source = [\"kia\"]\n[[block]]\nheading",
            "source = [\"kiaa\"]\n[[block]]\nheading",
            "kiaa",
            "Maksudnya “kia”",
        ),
        ("heading = \"Judul\"", "heading = \"\"", "heading", "Isi"),
        ("heading = \"Judul\"", "headng = \"Judul\"", "[[block]]", "heading, text, list"),
        ("heading = \"Judul\"", "heading = \"Judul\"\ntext = \"A\"", "[[block]]", "tepat satu"),
        ("list = [\"Satu\", \"Dua\"]", "list = [\"Satu\", \"\"]", "list", "Isi"),
        ("scenes = [\"tenang\", \"tenang\"]", "scenes = [\"tenang\"]", "scenes", "satu gambar untuk setiap langkah"),
        ("scenes = [\"tenang\", \"tenang\"]", "scenes = [\"tenang\", \"tennang\"]", "tennang", "Maksudnya “tenang”"),
        ("height = 60", "height = 900", "height", "antara 20 dan 240"),
        ("table = [[\"A\", \"B\"]", "table = [[\"A\"]", "table = [[", "sama banyak"),
        ("page_table = \"table\"", "page_table = \"tabel\"", "tabel\"", "Maksudnya “table”"),
        ("frame = \"Gambar\"", "frame = 3", "frame", "frame = "),
    ];

    #[test]
    fn every_fault_is_found_with_line_and_hint() {
        for (from, to, place, hint) in FAULTS {
            assert!(SOUND.contains(from), "{from}");
            let text = SOUND.replacen(from, to, 1);
            let found = found(&text);
            let line = text.lines().position(|line| line.contains(place)).map(|index| index as u32 + 1);
            let fits = |d: &Diagnostic| {
                d.file == FILE && d.line == line && d.hint.contains(hint) && d.severity == Severity::Error
            };
            assert!(found.iter().any(fits), "{from} → {to}, line {line:?}: {found:#?}");
        }
    }

    #[test]
    fn what_does_not_fit_the_paper_is_said() {
        let long = "Pertanggungjawaban".repeat(9);
        let wide = found(&SOUND.replacen("Kalimat.", &long, 1));
        assert!(wide.iter().any(|d| d.message.contains(&long) && d.message.contains("tidak muat")), "{wide:#?}");
        let card = found(&CARDS.replacen("\"Tenang\"", &format!("\"{}\"", "Tenang sekali. ".repeat(90)), 1));
        assert!(card.iter().any(|d| d.severity == Severity::Error && d.message.contains("tidak muat")), "{card:#?}");
        let many = found(&SOUND.replacen("Kalimat.", &"Kalimat panjang. ".repeat(900), 1));
        assert!(matches!(many.as_slice(), [d] if d.severity == Severity::Warning), "{many:#?}");
        let closed = found("title = \"A\"\nkind = \"worksheet\"\n[[block]]\ntext = \"A\"\n");
        assert!(matches!(closed.as_slice(), [d] if d.severity == Severity::Warning), "{closed:#?}");
        assert!(found("title = \"A\"\nkind = \"cards\"\n").iter().any(|d| d.hint.contains("[[card]]")));
    }

    #[test]
    fn a_broken_file_takes_no_other_down() {
        let dir = pack();
        write(dir.path(), FILE, "title = \n");
        write(dir.path(), "sessions/m1-s1/handouts/kartu.toml", CARDS);
        let pack = pack::load(dir.path());
        assert_eq!(pack.sessions[0].handouts, ["Kartu"]);
        assert!(!pack.sessions[0].outline_only);
        assert_eq!(pack.diagnostics.iter().map(|d| (d.file.as_str(), d.line)).collect::<Vec<_>>(), [(FILE, Some(1))]);
        assert_eq!(pack.handout_faults(&"m1-s1".into()), pack.diagnostics.iter().collect::<Vec<_>>());
        assert!(pack.handout_faults(&"m1-s2".into()).is_empty(), "nobody else's");
    }
}
