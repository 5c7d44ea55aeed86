//! The groups as a proposal would have them. What is not in the file stays.

use super::{
    super::{
        identity::{Number, Secret},
        ids::{GroupId, ParticipantId},
        roster::{Group, Member, Sealed},
    },
    Change, Entry, Fate, GroupPlan, Proposal,
};

/// Seals a number of a member; `None` when it cannot, and the number is left out.
pub type Seal<'a> = dyn Fn(ParticipantId, Number, &str) -> Option<Sealed> + 'a;

/// What applying needs from outside.
pub struct Makers<'a> {
    /// An id for a new group.
    pub group: &'a mut dyn FnMut() -> GroupId,
    /// An id for a new member.
    pub member: &'a mut dyn FnMut() -> ParticipantId,
    /// Seals a number; `None` while the vault is closed, when numbers are left out.
    pub seal: Option<&'a Seal<'a>>,
}

impl Makers<'_> {
    fn sealed(&self, id: ParticipantId, number: Number, digits: &Secret) -> Option<Sealed> {
        self.seal.and_then(|seal| seal(id, number, digits.expose()))
    }
}

impl Proposal {
    /// The groups that are new or change, whole. `groups` are those it was proposed for.
    #[must_use]
    pub fn apply(&self, groups: &[Group], makers: &mut Makers<'_>) -> Vec<Group> {
        let plans = self.groups.iter().filter(|plan| plan.changes());
        plans.filter_map(|plan| applied(plan, groups, makers)).collect()
    }
}

fn applied(plan: &GroupPlan, groups: &[Group], makers: &mut Makers<'_>) -> Option<Group> {
    let mut group = match plan.known {
        Some(id) => groups.iter().find(|group| group.id == id)?.clone(),
        None => Group { id: (makers.group)(), name: plan.name.clone(), ..Group::default() },
    };
    if let Some(village) = &plan.village {
        group.village.clone_from(village);
    }
    if let Some(district) = &plan.district {
        group.district.clone_from(district);
    }
    for (at, row) in plan.rows.iter().enumerate() {
        let id = match &row.fate {
            Fate::Added(entry) => {
                let member = newcomer(entry, makers);
                let id = member.id;
                group.members.push(member);
                id
            }
            Fate::Changed(id, changes) => {
                let member = group.members.iter_mut().find(|member| member.id == *id)?;
                for change in changes {
                    take_in(member, change, makers);
                }
                *id
            }
            Fate::Same(id) => *id,
            Fate::Skipped(_) => continue,
        };
        if plan.leader == Some(at) {
            group.leader = Some(id);
        }
    }
    Some(group)
}

fn newcomer(entry: &Entry, makers: &mut Makers<'_>) -> Member {
    let id = (makers.member)();
    let number = |number, digits: &Option<Secret>| digits.as_ref().and_then(|digits| makers.sealed(id, number, digits));
    Member {
        id,
        name: entry.name.clone(),
        address: entry.address.clone(),
        components: entry.components.clone(),
        standing: entry.standing.unwrap_or_default(),
        notes: entry.notes.clone(),
        nik: number(Number::Nik, &entry.nik),
        kk: number(Number::Kk, &entry.kk),
    }
}

fn take_in(member: &mut Member, change: &Change, makers: &Makers<'_>) {
    match change {
        Change::Name { to, .. } => member.name.clone_from(to),
        Change::Address { to, .. } => member.address.clone_from(to),
        Change::Components { to, .. } => member.components.clone_from(to),
        Change::Standing { to, .. } => member.standing = *to,
        Change::Notes(notes) => member.notes.clone_from(notes),
        Change::Number { number, to, .. } => {
            let slot = match number {
                Number::Nik => &mut member.nik,
                Number::Kk => &mut member.kk,
            };
            if let Some(sealed) = makers.sealed(member.id, *number, to) {
                *slot = Some(sealed);
            }
        }
    }
}
