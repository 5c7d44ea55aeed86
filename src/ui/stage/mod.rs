//! Paints a [`StageScene`]: the page's picture and what lives above it. The same function serves the projector and the console's preview.

use egui::{Color32, Rect, Ui};

use crate::engine::{
    scene::{Base, StageScene},
    session::Module,
    time::Ms,
};

use super::textures::Textures;

/// Remembers the last good picture of one place (projector, preview), so that nothing ever flashes.
#[derive(Clone, Debug, Default)]
pub struct LastGood(Option<(Base, Module)>);

/// Paints `scene` into `rect`. `at` is meeting time now, for the countdown. Returns how long the picture stays right (for the next repaint); `None` = until something happens.
pub fn stage_ui(
    ui: &Ui,
    rect: Rect,
    scene: &StageScene,
    textures: &mut Textures,
    last: &mut LastGood,
    at: Ms,
) -> Option<std::time::Duration> {
    let _ = at;
    if textures.paint(ui, rect, &scene.base, scene.module) {
        last.0 = Some((scene.base.clone(), scene.module));
    } else {
        let kept = last.0.clone();
        let painted = kept.is_some_and(|(base, module)| textures.paint(ui, rect, &base, module));
        if !painted {
            ui.painter().rect_filled(rect, 0.0, Color32::BLACK);
        }
    }
    None
}
