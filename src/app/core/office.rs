//! What is set once for reports, and the documents made of a closed meeting: one worker at a time; a notice says where the file lies.

use std::sync::Arc;

use super::{
    Core,
    errand::{Ended, Errand},
};
use crate::{
    app::office::{self, Job},
    engine::{
        history::number_in_month,
        ids::MeetingId,
        office::{Office, ReportData, Told, half_year, report_data},
        roster::Group,
        state::State,
    },
    pack::Pack,
    store::{MeetingLog, Request},
    text::office as text,
    ui::{
        intent::{Document, OfficeKey},
        view::{Level, OfficeView},
    },
};

/// Changes that can be taken back.
const UNDO: usize = 100;

/// Office data and what is being made of it.
#[derive(Default)]
pub(super) struct Papers {
    office: Office,
    /// What was before each change, and in which field, so that typing is one change.
    undo: Vec<(Office, &'static str)>,
    written: bool,
    /// The record it was opened from.
    pub(super) back: Option<MeetingId>,
    report: Option<Drawn>,
    gathering: Option<Gathering>,
    worker: Option<Errand<Result<String, String>>>,
    /// Where the newest document lies, already worded.
    made: Option<String>,
}

impl Papers {
    /// The writer that would send journals is gone.
    pub(super) fn wait_no_more(&mut self) {
        self.gathering = None;
    }
}

/// The closed meeting's report, and what it was drawn from.
struct Drawn {
    meeting: MeetingId,
    seq: u64,
    groups: u64,
    pack: Arc<Pack>,
    data: ReportData,
}

/// Journals of a half-year on their way.
struct Gathering {
    propose: bool,
    period: (i64, bool),
    group: Group,
    wanted: Vec<MeetingId>,
    read: Vec<(MeetingId, State)>,
}

impl Core {
    pub(super) fn read_office(&mut self) {
        self.papers.office = office::kept(&self.settings);
    }

    /// What is set once for all reports.
    pub(super) const fn office(&self) -> &Office {
        &self.papers.office
    }

    pub(super) fn office_key(&mut self, key: OfficeKey) {
        match key {
            OfficeKey::Set { office, field } => self.set_office(*office, field),
            OfficeKey::Undo => {
                if let Some((before, _)) = self.papers.undo.pop() {
                    self.keep_office(before);
                }
            }
            OfficeKey::TakeLogo(path) => self.take_logo(&path),
            OfficeKey::Make(document) => self.make(document),
        }
    }

    fn set_office(&mut self, office: Office, field: &'static str) {
        if office == self.papers.office {
            return;
        }
        let typing = self.papers.undo.last().is_some_and(|(_, last)| *last == field && !field.is_empty());
        if !typing {
            if self.papers.undo.len() == UNDO {
                self.papers.undo.remove(0);
            }
            self.papers.undo.push((self.papers.office.clone(), field));
        }
        self.keep_office(office);
    }

    fn keep_office(&mut self, office: Office) {
        match serde_json::to_string(&office) {
            Ok(value) => {
                self.papers.written = true;
                self.keep(office::SETTING, value);
            }
            Err(error) => log::error!("office: {error}"),
        }
        self.papers.office = office;
        self.papers.report = None;
        self.refresh_report();
    }

    fn take_logo(&mut self, path: &std::path::Path) {
        match office::take_logo(self.lock.dir(), path) {
            Some(logo) => {
                self.drafts.office.logo.clear();
                self.set_office(Office { logo, ..self.papers.office.clone() }, "");
            }
            None => {
                self.notice(Level::Warning, text::BAD_LOGO);
            }
        }
    }

    /// Draws the closed meeting's report anew when it, a group or the content changed.
    pub(super) fn refresh_report(&mut self) {
        let Some(past) = &self.past else {
            self.papers.report = None;
            return;
        };
        let (Some(state), Some(minutes)) = (&past.state, &past.minutes) else {
            self.papers.report = None;
            return;
        };
        let (meeting, seq, groups) = (past.id, state.seq, self.groups.revision());
        let fits = |drawn: &Drawn| {
            (drawn.meeting, drawn.seq, drawn.groups) == (meeting, seq, groups) && Arc::ptr_eq(&drawn.pack, &self.pack)
        };
        if self.papers.report.as_ref().is_some_and(fits) {
            return;
        }
        let group = self.group_ever(state.setup.group);
        let module_title = self.pack.session(&state.setup.session).map_or("", |session| &session.module_title);
        let demo = |id| self.groups.iter().any(|group| group.demo && group.id == id);
        let number = number_in_month(&self.meetings, meeting, |id| !demo(id));
        let told = Told { id: meeting, state, minutes, number, group, module_title };
        let data = report_data(&told, &self.papers.office);
        self.papers.report = Some(Drawn { meeting, seq, groups, pack: Arc::clone(&self.pack), data });
    }

