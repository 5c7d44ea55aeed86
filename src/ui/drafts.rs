//! What is being typed and not yet asked for: the text fields' contents. Lives in the app, lent to the screens as `&mut`.

use super::intent::{GroupEdit, MeetingPlan};

/// Contents of all forms.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// Group editor; reset when the screen is opened.
    pub group: Option<GroupForm>,
    /// Prepare; reset when another group is chosen.
    pub plan: Option<MeetingPlan>,
    /// Field note.
    pub note: String,
    /// Go to page.
    pub go_to: String,
    /// Head count.
    pub heads: String,
    /// Attendance search.
    pub search: String,
    /// Walk-in name.
    pub walk_in: String,
    /// Cut list: which options are ticked (step, new span in ms); `None` = as proposed.
    pub cuts: Option<Vec<(u16, u64)>>,
    /// Countdown minutes typed.
    pub countdown: String,
    /// Closing was asked once.
    pub closing: bool,
}

/// The group editor's form.
#[derive(Clone, Debug, Default)]
pub struct GroupForm {
    /// The group as edited.
    pub edit: GroupEdit,
    /// Text pasted or typed, one name per line.
    pub paste: String,
    /// Earlier states for undo, oldest first.
    pub undo: Vec<GroupEdit>,
}
