//! Everything as CSV and photos in a folder, readable without the program. Identity numbers never leave this way, nor what a
//! withdrawn meeting counted: who adds up the columns would count it beside its second entry.

use std::{fs, path::Path};

use super::{OutgoingError, Source, disk};
use crate::{
    engine::{
        hands::Tally,
        history::MeetingSummary,
        minutes::meeting_minutes,
        roster::{Group, Member},
        state::State,
        time::Wall,
    },
    sheets::write::lines,
    store::dirs::PHOTOS,
    text::{
        attendance,
        common::{clock, iso_day},
        outgoing as text, roster, sheets,
    },
};

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Groups.
    pub groups: usize,
    /// Meetings.
    pub meetings: usize,
    /// Photos.
    pub photos: usize,
    /// Photos the journals name and the disk has not.
    pub missing: usize,
}

/// Told how many meetings of how many are done; false stops.
pub type Told<'a> = dyn FnMut(usize, usize) -> bool + 'a;

/// Rows of the files that grow with each meeting.
#[derive(Default)]
struct Rows {
    meetings: Vec<Vec<String>>,
    marks: Vec<Vec<String>>,
    steps: Vec<Vec<String>>,
    notes: Vec<Vec<String>>,
    hands: Vec<Vec<String>>,
    photos: Vec<Vec<String>>,
    files: Vec<String>,
}

/// Writes everything into the new folder `out`; it gets its name when all of it is there.
pub fn export(source: &Source<'_>, out: &Path, told: &mut Told<'_>) -> Result<Exported, OutgoingError> {
    if out.exists() && fs::read_dir(out).map_err(disk(out))?.next().is_some() {
        return Err(OutgoingError::Exists(out.to_owned()));
    }
    let half = crate::disk::beside(out);
    if half.exists() {
        fs::remove_dir_all(&half).map_err(disk(&half))?;
    }
    let written = write_all(source, &half, told).and_then(|exported| {
        if out.exists() {
            fs::remove_dir(out).map_err(disk(out))?;
        }
        fs::rename(&half, out).map_err(disk(out))?;
        Ok(exported)
    });
    if written.is_err() {
        // Best effort: the next export takes it away.
        drop(fs::remove_dir_all(&half));
    }
    written
}

/// Name, heads, rows.
type File<'a> = (&'a str, &'a [&'a str], Vec<Vec<String>>);

fn write_all(source: &Source<'_>, dir: &Path, told: &mut Told<'_>) -> Result<Exported, OutgoingError> {
    fs::create_dir_all(dir).map_err(disk(dir))?;
    let library = source.snapshot.library();
    let groups: Vec<(&Group, bool)> = library
        .groups
        .iter()
        .map(|group| (group, false))
        .chain(library.archived.iter().map(|group| (group, true)))
        .collect();
    let mut rows = Rows::default();
    let meetings: Vec<&MeetingSummary> = source.meetings().collect();
    for (done, summary) in meetings.iter().enumerate() {
        rows.meeting(source, summary)?;
        if !told(done + 1, meetings.len()) {
            return Err(OutgoingError::Stopped);
        }
    }
    let files: [File<'_>; 8] = [
        (
            text::file::GROUPS,
            &text::head::GROUPS,
            groups.iter().map(|(group, archived)| group_row(group, *archived)).collect(),
        ),
        (text::file::MEMBERS, &text::head::MEMBERS, groups.iter().flat_map(|(group, _)| member_rows(group)).collect()),
        (text::file::MEETINGS, &text::head::MEETINGS, rows.meetings),
        (text::file::MARKS, &text::head::MARKS, rows.marks),
        (text::file::STEPS, &text::head::STEPS, rows.steps),
        (text::file::NOTES, &text::head::NOTES, rows.notes),
        (text::file::HANDS, &text::head::HANDS, rows.hands),
        (text::file::PHOTOS, &text::head::PHOTOS, rows.photos),
    ];
    for (name, heads, rows) in files {
        let path = dir.join(name);
        fs::write(&path, lines(heads.iter().copied(), rows)?).map_err(disk(&path))?;
    }
    let readme = dir.join(text::file::README);
    fs::write(&readme, text::README).map_err(disk(&readme))?;
    let missing = copy_photos(&source.data.join(PHOTOS), &dir.join(PHOTOS), &rows.files)?;
    Ok(Exported { groups: groups.len(), meetings: meetings.len(), photos: rows.files.len() - missing, missing })
}

/// Returns how many were not there.
fn copy_photos(from: &Path, to: &Path, files: &[String]) -> Result<usize, OutgoingError> {
    let mut missing = 0;
    for file in files {
        let (from, to) = (from.join(file), to.join(file));
        if !from.is_file() {
            missing += 1;
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(disk(folder))?;
        }
        fs::copy(&from, &to).map_err(disk(&to))?;
    }
    Ok(missing)
}

fn group_row(group: &Group, archived: bool) -> Vec<String> {
    let leader = group.members.iter().find(|member| Some(member.id) == group.leader);
    vec![
        group.id.0.to_string(),
        group.name.clone(),
        group.village.clone(),
        group.district.clone(),
        leader.map(|member| member.name.clone()).unwrap_or_default(),
        group.place.clone(),
        group.hour.map(clock).unwrap_or_default(),
        text::group_kind(archived, group.demo).to_owned(),
    ]
}

