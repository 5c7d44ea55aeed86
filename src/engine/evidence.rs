//! What a meeting leaves behind to show for: marks of members, the promise taken home and who kept the last one, photos, answers in
//! words, what comes next. Nothing is filled in that nobody said; what an absent member gets is derived, never stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    attendance::{Attendee, Row, Status},
    event::Event,
    ids::{MeetingId, ParticipantId},
    state::State,
    time::Wall,
};

mod change;
mod words;

pub(super) use change::change;
pub use change::{plain_file, unrated};
pub use words::told_words;

pub use super::half_year::{MemberFacts, member_facts};

/// Longest promise, characters.
pub const MAX_PROMISE_CHARS: usize = 300;
/// Longest name of a photo's place, characters.
pub const MAX_PLACE_CHARS: usize = 120;
/// Longest answer, characters; more than any form takes, so that typing is never lost.
pub const MAX_TOLD_CHARS: usize = 4000;
/// Most photos of a meeting, those taken back included.
pub const MAX_PHOTOS: usize = 60;
/// Longest name of a photo's file, bytes.
const MAX_FILE: usize = 120;

/// A mark for Pengetahuan & Pemahaman. "Tidak dapat dinilai" is no level: it is what an absent one gets, see [`Assessed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Kurang.
    Poor,
    /// Baik.
    Good,
    /// Sangat baik.
    VeryGood,
}

impl Level {
    /// All, lowest first.
    pub const ALL: [Self; 3] = [Self::Poor, Self::Good, Self::VeryGood];
}

/// What a mark rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Angkat tangan.
    ShowOfHands,
    /// Pengamatan.
    Observation,
    /// Praktik di rumah.
    HomePractice,
    /// Obrolan.
    Talk,
}

impl Ground {
    /// All.
    pub const ALL: [Self; 4] = [Self::ShowOfHands, Self::Observation, Self::HomePractice, Self::Talk];
}

/// A photo of the meeting: what its file and its user said, nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Path below the folder of photos, with `/`.
    pub file: String,
    /// When it was taken, by the camera's clock; `None` = the file does not say.
    pub taken: Option<Wall>,
    /// Where: latitude and longitude in millionths of a degree, south and west negative; `None` = the file does not say.
    pub at: Option<(i32, i32)>,
    /// Where, as typed ("lokasi diketik"); may be empty.
    pub place: String,
    /// On which day, as typed ("tanggal diketik"): days since 1970-01-01; only where the file does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
}

/// What is written in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Questions the group asked.
    Questions,
    /// Kendala.
    Obstacles,
    /// Tindak lanjut.
    FollowUp,
    /// Uraian for the office's form.
    Narrative,
    /// Nama kegiatan for the office's form.
    ActivityName,
    /// The report's number, where the office gives its own.
    ReportNumber,
}

impl Field {
    /// Most characters the office's form takes; `None` = it has no such field. Longer text is kept all the same.
    #[must_use]
    pub const fn form_limit(self) -> Option<usize> {
        match self {
            Self::Narrative => Some(1000),
            Self::ActivityName => Some(100),
            Self::Questions | Self::Obstacles | Self::FollowUp | Self::ReportNumber => None,
        }
    }
}

/// What the group needs next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// The same session once more.
    Repeat,
    /// The next one, with ten minutes on this one in its opening.
    Recap,
    /// The next one.
    GoOn,
}

/// What was said or done. Adding a variant or an optional field is compatible, see [`super::event`].
#[expect(missing_docs, reason = "the sentence of each variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum Fact {
    /// Marks for Pengetahuan & Pemahaman and what they rest on; `None` = empty again. `all`: not one row, but everybody who was there and
    /// had no mark yet.
    Rated { ratings: Vec<(Attendee, Option<Level>)>, ground: Ground, all: bool },
    /// The newest [`Fact::Rated`] that stands was taken back.
    RatingsUndone,
    /// What the group promised to do at home, in its own words; empty = taken back.
    Promised { text: String },
    /// Last time's promise: how many did it, or who.
    Recalled { of: MeetingId, done: Option<u16>, who: Vec<ParticipantId> },
    /// A photo; its file was on the disk before.
    PhotoAdded { photo: Photo },
    /// The n-th photo was taken back (0-based, in order of adding); its file stays.
    PhotoRemoved { photo: u16 },
    /// It is there again.
    PhotoRestored { photo: u16 },
    /// Its place was typed.
    PhotoPlace { photo: u16, place: String },
    /// Its day was typed; `None` = taken back.
    PhotoDay { photo: u16, day: Option<i64> },
    /// Something in words; empty = taken back.
    Told { field: Field, text: String },
    /// What the group needs next.
    Next { choice: Next },
}

