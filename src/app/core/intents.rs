//! Carries out what a user asked for.

use super::{Core, Effect};
use crate::{
    engine::{
        command::{Command, Rejection, decide},
        history,
        ids::{GroupId, SessionId},
        problem::ProgramDeed,
        roster::{Group, Member},
        state::Phase,
    },
    store::Request,
    text::app as text,
    ui::{
        drafts::{HoursForm, VaultForm},
        intent::{Intent, Overlay, SCRIPT_STEP, Screen},
        view::{Level, PrepareHint},
    },
};

impl Core {
    /// Carries out one wish.
    pub fn apply(&mut self, intent: Intent) {
        if self.held_back(&intent) || self.restoring() {
            return;
        }
        if !matches!(intent, Intent::Clip(_)) {
            self.clip_focus = None;
        }
        match intent {
            Intent::Go(screen) => self.go(screen),
            Intent::PrepareFor(group) => self.prepare_for(group, None),
            Intent::ChooseSession(session) => {
                if let Some(group) = self.prepare.as_ref().map(|hint| hint.group) {
                    self.prepare_for(group, Some(session));
                }
            }
            Intent::Import(key) => self.import(key),
            Intent::Sheet(key) => self.sheet_key(key),
            Intent::Print(session, what) => self.print(session, what),
            Intent::RollSheet(of, layout) => self.print_sheet(of, layout),
            Intent::Office(key) => self.office_key(key),
            Intent::Data(key) => self.data_key(key),
            Intent::Edit(key) => self.edit(key),
            Intent::Study(key) => self.study(key),
            Intent::Search(key) => self.search(key),
            Intent::Rehearse(key) => self.rehearse(key),
            Intent::SaveGroup(edit) => self.save_group(edit),
            Intent::ArchiveGroup(group) => self.archive_group(group),
            Intent::Roster(key) => self.roster_key(key),
            Intent::Vault(key) => self.vault_key(key),
            Intent::AddDemo => self.add_demo(),
            Intent::RemoveDemo => self.remove_demo(),
            Intent::OpenMeeting(plan) => {
                self.open_meeting(plan);
            }
            Intent::Resume => self.resume(),
            Intent::DeclineResume => self.decline_resume(),
            Intent::Paper(key) => self.paper(key),
            Intent::Meeting(Command::Start(plan)) => {
                // The late-start question names the plan; the start button and F5 leave it to the question.
                let asked = self.overlay == Some(Overlay::LateStart);
                self.start(asked.then_some(plan));
            }
            Intent::Meeting(command) => self.meeting(&command),
            Intent::Correct(meeting, command) => _ = self.correct(meeting, &command),
            Intent::Photo(key) => self.photo_key(key),
            Intent::Clip(key) => self.clip(key),
            Intent::Sound(key) => self.sound_key(key),
            Intent::Yell(key) => self.yell(key),
            Intent::Overlay(overlay) => self.overlay(overlay),
            Intent::Roll(key) => self.roll_key(key),
            Intent::ScriptSize(by) => self.change_script_size(by),
            Intent::ToggleDark => self.toggle_dark(),
            Intent::ScrollScript(by) => self.drafts.script_scroll += f32::from(by) * SCRIPT_STEP,
            Intent::TestTone => self.play_tone(),
            Intent::ToneHeard(heard) => self.tone_heard(heard),
            Intent::LookAgain => self.look_again(),
            Intent::ShowStage => self.show_stage(),
            Intent::LaptopForRoom => {
                self.laptop_for_room();
                self.watched(ProgramDeed::Laptop);
            }
            Intent::TurnedRound => self.turned(),
            Intent::LensCovered => self.lens_covered(),
            Intent::ExtendScreens => self.effects.push(Effect::ExtendScreens),
            Intent::SwapScreens => self.swap_screens(),
            Intent::ShowNumbers => self.show_numbers(),
            Intent::TestPicture(on) => self.show_test(on),
            Intent::Escape => self.escape(),
            Intent::DismissNotice(id) => self.dismiss(id),
            Intent::UseCopy(index) => self.use_copy(index),
            Intent::StartEmpty => self.start_empty(),
        }
    }

