//! Laporan: documents made of a closed meeting, what is missing in them, and help with the office's own form.

use egui::{RichText, TextEdit, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        command::Command,
        evidence::{Change, Field, MAX_TOLD_CHARS},
        office::{Flag, ReportData},
    },
    text::{office as text, report as words, siks},
    ui::{
        drafts::{PastForm, PastTab},
        intent::{Document, Intent, OfficeKey, Screen},
        theme::{self, GRID},
        told::{Slot, Typed},
        view::{OfficeView, View},
        widgets,
    },
};

use super::super::{
    parts::{self, Action},
    told::{Of, written_down},
};

/// Draws it.
pub(super) fn report_ui(ui: &mut Ui, view: &View<'_>, of: Of<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    let Some(data) = view.office.report else { return };
    let [mut left, mut right] = parts::halves(ui, 0.42);
    parts::scroll(&mut left, "documents", |ui| {
        documents(ui, of, data, &view.office, form, out);
        ui.add_space(GRID);
        missing(ui, data, form, out);
    });
    parts::scroll(&mut right, "siks", |ui| siks_ui(ui, of, data, &view.office, form, out));
}

fn documents(
    ui: &mut Ui,
    of: Of<'_>,
    data: &ReportData,
    office: &OfficeView<'_>,
    form: &mut PastForm,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::DOCUMENTS);
        number(ui, of, data, form, out);
        if office.office.map.is_none() {
            let c = theme::colours(ui);
            parts::hint(ui, icons::ICON_HELP, text::ASK_FIRST, c.amber, c.amber_soft);
            if Action::primary(text::TO_COUNTING).icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
                out.push(Intent::Go(Screen::Office));
            }
            ui.add_space(GRID);
        }
        let ready = !office.making && office.office.map.is_some();
        for (index, (name, document)) in
            [(text::ACTIVITY, Document::Activity), (text::MONITORING, Document::Monitoring)].into_iter().enumerate()
        {
            ui.label(RichText::new(name));
            let spoken = text::make(name);
            let button = match index {
                0 if office.office.map.is_some() => Action::primary(text::MAKE),
                _ => Action::secondary(text::MAKE),
            };
            if button.icon(icons::ICON_PICTURE_AS_PDF).name(&spoken).enabled(ready).show(ui).clicked() {
                out.push(Intent::Office(OfficeKey::Make(document)));
            }
            ui.add_space(GRID / 2.0);
        }
        ui.label(RichText::new(text::HALF_YEAR));
        ui.horizontal_wrapped(|ui| {
            for (name, propose) in [(text::HALF_YEAR_EMPTY, false), (text::HALF_YEAR_PROPOSED, true)] {
                if Action::secondary(name).enabled(ready).show(ui).clicked() {
                    out.push(Intent::Office(OfficeKey::Make(Document::HalfYear { propose })));
                }
            }
        });
        if office.making {
            widgets::caption(ui, text::MAKING);
        } else if let Some(made) = office.made {
            widgets::caption(ui, made);
        }
    });
}

/// The report's number, counted within its month until somebody writes another; emptied, it is counted again.
fn number(ui: &mut Ui, of: Of<'_>, data: &ReportData, form: &mut PastForm, out: &mut Vec<Intent>) {
    let (kept, _) = siks::told(data, Field::ReportNumber);
    let slot = Slot::Told(Field::ReportNumber);
    let mut typed = form.texts.remove(&slot).unwrap_or_else(|| Typed { words: kept.clone(), ..Typed::default() });
    let response = parts::labelled_field(ui, &mut typed.words, text::REPORT_NUMBER, "", None);
    if typed.words != kept {
        written_down(ui, of, slot, &mut typed, &response, out);
        if response.has_focus() || !slot.stands(of.state, &typed.words) {
            form.texts.insert(slot, typed);
        }
    }
    widgets::caption(ui, text::REPORT_NUMBER_HINT);
    ui.add_space(GRID / 2.0);
}

/// Where something missing is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    Office,
    Roll,
    Evidence,
    Nowhere,
}

