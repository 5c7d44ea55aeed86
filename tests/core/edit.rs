//! Editing through the core: saved by itself, never lost, never over what another program wrote, never under a meeting.

use std::{fs, path::PathBuf, time::Duration};

use lembar::{
    app::core::Core,
    engine::{draft::Edit, ids::SessionId},
    ui::{
        drafts::Selected,
        intent::{EditKey, ImportKey, Intent, MeetingPlan, Screen},
        view::Saving,
    },
};

use super::{NINE, core, opened};

/// A session of three photos, opened for editing.
fn editing(dir: &std::path::Path) -> (Core, SessionId) {
    let files = tempfile::tempdir().unwrap();
    let mut core = core(dir, NINE);
    let photos: Vec<PathBuf> = ["a.png", "b.png", "c.png"].map(|name| files.path().join(name)).to_vec();
    for photo in &photos {
        image::RgbImage::from_pixel(30, 20, image::Rgb([9, 9, 9])).save(photo).unwrap();
    }
    for key in [ImportKey::Add(photos), ImportKey::Save("Sawah".to_owned())] {
        core.apply(Intent::Import(key));
        until(&mut core, |core| core.view(None).import.is_none_or(|import| import.doing.is_none()));
    }
    let session = SessionId::from("saya-sawah");
    core.apply(Intent::Edit(EditKey::Open(session.clone())));
    assert_eq!(core.screen(), &Screen::Edit);
    (core, session)
}

fn until(core: &mut Core, mut done: impl FnMut(&Core) -> bool) {
    for _ in 0..3000 {
        core.tick();
        core.drain();
        if done(core) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("that did not come");
}

fn change(core: &mut Core, edit: Edit) {
    core.apply(Intent::Edit(EditKey::Do(edit)));
}

fn saving(core: &Core) -> Saving {
    core.view(None).edit.unwrap().saving
}

/// Long enough after a change.
fn rested(core: &mut Core) {
    // What was looked at first is told first.
    std::thread::sleep(Duration::from_millis(20));
    core.drain();
    core.clock.advance(5000);
}

fn text(dir: &std::path::Path) -> String {
    fs::read_to_string(dir.join("isi/sessions/saya-sawah/session.toml")).unwrap()
}

#[test]
fn a_change_is_on_disk_a_moment_later_and_only_then_called_saved() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, session) = editing(dir.path());
    assert_eq!(saving(&core), Saving::Nothing);
    change(&mut core, Edit::PageTitle("h-002".into(), "Padi".to_owned()));
    core.clock.advance(500);
    core.tick();
    assert_eq!(saving(&core), Saving::Now);
    assert!(!text(dir.path()).contains("Padi"), "still being typed");
    rested(&mut core);
    until(&mut core, |core| saving(core) != Saving::Now);
    assert!(matches!(saving(&core), Saving::Done(_)));
    assert!(text(dir.path()).contains("Padi"));
    let pages = |core: &Core| {
        let session = core.pack.session(&session).unwrap();
        session.steps.iter().flat_map(|step| &step.pages).map(|page| page.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(pages(&core), ["a", "Padi", "c"]);
    change(&mut core, Edit::Hide("h-001".into(), true));
    core.apply(Intent::Edit(EditKey::Done));
    until(&mut core, |core| pages(core).len() == 2);
    assert_eq!(core.screen(), &Screen::Home);
    assert!(text(dir.path()).contains("hidden = true"), "leaving saves at once");
}

#[test]
fn what_was_typed_last_is_saved_when_the_program_ends() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, _) = editing(dir.path());
    let before = text(dir.path());
    change(&mut core, Edit::Script("h-001".into(), "Katakan: Halo.".to_owned()));
    core.apply(Intent::Edit(EditKey::Undo));
    core.apply(Intent::Edit(EditKey::Redo));
    assert_eq!(core.close(), 0);
    assert!(text(dir.path()).contains("Katakan: Halo."));
    let previous = dir.path().join("isi/sessions/saya-sawah").join("session.toml.sebelumnya");
    assert_eq!(fs::read_to_string(previous).unwrap(), before);
}

