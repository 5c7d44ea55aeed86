//! The data as a whole: copies, the way back, recap, tables.

use super::ChoosingView;

/// For [`crate::ui::intent::Screen::Data`]; all words are ready to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DataView<'a> {
    /// Days of the dated copies, newest first; `None` while they are looked at.
    pub copies: Option<&'a [String]>,
    /// What is being done; everything else waits.
    pub doing: Option<&'a str>,
    /// It can be stopped.
    pub stoppable: bool,
    /// How the last of it ended, and whether well.
    pub told: Option<(bool, &'a str)>,
    /// What the copy holds that would be taken back: a question.
    pub question: Option<&'a str>,
    /// The recap's month.
    pub month: &'a str,
    /// There is a later one.
    pub later: bool,
    /// Why nothing can be taken back now.
    pub refused: Option<&'a str>,
    /// A file or folder is being chosen.
    pub choosing: Option<ChoosingView<'a>>,
}
