//! Close: what happened, as it will be kept; closing.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{attendance, command::Command, evidence::Change},
    text::{close as text, common, prepare},
    ui::{
        drafts::Drafts,
        intent::{Intent, Screen},
        theme::{self, GRID, size},
        view::{MeetingView, View},
        widgets,
    },
};

use super::{
    follow_up, overlays,
    parts::{self, Action},
    presenters, record,
};

/// Width of the head count's field.
const HEADS: f32 = 96.0;

/// Draws it.
pub fn close_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    if parts::head(ui, Some(text::BACK), text::TITLE, |_| {}) {
        drafts.closing = false;
        out.push(Intent::Go(Screen::Deliver));
    }
    let Some(meeting) = &view.meeting else {
        parts::body(ui, |ui| parts::card(ui, |ui| _ = ui.label(text::NO_MEETING)));
        return;
    };
    foot(ui, meeting, drafts, out);
    parts::body(ui, |ui| {
        let [mut left, mut right] = parts::halves(ui, 0.5);
        parts::scroll(&mut left, "steps", |ui| {
            title(ui, meeting);
            if let Some(minutes) = meeting.minutes {
                record::steps_ui(ui, minutes, true);
            }
        });
        parts::scroll(&mut right, "rest", |ui| {
            let top = ui.cursor().top();
            if let Some(next) = follow_up::follow_up_ui(ui, meeting.state, meeting.durable_seq) {
                out.push(Intent::Meeting(Command::Evidence(Change::Choose(next))));
            }
            // Where nothing is to be chosen, both columns begin on one line.
            if ui.cursor().top() > top {
                ui.add_space(GRID);
            }
            parts::card(ui, |ui| roll(ui, meeting, &mut drafts.heads, out));
            ui.add_space(GRID);
            if let Some(minutes) = meeting.minutes {
                record::checks_ui(ui, minutes, meeting.durable_seq);
            }
            parts::card(ui, |ui| notes(ui, meeting, &mut drafts.note, out));
            ui.add_space(GRID);
            parts::card(ui, |ui| people(ui, meeting, &mut drafts.presenters, out));
        });
    });
}

fn title(ui: &mut Ui, meeting: &MeetingView<'_>) {
    let setup = &meeting.state.setup;
    parts::card(ui, |ui| {
        parts::whole_title(ui, &setup.title);
        let mut words = format!("{} · {}", setup.group_name, common::date(meeting.state.opened_wall));
        if let Some(began) = meeting.state.started_wall {
            let (from, to) = (began.minute_of_day(), meeting.now.wall.minute_of_day());
            words = format!("{words} · {}", text::from_to(&common::clock(from), &common::clock(to)));
        }
        widgets::caption(ui, &words);
    });
    ui.add_space(GRID);
}

/// Asked once, then done.
fn foot(ui: &mut Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        if let Some(rejection) = meeting.rejection {
            parts::words(ui, rejection, theme::colours(ui).red);
        }
        widgets::at_right(ui, |ui| {
            if !drafts.closing {
                if Action::primary(text::CLOSE).icon(icons::ICON_TASK_ALT).show(ui).clicked() {
                    drafts.closing = true;
                }
                return;
            }
            if Action::primary(text::SURE_YES).icon(icons::ICON_TASK_ALT).show(ui).clicked() {
                drafts.closing = false;
                keep_typed(meeting, drafts, out);
                out.push(Intent::Meeting(Command::Close));
            }
            let no = Action::secondary(text::SURE_NO).show(ui);
            if no.clicked() {
                drafts.closing = false;
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let counts = attendance::counts(&meeting.state.roll, meeting.durable_seq);
                ui.add(
                    egui::Label::new(RichText::new(text::sure(counts.unmarked)).font(theme::bold_font(size::BODY)))
                        .wrap(),
                );
            });
        });
    });
}

/// What is typed and not yet taken over goes in before the meeting is closed.
fn keep_typed(meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let note = std::mem::take(&mut drafts.note);
    if !note.trim().is_empty() {
        out.push(Intent::Meeting(Command::AddNote(note.trim().to_owned())));
    }
    if let Ok(count) = std::mem::take(&mut drafts.heads).trim().parse() {
        out.push(Intent::Meeting(Command::CountHeads(count)));
    }
    out.extend(drafts.hands.take().and_then(|form| overlays::hands::wish(meeting.state, &form)));
    let people = drafts.presenters.take().map(|people| presenters::named(&people));
    if let Some(people) = people.filter(|people| *people != meeting.state.setup.presenters) {
        out.push(Intent::Meeting(Command::SetPresenters(people)));
    }
}

