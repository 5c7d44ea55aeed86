//! The numbered list of members: rename in place, move, delete, undo.

use std::collections::HashMap;

use egui::{Align, Layout, RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::roster::{MAX_PARTICIPANTS, clean_name},
    text::group as text,
    ui::{
        console::parts::{self, Action},
        drafts::GroupForm,
        theme::{self, GRID, HIT, size},
        widgets,
    },
};

/// More than this is advised against by the programme (15–30 invited).
const ADVISED: usize = 30;
/// Width of a row's number.
const NUMBER: f32 = 32.0;

/// The icon of the empty list, points.
const EMPTY_ICON: f32 = 64.0;

/// What a row asks for.
enum Change {
    Up,
    Down,
    Delete,
}

/// Draws it.
pub(super) fn members_ui(ui: &mut Ui, form: &mut GroupForm) {
    parts::card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        heading(ui, form);
        let count = form.edit.participants.len();
        if count == 0 {
            let muted = theme::colours(ui).muted;
            ui.add_space(4.0 * GRID);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new(icons::ICON_GROUPS.codepoint).font(theme::font(EMPTY_ICON)).color(muted));
                parts::words(ui, text::LIST_EMPTY, muted);
            });
            return;
        }
        let c = theme::colours(ui);
        if count >= MAX_PARTICIPANTS {
            parts::hint(ui, icons::ICON_WARNING, &text::full(MAX_PARTICIPANTS), c.amber, c.amber_soft);
        } else if count > ADVISED {
            parts::hint(ui, icons::ICON_GROUPS, &text::many(ADVISED), c.amber, c.amber_soft);
        }
        parts::scroll(ui, "members", |ui| rows(ui, form));
    });
}

fn heading(ui: &mut Ui, form: &mut GroupForm) {
    ui.horizontal(|ui| {
        parts::title(ui, text::LIST);
        parts::words(ui, &text::count(form.edit.participants.len()), theme::colours(ui).muted);
        widgets::at_right(ui, |ui| {
            let possible = form.undo.iter().any(|earlier| earlier.participants != form.edit.participants);
            if Action::quiet(text::UNDO).icon(icons::ICON_UNDO).enabled(possible).show(ui).clicked() {
                undo(form);
            }
        });
    });
}

fn rows(ui: &mut Ui, form: &mut GroupForm) {
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, name) in &form.edit.participants {
        *times.entry(clean_name(name).to_lowercase()).or_default() += 1;
    }
    let mut begun = false;
    let mut change = None;
    let count = form.edit.participants.len();
    let moved = form.moved.take();
    for (index, (_, name)) in form.edit.participants.iter_mut().enumerate() {
        let twice = times.get(&clean_name(name).to_lowercase()).is_some_and(|times| *times > 1);
        let focus = moved.filter(|(row, _)| *row == index).map(|(_, up)| up);
        ui.push_id(index, |ui| {
            let asked = row(ui, index, count, name, twice, focus, &mut begun);
            change = asked.map(|asked| (index, asked)).or(change.take());
        });
    }
    if begun || change.is_some() {
        remember(form);
    }
    if let Some((index, change)) = change {
        apply(form, index, &change);
    }
}

/// Keeps the list as it is for undo.
fn remember(form: &mut GroupForm) {
    if form.undo.last() != Some(&form.edit) {
        form.undo.push(form.edit.clone());
    }
}

/// Back to the newest earlier list that was different.
fn undo(form: &mut GroupForm) {
    while let Some(earlier) = form.undo.pop() {
        if earlier.participants != form.edit.participants {
            form.edit.participants = earlier.participants;
            return;
        }
    }
}

fn apply(form: &mut GroupForm, index: usize, change: &Change) {
    let people = &mut form.edit.participants;
    let other = match change {
        Change::Up => index.checked_sub(1),
        Change::Down => Some(index + 1).filter(|other| *other < people.len()),
        Change::Delete => {
            if index < people.len() {
                people.remove(index);
            }
            return;
        }
    };
    if let Some(other) = other {
        people.swap(index, other);
        form.moved = Some((other, matches!(change, Change::Up)));
    }
}

/// One row; `begun` is set when its name may be about to change.
fn row(
    ui: &mut Ui,
    index: usize,
    count: usize,
    name: &mut String,
    twice: bool,
    focus: Option<bool>,
    begun: &mut bool,
) -> Option<Change> {
    let mut change = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        let c = theme::colours(ui);
        ui.allocate_ui_with_layout(vec2(NUMBER, HIT), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_width(NUMBER);
            ui.label(RichText::new((index + 1).to_string()).color(c.muted));
        });
        ui.add_space(GRID / 2.0);
        let said = name.clone();
        let word = if twice { text::TWICE } else { "" };
        let word = ui.painter().layout_no_wrap(word.to_owned(), theme::font(size::SMALL), c.amber);
        let width = ui.available_width() - word.size().x - 3.0 * HIT - 2.0 * GRID;
        let field = parts::field(ui, name, &text::row(index + 1), "", Some(width));
        super::shorten(name);
        *begun |= field.gained_focus();
        ui.label(word);
        ui.add_space(GRID / 2.0);
        ui.spacing_mut().item_spacing.x = 0.0;
        let up = parts::icon_button(ui, icons::ICON_ARROW_UPWARD, &text::up(&said), index > 0);
        let down = parts::icon_button(ui, icons::ICON_ARROW_DOWNWARD, &text::down(&said), index + 1 < count);
        let delete = parts::icon_button(ui, icons::ICON_DELETE, &text::delete(&said), true);
        match focus {
            Some(true) => up.request_focus(),
            Some(false) => down.request_focus(),
            None => {}
        }
        for (button, asked) in [(up, Change::Up), (down, Change::Down), (delete, Change::Delete)] {
            if button.clicked() {
                change = Some(asked);
            }
        }
    });
    change
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(names: &[&str]) -> GroupForm {
        let mut form = GroupForm::default();
        form.edit.participants = names.iter().map(|name| (None, (*name).to_owned())).collect();
        form
    }

    fn names(form: &GroupForm) -> Vec<&str> {
        form.edit.participants.iter().map(|(_, name)| name.as_str()).collect()
    }

    #[test]
    fn moving_keeps_the_keyboard_on_the_person_and_deleting_can_be_undone() {
        let mut form = form(&["A", "B", "C"]);
        apply(&mut form, 2, &Change::Up);
        assert_eq!(names(&form), ["A", "C", "B"]);
        assert_eq!(form.moved, Some((1, true)));
        apply(&mut form, 0, &Change::Up);
        apply(&mut form, 2, &Change::Down);
        assert_eq!(names(&form), ["A", "C", "B"], "the ends stay where they are");
        remember(&mut form);
        apply(&mut form, 1, &Change::Delete);
        assert_eq!(names(&form), ["A", "B"]);
        undo(&mut form);
        assert_eq!(names(&form), ["A", "C", "B"]);
    }

    #[test]
    fn undo_passes_over_states_in_which_nothing_was_changed() {
        let mut form = form(&["A"]);
        remember(&mut form);
        form.edit.participants.clear();
        remember(&mut form);
        remember(&mut form);
        assert_eq!(form.undo.len(), 2);
        undo(&mut form);
        assert_eq!(names(&form), ["A"]);
    }
}
