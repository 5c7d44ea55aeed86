//! What goes wrong around a rehearsal: no projector, one that goes, mirrored screens, a card nobody sees, a disk that does not answer.

use lembar::{
    engine::{ids::MeetingId, rehearsal::Scope},
    text::hall as text,
    ui::{
        intent::{RehearseKey, StudyTab},
        view::{Displays, Face},
    },
};

use super::{hall::connect, *};

fn rehearsing(core: &mut Core) {
    core.apply(Intent::Rehearse(RehearseKey::Begin(SessionId::from("m1-s1"), Scope::Whole)));
    assert!(press(core, Key::F5));
}

fn notices(core: &Core) -> Vec<String> {
    core.view(None).notices.iter().map(|notice| notice.text.clone()).collect()
}

/// The card that is open: what was chosen, if anything was.
fn card(core: &Core) -> Option<Vec<usize>> {
    core.view(None).meeting.unwrap().card.map(|card| card.chosen.into_iter().collect())
}

#[test]
fn nobody_misses_a_projector_that_was_never_there_but_one_that_goes_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    connect(&mut core, Displays::One);
    rehearsing(&mut core);
    assert!(notices(&core).is_empty(), "{:?}", notices(&core));
    connect(&mut core, Displays::Extended);
    connect(&mut core, Displays::One);
    assert_eq!(notices(&core), [text::PROJECTOR_GONE]);
    assert!(press(&mut core, Key::PageDown), "and it goes on");
}

#[test]
fn a_card_is_answered_only_where_it_is_seen() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    rehearsing(&mut core);
    assert!(press(&mut core, Key::Q));
    assert_eq!(card(&core), Some(vec![]));
    connect(&mut core, Displays::Mirrored);
    assert_ne!(core.face(), Face::Console, "both screens show the page alone");
    press(&mut core, Key::Num1);
    assert_eq!(card(&core), Some(vec![]), "what is not seen is not answered");
    connect(&mut core, Displays::Extended);
    press(&mut core, Key::Escape);
    assert!(press(&mut core, Key::G), "a page is asked for by its number");
    assert!(press(&mut core, Key::Num1));
    assert_eq!((card(&core), core.drafts.go_to.as_str()), (Some(vec![]), "1"), "the panel has its own digits");
    assert!(press(&mut core, Key::Escape));
    assert!(press(&mut core, Key::Num1));
    assert_eq!(card(&core), Some(vec![0]));
}

#[test]
fn the_review_waits_for_no_disk_and_a_rehearsal_has_no_record() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    rehearsing(&mut core);
    minutes(&mut core, 3);
    core.apply(Intent::Go(Screen::Close));
    // Nothing was taken in from the writer since.
    let review = core.view(None).review.expect("shown at once");
    let id: MeetingId = review.meeting;
    assert_eq!(review.this.steps[0].took.unwrap().round_minutes(), 3);
    core.apply(Intent::Go(Screen::Home));
    for screen in [Screen::Past(id), Screen::Register(id)] {
        core.apply(Intent::Go(screen));
        assert_eq!(core.screen(), &Screen::Review(id), "no register to correct, no report to make");
    }
}

#[test]
fn a_rehearsal_given_up_on_its_waiting_screen_leads_back_to_rehearsing() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    core.apply(Intent::Rehearse(RehearseKey::Begin(SessionId::from("m1-s1"), Scope::Whole)));
    assert!(press(&mut core, Key::E));
    assert_eq!(core.view(None).meeting.unwrap().overlay, Some(Overlay::Leave));
    core.apply(Intent::Go(Screen::Close));
    assert_eq!((core.screen(), core.drafts.study.tab), (&Screen::Learn, StudyTab::Rehearse));
    assert!(core.live().is_none() && core.resume_offer().is_none());
}
