//! What the screens may know: borrowed values, made anew by the app for every pass.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use crate::engine::{
    draft::{Draft, Shows},
    event::Presenter,
    history::MeetingSummary,
    ids::{GroupId, MeetingId, PageId, SessionId},
    learn::Question,
    minutes::MeetingMinutes,
    office::{Office, ReportData},
    overview::Overview,
    preflight::{Battery, Findings},
    problem::Problem,
    rehearsal::{Advice, RunTimes},
    roster::Group,
    roster_import::Proposal,
    scene::StageScene,
    session::{Game, Module, Session},
    shelf::Shelf,
    state::State,
    study::Readiness,
    time::{DayMinute, Ms, Now, Wall},
};

mod choosing;
mod numbers;
mod roll;

pub use choosing::{Choice, ChoosingRow, ChoosingView, RowKind};
pub use numbers::{Kept, Look, Masked, NumbersView};
pub use roll::{RollCursor, RollField, RollView};

use super::intent::{Intent, Overlay, Screen};

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
    /// What is set once for reports, and the closed meeting's report.
    pub office: OfficeView<'a>,
    /// For [`Screen::Import`].
    pub import: Option<ImportView<'a>>,
    /// For [`Screen::RosterImport`].
    pub roster_import: Option<RosterImportView<'a>>,
    /// For [`Screen::Edit`].
    pub edit: Option<EditView<'a>>,
    /// Sessions of the facilitator's own, which can be edited.
    pub own: &'a BTreeSet<SessionId>,
    /// For [`Screen::Learn`].
    pub study: Option<StudyView<'a>>,
    /// For [`Screen::Review`]; `None` while it is read.
    pub review: Option<ReviewView>,
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
    /// Presenters of the meeting opened last: it is usually the same facilitator.
    pub presenters: Vec<Presenter>,
}

/// "Lanjutkan sesi … dari 10.42, langkah 3, halaman 7?"
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResumeOffer {
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

/// A problem card on the console.
#[derive(Clone, Copy, Debug)]
pub struct CardView<'a> {
    /// The card.
    pub problem: &'a Problem,
    /// The response that was chosen, by index.
    pub chosen: Option<usize>,
    /// What it hopes for was done in the program.
    pub done: bool,
}

/// Learning.
pub struct StudyView<'a> {
    /// Shelves.
    pub shelf: &'a Shelf,
    /// The session looked at.
    pub chosen: Option<&'a Session>,
    /// One for each session of the catalogue, in its order.
    pub rows: Vec<StudyRow>,
    /// How many cards the day has.
    pub today: usize,
    /// Closed runs of the session looked at, newest first.
    pub runs: Vec<&'a MeetingSummary>,
    /// The quiz under way.
    pub quiz: Option<QuizView<'a>>,
    /// What was found.
    pub found: &'a [FoundView],
}

/// How far one is with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudyRow {
    /// Stage.
    pub readiness: Readiness,
    /// Best quiz: right, of.
    pub best: Option<(u16, u16)>,
}

/// A quiz, or the day's cards.
pub struct QuizView<'a> {
    /// The day's cards.
    pub daily: bool,
    /// What is asked; `None` = it is over.
    pub question: Option<&'a Question>,
    /// Title of the session it is about.
    pub of_session: &'a str,
    /// Number of the question, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What was answered, by index.
    pub chosen: Option<usize>,
    /// Right so far.
    pub right: u16,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundView {
    /// Its number, for [`super::intent::StudyKey::Show`].
    pub doc: usize,
    /// Where it stands.
    pub of: String,
    /// A piece of it; `[` and `]` around what matches.
    pub excerpt: String,
}

/// What a run took, beside earlier ones.
pub struct ReviewView {
    /// Session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// Titles of its steps.
    pub steps: Vec<String>,
    /// Its own minutes, one for each step.
    pub planned: Vec<u16>,
    /// The run looked at.
    pub this: RunTimes,
    /// Earlier runs, newest first.
    pub earlier: Vec<RunTimes>,
    /// What to tell.
    pub advice: Vec<Advice>,
    /// Minutes it really takes, one for each step; `None` = nothing is known.
    pub learned: Option<Vec<u16>>,
    /// The next plan uses them.
    pub uses_learned: bool,
}

