//! Data laporan: what is set once and printed on every report; saved as it is typed.

use egui::{RichText, TextEdit, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{
        office::{Category, MAX_LETTERHEAD, MAX_SIGNATORIES, Office, OfficeMap, OfficeMark, Signatory},
        session::Module,
    },
    text::{office as text, report as words},
    ui::{
        drafts::{Drafts, OfficeForm},
        intent::{Intent, OfficeKey, Screen},
        theme::{self, GRID},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

const MODULES: [Module; 7] = [Module::M1, Module::M2, Module::M3, Module::M4, Module::M5, Module::M6, Module::Adaptive];

/// Draws it.
pub fn office_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let form = &mut drafts.office;
    let mut undo = false;
    let back = parts::head(ui, Some(text::BACK), text::TITLE, |ui| {
        undo = Action::secondary(text::UNDO).icon(icons::ICON_UNDO).enabled(view.office.can_undo).show(ui).clicked();
        if let Some(saved) = view.office.saved {
            widgets::caption(ui, if saved { text::SAVED } else { text::SAVING });
        }
    });
    if back {
        out.push(Intent::Go(view.office.back.map_or(Screen::Home, Screen::Past)));
    }
    if undo {
        form.letterhead = None;
        out.push(Intent::Office(OfficeKey::Undo));
    }
    let mut office = view.office.office.clone();
    let mut field = "";
    parts::body(ui, |ui| {
        widgets::caption(ui, text::HINT);
        ui.add_space(GRID);
        let [mut left, mut right] = parts::halves(ui, 0.5);
        parts::scroll(&mut left, "who", |ui| {
            counting(ui, &mut office);
            ui.add_space(GRID);
            people(ui, &mut office, &mut field);
        });
        parts::scroll(&mut right, "paper", |ui| {
            letterhead(ui, &mut office, form, &mut field, out);
            ui.add_space(GRID);
            signatories(ui, &mut office, &mut field);
            ui.add_space(GRID);
            categories(ui, &mut office);
        });
    });
    if office != *view.office.office && !undo {
        out.push(Intent::Office(OfficeKey::Set { office: Box::new(office), field }));
    }
}

fn typed(ui: &mut Ui, value: &mut String, label: &'static str, field: &mut &'static str) {
    if parts::labelled_field(ui, value, label, "", None).changed() {
        *field = label;
    }
}

fn people(ui: &mut Ui, office: &mut Office, field: &mut &'static str) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::FACILITATOR);
        typed(ui, &mut office.facilitator, text::NAME, field);
        typed(ui, &mut office.nip, text::NIP, field);
        typed(ui, &mut office.phone, text::PHONE, field);
        typed(ui, &mut office.team_leader, text::TEAM_LEADER, field);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::REGION);
        typed(ui, &mut office.district, text::DISTRICT, field);
        typed(ui, &mut office.regency, text::REGENCY, field);
        typed(ui, &mut office.province, text::PROVINCE, field);
    });
}

fn letterhead(
    ui: &mut Ui,
    office: &mut Office,
    form: &mut OfficeForm,
    field: &mut &'static str,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::LETTERHEAD);
        let caption = widgets::caption(ui, text::LINES);
        let mut lines = form.letterhead.take().unwrap_or_else(|| office.letterhead.join("\n"));
        let muted = theme::colours(ui).muted;
        let edit = TextEdit::multiline(&mut lines)
            .desired_width(f32::INFINITY)
            .desired_rows(3)
            .hint_text(RichText::new(text::LINES_HINT).color(muted))
            .margin(egui::Margin::same(GRID as i8));
        let response = ui.add(edit).labelled_by(caption.id);
        parts::keep_in_view(&response);
        let response = response.accessible_name(text::LETTERHEAD);
        if response.changed() {
            office.letterhead = lines.lines().take(MAX_LETTERHEAD).map(str::to_owned).collect();
            *field = text::LETTERHEAD;
        }
        if response.has_focus() {
            form.letterhead = Some(lines);
        }
        ui.add_space(GRID);
        if !office.logo.is_empty() {
            ui.horizontal(|ui| {
                ui.label(text::HAS_LOGO);
                if Action::quiet(text::NO_LOGO).show(ui).clicked() {
                    office.logo.clear();
                }
            });
        }
        parts::labelled_field(ui, &mut form.logo, text::LOGO, "", None);
        let path = form.logo.trim().trim_matches('"').to_owned();
        if Action::secondary(text::TAKE_LOGO).icon(icons::ICON_IMAGE).enabled(!path.is_empty()).show(ui).clicked() {
            out.push(Intent::Office(OfficeKey::TakeLogo(path.into())));
        }
    });
}

