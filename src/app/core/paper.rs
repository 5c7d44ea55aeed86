//! Meetings held without the program: entered as their paper says, filled on the attendance screen, taken back when entered by mistake.

use super::{Core, past::Past};
use crate::{
    engine::{
        command::Command,
        event::{MeetingKind, Setup},
        history,
        ids::{GroupId, MeetingId, SessionId},
        paper,
        plan::{LENGTH_RANGE, run_sheet},
        state::State,
        time::DayMinute,
    },
    store::Request,
    text::{common, paper as text},
    ui::{
        drafts::PaperForm,
        intent::{PaperKey, PaperPlan, Screen},
        view::Level,
    },
};

/// When meetings usually begin, and how long they take, minutes.
const USUAL: (DayMinute, u16) = (DayMinute(9 * 60), 120);

impl Core {
    /// Carries out one of its wishes.
    pub(super) fn paper(&mut self, key: PaperKey) {
        match key {
            PaperKey::Open(group) => self.open_paper(group),
            PaperKey::Save(plan) => self.keep_paper(plan),
            PaperKey::Change(meeting) => self.change_paper(meeting),
        }
    }

    /// Takes the meeting back and opens the form with what was entered for it.
    fn change_paper(&mut self, meeting: MeetingId) {
        let Some(state) = self.past.as_ref().filter(|past| past.id == meeting).and_then(|past| past.state.as_ref())
        else {
            return;
        };
        let setup = &state.setup;
        let clock = |time: Option<DayMinute>| time.map(common::clock).unwrap_or_default();
        let form = PaperForm {
            group: setup.group,
            session: setup.session.clone(),
            date: common::typed_date(state.opened_wall.day()),
            begin: clock(setup.start),
            end: clock(setup.end),
            place: setup.place.clone(),
            presenters: setup.presenters.clone(),
        };
        if self.correct(meeting, &Command::Withdraw(true)) {
            self.drafts.paper = Some(form);
            self.go(Screen::Paper);
        }
    }

    fn open_paper(&mut self, id: GroupId) {
        let catalogue: Vec<SessionId> = self.pack.sessions.iter().map(|session| session.id.clone()).collect();
        let Some(next) = history::next_session(&catalogue, &self.meetings, id) else { return };
        let Some(group) = self.group(id) else { return };
        let begin = group.hour.unwrap_or(USUAL.0);
        let end = DayMinute((begin.0 + USUAL.1).min(1439));
        let wall = self.clock.wall();
        // The newest day on which it can have been over by now.
        let day = if wall.at(end) <= wall { wall.day() } else { wall.day() - 1 };
        self.drafts.paper = Some(PaperForm {
            group: id,
            session: next.session,
            date: common::typed_date(day),
            begin: common::clock(begin),
            end: common::clock(end),
            place: group.place.clone(),
            presenters: self.usual_presenters(),
        });
        self.go(Screen::Paper);
    }

    fn keep_paper(&mut self, plan: PaperPlan) {
        let Some(group) = self.group(plan.group) else { return };
        let Some(session) = self.session(&plan.session) else { return };
        let last = self.last_meeting(plan.group);
        let length = plan.held.minutes().clamp(*LENGTH_RANGE.start(), *LENGTH_RANGE.end());
        let sheet = run_sheet(session, length, last.as_ref());
        let setup = Setup {
            kind: MeetingKind::Live,
            group: plan.group,
            group_name: group.name.clone(),
            session: session.id.clone(),
            label: session.label.clone(),
            title: session.title.clone(),
            module: session.module,
            length,
            start: Some(plan.held.begin),
            end: Some(plan.held.end),
            place: plan.place,
            presenters: plan.presenters,
            participants: group.participants(),
            home_practice: session.home_practice.clone(),
            home_question: session.home_question.clone(),
            paper: true,
        };
        let log = match paper::records(setup, sheet, plan.held, self.clock.wall()) {
            Ok(log) => log,
            Err(fault) => {
                self.notice(Level::Warning, text::fault(fault));
                return;
            }
        };
        let Some(state) = State::fold(&log) else { return };
        // The meeting rests on the group as it is: it must not be put away by taking an earlier change back.
        self.settle_roster();
        let id = self.ids.meeting();
        self.remember_presenters(&state.setup.presenters);
        self.meetings.push(history::summary(id, &state));
        self.meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.opened, meeting.id)));
        self.send(Request::Append { meeting: id, records: log.clone() });
        self.look_at(Past::known(id, log, Some(state), 0));
        self.go(Screen::Register(id));
    }
}
