//! Learning: sessions with what to read and the quiz, or with rehearsals, at the right; shelves; search over all of it in `found` and `opened`.

use egui::{
    Id, RichText, Stroke, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};
use egui_material_icons::icons;

use crate::{
    engine::study::Readiness,
    text::{search, study as text},
    ui::{
        drafts::{Drafts, FieldFocus, StudyForm},
        intent::{Intent, Screen, SearchKey, StudyKey, StudyTab},
        textures::Textures,
        theme::{self, GRID, HIT, size},
        view::{Opened, StudyView, View},
        widgets,
    },
};

use super::{
    home::tab_ui,
    parts::{self, Action},
};

mod found;
mod opened;
mod quiz;
mod rehearse;
mod session;
mod shelves;

/// Width of the search field.
const FIND: f32 = 360.0;

/// Draws it.
pub fn learn_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, textures: &mut Textures, out: &mut Vec<Intent>) {
    let Some(study) = &view.study else { return };
    let form = &mut drafts.study;
    if let Some(quiz) = &study.quiz {
        let title = if quiz.session.is_none() { text::DAILY } else { text::QUIZ };
        if parts::head(ui, Some(text::LEARN), title, |_| {}) {
            out.push(Intent::Study(StudyKey::LeaveQuiz));
        }
        parts::body(ui, |ui| parts::scroll(ui, &format!("quiz {}", quiz.number), |ui| quiz::quiz_ui(ui, quiz, out)));
        return;
    }
    let home = parts::head(ui, Some(text::BACK), text::TITLE, |ui| {
        let daily = Action::secondary(&text::daily(study.today))
            .name(text::DAILY)
            .icon(icons::ICON_TODAY)
            .enabled(study.today > 0)
            .show(ui);
        if daily.on_disabled_hover_text(text::DAILY_NONE).clicked() {
            out.push(Intent::Study(StudyKey::Quiz(None)));
        }
    });
    if home {
        out.push(Intent::Go(Screen::Home));
    }
    parts::body(ui, |ui| {
        match &study.search.opened {
            Some(_) => way_back(ui, form, out),
            None => tabs(ui, form, out),
        }
        let under = ui.cursor().top() - GRID / 2.0;
        ui.painter().hline(ui.max_rect().x_range(), under, Stroke::new(1.0, theme::colours(ui).line));
        if form.find != form.asked {
            form.asked.clone_from(&form.find);
            out.push(Intent::Search(SearchKey::Find(form.find.clone())));
        }
        ui.add_space(GRID);
        match &study.search.opened {
            Some(Opened::Page(page)) => opened::page_ui(ui, page, view.script_points, textures, out),
            Some(Opened::Card(card)) => parts::scroll(ui, card.title, |ui| opened::card_ui(ui, card, out)),
            None if !form.find.trim().is_empty() => {
                parts::scroll(ui, "found", |ui| found::found_ui(ui, &study.search, form, out));
            }
            Some(Opened::There(_)) | None => shelf(ui, view, study, form, out),
        }
    });
}

/// Tabs, and the search at the right.
fn tabs(ui: &mut Ui, form: &mut StudyForm, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        ui.set_min_height(HIT);
        for (tab, label) in [
            (StudyTab::Session, text::SESSIONS),
            (StudyTab::Rehearse, text::REHEARSE),
            (StudyTab::Techniques, text::TECHNIQUES),
            (StudyTab::Glossary, text::GLOSSARY),
            (StudyTab::Games, text::GAMES),
        ] {
            if tab_ui(ui, label, form.tab == tab && form.find.is_empty()) {
                form.tab = tab;
                out.push(Intent::Search(SearchKey::Leave));
            }
        }
        widgets::at_right(ui, |ui| {
            let id = Id::unique("search");
            focus(ui, id, std::mem::take(&mut form.focus), form.find.chars().count());
            parts::field_of(ui, id, &mut form.find, text::FIND, text::FIND_HINT, FIND);
            if !form.find.is_empty() && parts::icon_button(ui, icons::ICON_CLOSE, text::CLEAR, true).clicked() {
                form.focus = FieldFocus::On;
                out.push(Intent::Search(SearchKey::Leave));
            }
        });
    });
}

