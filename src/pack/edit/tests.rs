//! Files there and back: what is written is what was edited, and nothing else.

use std::{fs, path::Path};

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::{
    engine::{
        draft::{Edit, History, NewPage, Outcome},
        ids::{GameId, PageId, StepId},
    },
    pack::{self, Pack, own, sample},
};

const HEAD: &str = "# Catatan ibu ketua, jangan hilang.\n";
const SESSION: &str = r#"materials = ["Kertas"] # satu lembar

[home_practice]
text = "Dicoba di rumah."
question = "Apa yang dicoba?"

# Langkah pertama
[[step]]
id = "pembukaan"
minutes = 30   # lebih lama

  [[step.page]]
  id = "h-001"
  title = "Foto kita"
  layout = "photo"
  file = "a.png"
  rahasia = 3 # kunci yang tidak dikenal
  script = """
Katakan: Halo.
  Tanyakan: Apa ini?
"""

  # Videonya
  [[step.page]]
  id = "h-002"
  title = "Video"
  layout = "clip"
  clip = "a.mp4"
  script = ""

    [[step.page.pause]]
    at = 2.5
    ask = "Apa?"

[[step]]
id = "isi"
title = "Isi"
minutes = 90
weight = 9
must = true
min_minutes = 40
role = "plain"
# Akhir berkas
"#;

/// A shipped pack and an own folder with one session.
struct World {
    shipped: TempDir,
    own: TempDir,
}

impl World {
    fn new(session: &str) -> Self {
        let world = Self { shipped: sample::pack(), own: tempfile::tempdir().unwrap() };
        own::begin(&world.own.path().join(own::FOLDER)).unwrap();
        let root = world.root();
        let entry = crate::text::import::own_entry("\"saya\"", "\"Gizi\"", "\"Tahu gizi.\"");
        fs::write(root.join("catalogue.toml"), format!("{HEAD}{entry}\n# Akhir\n")).unwrap();
        let folder = root.join("sessions/saya");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("session.toml"), session).unwrap();
        image::RgbImage::new(8, 6).save(folder.join("a.png")).unwrap();
        fs::write(folder.join("a.mp4"), b"video").unwrap();
        world
    }

    fn root(&self) -> PathBuf {
        self.own.path().join(own::FOLDER)
    }

    fn pack(&self) -> Pack {
        pack::load(self.shipped.path()).with_own(&self.root())
    }

    fn open(&self) -> (SessionFiles, Draft) {
        SessionFiles::open(&self.pack(), &self.root(), &"saya".into()).unwrap()
    }

    fn text(&self) -> String {
        read(&self.root().join("sessions/saya/session.toml"))
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn session() -> String {
    format!("{HEAD}{SESSION}")
}

fn question() -> NewPage {
    let shows = Shows::Drawn { layout: "question".to_owned(), headline: "Apa \"gizi\"?".to_owned() };
    NewPage { title: "Tanya".to_owned(), script: "Tanyakan: Apa?".to_owned(), shows }
}

#[test]
fn an_unchanged_draft_is_the_file_as_it_was() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    assert_eq!((draft.title.as_str(), draft.goal.as_str(), draft.minutes()), ("Gizi", "Tahu gizi.", 120));
    let first = &draft.steps[0];
    assert_eq!((first.title.as_str(), first.must, first.pages.len()), ("Pembukaan", true, 2), "from the plan");
    assert_eq!(first.pages[0].script, "Katakan: Halo.\n  Tanyakan: Apa ini?");
    files.save(&draft, false).unwrap();
    assert_eq!(world.text(), session());
    assert!(!world.root().join("sessions/saya").join(PREVIOUS).exists());
}