const fn leads(flag: Flag) -> Leads {
    match flag {
        Flag::MapNotDecided | Flag::NoFacilitator | Flag::NoRegion | Flag::NoLetterhead => Leads::Office,
        Flag::Unmarked(_) | Flag::LeftOut(_) | Flag::HeadsDiffer(..) => Leads::Roll,
        Flag::NoPhotos | Flag::PhotoWithoutPlace | Flag::NotRated(_) | Flag::NoObstacles | Flag::NoPromise => {
            Leads::Evidence
        }
        _ => Leads::Nowhere,
    }
}

fn missing(ui: &mut Ui, data: &ReportData, form: &mut PastForm, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::MISSING);
        if data.flags.is_empty() {
            widgets::caption(ui, text::COMPLETE);
        }
        for (place, button) in [
            (Leads::Nowhere, ""),
            (Leads::Office, text::TO_OFFICE),
            (Leads::Roll, text::TO_ROLL),
            (Leads::Evidence, text::TO_EVIDENCE),
        ] {
            let flags: Vec<Flag> = data.flags.iter().copied().filter(|flag| leads(*flag) == place).collect();
            for flag in &flags {
                parts::low_row(ui, |ui| {
                    let c = theme::colours(ui);
                    ui.label(RichText::new(icons::ICON_FLAG.codepoint).color(c.amber));
                    ui.add(egui::Label::new(text::flag(*flag)).wrap());
                });
            }
            // The office's data are worth a look even when nothing is missing.
            if (flags.is_empty() && place != Leads::Office) || button.is_empty() {
                continue;
            }
            if Action::secondary(button).icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
                match place {
                    Leads::Roll => form.tab = PastTab::Roll,
                    Leads::Evidence => form.tab = PastTab::Evidence,
                    _ => out.push(Intent::Go(Screen::Office)),
                }
            }
            ui.add_space(GRID / 2.0);
        }
        widgets::caption(ui, &text::as_of(data.as_of));
    });
}

fn siks_ui(
    ui: &mut Ui,
    of: Of<'_>,
    data: &ReportData,
    office: &OfficeView<'_>,
    form: &mut PastForm,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::SIKS);
        widgets::caption(ui, text::SIKS_HINT);
        ui.add_space(GRID / 2.0);
        written(ui, of, data, Field::ActivityName, form, out);
        category(ui, data, office, form, out);
        let hour = |wall: Option<crate::engine::time::Wall>| {
            wall.map(|wall| words::hour(wall.minute_of_day())).unwrap_or_default()
        };
        line(ui, text::DATE, &text::form_date(data.date), form);
        line(ui, text::BEGAN, &hour(data.began), form);
        line(ui, text::ENDED, &hour(data.ended), form);
        line(ui, text::PLACE, data.place.trim(), form);
        let named = data.presenters.iter().filter(|person| !person.name.trim().is_empty());
        for (number, person) in (1..).zip(named) {
            let (name, agency) = text::presenter(number);
            line(ui, &name, person.name.trim(), form);
            line(ui, &agency, person.agency.trim(), form);
        }
        line(ui, text::MEMBERS, &text::members(data), form);
        ui.add_space(GRID);
        written(ui, of, data, Field::Narrative, form, out);
        ui.add_space(GRID);
        parts::subtitle(ui, text::PERIOD);
        widgets::caption(ui, text::PERIOD_HINT);
        ui.add_space(GRID);
        if data.photos.is_empty() {
            widgets::caption(ui, text::NO_PHOTOS);
        } else if Action::secondary(text::PHOTOS_READY)
            .icon(icons::ICON_FOLDER_OPEN)
            .enabled(!office.making)
            .show(ui)
            .clicked()
        {
            out.push(Intent::Office(OfficeKey::Make(Document::Photos)));
        }
    });
}

