//! The few shapes every screen is made of: buttons of three ranks, cards, key caps, notices. No screen of its own.

use egui::{
    Align, Button, CornerRadius, Event, Frame, Key, Layout, Margin, Modifiers, Response, RichText, Stroke, StrokeKind,
    Ui, vec2,
};

use super::theme::{self, GRID, HIT, RADIUS, size};

/// Shows where the keyboard is: buttons have borders of their own, which hide egui's.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let ring = response.rect.expand(2.0);
        let stroke = Stroke::new(3.0, theme::colours(ui).ink);
        ui.painter().rect_stroke(ring, CornerRadius::same(RADIUS + 2), stroke, StrokeKind::Outside);
    }
}

/// The one primary button of a screen.
pub fn primary(ui: &mut Ui, label: &str) -> Response {
    let c = theme::colours(ui);
    let response = ui.add(
        Button::new(RichText::new(label).font(theme::bold_font(size::BODY)).color(c.on_accent))
            .fill(c.accent)
            .stroke(Stroke::NONE)
            .min_size(vec2(HIT, HIT)),
    );
    focus_ring(ui, &response);
    response
}

/// An ordinary button.
pub fn secondary(ui: &mut Ui, label: &str) -> Response {
    let c = theme::colours(ui);
    let response = ui.add(
        Button::new(RichText::new(label).color(c.ink))
            .fill(c.card)
            .stroke(Stroke::new(1.0, c.line))
            .min_size(vec2(HIT, HIT)),
    );
    focus_ring(ui, &response);
    response
}

/// A quiet button: words only.
pub fn quiet(ui: &mut Ui, label: &str) -> Response {
    let c = theme::colours(ui);
    let response = ui.add(Button::new(RichText::new(label).color(c.accent)).frame(false).min_size(vec2(HIT, HIT)));
    focus_ring(ui, &response);
    response
}

/// A button with its key printed on it.
pub fn keyed(ui: &mut Ui, key: &str, label: &str, on: bool) -> Response {
    let c = theme::colours(ui);
    let mut job = egui::text::LayoutJob::default();
    let (key_colour, ink) = if on { (c.on_accent, c.on_accent) } else { (c.muted, c.ink) };
    job.append(
        key,
        0.0,
        egui::TextFormat {
            font_id: theme::bold_font(size::SMALL),
            color: key_colour,
            valign: Align::Center,
            ..Default::default()
        },
    );
    job.append(
        label,
        GRID,
        egui::TextFormat { font_id: theme::font(size::BODY), color: ink, valign: Align::Center, ..Default::default() },
    );
    let fill = if on { c.accent } else { c.card };
    let response = ui.add(Button::new(job).fill(fill).stroke(Stroke::new(1.0, c.line)).min_size(vec2(HIT, HIT)));
    // The accessible name is the label alone, so that tests and screen readers find the control by what it does.
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, label));
    focus_ring(ui, &response);
    response
}

/// A card.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let c = theme::colours(ui);
    Frame::new()
        .fill(c.card)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::same((2.0 * GRID) as i8))
        .show(ui, contents)
        .inner
}

/// Small secondary words.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::colours(ui).muted;
    ui.label(RichText::new(text).font(theme::font(size::SMALL)).color(colour))
}

/// This key was pressed and is not merely held; nothing else gets it.
#[must_use]
pub fn pressed_anew(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    let anew = |event: &Event| match event {
        Event::Key { key: other, pressed: true, repeat: false, modifiers: held, .. } => {
            *other == key && held.matches_logically(modifiers)
        }
        _ => false,
    };
    ui.input_mut(|input| {
        let pressed = input.events.iter().any(anew);
        input.consume_key(modifiers, key);
        pressed
    })
}

/// A coloured word on a soft ground ("terlambat 6 menit").
pub fn tag(ui: &mut Ui, text: &str, ink: egui::Color32, ground: egui::Color32) -> Response {
    let words = ui.painter().layout_no_wrap(text.to_owned(), theme::bold_font(size::BODY), ink);
    // As high as its word, however high the bar is that it stands in.
    let (rect, response) = ui.allocate_exact_size(words.size() + egui::vec2(2.0 * GRID, GRID), egui::Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), ground);
    ui.painter().galley(rect.min + egui::vec2(GRID, GRID / 2.0), words, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    response
}

/// Things pushed to the right edge.
pub fn at_right<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.with_layout(Layout::right_to_left(Align::Center), contents).inner
}
