//! Closed meetings being worked on: the one looked at, and those left while photos of theirs are still taken in. What is known here is never
//! older than what the writer was sent, so every correction goes on from it.

use super::Core;
use crate::{
    engine::{
        command::{Command, decide},
        event::Record,
        history,
        ids::MeetingId,
        minutes::{MeetingMinutes, meeting_minutes},
        state::State,
        time::{Ms, Now},
    },
    store::{MeetingLog, Request},
    text::{app as text, store as store_text},
    ui::{
        drafts::PastForm,
        intent::{Screen, StudyKey, StudyTab},
        view::Level,
    },
};

/// A closed meeting.
pub(super) struct Past {
    pub(super) id: MeetingId,
    pub(super) log: Vec<Record>,
    /// `None` until its journal was read.
    pub(super) state: Option<State>,
    pub(super) minutes: Option<MeetingMinutes>,
    pub(super) durable: u64,
}

impl Past {
    /// One whose journal is on its way.
    const fn unread(id: MeetingId) -> Self {
        Self { id, log: Vec::new(), state: None, minutes: None, durable: 0 }
    }

    /// One whose journal is known up to `durable` on the disk.
    pub(super) fn known(id: MeetingId, log: Vec<Record>, state: Option<State>, durable: u64) -> Self {
        let minutes = state.as_ref().map(|state| meeting_minutes(&log, state));
        Self { id, log, state, minutes, durable }
    }
}

impl Core {
    /// Another closed meeting is looked at: what was typed into the one before goes to its journal, nothing of it stays on screen.
    pub(super) fn look_at(&mut self, past: Past) {
        self.keep_told();
        self.forget_photos();
        self.drafts.past = PastForm::default();
        let left = self.past.replace(past);
        self.left.extend(left.filter(|left| self.takes_photos_of(left.id)));
        self.photos_of_past();
        self.refresh_report();
    }

    pub(super) fn read_past(&mut self, id: MeetingId) {
        if self.past.as_ref().is_some_and(|past| past.id == id) {
            return;
        }
        if let Some(at) = self.left.iter().position(|left| left.id == id) {
            let past = self.left.swap_remove(at);
            self.look_at(past);
        } else {
            self.look_at(Past::unread(id));
            self.send(Request::ReadLog(id));
        }
    }

    /// The journal of what is looked at is read anew: what was under way to the disk is lost or there.
    pub(super) fn reread_past(&mut self) {
        self.left.clear();
        if let Some(id) = self.past.as_ref().map(|past| past.id) {
            self.past = Some(Past::unread(id));
            self.send(Request::ReadLog(id));
        }
    }

    /// A closed meeting that is worked on.
    pub(super) fn worked_on(&mut self, id: MeetingId) -> Option<&mut Past> {
        self.past.iter_mut().chain(&mut self.left).find(|past| past.id == id)
    }

    /// A journal was read: perhaps one that is waited for.
    pub(super) fn past_read(&mut self, log: MeetingLog) {
        let id = log.meeting;
        let Some(past) = self.worked_on(id) else { return };
        let on_disk = log.next_seq.saturating_sub(1);
        past.durable = past.durable.max(on_disk);
        // It may have been asked for before the newest correction was sent: what is known stays.
        if past.state.is_some() {
            return;
        }
        let state = State::fold(&log.records);
        *past = Past::known(id, log.records, state, on_disk);
        self.photos_that_waited(id);
        self.let_go(id);
        self.photos_of_past();
    }

    /// A journal cannot be read: nobody waits for it any longer.
    pub(super) fn unreadable(&mut self, id: MeetingId) {
        self.left.retain(|left| left.id != id || left.state.is_some());
        if self.past.take_if(|past| past.id == id && past.state.is_none()).is_some()
            && matches!(self.screen, Screen::Past(shown) | Screen::Register(shown) if shown == id)
        {
            self.go(Screen::Home);
        }
        self.gather_no_more(id);
        if self.review_without(id) {
            self.study(StudyKey::Open(StudyTab::Rehearse));
        }
        self.notice(Level::Warning, store_text::UNREADABLE);
    }

    /// A meeting that was left is forgotten once no photo of it is under way.
    pub(super) fn let_go(&mut self, id: MeetingId) {
        if !self.takes_photos_of(id) {
            self.left.retain(|left| left.id != id);
        }
    }

    /// A correction of a closed meeting; leaves a trace in its journal. False when it was refused or the meeting is not there.
    pub(super) fn correct(&mut self, meeting: MeetingId, command: &Command) -> bool {
        let wall = self.clock.wall();
        let Some(past) = self.worked_on(meeting) else { return false };
        let Some(state) = &mut past.state else { return false };
        // A closed meeting's time stands still; the record's wall time says when it was corrected.
        let now = Now { at: Ms(state.last_at.0), wall };
        let decided = decide(state, command, now);
        let done = decided.is_ok();
        match decided {
            Ok(events) => {
                let mut records = Vec::with_capacity(events.len());
                for event in events {
                    let record = Record { seq: state.seq + 1, at: now.at, wall, event };
                    state.apply(&record);
                    past.log.push(record.clone());
                    records.push(record);
                }
                past.minutes = Some(meeting_minutes(&past.log, state));
                let summary = history::summary(meeting, state);
                if let Some(known) = self.meetings.iter_mut().find(|known| known.id == meeting) {
                    *known = summary;
                }
                self.send(Request::Append { meeting, records });
                self.rejection = None;
                self.after_roll(command);
            }
            Err(rejection) => self.reject(text::rejection(rejection)),
        }
        self.refresh_report();
        done
    }
}