fn member_rows(group: &Group) -> impl Iterator<Item = Vec<String>> + '_ {
    (1..).zip(&group.members).map(|(number, member): (usize, &Member)| {
        let components: Vec<&str> = member.components.iter().map(|component| roster::component(*component)).collect();
        vec![
            member.id.0.to_string(),
            group.id.0.to_string(),
            group.name.clone(),
            number.to_string(),
            member.name.clone(),
            member.address.clone(),
            components.join(", "),
            roster::standing(member.standing).to_owned(),
            member.notes.clone(),
        ]
    })
}

impl Rows {
    fn meeting(&mut self, source: &Source<'_>, summary: &MeetingSummary) -> Result<(), OutgoingError> {
        let id = summary.id.0.to_string();
        // A meeting whose journal cannot be read keeps its line; the data folder still has what there is of it.
        let Ok((state, data)) = source.state(summary.id) else {
            self.known_only(vec![id, String::new(), summary.title.clone(), moment(summary.opened)]);
            return Ok(());
        };
        let log = source.snapshot.log(summary.id)?;
        let minutes = meeting_minutes(&log.records, &state);
        let presenters: Vec<&str> = data.presenters.iter().map(|person| person.name.as_str()).collect();
        let count = |count: u16| count.to_string();
        let mut line = vec![
            id.clone(),
            data.group.clone(),
            format!("{} {}", data.label, data.title),
            moment(summary.opened),
            data.began.map(moment).unwrap_or_default(),
            data.ended.map(moment).unwrap_or_default(),
            text::meeting_kind(minutes.paper, state.withdrawn).to_owned(),
        ];
        // Entered by mistake, and most often entered again: a line that tells so, without anything somebody could add up.
        if state.withdrawn {
            self.known_only(line);
            return Ok(());
        }
        line.extend([
            data.place.clone(),
            presenters.join(", "),
            count(data.count.families),
            count(data.counts.present),
            count(data.counts.sick),
            count(data.counts.excused),
            count(data.counts.absent),
            count(data.counts.unmarked),
            count(data.counts.outside),
            data.heads.map(count).unwrap_or_default(),
            data.promise.clone(),
            data.recalled.map(count).unwrap_or_default(),
            data.questions.clone(),
            data.obstacles.clone(),
            data.follow_up.clone(),
            data.narrative.clone(),
        ]);
        self.meetings.push(line);
        self.marks.extend(data.rows.iter().map(|row| {
            vec![
                id.clone(),
                iso_day(data.date),
                data.group.clone(),
                row.number.to_string(),
                row.who.participant().map(|who| who.0.to_string()).unwrap_or_default(),
                row.name.clone(),
                row.status.map_or(sheets::UNMARKED, attendance::status).to_owned(),
                text::yes(row.late).to_owned(),
                row.by.clone().unwrap_or_default(),
                sheets::assessed(row.assessed).to_owned(),
            ]
        }));
        let whole = |minutes: u64| minutes.to_string();
        self.steps.extend(minutes.steps.iter().map(|step| {
            let real = step.real.map(|real| whole(real.round_minutes())).unwrap_or_default();
            vec![id.clone(), step.title.clone(), whole(step.planned.round_minutes()), real]
        }));
        self.notes.extend(
            minutes
                .notes
                .iter()
                .map(|(wall, step, words)| vec![id.clone(), moment(*wall), step.clone(), words.clone()]),
        );
        self.hands.extend(minutes.checks.iter().map(|check| {
            let mut row = vec![id.clone(), check.ask.clone()];
            row.extend(tally(check.start));
            row.extend(tally(check.end));
            row
        }));
        self.photo_rows(&id, &state);
        Ok(())
    }

    /// The line of a meeting of which only the first columns are told.
    fn known_only(&mut self, mut line: Vec<String>) {
        line.resize(text::head::MEETINGS.len(), String::new());
        self.meetings.push(line);
    }

    fn photo_rows(&mut self, id: &str, state: &State) {
        for (_, kept) in state.evidence.photos() {
            let photo = &kept.photo;
            // A comma: the column separator is a semicolon, and an Indonesian Excel takes a point for thousands.
            let degrees = |micro: i32| format!("{:.6}", f64::from(micro) / 1e6).replace('.', ",");
            let (latitude, longitude) = photo.at.map(|(a, b)| (degrees(a), degrees(b))).unwrap_or_default();
            let typed = photo.day.map(|days| iso_day(Wall(days.saturating_mul(86_400_000))));
            let taken = photo.taken.map(moment).or(typed).unwrap_or_default();
            self.photos.push(vec![
                id.to_owned(),
                format!("{PHOTOS}/{}", photo.file),
                taken,
                latitude,
                longitude,
                photo.place.clone(),
            ]);
            if !self.files.contains(&photo.file) {
                self.files.push(photo.file.clone());
            }
        }
    }
}

fn tally(tally: Option<Tally>) -> [String; 2] {
    let of = tally.and_then(|tally| tally.of).map(|of| of.to_string()).unwrap_or_default();
    [tally.map(|tally| tally.right.to_string()).unwrap_or_default(), of]
}

/// `2026-11-21 09:05`.
fn moment(wall: Wall) -> String {
    let minute = wall.minute_of_day().0;
    format!("{} {:02}:{:02}", iso_day(wall), minute / 60, minute % 60)
}
