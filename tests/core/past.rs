//! Closed meetings worked on one after another: what is known of one is never replaced by something older, nor taken for another's.

use lembar::{
    engine::{
        command::Command,
        evidence::Change,
        history::MeetingSummary,
        ids::{GroupId, MeetingId, SessionId},
        paper::Held,
        plan::LENGTH_RANGE,
        rehearsal::Scope,
        state::State,
        time::DayMinute,
    },
    ui::{
        drafts::{PastTab, RecallForm},
        intent::{Document, GroupEdit, Intent, OfficeKey, PaperKey, PaperPlan, PhotoKey, RehearseKey, Screen},
    },
};

use super::{
    Core, NINE, begun, core,
    evidence::{close, past, until},
    open_again, press, settle,
};

fn promise(words: &str) -> Command {
    Command::Evidence(Change::Promise(words.into()))
}

/// The journal of the meeting looked at is known and on the disk.
fn known(core: &mut Core) -> State {
    until(core, "the journal is known and on the disk", |core| {
        core.view(None).past.is_some_and(|past| past.state.is_some_and(|state| past.durable_seq >= state.seq))
    });
    past(core)
}

/// Another meeting of the first group, closed.
fn another(core: &mut Core) -> MeetingId {
    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    open_again(core, group);
    assert!(press(core, egui::Key::F5));
    close(core)
}

fn paper_plan(group: GroupId) -> PaperPlan {
    PaperPlan {
        group,
        session: SessionId::from("m1-s2"),
        held: Held { day: NINE.day() - 3, begin: DayMinute(481), end: DayMinute(481 + LENGTH_RANGE.start()) },
        place: "Rumah Bu Wati".into(),
        presenters: Vec::new(),
    }
}

fn photo(dir: &std::path::Path) -> std::path::PathBuf {
    let file = dir.join("rapat.png");
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 9, 9])).save(&file).unwrap();
    file
}

/// One group, one closed meeting with a photo whose small picture is there.
fn with_photo(core: &mut Core, dir: &std::path::Path) -> MeetingId {
    begun(core);
    let id = close(core);
    core.apply(Intent::Photo(PhotoKey::Add(vec![photo(dir)])));
    until(core, "the photo is taken in", |core| pictures(core) == 1);
    id
}

fn pictures(core: &Core) -> usize {
    core.view(None).past.map_or(0, |past| past.photos.pictures.len())
}

#[test]
fn a_journal_asked_for_before_a_correction_does_not_take_it_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let id = close(&mut core);
    known(&mut core);
    // Its run is looked at, which reads the journal; before that has come, the record is corrected.
    core.apply(Intent::Rehearse(RehearseKey::Review(id)));
    core.apply(Intent::Go(Screen::Past(id)));
    core.apply(Intent::Correct(id, promise("Menabung")));
    core.apply(Intent::Go(Screen::Review(id)));
    until(&mut core, "the run is read", |core| core.view(None).review.is_some());
    core.apply(Intent::Go(Screen::Past(id)));
    assert_eq!(past(&core).promise(), "Menabung");
    core.apply(Intent::Correct(id, promise("Mencuci tangan")));
    assert_eq!(known(&mut core).promise(), "Mencuci tangan");
    assert!(core.view(None).notices.iter().all(|notice| notice.text != lembar::text::store::REFUSED));
}

#[test]
fn what_was_typed_at_one_meeting_is_not_there_at_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    close(&mut core);
    core.drafts.past.tab = PastTab::Evidence;
    core.drafts.past.recall = Some(RecallForm { done: "5".into(), ..RecallForm::default() });
    let group = core.groups()[0].id;
    core.apply(Intent::Paper(PaperKey::Open(group)));
    core.apply(Intent::Paper(PaperKey::Save(paper_plan(group))));
    assert!(matches!(core.screen(), Screen::Register(_)));
    assert_eq!((core.drafts.past.tab, &core.drafts.past.recall), (PastTab::Summary, &None));
}

#[test]
fn a_meeting_from_paper_is_changed_as_it_was_entered_whatever_was_typed_since() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    for name in ["Kelompok Anggrek", "Kelompok Mawar"] {
        core.apply(Intent::SaveGroup(GroupEdit::named(name, "Balai", ["Aminah"])));
    }
    let [anggrek, mawar] = [0, 1].map(|index: usize| core.groups()[index].id);
    core.apply(Intent::Paper(PaperKey::Save(paper_plan(anggrek))));
    let Screen::Register(id) = *core.screen() else { panic!() };
    // A form of another group stands half filled in; then the program is started anew.
    core.apply(Intent::Paper(PaperKey::Open(mawar)));
    core.apply(Intent::Go(Screen::Register(id)));
    core.apply(Intent::Paper(PaperKey::Change(id)));
    assert_eq!(core.drafts.paper.as_ref().unwrap().group, anggrek);
    core.apply(Intent::Paper(PaperKey::Save(paper_plan(anggrek))));
    let Screen::Register(id) = *core.screen() else { panic!() };
    assert_eq!(core.close(), 0);

    let mut core = super::core(dir.path(), NINE);
    core.apply(Intent::Go(Screen::Register(id)));
    core.apply(Intent::Paper(PaperKey::Change(id)));
    assert!(core.screen() == &Screen::Register(id) && core.view(None).meetings[0].delivered(), "not before it is read");
    known(&mut core);
    core.apply(Intent::Paper(PaperKey::Change(id)));
    assert_eq!(core.screen(), &Screen::Paper);
    let (form, plan) = (core.drafts.paper.clone().unwrap(), paper_plan(anggrek));
    assert_eq!((form.group, &form.session, &form.place), (anggrek, &plan.session, &plan.place));
    assert_eq!((form.begin.as_str(), form.date.as_str()), ("08.01", "18-11-2026"));
    assert!(!core.view(None).meetings.iter().any(MeetingSummary::delivered));
}

