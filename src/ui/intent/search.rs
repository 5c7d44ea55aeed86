//! Wishes about the search over everything the program holds.

/// What can be done to find and read something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchKey {
    /// To the search, from Home or Learn: the keyboard is in its field.
    Focus,
    /// Look for what is typed.
    Find(String),
    /// Choose the next hit, or the one before.
    Move(i8),
    /// Open the one chosen.
    Open,
    /// Open the hit of this number, counted through all that is shown.
    Show(usize),
    /// The next page of what is read, or the one before.
    Turn(i8),
    /// Back from what was opened to what was found; from there to nothing typed.
    Back,
    /// Neither search nor read on.
    Leave,
}
