//! Borrowed material, from files as people bring them to pages on the wall and to another laptop.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod archive;
mod command;
mod files;
#[cfg(unix)]
mod office;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use image::ImageFormat;
use lembar::{
    engine::{
        ids::SessionId,
        scene::{Base, PictureKey},
        session::{Module, Session},
    },
    media::pictures::{Pictures, Renderer},
    pack::{
        self, Pack, Severity,
        import::{self, ImportError, Into, Listing, Progress},
    },
};
use tempfile::TempDir;

/// A data directory beside the content that comes with the program.
pub(crate) struct Desk {
    pub(crate) dir: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }

    pub(crate) fn own(&self) -> PathBuf {
        self.dir.path().join(pack::own::FOLDER)
    }

    /// Everything, as the program loads it.
    pub(crate) fn pack(&self) -> Pack {
        pack::load(&content()).with_own(&self.own())
    }

    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        files::put(&self.dir.path().join("unduhan"), name, bytes)
    }

    fn look(&self, paths: &[PathBuf]) -> Listing {
        import::look(paths, &self.own(), &mut |_| true).unwrap()
    }

    pub(crate) fn import(&self, paths: &[PathBuf], title: &str) -> SessionId {
        let listing = self.look(paths);
        assert_eq!(listing.problems, Vec::<String>::new());
        import::save(&self.pack(), &self.own(), &listing, &Into::New(title.to_owned()), &mut |_| true).unwrap()
    }

    pub(crate) fn session(&self, id: &SessionId) -> Session {
        self.pack().session(id).unwrap().clone()
    }

    /// Nothing unfinished lies about, whatever happened.
    pub(crate) fn assert_tidy(&self) {
        let left = fs::read_dir(self.own()).into_iter().flatten().flatten().map(|entry| entry.file_name());
        let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with('.')).collect();
        assert!(left.is_empty(), "{left:?}");
        let pack = self.pack();
        let faults: Vec<_> = pack.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn titles(session: &Session) -> Vec<String> {
    session.steps.iter().flat_map(|step| &step.pages).map(|page| page.title.clone()).collect()
}

/// The colour at nine places of a page: near the edges and in the middle; rows from the top, drawn at 320 × 240.
fn nine(renderer: &Renderer, pack: &Pack, session: &SessionId, page: usize) -> Vec<[u8; 3]> {
    let pages = pack.session(session).unwrap().steps.iter().flat_map(|step| &step.pages);
    let base = Base::Page(session.clone(), pages.into_iter().nth(page).unwrap().id.clone());
    let key = PictureKey { base, module: Module::Adaptive, width: 320, height: 240 };
    let picture = renderer.render(pack, &key).unwrap();
    assert_eq!(picture.rgba.len(), 320 * 240 * 4);
    let place = |i: usize, length: usize| length * (4 * i + 1) / 10;
    (0..9)
        .map(|i| {
            let at = (place(i / 3, 240) * 320 + place(i % 3, 320)) * 4;
            [picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2]]
        })
        .collect()
}

fn is_red([r, g, b]: [u8; 3]) -> bool {
    r > 180 && g < 60 && b < 60
}

fn is_blue([r, g, b]: [u8; 3]) -> bool {
    b > 180 && g < 60 && r < 60
}

fn is_paper(colour: [u8; 3]) -> bool {
    colour == [0xFB, 0xF6, 0xEC]
}

#[test]
fn a_pdf_becomes_a_session_of_two_hours_with_a_script_box_a_page() {
    let desk = Desk::new();
    let id = desk.import(&[desk.put("Gizi Ibu.pdf", files::pdf(20, false))], "Gizi Ibu");
    assert_eq!(id.as_str(), "saya-gizi-ibu");
    let pack = desk.pack();
    let session = pack.session(&id).unwrap();
    assert_eq!(session.title, "Gizi Ibu");
    assert_eq!((session.module, session.module_title.as_str()), (Module::Adaptive, "Bahan saya"));
    assert!(pack.is_own(&id) && !session.outline_only);
    assert_eq!(session.steps.iter().map(|step| u32::from(step.minutes)).sum::<u32>(), 120);
    let pages: Vec<_> = session.steps.iter().flat_map(|step| &step.pages).collect();
    assert_eq!(pages.len(), 20);
    assert_eq!(pages[2].title, "Gizi Ibu, halaman 3");
    assert!(pages.iter().all(|page| page.script.is_empty()));
    // The shipped plan's steps and prompts stand around them.
    let plan = &pack.sessions[0].steps;
    assert_eq!(session.steps.len(), plan.len());
    assert!(session.steps.iter().any(|step| step.pages.is_empty() && !step.script.is_empty()));
    let text = fs::read_to_string(pack.folder(&id).join("session.toml")).unwrap();
    assert_eq!(text.matches("script = \"\"\"").count(), 20);
    desk.assert_tidy();
    // The own folder also passes the check authors use.
    assert_eq!(pack::check(&desk.own()), []);
    let renderer = Renderer::new();
    let colours = nine(&renderer, &pack, &id, 0);
    assert!(is_red(colours[3]) && colours[5] != colours[3], "{colours:?}");
    // A page lying on its side leaves ground above and below on a 4 : 3 wall.
    let top = PictureKey {
        base: Base::Page(id.clone(), pages[0].id.clone()),
        module: Module::Adaptive,
        width: 320,
        height: 240,
    };
    assert!(is_paper(renderer.render(&pack, &top).unwrap().rgba[..3].try_into().unwrap()));
}

