//! Evidence of a closed meeting through the whole program: what is typed is kept when the screen is left, photos are on the disk before
//! their fact, and the next meeting asks for the promise.

use std::{fs, time::Duration};

use egui::Key;
use lembar::{
    app::core::Core,
    engine::{
        command::Command,
        evidence::{Change, Field, Ground, Level, Next},
        ids::{MeetingId, ParticipantId},
        plan::PlannedPage,
        state::State,
        time::Wall,
    },
    ui::{
        intent::{Intent, Overlay, PhotoKey, Screen},
        told::{Slot, Typed},
    },
};

use super::{NINE, begun, core, open_again, press, settle};

/// Closes the running meeting.
pub(crate) fn close(core: &mut Core) -> MeetingId {
    core.apply(Intent::Meeting(Command::MarkAllPresent));
    settle(core);
    core.apply(Intent::Go(Screen::Close));
    core.apply(Intent::Meeting(Command::Close));
    let Screen::Past(id) = *core.screen() else { panic!("not closed") };
    id
}

/// Waits until something is so.
pub(crate) fn until(core: &mut Core, what: &str, mut so: impl FnMut(&mut Core) -> bool) {
    for _ in 0..4000 {
        core.drain();
        if so(core) {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("{what}");
}

pub(crate) fn past(core: &Core) -> State {
    core.view(None).past.and_then(|past| past.state.cloned()).unwrap()
}

#[test]
fn what_a_meeting_leaves_is_there_after_a_restart_and_asked_for_next_time() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    begun(&mut core);
    let id = close(&mut core);
    let change = |core: &mut Core, change| core.apply(Intent::Correct(id, Command::Evidence(change)));
    change(&mut core, Change::RateAllPresent(Level::Good, Ground::ShowOfHands));
    change(&mut core, Change::Promise("Menabung dua ribu sehari".into()));
    change(&mut core, Change::Choose(Next::Recap));

    let photo = dir.path().join("rapat.png");
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 9, 9])).save(&photo).unwrap();
    let broken = dir.path().join("rusak.jpg");
    fs::write(&broken, "bukan foto").unwrap();
    core.apply(Intent::Photo(PhotoKey::Add(vec![photo, broken])));
    until(&mut core, "the photos are taken in", |core| {
        let view = core.view(None);
        view.past.is_some_and(|past| past.photos.taking == 0)
    });
    let kept: Vec<_> = past(&core).evidence.photos().map(|(_, kept)| kept.photo.clone()).collect();
    assert_eq!(kept.len(), 1);
    assert!(dir.path().join("foto").join(&kept[0].file).is_file());
    let problems = core.view(None).past.unwrap().photos.problems.to_vec();
    assert!(problems.len() == 1 && problems[0].contains("rusak.jpg"), "{problems:?}");

    // What was pasted stands as it was written down, or it would be written again and again.
    let pasted = "Satu\tdua\u{b}\r\n tiga ";
    change(&mut core, Change::Tell(Field::Obstacles, pasted.into()));
    assert_eq!(past(&core).evidence.told(Field::Obstacles), "Satu dua\n tiga");
    assert!(Slot::Told(Field::Obstacles).stands(&past(&core), pasted));

    // Typed, and left at once by the way home.
    let typed = Typed { words: "Berapa kali sehari?\n".into(), changed: Some(1.0), sent: None };
    core.drafts.past.texts.insert(Slot::Told(Field::Questions), typed);
    core.apply(Intent::Go(Screen::Home));
    assert_eq!(past(&core).evidence.told(Field::Questions), "Berapa kali sehari?");
    assert_eq!(core.close(), 0);

    let mut core = self::core(dir.path(), Wall(NINE.0 + 28 * 86_400_000));
    core.apply(Intent::Go(Screen::Past(id)));
    until(&mut core, "the journal is read", |core| core.view(None).past.is_some_and(|past| past.state.is_some()));
    let state = past(&core);
    assert_eq!(state.evidence.ratings.len(), 3);
    assert_eq!(state.evidence.told(Field::Questions), "Berapa kali sehari?");

    let group = core.groups()[0].id;
    core.apply(Intent::PrepareFor(group));
    open_again(&mut core, group);
    assert!(press(&mut core, Key::F5));
    let pages: Vec<_> = core.live().unwrap().state.sheet.steps.iter().flat_map(|step| step.pages.clone()).collect();
    let last =
        pages.iter().find_map(|page| if let PlannedPage::Recall(last) = page { Some(last.clone()) } else { None });
    let last = last.unwrap();
    assert_eq!((last.promised(), last.meeting), ("Menabung dua ribu sehari", Some(id)));
    assert!(pages.iter().any(|page| matches!(page, PlannedPage::Recap { session, .. } if *session == last.session)));

    assert!(press(&mut core, Key::R));
    assert_eq!(core.view(None).meeting.unwrap().overlay, Some(Overlay::Recall));
    let person = ParticipantId(1);
    core.apply(Intent::Meeting(Command::Evidence(Change::Recall { of: id, done: Some(2), who: vec![person] })));
    let live = core.live().unwrap();
    let recalled = live.state.evidence.recalled.clone().unwrap();
    assert_eq!((recalled.of, recalled.count(), recalled.who), (id, Some(2), vec![person]));
    assert!(!format!("{:?}", live.scene).contains("Menabung"), "the wall knows nothing of it");
}
