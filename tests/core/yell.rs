//! A group's yel-yel from one meeting to the next.

use lembar::{
    engine::{command::Command, ids::GroupId},
    ui::intent::{GroupEdit, Intent, YellKey},
};

use super::{Core, NINE, begun, core, evidence::until, open_again};

fn kept(core: &Core) -> (String, bool, bool) {
    let yell = core.view(None).meeting.unwrap().yell;
    (yell.group.to_owned(), yell.saving, yell.can_undo)
}

fn next_meeting(core: &mut Core, group: GroupId) {
    core.apply(Intent::Meeting(Command::Close));
    core.apply(Intent::PrepareFor(group));
    open_again(core, group);
}

#[test]
fn what_one_group_changed_is_saved_only_on_the_disk_and_not_undone_at_another() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    begun(&mut core);
    let first = core.groups()[0].id;
    // Another program holds the file: nothing can be written.
    let other = rusqlite::Connection::open(dir.path().join("lembar.db")).unwrap();
    other.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    core.apply(Intent::Yell(YellKey::Keep { all: false, text: "Melati!".into() }));
    core.drain();
    assert_eq!(kept(&core), ("Melati!".to_owned(), true, true));
    other.execute_batch("ROLLBACK").unwrap();
    until(&mut core, "it is on the disk", |core| !kept(core).1);

    core.apply(Intent::SaveGroup(GroupEdit::named("Mawar", "", ["Tuminah"])));
    let second = core.groups().iter().find(|group| group.id != first).unwrap().id;
    next_meeting(&mut core, second);
    assert_eq!(kept(&core), (String::new(), false, false));
    core.apply(Intent::Yell(YellKey::Undo));
    next_meeting(&mut core, first);
    assert_eq!(kept(&core).0, "Melati!");
}
