//! The running meeting: opening, commands, coming back after a power cut, time passing.

use super::{Core, Effect, past::Past};
use crate::{
    app::live::Live,
    engine::{
        command::{Command, StartPlan},
        event::{Event, MeetingKind, Record, Setup},
        evidence::Change,
        history::{self, LastMeeting, Recap},
        ids::{GroupId, SessionId},
        lots::Pool,
        minutes::meeting_minutes,
        pace,
        plan::{RunSheet, recapping, run_sheet},
        playout::{self, Signal},
        problem::ProgramDeed,
        session::Session,
        state::Phase,
        time::Now,
    },
    store::Request,
    text::{app as text, deliver},
    ui::{
        drafts::PlayTab,
        intent::{Intent, MeetingPlan, Overlay, Screen},
        view::Level,
    },
};

/// How often a sign of life is written, ms: what a power cut may add to the gap.
const ALIVE_EVERY: u64 = 20_000;

impl Core {
    pub(super) fn session(&self, id: &SessionId) -> Option<&Session> {
        self.pack.sessions.iter().find(|session| session.id == *id)
    }

    pub(super) fn last_meeting(&self, group: GroupId) -> Option<LastMeeting> {
        let last = history::last_closed(&self.meetings, group)?;
        Some(LastMeeting { wall: last.opened, ..last.as_last() })
    }