#[test]
fn photos_reach_the_journal_of_a_meeting_that_was_left_and_before_the_program_ends() {
    for quit in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let mut core = core(dir.path(), NINE);
        begun(&mut core);
        let first = close(&mut core);
        let second = another(&mut core);
        core.apply(Intent::Go(Screen::Past(first)));
        known(&mut core);
        core.apply(Intent::Photo(PhotoKey::Add(vec![photo(dir.path())])));
        core.apply(Intent::Go(Screen::Past(second)));
        if quit {
            assert_eq!(core.close(), 0);
        } else {
            let file = dir.path().join("foto").join(first.0.to_string()).join("1.jpg");
            until(&mut core, "the photo is there", |_| file.exists());
            // What has its name is told a moment later.
            for _ in 0..50 {
                core.drain();
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            drop(core);
        }
        let mut core = super::core(dir.path(), NINE);
        core.apply(Intent::Go(Screen::Past(first)));
        assert_eq!(known(&mut core).evidence.photos().count(), 1, "quit: {quit}");
    }
}

#[test]
fn photos_added_before_the_journal_was_read_wait_for_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let id = close(&mut core);
    assert_eq!(core.close(), 0);
    let mut core = super::core(dir.path(), NINE);
    core.apply(Intent::Go(Screen::Past(id)));
    core.apply(Intent::Photo(PhotoKey::Add(vec![photo(dir.path())])));
    assert_eq!(core.close(), 0);
    let mut core = super::core(dir.path(), NINE);
    core.apply(Intent::Go(Screen::Past(id)));
    assert_eq!(known(&mut core).evidence.photos().count(), 1);
}

#[test]
fn small_pictures_are_made_once_and_stay_while_something_is_rehearsed() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    let id = with_photo(&mut core, dir.path());
    core.apply(Intent::Rehearse(RehearseKey::Review(id)));
    until(&mut core, "the run is read", |core| core.view(None).review.is_some());
    core.apply(Intent::Rehearse(RehearseKey::Begin(SessionId::from("m1-s1"), Scope::Step(0))));
    assert!(press(&mut core, egui::Key::F5));
    core.clock.advance(60_000);
    core.apply(Intent::Go(Screen::Close));
    assert!(core.live().is_none());
    core.apply(Intent::Go(Screen::Past(id)));
    settle(&mut core);
    assert_eq!(pictures(&core), 1);
}

#[test]
fn the_report_follows_its_group_also_into_the_archive() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let id = close(&mut core);
    let village = |core: &Core| core.view(None).office.report.map(|report| report.village.clone());
    assert_eq!(village(&core).as_deref(), Some(""));
    let group = core.groups()[0].clone();
    let edit = GroupEdit {
        id: Some(group.id),
        name: group.name,
        village: "Cibadak".into(),
        district: group.district,
        leader: group.leader,
        place: group.place,
        hour: group.hour,
        members: group.members,
    };
    core.apply(Intent::SaveGroup(edit));
    core.apply(Intent::Go(Screen::Past(id)));
    assert_eq!(village(&core).as_deref(), Some("Cibadak"));
    core.apply(Intent::ArchiveGroup(group.id));
    core.apply(Intent::Go(Screen::Past(id)));
    assert_eq!(village(&core).as_deref(), Some("Cibadak"));
}

#[test]
fn a_journal_that_cannot_be_read_keeps_nothing_waiting() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let first = close(&mut core);
    another(&mut core);
    settle(&mut core);
    let conn = rusqlite::Connection::open(dir.path().join("lembar.db")).unwrap();
    conn.execute_batch("ALTER TABLE event RENAME TO gone").unwrap();
    core.apply(Intent::Office(OfficeKey::Make(Document::HalfYear { propose: false })));
    assert!(core.view(None).office.making);
    until(&mut core, "the form is given up", |core| !core.view(None).office.making);
    let told = |core: &Core| {
        core.view(None).notices.iter().filter(|notice| notice.text == lembar::text::store::UNREADABLE).count()
    };
    assert_eq!(told(&core), 1);
    core.apply(Intent::Go(Screen::Past(first)));
    until(&mut core, "the record is given up", |core| core.screen() == &Screen::Home);
    core.apply(Intent::Rehearse(RehearseKey::Review(first)));
    until(&mut core, "the run is given up", |core| core.screen() == &Screen::Learn);
    conn.execute_batch("ALTER TABLE gone RENAME TO event").unwrap();
    core.apply(Intent::Go(Screen::Past(first)));
    known(&mut core);
}
