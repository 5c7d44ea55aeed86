//! What is typed and open on the learning screen.

use crate::ui::intent::StudyTab;

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
    pub focus: bool,
    /// What is chosen or marked has to be brought into view.
    pub reveal: bool,
    /// A screen outside learning was opened from what was found: its way back leads there.
    pub outside: bool,
}
