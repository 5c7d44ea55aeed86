//! Cek sebelum mulai: one line for each thing a meeting needs, what to do about it, and the buttons for that. What to look at while the
//! test picture is on the projector is in `guide`; what is judged how is in `engine::preflight`.

use egui::{
    Align, Button, Color32, CornerRadius, Frame, Layout, Margin, Popup, Rect, RichText, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::{MaterialIcon, icons};

use crate::{
    engine::preflight::{Item, Level, Line, Projector, blocks, judge},
    text::{preflight as text, sound as text_sound},
    ui::{
        drafts::Drafts,
        intent::{Intent, Screen, SoundKey},
        theme::{self, Colours, GRID, HIT, RADIUS, size},
        view::{CheckView, SoundView, View},
        widgets,
    },
};

use super::{
    parts::{self, Action, GAP},
    prepare,
};

mod guide;

/// Sentences, points: between body and captions, so that two lines fit beside the buttons.
const SENTENCE: f32 = 16.0;
/// Width of the sign in front of a line.
const SIGN: f32 = 40.0;
/// Free space above and below a line, on the smallest laptop and on larger ones.
const AIR: (f32, f32) = (0.5 * GRID, 1.25 * GRID);
/// From this height on there is room for more of it, points.
const ROOMY: f32 = 500.0;

/// Draws it.
pub fn check_ui(ui: &mut Ui, view: &View<'_>, drafts: &Drafts, out: &mut Vec<Intent>) {
    let Some(check) = &view.check else { return };
    if view.hall.testing {
        guide::guide_ui(ui, check, out);
        return;
    }
    let lines = judge(&check.findings);
    let back = parts::head(ui, Some(text::BACK), text::TITLE, |ui| {
        if Action::secondary(text::AGAIN).icon(icons::ICON_REFRESH).show(ui).clicked() {
            out.push(Intent::LookAgain);
        }
    });
    if back {
        out.push(Intent::Go(way_back(check)));
    }
    foot(ui, view, check, drafts, lines.iter().any(blocks), out);
    parts::body(ui, |ui| {
        summary(ui, &lines);
        ui.add_space(GRID / 2.0);
        let air = if ui.available_height() < ROOMY { AIR.0 } else { AIR.1 };
        parts::scroll(ui, "lines", |ui| {
            low_card(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, line) in lines.iter().enumerate() {
                    if index > 0 {
                        separator(ui);
                    }
                    line_ui(ui, line, air, &offers(line.item, view, check), view.sound, out);
                }
            });
        });
    });
}

fn way_back(check: &CheckView) -> Screen {
    if check.from_meeting { Screen::Deliver } else { Screen::Prepare }
}

/// The primary button: what Prepare's does, or back to the meeting that is open.
fn foot(ui: &mut Ui, view: &View<'_>, check: &CheckView, drafts: &Drafts, blocked: bool, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        widgets::at_right(ui, |ui| match &drafts.plan {
            Some(plan) if !check.from_meeting => {
                let blocked = blocked.then_some(text::summary_then(0, true));
                let problem = prepare::problem(view, plan, &drafts.hours).or(blocked);
                prepare::open_ui(ui, plan, problem, out);
                ui.add_space(GRID);
                widgets::caption(ui, problem.unwrap_or(crate::text::prepare::OPEN_HINT));
            }
            _ => {
                if Action::primary(text::TO_WAITING).icon(icons::ICON_ARROW_FORWARD).show(ui).clicked() {
                    out.push(Intent::Go(way_back(check)));
                }
            }
        });
    });
}

/// Icon, ink and ground of a level.
fn look(c: &Colours, level: Level) -> (MaterialIcon, Color32, Color32) {
    match level {
        Level::Green => (icons::ICON_CHECK_CIRCLE, c.green, c.green_soft),
        Level::Pending => (icons::ICON_HOURGLASS_EMPTY, c.muted, c.raised),
        Level::Amber => (icons::ICON_WARNING, c.amber, c.amber_soft),
        Level::Red => (icons::ICON_ERROR, c.red, c.red_soft),
    }
}

/// How it all stands, on one line.
fn summary(ui: &mut Ui, lines: &[Line]) {
    let to_look_at = lines.iter().filter(|line| line.level >= Level::Amber).count();
    let blocked = lines.iter().any(blocks);
    let pending = lines.iter().any(|line| line.level == Level::Pending);
    let worst = lines.iter().map(|line| line.level).max().unwrap_or(Level::Green);
    let (icon, ink, _) = look(theme::colours(ui), worst);
    let muted = theme::colours(ui).muted;
    parts::low_row(ui, |ui| {
        ui.label(RichText::new(icon.codepoint).font(theme::font(size::TITLE + 4.0)).color(ink));
        let words = text::summary(to_look_at, blocked, pending);
        ui.label(RichText::new(words).font(theme::bold_font(size::TITLE)).color(ink));
        let then = text::summary_then(to_look_at, blocked);
        if !then.is_empty() {
            ui.label(RichText::new(then).font(theme::font(SENTENCE)).color(muted));
        }
    });
}

/// A card whose lines bring their own air, so that all of them stand on the smallest laptop.
fn low_card(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let c = theme::colours(ui);
    Frame::new()
        .fill(c.card)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::symmetric(GAP as i8, AIR.0 as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

fn separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, theme::colours(ui).line);
}

/// A button of a line.
struct Offer {
    label: &'static str,
    intent: Intent,
    /// Opens the list of loudspeakers instead.
    menu: bool,
}

