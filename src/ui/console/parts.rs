//! What the planning screens share: their frame (head, body, foot), buttons with an icon, fields with a name. No screen of its own.

use egui::{
    Align, Button, CentralPanel, CornerRadius, Frame, Layout, Margin, Panel, Popup, RectAlign, Response, RichText,
    Role, ScrollArea, Sense, Stroke, TextEdit, TextFormat, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2,
    text::{CCursor, CCursorRange, LayoutJob},
    text_edit::TextEditState,
    vec2,
};
use egui_material_icons::{MaterialIcon, icons};

use crate::ui::{
    theme::{self, GRID, HIT, RADIUS, size},
    widgets,
};

/// Free space at the left and right of a screen.
const EDGE: f32 = 3.0 * GRID;
/// Space between columns and cards.
pub(super) const GAP: f32 = 2.0 * GRID;
/// Room a list is happy with, points.
const LIST: f32 = 320.0;
/// Icons beside words, points.
const ICON: f32 = 22.0;

/// Rank of a button; one primary per screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
    Quiet,
}

/// A button with words, perhaps an icon, perhaps a fuller name for those who hear the screen.
pub(super) struct Action<'a> {
    rank: Rank,
    label: &'a str,
    name: Option<&'a str>,
    icon: Option<MaterialIcon>,
    enabled: bool,
    selected: Option<bool>,
}

impl<'a> Action<'a> {
    const fn of(rank: Rank, label: &'a str) -> Self {
        Self { rank, label, name: None, icon: None, enabled: true, selected: None }
    }
    /// The one primary button of a screen.
    pub(super) const fn primary(label: &'a str) -> Self {
        Self::of(Rank::Primary, label)
    }
    /// An ordinary button.
    pub(super) const fn secondary(label: &'a str) -> Self {
        Self::of(Rank::Secondary, label)
    }
    /// Words only.
    pub(super) const fn quiet(label: &'a str) -> Self {
        Self::of(Rank::Quiet, label)
    }
    /// With an icon in front.
    pub(super) const fn icon(mut self, icon: MaterialIcon) -> Self {
        self.icon = Some(icon);
        self
    }
    /// Heard instead of the label where the same label stands more than once.
    pub(super) const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }
    /// Can be pressed; say why beside it when not.
    pub(super) const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
    /// A toggle.
    pub(super) const fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Draws it.
    pub(super) fn show(self, ui: &mut Ui) -> Response {
        let padding = ui.spacing().button_padding;
        let button = self.button(ui);
        let response = ui.add_enabled(self.enabled, button);
        // Not in a scope of its own: a wrapping row must know the button's width beforehand.
        ui.spacing_mut().button_padding = padding;
        self.finish(ui, &response);
        response
    }

    /// Draws it; pressed, it opens a list below or above it, never over it: the second press of a double click lands on the button. What
    /// is longer than the room there scrolls.
    pub(super) fn menu(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
        let button = self.button(ui);
        let response = ui.add_enabled(self.enabled, button);
        let screen = ui.ctx().content_rect();
        let (above, below) = (response.rect.top() - screen.top(), screen.bottom() - response.rect.bottom());
        let (room, sides) = if below >= above.min(LIST) {
            (below, [RectAlign::BOTTOM_START, RectAlign::BOTTOM_END])
        } else {
            (above, [RectAlign::TOP_START, RectAlign::TOP_END])
        };
        Popup::menu(&response).align(sides[0]).align_alternatives(&sides[1..]).show(|ui| {
            ScrollArea::vertical().max_height((room - 4.0 * GRID).max(HIT)).show(ui, contents);
        });
        self.finish(ui, &response);
    }

    /// The button itself; sets the padding it needs in `ui`.
    fn button(&self, ui: &mut Ui) -> Button<'static> {
        let c = theme::colours(ui);
        let on = self.selected == Some(true);
        let (ink, fill, stroke) = match self.rank {
            Rank::Primary => (c.on_accent, c.accent, Stroke::NONE),
            // Softer than a primary button, so that nobody presses it for one.
            _ if on => (c.accent, c.accent_soft, Stroke::new(2.0, c.accent)),
            Rank::Secondary => (c.ink, c.card, Stroke::new(1.0, c.line)),
            Rank::Quiet => (c.accent, egui::Color32::TRANSPARENT, Stroke::NONE),
        };
        let font =
            if self.rank == Rank::Primary || on { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
        let mut job = LayoutJob::default();
        let mut append = |text: &str, space: f32, font_id| {
            job.append(text, space, TextFormat { font_id, color: ink, valign: Align::Center, ..TextFormat::default() });
        };
        if let Some(icon) = self.icon {
            append(icon.codepoint, 0.0, theme::font(ICON));
        }
        if !self.label.is_empty() {
            append(self.label, if self.icon.is_some() { GRID } else { 0.0 }, font);
        }
        if self.rank == Rank::Quiet || self.label.chars().count() < 3 {
            ui.spacing_mut().button_padding.x = GRID;
        }
        Button::new(job).min_size(vec2(HIT, HIT)).fill(fill).stroke(stroke).wrap_mode(TextWrapMode::Extend)
    }

    /// Its name and where the keyboard is.
    fn finish(&self, ui: &Ui, response: &Response) {
        let name = self.name.unwrap_or(self.label);
        response.widget_info(|| match self.selected {
            Some(on) => WidgetInfo::selected(Role::Button, self.enabled, on, name),
            None => WidgetInfo::labeled(Role::Button, self.enabled, name),
        });
        widgets::focus_ring(ui, response);
        keep_in_view(response);
    }
}

