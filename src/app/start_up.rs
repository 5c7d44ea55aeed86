//! Safe start: which renderer this start uses, judged by how the last ones ended, and the small file that remembers it.
//! How each renderer is entered is in `platform::renderer`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::{disk, platform::renderer::Renderer};

/// Beside the data.
const FILE: &str = "start.json";
/// So many starts in a row that died early, and the next is a safe one.
const LIMIT: u32 = 3;
/// A start whose loop still runs this long after the program began has not died of its renderer, ms.
const LIVED: u64 = 10_000;

/// What is remembered between starts. A file that is missing or unreadable is an empty history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct History {
    /// Starts in a row that died early, without the one under way.
    early_deaths: u32,
    /// A start has begun that has neither lived long enough nor ended well. At the next start: it died.
    under_way: bool,
    /// The version that went over to the safe renderer.
    safe_since: Option<String>,
}

/// Why a renderer was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Nothing speaks against the usual one.
    Usual,
    /// By `--renderer`.
    Asked,
    /// This many starts in a row died early.
    EarlyDeaths(u32),
    /// An earlier start went over to it.
    Remembered,
}

impl Why {
    /// For tools.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Asked => "asked",
            Self::EarlyDeaths(_) => "early_deaths",
            Self::Remembered => "remembered",
        }
    }
}

/// A renderer and the reason for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// To be used.
    pub renderer: Renderer,
    /// And why.
    pub why: Why,
}

