//! What a user asked for by a key, a button or a gesture. The app carries it out; the screens only report it.

use std::path::PathBuf;

use crate::engine::{
    command::Command,
    draft::Edit,
    event::Presenter,
    ids::{GroupId, MeetingId, ParticipantId, SessionId},
    loudspeaker::Answer,
    observe::Observation,
    print::Printout,
    rehearsal::Scope,
    sheet::SheetLayout,
    time::DayMinute,
};

mod data;
mod office;
mod paper;
mod roster;
mod search;

pub use data::DataKey;
pub use office::{Document, OfficeKey};
pub use paper::{PaperKey, PaperPlan, SheetOf};
pub use roster::{GroupEdit, RosterKey, VaultKey};
pub use search::SearchKey;

/// The screens of the console.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Groups, what is next, what was.
    #[default]
    Home,
    /// Make or edit a group; `None` = a new one.
    Group(Option<GroupId>),
    /// Groups that were put away.
    Archive,
    /// Agree on group, session, length, place, presenters.
    Prepare,
    /// Is the room ready? Before the meeting, and from its waiting screen.
    Check,
    /// All sessions; choosing one goes back to Prepare.
    Catalogue,
    /// Add own material to the catalogue.
    Import,
    /// Take groups and members out of a spreadsheet.
    RosterImport,
    /// Copies, the way back, the month's recap, everything as CSV.
    Data,
    /// Edit an own session.
    Edit,
    /// Waiting screen and delivery.
    Deliver,
    /// Attendance of the running meeting.
    Attendance,
    /// Look over and close the running meeting.
    Close,
    /// A closed meeting, with corrections.
    Past(MeetingId),
    /// What is set once for reports.
    Office,
    /// A meeting held without the program: when, where, which session.
    Paper,
    /// Attendance of a closed meeting: corrections, or what is entered from paper.
    Register(MeetingId),
    /// Learning: sessions, quiz, shelves, search.
    Learn,
    /// What a run took, beside earlier ones.
    Review(MeetingId),
    /// The database was damaged and set aside.
    Damaged,
}

/// What lies over the delivery screen; at most one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All pages as small pictures.
    Overview,
    /// Number + Enter; holds what was typed.
    GoTo,
    /// What to shorten or skip.
    CutList,
    /// Countdown for the room.
    Countdown,
    /// Choose an ice-breaker.
    Games,
    /// Write a field note.
    Note,
    /// Head count.
    HeadCount,
    /// Hands counted for the check on the page.
    Hands,
    /// Who did what was promised last time.
    Recall,
    /// All keys.
    Help,
    /// Late start: squeeze or keep.
    LateStart,
    /// The running step began earlier.
    CorrectStart,
    /// Leave the meeting screen (the meeting stays open) or close it.
    Leave,
}

/// A meeting as agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPlan {
    /// Group.
    pub group: GroupId,
    /// Session.
    pub session: SessionId,
    /// Minutes.
    pub length: u16,
    /// Agreed start.
    pub start: Option<DayMinute>,
    /// Agreed end.
    pub end: Option<DayMinute>,
    /// Place.
    pub place: String,
    /// Up to three.
    pub presenters: Vec<Presenter>,
}

/// One press of a script scrolling key, points.
pub const SCRIPT_STEP: f32 = 120.0;

