//! The table itself, in the order of the help screen.

use egui::Key;

use super::{
    Chord,
    Context::{self, Attendance, Deliver, Found, Home, Reading, Turn, Waiting},
    Repeat, Row,
};
use crate::{
    engine::{attendance::Status, command::Command, event::Cover},
    text::{keys as text, rehearse, search},
    ui::intent::{ClipKey, Intent, Overlay, RehearseKey, RollKey, Screen, SearchKey, SoundKey},
};

/// Rows that belong together on the help screen.
pub struct Group {
    /// Their heading.
    pub head: &'static str,
    /// The rows.
    pub rows: &'static [Row],
}

/// The table.
pub const GROUPS: &[Group; 6] = &[
    Group { head: text::GROUP_PAGES, rows: PAGES },
    Group { head: text::GROUP_ROOM, rows: ROOM },
    Group { head: text::GROUP_CLIP, rows: CLIP },
    Group { head: text::GROUP_MEETING, rows: MEETING },
    Group { head: text::GROUP_SCRIPT, rows: SCRIPT },
    Group { head: text::GROUP_ROLL, rows: ROLL },
];

const PAGES: &[Row] = &[
    row(
        &[
            plain(Key::ArrowRight),
            plain(Key::ArrowDown),
            plain(Key::PageDown),
            plain(Key::Space),
            plain(Key::Enter),
            plain(Key::N),
        ],
        &[Deliver],
        || Intent::Meeting(Command::Next),
        text::NEXT,
    ),
    row(
        &[plain(Key::ArrowLeft), plain(Key::ArrowUp), plain(Key::PageUp), plain(Key::Backspace), plain(Key::P)],
        &[Deliver],
        || Intent::Meeting(Command::Previous),
        text::PREVIOUS,
    ),
    row(&[plain(Key::Home)], &[Deliver], || Intent::Meeting(Command::FirstOfStep), text::FIRST_OF_STEP),
    row(&[plain(Key::End)], &[Deliver], || Intent::Meeting(Command::LastOfStep), text::LAST_OF_STEP),
    row(&[ctrl(Key::Home)], &[Deliver], || Intent::Meeting(Command::FirstOfSession), text::FIRST_OF_SESSION),
    row(&[ctrl(Key::End)], &[Deliver], || Intent::Meeting(Command::LastOfSession), text::LAST_OF_SESSION),
    row(&[plain(Key::G)], &[Deliver], || Intent::Overlay(Some(Overlay::GoTo)), text::GO_TO),
    row(&[plain(Key::Tab)], &[Deliver], || Intent::Overlay(Some(Overlay::Overview)), text::OVERVIEW),
    row(&[plain(Key::L)], &[Deliver], || Intent::Meeting(Command::ReturnToStep), text::RETURN),
];

const ROOM: &[Row] = &[
    row(
        &[plain(Key::B), plain(Key::Period)],
        &[Waiting, Deliver],
        || Intent::Meeting(Command::ToggleCover(Cover::Black)),
        text::BLACK,
    ),
    row(
        &[plain(Key::W), plain(Key::Comma)],
        &[Waiting, Deliver],
        || Intent::Meeting(Command::ToggleCover(Cover::White)),
        text::WHITE,
    ),
    row(&[plain(Key::C)], &[Waiting, Deliver], || Intent::Meeting(Command::ToggleCover(Cover::Calm)), text::CALM),
    row(&[plain(Key::F)], &[Deliver], || Intent::Meeting(Command::ToggleFreeze), text::FREEZE),
    row(&[plain(Key::T)], &[Deliver], || Intent::Overlay(Some(Overlay::Countdown)), text::COUNTDOWN),
    row(&[plain(Key::U)], &[Waiting, Deliver], || Intent::Sound(SoundKey::Music), text::MUSIC),
    row(&[plain(Key::I)], &[Deliver], || Intent::Overlay(Some(Overlay::Games)), text::GAME),
    row(&[plain(Key::F5)], &[Waiting, Deliver, Attendance], || Intent::ShowStage, text::SHOW_STAGE),
    row(&[plain(Key::F11)], &[Waiting, Deliver, Attendance, Turn], || Intent::LaptopForRoom, text::LAPTOP_FOR_ROOM),
    row(&[ctrl_shift(Key::S)], &[Waiting, Deliver, Attendance], || Intent::SwapScreens, text::SWAP_SCREENS),
    row(&[plain(Key::Enter), plain(Key::Space)], &[Turn], || Intent::TurnedRound, text::TURNED_ROUND),
];