/// A button that copies; says so until another is pressed.
fn copy(ui: &mut Ui, field: &str, value: &str, form: &mut PastForm) {
    let copied = form.siks.copied.as_deref() == Some(field);
    let (label, icon) = if copied { (text::COPIED, icons::ICON_CHECK) } else { (text::COPY, icons::ICON_CONTENT_COPY) };
    let name = if copied { format!("{} {field}", text::COPIED) } else { text::copy(field) };
    let button = Action::secondary(label).icon(icon).name(&name).enabled(!value.is_empty());
    if button.show(ui).clicked() {
        ui.copy_text(value.to_owned());
        form.siks.copied = Some(field.to_owned());
    }
}

/// A field that is only copied.
fn line(ui: &mut Ui, field: &str, value: &str, form: &mut PastForm) {
    ui.horizontal(|ui| {
        let width = ui.available_width();
        widgets::at_right(ui, |ui| {
            copy(ui, field, value, form);
            ui.allocate_ui_with_layout(
                vec2(ui.available_width().min(width), theme::HIT),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(ui.available_width());
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        widgets::caption(ui, field);
                        let shown = if value.is_empty() { words::NOTHING } else { value };
                        parts::line(ui, RichText::new(shown));
                    });
                },
            );
        });
    });
}

fn category(ui: &mut Ui, data: &ReportData, office: &OfficeView<'_>, form: &mut PastForm, out: &mut Vec<Intent>) {
    line(ui, text::CATEGORY, words::category(data.category), form);
    if let Some(chosen) = super::super::office::category_menu(ui, data.category, &data.label) {
        let mut changed = office.office.clone();
        changed.categories.insert(data.session.as_str().to_owned(), chosen);
        out.push(Intent::Office(OfficeKey::Set { office: Box::new(changed), field: "" }));
    }
}

/// A field that is proposed, can be changed, is counted and kept.
fn written(ui: &mut Ui, of: Of<'_>, data: &ReportData, field: Field, form: &mut PastForm, out: &mut Vec<Intent>) {
    let narrative = field == Field::Narrative;
    let name = if narrative { text::NARRATIVE } else { text::ACTIVITY_NAME };
    let limit = field.form_limit().unwrap_or(usize::MAX);
    let (kept, own) = siks::told(data, field);
    let slot = Slot::Told(field);
    let mut typed = form.texts.remove(&slot).unwrap_or_else(|| Typed { words: kept.clone(), ..Typed::default() });
    ui.horizontal(|ui| {
        parts::subtitle(ui, name);
        widgets::caption(ui, if own { text::OWN_WORDS } else { text::DRAFTED });
    });
    if narrative {
        widgets::caption(ui, text::NARRATIVE_HINT);
    }
    let response = if narrative {
        let edit = TextEdit::multiline(&mut typed.words).desired_width(f32::INFINITY).desired_rows(9);
        let response = ui.add(edit.char_limit(MAX_TOLD_CHARS).margin(egui::Margin::same(GRID as i8)));
        parts::keep_in_view(&response);
        response.accessible_name(name)
    } else {
        parts::field(ui, &mut typed.words, name, "", None)
    };
    let value = typed.words.clone();
    // The draft is nobody's words as long as nobody changes it.
    if value != kept {
        written_down(ui, of, slot, &mut typed, &response, out);
        if response.has_focus() || !slot.stands(of.state, &value) {
            form.texts.insert(slot, typed);
        }
    }
    let length = value.chars().count();
    ui.horizontal(|ui| {
        let c = theme::colours(ui);
        let ink = if length > limit { c.red } else { c.muted };
        parts::words(ui, &text::counted(length, limit), ink);
        if length > limit {
            parts::words(ui, &text::too_long(length - limit), c.red);
        }
        widgets::at_right(ui, |ui| {
            copy(ui, name, &value, form);
            if own && Action::quiet(text::USE_DRAFT).name(&format!("{} {name}", text::USE_DRAFT)).show(ui).clicked() {
                out.push(Intent::Correct(of.id, Command::Evidence(Change::Tell(field, String::new()))));
            }
        });
    });
    ui.add_space(GRID / 2.0);
}
