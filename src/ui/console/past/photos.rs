//! Photos: small pictures with what their stamp will say, a place that can be typed, taking one back and bringing it back.

use egui::{CornerRadius, Rect, Sense, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        command::Command,
        evidence::{Change, PhotoKept},
    },
    text::{common, evidence as text, paper},
    ui::{
        console::{
            dates,
            parts::{self, Action},
            told::{Of, told_ui},
        },
        drafts::PastForm,
        intent::{Intent, PhotoKey},
        textures::Textures,
        theme::{self, GRID, RADIUS, size},
        told::Slot,
        view::{PastView, PhotosView},
        widgets,
    },
};

/// A small picture.
const PICTURE: egui::Vec2 = vec2(160.0, 120.0);
/// Width of a day's field.
const DAY: f32 = 140.0;

/// Draws it.
pub(super) fn photos_ui(
    ui: &mut Ui,
    past: &PastView<'_>,
    of: Of<'_>,
    form: &mut PastForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    ui.horizontal(|ui| {
        parts::subtitle(ui, text::PHOTOS);
        widgets::at_right(ui, |ui| {
            if Action::secondary(text::ADD_PHOTOS).icon(icons::ICON_ADD_A_PHOTO).show(ui).clicked() {
                out.push(Intent::Photo(PhotoKey::Choose));
            }
        });
    });
    widgets::caption(ui, text::PHOTOS_HINT);
    if past.photos.taking > 0 {
        parts::words(ui, &text::taking(past.photos.taking), c.muted);
    }
    for problem in past.photos.problems {
        parts::hint(ui, icons::ICON_INFO, problem, c.amber, c.amber_soft);
    }
    if !past.photos.problems.is_empty() && Action::quiet(text::UNDERSTOOD).show(ui).clicked() {
        out.push(Intent::Photo(PhotoKey::Understood));
    }
    for (number, kept) in (0..).zip(&of.state.evidence.photos) {
        ui.add_space(GRID);
        if kept.removed {
            removed_ui(ui, of, number, out);
        } else {
            photo_ui(ui, past.photos, of, number, kept, form, textures, out);
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one row of the list above, drawn nowhere else")]
fn photo_ui(
    ui: &mut Ui,
    photos: PhotosView<'_>,
    of: Of<'_>,
    number: u16,
    kept: &PhotoKept,
    form: &mut PastForm,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    ui.horizontal_top(|ui| {
        let (rect, response) = ui.allocate_exact_size(PICTURE, Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), c.raised);
        let name = text::photo(number + 1);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        let picture = photos.pictures.iter().find(|(file, _)| *file == kept.photo.file).map(|(_, picture)| picture);
        let texture = picture.and_then(|picture| textures.photo(ui, &kept.photo.file, picture.size, &picture.rgb));
        if let Some(texture) = texture {
            let [width, height] = texture.size().map(|side| side as f32);
            let scale = (rect.width() / width).min(rect.height() / height);
            let inner = Rect::from_center_size(rect.center(), vec2(width, height) * scale);
            let uv = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
            ui.painter().image(texture.id(), inner, uv, egui::Color32::WHITE);
        } else {
            let words = if picture.is_some() { text::NO_FILE } else { text::LOADING };
            let font = theme::font(size::SMALL);
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, words, font, c.muted);
        }
        ui.vertical(|ui| {
            widgets::caption(ui, &text::stamp(&kept.photo));
            told_ui(ui, of, Slot::Place(number), (text::PLACE, text::PLACE_HINT), 1, form, out);
            if kept.photo.taken.is_none() {
                day_ui(ui, of, number, kept, form, out);
            }
            let remove = text::remove_photo(number + 1);
            if Action::quiet(text::REMOVE).icon(icons::ICON_DELETE).name(&remove).show(ui).clicked() {
                out.push(Intent::Correct(of.id, Command::Evidence(Change::RemovePhoto(number))));
            }
        });
    });
}

/// The day, where the file does not say one. Kept when the field is left and what stands there is a date, or nothing.
fn day_ui(ui: &mut Ui, of: Of<'_>, number: u16, kept: &PhotoKept, form: &mut PastForm, out: &mut Vec<Intent>) {
    let stands = kept.photo.day.map(common::typed_date).unwrap_or_default();
    let typed = form.days.entry(number).or_insert_with(|| stands.clone());
    let field = parts::labelled_field(ui, typed, text::DAY, paper::DATE_HINT, Some(DAY));
    let day = dates::read(typed, of.state.opened_wall);
    if day.is_none() && !typed.trim().is_empty() {
        parts::words(ui, paper::BAD_DATE, theme::colours(ui).amber);
    }
    if field.has_focus() {
        return;
    }
    let meant = day.is_some() || typed.trim().is_empty();
    if field.lost_focus() && meant && day != kept.photo.day {
        out.push(Intent::Correct(of.id, Command::Evidence(Change::DatePhoto(number, day))));
    } else if meant && !field.lost_focus() && *typed != stands {
        typed.clone_from(&stands);
    }
}

fn removed_ui(ui: &mut Ui, of: Of<'_>, number: u16, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        widgets::caption(ui, &text::photo_removed(number + 1));
        let name = text::restore_photo(number + 1);
        if Action::quiet(text::RESTORE).icon(icons::ICON_UNDO).name(&name).show(ui).clicked() {
            out.push(Intent::Correct(of.id, Command::Evidence(Change::RestorePhoto(number))));
        }
    });
}
