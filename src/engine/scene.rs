//! `StageScene`: all the stage may know. It has no field for script, names or notes, so they cannot leak; but for [`Draw`], whose labels the
//! facilitator chose to show.

use super::{
    event::{Cover, Place},
    hands::CheckPart,
    history::LastMeeting,
    ids::{GameId, PageId, SessionId},
    plan::PlannedPage,
    session::Module,
    state::{Board, Phase, State},
    time::{DayMinute, Ms},
};

/// What fills the stage.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// Nothing shown: black.
    Black,
    /// White.
    White,
    /// The calm picture.
    Calm,
    /// "Kita mulai pukul 09.00".
    Waiting {
        /// Session title.
        title: String,
        /// Agreed start.
        start: Option<DayMinute>,
    },
    /// A page of the pack.
    Page(SessionId, PageId),
    /// Last time's session and its home practice question.
    Recall {
        /// Title of last time's session.
        title: String,
        /// Question about the home practice; may be empty.
        question: String,
    },
    /// A first meeting: introductions and agreements.
    Introductions,
    /// A question answered by show of hands: its pictures, and only with `answer` which of them is right.
    Check {
        /// Session it belongs to.
        session: SessionId,
        /// Which of its checks.
        check: u16,
        /// The right choice is marked.
        answer: bool,
    },
    /// A game's picture.
    Game(GameId),
    /// Lots drawn before the room.
    Draw(Draw),
    /// The group's yel-yel: lines the facilitator wrote for the wall.
    Yell(String),
    /// Thank you, see you next month.
    Farewell,
}

/// Lots drawn before the room: seat numbers or, as the one exception to "no names on the stage" and only when the facilitator switched it on,
/// first names. Labels are what [`super::lots::Pool`] gives: never more of a name than the first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Draw {
    /// A wheel turns and stands at one.
    Wheel {
        /// All that can come out.
        labels: Vec<String>,
        /// Index of the one that comes out.
        picked: usize,
        /// How it turns.
        seed: u64,
        /// Meeting time at which it began to turn.
        spun: Ms,
    },
    /// Who is in which team.
    Teams {
        /// Members of each.
        labels: Vec<Vec<String>>,
    },
}

impl Base {
    /// The recall page of `last`.
    #[must_use]
    pub fn recall(last: &LastMeeting) -> Self {
        Self::Recall { title: last.title.clone(), question: last.home_question.clone() }
    }
    /// The base for a cover.
    #[must_use]
    pub const fn cover(cover: Cover) -> Self {
        match cover {
            Cover::Black => Self::Black,
            Cover::White => Self::White,
            Cover::Calm => Self::Calm,
        }
    }
}

/// The countdown as the stage paints it: anchors only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SceneCountdown {
    /// Meeting time at which it reaches zero.
    pub ends: Ms,
    /// Whole length.
    pub length: Ms,
    /// Set while paused: what is left.
    pub paused_left: Option<Ms>,
}

/// Everything the stage shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StageScene {
    /// Accent.
    pub module: Module,
    /// The picture.
    pub base: Base,
    /// Painted above it; never above black or white.
    pub countdown: Option<SceneCountdown>,
    /// The page's clip is shown instead of its picture, as soon as there is a picture of it.
    pub clip: Option<PageId>,
    /// The clip stands at a pause point: its question for the room.
    pub ask: Option<String>,
}

/// What the stage shows. Order of the layers: cover, over what freeze holds, over the game, over the page.
#[must_use]
pub fn stage_scene(state: &State) -> StageScene {
    let base = match (state.cover, &state.frozen) {
        (Some(cover), _) => Base::cover(cover),
        (None, Some(frozen)) => frozen.clone(),
        (None, None) => uncovered_base(state),
    };
    let countdown = state.countdown.filter(|_| !matches!(base, Base::Black | Base::White)).map(|countdown| {
        SceneCountdown { ends: countdown.ends, length: countdown.length, paused_left: countdown.paused_left }
    });
    let seen = |page: &PageId| matches!(&base, Base::Page(_, shown) if shown == page);
    let clip = state.clip_page().filter(|page| state.phase == Phase::Running && seen(page)).cloned();
    let ask = state.paused_at_point().filter(|_| clip.is_some()).map(|point| point.ask.clone());
    StageScene { module: state.setup.module, base, countdown, clip, ask }
}

/// What the stage shows without cover and freeze.
pub(super) fn uncovered_base(state: &State) -> Base {
    if let Some(board) = state.board.as_ref().filter(|_| state.phase != Phase::Closed) {
        return board_scene(state, board);
    }
    match (state.phase, &state.game) {
        (Phase::Closed, _) => Base::Farewell,
        (_, Some(game)) => Base::Game(game.clone()),
        (Phase::Waiting, None) => Base::Waiting { title: state.setup.title.clone(), start: state.setup.start },
        (Phase::Running, None) => page_scene(state, state.shown),
    }
}

fn board_scene(state: &State, board: &Board) -> Base {
    match (board, &state.wheel) {
        (Board::Wheel, Some(wheel)) => {
            let (lots, picked) = wheel.on_it();
            let labels = lots.into_iter().map(|lot| wheel.pool.label(lot)).collect();
            Base::Draw(Draw::Wheel { labels, picked, seed: wheel.seed, spun: wheel.spun })
        }
        (Board::Wheel, None) => Base::Calm,
        (Board::Teams(labels), _) => Base::Draw(Draw::Teams { labels: labels.clone() }),
        (Board::Yell(text), _) => Base::Yell(text.clone()),
    }
}

/// What the console shows as current page: the stage without cover, freeze and game. A place without a page is the calm picture.
#[must_use]
pub fn page_scene(state: &State, place: Place) -> Base {
    match state.sheet.page(place) {
        Some(PlannedPage::Pack(page) | PlannedPage::Clip { page, .. }) => {
            Base::Page(state.setup.session.clone(), page.clone())
        }
        Some(PlannedPage::Recap { session, page, .. }) => Base::Page(session.clone(), page.clone()),
        Some(PlannedPage::Recall(last)) => Base::recall(last),
        Some(PlannedPage::Introductions) => Base::Introductions,
        Some(PlannedPage::Check { check, part }) => {
            Base::Check { session: state.setup.session.clone(), check: *check, answer: *part == CheckPart::Answer }
        }
        None => Base::Calm,
    }
}

/// What Next would show, for the console's small preview; `None` at the end. On the waiting screen: the first page.
#[must_use]
pub fn next_scene(state: &State) -> Option<Base> {
    let place = match state.phase {
        Phase::Waiting => state.sheet.first_of(state.sheet.opening_step()),
        Phase::Running if state.interlude() => Some(state.shown),
        Phase::Running => state.sheet.after(state.shown),
        Phase::Closed => None,
    };
    place.map(|place| page_scene(state, place))
}

/// One picture of a base: the same key always means the same pixels.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PictureKey {
    /// What is drawn.
    pub base: Base,
    /// Accent.
    pub module: Module,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}
