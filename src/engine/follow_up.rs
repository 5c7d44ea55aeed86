//! Whether a meeting that ends leaves a doubt: few came, or the check says it was not understood. The facilitator then chooses what the
//! group needs next; nothing is chosen for them.

use super::{
    attendance::counts,
    hands::{CheckTime, Gain, Tally, gain},
    state::State,
};

/// Below this share of right answers at the end a check was weak, percent.
pub const WEAK_BELOW: u16 = 60;
/// From this share on a check is good whatever stood at the start: where nearly all knew it before, little can be gained, percent.
pub const GOOD_FROM: u16 = 80;
/// How long a recap in the next opening takes, minutes.
pub const RECAP_MINUTES: u16 = 10;

/// A reason to think again about going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Under half of those called up came.
    FewCame {
        /// Came.
        present: u16,
        /// Were called up.
        called: u16,
    },
    /// At least half of the counted checks were weak.
    WeakCheck {
        /// Weak.
        weak: u16,
        /// Counted at the end.
        counted: u16,
    },
}

/// What speaks against simply going on; empty when nothing does. People without a mark may have come, so they count as if they had.
#[must_use]
pub fn doubts(state: &State) -> Vec<Doubt> {
    [few_came(state), weak_check(state)].into_iter().flatten().collect()
}

fn few_came(state: &State) -> Option<Doubt> {
    let counts = counts(&state.roll, u64::MAX);
    let (present, called) = (counts.present, counts.listed());
    let perhaps = present.saturating_add(counts.unmarked);
    (u32::from(perhaps) * 2 < u32::from(called)).then_some(Doubt::FewCame { present, called })
}

fn weak_check(state: &State) -> Option<Doubt> {
    let checks = 0..u16::try_from(state.sheet.checks.len()).unwrap_or(u16::MAX);
    let told: Vec<bool> = checks
        .filter_map(|check| weak(state.tally(check, CheckTime::Start), state.tally(check, CheckTime::End)))
        .collect();
    let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let weak = told.iter().filter(|weak| **weak).count();
    (weak > 0 && weak * 2 >= told.len()).then(|| Doubt::WeakCheck { weak: number(weak), counted: number(told.len()) })
}

/// Whether one check was weak: fewer than [`WEAK_BELOW`] percent right at the end, or nothing gained below [`GOOD_FROM`]. `None` = the
/// end was not counted, or neither a share nor a gain can be told.
fn weak(start: Option<Tally>, end: Option<Tally>) -> Option<bool> {
    let share = end?.percent();
    let grew = gain(start, end).map(|gain| match gain {
        Gain::People(more) => more > 0,
        Gain::Percent { from, to } => to > from,
    });
    match (share, grew) {
        (Some(share), grew) => Some(share < WEAK_BELOW || (grew == Some(false) && share < GOOD_FROM)),
        (None, Some(grew)) => Some(!grew),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps, reason = "what is compared may be missing")]
    fn tally(right: u16, of: Option<u16>) -> Option<Tally> {
        Some(Tally { right, of, odd: false, seq: 1 })
    }

    #[test]
    fn a_check_is_weak_when_few_were_right_or_nothing_was_gained() {
        for (start, end, weak_then) in [
            (None, None, None),
            (tally(9, Some(20)), None, None),
            (None, tally(11, Some(20)), Some(true)),
            (None, tally(12, Some(20)), Some(false)),
            (tally(5, Some(20)), tally(11, Some(20)), Some(true)),
            (tally(15, Some(20)), tally(15, Some(20)), Some(true)),
            (tally(20, Some(20)), tally(19, Some(20)), Some(false)),
            (tally(12, Some(20)), tally(15, Some(20)), Some(false)),
            (tally(12, None), tally(15, None), Some(false)),
            (tally(12, None), tally(12, None), Some(true)),
            (None, tally(12, None), None),
        ] {
            assert_eq!(weak(start, end), weak_then, "{start:?} {end:?}");
        }
    }
}