/// A user's wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Go to a screen.
    Go(Screen),
    /// Prepare a meeting of this group with the proposed session.
    PrepareFor(GroupId),
    /// Choose a session in the catalogue for the meeting being prepared.
    ChooseSession(SessionId),
    /// Something with material to be added.
    Import(ImportKey),
    /// Something with a roster out of a spreadsheet.
    Sheet(SheetKey),
    /// Make a printed file of a session and show it.
    Print(SessionId, Printout),
    /// Make an attendance sheet and show it.
    RollSheet(SheetOf, SheetLayout),
    /// Something with what is set once for reports, or a document of the closed meeting.
    Office(OfficeKey),
    /// Something with the data as a whole.
    Data(DataKey),
    /// Something with an own session that is edited.
    Edit(EditKey),
    /// Something to learn by.
    Study(StudyKey),
    /// Something to find or read.
    Search(SearchKey),
    /// Something of a rehearsal.
    Rehearse(RehearseKey),
    /// Save a group.
    SaveGroup(GroupEdit),
    /// Put a group away (kept, not shown).
    ArchiveGroup(GroupId),
    /// Something with groups and members.
    Roster(RosterKey),
    /// Something with NIK and no. KK.
    Vault(VaultKey),
    /// Bring the demo group in.
    AddDemo,
    /// Remove it with its meetings.
    RemoveDemo,
    /// Open the waiting screen of a meeting.
    OpenMeeting(MeetingPlan),
    /// Bring the unfinished meeting back.
    Resume,
    /// Leave it as it is; it is kept but no longer offered.
    DeclineResume,
    /// Something with a meeting held without the program.
    Paper(PaperKey),
    /// A command to the running meeting.
    Meeting(Command),
    /// Correct a mark of a closed meeting.
    Correct(MeetingId, Command),
    /// Something with the clip of the page shown.
    Clip(ClipKey),
    /// Something with photos of the closed meeting being looked at.
    Photo(PhotoKey),
    /// Something with music or the loudspeaker.
    Sound(SoundKey),
    /// Something with the yel-yel that is kept.
    Yell(YellKey),
    /// Show or leave an overlay.
    Overlay(Option<Overlay>),
    /// A key of the attendance screen.
    Roll(RollKey),
    /// Script type larger (+1) or smaller (−1).
    ScriptSize(i8),
    /// Scroll the script down (+1) or up (−1): the app adds [`SCRIPT_STEP`] times this to `Drafts::script_scroll`.
    ScrollScript(i8),
    /// Light or dark console.
    ToggleDark,
    /// Play the test tone.
    TestTone,
    /// The tone was heard, or not.
    ToneHeard(bool),
    /// Look round once more.
    LookAgain,
    /// Bring the stage back to the front, full screen.
    ShowStage,
    /// The page fills the laptop's own screen, or no longer.
    LaptopForRoom,
    /// The laptop was turned round: the second press.
    TurnedRound,
    /// Mirrored screens: nobody can see the picture now.
    LensCovered,
    /// Make two desktops of mirrored screens.
    ExtendScreens,
    /// Exchange the screens of console and stage.
    SwapScreens,
    /// Show each screen's number on it for a moment.
    ShowNumbers,
    /// The test picture on the projector, or away.
    TestPicture(bool),
    /// Esc: the topmost overlay, else [`Command::Clear`].
    Escape,
    /// Take a notice away.
    DismissNotice(u64),
    /// Start from this dated copy (index into the list shown).
    UseCopy(usize),
    /// Start with an empty database.
    StartEmpty,
}

/// What can be done with material to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportKey {
    /// Look at these files or folders; a packed session is opened at once.
    Add(Vec<PathBuf>),
    /// Leave out the file of this row.
    Remove(usize),
    /// Make the session, of this title.
    Save(String),
    /// Stop what is being done.
    Stop,
    /// Choose files or folders on the disk.
    Choose,
    /// Choose a packed session on the disk.
    ChoosePacked,
    /// Choose where to pack this own session to.
    Pack(SessionId),
    /// While choosing: one of the usual places.
    Place(usize),
    /// While choosing: the folder above.
    Up,
    /// While choosing: enter the folder of this row, or mark its file, or no longer.
    Row(usize),
    /// While choosing: what is marked, or here.
    Take,
    /// While choosing: everything in the folder shown.
    TakeAll,
    /// No longer choose.
    LeaveChoosing,
}

/// What can be done with a roster out of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKey {
    /// Read this file.
    Add(PathBuf),
    /// Choose one on the disk; the chooser's own keys are [`ImportKey`]s.
    Choose,
    /// The group that the file does not name is called as typed in `Drafts::roster_group`.
    Named,
    /// Stop reading.
    Stop,
    /// Keep what the preview shows.
    Save,
}

/// What can be done with photos of a closed meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoKey {
    /// Take these files in.
    Add(Vec<PathBuf>),
    /// Choose files on the disk.
    Choose,
    /// While choosing.
    Choosing(ImportKey),
    /// What could not be taken in was read.
    Understood,
}

/// What can be done with music and the loudspeaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoundKey {
    /// Background music on or off.
    Music,
    /// How loud it is, percent.
    MusicVolume(u8),
    /// Through this loudspeaker; `None` = the computer's own choice.
    Device(Option<String>),
    /// Where the sound goes while the projector that was asked about is there.
    Answer(Answer),
}

