//! Where a clip is: a clock of its own that follows the loudspeaker and goes on without one. Pure: the moment comes in, microseconds.

/// Further off than this the loudspeaker is followed at once, nearer gently, so that the picture does not twitch, microseconds.
const JUMP: i64 = 60_000;
/// Part of a small difference that is made good at each report.
const GENTLY: i64 = 8;

/// The clip's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    running: bool,
    at: i64,
    since: i64,
}

impl Timing {
    /// Position at the moment `now`.
    #[must_use]
    pub const fn position(&self, now: i64) -> i64 {
        if self.running { self.at + (now - self.since) } else { self.at }
    }

    /// Whether it runs.
    #[must_use]
    pub const fn running(&self) -> bool {
        self.running
    }

    /// Runs or stands still from `now` on.
    pub const fn run(&mut self, on: bool, now: i64) {
        self.at = self.position(now);
        self.since = now;
        self.running = on;
    }

    /// Goes to a position.
    pub const fn jump(&mut self, at: i64, now: i64) {
        self.at = at;
        self.since = now;
    }

    /// The loudspeaker says what is heard at the moment `now`.
    pub fn heard(&mut self, position: i64, now: i64) {
        let off = position - self.position(now);
        let by = if off.abs() > JUMP { off } else { off / GENTLY };
        self.jump(self.position(now) + by, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_stands_and_jumps() {
        let mut timing = Timing::default();
        assert_eq!(timing.position(5_000_000), 0);
        timing.run(true, 5_000_000);
        assert_eq!(timing.position(6_000_000), 1_000_000);
        timing.run(false, 6_000_000);
        assert_eq!(timing.position(9_000_000), 1_000_000);
        timing.jump(30_000_000, 9_000_000);
        timing.run(true, 10_000_000);
        assert_eq!(timing.position(10_500_000), 30_500_000);
    }

    #[test]
    fn it_follows_a_loudspeaker_that_runs_a_little_fast() {
        let mut timing = Timing::default();
        timing.run(true, 0);
        // One in a thousand too fast, reported fifty times a second for a minute.
        for report in 1..3000_i64 {
            let now = report * 20_000;
            timing.heard(now + now / 1000, now);
            assert!((timing.position(now) - (now + now / 1000)).abs() < 1_000, "never a millisecond off");
        }
        // After a stall it is there at once.
        timing.heard(70_000_000, 61_000_000);
        assert_eq!(timing.position(61_000_000), 70_000_000);
    }
}
