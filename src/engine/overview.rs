//! What a facilitator wants to know at a glance about all groups: who met this month and who is due, how many come, which sessions each
//! group has had, who stayed away. Folded from summaries of meetings; nothing here is stored.
//!
//! Only delivered meetings count (see [`MeetingSummary::delivered`]): not rehearsals, not what never left the waiting screen. The demo
//! group is listed, but counted nowhere.

use std::collections::HashMap;

use super::{
    attendance::{Counts, Status},
    history::{self, MeetingSummary, Proposal},
    ids::{GroupId, MeetingId, ParticipantId, SessionId},
    name_order::NameOrder,
    roster::{Group, Standing},
    time::{Month, Wall},
};

/// Most meetings of a trend.
pub const TREND: usize = 12;
/// From this many meetings missed in a row on, somebody is to be visited.
pub const VISIT_FROM: usize = 2;

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// This month.
    pub month: Month,
    /// All groups: due ones first, of them those who have waited longest (never met before all); then those who have met, those without
    /// members, the demo group.
    pub groups: Vec<GroupOverview>,
    /// Active members who missed [`VISIT_FROM`] meetings or more in a row.
    pub visits: Vec<Visit>,
    /// Which group has had which session.
    pub coverage: Coverage,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOverview {
    /// Which.
    pub group: GroupId,
    /// The demo group.
    pub demo: bool,
    /// Active members.
    pub members: usize,
    /// This month.
    pub state: MonthState,
    /// Attendance of its last meetings, oldest first, at most [`TREND`].
    pub trend: Vec<Attended>,
    /// Its last meeting.
    pub last: Option<Held>,
    /// The session to hold next; `None` = there is none at all.
    pub next: Option<Proposal>,
}

/// How a group stands this month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthState {
    /// It has met, last at this time.
    Met(Wall),
    /// It has not.
    Due,
    /// Nobody is in it yet.
    NoMembers,
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub meeting: MeetingId,
    /// Session.
    pub session: SessionId,
    /// Its title then.
    pub title: String,
    /// When its first step began.
    pub wall: Wall,
}

/// How many came to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attended {
    /// When its first step began.
    pub wall: Wall,
    /// The marks of those called up, and who came beside them.
    pub counts: Counts,
}

/// Somebody to visit at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The group they are in now.
    pub group: GroupId,
    /// Who.
    pub member: ParticipantId,
    /// Full name.
    pub name: String,
    /// What they missed in a row, newest first: ill, excused or without a word, for the session was missed either way. A meeting
    /// whose mark was not filled in neither counts nor ends the row.
    pub missed: Vec<Missed>,
}

impl Visit {
    /// How many of them without a word (ALPA). Who has none is ill or excused: a visit of another kind, and not the first.
    #[must_use]
    pub fn without_word(&self) -> usize {
        self.missed.iter().filter(|missed| missed.status == Status::Absent).count()
    }
}

/// A meeting somebody missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// What was held.
    pub held: Held,
    /// Why they were not there.
    pub status: Status,
}

/// Groups × sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The catalogue's sessions in its order, then those that were held and are no longer in it.
    pub sessions: Vec<Column>,
    /// The groups, by name; the demo group is left out.
    pub rows: Vec<CoverageRow>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub session: SessionId,
    /// Title of a session that is no longer in the catalogue.
    pub gone: Option<String>,
}

/// A group's sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageRow {
    /// Which group.
    pub group: GroupId,
    /// As many as there are [`Coverage::sessions`]; `None` = not had yet.
    pub cells: Vec<Option<Delivered>>,
}

impl CoverageRow {
    /// How many sessions it has had.
    #[must_use]
    pub fn had(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// A session a group has had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The last meeting of it.
    pub meeting: MeetingId,
    /// How many came to that.
    pub attended: Attended,
    /// How often it was held.
    pub times: u16,
    /// Active members who were called up for it and never came to it, with this group or another.
    pub missed: Vec<ParticipantId>,
}

impl Overview {
    /// Groups that count, as `(met this month, in all)`.
    #[must_use]
    pub fn met(&self) -> (usize, usize) {
        let counted = || self.groups.iter().filter(|group| !group.demo);
        let met = counted().filter(|group| matches!(group.state, MonthState::Met(_))).count();
        (met, met + self.due().count())
    }

    /// Groups that have not met this month, who has waited longest first.
    pub fn due(&self) -> impl Iterator<Item = &GroupOverview> {
        self.groups.iter().filter(|group| !group.demo && group.state == MonthState::Due)
    }

