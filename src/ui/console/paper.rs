//! Isi dari kertas: group, session, date, hours, place and presenters of a meeting held without the program.

use egui::{Align, Layout, RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{paper::Held, time::Wall},
    text::{common, paper as text, prepare},
    ui::{
        drafts::{Drafts, PaperForm},
        intent::{Intent, PaperKey, PaperPlan, Screen},
        theme::{self, GRID, size},
        view::View,
        widgets,
    },
};

use super::{
    dates, hours,
    parts::{self, Action, GAP},
    presenters,
};

/// Width of the date's field.
const DATE: f32 = 140.0;
/// Width of an hour's field.
const HOUR: f32 = 88.0;
/// Widest form.
const FORM: f32 = 860.0;

/// Draws it.
pub fn paper_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    if parts::head(ui, Some(text::BACK), text::TITLE, |_| {}) {
        out.push(Intent::Go(Screen::Home));
    }
    let Some(form) = &mut drafts.paper else {
        parts::body(ui, |ui| parts::card(ui, |ui| ui.label(prepare::NO_GROUP)));
        return;
    };
    let plan = agreed(view, form);
    parts::foot(ui, |ui| {
        widgets::at_right(ui, |ui| {
            let save = Action::primary(text::SAVE).icon(icons::ICON_ARROW_FORWARD).enabled(plan.is_ok()).show(ui);
            if let (true, Ok(plan)) = (save.clicked(), &plan) {
                out.push(Intent::Paper(PaperKey::Save(plan.clone())));
            }
            ui.add_space(GRID);
            if let Err(problem) = plan {
                widgets::caption(ui, problem);
            }
        });
    });
    parts::body(ui, |ui| {
        parts::scroll(ui, "paper", |ui| {
            ui.set_max_width(FORM);
            widgets::caption(ui, text::LEAD);
            ui.add_space(GRID);
            parts::card(ui, |ui| {
                group(ui, view, form, out);
                ui.separator();
                session(ui, view, form);
            });
            ui.add_space(GRID);
            parts::card(ui, |ui| {
                when(ui, view, form);
                parts::labelled_field(ui, &mut form.place, prepare::PLACE, prepare::PLACE_HINT, None);
            });
            ui.add_space(GRID);
            parts::card(ui, |ui| {
                parts::subtitle(ui, prepare::PRESENTERS);
                presenters::presenters_ui(ui, &mut form.presenters, &[], view.guests);
            });
        });
    });
}

/// What is to be kept, or why it cannot be yet.
fn agreed(view: &View<'_>, form: &PaperForm) -> Result<PaperPlan, &'static str> {
    let group = view.groups.iter().find(|group| group.id == form.group).ok_or(prepare::NO_GROUP)?;
    if group.active() == 0 {
        return Err(text::NOBODY);
    }
    if !view.sessions.iter().any(|session| session.id == form.session) {
        return Err(prepare::NO_SESSION);
    }
    let day = dates::read(&form.date, view.wall).ok_or(text::BAD_DATE)?;
    let (begin, end) = hours::read(&form.begin).zip(hours::read(&form.end)).ok_or(text::BAD_HOUR)?;
    let held = Held { day, begin, end };
    held.check(view.wall).map_err(text::fault)?;
    Ok(PaperPlan {
        group: form.group,
        session: form.session.clone(),
        held,
        place: form.place.trim().to_owned(),
        presenters: presenters::named(&form.presenters),
    })
}

fn group(ui: &mut Ui, view: &View<'_>, form: &PaperForm, out: &mut Vec<Intent>) {
    let name = view.groups.iter().find(|group| group.id == form.group).map_or("", |group| group.name.as_str());
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            if view.groups.len() > 1 {
                Action::secondary(prepare::CHANGE_GROUP).menu(ui, |ui| {
                    for other in view.groups.iter().filter(|group| group.id != form.group) {
                        if Action::quiet(&other.name).show(ui).clicked() {
                            out.push(Intent::Paper(PaperKey::Open(other.id)));
                            ui.close();
                        }
                    }
                });
            }
            titled(ui, prepare::GROUP, name);
        });
    });
}

fn session(ui: &mut Ui, view: &View<'_>, form: &mut PaperForm) {
    let chosen = view.sessions.iter().find(|session| session.id == form.session);
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            Action::secondary(prepare::CHANGE_SESSION).menu(ui, |ui| {
                for other in view.sessions {
                    let label = format!("{} {}", other.label, other.title);
                    if Action::quiet(&label).show(ui).clicked() {
                        form.session = other.id.clone();
                        ui.close();
                    }
                }
            });
            let label = chosen.map_or("", |session| session.label.as_str());
            titled(ui, label, chosen.map_or(prepare::NO_SESSION, |session| session.title.as_str()));
        });
    });
}

fn titled(ui: &mut Ui, caption: &str, title: &str) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        widgets::caption(ui, caption);
        parts::whole_title(ui, title);
    });
}

/// Date with its weekday, and hours.
fn when(ui: &mut Ui, view: &View<'_>, form: &mut PaperForm) {
    let c = theme::colours(ui);
    let day = dates::read(&form.date, view.wall);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        parts::labelled_field(ui, &mut form.date, text::DATE, text::DATE_HINT, Some(DATE));
        for (icon, name, by) in
            [(icons::ICON_CHEVRON_LEFT, text::DAY_BEFORE, -1), (icons::ICON_CHEVRON_RIGHT, text::DAY_AFTER, 1)]
        {
            let to = day.map(|day| day + by).filter(|day| *day <= view.wall.day());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID / 2.0;
                widgets::caption(ui, " ");
                let step = Action::secondary("").icon(icon).name(name).enabled(to.is_some()).show(ui);
                if let (true, Some(day)) = (step.clicked(), to) {
                    form.date = common::typed_date(day);
                }
            });
        }
        ui.add_space(GAP);
        for (label, value) in [(text::BEGIN, &mut form.begin), (text::END, &mut form.end)] {
            let field = parts::labelled_field(ui, value, label, prepare::HOUR_HINT, Some(HOUR));
            if field.lost_focus()
                && let Some(minute) = hours::read(value)
            {
                *value = common::clock(minute);
            }
        }
    });
    let Some(day) = day else {
        parts::words(ui, text::BAD_DATE, c.amber);
        return;
    };
    let wall = Wall(day.saturating_mul(86_400_000));
    let words = RichText::new(common::date(wall)).font(theme::bold_font(size::BODY));
    ui.label(words);
    let there = view.meetings.iter().find(|meeting| {
        meeting.group == form.group && meeting.delivered() && meeting.began.is_some_and(|began| began.day() == day)
    });
    if let Some(meeting) = there {
        parts::words(ui, &text::twice(&meeting.title), c.amber);
    }
}
