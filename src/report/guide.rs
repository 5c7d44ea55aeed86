//! The facilitator's guide on paper: the plan, what to bring, and every page small beside its script.

use crate::{
    engine::session::{Page, ScriptBlock, ScriptKind, Session, Step},
    text::{common, deliver, prepare, print},
    typeset::{
        font::Fonts,
        geometry::Area,
        palette::{INK, WHITE},
        paper::{Art, Flow, GREY, Inset, Leaf, Paper, Type, line_height},
        svg::Anchor,
    },
};

/// Shape of the small pages, width over height.
pub const THUMBNAIL_SHAPE: (u32, u32) = (1024, 768);
/// Width of the small pages, points.
const THUMBNAIL: f32 = 148.0;
/// Between them and the script.
const GAP: f32 = 14.0;
/// Width of the words before a line of script.
const LABEL: f32 = 62.0;
const TEXT: f32 = 10.0;

/// The guide of `session`; `art` gives a page's picture.
pub fn guide<E>(
    fonts: &Fonts,
    session: &Session,
    mut art: impl FnMut(&Page) -> Result<Art, E>,
) -> Result<Vec<Leaf>, E> {
    let mut flow = Flow::new(fonts, Paper::A4, session.module);
    front(&mut flow, session);
    for (number, step) in (1..).zip(&session.steps) {
        step_bar(&mut flow, number, step);
        if step.pages.is_empty() {
            let column = flow.column();
            script(&mut flow, &step.script, column.x, column.w);
        }
        for page in &step.pages {
            page_entry(&mut flow, page, art(page)?);
        }
        flow.skip(8.0);
    }
    Ok(flow.finish(&print::guide_foot(&session.label, &session.title)))
}

/// Title, goal, plan, what to bring and to prepare: one leaf, or a little more.
fn front(flow: &mut Flow, session: &Session) {
    let column = flow.column();
    let deep = flow.sheet().accent.deep;
    let kicker = print::guide_kicker(&session.label, &session.module_title);
    flow.paragraph(&kicker, Type::regular(11.0).in_ink(GREY), column.x, column.w);
    flow.paragraph(&session.title, Type::bold(24.0).in_ink(deep), column.x, column.w);
    flow.skip(4.0);
    flow.paragraph(&session.goal, Type::regular(12.0), column.x, column.w);
    heading(flow, prepare::RUN_SHEET);
    let mut total = 0;
    for (number, step) in (1..).zip(&session.steps) {
        ends(
            flow,
            &format!("{number}. {}", step.title),
            &common::minutes(u64::from(step.minutes)),
            Type::regular(11.0),
        );
        total += u64::from(step.minutes);
    }
    ends(flow, prepare::TOTAL, &common::minutes(total), Type::bold(11.0));
    for (title, lines) in [(prepare::MATERIALS, &session.materials), (prepare::BEFORE, &session.before)] {
        if !lines.is_empty() {
            heading(flow, title);
            for line in lines {
                labelled(flow, "•", line, (column.x, 12.0, column.w), Type::regular(11.0));
            }
        }
    }
    if !session.home_practice.is_empty() {
        heading(flow, prepare::HOME_PRACTICE);
        flow.paragraph(&session.home_practice, Type::regular(11.0), column.x, column.w);
    }
    flow.turn();
}

fn heading(flow: &mut Flow, words: &str) {
    let column = flow.column();
    flow.skip(10.0);
    flow.need(line_height(14.0) * 2.0);
    flow.paragraph(words, Type::bold(14.0), column.x, column.w);
    flow.skip(2.0);
}

/// Words at both ends of a line.
fn ends(flow: &mut Flow, left: &str, right: &str, style: Type) {
    let column = flow.column();
    flow.need(line_height(style.size));
    let right = flow.set(right, style, column.w);
    let (x, top) = (column.right() - right.width, flow.top());
    flow.write(&right, x, top, Anchor::Start, style.ink);
    flow.paragraph(left, style, column.x, column.w - 70.0);
}

/// A label, and a paragraph `indent` to the right of it.
fn labelled(flow: &mut Flow, label: &str, words: &str, (x, indent, width): (f32, f32, f32), style: Type) {
    flow.need(line_height(style.size));
    let deep = flow.sheet().accent.deep;
    let label_style = Type::bold(style.size).in_ink(deep);
    let block = flow.set(label, label_style, width);
    let top = flow.top();
    flow.write(&block, x, top, Anchor::Start, label_style.ink);
    flow.paragraph(words, style, x + indent, width - indent);
}

/// A step's name on a bar of its colour; never alone at the foot of a leaf.
fn step_bar(flow: &mut Flow, number: usize, step: &Step) {
    const BAR: f32 = 22.0;
    flow.need(BAR + 150.0);
    let (column, deep) = (flow.column(), flow.sheet().accent.deep);
    let area = Area::new(column.x, flow.top(), column.w, BAR);
    flow.sheet().canvas.rect(area, 4.0, deep);
    let style = Type::bold(12.0).in_ink(WHITE);
    let top = area.y + (BAR - line_height(style.size)) / 2.0;
    let title = flow.set(&format!("{number}. {}", step.title), style, column.w - 90.0);
    let minutes = flow.set(&common::minutes(u64::from(step.minutes)), style, 80.0);
    flow.write(&title, area.x + 8.0, top, Anchor::Start, style.ink);
    flow.write(&minutes, area.right() - 8.0 - minutes.width, top, Anchor::Start, style.ink);
    flow.advance(BAR);
    flow.skip(8.0);
}

fn page_entry(flow: &mut Flow, page: &Page, art: Art) {
    let column = flow.column();
    let (across, down) = THUMBNAIL_SHAPE;
    let height = THUMBNAIL * down as f32 / across as f32;
    flow.need(height + 4.0);
    let (leaf, top) = (flow.leaves(), flow.top());
    let area = Area::new(column.x, top, THUMBNAIL, height);
    flow.inset(Inset { area, art });
    let (x, width) = (column.x + THUMBNAIL + GAP, column.w - THUMBNAIL - GAP);
    flow.paragraph(&page.title, Type::bold(12.0), x, width);
    if let Some(seconds) = page.countdown_s {
        flow.paragraph(&print::countdown(seconds), Type::regular(TEXT).in_ink(GREY), x, width);
    }
    script(flow, &page.script, x, width);
    // A short script leaves room beside the picture.
    if flow.leaves() == leaf {
        flow.advance((top + height - flow.top()).max(0.0));
    }
    flow.skip(12.0);
}

fn script(flow: &mut Flow, blocks: &[ScriptBlock], x: f32, width: f32) {
    let style = Type::regular(TEXT);
    for block in blocks {
        flow.skip(3.0);
        if block.kind == ScriptKind::If {
            flow.need(2.0 * line_height(TEXT));
            let deep = flow.sheet().accent.deep;
            flow.paragraph(&deliver::condition(&block.when), Type::bold(TEXT).in_ink(deep), x, width);
            flow.paragraph(&block.text, style.in_ink(INK), x + 12.0, width - 12.0);
            continue;
        }
        let mut label = print::label(block.kind);
        let words = if block.kind == ScriptKind::Stress { Type::bold(TEXT) } else { style };
        for line in block.text.lines() {
            labelled(flow, label, line, (x, LABEL, width), words);
            label = "";
        }
    }
}
