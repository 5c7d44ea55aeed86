//! The look round before a meeting: where it was opened from, what was found, what the facilitator answered. It is judged in the engine,
//! and what takes time is looked at by the worker in `app::preflight`.

use super::{Core, Effect};
use crate::{
    app::preflight::Found,
    engine::{
        preflight::{Findings, Pages, Projector, Sound},
        session::Session,
        time::Wall,
    },
    ui::{
        intent::Screen,
        view::{CheckView, Displays, Use},
    },
};

/// What is known of the room besides its screens.
#[derive(Default)]
pub(super) struct Check {
    /// Where the way back leads.
    back: Screen,
    found: Found,
    /// The tone was played since the program began.
    played: bool,
    heard: Option<bool>,
    /// The newest wall time in the database at the start.
    pub(super) newest: Option<Wall>,
}

impl Core {
    /// Where a wish for the check leads: to it when there is something to check, and then everything is looked at afresh.
    pub(super) fn enter_check(&mut self) -> Screen {
        let back = match (&self.screen, &self.live, &self.prepare) {
            (Screen::Check, ..) => self.check.back.clone(),
            (Screen::Deliver, Some(_), _) | (_, Some(_), None) => Screen::Deliver,
            (_, _, Some(_)) => Screen::Prepare,
            (_, None, None) => return Screen::Home,
        };
        self.check.back = back;
        self.look_again();
        Screen::Check
    }

    /// Looks at everything once more.
    pub(super) fn look_again(&mut self) {
        self.check.found.pages = None;
        self.effects.push(Effect::LookRound);
    }

    /// Esc on the check, from either window.
    pub(super) fn leave_check(&mut self) {
        let back = self.check.back.clone();
        self.go(back);
    }

    pub(super) fn play_tone(&mut self) {
        self.check.played = true;
        self.check.heard = None;
        self.effects.push(Effect::TestTone);
    }

    pub(super) fn tone_heard(&mut self, heard: bool) {
        self.check.heard = Some(heard);
    }

    /// What the worker found.
    pub fn set_found(&mut self, found: Found) {
        self.devices.battery = found.battery;
        self.check.found = found;
    }

    /// The session whose pages are to be tried; `None` = the pack has it not.
    #[must_use]
    pub fn session_to_check(&self) -> Option<&Session> {
        match (&self.check.back, &self.live) {
            (Screen::Deliver, Some(live)) => self.session(&live.state.setup.session),
            _ => self.session(&self.prepare.as_ref()?.session),
        }
    }

    pub(super) fn check_view(&self) -> Option<CheckView> {
        (self.screen == Screen::Check)
            .then(|| CheckView { findings: self.findings(), from_meeting: self.check.back == Screen::Deliver })
    }

    fn findings(&self) -> Findings {
        let check = &self.check;
        let session = self.session_to_check();
        let tried = check.found.pages.as_ref().filter(|(id, _)| session.is_some_and(|session| session.id == *id));
        let unknown = Pages {
            there: session.is_some(),
            replaced: false,
            tried: 0,
            all: None,
            broken: Vec::new(),
            clips: Vec::new(),
        };
        Findings {
            projector: self.projector_found(),
            sound: Sound { there: self.devices.sound, played: check.played, heard: check.heard },
            pages: tried.map_or(unknown, |(_, pages)| pages.clone()),
            battery: check.found.battery,
            free: check.found.free,
            now: self.clock.wall(),
            newest: self.newest_wall(),
        }
    }

    fn projector_found(&self) -> Projector {
        let hall = self.hall_view();
        match hall.displays {
            Displays::One => Projector::None,
            Displays::Mirrored => Projector::Mirrored,
            Displays::Extended => {
                let stage = hall.monitors.iter().find(|monitor| monitor.used == Use::Stage);
                stage.map_or(Projector::None, |monitor| Projector::There {
                    number: monitor.number,
                    name: monitor.name.clone(),
                    size: monitor.size,
                })
            }
        }
    }

    /// The newest wall time written down, before and since the start.
    fn newest_wall(&self) -> Option<Wall> {
        let meetings = self.meetings.iter().flat_map(|meeting| [Some(meeting.opened), meeting.closed]);
        let live = self.live.as_ref().map(|live| live.state.last_wall);
        meetings.chain([self.check.newest, live]).flatten().max()
    }
}
