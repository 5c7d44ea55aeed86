//! Everything into one file and back again, over a real database: copied, changed, taken back.

use std::path::{Path, PathBuf};

use lembar::{
    app::{
        core::{Core, Effect},
        outgoing::{Format, Source},
    },
    engine::{command::Command, evidence::Change, office::Office},
    text::{app::group_saved, data as text},
    ui::{
        intent::{DataKey, GroupEdit, ImportKey, Intent, OfficeKey, Screen, StudyKey, StudyTab},
        view::DataView,
    },
};

use super::{NINE, PACK, begun, core, evidence, opened, settle};

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
fn the_logo_comes_along_and_is_in_the_report() {
    let (dir, stick, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    let logo = stick.path().join("logo.png");
    image::RgbImage::from_pixel(8, 8, image::Rgb([200, 30, 30])).save(&logo).unwrap();
    core.apply(Intent::Office(OfficeKey::TakeLogo(logo)));
    begun(&mut core);
    evidence::close(&mut core);
    settle(&mut core);
    assert_eq!(core.close(), 0);
    let report = |dir: &Path| {
        let source = Source::open(dir, &PACK).unwrap();
        source.meeting(source.last().unwrap(), Format::Pdf).unwrap()
    };
    let here = report(dir.path());
    let file = copy(dir.path(), stick.path());

    let mut core = super::core(other.path(), NINE);
    group(&mut core, "Kelompok Mawar");
    core.apply(Intent::Study(StudyKey::Choose(PACK.sessions[2].id.clone())));
    core.take_effects();
    look_into(&mut core, file);
    wait(&mut core, "asked", |core| data(core).question.is_some());
    core.apply(Intent::Data(DataKey::Confirm));
    wait(&mut core, "taken back", |core| core.screen() == &Screen::Home);
    assert!(core.take_effects().contains(&Effect::PhotosExchanged), "other photos may have the same names");
    let kept = lembar::app::office::logo(other.path(), core.view(None).office.office).unwrap();
    assert!(kept.exists());
    core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    let chosen = core.view(None).study.unwrap().chosen.unwrap().id.clone();
    assert_eq!(chosen, PACK.sessions[0].id, "nothing is chosen there that was chosen before");
    assert_eq!(core.close(), 0);
    assert_eq!(report(other.path()), here);
    std::fs::remove_file(kept).unwrap();
    assert_ne!(report(other.path()), here, "the logo was in it");
}

#[test]
fn after_a_copy_that_cannot_be_used_nothing_waits_for_the_store_that_was_closed() {
    let (dir, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let id = evidence::close(&mut core);
    settle(&mut core);
    let file = copy(dir.path(), stick.path());
    look_into(&mut core, file);
    wait(&mut core, "asked", |core| data(core).question.is_some());
    std::fs::remove_dir_all(dir.path().join("pulihkan.baru")).unwrap();
    // Written, and not yet told when the store is closed.
    let office = Office { facilitator: "Rina".into(), ..Office::default() };
    core.apply(Intent::Office(OfficeKey::Set { office: Box::new(office), field: "" }));
    core.apply(Intent::Correct(id, Command::Evidence(Change::Promise("Menabung".into()))));
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah"])));
    core.apply(Intent::Go(Screen::Data));
    core.apply(Intent::Data(DataKey::Confirm));
    wait(&mut core, "not taken back", |core| data(core).told == Some((false, text::NOT_USABLE)));
    assert_eq!(core.view(None).office.saved, Some(true));
    assert_eq!(core.view(None).office.office.facilitator, "Rina");
    wait(&mut core, "the record is read anew", |core| {
        core.view(None).past.is_some_and(|past| past.state.is_some_and(|state| past.durable_seq >= state.seq))
    });
    assert_eq!(evidence::past(&core).promise(), "Menabung");
    // What is saved next is said in its own words.
    let (mawar, dahlia) = (group_saved("Kelompok Mawar"), group_saved("Kelompok Dahlia"));
    group(&mut core, "Kelompok Dahlia");
    wait_for_word(&mut core, &dahlia);
    assert!(core.view(None).notices.iter().all(|notice| notice.text != mawar));
}

fn wait_for_word(core: &mut Core, word: &str) {
    evidence::until(core, word, |core| core.view(None).notices.iter().any(|notice| notice.text == word));
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
