//! Daftar hadir of a closed meeting: the register with its tools and keys, each change of which is a correction.

use egui::Ui;
use egui_material_icons::icons;

use crate::{
    engine::{attendance, command::Command, ids::MeetingId, minutes::MeetingMinutes, sheet::SheetLayout},
    text::{close as text, paper, sheet},
    ui::{
        console::{
            attendance::{list_ui, tools_ui},
            parts::{self, Action},
            record,
        },
        drafts::Drafts,
        intent::{Intent, SheetOf},
        theme,
        view::PastView,
        widgets,
    },
};

/// Draws it.
pub(super) fn roll_ui(
    ui: &mut Ui,
    past: &PastView<'_>,
    minutes: &MeetingMinutes,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let Some(roll) = past.register() else { return };
    parts::card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        if minutes.paper {
            from_paper(ui, past.id, roll.state.withdrawn, out);
        }
        print_ui(ui, past.id, out);
        record::counts_ui(ui, attendance::counts(&roll.state.roll, roll.durable_seq));
        let pale = roll.state.roll.iter().filter(|row| !row.removed && row.marked_seq > roll.durable_seq).count();
        let c = theme::colours(ui);
        if pale > 0 {
            parts::words(ui, &text::not_saved(pale), c.amber);
        } else if minutes.corrections > 0 {
            widgets::caption(ui, &text::corrections(minutes.corrections));
        } else if !minutes.paper {
            widgets::caption(ui, text::CORRECT_HINT);
        }
        tools_ui(ui, &roll, drafts, out);
        list_ui(ui, &roll, drafts, out);
    });
}

/// The sheet on paper, filled in, in both layouts.
fn print_ui(ui: &mut Ui, id: MeetingId, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        for layout in [SheetLayout::Portrait, SheetLayout::Landscape] {
            if Action::quiet(sheet::button(layout)).icon(icons::ICON_PRINT).show(ui).clicked() {
                out.push(Intent::RollSheet(SheetOf::Meeting(id), layout));
            }
        }
    });
}

/// A meeting from paper says so, and can be taken back.
fn from_paper(ui: &mut Ui, id: MeetingId, withdrawn: bool, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    ui.horizontal_wrapped(|ui| {
        let (words, ink, ground) =
            if withdrawn { (paper::WITHDRAWN, c.amber, c.amber_soft) } else { (paper::FROM_PAPER, c.ink, c.raised) };
        parts::chip(ui, words, ink, ground);
        let label = if withdrawn { paper::RESTORE } else { paper::WITHDRAW };
        if Action::quiet(label).show(ui).clicked() {
            out.push(Intent::Correct(id, Command::Withdraw(!withdrawn)));
        }
    });
}
