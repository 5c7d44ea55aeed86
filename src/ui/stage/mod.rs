//! Paints a [`StageScene`]: the page's picture and what lives above it. The same function serves the projector and the console's preview.
//! Nothing here adds widgets or accessible text: the stage holds a picture and, at times, a countdown.

use std::time::Duration;

use egui::{Color32, CursorIcon, Rect, TextureHandle, Ui, pos2};

use crate::engine::{
    scene::{Base, Draw, PictureKey, StageScene},
    session::Module,
    time::Ms,
};

use super::{
    textures::{Moving, Textures},
    theme::stage,
};

mod clip;
mod countdown;
mod symbol;
mod teams;
mod test_picture;
mod wheel;
mod yell;

pub use test_picture::test_picture_ui;

/// Remembers the last good picture of one place (projector, preview) until the next one is ready, so that nothing ever flashes. Holds the
/// texture itself, so that it cannot be dropped from the cache meanwhile.
#[derive(Clone, Default)]
pub struct LastGood(Option<Kept>);

#[derive(Clone)]
enum Kept {
    Fill(Color32),
    Picture(TextureHandle),
    /// Of a clip, in its own shape.
    Clip(Moving),
}

/// What the projector's window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wall {
    /// A meeting's scene.
    Scene(StageScene),
    /// The monitor's number.
    Number(u8),
    /// The picture for focus, edges and the smallest readable words.
    Test,
}

/// Fills a whole window with the stage: black under everything, no cursor. Returns like [`stage_ui`].
pub fn projector_ui(ui: &Ui, wall: &Wall, textures: &mut Textures, last: &mut LastGood, at: Ms) -> Option<Duration> {
    ui.ctx().set_cursor_icon(CursorIcon::None);
    let window = ui.ctx().content_rect();
    match wall {
        Wall::Scene(scene) => stage_ui(ui, window, scene, textures, last, at),
        Wall::Number(number) => {
            ui.painter().rect_filled(window, 0.0, Color32::BLACK);
            number_ui(ui.painter(), window, *number);
            None
        }
        Wall::Test => {
            test_picture_ui(ui.painter(), window);
            None
        }
    }
}

/// A screen's number on a plate in its middle.
pub fn number_ui(painter: &egui::Painter, window: Rect, number: u8) {
    let side = window.size().min_elem() * 0.5;
    let plate = Rect::from_center_size(window.center(), egui::Vec2::splat(side));
    painter.rect_filled(plate, side * 0.08, stage::INK);
    let font = crate::ui::theme::bold_font(side * 0.8);
    painter.text(plate.center(), egui::Align2::CENTER_CENTER, number.to_string(), font, stage::PAPER);
}

/// Paints `scene` into `rect`. `at` is meeting time now, for the countdown. Returns how long the picture stays right (for the next repaint);
/// `None` = until something happens.
///
/// A page whose picture is still being made leaves the last good one standing. That may never end if the picture never comes, so whoever
/// makes pictures answers every wish, if need be with a plain page.
pub fn stage_ui(
    ui: &Ui,
    rect: Rect,
    scene: &StageScene,
    textures: &mut Textures,
    last: &mut LastGood,
    at: Ms,
) -> Option<Duration> {
    if let Some(live) = board_ui(ui, rect, scene, at) {
        // What lay there before must not come back for a moment when the board goes.
        last.0 = Some(Kept::Fill(stage::PAPER));
        let countdown = scene.countdown.and_then(|down| countdown::countdown_ui(ui, rect, scene.module, down, at));
        return live.changes.into_iter().chain(countdown).min();
    }
    let kept = next_kept(ui, rect, scene, textures, last.0.take());
    match &kept {
        Kept::Fill(colour) => {
            ui.painter().rect_filled(rect, 0.0, *colour);
        }
        Kept::Picture(texture) => {
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), rect, uv, Color32::WHITE);
        }
        Kept::Clip(picture) => {
            clip::picture_ui(&ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())), rect, picture);
        }
    }
    last.0 = Some(kept);
    if let Some(shown) = scene.clip.as_ref().and_then(|page| textures.clip(page)) {
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        match (&scene.ask, &shown.subtitle) {
            (Some(question), _) => clip::question_ui(&painter, rect, question),
            (None, Some(words)) => clip::subtitle_ui(&painter, rect, words),
            (None, None) => {}
        }
    }
    countdown::countdown_ui(ui, rect, scene.module, scene.countdown?, at)
}

/// Something that is painted here and not a picture of the pack.
struct Board {
    /// How long it stays right; `None` = it stands still.
    changes: Option<Duration>,
}

/// Lots and yel-yel; `None` for everything else.
fn board_ui(ui: &Ui, rect: Rect, scene: &StageScene, at: Ms) -> Option<Board> {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let changes = match &scene.base {
        Base::Draw(Draw::Wheel { labels, picked, seed, spun }) => {
            let turning = wheel::Turning { labels, picked: *picked, seed: *seed, spun: *spun };
            wheel::wheel_ui(&painter, rect, scene.module, &turning, at)
        }
        Base::Draw(Draw::Teams { labels }) => {
            teams::teams_ui(&painter, rect, labels);
            None
        }
        Base::Yell(text) => {
            yell::yell_ui(&painter, rect, scene.module, text);
            None
        }
        _ => return None,
    };
    Some(Board { changes })
}

/// What to paint now: the exact picture; else the last good one, which is also right when only the window's size changed; at the very
/// beginning the same page at another size; else black.
fn next_kept(ui: &Ui, rect: Rect, scene: &StageScene, textures: &mut Textures, last: Option<Kept>) -> Kept {
    let module = scene.module;
    match &scene.base {
        Base::Black => return Kept::Fill(Color32::BLACK),
        Base::White => return Kept::Fill(Color32::WHITE),
        _ => {}
    }
    if let Some(shown) = scene.clip.as_ref().and_then(|page| textures.clip(page)) {
        return Kept::Clip(shown.picture.clone());
    }
    let key = key(ui, rect, &scene.base, module);
    let kept = textures.exact(key).map(Kept::Picture).or(last);
    kept.or_else(|| textures.similar(&scene.base, module).map(Kept::Picture)).unwrap_or(Kept::Fill(Color32::BLACK))
}

/// The picture that fills `rect` exactly, in pixels.
#[must_use]
pub fn key(ui: &Ui, rect: Rect, base: &Base, module: Module) -> PictureKey {
    let scale = ui.ctx().pixels_per_point();
    let pixels = |points: f32| ((points * scale).round() as u32).max(1);
    PictureKey { base: base.clone(), module, width: pixels(rect.width()), height: pixels(rect.height()) }
}
