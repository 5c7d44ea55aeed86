//! Choosing files or a folder on the disk: the usual places at the left, the folder at the right. The app reads the disk.

use egui::{Button, Key, Response, RichText, Role, TextWrapMode, Ui, WidgetInfo, vec2};
use egui_material_icons::{MaterialIcon, icons};

use crate::{
    text::{data, import as text, lots, roster_import as roster_text},
    ui::{
        intent::ImportKey,
        theme::{self, GRID, HIT, size},
        view::{Choice, ChoosingRow, ChoosingView, RowKind},
        widgets,
    },
};

use super::parts::{self, Action};

/// Draws it.
pub(super) fn choosing_ui(ui: &mut Ui, choosing: ChoosingView<'_>, mut wish: impl FnMut(ImportKey)) {
    let title = match choosing.choice {
        Choice::Files => text::CHOOSE_TITLE,
        Choice::Photos => text::CHOOSE_PHOTOS_TITLE,
        Choice::Packed => text::CHOOSE_PACKED_TITLE,
        Choice::Sound => lots::CHOOSE_SOUND,
        Choice::Roster => roster_text::CHOOSE_TITLE,
        Choice::Destination => text::DESTINATION_TITLE,
        Choice::Copy => data::RESTORE_WHICH,
        Choice::CopyTo => data::COPY_WHERE,
        Choice::Tables => data::CSV_WHERE,
    };
    if parts::head(ui, Some(text::LEAVE_CHOOSING), title, |_| {}) {
        wish(ImportKey::LeaveChoosing);
    }
    foot(ui, choosing, &mut wish);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) {
        wish(ImportKey::LeaveChoosing);
    } else if pressed(Key::Backspace) && choosing.up {
        wish(ImportKey::Up);
    }
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.26);
        parts::scroll(&mut left, "places", |ui| {
            parts::card(ui, |ui| {
                parts::subtitle(ui, text::PLACES);
                places_ui(ui, choosing, &mut wish);
            });
        });
        up_ui(&mut right, choosing, &mut wish);
        parts::scroll(&mut right, choosing.folder, |ui| parts::card(ui, |ui| rows_ui(ui, choosing, &mut wish)));
    });
}

/// The usual places.
pub(super) fn places_ui(ui: &mut Ui, choosing: ChoosingView<'_>, wish: &mut impl FnMut(ImportKey)) {
    for (index, (name, drive)) in choosing.places.iter().enumerate() {
        let icon = if *drive { icons::ICON_USB } else { icons::ICON_FOLDER };
        if row_button(ui, icon, name, "", None).clicked() {
            wish(ImportKey::Place(index));
        }
    }
}

/// The folder's name and the way up.
pub(super) fn up_ui(ui: &mut Ui, choosing: ChoosingView<'_>, wish: &mut impl FnMut(ImportKey)) {
    ui.horizontal(|ui| {
        if parts::icon_button(ui, icons::ICON_ARROW_UPWARD, text::UP, choosing.up).clicked() {
            wish(ImportKey::Up);
        }
        parts::line(ui, RichText::new(choosing.folder).font(theme::bold_font(size::BODY)));
    });
}

/// What the folder holds.
pub(super) fn rows_ui(ui: &mut Ui, choosing: ChoosingView<'_>, wish: &mut impl FnMut(ImportKey)) {
    for (index, row) in choosing.rows.iter().enumerate() {
        if row_ui(ui, row).clicked() {
            wish(ImportKey::Row(index));
        }
    }
    if let Some(remark) = choosing.remark {
        widgets::caption(ui, remark);
    }
}

fn foot(ui: &mut Ui, choosing: ChoosingView<'_>, wish: &mut impl FnMut(ImportKey)) {
    parts::foot(ui, |ui| {
        widgets::at_right(ui, |ui| {
            let (label, ready) = match choosing.choice {
                Choice::Files | Choice::Photos => (text::take(choosing.marked), choosing.marked > 0),
                Choice::Packed | Choice::Roster | Choice::Copy => (text::TAKE_PACKED.to_owned(), choosing.marked > 0),
                Choice::Sound => (lots::TAKE_SOUND.to_owned(), choosing.marked > 0),
                Choice::Destination | Choice::CopyTo | Choice::Tables => {
                    (text::TAKE_FOLDER.to_owned(), !choosing.folder.is_empty())
                }
            };
            if Action::primary(&label).icon(icons::ICON_CHECK).enabled(ready).show(ui).clicked() {
                wish(ImportKey::Take);
            }
            let files = choosing.rows.iter().any(|row| row.what != RowKind::Folder);
            if choosing.choice == Choice::Files && Action::secondary(text::TAKE_ALL).enabled(files).show(ui).clicked() {
                wish(ImportKey::TakeAll);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| match choosing.choice {
                Choice::Tables => parts::line(ui, RichText::new(data::folder_name(choosing.file))),
                Choice::Destination | Choice::CopyTo => {
                    parts::line(ui, RichText::new(text::destination(choosing.file)))
                }
                _ => parts::caption_line(ui, text::CHOOSE_HINT),
            });
        });
    });
}

fn row_ui(ui: &mut Ui, row: &ChoosingRow) -> Response {
    let icon = match (row.what, row.marked) {
        (_, true) => icons::ICON_CHECK_BOX,
        (RowKind::Folder, _) => icons::ICON_FOLDER,
        (RowKind::Photo, _) => icons::ICON_IMAGE,
        (RowKind::Pdf, _) => icons::ICON_PICTURE_AS_PDF,
        (RowKind::Clip, _) => icons::ICON_MOVIE,
        (RowKind::Sound, _) => icons::ICON_MUSIC_NOTE,
        (RowKind::Slides, _) => icons::ICON_SLIDESHOW,
        (RowKind::Packed, _) => icons::ICON_INVENTORY_2,
        (RowKind::Sheet, _) => icons::ICON_TABLE_VIEW,
        (RowKind::Copy, _) => icons::ICON_SAVE,
    };
    let marked = (row.what != RowKind::Folder).then_some(row.marked);
    row_button(ui, icon, &row.name, &row.size, marked)
}

/// A row over the whole width that is one button.
fn row_button(ui: &mut Ui, icon: MaterialIcon, name: &str, right: &str, marked: Option<bool>) -> Response {
    let c = theme::colours(ui);
    let (ink, fill) =
        if marked == Some(true) { (c.accent, c.accent_soft) } else { (c.ink, egui::Color32::TRANSPARENT) };
    let mut button = Button::new((
        RichText::new(icon.codepoint).font(theme::font(size::TITLE)).color(c.accent),
        RichText::new(name).color(ink),
    ))
    .wrap_mode(TextWrapMode::Truncate)
    .fill(fill)
    .stroke(egui::Stroke::NONE)
    .min_size(vec2(ui.available_width(), HIT));
    if !right.is_empty() {
        button = button.right_text(RichText::new(right).font(theme::font(size::SMALL)).color(c.muted));
    }
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    let response = ui.add(button);
    response.widget_info(|| match marked {
        Some(on) => WidgetInfo::selected(Role::Button, true, on, name),
        None => WidgetInfo::labeled(Role::Button, true, name),
    });
    widgets::focus_ring(ui, &response);
    parts::keep_in_view(&response);
    response
}
