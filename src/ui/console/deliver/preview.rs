//! The middle: what the room sees, exactly; what comes next; which page this is.

use std::time::Duration;

use egui::{
    Align, CornerRadius, Layout, Pos2, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    engine::{
        command::Command,
        event::Place,
        plan::{PlannedPage, RunSheet},
        scene::{Base, StageScene, next_scene, page_scene},
        session::Session,
        state::{Board, Phase, State},
    },
    text::{deliver as text, lots},
    ui::{
        intent::Intent,
        keymap::{self, Context},
        stage::{LastGood, stage_ui},
        textures::Textures,
        theme::{self, GRID, RADIUS, size},
        view::{MeetingView, View},
        widgets,
    },
};

use super::clip_bar;

/// Height of the words above the picture.
const HEAD: f32 = 26.0;

/// Draws it. Returns how long the picture stays right.
pub(super) fn preview_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<Duration> {
    let state = meeting.state;
    let room = ui.available_size();
    let below = if meeting.clip.is_some() { clip_bar::HEIGHT } else { (room.y * 0.27).clamp(100.0, 168.0) };
    let size = fit(meeting.stage_size, vec2(room.x, room.y - HEAD - GRID - below));
    head_ui(ui, view, meeting);
    let (rect, response) = ui.allocate_exact_size(vec2(room.x, size.y), Sense::hover());
    let picture = whole_pixels(ui, Rect::from_center_size(rect.center(), size));
    let click = ui.interact(picture, response.id.with("next"), Sense::click());
    let title = scene_title(view, meeting);
    click.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::preview_name(&title)));
    let live = kept_stage_ui(ui, picture, meeting.scene, textures, meeting.now.at, "preview");
    frame_ui(ui, picture, layer_words(state));
    // Only the left button: two fingers on a touchpad send the right one and the wheel by accident.
    if click.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() && state.phase == Phase::Running {
        out.push(Intent::Meeting(Command::Next));
    }
    ui.add_space(GRID);
    match meeting.clip {
        Some(clip) => clip_bar::clip_bar_ui(ui, clip, out),
        None => below_ui(ui, meeting, textures, out),
    }
    live
}

/// The largest size with the stage's shape that fits.
fn fit(stage: (u32, u32), room: egui::Vec2) -> egui::Vec2 {
    let shape = stage.0.max(1) as f32 / stage.1.max(1) as f32;
    let width = room.x.min(room.y * shape).max(1.0);
    vec2(width, width / shape)
}

/// Moves edges onto pixels, so that the picture is drawn at exactly the size it was made for.
fn whole_pixels(ui: &Ui, rect: Rect) -> Rect {
    let scale = ui.ctx().pixels_per_point();
    let round = |at: Pos2| pos2((at.x * scale).round() / scale, (at.y * scale).round() / scale);
    Rect::from_min_max(round(rect.min), round(rect.max))
}

/// The stage in a rectangle of the console, with a memory of its own for the last good picture.
pub(in crate::ui::console) fn kept_stage_ui(
    ui: &Ui,
    rect: Rect,
    scene: &StageScene,
    textures: &mut Textures,
    at: crate::engine::time::Ms,
    place: &str,
) -> Option<Duration> {
    let id = egui::Id::unique(("last-good", place));
    let mut last = ui.data_mut(|data| data.get_temp::<LastGood>(id).unwrap_or_default());
    let live = stage_ui(ui, rect, scene, textures, &mut last, at);
    ui.data_mut(|data| data.insert_temp(id, last));
    live
}

/// "SEDANG TAMPIL", and where in the session the facilitator is.
fn head_ui(ui: &mut Ui, view: &View<'_>, meeting: &MeetingView<'_>) {
    let c = theme::colours(ui);
    let state = meeting.state;
    let waiting = state.phase == Phase::Waiting;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEAD), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(HEAD);
        let words = if waiting { text::ROOM_SEES } else { text::ON_STAGE };
        ui.label(RichText::new(words).font(theme::bold_font(size::SMALL)).color(c.accent));
        if !waiting {
            let title = RichText::new(scene_title(view, meeting)).font(theme::font(size::SMALL + 1.0));
            ui.add(egui::Label::new(title.color(c.ink)).truncate());
        }
    });
    ui.add_space(-GRID / 2.0);
}

/// Border of what is live, and a word over it when the room sees something else than the page.
fn frame_ui(ui: &Ui, rect: Rect, layer: Option<&str>) {
    let c = theme::colours(ui);
    let ink = if layer.is_some() { c.amber } else { c.accent };
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(3.0, ink), StrokeKind::Outside);
    let Some(words) = layer else { return };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme::bold_font(size::BODY), c.amber);
    let pill = Rect::from_min_size(rect.min + vec2(GRID, GRID), galley.size() + vec2(2.0 * GRID, GRID));
    let corner = CornerRadius::same(RADIUS);
    ui.painter().rect(pill, corner, c.amber_soft, Stroke::new(1.0, c.amber), StrokeKind::Inside);
    ui.painter().galley(pill.min + vec2(GRID, GRID / 2.0), galley, c.amber);
}

/// Why the room sees something else than the page.
fn layer_words(state: &State) -> Option<&'static str> {
    if let Some(cover) = state.cover {
        return Some(text::covered(cover));
    }
    if state.frozen.is_some() {
        return Some(text::FROZEN);
    }
    let board = state.board.as_ref().map(|board| match board {
        Board::Wheel => lots::WHEEL_UP,
        Board::Teams(_) => lots::TEAMS_UP,
        Board::Yell(_) => lots::YELL_UP,
    });
    board.or_else(|| state.game.as_ref().map(|_| text::IN_GAME))
}

