//! What the screens may know: borrowed values, made anew by the app for every pass.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::engine::{
    event::Presenter,
    history::MeetingSummary,
    ids::{GroupId, MeetingId, SessionId},
    minutes::MeetingMinutes,
    office::{Office, ReportData},
    overview::Overview,
    roster::Group,
    roster_import::Proposal,
    scene::StageScene,
    session::{Game, Session},
    state::State,
    time::{Ms, Now, Wall},
};
use crate::ui::intent::{Intent, Overlay, Screen};

mod choosing;
mod data;
mod edit;
mod hall;
mod numbers;
mod roll;
mod search;
mod study;

pub use choosing::{Choice, ChoosingRow, ChoosingView, RowKind};
pub use data::DataView;
pub use edit::{EditFault, EditView, Saving};
pub use hall::{CheckView, Devices, Displays, Face, HallView, Monitor, MusicView, SoundView, Use};
pub use numbers::{Kept, Look, Masked, NumbersView};
pub use roll::{RollCursor, RollField, RollView};
pub use search::{CardTexts, FoundGroup, Opened, PageView, SearchView};
pub use study::{CardView, DailyView, QuizView, ReadyView, ReviewView, StudyRow, StudyView};

/// Everything the console draws from.
pub struct View<'a> {
    /// Screen.
    pub screen: &'a Screen,
    /// Wall time now.
    pub wall: Wall,
    /// For [`Screen::Home`].
    pub overview: Option<Arc<Overview>>,
    /// Groups that are not archived, by name.
    pub groups: &'a [Group],
    /// Groups that were put away, by name.
    pub archived: &'a [Group],
    /// NIK and no. KK.
    pub numbers: NumbersView<'a>,
    /// All meetings, newest first.
    pub meetings: &'a [MeetingSummary],
    /// All sessions in catalogue order.
    pub sessions: &'a [Session],
    /// All ice-breakers.
    pub games: &'a [Game],
    /// Name and size of the demo group that can be added; `None` when it is there already.
    pub demo: Option<(&'a str, usize)>,
    /// An unfinished meeting to bring back; asked before anything else.
    pub resume: Option<ResumeOffer>,
    /// The running meeting.
    pub meeting: Option<MeetingView<'a>>,
    /// The closed meeting being looked at.
    pub past: Option<PastView<'a>>,
    /// Notices, oldest first.
    pub notices: &'a [Notice],
    /// Devices.
    pub devices: Devices,
    /// Screens of the hall.
    pub hall: HallView<'a>,
    /// Loudspeakers.
    pub sound: SoundView<'a>,
    /// Background music.
    pub music: MusicView,
    /// For [`Screen::Check`].
    pub check: Option<CheckView>,
    /// Dark console.
    pub dark: bool,
    /// Script type size in points, 18–28.
    pub script_points: f32,
    /// The group or meeting proposed first on Prepare.
    pub prepare: Option<PrepareHint>,
    /// Guests who presented before, newest first.
    pub guests: &'a [Presenter],
    /// What is set once for reports, and the closed meeting's report.
    pub office: OfficeView<'a>,
    /// For [`Screen::Import`].
    pub import: Option<ImportView<'a>>,
    /// For [`Screen::RosterImport`].
    pub roster_import: Option<RosterImportView<'a>>,
    /// For [`Screen::Data`].
    pub data: Option<DataView<'a>>,
    /// For [`Screen::Edit`].
    pub edit: Option<EditView<'a>>,
    /// Sessions of the facilitator's own, which can be edited.
    pub own: &'a BTreeSet<SessionId>,
    /// For [`Screen::Learn`].
    pub study: Option<StudyView<'a>>,
    /// For [`Screen::Home`]; `None` where nothing is asked at all.
    pub daily: Option<DailyView>,
    /// For [`Screen::Prepare`].
    pub ready: Option<ReadyView>,
    /// For [`Screen::Review`]; `None` while it is read.
    pub review: Option<ReviewView<'a>>,
    /// For [`Screen::Damaged`].
    pub damaged: Option<DamagedView<'a>>,
    /// What the last key did, shown briefly (already worded).
    pub key_echo: Option<&'a str>,
}

/// What Prepare begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrepareHint {
    /// Group.
    pub group: GroupId,
    /// Session chosen in the catalogue, else the next undelivered.
    pub session: SessionId,
    /// True when chosen by hand.
    pub chosen: bool,
    /// Who presents unless somebody else is named.
    pub presenters: Vec<Presenter>,
}

/// "Lanjutkan sesi … dari 10.42, langkah 3, halaman 7?"
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResumeOffer {
    /// It was a rehearsal.
    pub rehearsal: bool,
    /// Group.
    pub group: String,
    /// Session.
    pub title: String,
    /// Last sign of life.
    pub wall: Wall,
    /// Step, from 1, and its title; `None` on the waiting screen.
    pub step: Option<(u16, String)>,
    /// Page of the whole session, from 1.
    pub page: u16,
    /// Comes back paused.
    pub paused: bool,
    /// Records that could not be read (kept, left out).
    pub undecodable: u32,
}

/// The running meeting.
pub struct MeetingView<'a> {
    /// Its state.
    pub state: &'a State,
    /// Now.
    pub now: Now,
    /// Everything up to this record is on disk.
    pub durable_seq: u64,
    /// Its session.
    pub session: &'a Session,
    /// What the stage shows, exactly.
    pub scene: &'a StageScene,
    /// Size of the stage in pixels (for the previews' shape).
    pub stage_size: (u32, u32),
    /// Overlay.
    pub overlay: Option<Overlay>,
    /// Attendance cursor.
    pub roll: &'a RollCursor,
    /// For [`Screen::Close`].
    pub minutes: Option<&'a MeetingMinutes>,
    /// Yel-yel that are kept.
    pub yell: YellView<'a>,
    /// The clip of the page shown, if it has one.
    pub clip: Option<ClipView>,
    /// Whether the song of the game or yel-yel on the wall runs; `None` = there is none.
    pub song: Option<bool>,
    /// The problem card of a rehearsal.
    pub card: Option<CardView<'a>>,
    /// A rejection to show beside the controls, already worded.
    pub rejection: Option<&'a str>,
}

