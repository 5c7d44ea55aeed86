//! Groups and members: kept, put away, moved, merged; each change can be taken back. Sealed numbers are in `numbers`.

use std::collections::{BTreeMap, VecDeque};

use super::Core;
use crate::{
    engine::{
        ids::{GroupId, ParticipantId},
        name_order::NameOrder,
        roster::{Group, Member},
    },
    store::{Regroup, Regrouping, Request},
    text::{app as text, group as words},
    ui::{
        intent::{GroupEdit, Intent, RosterKey, Screen},
        view::Level,
    },
};

/// Changes that can be taken back.
const PAST: usize = 50;

/// Changes of the roster, for taking back and for saying.
#[derive(Default)]
pub(super) struct Roster {
    past: Vec<Step>,
    /// Sentences that are true once the writer says so, in the order of the requests.
    saying: VecDeque<String>,
    /// The notice that offers undo.
    offered: Option<u64>,
}

impl Roster {
    /// The writer that would answer is gone.
    pub(super) fn say_no_more(&mut self) {
        self.saying.clear();
    }
}

/// What was before a change: these groups, and of them or beside them these in the archive (new ones too: they go there).
struct Step {
    groups: Vec<Group>,
    archived: Vec<GroupId>,
}

impl Core {
    pub(super) fn roster_key(&mut self, key: RosterKey) {
        match key {
            RosterKey::BringBack(group) => self.bring_back(group),
            RosterKey::Move { edit, who, to } => self.move_members(edit, &who, to),
            RosterKey::Merge { edit, from } => self.merge_groups(edit, from),
            RosterKey::Undo => self.undo_roster(),
        }
    }

    pub(super) fn save_group(&mut self, edit: GroupEdit) {
        let (group, _) = self.edited(edit);
        self.keep_group(group);
        self.go(Screen::Home);
    }

    /// Keeps one group, new or changed.
    pub(super) fn keep_group(&mut self, group: Group) {
        let said = text::group_saved(&group.name);
        self.change_roster(Regrouping::saved(group), said);
    }

    /// Changes groups in memory and on disk, all or none of it. `said` is shown once it is on disk, with a way back.
    pub(super) fn change_roster(&mut self, change: Regrouping, said: String) {
        let step = self.before(&change);
        self.roster.past.push(step);
        if self.roster.past.len() > PAST {
            self.roster.past.remove(0);
        }
        self.write_groups(change, said);
    }

    pub(super) fn archive_group(&mut self, id: GroupId) {
        let Some(name) = self.group(id).map(|group| group.name.clone()) else { return };
        let change = Regrouping { why: Regroup::Archived, groups: Vec::new(), archived: vec![id] };
        self.change_roster(change, text::group_archived(&name));
        self.go(Screen::Home);
    }

    fn bring_back(&mut self, id: GroupId) {
        let Some(group) = self.archived.iter().find(|group| group.id == id).cloned() else { return };
        let said = words::brought_back(&group.name);
        self.change_roster(Regrouping::saved(group), said);
    }

    fn move_members(&mut self, edit: GroupEdit, who: &[ParticipantId], to: GroupId) {
        let Some(mut target) = self.group(to).cloned() else { return };
        let (mut group, fresh) = self.edited(edit);
        if group.demo || target.demo || group.id == to {
            return;
        }
        let goes = |member: &Member| who.iter().any(|id| fresh.get(id).unwrap_or(id) == &member.id);
        let (gone, stay): (Vec<Member>, Vec<Member>) = group.members.into_iter().partition(goes);
        group.leader = group.leader.filter(|leader| stay.iter().any(|member| member.id == *leader));
        group.members = stay;
        let said = words::moved(gone.len(), gone.first().map_or("", |member| &member.name), &target.name);
        target.members.extend(gone);
        let change = Regrouping { why: Regroup::Moved, groups: vec![group, target], archived: Vec::new() };
        self.change_roster(change, said);
        self.drafts.group = None;
    }

    fn merge_groups(&mut self, edit: GroupEdit, from: GroupId) {
        let Some(mut source) = self.group(from).cloned() else { return };
        let (mut group, _) = self.edited(edit);
        if group.demo || source.demo || group.id == from {
            return;
        }
        group.members.append(&mut source.members);
        source.leader = None;
        let said = words::merged(&source.name, &group.name);
        let change = Regrouping { why: Regroup::Merged, groups: vec![group, source], archived: vec![from] };
        self.change_roster(change, said);
        self.drafts.group = None;
    }

