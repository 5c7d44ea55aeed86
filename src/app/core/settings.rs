//! Settings kept in the database: the console's look, the projector that was used, who presented.

use super::Core;
use crate::{
    engine::event::Presenter,
    store::{Request, vault},
    text::prepare,
    ui::theme::SCRIPT_POINTS,
};

const DARK: &str = "console.dark";
const SCRIPT: &str = "console.script-points";
const PROJECTOR: &str = "stage.projector";
const PRESENTERS: &str = "meeting.presenters";
/// Most guests remembered.
const MOST_GUESTS: usize = 6;

impl Core {
    pub(super) fn read_settings(&mut self) {
        self.dark = self.settings.get(DARK).is_some_and(|value| value == "yes");
        self.script_points = self
            .settings
            .get(SCRIPT)
            .and_then(|value| value.parse().ok())
            .filter(|points| SCRIPT_POINTS.contains(points))
            .unwrap_or(22.0);
        self.read_office();
        self.read_guests();
        self.read_sound_settings();
    }

    pub(super) fn change_script_size(&mut self, by: i8) {
        self.script_points =
            (self.script_points + 2.0 * f32::from(by)).clamp(*SCRIPT_POINTS.start(), *SCRIPT_POINTS.end());
        self.keep(SCRIPT, self.script_points.to_string());
    }

    pub(super) fn toggle_dark(&mut self) {
        self.dark = !self.dark;
        self.keep(DARK, if self.dark { "yes" } else { "no" }.to_owned());
    }

    /// Dark console.
    #[must_use]
    pub fn dark(&self) -> bool {
        self.dark
    }

    /// The projector used last, as the monitors room wrote it down.
    #[must_use]
    pub fn remembered_projector(&self) -> Option<&str> {
        self.settings.get(PROJECTOR).map(String::as_str)
    }

    /// Remembers the projector in use: the first ever used, later only one that was chosen on purpose, so that a fallback in another hall
    /// is never kept in its place.
    pub fn remember_projector(&mut self, identity: &str) {
        let chosen = self.projector_chosen();
        let known = self.remembered_projector().is_some_and(|known| !known.is_empty());
        if (chosen || !known) && self.remembered_projector() != Some(identity) {
            self.keep(PROJECTOR, identity.to_owned());
        }
    }

    /// What was remembered is no projector.
    pub fn forget_projector(&mut self) {
        self.keep_projector(None);
    }

    /// Puts back what was remembered before a swap.
    pub(super) fn keep_projector(&mut self, identity: Option<String>) {
        self.keep(PROJECTOR, identity.unwrap_or_default());
    }

    /// Who presents unless somebody else is named: the facilitator, as the office knows them. A guest of one group is no guest of another.
    pub(super) fn usual_presenters(&self) -> Vec<Presenter> {
        let name = self.office().facilitator.trim().to_owned();
        let agency = prepare::OWN_AGENCY.to_owned();
        if name.is_empty() { Vec::new() } else { vec![Presenter { name, agency, steps: Vec::new() }] }
    }

    /// Guests who presented before, the newest first: offered, never filled in.
    pub(super) fn read_guests(&mut self) {
        let kept = self.settings.get(PRESENTERS).map(String::as_str).unwrap_or_default();
        self.guests = serde_json::from_str(kept).unwrap_or_default();
    }

    /// Remembers who presented beside the facilitator.
    pub(super) fn remember_presenters(&mut self, people: &[Presenter]) {
        let own = self.office().facilitator.trim().to_lowercase();
        let guests = people.iter().filter(|person| person.name.trim().to_lowercase() != own);
        let guests = guests.map(|person| Presenter { steps: Vec::new(), ..person.clone() });
        let mut all: Vec<Presenter> = Vec::new();
        for person in guests.chain(std::mem::take(&mut self.guests)) {
            if all.len() < MOST_GUESTS && !all.iter().any(|other| other.name == person.name) {
                all.push(person);
            }
        }
        self.guests = all;
        if let Ok(value) = serde_json::to_string(&self.guests)
            && self.settings.get(PRESENTERS) != Some(&value)
        {
            self.keep(PRESENTERS, value);
        }
    }

    /// How many seats this group drew from, for its next meeting.
    pub(super) fn keep_seats(&mut self, seats: u16) {
        let Some(key) = self.seats_key() else { return };
        let value = seats.to_string();
        if self.settings.get(&key) != Some(&value) {
            self.keep(&key, value);
        }
    }

    /// The seats of the group's last meeting, as a proposal.
    pub(super) fn recall_seats(&mut self) {
        let kept = self.seats_key().and_then(|key| self.settings.get(&key)?.parse().ok());
        self.drafts.play.seats_before = kept;
    }

    fn seats_key(&self) -> Option<String> {
        let group = self.live.as_ref()?.state.setup.group;
        Some(format!("seats.group.{}", group.0))
    }

    /// Keeps a setting; [`Self::unsaved_setting`] until the disk has it.
    pub(super) fn keep(&mut self, key: &str, value: String) {
        *self.unsaved.entry(key.to_owned()).or_default() += 1;
        self.settings.insert(key.to_owned(), value.clone());
        self.send(Request::SetSetting { key: key.to_owned(), value });
    }

    /// The writer has one change of it on the disk.
    pub(super) fn setting_saved(&mut self, key: &str) {
        if let Some(count) = self.unsaved.get_mut(key) {
            *count = count.saturating_sub(1);
        }
        self.unsaved.retain(|_, count| *count > 0);
        if key == vault::SETTING {
            self.passphrase_saved();
        }
    }

    /// What was kept under this name last is not on the disk yet.
    pub(super) fn unsaved_setting(&self, key: &str) -> bool {
        self.unsaved.contains_key(key)
    }

    pub(super) fn send(&mut self, request: Request) {
        if let Some(store) = &mut self.store {
            store.send(request);
        }
    }
}
