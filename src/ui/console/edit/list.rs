//! The list of steps and pages with small pictures; pages are dragged, or moved by keys.

use egui::{DragAndDrop, Id, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::{MaterialIcon, icons};

use super::change;
use crate::{
    engine::{
        draft::{DraftPage, DraftStep, Edit},
        ids::{PageId, StepId},
        scene::Base,
    },
    text::edit as text,
    ui::{
        console::parts::{self, Action},
        drafts::{EditForm, Selected},
        intent::Intent,
        textures::Textures,
        theme::{self, GRID, HIT, size, stage},
        view::EditView,
        widgets,
    },
};

/// Height of a page's row and of its picture in it.
const ROW: f32 = 62.0;
const PICTURE: f32 = 54.0;
/// How far pages stand in from their step.
const INDENT: f32 = 2.0 * GRID;
/// Dragged closer to an edge than this, the list scrolls; by this much a pass.
const EDGE: f32 = 40.0;
const SCROLL: f32 = 14.0;

/// Where a dragged page would land.
struct Landing {
    step: StepId,
    at: usize,
    line: f32,
}

/// Draws it.
pub(super) fn list_ui(
    ui: &mut Ui,
    edit: &EditView<'_>,
    form: &mut EditForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let height = ui.available_height() - HIT - GRID;
    let area = ScrollArea::vertical().id_salt("pages").auto_shrink(false).max_height(height).show(ui, |ui| {
        // Room for the focus ring.
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        rows(ui, edit, form, textures, out)
    });
    if DragAndDrop::has_any_payload(ui.ctx()) {
        scroll_near_edges(ui, area.inner_rect);
    }
    if let Some(landing) = area.inner {
        let c = theme::colours(ui);
        let painter = ui.painter().with_clip_rect(area.inner_rect);
        painter.hline(area.inner_rect.x_range(), landing.line, Stroke::new(4.0, c.accent));
        if ui.input(|input| input.pointer.any_released())
            && let Some(page) = DragAndDrop::take_payload::<PageId>(ui.ctx())
        {
            change(out, Edit::Move { page: PageId::clone(&page), step: landing.step, at: landing.at });
        }
    }
    ui.add_space(GRID);
    ui.horizontal(|ui| {
        if Action::primary(text::ADD_PAGE).icon(icons::ICON_ADD).show(ui).clicked() {
            form.adding = true;
        }
        if Action::secondary(text::ADD_STEP).show(ui).clicked()
            && let Some(after) = current_step(edit, form)
        {
            change(out, Edit::AddStep { after: after.id.clone(), title: text::NEW_STEP.to_owned() });
        }
    });
}

/// The step something is added to or after.
pub(super) fn current_step<'a>(edit: &EditView<'a>, form: &EditForm) -> Option<&'a DraftStep> {
    let steps = &edit.draft.steps;
    match &form.selected {
        Selected::Session => steps.first().map(AsRef::as_ref),
        Selected::Step(step) => edit.draft.step(step),
        Selected::Page(page) => edit.draft.find(page).and_then(|(step, _)| steps.get(step)).map(AsRef::as_ref),
    }
}

fn rows(
    ui: &mut Ui,
    edit: &EditView<'_>,
    form: &mut EditForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<Landing> {
    let mut landing = None;
    session_row(ui, edit, form);
    let mut number = 0;
    for (index, step) in edit.draft.steps.iter().enumerate() {
        let row = step_row(ui, form, index + 1, step);
        if over(ui, &row).is_some() {
            landing = Some(Landing { step: step.id.clone(), at: 0, line: row.rect.bottom() });
        }
        for (at, page) in step.pages.iter().enumerate() {
            number += 1;
            let row = page_row(ui, edit, form, number, page, textures);
            row.dnd_set_drag_payload(page.id.clone());
            if let Some(lower) = over(ui, &row) {
                let line = if lower { row.rect.bottom() } else { row.rect.top() };
                landing = Some(Landing { step: step.id.clone(), at: at + usize::from(lower), line });
            }
            if row.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Delete)) {
                super::page::remove(edit, page, form, out);
            }
        }
        if step.pages.is_empty() {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
            let c = theme::colours(ui);
            write(
                ui,
                rect.min + vec2(INDENT, 0.0),
                rect.width() - INDENT,
                text::NO_PAGES,
                (size::SMALL, false),
                c.muted,
            );
        }
    }
    landing
}

/// While a page is dragged over a row: whether it is over its lower half.
fn over(ui: &Ui, row: &Response) -> Option<bool> {
    row.dnd_hover_payload::<PageId>()?;
    let pointer = ui.input(|input| input.pointer.interact_pos())?;
    Some(pointer.y > row.rect.center().y)
}

fn scroll_near_edges(ui: &Ui, area: Rect) {
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let by = match pointer.y {
        y if y < area.top() + EDGE => SCROLL,
        y if y > area.bottom() - EDGE => -SCROLL,
        _ => return,
    };
    ui.scroll_with_delta(vec2(0.0, by));
    ui.ctx().request_repaint();
}

