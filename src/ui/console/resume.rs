//! The question after a power cut: go on, or leave it.

use egui::{Align, CentralPanel, Frame, Layout, RichText, Ui};
use egui_material_icons::icons;

use crate::{
    text::resume as text,
    ui::{
        intent::Intent,
        theme::{self, GRID, size},
        view::ResumeOffer,
        widgets,
    },
};

use super::parts::{self, Action, GAP};

/// Width of the card.
const WIDTH: f32 = 720.0;

/// Draws it.
pub fn resume_ui(ui: &mut Ui, offer: &ResumeOffer, out: &mut Vec<Intent>) {
    CentralPanel::default().frame(Frame::new().inner_margin(3.0 * GRID)).show(ui, |ui| {
        parts::scroll(ui, "resume", |ui| {
            let width = WIDTH.min(ui.available_width());
            ui.add_space((ui.clip_rect().height() * 0.12).floor());
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.allocate_ui_with_layout(egui::vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    parts::card(ui, |ui| question(ui, offer, out));
                });
            });
        });
    });
}

fn question(ui: &mut Ui, offer: &ResumeOffer, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let (title, safe) =
        if offer.rehearsal { (text::TITLE_REHEARSAL, text::SAFE_REHEARSAL) } else { (text::TITLE, text::SAFE) };
    parts::chip(ui, title, c.amber, c.amber_soft);
    let step = offer.step.as_ref().map(|(number, _)| *number);
    let words = text::question(&offer.title, offer.wall, step, offer.page);
    ui.add(egui::Label::new(RichText::new(words).font(theme::bold_font(size::TITLE))).wrap());
    widgets::caption(ui, &text::of(&offer.group, offer.wall));
    if let Some((number, title)) = &offer.step {
        widgets::caption(ui, &text::step(*number, title));
    }
    ui.add_space(GRID);
    parts::hint(ui, icons::ICON_VERIFIED_USER, safe, c.green, c.green_soft);
    if offer.step.is_some() {
        ui.label(if offer.paused { text::PAUSED } else { text::RUNS });
    }
    if offer.undecodable > 0 {
        parts::hint(ui, icons::ICON_WARNING, &text::undecodable(offer.undecodable), c.amber, c.amber_soft);
    }
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        let yes = Action::primary(text::YES).icon(icons::ICON_PLAY_ARROW).show(ui);
        if ui.memory(|memory| memory.focused().is_none()) {
            yes.request_focus();
        }
        if yes.clicked() {
            out.push(Intent::Resume);
        }
        if Action::secondary(text::NO).show(ui).clicked() {
            out.push(Intent::DeclineResume);
        }
    });
    widgets::caption(ui, if offer.rehearsal { text::NO_HINT_REHEARSAL } else { text::NO_HINT });
}
