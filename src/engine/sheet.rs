//! The attendance sheet (daftar hadir) as plain data: what is printed for signatures, empty before a meeting or filled in after it.
//! NIK and no. KK are never on it; their columns are left for hands.

use super::{
    attendance::{Attendee, Counts, Status, counts},
    office::Office,
    roster::{Component, Group, Member, Standing},
    session::Module,
    state::State,
    time::{DayMinute, Wall},
};

/// Which of the two layouts offices know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetLayout {
    /// Across the leaf, with a column for each component.
    Landscape,
    /// Upright, with letterhead, two columns of signatures and totals.
    Portrait,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Number on the paper.
    pub number: u16,
    /// Name.
    pub name: String,
    /// Ketua kelompok.
    pub leader: bool,
    /// Address.
    pub address: String,
    /// Why the family is in the programme.
    pub components: Vec<Component>,
    /// Whether they are still in it; `None` for somebody who is not on the list.
    pub standing: Option<Standing>,
    /// The mark; `None` = not filled in.
    pub status: Option<Status>,
    /// Came late.
    pub late: bool,
    /// Who came instead.
    pub by: Option<String>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Letterhead, facilitator, kecamatan.
    pub office: Office,
    /// Group.
    pub group: String,
    /// Desa; may be empty.
    pub village: String,
    /// Kecamatan; may be empty.
    pub district: String,
    /// Ketua kelompok; may be empty.
    pub leader: String,
    /// Module, for its name and colours.
    pub module: Module,
    /// Label and title of the session; may be empty.
    pub session: String,
    /// When; `None` = to be written by hand.
    pub date: Option<Wall>,
    /// From when to when.
    pub hours: Option<(DayMinute, DayMinute)>,
    /// Place; may be empty.
    pub place: String,
    /// Rows.
    pub rows: Vec<SheetRow>,
    /// Marks counted; `None` before the meeting.
    pub counts: Option<Counts>,
    /// Guests and who they were.
    pub guests: Option<(u16, String)>,
}

/// The empty sheet of a group for its next meeting. `session`: label and title.
#[must_use]
pub fn before(group: &Group, office: &Office, session: (Module, String)) -> Sheet {
    let member = |(number, member): (u16, &Member)| SheetRow {
        number,
        name: member.name.clone(),
        leader: group.leader == Some(member.id),
        address: member.address.clone(),
        components: member.components.clone(),
        standing: Some(member.standing),
        status: None,
        late: false,
        by: None,
    };
    let active = group.members.iter().filter(|member| member.standing == Standing::Active);
    Sheet { rows: (1..).zip(active).map(member).collect(), place: group.place.clone(), ..blank(group, office, session) }
}

/// The sheet of a meeting, filled in as its roll stands. Who has left the group since is on it with their name alone.
#[must_use]
pub fn after(state: &State, group: &Group, office: &Office) -> Sheet {
    let setup = &state.setup;
    let rows = state.roll.iter().filter(|row| !row.removed).map(|row| {
        let id = row.who.participant();
        let member = group.members.iter().find(|member| Some(member.id) == id);
        SheetRow {
            number: row.number,
            name: row.name.clone(),
            leader: id.is_some() && group.leader == id,
            address: member.map(|member| member.address.clone()).unwrap_or_default(),
            components: member.map(|member| member.components.clone()).unwrap_or_default(),
            standing: matches!(row.who, Attendee::Participant(_))
                .then(|| member.map_or(Standing::default(), |member| member.standing)),
            status: row.status,
            late: row.late,
            by: row.by.clone(),
        }
    });
    let began = state.started_wall.unwrap_or(state.opened_wall);
    Sheet {
        rows: rows.collect(),
        group: setup.group_name.clone(),
        date: Some(began),
        hours: state.closed_wall.map(|ended| (began.minute_of_day(), ended.minute_of_day())),
        place: setup.place.clone(),
        counts: Some(counts(&state.roll, u64::MAX)),
        guests: state.guests.clone(),
        ..blank(group, office, (setup.module, format!("{} {}", setup.label, setup.title)))
    }
}

fn blank(group: &Group, office: &Office, (module, session): (Module, String)) -> Sheet {
    let leader = group.members.iter().find(|member| Some(member.id) == group.leader);
    let district = if group.district.is_empty() { &office.district } else { &group.district };
    Sheet {
        office: office.clone(),
        group: group.name.clone(),
        village: group.village.clone(),
        district: district.clone(),
        leader: leader.map(|member| member.name.clone()).unwrap_or_default(),
        module,
        session,
        date: None,
        hours: None,
        place: String::new(),
        rows: Vec::new(),
        counts: None,
        guests: None,
    }
}
