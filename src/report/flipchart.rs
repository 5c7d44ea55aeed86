//! The flipchart: each page of a session on a leaf of its own.

use crate::{
    engine::session::{Page, Session},
    text::print,
    typeset::{
        font::Fonts,
        paper::{Art, Flow, Inset, Leaf, Paper},
    },
};

/// Size pages are arranged for, points; A4 enlarges or shrinks it by itself.
#[must_use]
pub fn page_size(fonts: &Fonts, session: &Session) -> (u32, u32) {
    let column = Flow::new(fonts, PAPER, session.module).column();
    (column.w as u32, column.h as u32)
}

const PAPER: Paper = Paper::A3Landscape;

/// The flipchart of `session`; `art` gives a page's picture.
pub fn flipchart<E>(
    fonts: &Fonts,
    session: &Session,
    mut art: impl FnMut(&Page) -> Result<Art, E>,
) -> Result<Vec<Leaf>, E> {
    let mut flow = Flow::new(fonts, PAPER, session.module);
    for (index, page) in session.steps.iter().flat_map(|step| &step.pages).enumerate() {
        if index > 0 {
            flow.turn();
        }
        let area = flow.column();
        flow.inset(Inset { area, art: art(page)? });
        flow.advance(area.h);
    }
    Ok(flow.finish(&print::foot(&session.label, &session.title)))
}