#[test]
fn only_what_was_edited_is_written_and_comments_move_with_their_page() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    let photo = PageId::from("h-001");
    for edit in [
        Edit::Hide(photo.clone(), true),
        Edit::Script(photo.clone(), "Katakan: \"\"\"Tiga\"\"\" \\ baris\n\nTekankan: ya".to_owned()),
        Edit::Move { page: "h-002".into(), step: "isi".into(), at: 0 },
        Edit::Minutes("pembukaan".into(), 20),
        Edit::Insert { step: "pembukaan".into(), at: 0, page: question() },
        Edit::AddStep { after: "pembukaan".into(), title: "Jeda".to_owned() },
        Edit::Title("Gizi ibu".to_owned()),
    ] {
        assert_ne!(history.apply(&edit), Outcome::Unchanged);
    }
    files.save(history.now(), false).unwrap();
    let text = world.text();
    for kept in [HEAD, "# satu lembar", "# lebih lama", "# kunci yang tidak dikenal", "    at = 2.5", "# Akhir berkas"]
    {
        assert!(text.contains(kept), "{kept} is lost:\n{text}");
    }
    assert!(text.contains("minutes = 20   # lebih lama") && text.contains("  hidden = true\n"), "{text}");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in\n{text}"));
    assert!(at("h-003") < at("h-001") && at("h-001") < at("langkah-1"));
    assert!(at("id = \"isi\"") < at("# Videonya") && at("# Videonya") < at("h-002"));
    assert_eq!(read(&world.root().join("sessions/saya").join(PREVIOUS)), session());
    let catalogue = read(&world.root().join("catalogue.toml"));
    assert!(catalogue.starts_with(HEAD) && catalogue.contains("# Akhir") && catalogue.contains("\"Gizi ibu\""));
    // Read again it is the same, and a meeting has the pages that are not hidden.
    let (_, again) = world.open();
    assert_eq!(&again, history.now());
    let pack = world.pack();
    let loaded = pack.session(&"saya".into()).unwrap();
    let pages: Vec<&str> = loaded.steps.iter().flat_map(|step| &step.pages).map(|page| page.id.as_str()).collect();
    assert_eq!((pages.as_slice(), loaded.title.as_str()), (&["h-003", "h-002"][..], "Gizi ibu"));
    assert_eq!(loaded.steps[2].pages[0].clip.as_ref().unwrap().pauses.len(), 1);
    assert!(pack.files_of(&"saya".into()).contains("a.png"), "a hidden page's file travels too");
}

#[test]
fn without_a_title_the_catalogue_keeps_the_old_one() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    history.apply(&Edit::Title(" ".to_owned()));
    files.save(history.now(), false).unwrap();
    assert_eq!(world.pack().session(&"saya".into()).unwrap().title, "Gizi");
    history.apply(&Edit::Title("Padi".to_owned()));
    files.save(history.now(), false).unwrap();
    assert_eq!(world.pack().session(&"saya".into()).unwrap().title, "Padi");
}

#[test]
fn what_is_taken_back_after_it_was_saved_is_written_as_it_was() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    history.apply(&Edit::RemoveStep("pembukaan".into()));
    history.apply(&Edit::Goal("Lain.".to_owned()));
    files.save(history.now(), false).unwrap();
    assert!(!world.text().contains("h-001"));
    assert!(world.text().contains("Dicoba di rumah."));
    while history.undo() {}
    files.save(history.now(), false).unwrap();
    assert_eq!(world.text(), session());
}

#[test]
fn a_comment_at_the_head_outlives_the_first_step() {
    let steps = SESSION.split_once("# Langkah pertama\n").unwrap().1;
    let world = World::new(&format!("{HEAD}{steps}"));
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    history.apply(&Edit::RemoveStep("pembukaan".into()));
    files.save(history.now(), false).unwrap();
    assert!(world.text().starts_with(HEAD), "{}", world.text());
}

#[test]
fn what_another_program_wrote_is_not_overwritten_unless_asked() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    history.apply(&Edit::PageTitle("h-001".into(), "Lain".to_owned()));
    let theirs = session().replace("Foto kita", "Foto mereka");
    let path = world.root().join("sessions/saya/session.toml");
    fs::write(&path, &theirs).unwrap();
    assert!(matches!(files.save(history.now(), false), Err(EditError::Changed)));
    assert_eq!(world.text(), theirs);
    files.save(history.now(), true).unwrap();
    assert!(world.text().contains("\"Lain\""));
    assert_eq!(read(&path.with_file_name(PREVIOUS)), theirs);
    // In letters of an old Windows program: no text for us, and theirs all the same.
    let western = [theirs.as_bytes(), b"# caf\xe9\n"].concat();
    fs::write(&path, &western).unwrap();
    assert!(matches!(files.save(history.now(), false), Err(EditError::Changed)));
    files.save(history.now(), true).unwrap();
    assert_eq!(fs::read(path.with_file_name(PREVIOUS)).unwrap(), western);
    fs::remove_file(&path).unwrap();
    assert!(matches!(files.save(history.now(), false), Err(EditError::Changed)), "gone is changed, too");
}

#[test]
fn other_forms_are_left_alone_and_full_disks_are_said() {
    for text in ["step = [{ id = \"a\" }]", "[[step]]\nid = \"a\"\n[[step]]\nid = \"a\"\n", "[[step", "goal = \"\""] {
        let world = World::new(text);
        let opened = SessionFiles::open(&world.pack(), &world.root(), &"saya".into());
        assert!(matches!(opened, Err(EditError::Form(_))), "{text}");
        assert_eq!(world.text(), text);
    }
    let world = World::new(&session());
    let shipped = SessionFiles::open(&world.pack(), &world.root(), &"m1-s1".into());
    assert!(matches!(shipped, Err(EditError::NotOwn(_))));
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    history.apply(&Edit::Hide("h-001".into(), true));
    // Where the new text would be written stands a folder.
    let folder = world.root().join("sessions/saya");
    fs::create_dir(folder.join("session.toml.baru")).unwrap();
    let error = files.save(history.now(), false).unwrap_err();
    assert!(matches!(error, EditError::Disk { .. }) && error.sentence().contains("masih ada di layar"));
    assert_eq!(world.text(), session());
}

