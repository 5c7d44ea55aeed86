//! The only place that asks what time it is.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::engine::time::Wall;

/// A source of time: the system's, or one that tests move by hand.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clocks.
    System {
        /// When the program began.
        start: Instant,
    },
    /// Moved by hand.
    Manual {
        /// Milliseconds since the program began.
        mono: u64,
        /// Wall time.
        wall: Wall,
    },
}

impl Clock {
    /// The machine's clocks, counting from now.
    #[must_use]
    pub fn system() -> Self {
        Self::System { start: Instant::now() }
    }

    /// Milliseconds since the program began; never goes back.
    #[must_use]
    pub fn mono(&self) -> u64 {
        match self {
            Self::System { start } => start.elapsed().as_millis() as u64,
            Self::Manual { mono, .. } => *mono,
        }
    }

    /// Microseconds since the program began, for pictures that follow sound.
    #[must_use]
    pub fn micros(&self) -> i64 {
        match self {
            Self::System { start } => i64::try_from(start.elapsed().as_micros()).unwrap_or(i64::MAX),
            Self::Manual { mono, .. } => i64::try_from(*mono).unwrap_or(i64::MAX).saturating_mul(1000),
        }
    }

    /// Wall time in the machine's time zone.
    #[must_use]
    pub fn wall(&self) -> Wall {
        match self {
            Self::System { .. } => {
                let now = jiff::Zoned::now();
                Wall(now.timestamp().as_millisecond() + i64::from(now.offset().seconds()) * 1000)
            }
            Self::Manual { wall, .. } => *wall,
        }
    }

    /// Moves a manual clock; the system's goes by itself.
    pub fn advance(&mut self, ms: u64) {
        if let Self::Manual { mono, wall } = self {
            *mono += ms;
            *wall = wall.plus_ms(ms as i64);
        }
    }
}

/// A number that differs from run to run, for temporary names.
#[must_use]
pub fn nanos() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos())
}

/// The instant `ms` from now, for waking up.
#[must_use]
pub fn in_ms(ms: u64) -> Instant {
    Instant::now() + std::time::Duration::from_millis(ms)
}
