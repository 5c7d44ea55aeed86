//! A field that writes itself down: when it is left, or a moment after the last letter. "Tersimpan" only once the journal has it.

use egui::{Margin, Response, RichText, TextEdit, Ui, vec2};

use crate::{
    engine::{command::Command, evidence::MAX_TOLD_CHARS, ids::MeetingId, state::State},
    text::evidence as text,
    ui::{
        drafts::PastForm,
        intent::Intent,
        theme::{self, GRID, HIT, size},
        told::{Slot, Typed},
    },
};

/// What is typed is written down when nothing followed it for this long, seconds.
const REST: f64 = 1.2;

/// The meeting whose evidence is written.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) id: MeetingId,
    pub(super) state: &'a State,
    /// Everything up to this record is on disk.
    pub(super) durable: u64,
}

/// Draws a field with its label and, at the right of it, whether it is saved. `rows` = 1: one line.
pub(super) fn told_ui(
    ui: &mut Ui,
    of: Of<'_>,
    slot: Slot,
    (label, hint): (&str, &str),
    rows: usize,
    form: &mut PastForm,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    let kept = form.texts.entry(slot);
    let typed = kept.or_insert_with(|| Typed { words: slot.standing(of.state).to_owned(), ..Typed::default() });
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    let caption = ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let caption = ui.label(RichText::new(label).font(theme::font(size::SMALL)).color(c.muted));
        let (words, ink) = standing(of, slot, typed, c);
        ui.label(RichText::new(words).font(theme::font(size::SMALL)).color(ink));
        caption
    });
    let limit = match slot {
        Slot::Promise => crate::engine::evidence::MAX_PROMISE_CHARS,
        Slot::Place(_) => crate::engine::evidence::MAX_PLACE_CHARS,
        Slot::Told(_) => MAX_TOLD_CHARS,
    };
    let field = if rows == 1 {
        TextEdit::singleline(&mut typed.words).align(egui::Align2::LEFT_CENTER)
    } else {
        TextEdit::multiline(&mut typed.words).desired_rows(rows)
    };
    let margin = if rows == 1 { 0 } else { GRID as i8 };
    let response = ui.add(
        field
            .hint_text(RichText::new(hint).color(c.muted))
            .char_limit(limit)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, HIT))
            .margin(Margin::symmetric((1.5 * GRID) as i8, margin)),
    );
    let response = response.labelled_by(caption.inner.id);
    super::parts::keep_in_view(&response);
    written_down(ui, of, slot, typed, &response, out);
    // What another hand wrote shows while nobody types here.
    if slot.stands(of.state, &typed.words) && !response.has_focus() {
        slot.standing(of.state).clone_into(&mut typed.words);
    }
}

/// Hands over what was typed into a field once it is left or rests.
pub(super) fn written_down(
    ui: &Ui,
    of: Of<'_>,
    slot: Slot,
    typed: &mut Typed,
    field: &Response,
    out: &mut Vec<Intent>,
) {
    let now = ui.input(|input| input.time);
    if field.changed() {
        typed.changed = Some(now);
    }
    if slot.stands(of.state, &typed.words) {
        (typed.changed, typed.sent) = (None, None);
        return;
    }
    if typed.sent.as_ref() == Some(&typed.words) {
        return;
    }
    let rested = typed.changed.is_none_or(|changed| now - changed >= REST);
    if field.lost_focus() || rested {
        typed.changed = None;
        hand_over(of, slot, typed, out);
    } else {
        ui.ctx().request_repaint_after_secs(REST as f32);
    }
}

/// Hands over whatever was typed and does not stand: the fields are no longer drawn.
pub(super) fn left(of: Of<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    for (slot, typed) in &mut form.texts {
        if !slot.stands(of.state, &typed.words) && typed.sent.as_ref() != Some(&typed.words) {
            hand_over(of, *slot, typed, out);
        }
    }
}

fn hand_over(of: Of<'_>, slot: Slot, typed: &mut Typed, out: &mut Vec<Intent>) {
    typed.sent = Some(typed.words.clone());
    let intent = Intent::Correct(of.id, Command::Evidence(slot.change(&typed.words)));
    if !out.contains(&intent) {
        out.push(intent);
    }
}

fn standing(of: Of<'_>, slot: Slot, typed: &Typed, c: &theme::Colours) -> (&'static str, egui::Color32) {
    let seq = slot.seq(of.state);
    if !slot.stands(of.state, &typed.words) || seq > of.durable {
        (text::SAVING, c.muted)
    } else if seq > 0 && !typed.words.is_empty() {
        (text::SAVED, c.green)
    } else {
        ("", c.muted)
    }
}
