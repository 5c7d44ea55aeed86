//! The fold: what each event does to the state. Total: nonsense changes nothing but the record's number and times.

mod roll;

use super::{
    clip::ClipRun,
    event::{Event, Place, Record},
    lots::{self, Pool, Split, Wheel},
    scene::uncovered_base,
    state::{Board, Countdown, Layer, Note, Phase, State},
    time::{Ms, Wall},
};

impl State {
    /// Folds one more record in. Total: a record that makes no sense here changes nothing but `seq` and the times.
    pub fn apply(&mut self, record: &Record) {
        // Meeting time never goes back, whatever the journal says.
        let at = record.at.max(self.last_at);
        match self.phase {
            Phase::Waiting => self.apply_waiting(&record.event, at, record.wall),
            Phase::Running => self.apply_running(&record.event, at),
            Phase::Closed => {}
        }
        if self.phase != Phase::Closed {
            self.apply_clip(&record.event, at);
            self.apply_stage(&record.event, at);
            self.apply_desk(&record.event, record);
            self.apply_hands(&record.event, record.seq);
        }
        self.apply_roll(&record.event, record.seq);
        self.apply_evidence(&record.event, record.seq);
        if matches!(record.event, Event::Closed) && self.phase != Phase::Closed {
            self.close(at, record.wall);
        }
        self.seq = self.seq.max(record.seq);
        self.last_at = at;
        self.last_wall = record.wall;
    }

    fn apply_waiting(&mut self, event: &Event, at: Ms, wall: Wall) {
        let Event::Started { planned, target } = event else { return };
        for (step, span) in self.sheet.steps.iter_mut().zip(planned) {
            step.planned = *span;
        }
        self.original = self.sheet.spans();
        self.phase = Phase::Running;
        self.target = *target;
        self.started = Some(at);
        self.started_wall = Some(wall);
        self.begin(self.sheet.opening_step(), at);
    }

    fn apply_running(&mut self, event: &Event, at: Ms) {
        match event {
            Event::StepBegan { step } if self.sheet.places_in(*step).is_some() => self.begin(*step, at),
            Event::PageShown { place } if self.sheet.has(*place) => self.show(*place),
            Event::StepStartCorrected { step, began } if *step == self.step => self.correct_start(*began, at),
            Event::StepAdjusted { step, planned } => self.replan(*step, *planned),
            Event::Cut { changes } => changes.iter().for_each(|(step, span)| self.replan(*step, *span)),
            Event::Paused if self.paused.is_none() => self.paused = Some(at),
            Event::Unpaused => self.unpause(at),
            Event::Resumed { gap, paused } => self.resumed(*gap, *paused, at),
            _ => {}
        }
    }

    fn begin(&mut self, step: u16, at: Ms) {
        self.end_span(at);
        if let Some(run) = self.runs.get_mut(usize::from(step)) {
            run.spans.push((at, None));
        }
        self.step = step;
        self.show(Place { step, page: 0 });
    }

    fn end_span(&mut self, at: Ms) {
        if let Some((_, end @ None)) = self.runs.get_mut(usize::from(self.step)).and_then(|run| run.spans.last_mut()) {
            *end = Some(at);
        }
    }

    fn show(&mut self, place: Place) {
        self.shown = place;
        if place.step == self.step {
            self.left_at = place;
        }
    }

    /// Moves the border between the running span and the one before it; the start of the meeting when there is none before.
    fn correct_start(&mut self, began: Ms, at: Ms) {
        let before = self.span_before();
        if self.step_began().is_none() || began > at || before.is_some_and(|(_, earliest)| began < earliest) {
            return;
        }
        if let Some((step, _)) = before {
            let run = self.runs.get_mut(usize::from(step));
            if let Some((_, end)) = run.and_then(|run| run.spans.iter_mut().rev().find(|span| span.1.is_some())) {
                *end = Some(began);
            }
        } else {
            let moved = began.signed_sub(self.started.unwrap_or(began));
            self.started = Some(began);
            self.started_wall = self.started_wall.map(|wall| wall.plus_ms(moved));
        }
        if let Some((from, _)) = self.runs.get_mut(usize::from(self.step)).and_then(|run| run.spans.last_mut()) {
            *from = began;
        }
    }

    fn replan(&mut self, step: u16, span: Ms) {
        if let Some(step) = self.sheet.steps.get_mut(usize::from(step)) {
            step.planned = span;
        }
    }

    fn unpause(&mut self, at: Ms) {
        if let Some(since) = self.paused.take() {
            self.stops.push((since, at));
        }
    }

    fn resumed(&mut self, gap: Ms, paused: bool, at: Ms) {
        if self.paused.is_none() {
            // The gap lies wholly after the last record.
            self.stops.push((at.saturating_sub(gap).max(self.last_at), at));
            self.paused = paused.then_some(at);
        } else if !paused {
            self.unpause(at);
        }
    }