fn offer(label: &'static str, intent: Intent) -> Offer {
    Offer { label, intent, menu: false }
}

/// What can be done about an item here and now.
fn offers(item: Item, view: &View<'_>, check: &CheckView) -> Vec<Offer> {
    match (item, &check.findings.projector) {
        (Item::Projector, Projector::There { .. }) => vec![
            offer(text::NUMBERS, Intent::ShowNumbers),
            offer(text::TEST_PICTURE, Intent::TestPicture(true)),
            offer(text::SWAP, Intent::SwapScreens),
        ],
        (Item::Projector, Projector::Mirrored) => vec![offer(text::EXTEND, Intent::ExtendScreens)],
        // Without a meeting there is nothing the room could see on the laptop.
        (Item::Projector, Projector::None) if view.meeting.is_some() => {
            vec![offer(text::ON_LAPTOP, Intent::LaptopForRoom)]
        }
        (Item::Sound, _) => {
            let mut offers = vec![
                Offer { menu: true, ..offer(text_sound::CHOOSE, Intent::TestTone) },
                offer(text::TONE, Intent::TestTone),
            ];
            let found = check.findings.sound;
            if found.there && found.played && found.heard.is_none() {
                // There is room for three on the smallest laptop, and the question comes first.
                offers.remove(0);
                offers.extend([offer(text::YES, Intent::ToneHeard(true)), offer(text::NO, Intent::ToneHeard(false))]);
            }
            offers
        }
        _ => Vec::new(),
    }
}

/// A sign, the item with a word for its level, what was found and what to do; the buttons at the right.
fn line_ui(ui: &mut Ui, line: &Line, air: f32, offers: &[Offer], loudspeakers: SoundView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let (icon, ink, ground) = look(c, line.level);
    let sentence = text::reason(&line.reason);
    let painter = ui.painter().clone();
    let buttons = buttons_width(ui, offers);
    let width = ui.available_width();
    let words_width = width - SIGN - GAP - buttons - if offers.is_empty() { 0.0 } else { GAP };
    let name = painter.layout_no_wrap(text::item(line.item).to_owned(), theme::bold_font(size::BODY), c.ink);
    let word = painter.layout_no_wrap(text::level(line.level).to_owned(), theme::bold_font(size::SMALL), ink);
    let said = painter.layout(sentence.clone(), theme::font(SENTENCE), c.ink, words_width);
    let words_height = name.size().y + GRID / 4.0 + said.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, words_height.max(HIT) + 2.0 * air), Sense::hover());
    let all = format!("{}: {}. {sentence}", text::item(line.item), text::level(line.level));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &all));

    let sign = pos2(rect.left() + SIGN / 2.0, rect.center().y);
    painter.circle_filled(sign, SIGN / 2.0, ground);
    painter.text(sign, egui::Align2::CENTER_CENTER, icon.codepoint, theme::font(size::TITLE), ink);
    let at = pos2(rect.left() + SIGN + GAP, rect.center().y - words_height / 2.0);
    let chip = Rect::from_min_size(
        pos2(at.x + name.size().x + GRID, at.y + (name.size().y - word.size().y) / 2.0 - 1.0),
        word.size() + vec2(1.5 * GRID, 2.0),
    );
    let below = at.y + name.size().y + GRID / 4.0;
    painter.galley(at, name, c.ink);
    painter.rect_filled(chip, CornerRadius::same(RADIUS / 2), ground);
    painter.galley(chip.min + vec2(0.75 * GRID, 1.0), word, ink);
    painter.galley(pos2(at.x, below), said, c.ink);

    let right = Rect::from_min_max(pos2(rect.right() - buttons, rect.top()), rect.max);
    let builder = UiBuilder::new().id_salt(text::item(line.item)).max_rect(right);
    let mut ui = ui.new_child(builder.layout(Layout::left_to_right(Align::Center)));
    for offer in offers {
        let button = Action::secondary(offer.label).show(&mut ui);
        if offer.menu {
            Popup::menu(&button).show(|ui| loudspeakers_ui(ui, loudspeakers, out));
        } else if button.clicked() {
            out.push(offer.intent.clone());
        }
    }
}

/// The loudspeakers by name, the computer's own choice first. Choosing one rings the tone through it.
fn loudspeakers_ui(ui: &mut Ui, sound: SoundView<'_>, out: &mut Vec<Intent>) {
    let follow = (text_sound::follow(sound.default), None);
    let named = sound.names.iter().map(|name| (name.clone(), Some(name.clone())));
    for (label, device) in std::iter::once(follow).chain(named) {
        let on = sound.chosen == device.as_deref();
        if ui.add(Button::selectable(on, label).min_size(vec2(0.0, HIT))).clicked() {
            out.push(Intent::Sound(SoundKey::Device(device)));
        }
    }
    if sound.names.is_empty() {
        widgets::caption(ui, text_sound::NONE);
    }
}

/// What the buttons take, so that the words before them know where to break.
fn buttons_width(ui: &Ui, offers: &[Offer]) -> f32 {
    let spacing = ui.spacing();
    let (padding, between) = (2.0 * spacing.button_padding.x, spacing.item_spacing.x);
    let words = |offer: &Offer| {
        let galley = ui.painter().layout_no_wrap(offer.label.to_owned(), theme::font(size::BODY), Color32::PLACEHOLDER);
        (galley.size().x + padding).max(HIT).ceil()
    };
    offers.iter().map(words).sum::<f32>() + between * offers.len().saturating_sub(1) as f32
}
