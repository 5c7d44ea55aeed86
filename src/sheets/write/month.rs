//! A month over all own groups as two tables: the office's recap, a line per kecamatan, and the groups one by one.

use super::table::{Cell, Column, Table};
use crate::{
    engine::office::{DistrictMonth, Levels, MonthGroup, MonthRecap, ReportData},
    text::{
        common,
        sheets::{self as text, head},
    },
};

/// The office's recap ("Rekap Kecamatan Pemantauan Pelaksanaan P2K2"), then a line per meeting and per group that did not meet.
#[must_use]
pub fn month(recap: &MonthRecap) -> [Table; 2] {
    [office(recap), groups(recap)]
}

fn lines(recap: &MonthRecap) -> Vec<(&'static str, String)> {
    vec![(head::MONTH, common::month(recap.month)), (head::FACILITATOR, recap.office.facilitator.clone())]
}

fn office(recap: &MonthRecap) -> Table {
    Table {
        name: text::MONTH_SHEET.to_owned(),
        title: text::month_title(recap.month),
        lines: lines(recap),
        columns: vec![
            Column::words(head::DISTRICT, 16),
            Column::words(head::FACILITATOR, 20),
            Column::short(head::GROUPS, 9),
            Column::short(head::MET, 11),
            Column::words(head::REASON, 24),
            Column::words(head::MATTER, 30),
            Column::words(head::PRESENTER, 20),
            Column::short(head::FAMILIES, 10),
            Column::short(head::PRESENT, 8),
            Column::short(head::NOT_THERE, 8),
            Column::short(head::POOR, 8),
            Column::short(head::GOOD, 8),
            Column::short(head::VERY_GOOD, 8),
            Column::short(head::NOT_ASSESSABLE, 9),
            Column::words(head::NOTES, 32),
        ],
        rows: recap.districts.iter().map(|district| office_row(recap, district)).collect(),
        notes: undecided(recap),
        landscape: true,
    }
}

fn office_row(recap: &MonthRecap, district: &DistrictMonth) -> Vec<Cell> {
    let DistrictMonth { levels, .. } = district;
    let notes = [
        (!district.more_than_once.is_empty()).then(|| text::more_than_once(&district.more_than_once)),
        (district.left_out > 0).then(|| text::left_out(district.left_out)),
        (levels.empty > 0).then(|| text::not_assessed(levels.empty)),
        (!district.unreadable.is_empty()).then(|| text::unreadable(&district.unreadable)),
    ];
    let mut cells = vec![
        Cell::text(&district.district),
        Cell::text(&recap.office.facilitator),
        Cell::count(district.groups),
        Cell::count(district.met),
        Cell::text(text::not_met(&district.not_met)),
        Cell::text(district.sessions.join("; ")),
        Cell::text(district.presenters.join("; ")),
        Cell::count(district.families),
        Cell::count(district.present),
        Cell::count(district.not_there),
    ];
    cells.extend(marks(*levels));
    cells.push(Cell::text(notes.into_iter().flatten().collect::<Vec<_>>().join(" ")));
    cells
}

fn marks(levels: Levels) -> [Cell; 4] {
    [levels.poor, levels.good, levels.very_good, levels.not_assessable].map(Cell::count)
}

fn groups(recap: &MonthRecap) -> Table {
    let rows = recap.groups.iter().flat_map(|group| {
        let none = (group.meetings.is_empty() && group.unreadable.is_empty())
            .then(|| not_counted(group, text::DID_NOT_MEET.to_owned(), ""));
        let unreadable =
            group.unreadable.iter().map(|began| not_counted(group, common::date(*began), text::UNREADABLE));
        group.meetings.iter().map(|meeting| met(group, meeting)).chain(unreadable).chain(none)
    });
    Table {
        name: text::GROUPS_SHEET.to_owned(),
        title: text::month_title(recap.month),
        lines: lines(recap),
        columns: vec![
            Column::short(head::NUMBER, 5),
            Column::words(head::GROUP, 24),
            Column::words(head::VILLAGE, 18),
            Column::words(head::DATE, 24),
            Column::words(head::MATTER, 34),
            Column::words(head::PRESENTER, 22),
            Column::short(head::LISTED, 10),
            Column::short(head::PRESENT, 8),
            Column::short(head::NOT_THERE, 8),
            Column::short(head::LEFT_OUT, 10),
            Column::short(head::WALK_INS, 10),
            Column::short(head::POOR, 8),
            Column::short(head::GOOD, 8),
            Column::short(head::VERY_GOOD, 8),
            Column::short(head::NOT_ASSESSABLE, 9),
            Column::short(head::NOT_ASSESSED, 8),
            Column::words(head::NOTES, 40),
        ],
        rows: (1_i64..)
            .zip(rows)
            .map(|(number, cells)| std::iter::once(Cell::Number(number)).chain(cells).collect())
            .collect(),
        notes: undecided(recap),
        landscape: true,
    }
}

fn met(group: &MonthGroup, data: &ReportData) -> Vec<Cell> {
    let levels = Levels::of(data);
    let presenters: Vec<&str> = data.presenters.iter().map(|person| person.name.as_str()).collect();
    let count = &data.count;
    let counts = [count.families, count.present, count.not_there(), count.left_out, count.walk_ins];
    let mut cells = vec![
        Cell::text(&group.name),
        Cell::text(&group.village),
        Cell::text(common::date(data.date)),
        Cell::text(format!("{} {}", data.label, data.title)),
        Cell::text(presenters.join("; ")),
    ];
    cells.extend(counts.map(Cell::count));
    cells.extend(marks(levels));
    cells.extend([Cell::count(levels.empty), Cell::text(data.notes.join(" "))]);
    cells
}

/// A group that did not meet, or of whose meeting nothing can be read, has its name, its families and empty cells: nothing was counted, so
/// nothing is zero.
fn not_counted(group: &MonthGroup, when: String, note: &str) -> Vec<Cell> {
    let mut cells =
        vec![Cell::text(&group.name), Cell::text(&group.village), Cell::text(when), Cell::Empty, Cell::Empty];
    cells.push(Cell::count(group.families));
    cells.extend(std::iter::repeat_n(Cell::Empty, 9));
    cells.push(Cell::text(note));
    cells
}

fn undecided(recap: &MonthRecap) -> Vec<String> {
    recap.office.map.is_none().then(|| text::MAP_NOT_DECIDED.to_owned()).into_iter().collect()
}
