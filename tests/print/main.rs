//! Printed files of the real content: the text can be read back, nothing is cut off, the same input gives the same bytes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod sheet;

use std::{
    path::Path,
    process::{Command, Output},
    sync::Arc,
};

use lembar::{
    app::printing::{self, PrintError},
    engine::{print::Printout, session::Session},
    pack::{self, Pack},
    typeset::{
        font::{BOLD, Fonts, REGULAR},
        paper::{
            MM,
            handout::{Block, Body, Handout, printed},
        },
    },
};
use resvg::usvg::{Group, Node, Options, Text, Tree};

fn pack() -> Pack {
    pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
}

fn written(pack: &Pack) -> impl Iterator<Item = &Session> {
    pack.sessions.iter().filter(|session| !session.outline_only)
}

/// What a program of poppler says about a file; `None` where poppler is not installed.
fn asked(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.pdf");
    std::fs::write(&file, bytes).unwrap();
    let asked = Command::new(program).args(arguments).arg(&file).args((program == "pdftotext").then_some("-")).output();
    match asked {
        Ok(output) => {
            assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            println!("skipped: {program}: {error}");
            None
        }
    }
}

/// Without the breaks between lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(handout: &Handout) -> Vec<String> {
    let words: Vec<String> = match &handout.body {
        Body::Blocks(blocks) => blocks.iter().flat_map(Block::texts).map(str::to_owned).collect(),
        Body::Cards(cards) => cards.cards.iter().flat_map(|card| card.words.clone()).collect(),
    };
    words.into_iter().chain([handout.title.clone()]).filter(|words| !words.trim().is_empty()).collect()
}

#[test]
fn every_written_session_has_handouts_and_their_text_can_be_read_back() {
    let pack = pack();
    for session in written(&pack) {
        let (bytes, leaves) = printing::make(&pack, &session.id, Printout::Handouts).unwrap();
        assert!(session.handouts.len() >= 2 && leaves >= session.handouts.len(), "{}", session.id);
        assert_eq!(printing::make(&pack, &session.id, Printout::Handouts).unwrap().0, bytes, "{}", session.id);
        let Some(read) = asked("pdftotext", &["-raw"], &bytes) else { return };
        let read = flat(&read);
        for handout in pack.handouts(&session.id) {
            for words in texts(&handout) {
                assert!(read.contains(&flat(&words)), "{}: “{words}” in {read}", handout.id);
            }
        }
        let info = asked("pdfinfo", &[], &bytes).unwrap();
        let line = |name: &str| info.lines().find(|line| line.starts_with(name)).map(flat);
        assert_eq!(line("Pages"), Some(format!("Pages: {leaves}")));
        assert!(line("Title").is_some_and(|line| line.contains(&session.label)), "{info}");
        assert_eq!((line("CreationDate"), line("ModDate")), (None, None), "no date nobody gave");
    }
}

#[test]
fn nothing_is_cut_off() {
    let pack = pack();
    let mut options = Options::default();
    for font in [REGULAR, BOLD] {
        options.fontdb_mut().load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    let fonts = Fonts::new();
    for session in written(&pack) {
        for handout in pack.handouts(&session.id) {
            let printed = printed(&fonts, &handout);
            assert_eq!(printed.misfits, [] as [String; 0], "{}", handout.id);
            for leaf in printed.leaves {
                let (w, h) = leaf.paper.size();
                let tree = Tree::from_str(&leaf.svg, &options).unwrap();
                let mut found = Vec::new();
                gather(tree.root(), &mut found);
                assert!(found.len() > 2, "{}", handout.id);
                for text in found {
                    let ink = text.flattened().abs_bounding_box();
                    // Printers reach all but the last 5 mm.
                    let edge = 5.0 * MM;
                    let inside =
                        ink.left() >= edge && ink.top() >= edge && ink.right() <= w - edge && ink.bottom() <= h - edge;
                    let words: String = text.chunks().iter().map(resvg::usvg::TextChunk::text).collect();
                    assert!(inside, "{}: “{words}” at {ink:?}", handout.id);
                }
            }
        }
    }
}

fn gather(group: &Group, found: &mut Vec<Text>) {
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, found),
            Node::Text(text) => found.push((**text).clone()),
            _ => {}
        }
    }
}

#[test]
fn the_guide_has_every_script_and_the_flipchart_every_page() {
    let pack = pack();
    let session = written(&pack).next().unwrap();
    let pages: Vec<_> = session.steps.iter().flat_map(|step| &step.pages).collect();
    let (flipchart, leaves) = printing::make(&pack, &session.id, Printout::Flipchart).unwrap();
    assert_eq!(leaves, pages.len());
    let (guide, _) = printing::make(&pack, &session.id, Printout::Guide).unwrap();
    let Some(images) = asked("pdfimages", &["-list"], &flipchart) else { return };
    assert_eq!(images.lines().count(), 2, "drawings stay drawings: {images}");
    let read = flat(&asked("pdftotext", &["-raw"], &guide).unwrap());
    for page in pages {
        assert!(read.contains(&flat(&page.title)), "{}", page.title);
        for block in &page.script {
            // A paragraph may go on on the next leaf, past the line at the foot.
            let start: Vec<&str> = block.text.split_whitespace().take(4).collect();
            assert!(read.contains(&start.join(" ")), "{}: {}", page.title, block.text);
        }
    }
}