const CLIP: &[Row] = &[
    row(&[plain(Key::K)], &[Deliver], || Intent::Clip(ClipKey::Toggle), text::CLIP),
    row(&[ctrl(Key::ArrowLeft)], &[Deliver], || Intent::Clip(ClipKey::Skip(-5)), text::CLIP_BACK).each_press(),
    row(&[ctrl(Key::ArrowRight)], &[Deliver], || Intent::Clip(ClipKey::Skip(5)), text::CLIP_ON).each_press(),
    row(&[ctrl(Key::PageUp)], &[Deliver], || Intent::Clip(ClipKey::Skip(-30)), text::CLIP_FAR_BACK).each_press(),
    row(&[ctrl(Key::PageDown)], &[Deliver], || Intent::Clip(ClipKey::Skip(30)), text::CLIP_FAR_ON).each_press(),
    row(&[plain(Key::OpenBracket)], &[Deliver], || Intent::Clip(ClipKey::Louder(-10)), text::CLIP_SOFTER).while_held(),
    row(&[plain(Key::CloseBracket)], &[Deliver], || Intent::Clip(ClipKey::Louder(10)), text::CLIP_LOUDER).while_held(),
    row(&[plain(Key::M)], &[Deliver], || Intent::Clip(ClipKey::Mute), text::CLIP_MUTE),
    row(&[plain(Key::D)], &[Deliver], || Intent::Clip(ClipKey::Duck), text::DUCK),
];

const MEETING: &[Row] = &[
    row(&[plain(Key::H)], &[Waiting, Deliver], || Intent::Go(Screen::Attendance), text::ATTENDANCE),
    row(&[ctrl(Key::H)], &[Deliver], || Intent::Overlay(Some(Overlay::HeadCount)), text::HEADS),
    row(&[plain(Key::J)], &[Deliver], || Intent::Overlay(Some(Overlay::Hands)), text::HANDS),
    row(&[ctrl(Key::Z)], &[Deliver], || Intent::Meeting(Command::UndoHands), text::UNDO_HANDS),
    row(&[plain(Key::R)], &[Deliver], || Intent::Overlay(Some(Overlay::Recall)), text::RECALL),
    row(&[ctrl(Key::N)], &[Deliver], || Intent::Overlay(Some(Overlay::Note)), text::NOTE),
    row(&[plain(Key::X)], &[Deliver], || Intent::Overlay(Some(Overlay::CutList)), text::CUT_LIST),
    row(&[plain(Key::Plus), plain(Key::Equals)], &[Deliver], || Intent::Meeting(Command::AdjustStep(1)), text::MORE),
    row(&[plain(Key::Minus)], &[Deliver], || Intent::Meeting(Command::AdjustStep(-1)), text::LESS),
    row(&[plain(Key::E)], &[Waiting, Deliver], || Intent::Overlay(Some(Overlay::Leave)), text::LEAVE),
    row(&[ctrl(Key::P), plain(Key::Pause)], &[Deliver], || Intent::Meeting(Command::TogglePause), text::PAUSE),
];

const SCRIPT: &[Row] = &[
    row(&[plain(Key::O)], &[Deliver], || Intent::Rehearse(RehearseKey::Prompter), rehearse::PROMPTER_KEY),
    row(&[plain(Key::S)], &[Deliver], || Intent::Rehearse(RehearseKey::SkipWait), rehearse::SKIP_WAIT_KEY),
    row(&[plain(Key::Q)], &[Deliver], || Intent::Rehearse(RehearseKey::DrawCard), rehearse::DRAW_CARD_KEY),
    row(&[ctrl(Key::Plus), ctrl(Key::Equals)], &[Waiting, Deliver, Attendance], || Intent::ScriptSize(1), text::LARGER)
        .while_held(),
    row(&[ctrl(Key::Minus)], &[Waiting, Deliver, Attendance], || Intent::ScriptSize(-1), text::SMALLER).while_held(),
    row(&[ctrl(Key::ArrowDown)], &[Deliver], || Intent::ScrollScript(1), text::SCRIPT_DOWN).while_held(),
    row(&[ctrl(Key::ArrowUp)], &[Deliver], || Intent::ScrollScript(-1), text::SCRIPT_UP).while_held(),
    row(
        &[plain(Key::F1), plain(Key::Questionmark)],
        &[Waiting, Deliver, Attendance],
        || Intent::Overlay(Some(Overlay::Help)),
        text::HELP,
    ),
    row(&[plain(Key::Escape)], &[Waiting, Deliver, Attendance, Turn], || Intent::Escape, text::ESCAPE),
];

