//! The list of members: one compact row each, those who left the programme in a fold. What is selected opens beside it; who is ticked can be
//! moved together.

use std::collections::HashMap;

use egui::{Align2, CornerRadius, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        ids::GroupId,
        roster::{MAX_PARTICIPANTS, Member, Standing, clean_name},
    },
    text::{group as text, roster as words},
    ui::{
        console::parts::{self, Action},
        drafts::{GroupForm, GroupPart},
        intent::{Intent, RosterKey},
        theme::{self, GRID, HIT, RADIUS, size},
        view::View,
        widgets,
    },
};

/// More than this is advised against by the programme (15–30 invited).
const ADVISED: usize = 30;
/// Width of a row's number.
const NUMBER: f32 = 36.0;
/// Side of a tick's box.
const BOX: f32 = 20.0;
/// The icon of the empty list, points.
const EMPTY_ICON: f32 = 64.0;

/// Called up at meetings.
pub(super) fn is_active(member: &Member) -> bool {
    member.standing == Standing::Active
}

/// Draws it.
pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, form: &mut GroupForm, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        if form.ticked.is_empty() {
            heading(ui, form, out);
        } else {
            ticked(ui, view, form, out);
        }
        let count = form.edit.members.len();
        if count == 0 {
            let muted = theme::colours(ui).muted;
            ui.add_space(4.0 * GRID);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new(icons::ICON_GROUPS.codepoint).font(theme::font(EMPTY_ICON)).color(muted));
                parts::words(ui, text::LIST_EMPTY, muted);
            });
            return;
        }
        let c = theme::colours(ui);
        if count >= MAX_PARTICIPANTS {
            parts::hint(ui, icons::ICON_WARNING, &text::full(MAX_PARTICIPANTS), c.amber, c.amber_soft);
        }
        let active = form.edit.members.iter().filter(|member| is_active(member)).count();
        let advice = if active > ADVISED { text::many(ADVISED) } else { String::new() };
        widgets::caption(ui, format!("{} {advice}", text::count(active)).trim_end());
        parts::scroll(ui, "members", |ui| rows(ui, form, out));
    });
}

/// The group itself, and new names.
fn heading(ui: &mut Ui, form: &mut GroupForm, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let facts = form.selected == GroupPart::Facts;
        if Action::secondary(text::FACTS).icon(icons::ICON_GROUPS).selected(facts).show(ui).clicked() {
            super::select(form, GroupPart::Facts, out);
        }
        let names = form.selected == GroupPart::Names;
        let add = Action::secondary(text::ADD_SHORT).icon(icons::ICON_GROUP_ADD).name(text::ADD_MEMBERS);
        if add.selected(names).show(ui).clicked() {
            super::select(form, GroupPart::Names, out);
        }
    });
}

/// What can be done with who is ticked.
fn ticked(ui: &mut Ui, view: &View<'_>, form: &mut GroupForm, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        parts::words(ui, &text::ticked(form.ticked.len()), theme::colours(ui).ink);
        widgets::at_right(ui, |ui| {
            if parts::icon_button(ui, icons::ICON_CLOSE, text::UNTICK, true).clicked() {
                form.ticked.clear();
            }
            let targets = targets(view, form);
            let possible = !targets.is_empty() && super::problem(form).is_none();
            Action::secondary(text::MOVE).icon(icons::ICON_DRIVE_FILE_MOVE).enabled(possible).menu(ui, |ui| {
                for (id, name) in &targets {
                    if Action::quiet(name).show(ui).clicked() {
                        let who = form.ticked.iter().copied().collect();
                        let edit = super::tidied(&form.edit);
                        out.push(Intent::Roster(RosterKey::Move { edit, who, to: *id }));
                    }
                }
            });
        });
    });
}

/// Groups that members of this one can go to; none for the demo group, which can be removed at any time.
pub(super) fn targets(view: &View<'_>, form: &GroupForm) -> Vec<(GroupId, String)> {
    let here = view.groups.iter().find(|group| Some(group.id) == form.edit.id);
    if here.is_none_or(|group| group.demo) {
        return Vec::new();
    }
    let others = view.groups.iter().filter(|group| !group.demo && Some(group.id) != form.edit.id);
    others.map(|group| (group.id, group.name.clone())).collect()
}

