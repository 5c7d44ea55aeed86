//! Everything the program knows while it runs, without windows: screens, groups, the running meeting, what is on disk.
//! Windows, keys and pictures are around it; it can be driven by tests with a clock moved by hand.

mod choosing;
mod clip;
mod daily;
mod data;
mod edit;
mod errand;
mod glance;
mod hall;
mod import;
mod intents;
mod kept;
mod keys;
mod meeting;
mod notices;
mod numbers;
mod office;
mod paper;
mod past;
mod photos;
mod preflight;
mod print;
mod rehearse;
mod reports;
mod roll;
mod roster;
mod roster_import;
mod search;
mod settings;
mod sound;
mod study;
mod view;
mod yell;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

pub use keys::{Focus, Press};

use crate::{
    app::live::Live,
    clock::Clock,
    engine::{
        history::MeetingSummary,
        ids::{GroupId, MeetingId, PageId},
        minutes::MeetingMinutes,
        playout::Signal,
        roster::Group,
    },
    pack::Pack,
    store::{
        BackupFile, Database, DirLock, IdSource, Library, Request, Store, StoreError, StoreHandle, Unfinished, Vault,
    },
    ui::{
        drafts::Drafts,
        intent::{MeetingPlan, Overlay, Screen},
        view::{ClipView, Devices, Notice, PrepareHint, RollCursor},
    },
};

/// Wakes the windows from another thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The database was set aside; nothing can be kept until a choice is made.
struct Damaged {
    set_aside: PathBuf,
    copies: Vec<BackupFile>,
    worded: Vec<String>,
}

/// A signal for the loudspeaker or the windows that one turn of the core asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Play the countdown's beginning.
    CountdownBegan,
    /// Say that two minutes of it are left.
    TwoMinutesLeft,
    /// Play the countdown's end.
    CountdownOver,
    /// Play the test tone.
    TestTone,
    /// Bring the stage to the front again.
    ShowStage,
    /// Move the console to the stage's screen; the stage goes to the other.
    SwapScreens,
    /// Make two desktops of mirrored screens.
    ExtendScreens,
    /// Other photos may lie under the names of those shown so far.
    PhotosExchanged,
    /// Look at battery, disk and the pages of [`Core::session_to_check`].
    LookRound,
}

