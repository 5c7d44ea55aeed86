//! Writing a script: the words of its notation put in by a press, and shown apart from what they introduce.

use egui::{
    Id, Margin, ScrollArea, TextEdit, TextFormat, Ui,
    text::{CCursor, CCursorRange, LayoutJob},
    text_edit::TextEditState,
};

use super::change;
use crate::{
    engine::draft::{DraftPage, Edit},
    text::edit as text,
    ui::{
        console::parts::Action,
        intent::Intent,
        theme::{self, Colours, GRID, size},
    },
};

/// Draws the buttons and the box, which takes the height that is left but is no lower than this.
const LEAST: f32 = 130.0;

/// Draws it.
pub(super) fn script_ui(ui: &mut Ui, page: &DraftPage, out: &mut Vec<Intent>) {
    let id = Id::unique(("edit-script", page.id.as_str()));
    let mut script = page.script.clone();
    let put_in = buttons(ui, id, &mut script);
    let mut changed = put_in;
    let height = (ui.available_height() - GRID).max(LEAST);
    ScrollArea::vertical().id_salt(id.with("scroll")).auto_shrink(false).max_height(height).show(ui, |ui| {
        let c = theme::colours(ui);
        let mut layouter = |ui: &Ui, words: &dyn egui::TextBuffer, width: f32| {
            let mut job = marked(words.as_str(), c);
            job.wrap.max_width = width;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let hint = egui::RichText::new(text::SCRIPT_HINT).color(c.muted);
        let response = ui.add(
            TextEdit::multiline(&mut script)
                .id(id)
                .hint_text(hint)
                .desired_width(f32::INFINITY)
                .min_size(egui::vec2(0.0, height - 4.0))
                .margin(Margin::same((1.5 * GRID) as i8))
                .layouter(&mut layouter),
        );
        changed |= response.changed();
        if put_in {
            // Not before it is drawn: a press beside it takes the keyboard away from it.
            response.request_focus();
        }
        response.accessible_name(text::SCRIPT);
    });
    if changed {
        change(out, Edit::Script(page.id.clone(), script));
    }
}

/// True when a press has put a word in.
fn buttons(ui: &mut Ui, id: Id, script: &mut String) -> bool {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = GRID;
        for word in text::NOTATION {
            if Action::secondary(word).show(ui).clicked() {
                pressed = Some(word);
            }
        }
    });
    let Some(word) = pressed else { return false };
    let word = if text::NOTATION.last() == Some(&word) { text::CONDITION } else { word };
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let at = state.cursor.char_range().map(|range| range.primary.index);
    let (whole, cursor) = with_word(script, at.map(|at| at.0), word);
    *script = whole;
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
    state.store(ui.ctx(), id);
    true
}

/// `script` with `word: ` on a line of its own after the line of the cursor (a letter's place; none = the end), and where to write on.
fn with_word(script: &str, cursor: Option<usize>, word: &str) -> (String, usize) {
    let byte = |letter: usize| script.char_indices().nth(letter).map_or(script.len(), |(at, _)| at);
    let at = cursor.map_or(script.len(), byte);
    let end = script.get(at..).and_then(|rest| rest.find('\n')).map_or(script.len(), |found| at + found);
    let (head, tail) = script.split_at_checked(end).unwrap_or((script, ""));
    let fresh = head.is_empty() || head.ends_with('\n');
    let begun = format!("{head}{}{word}: ", if fresh { "" } else { "\n" });
    let cursor = begun.chars().count();
    (begun + tail, cursor)
}

/// The notation's words stand out.
fn marked(script: &str, c: &Colours) -> LayoutJob {
    let plain = TextFormat { font_id: theme::font(size::BODY), color: c.ink, ..TextFormat::default() };
    let word = TextFormat { font_id: theme::bold_font(size::BODY), color: c.accent, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    for line in script.split_inclusive('\n') {
        let head = line.find(':').map_or("", |colon| line.get(..=colon).unwrap_or_default());
        let first = head.trim_end_matches(':').trim_end();
        let known = text::NOTATION.contains(&first) || first.starts_with("Kalau ");
        let (head, rest) = line.split_at(if known { head.len() } else { 0 });
        if !head.is_empty() {
            job.append(head, 0.0, word.clone());
        }
        job.append(rest, 0.0, plain.clone());
    }
    if script.is_empty() {
        job.append("", 0.0, plain);
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_on_a_line_of_its_own_and_writing_goes_on_behind_it() {
        for (script, cursor, whole) in [
            ("", None, "Tanyakan: |"),
            ("Katakan: Halo é.", Some(3), "Katakan: Halo é.\nTanyakan: |"),
            ("Katakan: Halo.\n", None, "Katakan: Halo.\nTanyakan: |"),
            ("Katakan: Halo.\nLakukan: Tunjuk.", Some(9), "Katakan: Halo.\nTanyakan: |\nLakukan: Tunjuk."),
            ("Katakan: Halo.\n\nLakukan: Tunjuk.", Some(15), "Katakan: Halo.\nTanyakan: |\nLakukan: Tunjuk."),
            ("a", Some(99), "a\nTanyakan: |"),
        ] {
            let (text, at) = with_word(script, cursor, "Tanyakan");
            let byte = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
            assert_eq!(format!("{}|{}", &text[..byte], &text[byte..]), whole);
        }
    }

    #[test]
    fn every_letter_is_shown_and_only_the_notation_is_marked() {
        let script = "Katakan: Halo.\nAda tiga: satu.\nKalau diam: Tunggu.\n";
        let job = marked(script, &theme::DAY);
        assert_eq!(job.text, script);
        let bold: Vec<&str> = job
            .sections
            .iter()
            .filter(|section| section.format.color == theme::DAY.accent)
            .map(|section| &job.text[section.byte_range.start.0..section.byte_range.end.0])
            .collect();
        assert_eq!(bold, ["Katakan:", "Kalau diam:"]);
    }
}