fn rows(ui: &mut Ui, form: &mut GroupForm, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut times: HashMap<String, usize> = HashMap::new();
    for member in &form.edit.members {
        *times.entry(clean_name(&member.name).to_lowercase()).or_default() += 1;
    }
    let members = std::mem::take(&mut form.edit.members);
    let twice = |member: &Member| times.get(&clean_name(&member.name).to_lowercase()).is_some_and(|times| *times > 1);
    let mut pressed = None;
    for (index, member) in members.iter().filter(|member| is_active(member)).enumerate() {
        if row(ui, index + 1, member, twice(member), form) {
            pressed = Some(member.id);
        }
    }
    let inactive = members.iter().filter(|member| !is_active(member)).count();
    if inactive > 0 {
        let icon = if form.inactive { icons::ICON_EXPAND_LESS } else { icons::ICON_EXPAND_MORE };
        let selected = form.member().is_some_and(|id| members.iter().any(|m| m.id == id && !is_active(m)));
        if Action::quiet(&text::inactive(inactive)).icon(icon).show(ui).clicked() {
            form.inactive = !form.inactive;
        }
        if form.inactive || selected {
            for (index, member) in members.iter().filter(|member| !is_active(member)).enumerate() {
                if row(ui, index + 1, member, twice(member), form) {
                    pressed = Some(member.id);
                }
            }
        }
    }
    form.edit.members = members;
    form.reveal = false;
    if let Some(id) = pressed {
        super::select(form, GroupPart::Member(id), out);
    }
}

/// One row; true when it was pressed. Painted by hand: fifty rows of widgets would cost more than the whole rest of the screen.
fn row(ui: &mut Ui, number: usize, member: &Member, twice: bool, form: &mut GroupForm) -> bool {
    let c = theme::colours(ui);
    let selected = form.member() == Some(member.id);
    let leader = form.edit.leader == Some(member.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HIT), Sense::hover());
    let tick_rect = Rect::from_min_size(rect.min, vec2(HIT, HIT));
    let tick = ui.interact(tick_rect, ui.scope_id().with(("tick", member.id)), Sense::click());
    let body_rect = Rect::from_min_max(pos2(tick_rect.right(), rect.top()), rect.max);
    let body = ui.interact(body_rect, ui.scope_id().with(("row", member.id)), Sense::click());
    let ticked = form.ticked.contains(&member.id);
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, text::tick(&member.name)));
    body.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, words::row(number, member, leader, twice)));
    if tick.clicked() && !form.ticked.remove(&member.id) {
        form.ticked.insert(member.id);
    }
    if form.reveal && selected {
        response.scroll_to_me(None);
    }
    for part in [&tick, &body] {
        parts::keep_in_view(part);
    }
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if selected || body.hovered() {
            let fill = if selected { c.accent_soft } else { c.raised };
            painter.rect_filled(body_rect, CornerRadius::same(RADIUS / 2), fill);
        }
        let square = Rect::from_center_size(tick_rect.center(), vec2(BOX, BOX));
        let (fill, line) = if ticked { (c.accent, c.accent) } else { (c.card, c.muted) };
        painter.rect(square, CornerRadius::same(4), fill, Stroke::new(1.5, line), StrokeKind::Inside);
        if ticked {
            let mark = icons::ICON_CHECK.codepoint;
            painter.text(square.center(), Align2::CENTER_CENTER, mark, theme::font(size::BODY), c.on_accent);
        }
        let middle = rect.center().y;
        let number_at = pos2(body_rect.left() + NUMBER - GRID / 2.0, middle);
        painter.text(number_at, Align2::RIGHT_CENTER, number.to_string(), theme::font(size::BODY), c.muted);
        let side = if twice { text::TWICE.to_owned() } else { words::short(member, leader) };
        let colour = if twice { c.amber } else { c.muted };
        let side = painter.layout_no_wrap(side, theme::font(size::SMALL), colour);
        let side_left = body_rect.right() - GRID - side.size().x;
        painter.galley(pos2(side_left, middle - side.size().y / 2.0), side, colour);
        let font = if leader { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
        let room = side_left - GRID - (body_rect.left() + NUMBER + GRID);
        let mut job = egui::text::LayoutJob::simple_singleline(member.name.clone(), font, c.ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(HIT));
        let name = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = pos2(body_rect.left() + NUMBER + GRID, middle - name.size().y / 2.0);
        ui.painter().galley(at, name, c.ink);
    }
    widgets::focus_ring(ui, &tick);
    widgets::focus_ring(ui, &body);
    body.clicked()
}
