//! Which picture is due. Pure: given the pictures that wait and where the sound is.

/// What to do with the pictures that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Throw this many away, then show the first of the rest.
    Show(usize),
    /// The one on show is still right for this many microseconds.
    Hold(i64),
    /// Nothing waits.
    Starved,
}

/// A picture this much before its time is shown at once: the next pass would come too late, microseconds.
const EARLY: i64 = 4_000;
/// Further ahead than this the clock is not believed (a gap in the file): the picture is shown, microseconds.
const ABSURD: i64 = 10_000_000;

/// Times of the waiting pictures in order, and the master clock, all in microseconds from the clip's beginning. Late pictures are thrown
/// away as long as a later one is due as well, so that the last due one is always shown.
#[must_use]
pub fn pick(waiting: &[i64], clock: i64) -> Pick {
    let Some(first) = waiting.first() else { return Pick::Starved };
    let ahead = first - clock;
    if ahead > ABSURD {
        return Pick::Show(0);
    }
    if ahead > EARLY {
        return Pick::Hold(ahead - EARLY);
    }
    let due = waiting.iter().take_while(|at| **at - clock <= EARLY).count();
    Pick::Show(due - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_newest_due_picture_is_shown() {
        assert_eq!(pick(&[], 0), Pick::Starved);
        assert_eq!(pick(&[0, 33_000, 66_000], 0), Pick::Show(0));
        assert_eq!(pick(&[33_000, 66_000], 10_000), Pick::Hold(19_000));
        assert_eq!(pick(&[33_000, 66_000, 99_000], 70_000), Pick::Show(1));
        assert_eq!(pick(&[33_000, 66_000], 5_000_000), Pick::Show(1), "late is better than never");
        assert_eq!(pick(&[60_000_000], 0), Pick::Show(0), "a gap in the file does not freeze the picture for a minute");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_due_and_what_is_held_is_not(mut times in proptest::collection::vec(0_i64..10_000_000, 1..5), clock in 0_i64..10_000_000) {
            times.sort_unstable();
            match pick(&times, clock) {
                Pick::Show(drop) => {
                    prop_assert!(times[drop] - clock <= EARLY);
                    prop_assert!(times.get(drop + 1).is_none_or(|next| next - clock > EARLY));
                }
                Pick::Hold(wait) => prop_assert_eq!(times[0] - (clock + wait), EARLY),
                Pick::Starved => prop_assert!(false),
            }
        }
    }
}
