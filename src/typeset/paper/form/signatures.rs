//! Who signs a form, and the room for it.

use super::{
    super::{Flow, Type, draw_block, line_height},
    RULE, TEXT, set,
};
use crate::typeset::{palette::INK, svg::Anchor};

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Lines above: place and day, role.
    pub above: Vec<String>,
    /// Name; empty = a dotted line to write on.
    pub name: String,
    /// Line below; may be empty.
    pub below: String,
}

/// Room to sign, above a name.
const ROOM: f32 = 48.0;
/// Above the first signatures, and below each row of them.
const AROUND: (f32, f32) = (16.0, 12.0);

/// Height of a row of signatures with so many lines above their names.
fn row_of_signatures(lines: usize) -> f32 {
    (lines as f32 + 2.0) * line_height(TEXT) + ROOM
}

/// What [`signatures`] will take, for [`Flow::reserve`].
#[must_use]
pub fn signatures_height(signatures: &[Signature]) -> f32 {
    let odd = signatures.len() % 2;
    let most = |row: &[Signature]| row.iter().map(|signature| signature.above.len()).max().unwrap_or(0);
    let (first, rest) = signatures.split_at(odd.min(signatures.len()));
    let rows = (odd > 0).then(|| most(first)).into_iter().chain(rest.chunks(2).map(most));
    AROUND.0 + rows.map(|lines| row_of_signatures(lines) + AROUND.1).sum::<f32>()
}

/// Signatures, two beside each other, the last one at the right; a row is never broken.
pub fn signatures(flow: &mut Flow, signatures: &[Signature]) {
    flow.skip(AROUND.0);
    let column = flow.column();
    let width = column.w / 2.0;
    let style = Type::regular(TEXT);
    // One alone stands at the right.
    let odd = signatures.len() % 2;
    let seats: Vec<Option<&Signature>> = std::iter::repeat_n(None, odd).chain(signatures.iter().map(Some)).collect();
    for row in seats.chunks(2) {
        let lines = row.iter().flatten().map(|signature| signature.above.len()).max().unwrap_or(0) as f32;
        let height = row_of_signatures(lines as usize);
        flow.need(height);
        let top = flow.top();
        for (x, signature) in [column.x, column.x + width].into_iter().zip(row) {
            let Some(signature) = signature else { continue };
            let middle = x + width / 2.0;
            let first = lines - signature.above.len() as f32;
            for (index, words) in signature.above.iter().enumerate() {
                let block = set(flow, words, style, width - 16.0);
                let y = top + (first + index as f32) * line_height(TEXT);
                draw_block(&mut flow.sheet().canvas, &block, middle, y, Anchor::Middle, INK);
            }
            let y = top + lines * line_height(TEXT) + ROOM;
            let name = set(flow, &signature.name, Type::bold(TEXT), width - 16.0);
            let half = if name.lines.is_empty() { 80.0 } else { name.width / 2.0 + 2.0 };
            let rule = y + line_height(TEXT);
            let canvas = &mut flow.sheet().canvas;
            draw_block(canvas, &name, middle, y, Anchor::Middle, INK);
            let dash = if name.lines.is_empty() { 1.5 } else { 0.0 };
            canvas.line((middle - half, rule), (middle + half, rule), RULE, dash, INK);
            let below = set(flow, &signature.below, style, width - 16.0);
            draw_block(&mut flow.sheet().canvas, &below, middle, rule + 2.0, Anchor::Middle, INK);
        }
        flow.advance(height);
        flow.skip(AROUND.1);
    }
}
