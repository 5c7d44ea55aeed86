//! The groups this month, due ones first: a row each, drawn only where it is seen.

use egui::{Align, Layout, Rect, RichText, Sense, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        overview::{GroupOverview, MonthState, Overview},
        roster::Group,
    },
    text::{home as words, overview as text, paper},
    ui::{
        console::parts::{self, Action, GAP},
        intent::{Intent, PaperKey, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

use super::trend;

/// Height of a row, points.
const ROW: f32 = 76.0;
/// From this width on, buttons have words beside their icons.
const WORDS: f32 = 1150.0;
/// Width of the state.
const STATE: f32 = 150.0;

/// Draws it.
pub(super) fn month_ui(ui: &mut Ui, view: &View<'_>, overview: &Overview, find: &str, out: &mut Vec<Intent>) {
    let rows: Vec<(&GroupOverview, &Group)> = overview
        .groups
        .iter()
        .filter_map(|glance| Some((glance, view.groups.iter().find(|group| group.id == glance.group)?)))
        .filter(|(_, group)| found(group, find))
        .collect();
    if rows.is_empty() {
        widgets::caption(ui, text::NOT_FOUND);
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    egui::ScrollArea::vertical().id_salt("groups").auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
        for (glance, group) in rows.get(range).unwrap_or_default() {
            ui.push_id(group.id, |ui| row(ui, view, glance, group, out));
        }
    });
}

/// A group that is called or lies like this.
pub(super) fn found(group: &Group, find: &str) -> bool {
    let all = format!("{} {} {} {}", group.name, group.place, group.village, group.district).to_lowercase();
    find.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

fn row(ui: &mut Ui, view: &View<'_>, glance: &GroupOverview, group: &Group, out: &mut Vec<Intent>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let c = theme::colours(ui);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
    let inner = rect.shrink2(vec2(0.0, GRID / 2.0));
    let mut buttons = part(ui, inner, Layout::right_to_left(Align::Center));
    row_buttons(&mut buttons, view, group, rect.width() >= WORDS, out);
    let right = buttons.min_rect().left() - GAP;
    let state = Rect::from_x_y_ranges(right - STATE..=right, inner.y_range());
    chip(&mut part(ui, state, Layout::left_to_right(Align::Center)), glance);
    let trend_left = state.left() - GAP - trend::WIDTH;
    let bars = Rect::from_x_y_ranges(trend_left..=state.left() - GAP, inner.y_range());
    trend::trend_ui(&mut part(ui, bars, Layout::left_to_right(Align::Center)), &glance.trend);
    let middle = rect.left() + ((trend_left - rect.left()) * 0.45).round();
    two_lines(ui, Rect::from_x_y_ranges(rect.left()..=middle - GAP, inner.y_range()), |ui| {
        parts::line(ui, RichText::new(&group.name).font(theme::bold_font(size::BODY)));
        parts::caption_line(ui, &text::who_where(glance.members, &group.place, group.hour));
    });
    two_lines(ui, Rect::from_x_y_ranges(middle..=trend_left - GAP, inner.y_range()), |ui| {
        let next = super::next_words(view, glance);
        parts::line(ui, RichText::new(next.unwrap_or_default()).font(theme::font(size::BODY)));
        parts::caption_line(ui, &super::last_words(view, glance));
    });
}

/// A part of a row with its own layout.
fn part(ui: &mut Ui, rect: Rect, layout: Layout) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(rect.left().to_bits()).max_rect(rect).layout(layout))
}

/// Two lines in the middle of a row's height.
fn two_lines(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    let line = |points| ui.ctx().fonts_mut(|fonts| fonts.row_height(&theme::font(points)));
    let height = line(size::BODY) + GRID / 2.0 + line(size::SMALL);
    let top = (rect.center().y - height / 2.0).round();
    let mut child = part(ui, Rect::from_min_max(pos2(rect.left(), top), rect.max), Layout::top_down(Align::Min));
    child.spacing_mut().item_spacing.y = GRID / 2.0;
    contents(&mut child);
}

fn chip(ui: &mut Ui, glance: &GroupOverview) {
    let c = theme::colours(ui);
    if glance.demo {
        parts::chip(ui, words::DEMO_TAG, c.amber, c.amber_soft);
        return;
    }
    let (ink, ground) = match glance.state {
        MonthState::Met(_) => (c.green, c.green_soft),
        MonthState::Due => (c.amber, c.amber_soft),
        MonthState::NoMembers => (c.muted, c.raised),
    };
    parts::chip(ui, &text::state(glance.state), ink, ground);
}

/// Right to left.
fn row_buttons(ui: &mut Ui, view: &View<'_>, group: &Group, worded: bool, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.x = GRID / 2.0;
    let quiet = |ui: &mut Ui, label: &str, icon, name: &str| {
        if worded {
            Action::quiet(label).icon(icon).name(name).show(ui).clicked()
        } else {
            parts::icon_button(ui, icon, name, true).clicked()
        }
    };
    if group.demo && quiet(ui, words::REMOVE_DEMO, icons::ICON_DELETE, words::REMOVE_DEMO) {
        out.push(Intent::RemoveDemo);
    }
    if quiet(ui, words::EDIT, icons::ICON_EDIT, &words::of_group(words::EDIT, &group.name)) {
        out.push(Intent::Go(Screen::Group(Some(group.id))));
    }
    if parts::icon_button(ui, icons::ICON_EDIT_NOTE, &paper::of_group(&group.name), true).clicked() {
        out.push(Intent::Paper(PaperKey::Open(group.id)));
    }
    let name = words::of_group(text::PREPARE, &group.name);
    let prepare = Action::secondary(text::PREPARE).name(&name).enabled(view.meeting.is_none()).show(ui);
    if prepare.on_disabled_hover_text(words::ONE_AT_A_TIME).clicked() {
        out.push(Intent::PrepareFor(group.id));
    }
}
