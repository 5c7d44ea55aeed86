//! What is known of one member over several meetings: came, was marked, kept a promise. Facts only, for the half-year form; a mark for
//! Perubahan Perilaku is given by a person who looks at them.

use super::{
    attendance::{Attendee, Status},
    event::MeetingKind,
    evidence::{Assessed, Ground, Level},
    ids::{MeetingId, ParticipantId},
    state::State,
};

/// What is known of a member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberFacts {
    /// Meetings held that called them up.
    pub called: u16,
    /// Those they came to.
    pub came: u16,
    /// Marks, in order of the meetings: where, what, on what ground, given to everybody at once.
    pub ratings: Vec<(MeetingId, Level, Ground, bool)>,
    /// Meetings whose promise they kept, as told by name at a later one.
    pub kept: Vec<MeetingId>,
    /// Meetings at which names were asked for and they were there.
    pub asked: u16,
}

impl MemberFacts {
    /// Whether there is anything a mark for Perubahan Perilaku could rest on: a promise kept, or asked about and not kept.
    #[must_use]
    pub const fn tells_of_behaviour(&self) -> bool {
        self.asked > 0 || !self.kept.is_empty()
    }
}

/// What these meetings tell of a member. Rehearsals, meetings withdrawn, that never began and those that are still open tell nothing.
#[must_use]
pub fn member_facts(who: ParticipantId, meetings: &[(MeetingId, &State)]) -> MemberFacts {
    let mut facts = MemberFacts::default();
    let counts = |state: &State| {
        state.setup.kind == MeetingKind::Live && !state.withdrawn && state.started.is_some() && state.closed.is_some()
    };
    for (id, state) in meetings.iter().filter(|(_, state)| counts(state)) {
        let attendee = Attendee::Participant(who);
        let Some(row) = state.roll.iter().find(|row| row.who == attendee) else { continue };
        facts.called = facts.called.saturating_add(1);
        let came = row.status == Some(Status::Present);
        facts.came = facts.came.saturating_add(came.into());
        if let (Assessed::Rated(level), Some(rating)) = (state.assessed(row), state.evidence.ratings.get(&attendee)) {
            facts.ratings.push((*id, level, rating.ground, rating.all));
        }
        let Some(recalled) = &state.evidence.recalled else { continue };
        if recalled.who.contains(&who) && !facts.kept.contains(&recalled.of) {
            facts.kept.push(recalled.of);
        }
        // A number alone says nothing of anybody.
        facts.asked = facts.asked.saturating_add((came && !recalled.who.is_empty()).into());
    }
    facts
}
