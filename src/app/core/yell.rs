//! The groups' yel-yel: kept among the settings, one for each group and one for all, with undo. Showing it is a command to the meeting.

use super::Core;
use crate::{
    engine::ids::GroupId,
    ui::{intent::YellKey, view::YellView},
};

/// Of groups without one of their own.
const ALL: &str = "yell.all";

fn of_group(group: GroupId) -> String {
    format!("yell.group.{}", group.0)
}

impl Core {
    pub(super) fn yell(&mut self, key: YellKey) {
        let Some(group) = self.live.as_ref().map(|live| live.state.setup.group) else { return };
        match key {
            YellKey::Keep { all, text } => {
                let setting = if all { ALL.to_owned() } else { of_group(group) };
                let before = self.settings.get(&setting).cloned().unwrap_or_default();
                self.yells_before.push((setting.clone(), before));
                self.keep(&setting, text);
            }
            YellKey::Undo => {
                if let Some((setting, before)) = self.yells_before.pop() {
                    self.keep(&setting, before);
                }
            }
        }
        // The field shows what is kept again.
        self.drafts.play.yell_for_all = None;
        self.drafts.play.yell_of_group = None;
    }

    /// What is kept for the running meeting's group.
    pub(super) fn yell_view(&self, group: GroupId) -> YellView<'_> {
        let kept = |key: &str| self.settings.get(key).map_or("", String::as_str);
        YellView { group: kept(&of_group(group)), all: kept(ALL), can_undo: !self.yells_before.is_empty() }
    }
}