#[test]
fn what_cannot_be_printed_is_said() {
    let pack = pack();
    let outline = pack.sessions.iter().find(|session| session.outline_only).unwrap();
    let nothing = printing::make(&pack, &outline.id, Printout::Handouts);
    assert!(matches!(&nothing, Err(error @ PrintError::Nothing { .. }) if error.sentence().contains(&outline.label)));
    let unknown = printing::make(&pack, &"m9-s9".into(), Printout::Guide);
    assert!(matches!(&unknown, Err(error @ PrintError::NoSession(_)) if error.sentence().contains("m9-s9")));
    let dir = tempfile::tempdir().unwrap();
    let nowhere = dir.path().join("tidak-ada").join("a.pdf");
    let failed = printing::write(&pack, &"m1-s1".into(), Printout::Handouts, &nowhere);
    assert!(
        matches!(&failed, Err(error @ PrintError::Write { .. }) if error.sentence().contains("tidak bisa ditulis"))
    );
}

#[test]
fn the_command_line_prints_and_draws_contact_sheets() {
    let dir = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let lembar = |words: &[&str]| -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lembar"));
        command.args(words).arg("--pack").arg(&content).arg("--data").arg(dir.path().join("data"));
        command.current_dir(dir.path()).output().unwrap()
    };
    let printed = lembar(&["print", "m2-s1", "--out", "bahan.pdf"]);
    let said = String::from_utf8(printed.stdout).unwrap();
    assert!(printed.status.success() && said.contains("bahan.pdf"), "{said}");
    assert!(std::fs::read(dir.path().join("bahan.pdf")).unwrap().starts_with(b"%PDF-"));
    assert!(lembar(&["sheet", "m2-s1", "--out", "a.png"]).status.success());
    let sheet = image::open(dir.path().join("a.png")).unwrap();
    assert!(sheet.width() > sheet.height() / 2 && sheet.width() > 1000);
    for wrong in
        [&["print", "m2-s1"][..], &["print", "m2-s1", "--what", "x", "--out", "a.pdf"], &["print", "--out", "a.pdf"]]
    {
        assert_eq!(lembar(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(lembar(&["print", "m9-s9", "--out", "b.pdf"]).status.code(), Some(1));
    assert!(!dir.path().join("b.pdf").exists());
}

#[test]
fn an_observation_sheet_says_every_level_and_crosses_the_chosen_ones() {
    use lembar::{
        engine::{
            ids::{MeetingId, SessionId},
            observe::Observation,
            session::Module,
            time::Wall,
        },
        report::{self, observation::Observed},
    };
    let pack = pack();
    let items = &pack.shelf.observation;
    let id = SessionId::from("m1-s1");
    let (bytes, leaves) = printing::make(&pack, &id, Printout::Observation).unwrap();
    assert_eq!(leaves, 1, "it is handed over as one sheet");
    let Some(empty) = asked("pdftotext", &["-layout"], &bytes) else { return };
    assert!(!empty.contains("[X]") && empty.matches("[ ").count() >= items.len() * 4, "{empty}");
    let levels = items.iter().zip((1..=4).cycle()).skip(1).map(|(item, level)| (item.id.clone(), level)).collect();
    let filled = Observation {
        meeting: MeetingId(1),
        session: id,
        observer: "Bu Ratna".to_owned(),
        levels,
        remark: "Menunggu lebih lama setelah bertanya.".to_owned(),
    };
    let mean = filled.mean_tenths().unwrap();
    let day = Wall(1_800_000_000_000);
    let of = Observed {
        facilitator: "Rina".to_owned(),
        held: Some(day),
        filled: Some(filled),
        history: vec![(day, 21), (day.plus_ms(86_400_000), mean)],
        ..Observed::empty(Module::M1, "M1-S1 Menjadi Orang Tua yang Lebih Baik".to_owned())
    };
    let leaves = report::observation::leaves(items, &of);
    assert_eq!(leaves.len(), 1);
    let bytes = report::pdf("Lembar amatan", &leaves).unwrap();
    assert_eq!(bytes, report::pdf("Lembar amatan", &report::observation::leaves(items, &of)).unwrap());
    let text = flat(&asked("pdftotext", &[], &bytes).unwrap());
    assert_eq!(text.matches("[X]").count(), items.len() - 1, "{text}");
    let mean = format!("{},{}", mean / 10, mean % 10);
    for words in ["Bu Ratna", "Rina", "Menunggu lebih lama setelah bertanya.", &mean, "2,1"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