/// Gives the search the keyboard, if it asks for it; `letters` stand in it. Before it is drawn: letters that came in the meantime are its own.
fn focus(ui: &Ui, field: Id, wish: FieldFocus, letters: usize) {
    if wish == FieldFocus::No {
        return;
    }
    ui.memory_mut(|memory| memory.request_focus(field));
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let from = if wish == FieldFocus::All { 0 } else { letters };
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(letters))));
    state.store(ui.ctx(), field);
}

/// In place of the tabs while something found is open: the way back to what was found.
fn way_back(ui: &mut Ui, form: &StudyForm, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        ui.set_min_height(HIT);
        if Action::secondary(search::BACK).icon(icons::ICON_ARROW_BACK).show(ui).clicked() {
            out.push(Intent::Search(SearchKey::Back));
        }
        ui.add_space(GRID);
        parts::caption_line(ui, &search::typed(&form.find));
    });
}

/// What is on the tab; what was found and stands there is marked.
fn shelf(ui: &mut Ui, view: &View<'_>, study: &StudyView<'_>, form: &mut StudyForm, out: &mut Vec<Intent>) {
    let lead = match &study.search.opened {
        Some(Opened::There(lead)) => Some(*lead),
        _ => None,
    };
    let reveal = &mut form.reveal;
    match form.tab {
        StudyTab::Session | StudyTab::Rehearse => sessions(ui, view, study, form, out),
        StudyTab::Techniques => {
            parts::scroll(ui, "techniques", |ui| shelves::techniques_ui(ui, study.shelf, (lead, reveal)));
        }
        StudyTab::Glossary => {
            parts::scroll(ui, "glossary", |ui| shelves::glossary_ui(ui, study.shelf, (lead, reveal)));
        }
        StudyTab::Games => parts::scroll(ui, "games", |ui| shelves::games_ui(ui, view.games, (lead, reveal))),
    }
}

/// How ready one is, as a coloured word.
pub(super) fn readiness_chip(ui: &mut Ui, readiness: Readiness) {
    let c = theme::colours(ui);
    let (ink, ground) = match readiness {
        Readiness::Unread => (c.muted, c.raised),
        Readiness::Read | Readiness::Quizzed => (c.accent, c.accent_soft),
        Readiness::Rehearsed | Readiness::Delivered => (c.green, c.green_soft),
    };
    parts::chip(ui, text::readiness(readiness), ink, ground);
}

fn sessions(ui: &mut Ui, view: &View<'_>, study: &StudyView<'_>, form: &mut StudyForm, out: &mut Vec<Intent>) {
    let [mut left, mut right] = parts::halves(ui, 0.38);
    parts::scroll(&mut left, "sessions", |ui| {
        for (session, row) in view.sessions.iter().zip(&study.rows) {
            let chosen = study.chosen.is_some_and(|chosen| chosen.id == session.id);
            let written = session.learn.is_some() || row.readiness > Readiness::Unread;
            let stage = if written { text::readiness(row.readiness) } else { text::OUTLINE_TAG };
            let name = format!("{}, {}, {stage}", session.label, session.title);
            let pressed = parts::tile(ui, ("session", &session.id), &name, 0.0, |ui| {
                let c = theme::colours(ui);
                parts::low_row(ui, |ui| {
                    parts::caption_line(ui, &session.label);
                    if written {
                        readiness_chip(ui, row.readiness);
                    } else {
                        parts::caption_line(ui, stage);
                    }
                });
                let font = if chosen { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
                let ink = if chosen { c.accent } else { c.ink };
                parts::line(ui, RichText::new(&session.title).font(font).color(ink));
            });
            if pressed.clicked() {
                out.push(Intent::Study(StudyKey::Choose(session.id.clone())));
            }
            ui.add_space(GRID / 2.0);
        }
    });
    if let Some(chosen) = study.chosen {
        // Each session from its top.
        let salt = (chosen.id.as_str(), form.tab == StudyTab::Rehearse);
        parts::scroll(&mut right, &format!("{salt:?}"), |ui| match form.tab {
            StudyTab::Rehearse => rehearse::rehearse_ui(ui, view, study, chosen, out),
            _ => session::session_ui(ui, view, study, chosen, form, out),
        });
    }
}
