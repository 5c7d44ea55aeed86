//! The half-year form of a group: what is known of each member, and, only when asked for, a proposed mark that follows from it.

use super::Office;
use crate::engine::{
    attendance::Attendee,
    evidence::{Assessed, Ground, Level, MemberFacts, member_facts},
    ids::{MeetingId, ParticipantId},
    roster::Group,
    state::State,
    time::Wall,
};

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearRow {
    /// Printed number, from 1.
    pub number: u16,
    /// Name.
    pub name: String,
    /// Ketua kelompok.
    pub leader: bool,
    /// What is known.
    pub facts: MemberFacts,
    /// Perubahan Perilaku.
    pub behaviour: Assessed,
    /// Kemampuan Mengenali Potensi.
    pub potential: Assessed,
}

/// Everything the form prints.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfYear {
    /// Who reports, to whom.
    pub office: Office,
    /// Group.
    pub group: String,
    /// Desa or kelurahan.
    pub village: String,
    /// Kecamatan.
    pub district: String,
    /// Year, and whether it is its second half.
    pub period: (i64, bool),
    /// Titles of the sessions held, in order.
    pub sessions: Vec<String>,
    /// Members in usual order, then those who were called up then and are no longer in the group.
    pub rows: Vec<HalfYearRow>,
    /// When the newest thing was written down; `None` = there was no meeting.
    pub as_of: Option<Wall>,
    /// Marks were proposed; else all are empty.
    pub proposed: bool,
}

/// The form of `group` over `meetings`, which are those held and closed in `period`, oldest first. `propose` fills in marks that follow
/// from what was written down, and nothing else.
#[must_use]
pub fn half_year(
    group: &Group,
    meetings: &[(MeetingId, &State)],
    office: &Office,
    period: (i64, bool),
    propose: bool,
) -> HalfYear {
    let rows = (1..).zip(people(group, meetings)).map(|(number, (id, name))| {
        let facts = member_facts(id, meetings);
        let (behaviour, potential) =
            if propose { (behaviour(&facts), potential(&facts)) } else { (Assessed::Empty, Assessed::Empty) };
        HalfYearRow { number, name, leader: group.leader == Some(id), facts, behaviour, potential }
    });
    let district = if group.district.trim().is_empty() { &office.district } else { &group.district };
    HalfYear {
        office: office.clone(),
        group: group.name.clone(),
        village: group.village.clone(),
        district: district.clone(),
        period,
        sessions: meetings.iter().map(|(_, state)| state.setup.title.clone()).collect(),
        rows: rows.collect(),
        as_of: meetings.iter().map(|(_, state)| state.last_wall).max(),
        proposed: propose,
    }
}

fn people(group: &Group, meetings: &[(MeetingId, &State)]) -> Vec<(ParticipantId, String)> {
    let mut people: Vec<(ParticipantId, String)> =
        group.participants().into_iter().map(|person| (person.id, person.name)).collect();
    for row in meetings.iter().flat_map(|(_, state)| &state.roll) {
        if let Attendee::Participant(id) = row.who
            && !people.iter().any(|(known, _)| *known == id)
        {
            people.push((id, row.name.clone()));
        }
    }
    people
}

/// All promises asked about by name were kept, some, or none.
fn behaviour(facts: &MemberFacts) -> Assessed {
    if facts.came == 0 {
        return never_came(facts);
    }
    if !facts.tells_of_behaviour() {
        return Assessed::Empty;
    }
    let (kept, asked) = (facts.kept.len(), usize::from(facts.asked));
    Assessed::Rated(match kept {
        0 => Level::Poor,
        _ if kept >= asked => Level::VeryGood,
        _ => Level::Good,
    })
}

/// The newest mark that rests on what the member did or told.
fn potential(facts: &MemberFacts) -> Assessed {
    if facts.came == 0 {
        return never_came(facts);
    }
    let own = |ground: Ground| matches!(ground, Ground::HomePractice | Ground::Talk);
    let newest = facts.ratings.iter().rev().find(|(_, _, ground, _)| own(*ground));
    newest.map_or(Assessed::Empty, |(_, level, _, _)| Assessed::Rated(*level))
}

fn never_came(facts: &MemberFacts) -> Assessed {
    if facts.called > 0 { Assessed::NotAssessable } else { Assessed::Empty }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_proposed_only_from_what_was_written_down() {
        let facts = |came, asked, kept: usize, ratings: &[(Level, Ground)]| MemberFacts {
            called: 4,
            came,
            asked,
            kept: (1..=kept as i64).map(MeetingId).collect(),
            ratings: ratings.iter().map(|(level, ground)| (MeetingId(1), *level, *ground, false)).collect(),
        };
        assert_eq!(behaviour(&facts(0, 0, 0, &[])), Assessed::NotAssessable);
        assert_eq!(behaviour(&facts(3, 0, 0, &[])), Assessed::Empty);
        assert_eq!(behaviour(&facts(3, 2, 0, &[])), Assessed::Rated(Level::Poor));
        assert_eq!(behaviour(&facts(3, 3, 1, &[])), Assessed::Rated(Level::Good));
        assert_eq!(behaviour(&facts(3, 2, 2, &[])), Assessed::Rated(Level::VeryGood));
        let hands = (Level::VeryGood, Ground::ShowOfHands);
        assert_eq!(potential(&facts(3, 0, 0, &[hands])), Assessed::Empty, "knowing is not recognising");
        let talk = (Level::Good, Ground::Talk);
        assert_eq!(potential(&facts(3, 0, 0, &[talk, hands])), Assessed::Rated(Level::Good));
        assert_eq!(potential(&MemberFacts::default()), Assessed::Empty);
    }
}
