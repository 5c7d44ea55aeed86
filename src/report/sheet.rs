//! The attendance sheet on paper, in both layouts: room to sign or put a thumb on every row, heads again on every leaf.

use super::office::{self, Pictures, or_dash};
use crate::{
    engine::{
        roster::Component,
        sheet::{Sheet, SheetLayout, SheetRow},
    },
    text::{
        common,
        report::{self, field},
        sheet as text,
    },
    typeset::{
        font::Fonts,
        paper::{
            Flow, Leaf, MM, Paper, Type,
            form::{self, Column, Signature, Table},
        },
    },
};

/// Widths of the columns of components, points.
const TICKS: [f32; 7] = [28.0, 24.0, 28.0, 28.0, 40.0, 43.0, 39.0];

/// Height of a row: a thumb fits.
const ROW: f32 = 9.5 * MM;
/// Rows left empty before a meeting, for people who are not on the list.
const SPARE: u16 = 3;
/// Components in the order of the sheet's columns.
const COMPONENTS: [Component; 7] = [
    Component::EarlyChild,
    Component::Primary,
    Component::JuniorHigh,
    Component::SeniorHigh,
    Component::Disabled,
    Component::Elderly,
    Component::Pregnant,
];

/// The sheet on leaves of paper.
#[must_use]
pub fn leaves(sheet: &Sheet, layout: SheetLayout, pictures: &Pictures) -> Vec<Leaf> {
    let fonts = Fonts::new();
    let paper = match layout {
        SheetLayout::Landscape => Paper::A4Landscape,
        SheetLayout::Portrait => Paper::A4,
    };
    let mut flow = Flow::new(&fonts, paper, sheet.module);
    match layout {
        SheetLayout::Landscape => landscape(&mut flow, sheet, pictures),
        SheetLayout::Portrait => portrait(&mut flow, sheet, pictures),
    }
    flow.finish(&text::foot(&sheet.group, &sheet.session))
}

fn landscape(flow: &mut Flow, sheet: &Sheet, pictures: &Pictures) {
    office::letterhead(flow, &sheet.office, pictures);
    form::title(flow, text::TITLE, &[]);
    form::fields_beside(
        flow,
        &[(text::WHEN, &when(sheet)), (text::TIME, &text::hours(sheet.hours)), (field::PLACE, by_hand(&sheet.place))],
        &[
            (field::GROUP, &sheet.group),
            (field::MODULE, report::module(sheet.module)),
            (field::SESSION, or_dash(&sheet.session)),
        ],
    );
    flow.skip(6.0);
    let (number, digits, remark, sign) = (24.0, 76.0, 70.0, 66.0);
    let rest = flow.column().w - number - 2.0 * digits - TICKS.iter().sum::<f32>() - remark - sign;
    let (names, address) = (rest * 0.5, rest * 0.5);
    let mut columns = vec![
        Column::middle(number, text::NUMBER),
        Column::left(names, text::NAME),
        Column::middle(digits, text::KK),
        Column::middle(digits, text::NIK),
        Column::left(address, text::ADDRESS),
    ];
    let ticks = COMPONENTS.into_iter().zip(TICKS);
    columns.extend(ticks.map(|(component, width)| Column::middle(width, text::component(component))));
    columns.extend([Column::left(remark, text::REMARK), Column::left(sign, text::SIGN)]);
    let table = Table::new(columns, 8.0).high(ROW);
    table.head(flow);
    for (index, row) in sheet.rows.iter().enumerate() {
        if sheet.counts.is_some() && index + 2 == sheet.rows.len() {
            flow.reserve(below(sheet));
        }
        let mut cells =
            vec![row.number.to_string(), text::name(row), String::new(), String::new(), row.address.clone()];
        let tick = |component| if row.components.contains(&component) { report::CROSS } else { "" };
        cells.extend(COMPONENTS.map(|component| tick(component).to_owned()));
        cells.extend([outside(row), format!("{}.", row.number)]);
        table.row(flow, &cells, false);
    }
    spare(flow, sheet, |flow, number| table.row(flow, &[number], false));
    totals(flow, sheet);
    signatures(flow, sheet);
}

