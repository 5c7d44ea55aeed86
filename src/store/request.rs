//! What the app asks of the writer thread, and what the writer tells.

use std::sync::Arc;

use super::{BackupFile, MeetingLog, StoreError, Vault};
use crate::engine::{
    event::Record,
    history::MeetingSummary,
    ids::{GroupId, MeetingId},
    noted::Noted,
    roster::Group,
    study::StudyRecord,
    time::{Ms, Wall},
};

/// Something to do on disk. Requests are done in the order they were sent.
#[derive(Clone, Debug)]
pub enum Request {
    /// Write records. The first record of a meeting is `Opened` with `seq` 1 and makes the meeting. Answer: [`Report::Durable`];
    /// also [`Report::Summary`] when the meeting is closed (by these records or before).
    Append {
        /// Which meeting.
        meeting: MeetingId,
        /// In order, without gaps.
        records: Vec<Record>,
    },
    /// The meeting was alive then; the gap after a crash is measured from the newest of these marks. No answer.
    Alive {
        /// Which meeting.
        meeting: MeetingId,
        /// Meeting time.
        at: Ms,
        /// Wall time.
        wall: Wall,
    },
    /// "Do not continue": the meeting is kept but not offered again. Answer: [`Report::Saved`].
    Abandon {
        /// Which meeting.
        meeting: MeetingId,
        /// When.
        wall: Wall,
    },
    /// Change groups at once, all or none of it: members that move keep their ids and marks, who is missing is archived. `demo` can only
    /// be chosen when a group is new. Answer: [`Report::Saved`].
    Regroup {
        /// What is to be.
        change: Regrouping,
        /// When, for the audit trail.
        wall: Wall,
    },
    /// Another passphrase: seal every number anew and keep the new vault, all or none of it. Answer: [`Report::Saved`].
    Reseal {
        /// Opens what is there.
        from: Arc<Vault>,
        /// Seals it anew.
        to: Arc<Vault>,
        /// The new vault's [`super::VaultFile`] as JSON.
        file: String,
        /// When, for the audit trail.
        wall: Wall,
    },
    /// The passphrase is forgotten: clear all numbers and the vault, nothing else. Answer: [`Report::Saved`].
    ForgetNumbers {
        /// When, for the audit trail.
        wall: Wall,
    },
    /// Remove the demo group with all its meetings. Answer: [`Report::Saved`].
    RemoveDemo {
        /// When, for the audit trail.
        wall: Wall,
    },
    /// Something was learned. Answer: [`Report::Saved`].
    Study(StudyRecord),
    /// Keep a setting. Answer: [`Report::Saved`].
    SetSetting {
        /// Name.
        key: String,
        /// Value.
        value: String,
    },
    /// Read the journal of a meeting, including all records sent before. Answer: [`Report::Log`], or [`Report::Refused`] when it
    /// cannot be read.
    ReadLog(MeetingId),
    /// Read what was written down about closed meetings, including all records sent before. Answer: [`Report::Notes`].
    ReadNotes,
    /// Make or renew the dated copy of the day `wall` is in. Answer: [`Report::BackupDone`] or [`Report::BackupFailed`].
    Backup(Wall),
}

/// Groups as they are to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regrouping {
    /// For the audit trail.
    pub why: Regroup,
    /// Written as they stand here and brought back from the archive. A member belongs to one of these groups now, or is new.
    pub groups: Vec<Group>,
    /// Put away afterwards.
    pub archived: Vec<GroupId>,
}

impl Regrouping {
    /// One group was made, edited or brought back.
    #[must_use]
    pub fn saved(group: Group) -> Self {
        Self { why: Regroup::Saved, groups: vec![group], archived: Vec::new() }
    }
}

/// Why groups change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regroup {
    /// Made or edited.
    Saved,
    /// Put away.
    Archived,
    /// Members go to another group.
    Moved,
    /// One group goes over into another.
    Merged,
    /// Taken out of a file.
    Imported,
    /// The last change is taken back.
    Undone,
}

/// What a request is about; enough to find the control beside which its fate is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The journal of this meeting, written.
    Meeting(MeetingId),
    /// The journal of this meeting, read.
    Log(MeetingId),
    /// Groups.
    Roster,
    /// NIK and no. KK of all members.
    Numbers,
    /// Removal of the demo group.
    Demo,
    /// What was learned.
    Study,
    /// What was written down about meetings.
    Notes,
    /// The setting of this name.
    Setting(String),
    /// The copy of the day.
    Backup,
}

impl Request {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Append { meeting, .. } | Self::Alive { meeting, .. } | Self::Abandon { meeting, .. } => {
                Subject::Meeting(*meeting)
            }
            Self::ReadLog(meeting) => Subject::Log(*meeting),
            Self::Regroup { .. } => Subject::Roster,
            Self::Reseal { .. } | Self::ForgetNumbers { .. } => Subject::Numbers,
            Self::RemoveDemo { .. } => Subject::Demo,
            Self::Study(_) => Subject::Study,
            Self::ReadNotes => Subject::Notes,
            Self::SetSetting { key, .. } => Subject::Setting(key.clone()),
            Self::Backup(_) => Subject::Backup,
        }
    }
}

/// What the writer tells.
#[derive(Debug)]
pub enum Report {
    /// All records of `meeting` up to `seq` are on the medium: their commit returned after its flush.
    Durable {
        /// Which meeting.
        meeting: MeetingId,
        /// Newest record that is safe.
        seq: u64,
    },
    /// A change of the roster, of a setting, or an abandoned meeting is on the medium.
    Saved(Subject),
    /// Nothing can be written for now; the writer goes on trying by itself, keeps everything in order and reports nothing durable meanwhile.
    /// Told once, and again when the cause changes.
    Failed {
        /// What it was about to write.
        subject: Subject,
        /// Why it could not.
        error: StoreError,
    },
    /// Writing works again; reports about what was waiting follow.
    Recovered,
    /// This one request can never be done (a rule of the database, our mistake) and was let go; the others go on.
    Refused {
        /// What it was about.
        subject: Subject,
        /// Why.
        error: StoreError,
    },
    /// Answer to [`Request::ReadLog`].
    Log(MeetingLog),
    /// Answer to [`Request::ReadNotes`]: the meetings about which something was written, oldest first.
    Notes(Vec<(MeetingId, Noted)>),
    /// A meeting was closed, or corrected afterwards: its line in lists is now this.
    Summary(MeetingSummary),
    /// The copy of the day is made and checked.
    BackupDone(BackupFile),
    /// The copy of the day could not be made; it is not tried again by itself.
    BackupFailed(StoreError),
    /// The writer thread is gone (a fault of ours). Nothing more will be saved. Told once.
    Stopped,
}