    /// Opens the waiting screen of a meeting; false (with a notice) when group or session are not there.
    pub fn open_meeting(&mut self, plan: MeetingPlan) -> bool {
        self.settle_edit();
        let Some(group) = self.group(plan.group) else { return false };
        if group.active() == 0 {
            self.notice(Level::Warning, text::NO_PARTICIPANTS);
            return false;
        }
        let Some(session) = self.session(&plan.session).cloned() else { return false };
        let mut last = self.last_meeting(plan.group);
        let recap = !self.drafts.without_recap && history::recap_chosen(&self.meetings, plan.group);
        let planned = if recap { recapping } else { run_sheet };
        if let Some(last) = last.as_mut().filter(|_| recap) {
            let page = self.session(&last.session).and_then(Session::summary_page).cloned();
            last.recap = Some(Recap { page });
        }
        let sheet = planned(&self.as_learned(&session), plan.length, last.as_ref())
            .introductions_called(deliver::INTRODUCTIONS_PAGE);
        let setup = Setup {
            kind: MeetingKind::Live,
            group: plan.group,
            group_name: group.name.clone(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length: plan.length,
            start: plan.start,
            end: plan.end,
            place: plan.place,
            presenters: plan.presenters,
            participants: group.participants(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: false,
        };
        self.remember_presenters(&setup.presenters);
        self.enter_meeting(session, setup, sheet)
    }

    /// Opens the waiting screen of what was agreed.
    pub(super) fn enter_meeting(&mut self, session: Session, setup: Setup, sheet: RunSheet) -> bool {
        let id = self.ids.meeting();
        let Some(live) = Live::open(id, session, setup, sheet, self.clock.mono(), self.clock.wall()) else {
            return false;
        };
        self.send(Request::Append { meeting: id, records: live.log.clone() });
        self.meetings.insert(0, history::summary(id, &live.state));
        self.begin(live);
        self.enter_hall();
        true
    }

    fn begin(&mut self, live: Live) {
        self.lock_numbers();
        self.settle_roster();
        self.forget_yells();
        self.open_roll(live.state.setup.group);
        self.live = Some(live);
        self.screen = Screen::Deliver;
        self.overlay = None;
        self.minutes = None;
        self.signalled = None;
        self.last_alive = self.clock.mono();
        self.drafts = crate::ui::drafts::Drafts::default();
        self.recall_seats();
    }

    /// True while the question "go on?" stands.
    #[must_use]
    pub fn resume_offered(&self) -> bool {
        self.unfinished.is_some() && self.live.is_none()
    }

    pub(super) fn resume(&mut self) {
        let Some(unfinished) = self.unfinished.take() else { return };
        let log = unfinished.log;
        let session = log.records.first().and_then(|record| match &record.event {
            Event::Opened { setup, .. } => self.session(&setup.session).cloned(),
            _ => None,
        });
        let alive = (unfinished.alive_at, unfinished.alive_wall);
        let (mono, wall) = (self.clock.mono(), self.clock.wall());
        let Some((live, records)) = Live::resume(log.meeting, session, log.records, log.next_seq, alive, mono, wall)
        else {
            return;
        };
        self.send(Request::Append { meeting: live.id, records });
        self.begin(live);
    }

    pub(super) fn decline_resume(&mut self) {
        let Some(unfinished) = self.unfinished.take() else { return };
        let wall = self.clock.wall();
        self.send(Request::Abandon { meeting: unfinished.log.meeting, wall });
        if let Some(plan) = self.after_decline.take() {
            self.begin_at_once(plan);
        }
    }

    /// `lembar deliver`: straight to the first page, unless the same meeting was cut off: then the question comes first, and "no"
    /// leads to the first page of a new meeting.
    pub fn deliver(&mut self, plan: MeetingPlan) {
        let same = self.unfinished.as_ref().is_some_and(|unfinished| {
            matches!(unfinished.log.records.first(), Some(Record { event: Event::Opened { setup, .. }, .. })
                if setup.group == plan.group && setup.session == plan.session)
        });
        if same {
            self.after_decline = Some(plan);
        } else {
            // Another unfinished meeting is kept and offered at the next ordinary start.
            self.unfinished = None;
            self.begin_at_once(plan);
        }
    }

    fn begin_at_once(&mut self, plan: MeetingPlan) {
        if self.open_meeting(plan) {
            self.start(Some(StartPlan::Full));
        }
    }

    /// Meeting time now.
    #[must_use]
    pub fn meeting_now(&self) -> Option<Now> {
        self.live.as_ref().map(|live| live.now(self.clock.mono(), self.clock.wall()))
    }

    pub(super) fn meeting(&mut self, command: &Command) {
        let (mono, wall) = (self.clock.mono(), self.clock.wall());
        let Some(live) = &mut self.live else { return };
        let now = live.now(mono, wall);
        match live.command(command, now) {
            Ok(records) => {
                let meeting = live.id;
                self.send(Request::Append { meeting, records });
                self.after_command(command);
            }
            Err(rejection) => self.reject(text::rejection(rejection)),
        }
    }

    fn after_command(&mut self, command: &Command) {
        self.rejection = None;
        self.end_song();
        if let Some(deed) = ProgramDeed::of(command) {
            self.watched(deed);
        }
        // Who is writing goes on while the clicker turns the page: letters typed into a panel that went would be commands.
        let yell = self.overlay == Some(Overlay::Games) && self.drafts.play.tab == PlayTab::Yell;
        let writing =
            yell || matches!(self.overlay, Some(Overlay::Note | Overlay::HeadCount | Overlay::Hands | Overlay::Recall));
        let turned = matches!(command, Command::Next | Command::Previous) && !writing;
        let closes = turned
            || matches!(
                (command, self.overlay),
                (Command::Start(_), Some(Overlay::LateStart))
                    | (Command::StartCountdown(_) | Command::EndCountdown, Some(Overlay::Countdown))
                    | (Command::StartGame(_) | Command::EndGame, Some(Overlay::Games))
                    | (Command::Visit(_) | Command::BeginStep(_), Some(_))
                    | (Command::Cut(_), Some(Overlay::CutList))
                    | (Command::CountHeads(_), Some(Overlay::HeadCount))
                    | (Command::CountHands(..), Some(Overlay::Hands))
                    | (Command::Evidence(_), Some(Overlay::Recall))
                    | (Command::CorrectStart(_), Some(Overlay::CorrectStart))
            );
        if closes {
            self.overlay = None;
        }
        if matches!(command, Command::StartCountdown(_)) {
            self.effects.push(Effect::CountdownBegan);
        }
        match command {
            Command::CountHeads(_) => self.drafts.heads.clear(),
            Command::CountHands(check, when, _)
                if self.drafts.hands.as_ref().is_some_and(|form| (form.check, form.when) == (*check, *when)) =>
            {
                self.drafts.hands = None;
            }
            // The form would say what was taken back.
            Command::UndoHands => self.drafts.hands = None,
            Command::Evidence(Change::Recall { .. }) => self.drafts.recall = None,
            Command::AddNote(_) => self.drafts.note.clear(),
            Command::Cut(_) => self.drafts.cuts = None,
            Command::SpinWheel(Pool::Seats(seats)) | Command::SplitTeams(Pool::Seats(seats), _) => {
                self.keep_seats(*seats);
                self.chosen_for_room();
            }
            Command::Close => self.closed(),
            Command::StartCountdown(_)
            | Command::StartGame(_)
            | Command::SpinWheel(_)
            | Command::SplitTeams(..)
            | Command::ShowYell(_)
            | Command::Visit(_)
            | Command::VisitNumber(_)
            | Command::BeginStep(_) => self.chosen_for_room(),
            _ => {}
        }
        self.after_roll(command);
        self.refresh_minutes();
    }

    fn closed(&mut self) {
        let Some(live) = self.live.take() else { return };
        let summary = history::summary(live.id, &live.state);
        match self.meetings.iter_mut().find(|meeting| meeting.id == live.id) {
            Some(meeting) => *meeting = summary,
            None => self.meetings.insert(0, summary),
        }
        self.just_closed = Some(live.id);
        self.screen = Screen::Past(live.id);
        self.overlay = None;
        if live.state.setup.kind == MeetingKind::Rehearsal {
            self.rehearsed(live.id, &live.state.setup.session, &live.log);
            return;
        }
        self.look_at(Past::known(live.id, live.log, Some(live.state), live.durable));
        let wall = self.clock.wall();
        self.send(Request::Backup(wall));
    }

    /// The report is shown on the Close screen and kept current there.
    pub(super) fn refresh_minutes(&mut self) {
        self.minutes = match (&self.screen, &self.live) {
            (Screen::Close, Some(live)) => Some(meeting_minutes(&live.log, &live.state)),
            _ => None,
        };
    }

    /// F5 and the start button: begins the meeting, asking once when it is later than agreed.
    pub(super) fn start(&mut self, plan: Option<StartPlan>) {
        let Some(live) = &self.live else { return };
        let now = live.now(self.clock.mono(), self.clock.wall());
        match plan {
            Some(plan) => self.meeting(&Command::Start(plan)),
            None if pace::late_start(&live.state, now).is_some() => {
                self.apply(Intent::Overlay(Some(Overlay::LateStart)));
            }
            None => self.meeting(&Command::Start(StartPlan::Full)),
        }
    }

    /// Time passes: signals, signs of life, brief words. Returns when to be called again at the latest, ms from now.
    pub fn tick(&mut self) -> Option<u64> {
        let mono = self.clock.mono();
        let brief = self.expire().map(|until| until.saturating_sub(mono));
        let brief = brief.into_iter().chain(self.tick_edit()).min();
        let Some(live) = &self.live else { return brief };
        let now = live.now(mono, self.clock.wall());
        if let Some(signal) = playout::signal(&live.state, now)
            && self.signalled != Some(signal)
        {
            self.signalled = Some(signal);
            self.effects.push(match signal {
                Signal::TwoMinutesLeft(_) => Effect::TwoMinutesLeft,
                Signal::CountdownOver(_) => Effect::CountdownOver,
            });
        }
        let deadline = playout::next_deadline(&live.state, now).map(|at| at.saturating_sub(now.at).0);
        let meeting = live.id;
        if live.state.phase == Phase::Running && mono.saturating_sub(self.last_alive) >= ALIVE_EVERY {
            self.last_alive = mono;
            self.send(Request::Alive { meeting, at: now.at, wall: now.wall });
        }
        [brief, deadline].into_iter().flatten().min()
    }
}
