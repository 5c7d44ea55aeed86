//! Field notes: write one, see and take back those of this meeting.

use egui::{Align, Key, Layout, Modifiers, RichText, ScrollArea, Ui, vec2};

use crate::{
    engine::command::{Command, MAX_NOTE_CHARS},
    text::overlays as text,
    ui::{
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn note_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    super::panel(ui, text::NOTES, 720.0, out, |ui, out| {
        // Before the field sees it, or it would become a new line.
        let mut save = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let field = egui::TextEdit::multiline(&mut drafts.note)
            .font(theme::font(size::BODY))
            .hint_text(text::NOTE_HINT)
            .char_limit(MAX_NOTE_CHARS)
            .desired_rows(3)
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, text::NOTE_FIELD));
        if super::just_opened(ui, "note") {
            field.request_focus();
        }
        let empty = drafts.note.trim().is_empty();
        ui.horizontal(|ui| {
            ui.add_enabled_ui(!empty, |ui| save |= widgets::primary(ui, text::SAVE_NOTE).clicked());
            widgets::caption(ui, text::SAVE_KEY);
        });
        if save && !empty {
            // The app empties the field once the note is written down; a refused one stays here to be changed.
            super::and_close(out, Command::AddNote(drafts.note.trim().to_owned()));
        }
        ui.separator();
        notes_ui(ui, meeting, out);
    });
}

/// Newest first.
fn notes_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let state = meeting.state;
    if state.notes.iter().all(|note| note.removed) {
        super::lead(ui, text::NO_NOTES);
        return;
    }
    let height = (ui.ctx().content_rect().height() * 0.4).max(120.0);
    ScrollArea::vertical().id_salt("notes").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (index, note) in state.notes.iter().enumerate().rev().filter(|(_, note)| !note.removed) {
            let step = state.sheet.steps.get(usize::from(note.step)).map_or("", |step| step.title.as_str());
            widgets::caption(ui, &text::note_origin(note.wall.minute_of_day(), step));
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), Layout::right_to_left(Align::Min), |ui| {
                ui.add_space(GRID);
                let remove = widgets::secondary(ui, text::REMOVE);
                let name = text::remove_note(&note.text);
                remove.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if remove.clicked() {
                    out.push(Intent::Meeting(Command::RemoveNote(index as u16)));
                }
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    let words = RichText::new(&note.text).font(theme::font(size::BODY)).color(c.ink);
                    ui.add(egui::Label::new(words).wrap());
                });
            });
            ui.add_space(GRID / 2.0);
        }
    });
}