const ROLL: &[Row] = &[
    row(&[plain(Key::H)], &[Attendance], || Intent::Roll(RollKey::Mark(Status::Present)), text::ROLL_PRESENT)
        .each_press(),
    row(&[plain(Key::S)], &[Attendance], || Intent::Roll(RollKey::Mark(Status::Sick)), text::ROLL_SICK).each_press(),
    row(&[plain(Key::I)], &[Attendance], || Intent::Roll(RollKey::Mark(Status::Excused)), text::ROLL_EXCUSED)
        .each_press(),
    row(&[plain(Key::A)], &[Attendance], || Intent::Roll(RollKey::Mark(Status::Absent)), text::ROLL_ABSENT)
        .each_press(),
    row(&[plain(Key::Enter), plain(Key::Space)], &[Attendance], || Intent::Roll(RollKey::Enter), text::ROLL_ENTER)
        .each_press(),
    row(&[plain(Key::Delete)], &[Attendance], || Intent::Roll(RollKey::Unmark), text::ROLL_UNMARK).each_press(),
    row(&[plain(Key::T)], &[Attendance], || Intent::Roll(RollKey::Late), text::ROLL_LATE).each_press(),
    row(&[plain(Key::D)], &[Attendance], || Intent::Roll(RollKey::Represent), text::ROLL_REPRESENT),
    row(&[plain(Key::Z), ctrl(Key::Z)], &[Attendance], || Intent::Roll(RollKey::Undo), text::ROLL_UNDO).each_press(),
    row(
        &[plain(Key::Plus), plain(Key::Equals), ctrl(Key::A)],
        &[Attendance],
        || Intent::Roll(RollKey::All),
        text::ROLL_ALL,
    ),
    row(&[plain(Key::Minus)], &[Attendance], || Intent::Roll(RollKey::Rest), text::ROLL_REST),
    row(&[plain(Key::G)], &[Attendance], || Intent::Roll(RollKey::Guests), text::ROLL_GUESTS),
    row(&[plain(Key::O)], &[Attendance], || Intent::Roll(RollKey::Order), text::ROLL_ORDER),
    row(&[plain(Key::Slash)], &[Attendance], || Intent::Roll(RollKey::Search), text::ROLL_SEARCH),
    row(&[ctrl(Key::T)], &[Attendance], || Intent::Roll(RollKey::WalkIn), text::ROLL_WALK_IN),
    row(&[plain(Key::Backspace)], &[Attendance], || Intent::Roll(RollKey::Backspace), text::ROLL_BACKSPACE)
        .while_held(),
    row(&[plain(Key::ArrowDown)], &[Attendance], || Intent::Roll(RollKey::Move(1)), text::ROLL_DOWN).while_held(),
    row(&[plain(Key::ArrowUp)], &[Attendance], || Intent::Roll(RollKey::Move(-1)), text::ROLL_UP).while_held(),
    row(&[plain(Key::PageDown)], &[Attendance], || Intent::Roll(RollKey::Move(8)), text::ROLL_PAGE_DOWN).while_held(),
    row(&[plain(Key::PageUp)], &[Attendance], || Intent::Roll(RollKey::Move(-8)), text::ROLL_PAGE_UP).while_held(),
    row(&[plain(Key::Home)], &[Attendance], || Intent::Roll(RollKey::Edge(-1)), text::ROLL_FIRST).while_held(),
    row(&[plain(Key::End)], &[Attendance], || Intent::Roll(RollKey::Edge(1)), text::ROLL_LAST).while_held(),
    row(&[plain(Key::Period)], &[Attendance], || Intent::Meeting(Command::ToggleCover(Cover::Black)), text::ROLL_BLACK),
];

/// The table of learning: searching and reading while nothing is delivered.
pub const LEARNING: &[Row] = &[
    row(&[ctrl(Key::F)], &[Home, Found, Reading], || Intent::Search(SearchKey::Focus), search::FOCUS_KEY),
    row(&[plain(Key::ArrowDown)], &[Found], || Intent::Search(SearchKey::Move(1)), search::DOWN_KEY).while_held(),
    row(&[plain(Key::ArrowUp)], &[Found], || Intent::Search(SearchKey::Move(-1)), search::UP_KEY).while_held(),
    row(&[plain(Key::Enter)], &[Found], || Intent::Search(SearchKey::Open), search::OPEN_KEY),
    row(
        &[plain(Key::ArrowRight), plain(Key::PageDown)],
        &[Reading],
        || Intent::Search(SearchKey::Turn(1)),
        search::AFTER,
    )
    .each_press(),
    row(
        &[plain(Key::ArrowLeft), plain(Key::PageUp)],
        &[Reading],
        || Intent::Search(SearchKey::Turn(-1)),
        search::BEFORE,
    )
    .each_press(),
    row(&[plain(Key::Escape)], &[Found], || Intent::Search(SearchKey::Back), search::CLEAR_KEY).each_press(),
    row(&[plain(Key::Escape)], &[Reading], || Intent::Search(SearchKey::Back), search::BACK_KEY).each_press(),
];

const fn plain(key: Key) -> Chord {
    Chord::plain(key)
}

const fn ctrl(key: Key) -> Chord {
    Chord::ctrl(key)
}

const fn ctrl_shift(key: Key) -> Chord {
    Chord::ctrl_shift(key)
}

/// A row whose keys count once; see [`Row::each_press`] and [`Row::while_held`].
const fn row(keys: &'static [Chord], contexts: &'static [Context], intent: fn() -> Intent, help: &'static str) -> Row {
    Row { keys, contexts, intent, help, repeat: Repeat::Once }
}

impl Row {
    const fn each_press(self) -> Self {
        Self { repeat: Repeat::EachPress, ..self }
    }

    const fn while_held(self) -> Self {
        Self { repeat: Repeat::WhileHeld, ..self }
    }
}
