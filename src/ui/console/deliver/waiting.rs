//! Before the meeting: begin it; when it was agreed; what should lie ready.

use egui::{CornerRadius, Frame, Margin, RichText, ScrollArea, Stroke, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::event::MeetingKind,
    text::{deliver as text, preflight, study},
    ui::{
        drafts::Drafts,
        intent::{Intent, Screen},
        keymap::{self, Context},
        theme::{self, GRID, HIT, RADIUS, size},
        view::{MeetingView, View},
        widgets,
    },
};

use super::{controls, prompts, tile::big_tile};

/// Draws it.
pub(super) fn waiting_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    let frame = Frame::new()
        .fill(c.card)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin { left: 16, right: 8, top: 12, bottom: 8 });
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ScrollArea::vertical().id_salt(("waiting", meeting.state.opened_wall)).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - GRID);
            start_ui(ui, meeting, out);
            ui.add_space(GRID);
            other_ui(ui, view, out);
            ui.add_space(GRID);
            checklist_ui(ui, meeting, drafts);
        });
    });
}

/// When it was agreed, and the one primary button.
fn start_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let state = meeting.state;
    let now = meeting.now;
    ui.spacing_mut().item_spacing.y = 4.0;
    let head = state.setup.start.map_or_else(|| text::START_WHEN_READY.to_owned(), text::agreed_start);
    ui.label(RichText::new(head).font(theme::bold_font(size::TITLE)).color(c.ink));
    let length = state.sheet.length().round_minutes();
    let mut words = text::agreed_end(length, state.setup.end);
    if let Some(start) = state.setup.start {
        let left_ms = now.wall.at(start).0 - now.wall.0;
        // Up to the minute: "1 menit lagi" until it is really time.
        let left = left_ms.div_euclid(60_000) + i64::from(left_ms.rem_euclid(60_000) > 0);
        words = format!("{} · {words}", text::until_start(left));
    }
    ui.label(RichText::new(words).font(theme::font(size::SMALL + 2.0)).color(c.muted));
    ui.add_space(GRID);
    let hint = keymap::hint(Context::Waiting, &Intent::ShowStage);
    let wide = vec2(ui.available_width(), 76.0);
    let label = if state.setup.kind == MeetingKind::Rehearsal { study::BEGIN } else { text::START };
    if big_tile(ui, wide, &hint, label).clicked() {
        out.push(controls::start(state, now));
    }
}

fn other_ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        let attendance = Intent::Go(Screen::Attendance);
        if widgets::keyed(ui, &keymap::hint(Context::Waiting, &attendance), text::ATTENDANCE, false).clicked() {
            out.push(attendance);
        }
        prompts::music_ui(ui, view, Context::Waiting, out);
        if widgets::secondary(ui, preflight::TITLE).clicked() {
            out.push(Intent::Go(Screen::Check));
        }
        if widgets::secondary(ui, if view.dark { text::LIGHT } else { text::DARK }).clicked() {
            out.push(Intent::ToggleDark);
        }
    });
}

/// What to bring, to be ticked off; what was to be done before the day.
fn checklist_ui(ui: &mut Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts) {
    let session = meeting.session;
    if !session.materials.is_empty() {
        heading(ui, text::MATERIALS);
        for (index, words) in session.materials.iter().enumerate() {
            let mut ready = drafts.ready.contains(&index);
            if tick_ui(ui, words, &mut ready) {
                drafts.ready.retain(|other| *other != index);
                if ready {
                    drafts.ready.push(index);
                }
            }
        }
    }
    if !session.before.is_empty() {
        ui.add_space(GRID);
        heading(ui, text::BEFORE);
        let c = theme::colours(ui);
        for words in &session.before {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new("·").font(theme::bold_font(size::SMALL + 2.0)).color(c.muted));
                let words = RichText::new(words).font(theme::font(size::SMALL + 2.0)).color(c.ink);
                ui.add(egui::Label::new(words).wrap());
            });
        }
    }
}

fn heading(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    ui.label(RichText::new(words).font(theme::bold_font(size::BODY)).color(c.ink));
}

/// A line that can be ticked by pressing anywhere on it; true when it was pressed.
fn tick_ui(ui: &mut Ui, words: &str, on: &mut bool) -> bool {
    let c = theme::colours(ui);
    let (icon, icon_ink) = if *on {
        (icons::ICON_CHECK_BOX.codepoint, c.green)
    } else {
        (icons::ICON_CHECK_BOX_OUTLINE_BLANK.codepoint, c.muted)
    };
    let width = ui.available_width();
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = width - 44.0;
    let ink = if *on { c.muted } else { c.ink };
    job.append(
        words,
        0.0,
        egui::TextFormat { font_id: theme::font(size::SMALL + 2.0), color: ink, ..Default::default() },
    );
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HIT.max(galley.size().y + GRID)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, *on, words));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), c.raised);
    }
    let middle = rect.center().y;
    ui.painter().text(
        egui::pos2(rect.left() + 6.0, middle),
        egui::Align2::LEFT_CENTER,
        icon,
        theme::font(size::TITLE),
        icon_ink,
    );
    ui.painter().galley(egui::pos2(rect.left() + 40.0, middle - galley.size().y / 2.0), galley, ink);
    if response.clicked() {
        *on = !*on;
        return true;
    }
    false
}
