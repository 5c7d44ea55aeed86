//! What was opened out of the search and stands nowhere else: a page with its picture and its script, a problem card, a handout's words.

use egui::{Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    engine::scene::Base,
    text::search as text,
    ui::{
        console::{
            deliver::words_ui,
            parts::{self, Action},
        },
        intent::{Intent, SearchKey},
        keymap::{self, Context},
        textures::Textures,
        theme::{self, GRID, size},
        view::{CardTexts, PageView},
        widgets,
    },
};

/// The picture's share of the width.
const PICTURE: f32 = 0.52;

/// A page as it is read at a desk.
pub(super) fn page_ui(ui: &mut Ui, page: &PageView<'_>, points: f32, textures: &mut Textures, out: &mut Vec<Intent>) {
    let Some(base) = &page.base else {
        head_ui(ui, page, out);
        return script_ui(ui, page, points);
    };
    let [mut left, mut right] = parts::halves(ui, PICTURE);
    head_ui(&mut left, page, out);
    picture_ui(&mut left, page, base, textures);
    script_ui(&mut right, page, points);
}

fn picture_ui(ui: &mut Ui, page: &PageView<'_>, base: &Base, textures: &mut Textures) {
    let room = ui.available_size();
    let width = room.x.min(room.y * 4.0 / 3.0).floor();
    let (rect, response) = ui.allocate_exact_size(vec2(width, (width * 0.75).floor()), Sense::hover());
    let picture = Rect::from_min_size(rect.min.round(), rect.size()).shrink(1.0);
    let c = theme::colours(ui);
    ui.painter().rect_filled(picture, 0.0, c.raised);
    textures.paint(ui, picture, base, page.module);
    ui.painter().rect_stroke(picture, 0.0, Stroke::new(1.0, c.line), StrokeKind::Outside);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, page.title));
}

fn script_ui(ui: &mut Ui, page: &PageView<'_>, points: f32) {
    parts::card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        let salt = format!("{}/{}", page.session, page.number.0);
        parts::scroll(ui, &salt, |ui| {
            if page.script.is_empty() {
                widgets::caption(ui, text::NO_SCRIPT);
            }
            words_ui(ui, &page.script, points);
        });
    });
}

fn head_ui(ui: &mut Ui, page: &PageView<'_>, out: &mut Vec<Intent>) {
    parts::caption_line(ui, &page.place);
    parts::line(ui, RichText::new(page.title).font(theme::bold_font(size::TITLE)));
    turn_ui(ui, page, out);
    ui.add_space(GRID);
}

/// Which page it is, and the way to its neighbours.
fn turn_ui(ui: &mut Ui, page: &PageView<'_>, out: &mut Vec<Intent>) {
    let (number, of) = page.number;
    ui.horizontal(|ui| {
        for (by, icon, name, possible) in [
            (-1, icons::ICON_ARROW_BACK, text::BEFORE, number > 1),
            (1, icons::ICON_ARROW_FORWARD, text::AFTER, number < of),
        ] {
            let intent = Intent::Search(SearchKey::Turn(by));
            let key = keymap::hint(Context::Reading, &intent);
            let button = Action::secondary("").icon(icon).name(name).enabled(possible).show(ui);
            if button.on_hover_text(text::with_key(name, &key)).clicked() {
                out.push(intent);
            }
        }
        ui.add_space(GRID);
        widgets::caption(ui, &text::number(number, of));
    });
}

/// Words under headings.
pub(super) fn card_ui(ui: &mut Ui, card: &CardTexts<'_>, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GRID;
        parts::caption_line(ui, &card.place);
        parts::whole_title(ui, card.title);
        if !card.lead.is_empty() {
            ui.add(Label::new(RichText::new(card.lead).font(theme::font(size::BODY))).wrap());
        }
        for (heading, lines) in card.parts.iter().filter(|(_, lines)| !lines.is_empty()) {
            if !heading.is_empty() {
                ui.add_space(GRID / 2.0);
                parts::subtitle(ui, heading);
            }
            for line in lines {
                ui.add(Label::new(RichText::new(line.as_ref()).font(theme::font(size::BODY))).wrap());
            }
        }
        if let Some((label, intent)) = &card.action {
            ui.add_space(GRID / 2.0);
            if Action::secondary(label).icon(icons::ICON_PRINT).show(ui).clicked() {
                out.push(intent.clone());
            }
        }
    });
}
