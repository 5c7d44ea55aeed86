//! Everything a report of one meeting prints, drawn from its journal, its group and the office's table. Nothing is refused and nothing made
//! up: what is missing stays empty and is flagged.

use super::{Category, Office, OfficeCount, OfficeMark};
use crate::engine::{
    attendance::{Attendee, Counts, Row, Status},
    event::{MeetingKind, Presenter},
    evidence::{Assessed, Field, Ground, Next, Photo, Recalled},
    ids::{MeetingId, SessionId},
    minutes::{CheckMinutes, MeetingMinutes, Oddity},
    roster::Group,
    session::Module,
    state::State,
    time::{DayMinute, Ms, Wall},
};

/// What a report is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The meeting.
    pub id: MeetingId,
    /// The fold of its journal.
    pub state: &'a State,
    /// Its minutes.
    pub minutes: &'a MeetingMinutes,
    /// Its place among the meetings of its month, from 1, see [`crate::engine::history::number_in_month`].
    pub number: u16,
    /// Its group as it is now, for village and leader; `None` = no longer kept.
    pub group: Option<&'a Group>,
    /// Title of the session's module as the catalogue has it; may be empty.
    pub module_title: &'a str,
}

/// One line of the list of families.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Printed number, from 1.
    pub number: u16,
    /// Who.
    pub who: Attendee,
    /// Name then.
    pub name: String,
    /// Ketua kelompok.
    pub leader: bool,
    /// Our mark.
    pub status: Option<Status>,
    /// The office's.
    pub mark: OfficeMark,
    /// Came late.
    pub late: bool,
    /// Who came in their stead.
    pub by: Option<String>,
    /// Pengetahuan & Pemahaman.
    pub assessed: Assessed,
}

/// Everything a report prints.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportData {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its place among the meetings of its month, from 1.
    pub number: u16,
    /// The report's number as somebody wrote it; empty = counted.
    pub own_number: String,
    /// A rehearsal is no meeting: flagged.
    pub kind: MeetingKind,
    /// Who reports, to whom.
    pub office: Office,
    /// Group then.
    pub group: String,
    /// Desa or kelurahan.
    pub village: String,
    /// Kecamatan: the group's, else the office's.
    pub district: String,
    /// Session.
    pub session: SessionId,
    /// Its label then, e.g. `M1-S1`.
    pub label: String,
    /// Its title then.
    pub title: String,
    /// Its module.
    pub module: Module,
    /// The module's title; may be empty.
    pub module_title: String,
    /// The matter it is reported as.
    pub category: Category,
    /// The day it was held (of its opening when it never began).
    pub date: Wall,
    /// Began; `None` = never.
    pub began: Option<Wall>,
    /// Ended; `None` = not closed.
    pub ended: Option<Wall>,
    /// Agreed start.
    pub agreed_start: Option<DayMinute>,
    /// Agreed end.
    pub agreed_end: Option<DayMinute>,
    /// When the newest thing was written into its journal: the report is as of then.
    pub as_of: Wall,
    /// Where; may be empty.
    pub place: String,
    /// Who presented.
    pub presenters: Vec<Presenter>,
    /// Our own counts.
    pub counts: Counts,
    /// The office's.
    pub count: OfficeCount,
    /// Families in usual order, walk-ins last.
    pub rows: Vec<ReportRow>,
    /// Heads counted at the opening.
    pub heads: Option<u16>,
    /// Checks by show of hands.
    pub checks: Vec<CheckMinutes>,
    /// Titles of the steps that were held, in order.
    pub steps: Vec<String>,
    /// Pauses and gaps together.
    pub not_counted: Ms,
    /// Guests who are no members, and who they were.
    pub guests: Option<(u16, String)>,
    /// Families that were there and have no mark for knowledge.
    pub not_rated: u16,
    /// What marks rest on, and how many; most frequent first.
    pub grounds: Vec<(Ground, u16)>,
    /// What the group promised to do at home, as somebody wrote down or confirmed; may be empty.
    pub promise: String,
    /// How many did what was promised last time; `None` = not asked.
    pub recalled: Option<u16>,
    /// Photos that stand.
    pub photos: Vec<Photo>,
    /// Questions the group asked; may be empty, like the next four.
    pub questions: String,
    /// Kendala.
    pub obstacles: String,
    /// Tindak lanjut.
    pub follow_up: String,
    /// The narrative as somebody wrote it.
    pub narrative: String,
    /// The activity's name as somebody wrote it.
    pub activity_name: String,
    /// What the group needs next.
    pub next: Option<Next>,
    /// Field notes that stand.
    pub notes: Vec<String>,
    /// What a reader should know, most important first.
    pub flags: Vec<Flag>,
}

