//! What is typed and open on the learning screen.

use crate::ui::intent::StudyTab;

/// Whether the search asks for the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldFocus {
    /// No.
    #[default]
    No,
    /// Yes: typing goes on.
    On,
    /// Yes, and what stands there is replaced by what is typed.
    All,
}

/// Learning.
#[derive(Clone, Debug, Default)]
pub struct StudyForm {
    /// What is shown.
    pub tab: StudyTab,
    /// What is looked for.
    pub find: String,
    /// What was looked for last.
    pub asked: String,
    /// The search asks for the keyboard.
    pub focus: FieldFocus,
    /// What is chosen or marked has to be brought into view.
    pub reveal: bool,
    /// A screen outside learning was opened from what was found: its way back leads there.
    pub outside: bool,
}
