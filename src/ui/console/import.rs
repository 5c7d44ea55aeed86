//! Adding own material: what the files would become, what is wrong with them, the title; the app does the work.

use egui::{Key, RichText, Ui};
use egui_material_icons::icons;

use crate::{
    text::import as text,
    ui::{
        drafts::Drafts,
        intent::{ImportKey, Intent, Screen},
        theme::{self, GRID, HIT},
        view::{ImportView, View},
        widgets,
    },
};

use super::{
    choosing,
    parts::{self, Action},
};

/// Draws it.
pub fn import_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let import = view.import.unwrap_or_default();
    if let Some(choosing) = import.choosing {
        choosing::choosing_ui(ui, choosing, |key| out.push(Intent::Import(key)));
        return;
    }
    if parts::head(ui, Some(text::BACK), text::TITLE, |_| {}) {
        out.push(Intent::Go(if view.prepare.is_some() { Screen::Catalogue } else { Screen::Home }));
    }
    foot(ui, import, drafts, out);
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.45);
        parts::scroll(&mut left, "how", |ui| {
            parts::card(ui, |ui| how(ui, import, drafts, out));
            if !import.own.is_empty() {
                ui.add_space(GRID);
                parts::card(ui, |ui| own(ui, import, out));
            }
        });
        parts::scroll(&mut right, "files", |ui| {
            // First, since a long list of files would hide it.
            if !import.problems.is_empty() {
                parts::card(ui, |ui| problems(ui, import));
                ui.add_space(GRID);
            }
            parts::card(ui, |ui| files(ui, import, out));
        });
    });
}

fn how(ui: &mut Ui, import: ImportView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    parts::words(ui, text::HOW, c.ink);
    ui.add_space(GRID);
    let free = import.doing.is_none();
    ui.horizontal_wrapped(|ui| {
        if Action::secondary(text::CHOOSE).icon(icons::ICON_FOLDER_OPEN).enabled(free).show(ui).clicked() {
            out.push(Intent::Import(ImportKey::Choose));
        }
        if Action::secondary(text::CHOOSE_PACKED).icon(icons::ICON_UNARCHIVE).enabled(free).show(ui).clicked() {
            out.push(Intent::Import(ImportKey::ChoosePacked));
        }
    });
    ui.add_space(GRID);
    let caption = widgets::caption(ui, text::PATH);
    let typed = |drafts: &Drafts| !drafts.import_path.trim().is_empty();
    let (pressed, entered) = ui
        .horizontal(|ui| {
            widgets::at_right(ui, |ui| {
                let add = Action::secondary(text::ADD).icon(icons::ICON_ADD).enabled(typed(drafts) && free);
                let pressed = add.show(ui).clicked();
                let field = parts::field(ui, &mut drafts.import_path, text::PATH, text::PATH_HINT, None);
                let field = field.labelled_by(caption.id);
                (pressed, field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
            })
        })
        .inner;
    let there = typed(drafts) && free;
    if there && (pressed || entered) {
        out.push(Intent::Import(ImportKey::Add(vec![drafts.import_path.trim().into()])));
    }
}

fn problems(ui: &mut Ui, import: ImportView<'_>) {
    let c = theme::colours(ui);
    parts::subtitle(ui, text::LEFT_OUT);
    for problem in import.problems {
        parts::words(ui, problem, c.ink);
    }
}

/// What was made of own material before, each to be packed.
fn own(ui: &mut Ui, import: ImportView<'_>, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::OWN);
    for (id, title) in import.own {
        ui.horizontal(|ui| {
            ui.set_min_height(HIT);
            widgets::at_right(ui, |ui| {
                let name = text::pack(title);
                let pack = Action::secondary(text::PACK).name(&name).icon(icons::ICON_INVENTORY_2);
                if pack.enabled(import.doing.is_none()).show(ui).on_hover_text(&name).clicked() {
                    out.push(Intent::Import(ImportKey::Pack(id.clone())));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    parts::line(ui, RichText::new(title));
                });
            });
        });
    }
    widgets::caption(ui, text::PACK_HINT);
}

fn files(ui: &mut Ui, import: ImportView<'_>, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::FILES);
    if import.items.is_empty() {
        widgets::caption(ui, text::NO_FILES);
        return;
    }
    for (index, (name, becomes)) in import.items.iter().enumerate() {
        ui.horizontal(|ui| {
            ui.set_min_height(HIT);
            widgets::at_right(ui, |ui| {
                let free = import.doing.is_none();
                if parts::icon_button(ui, icons::ICON_CLOSE, &text::leave_out(name), free).clicked() {
                    out.push(Intent::Import(ImportKey::Remove(index)));
                }
                widgets::caption(ui, becomes);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    parts::line(ui, RichText::new(name));
                });
            });
        });
    }
    ui.add_space(GRID);
    widgets::caption(ui, text::SPREAD);
}

fn foot(ui: &mut Ui, import: ImportView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        if let Some(doing) = import.doing {
            ui.label(doing);
            widgets::at_right(ui, |ui| {
                if Action::secondary(text::STOP).show(ui).clicked() {
                    out.push(Intent::Import(ImportKey::Stop));
                }
            });
            return;
        }
        widgets::at_right(ui, |ui| {
            let ready = !import.items.is_empty() && !drafts.import_title.trim().is_empty();
            let save = Action::primary(text::SAVE).icon(icons::ICON_CHECK).enabled(ready).show(ui).clicked();
            if save {
                out.push(Intent::Import(ImportKey::Save(drafts.import_title.trim().to_owned())));
            }
            ui.add_space(GRID);
            if import.pages > 0 {
                ui.label(text::pages(import.pages));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                if let Some(error) = import.error {
                    let c = theme::colours(ui);
                    parts::words(ui, error, c.red);
                } else if !import.items.is_empty() {
                    let caption = ui.label(text::SESSION_TITLE);
                    parts::field(ui, &mut drafts.import_title, text::SESSION_TITLE, "", None).labelled_by(caption.id);
                }
            });
        });
    });
}