/// A wish to change the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Mark one who was there; `None` = empty again.
    Rate(Attendee, Option<Level>, Ground),
    /// Mark everybody who was there and has no mark yet.
    RateAllPresent(Level, Ground),
    /// Take the newest marks back.
    UndoRatings,
    /// The group's promise; empty = none written down.
    Promise(String),
    /// Last time's promise: how many did it, or who; neither = not asked.
    Recall {
        /// The meeting at which it was promised.
        of: MeetingId,
        /// How many.
        done: Option<u16>,
        /// Who.
        who: Vec<ParticipantId>,
    },
    /// Keep a photo whose file is on the disk.
    AddPhoto(Photo),
    /// Take a photo back.
    RemovePhoto(u16),
    /// Bring it back.
    RestorePhoto(u16),
    /// Type its place.
    PlacePhoto(u16, String),
    /// Type its day, since 1970-01-01, where its file does not say one; `None` = take it back.
    DatePhoto(u16, Option<i64>),
    /// Write something down; empty = take it back.
    Tell(Field, String),
    /// What comes next.
    Choose(Next),
}

/// A value and the record that said so; on disk once the journal reached it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    /// What stands.
    pub value: T,
    /// Number of its record.
    pub seq: u64,
}

/// A mark that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The mark.
    pub level: Level,
    /// What it rests on.
    pub ground: Ground,
    /// Given to everybody at once.
    pub all: bool,
    /// Number of its record.
    pub seq: u64,
}

/// Who did what was promised last time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// The meeting at which it was promised.
    pub of: MeetingId,
    /// How many, as counted.
    pub done: Option<u16>,
    /// Who, as far as names were taken.
    pub who: Vec<ParticipantId>,
    /// Number of its record.
    pub seq: u64,
}

impl Recalled {
    /// How many did it: as counted, and at least as many as were named.
    #[must_use]
    pub fn count(&self) -> Option<u16> {
        let named = u16::try_from(self.who.len()).unwrap_or(u16::MAX);
        self.done.or((named > 0).then_some(named)).map(|done| done.max(named))
    }

    /// Whether the names are everybody who did it. A number alone says nothing of anybody, nor do a few names out of more.
    #[must_use]
    pub fn names_all(&self) -> bool {
        !self.who.is_empty() && self.count() == u16::try_from(self.who.len()).ok()
    }
}

/// A photo that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoKept {
    /// It.
    pub photo: Photo,
    /// Taken back.
    pub removed: bool,
    /// Number of the record that said so last.
    pub seq: u64,
}

/// What a row gets on the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessed {
    /// There, and marked.
    Rated(Level),
    /// There, and not marked yet; or nobody said whether they were there.
    Empty,
    /// Not there: tidak dapat dinilai.
    NotAssessable,
}

/// The evidence of a meeting; part of [`State`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Marks that stand, also of somebody who was marked absent afterwards: ask [`State::assessed`].
    pub ratings: BTreeMap<Attendee, Rating>,
    /// What undo brings back, newest last.
    pub rated: Vec<Vec<(Attendee, Option<Rating>)>>,
    /// Number of the record that changed marks last; 0 = none did.
    pub rated_seq: u64,
    /// The group's promise in its own words; ask [`State::promise`].
    pub promised: Option<Kept<String>>,
    /// Who did what was promised last time.
    pub recalled: Option<Recalled>,
    /// Photos in order of adding.
    pub photos: Vec<PhotoKept>,
    /// What is written in words; a text taken back is empty.
    pub told: BTreeMap<Field, Kept<String>>,
    /// What comes next.
    pub next: Option<Kept<Next>>,
}