    /// One group.
    #[must_use]
    pub fn group(&self, id: GroupId) -> Option<&GroupOverview> {
        self.groups.iter().find(|group| group.group == id)
    }
}

/// Everything at a glance. `groups` are those that are not archived; `meetings` in any order.
#[must_use]
pub fn overview(groups: &[Group], meetings: &[MeetingSummary], catalogue: &[SessionId], today: Wall) -> Overview {
    let demo = |id: GroupId| groups.iter().any(|group| group.demo && group.id == id);
    let mut held: Vec<&MeetingSummary> = meetings.iter().filter(|meeting| meeting.delivered()).collect();
    held.sort_by_key(|meeting| (when(meeting), meeting.id));
    let sessions = columns(catalogue, &held);
    let of_group = by_group(&held);
    let mut rows: Vec<CoverageRow> = groups
        .iter()
        .map(|group| CoverageRow { group: group.id, cells: cells(&sessions, of(&of_group, group.id)) })
        .collect();
    let mut listed: Vec<GroupOverview> = groups
        .iter()
        .zip(&rows)
        .map(|(group, row)| {
            let had = |session: &SessionId| had(&sessions, row, session);
            let held = of(&of_group, group.id);
            let next = history::propose(catalogue, had, held.last().copied());
            one_group(group, held, next, today.month())
        })
        .collect();
    let name = |id: GroupId| groups.iter().find(|group| group.id == id).map(|group| NameOrder::of(&group.name));
    listed.sort_by_cached_key(|group| (rank(group), group.last.as_ref().map(|last| last.wall), name(group.group)));
    rows.retain(|row| !demo(row.group));
    rows.sort_by_cached_key(|row| name(row.group));
    let mut people = People::new(groups, &sessions);
    for meeting in held.iter().filter(|meeting| !demo(meeting.group)) {
        people.take(meeting);
    }
    people.missed_sessions(&mut rows);
    let visits = people.visits(name);
    Overview { month: today.month(), groups: listed, visits, coverage: Coverage { sessions, rows } }
}

fn when(meeting: &MeetingSummary) -> Wall {
    meeting.began.unwrap_or(meeting.opened)
}

fn by_group<'a>(held: &[&'a MeetingSummary]) -> HashMap<GroupId, Vec<&'a MeetingSummary>> {
    let mut of_group: HashMap<GroupId, Vec<&MeetingSummary>> = HashMap::new();
    for meeting in held {
        of_group.entry(meeting.group).or_default().push(meeting);
    }
    of_group
}

fn of<'a, 'b>(of_group: &'b HashMap<GroupId, Vec<&'a MeetingSummary>>, group: GroupId) -> &'b [&'a MeetingSummary] {
    of_group.get(&group).map_or(&[], Vec::as_slice)
}

fn columns(catalogue: &[SessionId], held: &[&MeetingSummary]) -> Vec<Column> {
    let mut columns: Vec<Column> =
        catalogue.iter().map(|session| Column { session: session.clone(), gone: None }).collect();
    // The newest title of what is gone.
    for meeting in held.iter().rev() {
        if !columns.iter().any(|column| column.session == meeting.session) {
            columns.push(Column { session: meeting.session.clone(), gone: Some(meeting.title.clone()) });
        }
    }
    columns
}

fn cells(sessions: &[Column], held: &[&MeetingSummary]) -> Vec<Option<Delivered>> {
    let mut cells: Vec<Option<Delivered>> = vec![None; sessions.len()];
    for meeting in held {
        let column = sessions.iter().position(|column| column.session == meeting.session);
        let Some(cell) = column.and_then(|column| cells.get_mut(column)) else { continue };
        let times = cell.as_ref().map_or(0, |cell| cell.times) + 1;
        *cell = Some(Delivered { meeting: meeting.id, attended: attended(meeting), times, missed: Vec::new() });
    }
    cells
}

fn had(sessions: &[Column], row: &CoverageRow, session: &SessionId) -> bool {
    sessions.iter().zip(&row.cells).any(|(column, cell)| cell.is_some() && column.session == *session)
}

