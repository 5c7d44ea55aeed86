//! The group's yel-yel: its lines and its sound, kept for the group or for all, and shown large.

use egui::{RichText, Ui};

use super::{choice_ui, take_down_ui};
use crate::{
    engine::{
        command::{Command, MAX_YELL_CHARS, MAX_YELL_LINES},
        state::Board,
    },
    text::{import, lots as text, sound},
    ui::{
        console::choosing as chooser,
        drafts::PlayForm,
        intent::{ClipKey, ImportKey, Intent, YellKey},
        keymap::{self, Context},
        theme::{self, GRID, size},
        view::{ChoosingView, MeetingView},
        widgets,
    },
};

/// Controls of the yel-yel.
pub(super) fn yell_ui(ui: &mut Ui, meeting: &MeetingView<'_>, form: &mut PlayForm, out: &mut Vec<Intent>) {
    let kept = meeting.yell;
    if let Some(choosing) = kept.choosing {
        choosing_ui(ui, choosing, out);
        return;
    }
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
        let label = match (changed || kept_text.is_empty(), kept.saving) {
            (true, _) => text::YELL_SAVE,
            (false, true) => text::YELL_SAVING,
            (false, false) => text::YELL_SAVED,
        };
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
    sound_ui(ui, meeting, all, out);
}

/// The sound beside the lines.
fn sound_ui(ui: &mut Ui, meeting: &MeetingView<'_>, all: bool, out: &mut Vec<Intent>) {
    let kept = meeting.yell;
    let name = if all { kept.all_sound } else { kept.group_sound };
    let c = theme::colours(ui);
    ui.separator();
    ui.horizontal(|ui| {
        ui.label(RichText::new(text::YELL_SOUND).font(theme::bold_font(size::SMALL)));
        let words = match (kept.copying, name) {
            (true, _) => text::COPYING_SOUND,
            (false, "") => text::NO_YELL_SOUND,
            (false, name) => name,
        };
        ui.add(egui::Label::new(RichText::new(words).font(theme::font(size::SMALL)).color(c.ink)).truncate());
    });
    ui.horizontal_wrapped(|ui| {
        let label = if name.is_empty() { text::CHOOSE_SOUND } else { text::OTHER_SOUND };
        ui.add_enabled_ui(!kept.copying, |ui| {
            if widgets::secondary(ui, label).clicked() {
                out.push(Intent::Yell(YellKey::ChooseSound { all }));
            }
            if !name.is_empty() && widgets::secondary(ui, text::REMOVE_SOUND).clicked() {
                out.push(Intent::Yell(YellKey::NoSound { all }));
            }
        });
        if let Some(playing) = meeting.song.filter(|_| matches!(meeting.state.board, Some(Board::Yell(_)))) {
            let intent = Intent::Clip(ClipKey::Toggle);
            let label = if playing { sound::SONG_STOP } else { sound::SONG_PLAY };
            if widgets::keyed(ui, &keymap::hint(Context::Deliver, &intent), label, playing).clicked() {
                out.push(intent);
            }
        }
    });
    if !name.is_empty() {
        let key = keymap::hint(Context::Deliver, &Intent::Clip(ClipKey::Toggle));
        widgets::caption(ui, &text::yell_sound_how(&key));
    }
}

/// Choosing a sound, in place of the lines.
fn choosing_ui(ui: &mut Ui, choosing: ChoosingView<'_>, out: &mut Vec<Intent>) {
    widgets::caption(ui, text::CHOOSE_SOUND_HOW);
    let mut wish = |key| out.push(Intent::Yell(YellKey::Choosing(key)));
    ui.horizontal(|ui| {
        if widgets::secondary(ui, import::LEAVE_CHOOSING).clicked() {
            wish(ImportKey::LeaveChoosing);
        }
        ui.add_enabled_ui(choosing.marked > 0, |ui| {
            if widgets::primary(ui, text::TAKE_SOUND).clicked() {
                wish(ImportKey::Take);
            }
        });
    });
    chooser::up_ui(ui, choosing, &mut wish);
    let height = (ui.ctx().content_rect().height() * 0.45).max(160.0);
    let area = egui::ScrollArea::vertical().id_salt(choosing.folder).max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        chooser::rows_ui(ui, choosing, &mut wish);
        ui.add_space(GRID);
        widgets::caption(ui, import::PLACES);
        chooser::places_ui(ui, choosing, &mut wish);
    });
}
