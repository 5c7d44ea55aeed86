//! The half-year form of a group: Perubahan Perilaku and Kemampuan Mengenali Potensi, with what is known beside them.

use super::{
    PdfError,
    office::{self, Pictures, or_dash},
    pdf as file,
};
use crate::{
    engine::{
        evidence::{Assessed, Level},
        office::HalfYear,
        session::Module,
    },
    text::report::{self as text, field},
    typeset::{
        font::Fonts,
        paper::{
            Flow, Leaf, Paper,
            form::{self, Column, Table},
        },
    },
};

/// The form as a file.
pub fn pdf(data: &HalfYear, pictures: &Pictures) -> Result<Vec<u8>, PdfError> {
    let (year, second) = data.period;
    let title = text::period_foot(text::HALF_YEAR, &data.group, &text::half_year(year, second));
    file::pdf(&title, &leaves(data, pictures))
}

/// The form on leaves of paper.
#[must_use]
pub fn leaves(data: &HalfYear, pictures: &Pictures) -> Vec<Leaf> {
    let fonts = Fonts::new();
    let mut flow = Flow::new(&fonts, Paper::A4Landscape, Module::Adaptive);
    let period = text::half_year(data.period.0, data.period.1);
    office::letterhead(&mut flow, &data.office, pictures);
    form::title(&mut flow, text::HALF_YEAR, &[&period]);
    form::fields_beside(
        &mut flow,
        &[
            (field::FACILITATOR, or_dash(&data.office.facilitator)),
            (field::GROUP, or_dash(&data.group)),
            (field::MEETINGS, &text::meetings(data.sessions.len())),
        ],
        &[
            (field::VILLAGE, or_dash(&data.village)),
            (field::DISTRICT, or_dash(&data.district)),
            (field::REGENCY, or_dash(&data.office.regency)),
        ],
    );
    form::fields(&mut flow, &[(field::CATEGORY, or_dash(&data.sessions.join("; ")))]);
    flow.skip(6.0);
    let signed = data.as_of.map_or(0.0, |day| office::signatures_height(&data.office, &data.district, day));
    rows(&mut flow, data, signed);
    form::small(&mut flow, if data.proposed { text::PROPOSED } else { text::LEFT_EMPTY });
    form::small(&mut flow, text::FACTS);
    if let Some(day) = data.as_of {
        office::signatures(&mut flow, &data.office, &data.district, day);
    }
    flow.finish(&text::period_foot(text::HALF_YEAR, &data.group, &period))
}

fn column(assessed: Assessed) -> Option<usize> {
    match assessed {
        Assessed::Rated(Level::Poor) => Some(0),
        Assessed::Rated(Level::Good) => Some(1),
        Assessed::Rated(Level::VeryGood) => Some(2),
        Assessed::NotAssessable => Some(3),
        Assessed::Empty => None,
    }
}

/// The members; the last of them go on to the leaf of the signatures, which take `after`.
fn rows(flow: &mut Flow, data: &HalfYear, after: f32) {
    const NARROW: f32 = 46.0;
    /// The remark below the table, at most.
    const NOTES: f32 = 56.0;
    let width = flow.column().w;
    let (number, basis) = (26.0, 180.0);
    let mut columns =
        vec![Column::middle(number, text::NUMBER), Column::left(width - number - basis - 8.0 * NARROW, text::MEMBER)];
    for _ in 0..2 {
        columns.extend(text::LEVELS.map(|head| Column::middle(NARROW, head)));
    }
    columns.push(Column::left(basis, text::BASIS));
    let table = Table::new(columns, 8.5).group(2, 4, text::BEHAVIOUR).group(6, 4, text::POTENTIAL).high(16.5);
    table.head(flow);
    let mut totals = [0_u16; 8];
    let before_last = data.rows.len().saturating_sub(2);
    for (index, row) in data.rows.iter().enumerate() {
        if index == before_last {
            flow.reserve(after + NOTES);
        }
        let mut crossed = [false; 8];
        for (offset, assessed) in [(0, row.behaviour), (4, row.potential)] {
            if let Some(level) = column(assessed) {
                crossed[offset + level] = true;
            }
        }
        for (total, on) in totals.iter_mut().zip(crossed) {
            *total += u16::from(on);
        }
        let mut cells = vec![row.number.to_string(), text::member(&row.name, row.leader)];
        cells.extend(crossed.map(|on| if on { text::CROSS.to_owned() } else { String::new() }));
        let facts = &row.facts;
        cells.push(text::facts(facts.came, facts.called, facts.kept.len(), facts.asked));
        table.row(flow, &cells, false);
    }
    let mut cells = vec![String::new(), text::TOTAL.to_owned()];
    let total = |count: u16| if data.proposed { count.to_string() } else { String::new() };
    cells.extend(totals.map(total));
    table.row(flow, &cells, true);
    flow.reserve(0.0);
}
