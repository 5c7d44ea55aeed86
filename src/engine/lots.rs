//! Lots drawn before the room: a wheel that picks one, a splitter into teams. Pure: the same pool and seed always give the same answer, so
//! that a meeting brought back shows what it showed. What is drawn on the wall of it lives elsewhere.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::time::Ms;

/// How many lots a pool may have.
pub const POOL_SIZES: RangeInclusive<u16> = 2..=200;
/// How many teams the wall has room and symbols for.
pub const TEAMS: RangeInclusive<u16> = 2..=8;
/// How long the wheel turns.
pub const SPIN: Ms = Ms(3_200);

/// What is drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pool {
    /// Seats 1…N, counted off in the room.
    Seats(u16),
    /// First names, chosen by the facilitator: the room will read them.
    Names(Vec<String>),
}

impl Pool {
    /// How many lots there are; `None` when too few or too many.
    #[must_use]
    pub fn size(&self) -> Option<u16> {
        let size = match self {
            Self::Seats(count) => *count,
            Self::Names(names) => u16::try_from(names.len()).ok()?,
        };
        POOL_SIZES.contains(&size).then_some(size)
    }

    /// The lot with this index, as the room reads it.
    #[must_use]
    pub fn label(&self, index: u16) -> String {
        match self {
            Self::Seats(_) => (u32::from(index) + 1).to_string(),
            Self::Names(names) => names.get(usize::from(index)).cloned().unwrap_or_default(),
        }
    }
}

/// How teams are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// This many teams.
    Teams(u16),
    /// Teams of this many at most.
    Of(u16),
}

impl Split {
    /// How many teams `people` make; `None` when the wall has no room for them or a team would be empty.
    #[must_use]
    pub fn teams(self, people: u16) -> Option<u16> {
        let teams = match self {
            Self::Teams(teams) => teams,
            Self::Of(0) => return None,
            Self::Of(members) => people.div_ceil(members),
        };
        (TEAMS.contains(&teams) && teams <= people).then_some(teams)
    }
}

/// A wheel that was turned: what it draws from, what came out so far, newest last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wheel {
    /// Drawn from.
    pub pool: Pool,
    /// Indexes drawn in this round.
    pub drawn: Vec<u16>,
    /// Of the newest turn.
    pub seed: u64,
    /// Meeting time of the newest turn.
    pub spun: Ms,
}

impl Wheel {
    /// The wheel turned once more: what was drawn already does not come again until all were. Another pool begins anew. `None` when the pool
    /// is too small or too large.
    #[must_use]
    pub fn turned(before: Option<&Self>, pool: &Pool, seed: u64, at: Ms) -> Option<Self> {
        let size = pool.size()?;
        let mut drawn = before.filter(|wheel| wheel.pool == *pool).map_or_else(Vec::new, |wheel| wheel.drawn.clone());
        if drawn.len() >= usize::from(size) {
            drawn.clear();
        }
        let left = rest(size, &drawn);
        let lot = below(mix(seed), left.len());
        drawn.push(*left.get(lot)?);
        Some(Self { pool: pool.clone(), drawn, seed, spun: at })
    }

    /// What was still on the wheel at the newest turn, and where among it the lot is that came out.
    #[must_use]
    pub fn on_it(&self) -> (Vec<u16>, usize) {
        let Some((newest, before)) = self.drawn.split_last() else { return (Vec::new(), 0) };
        let left = rest(self.pool.size().unwrap_or(0), before);
        let picked = left.iter().position(|lot| lot == newest).unwrap_or(0);
        (left, picked)
    }

    /// How many were not drawn yet.
    #[must_use]
    pub fn left(&self) -> usize {
        usize::from(self.pool.size().unwrap_or(0)).saturating_sub(self.drawn.len())
    }
}

fn rest(size: u16, drawn: &[u16]) -> Vec<u16> {
    (0..size).filter(|lot| !drawn.contains(lot)).collect()
}

/// `people` shuffled into `teams`, whose sizes differ by one at most; inside a team in usual order.
#[must_use]
pub fn split(people: u16, teams: u16, seed: u64) -> Vec<Vec<u16>> {
    let mut order: Vec<u16> = (0..people).collect();
    let mut state = seed;
    for last in (1..order.len()).rev() {
        state = mix(state);
        order.swap(last, below(state, last + 1));
    }
    let mut out = vec![Vec::new(); usize::from(teams)];
    for (team, person) in (0..out.len()).cycle().zip(order) {
        if let Some(team) = out.get_mut(team) {
            team.push(person);
        }
    }
    for team in &mut out {
        team.sort_unstable();
    }
    out
}

/// One step of `SplitMix64`. What a seed means is part of the journal's format: never to be changed.
pub(super) const fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A number below `end` (zero when `end` is). Pools are so small that the unevenness of a remainder cannot be noticed.
fn below(random: u64, end: usize) -> usize {
    let end = u64::try_from(end).unwrap_or(u64::MAX);
    random.checked_rem(end).and_then(|lot| usize::try_from(lot).ok()).unwrap_or(0)
}

