//! Checks by show of hands: what is asked at the start and again at the end, how many hands were counted, what was gained.
//! Who chose what is never known: eyes are closed, only numbers are written down.

use serde::{Deserialize, Serialize};

use super::{
    command::Rejection,
    event::Event,
    learn::Check,
    plan::{PlannedPage, RunSheet},
    state::State,
};

/// When the group is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckTime {
    /// Before the matter.
    Start,
    /// After it.
    End,
}

/// What a page of a check shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckPart {
    /// The question, at the start.
    Start,
    /// The same question, at the end.
    End,
    /// Which choice is right, after the question at the end.
    Answer,
}

impl CheckPart {
    /// The counting that belongs to the page.
    #[must_use]
    pub const fn time(self) -> CheckTime {
        match self {
            Self::Start => CheckTime::Start,
            Self::End | Self::Answer => CheckTime::End,
        }
    }
}

/// A question as planned, so that the journal alone can tell what was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCheck {
    /// The spoken question.
    pub ask: String,
    /// The words below the pictures.
    pub choices: Vec<String>,
    /// Index of the right choice.
    pub answer: u16,
}

impl PlannedCheck {
    /// As the session has it.
    #[must_use]
    pub fn of(check: &Check) -> Self {
        Self {
            ask: check.ask.clone(),
            choices: check.choices.iter().map(|choice| choice.words.clone()).collect(),
            answer: u16::try_from(check.answer).unwrap_or(u16::MAX),
        }
    }
}

/// Hands counted once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hands {
    /// How many took part; `None` = not known.
    pub present: Option<u16>,
    /// How many chose each choice, in order; `None` = not counted.
    pub chosen: Vec<Option<u16>>,
}

impl Hands {
    /// More hands than people: kept all the same, somebody counted in a hurry.
    #[must_use]
    pub fn too_many(&self) -> bool {
        let raised = self.chosen.iter().flatten().map(|count| u32::from(*count)).sum::<u32>();
        self.present.is_some_and(|present| raised > u32::from(present))
    }
}

/// What stands for one question at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandsKept {
    /// As counted last; `None` = taken back.
    pub hands: Option<Hands>,
    /// Number of the record that said so; on disk once the journal reached it.
    pub seq: u64,
    /// What stood before, oldest first, for undo.
    pub before: Vec<Option<Hands>>,
}

/// How many were right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Right.
    pub right: u16,
    /// Of so many; `None` = not known.
    pub of: Option<u16>,
    /// More hands than people.
    pub odd: bool,
    /// Number of its record.
    pub seq: u64,
}

impl Tally {
    /// Right ones in a hundred; `None` when that says nothing.
    #[must_use]
    pub fn percent(self) -> Option<u16> {
        let of = self.of.filter(|of| *of > 0 && self.right <= *of)?;
        u16::try_from((u32::from(self.right) * 100 + u32::from(of) / 2) / u32::from(of)).ok()
    }
}

/// From the start to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gain {
    /// So many more (or fewer) are right, of as many people.
    People(i32),
    /// Of a hundred people, where their number changed in between.
    Percent {
        /// At the start.
        from: u16,
        /// At the end.
        to: u16,
    },
}

/// What came of it; `None` while one of the two is missing, or where numbers of people differ and no share can be told.
#[must_use]
pub fn gain(start: Option<Tally>, end: Option<Tally>) -> Option<Gain> {
    let (start, end) = (start?, end?);
    if start.of == end.of {
        return Some(Gain::People(i32::from(end.right) - i32::from(start.right)));
    }
    Some(Gain::Percent { from: start.percent()?, to: end.percent()? })
}

impl RunSheet {
    /// The question of a page, its index and what the page shows of it.
    #[must_use]
    pub fn check_of(&self, page: &PlannedPage) -> Option<(u16, CheckPart, &PlannedCheck)> {
        let PlannedPage::Check { check, part } = page else { return None };
        Some((*check, *part, self.checks.get(usize::from(*check))?))
    }
}

impl State {
    /// The check on the page shown.
    #[must_use]
    pub fn check_shown(&self) -> Option<(u16, CheckPart, &PlannedCheck)> {
        self.sheet.check_of(self.sheet.page(self.shown)?)
    }

    /// What stands for a question at one time.
    #[must_use]
    pub fn hands_of(&self, check: u16, when: CheckTime) -> Option<&Hands> {
        self.hands.get(&(check, when))?.hands.as_ref()
    }

