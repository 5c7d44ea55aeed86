//! Shelves of the learning screen: techniques, glossary, games. What was looked for is marked on its shelf.

use egui::{Label, RichText, Ui};

use crate::{
    engine::{finding::Lead, session::Game, shelf::Shelf},
    text::study as text,
    ui::{
        console::parts,
        theme::{self, GRID, size},
        widgets,
    },
};

/// What was looked for, and whether it is to be brought into view.
pub(super) type Mark<'a> = (Option<&'a Lead>, &'a mut bool);

/// How a group is led.
pub(super) fn techniques_ui(ui: &mut Ui, shelf: &Shelf, (lead, reveal): Mark<'_>) {
    for (index, guide) in shelf.techniques.iter().enumerate() {
        parts::marked(ui, lead == Some(&Lead::Technique(index)), reveal, |ui| {
            parts::card(ui, |ui| {
                parts::title(ui, &guide.title);
                said(ui, &guide.when);
                ui.add_space(GRID / 2.0);
                parts::subtitle(ui, text::HOW);
                for (number, line) in (1..).zip(&guide.how) {
                    said(ui, &format!("{number}. {line}"));
                }
                ui.add_space(GRID / 2.0);
                parts::subtitle(ui, text::MISTAKES);
                for line in &guide.mistakes {
                    said(ui, &format!("• {line}"));
                }
            });
        });
        ui.add_space(GRID);
    }
}

/// Words of the programme.
pub(super) fn glossary_ui(ui: &mut Ui, shelf: &Shelf, (lead, reveal): Mark<'_>) {
    parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, term) in shelf.glossary.iter().enumerate() {
            parts::marked(ui, lead == Some(&Lead::Term(index)), reveal, |ui| {
                parts::subtitle(ui, &term.word);
                said(ui, &term.meaning);
            });
            ui.add_space(1.5 * GRID);
        }
    });
}

/// Games.
pub(super) fn games_ui(ui: &mut Ui, games: &[Game], (lead, reveal): Mark<'_>) {
    for game in games {
        let marked = matches!(lead, Some(Lead::Game(id)) if *id == game.id);
        parts::marked(ui, marked, reveal, |ui| {
            parts::card(ui, |ui| {
                parts::title(ui, &game.title);
                widgets::caption(ui, &game.purpose);
                for (number, line) in (1..).zip(&game.how) {
                    said(ui, &format!("{number}. {line}"));
                }
            });
        });
        ui.add_space(GRID);
    }
}

fn said(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).font(theme::font(size::BODY))).wrap());
}