impl Evidence {
    /// The photos that stand, with their numbers.
    pub fn photos(&self) -> impl Iterator<Item = (u16, &PhotoKept)> {
        (0..).zip(&self.photos).filter(|(_, kept)| !kept.removed)
    }

    /// What is written in a field; may be empty.
    #[must_use]
    pub fn told(&self, field: Field) -> &str {
        self.told.get(&field).map_or("", |kept| kept.value.as_str())
    }

    /// Folds a fact in. Total: nonsense changes nothing.
    fn apply(&mut self, fact: &Fact, seq: u64) {
        match fact {
            Fact::Rated { ratings, ground, all } => {
                self.rate(ratings, *ground, *all, seq);
            }
            Fact::RatingsUndone => self.undo_ratings(seq),
            Fact::Promised { text } => self.promised = Some(Kept { value: text.clone(), seq }),
            Fact::Recalled { of, done, who } => {
                let said = done.is_some() || !who.is_empty();
                self.recalled = said.then(|| Recalled { of: *of, done: *done, who: who.clone(), seq });
            }
            // A name that leads out of the folder is kept as a number only.
            Fact::PhotoAdded { photo } => {
                self.photos.push(PhotoKept { photo: photo.clone(), removed: !plain_file(&photo.file), seq });
            }
            Fact::PhotoRemoved { photo } => self.photo(*photo, seq, |kept| kept.removed = true),
            Fact::PhotoRestored { photo } => {
                self.photo(*photo, seq, |kept| kept.removed = !plain_file(&kept.photo.file));
            }
            Fact::PhotoPlace { photo, place } => self.photo(*photo, seq, |kept| kept.photo.place.clone_from(place)),
            Fact::PhotoDay { photo, day } => self.photo(*photo, seq, |kept| kept.photo.day = *day),
            Fact::Told { field, text } => {
                self.told.insert(*field, Kept { value: text.clone(), seq });
            }
            Fact::Next { choice } => self.next = Some(Kept { value: *choice, seq }),
        }
    }

    fn photo(&mut self, photo: u16, seq: u64, change: impl FnOnce(&mut PhotoKept)) {
        if let Some(kept) = self.photos.get_mut(usize::from(photo)) {
            change(kept);
            kept.seq = seq;
        }
    }

    fn rate(&mut self, ratings: &[(Attendee, Option<Level>)], ground: Ground, all: bool, seq: u64) {
        let mut before = Vec::with_capacity(ratings.len());
        for (who, level) in ratings {
            let rating = level.map(|level| Rating { level, ground, all, seq });
            before.push((*who, self.set(*who, rating)));
        }
        self.rated.push(before);
        self.rated_seq = seq;
    }

    fn undo_ratings(&mut self, seq: u64) {
        let Some(before) = self.rated.pop() else { return };
        // Backwards: who was named twice in one batch gets what stood before the first time.
        for (who, rating) in before.into_iter().rev() {
            self.set(who, rating.map(|rating| Rating { seq, ..rating }));
        }
        self.rated_seq = seq;
    }

    /// Sets or empties one mark; returns what stood.
    fn set(&mut self, who: Attendee, rating: Option<Rating>) -> Option<Rating> {
        match rating {
            Some(rating) => self.ratings.insert(who, rating),
            None => self.ratings.remove(&who),
        }
    }
}

impl State {
    pub(super) fn apply_evidence(&mut self, event: &Event, seq: u64) {
        if let Event::Evidence { fact } = event {
            self.evidence.apply(fact, seq);
        }
    }

    /// What a row gets for Pengetahuan & Pemahaman.
    #[must_use]
    pub fn assessed(&self, row: &Row) -> Assessed {
        match row.status {
            Some(Status::Present) => match self.evidence.ratings.get(&row.who) {
                Some(rating) => Assessed::Rated(rating.level),
                None => Assessed::Empty,
            },
            Some(Status::Sick | Status::Excused | Status::Absent) => Assessed::NotAssessable,
            None => Assessed::Empty,
        }
    }

    /// What the group promised to do at home, as somebody wrote down; empty until then: what the session proposes is no promise.
    #[must_use]
    pub fn promise(&self) -> &str {
        self.evidence.promised.as_ref().map_or("", |kept| kept.value.as_str())
    }
}

#[cfg(test)]
mod tests;
