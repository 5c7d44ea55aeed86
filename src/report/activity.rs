//! Laporan Kegiatan P2K2: the report of one meeting, parts A to E.

use super::{
    PdfError,
    office::{self, Pictures, or_dash},
    pdf as file,
};
use crate::{
    engine::{minutes::CheckMinutes, office::ReportData, time::Wall},
    text::{
        common,
        report::{self as text, field},
        siks,
    },
    typeset::{
        font::Fonts,
        paper::{
            Flow, Leaf, Paper, Type,
            form::{self, Column, Table},
        },
    },
};

/// The report as a file.
pub fn pdf(data: &ReportData, pictures: Pictures) -> Result<Vec<u8>, PdfError> {
    file::pdf(&text::document(text::ACTIVITY, data), &leaves(data, pictures))
}

/// The report on leaves of paper.
#[must_use]
pub fn leaves(data: &ReportData, pictures: Pictures) -> Vec<Leaf> {
    let fonts = Fonts::new();
    let mut sheet = Flow::new(&fonts, Paper::A4, data.module);
    let flow = &mut sheet;
    office::letterhead(flow, &data.office, &pictures);
    let number = text::number(data);
    let numbered = text::numbered(&number);
    let below: Vec<&str> = [Some(numbered.as_str()), text::kind(data.kind)].into_iter().flatten().collect();
    form::title(flow, text::ACTIVITY, &below);
    let [part_a, part_b, part_c, part_d, part_e] = text::PARTS;
    form::section(flow, part_a);
    general(flow, data, &number);
    form::section(flow, part_b);
    time_and_place(flow, data);
    form::section(flow, part_c);
    presenters(flow, data);
    form::section(flow, part_d);
    form::fields(
        flow,
        &[
            (field::CATEGORY, text::category(data.category)),
            (field::MODULE, office::module_title(data)),
            (field::SESSION, &text::session(&data.label, &data.title)),
        ],
    );
    form::section(flow, part_e);
    attendance(flow, data);
    let signed = office::signatures_height(&data.office, &data.district, data.as_of);
    content(flow, data, if data.photos.is_empty() { signed } else { 0.0 });
    if !data.photos.is_empty() {
        form::heading(flow, text::PHOTOS);
        office::photos(flow, &data.photos, pictures, signed);
    }
    office::signatures(flow, &data.office, &data.district, data.as_of);
    sheet.finish(&text::foot(text::ACTIVITY, &data.group, data.date))
}

fn general(flow: &mut Flow, data: &ReportData, number: &str) {
    let office = &data.office;
    let filled = common::date(data.as_of);
    form::fields_beside(
        flow,
        &[
            (field::NUMBER, number),
            (field::FILLED, &filled),
            (field::FACILITATOR, or_dash(&office.facilitator)),
            (field::NIP, or_dash(&office.nip)),
            (field::TEAM_LEADER, or_dash(&office.team_leader)),
        ],
        &[
            (field::GROUP, or_dash(&data.group)),
            (field::VILLAGE, or_dash(&data.village)),
            (field::DISTRICT, or_dash(&data.district)),
            (field::REGENCY, or_dash(&office.regency)),
            (field::PROVINCE, or_dash(&office.province)),
        ],
    );
}

/// An hour of the office's form, or a dash.
pub(super) fn hour(wall: Option<Wall>) -> String {
    wall.map_or_else(|| text::NOTHING.to_owned(), |wall| common::clock(wall.minute_of_day()))
}

fn time_and_place(flow: &mut Flow, data: &ReportData) {
    form::fields_beside(
        flow,
        &[(field::DATE, &common::date(data.date)), (field::PLACE, or_dash(&data.place))],
        &[(field::BEGAN, &hour(data.began)), (field::ENDED, &hour(data.ended))],
    );
}

