//! Data dan salinan: what leaves the laptop, what is copied by itself, the way back.

use egui::{Align, Layout, RichText, Ui};
use egui_material_icons::icons;

use crate::{
    text::data as text,
    ui::{
        intent::{DataKey, Intent, Screen},
        theme::{self, GRID, HIT, size},
        view::{DataView, View},
        widgets,
    },
};

use super::{
    choosing,
    parts::{self, Action, GAP},
};

/// Draws it.
pub fn data_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    let data = view.data.unwrap_or_default();
    if let Some(choosing) = data.choosing {
        choosing::choosing_ui(ui, choosing, |key| out.push(Intent::Import(key)));
        return;
    }
    if parts::head(ui, Some(text::BACK), text::TITLE, |_| {}) {
        out.push(Intent::Go(Screen::Home));
    }
    if let Some(doing) = data.doing {
        foot(ui, data, doing, out);
    }
    parts::body(ui, |ui| {
        outcome(ui, data, out);
        let [mut left, mut right] = parts::halves(ui, 0.5);
        parts::scroll(&mut left, "copies", |ui| {
            copy(ui, data, out);
            ui.add_space(GRID);
            restore(ui, data, out);
        });
        parts::scroll(&mut right, "tables", |ui| {
            recap(ui, data, out);
            ui.add_space(GRID);
            tables(ui, data, out);
            ui.add_space(GRID);
            daily(ui, data, out);
        });
    });
}

/// What is being done, with the way to stop it.
fn foot(ui: &mut Ui, data: DataView<'_>, doing: &str, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        ui.label(doing);
        widgets::at_right(ui, |ui| {
            if data.stoppable && Action::secondary(text::STOP).show(ui).clicked() {
                out.push(Intent::Data(DataKey::Stop));
            }
        });
    });
}

/// How the last of it ended, or the question before a copy is taken back.
fn outcome(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    if let Some((well, words)) = data.told {
        if well {
            parts::hint(ui, icons::ICON_CHECK, words, c.ink, c.accent_soft);
        } else {
            parts::hint(ui, icons::ICON_ERROR, words, c.red, c.red_soft);
        }
        ui.add_space(GRID);
    }
    let Some(question) = data.question.filter(|_| data.doing.is_none()) else { return };
    parts::card(ui, |ui| {
        parts::title(ui, text::QUESTION);
        parts::words(ui, question, c.ink);
        parts::words(ui, text::ASIDE, c.ink);
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            if Action::primary(text::CONFIRM).icon(icons::ICON_RESTORE).show(ui).clicked() {
                out.push(Intent::Data(DataKey::Confirm));
            }
            if Action::secondary(text::DECLINE).show(ui).clicked() {
                out.push(Intent::Data(DataKey::Decline));
            }
        });
    });
    ui.add_space(GAP);
}

/// One thing to do: title, words, a button.
fn card(ui: &mut Ui, title: &str, words: &str, contents: impl FnOnce(&mut Ui)) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, title);
        let c = theme::colours(ui);
        parts::words(ui, words, c.ink);
        ui.add_space(GRID);
        contents(ui);
    });
}

fn copy(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    card(ui, text::COPY_TITLE, text::COPY_WORDS, |ui| {
        widgets::caption(ui, text::PRIVATE);
        ui.add_space(GRID);
        let button = if data.question.is_some() { Action::secondary(text::COPY) } else { Action::primary(text::COPY) };
        if button.icon(icons::ICON_USB).enabled(data.doing.is_none()).show(ui).clicked() {
            out.push(Intent::Data(DataKey::Copy));
        }
    });
}

fn restore(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    card(ui, text::RESTORE_TITLE, text::RESTORE_WORDS, |ui| {
        if let Some(refused) = data.refused {
            widgets::caption(ui, refused);
            ui.add_space(GRID);
        }
        let ready = data.doing.is_none() && data.refused.is_none();
        if Action::secondary(text::RESTORE).icon(icons::ICON_RESTORE).enabled(ready).show(ui).clicked() {
            out.push(Intent::Data(DataKey::Restore));
        }
    });
}

fn recap(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    card(ui, text::RECAP_TITLE, text::RECAP_WORDS, |ui| {
        ui.horizontal(|ui| {
            let free = data.doing.is_none();
            widgets::at_right(ui, |ui| {
                if Action::secondary(text::RECAP).icon(icons::ICON_TABLE_VIEW).enabled(free).show(ui).clicked() {
                    out.push(Intent::Data(DataKey::Recap));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if parts::icon_button(ui, icons::ICON_CHEVRON_LEFT, text::EARLIER, free).clicked() {
                        out.push(Intent::Data(DataKey::Month(-1)));
                    }
                    let later = free && data.later;
                    if parts::icon_button(ui, icons::ICON_CHEVRON_RIGHT, text::LATER, later).clicked() {
                        out.push(Intent::Data(DataKey::Month(1)));
                    }
                    parts::line(ui, RichText::new(data.month).font(theme::bold_font(size::BODY)));
                });
            });
        });
    });
}

fn tables(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    card(ui, text::CSV_TITLE, text::CSV_WORDS, |ui| {
        let free = data.doing.is_none();
        if Action::secondary(text::CSV).icon(icons::ICON_FOLDER_OPEN).enabled(free).show(ui).clicked() {
            out.push(Intent::Data(DataKey::Csv));
        }
    });
}

fn daily(ui: &mut Ui, data: DataView<'_>, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::DAILY_TITLE);
        let Some(copies) = data.copies else {
            widgets::caption(ui, text::LOOKING);
            return;
        };
        if copies.is_empty() {
            widgets::caption(ui, text::NO_COPIES);
            return;
        }
        let c = theme::colours(ui);
        parts::words(ui, &text::daily(copies.len()), c.ink);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (row, day) in copies.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.set_min_height(HIT);
                widgets::at_right(ui, |ui| {
                    let name = text::use_copy(day);
                    let ready = data.doing.is_none() && data.refused.is_none();
                    if Action::quiet(text::USE).name(&name).enabled(ready).show(ui).clicked() {
                        out.push(Intent::Data(DataKey::RestoreDaily(row)));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        parts::line(ui, RichText::new(day));
                    });
                });
            });
        }
    });
}