    pub(super) fn office_view(&self) -> OfficeView<'_> {
        let papers = &self.papers;
        OfficeView {
            office: &papers.office,
            back: papers.back,
            saved: papers.written.then(|| !self.unsaved_setting(office::SETTING)),
            can_undo: !papers.undo.is_empty(),
            making: papers.worker.is_some() || papers.gathering.is_some(),
            made: papers.made.as_deref(),
            report: papers.report.as_ref().map(|drawn| &drawn.data),
        }
    }

    fn make(&mut self, document: Document) {
        if self.papers.worker.is_some() || self.papers.gathering.is_some() {
            self.notice(Level::Info, text::MAKING);
            return;
        }
        self.refresh_report();
        let Some(Drawn { data, .. }) = &self.papers.report else { return };
        let data = Box::new(data.clone());
        match document {
            Document::Activity => self.begin_document(Job::Activity(data)),
            Document::Monitoring => self.begin_document(Job::Monitoring(data)),
            Document::Photos => self.begin_document(Job::Photos(data)),
            Document::HalfYear { propose } => self.gather(propose),
        }
    }

    /// Asks for the journals of the half-year the closed meeting is in.
    fn gather(&mut self, propose: bool) {
        let Some(state) = self.past.as_ref().and_then(|past| past.state.as_ref()) else { return };
        let half = |wall: crate::engine::time::Wall| {
            let month = wall.month();
            (month.year, month.number > 6)
        };
        let period = half(state.started_wall.unwrap_or(state.opened_wall));
        let (id, name) = (state.setup.group, state.setup.group_name.clone());
        let group = self.group_ever(id).cloned().unwrap_or(Group { id, name, ..Group::default() });
        let of_period = self.meetings.iter().filter(|meeting| {
            meeting.group == id && meeting.delivered() && half(meeting.began.unwrap_or(meeting.opened)) == period
        });
        let mut gathering = Gathering { propose, period, group, wanted: Vec::new(), read: Vec::new() };
        let of_period: Vec<MeetingId> = of_period.map(|meeting| meeting.id).collect();
        for id in of_period {
            // What is worked on is known, and newer than what could be read by now.
            match self.worked_on(id).and_then(|past| past.state.clone()) {
                Some(state) => gathering.read.push((id, state)),
                None => gathering.wanted.push(id),
            }
        }
        for id in &gathering.wanted {
            self.send(Request::ReadLog(*id));
        }
        self.papers.gathering = Some(gathering);
        self.notice(Level::Info, text::MAKING);
        self.gathered();
    }

    /// A journal cannot be read: a form that needs it is not made.
    pub(super) fn gather_no_more(&mut self, meeting: MeetingId) {
        self.papers.gathering.take_if(|gathering| gathering.wanted.contains(&meeting));
    }

    /// A journal was read: perhaps one that is waited for.
    pub(super) fn gather_log(&mut self, log: &MeetingLog) {
        let Some(gathering) = &mut self.papers.gathering else { return };
        if gathering.wanted.contains(&log.meeting) {
            gathering.wanted.retain(|id| *id != log.meeting);
            gathering.read.extend(State::fold(&log.records).map(|state| (log.meeting, state)));
            self.gathered();
        }
    }

    fn gathered(&mut self) {
        let Some(mut gathering) = self.papers.gathering.take_if(|gathering| gathering.wanted.is_empty()) else {
            return;
        };
        gathering.read.sort_by_key(|(id, state)| (state.opened_wall, *id));
        let meetings: Vec<(MeetingId, &State)> = gathering.read.iter().map(|(id, state)| (*id, state)).collect();
        let form = half_year(&gathering.group, &meetings, &self.papers.office, gathering.period, gathering.propose);
        self.begin_document(Job::HalfYear(Box::new(form)));
    }

    fn begin_document(&mut self, job: Job) {
        let data = self.lock.dir().to_owned();
        let folder = match office::usual_folder() {
            Ok(folder) => folder,
            Err(error) => {
                self.notice(Level::Warning, error.sentence());
                return;
            }
        };
        let work = move |_: &dyn Fn() -> bool| {
            office::make_and_show(&job, &data, &folder).map_err(|error| {
                log::warn!("report: {error}");
                error.sentence()
            })
        };
        match Errand::start("report", Arc::clone(&self.wake), work) {
            Ok(worker) => {
                self.papers.worker = Some(worker);
                self.notice(Level::Info, text::MAKING);
            }
            Err(error) => {
                log::error!("report: {error}");
                self.notice(Level::Warning, text::WORKER_ENDED);
            }
        }
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn office_news(&mut self) -> bool {
        let Some(ended) = self.papers.worker.as_ref().and_then(Errand::ended) else { return false };
        let told = match ended {
            Ended::Told(told) => told,
            Ended::Died => Err(text::WORKER_ENDED.to_owned()),
        };
        self.papers.worker = None;
        match told {
            Ok(words) => {
                self.notice(Level::Info, words.clone());
                self.papers.made = Some(words);
            }
            Err(words) => {
                self.notice(Level::Warning, words);
            }
        }
        true
    }
}