    pub(super) fn go(&mut self, screen: Screen) {
        // Nothing of a rehearsal is kept for a report, so there is nothing to look over before it ends.
        if screen == Screen::Close && self.rehearsing() {
            self.meeting(&Command::Close);
            return;
        }
        // A rehearsal has no record to correct or report, only what it took.
        if let Screen::Past(id) | Screen::Register(id) = screen
            && self.was_rehearsal(id)
        {
            self.review_of(id);
            return;
        }
        self.overlay = None;
        self.rejection = None;
        self.hide_number();
        self.drafts.study.outside = false;
        if screen != Screen::Edit {
            self.leave_edit();
        }
        if screen != self.screen {
            self.keep_told();
        }
        match &screen {
            Screen::Group(_) => {
                self.drafts.group = None;
                self.drafts.vault = VaultForm::default();
            }
            Screen::Office => {
                self.papers.back = if let Screen::Past(id) = self.screen { Some(id) } else { None };
            }
            Screen::Past(id) | Screen::Register(id) => {
                self.read_past(*id);
                self.refresh_report();
                self.enter_roll(Some(*id));
            }
            Screen::Close => {
                self.drafts.closing = false;
                self.drafts.presenters = None;
            }
            Screen::Catalogue => self.drafts.find_session.clear(),
            Screen::Import => self.begin_import(),
            Screen::RosterImport => self.begin_roster_import(),
            Screen::Data => self.begin_data(),
            Screen::Attendance => self.enter_roll(None),
            Screen::Learn => self.enter_learn(),
            // What it takes belongs to the meeting now.
            Screen::Deliver => self.drop_search(),
            _ => {}
        }
        // A meeting under way is where "home" leads until it is closed or left.
        self.screen = match (&self.live, screen) {
            (None, Screen::Deliver | Screen::Attendance | Screen::Close) => Screen::Home,
            (_, Screen::Check) => self.enter_check(),
            (_, Screen::Edit) if self.edit.is_none() => Screen::Home,
            (_, screen) => screen,
        };
        self.refresh_minutes();
    }

    fn prepare_for(&mut self, group: GroupId, chosen: Option<SessionId>) {
        let catalogue: Vec<SessionId> = self.pack.sessions.iter().map(|session| session.id.clone()).collect();
        let next = history::next_session(&catalogue, &self.meetings, group).map(|next| next.session);
        let by_hand = chosen.is_some();
        let Some(session) = chosen.or(next) else { return };
        // A new session keeps what was already agreed for this group; a new group starts afresh.
        match &mut self.drafts.plan {
            Some(plan) if plan.group == group => plan.session = session.clone(),
            plan => {
                *plan = None;
                self.drafts.hours = HoursForm::default();
                self.drafts.without_recap = false;
            }
        }
        let presenters = self.usual_presenters();
        self.prepare = Some(PrepareHint { group, session, chosen: by_hand, presenters });
        self.go(Screen::Prepare);
    }

    fn add_demo(&mut self) {
        if self.groups.iter().any(|group| group.demo) {
            return;
        }
        let demo = self.pack.demo.clone();
        let members = demo.names.into_iter().map(|name| Member::named(self.ids.participant(), name)).collect();
        let id = self.ids.group();
        self.keep_group(Group { id, name: demo.group, place: demo.place, demo: true, members, ..Group::default() });
        self.go(Screen::Home);
    }

    fn remove_demo(&mut self) {
        let Some(id) = self.groups.iter().find(|group| group.demo).map(|group| group.id) else { return };
        // What could be taken back rests on groups of which one is gone.
        self.settle_roster();
        let wall = self.clock.wall();
        self.send(Request::RemoveDemo { wall });
        self.groups.retain(|group| group.id != id);
        self.meetings.retain(|meeting| meeting.group != id);
        self.notice(Level::Info, text::DEMO_REMOVED);
        self.go(Screen::Home);
    }

    pub(super) fn overlay(&mut self, overlay: Option<Overlay>) {
        let check = self.live.as_ref().is_some_and(|live| live.state.check_shown().is_some());
        if overlay == Some(Overlay::Hands) && !check {
            self.reject(text::rejection(Rejection::NoCheck));
            return;
        }
        match overlay {
            Some(Overlay::CutList) => self.drafts.cuts = None,
            Some(Overlay::GoTo) if self.overlay != overlay && self.drafts.go_to.len() != 1 => self.drafts.go_to.clear(),
            None => self.drafts.go_to.clear(),
            _ => {}
        }
        if overlay != self.overlay {
            self.leave_yell_choosing();
        }
        self.overlay = overlay;
    }

    /// F5: starts from the waiting screen, else brings the stage back to the front.
    fn show_stage(&mut self) {
        if self.live.as_ref().is_some_and(|live| live.state.phase == Phase::Waiting) && self.screen == Screen::Deliver {
            self.start(None);
        } else {
            self.effects.push(Effect::ShowStage);
        }
    }

    /// Esc takes away one thing and never ends anything.
    fn escape(&mut self) {
        if self.escape_hall() {
            return;
        }
        if self.overlay.is_some() {
            self.overlay(None);
        } else if self.screen == Screen::Check {
            self.leave_check();
        } else if self.screen == Screen::Attendance || self.register_open() {
            self.leave_roll();
        } else {
            // Nothing to clear is not worth a word: the clicker's start button sends Esc every other press.
            let Some(live) = &self.live else { return };
            let now = live.now(self.clock.mono(), self.clock.wall());
            if decide(&live.state, &Command::Clear, now).is_ok() {
                self.meeting(&Command::Clear);
            } else {
                self.put_card_away();
            }
        }
    }
}
