//! Under the page of a clip: play and pause, where it is, back and on, how loud, and speaking over it.

use egui::{Align, Layout, RichText, Role, Slider, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    text::{clip as text, keys as words},
    ui::{
        intent::{ClipKey, Intent},
        keymap::{self, Context},
        theme::{self, GRID, size},
        view::{ClipState, ClipView},
    },
};

use super::tile::{Look, tile};

/// Height of a tile, points.
const TILE: f32 = 44.0;
/// Width of play and pause, and of speaking over it, points.
const WIDE: f32 = 92.0;
/// Width of a tile for back and on; a narrower one has no room for its words beside the picture of a number, points.
const SKIP: f32 = 58.0;
/// The narrowest, in the smallest window.
const NARROW: f32 = 26.0;
/// Height of the words' and of the seek bar's row, points.
const ROW: f32 = 28.0;
/// Height of it all, points.
pub(super) const HEIGHT: f32 = 2.0 * (ROW + 4.0) + TILE + 4.0;

/// Draws it.
pub(super) fn clip_bar_ui(ui: &mut Ui, clip: ClipView, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
    if clip.state != ClipState::Ready {
        let c = theme::colours(ui);
        let (words, ink) =
            if clip.state == ClipState::Opening { (text::OPENING, c.muted) } else { (text::FAILED, c.amber) };
        ui.add(egui::Label::new(RichText::new(words).font(theme::font(size::BODY)).color(ink)).wrap());
        if clip.state == ClipState::Failed {
            toggle_ui(ui, clip, text::RETRY, out);
        }
        return;
    }
    let bar = egui::Rect::from_min_size(ui.next_widget_position(), vec2(ui.available_width(), HEIGHT));
    focus_ui(ui, bar, clip.focused, out);
    let c = theme::colours(ui);
    ui.spacing_mut().interact_size.y = ROW;
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        let stands = text::position(clip.position, clip.duration);
        ui.label(RichText::new(stands).font(theme::bold_font(size::SMALL)).color(c.ink));
        if clip.sound {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| volume_ui(ui, clip, out));
        }
    });
    seek_ui(ui, clip, out);
    buttons_ui(ui, clip, out);
}

fn seek_ui(ui: &mut Ui, clip: ClipView, out: &mut Vec<Intent>) {
    if clip.duration.0 == 0 {
        return;
    }
    let mut at = clip.position.0.min(clip.duration.0);
    ui.spacing_mut().slider_width = ui.available_width() - GRID;
    let slider = ui.add(Slider::new(&mut at, 0..=clip.duration.0).show_value(false).trailing_fill(true));
    slider.widget_info(|| WidgetInfo::slider(true, at as f64 / 1000.0, text::SEEK));
    // Dragging seeks when it is let go of; a press on the bar at once.
    if slider.changed() && !slider.dragged() || slider.drag_stopped() {
        out.push(Intent::Clip(ClipKey::Seek(at)));
    }
}

/// Whatever is pressed in the bar gives the clip the focus, whatever is pressed elsewhere takes it; a ring shows who has it.
fn focus_ui(ui: &Ui, bar: egui::Rect, focused: bool, out: &mut Vec<Intent>) {
    let pressed = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
    if let Some(at) = pressed
        && bar.contains(at) != focused
    {
        out.push(Intent::Clip(ClipKey::Focus(!focused)));
    }
    if focused {
        let ring = egui::Stroke::new(2.0, theme::colours(ui).accent);
        ui.painter().rect_stroke(bar.expand(2.0), theme::RADIUS, ring, egui::StrokeKind::Outside);
    }
}

/// Play or pause; its key, which is Space as well while the clip has the focus.
fn toggle_ui(ui: &mut Ui, clip: ClipView, label: &str, out: &mut Vec<Intent>) {
    let toggle = Intent::Clip(ClipKey::Toggle);
    let mut keys = keymap::hint(Context::Deliver, &toggle);
    if clip.focused {
        keys = format!("{keys} · {}", words::SPACE);
    }
    let look = if clip.running { Look::On } else { Look::Inviting };
    if tile(ui, vec2(WIDE, TILE), &keys, label, label, look).clicked() {
        out.push(toggle);
    }
}

fn buttons_ui(ui: &mut Ui, clip: ClipView, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let label = match (clip.running, clip.ended) {
            (true, _) => text::PAUSE,
            (false, true) => text::AGAIN,
            (false, false) => text::PLAY,
        };
        let gap = ui.spacing().item_spacing.x;
        let others = if clip.sound { 2.0 * (WIDE + gap) } else { WIDE + gap };
        let skip = ((ui.available_width() - others) / 4.0 - gap).clamp(NARROW, SKIP).floor();
        toggle_ui(ui, clip, label, out);
        for (seconds, icon, name) in [
            (-30_i16, icons::ICON_REPLAY_30, text::FAR_BACK_NAME),
            (-5, icons::ICON_REPLAY_5, text::BACK_NAME),
            (5, icons::ICON_FORWARD_5, text::ON_NAME),
            (30, icons::ICON_FORWARD_30, text::FAR_ON_NAME),
        ] {
            let words = if seconds.abs() == 5 { text::BACK } else { text::FAR };
            let (above, words) = if skip < SKIP { ("", icon.codepoint) } else { (icon.codepoint, words) };
            if tile(ui, vec2(skip, TILE), above, words, name, Look::Plain).clicked() {
                out.push(Intent::Clip(ClipKey::Skip(seconds)));
            }
        }
        if clip.sound {
            let duck = Intent::Clip(ClipKey::Duck);
            let look = if clip.ducked { Look::On } else { Look::Plain };
            if tile(ui, vec2(WIDE, TILE), &keymap::hint(Context::Deliver, &duck), text::DUCK, text::DUCK, look)
                .clicked()
            {
                out.push(duck);
            }
        }
    });
}

/// Right to left.
fn volume_ui(ui: &mut Ui, clip: ClipView, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    ui.label(RichText::new(text::percent(clip.volume)).font(theme::font(size::SMALL)).color(c.muted));
    let mut volume = clip.volume;
    ui.spacing_mut().slider_width = (ui.available_width() - 48.0).clamp(40.0, 140.0);
    let slider = ui.add(Slider::new(&mut volume, 0..=100).show_value(false).trailing_fill(true));
    slider.widget_info(|| WidgetInfo::slider(true, f64::from(volume), text::VOLUME));
    if slider.changed() {
        out.push(Intent::Clip(ClipKey::Volume(volume)));
    }
    let icon = if clip.volume == 0 { icons::ICON_VOLUME_OFF } else { icons::ICON_VOLUME_UP };
    let mute = ui.add(egui::Button::new(RichText::new(icon.codepoint).size(size::TITLE).color(c.ink)).frame(false));
    mute.widget_info(|| WidgetInfo::selected(Role::Button, true, clip.volume == 0, text::MUTE));
    if mute.clicked() {
        out.push(Intent::Clip(ClipKey::Mute));
    }
}
