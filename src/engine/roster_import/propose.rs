//! What a file would change: which group and which member a row is, and what it says of them that is not known yet.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    super::{
        identity::{Number, Secret},
        ids::{GroupId, ParticipantId},
        roster::{Group, MAX_NAME_CHARS, MAX_PARTICIPANTS, Member},
    },
    Change, Entry, Fate, GroupPlan, Numbers, Opened, Place, Proposal, Reading, RowPlan, Why,
    columns::plain,
    labels::{group_key, group_name},
    rows::is_name,
};

/// What `reading` would change. `numbers` are there while the vault is open; without it the file's numbers are left out. Members without a
/// group in the file go into `fallback`.
#[must_use]
pub fn propose(reading: &Reading, groups: &[Group], numbers: Option<&Numbers>, fallback: Option<&str>) -> Proposal {
    let fallback = fallback.map(group_name).filter(|name| !group_key(name).is_empty());
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut unnamed = Vec::new();
    for (number, entry) in reading.entries.iter().enumerate() {
        match entry.group.as_ref().or(fallback.as_ref()) {
            Some(name) => join(&mut parts, name, number, entry),
            None => unnamed.push(entry),
        }
    }
    let mut matching = Matching { groups, numbers, said: BTreeMap::new(), known: BTreeSet::new() };
    let groups = parts.iter().map(|part| matching.group(part, &parts)).collect();
    let count = |entry: &Entry| usize::from(entry.nik.is_some()) + usize::from(entry.kk.is_some());
    Proposal {
        groups,
        unnamed: matching.rows(&unnamed, None),
        complaints: reading.complaints.clone(),
        numbers: reading.entries.iter().map(count).sum(),
        numbers_kept: numbers.is_some(),
    }
}

/// Rows of one group.
struct Part<'a> {
    name: String,
    /// Desa; `None` while no row of this name said one, then there is only this part of it.
    village: Option<String>,
    entries: Vec<&'a Entry>,
    /// Number of its newest row.
    newest: usize,
}

impl Part<'_> {
    fn is_called(&self, name: &str) -> bool {
        group_key(&self.name) == group_key(name)
    }
}

/// Puts a row with its group. "Kelompok 1" of one desa is not that of another; a row that says no desa belongs to the one above it, as an
/// empty cell under merged ones does.
fn join<'a>(parts: &mut Vec<Part<'a>>, name: &str, newest: usize, entry: &'a Entry) {
    let village = entry.village.as_ref().filter(|village| !place(village).is_empty());
    let same = parts.iter_mut().filter(|part| part.is_called(name));
    let found = match village {
        Some(village) => {
            let here = |part: &Part<'_>| part.village.as_deref().is_none_or(|own| place(own) == place(village));
            same.into_iter().find(|part| here(part))
        }
        None => same.max_by_key(|part| part.newest),
    };
    match found {
        Some(part) => {
            part.village = part.village.take().or_else(|| village.cloned());
            part.entries.push(entry);
            part.newest = newest;
        }
        None => parts.push(Part { name: name.to_owned(), village: village.cloned(), entries: vec![entry], newest }),
    }
}

struct Matching<'a> {
    groups: &'a [Group],
    numbers: Option<&'a Numbers>,
    /// NIK that rows before have.
    said: BTreeMap<String, Place>,
    /// Groups that rows before are of: two of one name in the file are two.
    known: BTreeSet<GroupId>,
}

