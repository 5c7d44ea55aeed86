//! The delivery screen: where its panels lie and how long its picture stays right. Each panel has its own file.

use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

use crate::{
    engine::{event::MeetingKind, state::Phase},
    ui::{
        console::overlays,
        drafts::Drafts,
        intent::Intent,
        textures::Textures,
        theme::{self, GRID},
        view::View,
    },
};

mod clip_bar;
mod controls;
mod hands;
mod next_change;
mod preview;
mod problem;
mod prompter;
mod prompts;
mod run_sheet;
mod script;
mod tile;
mod top_bar;
mod waiting;

pub(super) use next_change::next_change;
pub(super) use preview::{kept_stage_ui, planned_title, scene_title, title_of};
pub(super) use script::words_ui;
pub(super) use tile::{Look, tile};

/// Least height of a script, points, and of one in large type.
const SCRIPT: f32 = 160.0;
const PROMPTER: f32 = 340.0;

/// Heights and widths of the panels for a window of this size, points.
struct Measures {
    top: f32,
    left: f32,
    right: f32,
    pad: f32,
}

impl Measures {
    /// `share` of the width is the script's.
    fn of(window: egui::Vec2, share: f32) -> Self {
        let low = window.y < 680.0;
        Self {
            top: if low { 50.0 } else { 60.0 },
            left: (window.x * 0.205).clamp(224.0, 300.0),
            right: (window.x * share).clamp(372.0, 960.0),
            pad: if low { GRID } else { 1.5 * GRID },
        }
    }
}

/// Draws it. Returns how long the picture stays right.
pub fn deliver_ui(
    ui: &mut Ui,
    view: &View<'_>,
    drafts: &mut Drafts,
    textures: &mut Textures,
    out: &mut Vec<Intent>,
) -> Option<Duration> {
    let meeting = view.meeting.as_ref()?;
    let c = theme::colours(ui);
    // A game's own words are read, not spoken.
    let prompting = drafts.prompter.open && meeting.state.phase != Phase::Waiting && meeting.state.game.is_none();
    let measures = Measures::of(ui.available_size(), if prompting { 0.56 } else { 0.38 });
    let pad = measures.pad as i8;
    let border = Stroke::new(1.0, c.line);
    let rehearsal = meeting.state.setup.kind == MeetingKind::Rehearsal;
    let bar = if rehearsal { c.practice_soft } else { c.card };
    let sheet = Frame::new().fill(bar).stroke(border).inner_margin(Margin::symmetric(pad, 0));
    Panel::top("deliver-top").exact_size(measures.top).show_separator_line(false).frame(sheet).show(ui, |ui| {
        top_bar::top_bar_ui(ui, view, meeting, out);
    });
    let foot = Frame::new().fill(bar).stroke(border).inner_margin(Margin::symmetric(pad, GRID as i8));
    Panel::bottom("deliver-controls").show_separator_line(false).resizable(false).frame(foot).show(ui, |ui| {
        controls::controls_ui(ui, view, meeting, out);
    });
    let mut prompted = None;
    let right = Frame::new().inner_margin(Margin::same(pad));
    Panel::left("run-sheet")
        .exact_size(measures.left)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().inner_margin(Margin { left: pad, right: 0, top: pad, bottom: pad }))
        .show(ui, |ui| run_sheet::run_sheet_ui(ui, meeting, drafts, out));
    Panel::right("script").exact_size(measures.right).resizable(false).show_separator_line(false).frame(right).show(
        ui,
        |ui| {
            if let Some(card) = meeting.card {
                problem::problem_ui(ui, card, out);
                // Less than this is no script any more.
                if ui.available_height() < if prompting { PROMPTER } else { SCRIPT } {
                    return;
                }
            }
            if prompting {
                prompted = prompter::prompter_ui(ui, meeting, &mut drafts.prompter, out);
            } else if meeting.state.phase == Phase::Waiting {
                waiting::waiting_ui(ui, view, meeting, drafts, out);
            } else {
                script::script_ui(ui, view, meeting, drafts, out);
            }
        },
    );
    // The live picture's border lies outside it.
    let middle = Frame::new().inner_margin(Margin { left: pad + 3, right: 3, top: pad, bottom: pad });
    let live = CentralPanel::default()
        .frame(middle)
        .show(ui, |ui| preview::preview_ui(ui, view, meeting, textures, out))
        .inner;
    overlays::overlay_ui(ui, view, meeting, drafts, textures, out);
    let clocks = next_change(meeting.state, meeting.now);
    [live, prompted, Some(clocks)].into_iter().flatten().min()
}
