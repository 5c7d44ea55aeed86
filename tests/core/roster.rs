//! Groups in the core over a real database: moved, merged, put away and brought back, each with a way back that restores exactly.

use lembar::{
    engine::{
        attendance::Status,
        command::Command,
        ids::{GroupId, ParticipantId, SessionId},
        paper::Held,
        roster::{Component, Group, Standing},
        time::{DayMinute, Wall},
    },
    ui::intent::{GroupEdit, Intent, PaperKey, PaperPlan, RosterKey, Screen},
};

use super::{Core, NINE, begun, core, settle};

/// The group as its editor would send it.
fn edit(group: &Group) -> GroupEdit {
    let group = group.clone();
    GroupEdit {
        id: Some(group.id),
        name: group.name,
        village: group.village,
        district: group.district,
        leader: group.leader,
        place: group.place,
        hour: group.hour,
        members: group.members,
    }
}

fn named<'a>(core: &'a Core, name: &str) -> &'a Group {
    core.groups().iter().find(|group| group.name == name).unwrap()
}

/// Anggrek has met, with one present; Mawar and Dahlia have not.
fn three_groups(core: &mut Core) {
    begun(core);
    let who = core.live().unwrap().state.roll[1].who;
    core.apply(Intent::Meeting(Command::Mark(who, Some(Status::Present))));
    core.apply(Intent::Meeting(Command::Close));
    core.apply(Intent::Go(Screen::Home));
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah", "Ester"])));
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Dahlia", "", ["Butet"])));
    settle(core);
}

/// What a restart finds.
fn after_restart(core: Core, dir: &std::path::Path) -> Core {
    assert_eq!(core.close(), 0);
    self::core(dir, Wall(NINE.0 + 86_400_000))
}

fn sorted(groups: &[Group]) -> Vec<Group> {
    let mut groups = groups.to_vec();
    groups.sort_by_key(|group| group.id);
    groups
}

#[test]
fn members_move_and_come_back_with_what_they_did() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    three_groups(&mut core);
    let before = sorted(core.groups());
    let (from, to) = (named(&core, "Kelompok Anggrek").clone(), named(&core, "Kelompok Mawar").id);
    let who = from.members[1].id;
    let mut changed = edit(&from);
    changed.leader = Some(who);
    changed.members[0].notes = "Rumah di ujung gang".to_owned();
    core.apply(Intent::Roster(RosterKey::Move { edit: changed, who: vec![who], to }));
    let moved = named(&core, "Kelompok Mawar").members.last().unwrap().clone();
    assert_eq!((moved.id, moved.name.as_str()), (who, "Yuliana"));
    let left = named(&core, "Kelompok Anggrek");
    assert_eq!((left.members.len(), left.leader), (2, None), "who leads goes with whom they lead");
    assert_eq!(left.members[0].notes, "Rumah di ujung gang", "the rest of the form is kept too");
    let now = sorted(core.groups());

    let mut core = after_restart(core, dir.path());
    assert_eq!(sorted(core.groups()), now, "on disk as in memory");
    let marks = core.view(None).meetings[0].marks.clone();
    assert!(marks.contains(&(who, Some(Status::Present))), "{marks:?}");
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(sorted(core.groups()), now, "nothing to take back after a restart");

    let (group, to) = (named(&core, "Kelompok Mawar").clone(), named(&core, "Kelompok Dahlia").id);
    let everybody = group.members.iter().map(|member| member.id).collect();
    core.apply(Intent::Roster(RosterKey::Move { edit: edit(&group), who: everybody, to }));
    assert_eq!(named(&core, "Kelompok Dahlia").members.len(), 4);
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(sorted(core.groups()), now);
    let core = after_restart(core, dir.path());
    assert_eq!(sorted(core.groups()), now);
    assert_ne!(now, before);
}

#[test]
fn a_group_goes_over_into_another_and_undo_parts_them_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    three_groups(&mut core);
    let before = sorted(core.groups());
    let (into, from) = (named(&core, "Kelompok Mawar").clone(), named(&core, "Kelompok Anggrek").id);
    core.apply(Intent::Roster(RosterKey::Merge { edit: edit(&into), from }));
    assert_eq!(named(&core, "Kelompok Mawar").members.len(), 5);
    let archived: Vec<(GroupId, usize)> =
        core.view(None).archived.iter().map(|group| (group.id, group.members.len())).collect();
    assert_eq!(archived, [(from, 0)]);
    assert_eq!(core.view(None).meetings[0].group, from, "what was held stays with its group");
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(sorted(core.groups()), before);
    assert!(core.view(None).archived.is_empty());
    let core = after_restart(core, dir.path());
    assert_eq!(sorted(core.groups()), before);
    assert!(core.view(None).archived.is_empty());
}

