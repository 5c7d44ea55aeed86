//! Wishes about groups, members and their numbers.

use crate::engine::{
    identity::{Number, Secret},
    ids::{GroupId, ParticipantId},
    roster::{Group, Member},
    time::DayMinute,
};

/// A group as edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupEdit {
    /// `None` = new.
    pub id: Option<GroupId>,
    /// Name.
    pub name: String,
    /// Desa, kelurahan or pekon.
    pub village: String,
    /// Kecamatan.
    pub district: String,
    /// Ketua kelompok; one of `members`.
    pub leader: Option<ParticipantId>,
    /// Usual place.
    pub place: String,
    /// Usual hour.
    pub hour: Option<DayMinute>,
    /// Everybody in order. Who is not kept yet has an id of the form's own, see [`Self::is_new`].
    pub members: Vec<Member>,
}

impl GroupEdit {
    /// A group as it is kept.
    #[must_use]
    pub fn of(group: &Group) -> Self {
        Self {
            id: Some(group.id),
            name: group.name.clone(),
            village: group.village.clone(),
            district: group.district.clone(),
            leader: group.leader,
            place: group.place.clone(),
            hour: group.hour,
            members: group.members.clone(),
        }
    }

    /// A new group of which only this is known.
    pub fn named<'a>(name: &str, place: &str, members: impl IntoIterator<Item = &'a str>) -> Self {
        let mut edit = Self { name: name.to_owned(), place: place.to_owned(), ..Self::default() };
        for member in members {
            edit.add(member);
        }
        edit
    }

    /// Puts somebody new at the end.
    pub fn add(&mut self, name: &str) -> ParticipantId {
        let least = self.members.iter().map(|member| member.id.0).min().unwrap_or(0);
        let id = ParticipantId(least.min(0) - 1);
        self.members.push(Member::named(id, name));
        id
    }

    /// Whether this id is the form's own: those of the database begin at 1.
    #[must_use]
    pub fn is_new(id: ParticipantId) -> bool {
        id.0 < 1
    }
}

/// What can be done with groups and members beside saving and putting away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterKey {
    /// Bring a group back from the archive.
    BringBack(GroupId),
    /// Save the group as edited, with these members of it in another one.
    Move {
        /// The group.
        edit: GroupEdit,
        /// Who goes.
        who: Vec<ParticipantId>,
        /// Where to.
        to: GroupId,
    },
    /// Save the group as edited, with everybody of another one at its end; that one goes to the archive.
    Merge {
        /// The group.
        edit: GroupEdit,
        /// The other one.
        from: GroupId,
    },
    /// Take the last change back.
    Undo,
}

/// What can be done with NIK and no. KK. What is secret in it is wiped when it is dropped and in no debug print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultKey {
    /// Set the first passphrase.
    Create(Secret),
    /// Unlock.
    Unlock(Secret),
    /// Another passphrase.
    Change {
        /// The one so far.
        old: Secret,
        /// The one from now on.
        new: Secret,
    },
    /// The passphrase is forgotten: clear all numbers.
    Forget,
    /// Lock.
    Lock,
    /// Show this number to eyes, until told otherwise.
    Show(Option<(ParticipantId, Number)>),
    /// Seal a number typed for a member of the form.
    Keep {
        /// Whose.
        who: ParticipantId,
        /// Which.
        number: Number,
        /// As typed.
        typed: Secret,
    },
}
