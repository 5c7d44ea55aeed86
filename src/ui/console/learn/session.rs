//! One session on the learning screen: how ready one is, its quiz, what to read.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use crate::{
    engine::{session::Session, study::Readiness},
    text::study as text,
    ui::{
        console::{
            parts::{self, Action},
            reading::{self, Mark},
        },
        drafts::StudyForm,
        intent::{Intent, StudyKey},
        theme::{self, GRID, size},
        view::{Opened, StudyView, View},
        widgets,
    },
};

/// Draws it.
pub(super) fn session_ui(
    ui: &mut Ui,
    view: &View<'_>,
    study: &StudyView<'_>,
    session: &Session,
    form: &mut StudyForm,
    out: &mut Vec<Intent>,
) {
    parts::card(ui, |ui| {
        parts::caption_line(ui, &session.label);
        parts::whole_title(ui, &session.title);
        widgets::caption(ui, &session.goal);
    });
    ui.add_space(GRID);
    let Some(learn) = &session.learn else {
        parts::card(ui, |ui| widgets::caption(ui, text::OUTLINE));
        return;
    };
    let row = view.sessions.iter().zip(&study.rows).find(|(other, _)| other.id == session.id).map(|(_, row)| *row);
    if !learn.questions.is_empty() {
        parts::card(ui, |ui| {
            parts::subtitle(ui, text::QUIZ);
            widgets::caption(ui, &text::questions(learn.questions.len()));
            ui.horizontal(|ui| {
                if Action::secondary(text::BEGIN_QUIZ).icon(icons::ICON_QUIZ).show(ui).clicked() {
                    out.push(Intent::Study(StudyKey::Quiz(Some(session.id.clone()))));
                }
                if let Some((right, of)) = row.and_then(|row| row.best) {
                    ui.label(RichText::new(text::best(right, of)).font(theme::font(size::BODY)));
                }
            });
        });
        ui.add_space(GRID);
    }
    parts::subtitle(ui, text::TO_READ);
    let mark = match &study.search.opened {
        Some(Opened::There(lead)) => Some(Mark { lead, reveal: &mut form.reveal }),
        _ => None,
    };
    reading::learn_ui(ui, &session.id, learn, mark);
    if row.is_some_and(|row| row.readiness == Readiness::Unread)
        && Action::secondary(text::HAVE_READ).icon(icons::ICON_CHECK).show(ui).clicked()
    {
        out.push(Intent::Study(StudyKey::Read(session.id.clone())));
    }
}