#[test]
fn an_archived_group_is_listed_comes_back_and_both_can_be_undone() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    three_groups(&mut core);
    let before = sorted(core.groups());
    let id = named(&core, "Kelompok Anggrek").id;
    core.apply(Intent::ArchiveGroup(id));
    let mut core = after_restart(core, dir.path());
    assert_eq!(core.groups().len(), 2);
    assert_eq!(core.view(None).archived[0].id, id);
    core.apply(Intent::Roster(RosterKey::BringBack(id)));
    assert_eq!(sorted(core.groups()), before);
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!((core.groups().len(), core.view(None).archived.len()), (2, 1));
    core.apply(Intent::Roster(RosterKey::BringBack(id)));
    let core = after_restart(core, dir.path());
    assert_eq!(sorted(core.groups()), before);
}

#[test]
fn an_edited_group_comes_back_as_it_was_and_who_left_is_not_called_up() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    three_groups(&mut core);
    let before = sorted(core.groups());
    let mut changed = edit(named(&core, "Kelompok Anggrek"));
    changed.name = "Kelompok Kenanga".to_owned();
    changed.village = "Sukamaju".to_owned();
    changed.members[0].standing = Standing::Graduated;
    changed.members[1].components = vec![Component::Pregnant];
    changed.members.swap(1, 2);
    let new = changed.add("Euis Kartikasari");
    changed.leader = Some(new);
    core.apply(Intent::SaveGroup(changed));
    let group = named(&core, "Kelompok Kenanga");
    let called: Vec<&str> =
        group.members.iter().filter(|m| m.standing == Standing::Active).map(|m| m.name.as_str()).collect();
    assert_eq!(called, ["Ketut Sari", "Yuliana", "Euis Kartikasari"]);
    assert_eq!(group.participants().len(), 3);
    let led = group.leader.unwrap();
    assert!(!GroupEdit::is_new(led) && group.members.iter().any(|member| member.id == led));
    settle(&mut core);
    let offered = core
        .view(None)
        .notices
        .iter()
        .any(|notice| notice.action.as_ref().is_some_and(|(_, wish)| *wish == Intent::Roster(RosterKey::Undo)));
    for _ in 0..200 {
        core.drain();
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    let offered = offered
        || core
            .view(None)
            .notices
            .iter()
            .any(|notice| notice.action.as_ref().is_some_and(|(_, wish)| *wish == Intent::Roster(RosterKey::Undo)));
    assert!(offered, "the way back is offered beside the good news");
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(sorted(core.groups()), before);
    let core = after_restart(core, dir.path());
    assert_eq!(sorted(core.groups()), before);
}

#[test]
fn nobody_moves_into_the_demo_group_and_a_meeting_settles_the_roster() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::AddDemo);
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah"])));
    let demo = core.groups().iter().find(|group| group.demo).unwrap().id;
    let group = named(&core, "Kelompok Mawar").clone();
    let who: Vec<ParticipantId> = group.members.iter().map(|member| member.id).collect();
    core.apply(Intent::Roster(RosterKey::Move { edit: edit(&group), who, to: demo }));
    core.apply(Intent::Roster(RosterKey::Merge { edit: edit(&group), from: demo }));
    assert_eq!(named(&core, "Kelompok Mawar").members.len(), 1);
    begun(&mut core);
    let now = sorted(core.groups());
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(sorted(core.groups()), now, "the meeting rests on the roster as it is");
}

#[test]
fn nothing_that_rests_on_a_group_is_undone_from_under_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::AddDemo);
    let demo = core.groups()[0].clone();
    core.apply(Intent::SaveGroup(GroupEdit { place: "Balai RW".into(), ..edit(&demo) }));
    core.apply(Intent::RemoveDemo);
    core.apply(Intent::Roster(RosterKey::Undo));
    assert!(core.groups().is_empty(), "what was removed with its meetings does not come back without them");

    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah"])));
    let group = core.groups()[0].id;
    core.apply(Intent::Paper(PaperKey::Save(PaperPlan {
        group,
        session: SessionId::from("m1-s1"),
        held: Held { day: NINE.day() - 3, begin: DayMinute(480), end: DayMinute(590) },
        place: String::new(),
        presenters: Vec::new(),
    })));
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(core.groups().len(), 1, "it has met by now");
    let core = after_restart(core, dir.path());
    assert_eq!((core.groups().len(), core.groups()[0].id), (1, group));
}