/// Takes all of a field's text, so that what is typed replaces it.
pub(super) fn select_all(field: &Response, text: &str) {
    let mut state = TextEditState::load(&field.ctx, field.id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(&field.ctx, field.id);
}

/// A square button with an icon alone; `name` is heard and shown when pointed at.
pub(super) fn icon_button(ui: &mut Ui, icon: MaterialIcon, name: &str, enabled: bool) -> Response {
    let response = Action::quiet("").icon(icon).name(name).enabled(enabled).show(ui);
    response.on_hover_text(name)
}

/// The strip above a screen: way back, title and what stands at the right. True when "back" was pressed.
pub(super) fn head(ui: &mut Ui, back: Option<&str>, title: &str, right: impl FnOnce(&mut Ui)) -> bool {
    let frame = Frame::new().inner_margin(edges(GAP, GAP));
    let strip = Panel::top("head").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(HIT);
            let pressed =
                back.is_some_and(|back| Action::secondary(back).icon(icons::ICON_ARROW_BACK).show(ui).clicked());
            if back.is_some() {
                ui.add_space(GRID);
            }
            // The right side first, so that a long title gives way to it.
            widgets::at_right(ui, |ui| {
                right(ui);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    line(ui, RichText::new(title).font(theme::bold_font(size::HUGE)));
                });
            });
            pressed
        })
    });
    strip.inner.inner
}

/// The strip below a screen, with its primary button at the right.
pub(super) fn foot<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(theme::colours(ui).card).inner_margin(edges(1.5 * GRID, 1.5 * GRID));
    let strip = Panel::bottom("foot").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(HIT);
            contents(ui)
        })
    });
    strip.inner.inner
}

/// What is between head and foot.
pub(super) fn body<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().inner_margin(edges(0.0, GAP));
    CentralPanel::default().frame(frame).show(ui, contents).inner
}

fn edges(top: f32, bottom: f32) -> Margin {
    Margin { left: EDGE as i8, right: EDGE as i8, top: top as i8, bottom: bottom as i8 }
}

/// Two columns over the height that is left, the left one with `share` of the width.
pub(super) fn halves(ui: &mut Ui, share: f32) -> [Ui; 2] {
    let area = ui.available_rect_before_wrap();
    let middle = (area.left() + (area.width() - GAP) * share).round();
    let left = egui::Rect::from_min_max(area.min, pos2(middle, area.bottom()));
    let right = egui::Rect::from_min_max(pos2(middle + GAP, area.top()), area.max);
    ui.advance_cursor_after_rect(area);
    [("left", left), ("right", right)].map(|(name, rect)| {
        ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min)))
    })
}

/// Scrolls what is longer than the room left.
pub(super) fn scroll<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, contents).inner
}

/// A card over the whole width.
pub(super) fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    })
}

/// A card's title.
pub(super) fn title(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).font(theme::bold_font(size::TITLE)));
}

/// A smaller title inside a card, or over a group of fields.
pub(super) fn subtitle(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(theme::bold_font(size::BODY)))
}

/// Words in a colour.
pub(super) fn words(ui: &mut Ui, text: &str, colour: egui::Color32) -> Response {
    ui.label(RichText::new(text).color(colour))
}

/// One line, cut with … where it is too long.
pub(super) fn line(ui: &mut Ui, text: RichText) -> Response {
    ui.add(egui::Label::new(text).truncate())
}

/// Small secondary words on one line, cut where they are too long.
pub(super) fn caption_line(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::colours(ui).muted;
    line(ui, RichText::new(text).font(theme::font(size::SMALL)).color(colour))
}