fn presenters(flow: &mut Flow, data: &ReportData) {
    let width = flow.column().w;
    let table = Table::new(
        vec![
            Column::middle(28.0, text::NUMBER),
            Column::left((width - 28.0) * 0.5, text::NAME),
            Column::left((width - 28.0) * 0.5, text::AGENCY),
        ],
        form::TEXT,
    );
    table.head(flow);
    let mut number = 0;
    for person in data.presenters.iter().filter(|person| !person.name.trim().is_empty()) {
        number += 1;
        let cells = [format!("{number}"), person.name.clone(), or_dash(&person.agency).to_owned()];
        table.row(flow, &cells, false);
    }
    if number == 0 {
        table.row(flow, &["1".to_owned(), text::NOTHING.to_owned(), text::NOTHING.to_owned()], false);
    }
}

fn attendance(flow: &mut Flow, data: &ReportData) {
    let count = &data.count;
    let mut cells = vec![
        (field::FAMILIES, text::families(count.families)),
        (field::PRESENT, text::present(count)),
        (field::SICK, text::people(count.sick)),
        (field::ABSENT, text::people(count.absent)),
    ];
    if count.left_out > 0 {
        cells.push((field::LEFT_OUT, text::people(count.left_out)));
    }
    let width = flow.column().w / cells.len() as f32;
    let columns = cells.iter().map(|(head, _)| Column::middle(width, head)).collect();
    let table = Table::new(columns, form::TEXT);
    table.head(flow);
    table.row(flow, &cells.into_iter().map(|(_, value)| value).collect::<Vec<_>>(), false);
    form::small(flow, &text::sum(count));
    form::small(flow, &text::counting(count, data.office.counting(), data.office.map.is_some()));
    if let Some((guests, who)) = &data.guests {
        form::small(flow, &text::guests(*guests, who));
    }
}

/// What was written down; a heading without words below it has none. `after` is kept free below the end.
fn content(flow: &mut Flow, data: &ReportData, after: f32) {
    let own = data.narrative.trim();
    let drafted;
    let summary = if own.is_empty() {
        drafted = siks::draft(data);
        &drafted
    } else {
        own
    };
    let recalled = data.recalled.map(text::recalled).unwrap_or_default();
    let told = [
        (field::SUMMARY, summary),
        (field::QUESTIONS, data.questions.as_str()),
        (field::OBSTACLES, data.obstacles.as_str()),
        (field::FOLLOW_UP, data.follow_up.as_str()),
        (field::PROMISE, data.promise.as_str()),
        (field::RECALLED, recalled.as_str()),
    ];
    let told: Vec<(&str, &str)> = told.into_iter().filter(|(_, words)| !words.trim().is_empty()).collect();
    let remarks: Vec<&str> = data.oddities().filter_map(text::remark).collect();
    let more = !remarks.is_empty() || checked(data).next().is_some();
    for (number, (name, words)) in (1..).zip(&told) {
        if number == told.len() && !more {
            flow.reserve(after);
        }
        form::heading(flow, name);
        form::prose(flow, words, Type::regular(form::TEXT));
    }
    if remarks.is_empty() {
        flow.reserve(after);
    }
    checks(flow, data);
    flow.reserve(after);
    for words in remarks {
        form::small(flow, words);
    }
    flow.reserve(0.0);
}

/// Checks that were counted.
fn checked(data: &ReportData) -> impl Iterator<Item = &CheckMinutes> {
    data.checks.iter().filter(|check| check.start.is_some() || check.end.is_some())
}

fn checks(flow: &mut Flow, data: &ReportData) {
    let counted: Vec<_> = checked(data).collect();
    if counted.is_empty() {
        return;
    }
    flow.skip(8.0);
    let width = flow.column().w;
    let narrow = 82.0;
    let table = Table::new(
        vec![
            Column::left(width - 3.0 * narrow, text::ASKED),
            Column::middle(narrow, text::AT_START),
            Column::middle(narrow, text::AT_END),
            Column::middle(narrow, text::CHANGE),
        ],
        9.5,
    );
    table.head(flow);
    for check in counted {
        let cells = [check.ask.clone(), text::tally(check.start), text::tally(check.end), text::change(check)];
        table.row(flow, &cells, false);
    }
}