#[test]
fn a_turned_page_and_turned_photos_stand_upright() {
    let desk = Desk::new();
    let paths = [
        desk.put("a1.jpg", files::jpeg(400, 200, Some(1))),
        desk.put("a6.jpg", files::jpeg(400, 200, Some(6))),
        desk.put("a3.jpg", files::jpeg(400, 200, Some(3))),
        desk.put("b.pdf", files::pdf(1, true)),
    ];
    let id = desk.import(&paths, "Foto");
    let (pack, renderer) = (desk.pack(), Renderer::new());
    assert_eq!(titles(pack.session(&id).unwrap()), ["a1", "a3", "a6", "b"]);
    let lying = nine(&renderer, &pack, &id, 0);
    assert!(is_red(lying[3]) && is_blue(lying[5]) && is_paper(lying[1]) == is_paper(lying[7]), "{lying:?}");
    let upside_down = nine(&renderer, &pack, &id, 1);
    assert!(is_blue(upside_down[3]) && is_red(upside_down[5]), "{upside_down:?}");
    // A quarter to the right: the left edge is on top; upright, so ground at both sides.
    let upright = nine(&renderer, &pack, &id, 2);
    assert!(is_red(upright[1]) && is_blue(upright[7]) && is_paper(upright[3]) && is_paper(upright[5]), "{upright:?}");
    let turned_page = nine(&renderer, &pack, &id, 3);
    assert!(is_red(turned_page[1]) && !is_red(turned_page[7]), "{turned_page:?}");
}

#[test]
fn a_folder_comes_in_the_order_people_expect_and_what_cannot_be_used_is_named() {
    let desk = Desk::new();
    for (name, bytes) in [
        ("rapat/IMG_10.jpg", files::jpeg(40, 30, None)),
        ("rapat/IMG_2.jpg", files::jpeg(40, 30, None)),
        ("rapat/foto 10.jpg", files::jpeg(40, 30, None)),
        ("rapat/foto 2.png", files::plain(40, 30, ImageFormat::Png)),
        ("rapat/foto 3.webp", files::plain(40, 30, ImageFormat::WebP)),
        ("rapat/catatan.docx", b"PK\x03\x04 ...".to_vec()),
        ("rapat/lagu.mp3", b"ID3 ...".to_vec()),
        ("rapat/kosong.jpg", Vec::new()),
        ("rapat/.tersembunyi.jpg", Vec::new()),
        ("rapat/klip.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0".to_vec()),
        ("rapat/klip.srt", b"1\n00:00:01,000 --> 00:00:02,000\nHalo\n".to_vec()),
        ("rapat/sendiri.srt", b"1".to_vec()),
        ("rapat/bom.png", files::huge_png(60_000, 60_000)),
        ("rapat/terpotong.png", files::plain(400, 300, ImageFormat::Png)[..300].to_vec()),
        ("rapat/terpotong.pdf", files::pdf(3, false)[..60].to_vec()),
        ("rapat/bukan.mp4", "Bukan video. ".repeat(500).into_bytes()),
    ] {
        desk.put(name, bytes);
    }
    let listing = desk.look(&[desk.dir.path().join("unduhan/rapat")]);
    let taken: Vec<_> = listing.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(taken, ["foto 2.png", "foto 3.webp", "foto 10.jpg", "IMG_2.jpg", "IMG_10.jpg", "klip.mp4", "lagu.mp3"]);
    let named: BTreeSet<_> = listing.problems.iter().filter_map(|sentence| sentence.split(['“', '”']).nth(1)).collect();
    let expected =
        ["bom.png", "bukan.mp4", "catatan.docx", "kosong.jpg", "sendiri.srt", "terpotong.pdf", "terpotong.png"];
    assert_eq!(named, BTreeSet::from(expected), "{:#?}", listing.problems);
    assert!(listing.problems.iter().all(|sentence| sentence.ends_with('.')), "{:#?}", listing.problems);
    assert_eq!(listing.title, "rapat");
    let id = import::save(&desk.pack(), &desk.own(), &listing, &Into::New("Rapat".to_owned()), &mut |_| true).unwrap();
    let pack = desk.pack();
    let pages: Vec<_> = pack.session(&id).unwrap().steps.iter().flat_map(|step| &step.pages).collect();
    let [film, song] = [5, 6].map(|index| pack.clip_file(&id, &pages[index].id).unwrap());
    assert!(film.is_file() && film.with_extension("srt").is_file());
    assert!(song.ends_with("lagu.mp3") && song.is_file());
    // Until its first picture a clip's page is the calm one; a sound's page has its title on it.
    let renderer = Renderer::new();
    let [film, song] = [5, 6].map(|index| nine(&renderer, &pack, &id, index));
    assert!(!film.iter().copied().all(is_paper) && !song.iter().copied().all(is_paper));
    let base = Base::Page(id.clone(), pages[6].id.clone());
    assert!(pack.svg(&base, Module::Adaptive, (320, 240)).contains("lagu"));
    assert_eq!(pack::check(&desk.own()), []);
    desk.assert_tidy();
}

