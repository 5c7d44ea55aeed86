//! Notices: what is wrong or worth knowing, above every screen, never modal.

use egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui};
use egui_material_icons::icons;

use crate::{
    text::notices as text,
    ui::{
        intent::Intent,
        keymap,
        theme::{self, GRID, HIT, size},
        view::{Level, Notice, View},
        widgets,
    },
};

use super::parts::Action;

/// Most height all notices take together; more of them scroll.
const TALLEST: f32 = 3.0 * (HIT + 2.0 * GRID);

/// Draws it: the loudest first, among equals the oldest.
pub fn notices_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    if view.notices.is_empty() {
        return;
    }
    let mut notices: Vec<&Notice> = view.notices.iter().collect();
    notices.sort_by_key(|notice| match notice.level {
        Level::Trouble => 0,
        Level::Warning => 1,
        Level::Info => 2,
    });
    Panel::top("notices").frame(Frame::new()).show_separator_line(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ScrollArea::vertical().max_height(TALLEST).min_scrolled_height(TALLEST).show(ui, |ui| {
            for notice in notices {
                notice_ui(ui, notice, out);
            }
        });
    });
}

fn notice_ui(ui: &mut Ui, notice: &Notice, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let (icon, word, ink, ground) = match notice.level {
        Level::Info => (icons::ICON_INFO, text::INFO, c.accent, c.accent_soft),
        Level::Warning => (icons::ICON_WARNING, text::WARNING, c.amber, c.amber_soft),
        Level::Trouble => (icons::ICON_ERROR, text::TROUBLE, c.red, c.red_soft),
    };
    let margin = Margin::symmetric((3.0 * GRID) as i8, (GRID / 2.0) as i8);
    Frame::new().fill(ground).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(HIT);
        ui.horizontal(|ui| {
            ui.label(RichText::new(icon.codepoint).font(theme::font(size::TITLE)).color(ink));
            ui.label(RichText::new(word).font(theme::bold_font(size::BODY)).color(ink));
            widgets::at_right(ui, |ui| {
                if !notice.permanent {
                    let name = text::dismiss(&notice.text);
                    if Action::quiet(text::DISMISS).icon(icons::ICON_CLOSE).name(&name).show(ui).clicked() {
                        out.push(Intent::DismissNotice(notice.id));
                    }
                }
                // At the right edge the last comes first.
                for (label, intent) in notice.other.iter().chain(&notice.action) {
                    let key = keymap::hint_anywhere(intent);
                    let pressed = if key.is_empty() {
                        Action::secondary(label).show(ui)
                    } else {
                        widgets::keyed(ui, &key, label, false)
                    };
                    if pressed.clicked() {
                        out.push(intent.clone());
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(&notice.text).color(c.ink)).wrap());
                });
            });
        });
    });
}
