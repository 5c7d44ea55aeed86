//! The observation sheet on paper: empty, for a coach to take along, or as it was filled in, to talk about afterwards.

use super::office::or_dash;
use crate::{
    engine::{
        observe::{Item, Observation},
        session::Module,
        time::Wall,
    },
    text::{common, observe as text, report::field},
    typeset::{
        font::Fonts,
        paper::{
            Flow, Leaf, Paper, Type,
            form::{self, Column, Table},
        },
    },
};

/// Size of the levels' words.
const SIZE: f32 = 8.5;
/// Room to write a remark by hand, points.
const REMARK: f32 = 64.0;

/// What the sheet says above and below its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// Module of the session.
    pub module: Module,
    /// Label and title of the session.
    pub session: String,
    /// Who led it; may be empty.
    pub facilitator: String,
    /// Group, or what stands in its place; may be empty.
    pub group: String,
    /// When it was held; `None` = to be written by hand.
    pub held: Option<Wall>,
    /// As it was filled in; `None` = an empty sheet.
    pub filled: Option<Observation>,
    /// Sheets of this session so far: when, mean level times ten; oldest first.
    pub history: Vec<(Wall, u16)>,
}

impl Observed {
    /// An empty sheet for a session.
    #[must_use]
    pub const fn empty(module: Module, session: String) -> Self {
        Self {
            module,
            session,
            facilitator: String::new(),
            group: String::new(),
            held: None,
            filled: None,
            history: Vec::new(),
        }
    }
}

/// The sheet on leaves of paper.
#[must_use]
pub fn leaves(items: &[Item], of: &Observed) -> Vec<Leaf> {
    let fonts = Fonts::new();
    let mut flow = Flow::new(&fonts, Paper::A4, of.module);
    form::title(&mut flow, text::TITLE, &[&of.session]);
    let by_hand = |words: &str| if words.trim().is_empty() { text::BY_HAND.to_owned() } else { words.to_owned() };
    let observer = of.filled.as_ref().map_or(text::BY_HAND, |filled| {
        if filled.observer.is_empty() { text::ONESELF } else { filled.observer.as_str() }
    });
    form::fields_beside(
        &mut flow,
        &[(field::FACILITATOR, &by_hand(&of.facilitator)), (field::GROUP, &by_hand(&of.group))],
        &[(text::HELD, &of.held.map_or_else(|| text::BY_HAND.to_owned(), common::date)), (text::OBSERVER, observer)],
    );
    form::small(&mut flow, text::ABOUT);
    flow.skip(6.0);
    table(&mut flow, items, of.filled.as_ref());
    remark(&mut flow, of.filled.as_ref());
    if let Some(mean) = of.filled.as_ref().and_then(Observation::mean_tenths) {
        form::small(
            &mut flow,
            &text::mean_of(mean, items.len(), of.filled.as_ref().map_or(0, |sheet| sheet.levels.len())),
        );
    }
    let history: Vec<String> = of.history.iter().map(|(wall, tenths)| text::mean(*wall, *tenths)).collect();
    if history.len() > 1 {
        form::small(&mut flow, &text::so_far(&history));
    }
    flow.finish(&text::foot(or_dash(&of.session)))
}

/// A row an item, a column a level, the chosen one crossed.
fn table(flow: &mut Flow, items: &[Item], filled: Option<&Observation>) {
    let (number, title) = (22.0, 88.0);
    let level = (flow.column().w - number - title) / 4.0;
    let mut columns = vec![Column::middle(number, ""), Column::left(title, text::ITEM)];
    columns.extend((1..=4).map(|nth| Column::left(level, &nth.to_string())));
    let table = Table::new(columns, SIZE);
    table.head(flow);
    for (number, item) in (1..).zip(items) {
        let chosen = filled
            .and_then(|sheet| sheet.levels.iter().find(|(id, _)| *id == item.id))
            .map(|(_, level)| usize::from(*level));
        let levels = (1..).zip(&item.levels).map(|(level, words)| text::level(chosen == Some(level), words));
        let cells: Vec<String> = [format!("{number}"), item.title.clone()].into_iter().chain(levels).collect();
        table.row(flow, &cells, false);
    }
}

/// What was remarked, or room to write it.
fn remark(flow: &mut Flow, filled: Option<&Observation>) {
    form::section(flow, text::REMARK);
    match filled {
        Some(sheet) if !sheet.remark.is_empty() => form::prose(flow, &sheet.remark, Type::regular(form::TEXT)),
        _ => {
            let width = flow.column().w;
            Table::new(vec![Column::left(width, "")], SIZE).high(REMARK).row(flow, &[], false);
        }
    }
}
