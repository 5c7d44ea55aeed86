//! A control of the bottom bar: its key above, its word below.

use egui::{Align2, Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::ui::theme::{self, RADIUS, size};

/// How a tile looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::console) enum Look {
    /// At rest.
    Plain,
    /// Switched on.
    On,
    /// Worth pressing now: time is short.
    Inviting,
    /// The one primary control.
    Primary,
    /// Not possible now.
    Off,
}

/// One tile. `key` is printed above `label` in small type; an empty key leaves the label alone in the middle. `name` is what screen readers say.
pub(in crate::ui::console) fn tile(
    ui: &mut Ui,
    size: Vec2,
    key: &str,
    label: &str,
    name: &str,
    look: Look,
) -> Response {
    let enabled = look != Look::Off;
    let (rect, response) = ui.allocate_exact_size(size, if enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, look == Look::On, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let c = theme::colours(ui);
    let active = response.hovered() || response.has_focus();
    let (fill, line, key_ink, ink) = match look {
        Look::Plain if active => (c.accent_soft, c.accent, c.muted, c.ink),
        Look::Plain => (c.raised, c.line, c.muted, c.ink),
        Look::On | Look::Primary => (c.accent, c.accent, c.on_accent, c.on_accent),
        Look::Inviting => (c.amber_soft, c.amber, c.amber, c.amber),
        Look::Off => (Color32::TRANSPARENT, c.line, c.muted, c.muted),
    };
    let corner = CornerRadius::same(RADIUS);
    let painter = ui.painter();
    painter.rect(rect, corner, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if response.has_focus() || (active && matches!(look, Look::On | Look::Primary)) {
        painter.rect_stroke(
            rect.shrink(2.0),
            corner,
            Stroke::new(2.0, if fill == c.accent { c.on_accent } else { c.accent }),
            StrokeKind::Inside,
        );
    }
    let points = if key.is_empty() { size::BODY } else { size::SMALL + 1.0 };
    let quiet = matches!(look, Look::Plain | Look::Off);
    let label_font = if quiet { theme::font(points) } else { theme::bold_font(points) };
    let middle = rect.center();
    if key.is_empty() {
        painter.text(middle, Align2::CENTER_CENTER, label, label_font, ink);
    } else {
        let key_font = theme::bold_font(size::SMALL);
        painter.text(pos2(middle.x, middle.y - 1.0), Align2::CENTER_BOTTOM, key, key_font, key_ink);
        painter.text(pos2(middle.x, middle.y + 1.0), Align2::CENTER_TOP, label, label_font, ink);
    }
    response
}

/// The one thing to do on a screen: a large primary button with its key printed on it.
pub(super) fn big_tile(ui: &mut Ui, size: Vec2, key: &str, label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    let c = theme::colours(ui);
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), c.accent);
    if response.has_focus() || response.hovered() {
        let ring = rect.shrink(3.0);
        ui.painter().rect_stroke(ring, CornerRadius::same(RADIUS), Stroke::new(2.0, c.on_accent), StrokeKind::Inside);
    }
    let label_font = theme::bold_font(self::size::TITLE);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, label, label_font, c.on_accent);
    let corner = pos2(rect.right() - 16.0, rect.center().y);
    ui.painter().text(corner, Align2::RIGHT_CENTER, key, theme::bold_font(self::size::SMALL), c.on_accent);
    response
}

/// Width a tile needs for its words, without the air around them.
pub(super) fn words_width(ui: &Ui, key: &str, label: &str) -> f32 {
    let width = |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x;
    width(key, theme::bold_font(size::SMALL)).max(width(label, theme::bold_font(size::SMALL + 1.0)))
}
