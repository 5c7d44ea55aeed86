//! The facilitator's desk: field notes, the head count, presenters.

use super::{
    super::{
        command::{MAX_HEADS, MAX_NOTE_CHARS, MAX_NOTES, MAX_PRESENTERS, Rejection},
        event::{Event, Presenter},
        roster::{MAX_NAME_CHARS, clean_name},
        state::State,
    },
    Decision,
};

pub(super) fn add_note(state: &State, text: &str) -> Decision {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > MAX_NOTE_CHARS {
        return Err(Rejection::BadText);
    }
    if state.notes.len() >= MAX_NOTES {
        return Err(Rejection::OutOfRange);
    }
    Ok(vec![Event::NoteAdded { step: state.step, text: text.to_owned() }])
}

pub(super) fn remove_note(state: &State, note: u16) -> Decision {
    let standing = state.notes.get(usize::from(note)).is_some_and(|note| !note.removed);
    if standing { Ok(vec![Event::NoteRemoved { note }]) } else { Err(Rejection::NoSuchThing) }
}

pub(super) fn count_heads(state: &State, count: u16) -> Decision {
    if count > MAX_HEADS {
        return Err(Rejection::OutOfRange);
    }
    Ok(if state.heads == Some(count) { Vec::new() } else { vec![Event::HeadCounted { count }] })
}

pub(super) fn set_presenters(state: &State, presenters: &[Presenter]) -> Decision {
    if presenters.len() > MAX_PRESENTERS {
        return Err(Rejection::OutOfRange);
    }
    let presenters: Vec<Presenter> = presenters
        .iter()
        .map(|presenter| Presenter {
            name: clean_name(&presenter.name),
            agency: clean_name(&presenter.agency),
            steps: presenter.steps.clone(),
        })
        .collect();
    let long = |text: &str| text.chars().count() > MAX_NAME_CHARS;
    if presenters.iter().any(|presenter| presenter.name.is_empty() || long(&presenter.name) || long(&presenter.agency))
    {
        return Err(Rejection::BadText);
    }
    if presenters.iter().flat_map(|presenter| &presenter.steps).any(|step| state.sheet.places_in(*step).is_none()) {
        return Err(Rejection::NoSuchThing);
    }
    Ok(if presenters == state.setup.presenters { Vec::new() } else { vec![Event::PresentersSet { presenters }] })
}
