//! What is known of one member over several meetings: came, was marked, kept a promise. Facts only, for the half-year form; a mark for
//! Perubahan Perilaku is given by a person who looks at them.

use std::collections::BTreeSet;

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
    /// Promises of which it is known whether they kept them; never fewer than `kept`.
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
    let mut asked: BTreeSet<MeetingId> = BTreeSet::new();
    let attendee = Attendee::Participant(who);
    let was_there = |state: &State| {
        state.roll.iter().any(|row| row.who == attendee && !row.removed && row.status == Some(Status::Present))
    };
    let counts = |state: &State| {
        state.setup.kind == MeetingKind::Live && !state.withdrawn && state.started.is_some() && state.closed.is_some()
    };
    let held = || meetings.iter().filter(|(_, state)| counts(state));
    for (id, state) in held() {
        let Some(row) = state.roll.iter().find(|row| row.who == attendee) else { continue };
        facts.called = facts.called.saturating_add(1);
        let came = row.status == Some(Status::Present);
        facts.came = facts.came.saturating_add(came.into());
        if let (Assessed::Rated(level), Some(rating)) = (state.assessed(row), state.evidence.ratings.get(&attendee)) {
            facts.ratings.push((*id, level, rating.ground, rating.all));
        }
        let Some(recalled) = &state.evidence.recalled else { continue };
        let kept = recalled.who.contains(&who);
        if kept && !facts.kept.contains(&recalled.of) {
            facts.kept.push(recalled.of);
        }
        // Who is not named has not kept it only where the names are all who did, and where she promised and was there to be asked.
        let promised = || held().any(|(id, state)| *id == recalled.of && was_there(state));
        if kept || came && recalled.names_all() && promised() {
            asked.insert(recalled.of);
        }
    }
    facts.asked = u16::try_from(asked.len()).unwrap_or(u16::MAX);
    facts
}