/// Draws all pages of a session with one renderer; for each why it could not be drawn, and how long it took.
fn drawn(pack: &Pack, id: &SessionId) -> Vec<(Result<(), String>, Duration)> {
    let renderer = Renderer::new();
    let pages = pack.session(id).unwrap().steps.iter().flat_map(|step| &step.pages);
    let bases = pages.map(|page| Base::Page(id.clone(), page.id.clone()));
    bases
        .map(|base| {
            let began = Instant::now();
            let key = PictureKey { base, module: Module::Adaptive, width: 640, height: 480 };
            (renderer.render(pack, &key).map(drop).map_err(|error| error.to_string()), began.elapsed())
        })
        .collect()
}

#[test]
fn a_page_that_never_ends_or_wants_all_memory_costs_itself_only() {
    let desk = Desk::new();
    let endless = desk.import(&[desk.put("tanpa akhir.pdf", files::endless_pdf())], "Tanpa akhir");
    let greedy = desk.import(&[desk.put("rakus.pdf", files::greedy_pdf())], "Rakus");
    let pack = desk.pack();
    for (id, why) in [(&endless, "too long"), (&greedy, "stopped")] {
        let pages = drawn(&pack, id);
        println!("{id}: {pages:?}");
        assert!(pages[0].0.is_ok() && pages[2].0.is_ok(), "{id}: {pages:?}");
        assert!(pages[1].0.as_ref().unwrap_err().contains(why), "{id}: {pages:?}");
        assert!(pages[1].1 < Duration::from_secs(20), "{id}: {pages:?}");
        assert!(pages[2].1 < Duration::from_secs(2), "{id}: {pages:?}");
    }
}