impl<'a> Matching<'a> {
    fn group(&mut self, part: &Part<'_>, parts: &[Part<'_>]) -> GroupPlan {
        let Part { name, village, entries, .. } = part;
        let district = agreed(entries, |entry| &entry.district);
        let known = self.known(part);
        self.known.extend(known.map(|group| group.id));
        let rows = self.rows(entries, known);
        let taken: BTreeSet<ParticipantId> = rows
            .iter()
            .filter_map(|row| match row.fate {
                Fate::Changed(id, _) | Fate::Same(id) => Some(id),
                _ => None,
            })
            .collect();
        let stays = |member: &&Member| !taken.contains(&member.id);
        let leads = |(entry, row): (&&Entry, &RowPlan)| entry.leader && !matches!(row.fate, Fate::Skipped(_));
        let leader = entries.iter().zip(&rows).position(leads);
        GroupPlan {
            known: known.map(|group| group.id),
            name: known.map_or_else(|| name.clone(), |group| group.name.clone()),
            apart: village.clone().filter(|_| parts.iter().filter(|other| other.is_called(name)).count() > 1),
            village: village.clone().filter(|_| known.is_none_or(|group| group.village.is_empty())),
            district: district.filter(|_| known.is_none_or(|group| group.district.is_empty())),
            leader: leader.filter(|_| known.is_none_or(|group| group.leader.is_none())),
            staying: known.map_or_else(Vec::new, |group| {
                group.members.iter().filter(stays).map(|member| member.name.clone()).collect()
            }),
            rows,
        }
    }

    /// The group of this name that is not the demo; of several, or where both say a village, the one of the same village, and of several
    /// that could be meant the one that has most of these names.
    fn known(&self, part: &Part<'_>) -> Option<&'a Group> {
        let village = part.village.as_deref();
        let here = |group: &Group| {
            village.is_none_or(|village| group.village.is_empty() || place(&group.village) == place(village))
        };
        let names: BTreeSet<String> = part.entries.iter().map(|entry| plain(&entry.name)).collect();
        let free = self.groups.iter().filter(|group| !group.demo && !self.known.contains(&group.id));
        // One that says the same village before one that says none.
        free.filter(|group| part.is_called(&group.name) && here(group)).min_by_key(|group| {
            let shared = group.members.iter().filter(|member| names.contains(&plain(&member.name))).count();
            (group.village.is_empty() && village.is_some(), Reverse(shared))
        })
    }

    /// The rows of one group.
    fn rows(&mut self, entries: &[&Entry], group: Option<&'a Group>) -> Vec<RowPlan> {
        let mut fates: Vec<Option<Fate>> = vec![None; entries.len()];
        let mut taken = BTreeSet::new();
        let mut before: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let namesakes = before.entry(plain(&entry.name)).or_default();
            let skip = unfit(entry).or_else(|| self.said_before(entry)).or_else(|| twice(entry, namesakes));
            namesakes.push(entry);
            if let (None, Some(nik)) = (&skip, &entry.nik) {
                self.said.insert(nik.expose().to_owned(), entry.at.clone());
            }
            let fate = skip.map(Fate::Skipped).or_else(|| self.by_nik(entry, group, &mut taken));
            if let Some(slot) = fates.get_mut(at) {
                *slot = fate;
            }
        }
        self.by_name(entries, group, &mut fates, &mut taken);
        let mut free = MAX_PARTICIPANTS.saturating_sub(group.map_or(0, |group| group.members.len()));
        let plan = |(entry, fate): (&&Entry, Option<Fate>)| {
            let added = || {
                let there = free > 0;
                free = free.saturating_sub(1);
                if there { Fate::Added(Box::new((*entry).clone())) } else { Fate::Skipped(Why::Full) }
            };
            RowPlan { at: entry.at.clone(), name: entry.name.clone(), fate: fate.unwrap_or_else(added) }
        };
        entries.iter().zip(fates).map(plan).collect()
    }

    fn said_before(&self, entry: &Entry) -> Option<Why> {
        let nik = entry.nik.as_ref()?;
        self.said.get(nik.expose()).cloned().map(Why::Twice)
    }

    /// The member with this NIK, when the vault is open and somebody has it.
    fn by_nik(&self, entry: &Entry, group: Option<&Group>, taken: &mut BTreeSet<ParticipantId>) -> Option<Fate> {
        let nik = entry.nik.as_ref()?;
        let (id, _) = self.numbers?.iter().find(|(_, opened)| opened.nik.as_ref() == Some(nik))?;
        let owner = self.groups.iter().find(|group| group.members.iter().any(|member| member.id == *id))?;
        if group.is_none_or(|group| group.id != owner.id) {
            return Some(Fate::Skipped(Why::InGroup(owner.name.clone())));
        }
        let member = owner.members.iter().find(|member| member.id == *id)?;
        taken.insert(*id);
        Some(self.compared(entry, member))
    }

    /// Everybody else by name, inside the group; who cannot be told apart is left out.
    fn by_name(
        &self,
        entries: &[&Entry],
        group: Option<&Group>,
        fates: &mut [Option<Fate>],
        taken: &mut BTreeSet<ParticipantId>,
    ) {
        let Some(group) = group else { return };
        let open: Vec<usize> = (0..entries.len()).filter(|at| fates.get(*at).is_some_and(Option::is_none)).collect();
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in open {
            if let Some(entry) = entries.get(at) {
                names.entry(plain(&entry.name)).or_default().push(at);
            }
        }
        let mut decide = |at: usize, fate: Fate| {
            if let Some(slot) = fates.get_mut(at) {
                *slot = Some(fate);
            }
        };
        for (name, rows) in names {
            let members =
                group.members.iter().filter(|member| !taken.contains(&member.id) && plain(&member.name) == name);
            let mut members: Vec<&Member> = members.collect();
            let mut rows: Vec<(usize, &Entry)> =
                rows.into_iter().filter_map(|at| Some((at, *entries.get(at)?))).collect();
            if let ([(at, entry)], [member]) = (rows.as_slice(), members.as_slice()) {
                if !self.other_nik(entry, member) {
                    decide(*at, self.compared(entry, member));
                } else if !apart(&entry.address, &member.address) {
                    decide(*at, Fate::Skipped(Why::OtherNik));
                }
                continue;
            }
            // Several of a name: who lives where tells them apart, as long as there are as many here as there.
            let addresses: BTreeSet<String> = rows.iter().map(|(_, entry)| plain(&entry.address)).collect();
            for address in addresses {
                let here: Vec<(usize, &Entry)> =
                    rows.iter().filter(|(_, entry)| plain(&entry.address) == address).copied().collect();
                let there: Vec<&Member> =
                    members.iter().filter(|member| plain(&member.address) == address).copied().collect();
                let pairs = || here.iter().zip(&there);
                if here.len() != there.len() || pairs().any(|((_, entry), member)| self.other_nik(entry, member)) {
                    continue;
                }
                for ((at, entry), member) in pairs() {
                    decide(*at, self.compared(entry, member));
                    rows.retain(|(other, _)| other != at);
                    members.retain(|other| other.id != member.id);
                }
            }
            if !members.is_empty() {
                for (at, _) in rows {
                    decide(at, Fate::Skipped(Why::Alike));
                }
            }
        }
    }

    fn opened(&self, member: &Member) -> Opened {
        self.numbers.and_then(|numbers| numbers.get(&member.id)).cloned().unwrap_or_default()
    }

    fn other_nik(&self, entry: &Entry, member: &Member) -> bool {
        self.opened(member).nik.zip(entry.nik.as_ref()).is_some_and(|(known, said)| known != *said)
    }

    /// What the row says of this member that is not known. An empty cell says nothing.
    fn compared(&self, entry: &Entry, member: &Member) -> Fate {
        let mut changes = Vec::new();
        if plain(&entry.name) != plain(&member.name) {
            changes.push(Change::Name { from: member.name.clone(), to: entry.name.clone() });
        }
        if !entry.address.is_empty() && plain(&entry.address) != plain(&member.address) {
            changes.push(Change::Address { from: member.address.clone(), to: entry.address.clone() });
        }
        if !entry.components.is_empty() && entry.components != member.components {
            changes.push(Change::Components { from: member.components.clone(), to: entry.components.clone() });
        }
        if let Some(to) = entry.standing.filter(|standing| *standing != member.standing) {
            changes.push(Change::Standing { from: member.standing, to });
        }
        if member.notes.is_empty() && !entry.notes.is_empty() {
            changes.push(Change::Notes(entry.notes.clone()));
        }
        if self.numbers.is_some() {
            let known = self.opened(member);
            let mut number = |number, said: &Option<Secret>, known: Option<Secret>| {
                let Some(to) = said.clone().filter(|said| known.as_ref() != Some(said)) else { return };
                changes.push(Change::Number { number, to, replaces: known.is_some() });
            };
            number(Number::Nik, &entry.nik, known.nik);
            number(Number::Kk, &entry.kk, known.kk);
        }
        if changes.is_empty() { Fate::Same(member.id) } else { Fate::Changed(member.id, changes) }
    }
}

