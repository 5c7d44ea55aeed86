//! What leaves the program as files: the report of a meeting, the recap of a month, everything as plain CSV. Read from a snapshot, so that it
//! works while a meeting runs; made by `report` and `sheets`. Nothing that is there is ever written over.

use std::path::{Path, PathBuf};

use crate::{
    app,
    engine::{
        event::MeetingKind,
        history::{MeetingSummary, number_in_month},
        ids::MeetingId,
        minutes::meeting_minutes,
        office::{self, MonthRecap, Office, ReportData, Told, month_recap},
        roster::Group,
        state::State,
        time::Month,
    },
    pack::Pack,
    report::{self, PdfError},
    sheets::write::{self, SheetError},
    store::{Snapshot, StoreError},
    text::outgoing as text,
};

mod plain;

pub use plain::{Exported, Told as Progress, export};

/// Kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For printing and sending.
    Pdf,
    /// Workbook.
    Xlsx,
    /// Text that any program reads.
    Csv,
}

impl Format {
    /// All.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Xlsx, Self::Csv];

    /// Its name on the command line, also the ending of its files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum OutgoingError {
    /// The data cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There are none yet.
    #[error("there is no database")]
    NoData,
    /// No such meeting, or one whose journal cannot be read.
    #[error("no meeting {0:?}")]
    NoMeeting(Option<MeetingId>),
    /// A rehearsal is reported nowhere.
    #[error("meeting {0:?} is a rehearsal")]
    Rehearsal(MeetingId),
    /// The recap is a workbook or CSV.
    #[error("no PDF of a month")]
    NoPdf,
    /// The file cannot be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The file cannot be made.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// It is there already.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// The disk refused.
    #[error("{}: {error}", path.display())]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// Stopped by the user.
    #[error("stopped")]
    Stopped,
}

impl OutgoingError {
    /// For people.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Store(error) => error.sentence().to_owned(),
            Self::NoData => text::NO_DATA.to_owned(),
            Self::NoMeeting(id) => text::no_meeting(id.map(|id| id.0)),
            Self::Rehearsal(id) => text::rehearsal(id.0),
            Self::NoPdf => text::NO_PDF.to_owned(),
            Self::Pdf(error) => text::not_made(&error.to_string()),
            Self::Sheet(error) => text::not_made(&error.to_string()),
            Self::Exists(path) => text::exists(&path.display().to_string()),
            Self::Disk { path, error } => text::cannot_write(&path.display().to_string(), &error.to_string()),
            Self::Stopped => text::STOPPED.to_owned(),
        }
    }
}

fn disk(path: &Path) -> impl Fn(std::io::Error) -> OutgoingError + '_ {
    move |error| OutgoingError::Disk { path: path.to_owned(), error }
}

/// The data of one moment.
pub struct Source<'a> {
    data: PathBuf,
    pack: &'a Pack,
    snapshot: Snapshot,
    office: Office,
}

impl<'a> Source<'a> {
    /// Reads the data directory.
    pub fn open(data: &Path, pack: &'a Pack) -> Result<Self, OutgoingError> {
        let snapshot = Snapshot::take(data)?.ok_or(OutgoingError::NoData)?;
        let office = app::office::kept(&snapshot.library().settings);
        Ok(Self { data: data.to_owned(), pack, snapshot, office })
    }

    /// The newest meeting with a group that began.
    #[must_use]
    pub fn last(&self) -> Option<MeetingId> {
        self.meetings().filter_map(|meeting| Some((meeting.began?, meeting.id))).max().map(|(_, id)| id)
    }

    /// Meetings with groups, oldest first. Rehearsals are nobody's: nothing made of a source knows them.
    fn meetings(&self) -> impl Iterator<Item = &MeetingSummary> {
        self.snapshot.library().meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Live)
    }

    fn state(&self, id: MeetingId) -> Result<(State, ReportData), OutgoingError> {
        let log = self.snapshot.log(id)?;
        let state = State::fold(&log.records).ok_or(OutgoingError::NoMeeting(Some(id)))?;
        if state.setup.kind == MeetingKind::Rehearsal {
            return Err(OutgoingError::Rehearsal(id));
        }
        let minutes = meeting_minutes(&log.records, &state);
        let library = self.snapshot.library();
        let group = library.groups.iter().chain(&library.archived).find(|group| group.id == state.setup.group);
        let module_title = self.pack.session(&state.setup.session).map_or("", |session| session.module_title.as_str());
        let demo = |id| library.groups.iter().any(|group| group.demo && group.id == id);
        let number = number_in_month(&library.meetings, id, |id| !demo(id));
        let told = Told { id, state: &state, minutes: &minutes, number, group, module_title };
        let data = office::report_data(&told, &self.office);
        Ok((state, data))
    }

    /// The report of a meeting.
    pub fn meeting(&self, id: MeetingId, format: Format) -> Result<Vec<u8>, OutgoingError> {
        let (_, data) = self.state(id)?;
        Ok(match format {
            Format::Pdf => report::activity::pdf(&data, app::office::pictures(&self.data, &data.office, &data.photos))?,
            Format::Xlsx => write::xlsx(&[write::attendance(&data)], &data.office.facilitator, data.date)?,
            Format::Csv => write::csv(&write::attendance(&data))?,
        })
    }

    /// The recap of a month as data.
    pub fn recap(&self, month: Month) -> Result<MonthRecap, OutgoingError> {
        let held = self.meetings().filter(|meeting| meeting.delivered());
        let in_month = held.filter(|meeting| meeting.began.is_some_and(|began| began.month() == month));
        let (mut meetings, mut unreadable) = (Vec::new(), Vec::new());
        for meeting in in_month {
            // The journal of one meeting costs that meeting, not the month.
            match self.state(meeting.id) {
                Ok((_, data)) => meetings.push((meeting.group, data)),
                Err(error) => {
                    log::warn!("recap, meeting {:?}: {error}", meeting.id);
                    unreadable.push((meeting.group, meeting.began.unwrap_or(meeting.opened)));
                }
            }
        }
        let met = |group: &&Group| {
            meetings.iter().map(|(id, _)| id).chain(unreadable.iter().map(|(id, _)| id)).any(|id| *id == group.id)
        };
        let library = self.snapshot.library();
        // A group that was put away or merged later did meet; one that did not is nobody's any more.
        let groups: Vec<Group> = library.groups.iter().chain(library.archived.iter().filter(met)).cloned().collect();
        Ok(month_recap(month, &groups, meetings, &unreadable, &self.office))
    }

    /// The recap of a month.
    pub fn month(&self, month: Month, format: Format) -> Result<Vec<u8>, OutgoingError> {
        let recap = self.recap(month)?;
        let tables = write::month(&recap);
        let newest =
            recap.groups.iter().flat_map(|group| &group.meetings).map(|data| data.date).max().unwrap_or_default();
        match format {
            Format::Pdf => Err(OutgoingError::NoPdf),
            Format::Xlsx => Ok(write::xlsx(&tables, &self.office.facilitator, newest)?),
            Format::Csv => {
                let [_, groups] = &tables;
                Ok(write::csv(groups)?)
            }
        }
    }
}

/// Writes a new file.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), OutgoingError> {
    if path.exists() {
        return Err(OutgoingError::Exists(path.to_owned()));
    }
    crate::disk::write(path, bytes).map_err(disk(path))
}