fn one_group(group: &Group, held: &[&MeetingSummary], next: Option<Proposal>, month: Month) -> GroupOverview {
    let last = held.last();
    let members = group.active();
    // Not simply the last one: a clock that once ran ahead leaves meetings in the future.
    let state = match held.iter().rev().map(|meeting| when(meeting)).find(|wall| wall.month() == month) {
        Some(wall) => MonthState::Met(wall),
        None if members == 0 => MonthState::NoMembers,
        None => MonthState::Due,
    };
    let from = held.len().saturating_sub(TREND);
    let trend = held.iter().skip(from).map(|meeting| attended(meeting)).collect();
    GroupOverview {
        group: group.id,
        demo: group.demo,
        members,
        state,
        trend,
        last: last.map(|meeting| as_held(meeting)),
        next,
    }
}

fn rank(group: &GroupOverview) -> u8 {
    match group.state {
        _ if group.demo => 3,
        MonthState::Due => 0,
        MonthState::Met(_) => 1,
        MonthState::NoMembers => 2,
    }
}

fn as_held(meeting: &MeetingSummary) -> Held {
    let (session, title) = (meeting.session.clone(), meeting.title.clone());
    Held { meeting: meeting.id, session, title, wall: when(meeting) }
}

fn attended(meeting: &MeetingSummary) -> Attended {
    Attended { wall: when(meeting), counts: meeting.counts }
}

/// What became of the active members of all groups but the demo group.
struct People<'a> {
    sessions: &'a [Column],
    all: Vec<Person<'a>>,
    index: HashMap<ParticipantId, usize>,
}

struct Person<'a> {
    group: GroupId,
    id: ParticipantId,
    name: &'a str,
    /// Missed in a row up to now, oldest first.
    row: Vec<(&'a MeetingSummary, Status)>,
    /// One per session.
    sessions: Vec<Part>,
}

/// What part somebody had in a session, over all its meetings; the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    None,
    Missed,
    Present,
}

impl<'a> People<'a> {
    fn new(groups: &'a [Group], sessions: &'a [Column]) -> Self {
        let active = groups.iter().filter(|group| !group.demo).flat_map(|group| {
            let active = group.members.iter().filter(|member| member.standing == Standing::Active);
            active.map(|member| (group.id, member))
        });
        let people: Vec<Person<'_>> = active
            .map(|(group, member)| {
                let sessions = vec![Part::None; sessions.len()];
                Person { group, id: member.id, name: &member.name, row: Vec::new(), sessions }
            })
            .collect();
        let index = people.iter().enumerate().map(|(index, person)| (person.id, index)).collect();
        Self { sessions, all: people, index }
    }

    /// Takes in one more meeting; they come oldest first.
    fn take(&mut self, meeting: &'a MeetingSummary) {
        let column = self.sessions.iter().position(|column| column.session == meeting.session);
        for (id, status) in &meeting.marks {
            let person = self.index.get(id).and_then(|index| self.all.get_mut(*index));
            let (Some(person), Some(status)) = (person, *status) else { continue };
            let part = if status == Status::Present {
                person.row.clear();
                Part::Present
            } else {
                person.row.push((meeting, status));
                Part::Missed
            };
            if let Some(known) = column.and_then(|column| person.sessions.get_mut(column)) {
                *known = part.max(*known);
            }
        }
    }

    fn missed_sessions(&self, rows: &mut [CoverageRow]) {
        let place: HashMap<GroupId, usize> = rows.iter().enumerate().map(|(place, row)| (row.group, place)).collect();
        for person in &self.all {
            let Some(row) = place.get(&person.group).and_then(|place| rows.get_mut(*place)) else { continue };
            for (cell, part) in row.cells.iter_mut().zip(&person.sessions) {
                if let (Some(cell), Part::Missed) = (cell, part) {
                    cell.missed.push(person.id);
                }
            }
        }
    }

    /// Those without a word first, then by how many were missed, then by group and name.
    fn visits(&self, group_name: impl Fn(GroupId) -> Option<NameOrder>) -> Vec<Visit> {
        let mut visits: Vec<Visit> =
            self.all.iter().filter(|person| person.row.len() >= VISIT_FROM).map(Person::visit).collect();
        visits.sort_by_cached_key(|visit| {
            let missed = std::cmp::Reverse(visit.missed.len());
            (visit.without_word() == 0, missed, group_name(visit.group), visit.name.to_lowercase())
        });
        visits
    }
}

impl Person<'_> {
    fn visit(&self) -> Visit {
        let missed = |(meeting, status): &(&MeetingSummary, Status)| Missed { held: as_held(meeting), status: *status };
        Visit {
            group: self.group,
            member: self.id,
            name: self.name.to_owned(),
            missed: self.row.iter().rev().map(missed).collect(),
        }
    }
}
