//! A roster out of a spreadsheet through the core: read, shown, kept at once, taken back to the last letter.

use std::{path::Path, time::Duration};

use lembar::{
    app::core::Core,
    engine::{identity::Secret, roster::Group},
    ui::{
        intent::{ImportKey, Intent, RosterKey, Screen, SheetKey, VaultKey},
        view::{Kept, RosterImportView},
    },
};

use super::{NINE, begun, core};

const LIST: &str = "NAMA;NIK;ALAMAT\nSiti;3202014506780001;A\nDewi;;B\n";

fn view(core: &Core) -> RosterImportView<'_> {
    core.view(None).roster_import.expect("the screen")
}

/// Waits until nothing is being read, sealed or chosen any more, and what was asked of the disk is told.
fn finished(core: &mut Core) {
    for _ in 0..400 {
        core.drain();
        std::thread::sleep(Duration::from_millis(5));
        let seen = core.view(None);
        if !seen.numbers.busy && !seen.roster_import.is_some_and(|import| import.reading) {
            break;
        }
    }
    std::thread::sleep(Duration::from_millis(30));
    core.drain();
}

fn take(core: &mut Core, dir: &Path, text: &str) {
    let path = dir.join("ibu.csv");
    std::fs::write(&path, text).unwrap();
    // Dropped on the window, as anything else that may be added.
    core.apply(Intent::Import(ImportKey::Add(vec![path])));
    assert_eq!(core.screen(), &Screen::RosterImport);
    finished(core);
}

fn kept(core: &Core) -> Vec<Group> {
    core.groups().to_vec()
}

#[test]
fn a_spreadsheet_is_kept_at_once_and_taken_back() {
    let (data, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(data.path(), NINE);
    take(&mut core, files.path(), LIST);
    assert_eq!((view(&core).unnamed, view(&core).file), (2, "ibu.csv"));
    // Nothing is kept without a group's name.
    core.apply(Intent::Sheet(SheetKey::Save));
    assert_eq!(core.screen(), &Screen::RosterImport);
    assert!(kept(&core).is_empty());
    "Melati".clone_into(&mut core.drafts.roster_group);
    core.apply(Intent::Sheet(SheetKey::Named));
    let proposal = view(&core).proposal.unwrap();
    assert_eq!((proposal.counts().added, proposal.numbers, proposal.numbers_kept), (2, 1, false));
    core.apply(Intent::Sheet(SheetKey::Save));
    finished(&mut core);
    let first = kept(&core);
    assert_eq!((core.screen(), first.len(), first[0].members.len()), (&Screen::Home, 1, 2));
    assert!(first[0].members.iter().all(|member| member.nik.is_none()));
    // The same again changes nothing; something else does, and undo brings back what was.
    take(&mut core, files.path(), LIST);
    "Melati".clone_into(&mut core.drafts.roster_group);
    core.apply(Intent::Sheet(SheetKey::Named));
    assert!(!view(&core).proposal.unwrap().changes());
    take(&mut core, files.path(), "NAMA;ALAMAT;KELOMPOK\nDewi;C;Melati\nNur;D;Mawar\n");
    core.apply(Intent::Sheet(SheetKey::Save));
    finished(&mut core);
    assert_eq!(kept(&core).len(), 2);
    assert!(core.view(None).notices.iter().any(|notice| notice.action.is_some()), "a way back is offered");
    core.apply(Intent::Roster(RosterKey::Undo));
    finished(&mut core);
    assert_eq!(kept(&core), first);
    assert_eq!(core.close(), 0);
    let again = super::core(data.path(), NINE);
    assert_eq!(kept(&again), first);
}

#[test]
fn numbers_are_sealed_while_the_vault_is_open() {
    let (data, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(data.path(), NINE);
    let list = LIST.replace("ALAMAT", "ALAMAT;KELOMPOK").replace(";A\n", ";A;Melati\n");
    core.apply(Intent::Vault(VaultKey::Create(Secret::from("padi di sawah".to_owned()))));
    for _ in 0..600 {
        finished(&mut core);
        if core.view(None).numbers.kept == Kept::Open {
            break;
        }
    }
    take(&mut core, files.path(), &list);
    assert!(view(&core).proposal.unwrap().numbers_kept);
    core.apply(Intent::Sheet(SheetKey::Save));
    finished(&mut core);
    let siti = core.groups()[0].members[0].clone();
    assert!(siti.nik.as_ref().is_some_and(|sealed| !sealed.0.windows(16).any(|part| part == b"3202014506780001")));
    // Known again by it, under another name.
    take(&mut core, files.path(), &list.replace("Siti", "Siti Rohayati"));
    assert_eq!(view(&core).proposal.unwrap().counts().changed, 1);
    // Closed before saving: nothing plain is kept, and the name is another person's as far as anybody can tell.
    // The preview says so by itself.
    core.apply(Intent::Vault(VaultKey::Lock));
    let proposal = view(&core).proposal.unwrap();
    assert_eq!((proposal.numbers_kept, proposal.counts().added), (false, 1));
}

#[test]
fn not_during_a_meeting_and_a_bad_file_is_a_sentence() {
    let (data, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut core = core(data.path(), NINE);
    take(&mut core, files.path(), "halo\n");
    assert!(view(&core).error.is_some_and(|error| error.contains("ibu.csv")) && view(&core).proposal.is_none());
    core.apply(Intent::Sheet(SheetKey::Choose));
    assert!(view(&core).choosing.is_some());
    core.apply(Intent::Import(ImportKey::LeaveChoosing));
    assert!(view(&core).choosing.is_none());
    let (data, path) = (tempfile::tempdir().unwrap(), files.path().join("ibu.csv"));
    let mut core = super::core(data.path(), NINE);
    begun(&mut core);
    core.apply(Intent::Sheet(SheetKey::Add(path)));
    assert_ne!(core.screen(), &Screen::RosterImport);
}
