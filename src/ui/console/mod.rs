//! The facilitator's window: one file per screen. Each draws a [`View`] and reports [`Intent`]s.

use egui::Ui;

use super::{
    drafts::Drafts,
    intent::{ImportKey, Intent, PhotoKey, Screen},
    textures::Textures,
    view::{Face, View},
};

pub mod archive;
pub mod attendance;
pub mod catalogue;
pub mod check;
mod choosing;
pub mod close;
pub mod damaged;
pub mod data;
mod dates;
pub mod deliver;
pub mod edit;
mod follow_up;
pub mod group;
pub mod home;
mod hours;
pub mod import;
pub mod learn;
pub mod notices;
mod observe;
pub mod office;
mod overlays;
pub mod paper;
mod parts;
pub mod past;
pub mod prepare;
mod presenters;
mod reading;
mod recall;
mod record;
pub mod resume;
pub mod review;
pub mod room;
pub mod roster_import;
mod told;

/// The smallest window the console is whole in, points: a 1024×600 netbook less its panel.
pub const SMALLEST: [f32; 2] = [960.0, 540.0];

/// Draws the whole console on a window that was cleared with the theme's ground: no screen paints its own, since without a graphics card
/// each pixel painted twice is paid for. Returns how long the picture stays right; `None` = until something happens.
pub fn console_ui(
    ui: &mut Ui,
    view: &View<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<std::time::Duration> {
    if let (Some(meeting), true) = (&view.meeting, view.hall.face != Face::Console) {
        return room::room_ui(ui, view, meeting, drafts, textures, out);
    }
    if let Some(number) = view.hall.number {
        room::number_ui(ui, number);
    }
    notices::notices_ui(ui, view, out);
    let dropped = |input: &egui::InputState| {
        input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>()
    };
    let dropped = ui.input(dropped);
    if !dropped.is_empty() {
        out.push(match view.screen {
            Screen::Past(_) => Intent::Photo(PhotoKey::Add(dropped)),
            _ => Intent::Import(ImportKey::Add(dropped)),
        });
    }
    if let Some(offer) = &view.resume {
        resume::resume_ui(ui, offer, out);
        return None;
    }
    match view.screen {
        Screen::Home => home::home_ui(ui, view, drafts, out),
        Screen::Group(id) => group::group_ui(ui, view, *id, drafts, out),
        Screen::Archive => archive::archive_ui(ui, view, out),
        Screen::Prepare => prepare::prepare_ui(ui, view, drafts, out),
        Screen::Catalogue => catalogue::catalogue_ui(ui, view, drafts, out),
        Screen::Import => import::import_ui(ui, view, drafts, out),
        Screen::RosterImport => roster_import::roster_import_ui(ui, view, drafts, out),
        Screen::Data => data::data_ui(ui, view, out),
        Screen::Edit => edit::edit_ui(ui, view, drafts, textures, out),
        Screen::Deliver => return deliver::deliver_ui(ui, view, drafts, textures, out),
        Screen::Attendance | Screen::Register(_) => return attendance::attendance_ui(ui, view, drafts, out),
        Screen::Close => close::close_ui(ui, view, drafts, out),
        Screen::Paper => paper::paper_ui(ui, view, drafts, out),
        Screen::Past(_) => past::past_ui(ui, view, drafts, textures, out),
        Screen::Check => check::check_ui(ui, view, drafts, out),
        Screen::Learn => learn::learn_ui(ui, view, drafts, textures, out),
        Screen::Review(_) => review::review_ui(ui, view, &mut drafts.observe, out),
        Screen::Office => office::office_ui(ui, view, drafts, out),
        Screen::Damaged => damaged::damaged_ui(ui, view, out),
    }
    None
}
