//! How our marks become the office's: it knows HADIR, SAKIT and ALFA only. What else is written down goes by a table somebody decided.

use serde::{Deserialize, Serialize};

use crate::engine::attendance::{Row, Status};

/// A mark of the office's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeMark {
    /// HADIR.
    Present,
    /// SAKIT.
    Sick,
    /// ALFA.
    Absent,
    /// Not counted at all, and said so.
    LeftOut,
}

impl OfficeMark {
    /// All, in the form's order.
    pub const ALL: [Self; 4] = [Self::Present, Self::Sick, Self::Absent, Self::LeftOut];
    /// What a guest can be.
    pub const FOR_GUESTS: [Self; 2] = [Self::Present, Self::LeftOut];
}

/// The table: what becomes of marks the office's form does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeMap {
    /// IZIN.
    pub excused: OfficeMark,
    /// Present, but somebody else of the family came.
    pub represented: OfficeMark,
    /// Belum diisi.
    pub unmarked: OfficeMark,
    /// Who came without being on the list: [`OfficeMark::Present`] or [`OfficeMark::LeftOut`]. Never counted among the families.
    pub walk_in: OfficeMark,
}

impl OfficeMap {
    /// What we propose when it is asked for the first time.
    #[must_use]
    pub const fn proposed() -> Self {
        Self {
            excused: OfficeMark::Absent,
            represented: OfficeMark::Present,
            unmarked: OfficeMark::LeftOut,
            walk_in: OfficeMark::LeftOut,
        }
    }

    /// What a row is for the office. `represented`: somebody else came for them.
    #[must_use]
    pub const fn mark(&self, status: Option<Status>, represented: bool) -> OfficeMark {
        match status {
            Some(Status::Present) if represented => self.represented,
            Some(Status::Present) => OfficeMark::Present,
            Some(Status::Sick) => OfficeMark::Sick,
            Some(Status::Excused) => self.excused,
            Some(Status::Absent) => OfficeMark::Absent,
            None => self.unmarked,
        }
    }

    /// What a row of the roll is for the office.
    #[must_use]
    pub fn row(&self, row: &Row) -> OfficeMark {
        if row.who.participant().is_none() {
            return if row.status == Some(Status::Present) { self.walk_in } else { OfficeMark::LeftOut };
        }
        self.mark(row.status, row.by.is_some())
    }
}

/// Numbers for the office. `families` is always `present + sick + absent + left_out`; walk-ins stand beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfficeCount {
    /// On the list of the group then.
    pub families: u16,
    /// HADIR.
    pub present: u16,
    /// SAKIT.
    pub sick: u16,
    /// ALFA.
    pub absent: u16,
    /// In none of them.
    pub left_out: u16,
    /// Came without being on the list.
    pub walk_ins: u16,
    /// Of those, how many the table counts as present.
    pub walk_ins_present: u16,
    /// IZIN, wherever the table puts it.
    pub excused: u16,
    /// Somebody else came for them, wherever the table puts it.
    pub represented: u16,
    /// Not filled in, wherever the table puts it.
    pub unmarked: u16,
}

impl OfficeCount {
    /// Adds a family.
    pub(super) fn family(&mut self, mark: OfficeMark) {
        let slot = match mark {
            OfficeMark::Present => &mut self.present,
            OfficeMark::Sick => &mut self.sick,
            OfficeMark::Absent => &mut self.absent,
            OfficeMark::LeftOut => &mut self.left_out,
        };
        *slot = slot.saturating_add(1);
        self.families = self.families.saturating_add(1);
    }

    /// Adds somebody who is not on the list.
    pub(super) fn guest(&mut self, mark: OfficeMark) {
        self.walk_ins = self.walk_ins.saturating_add(1);
        if mark == OfficeMark::Present {
            self.walk_ins_present = self.walk_ins_present.saturating_add(1);
        }
    }

    /// Everybody the form counts as present.
    #[must_use]
    pub fn all_present(&self) -> u16 {
        self.present.saturating_add(self.walk_ins_present)
    }

    /// Families that were not there: neither present nor left out.
    #[must_use]
    pub fn not_there(&self) -> u16 {
        self.sick.saturating_add(self.absent)
    }
}