    /// How many were right, if that was counted.
    #[must_use]
    pub fn tally(&self, check: u16, when: CheckTime) -> Option<Tally> {
        let answer = usize::from(self.sheet.checks.get(usize::from(check))?.answer);
        let kept = self.hands.get(&(check, when))?;
        let hands = kept.hands.as_ref()?;
        let right = hands.chosen.get(answer).copied().flatten()?;
        Some(Tally { right, of: hands.present, odd: hands.too_many(), seq: kept.seq })
    }

    pub(super) fn apply_hands(&mut self, event: &Event, seq: u64) {
        let Event::CheckCounted { check, when, hands, undo } = event else { return };
        if usize::from(*check) >= self.sheet.checks.len() {
            return;
        }
        let entry = self.hands.entry((*check, *when));
        let kept = entry.or_insert_with(|| HandsKept { hands: None, seq, before: Vec::new() });
        if *undo {
            kept.before.pop();
        } else {
            kept.before.push(kept.hands.take());
        }
        kept.hands.clone_from(hands);
        kept.seq = seq;
    }
}

/// The event that writes `hands` down; none when they stand already.
pub(super) fn count(state: &State, check: u16, when: CheckTime, hands: &Hands) -> Result<Vec<Event>, Rejection> {
    let planned = state.sheet.checks.get(usize::from(check)).ok_or(Rejection::NoSuchThing)?;
    let answer = usize::from(planned.answer);
    if hands.chosen.len() != planned.choices.len() || hands.chosen.get(answer).copied().flatten().is_none() {
        return Err(Rejection::NoSuchThing);
    }
    let most = hands.chosen.iter().copied().chain([hands.present]).flatten().max();
    if most.is_some_and(|most| most > super::command::MAX_HEADS) {
        return Err(Rejection::OutOfRange);
    }
    if state.hands_of(check, when) == Some(hands) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::CheckCounted { check, when, hands: Some(hands.clone()), undo: false }])
}

/// The event that brings back what stood before, for the page shown.
pub(super) fn uncount(state: &State) -> Result<Vec<Event>, Rejection> {
    let (check, part, _) = state.check_shown().ok_or(Rejection::NoCheck)?;
    let kept = state.hands.get(&(check, part.time())).ok_or(Rejection::Nothing)?;
    let before = kept.before.last().ok_or(Rejection::Nothing)?;
    Ok(vec![Event::CheckCounted { check, when: part.time(), hands: before.clone(), undo: true }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps, reason = "what is compared may be missing")]
    fn tally(right: u16, of: Option<u16>) -> Option<Tally> {
        Some(Tally { right, of, odd: of.is_some_and(|of| right > of), seq: 1 })
    }

    #[test]
    fn a_gain_is_told_in_people_while_their_number_stays_and_in_shares_when_it_changes() {
        assert_eq!(gain(tally(9, Some(22)), tally(18, Some(22))), Some(Gain::People(9)));
        assert_eq!(gain(tally(9, Some(22)), tally(7, Some(22))), Some(Gain::People(-2)));
        assert_eq!(gain(tally(9, None), tally(12, None)), Some(Gain::People(3)));
        assert_eq!(gain(tally(9, Some(10)), tally(12, Some(24))), Some(Gain::Percent { from: 90, to: 50 }));
    }

    #[test]
    fn no_gain_is_told_where_nothing_can_be_compared() {
        assert_eq!(gain(None, tally(18, Some(22))), None);
        assert_eq!(gain(tally(9, Some(22)), None), None);
        assert_eq!(gain(tally(9, None), tally(18, Some(22))), None);
        assert_eq!(gain(tally(9, Some(0)), tally(18, Some(22))), None);
        assert_eq!(gain(tally(30, Some(20)), tally(18, Some(22))), None);
    }

    #[test]
    fn more_hands_than_people_are_seen() {
        let hands = |present, chosen: [Option<u16>; 2]| Hands { present, chosen: chosen.to_vec() };
        assert!(hands(Some(20), [Some(12), Some(9)]).too_many());
        assert!(!hands(Some(20), [Some(12), Some(8)]).too_many());
        assert!(!hands(None, [Some(900), Some(900)]).too_many());
        assert!(!hands(Some(20), [None, Some(20)]).too_many());
    }
}