/// The core.
pub struct Core {
    /// Time.
    pub clock: Clock,
    /// Content.
    pub pack: Arc<Pack>,
    lock: Arc<DirLock>,
    store: Option<StoreHandle>,
    wake: Wake,
    damaged: Option<Damaged>,
    groups: kept::Kept<Vec<Group>>,
    meetings: kept::Kept<Vec<MeetingSummary>>,
    archived: Vec<Group>,
    glance: glance::Glance,
    settings: BTreeMap<String, String>,
    /// How many writes of a setting are not on the disk yet, by its name.
    unsaved: BTreeMap<String, u32>,
    ids: IdSource,
    unfinished: Option<Unfinished>,
    /// What `lembar deliver` wanted, while the question about an unfinished meeting stands.
    after_decline: Option<MeetingPlan>,
    screen: Screen,
    overlay: Option<Overlay>,
    roll: RollCursor,
    live: Option<Live>,
    /// The closed meeting looked at.
    past: Option<past::Past>,
    /// Others, of which photos are still being taken in.
    left: Vec<past::Past>,
    photos: photos::Photos,
    /// Closed, and not yet said to be on the disk.
    just_closed: Option<MeetingId>,
    minutes: Option<MeetingMinutes>,
    prepare: Option<PrepareHint>,
    /// Who presented beside the facilitator, newest first.
    guests: Vec<crate::engine::event::Presenter>,
    notices: Vec<Notice>,
    next_notice: u64,
    /// Notices that go by themselves, and when, program ms.
    passing: Vec<(u64, u64)>,
    trouble: Option<u64>,
    hall: hall::Hall,
    sound: sound::Sound,
    clip: Option<ClipView>,
    /// The clip that was pressed last.
    clip_focus: Option<PageId>,
    /// How loud clips were before they were muted, percent.
    clip_loud: u8,
    yells: yell::Yells,
    check: preflight::Check,
    import: import::Import,
    roster_import: roster_import::RosterImport,
    press: print::Press,
    papers: office::Papers,
    data: data::Data,
    edit: Option<edit::Editing>,
    desk: study::Desk,
    finder: search::Finder,
    card: Option<rehearse::Card>,
    rejection: Option<(&'static str, u64)>,
    echo: Option<(&'static str, u64)>,
    pressed: keys::Pressed,
    last_alive: u64,
    signalled: Option<Signal>,
    roster: roster::Roster,
    numbers: numbers::Numbers,
    /// Opens and seals NIK and no. KK, while it is unlocked.
    vault: Option<Arc<Vault>>,
    devices: Devices,
    stage_size: (u32, u32),
    dark: bool,
    script_points: f32,
    effects: Vec<Effect>,
    /// What is being typed.
    pub drafts: Drafts,
}

/// What opening the data directory gave.
pub enum Opened {
    /// An open database.
    Ready(Database),
    /// It was damaged and set aside.
    Damaged {
        /// Where it lies now.
        set_aside: Option<PathBuf>,
        /// Good dated copies, newest first.
        copies: Vec<BackupFile>,
    },
}

impl Core {
    /// A core over an open data directory. `wake` is called from other threads when there is news.
    pub fn new(clock: Clock, pack: Arc<Pack>, lock: DirLock, opened: Opened, wake: Wake) -> Result<Self, StoreError> {
        let (store, library, damaged) = match opened {
            Opened::Ready(database) => {
                let (store, library) = Store::spawn(database, Arc::clone(&wake))?;
                (Some(store), library, None)
            }
            Opened::Damaged { set_aside, copies } => {
                let worded = copies.iter().map(reports::copy_words).collect();
                let set_aside = set_aside.unwrap_or_else(|| lock.dir().to_owned());
                (None, Library::default(), Some(Damaged { set_aside, copies, worded }))
            }
        };
        let screen = if damaged.is_some() { Screen::Damaged } else { Screen::Home };
        let mut core = Self {
            clock,
            pack,
            lock: Arc::new(lock),
            store,
            wake,
            damaged,
            groups: kept::Kept::default(),
            meetings: kept::Kept::default(),
            archived: Vec::new(),
            glance: glance::Glance::default(),
            settings: BTreeMap::new(),
            unsaved: BTreeMap::new(),
            ids: library.ids.clone(),
            unfinished: None,
            after_decline: None,
            screen,
            overlay: None,
            roll: RollCursor::default(),
            live: None,
            past: None,
            left: Vec::new(),
            photos: photos::Photos::default(),
            just_closed: None,
            minutes: None,
            prepare: None,
            guests: Vec::new(),
            notices: Vec::new(),
            next_notice: 1,
            passing: Vec::new(),
            trouble: None,
            hall: hall::Hall::default(),
            sound: sound::Sound::default(),
            clip: None,
            clip_focus: None,
            clip_loud: clip::LOUD,
            yells: yell::Yells::default(),
            check: preflight::Check::default(),
            import: import::Import::default(),
            roster_import: roster_import::RosterImport::default(),
            press: print::Press::default(),
            papers: office::Papers::default(),
            data: data::Data::default(),
            edit: None,
            desk: study::Desk::default(),
            finder: search::Finder::default(),
            card: None,
            rejection: None,
            echo: None,
            pressed: keys::Pressed::default(),
            last_alive: 0,
            signalled: None,
            roster: roster::Roster::default(),
            numbers: numbers::Numbers::default(),
            vault: None,
            devices: Devices::default(),
            stage_size: (1024, 768),
            dark: false,
            script_points: 22.0,
            effects: Vec::new(),
            drafts: Drafts::default(),
        };
        core.take_library(library);
        core.report_pack_faults();
        // The day's copy; there is nothing to copy at a first start.
        if !core.groups.is_empty() {
            let wall = core.clock.wall();
            core.send(Request::Backup(wall));
        }
        Ok(core)
    }

    fn take_library(&mut self, library: Library) {
        self.forget_search();
        *self.groups = library.groups;
        self.archived = library.archived;
        roster::listed(&mut self.groups);
        roster::listed(&mut self.archived);
        *self.meetings = library.meetings;
        self.meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.opened, meeting.id)));
        self.take_study(&library.study);
        self.settings = library.settings;
        self.ids = library.ids;
        self.unfinished = library.unfinished;
        // One that only waited is begun anew as quickly as taken up again.
        if self.unfinished.as_ref().is_some_and(|unfinished| rehearse::only_waited(&unfinished.log)) {
            self.decline_resume();
        }
        self.check.newest = library.newest;
        self.read_settings();
        self.read_vault();
    }

    /// The running meeting.
    #[must_use]
    pub fn live(&self) -> Option<&Live> {
        self.live.as_ref()
    }

    /// The screen shown.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// All groups.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What this turn asked of the loudspeaker and the windows.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The pixel size of the stage changed.
    pub fn set_stage_size(&mut self, size: (u32, u32)) {
        self.stage_size = size;
    }

    /// The pixel size of the stage, for pictures made ahead.
    #[must_use]
    pub fn stage_size(&self) -> (u32, u32) {
        self.stage_size
    }

    /// Ends the writer after everything is written. Returns how many requests could not be written; 0 = all is safe.
    #[must_use]
    pub fn close(mut self) -> usize {
        self.finish_photos();
        self.keep_told();
        let unedited = usize::from(!self.finish_edit());
        unedited + self.store.take().map_or(0, StoreHandle::close)
    }

    fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// A group that is shown or in the archive: what was held with it stays to be reported.
    fn group_ever(&self, id: GroupId) -> Option<&Group> {
        self.group(id).or_else(|| self.archived.iter().find(|group| group.id == id))
    }
}
