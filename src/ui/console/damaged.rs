//! The database was damaged: what is safe, which copy to go on with.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    text::damaged as text,
    ui::{
        intent::Intent,
        theme::{self, GRID},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action, GAP};

/// Draws it.
pub fn damaged_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    parts::head(ui, None, text::TITLE, |_| {});
    parts::body(ui, |ui| {
        parts::scroll(ui, "damaged", |ui| {
            let Some(damaged) = &view.damaged else { return };
            parts::card(ui, |ui| {
                ui.label(text::LEAD);
                let path = damaged.set_aside.display().to_string();
                ui.add(egui::Label::new(RichText::new(path).font(theme::bold_font(theme::size::BODY))).wrap());
            });
            ui.add_space(GRID);
            parts::card(ui, |ui| {
                if damaged.copies.is_empty() {
                    ui.label(text::NO_COPIES);
                } else {
                    parts::title(ui, text::COPIES);
                    widgets::caption(ui, text::COPIES_HINT);
                }
                for (index, copy) in damaged.copies.iter().enumerate() {
                    copy_row(ui, index, copy, out);
                }
                ui.add_space(GAP);
                let empty = if damaged.copies.is_empty() {
                    Action::primary(text::EMPTY)
                } else {
                    Action::secondary(text::EMPTY)
                };
                if empty.show(ui).clicked() {
                    out.push(Intent::StartEmpty);
                }
            });
        });
    });
}

fn copy_row(ui: &mut Ui, index: usize, copy: &str, out: &mut Vec<Intent>) {
    ui.separator();
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            let name = text::use_copy(copy);
            let button = if index == 0 {
                Action::primary(text::USE_NEWEST).icon(icons::ICON_RESTORE)
            } else {
                Action::secondary(text::USE).name(&name)
            };
            if button.show(ui).clicked() {
                out.push(Intent::UseCopy(index));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                parts::line(ui, RichText::new(copy));
            });
        });
    });
}