/// Something missing or odd. Never a reason not to write the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It was a rehearsal.
    Rehearsal,
    /// How marks are counted was never decided; our proposal was used.
    MapNotDecided,
    /// The activity's name or the narrative is longer than the office's form takes: characters, limit.
    TooLong(Field, usize, usize),
    /// No photo.
    NoPhotos,
    /// A photo says neither where nor has a place typed.
    PhotoWithoutPlace,
    /// So many families that were there have no mark for knowledge.
    NotRated(u16),
    /// Obstacles were not written down.
    NoObstacles,
    /// Nobody said what the group promised.
    NoPromise,
    /// Nobody is on the list.
    NobodyListed,
    /// So many have no mark.
    Unmarked(u16),
    /// So many are in none of HADIR, SAKIT, ALFA.
    LeftOut(u16),
    /// More marked present than heads counted, on the list or not, or fewer: (heads, present).
    HeadsDiffer(u16, u16),
    /// No place.
    NoPlace,
    /// No presenter.
    NoPresenter,
    /// No facilitator's name in the office's data.
    NoFacilitator,
    /// Kecamatan, kabupaten/kota or provinsi missing.
    NoRegion,
    /// No letterhead.
    NoLetterhead,
    /// Shorter than an hour or longer than four: minutes.
    OddLength(u16),
    /// What the minutes found.
    Oddity(Oddity),
}

/// Shortest and longest meeting nobody wonders about, minutes.
const USUAL_LENGTH: std::ops::RangeInclusive<u64> = 60..=240;

/// Everything a report prints. The same journal, group and office give the same data.
#[must_use]
pub fn report_data(told: &Told<'_>, office: &Office) -> ReportData {
    let (state, minutes) = (told.state, told.minutes);
    let setup = &state.setup;
    let leader = told.group.and_then(|group| group.leader).map(Attendee::Participant);
    let map = office.counting();
    let rows: Vec<ReportRow> = (1..)
        .zip(state.roll.iter().filter(|row| !row.removed))
        .map(|(number, row)| ReportRow {
            number,
            who: row.who,
            name: row.name.clone(),
            leader: leader == Some(row.who),
            status: row.status,
            mark: map.row(row),
            late: row.late,
            by: row.by.clone(),
            assessed: state.assessed(row),
        })
        .collect();
    let count = count(&state.roll, &rows);
    let evidence = &state.evidence;
    let told_in = |field| evidence.told(field).to_owned();
    let open = |row: &&ReportRow| row.status == Some(Status::Present) && row.assessed == Assessed::Empty;
    let not_rated = rows.iter().filter(|row| row.who.participant().is_some()).filter(open).count();
    let district = told.group.map(|group| group.district.clone()).filter(|district| !district.trim().is_empty());
    let mut data = ReportData {
        meeting: told.id,
        number: told.number,
        own_number: told_in(Field::ReportNumber),
        kind: setup.kind,
        office: office.clone(),
        group: setup.group_name.clone(),
        village: told.group.map(|group| group.village.clone()).unwrap_or_default(),
        district: district.unwrap_or_else(|| office.district.clone()),
        session: setup.session.clone(),
        label: setup.label.clone(),
        title: setup.title.clone(),
        module: setup.module,
        module_title: told.module_title.to_owned(),
        category: office.category(&setup.session, setup.module),
        date: minutes.began.unwrap_or(state.opened_wall),
        began: minutes.began,
        ended: minutes.ended,
        agreed_start: setup.start,
        agreed_end: setup.end,
        as_of: state.last_wall,
        place: setup.place.clone(),
        presenters: minutes.presenters.clone(),
        counts: minutes.counts,
        count,
        rows,
        heads: minutes.heads,
        checks: minutes.checks.clone(),
        steps: minutes.steps.iter().filter(|step| step.real.is_some()).map(|step| step.title.clone()).collect(),
        not_counted: minutes.not_counted,
        guests: minutes.guests.clone(),
        not_rated: u16::try_from(not_rated).unwrap_or(u16::MAX),
        grounds: grounds(state),
        promise: state.promise().to_owned(),
        recalled: evidence.recalled.as_ref().and_then(Recalled::count),
        photos: evidence.photos().map(|(_, kept)| kept.photo.clone()).collect(),
        questions: told_in(Field::Questions),
        obstacles: told_in(Field::Obstacles),
        follow_up: told_in(Field::FollowUp),
        narrative: told_in(Field::Narrative),
        activity_name: told_in(Field::ActivityName),
        next: evidence.next.as_ref().map(|kept| kept.value),
        notes: minutes.notes.iter().map(|(_, _, text)| text.clone()).collect(),
        flags: Vec::new(),
    };
    data.flags = flags(&data, &minutes.oddities);
    data
}

