//! The group's yel-yel: its lines, kept for the group or for all, and shown large.

use egui::Ui;

use super::{choice_ui, take_down_ui};
use crate::{
    engine::{
        command::{Command, MAX_YELL_CHARS, MAX_YELL_LINES},
        state::Board,
    },
    text::lots as text,
    ui::{
        drafts::PlayForm,
        intent::{Intent, YellKey},
        theme::{self, size},
        view::MeetingView,
        widgets,
    },
};

/// Controls of the yel-yel.
pub(super) fn yell_ui(ui: &mut Ui, meeting: &MeetingView<'_>, form: &mut PlayForm, out: &mut Vec<Intent>) {
    let kept = meeting.yell;
    let mut all = form.yell_all.unwrap_or(kept.group.is_empty() && !kept.all.is_empty());
    choice_ui(ui, text::YELL_WHOSE, [&meeting.state.setup.group_name, text::YELL_ALL], &mut all);
    form.yell_all = Some(all);
    let (draft, kept_text) =
        if all { (&mut form.yell_for_all, kept.all) } else { (&mut form.yell_of_group, kept.group) };
    let mut lines = draft.clone().unwrap_or_else(|| kept_text.to_owned());
    let field = egui::TextEdit::multiline(&mut lines)
        .font(theme::font(size::BODY + 2.0))
        .hint_text(text::YELL_EXAMPLE)
        .char_limit(MAX_YELL_CHARS)
        .desired_rows(4)
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, text::YELL_TEXT));
    let changed = lines != kept_text;
    *draft = changed.then(|| lines.clone());
    let too_long = lines.lines().filter(|line| !line.trim().is_empty()).count() > MAX_YELL_LINES;
    widgets::caption(ui, &text::yell_limit(MAX_YELL_LINES, MAX_YELL_CHARS));
    let up = matches!(meeting.state.board, Some(Board::Yell(_)));
    let keep = || Intent::Yell(YellKey::Keep { all, text: lines.clone() });
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(!too_long && !lines.trim().is_empty(), |ui| {
            if widgets::primary(ui, text::YELL_SHOW).clicked() {
                if changed {
                    out.push(keep());
                }
                out.push(Intent::Meeting(Command::ShowYell(lines.clone())));
            }
        });
        let label = if changed || kept_text.is_empty() { text::YELL_SAVE } else { text::YELL_SAVED };
        ui.add_enabled_ui(changed && !too_long, |ui| {
            if widgets::secondary(ui, label).clicked() {
                out.push(keep());
            }
        });
        if kept.can_undo && widgets::secondary(ui, text::YELL_UNDO).clicked() {
            out.push(Intent::Yell(YellKey::Undo));
        }
        take_down_ui(ui, up, out);
    });
}
