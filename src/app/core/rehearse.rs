//! Rehearsing: the same meeting with nobody, its own kind in the journal; afterwards what it took beside earlier runs.

use super::Core;
use crate::{
    engine::{
        command::{Rejection, StartPlan},
        event::{Event, MeetingKind, Record, Setup},
        history::MeetingSummary,
        ids::{GroupId, MeetingId, ParticipantId, SessionId},
        plan::{DEFAULT_LENGTH, RunSheet, run_sheet},
        problem::{self, ProgramDeed},
        rehearsal::{self, RunTimes, Scope, run_times, scoped},
        roster::Participant,
        session::Session,
        state::{Phase, State},
        study::Deed,
        time::Ms,
    },
    store::{MeetingLog, Request},
    text::{deliver, rehearse as text},
    ui::{
        intent::{RehearseKey, Screen, StudyKey, StudyTab},
        view::{CardView, Level, ReviewView},
    },
};

/// Setting with the learned minutes of a session.
const MINUTES: &str = "plan.minutes.";

/// A run that is looked at, with earlier ones of the same session.
pub(super) struct Review {
    meeting: MeetingId,
    session: SessionId,
    /// Newest first; `None` = not read yet.
    runs: Vec<(MeetingId, Option<RunTimes>)>,
}

/// The problem card on the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    id: String,
    /// Which response was chosen; `None` = none yet.
    chosen: Option<usize>,
    /// The program was used as the card hopes.
    done: bool,
}

impl Core {
    /// Carries out one wish.
    pub(super) fn rehearse(&mut self, key: RehearseKey) {
        match key {
            RehearseKey::Begin(session, scope) => self.begin_rehearsal(&session, scope),
            RehearseKey::SkipWait => self.skip_wait(),
            RehearseKey::DrawCard => self.draw_card(),
            RehearseKey::Respond(choice) => self.respond(choice),
            RehearseKey::PutCardAway => _ = self.put_card_away(),
            RehearseKey::Prompter => self.drafts.prompter.open = !self.drafts.prompter.open,
            RehearseKey::Review(meeting) => self.review_of(meeting),
            RehearseKey::UseLearned(on) => self.use_learned(on),
            RehearseKey::OwnMinutes(session) => self.own_minutes(&session),
        }
    }

    /// Opens a rehearsal of the whole session and begins it; one that was cut off comes first, since it is asked about.
    pub fn rehearse_at_once(&mut self, session: &SessionId) {
        if !self.resume_offered() {
            self.begin_rehearsal(session, Scope::Whole);
            self.start(Some(StartPlan::Full));
        }
    }

