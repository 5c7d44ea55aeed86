//! The attendance of one meeting as a table.

use super::table::{Cell, Column, Table};
use crate::{
    engine::{
        attendance::Attendee,
        minutes::Oddity,
        office::{ReportData, ReportRow},
    },
    text::{
        attendance as marks,
        common::date,
        paper, report,
        sheets::{self as text, head},
    },
};

/// The attendance of a meeting, without identity numbers.
#[must_use]
pub fn attendance(data: &ReportData) -> Table {
    let withdrawn = data.oddities().any(|oddity| oddity == Oddity::Withdrawn);
    let withdrawn = withdrawn.then(|| paper::WITHDRAWN_WHOLE.to_owned());
    let undecided = data.office.map.is_none().then(|| text::MAP_NOT_DECIDED.to_owned());
    Table {
        name: text::ATTENDANCE_SHEET.to_owned(),
        title: text::ATTENDANCE.to_owned(),
        lines: about(data),
        columns: vec![
            Column::short(head::NUMBER, 5),
            Column::words(head::NAME, 30),
            Column::short(head::MARK, 13),
            Column::short(head::OFFICE, 15),
            Column::short(head::LEVEL, 20),
            Column::words(head::REMARK, 34),
        ],
        rows: data.rows.iter().map(cells).collect(),
        notes: withdrawn.into_iter().chain(sums(data)).chain(undecided).collect(),
        landscape: true,
    }
}

fn about(data: &ReportData) -> Vec<(&'static str, String)> {
    vec![
        (head::GROUP, data.group.clone()),
        (head::VILLAGE, data.village.clone()),
        (head::DISTRICT, data.district.clone()),
        (head::FACILITATOR, data.office.facilitator.clone()),
        (head::SESSION, format!("{} {}", data.label, data.title)),
        (head::DATE, date(data.date)),
        (head::HOURS, text::hours(data.began, data.ended)),
        (head::PLACE, data.place.clone()),
    ]
}

fn cells(row: &ReportRow) -> Vec<Cell> {
    let walk_in = matches!(row.who, Attendee::WalkIn(_));
    let assessed = if walk_in { "" } else { text::assessed(row.assessed) };
    vec![
        Cell::count(row.number),
        Cell::text(&row.name),
        Cell::text(row.status.map_or(text::UNMARKED, marks::status)),
        Cell::text(report::mark(row.mark)),
        Cell::text(assessed),
        Cell::text(remark(row)),
    ]
}

fn remark(row: &ReportRow) -> String {
    let words = [
        row.leader.then(|| text::LEADER.to_owned()),
        row.who.participant().is_none().then(|| text::WALK_IN.to_owned()),
        row.late.then(|| text::LATE.to_owned()),
        row.by.as_deref().map(text::represented),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The office's sums, in words: they stand below the table and agree with it.
fn sums(data: &ReportData) -> Vec<String> {
    let count = &data.count;
    let mut sums = vec![format!(
        "{}: {} · HADIR {} · SAKIT {} · ALFA {}",
        head::LISTED,
        count.families,
        count.present,
        count.sick,
        count.absent
    )];
    if count.left_out > 0 {
        sums.push(format!("{}: {}", head::LEFT_OUT, count.left_out));
    }
    if count.walk_ins > 0 {
        sums.push(format!("{}: {}", head::WALK_INS, count.walk_ins));
    }
    sums
}