fn portrait(flow: &mut Flow, sheet: &Sheet, pictures: &Pictures) {
    office::letterhead(flow, &sheet.office, pictures);
    form::title(flow, text::TITLE, &[]);
    form::fields_beside(
        flow,
        &[
            (field::GROUP, &sheet.group),
            (field::VILLAGE, or_dash(&sheet.village)),
            (field::DISTRICT, or_dash(&sheet.district)),
            (field::FACILITATOR, or_dash(&sheet.office.facilitator)),
            (field::NIP, or_dash(&sheet.office.nip)),
        ],
        &[
            (field::MODULE, report::module(sheet.module)),
            (field::SESSION, or_dash(&sheet.session)),
            (text::WHEN, &when(sheet)),
            (text::TIME, &text::hours(sheet.hours)),
            (field::PLACE, by_hand(&sheet.place)),
        ],
    );
    flow.skip(6.0);
    let (number, digits, standing, remark, sign) = (24.0, 92.0, 46.0, 66.0, 62.0);
    let rest = flow.column().w - number - digits - standing - remark - 2.0 * sign;
    let columns = vec![
        Column::middle(number, text::NUMBER),
        Column::left(rest * 0.55, text::NAME_UPRIGHT),
        Column::middle(digits, text::NIK_KK),
        Column::left(rest * 0.45, text::ADDRESS),
        Column::middle(standing, text::STANDING),
        Column::left(remark, text::REMARK),
        Column::left(sign, ""),
        Column::left(sign, ""),
    ];
    let table = Table::new(columns, 8.0).group(6, 2, text::SIGN_UPRIGHT).high(ROW);
    table.head(flow);
    // Hands that sign below each other need two rows of room: odd numbers at the left, even ones at the right.
    let signs = |number: u16| {
        let place = format!("{number}.");
        if number.is_multiple_of(2) { [String::new(), place] } else { [place, String::new()] }
    };
    for (index, row) in sheet.rows.iter().enumerate() {
        if sheet.counts.is_some() && index + 2 == sheet.rows.len() {
            flow.reserve(below(sheet));
        }
        let mut cells = vec![
            row.number.to_string(),
            text::name(row),
            String::new(),
            row.address.clone(),
            text::standing(row.standing).to_owned(),
            text::remark(row),
        ];
        cells.extend(signs(row.number));
        table.row(flow, &cells, false);
    }
    spare(flow, sheet, |flow, number| {
        table.row(flow, &[number], false);
    });
    totals(flow, sheet);
    signatures(flow, sheet);
}

/// A mark, and for somebody who is not on the list that this is so.
fn outside(row: &SheetRow) -> String {
    let remark = text::remark(row);
    if row.standing.is_some() { remark } else { format!("{remark}, {}", text::WALK_IN) }
}

/// Empty rows, only before the meeting.
fn spare(flow: &mut Flow, sheet: &Sheet, mut row: impl FnMut(&mut Flow, String)) {
    if sheet.counts.is_none() {
        flow.reserve(below(sheet));
        let last = sheet.rows.last().map_or(0, |row| row.number);
        for number in 1..=SPARE {
            row(flow, (last + number).to_string());
        }
    }
}

fn totals(flow: &mut Flow, sheet: &Sheet) {
    flow.reserve(0.0);
    flow.skip(10.0);
    let column = flow.column();
    flow.paragraph(&text::totals(sheet.counts), Type::bold(11.0), column.x, column.w);
    if let Some((count, who)) = &sheet.guests {
        form::small(flow, &text::guests(*count, who));
    }
}

/// Below the last rows: totals with guests, and who signs.
fn below(sheet: &Sheet) -> f32 {
    const TOTALS: f32 = 42.0;
    form::signatures_height(&signed(sheet)) + TOTALS
}

fn signatures(flow: &mut Flow, sheet: &Sheet) {
    flow.reserve(0.0);
    form::signatures(flow, &signed(sheet));
}

fn signed(sheet: &Sheet) -> Vec<Signature> {
    let place = or_dash(&sheet.district);
    let above = match sheet.date {
        Some(day) => report::signed(place, day),
        None => format!("{place}, {}", text::BY_HAND),
    };
    let nip = sheet.office.nip.trim();
    let leader = Signature { above: vec![text::LEADER.to_owned()], name: sheet.leader.clone(), below: String::new() };
    let facilitator = Signature {
        above: vec![above, report::FACILITATOR.to_owned()],
        name: sheet.office.facilitator.clone(),
        below: if nip.is_empty() { String::new() } else { report::nip(nip) },
    };
    vec![leader, facilitator]
}

fn when(sheet: &Sheet) -> String {
    sheet.date.map_or_else(|| text::BY_HAND.to_owned(), common::date)
}

fn by_hand(words: &str) -> &str {
    if words.trim().is_empty() { text::BY_HAND } else { words }
}
