//! A problem card of a rehearsal: what happens, what one may do, and what good practice is.

use egui::{CornerRadius, Frame, Label, Margin, RichText, Role, ScrollArea, Stroke, Ui, WidgetInfo};
use egui_material_icons::icons;

use crate::{
    text::rehearse as text,
    ui::{
        intent::{Intent, RehearseKey},
        keymap::{self, Context},
        theme::{self, GRID, RADIUS, size},
        view::CardView,
    },
};

use super::super::parts::Action;

/// Draws it; a card longer than the room left scrolls.
pub(super) fn problem_ui(ui: &mut Ui, card: CardView<'_>, out: &mut Vec<Intent>) {
    ScrollArea::vertical()
        .id_salt(("problem", &card.problem.id, card.chosen.is_some()))
        .auto_shrink([false, true])
        .show(ui, |ui| card_ui(ui, card, out));
    ui.add_space(GRID);
}

fn card_ui(ui: &mut Ui, card: CardView<'_>, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let frame = Frame::new()
        .fill(c.practice_soft)
        .stroke(Stroke::new(1.0, c.practice))
        .corner_radius(CornerRadius::same(RADIUS));
    frame.inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = GRID;
        let say = |ui: &mut Ui, words: &str, font, ink| {
            _ = ui.add(Label::new(RichText::new(words).font(font).color(ink)).wrap());
        };
        say(ui, &card.problem.title, theme::bold_font(size::BODY), c.practice);
        say(ui, &card.problem.situation, theme::font(size::BODY), c.ink);
        let over = card.chosen.is_some() || card.done;
        if card.done {
            say(ui, text::HANDLED, theme::bold_font(size::BODY), c.green);
        }
        for (index, choice) in card.problem.choices.iter().enumerate() {
            if over {
                let mine = card.chosen == Some(index);
                let (mark, ink) = if choice.good { (text::GOOD, c.green) } else { (text::BETTER_NOT, c.amber) };
                let font = if mine { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
                say(ui, &text::judged(mark, &choice.text, mine), font, ink);
                say(ui, &choice.why, theme::font(size::SMALL), c.ink);
            } else {
                let words = RichText::new(format!("{}   {}", index + 1, choice.text)).font(theme::font(size::BODY));
                let button = egui::Button::new(words).wrap().min_size(egui::vec2(ui.available_width(), theme::HIT));
                let response = ui.add(button);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &choice.text));
                if response.clicked() {
                    out.push(Intent::Rehearse(RehearseKey::Respond(index)));
                }
            }
        }
        if !over {
            let how = text::how_to_respond(card.problem.choices.len(), card.problem.deed.is_some());
            say(ui, &how, theme::font(size::SMALL), c.muted);
        }
        let hint = keymap::hint(Context::Deliver, &Intent::Escape);
        ui.horizontal(|ui| {
            let (label, icon) =
                if over { (text::CARD_DONE, icons::ICON_CHECK) } else { (text::CARD_AWAY, icons::ICON_CLOSE) };
            if Action::quiet(&text::by_key(label, &hint)).name(label).icon(icon).show(ui).clicked() {
                out.push(Intent::Rehearse(RehearseKey::PutCardAway));
            }
        });
    });
}
