//! Fields of a closed meeting that write into its evidence: which text each holds, whether what is typed stands already.

use crate::engine::{
    evidence::{Change, Field, told_words},
    roster::clean_name,
    state::State,
};

/// A text of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// What the group promised.
    Promise,
    /// Something in words.
    Told(Field),
    /// Where a photo was taken.
    Place(u16),
}

/// What is typed into one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// Words.
    pub words: String,
    /// When they changed last, egui's seconds; `None` = not since they were written down.
    pub changed: Option<f64>,
    /// The words that were handed over last and do not stand yet; should they be refused, they are not handed over again.
    pub sent: Option<String>,
}

impl Slot {
    /// What stands in the journal.
    #[must_use]
    pub fn standing(self, state: &State) -> &str {
        match self {
            Self::Promise => state.promise(),
            Self::Told(field) => state.evidence.told(field),
            Self::Place(photo) => {
                state.evidence.photos.get(usize::from(photo)).map_or("", |kept| kept.photo.place.as_str())
            }
        }
    }

    /// Number of the record that said so; 0 = nobody did.
    #[must_use]
    pub fn seq(self, state: &State) -> u64 {
        let evidence = &state.evidence;
        match self {
            Self::Promise => evidence.promised.as_ref().map_or(0, |kept| kept.seq),
            Self::Told(field) => evidence.told.get(&field).map_or(0, |kept| kept.seq),
            Self::Place(photo) => evidence.photos.get(usize::from(photo)).map_or(0, |kept| kept.seq),
        }
    }

    /// Whether writing these words down would change nothing.
    #[must_use]
    pub fn stands(self, state: &State, words: &str) -> bool {
        let meant = match self {
            Self::Told(_) => told_words(words),
            Self::Promise | Self::Place(_) => clean_name(words),
        };
        meant == self.standing(state)
    }

    /// The change that writes them down.
    #[must_use]
    pub fn change(self, words: &str) -> Change {
        match self {
            Self::Promise => Change::Promise(words.to_owned()),
            Self::Told(field) => Change::Tell(field, words.to_owned()),
            Self::Place(photo) => Change::PlacePhoto(photo, words.to_owned()),
        }
    }
}
