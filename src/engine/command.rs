//! What a facilitator asks for, imperative; `decide` turns it into events or says why not.

use std::ops::RangeInclusive;

use super::{
    attendance::{Attendee, Status},
    event::{Cover, Place, Presenter},
    evidence::Change,
    hands::{CheckTime, Hands},
    ids::GameId,
    lots::{Pool, Split},
    time::Ms,
};

/// Shortest and longest countdown.
pub const COUNTDOWN_RANGE: RangeInclusive<Ms> = Ms::seconds(1)..=Ms::minutes(120);
/// Longest span a step can be given.
pub const LONGEST_STEP: Ms = Ms::minutes(150);
/// Longest field note, characters.
pub const MAX_NOTE_CHARS: usize = 500;
/// Most field notes of a meeting.
pub const MAX_NOTES: usize = 500;
/// Most presenters.
pub const MAX_PRESENTERS: usize = 3;
/// Most heads that can be counted.
pub const MAX_HEADS: u16 = 999;
/// Longest word on who the guests were, characters.
pub const MAX_GUESTS_CHARS: usize = 120;

/// Longest yel-yel, characters.
pub const MAX_YELL_CHARS: usize = 160;
/// Most lines of one.
pub const MAX_YELL_LINES: usize = 5;

/// How to start when it is later than agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartPlan {
    /// The plan as it is, ending `length` after now.
    Full,
    /// Squeezed to end at the agreed time.
    Compress,
}

/// A command to a meeting.
///
/// Commands that show a page take cover and game away with it, in one decision, so that no older page flashes; but while frozen the stage
/// stays exactly as it is, cover included. From a game, Next and Previous lead back to the page it covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Leave the waiting screen, begin the first step; whatever lay over the waiting screen goes.
    Start(StartPlan),
    /// Next page; from the running step's last page the next step that is not skipped begins. While another step is visited: its next page,
    /// as a visit. Under black, white or calm: uncovers and shows the next page at once.
    Next,
    /// Previous page: a visit.
    Previous,
    /// First page of the step shown.
    FirstOfStep,
    /// Last page of the step shown.
    LastOfStep,
    /// First page of the session: a visit.
    FirstOfSession,
    /// Last page of the session: a visit.
    LastOfSession,
    /// Visit a page (overview, go to).
    Visit(Place),
    /// Visit the n-th page of the session, from 1, counted over all steps (a step without pages counts as one).
    VisitNumber(u16),
    /// Back to where the running step was left.
    ReturnToStep,
    /// Begin this step (run sheet), also a skipped one; a pause ends. Of the running step: back to where it was left.
    BeginStep(u16),
    /// Toggle a cover; another cover replaces it.
    ToggleCover(Cover),
    /// Toggle freeze.
    ToggleFreeze,
    /// Esc: takes away the newest of cover, freeze, game, wheel, teams, yel-yel, countdown that has run out; never more, never the session.
    Clear,
    /// Start a countdown for the room.
    StartCountdown(Ms),
    /// Pause it or let it go on.
    ToggleCountdown,
    /// Make it longer or shorter by milliseconds.
    AddCountdown(i64),
    /// Take it away.
    EndCountdown,
    /// Bring up a game: on the wall at once, cover and freeze go.
    StartGame(GameId),
    /// Back to where it was, from wheel, teams and yel-yel too; a countdown started for the game goes too.
    EndGame,
    /// Turn the wheel over this pool: on the wall at once, cover and freeze go. What was drawn does not come again until all were.
    SpinWheel(Pool),
    /// Everybody is on the wheel again.
    ResetWheel,
    /// Draw teams, on the wall at once; again: other ones.
    SplitTeams(Pool, Split),
    /// Show these lines large: the group's yel-yel.
    ShowYell(String),
    /// Play the clip of the page shown: from where it stands, or from here.
    PlayClip(Option<Ms>),
    /// Pause it at this position.
    PauseClip(Ms),
    /// Put it at this position; it runs on if it ran.
    SeekClip(Ms),
    /// Its sound low while the facilitator speaks, or no longer.
    DuckClip,
    /// Rehearsal only: do not wait, the meeting's time goes on by this much at once.
    SkipWait(Ms),
    /// Pause the timers or let them go on.
    TogglePause,
    /// Give the running step more or fewer whole minutes.
    AdjustStep(i32),
    /// The running step really began this long ago: not before the one before it began; the first one, not before the meeting was opened.
    CorrectStart(Ms),
    /// Apply chosen cuts of later steps: step and new span (zero = skip). A longer span, up to the one at the start, takes a cut back.
    Cut(Vec<(u16, Ms)>),
    /// Write a field note for the running step.
    AddNote(String),
    /// Take the n-th note back.
    RemoveNote(u16),
    /// Heads counted.
    CountHeads(u16),
    /// Hands counted for the check with this index; those for the right choice must be among them.
    CountHands(u16, CheckTime, Hands),
    /// What stood before for the check on the page shown.
    UndoHands,
    /// Set one mark.
    Mark(Attendee, Option<Status>),
    /// Toggle the row with this printed number: present becomes absent (alpa), everything else present.
    ToggleNumber(u16),
    /// Everyone present.
    MarkAllPresent,
    /// Only those not yet filled in become this.
    MarkRest(Status),
    /// They came late, and so are present; or not late after all.
    Late(Attendee, bool),
    /// Somebody came in their stead, and so they count as present; or nobody did after all.
    Represent(Attendee, Option<String>),
    /// Guests who are no members, and who they were (may be empty); 0 = none.
    CountGuests(u16, String),
    /// Undo the newest change of the roll (marks, late, diwakili) that is not undone; after the close only what came after it.
    UndoMarks,
    /// Write down a walk-in, present.
    AddWalkIn(String),
    /// Take a walk-in back.
    RemoveWalkIn(u16),
    /// Something to show for the meeting; also after its close.
    Evidence(Change),
    /// Change the presenters.
    SetPresenters(Vec<Presenter>),
    /// Close the meeting; from the waiting screen too (it was not held then).
    Close,
    /// A meeting entered from paper was entered by mistake (true), or counts after all.
    Withdraw(bool),
}

/// Why a command cannot be carried out; the console words it beside the control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The meeting has not begun.
    #[error("the meeting has not started")]
    NotStarted,
    /// It has begun already.
    #[error("the meeting has already started")]
    AlreadyStarted,
    /// It is closed; only changes of the roll, as corrections, their undo and evidence are possible.
    #[error("the meeting is closed")]
    Closed,
    /// Nothing there: no such page, step, row, note.
    #[error("there is no such page, step or row")]
    NoSuchThing,
    /// The page shown has no clip.
    #[error("the page shown has no clip")]
    NoClip,
    /// The page shown is no check.
    #[error("the page shown is no check")]
    NoCheck,
    /// Who was not there cannot be marked.
    #[error("not marked as present")]
    NotPresent,
    /// At the end or beginning already.
    #[error("already at the end")]
    AtEdge,
    /// Nothing to do (nothing to undo, nothing to clear).
    #[error("nothing to do")]
    Nothing,
    /// Empty or over-long text.
    #[error("the text is empty or too long")]
    BadText,
    /// Possible in a rehearsal only.
    #[error("only in a rehearsal")]
    NotRehearsal,
    /// A must-do step cannot be skipped.
    #[error("a must-do step cannot be skipped")]
    MustDo,
    /// Outside what is sensible (countdown length, minutes).
    #[error("out of range")]
    OutOfRange,
}

pub use super::decide::decide;
