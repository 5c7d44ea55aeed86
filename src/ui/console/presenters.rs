//! The presenters panel of Prepare and Close: up to three people, their office, which steps they lead.

use egui::Ui;
use egui_material_icons::icons;

use crate::{engine::event::Presenter, text::prepare as text, ui::theme::GRID, ui::widgets};

use super::parts::{self, Action};

/// Most presenters of a meeting.
const MOST: usize = 3;

/// Draws it; true when a change is complete (a field was left, a button pressed). `steps` are the titles on the run sheet, `guests` who
/// presented before: one press adds them.
pub(super) fn presenters_ui(ui: &mut Ui, people: &mut Vec<Presenter>, steps: &[&str], guests: &[Presenter]) -> bool {
    let mut settled = false;
    if people.is_empty() {
        people.push(Presenter::default());
    }
    let only = people.len() == 1;
    let mut gone = None;
    for (index, person) in people.iter_mut().enumerate() {
        if index > 0 {
            ui.separator();
        }
        ui.push_id(("presenter", index), |ui| {
            let empty = person.name.is_empty() && person.agency.is_empty();
            if names(ui, person, index + 1, !(only && empty), &mut settled) {
                gone = Some(index);
            }
            settled |= chosen_steps(ui, person, index + 1, steps);
        });
    }
    if let Some(index) = gone {
        people.remove(index);
        settled = true;
    }
    let room = people.len() < MOST && people.iter().all(|person| !person.name.trim().is_empty());
    if people.len() < MOST
        && Action::quiet(text::ADD_PRESENTER).icon(icons::ICON_PERSON_ADD).enabled(room).show(ui).clicked()
    {
        people.push(Presenter::default());
    }
    settled | guests_ui(ui, people, guests)
}

/// Guests of earlier meetings who are not named yet; true when one was taken.
fn guests_ui(ui: &mut Ui, people: &mut Vec<Presenter>, guests: &[Presenter]) -> bool {
    let others: Vec<&Presenter> =
        guests.iter().filter(|guest| !people.iter().any(|person| person.name.trim() == guest.name)).collect();
    let free = people.iter().position(|person| person.name.trim().is_empty() && person.agency.trim().is_empty());
    if others.is_empty() || (free.is_none() && people.len() >= MOST) {
        return false;
    }
    let mut taken = None;
    widgets::caption(ui, text::EARLIER_GUESTS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(GRID / 2.0, GRID / 2.0);
        for guest in others {
            let label = if guest.agency.is_empty() {
                guest.name.clone()
            } else {
                format!("{} · {}", guest.name, guest.agency)
            };
            if Action::secondary(&label).icon(icons::ICON_PERSON_ADD).show(ui).clicked() {
                taken = Some(guest.clone());
            }
        }
    });
    let Some(guest) = taken else { return false };
    match free.and_then(|free| people.get_mut(free)) {
        Some(empty) => *empty = guest,
        None => people.push(guest),
    }
    true
}

/// Those with a name, tidied.
pub(super) fn named(people: &[Presenter]) -> Vec<Presenter> {
    let named = people.iter().filter(|person| !person.name.trim().is_empty());
    named
        .map(|person| Presenter {
            name: person.name.trim().to_owned(),
            agency: person.agency.trim().to_owned(),
            steps: person.steps.clone(),
        })
        .collect()
}

/// Name and office; true when the person is to be taken away.
fn names(ui: &mut Ui, person: &mut Presenter, number: usize, removable: bool, settled: &mut bool) -> bool {
    let mut gone = false;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - widgets_width(removable)) / 2.0 - GRID / 2.0;
        for (field, hint, value) in [
            (text::PRESENTER_NAME, "", &mut person.name),
            (text::PRESENTER_AGENCY, text::AGENCY_HINT, &mut person.agency),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID / 2.0;
                widgets::caption(ui, field);
                let name = text::of_presenter(field, number);
                *settled |= parts::field(ui, value, &name, hint, Some(width)).lost_focus();
            });
        }
        if removable {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID / 2.0;
                widgets::caption(ui, " ");
                gone = parts::icon_button(ui, icons::ICON_DELETE, &text::remove_presenter(number), true).clicked();
            });
        }
    });
    gone
}

/// Room the delete button takes.
fn widgets_width(removable: bool) -> f32 {
    if removable { crate::ui::theme::HIT + GRID } else { 0.0 }
}

/// All steps, or some by number; true when changed.
fn chosen_steps(ui: &mut Ui, person: &mut Presenter, number: usize, steps: &[&str]) -> bool {
    let mut changed = false;
    widgets::caption(ui, text::PRESENTER_STEPS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(GRID / 2.0, GRID / 2.0);
        let name = text::of_presenter(text::ALL_STEPS, number);
        let all = Action::secondary(text::ALL_STEPS).name(&name).selected(person.steps.is_empty()).show(ui);
        if all.clicked() {
            person.steps.clear();
            changed = true;
        }
        for (index, title) in steps.iter().enumerate() {
            let step = index as u16;
            let on = person.steps.contains(&step);
            let label = (index + 1).to_string();
            let name = text::step_of_presenter(index + 1, title, number);
            let chip = Action::secondary(&label).name(&name).selected(on).show(ui).on_hover_text(*title);
            if chip.clicked() {
                if on {
                    person.steps.retain(|chosen| *chosen != step);
                } else {
                    person.steps.push(step);
                    person.steps.sort_unstable();
                }
                changed = true;
            }
        }
    });
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_people_with_a_name_are_kept_and_their_names_are_tidied() {
        let person = |name: &str| Presenter { name: name.to_owned(), agency: " Puskesmas ".to_owned(), steps: vec![3] };
        let kept = named(&[person("  "), person(" Ibu Rina ")]);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept.first().map(|p| (p.name.as_str(), p.agency.as_str())), Some(("Ibu Rina", "Puskesmas")));
    }
}
