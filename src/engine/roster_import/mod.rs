//! A roster out of somebody's spreadsheet: what the cells mean ([`read`]), what that would change ([`propose`]), the groups as they would
//! then be ([`Proposal::apply`]). Reading files is the matter of `sheets`, sealing numbers that of the vault; nothing is written here.

mod apply;
mod columns;
mod labels;
mod propose;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use apply::{Makers, Seal};
pub use propose::propose;
pub use rows::read;

use super::{
    identity::{IdentityFault, Number, Secret},
    ids::{GroupId, ParticipantId},
    roster::{Component, Standing},
};

/// A place in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Name of the sheet; `None` when the file has one only.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it; `None` for the sheet as a whole.
    pub row: Option<u32>,
}

/// Something in the file that was not taken, or not as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where.
    pub at: Place,
    /// What.
    pub what: Trouble,
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No row with a column of names.
    NoHead,
    /// The sheet is longer or wider than is read; what lies beyond is left out.
    Cut,
    /// A number that cannot be kept; the row is.
    Number(Number, IdentityFault),
    /// All numbers of a column end in 0: a spreadsheet has rounded them, though they look whole.
    AllRounded(Number),
    /// Rows up to this one, under the totals or the signatures.
    Under(u32),
    /// Words in a row without a name.
    NotRead,
}

/// A member as the file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub at: Place,
    /// Name of their group, when the file says it.
    pub group: Option<String>,
    /// Desa of the group, when said.
    pub village: Option<String>,
    /// Kecamatan of the group, when said.
    pub district: Option<String>,
    /// Name; empty when the row has other things and no name.
    pub name: String,
    /// NIK, sixteen digits.
    pub nik: Option<Secret>,
    /// No. KK, sixteen digits.
    pub kk: Option<Secret>,
    /// Address; may be empty.
    pub address: String,
    /// Marked components, in their order, without repeats.
    pub components: Vec<Component>,
    /// Standing, when the row says it.
    pub standing: Option<Standing>,
    /// What else the row remarks; may be empty.
    pub notes: String,
    /// Leads the group.
    pub leader: bool,
}

/// A file understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its members, in the file's order.
    pub entries: Vec<Entry>,
    /// What could not be taken.
    pub complaints: Vec<Complaint>,
    /// The only sheet's name or the like, for a group the file does not name.
    pub suggestion: Option<String>,
}

impl Reading {
    /// Members whose group the file does not say.
    #[must_use]
    pub fn unnamed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.group.is_none()).count()
    }
}

/// The numbers of members, opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// NIK.
    pub nik: Option<Secret>,
    /// No. KK.
    pub kk: Option<Secret>,
}

/// Opened numbers of the members that have any. There is one only while the vault is open.
pub type Numbers = BTreeMap<ParticipantId, Opened>;

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Groups in the file's order.
    pub groups: Vec<GroupPlan>,
    /// Rows whose group neither the file nor anybody says: they are left out until one does.
    pub unnamed: Vec<RowPlan>,
    /// What could not be taken.
    pub complaints: Vec<Complaint>,
    /// Identity numbers in the file that could be kept.
    pub numbers: usize,
    /// They are kept: the vault is open.
    pub numbers_kept: bool,
}

/// A group of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupPlan {
    /// The group it is; `None` = a new one.
    pub known: Option<GroupId>,
    /// Its name, as the roster has it when it is known.
    pub name: String,
    /// Its desa, where the file has another group of this name.
    pub apart: Option<String>,
    /// Desa to put down, where none is known.
    pub village: Option<String>,
    /// Kecamatan to put down, where none is known.
    pub district: Option<String>,
    /// Row of the leader, index into `rows`, where none is known.
    pub leader: Option<usize>,
    /// Its rows.
    pub rows: Vec<RowPlan>,
    /// Names of members the file does not have; they stay.
    pub staying: Vec<String>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// Where.
    pub at: Place,
    /// Name in the file.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new member.
    Added(Box<Entry>),
    /// A member of whom something changes.
    Changed(ParticipantId, Vec<Change>),
    /// A member as they are.
    Same(ParticipantId),
    /// Left out.
    Skipped(Why),
}

/// A change of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another name, known by the NIK.
    Name {
        /** Before. */
        from: String,
        /** After. */
        to: String,
    },
    /// Another address.
    Address {
        /** Before. */
        from: String,
        /** After. */
        to: String,
    },
    /// Other components.
    Components {
        /** Before. */
        from: Vec<Component>,
        /** After. */
        to: Vec<Component>,
    },
    /// Another standing.
    Standing {
        /** Before. */
        from: Standing,
        /** After. */
        to: Standing,
    },
    /// A remark where there was none.
    Notes(String),
    /// A number, in place of another or of none.
    Number {
        /** Which. */
        number: Number,
        /** It. */
        to: Secret,
        /** There was another. */
        replaces: bool,
    },
}

/// Why a row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no name in it.
    NoName,
    /// What stands for a name has no letters, or is mostly digits.
    NotAName,
    /// The name is longer than is kept.
    LongName,
    /// The same as that row.
    Twice(Place),
    /// Several of this name, and nothing to tell them apart by.
    Alike,
    /// Somebody of this name is there, with another NIK.
    OtherNik,
    /// The same NIK is in this group already.
    InGroup(String),
    /// The group has as many as it can have.
    Full,
}

/// How many rows have which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New.
    pub added: usize,
    /// Changed.
    pub changed: usize,
    /// As they are.
    pub same: usize,
    /// Left out.
    pub skipped: usize,
}

impl Counts {
    fn of<'a>(rows: impl Iterator<Item = &'a RowPlan>) -> Self {
        let mut counts = Self::default();
        for row in rows {
            match row.fate {
                Fate::Added(_) => counts.added += 1,
                Fate::Changed(..) => counts.changed += 1,
                Fate::Same(_) => counts.same += 1,
                Fate::Skipped(_) => counts.skipped += 1,
            }
        }
        counts
    }
}

impl GroupPlan {
    /// How its rows fare.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.rows.iter())
    }

    /// Whether saving would change anything.
    #[must_use]
    pub fn changes(&self) -> bool {
        let counts = self.counts();
        let told = self.village.is_some() || self.district.is_some() || self.leader.is_some();
        counts.added + counts.changed > 0 || told && self.known.is_some()
    }
}

impl Proposal {
    /// How all rows fare; those without a group are left out for now.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.groups.iter().flat_map(|group| &group.rows).chain(&self.unnamed))
    }

    /// Whether saving would change anything.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.groups.iter().any(GroupPlan::changes)
    }
}