/// The worker of the windows: while one page never ends, others that are looked at are drawn.
#[test]
fn the_picture_worker_goes_on_beside_a_page_that_never_ends() {
    let desk = Desk::new();
    let id = desk.import(&[desk.put("tanpa akhir.pdf", files::endless_pdf())], "Tanpa akhir");
    let pack = Arc::new(desk.pack());
    let key = |index: usize| {
        let pages = pack.session(&id).unwrap().steps.iter().flat_map(|step| &step.pages);
        let base = Base::Page(id.clone(), pages.into_iter().nth(index).unwrap().id.clone());
        PictureKey { base, module: Module::Adaptive, width: 320, height: 240 }
    };
    let pictures = Pictures::spawn(Arc::clone(&pack), |_| ()).unwrap();
    let until = |what: &str, mut done: Box<dyn FnMut() -> bool + '_>| {
        let began = Instant::now();
        while !done() {
            assert!(began.elapsed() < Duration::from_secs(20), "waited in vain: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
        began.elapsed()
    };
    pictures.request(&key(1));
    std::thread::sleep(Duration::from_millis(200));
    pictures.request(&key(2));
    let waited = until("the third page", Box::new(|| pictures.finished().iter().any(|(made, _)| *made == key(2))));
    assert!(waited < Duration::from_secs(5), "{waited:?}");
    until("the second is given up", Box::new(|| pictures.is_impossible(&key(1))));
    // At another size it is not even tried.
    let larger = PictureKey { width: 640, height: 480, ..key(1) };
    pictures.request(&larger);
    let waited = until("at another size as well", Box::new(|| pictures.is_impossible(&larger)));
    assert!(waited < Duration::from_secs(2), "{waited:?}");
    // Closing waits for nobody.
    let began = Instant::now();
    drop(pictures);
    assert!(began.elapsed() < Duration::from_secs(2));
}

#[test]
fn pages_are_added_to_an_own_session_and_to_no_other() {
    let desk = Desk::new();
    let pdf = desk.put("bahan.pdf", files::pdf(2, false));
    let id = desk.import(std::slice::from_ref(&pdf), "Gizi");
    let more = desk.look(&[pdf, desk.put("bahan.jpg", files::jpeg(40, 30, None))]);
    let add =
        |to: &str| import::save(&desk.pack(), &desk.own(), &more, &Into::Session(SessionId::from(to)), &mut |_| true);
    assert_eq!(add(id.as_str()).unwrap(), id);
    let session = desk.session(&id);
    assert_eq!(titles(&session).len(), 5);
    let ids: BTreeSet<_> = session.steps.iter().flat_map(|step| &step.pages).map(|page| page.id.clone()).collect();
    assert_eq!(ids.len(), 5);
    desk.assert_tidy();
    assert!(matches!(add("m1-s1"), Err(ImportError::NoSession(_))));
    assert!(matches!(add("tidak-ada"), Err(ImportError::NoSession(_))));
    // Broken by hand: said, and nothing changes.
    let file = desk.pack().folder(&id).join("session.toml");
    let before = fs::read_to_string(&file).unwrap() + "\n[[step]\n";
    fs::write(&file, &before).unwrap();
    assert!(matches!(add(id.as_str()), Err(ImportError::Unwritable(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
}

#[test]
fn the_same_title_twice_makes_two_sessions_and_odd_titles_are_kept() {
    let desk = Desk::new();
    let pdf = desk.put("a.pdf", files::pdf(1, false));
    for title in ["Gizi", "Gizi", "\"Kutip\" \\ ★", "../../luar", "漢字"] {
        let id = desk.import(std::slice::from_ref(&pdf), title);
        assert_eq!(desk.session(&id).title, title);
    }
    let ids: Vec<_> = desk.pack().sessions.iter().map(|session| session.id.to_string()).collect();
    assert_eq!(ids[ids.len() - 5..], ["saya-gizi", "saya-gizi-2", "saya-kutip", "saya-luar", "saya-bahan"]);
    desk.assert_tidy();
}

#[test]
fn stopping_and_a_refusing_disk_leave_nothing_behind() {
    let desk = Desk::new();
    let path = desk.put("a.pdf", files::pdf(4, false));
    let listing = desk.look(std::slice::from_ref(&path));
    let save = |title: &str, told: &mut dyn FnMut(&Progress) -> bool| {
        import::save(&desk.pack(), &desk.own(), &listing, &Into::New(title.to_owned()), told)
    };
    assert!(matches!(save("Gizi", &mut |_| false), Err(ImportError::Stopped)));
    assert!(matches!(save("  ", &mut |_| true), Err(ImportError::NoTitle)));
    desk.assert_tidy();
    assert!(!desk.own().join("sessions").exists());
    // The file went away between looking and saving.
    fs::remove_file(&path).unwrap();
    assert!(matches!(save("Gizi", &mut |_| true), Err(ImportError::Disk { .. })));
    desk.assert_tidy();
    assert!(matches!(
        import::save(&desk.pack(), &desk.own(), &Listing::default(), &Into::New("x".to_owned()), &mut |_| true),
        Err(ImportError::Nothing)
    ));
    assert!(desk.look(&[desk.dir.path().join("tidak ada.pdf")]).problems[0].contains("tidak ditemukan"));
}

#[test]
fn a_long_pdf_tells_how_far_it_is_and_can_be_stopped_at_any_moment() {
    let desk = Desk::new();
    let mut bytes = files::pdf(200, false);
    // As heavy as scanned pages, so that copying takes several steps.
    bytes.extend(std::iter::repeat_n(b'%', 8 << 20));
    let path = desk.put("panjang.pdf", bytes);
    let mut looks = 0;
    let count = &mut |progress: &Progress| {
        looks += usize::from(matches!(progress, Progress::Looking { .. }));
        true
    };
    let listing = import::look(std::slice::from_ref(&path), &desk.own(), count).unwrap();
    assert!(looks >= 1 && listing.pages() == 200);
    assert!(matches!(import::look(&[path], &desk.own(), &mut |_| false), Err(ImportError::Stopped)));
    let save = |told: &mut dyn FnMut(&Progress) -> bool| {
        import::save(&desk.pack(), &desk.own(), &listing, &Into::New("Panjang".to_owned()), told)
    };
    for stop_at in 1..=8 {
        let mut steps = 0;
        let stopped = save(&mut |_| {
            steps += 1;
            steps < stop_at
        });
        assert!(matches!(stopped, Err(ImportError::Stopped)), "at step {stop_at}");
        desk.assert_tidy();
        assert!(!desk.own().join("sessions").exists(), "at step {stop_at}");
    }
    let mut shares = Vec::new();
    save(&mut |progress| {
        if let Progress::Copying { done, all, .. } = progress {
            shares.push(done * 100 / all);
        }
        true
    })
    .unwrap();
    assert!(shares.len() >= 8 && shares.is_sorted() && shares.last() == Some(&100), "{shares:?}");
}

#[test]
fn a_broken_own_folder_takes_nothing_from_the_shipped_pack() {
    let desk = Desk::new();
    let shipped = pack::load(&content()).sessions.len();
    for (file, text) in [
        (
            "catalogue.toml",
            "[[session]]\nid = \"m1-s1\"\nmodule = \"adaptif\"\nlabel = \"x\"\ntitle = \"Palsu\"\ngoal = \"x\"\n",
        ),
        ("pack.toml", "id = ["),
        ("catalogue.toml", "\u{0}\u{1}"),
    ] {
        files::put(&desk.own(), file, text);
        let pack = desk.pack();
        assert_eq!(pack.sessions.len(), shipped);
        assert_ne!(pack.session(&"m1-s1".into()).unwrap().title, "Palsu");
        assert!(!pack.is_own(&"m1-s1".into()));
        assert!(pack.diagnostics.iter().any(|fault| fault.file.starts_with("isi/")), "{:#?}", pack.diagnostics);
    }
}

/// Measured and printed; the machine's speed is not asserted tightly.
#[test]
fn a_long_pdf_is_quick_to_its_first_page() {
    let desk = Desk::new();
    let listing_began = Instant::now();
    let listing = desk.look(&[desk.put("panjang.pdf", files::pdf(200, false))]);
    let looked = listing_began.elapsed();
    let save_began = Instant::now();
    let id =
        import::save(&desk.pack(), &desk.own(), &listing, &Into::New("Panjang".to_owned()), &mut |_| true).unwrap();
    let saved = save_began.elapsed();
    let load_began = Instant::now();
    let pack = desk.pack();
    let loaded = load_began.elapsed();
    let pages: Vec<_> =
        pack.session(&id).unwrap().steps.iter().flat_map(|step| &step.pages).map(|page| page.id.clone()).collect();
    assert_eq!(pages.len(), 200);
    let renderer = Renderer::new();
    let times: Vec<_> = pages
        .iter()
        .map(|page| {
            let base = Base::Page(id.clone(), page.clone());
            let began = Instant::now();
            renderer.render(&pack, &PictureKey { base, module: Module::Adaptive, width: 1024, height: 768 }).unwrap();
            began.elapsed()
        })
        .collect();
    let mut further = times[1..].to_vec();
    further.sort_unstable();
    println!(
        "200 pages: looked in {looked:?}, saved in {saved:?}, all packs loaded in {loaded:?}; first page {:?}, further p50 {:?} p95 {:?}",
        times[0],
        further[further.len() / 2],
        further[further.len() * 95 / 100]
    );
    assert!(times[0].as_secs() < 5);
    let photo = desk.import(&[desk.put("besar.jpg", files::jpeg(4000, 3000, Some(6)))], "Besar");
    let pack = desk.pack();
    let began = Instant::now();
    nine(&renderer, &pack, &photo, 0);
    println!("a photo of 12 million pixels: {:?}", began.elapsed());
    let more = desk.look(&[desk.put("terlalu.pdf", files::pdf(501, false))]);
    assert!(more.items.is_empty() && more.problems[0].contains("501"), "{:?}", more.problems);
}