/// Yel-yel that are kept; empty = none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YellView<'a> {
    /// Of the running meeting's group.
    pub group: &'a str,
    /// Of all groups.
    pub all: &'a str,
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

/// What the connected screens show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Displays {
    /// The laptop alone.
    #[default]
    One,
    /// Laptop and projector show the same.
    Mirrored,
    /// The projector is a desktop of its own.
    Extended,
}

/// What the laptop's own screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The console.
    #[default]
    Console,
    /// The page, for the room.
    Room,
    /// Black: the laptop is to be turned, then comes a second press.
    Turn,
    /// Black: both screens show the same, and what can be done.
    Mirror,
}

/// What a monitor is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The console is there.
    Console,
    /// The stage is there.
    Stage,
    /// Nothing of ours.
    Free,
}

/// A monitor that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    /// From 1, in the window system's order.
    pub number: u8,
    /// Connector or model; may be empty.
    pub name: String,
    /// Pixels.
    pub size: (u32, u32),
    /// What is on it.
    pub used: Use,
}

/// Screens of the hall.
#[derive(Clone, Copy, Debug, Default)]
pub struct HallView<'a> {
    /// How they are connected.
    pub displays: Displays,
    /// What the laptop shows.
    pub face: Face,
    /// All that are on.
    pub monitors: &'a [Monitor],
    /// The console's own number, while numbers are shown.
    pub number: Option<u8>,
    /// The test picture is on the projector.
    pub testing: bool,
}

/// Loudspeakers to choose from.
#[derive(Clone, Copy, Debug, Default)]
pub struct SoundView<'a> {
    /// Names.
    pub names: &'a [String],
    /// The computer's own choice, where it says.
    pub default: Option<&'a str>,
    /// Chosen by hand.
    pub chosen: Option<&'a str>,
}

/// Background music.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MusicView {
    /// Wanted wherever it fits.
    pub on: bool,
    /// Percent.
    pub volume: u8,
}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// To be judged.
    pub findings: Findings,
    /// Opened from the waiting screen, and the way back leads there; else from Prepare.
    pub from_meeting: bool,
}

/// Devices as the top bar shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The stage is on a projector.
    pub projector: bool,
    /// There is a loudspeaker.
    pub sound: bool,
    /// `None` = unknown or no battery.
    pub battery: Option<Battery>,
}

/// What is set once for reports, and documents.
#[derive(Clone, Copy, Debug)]
pub struct OfficeView<'a> {
    /// It.
    pub office: &'a Office,
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

/// An own session being edited.
pub struct EditView<'a> {
    /// Which.
    pub session: &'a SessionId,
    /// Decides the accent of its pages.
    pub module: Module,
    /// As it is now.
    pub draft: &'a Draft,
    /// Something can be taken back.
    pub can_undo: bool,
    /// Something can be done again.
    pub can_redo: bool,
    /// Whether it is on disk.
    pub saving: Saving,
    /// Why it is not, already worded.
    pub trouble: Option<&'a str>,
    /// The trouble is another program's change: somebody has to choose.
    pub must_choose: bool,
    /// What should be looked at, as of the last time it was saved.
    pub faults: &'a [EditFault],
    /// What pages of the files in its folder would show.
    pub files: &'a [Shows],
}

/// Whether an edited session is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed yet.
    Nothing,
    /// Changed, or being written.
    Now,
    /// Everything is on disk since then.
    Done(DayMinute),
    /// It cannot be written.
    Failed,
}

/// Something to look at in an edited session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditFault {
    /// On this page; `None` = the session or a step.
    pub page: Option<PageId>,
    /// What is wrong and what to do, already worded.
    pub sentence: String,
    /// It does not work as written; else it only looks odd.
    pub serious: bool,
}

/// For [`Screen::Damaged`].
pub struct DamagedView<'a> {
    /// Where the damaged file lies now.
    pub set_aside: &'a Path,
    /// Good copies, newest first, already worded (date, groups, meetings).
    pub copies: &'a [String],
}
