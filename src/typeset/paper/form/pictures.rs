//! What a form shows of pictures: the letterhead's logo, photos in frames.

use super::{
    super::{Art, Flow, GREY, Inset, Type, block_height, draw_block},
    RULE, TEXT, set,
};
use crate::typeset::{geometry::Area, lines::Block, palette::INK, svg::Anchor};

/// The office's head: a picture at the left, lines in the middle, a double rule below. Nothing without lines and picture.
pub fn letterhead(flow: &mut Flow, logo: Option<Art>, lines: &[String]) {
    const LOGO: f32 = 58.0;
    let column = flow.column();
    if logo.is_none() && lines.is_empty() {
        return;
    }
    let side = if logo.is_some() { LOGO + 10.0 } else { 0.0 };
    let width = column.w - 2.0 * side;
    let blocks: Vec<Block> = (0..)
        .zip(lines)
        .map(|(index, line)| set(flow, line, if index == 0 { Type::bold(14.0) } else { Type::regular(10.0) }, width))
        .collect();
    let words = blocks.iter().map(block_height).sum::<f32>();
    let height = words.max(if logo.is_some() { LOGO } else { 0.0 });
    let top = flow.top();
    if let Some(art) = logo {
        let area = fitting(&art, Area::new(column.x, top, LOGO, height));
        flow.inset(Inset { area, art });
    }
    let mut y = top + (height - words) / 2.0;
    for block in &blocks {
        draw_block(&mut flow.sheet().canvas, block, column.centre().0, y, Anchor::Middle, INK);
        y += block_height(block);
    }
    let y = top + height + 6.0;
    let canvas = &mut flow.sheet().canvas;
    canvas.line((column.x, y), (column.right(), y), 2.2, 0.0, INK);
    canvas.line((column.x, y + 2.8), (column.right(), y + 2.8), 0.7, 0.0, INK);
    flow.advance(height + 9.0);
    flow.skip(10.0);
}

/// The largest box of the picture's shape inside `area`, in its middle.
fn fitting(art: &Art, area: Area) -> Area {
    let (width, height) = match art {
        Art::Pixels { width, height, .. } | Art::Jpeg { width, height, .. } => (*width as f32, *height as f32),
        Art::Svg(_) => (area.w, area.h),
    };
    let scale = (area.w / width.max(1.0)).min(area.h / height.max(1.0));
    let (w, h) = (width * scale, height * scale);
    Area::new(area.x + (area.w - w) / 2.0, area.y + (area.h - h) / 2.0, w, h)
}

/// Photos in frames, three beside each other (two when there are two or four), each with a heading and what is known of it below. A photo
/// that is missing leaves its frame with `broken` in it. `after` is kept free below the last row, see [`Flow::reserve`].
pub fn photos(flow: &mut Flow, photos: Vec<(Option<Art>, String, String)>, broken: &str, after: f32) {
    const GAP: f32 = 12.0;
    let column = flow.column();
    let beside: u8 = if matches!(photos.len(), 1 | 2 | 4) { 2 } else { 3 };
    let width = (column.w - GAP * f32::from(beside - 1)) / f32::from(beside);
    let height = width * if beside == 2 { 0.64 } else { 0.75 };
    let mut photos = photos.into_iter();
    loop {
        let row: Vec<_> = photos.by_ref().take(beside.into()).collect();
        if row.is_empty() {
            flow.reserve(0.0);
            return;
        }
        if photos.len() == 0 {
            flow.reserve(after);
        }
        let words: Vec<(Block, Block)> = row
            .iter()
            .map(|(_, head, stamp)| {
                (set(flow, head, Type::bold(9.5), width), set(flow, stamp, Type::regular(9.0), width))
            })
            .collect();
        let below = words.iter().map(|(head, stamp)| block_height(head) + block_height(stamp)).fold(0.0, f32::max);
        flow.need(height + 4.0 + below);
        let top = flow.top();
        for ((index, (art, _, _)), (head, stamp)) in (0_u8..).zip(row).zip(&words) {
            let x = column.x + f32::from(index) * (width + GAP);
            let frame = Area::new(x, top, width, height);
            if let Some(art) = art {
                // The frame goes round the picture, whatever its shape, so that none lies on its own frame.
                let area = fitting(&art, Area::new(x + RULE, top + RULE, width - 2.0 * RULE, height - 2.0 * RULE));
                let round = Area::new(area.x - RULE, area.y - RULE, area.w + 2.0 * RULE, area.h + 2.0 * RULE);
                flow.sheet().canvas.frame(round, 0.0, RULE, GREY);
                flow.inset(Inset { area, art });
            } else {
                flow.sheet().canvas.frame(frame, 0.0, RULE, GREY);
                let block = set(flow, broken, Type::regular(TEXT), width - 20.0);
                let y = frame.centre().1 - block_height(&block) / 2.0;
                draw_block(&mut flow.sheet().canvas, &block, frame.centre().0, y, Anchor::Middle, GREY);
            }
            let canvas = &mut flow.sheet().canvas;
            draw_block(canvas, head, x, top + height + 4.0, Anchor::Start, INK);
            draw_block(canvas, stamp, x, top + height + 4.0 + block_height(head), Anchor::Start, INK);
        }
        flow.advance(height + 4.0 + below);
        flow.skip(12.0);
    }
}