impl History {
    /// From the data directory; never fails.
    pub(super) fn read(data: &Path) -> Self {
        let text = std::fs::read_to_string(data.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Starts in a row that died early, up to now.
    pub(super) fn deaths(&self) -> u32 {
        self.early_deaths.saturating_add(u32::from(self.under_way))
    }
}

/// The renderer for a start of `version` after `history`. A wish always wins. The safe renderer stays until a start with
/// `--renderer gl` has lived, or until another version of Lembar is there: trying again by itself could fail in front of a waiting room.
pub(super) fn decide(history: &History, asked: Option<Renderer>, version: &str) -> Choice {
    let (renderer, why) = match asked {
        Some(renderer) => (renderer, Why::Asked),
        None if history.deaths() >= LIMIT && Renderer::SAFE != Renderer::USUAL => {
            (Renderer::SAFE, Why::EarlyDeaths(history.deaths()))
        }
        None if history.safe_since.as_deref() == Some(version) => (Renderer::SAFE, Why::Remembered),
        None => (Renderer::USUAL, Why::Usual),
    };
    Choice { renderer, why }
}

/// The renderer for the next start with this data directory.
pub(super) fn choose(data: &Path, asked: Option<Renderer>) -> Choice {
    decide(&History::read(data), asked, env!("CARGO_PKG_VERSION"))
}

/// The history while `choice` is under way.
fn begun(history: &History, choice: Choice, version: &str) -> History {
    let over = matches!(choice.why, Why::EarlyDeaths(_));
    let safe_since = if over { Some(version.to_owned()) } else { history.safe_since.clone() };
    History { early_deaths: history.deaths(), under_way: true, safe_since }
}

/// The history once that start has lived or ended well.
fn lived(history: &History, choice: Choice) -> History {
    let usual_again = choice.renderer == Renderer::USUAL;
    let safe_since = if usual_again { None } else { history.safe_since.clone() };
    History { early_deaths: 0, under_way: false, safe_since }
}

/// Keeps the history of one start. A file that cannot be written is only logged.
pub(super) struct StartUp {
    path: PathBuf,
    history: History,
    choice: Choice,
    settled: bool,
}

impl StartUp {
    /// Notes that a window is about to be opened. Whatever kills the program from here on counts as an early death.
    pub(super) fn begin(data: &Path, choice: Choice) -> Self {
        let history = begun(&History::read(data), choice, env!("CARGO_PKG_VERSION"));
        let start = Self { path: data.join(FILE), history, choice, settled: false };
        start.write();
        start
    }

    /// Called by the loop again and again, `mono` ms after the program began. A driver that hangs stops the loop, so it never lives.
    pub(super) fn tick(&mut self, mono: u64) {
        if !self.settled && mono >= LIVED {
            self.settle();
        }
    }

    /// The loop ended because the program was asked to end.
    pub(super) fn ended(&mut self) {
        if !self.settled {
            self.settle();
        }
    }

    /// No window could be opened at all: that needs no second proof.
    pub(super) fn no_window(&mut self) {
        self.history.early_deaths = LIMIT;
        self.history.under_way = false;
        self.settled = true;
        self.write();
    }

    fn settle(&mut self) {
        self.settled = true;
        self.history = lived(&self.history, self.choice);
        self.write();
    }

    fn write(&self) {
        let text = serde_json::to_string(&self.history).unwrap_or_default();
        if let Err(error) = disk::write(&self.path, text.as_bytes()) {
            log::warn!("{}: {error}", self.path.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "1.2.3";
    const USUAL: Choice = Choice { renderer: Renderer::USUAL, why: Why::Usual };

    /// What the starts decide one after the other, each dying early.
    fn after_deaths(count: u32) -> History {
        (0..count).fold(History::default(), |history, _| begun(&history, decide(&history, None, NOW), NOW))
    }

    #[test]
    fn the_start_after_three_early_deaths_is_a_safe_one() {
        for deaths in 0..LIMIT {
            assert_eq!(decide(&after_deaths(deaths), None, NOW), USUAL, "after {deaths}");
        }
        for deaths in LIMIT..LIMIT + 3 {
            let safe = Choice { renderer: Renderer::SAFE, why: Why::EarlyDeaths(deaths) };
            assert_eq!(decide(&after_deaths(deaths), None, NOW), safe);
        }
    }

    #[test]
    fn one_start_that_lives_wipes_out_the_deaths_before_it() {
        let history = after_deaths(LIMIT - 1);
        let history = lived(&begun(&history, USUAL, NOW), USUAL);
        assert_eq!(history, History::default());
    }

    #[test]
    fn the_safe_renderer_stays_until_the_usual_one_lived_or_lembar_is_another() {
        let history = after_deaths(LIMIT);
        let safe = decide(&history, None, NOW);
        let history = lived(&begun(&history, safe, NOW), safe);
        assert_eq!(decide(&history, None, NOW), Choice { renderer: Renderer::SAFE, why: Why::Remembered });
        assert_eq!(decide(&history, None, "1.2.4"), USUAL);

        let asked = decide(&history, Some(Renderer::Gl), NOW);
        assert_eq!(asked, Choice { renderer: Renderer::Gl, why: Why::Asked });
        let died = begun(&history, asked, NOW);
        assert_eq!(decide(&died, None, NOW).renderer, Renderer::SAFE, "the wish did not live");
        assert_eq!(decide(&lived(&died, asked), None, NOW), USUAL);
    }

    #[test]
    fn a_wish_wins_over_any_history() {
        for renderer in Renderer::all() {
            assert_eq!(decide(&after_deaths(LIMIT), Some(renderer), NOW), Choice { renderer, why: Why::Asked });
        }
    }

    #[test]
    fn the_file_remembers_and_a_bad_one_is_an_empty_history() {
        let data = tempfile::tempdir().unwrap();
        for deaths in 0..LIMIT {
            assert_eq!(History::read(data.path()).deaths(), deaths);
            drop(StartUp::begin(data.path(), USUAL));
        }
        let mut start = StartUp::begin(data.path(), USUAL);
        start.tick(LIVED - 1);
        assert_eq!(History::read(data.path()).deaths(), LIMIT + 1);
        start.tick(LIVED);
        assert_eq!(History::read(data.path()), History::default());

        let mut start = StartUp::begin(data.path(), USUAL);
        start.no_window();
        assert!(matches!(decide(&History::read(data.path()), None, NOW).why, Why::EarlyDeaths(_)));
        for bad in ["", "{", "[true]", "{\"early_deaths\":-3}", "\u{0}\u{0}"] {
            std::fs::write(data.path().join(FILE), bad).unwrap();
            assert_eq!(History::read(data.path()), History::default(), "{bad:?}");
        }
        // A folder in the file's place can be neither read nor written: the start goes on.
        std::fs::remove_file(data.path().join(FILE)).unwrap();
        std::fs::create_dir_all(data.path().join(FILE).join("x")).unwrap();
        StartUp::begin(data.path(), USUAL).ended();
        assert_eq!(History::read(data.path()), History::default());
    }
}
