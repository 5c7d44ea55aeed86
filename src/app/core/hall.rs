//! The screens of the hall: which there are, what the laptop's own screen shows the room, what the wall shows besides pages.
//! Which monitor is the projector is chosen in `app::monitors`; nothing here touches a window.

use super::{Core, Effect};
use crate::{
    engine::{
        command::Command,
        scene::{Base, StageScene},
        session::Module,
        state::Phase,
    },
    text::hall as text,
    ui::{
        console,
        drafts::HomeTab,
        intent::{Intent, Overlay, Screen},
        stage::Wall,
        view::{Displays, Face, HallView, Level, Monitor, Use},
    },
};

/// How long the big numbers stay, ms.
const NUMBERS: u64 = 4000;
/// How long Esc takes a swap back, ms; later it means what it always means, so that a clicker cannot swap screens.
const UNDO_SWAP: u64 = 15_000;

/// The laptop's own screen while a meeting is open.
#[derive(Clone, Debug, Default, PartialEq)]
enum Laptop {
    /// The console.
    #[default]
    Console,
    /// The page, for the room.
    Room,
    /// Black until it is pressed again; then this is carried out.
    Turn(Box<Intent>),
}

/// What mirrored screens show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mirror {
    /// The page.
    #[default]
    Page,
    /// How to part the screens, instead of the page.
    Explained,
    /// The console: the facilitator says that the room cannot see it.
    Covered,
}

/// Everything about screens that is no fact of the meeting.
#[derive(Default)]
pub(super) struct Hall {
    /// `None` until the monitors were looked at.
    displays: Option<Displays>,
    monitors: Vec<Monitor>,
    laptop: Laptop,
    /// What was opened while the laptop showed the room; carried out, the room sees the page again.
    back_to_room: bool,
    /// Counts while the screens are mirrored; forgotten when screens change.
    mirror: Mirror,
    numbers_until: Option<u64>,
    testing: bool,
    swap: Option<Swap>,
    notice: Option<u64>,
}

struct Swap {
    until: u64,
    remembered: Option<String>,
}

impl Core {
    /// What the laptop shows. Only a meeting has something for the room, and the question about going on comes before it.
    #[must_use]
    pub fn face(&self) -> Face {
        if self.live.is_none() || self.hall.testing {
            return Face::Console;
        }
        match (self.hall.displays, &self.hall.laptop) {
            (Some(Displays::Mirrored), _) if self.hall.mirror == Mirror::Covered => Face::Console,
            (Some(Displays::Mirrored), _) if self.hall.mirror == Mirror::Explained => Face::Mirror,
            (Some(Displays::Mirrored), _) | (_, Laptop::Room) => Face::Room,
            (_, Laptop::Turn(_)) => Face::Turn,
            (_, Laptop::Console) => Face::Console,
        }
    }

    /// What the projector shows; `None` = no window there.
    #[must_use]
    pub fn wall(&self) -> Option<Wall> {
        if self.hall.numbers_until.is_some() {
            let number = self.hall.monitors.iter().find(|monitor| monitor.used == Use::Stage)?.number;
            return Some(Wall::Number(number));
        }
        if self.hall.testing {
            return Some(Wall::Test);
        }
        if let Some(live) = &self.live {
            return Some(Wall::Scene(live.scene.clone()));
        }
        let checked = (self.screen == Screen::Check).then(|| self.prepared_module()).flatten()?;
        Some(Wall::Scene(StageScene { module: checked, base: Base::Calm, countdown: None, clip: None, ask: None }))
    }

