//! Heads counted in the room: a number, typed or stepped.

use egui::{Ui, vec2};

use crate::{
    engine::command::{Command, MAX_HEADS},
    text::overlays as text,
    ui::{
        console::{
            deliver::{Look, tile},
            parts,
        },
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws it.
pub(super) fn head_count_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    super::panel(ui, text::HEADS, 520.0, out, |ui, out| {
        super::lead(ui, text::HEADS_HOW);
        ui.add_space(GRID);
        let opened = super::just_opened(ui, "heads");
        if opened {
            drafts.heads = meeting.state.heads.map(|heads| heads.to_string()).unwrap_or_default();
        }
        let mut entered = false;
        ui.horizontal(|ui| {
            let step = vec2(72.0, 72.0);
            if tile(ui, step, "", "−1", text::ONE_LESS, Look::Plain).clicked() {
                step_by(drafts, -1);
            }
            let field = egui::TextEdit::singleline(&mut drafts.heads)
                .font(theme::bold_font(size::HUGE))
                .align(egui::Align2::CENTER_CENTER)
                .char_limit(3)
                .desired_width(140.0)
                .min_size(vec2(140.0, 72.0));
            let field = ui.add(field);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, text::HEADS_FIELD));
            if opened {
                field.request_focus();
                parts::select_all(&field, &drafts.heads);
            }
            drafts.heads.retain(|c| c.is_ascii_digit());
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if tile(ui, step, "", "+1", text::ONE_MORE, Look::Plain).clicked() {
                step_by(drafts, 1);
            }
        });
        ui.add_space(GRID);
        let count = drafts.heads.parse::<u16>().ok().filter(|count| *count <= MAX_HEADS);
        ui.add_enabled_ui(count.is_some(), |ui| entered |= widgets::primary(ui, text::SAVE_HEADS).clicked());
        if let Some(count) = count.filter(|_| entered) {
            super::and_close(out, Command::CountHeads(count));
        }
    });
}

fn step_by(drafts: &mut Drafts, by: i32) {
    let now = drafts.heads.parse::<i32>().unwrap_or(0);
    drafts.heads = (now + by).clamp(0, i32::from(MAX_HEADS)).to_string();
}
