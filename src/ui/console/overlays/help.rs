//! All keys: the key table itself, in words, and what a clicker does.

use std::sync::Arc;

use egui::{
    Align, CornerRadius, Galley, Key, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::{
    text::{deliver, keys as words, overlays as text},
    ui::{
        intent::{Intent, Screen},
        keymap::{self, Context, Group, Row},
        theme::{self, GRID, RADIUS, size},
        view::View,
        widgets,
    },
};

/// Height of a key, points.
const CAP: f32 = 21.0;
/// Between keys.
const GAP: f32 = 4.0;
/// Most of a column that the keys take.
const KEYS: f32 = 0.42;
/// From this width on three columns stand side by side.
const THREE: f32 = 1100.0;
/// One press of an arrow key, points.
const SCROLL: f32 = 80.0;

/// Draws it.
pub(super) fn help_ui(ui: &Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    super::panel(ui, text::HELP, 1320.0, out, |ui, out| {
        let room = ui.ctx().content_rect().height() - 206.0;
        ScrollArea::vertical().id_salt("help").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            by_arrows(ui);
            columns_ui(ui, matches!(view.screen, Screen::Attendance | Screen::Register(_)));
        });
        ui.separator();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::secondary(ui, if view.dark { deliver::LIGHT } else { deliver::DARK }).clicked() {
                out.push(Intent::ToggleDark);
            }
            ui.add_space(2.0 * GRID);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| super::lead(ui, words::CLICKER));
        });
    });
}

/// There is nothing to press in the list, so the arrows move it.
fn by_arrows(ui: &Ui) {
    let presses = |key| ui.input(|input| input.num_presses(key)) as f32;
    let down = presses(Key::ArrowDown) - presses(Key::ArrowUp);
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down * SCROLL));
    }
}

fn columns_ui(ui: &mut Ui, at_roll: bool) {
    let [pages, room, clip, meeting, script, roll] = keymap::GROUPS;
    let three: &[&[&Group]] = &[&[pages, clip], &[room, meeting, script], &[roll]];
    let two: &[&[&Group]] = &[&[pages, clip, script], &[room, meeting, roll]];
    let roll_first: &[&[&Group]] = &[&[roll, room], &[pages, clip, meeting, script]];
    let columns = match (ui.available_width() >= THREE, at_roll) {
        (true, _) => three,
        (false, false) => two,
        (false, true) => roll_first,
    };
    let between = 3.0 * GRID;
    let count = columns.len() as f32;
    let width = ((ui.available_width() - between * (count - 1.0)) / count).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = between;
        for groups in columns {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
                    for group in *groups {
                        group_ui(ui, group);
                    }
                });
            });
        }
    });
}

fn group_ui(ui: &mut Ui, group: &Group) {
    let c = theme::colours(ui);
    ui.label(RichText::new(group.head).font(theme::bold_font(size::BODY)).color(c.accent));
    let mut lines: Vec<Line> = group.rows.iter().map(|row| Line::of(ui, row)).collect();
    if let Some(help) = digits_help(group) {
        lines.push(Line::new(ui, &[words::DIGITS.to_owned()], words::DIGITS.to_owned(), help));
    }
    let widest = lines.iter().map(Line::width).fold(0.0, f32::max);
    let keys = widest.min((ui.available_width() * KEYS).floor());
    for line in lines {
        line_ui(ui, line, keys);
    }
    ui.add_space(1.5 * GRID);
}

/// Digits are no rows of the table: they begin a number.
fn digits_help(group: &Group) -> Option<&'static str> {
    let has = |intent: &Intent| group.rows.iter().any(|row| (row.intent)() == *intent);
    let of = |context, intent: &Intent| !keymap::hint(context, intent).is_empty() && has(intent);
    let go_to = Intent::Overlay(Some(crate::ui::intent::Overlay::GoTo));
    let enter = Intent::Roll(crate::ui::intent::RollKey::Enter);
    match (of(Context::Deliver, &go_to), of(Context::Attendance, &enter)) {
        (true, _) => Some(words::DIGITS_PAGE),
        (_, true) => Some(words::DIGITS_ROW),
        _ => None,
    }
}

/// One row of the table, its keys laid out.
struct Line {
    caps: Vec<Arc<Galley>>,
    spoken: String,
    help: &'static str,
}

impl Line {
    fn of(ui: &Ui, row: &Row) -> Self {
        let caps: Vec<String> = row.keys.iter().map(|chord| keymap::printed(*chord)).collect();
        let spoken: Vec<String> = row.keys.iter().map(|chord| keymap::spoken(*chord)).collect();
        Self::new(ui, &caps, spoken.join(", "), row.help)
    }

    fn new(ui: &Ui, caps: &[String], spoken: String, help: &'static str) -> Self {
        let ink = theme::colours(ui).ink;
        let lay_out = |cap: &String| ui.painter().layout_no_wrap(cap.clone(), theme::bold_font(size::SMALL), ink);
        Self { caps: caps.iter().map(lay_out).collect(), spoken, help }
    }

    /// Of all keys side by side.
    fn width(&self) -> f32 {
        self.caps.iter().map(|cap| cap_width(cap) + GAP).sum::<f32>()
    }
}

fn cap_width(cap: &Galley) -> f32 {
    (cap.size().x + 10.0).max(CAP + 2.0)
}

fn line_ui(ui: &mut Ui, line: Line, keys: f32) {
    let c = theme::colours(ui);
    ui.horizontal_top(|ui| {
        let help = RichText::new(line.help).font(theme::font(size::SMALL + 1.0)).color(c.muted);
        caps_ui(ui, keys, line.caps, &line.spoken);
        ui.add_space(GRID);
        ui.vertical(|ui| {
            // The words' first line stands level with the keys.
            ui.add_space(1.0);
            ui.add(Label::new(help).wrap());
        });
    });
}

/// Keys as keys, in as many lines as they need.
fn caps_ui(ui: &mut Ui, wide: f32, caps: Vec<Arc<Galley>>, spoken: &str) {
    let c = theme::colours(ui);
    let mut at = pos2(0.0, 0.0);
    let mut places = Vec::with_capacity(caps.len());
    for cap in &caps {
        let width = cap_width(cap);
        if at.x > 0.0 && at.x + width > wide {
            at = pos2(0.0, at.y + CAP + GAP);
        }
        places.push(Rect::from_min_size(at, vec2(width, CAP)));
        at.x += width + GAP;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(wide, at.y + CAP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    for (place, cap) in places.into_iter().zip(caps) {
        let place = place.translate(rect.min.to_vec2());
        let corner = CornerRadius::same(RADIUS / 2);
        ui.painter().rect(place, corner, c.raised, Stroke::new(1.0, c.line), StrokeKind::Inside);
        ui.painter().galley(place.center() - cap.size() / 2.0, cap, c.ink);
    }
}
