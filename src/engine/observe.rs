//! The observation sheet of a session, by oneself or a coach: what was seen, level by level. The items and their words are content.

use serde::{Deserialize, Serialize};

use super::ids::{MeetingId, SessionId};

/// Levels of an item: 1 = belum tampak … 4 = sangat baik, each described in words by the content.
pub const LEVELS: u8 = 4;
/// Longest remark, characters.
pub const MAX_REMARK_CHARS: usize = 500;

/// A filled sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The run that was observed.
    pub meeting: MeetingId,
    /// Its session.
    pub session: SessionId,
    /// Who observed, when it was not the facilitator; empty = oneself.
    pub observer: String,
    /// Level by item id, 1..=[`LEVELS`]; an item that could not be seen is not here.
    pub levels: Vec<(String, u8)>,
    /// What to keep and what to try; may be empty.
    pub remark: String,
}

impl Observation {
    /// The mean level times ten (10..=40); `None` when nothing was marked.
    #[must_use]
    pub fn mean_tenths(&self) -> Option<u16> {
        let sum: u32 = self.levels.iter().map(|(_, level)| u32::from((*level).clamp(1, LEVELS))).sum();
        let count = u32::try_from(self.levels.len()).ok().filter(|count| *count > 0)?;
        u16::try_from((sum * 10 + count / 2) / count).ok()
    }
}

/// One item of the sheet, as content has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Slug.
    pub id: String,
    /// What is looked at, e.g. "Waktu".
    pub title: String,
    /// What each level looks like, lowest first.
    pub levels: [String; LEVELS as usize],
}
