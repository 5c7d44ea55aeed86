//! Reports from the core: data set once and kept, a meeting closed, its documents asked for.

use lembar::{
    engine::{
        command::Command,
        evidence::{Change, Field},
        office::{Flag, Office, OfficeMap},
    },
    ui::{
        intent::{Intent, OfficeKey, Screen},
        view::OfficeView,
    },
};

use super::{NINE, begun, core, minutes, settle};

fn set(office: Office) -> Intent {
    Intent::Office(OfficeKey::Set { office: Box::new(office), field: "" })
}

/// Waits until every change is on disk.
fn saved(core: &mut lembar::app::core::Core) {
    for _ in 0..2000 {
        core.drain();
        if core.view(None).office.saved == Some(true) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    panic!("the office's data were not saved");
}

#[test]
fn the_offices_data_are_saved_only_when_they_are_on_disk_and_can_be_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    assert_eq!(core.view(None).office.saved, None);
    let named = |name: &str| Office { facilitator: name.into(), ..Office::default() };
    core.apply(set(named("Rina")));
    assert_eq!(core.view(None).office.saved, Some(false), "not before the disk said so");
    saved(&mut core);
    core.apply(set(named("Rino")));
    core.apply(Intent::Office(OfficeKey::Undo));
    assert_eq!(core.view(None).office.office.facilitator, "Rina");
    saved(&mut core);
    assert_eq!(core.close(), 0);
    let core = super::core(dir.path(), NINE);
    let OfficeView { office, can_undo, .. } = core.view(None).office;
    assert_eq!((office.facilitator.as_str(), can_undo), ("Rina", false));
}

#[test]
fn a_closed_meetings_report_follows_what_is_written_and_decided_afterwards() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    minutes(&mut core, 120);
    core.apply(Intent::Meeting(Command::MarkAllPresent));
    core.apply(Intent::Meeting(Command::Close));
    let Screen::Past(id) = *core.screen() else { panic!("{:?}", core.screen()) };
    for _ in 0..2000 {
        core.drain();
        if core.view(None).office.report.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    settle(&mut core);
    let view = core.view(None);
    let report = view.office.report.unwrap();
    assert_eq!((report.meeting, report.count.present, report.count.families), (id, 3, 3));
    assert!(report.flags.contains(&Flag::MapNotDecided) && report.flags.contains(&Flag::NoObstacles));
    core.apply(set(Office { map: Some(OfficeMap::proposed()), ..Office::default() }));
    let tell = Change::Tell(Field::Obstacles, "Hujan deras".into());
    core.apply(Intent::Correct(id, Command::Evidence(tell)));
    let view = core.view(None);
    let report = view.office.report.unwrap();
    assert_eq!(report.obstacles, "Hujan deras");
    assert!(!report.flags.contains(&Flag::MapNotDecided) && !report.flags.contains(&Flag::NoObstacles));
}

#[test]
fn the_logo_of_before_comes_back_even_when_both_were_pictures_of_one_kind() {
    let (dir, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(dir.path(), NINE);
    let shown = |core: &lembar::app::core::Core| {
        let path = lembar::app::office::logo(dir.path(), core.view(None).office.office).unwrap();
        image::open(path).unwrap().width()
    };
    for side in [8, 9] {
        let file = files.path().join("logo.png");
        image::RgbImage::new(side, side).save(&file).unwrap();
        core.apply(Intent::Office(OfficeKey::TakeLogo(file)));
        assert_eq!(shown(&core), side);
    }
    core.apply(Intent::Office(OfficeKey::Undo));
    assert_eq!(shown(&core), 8);
}
