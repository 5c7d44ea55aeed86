//! Panels over the delivery screen, never windows of their own. While one is open every key but Esc belongs to it: Tab and the arrows move
//! egui's focus, Enter and Space press, text fields take the rest; only the digits and Enter of "go to" come through the app's drafts.

use egui::{Align, Frame, Layout, Margin, Modal, RichText, Stroke, Ui};

use crate::{
    text::overlays as text,
    ui::{
        drafts::Drafts,
        intent::{Intent, Overlay},
        keymap,
        textures::Textures,
        theme::{self, GRID, RADIUS, size},
        view::{MeetingView, View},
        widgets,
    },
};

mod correct_start;
mod countdown;
mod cut_list;
mod games;
mod go_to;
pub(super) mod hands;
mod head_count;
mod help;
mod late_start;
mod leave;
mod note;
mod overview;
mod recall;

/// Draws the open overlay, if any. Nothing in one moves by itself but a countdown, which the delivery screen repaints for.
pub(super) fn overlay_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let Some(overlay) = meeting.overlay else { return };
    match overlay {
        Overlay::Overview => overview::overview_ui(ui, meeting, textures, out),
        Overlay::GoTo => go_to::go_to_ui(ui, meeting, drafts, textures, out),
        Overlay::CutList => cut_list::cut_list_ui(ui, meeting, drafts, out),
        Overlay::Countdown => countdown::countdown_ui(ui, meeting, drafts, out),
        Overlay::Games => games::games_ui(ui, view, meeting, drafts, textures, out),
        Overlay::Note => note::note_ui(ui, meeting, drafts, out),
        Overlay::HeadCount => head_count::head_count_ui(ui, meeting, drafts, out),
        Overlay::Hands => hands::hands_ui(ui, meeting, drafts, out),
        Overlay::Recall => recall::recall_ui(ui, meeting, drafts, out),
        Overlay::Help => help::help_ui(ui, view, out),
        Overlay::LateStart => late_start::late_start_ui(ui, meeting, out),
        Overlay::CorrectStart => correct_start::correct_start_ui(ui, meeting, out),
        Overlay::Leave => leave::leave_ui(ui, meeting, out),
    }
}

/// Help alone, for screens without a delivery under it.
pub(super) fn help_over(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    help::help_ui(ui, view, out);
}

/// A panel `width` points wide at most, with a title and a way out. A press beside it puts it away too.
fn panel(ui: &Ui, title: &str, width: f32, out: &mut Vec<Intent>, contents: impl FnOnce(&mut Ui, &mut Vec<Intent>)) {
    let c = theme::colours(ui);
    let window = ui.ctx().content_rect();
    let frame = Frame::new()
        .fill(c.card)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(egui::CornerRadius::same(RADIUS + 4))
        .inner_margin(Margin::same(20));
    let width = width.min(window.width() - 40.0) - 40.0;
    let modal = Modal::new(egui::Id::unique(("overlay", title))).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        ui.set_max_height(window.height() - 40.0 - 40.0);
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::keyed(ui, &keymap::hint_anywhere(&Intent::Escape), text::CLOSE, false).clicked() {
                    out.push(Intent::Overlay(None));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = RichText::new(title).font(theme::bold_font(size::TITLE)).color(c.ink);
                    ui.add(egui::Label::new(title).truncate());
                });
            });
        });
        ui.add_space(GRID / 2.0);
        contents(ui, out);
    });
    if modal.backdrop_response.clicked() {
        out.push(Intent::Overlay(None));
    }
}

/// Explains, below a panel's title.
fn lead(ui: &mut Ui, words: &str) {
    let ink = theme::colours(ui).muted;
    ui.add(egui::Label::new(RichText::new(words).font(theme::font(size::SMALL + 2.0)).color(ink)).wrap());
}

/// Carries out a command and puts the panel away.
fn and_close(out: &mut Vec<Intent>, command: crate::engine::command::Command) {
    out.push(Intent::Meeting(command));
    out.push(Intent::Overlay(None));
}

/// True in the first pass of an overlay's or a screen's life: the moment to place the focus.
pub(super) fn just_opened(ui: &Ui, name: &'static str) -> bool {
    let id = egui::Id::unique(("overlay-opened", name));
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let last = data.get_temp_mut_or_insert_with(id, || 0_u64);
        let fresh = pass > *last + 1 || *last == 0;
        *last = pass;
        fresh
    })
}
