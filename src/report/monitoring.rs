//! Pemantauan KPM PKH setiap P2K2: who came, and the mark for Pengetahuan & Pemahaman of each family.

use super::{
    PdfError,
    office::{self, Pictures, or_dash},
    pdf as file,
};
use crate::{
    engine::{
        evidence::{Assessed, Level},
        office::{OfficeMark, ReportData, ReportRow},
    },
    text::{
        common,
        report::{self as text, field},
    },
    typeset::{
        font::Fonts,
        paper::{
            Flow, Leaf, Paper,
            form::{self, Column, Table},
        },
    },
};

/// The form as a file.
pub fn pdf(data: &ReportData, pictures: Pictures) -> Result<Vec<u8>, PdfError> {
    file::pdf(&text::document(text::MONITORING, data), &leaves(data, pictures))
}

/// The form on leaves of paper.
#[must_use]
pub fn leaves(data: &ReportData, pictures: Pictures) -> Vec<Leaf> {
    let fonts = Fonts::new();
    let mut flow = Flow::new(&fonts, Paper::A4, data.module);
    office::letterhead(&mut flow, &data.office, &pictures);
    form::title(&mut flow, text::MONITORING, &text::kind(data.kind).into_iter().collect::<Vec<_>>());
    let presenters: Vec<&str> =
        data.presenters.iter().map(|person| person.name.trim()).filter(|n| !n.is_empty()).collect();
    form::fields(
        &mut flow,
        &[
            (field::FACILITATOR, or_dash(&data.office.facilitator)),
            (field::DATE, &common::date(data.date)),
            (field::PLACE, or_dash(&data.place)),
            (field::CATEGORY, &format!("{} – {}", text::category(data.category), data.title)),
            (field::PRESENTERS, or_dash(&presenters.join(", "))),
        ],
    );
    flow.skip(6.0);
    let signed = office::signatures_height(&data.office, &data.district, data.as_of);
    rows(&mut flow, data, signed);
    notes(&mut flow, data);
    office::signatures(&mut flow, &data.office, &data.district, data.as_of);
    if !data.photos.is_empty() {
        form::heading(&mut flow, &text::photos_of(&data.group));
        office::photos(&mut flow, &data.photos, pictures, 0.0);
    }
    flow.finish(&text::foot(text::MONITORING, &data.group, data.date))
}

/// Whether a family came, as the form has it; `None` = counted as neither.
fn came(mark: OfficeMark) -> Option<bool> {
    match mark {
        OfficeMark::Present => Some(true),
        OfficeMark::Sick | OfficeMark::Absent => Some(false),
        OfficeMark::LeftOut => None,
    }
}

/// Column of the mark among the four; absent ones cannot be assessed, whatever the office calls it.
fn level(row: &ReportRow) -> Option<usize> {
    match row.assessed {
        Assessed::Rated(Level::Poor) => Some(0),
        Assessed::Rated(Level::Good) => Some(1),
        Assessed::Rated(Level::VeryGood) => Some(2),
        Assessed::NotAssessable => Some(3),
        Assessed::Empty => None,
    }
}

/// The families; the last of them go on to the leaf of the signatures, which take `after`.
fn rows(flow: &mut Flow, data: &ReportData, after: f32) {
    const NARROW: f32 = 44.0;
    /// The remarks below the table, at most.
    const NOTES: f32 = 60.0;
    let width = flow.column().w;
    let (number, group) = (26.0, 92.0);
    let mut columns = vec![
        Column::middle(number, text::NUMBER),
        Column::left(width - number - group - 6.0 * NARROW, text::MEMBER),
        Column::left(group, text::GROUP),
        Column::middle(NARROW, text::THERE),
        Column::middle(NARROW, text::NOT_THERE),
    ];
    columns.extend(text::LEVELS.map(|head| Column::middle(NARROW, head)));
    let table = Table::new(columns, 9.0).group(3, 2, text::ATTENDANCE).group(5, 4, text::KNOWLEDGE).high(16.0);
    table.head(flow);
    let mut totals = [0_u16; 6];
    let before_last = data.form_rows().count().saturating_sub(2);
    for (index, row) in data.form_rows().enumerate() {
        if index == before_last {
            flow.reserve(after + NOTES);
        }
        let mut crossed = [false; 6];
        if let Some(came) = came(row.mark) {
            crossed[usize::from(!came)] = true;
        }
        if let Some(level) = level(row) {
            crossed[2 + level] = true;
        }
        for (total, on) in totals.iter_mut().zip(crossed) {
            *total += u16::from(on);
        }
        let mut cells = vec![row.number.to_string(), text::name(row), data.group.clone()];
        cells.extend(crossed.map(|on| if on { text::CROSS.to_owned() } else { String::new() }));
        table.row(flow, &cells, false);
    }
    let mut cells = vec![String::new(), text::TOTAL.to_owned(), String::new()];
    cells.extend(totals.map(|total| total.to_string()));
    table.row(flow, &cells, true);
}

fn notes(flow: &mut Flow, data: &ReportData) {
    flow.reserve(0.0);
    flow.skip(3.0);
    let neither = data.form_rows().filter(|row| came(row.mark).is_none()).count();
    if neither > 0 {
        form::small(flow, &text::neither(neither as u16));
    }
    if data.not_rated > 0 {
        form::small(flow, &text::not_rated(data.not_rated));
    }
    if !data.grounds.is_empty() {
        form::small(flow, &text::grounds(&data.grounds));
    }
    form::small(flow, &text::counting(&data.count, data.office.counting(), data.office.map.is_some()));
}
