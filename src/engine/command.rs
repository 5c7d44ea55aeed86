//! What a facilitator asks for, imperative; `decide` turns it into events or says why not.

use super::{
    attendance::{Attendee, Status},
    event::{Cover, Event, Place, Presenter},
    ids::GameId,
    state::State,
    time::{Ms, Now},
};

/// How to start when it is later than agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartPlan {
    /// The plan as it is, ending `length` after now.
    Full,
    /// Squeezed to end at the agreed time.
    Compress,
}

/// A command to a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Leave the waiting screen, begin step 1.
    Start(StartPlan),
    /// Next page; from a running step's last page the next step begins. Under black, white or calm: uncovers and shows the next page at once.
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
    /// Begin this step (run sheet).
    BeginStep(u16),
    /// Toggle a cover; another cover replaces it.
    ToggleCover(Cover),
    /// Toggle freeze.
    ToggleFreeze,
    /// Esc: takes away the newest of cover, freeze, game, countdown that has run out; never more, never the session.
    Clear,
    /// Start a countdown for the room.
    StartCountdown(Ms),
    /// Pause it or let it go on.
    ToggleCountdown,
    /// Make it longer or shorter by milliseconds.
    AddCountdown(i64),
    /// Take it away.
    EndCountdown,
    /// Bring up a game.
    StartGame(GameId),
    /// Back to where it was.
    EndGame,
    /// Pause the timers or let them go on.
    TogglePause,
    /// Give the running step more or fewer whole minutes.
    AdjustStep(i32),
    /// The running step really began this long ago.
    CorrectStart(Ms),
    /// Apply chosen cuts: step and new span (zero = skip).
    Cut(Vec<(u16, Ms)>),
    /// Write a field note for the running step.
    AddNote(String),
    /// Take the n-th note back.
    RemoveNote(u16),
    /// Heads counted.
    CountHeads(u16),
    /// Set one mark.
    Mark(Attendee, Option<Status>),
    /// Toggle the row with this printed number: present ↔ absent (alpa); unmarked becomes present.
    ToggleNumber(u16),
    /// Everyone present.
    MarkAllPresent,
    /// Only those not yet filled in become this.
    MarkRest(Status),
    /// Undo the newest batch of marks that is not undone.
    UndoMarks,
    /// Write down a walk-in, present.
    AddWalkIn(String),
    /// Take a walk-in back.
    RemoveWalkIn(u16),
    /// Change the presenters.
    SetPresenters(Vec<Presenter>),
    /// Close the meeting.
    Close,
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
    /// It is closed; only attendance corrections are possible.
    #[error("the meeting is closed")]
    Closed,
    /// Nothing there: no such page, step, row, note.
    #[error("there is no such page, step or row")]
    NoSuchThing,
    /// At the end or beginning already.
    #[error("already at the end")]
    AtEdge,
    /// Nothing to do (nothing to undo, nothing to clear).
    #[error("nothing to do")]
    Nothing,
    /// Empty or over-long text.
    #[error("the text is empty or too long")]
    BadText,
    /// A must-do step cannot be skipped.
    #[error("a must-do step cannot be skipped")]
    MustDo,
    /// Outside what is sensible (countdown length, minutes).
    #[error("out of range")]
    OutOfRange,
}

/// Events that carry out `command`, in order; empty never (that is [`Rejection::Nothing`]). Pure: the same arguments give the same answer.
///
/// # Errors
/// [`Rejection`] when the command makes no sense now; nothing changes then.
pub fn decide(state: &State, command: &Command, now: Now) -> Result<Vec<Event>, Rejection> {
    let _ = (state, command, now);
    Err(Rejection::Nothing)
}
