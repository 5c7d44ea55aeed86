//! Problem cards: something goes wrong in a rehearsal; what one may do, and which of it is good practice. Made by the pack from files.

use super::command::Command;

/// A problem to face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Slug.
    pub id: String,
    /// In few words, e.g. "Proyektor mati".
    pub title: String,
    /// What happens, two or three sentences.
    pub situation: String,
    /// What the program can do about it, if anything: doing it counts as a good answer.
    pub deed: Option<ProgramDeed>,
    /// What one may do; two to four.
    pub choices: Vec<Response>,
}

/// One way to respond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// What one does.
    pub text: String,
    /// Good practice.
    pub good: bool,
    /// Why it is, or why not.
    pub why: String,
}

/// Something a facilitator does in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProgramDeed {
    /// Covers the stage: black, white or calm.
    Cover,
    /// Shortens or skips steps from the cut list.
    Cut,
    /// Starts a game.
    Game,
    /// Pauses the timers.
    Pause,
    /// Turns the laptop into the stage.
    Laptop,
    /// Writes a field note.
    Note,
    /// Starts a countdown.
    Countdown,
    /// Gives the step more minutes.
    Adjust,
}

impl ProgramDeed {
    /// What a command does, if a card may hope for it.
    #[must_use]
    pub const fn of(command: &Command) -> Option<Self> {
        match command {
            Command::ToggleCover(_) => Some(Self::Cover),
            Command::Cut(_) => Some(Self::Cut),
            Command::StartGame(_) => Some(Self::Game),
            Command::TogglePause => Some(Self::Pause),
            Command::AddNote(_) => Some(Self::Note),
            Command::StartCountdown(_) => Some(Self::Countdown),
            Command::AdjustStep(_) => Some(Self::Adjust),
            _ => None,
        }
    }
}

/// The next card of a rehearsal: the least faced one first, by `seed` among equals; `None` when there is none at all.
#[must_use]
pub fn draw<'a>(
    cards: &'a [Problem],
    faced: impl Fn(&str) -> u16,
    last: Option<&str>,
    seed: u64,
) -> Option<&'a Problem> {
    let fresh: Vec<&Problem> = cards.iter().filter(|card| Some(card.id.as_str()) != last).collect();
    let least = fresh.iter().map(|card| faced(&card.id)).min()?;
    let among: Vec<&&Problem> = fresh.iter().filter(|card| faced(&card.id) == least).collect();
    among.get((seed % among.len().max(1) as u64) as usize).map(|card| **card)
}
