//! Choosing a new page: words of one's own, a game, or a file that lies in the session's folder.

use egui::{RichText, Ui};
use egui_material_icons::icons;

use super::{change, list};
use crate::{
    engine::{
        draft::{DraftStep, Edit, NewPage, Shows},
        session::Game,
    },
    text::edit as text,
    ui::{
        console::parts::{self, Action},
        drafts::{EditForm, Selected},
        intent::Intent,
        theme::{self, size},
        view::{EditView, View},
        widgets,
    },
};

/// Height of a choice inside its edges.
const CHOICE: f32 = 44.0;

/// Draws it.
pub(super) fn add_ui(ui: &mut Ui, view: &View<'_>, edit: &EditView<'_>, form: &mut EditForm, out: &mut Vec<Intent>) {
    let Some(step) = list::current_step(edit, form) else { return };
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            if Action::secondary(text::CANCEL).icon(icons::ICON_CLOSE).show(ui).clicked() {
                form.adding = false;
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                parts::line(ui, RichText::new(text::add_to(&step.title)).font(theme::bold_font(size::BODY)));
            });
        });
    });
    parts::scroll(ui, "add", |ui| {
        let mut chosen = None;
        let mut offer = |ui: &mut Ui, column: usize, title: &str, below: &str, page: &dyn Fn() -> NewPage| {
            if choice(ui, column, title, below) {
                chosen = Some(page());
            }
        };
        let words = [
            (text::QUESTION, text::QUESTION_HOW, "question", text::NEW_QUESTION, text::QUESTION_SCRIPT),
            (text::MESSAGE, text::MESSAGE_HOW, "message", text::NEW_MESSAGE, text::MESSAGE_SCRIPT),
        ];
        parts::columns(ui, 2, |column, ui| {
            if let Some((title, how, layout, headline, script)) = words.get(column) {
                offer(ui, column, title, how, &|| of_words(title, layout, headline, script));
            }
        });
        parts::subtitle(ui, text::FILES);
        if edit.files.is_empty() {
            widgets::caption(ui, text::NO_FILES);
        }
        for pair in edit.files.chunks(2) {
            parts::columns(ui, 2, |column, ui| {
                if let Some(shows) = pair.get(column) {
                    let shows = next_page(edit, shows);
                    let file = text::file(&shows).unwrap_or_default();
                    offer(ui, column, file, &text::kind(&shows), &|| of_file(&shows));
                }
            });
        }
        if !view.games.is_empty() {
            parts::subtitle(ui, text::GAMES);
        }
        for pair in view.games.chunks(2) {
            parts::columns(ui, 2, |column, ui| {
                if let Some(game) = pair.get(column) {
                    offer(ui, column, &game.title, &game.purpose, &|| of_game(game));
                }
            });
        }
        if let Some(page) = chosen {
            let at = place(edit, form, step);
            form.adding = false;
            change(out, Edit::Insert { step: step.id.clone(), at, page });
        }
    });
}

fn choice(ui: &mut Ui, column: usize, title: &str, below: &str) -> bool {
    let name = format!("{title}: {below}");
    let pressed = parts::tile(ui, (column, title), &name, CHOICE, |ui| {
        parts::line(ui, RichText::new(title).font(theme::bold_font(size::BODY)));
        parts::caption_line(ui, below);
    });
    pressed.clicked()
}

/// Behind the page that is selected, else at the end of the step.
fn place(edit: &EditView<'_>, form: &EditForm, step: &DraftStep) -> usize {
    let behind = match &form.selected {
        Selected::Page(page) => edit.draft.find(page).map(|(_, at)| at + 1),
        _ => None,
    };
    behind.unwrap_or(step.pages.len())
}

/// Of a PDF the first page after those the session shows.
fn next_page(edit: &EditView<'_>, shows: &Shows) -> Shows {
    let Shows::Pdf { file, .. } = shows else { return shows.clone() };
    let used = edit.draft.pages().filter_map(|page| match &page.shows {
        Shows::Pdf { file: other, number } if other == file => Some(*number),
        _ => None,
    });
    let used: std::collections::BTreeSet<u32> = used.collect();
    let number = (1..=u32::MAX).find(|number| !used.contains(number)).unwrap_or(1);
    Shows::Pdf { file: file.clone(), number }
}

fn of_words(title: &str, layout: &str, headline: &str, script: &str) -> NewPage {
    let shows = Shows::Drawn { layout: layout.to_owned(), headline: headline.to_owned() };
    NewPage { title: title.to_owned(), script: script.to_owned(), shows }
}

fn of_file(shows: &Shows) -> NewPage {
    let title = text::from_file(text::file(shows).unwrap_or_default());
    NewPage { title, script: String::new(), shows: shows.clone() }
}

fn of_game(game: &Game) -> NewPage {
    let script = text::game_script(&game.how);
    NewPage { title: game.title.clone(), script, shows: Shows::Game(game.id.clone()) }
}
