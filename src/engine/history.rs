//! What a group has done: summaries of meetings, the recall of last time, the next session to propose.

use serde::{Deserialize, Serialize};

use super::{
    attendance::{Counts, Status},
    event::MeetingKind,
    evidence::Next,
    ids::{GroupId, MeetingId, PageId, ParticipantId, SessionId},
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
    /// What the group promised in its own words; empty = as `home_practice` says. May name people: never on stage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promise: String,
    /// Which meeting it was; `None` in journals from before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// A recap of its session was asked for, see [`super::plan::recapping`]; `None` = not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recap: Option<Recap>,
}

/// A recap of the last meeting's session, inside the recall step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recap {
    /// The page of that session that sums it up, if it still has one.
    pub page: Option<PageId>,
}

impl LastMeeting {
    /// What the group promised to do at home; may be empty.
    #[must_use]
    pub fn promised(&self) -> &str {
        if self.promise.is_empty() { &self.home_practice } else { &self.promise }
    }
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
    /// When its first step began; `None` = it never left the waiting screen, or was entered from paper by mistake: it was not held.
    pub began: Option<Wall>,
    /// When it was closed; `None` = unfinished.
    pub closed: Option<Wall>,
    /// Counts at the last record; the list's are those of `marks`.
    pub counts: Counts,
    /// Home practice given, for the next recall.
    pub home_practice: String,
    /// Question about it.
    pub home_question: String,
    /// What the group promised in its own words; empty = as `home_practice` says.
    pub promise: String,
    /// What was chosen to come next; `None` = nothing.
    pub next: Option<Next>,
    /// Marks of those who were called up, in usual order; walk-ins are not among them.
    pub marks: Vec<(ParticipantId, Option<Status>)>,
}

impl MeetingSummary {
    /// Held with the group and closed: a rehearsal or a meeting given up on the waiting screen teaches nobody.
    #[must_use]
    pub fn delivered(&self) -> bool {
        self.kind == MeetingKind::Live && self.began.is_some() && self.closed.is_some()
    }

    /// What the group's next recall needs of it.
    #[must_use]
    pub fn as_last(&self) -> LastMeeting {
        LastMeeting {
            session: self.session.clone(),
            title: self.title.clone(),
            wall: self.began.unwrap_or(self.opened),
            home_practice: self.home_practice.clone(),
            home_question: self.home_question.clone(),
            promise: self.promise.clone(),
            meeting: Some(self.id),
            recap: None,
        }
    }
}

/// The newest closed live meeting of `group` (by its opening) that really began.
#[must_use]
pub fn last_closed(meetings: &[MeetingSummary], group: GroupId) -> Option<&MeetingSummary> {
    meetings.iter().filter(|meeting| meeting.group == group && meeting.delivered()).max_by_key(|meeting| meeting.opened)
}

/// Why a session is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is the first one the group has not had.
    Next,
    /// It was the last one, and the facilitator chose to hold it once more.
    Repeat,
    /// The group has had all: it begins anew.
    Anew,
}

/// The session to hold next with a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which.
    pub session: SessionId,
    /// Why.
    pub why: Why,
}

/// The session to hold next, given which the group has had and its last meeting. `None` only for an empty catalogue.
pub(super) fn propose(
    catalogue: &[SessionId],
    had: impl Fn(&SessionId) -> bool,
    last: Option<&MeetingSummary>,
) -> Option<Proposal> {
    let again = last.filter(|last| last.next == Some(Next::Repeat) && catalogue.contains(&last.session));
    if let Some(last) = again {
        return Some(Proposal { session: last.session.clone(), why: Why::Repeat });
    }
    if let Some(session) = catalogue.iter().find(|session| !had(session)) {
        return Some(Proposal { session: session.clone(), why: Why::Next });
    }
    let first = catalogue.first()?;
    Some(Proposal { session: first.clone(), why: Why::Anew })
}

/// The session to hold next with `group`: the last one once more if that was chosen; else [`onward`].
/// `None` only for an empty catalogue.
#[must_use]
pub fn next_session(catalogue: &[SessionId], meetings: &[MeetingSummary], group: GroupId) -> Option<Proposal> {
    propose(catalogue, had(meetings, group), last_closed(meetings, group))
}

/// Where it goes on whatever was chosen: the first session in catalogue order that `group` has no closed live meeting of; the first one
/// again when all were delivered.
#[must_use]
pub fn onward(catalogue: &[SessionId], meetings: &[MeetingSummary], group: GroupId) -> Option<Proposal> {
    propose(catalogue, had(meetings, group), None)
}

/// The place of meeting `id` among the live ones held in its month, oldest first, from 1; of groups that `count` only.
#[must_use]
pub fn number_in_month(meetings: &[MeetingSummary], id: MeetingId, count: impl Fn(GroupId) -> bool) -> u16 {
    let when = |meeting: &MeetingSummary| (meeting.began.unwrap_or(meeting.opened), meeting.id);
    let Some(own) = meetings.iter().find(|meeting| meeting.id == id).map(when) else { return 1 };
    let held = meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Live && meeting.began.is_some());
    let before = held.filter(|meeting| {
        let other = when(meeting);
        count(meeting.group) && other.0.month() == own.0.month() && other < own
    });
    u16::try_from(before.count() + 1).unwrap_or(u16::MAX)
}

/// Whether `group` has had a session.
fn had(meetings: &[MeetingSummary], group: GroupId) -> impl Fn(&SessionId) -> bool {
    let held: Vec<&MeetingSummary> =
        meetings.iter().filter(|meeting| meeting.group == group && meeting.delivered()).collect();
    move |session| held.iter().any(|meeting| meeting.session == *session)
}

/// Whether the last meeting of `group` asked for a short recap at the beginning of the next one.
#[must_use]
pub fn recap_chosen(meetings: &[MeetingSummary], group: GroupId) -> bool {
    last_closed(meetings, group).is_some_and(|last| last.next == Some(Next::Recap))
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
        began: state.started_wall.filter(|_| !state.withdrawn),
        closed: state.closed_wall,
        counts: super::attendance::counts(&state.roll, u64::MAX),
        home_practice: state.setup.home_practice.clone(),
        home_question: state.setup.home_question.clone(),
        promise: state.evidence.promised.as_ref().map(|kept| kept.value.clone()).unwrap_or_default(),
        next: state.evidence.next.as_ref().map(|kept| kept.value),
        marks: state.roll.iter().filter_map(|row| Some((row.who.participant()?, row.status))).collect(),
    }
}