    /// Opens the waiting screen of a rehearsal: names of the demo group, so that even the roll can be tried; ids below zero are nobody's.
    fn begin_rehearsal(&mut self, session: &SessionId, scope: Scope) {
        if self.live.is_some() {
            return;
        }
        self.settle_edit();
        let Some(session) = self.session(session).cloned() else { return };
        let sheet = scoped(self.rehearsal_sheet(&session), scope);
        let people = (1_i64..).zip(&self.pack.demo.names);
        let setup = Setup {
            kind: MeetingKind::Rehearsal,
            group: GroupId::REHEARSAL,
            group_name: text::GROUP.to_owned(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length: DEFAULT_LENGTH,
            start: None,
            end: None,
            place: String::new(),
            presenters: Vec::new(),
            participants: people.map(|(n, name)| Participant { id: ParticipantId(-n), name: name.clone() }).collect(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: false,
        };
        // All of it is rehearsed as it will be, waiting screen included; a part of it begins at once.
        if self.enter_meeting(session, setup, sheet) && scope != Scope::Whole {
            self.start(Some(StartPlan::Full));
        }
    }

    /// The plan of a rehearsal of the whole session.
    pub(super) fn rehearsal_sheet(&self, session: &Session) -> RunSheet {
        run_sheet(&self.as_learned(session), DEFAULT_LENGTH, None).introductions_called(deliver::INTRODUCTIONS_PAGE)
    }

    /// The session with the minutes it is planned with: its own, or the learned ones where the facilitator took them.
    pub(super) fn as_learned(&self, session: &Session) -> Session {
        self.learned_minutes(&session.id)
            .map_or_else(|| session.clone(), |minutes| rehearsal::with_minutes(session, &minutes))
    }

    /// The minutes the facilitator took over, one for each step; not those of a session that has other steps by now.
    pub(super) fn learned_minutes(&self, session: &SessionId) -> Option<Vec<u16>> {
        let kept = self.settings.get(&format!("{MINUTES}{session}"))?;
        let minutes: Vec<u16> = serde_json::from_str(kept).ok()?;
        (minutes.len() == self.session(session)?.steps.len()).then_some(minutes)
    }

    /// A rehearsal is under way.
    pub(super) fn rehearsing(&self) -> bool {
        self.live.as_ref().is_some_and(|live| live.state.setup.kind == MeetingKind::Rehearsal)
    }

    fn skip_wait(&mut self) {
        let Some(live) = &self.live else { return };
        let now = live.now(self.clock.mono(), self.clock.wall());
        let shown = live.state.sheet.page(live.state.shown).and_then(|page| page.pack_page());
        let page = live.session.steps.iter().flat_map(|step| &step.pages).find(|page| Some(&page.id) == shown);
        let page = page.and_then(|page| page.countdown_s).map(|seconds| Ms::seconds(seconds.into()));
        // A second press on the same page would add its minutes once more, whatever was done in between.
        let turned = |event: &Event| matches!(event, Event::PageShown { .. } | Event::StepBegan { .. });
        let here = || live.log.iter().rev().map(|record| &record.event).take_while(|event| !turned(event));
        let again = here().any(|event| rehearsal::skipped(event).is_some());
        match rehearsal::waiting(&live.state, page.filter(|_| !again), now) {
            Some(length) => self.meeting(&crate::engine::command::Command::SkipWait(length)),
            None => self.reject(text::NOTHING_TO_WAIT_FOR),
        }
    }

    fn draw_card(&mut self) {
        let Some(live) = self.live.as_ref().filter(|_| self.rehearsing()) else {
            self.reject(crate::text::app::rejection(Rejection::NotRehearsal));
            return;
        };
        let seed = live.now(self.clock.mono(), self.clock.wall()).at.0;
        let faced = |id: &str| self.desk.study.faced.get(id).map_or(0, |(times, _)| *times);
        let last = self.card.as_ref().map(|card| card.id.as_str());
        let drawn = problem::draw(&self.pack.shelf.problems, faced, last, seed).map(|card| card.id.clone());
        self.card = drawn.map(|id| Card { id, chosen: None, done: false });
    }

    fn problem(&self) -> Option<&problem::Problem> {
        let id = &self.card.as_ref()?.id;
        self.pack.shelf.problems.iter().find(|problem| problem.id == *id)
    }

    /// The card on the console can still be answered by this number, from 1.
    pub(super) fn card_waits(&self, number: u8) -> bool {
        let open = self.card.as_ref().is_some_and(|card| card.chosen.is_none() && !card.done);
        let choices = self.problem().map_or(0, |problem| problem.choices.len());
        open && (1..=choices).contains(&usize::from(number))
    }

    /// Puts the card away; true when there was one.
    pub(super) fn put_card_away(&mut self) -> bool {
        self.card.take().is_some()
    }

    fn respond(&mut self, choice: usize) {
        let Some(good) = self.problem().and_then(|problem| problem.choices.get(choice)).map(|choice| choice.good)
        else {
            return;
        };
        let Some(card) = self.card.as_mut().filter(|card| card.chosen.is_none() && !card.done) else { return };
        card.chosen = Some(choice);
        let card = card.id.clone();
        self.did(Deed::Faced { card, good });
    }

    /// Something was done in the program: perhaps what the card on the console hopes for.
    pub(super) fn watched(&mut self, deed: ProgramDeed) {
        if self.problem().and_then(|problem| problem.deed) != Some(deed) {
            return;
        }
        let Some(card) = self.card.as_mut().filter(|card| card.chosen.is_none() && !card.done) else { return };
        card.done = true;
        let card = card.id.clone();
        self.did(Deed::Faced { card, good: true });
    }

    /// The card on the console.
    pub(super) fn card_view(&self) -> Option<CardView<'_>> {
        let card = self.card.as_ref()?;
        Some(CardView { problem: self.problem()?, chosen: card.chosen, done: card.done })
    }

    /// A rehearsal was closed: it is kept for what it teaches, and looked at.
    pub(super) fn rehearsed(&mut self, meeting: MeetingId, session: &SessionId, log: &[Record]) {
        self.card = None;
        match run_times(log).filter(|run| run.began.is_some()) {
            Some(run) => {
                self.did(Deed::Rehearsed { session: session.clone(), within: run.within_time() });
                // It need not be read back, and is shown even while the disk takes nothing.
                self.show_review(meeting, Some(run));
            }
            None => self.study(StudyKey::Open(StudyTab::Rehearse)),
        }
    }

    /// The meeting of this id was a rehearsal.
    pub(super) fn was_rehearsal(&self, meeting: MeetingId) -> bool {
        self.meetings.iter().any(|other| other.id == meeting && other.kind == MeetingKind::Rehearsal)
    }

    /// Shows what a closed run took.
    pub(super) fn review_of(&mut self, meeting: MeetingId) {
        let measured = |other: &MeetingSummary| other.id == meeting && other.began.is_some() && other.closed.is_some();
        if self.meetings.iter().any(measured) {
            self.show_review(meeting, None);
        } else {
            self.notice(Level::Info, text::NOTHING_MEASURED);
        }
    }

    fn show_review(&mut self, meeting: MeetingId, mut known: Option<RunTimes>) {
        let Some(session) = self.meetings.iter().find(|other| other.id == meeting).map(|other| other.session.clone())
        else {
            return;
        };
        let held = self.meetings.iter().filter(|other| {
            other.session == session && other.closed.is_some() && other.began.is_some() && other.id <= meeting
        });
        let mut held: Vec<(MeetingId, MeetingKind)> = held.map(|other| (other.id, other.kind)).collect();
        held.sort_unstable_by_key(|(id, _)| std::cmp::Reverse(*id));
        // As many rehearsals as meetings, so that a week of rehearsing does not push the meetings aside.
        let mut room = [rehearsal::RUNS; 2];
        held.retain(|(id, kind)| {
            let room = &mut room[usize::from(*kind == MeetingKind::Rehearsal)];
            let fits = *id == meeting || *room > 0;
            *room = room.saturating_sub(usize::from(*id != meeting));
            fits
        });
        let runs: Vec<_> =
            held.into_iter().map(|(id, _)| (id, if id == meeting { known.take() } else { None })).collect();
        for (id, _) in runs.iter().filter(|(_, run)| run.is_none()) {
            self.send(Request::ReadLog(*id));
        }
        self.desk.review = Some(Review { meeting, session, runs });
        self.go(Screen::Review(meeting));
    }

    /// A journal was read: perhaps one of the runs looked at.
    pub(super) fn review_log(&mut self, log: &MeetingLog) {
        let Some(review) = &mut self.desk.review else { return };
        if let Some((_, run)) = review.runs.iter_mut().find(|(id, run)| *id == log.meeting && run.is_none()) {
            *run = run_times(&log.records);
        }
    }

    /// A journal cannot be read; true when it is of the run looked at itself, which is given up.
    pub(super) fn review_without(&mut self, meeting: MeetingId) -> bool {
        if let Some(review) = &mut self.desk.review {
            review.runs.retain(|(id, run)| *id != meeting || run.is_some());
        }
        let looked_at =
            |review: &mut Review| review.meeting == meeting && review.runs.iter().all(|(id, _)| *id != meeting);
        self.desk.review.take_if(looked_at).is_some() && self.screen == Screen::Review(meeting)
    }

    /// What is looked at; `None` while its journal is read.
    pub(super) fn review_view(&self) -> Option<ReviewView<'_>> {
        let review = self.desk.review.as_ref()?;
        let mut runs = review.runs.iter().filter_map(|(id, run)| Some((*id, run.as_ref()?)));
        let (_, this) = runs.next().filter(|(id, _)| *id == review.meeting)?;
        let earlier: Vec<&RunTimes> = runs.map(|(_, run)| run).collect();
        // A session of one's own may have been taken away since.
        let session = self.session(&review.session);
        let summary = self.meetings.iter().find(|meeting| meeting.id == review.meeting)?;
        let steps = || session.iter().flat_map(|session| &session.steps);
        let all: Vec<&RunTimes> = std::iter::once(this).chain(earlier.iter().copied()).collect();
        let sheets = self.desk.study.observed.iter().filter(|(_, sheet)| sheet.session == review.session);
        Some(ReviewView {
            items: &self.pack.shelf.observation,
            observed: sheets.filter_map(|(wall, sheet)| Some((*wall, sheet.mean_tenths()?))).collect(),
            filled: self.desk.study.observation(review.meeting),
            meeting: review.meeting,
            title: &summary.title,
            advice: rehearsal::advice(this),
            learned: session.and_then(|session| rehearsal::learned(session, &all)),
            usual: [MeetingKind::Rehearsal, MeetingKind::Live].map(|kind| {
                let of_kind = || earlier.iter().copied().filter(move |run| run.kind == kind);
                this.steps.iter().map(|step| rehearsal::usual(of_kind(), &step.id)).collect()
            }),
            planned: steps().map(|step| step.minutes).collect(),
            steps: steps().map(|step| step.title.clone()).collect(),
            uses_learned: self.learned_minutes(&review.session).is_some(),
            session: &review.session,
            this,
        })
    }

    fn use_learned(&mut self, on: bool) {
        let Some((session, learned)) = self.review_view().map(|view| (view.session.clone(), view.learned)) else {
            return;
        };
        match learned.filter(|_| on).and_then(|minutes| serde_json::to_string(&minutes).ok()) {
            Some(minutes) => self.keep(&format!("{MINUTES}{session}"), minutes),
            None => self.own_minutes(&session),
        }
    }

    /// Plans the session with its own minutes again.
    fn own_minutes(&mut self, session: &SessionId) {
        let setting = format!("{MINUTES}{session}");
        self.keep(&setting, String::new());
        self.settings.remove(&setting);
    }
}

/// The journal of a rehearsal that never left its waiting screen.
pub(super) fn only_waited(log: &MeetingLog) -> bool {
    let state = State::fold(&log.records);
    state.is_some_and(|state| state.setup.kind == MeetingKind::Rehearsal && state.phase == Phase::Waiting)
}
