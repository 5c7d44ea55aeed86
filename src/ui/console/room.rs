//! The laptop's own screen turned to the group: the page with a slim time bar, and the black screens on the way back to the console.
//! What is drawn here may be read by the room.

use std::time::Duration;

use egui::{Align, Color32, CursorIcon, FontId, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        pace::pace,
        state::{Phase, State},
        time::Now,
    },
    text::{common::clock, deliver, hall as text},
    ui::{
        drafts::Drafts,
        intent::{Intent, Overlay},
        keymap,
        textures::Textures,
        theme::{self, GRID, HIT, size, stage},
        view::{Displays, Face, Level, MeetingView, View},
    },
};

use super::{
    deliver::{kept_stage_ui, next_change, scene_title},
    parts::Action,
};

/// Height of the time bar, points.
const BAR: f32 = 30.0;

/// Where the page lies in a window: all but the bar.
#[must_use]
pub fn page_rect(window: Rect) -> Rect {
    Rect::from_min_max(window.min, pos2(window.right(), window.bottom() - BAR))
}

/// Draws it. Returns how long the picture stays right.
pub(super) fn room_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<Duration> {
    match view.hall.face {
        Face::Console => None,
        Face::Room => Some(page_ui(ui, view, meeting, drafts, textures, out)),
        Face::Turn => {
            turn_ui(ui, out);
            None
        }
        Face::Mirror => {
            mirror_ui(ui, out);
            None
        }
    }
}

fn page_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Duration {
    let window = ui.ctx().content_rect();
    let page = page_rect(window);
    let live = kept_stage_ui(ui, page, meeting.scene, textures, meeting.now.at, "room");
    let click = ui.interact(page, ui.scope_id().with("room-page"), Sense::click());
    click.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::room_page(&scene_title(view, meeting))));
    if click.clicked() && meeting.state.phase == Phase::Running {
        out.push(Intent::Meeting(crate::engine::command::Command::Next));
    }
    click.on_hover_cursor(CursorIcon::None);
    let bar = Rect::from_min_max(pos2(window.left(), page.bottom()), window.max);
    bar_ui(ui, bar, view, meeting, drafts, out);
    let clocks = next_change(meeting.state, meeting.now);
    live.map_or(clocks, |live| live.min(clocks))
}

/// The bar: what has passed of the step as a quiet filling, minutes left, the clock; nothing the room may not read.
fn bar_ui(ui: &mut Ui, bar: Rect, view: &View<'_>, meeting: &MeetingView<'_>, drafts: &Drafts, out: &mut Vec<Intent>) {
    ui.painter().rect_filled(bar, 0.0, stage::PAPER);
    if let Some(share) = passed(meeting.state, meeting.now) {
        let filled = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
        ui.painter().rect_filled(filled, 0.0, stage::PASSED);
    }
    let font = theme::font(size::BODY);
    let mut ui = ui.new_child(
        UiBuilder::new().max_rect(bar.shrink2(vec2(2.0 * GRID, 0.0))).layout(Layout::left_to_right(Align::Center)),
    );
    let ui = &mut ui;
    let say = |ui: &mut Ui, words: &str, font: FontId, ink: Color32| {
        ui.add(egui::Label::new(egui::RichText::new(words).font(font).color(ink)).selectable(false));
    };
    if meeting.overlay == Some(Overlay::GoTo) {
        say(ui, &text::bar_go_to(&drafts.go_to), theme::bold_font(size::BODY), stage::INK);
    } else if let Some(pace) = pace(meeting.state, meeting.now) {
        say(ui, &deliver::step_time(&pace), font.clone(), stage::INK);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        say(ui, &clock(view.wall.minute_of_day()), theme::bold_font(size::BODY), stage::INK);
        ui.add_space(GRID);
        let (words, ink) = match view.hall.displays {
            Displays::Mirrored => (text::BAR_MIRRORED, stage::INK),
            Displays::One | Displays::Extended => (text::BAR_BACK, stage::FAINT),
        };
        ui.spacing_mut().interact_size.y = BAR;
        let words = format!("{words} ({})", keymap::hint_anywhere(&Intent::LaptopForRoom));
        let label = egui::RichText::new(words).font(font.clone()).color(ink);
        if ui.add(egui::Button::new(label).frame(false)).clicked() {
            out.push(Intent::LaptopForRoom);
        }
        if view.notices.iter().any(|notice| notice.level == Level::Trouble) {
            // A sign, no sentence: what is wrong is read on the console.
            say(ui, icons::ICON_ERROR.codepoint, theme::font(size::TITLE), stage::ALERT);
        }
    });
}

fn passed(state: &State, now: Now) -> Option<f32> {
    let pace = pace(state, now)?;
    let planned = state.sheet.steps.get(usize::from(state.step))?.planned;
    (planned.0 > 0).then(|| (pace.step_elapsed.0 as f32 / planned.0 as f32).clamp(0.0, 1.0))
}

fn turn_ui(ui: &mut Ui, out: &mut Vec<Intent>) {
    black_ui(ui, text::TURN, &[text::TURN_THEN], |ui| {
        if Action::primary(text::OPEN).show(ui).clicked() {
            out.push(Intent::TurnedRound);
        }
        if Action::secondary(text::BACK_TO_PAGE).show(ui).clicked() {
            out.push(Intent::Escape);
        }
    });
}

fn mirror_ui(ui: &mut Ui, out: &mut Vec<Intent>) {
    let by_hand = text::how_to_extend(cfg!(windows), cfg!(target_os = "macos"));
    black_ui(ui, text::MIRROR_TITLE, &[text::MIRROR_WHY, by_hand], |ui| {
        if Action::primary(text::EXTEND).show(ui).clicked() {
            out.push(Intent::ExtendScreens);
        }
        if Action::secondary(text::BACK_TO_PAGE).show(ui).clicked() {
            out.push(Intent::Escape);
        }
        if Action::secondary(text::LENS_COVERED).show(ui).clicked() {
            out.push(Intent::LensCovered);
        }
    });
}

/// Large words on black, buttons under them.
fn black_ui(ui: &mut Ui, title: &str, words: &[&str], buttons: impl FnOnce(&mut Ui)) {
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, Color32::BLACK);
    let column = Rect::from_center_size(window.center(), vec2(window.width().min(760.0), window.height() * 0.5));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Center)));
    ui.spacing_mut().item_spacing.y = 1.5 * GRID;
    let label = |ui: &mut Ui, words: &str, font: FontId, ink: Color32| {
        let words = egui::RichText::new(words).font(font).color(ink);
        ui.add(egui::Label::new(words).wrap().halign(Align::Center).selectable(false));
    };
    label(&mut ui, title, theme::bold_font(size::HUGE), Color32::WHITE);
    for sentence in words {
        label(&mut ui, sentence, theme::font(size::TITLE), Color32::from_gray(200));
    }
    ui.add_space(2.0 * GRID);
    let wide = ui.available_width();
    ui.allocate_ui_with_layout(vec2(wide, HIT), Layout::left_to_right(Align::Center), |ui| {
        // Buttons in the middle: their width is known after the first pass.
        let id = ui.scope_id().with("black-buttons");
        let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        ui.add_space(((wide - known) / 2.0).max(0.0));
        let row = ui.horizontal(|ui| buttons(ui)).response.rect.width();
        if (row - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, row));
            ui.ctx().request_discard("buttons in the middle");
        }
    });
}

/// The screen's number, over everything, for a moment.
pub(super) fn number_ui(ui: &Ui, number: u8) {
    let window = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("number")));
    crate::ui::stage::number_ui(&painter, window, number);
}
