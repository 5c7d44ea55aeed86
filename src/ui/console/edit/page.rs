//! The selected page: its picture, its title and kind, whether it is shown, its place, its script.

use egui::{Rect, Sense, Ui, vec2};
use egui_material_icons::icons;

use super::{change, list, script};
use crate::{
    engine::draft::{DraftPage, Edit, Shows},
    text::edit as text,
    ui::{
        console::parts::{self, Action},
        drafts::{EditForm, Selected},
        intent::Intent,
        textures::Textures,
        theme::{self, GRID},
        view::EditView,
        widgets,
    },
};

/// The picture's share of the width, and the most of the height.
const PICTURE: f32 = 0.5;
const HEIGHT: f32 = 0.44;

/// Draws it.
pub(super) fn page_ui(
    ui: &mut Ui,
    edit: &EditView<'_>,
    page: &DraftPage,
    form: &mut EditForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let whole = ui.available_size();
    parts::scroll(ui, page.id.as_str(), |ui| {
        let width = (whole.x * PICTURE).min(whole.y * HEIGHT * 4.0 / 3.0).floor();
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(width, (width * 0.75).round()), Sense::hover());
            let picture = Rect::from_min_size(rect.min.round(), rect.size()).shrink(1.0);
            list::picture_ui(ui, picture, edit, page, textures);
            ui.add_space(GRID);
            ui.vertical(|ui| facts(ui, edit, page, form, out));
        });
        for fault in edit.faults.iter().filter(|fault| fault.page.as_ref() == Some(&page.id)) {
            let c = theme::colours(ui);
            parts::hint(ui, icons::ICON_WARNING, &fault.sentence, c.amber, c.amber_soft);
        }
        script::script_ui(ui, page, out);
    });
}

fn facts(ui: &mut Ui, edit: &EditView<'_>, page: &DraftPage, form: &mut EditForm, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    let kind = text::kind(&page.shows);
    match text::file(&page.shows) {
        Some(file) => parts::caption_line(ui, &format!("{kind} · {file}")),
        None => parts::caption_line(ui, &kind),
    };
    let mut title = page.title.clone();
    if parts::labelled_field(ui, &mut title, text::PAGE_TITLE, "", None).changed() {
        change(out, Edit::PageTitle(page.id.clone(), title));
    }
    match &page.shows {
        Shows::Drawn { headline, .. } => {
            let mut words = headline.clone();
            if parts::labelled_field(ui, &mut words, text::HEADLINE, "", None).changed() {
                change(out, Edit::Headline(page.id.clone(), words));
            }
        }
        Shows::Pdf { number, .. } => pdf_number(ui, page, *number, out),
        _ => {}
    }
    ui.add_space(GRID / 2.0);
    ui.horizontal_wrapped(|ui| {
        let hide = Action::secondary(text::HIDE).icon(icons::ICON_VISIBILITY_OFF).selected(page.hidden);
        if hide.show(ui).on_hover_text(text::HIDDEN).clicked() {
            change(out, Edit::Hide(page.id.clone(), !page.hidden));
        }
        for (icon, name, up) in
            [(icons::ICON_ARROW_UPWARD, text::UP, true), (icons::ICON_ARROW_DOWNWARD, text::DOWN, false)]
        {
            let nudge = edit.draft.nudge(&page.id, up);
            if parts::icon_button(ui, icon, name, nudge.is_some()).clicked()
                && let Some(nudge) = nudge
            {
                change(out, nudge);
                form.reveal = true;
            }
        }
        if parts::icon_button(ui, icons::ICON_DELETE, text::REMOVE_PAGE, true).clicked() {
            remove(edit, page, form, out);
        }
    });
    if page.hidden {
        widgets::caption(ui, text::HIDDEN);
    }
}

/// Takes a page away; what stood beside it is selected.
pub(super) fn remove(edit: &EditView<'_>, page: &DraftPage, form: &mut EditForm, out: &mut Vec<Intent>) {
    let step = edit.draft.find(&page.id).and_then(|(step, _)| edit.draft.steps.get(step));
    let beside = edit.draft.beside(&page.id).cloned().map(Selected::Page);
    let next = beside.or_else(|| step.map(|step| Selected::Step(step.id.clone())));
    form.select(next.unwrap_or_default());
    change(out, Edit::RemovePage(page.id.clone()));
}

fn pdf_number(ui: &mut Ui, page: &DraftPage, number: u32, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        ui.label(text::PDF_PAGE);
        if parts::icon_button(ui, icons::ICON_REMOVE, text::PDF_BEFORE, number > 1).clicked() {
            change(out, Edit::Number(page.id.clone(), number - 1));
        }
        ui.label(number.to_string());
        if parts::icon_button(ui, icons::ICON_ADD, text::PDF_AFTER, true).clicked() {
            change(out, Edit::Number(page.id.clone(), number + 1));
        }
    });
}
