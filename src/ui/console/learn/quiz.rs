//! A quiz, or the day's cards: one question, its choices, why.

use egui::{CornerRadius, Key, Label, Modifiers, RichText, Stroke, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::learn::Question,
    engine::study::QUIZ_PASS,
    text::study as text,
    ui::{
        console::parts::{self, Action},
        intent::{Intent, StudyKey, StudyTab},
        theme::{self, GRID, HIT, RADIUS, size},
        view::QuizView,
        widgets,
    },
};

/// Draws it.
pub(super) fn quiz_ui(ui: &mut Ui, quiz: &QuizView<'_>, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.5 * GRID;
        match quiz.question {
            Some(question) => question_ui(ui, quiz, question, out),
            None => result_ui(ui, quiz, out),
        }
    });
}

fn question_ui(ui: &mut Ui, quiz: &QuizView<'_>, question: &Question, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    parts::low_row(ui, |ui| {
        widgets::caption(ui, &text::place(quiz.number, quiz.of));
        widgets::caption(ui, &format!("· {}", quiz.of_session));
    });
    parts::whole_title(ui, &question.ask);
    let mut on_choice = false;
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    for (index, choice) in question.choices.iter().enumerate() {
        let (fill, line) = match quiz.chosen {
            Some(_) if index == question.answer => (c.green_soft, c.green),
            Some(chosen) if index == chosen => (c.amber_soft, c.amber),
            _ => (c.raised, c.line),
        };
        let words = RichText::new(format!("{}   {choice}", index + 1)).font(theme::font(size::BODY)).color(c.ink);
        let button = egui::Button::new(words)
            .wrap()
            .fill(fill)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(CornerRadius::same(RADIUS))
            .min_size(vec2(ui.available_width(), HIT));
        let response = ui.add(button);
        widgets::focus_ring(ui, &response);
        on_choice |= response.has_focus();
        let typed = keys.get(index).is_some_and(|key| widgets::pressed_anew(ui, Modifiers::NONE, *key));
        if quiz.chosen.is_none() && (response.clicked() || typed) {
            out.push(Intent::Study(StudyKey::Answer(index)));
        }
    }
    if let Some(chosen) = quiz.chosen {
        let right = chosen == question.answer;
        let (words, ink) = if right { (text::RIGHT, c.green) } else { (text::WRONG, c.amber) };
        ui.label(RichText::new(words).font(theme::bold_font(size::BODY)).color(ink));
        ui.add(Label::new(RichText::new(&question.why).font(theme::font(size::BODY))).wrap());
    }
    ui.horizontal(|ui| {
        let label = if quiz.number == quiz.of { text::RESULT } else { text::NEXT };
        let next = Action::primary(label).icon(icons::ICON_ARROW_FORWARD).enabled(quiz.chosen.is_some()).show(ui);
        // Enter goes on wherever the keyboard is, unless it presses something by itself; an answered choice does nothing any more.
        let entered = quiz.chosen.is_some()
            && (on_choice || ui.memory(|memory| memory.focused().is_none()))
            && widgets::pressed_anew(ui, Modifiers::NONE, Key::Enter);
        if next.clicked() || entered {
            out.push(Intent::Study(StudyKey::NextQuestion));
        }
        if Action::quiet(text::STOP).show(ui).clicked() {
            out.push(Intent::Study(StudyKey::LeaveQuiz));
        }
    });
}

fn result_ui(ui: &mut Ui, quiz: &QuizView<'_>, out: &mut Vec<Intent>) {
    parts::whole_title(ui, &text::result(quiz.right, quiz.of));
    let passed = quiz.right * 100 >= quiz.of * usize::from(QUIZ_PASS);
    let words = match (quiz.session.is_none(), passed) {
        (true, _) => text::DAILY_DONE,
        (false, true) => text::PASSED,
        (false, false) => text::NOT_PASSED,
    };
    ui.add(Label::new(words).wrap());
    if !quiz.missed.is_empty() {
        parts::subtitle(ui, text::MISSED);
        let c = theme::colours(ui);
        for question in &quiz.missed {
            ui.add(Label::new(RichText::new(&question.ask).font(theme::font(size::BODY))).wrap());
            let answer = question.choices.get(question.answer).map_or("", String::as_str);
            ui.add(Label::new(RichText::new(answer).font(theme::bold_font(size::BODY)).color(c.green)).wrap());
            ui.add(Label::new(RichText::new(&question.why).font(theme::font(size::SMALL)).color(c.muted)).wrap());
        }
    }
    ui.horizontal(|ui| {
        let (label, icon, next) = match quiz.session {
            Some(session) if passed => {
                let rehearse = [StudyKey::Choose(session.clone()), StudyKey::Open(StudyTab::Rehearse)];
                (text::REHEARSE, icons::ICON_REPLAY, rehearse.to_vec())
            }
            Some(session) => (text::AGAIN, icons::ICON_REFRESH, vec![StudyKey::Quiz(Some(session.clone()))]),
            None => (text::LEAVE, icons::ICON_CHECK, Vec::new()),
        };
        // Enter goes on wherever the keyboard is, unless it presses something by itself.
        let entered =
            ui.memory(|memory| memory.focused().is_none()) && widgets::pressed_anew(ui, Modifiers::NONE, Key::Enter);
        let primary = Action::primary(label).icon(icon).show(ui).clicked() || entered;
        let left = quiz.session.is_some() && Action::quiet(text::LEAVE).icon(icons::ICON_CHECK).show(ui).clicked();
        if primary || left {
            out.push(Intent::Study(StudyKey::LeaveQuiz));
        }
        if primary {
            out.extend(next.into_iter().map(Intent::Study));
        }
    });
}
