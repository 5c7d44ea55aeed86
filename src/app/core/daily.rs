//! The day's cards: which questions come today, worked out once per change and not once per picture. Spacing itself is the engine's.

use std::{cell::RefCell, sync::Arc};

use super::Core;
use crate::{
    engine::{ids::SessionId, study::CardId, time::Wall},
    pack::Pack,
    ui::{intent::Screen, view::DailyView},
};

/// A question: its session, and its index there.
pub(super) type CardPlace = (SessionId, usize);

/// What was worked out last, and from what.
#[derive(Default)]
pub(super) struct Daily {
    last: RefCell<Option<Last>>,
}

struct Last {
    study: u64,
    day: i64,
    pack: Arc<Pack>,
    today: Today,
}

/// What a day brings.
#[derive(Clone)]
pub(super) struct Today {
    /// What is asked today, in order.
    pub(super) cards: Arc<[CardPlace]>,
    /// How many come tomorrow if all of these are answered rightly.
    tomorrow: usize,
    /// There are questions at all.
    any: bool,
}

impl Core {
    /// The day's cards.
    pub(super) fn today(&self) -> Today {
        let now = self.clock.wall();
        let mut last = self.desk.daily.last.borrow_mut();
        let fits = |last: &&Last| {
            (last.study, last.day) == (self.desk.study.revision(), now.day()) && Arc::ptr_eq(&last.pack, &self.pack)
        };
        if let Some(last) = last.as_ref().filter(fits) {
            return last.today.clone();
        }
        let today = self.work_out_today(now);
        let (study, day, pack) = (self.desk.study.revision(), now.day(), Arc::clone(&self.pack));
        *last = Some(Last { study, day, pack, today: today.clone() });
        today
    }

    fn work_out_today(&self, now: Wall) -> Today {
        let sessions = self.pack.sessions.iter().filter_map(|session| Some((&session.id, session.learn.as_ref()?)));
        let places = sessions.flat_map(|(id, learn)| (0..).zip(&learn.questions).map(move |place| (id, place)));
        let (deck, places): (Vec<CardId>, Vec<CardPlace>) =
            places.map(|(id, (index, question))| (CardId::of(id, &question.ask), (id.clone(), index))).unzip();
        let place = |card: &CardId| deck.iter().position(|other| other == card).map(|at| places[at].clone());
        let cards = self.desk.study.today(&deck, now).into_iter().filter_map(place).collect();
        let tomorrow = self.desk.study.today(&deck, now.plus_ms(24 * 3_600_000)).len();
        Today { cards, tomorrow, any: !deck.is_empty() }
    }

    /// For Home; `None` on other screens and where nothing is asked at all.
    pub(super) fn daily_view(&self) -> Option<DailyView> {
        let today = (self.screen == Screen::Home).then(|| self.today()).filter(|today| today.any)?;
        Some(DailyView { today: today.cards.len(), tomorrow: today.tomorrow })
    }
}