/// Titles and particles that are no name by themselves.
const TITLES: [&str; 9] = ["ibu", "bapak", "pak", "haji", "hajjah", "mbak", "mas", "moh", "muh"];

/// First names as the room may read them, of (full name, number on the list). Of two with the same first name both carry their number, so
/// that no more of a name is ever needed.
#[must_use]
pub fn first_names<'a>(people: impl Iterator<Item = (&'a str, u16)>) -> Vec<String> {
    let firsts: Vec<(&str, u16)> = people.map(|(name, number)| (first_name(name), number)).collect();
    let twice = |name: &str| firsts.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name)).count() > 1;
    firsts.iter().map(|(name, number)| if twice(name) { format!("{name} {number}") } else { (*name).into() }).collect()
}

/// The first word that is neither a title nor as short as "I", "Ni" or "Hj."; else the first word.
fn first_name(name: &str) -> &str {
    let bare = |word: &&str| {
        let letters = word.trim_end_matches('.');
        letters.chars().count() > 2 && !TITLES.contains(&letters.to_lowercase().as_str())
    };
    let word = name.split_whitespace().find(bare).or_else(|| name.split_whitespace().next()).unwrap_or_default();
    word.trim_end_matches([',', '.'])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(count: u16) -> Pool {
        Pool::Names((0..count).map(|number| format!("Nama{number}")).collect())
    }

    #[test]
    fn nobody_comes_twice_until_all_came() {
        for pool in [Pool::Seats(2), Pool::Seats(55), names(7)] {
            let size = pool.size().unwrap();
            let mut wheel = None;
            for round in 0..3_u64 {
                let mut seen = BTreeSet::new();
                for turn in 0..u64::from(size) {
                    let turned = Wheel::turned(wheel.as_ref(), &pool, round * 1000 + turn, Ms::ZERO).unwrap();
                    let (on_it, picked) = turned.on_it();
                    assert_eq!(on_it.len(), usize::from(size) - seen.len());
                    assert_eq!(Some(&on_it[picked]), turned.drawn.last());
                    assert!(seen.insert(on_it[picked]), "{pool:?}: {} came twice", on_it[picked]);
                    assert_eq!(turned.left(), usize::from(size) - seen.len());
                    wheel = Some(turned);
                }
            }
        }
    }

    #[test]
    fn another_pool_begins_anew_and_the_same_seed_draws_the_same() {
        let first = Wheel::turned(None, &Pool::Seats(9), 4, Ms::ZERO).unwrap();
        assert_eq!(Wheel::turned(None, &Pool::Seats(9), 4, Ms::ZERO).as_ref(), Some(&first));
        let other = Wheel::turned(Some(&first), &Pool::Seats(10), 5, Ms::ZERO).unwrap();
        assert_eq!(other.drawn.len(), 1);
        for size in [0, 1, 201] {
            assert_eq!(Wheel::turned(None, &Pool::Seats(size), 4, Ms::ZERO), None);
        }
    }

    #[test]
    fn every_lot_has_about_the_same_chance() {
        let mut counts = [0_u32; 10];
        for seed in 0..10_000 {
            let wheel = Wheel::turned(None, &Pool::Seats(10), seed, Ms::ZERO).unwrap();
            counts[usize::from(wheel.drawn[0])] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
    }

    #[test]
    fn teams_are_even_and_leave_nobody_out() {
        for people in [2_u16, 7, 23, 55, 200] {
            for teams in TEAMS.filter(|teams| teams <= &people) {
                let split = split(people, teams, u64::from(people * 31 + teams));
                let sizes: Vec<usize> = split.iter().map(Vec::len).collect();
                assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
                let all: BTreeSet<u16> = split.iter().flatten().copied().collect();
                assert_eq!(all, (0..people).collect());
            }
        }
        assert_ne!(split(30, 5, 1), split(30, 5, 2));
    }

    #[test]
    fn teams_of_a_size_are_as_many_as_needed_and_fit_the_wall() {
        assert_eq!(Split::Of(5).teams(23), Some(5));
        assert_eq!(Split::Of(2).teams(55), None);
        assert_eq!(Split::Of(0).teams(23), None);
        assert_eq!(Split::Of(23).teams(23), None);
        assert_eq!(Split::Teams(4).teams(3), None);
        assert_eq!(Split::Teams(8).teams(55), Some(8));
        assert_eq!(Split::Teams(9).teams(55), None);
    }

    #[test]
    fn only_first_names_reach_the_room() {
        let people = [
            ("Siti Aminah", 1),
            ("Ni Made Ayu Lestari", 2),
            ("Ibu Siti Rahmawati", 3),
            ("I Wayan Sudira", 4),
            ("Hj. Nurhayati, S.Pd", 5),
            ("Moh. Rizki", 6),
            ("Yo", 7),
            ("", 8),
        ];
        let expected = ["Siti 1", "Made", "Siti 3", "Wayan", "Nurhayati", "Rizki", "Yo", ""];
        assert_eq!(first_names(people.into_iter()), expected);
    }
}