    /// The screens as the console may know them.
    #[must_use]
    pub fn hall_view(&self) -> HallView<'_> {
        let console = self.hall.monitors.iter().find(|monitor| monitor.used == Use::Console);
        HallView {
            displays: self.hall.displays.unwrap_or_default(),
            face: self.face(),
            monitors: &self.hall.monitors,
            number: self.hall.numbers_until.and(console).map(|monitor| monitor.number),
            testing: self.hall.testing,
        }
    }

    /// The monitors were looked at: what they are and what is on them. Says what changed, once.
    pub fn set_displays(&mut self, displays: Displays, monitors: Vec<Monitor>) {
        self.hall.monitors = monitors;
        let before = self.hall.displays.replace(displays);
        self.devices.projector = displays == Displays::Extended;
        if before == Some(displays) {
            return;
        }
        if before == Some(Displays::Extended) {
            self.hall.testing = false;
            self.projector_gone();
        }
        self.hall.mirror = Mirror::Page;
        self.hall.back_to_room = false;
        // The window system has moved the windows since: there is nothing to take back.
        self.hall.swap = None;
        if displays == Displays::Mirrored && self.live.is_some() {
            self.overlay(None);
        }
        if displays == Displays::Extended && self.hall.laptop == Laptop::Room {
            // The laptop still faces the room; the console would be read there.
            self.hall.laptop = Laptop::Turn(Box::new(Intent::Go(Screen::Deliver)));
        }
        if let Some(notice) = self.hall.notice.take() {
            self.notices.retain(|other| other.id != notice);
        }
        let matters = self.live.is_some() || self.screen == Screen::Check;
        self.hall.notice = match (before, displays) {
            (_, Displays::Mirrored) => {
                Some(self.notice_with(Level::Warning, text::MIRRORED, (text::EXTEND, Intent::ExtendScreens)))
            }
            (Some(Displays::Extended), Displays::One) if matters => Some(self.gone_notice()),
            (Some(_), Displays::Extended) if matters => Some(self.notice(Level::Info, text::PROJECTOR_BACK)),
            (None, Displays::One) if self.live.is_some() => Some(self.alone_notice()),
            _ => None,
        };
    }

    /// Both screens show the same.
    #[must_use]
    pub fn mirrored(&self) -> bool {
        self.hall.displays == Some(Displays::Mirrored)
    }

    /// Mirrored screens could not be parted from here.
    pub fn extending_failed(&mut self) {
        self.notice(Level::Warning, text::EXTEND_FAILED);
    }

    fn gone_notice(&mut self) -> u64 {
        self.notice_with(Level::Warning, text::PROJECTOR_GONE, (text::ON_LAPTOP, Intent::LaptopForRoom))
    }

    fn alone_notice(&mut self) -> u64 {
        self.notice_with(Level::Info, text::NO_PROJECTOR, (text::ON_LAPTOP, Intent::LaptopForRoom))
    }

    /// A meeting is opened: says so when there is no projector. Before the monitors were looked at nothing is known.
    pub(super) fn enter_hall(&mut self) {
        self.hall.laptop = Laptop::Console;
        self.hall.testing = false;
        // Rehearsed alone at home there is no projector, and none is missed.
        if self.hall.displays == Some(Displays::One) && !self.rehearsing() {
            self.hall.notice = Some(self.alone_notice());
        }
    }

    /// What runs on the wall must not run on unseen.
    fn projector_gone(&mut self) {
        self.pause_clip();
        let Some(live) = &self.live else { return };
        let now = live.now(self.clock.mono(), self.clock.wall());
        let running =
            live.state.countdown.is_some_and(|countdown| countdown.paused_left.is_none() && !countdown.over(now.at));
        if running {
            self.meeting(&Command::ToggleCountdown);
        }
    }

    /// Before anything is carried out: what would show the console to the room asks for the laptop to be turned first.
    /// True = not now.
    pub(super) fn held_back(&mut self, intent: &Intent) -> bool {
        let face = self.face();
        if face == Face::Console || for_the_room(intent) {
            return false;
        }
        if face == Face::Turn {
            // The second press of any such key opens what it stands for.
            self.hall.laptop = Laptop::Console;
            self.hall.back_to_room = matches!(intent, Intent::Overlay(_));
            return false;
        }
        if self.hall.displays == Some(Displays::Mirrored) {
            self.hall.mirror = Mirror::Explained;
        } else {
            self.hall.laptop = Laptop::Turn(Box::new(intent.clone()));
        }
        true
    }

    /// The laptop was turned round: the second press.
    pub(super) fn turned(&mut self) {
        match std::mem::take(&mut self.hall.laptop) {
            Laptop::Turn(then) => {
                self.hall.back_to_room = matches!(*then, Intent::Overlay(_));
                self.apply(*then);
            }
            other => self.hall.laptop = other,
        }
    }

    /// F11: the page fills the laptop, or the console comes back by way of the black screen.
    pub(super) fn laptop_for_room(&mut self) {
        let Some(live) = &self.live else { return };
        match (self.face(), self.hall.displays) {
            (Face::Room, Some(Displays::Mirrored)) => self.hall.mirror = Mirror::Explained,
            (Face::Room, _) => self.hall.laptop = Laptop::Turn(Box::new(Intent::Go(Screen::Deliver))),
            (Face::Mirror, _) | (Face::Console, Some(Displays::Mirrored)) => self.hall.mirror = Mirror::Page,
            (Face::Console, Some(Displays::Extended)) => self.effects.push(Effect::ShowStage),
            (Face::Turn, _) => self.turned(),
            (Face::Console, _) => {
                if live.state.phase != Phase::Closed {
                    self.show_room();
                }
            }
        }
    }

    fn show_room(&mut self) {
        self.go(Screen::Deliver);
        self.hall.laptop = Laptop::Room;
        self.hall.back_to_room = false;
    }

    /// Something for the room was chosen on a console that was opened from the room's page: the page comes back by itself.
    pub(super) fn chosen_for_room(&mut self) {
        if self.hall.back_to_room && self.hall.laptop == Laptop::Console {
            self.show_room();
        }
    }

    /// The facilitator says that nobody sees the mirrored picture.
    pub(super) fn lens_covered(&mut self) {
        if self.face() == Face::Mirror {
            self.hall.mirror = Mirror::Covered;
        }
    }

    /// Esc on a black screen or soon after a swap. True when it was used up.
    pub(super) fn escape_hall(&mut self) -> bool {
        match self.face() {
            Face::Turn => self.show_room(),
            Face::Mirror => self.hall.mirror = Mirror::Page,
            Face::Room => return false,
            Face::Console => {
                if self.hall.testing {
                    self.hall.testing = false;
                    return true;
                }
                let Some(swap) = self.hall.swap.take_if(|swap| self.clock.mono() < swap.until) else { return false };
                self.keep_projector(swap.remembered);
                self.effects.push(Effect::SwapScreens);
                self.notice(Level::Info, text::SWAPPED_BACK);
            }
        }
        true
    }

    /// Ctrl+Shift+S. Not where names would come onto the wall.
    pub(super) fn swap_screens(&mut self) {
        let names = !self.nameless();
        if self.hall.displays != Some(Displays::Extended) {
            self.notice(Level::Warning, text::NOTHING_TO_SWAP);
        } else if names {
            self.notice(Level::Warning, text::SWAP_REFUSED);
        } else if self.stage_is_small() {
            self.notice(Level::Warning, text::SWAP_TOO_SMALL);
        } else {
            let remembered = self.remembered_projector().map(str::to_owned);
            self.hall.swap = Some(Swap { until: self.clock.mono() + UNDO_SWAP, remembered });
            self.effects.push(Effect::SwapScreens);
            self.notice(Level::Info, text::SWAPPED);
        }
    }

    /// Nothing on the console names a person or holds what was written: only what is listed here.
    fn nameless(&self) -> bool {
        let screen = match self.screen {
            Screen::Deliver | Screen::Check => true,
            Screen::Home => self.drafts.home.tab != HomeTab::Visits,
            _ => false,
        };
        let panel = match self.overlay {
            None
            | Some(
                Overlay::Overview
                | Overlay::GoTo
                | Overlay::CutList
                | Overlay::Countdown
                | Overlay::Help
                | Overlay::LateStart
                | Overlay::CorrectStart
                | Overlay::Leave,
            ) => true,
            // First names instead of seats are drawn from on purpose, and still not for the wall.
            Some(Overlay::Games) => !self.drafts.play.names,
            Some(Overlay::Note | Overlay::HeadCount | Overlay::Hands | Overlay::Recall) => false,
        };
        screen && panel
    }

    /// The console would not be whole on the stage's monitor.
    fn stage_is_small(&self) -> bool {
        let [width, height] = console::SMALLEST;
        let stage = self.hall.monitors.iter().find(|monitor| monitor.used == Use::Stage);
        stage.is_some_and(|stage| (stage.size.0 as f32) < width || (stage.size.1 as f32) < height)
    }

    /// The stage is where it was put on purpose.
    pub(super) fn projector_chosen(&self) -> bool {
        self.hall.swap.as_ref().is_some_and(|swap| self.clock.mono() < swap.until)
    }

    /// The module of the session being prepared, for the picture on the wall while the room is checked.
    fn prepared_module(&self) -> Option<Module> {
        let prepared = &self.prepare.as_ref()?.session;
        self.session(prepared).map(|session| session.module)
    }

    /// Big numbers on both screens for a moment.
    pub(super) fn show_numbers(&mut self) {
        self.hall.numbers_until = Some(self.clock.mono() + NUMBERS);
    }

    /// The test picture on the projector, or away again.
    pub(super) fn show_test(&mut self, on: bool) {
        // Whoever asks for it has seen the numbers.
        self.hall.numbers_until = None;
        self.hall.testing = on;
    }

    /// The numbers have been seen long enough; returns when they go, program ms.
    pub(super) fn expire_hall(&mut self) -> Option<u64> {
        let mono = self.clock.mono();
        if self.hall.numbers_until.take_if(|until| *until <= mono).is_some() {
            // Both windows have to be drawn once more.
            (self.wake)();
        }
        self.hall.numbers_until
    }
}

/// Carried out while the room looks at the laptop: it changes the page or what lies over it, and shows nothing of the console.
fn for_the_room(intent: &Intent) -> bool {
    match intent {
        Intent::Meeting(command) => !matches!(command, Command::Close),
        // A page number is typed in the bar.
        Intent::Overlay(overlay) => matches!(overlay, None | Some(Overlay::GoTo)),
        Intent::ShowStage
        | Intent::Escape
        | Intent::LaptopForRoom
        | Intent::TurnedRound
        | Intent::LensCovered
        | Intent::ExtendScreens
        | Intent::ShowNumbers
        | Intent::TestTone
        | Intent::Clip(_)
        | Intent::ScriptSize(_)
        | Intent::ScrollScript(_)
        | Intent::ToggleDark
        | Intent::DismissNotice(_) => true,
        _ => false,
    }
}