/// What can be done with an own session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditKey {
    /// Edit this one.
    Open(SessionId),
    /// Change something.
    Do(Edit),
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Write once more what could not be written.
    SaveAgain,
    /// Changed by another program: what is on screen counts.
    UseScreen,
    /// Changed by another program: what is in the file counts.
    UseFile,
    /// Prepare a meeting with it.
    Try,
    /// Leave.
    Done,
}

/// What of learning is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StudyTab {
    /// Sessions: what to read, quiz.
    #[default]
    Session,
    /// Sessions: rehearse them, and what earlier runs took.
    Rehearse,
    /// Ways of leading a group.
    Techniques,
    /// Words of the programme.
    Glossary,
    /// Games.
    Games,
}

/// What can be done to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StudyKey {
    /// Learn.
    Open(StudyTab),
    /// Look at this session.
    Choose(SessionId),
    /// Its background was read.
    Read(SessionId),
    /// Begin its quiz; `None` = the day's cards.
    Quiz(Option<SessionId>),
    /// Answer the question asked, by index.
    Answer(usize),
    /// On to the next one, or to the end.
    NextQuestion,
    /// Leave the quiz.
    LeaveQuiz,
    /// Keep an observation sheet.
    Observe(Observation),
    /// Print the sheet of the run looked at.
    PrintObservation,
}

/// What can be done about rehearsals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RehearseKey {
    /// Begin one.
    Begin(SessionId, Scope),
    /// Do not wait for the countdown or the group's work: their time has passed.
    SkipWait,
    /// Draw a problem card.
    DrawCard,
    /// Respond to it, by index.
    Respond(usize),
    /// Put it away.
    PutCardAway,
    /// The prompter in place of the script, or the script again.
    Prompter,
    /// Look at what a run took.
    Review(MeetingId),
    /// Plan the session looked at with the minutes it really takes, or with its own again.
    UseLearned(bool),
    /// Plan this session with its own minutes again.
    OwnMinutes(SessionId),
}

/// What can be done with the yel-yel that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YellKey {
    /// Keep these lines for all groups, or for the running meeting's.
    Keep {
        /// For all groups.
        all: bool,
        /// Lines.
        text: String,
    },
    /// Choose a sound on the disk.
    ChooseSound {
        /// For all groups.
        all: bool,
    },
    /// While choosing: as with files to be added.
    Choosing(ImportKey),
    /// Keep no sound any more.
    NoSound {
        /// For all groups.
        all: bool,
    },
    /// Take the newest change back.
    Undo,
}

/// What can be done with a clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipKey {
    /// Play or pause; from the beginning when it has ended.
    Toggle,
    /// On or back by seconds.
    Skip(i16),
    /// To a position, ms.
    Seek(u64),
    /// Its sound low while the facilitator speaks, or no longer.
    Duck,
    /// Volume, percent.
    Volume(u8),
    /// Louder or less loud by percent.
    Louder(i8),
    /// No sound, or as loud as before.
    Mute,
    /// The clip was pressed, or something else was: Space is the clip's, or the page's again.
    Focus(bool),
}

/// Keys of the attendance screen, already looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollKey {
    /// Up or down by rows.
    Move(i16),
    /// First (−1) or last (+1) row.
    Edge(i8),
    /// A digit of a row number.
    Digit(u8),
    /// Toggle the typed number, or the current row when none was typed.
    Enter,
    /// Take back the last typed digit.
    Backspace,
    /// Mark the current row and go on to the next.
    Mark(crate::engine::attendance::Status),
    /// Mark the current row as not filled in.
    Unmark,
    /// Everyone present.
    All,
    /// Who is not filled in yet: absent.
    Rest,
    /// The current row came late, or not after all; then on to the next.
    Late,
    /// Open the field for who came in the current row's stead.
    Represent,
    /// Open the fields for guests.
    Guests,
    /// Sort the rows in the next way.
    Order,
    /// Presses on rows give seats, or mark again.
    Seating,
    /// Give this one the next seat, or take the seat away.
    Seat(ParticipantId),
    /// Undo.
    Undo,
    /// Open the search; [`Intent::Escape`] closes it and forgets what was searched.
    Search,
    /// Open the field for a walk-in; [`Intent::Escape`] closes it, and so does a walk-in that was written down.
    WalkIn,
}