/// What the marks of the families that were there rest on.
fn grounds(state: &State) -> Vec<(Ground, u16)> {
    let families = state.roll.iter().filter(|row| row.who.participant().is_some());
    let there = families.filter(|row| matches!(state.assessed(row), Assessed::Rated(_)));
    let of: Vec<Ground> = there.filter_map(|row| Some(state.evidence.ratings.get(&row.who)?.ground)).collect();
    let count = |ground: Ground| u16::try_from(of.iter().filter(|one| **one == ground).count()).unwrap_or(u16::MAX);
    let mut grounds: Vec<(Ground, u16)> = Ground::ALL.map(|ground| (ground, count(ground))).to_vec();
    grounds.retain(|(_, count)| *count > 0);
    grounds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    grounds
}

impl ReportData {
    /// Rows of the office's lists: families, and guests only where the table counts them.
    pub fn form_rows(&self) -> impl Iterator<Item = &ReportRow> {
        self.rows.iter().filter(|row| row.who.participant().is_some() || row.mark == OfficeMark::Present)
    }

    /// What the minutes found odd.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity> {
        self.flags.iter().filter_map(|flag| if let Flag::Oddity(oddity) = flag { Some(*oddity) } else { None })
    }
}

fn count(roll: &[Row], rows: &[ReportRow]) -> OfficeCount {
    let mut count = OfficeCount::default();
    for row in rows {
        match row.who {
            Attendee::Participant(_) => count.family(row.mark),
            Attendee::WalkIn(_) if row.status == Some(Status::Present) => count.guest(row.mark),
            Attendee::WalkIn(_) => {}
        }
    }
    let families = roll.iter().filter(|row| !row.removed && row.who.participant().is_some());
    for row in families {
        if row.by.is_some() {
            count.represented = count.represented.saturating_add(1);
        }
        match row.status {
            Some(Status::Excused) => count.excused = count.excused.saturating_add(1),
            None => count.unmarked = count.unmarked.saturating_add(1),
            _ => {}
        }
    }
    count
}

fn flags(data: &ReportData, oddities: &[Oddity]) -> Vec<Flag> {
    let missing = |text: &str| text.trim().is_empty();
    let office = &data.office;
    let minutes =
        data.began.zip(data.ended).map(|(began, ended)| ended.0.saturating_sub(began.0).max(0) as u64 / 60_000);
    let odd_length = minutes.filter(|minutes| !USUAL_LENGTH.contains(minutes));
    let present = data.counts.there();
    let unplaced = data.photos.iter().any(|photo| photo.at.is_none() && missing(&photo.place));
    let too_long = |field: Field, words: &str| {
        let (length, limit) = (words.chars().count(), field.form_limit()?);
        (length > limit).then_some(Flag::TooLong(field, length, limit))
    };
    let region = [&data.district, &office.regency, &office.province];
    let flags = [
        (data.kind == MeetingKind::Rehearsal).then_some(Flag::Rehearsal),
        (data.count.families == 0).then_some(Flag::NobodyListed),
        office.map.is_none().then_some(Flag::MapNotDecided),
        (data.count.unmarked > 0).then_some(Flag::Unmarked(data.count.unmarked)),
        (data.count.left_out > 0).then_some(Flag::LeftOut(data.count.left_out)),
        data.heads.filter(|heads| *heads != present && present > 0).map(|heads| Flag::HeadsDiffer(heads, present)),
        data.photos.is_empty().then_some(Flag::NoPhotos),
        unplaced.then_some(Flag::PhotoWithoutPlace),
        (data.not_rated > 0).then_some(Flag::NotRated(data.not_rated)),
        missing(&data.promise).then_some(Flag::NoPromise),
        missing(&data.obstacles).then_some(Flag::NoObstacles),
        too_long(Field::ActivityName, &data.activity_name),
        too_long(Field::Narrative, &data.narrative),
        missing(&data.place).then_some(Flag::NoPlace),
        data.presenters.iter().all(|person| missing(&person.name)).then_some(Flag::NoPresenter),
        missing(&office.facilitator).then_some(Flag::NoFacilitator),
        region.into_iter().any(|part| missing(part)).then_some(Flag::NoRegion),
        office.letterhead.iter().all(|line| missing(line)).then_some(Flag::NoLetterhead),
        odd_length.map(|minutes| Flag::OddLength(u16::try_from(minutes).unwrap_or(u16::MAX))),
    ];
    flags.into_iter().flatten().chain(oddities.iter().map(|oddity| Flag::Oddity(*oddity))).collect()
}
