//! From a command to the events that carry it out, one file per subject. Reads the state, changes nothing.

mod clip;
mod desk;
mod lots;
mod moving;
mod roll;
mod stage;
mod timing;

use super::{
    command::{Command, Rejection},
    event::Event,
    evidence, hands,
    state::{Phase, State},
    time::Now,
};

type Decision = Result<Vec<Event>, Rejection>;

/// Events that carry out `command`, in order; empty never (that is [`Rejection::Nothing`]). Pure: the same arguments give the same answer.
///
/// # Errors
/// [`Rejection`] when the command makes no sense now; nothing changes then.
pub fn decide(state: &State, command: &Command, now: Now) -> Result<Vec<Event>, Rejection> {
    possible(state.phase, command)?;
    let events = match command {
        Command::Start(plan) => timing::start(state, *plan, now),
        Command::TogglePause => Ok(vec![if state.paused.is_some() { Event::Unpaused } else { Event::Paused }]),
        Command::SkipWait(length) => timing::skip_wait(state, *length),
        Command::AdjustStep(minutes) => timing::adjust(state, *minutes),
        Command::CorrectStart(ago) => timing::correct_start(state, *ago, now),
        Command::Cut(changes) => timing::cut(state, changes),
        Command::Close => Ok(vec![Event::Closed]),
        Command::Withdraw(on) => roll::withdraw(state, *on),

        Command::Next => moving::next(state),
        Command::Previous => moving::previous(state),
        Command::FirstOfStep => moving::to_edge(state, state.sheet.first_of(state.shown.step)),
        Command::LastOfStep => moving::to_edge(state, state.sheet.last_of(state.shown.step)),
        Command::FirstOfSession => moving::to_edge(state, state.sheet.places().next()),
        Command::LastOfSession => moving::to_edge(state, state.sheet.places().last()),
        Command::Visit(place) => moving::visit(state, Some(*place)),
        Command::VisitNumber(number) => moving::visit(state, state.sheet.place_number(*number)),
        Command::ReturnToStep => moving::visit(state, Some(state.left_at)),
        Command::BeginStep(step) => moving::begin(state, *step),

        Command::ToggleCover(cover) => Ok(stage::toggle_cover(state, *cover)),
        Command::ToggleFreeze => Ok(vec![Event::Frozen { on: state.frozen.is_none() }]),
        Command::Clear => stage::clear(state, now),
        Command::StartCountdown(length) => stage::start_countdown(*length),
        Command::ToggleCountdown => stage::toggle_countdown(state, now),
        Command::AddCountdown(ms) => stage::add_countdown(state, *ms, now),
        Command::EndCountdown => state.countdown.map(|_| vec![Event::CountdownEnded]).ok_or(Rejection::Nothing),
        Command::StartGame(game) => stage::start_game(state, game),
        Command::EndGame => Ok(stage::end_game(state)),
        Command::SpinWheel(pool) => lots::spin(state, pool, now),
        Command::ResetWheel => lots::reset_wheel(state),
        Command::SplitTeams(pool, split) => lots::split(state, pool, *split, now),
        Command::ShowYell(text) => lots::yell(state, text),

        Command::PlayClip(from) => clip::play(state, *from),
        Command::PauseClip(at) => clip::pause(state, *at),
        Command::SeekClip(at) => clip::seek(state, *at),
        Command::DuckClip => clip::duck(state),

        Command::AddNote(text) => desk::add_note(state, text),
        Command::RemoveNote(note) => desk::remove_note(state, *note),
        Command::CountHeads(count) => desk::count_heads(state, *count),
        Command::CountHands(check, when, counted) => hands::count(state, *check, *when, counted),
        Command::UndoHands => hands::uncount(state),
        Command::SetPresenters(presenters) => desk::set_presenters(state, presenters),

        Command::Evidence(change) => evidence::change(state, change),

        Command::Mark(who, status) => roll::mark(state, *who, *status),
        Command::ToggleNumber(number) => roll::toggle_number(state, *number),
        Command::MarkAllPresent => Ok(roll::mark_all_present(state)),
        Command::MarkRest(status) => Ok(roll::mark_rest(state, *status)),
        Command::Late(who, late) => roll::late(state, *who, *late),
        Command::Represent(who, by) => roll::represent(state, *who, by.as_deref()),
        Command::CountGuests(count, who) => roll::count_guests(state, *count, who),
        Command::UndoMarks => roll::undo(state),
        Command::AddWalkIn(name) => roll::add_walk_in(state, name),
        Command::RemoveWalkIn(walk_in) => roll::remove_walk_in(state, *walk_in),
    }?;
    if events.is_empty() { Err(Rejection::Nothing) } else { Ok(events) }
}

/// What can be done in which phase of a meeting.
fn possible(phase: Phase, command: &Command) -> Result<(), Rejection> {
    let after_close = matches!(
        command,
        Command::Mark(..)
            | Command::ToggleNumber(_)
            | Command::MarkAllPresent
            | Command::MarkRest(_)
            | Command::Late(..)
            | Command::Represent(..)
            | Command::CountGuests(..)
            | Command::AddWalkIn(_)
            | Command::RemoveWalkIn(_)
            | Command::UndoMarks
            | Command::Withdraw(_)
            | Command::Evidence(_)
    );
    let needs_run = matches!(
        command,
        Command::Next
            | Command::Previous
            | Command::FirstOfStep
            | Command::LastOfStep
            | Command::FirstOfSession
            | Command::LastOfSession
            | Command::Visit(_)
            | Command::VisitNumber(_)
            | Command::ReturnToStep
            | Command::BeginStep(_)
            | Command::TogglePause
            | Command::SkipWait(_)
            | Command::AdjustStep(_)
            | Command::CorrectStart(_)
            | Command::Cut(_)
            | Command::PlayClip(_)
            | Command::PauseClip(_)
            | Command::SeekClip(_)
            | Command::DuckClip
            | Command::CountHands(..)
            | Command::UndoHands
            | Command::Evidence(_)
    );
    match phase {
        Phase::Closed if !after_close => Err(Rejection::Closed),
        Phase::Waiting if needs_run => Err(Rejection::NotStarted),
        Phase::Running if matches!(command, Command::Start(_)) => Err(Rejection::AlreadyStarted),
        _ => Ok(()),
    }
}