/// Words by which the same desa is known again.
fn place(village: &str) -> String {
    plain(village).replace(' ', "")
}

/// What the rows say of their group, when those that say it agree.
fn agreed<'a>(entries: &[&'a Entry], of: impl Fn(&'a Entry) -> &'a Option<String>) -> Option<String> {
    let mut said = entries.iter().filter_map(|entry| of(entry).as_ref());
    let first = said.next()?;
    said.all(|other| plain(other) == plain(first)).then(|| first.clone())
}

/// Why a row is nobody, if it is not.
fn unfit(entry: &Entry) -> Option<Why> {
    if entry.name.is_empty() {
        Some(Why::NoName)
    } else if !is_name(&entry.name) {
        Some(Why::NotAName)
    } else {
        (entry.name.chars().count() > MAX_NAME_CHARS).then_some(Why::LongName)
    }
}

/// One of the same name before in the same group is the same family again, or somebody who cannot be told from her.
fn twice(entry: &Entry, namesakes: &[&Entry]) -> Option<Why> {
    let mut alike = namesakes.iter().filter(|other| {
        let niks = entry.nik.as_ref().zip(other.nik.as_ref());
        niks.map_or(!apart(&entry.address, &other.address), |(one, two)| one == two)
    });
    let other = alike.next()?;
    let told = |entry: &Entry| (plain(&entry.address), entry.components.clone(), entry.standing, entry.kk.clone());
    Some(if told(entry) == told(other) { Why::Twice(other.at.clone()) } else { Why::Alike })
}

/// Both say where they live, and it is not the same.
fn apart(one: &str, two: &str) -> bool {
    !one.is_empty() && !two.is_empty() && plain(one) != plain(two)
}
