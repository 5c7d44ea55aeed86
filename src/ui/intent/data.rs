//! Wishes about the data as a whole: copies, the way back, recap, tables.

/// What can be done with the data as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKey {
    /// Choose where a copy of everything goes.
    Copy,
    /// Choose a copy to take back.
    Restore,
    /// Take back the dated copy of this row.
    RestoreDaily(usize),
    /// Yes, this copy.
    Confirm,
    /// No, not this copy.
    Decline,
    /// The recap's month: one earlier (−1) or later (+1).
    Month(i8),
    /// Make the month's recap and show it.
    Recap,
    /// Choose where everything goes as CSV.
    Csv,
    /// Stop what is being done.
    Stop,
}