/// A row of the list that can be selected.
fn row(
    ui: &mut Ui,
    form: &mut EditForm,
    selected: &Selected,
    height: f32,
    indent: f32,
    sense: Sense,
    name: &str,
) -> (Rect, Response) {
    let width = ui.available_width() - GRID;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let rect = Rect::from_min_max(pos2(rect.left() + indent, rect.top()), rect.max);
    // By what it stands for, so that the keyboard stays on it when it moves.
    let response = ui.interact(rect, Id::unique(("edit-row", format!("{selected:?}"))), sense);
    let current = form.selected == *selected && !form.adding;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, name));
    if response.clicked() {
        form.select(selected.clone());
        form.reveal = false;
    }
    if form.reveal && form.selected == *selected {
        response.scroll_to_me(None);
        form.reveal = false;
    }
    parts::keep_in_view(&response);
    let c = theme::colours(ui);
    let fill = match (current, response.hovered()) {
        (true, _) => c.accent_soft,
        (false, true) => c.raised,
        (false, false) => c.card,
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    if current {
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(2.0, c.accent), StrokeKind::Inside);
    }
    widgets::focus_ring(ui, &response);
    (rect, response)
}

/// One line of words, cut where it is too long.
fn write(ui: &Ui, at: egui::Pos2, width: f32, words: &str, (points, bold): (f32, bool), ink: egui::Color32) {
    let font_id = if bold { theme::bold_font(points) } else { theme::font(points) };
    let format = egui::TextFormat { font_id, color: ink, ..Default::default() };
    let mut job = egui::text::LayoutJob::single_section(words.to_owned(), format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, ink);
}

fn icon(ui: &Ui, centre: egui::Pos2, icon: MaterialIcon, ink: egui::Color32) {
    ui.painter().text(centre, egui::Align2::CENTER_CENTER, icon.codepoint, theme::font(20.0), ink);
}

fn session_row(ui: &mut Ui, edit: &EditView<'_>, form: &mut EditForm) {
    let (rect, _) = row(ui, form, &Selected::Session, HIT, 0.0, Sense::click(), text::SESSION);
    let c = theme::colours(ui);
    write(ui, rect.min + vec2(1.5 * GRID, 11.0), rect.width() - 6.0 * GRID, text::SESSION, (size::BODY, false), c.ink);
    if edit.faults.iter().any(|fault| fault.page.is_none()) {
        icon(ui, pos2(rect.right() - 2.0 * GRID, rect.center().y), icons::ICON_WARNING, c.amber);
    }
}

fn step_row(ui: &mut Ui, form: &mut EditForm, number: usize, step: &DraftStep) -> Response {
    let name = text::step_row(number, &step.title, step.minutes);
    let (rect, response) = row(ui, form, &Selected::Step(step.id.clone()), HIT, 0.0, Sense::click(), &name);
    let c = theme::colours(ui);
    let minutes = text::minutes(step.minutes.into());
    let galley = ui.painter().layout_no_wrap(minutes, theme::font(size::SMALL), c.muted);
    let at = pos2(rect.right() - GRID - galley.size().x, rect.center().y - galley.size().y / 2.0);
    let room = at.x - rect.left() - 2.5 * GRID - if step.must { 22.0 } else { 0.0 };
    ui.painter().galley(at, galley, c.muted);
    if step.must {
        icon(ui, pos2(at.x - 14.0, rect.center().y), icons::ICON_LOCK, c.muted);
    }
    let words = format!("{number}. {}", step.title);
    write(ui, rect.min + vec2(1.5 * GRID, 11.0), room, &words, (size::BODY, true), c.ink);
    response
}

fn page_row(
    ui: &mut Ui,
    edit: &EditView<'_>,
    form: &mut EditForm,
    number: usize,
    page: &DraftPage,
    textures: &mut Textures,
) -> Response {
    let name = text::page_row(number, &page.title, page.hidden);
    let (rect, response) = row(ui, form, &Selected::Page(page.id.clone()), ROW, INDENT, Sense::click_and_drag(), &name);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let c = theme::colours(ui);
    let picture = Rect::from_min_size(rect.min + vec2(4.0, 4.0), vec2(PICTURE * 4.0 / 3.0, PICTURE));
    picture_ui(ui, picture, edit, page, textures);
    let ink = if page.hidden { c.muted } else { c.ink };
    let left = picture.right() + 1.5 * GRID;
    let faulty = edit.faults.iter().any(|fault| fault.page.as_ref() == Some(&page.id));
    let signs = [(page.hidden, icons::ICON_VISIBILITY_OFF, c.muted), (faulty, icons::ICON_WARNING, c.amber)];
    let mut right = rect.right() - GRID;
    for (_, sign, colour) in signs.into_iter().filter(|(shown, ..)| *shown) {
        icon(ui, pos2(right - 10.0, rect.center().y), sign, colour);
        right -= 24.0;
    }
    let title = if page.title.is_empty() { page.id.as_str() } else { &page.title };
    write(ui, pos2(left, rect.top() + 10.0), right - left, title, (size::BODY - 1.0, false), ink);
    let below = format!("{number} · {}", text::kind(&page.shows));
    write(ui, pos2(left, rect.top() + 35.0), right - left, &below, (size::SMALL, false), c.muted);
    response.on_hover_cursor(egui::CursorIcon::Grab)
}

/// A page's picture as it was saved last; faint when it is hidden.
pub(super) fn picture_ui(ui: &Ui, rect: Rect, edit: &EditView<'_>, page: &DraftPage, textures: &mut Textures) {
    let c = theme::colours(ui);
    ui.painter().rect_filled(rect, 0.0, stage::PAPER);
    let base = Base::Page(edit.session.clone(), page.id.clone());
    textures.paint(ui, rect, &base, edit.module);
    if page.hidden {
        ui.painter().rect_filled(rect, 0.0, c.card.gamma_multiply(0.7));
    }
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, c.line), StrokeKind::Outside);
}
