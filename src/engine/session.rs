//! A session as the engine and the console need it: plan, pages, script. Made by the pack room from files; no drawing here.

use serde::{Deserialize, Serialize};

use super::{
    clip::Clip,
    hands::CheckTime,
    ids::{GameId, PageId, SessionId, StepId},
    learn::Learn,
};

/// The module a session belongs to; decides the accent colour on stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Module {
    /// Pengasuhan dan Pendidikan Anak.
    M1,
    /// Pengelolaan Keuangan dan Perencanaan Usaha.
    M2,
    /// Kesehatan dan Gizi.
    M3,
    /// Perlindungan Anak.
    M4,
    /// Kesejahteraan Sosial.
    M5,
    /// Pencegahan dan Penanganan Stunting.
    M6,
    /// Materi adaptif.
    Adaptive,
}

/// The step of the common plan that sums a session up.
pub const SUMMARY_STEP: &str = "rangkuman";

/// One teaching unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Slug, the key everywhere.
    pub id: SessionId,
    /// Module, for label and accent.
    pub module: Module,
    /// Module's title as users read it.
    pub module_title: String,
    /// What is printed as its number, e.g. `M1-S1`; numbers differ between sources, so it is a label only.
    pub label: String,
    /// Title as users read it.
    pub title: String,
    /// One sentence: what the group takes home.
    pub goal: String,
    /// True while only the guided plan exists: steps, minutes and prompts, but no pages of its own.
    pub outline_only: bool,
    /// Things to bring.
    pub materials: Vec<String>,
    /// Things to do before the day.
    pub before: Vec<String>,
    /// The task families take home.
    pub home_practice: String,
    /// What to ask next month about it.
    pub home_question: String,
    /// Titles of what can be printed for the families.
    pub handouts: Vec<String>,
    /// What the facilitator learns from before the day, where it is written.
    pub learn: Option<Learn>,
    /// The plan, in order; at least one step.
    pub steps: Vec<Step>,
}

impl Session {
    /// The page that sums it up, for a recap a month later: the first of the step named [`SUMMARY_STEP`].
    #[must_use]
    pub fn summary_page(&self) -> Option<&PageId> {
        let step = self.steps.iter().find(|step| step.id.as_str() == SUMMARY_STEP)?;
        step.pages.first().map(|page| &page.id)
    }
}

/// One part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Slug.
    pub id: StepId,
    /// Title on the run sheet, e.g. `Inti 1`.
    pub title: String,
    /// Minutes in the 120-minute plan, 1..=150.
    pub minutes: u16,
    /// How strongly it stretches or shrinks, 0..=10; 0 = fixed.
    pub weight: u8,
    /// May not be skipped.
    pub must: bool,
    /// Never fewer minutes than this while it is held at all, 1..=minutes.
    pub min_minutes: u16,
    /// What the step is there for; shapes the pages the engine builds itself.
    pub role: Role,
    /// The session's checks by show of hands are asked at its end.
    pub check: Option<CheckTime>,
    /// Script shown while a page without its own (or no page) is up.
    pub script: Vec<ScriptBlock>,
    /// Pages, in order; may be empty (the calm picture shows).
    pub pages: Vec<Page>,
}

/// What a step is for, where the program itself must know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Nothing special.
    #[default]
    Plain,
    /// Opening with a head count.
    Opening,
    /// Recall of this group's last closed meeting; introductions and agreements at a first meeting.
    Recall,
    /// Ice-breaker: the console proposes a game.
    IceBreaker,
    /// Closing with attendance.
    Closing,
}

/// One page for the wall with its script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Slug, unique in the session.
    pub id: PageId,
    /// What the console calls it.
    pub title: String,
    /// Proposed countdown for the room in seconds, when the page is an activity.
    pub countdown_s: Option<u32>,
    /// Its clip.
    pub clip: Option<Clip>,
    /// The facilitator's words.
    pub script: Vec<ScriptBlock>,
}

/// A piece of script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptBlock {
    /// How it is meant.
    pub kind: ScriptKind,
    /// The words; for `If` the words after the condition.
    pub text: String,
    /// For `If`: the condition ("Kalau ibu-ibu diam"). Empty otherwise.
    pub when: String,
}

/// How a piece of script is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScriptKind {
    /// Katakan.
    Say,
    /// Tanyakan.
    Ask,
    /// Jawaban yang mungkin muncul.
    Expect,
    /// Lakukan.
    Do,
    /// Tekankan.
    Stress,
    /// Kalau …
    If,
}

/// What a game is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GameKind {
    /// Greets, makes names known.
    Opening,
    /// Wakes people up.
    Energiser,
    /// Calms the room.
    Calming,
    /// Parts the room into groups.
    Grouping,
    /// Leads into what the session is about.
    Topic,
}

impl GameKind {
    /// All, in the order in which a meeting needs them.
    pub const ALL: [Self; 5] = [Self::Opening, Self::Energiser, Self::Calming, Self::Grouping, Self::Topic];
}

/// An ice-breaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    /// Slug.
    pub id: GameId,
    /// Name.
    pub title: String,
    /// What it is for.
    pub kind: GameKind,
    /// When it helps, one line.
    pub purpose: String,
    /// How to play, at most four lines.
    pub how: Vec<String>,
    /// Proposed length in seconds.
    pub seconds: u32,
    /// Its song or rhythm, by the name of a sound of the pack.
    pub sound: Option<String>,
}