/// Yel-yel that are kept; empty = none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YellView<'a> {
    /// Of the running meeting's group.
    pub group: &'a str,
    /// Of all groups.
    pub all: &'a str,
    /// Lines are on their way to the disk.
    pub saving: bool,
    /// File name of the group's sound.
    pub group_sound: &'a str,
    /// File name of the sound for all groups.
    pub all_sound: &'a str,
    /// A sound is being copied.
    pub copying: bool,
    /// A sound is being chosen.
    pub choosing: Option<ChoosingView<'a>>,
    /// A change can be taken back.
    pub can_undo: bool,
}

/// How far the decoder is with a clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipState {
    /// Starting.
    Opening,
    /// It can be played.
    Ready,
    /// It cannot.
    Failed,
}

/// The clip of the page shown.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the console shows")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipView {
    /// How far the decoder is.
    pub state: ClipState,
    /// Where it is.
    pub position: Ms,
    /// How long it is; zero = unknown.
    pub duration: Ms,
    /// It runs.
    pub running: bool,
    /// It has run to its end.
    pub ended: bool,
    /// It has sound.
    pub sound: bool,
    /// Its sound is low while the facilitator speaks.
    pub ducked: bool,
    /// Percent.
    pub volume: u8,
    /// Space plays and pauses it.
    pub focused: bool,
}

/// A closed meeting.
pub struct PastView<'a> {
    /// Id.
    pub id: MeetingId,
    /// Its state; `None` while it is read.
    pub state: Option<&'a State>,
    /// Report.
    pub minutes: Option<&'a MeetingMinutes>,
    /// Everything up to this record is on disk.
    pub durable_seq: u64,
    /// Where its roll stands.
    pub roll: &'a RollCursor,
    /// Help lies over its roll.
    pub overlay: Option<Overlay>,
    /// A rejection to show beside the controls, already worded.
    pub rejection: Option<&'a str>,
    /// Its photos.
    pub photos: PhotosView<'a>,
}

/// Photos of a closed meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotosView<'a> {
    /// Small pictures that are there, by file.
    pub pictures: &'a [(String, PhotoPicture)],
    /// How many are being taken in.
    pub taking: usize,
    /// What could not be taken in, one sentence each.
    pub problems: &'a [String],
    /// Files are being chosen.
    pub choosing: Option<ChoosingView<'a>>,
}

/// A small picture; empty when its file cannot be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhotoPicture {
    /// Pixels: width, height.
    pub size: [usize; 2],
    /// Rows of red, green, blue.
    pub rgb: Vec<u8>,
}

/// What is wrong or worth knowing.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Key for dismissing.
    pub id: u64,
    /// How loud.
    pub level: Level,
    /// Sentence(s), already worded.
    pub text: String,
    /// Cannot be dismissed while it lasts (write errors).
    pub permanent: bool,
    /// What can be done about it: a button's words and wish.
    pub action: Option<(&'static str, Intent)>,
    /// Another answer, when it is a question.
    pub other: Option<(&'static str, Intent)>,
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Good to know.
    Info,
    /// Look when you can.
    Warning,
    /// Look now.
    Trouble,
}

/// What is set once for reports, and documents.
#[derive(Clone, Copy, Debug)]
pub struct OfficeView<'a> {
    /// It.
    pub office: &'a Office,
    /// The record it was opened from; `None` = Home.
    pub back: Option<MeetingId>,
    /// Every change is on disk; `None` = nothing was changed.
    pub saved: Option<bool>,
    /// A change can be taken back.
    pub can_undo: bool,
    /// A document is being made.
    pub making: bool,
    /// Where the newest document lies, already worded.
    pub made: Option<&'a str>,
    /// The closed meeting's report.
    pub report: Option<&'a ReportData>,
}

/// Material to be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportView<'a> {
    /// Files that become pages, in order: name, and in words what each becomes.
    pub items: &'a [(String, String)],
    /// Files left out, one sentence each.
    pub problems: &'a [String],
    /// Pages in all.
    pub pages: usize,
    /// What is being done, in words; everything else waits.
    pub doing: Option<&'a str>,
    /// Why saving failed.
    pub error: Option<&'a str>,
    /// Sessions made of own material: id and title.
    pub own: &'a [(SessionId, String)],
    /// Files, a packed session or a folder are being chosen.
    pub choosing: Option<ChoosingView<'a>>,
}

/// A roster on its way in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RosterImportView<'a> {
    /// Name of the file; empty until one was chosen.
    pub file: &'a str,
    /// It is being read.
    pub reading: bool,
    /// Why it could not be.
    pub error: Option<&'a str>,
    /// What it would change.
    pub proposal: Option<&'a Proposal>,
    /// Members whose group the file does not say.
    pub unnamed: usize,
    /// There is a passphrase for numbers.
    pub sealed_before: bool,
    /// A file is being chosen.
    pub choosing: Option<ChoosingView<'a>>,
}

/// For [`Screen::Damaged`].
pub struct DamagedView<'a> {
    /// Where the damaged file lies now.
    pub set_aside: &'a Path,
    /// Good copies, newest first, already worded (date, groups, meetings).
    pub copies: &'a [String],
}
