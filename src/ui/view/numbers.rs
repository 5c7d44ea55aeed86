//! NIK and no. KK as the screens may know them: masked, and the one that is held open.

use crate::engine::{
    identity::{IdentityFault, Number, Secret},
    ids::ParticipantId,
    roster::Member,
};

/// NIK and no. KK, as far as a screen may know them.
#[derive(Default)]
pub struct NumbersView<'a> {
    /// Whether they are kept, and open.
    pub kept: Kept,
    /// A key is being made.
    pub busy: bool,
    /// Why the last try failed, already worded.
    pub trouble: Option<&'a str>,
    /// How a number of a member looks, who may be in a form and not kept yet; `None` = nothing can be opened.
    pub look: Option<&'a Look>,
    /// A number held open, for eyes only: it must not reach accessible text.
    pub shown: Option<(ParticipantId, Number, &'a Secret)>,
}

/// Looks at a sealed number.
pub type Look = dyn Fn(&Member, Number) -> Masked + Send;

impl NumbersView<'_> {
    /// How this number of this member looks.
    #[must_use]
    pub fn masked(&self, member: &Member, number: Number) -> Masked {
        match self.look {
            Some(look) => look(member, number),
            None if member.sealed(number).is_none() => Masked::Empty,
            None => Masked::Locked,
        }
    }
}

/// Whether numbers are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// No passphrase was set, so none are.
    #[default]
    No,
    /// Under a passphrase that was not given yet.
    Locked,
    /// Unlocked.
    Open,
    /// What the passphrase is checked against is damaged.
    Damaged,
}

/// A number as shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Masked {
    /// There is none.
    #[default]
    Empty,
    /// There is one.
    Locked,
    /// There is one, unlocked.
    Text {
        /// `3201••••••••0001`.
        masked: String,
        /// What is odd about it.
        fault: Option<IdentityFault>,
    },
    /// There is one that cannot be opened any more.
    Damaged,
}
