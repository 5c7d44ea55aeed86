//! What a facilitator has learned: a journal of deeds of its own, and what follows from it: cards due today, readiness of a session.
//! Nothing here touches meetings, attendance or reports. Spacing is the algorithm of `rs-fsrs`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use rs_fsrs::{Card, FSRS, Parameters, Rating};
use serde::{Deserialize, Serialize};

use super::{
    fnv::fnv1a,
    ids::{MeetingId, SessionId},
    observe::Observation,
    time::Wall,
};

/// Share of a quiz that must be right, percent.
pub const QUIZ_PASS: u16 = 80;
/// Cards of a day's five minutes.
pub const DAILY: usize = 10;
/// New cards among them at most, so that what was learned is not pushed aside.
pub const DAILY_NEW: usize = 5;

/// A question of a session's quiz, named by what it asks, so that a session edited later keeps the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub String);

impl CardId {
    /// The card of this question, by its words alone.
    #[must_use]
    pub fn of(session: &SessionId, ask: &str) -> Self {
        Self(format!("{session}#{:016x}", fnv1a(ask.bytes())))
    }
}

/// Something done to learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Deed {
    /// The background of a session was read to its end.
    Read {
        /// Which.
        session: SessionId,
    },
    /// A question was answered, in a quiz or among the day's cards.
    Answered {
        /// Which.
        card: CardId,
        /// Rightly.
        right: bool,
    },
    /// A quiz was finished.
    Quizzed {
        /// Of which session.
        session: SessionId,
        /// Questions answered rightly at the first try.
        right: u16,
        /// Questions.
        of: u16,
    },
    /// A rehearsal was closed.
    Rehearsed {
        /// Of which session.
        session: SessionId,
        /// Whole, and within its time.
        within: bool,
    },
    /// A problem card was faced in a rehearsal.
    Faced {
        /// Its id.
        card: String,
        /// What was chosen (or done in the program) is good practice.
        good: bool,
    },
    /// A session was observed, by oneself or a coach.
    Observed {
        /// The sheet as filled in.
        sheet: Observation,
    },
}

/// A deed and when it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyRecord {
    /// When.
    pub wall: Wall,
    /// What.
    pub deed: Deed,
}

/// The fold of all deeds.
#[derive(Clone, Debug, Default)]
pub struct Study {
    cards: BTreeMap<CardId, Card>,
    /// Day on which a card was asked for the first time.
    first: BTreeMap<CardId, i64>,
    read: BTreeSet<SessionId>,
    quizzes: BTreeMap<SessionId, (u16, u16)>,
    rehearsed: BTreeSet<SessionId>,
    /// Problem cards: how often faced, how often well.
    pub faced: BTreeMap<String, (u16, u16)>,
    /// Observation sheets, oldest first.
    pub observed: Vec<(Wall, Observation)>,
}

impl Study {
    /// The fold of a whole journal, in order.
    #[must_use]
    pub fn fold(records: &[StudyRecord]) -> Self {
        let mut study = Self::default();
        for record in records {
            study.apply(record);
        }
        study
    }

    /// One more deed. Total: times may go back, nothing fails.
    pub fn apply(&mut self, record: &StudyRecord) {
        match &record.deed {
            Deed::Read { session } => _ = self.read.insert(session.clone()),
            Deed::Answered { card, right } => self.answered(card, *right, record.wall),
            Deed::Quizzed { session, right, of } => {
                let best = self.quizzes.entry(session.clone()).or_insert((0, *of));
                if percent(*right, *of) >= percent(best.0, best.1) {
                    *best = (*right, *of);
                }
            }
            Deed::Rehearsed { session, within: true } => _ = self.rehearsed.insert(session.clone()),
            Deed::Rehearsed { .. } => {}
            Deed::Faced { card, good } => {
                let faced = self.faced.entry(card.clone()).or_default();
                *faced = (faced.0.saturating_add(1), faced.1.saturating_add(u16::from(*good)));
            }
            Deed::Observed { sheet } => self.observed.push((record.wall, sheet.clone())),
        }
    }

    fn answered(&mut self, card: &CardId, right: bool, wall: Wall) {
        let now = instant(wall);
        self.first.entry(card.clone()).or_insert(wall.day());
        let known = self.cards.remove(card);
        let known = known.unwrap_or_else(|| Card { due: now, last_review: now, ..Card::default() });
        // A clock that was set back must not make a review lie before the last one.
        let now = now.max(known.last_review);
        let rating = if right { Rating::Good } else { Rating::Again };
        self.cards.insert(card.clone(), scheduler().next(known, now, rating).card);
    }

    /// When `card` is to be asked again; `None` = never asked yet.
    #[must_use]
    pub fn due(&self, card: &CardId) -> Option<Wall> {
        self.cards.get(card).map(|card| Wall(card.due.timestamp_millis()))
    }

    /// The cards of today's five minutes out of `deck`: due ones first, longest overdue before others, then new ones in the deck's order, as many as the day has left.
    /// A card is due on the whole day of its date.
    #[must_use]
    pub fn today<'a>(&self, deck: &'a [CardId], now: Wall) -> Vec<&'a CardId> {
        let mut due: Vec<(Wall, &CardId)> = deck
            .iter()
            .filter_map(|card| Some((self.due(card)?, card)))
            .filter(|(due, _)| due.day() <= now.day())
            .collect();
        due.sort();
        let begun = self.first.values().filter(|day| **day == now.day()).count();
        let new = deck.iter().filter(|card| !self.cards.contains_key(*card)).take(DAILY_NEW.saturating_sub(begun));
        due.into_iter().map(|(_, card)| card).chain(new).take(DAILY).collect()
    }

    /// The observation sheet of a run, as it was filled in last.
    #[must_use]
    pub fn observation(&self, run: MeetingId) -> Option<&Observation> {
        self.observed.iter().rev().map(|(_, sheet)| sheet).find(|sheet| sheet.meeting == run)
    }

    /// The best quiz of a session: right answers, questions.
    #[must_use]
    pub fn best_quiz(&self, session: &SessionId) -> Option<(u16, u16)> {
        self.quizzes.get(session).copied()
    }

    /// How ready one is for `session`. `delivered`: it was held with a group.
    #[must_use]
    pub fn readiness(&self, session: &SessionId, delivered: bool) -> Readiness {
        let rehearsed = self.rehearsed.contains(session);
        let passed = self.quizzes.get(session).is_some_and(|(right, of)| percent(*right, *of) >= QUIZ_PASS);
        match (delivered, rehearsed, passed, self.read.contains(session)) {
            (true, ..) => Readiness::Delivered,
            (_, true, ..) => Readiness::Rehearsed,
            (_, _, true, _) => Readiness::Quizzed,
            (_, _, _, true) => Readiness::Read,
            _ => Readiness::Unread,
        }
    }
}

/// How ready one is for a session; the furthest stage reached counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Readiness {
    /// Nothing yet.
    Unread,
    /// The background was read.
    Read,
    /// The quiz was passed.
    Quizzed,
    /// Rehearsed within time.
    Rehearsed,
    /// Held with a group.
    Delivered,
}

/// Whole days only, no chance: the same answers give the same days on every laptop.
fn scheduler() -> FSRS {
    FSRS::new(Parameters { enable_short_term: false, enable_fuzz: false, ..Parameters::default() })
}

fn instant(wall: Wall) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp_millis(wall.0).unwrap_or_default()
}

fn percent(right: u16, of: u16) -> u16 {
    if of == 0 { 0 } else { u16::try_from(u32::from(right) * 100 / u32::from(of)).unwrap_or(100) }
}