#[test]
fn faults_name_their_page_and_a_game_page_shows_the_game() {
    let world = World::new(&session());
    let (mut files, draft) = world.open();
    let mut history = History::new(draft);
    let game: GameId = world.pack().games[0].id.clone();
    let page = NewPage { title: "Main".to_owned(), script: String::new(), shows: Shows::Game(game.clone()) };
    let Outcome::Page(main) = history.apply(&Edit::Insert { step: "isi".into(), at: 0, page }) else { panic!() };
    let Outcome::Page(asked) = history.apply(&Edit::Insert { step: "isi".into(), at: 1, page: question() }) else {
        panic!()
    };
    let long = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas".to_owned();
    history.apply(&Edit::Headline(asked.clone(), long));
    history.apply(&Edit::Script("h-001".into(), "Halo".to_owned()));
    history.apply(&Edit::Minutes("isi".into(), 80));
    files.save(history.now(), false).unwrap();
    let pack = world.pack();
    let faults = Inspector::default().look(&pack, &files);
    let on = |page: Option<&PageId>| faults.iter().filter(|fault| fault.page.as_ref() == page).count();
    assert!(on(Some(&asked)) >= 1 && on(Some(&"h-001".into())) >= 1, "{faults:#?}");
    assert_eq!(on(Some(&main)), 0, "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.page.is_none() && fault.sentence.contains("110")), "{faults:#?}");
    let base = |page| crate::engine::scene::Base::Page("saya".into(), page);
    let game = pack.content(&crate::engine::scene::Base::Game(game));
    assert_eq!(pack.content(&base(main)).headline, game.headline);
    assert!(pack.content(&base(asked)).drawings[0].is_some(), "the calm scene stands in");
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let step = || prop::sample::select(vec!["pembukaan", "isi", "langkah-1"]).prop_map(StepId::from);
    let page = || prop::sample::select(vec!["h-001", "h-002", "h-003", "h-004"]).prop_map(PageId::from);
    let words = || prop_oneof![any::<String>(), "[a-z\"\\\\:\n#= ]{0,30}"];
    let new = (words(), words(), words()).prop_map(|(title, script, headline)| NewPage {
        title,
        script,
        shows: Shows::Drawn { layout: "message".to_owned(), headline },
    });
    prop_oneof![
        words().prop_map(Edit::Title),
        words().prop_map(Edit::Goal),
        (step(), words()).prop_map(|(step, text)| Edit::StepTitle(step, text)),
        (step(), any::<u16>()).prop_map(|(step, minutes)| Edit::Minutes(step, minutes)),
        (step(), any::<bool>()).prop_map(|(step, must)| Edit::Must(step, must)),
        (step(), words()).prop_map(|(after, title)| Edit::AddStep { after, title }),
        step().prop_map(Edit::RemoveStep),
        Just(Edit::Fit),
        (page(), words()).prop_map(|(page, text)| Edit::PageTitle(page, text)),
        (page(), any::<bool>()).prop_map(|(page, hidden)| Edit::Hide(page, hidden)),
        (page(), words()).prop_map(|(page, text)| Edit::Script(page, text)),
        (page(), step(), 0..4_usize).prop_map(|(page, step, at)| Edit::Move { page, step, at }),
        page().prop_map(Edit::RemovePage),
        (step(), 0..4_usize, new).prop_map(|(step, at, page)| Edit::Insert { step, at, page }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_written_is_read_back_the_same(edits in prop::collection::vec(any_edit(), 1..25)) {
        let form = Form::read(&session(), &[]).unwrap();
        let mut history = History::new(form.draft().clone());
        for edit in &edits {
            history.apply(edit);
        }
        let text = form.write(history.now());
        let read = Form::read(&text, &[]);
        prop_assert!(read.is_some(), "{text}");
        let again = read.unwrap().draft().clone();
        prop_assert_eq!(&again.steps, &history.now().steps, "{}", text);
        while history.undo() {}
        prop_assert_eq!(form.write(history.now()), session());
    }
}

#[test]
fn files_are_offered_by_what_their_names_end_in() {
    let world = World::new(&session());
    let files = usable_files(&world.root().join("sessions/saya"));
    let named = |shows: &Shows| crate::text::edit::file(shows).unwrap().to_owned();
    assert_eq!(files.iter().map(named).collect::<Vec<_>>(), ["a.mp4", "a.png"]);
}
