//! The core as the console's screens may see it.

use super::Core;
use crate::{
    engine::{
        event::MeetingKind,
        state::{Phase, State},
    },
    ui::{
        intent::Screen,
        view::{DamagedView, MeetingView, PastView, ResumeOffer, View},
    },
};

impl Core {
    /// Everything the console draws from. `offer` is [`Self::resume_offer`], made by the caller so that the view can borrow.
    #[must_use]
    pub fn view(&self, offer: Option<ResumeOffer>) -> View<'_> {
        let demo = &self.pack.demo;
        let has_demo = self.groups.iter().any(|group| group.demo);
        View {
            screen: &self.screen,
            wall: self.clock.wall(),
            overview: self.overview(),
            groups: &self.groups,
            archived: &self.archived,
            numbers: self.numbers_view(),
            meetings: &self.meetings,
            sessions: &self.pack.sessions,
            games: &self.pack.games,
            demo: (!has_demo && !demo.names.is_empty()).then_some((demo.group.as_str(), demo.names.len())),
            resume: offer,
            meeting: self.meeting_view(),
            past: self.past.as_ref().map(|past| PastView {
                id: past.id,
                state: past.state.as_ref(),
                minutes: past.minutes.as_ref(),
                durable_seq: past.durable,
                roll: &self.roll,
                overlay: self.overlay,
                rejection: self.rejection.map(|(sentence, _)| sentence),
                photos: self.photos_view(),
            }),
            notices: &self.notices,
            devices: self.devices,
            hall: self.hall_view(),
            sound: self.sound_view(),
            music: self.music_view(),
            check: self.check_view(),
            dark: self.dark,
            script_points: self.script_points,
            prepare: self.prepare.clone(),
            guests: &self.guests,
            office: self.office_view(),
            import: self.import_view(),
            roster_import: self.roster_import_view(),
            data: self.data_view(),
            edit: self.edit_view(),
            study: self.study_view(),
            daily: self.daily_view(),
            ready: self.ready_view(),
            review: if matches!(self.screen, Screen::Review(_)) { self.review_view() } else { None },
            own: self.pack.own_sessions(),
            damaged: self
                .damaged
                .as_ref()
                .map(|damaged| DamagedView { set_aside: &damaged.set_aside, copies: &damaged.worded }),
            key_echo: self.echo.map(|(help, _)| help),
        }
    }

    fn meeting_view(&self) -> Option<MeetingView<'_>> {
        let live = self.live.as_ref()?;
        Some(MeetingView {
            state: &live.state,
            now: live.now(self.clock.mono(), self.clock.wall()),
            durable_seq: live.durable,
            session: &live.session,
            card: self.card_view(),
            scene: &live.scene,
            stage_size: self.stage_size,
            overlay: self.overlay,
            roll: &self.roll,
            minutes: self.minutes.as_ref(),
            yell: self.yell_view(live.state.setup.group),
            clip: self.clip,
            song: self.song_view(),
            rejection: self.rejection.map(|(sentence, _)| sentence),
        })
    }

    /// The question about an unfinished meeting.
    #[must_use]
    pub fn resume_offer(&self) -> Option<ResumeOffer> {
        if !self.resume_offered() {
            return None;
        }
        let unfinished = self.unfinished.as_ref()?;
        let state = State::fold(&unfinished.log.records)?;
        let (_, event) = state.resume(unfinished.alive_at, unfinished.alive_wall, self.clock.wall());
        let paused = matches!(event, crate::engine::event::Event::Resumed { paused: true, .. });
        let step = (state.phase == Phase::Running).then(|| {
            let title = state.sheet.steps.get(usize::from(state.step)).map(|step| step.title.clone());
            (state.step + 1, title.unwrap_or_default())
        });
        Some(ResumeOffer {
            rehearsal: state.setup.kind == MeetingKind::Rehearsal,
            group: state.setup.group_name.clone(),
            title: state.setup.title.clone(),
            wall: unfinished.alive_wall,
            step,
            page: state.sheet.number_of(state.shown).unwrap_or(1),
            paused,
            undecodable: unfinished.log.undecodable,
        })
    }
}