    fn undo_roster(&mut self) {
        let Some(Step { groups, archived }) = self.roster.past.pop() else { return };
        self.write_groups(Regrouping { why: Regroup::Undone, groups, archived }, words::UNDONE.to_owned());
        if matches!(self.screen, Screen::Group(_)) {
            self.drafts.group = None;
        }
    }

    /// Nothing can be taken back any more: what follows rests on the roster as it is.
    pub(super) fn settle_roster(&mut self) {
        self.roster.past.clear();
        self.withdraw_undo();
    }

    /// The writer has kept the oldest change that was not kept yet.
    pub(super) fn roster_saved(&mut self) {
        let Some(said) = self.roster.saying.pop_front() else { return };
        self.withdraw_undo();
        if self.roster.past.is_empty() {
            self.notice(Level::Info, said);
        } else {
            let label = if said == words::UNDONE { words::UNDO_MORE } else { words::UNDO_SAVED };
            let id = self.passing_offer(&said, (label, Intent::Roster(RosterKey::Undo)));
            self.roster.offered = Some(id);
        }
    }

    /// One change was refused by the disk's rules; what it would have said is not true.
    pub(super) fn roster_refused(&mut self) {
        self.roster.saying.pop_front();
    }

    /// Every group somebody may still come back to: those shown, those put away, those of changes that can be taken back.
    pub(super) fn every_group(&mut self) -> impl Iterator<Item = &mut Group> {
        let past = self.roster.past.iter_mut().flat_map(|step| &mut step.groups);
        self.groups.iter_mut().chain(&mut self.archived).chain(past)
    }

    fn withdraw_undo(&mut self) {
        if let Some(id) = self.roster.offered.take() {
            self.dismiss(id);
        }
    }

    fn write_groups(&mut self, change: Regrouping, said: String) {
        for group in &change.groups {
            self.groups.retain(|other| other.id != group.id);
            self.archived.retain(|other| other.id != group.id);
            self.groups.push(group.clone());
        }
        let put_away = |group: &mut Group| change.archived.contains(&group.id);
        let mut gone: Vec<Group> = self.groups.extract_if(.., put_away).collect();
        self.archived.append(&mut gone);
        listed(&mut self.groups);
        listed(&mut self.archived);
        self.roster.saying.push_back(said);
        let wall = self.clock.wall();
        self.send(Request::Regroup { change, wall });
    }

    fn before(&self, change: &Regrouping) -> Step {
        let mut step = Step { groups: Vec::new(), archived: Vec::new() };
        let touched = change.groups.iter().map(|group| group.id).chain(change.archived.iter().copied());
        for id in touched {
            if step.groups.iter().any(|group| group.id == id) || step.archived.contains(&id) {
                continue;
            }
            if let Some(group) = self.group(id) {
                step.groups.push(group.clone());
            } else {
                let archived = self.archived.iter().find(|group| group.id == id);
                step.groups.extend(archived.cloned());
                step.archived.push(id);
            }
        }
        step
    }

    /// The group as edited, with ids for what is new; and which id each new member's own stands for now.
    fn edited(&mut self, edit: GroupEdit) -> (Group, BTreeMap<ParticipantId, ParticipantId>) {
        let id = edit.id.unwrap_or_else(|| self.ids.group());
        let demo = self.group(id).is_some_and(|group| group.demo);
        let mut fresh = BTreeMap::new();
        let mut members = edit.members;
        for member in members.iter_mut().filter(|member| GroupEdit::is_new(member.id)) {
            let real = self.ids.participant();
            fresh.insert(member.id, real);
            member.id = real;
        }
        let leader = edit.leader.map(|leader| fresh.get(&leader).copied().unwrap_or(leader));
        let leader = leader.filter(|leader| members.iter().any(|member| member.id == *leader));
        let (name, village, district, place) = (edit.name, edit.village, edit.district, edit.place);
        (Group { id, name, village, district, leader, place, hour: edit.hour, demo, members }, fresh)
    }
}

/// The order in which groups are listed: the demo group last.
pub(super) fn listed(groups: &mut [Group]) {
    groups.sort_by_cached_key(|group| (group.demo, NameOrder::of(&group.name)));
}
