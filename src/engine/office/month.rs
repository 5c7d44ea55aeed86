//! A month over all own groups, as the office's recap wants it (Rekap Kecamatan Pemantauan Pelaksanaan P2K2): who met, how many came, how
//! their understanding was marked. Plain data; nothing is refused and nothing made up.

use std::collections::BTreeSet;

use super::{Office, ReportData};
use crate::engine::{
    evidence::{Assessed, Level},
    ids::GroupId,
    roster::Group,
    time::{Month, Wall},
};

/// Marks for Pengetahuan & Pemahaman of the families on the list, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Kurang.
    pub poor: u16,
    /// Baik.
    pub good: u16,
    /// Sangat baik.
    pub very_good: u16,
    /// Tidak dapat dinilai: not there.
    pub not_assessable: u16,
    /// There, and not marked.
    pub empty: u16,
}

impl Levels {
    /// Of the families on the list; walk-ins are not among them.
    #[must_use]
    pub fn of(data: &ReportData) -> Self {
        let mut levels = Self::default();
        for row in data.rows.iter().filter(|row| row.who.participant().is_some()) {
            let slot = match row.assessed {
                Assessed::Rated(Level::Poor) => &mut levels.poor,
                Assessed::Rated(Level::Good) => &mut levels.good,
                Assessed::Rated(Level::VeryGood) => &mut levels.very_good,
                Assessed::NotAssessable => &mut levels.not_assessable,
                Assessed::Empty => &mut levels.empty,
            };
            *slot = slot.saturating_add(1);
        }
        levels
    }

    fn add(&mut self, other: Self) {
        self.poor = self.poor.saturating_add(other.poor);
        self.good = self.good.saturating_add(other.good);
        self.very_good = self.very_good.saturating_add(other.very_good);
        self.not_assessable = self.not_assessable.saturating_add(other.not_assessable);
        self.empty = self.empty.saturating_add(other.empty);
    }
}

/// One group in the month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthGroup {
    /// Its name now.
    pub name: String,
    /// Desa or kelurahan.
    pub village: String,
    /// Kecamatan: its own, else the office's.
    pub district: String,
    /// Active families now.
    pub families: u16,
    /// Its meetings of the month, oldest first; empty = it did not meet, or nothing of it can be read.
    pub meetings: Vec<ReportData>,
    /// When those began whose journal cannot be read: nothing of them is counted.
    pub unreadable: Vec<Wall>,
}

impl MonthGroup {
    /// The meeting that stands for the month: the last one.
    #[must_use]
    pub fn counted(&self) -> Option<&ReportData> {
        self.meetings.last()
    }
}

/// One line of the office's recap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistrictMonth {
    /// Kecamatan; may be empty.
    pub district: String,
    /// Groups in it.
    pub groups: u16,
    /// Groups that met.
    pub met: u16,
    /// Those that did not.
    pub not_met: Vec<String>,
    /// Sessions that were held, `M1-S1 Menjadi Orang Tua …`, without repeats.
    pub sessions: Vec<String>,
    /// Who presented, without repeats.
    pub presenters: Vec<String>,
    /// Active families.
    pub families: u16,
    /// HADIR at the meetings that count.
    pub present: u16,
    /// SAKIT and ALFA there.
    pub not_there: u16,
    /// In none of them there.
    pub left_out: u16,
    /// Marks there.
    pub levels: Levels,
    /// Groups that met more than once; their last meeting counts.
    pub more_than_once: Vec<String>,
    /// Groups with a meeting that cannot be read and is not counted.
    pub unreadable: Vec<String>,
}

/// A month over all own groups.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRecap {
    /// Which month.
    pub month: Month,
    /// Who reports.
    pub office: Office,
    /// Groups in the order given.
    pub groups: Vec<MonthGroup>,
    /// One line per kecamatan, in the order of first appearance.
    pub districts: Vec<DistrictMonth>,
}

/// The recap of `month`. `meetings` are those held in it, in any order, each with the group it belongs to, `unreadable` those of which only
/// that is known; a group that is in none of `groups` any more is left out. The demo group never counts.
#[must_use]
pub fn month_recap(
    month: Month,
    groups: &[Group],
    meetings: Vec<(GroupId, ReportData)>,
    unreadable: &[(GroupId, Wall)],
    office: &Office,
) -> MonthRecap {
    let mut meetings = meetings;
    meetings.sort_by_key(|(_, meeting)| (meeting.date, meeting.meeting));
    let groups: Vec<MonthGroup> = groups
        .iter()
        .filter(|group| !group.demo)
        .map(|group| MonthGroup {
            name: group.name.clone(),
            village: group.village.clone(),
            district: if group.district.trim().is_empty() { office.district.clone() } else { group.district.clone() },
            families: u16::try_from(group.active()).unwrap_or(u16::MAX),
            meetings: meetings.iter().filter(|(id, _)| *id == group.id).map(|(_, meeting)| meeting.clone()).collect(),
            unreadable: unreadable.iter().filter(|(id, _)| *id == group.id).map(|(_, began)| *began).collect(),
        })
        .collect();
    let districts = districts(&groups);
    MonthRecap { month, office: office.clone(), groups, districts }
}

fn districts(groups: &[MonthGroup]) -> Vec<DistrictMonth> {
    let mut districts: Vec<DistrictMonth> = Vec::new();
    for group in groups {
        let found = districts.iter().position(|district| district.district == group.district);
        let index = found.unwrap_or_else(|| {
            districts.push(DistrictMonth { district: group.district.clone(), ..DistrictMonth::default() });
            districts.len() - 1
        });
        if let Some(district) = districts.get_mut(index) {
            district.add(group);
        }
    }
    districts
}

impl DistrictMonth {
    fn add(&mut self, group: &MonthGroup) {
        self.groups = self.groups.saturating_add(1);
        self.families = self.families.saturating_add(group.families);
        if !group.unreadable.is_empty() {
            self.unreadable.push(group.name.clone());
        }
        let Some(data) = group.counted() else {
            self.not_met.push(group.name.clone());
            return;
        };
        self.met = self.met.saturating_add(1);
        self.present = self.present.saturating_add(data.count.present);
        self.not_there = self.not_there.saturating_add(data.count.not_there());
        self.left_out = self.left_out.saturating_add(data.count.left_out);
        self.levels.add(Levels::of(data));
        if group.meetings.len() > 1 {
            self.more_than_once.push(group.name.clone());
        }
        let mut seen: BTreeSet<String> = self.sessions.iter().chain(&self.presenters).cloned().collect();
        for data in &group.meetings {
            let session = format!("{} {}", data.label, data.title);
            if seen.insert(session.clone()) {
                self.sessions.push(session);
            }
            for person in data.presenters.iter().filter(|person| !person.name.trim().is_empty()) {
                if seen.insert(person.name.clone()) {
                    self.presenters.push(person.name.clone());
                }
            }
        }
    }
}