fn roll(ui: &mut Ui, meeting: &MeetingView<'_>, heads: &mut String, out: &mut Vec<Intent>) {
    let counts = attendance::counts(&meeting.state.roll, meeting.durable_seq);
    ui.horizontal(|ui| {
        parts::subtitle(ui, text::ATTENDANCE);
        widgets::at_right(ui, |ui| {
            let label = if counts.unmarked > 0 { text::FILL_ATTENDANCE } else { text::OPEN_ATTENDANCE };
            if Action::secondary(label).icon(icons::ICON_FACT_CHECK).show(ui).clicked() {
                out.push(Intent::Go(Screen::Attendance));
            }
        });
    });
    record::counts_ui(ui, counts);
    record::unmarked_hint(ui, counts);
    ui.add_space(GRID);
    head_count(ui, meeting.state.heads, heads, out);
}

fn head_count(ui: &mut Ui, kept: Option<u16>, typed: &mut String, out: &mut Vec<Intent>) {
    let said = kept.map(|count| count.to_string()).unwrap_or_default();
    ui.horizontal(|ui| {
        let label = ui.label(text::HEADS);
        let field = parts::field(ui, typed, text::HEADS, &said, Some(HEADS)).labelled_by(label.id);
        ui.label(text::PEOPLE);
        let count = typed.trim().parse::<u16>().ok().filter(|count| kept != Some(*count));
        let pressed = count.is_some() && Action::quiet(text::SAVE_HEADS).show(ui).clicked();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if let Some(count) = count.filter(|_| pressed || entered) {
            out.push(Intent::Meeting(Command::CountHeads(count)));
            typed.clear();
        }
    });
}

fn notes(ui: &mut Ui, meeting: &MeetingView<'_>, draft: &mut String, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::NOTES);
    let steps = &meeting.state.sheet.steps;
    let notes = (0u16..).zip(&meeting.state.notes).filter(|(_, note)| !note.removed);
    for (index, note) in notes {
        let step = steps.get(usize::from(note.step)).map_or("", |step| step.title.as_str());
        ui.horizontal(|ui| {
            widgets::at_right(ui, |ui| {
                let name = text::edit_note(usize::from(index) + 1);
                // Only into an empty field, so that nothing typed is lost.
                let free = draft.trim().is_empty();
                if Action::quiet(text::EDIT_NOTE).name(&name).enabled(free).show(ui).clicked() {
                    out.push(Intent::Meeting(Command::RemoveNote(index)));
                    draft.clone_from(&note.text);
                }
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    widgets::caption(ui, &format!("{} · {step}", common::clock(note.wall.minute_of_day())));
                    ui.add(egui::Label::new(&note.text).wrap());
                });
            });
        });
    }
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            let add = Action::secondary(text::ADD_NOTE).enabled(!draft.trim().is_empty()).show(ui);
            let width = ui.available_width();
            let field = parts::field(ui, draft, text::NOTE_HINT, text::NOTE_HINT, Some(width));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if !draft.trim().is_empty() && (add.clicked() || entered) {
                out.push(Intent::Meeting(Command::AddNote(draft.trim().to_owned())));
                draft.clear();
            }
        });
    });
}

fn people(
    ui: &mut Ui,
    meeting: &MeetingView<'_>,
    draft: &mut Option<Vec<crate::engine::event::Presenter>>,
    out: &mut Vec<Intent>,
) {
    parts::subtitle(ui, prepare::PRESENTERS);
    let kept = &meeting.state.setup.presenters;
    let people = draft.get_or_insert_with(|| kept.clone());
    let steps: Vec<&str> = meeting.state.sheet.steps.iter().map(|step| step.title.as_str()).collect();
    let settled = presenters::presenters_ui(ui, people, &steps, &[]);
    let named = presenters::named(people);
    if settled && named != *kept {
        let intent = Intent::Meeting(Command::SetPresenters(named));
        // Leaving a field is reported for more than one pass.
        if !out.contains(&intent) {
            out.push(intent);
        }
    }
}
