//! The cut list: which later steps to shorten or skip; the facilitator picks, the sum follows.

use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use crate::{
    engine::{
        command::Command,
        cut::{CutOption, cut_list},
        pace::{Pace, pace},
        state::State,
        time::{Ms, Now},
    },
    text::{common, overlays as text},
    ui::{
        console::deliver::{Look, tile},
        drafts::Drafts,
        intent::Intent,
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Height of a step's row, and size of a switch in it, points.
const ROW: f32 = 54.0;
const SWITCH: egui::Vec2 = vec2(138.0, 48.0);

/// Draws it.
pub(super) fn cut_list_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let Some(pace) = pace(state, meeting.now) else { return };
    let options = cut_list(state, meeting.now);
    super::panel(ui, text::CUT, 720.0, out, |ui, out| {
        if super::just_opened(ui, "cut-list") {
            drafts.cuts = None;
        }
        let late = pace.offset_ms >= 60_000;
        let lead = match (late, options.is_empty()) {
            (false, _) => text::CUT_NOT_LATE.to_owned(),
            (true, true) => text::CUT_NOTHING_LEFT.to_owned(),
            (true, false) => text::cut_late(pace.offset_ms),
        };
        super::lead(ui, &lead);
        let room = ui.ctx().content_rect().height() - 280.0;
        ScrollArea::vertical().id_salt("cut-list").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            options_ui(ui, state, &options, drafts);
            already_ui(ui, state, meeting.now, out);
        });
        if !options.is_empty() {
            ui.separator();
            apply_ui(ui, &options, &pace, meeting.now, drafts, out);
        }
    });
}

/// What is ticked: the facilitator's choice, else the program's proposal.
fn ticked(options: &[CutOption], drafts: &Drafts) -> Vec<(u16, u64)> {
    let proposed =
        || options.iter().filter(|option| option.proposed).map(|option| (option.step, option.to.0)).collect();
    let chosen = drafts.cuts.clone().unwrap_or_else(proposed);
    // An option may be gone meanwhile, e.g. because its step began.
    let still_there = |cut: &(u16, u64)| options.iter().any(|option| (option.step, option.to.0) == *cut);
    chosen.into_iter().filter(still_there).collect()
}

/// One row a step: its title, and each way to cut it as a switch. A step is cut in one way at most.
fn options_ui(ui: &mut Ui, state: &State, options: &[CutOption], drafts: &mut Drafts) {
    let mut chosen = ticked(options, drafts);
    let mut changed = false;
    for of_step in options.chunk_by(|a, b| a.step == b.step) {
        let Some(step) = of_step.first().and_then(|option| state.sheet.steps.get(usize::from(option.step))) else {
            continue;
        };
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(GRID);
            // Laid out from the right: skipping outermost, so that the switches of all rows stand in columns.
            if of_step.iter().all(|option| option.to != Ms::ZERO) {
                ui.add_space(SWITCH.x + ui.spacing().item_spacing.x);
            }
            for option in of_step.iter().rev() {
                let cut = (option.step, option.to.0);
                let on = chosen.contains(&cut);
                if option_ui(ui, &step.title, option, on).clicked() {
                    chosen.retain(|(step, _)| *step != option.step);
                    if !on {
                        chosen.push(cut);
                    }
                    changed = true;
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                step_ui(ui, &step.title, step.planned, of_step.iter().any(|option| option.proposed));
            });
        });
    }
    if changed {
        drafts.cuts = Some(chosen);
    }
}

fn option_ui(ui: &mut Ui, step: &str, option: &CutOption, on: bool) -> egui::Response {
    let what = if option.to == Ms::ZERO { text::CUT_SKIP.to_owned() } else { text::cut_to(option.to) };
    let name = text::cut_option(step, &what);
    tile(ui, SWITCH, &what, &text::saves(option.saves), &name, if on { Look::On } else { Look::Plain })
}

/// Title, planned minutes, and whether the program suggests a cut here.
fn step_ui(ui: &mut Ui, title: &str, planned: Ms, proposed: bool) {
    let c = theme::colours(ui);
    let minutes = common::minutes(planned.round_minutes());
    let below = if proposed { format!("{minutes} · {}", text::CUT_PROPOSED) } else { minutes };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(6.0);
        let title = RichText::new(title).font(theme::font(size::SMALL + 2.0)).color(c.ink);
        ui.add(egui::Label::new(title).truncate());
        let ink = if proposed { c.accent } else { c.muted };
        ui.add(egui::Label::new(RichText::new(below).font(theme::font(size::SMALL)).color(ink)).truncate());
    });
}

/// Later steps that were cut before, with the way back.
fn already_ui(ui: &mut Ui, state: &State, now: Now, out: &mut Vec<Intent>) {
    let later = (0_u16..).zip(&state.sheet.steps).zip(&state.original).skip(usize::from(state.step) + 1);
    let cut = later
        .filter(|((index, step), original)| step.planned < **original && state.step_elapsed(*index, now) == Ms::ZERO);
    let c = theme::colours(ui);
    for (place, ((index, step), original)) in cut.enumerate() {
        if place == 0 {
            ui.add_space(GRID);
            ui.label(RichText::new(text::CUT_ALREADY).font(theme::bold_font(size::SMALL + 2.0)).color(c.muted));
        }
        ui.horizontal(|ui| {
            let what = if step.planned == Ms::ZERO {
                text::CUT_SKIP.to_owned()
            } else {
                text::cut_shorten(*original, step.planned)
            };
            let restore = widgets::quiet(ui, text::CUT_RESTORE);
            let words = text::cut_option(&step.title, &what);
            restore.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Button, true, text::cut_option(text::CUT_RESTORE, &step.title))
            });
            if restore.clicked() {
                out.push(Intent::Meeting(Command::Cut(vec![(index, *original)])));
            }
            ui.label(RichText::new(words).font(theme::font(size::SMALL + 2.0)).color(c.ink));
        });
    }
}

/// The sum, where it leads, and doing it.
fn apply_ui(ui: &mut Ui, options: &[CutOption], pace: &Pace, now: Now, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let chosen = ticked(options, drafts);
    let saved: Ms =
        options.iter().filter(|option| chosen.contains(&(option.step, option.to.0))).map(|option| option.saves).sum();
    let finish = now.wall.plus_ms(pace.finish.signed_sub(now.at) - saved.0 as i64).minute_of_day();
    let enough = pace.offset_ms - (saved.0 as i64) < 60_000;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let ink = if enough { c.green } else { c.amber };
            let sum = text::cut_sum(saved, pace.offset_ms);
            ui.label(RichText::new(sum).font(theme::bold_font(size::BODY)).color(ink));
            ui.label(RichText::new(text::cut_finish(finish)).font(theme::font(size::SMALL + 1.0)).color(c.muted));
        });
        widgets::at_right(ui, |ui| {
            ui.add_enabled_ui(!chosen.is_empty(), |ui| {
                if widgets::primary(ui, text::CUT_APPLY).clicked() {
                    let cuts = chosen.iter().map(|(step, to)| (*step, Ms(*to))).collect();
                    drafts.cuts = None;
                    super::and_close(out, Command::Cut(cuts));
                }
            });
        });
    });
}
