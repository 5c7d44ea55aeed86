//! What a wish to change the evidence comes to: its facts, or why not.

use std::collections::BTreeSet;

use super::{
    Change, Fact, MAX_FILE, MAX_PHOTOS, MAX_PLACE_CHARS, MAX_PROMISE_CHARS, Photo,
    words::{line, text_of_lines},
};
use crate::engine::{
    attendance::{Attendee, Row, Status},
    command::{MAX_HEADS, Rejection},
    event::Event,
    ids::{MeetingId, ParticipantId},
    state::State,
};

/// The facts that carry out a change; none when it stands already.
pub(in crate::engine) fn change(state: &State, change: &Change) -> Result<Vec<Event>, Rejection> {
    let evidence = &state.evidence;
    let fact = match change {
        Change::Rate(who, level, ground) => {
            let row = standing(state).find(|row| row.who == *who).ok_or(Rejection::NoSuchThing)?;
            let stands = evidence.ratings.get(who).map(|rating| (rating.level, rating.ground));
            // Taking a mark back is always possible: somebody may have been marked absent since.
            if level.is_some() && row.status != Some(Status::Present) {
                return Err(Rejection::NotPresent);
            }
            let same = stands == level.map(|level| (level, *ground));
            (!same).then(|| Fact::Rated { ratings: vec![(*who, *level)], ground: *ground, all: false })
        }
        Change::RateAllPresent(level, ground) => {
            let ratings: Vec<_> = unrated(state).map(|row| (row.who, Some(*level))).collect();
            (!ratings.is_empty()).then_some(Fact::Rated { ratings, ground: *ground, all: true })
        }
        Change::UndoRatings => (!evidence.rated.is_empty()).then_some(Fact::RatingsUndone),
        Change::Promise(text) => {
            let text = line(text, MAX_PROMISE_CHARS)?;
            let stands = evidence.promised.as_ref().map_or("", |kept| kept.value.as_str());
            (stands != text).then_some(Fact::Promised { text })
        }
        Change::Recall { of, done, who } => recall(state, *of, *done, who)?,
        Change::AddPhoto(photo) => Some(add_photo(state, photo)?),
        Change::RemovePhoto(photo) => {
            let kept = evidence.photos.get(usize::from(*photo)).ok_or(Rejection::NoSuchThing)?;
            (!kept.removed).then_some(Fact::PhotoRemoved { photo: *photo })
        }
        Change::RestorePhoto(photo) => {
            let kept = evidence.photos.get(usize::from(*photo)).ok_or(Rejection::NoSuchThing)?;
            (kept.removed && plain_file(&kept.photo.file)).then_some(Fact::PhotoRestored { photo: *photo })
        }
        Change::PlacePhoto(photo, place) => {
            let kept = evidence.photos.get(usize::from(*photo)).ok_or(Rejection::NoSuchThing)?;
            let place = line(place, MAX_PLACE_CHARS)?;
            (kept.photo.place != place).then_some(Fact::PhotoPlace { photo: *photo, place })
        }
        Change::DatePhoto(photo, day) => {
            let kept = evidence.photos.get(usize::from(*photo)).ok_or(Rejection::NoSuchThing)?;
            // What the camera wrote down is not typed over.
            if kept.photo.taken.is_some() {
                return Err(Rejection::NoSuchThing);
            }
            (kept.photo.day != *day).then_some(Fact::PhotoDay { photo: *photo, day: *day })
        }
        Change::Tell(field, text) => {
            let text = text_of_lines(text)?;
            (evidence.told(*field) != text).then_some(Fact::Told { field: *field, text })
        }
        Change::Choose(choice) => {
            let stands = evidence.next.as_ref().map(|kept| kept.value);
            (stands != Some(*choice)).then_some(Fact::Next { choice: *choice })
        }
    };
    Ok(fact.map(|fact| Event::Evidence { fact }).into_iter().collect())
}

fn standing(state: &State) -> impl Iterator<Item = &Row> {
    state.roll.iter().filter(|row| !row.removed)
}

/// Who was there and has no mark yet.
pub fn unrated(state: &State) -> impl Iterator<Item = &Row> {
    let there = standing(state).filter(|row| row.status == Some(Status::Present));
    there.filter(|row| !state.evidence.ratings.contains_key(&row.who))
}

fn recall(state: &State, of: MeetingId, done: Option<u16>, who: &[ParticipantId]) -> Result<Option<Fact>, Rejection> {
    if done.is_some_and(|done| done > MAX_HEADS) {
        return Err(Rejection::OutOfRange);
    }
    let who: Vec<ParticipantId> = who.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let called = |id: &ParticipantId| state.roll.iter().any(|row| row.who == Attendee::Participant(*id));
    if !who.iter().all(called) {
        return Err(Rejection::NoSuchThing);
    }
    let stands = state.evidence.recalled.as_ref();
    let said = done.is_some() || !who.is_empty();
    let same = match stands {
        Some(stands) => stands.of == of && stands.done == done && stands.who == who,
        None => !said,
    };
    Ok((!same).then_some(Fact::Recalled { of, done, who }))
}

fn add_photo(state: &State, photo: &Photo) -> Result<Fact, Rejection> {
    if state.evidence.photos.len() >= MAX_PHOTOS {
        return Err(Rejection::OutOfRange);
    }
    if !plain_file(&photo.file) {
        return Err(Rejection::BadText);
    }
    let place = line(&photo.place, MAX_PLACE_CHARS)?;
    let at = photo.at.filter(|(latitude, longitude)| on_earth(*latitude, *longitude));
    Ok(Fact::PhotoAdded { photo: Photo { at, place, ..photo.clone() } })
}

fn on_earth(latitude: i32, longitude: i32) -> bool {
    latitude.unsigned_abs() <= 90_000_000 && longitude.unsigned_abs() <= 180_000_000
}

/// A name below the folder of photos: small letters, digits, `-`, `_`, `.` and single `/`, no way out of it.
#[must_use]
pub fn plain_file(file: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'))
    };
    file.len() <= MAX_FILE && file.split('/').all(plain)
}