#[test]
fn another_programs_change_is_asked_about_and_both_answers_keep_everything() {
    for (answer, kept) in [(EditKey::UseScreen, "Layar"), (EditKey::UseFile, "Berkas")] {
        let dir = tempfile::tempdir().unwrap();
        let (mut core, _) = editing(dir.path());
        change(&mut core, Edit::PageTitle("h-001".into(), "Layar".to_owned()));
        let theirs = text(dir.path()).replace("\"a\"", "\"Berkas\"");
        fs::write(dir.path().join("isi/sessions/saya-sawah/session.toml"), &theirs).unwrap();
        rested(&mut core);
        until(&mut core, |core| saving(core) == Saving::Failed);
        assert!(core.view(None).edit.unwrap().must_choose);
        assert_eq!(text(dir.path()), theirs);
        core.apply(Intent::Edit(answer));
        until(&mut core, |core| matches!(saving(core), Saving::Done(_)));
        assert!(text(dir.path()).contains(kept));
        let view = core.view(None).edit.unwrap();
        assert_eq!(view.draft.page(&"h-001".into()).unwrap().title, kept);
        assert!(view.can_undo);
    }
}

#[test]
fn a_disk_that_refuses_is_told_and_nothing_is_lost_by_leaving() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, session) = editing(dir.path());
    let blocked = dir.path().join("isi/sessions/saya-sawah/session.toml.baru");
    fs::create_dir(&blocked).unwrap();
    change(&mut core, Edit::PageTitle("h-001".into(), "Padi".to_owned()));
    core.apply(Intent::Edit(EditKey::Done));
    until(&mut core, |core| {
        core.view(None).notices.iter().any(|notice| notice.action.is_some() && notice.text.contains("belum tersimpan"))
    });
    core.apply(Intent::Edit(EditKey::Open(session)));
    assert_eq!(core.view(None).edit.unwrap().draft.page(&"h-001".into()).unwrap().title, "Padi");
    fs::remove_dir(&blocked).unwrap();
    core.apply(Intent::Edit(EditKey::SaveAgain));
    until(&mut core, |core| matches!(saving(core), Saving::Done(_)));
    assert!(text(dir.path()).contains("Padi"));
}

#[test]
fn new_pages_are_selected_and_trying_prepares_the_session() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, session) = editing(dir.path());
    let step = core.view(None).edit.unwrap().draft.steps[0].id.clone();
    change(&mut core, Edit::AddStep { after: step, title: "Jeda".to_owned() });
    assert_eq!(core.drafts.edit.selected, Selected::Step("langkah-1".into()));
    core.apply(Intent::Edit(EditKey::Try));
    assert_eq!(core.screen(), &Screen::Home, "without a group there is nobody to prepare for");
    opened(&mut core);
    core.apply(Intent::Go(Screen::Home));
    core.apply(Intent::Edit(EditKey::Open(session.clone())));
    assert_eq!(core.screen(), &Screen::Home, "not while a meeting is open");
    assert!(core.view(None).notices.iter().any(|notice| notice.text.contains("sesudah pertemuan")));
}

#[test]
fn a_meeting_begun_at_once_has_what_was_typed_last_and_keeps_it() {
    let dir = tempfile::tempdir().unwrap();
    let (mut core, session) = editing(dir.path());
    core.apply(Intent::AddDemo);
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    core.apply(Intent::Edit(EditKey::Open(session.clone())));
    change(&mut core, Edit::Hide("h-001".into(), true));
    core.apply(Intent::Edit(EditKey::Try));
    assert_eq!(core.screen(), &Screen::Prepare);
    assert_eq!(core.view(None).prepare.unwrap().session, session);
    core.apply(Intent::OpenMeeting(MeetingPlan {
        group,
        session: session.clone(),
        length: 120,
        start: None,
        end: None,
        place: String::new(),
        presenters: Vec::new(),
    }));
    let live = core.live().unwrap();
    assert_eq!(live.session.steps.iter().map(|step| step.pages.len()).sum::<usize>(), 2);
}
