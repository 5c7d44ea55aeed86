//! What of a session can be printed.

/// A printed thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printout {
    /// Handouts, cards and worksheets for the families.
    Handouts,
    /// The facilitator's guide: every page small, with its script.
    Guide,
    /// Every page on a sheet of its own, for a day without power.
    Flipchart,
    /// An empty observation sheet, for a coach to take along.
    Observation,
}