/// Below the picture: the page beneath a cover, what Next shows, the page number, the way back from a visit.
fn below_ui(ui: &mut Ui, meeting: &MeetingView<'_>, textures: &mut Textures, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let height = ui.available_height();
    let covered = state.phase == Phase::Running && (state.cover.is_some() || state.frozen.is_some());
    let share = if covered { 0.34 } else { 0.42 };
    let thumb = fit(meeting.stage_size, vec2(ui.available_width() * share, height - 22.0));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 1.5 * GRID;
        if covered {
            thumb_ui(ui, meeting, textures, thumb, text::BENEATH, &page_scene(state, state.shown));
        }
        if let Some(next) = next_scene(state) {
            thumb_ui(ui, meeting, textures, thumb, text::NEXT_UP, &next);
        }
        ui.vertical(|ui| words_ui(ui, meeting, out));
    });
}

fn thumb_ui(
    ui: &mut Ui,
    meeting: &MeetingView<'_>,
    textures: &mut Textures,
    size: egui::Vec2,
    head: &str,
    base: &Base,
) {
    let c = theme::colours(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(RichText::new(head).font(theme::bold_font(size::SMALL)).color(c.muted));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let rect = whole_pixels(ui, rect);
        let scene =
            StageScene { module: meeting.scene.module, base: base.clone(), countdown: None, clip: None, ask: None };
        kept_stage_ui(ui, rect, &scene, textures, meeting.now.at, head);
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, c.line), StrokeKind::Outside);
    });
}

fn words_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let state = meeting.state;
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(number) = state.sheet.number_of(state.shown).filter(|_| state.phase == Phase::Running) {
        let words = text::page_of(number, state.sheet.places().count());
        ui.label(RichText::new(words).font(theme::bold_font(size::SMALL)).color(c.muted));
    } else {
        ui.label(RichText::new(" ").font(theme::bold_font(size::SMALL)));
    }
    if state.phase == Phase::Running && state.shown.step != state.step {
        ui.add(
            egui::Label::new(RichText::new(text::VISITING).color(c.amber).font(theme::bold_font(size::SMALL + 1.0)))
                .wrap(),
        );
        let label = text::return_to(usize::from(state.step) + 1);
        let back = Intent::Meeting(Command::ReturnToStep);
        if widgets::keyed(ui, &keymap::hint(Context::Deliver, &back), &label, false).clicked() {
            out.push(back);
        }
        return;
    }
    match next_place(state) {
        Some(place) => {
            let title = RichText::new(title_of(meeting, place)).font(theme::font(size::SMALL + 1.0));
            ui.add(egui::Label::new(title.color(c.ink)).wrap());
            if let Some(step) = state.sheet.steps.get(usize::from(place.step)).filter(|_| begins_step(state, place)) {
                let words = RichText::new(text::next_step(&step.title)).font(theme::bold_font(size::SMALL + 1.0));
                ui.add(egui::Label::new(words.color(c.accent)).wrap());
            }
        }
        None => {
            ui.label(RichText::new(text::LAST_PAGE).font(theme::font(size::SMALL + 1.0)).color(c.ink));
        }
    }
}

/// Where Next leads; `None` at the end.
fn next_place(state: &State) -> Option<Place> {
    match state.phase {
        Phase::Waiting => state.sheet.first_of(state.sheet.opening_step()),
        Phase::Running if state.interlude() => Some(state.shown),
        Phase::Running => state.sheet.after(state.shown),
        Phase::Closed => None,
    }
}

fn begins_step(state: &State, place: Place) -> bool {
    state.phase == Phase::Waiting || place.step != state.shown.step
}

/// What the console calls a place: its page's title, or its step's when it has no page.
pub(in crate::ui::console) fn title_of(meeting: &MeetingView<'_>, place: Place) -> String {
    planned_title(meeting.session, &meeting.state.sheet, place)
}

/// The same before the meeting.
pub(in crate::ui::console) fn planned_title(session: &Session, sheet: &RunSheet, place: Place) -> String {
    match sheet.page(place) {
        Some(PlannedPage::Pack(id) | PlannedPage::Clip { page: id, .. }) => {
            let mut pages = session.steps.iter().flat_map(|step| &step.pages);
            pages.find(|page| page.id == *id).map_or_else(|| id.to_string(), |page| page.title.clone())
        }
        Some(PlannedPage::Check { check, part }) => crate::text::hands::page_title(*check, *part),
        Some(built) => text::planned_page(Some(built)).to_owned(),
        None => {
            let step = sheet.steps.get(usize::from(place.step));
            step.map_or_else(String::new, |step| step.title.clone())
        }
    }
}

/// What the room sees, in words, for screen readers.
pub(in crate::ui::console) fn scene_title(view: &View<'_>, meeting: &MeetingView<'_>) -> String {
    let state = meeting.state;
    if state.phase == Phase::Waiting {
        return text::WAITING.to_owned();
    }
    let game = state.game.as_ref().filter(|_| state.board.is_none() && state.cover.is_none() && state.frozen.is_none());
    if let Some(game) = game.and_then(|id| view.games.iter().find(|game| game.id == *id)) {
        return game.title.clone();
    }
    if state.cover.is_none() && state.frozen.is_some() {
        return text::FROZEN_HOW.to_owned();
    }
    layer_words(state).map_or_else(|| title_of(meeting, state.shown), str::to_owned)
}
