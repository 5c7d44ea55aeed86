//! Everything into one file and back again, over a real database: copied, changed, taken back.

use std::path::{Path, PathBuf};

use lembar::{
    app::core::Core,
    text::data as text,
    ui::{
        intent::{DataKey, GroupEdit, ImportKey, Intent, Screen},
        view::DataView,
    },
};

use super::{NINE, core, opened, settle};

/// Waits until the screen shows what is wanted.
fn wait(core: &mut Core, what: &str, wanted: impl Fn(&Core) -> bool) {
    for _ in 0..4000 {
        core.drain();
        if wanted(core) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    panic!("not so: {what}; {:?}", core.view(None).data);
}

fn data(core: &Core) -> DataView<'_> {
    core.view(None).data.expect("the screen stands")
}

fn group(core: &mut Core, name: &str) {
    core.apply(Intent::SaveGroup(GroupEdit::named(name, "Balai", ["Aminah", "Yuliana"])));
}

fn names(core: &Core) -> Vec<String> {
    core.groups().iter().map(|group| group.name.clone()).collect()
}

/// A copy of everything, made with the command line's own function while the core runs.
fn copy(dir: &Path, to: &Path) -> PathBuf {
    let file = to.join("cadangan.zip");
    lembar::store::carry::write(dir, &file, NINE, &mut |_, _| true).unwrap();
    file
}

fn look_into(core: &mut Core, file: PathBuf) {
    core.apply(Intent::Go(Screen::Data));
    core.apply(Intent::Import(ImportKey::Add(vec![file])));
}

#[test]
fn what_was_copied_comes_back_as_it_was_and_can_be_worked_with() {
    let (dir, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    group(&mut core, "Kelompok Anggrek");
    settle(&mut core);
    assert_eq!(core.close(), 0);
    let file = copy(dir.path(), stick.path());

    let mut core = super::core(dir.path(), NINE);
    group(&mut core, "Kelompok Mawar");
    core.apply(Intent::ArchiveGroup(core.groups()[0].id));
    assert_eq!(names(&core), ["Kelompok Mawar"]);
    look_into(&mut core, file.clone());
    wait(&mut core, "asked", |core| data(core).question.is_some());
    assert!(data(&core).question.unwrap().contains("1 kelompok, 2 anggota, 0 pertemuan"));
    core.apply(Intent::Data(DataKey::Decline));
    wait(&mut core, "put away", |core| data(core).doing.is_none());
    assert_eq!(names(&core), ["Kelompok Mawar"]);

    look_into(&mut core, file);
    wait(&mut core, "asked", |core| data(core).question.is_some());
    core.apply(Intent::Data(DataKey::Confirm));
    core.apply(Intent::Go(Screen::Home));
    assert_eq!(core.screen(), &Screen::Data, "nothing else is done while the data are exchanged");
    wait(&mut core, "taken back", |core| core.screen() == &Screen::Home);
    assert_eq!(names(&core), ["Kelompok Anggrek"]);
    assert!(core.view(None).archived.is_empty());
    assert!(core.view(None).notices.iter().any(|notice| notice.text.starts_with("Data dipulihkan")));
    group(&mut core, "Kelompok Teratai");
    assert_eq!(core.close(), 0);

    let core = super::core(dir.path(), NINE);
    assert_eq!(names(&core), ["Kelompok Anggrek", "Kelompok Teratai"], "what is written goes to the data taken back");
    let aside = std::fs::read_dir(dir.path()).unwrap().flatten();
    assert!(aside.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("lembar-sebelum-")));
}

#[test]
fn nothing_is_taken_back_while_a_meeting_is_open() {
    let (dir, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    group(&mut core, "Kelompok Mawar");
    settle(&mut core);
    core.apply(Intent::Go(Screen::Data));
    // Asked before the meeting, answered in it.
    let file = copy(dir.path(), stick.path());
    look_into(&mut core, file.clone());
    wait(&mut core, "asked", |core| data(core).question.is_some());
    opened(&mut core);
    core.apply(Intent::Go(Screen::Data));
    assert_eq!(data(&core).refused, Some(text::MEETING_OPEN));
    core.apply(Intent::Data(DataKey::Confirm));
    assert_eq!(data(&core).told, Some((false, text::MEETING_OPEN)));
    look_into(&mut core, file);
    assert_eq!((data(&core).doing, data(&core).told), (None, Some((false, text::MEETING_OPEN))));
    assert!(core.live().is_some());
    settle(&mut core);
}

#[test]
fn a_damaged_copy_leaves_everything_as_it_is() {
    let (dir, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    group(&mut core, "Kelompok Mawar");
    settle(&mut core);
    assert_eq!(core.close(), 0);
    let file = copy(dir.path(), stick.path());
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();

    let mut core = super::core(dir.path(), NINE);
    look_into(&mut core, file);
    wait(&mut core, "told", |core| data(core).told.is_some());
    assert_eq!(data(&core).told, Some((false, lembar::text::carry::DAMAGED)));
    assert!(data(&core).question.is_none());
    group(&mut core, "Kelompok Teratai");
    assert_eq!(names(&core), ["Kelompok Mawar", "Kelompok Teratai"]);
    assert_eq!(core.close(), 0);
}