/// A small coloured word on a soft ground, of its own height in any layout.
pub(super) fn chip(ui: &mut Ui, text: &str, ink: egui::Color32, ground: egui::Color32) {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::bold_font(size::SMALL), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(2.0 * GRID, GRID / 2.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS / 2), ground);
    ui.painter().galley(rect.min + vec2(GRID, GRID / 4.0), galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// `count` columns of one width beside each other, `GAP` apart; each as high as it needs.
pub(super) fn columns(ui: &mut Ui, count: usize, mut contents: impl FnMut(usize, &mut Ui)) {
    let count = count.max(1);
    let width = ((ui.available_width() - GAP * (count - 1) as f32) / count as f32).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for index in 0..count {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = GRID;
                ui.set_width(width);
                contents(index, ui);
            });
        }
    });
}

/// Words and chips beside each other, no higher than they are (rows are otherwise as high as a button).
pub(super) fn low_row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(contents).inner
    })
    .inner
}

/// A name or title that must not be cut.
pub(super) fn whole_title(ui: &mut Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).font(theme::bold_font(size::TITLE))).wrap());
}

/// A hint with an icon: something to look at before going on.
pub(super) fn hint(ui: &mut Ui, icon: MaterialIcon, text: &str, ink: egui::Color32, ground: egui::Color32) {
    Frame::new()
        .fill(ground)
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::symmetric((1.5 * GRID) as i8, GRID as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            low_row(ui, |ui| {
                ui.label(RichText::new(icon.codepoint).font(theme::font(ICON)).color(ink));
                ui.add(egui::Label::new(RichText::new(text).color(ink)).wrap());
            });
        });
}

/// A text field one line high, as wide as the room left or `width`, named for those who hear the screen.
pub(super) fn field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: Option<f32>) -> Response {
    add_field(ui, TextEdit::singleline(text), name, hint, width)
}

/// The same with an id of its own, so that it can be given the keyboard before it is drawn: what is typed meanwhile is not lost.
pub(super) fn field_of(ui: &mut Ui, id: egui::Id, text: &mut String, name: &str, hint: &str, width: f32) -> Response {
    add_field(ui, TextEdit::singleline(text).id(id), name, hint, Some(width))
}

fn add_field(ui: &mut Ui, field: TextEdit<'_>, name: &str, hint: &str, width: Option<f32>) -> Response {
    let muted = theme::colours(ui).muted;
    let response = ui.add(
        field
            .hint_text(RichText::new(hint).color(muted))
            .desired_width(width.unwrap_or(f32::INFINITY))
            .min_size(vec2(0.0, HIT))
            .align(egui::Align2::LEFT_CENTER)
            .margin(Margin::symmetric((1.5 * GRID) as i8, 0)),
    );
    keep_in_view(&response);
    response.accessible_name(name)
}

/// A label above its field.
pub(super) fn labelled_field(ui: &mut Ui, text: &mut String, label: &str, hint: &str, width: Option<f32>) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        let caption = widgets::caption(ui, label);
        field(ui, text, label, hint, width).labelled_by(caption.id)
    })
    .inner
}

/// A card that is one button: the whole of it can be pressed. `name` is what those hear who do not see it.
pub(super) fn tile(
    ui: &mut Ui,
    salt: impl egui::AsIdSalt,
    name: &str,
    height: f32,
    contents: impl FnOnce(&mut Ui),
) -> Response {
    let c = theme::colours(ui);
    let builder = UiBuilder::new().id_salt(salt).sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            let pointed = ui.response().hovered();
            let (fill, stroke) = if pointed { (c.accent_soft, c.accent) } else { (c.card, c.line) };
            Frame::new()
                .fill(fill)
                .stroke(Stroke::new(1.0, stroke))
                .corner_radius(CornerRadius::same(RADIUS))
                .inner_margin(Margin::symmetric(GAP as i8, (1.5 * GRID) as i8))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.set_min_height(height);
                    ui.spacing_mut().item_spacing.y = GRID / 2.0;
                    contents(ui);
                });
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    widgets::focus_ring(ui, &response);
    keep_in_view(&response);
    response
}

/// Draws something that may be what was looked for: then it stands on a ground of its own, and is brought into view when `reveal` asks for it.
pub(super) fn marked(ui: &mut Ui, marked: bool, reveal: &mut bool, contents: impl FnOnce(&mut Ui)) {
    if !marked {
        return contents(ui);
    }
    let c = theme::colours(ui);
    let frame = Frame::new().fill(c.accent_soft).stroke(Stroke::new(2.0, c.accent));
    let frame = frame.corner_radius(CornerRadius::same(RADIUS)).inner_margin(Margin::same(GRID as i8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
    if std::mem::take(reveal) {
        shown.response.scroll_to_me(Some(Align::Center));
    }
}

/// Scrolls to what the keyboard has reached.
pub(super) fn keep_in_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