fn signatories(ui: &mut Ui, office: &mut Office, field: &mut &'static str) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::SIGNATORIES);
        widgets::caption(ui, text::SIGNATORIES_HINT);
        let mut gone = None;
        for (index, who) in office.signatories.iter_mut().enumerate() {
            ui.push_id(("signatory", index), |ui| {
                let number = index + 1;
                for (label, hint, value) in [
                    (text::ROLE, text::ROLE_HINT, &mut who.role),
                    (text::NAME, "", &mut who.name),
                    (text::NIP, "", &mut who.nip),
                ] {
                    widgets::caption(ui, label);
                    if parts::field(ui, value, &text::of_signatory(label, number), hint, None).changed() {
                        *field = label;
                    }
                }
                let remove = text::remove_signatory(number);
                if parts::icon_button(ui, icons::ICON_DELETE, &remove, true).clicked() {
                    gone = Some(index);
                }
            });
            ui.separator();
        }
        if let Some(index) = gone {
            office.signatories.remove(index);
        }
        let room = office.signatories.len() < MAX_SIGNATORIES;
        if room && Action::quiet(text::ADD_SIGNATORY).icon(icons::ICON_PERSON_ADD).show(ui).clicked() {
            office.signatories.push(Signatory::default());
        }
    });
}

/// The table, decided by a press of its own; afterwards every choice counts at once.
fn counting(ui: &mut Ui, office: &mut Office) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::COUNTING);
        let c = theme::colours(ui);
        let decided = office.map.is_some();
        if decided {
            widgets::caption(ui, text::DECIDED);
        } else {
            parts::hint(ui, icons::ICON_HELP, text::COUNTING_HINT, c.amber, c.amber_soft);
        }
        let mut map = office.counting();
        let before = map;
        row(ui, text::EXCUSED, &mut map.excused, &OfficeMark::ALL);
        row(ui, text::REPRESENTED, &mut map.represented, &OfficeMark::ALL);
        row(ui, text::UNMARKED, &mut map.unmarked, &OfficeMark::ALL);
        row(ui, text::WALK_IN, &mut map.walk_in, &OfficeMark::FOR_GUESTS);
        if map != before {
            office.map = Some(map);
        }
        if !decided && Action::primary(text::DECIDE).icon(icons::ICON_CHECK).show(ui).clicked() {
            office.map = Some(OfficeMap { ..map });
        }
    });
}

fn row(ui: &mut Ui, name: &str, value: &mut OfficeMark, choices: &[OfficeMark]) {
    ui.label(RichText::new(name));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        for mark in choices {
            let label = words::mark(*mark);
            let spoken = text::counted_as(name, label);
            if Action::secondary(label).name(&spoken).selected(*value == *mark).show(ui).clicked() {
                *value = *mark;
            }
        }
    });
}

fn categories(ui: &mut Ui, office: &mut Office) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::CATEGORIES);
        widgets::caption(ui, text::CATEGORIES_HINT);
        for module in MODULES {
            ui.add_space(GRID / 2.0);
            let name = words::module(module);
            ui.label(RichText::new(name));
            let now = office.category(&"".into(), module);
            if let Some(chosen) = category_menu(ui, now, name) {
                office.choose_for_module(module, chosen);
            }
        }
    });
}

/// A menu of the six matters; the one chosen now, if one was.
pub(super) fn category_menu(ui: &mut Ui, now: Category, of: &str) -> Option<Category> {
    let mut chosen = None;
    let label = siks_short(words::category(now));
    let name = format!("{}: {of}", text::CATEGORY);
    Action::secondary(&label).icon(icons::ICON_ARROW_DROP_DOWN).name(&name).menu(ui, |ui| {
        for category in Category::ALL {
            if Action::quiet(words::category(category)).selected(category == now).show(ui).clicked() {
                chosen = Some(category);
                ui.close();
            }
        }
    });
    chosen.filter(|category| *category != now)
}

/// Short enough for a button.
fn siks_short(words: &str) -> String {
    crate::text::siks::shortened(words, 52)
}
