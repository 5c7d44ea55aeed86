//! Own material through the core: looked at, saved, chosen; nothing while a meeting is open.

use std::{path::PathBuf, time::Duration};

use lembar::{
    app::core::Core,
    ui::{
        intent::{GroupEdit, ImportKey, Intent, Screen},
        view::ImportView,
    },
};

use super::{NINE, begun, core};

/// Waits until the worker has nothing more to tell.
fn finished(core: &mut Core) {
    for _ in 0..3000 {
        core.drain();
        if view(core).is_none_or(|view| view.doing.is_none()) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the import did not end");
}

fn view(core: &Core) -> Option<ImportView<'_>> {
    core.view(None).import
}

fn photo(dir: &std::path::Path, name: &str) -> PathBuf {
    let path = dir.join(name);
    image::RgbImage::from_pixel(30, 20, image::Rgb([9, 9, 9])).save(&path).unwrap();
    path
}

#[test]
fn files_become_a_session_that_is_chosen() {
    let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    let shipped = core.pack.sessions.len();
    prepared(&mut core);
    core.apply(Intent::Go(Screen::Catalogue));
    let add = |core: &mut Core, path: PathBuf| {
        core.apply(Intent::Import(ImportKey::Add(vec![path])));
        finished(core);
    };
    add(&mut core, photo(files.path(), "Sawah kita.png"));
    assert_eq!(core.screen(), &Screen::Import);
    assert_eq!(core.drafts.import_title, "Sawah kita");
    add(&mut core, photo(files.path(), "dua.jpg"));
    add(&mut core, files.path().join("tidak ada.pdf"));
    add(&mut core, photo(files.path(), "dua.jpg"));
    let seen = view(&core).unwrap();
    assert_eq!((seen.items.len(), seen.pages, seen.problems.len()), (2, 2, 1));
    core.apply(Intent::Import(ImportKey::Remove(1)));
    core.apply(Intent::Import(ImportKey::Save("Sawah".to_owned())));
    finished(&mut core);
    assert_eq!(core.screen(), &Screen::Prepare);
    assert_eq!(core.pack.sessions.len(), shipped + 1);
    let chosen = core.view(None).prepare.unwrap().session;
    assert_eq!(chosen.as_str(), "saya-sawah");
    assert_eq!(core.pack.session(&chosen).unwrap().title, "Sawah");
}

#[test]
fn a_refused_title_keeps_what_was_gathered() {
    let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    core.apply(Intent::Import(ImportKey::Add(vec![photo(files.path(), "a.png")])));
    finished(&mut core);
    core.apply(Intent::Import(ImportKey::Save("  ".to_owned())));
    finished(&mut core);
    let seen = view(&core).unwrap();
    assert!(seen.error.is_some() && seen.items.len() == 1);
    // Leaving while the worker is busy ends in order, too.
    core.apply(Intent::Import(ImportKey::Add(vec![files.path().to_owned()])));
    assert_eq!(core.close(), 0);
}

#[test]
fn during_a_meeting_nothing_is_taken_in() {
    let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    core.apply(Intent::Import(ImportKey::Add(vec![photo(files.path(), "a.png")])));
    assert_eq!(core.screen(), &Screen::Deliver);
    assert!(core.view(None).notices.iter().any(|notice| notice.text.contains("sesudah pertemuan")));
}

/// A group whose meeting is being prepared.
fn prepared(core: &mut Core) {
    core.apply(Intent::SaveGroup(GroupEdit::named("Anggrek", "", ["Aminah"])));
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
}