    /// A clip runs only while it is seen: whatever takes its page away, or hides it, pauses it.
    fn apply_clip(&mut self, event: &Event, at: Ms) {
        match event {
            Event::StepBegan { .. }
            | Event::PageShown { .. }
            | Event::GameStarted { .. }
            | Event::WheelSpun { .. }
            | Event::TeamsSplit { .. }
            | Event::YellShown { .. }
            | Event::Paused
            | Event::Covered { cover: Some(_) }
            | Event::Closed => self.pause_clips(at),
            // While the program was gone nothing was seen.
            Event::Resumed { gap, .. } => self.pause_clips(at.saturating_sub(*gap)),
            Event::ClipPlayed { page, at: from, jump } => {
                self.pause_clips(at);
                let run = self.clips.entry(page.clone()).or_default();
                *run = ClipRun { at: *from, since: Some(at), jumps: run.jumps + u32::from(*jump), ..*run };
            }
            Event::ClipPaused { page, at: stood } => {
                let run = self.clips.entry(page.clone()).or_default();
                *run = ClipRun { at: *stood, since: None, ..*run };
            }
            Event::ClipSought { page, at: to } => {
                let run = self.clips.entry(page.clone()).or_default();
                *run = ClipRun { at: *to, since: run.since.map(|_| at), jumps: run.jumps + 1, ..*run };
            }
            Event::ClipDucked { page, on } => self.clips.entry(page.clone()).or_default().ducked = *on,
            _ => {}
        }
    }

    /// Cover, freeze, countdown, game: what lies over the page.
    fn apply_stage(&mut self, event: &Event, at: Ms) {
        match event {
            Event::Covered { cover } => {
                self.cover = *cover;
                self.layer(Layer::Cover, cover.is_some());
            }
            Event::Frozen { on } => {
                self.frozen = on.then(|| self.frozen.take().unwrap_or_else(|| uncovered_base(self)));
                self.layer(Layer::Freeze, *on);
            }
            Event::GameStarted { game } => {
                self.game = Some(game.clone());
                self.layer(Layer::Game, true);
            }
            Event::GameEnded => {
                self.game = None;
                self.layer(Layer::Game, false);
            }
            Event::WheelSpun { pool, seed } => {
                if let Some(turned) = Wheel::turned(self.wheel.as_ref(), pool, *seed, at) {
                    self.wheel = Some(turned);
                    self.show_board(Board::Wheel);
                }
            }
            Event::WheelReset => {
                self.wheel = None;
                if self.board == Some(Board::Wheel) {
                    self.clear_board();
                }
            }
            Event::TeamsSplit { pool, split, seed } => {
                if let Some(teams) = teams(pool, *split, *seed) {
                    self.show_board(Board::Teams(teams));
                }
            }
            Event::YellShown { text } => self.show_board(Board::Yell(text.clone())),
            Event::BoardCleared => self.clear_board(),
            Event::CountdownStarted { length } => {
                self.countdowns = self.countdowns.saturating_add(1);
                self.countdown = Some(Countdown {
                    number: self.countdowns,
                    ends: at + *length,
                    length: *length,
                    paused_left: None,
                    in_game: self.game.is_some(),
                });
                self.layer(Layer::Countdown, true);
            }
            Event::CountdownEnded => {
                self.countdown = None;
                self.layer(Layer::Countdown, false);
            }
            Event::CountdownPaused | Event::CountdownResumed | Event::CountdownAdded { .. } => {
                self.change_countdown(event, at);
            }
            _ => {}
        }
    }

    fn show_board(&mut self, board: Board) {
        self.board = Some(board);
        self.layer(Layer::Board, true);
    }

    fn clear_board(&mut self) {
        self.board = None;
        self.layer(Layer::Board, false);
    }

    fn change_countdown(&mut self, event: &Event, at: Ms) {
        let Some(countdown) = &mut self.countdown else { return };
        let left = countdown.left(at);
        match event {
            Event::CountdownPaused => countdown.paused_left = Some(left),
            Event::CountdownResumed if countdown.paused_left.take().is_some() => countdown.ends = at + left,
            Event::CountdownAdded { ms } => {
                if left == Ms::ZERO && *ms > 0 {
                    self.countdowns = self.countdowns.saturating_add(1);
                    countdown.number = self.countdowns;
                }
                let left = left.shifted(*ms);
                countdown.length = countdown.length.shifted(*ms);
                countdown.ends = at + left;
                countdown.paused_left = countdown.paused_left.map(|_| left);
            }
            _ => {}
        }
    }

    /// Keeps the order in which layers came up; a replaced one (another cover, another game) is the newest again.
    fn layer(&mut self, layer: Layer, on: bool) {
        self.layers.retain(|other| *other != layer);
        if on {
            self.layers.push(layer);
        }
    }

    /// The facilitator's desk: notes, heads, presenters.
    fn apply_desk(&mut self, event: &Event, record: &Record) {
        match event {
            Event::NoteAdded { step, text } => {
                self.notes.push(Note { step: *step, wall: record.wall, text: text.clone(), removed: false });
            }
            Event::NoteRemoved { note } => {
                if let Some(note) = self.notes.get_mut(usize::from(*note)) {
                    note.removed = true;
                }
            }
            Event::HeadCounted { count } => self.heads = Some(*count),
            Event::PresentersSet { presenters } => self.setup.presenters.clone_from(presenters),
            _ => {}
        }
    }

    fn close(&mut self, at: Ms, wall: Wall) {
        self.unpause(at);
        self.end_span(at);
        self.phase = Phase::Closed;
        self.closed = Some(at);
        self.closed_wall = Some(wall);
        self.cover = None;
        self.frozen = None;
        self.game = None;
        self.board = None;
        self.countdown = None;
        self.layers.clear();
        self.undo.clear();
    }
}

/// Who is in which team, as the room reads it.
fn teams(pool: &Pool, split: Split, seed: u64) -> Option<Vec<Vec<String>>> {
    let people = pool.size()?;
    let teams = lots::split(people, split.teams(people)?, seed);
    Some(teams.into_iter().map(|team| team.into_iter().map(|person| pool.label(person)).collect()).collect())
}
