//! Newtype ids. Text ids come from packs, numbers from the database.

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl $name {
            /// The id as written in the pack.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self { Self(text.to_owned()) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
    };
}

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    };
}

text_id!(/** A teaching unit, e.g. `m1-s1`. */ SessionId);
text_id!(/** A step of the plan, unique inside its session, e.g. `inti-1`. */ StepId);
text_id!(/** A page, unique inside its session, e.g. `sampul`. */ PageId);
text_id!(/** An ice-breaker, unique in its pack. */ GameId);
number_id!(/** A group of participants. */ GroupId);
impl GroupId {
    /// Rehearsals are held with this one: a group that no list shows. Real ones begin at 1.
    pub const REHEARSAL: Self = Self(0);
}
number_id!(/** One participant of a group. */ ParticipantId);
number_id!(/** One run of a session with a group. */ MeetingId);
