//! Home's overview, worked out once per change and not once per picture.

use std::{cell::RefCell, sync::Arc};

use super::Core;
use crate::{
    engine::{
        ids::SessionId,
        overview::{Overview, overview},
        time::Month,
    },
    pack::Pack,
    ui::intent::Screen,
};

/// What was worked out last, and from what.
#[derive(Default)]
pub(super) struct Glance {
    last: RefCell<Option<Last>>,
}

struct Last {
    groups: u64,
    meetings: u64,
    month: Month,
    pack: Arc<Pack>,
    overview: Arc<Overview>,
    times: u64,
}

impl Core {
    /// All groups at a glance; `None` on the screens that do not show it.
    pub(super) fn overview(&self) -> Option<Arc<Overview>> {
        if self.screen != Screen::Home {
            return None;
        }
        let today = self.clock.wall();
        let (groups, meetings) = (self.groups.revision(), self.meetings.revision());
        let mut last = self.glance.last.borrow_mut();
        let fits = |last: &&Last| {
            (last.groups, last.meetings, last.month) == (groups, meetings, today.month())
                && Arc::ptr_eq(&last.pack, &self.pack)
        };
        if let Some(last) = last.as_ref().filter(fits) {
            return Some(Arc::clone(&last.overview));
        }
        let catalogue: Vec<SessionId> = self.pack.sessions.iter().map(|session| session.id.clone()).collect();
        let overview = Arc::new(overview(&self.groups, &self.meetings, &catalogue, today));
        let times = last.as_ref().map_or(0, |last| last.times) + 1;
        let (month, pack) = (today.month(), Arc::clone(&self.pack));
        *last = Some(Last { groups, meetings, month, pack, overview: Arc::clone(&overview), times });
        Some(overview)
    }

    /// How often Home's overview was worked out: once per change, however many pictures are drawn.
    #[must_use]
    pub fn overviews_made(&self) -> u64 {
        self.glance.last.borrow().as_ref().map_or(0, |last| last.times)
    }
}
