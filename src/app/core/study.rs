//! Learning: what was read, quizzes, the day's cards. Search is in `search`.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Core,
    daily::{CardPlace, Daily},
    kept::Kept,
    rehearse::Review,
};
use crate::{
    engine::{
        history::MeetingSummary,
        ids::SessionId,
        learn::Question,
        session::Session,
        study::{CardId, Deed, Study, StudyRecord},
    },
    store::Request,
    ui::{
        intent::{Screen, StudyKey, StudyTab},
        view::{QuizView, ReadyView, StudyRow, StudyView},
    },
};

/// Everything about learning that is not on disk in this shape.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) study: Kept<Study>,
    pub(super) daily: Daily,
    pub(super) review: Option<Review>,
    chosen: Option<SessionId>,
    quiz: Option<Quiz>,
}

/// A quiz, or the day's cards.
struct Quiz {
    /// `None` = the day's cards.
    session: Option<SessionId>,
    asked: Arc<[CardPlace]>,
    /// Where it was begun, and where its end leads.
    back: Screen,
    at: usize,
    chosen: Option<usize>,
    /// Those that were answered wrongly, in order.
    missed: Vec<CardPlace>,
}

impl Quiz {
    fn right(&self) -> usize {
        let answered = self.at + usize::from(self.chosen.is_some());
        answered.saturating_sub(self.missed.len())
    }
}

impl Core {
    pub(super) fn take_study(&mut self, records: &[StudyRecord]) {
        *self.desk.study = Study::fold(records);
    }

    /// Something was learned: part of the fold at once, on disk soon.
    pub(super) fn did(&mut self, deed: Deed) {
        let record = StudyRecord { wall: self.clock.wall(), deed };
        self.desk.study.apply(&record);
        self.send(Request::Study(record));
    }

    /// Carries out one wish.
    pub(super) fn study(&mut self, key: StudyKey) {
        match key {
            StudyKey::Open(tab) => self.open_study(tab),
            StudyKey::Choose(session) => self.choose_to_learn(session),
            StudyKey::Read(session) => self.did(Deed::Read { session }),
            StudyKey::Quiz(session) => self.begin_quiz(session),
            StudyKey::Answer(choice) => self.answer_quiz(choice),
            StudyKey::NextQuestion => self.next_question(),
            StudyKey::LeaveQuiz => {
                if let Some(quiz) = self.desk.quiz.take() {
                    self.go(quiz.back);
                }
            }
            StudyKey::Observe(sheet) => self.did(Deed::Observed { sheet }),
            StudyKey::PrintObservation => self.print_observation(),
        }
    }

    /// The session looked at.
    pub(super) fn choose_to_learn(&mut self, session: SessionId) {
        self.desk.chosen = Some(session);
        self.desk.quiz = None;
    }

    /// Questions are being asked.
    pub(super) const fn quizzing(&self) -> bool {
        self.desk.quiz.is_some()
    }

    fn open_study(&mut self, tab: StudyTab) {
        self.desk.quiz = None;
        self.leave_search();
        self.drafts.study.tab = tab;
        self.go(Screen::Learn);
    }

    /// The learning screen is shown.
    pub(super) fn enter_learn(&mut self) {
        let known = self.desk.chosen.as_ref().is_some_and(|id| self.session(id).is_some());
        if !known {
            self.desk.chosen = self.to_get_ready_for();
        }
        // Built while nothing is typed yet.
        self.ready_search();
    }

    /// What the group whose turn it is will get, if it is written; else the first that is.
    fn to_get_ready_for(&self) -> Option<SessionId> {
        let written = |id: &&SessionId| self.session(id).is_some_and(|session| session.learn.is_some());
        let overview = self.overview();
        let turn = overview.iter().flat_map(|all| &all.groups).find(|group| !group.demo);
        let next = turn.and_then(|group| group.next.as_ref()).map(|next| &next.session).filter(written).cloned();
        let ids = || self.pack.sessions.iter().map(|session| &session.id);
        next.or_else(|| ids().find(written).or_else(|| ids().next()).cloned())
    }

    fn question(&self, session: &SessionId, index: usize) -> Option<&Question> {
        self.session(session)?.learn.as_ref()?.questions.get(index)
    }

    fn begin_quiz(&mut self, session: Option<SessionId>) {
        let asked = match &session {
            Some(id) => {
                let count = self
                    .session(id)
                    .and_then(|session| session.learn.as_ref())
                    .map_or(0, |learn| learn.questions.len());
                (0..count).map(|index| (id.clone(), index)).collect()
            }
            None => self.today().cards,
        };
        if !asked.is_empty() {
            let back = self.screen.clone();
            self.desk.quiz = Some(Quiz { session, asked, back, at: 0, chosen: None, missed: Vec::new() });
            self.go(Screen::Learn);
        }
    }

    fn answer_quiz(&mut self, choice: usize) {
        let Some(quiz) = self.desk.quiz.as_ref().filter(|quiz| quiz.chosen.is_none()) else { return };
        let Some((session, index)) = quiz.asked.get(quiz.at).cloned() else { return };
        let Some(question) = self.question(&session, index).filter(|question| choice < question.choices.len()) else {
            return;
        };
        let right = question.answer == choice;
        let card = CardId::of(&session, &question.ask);
        self.did(Deed::Answered { card, right });
        if let Some(quiz) = &mut self.desk.quiz {
            quiz.chosen = Some(choice);
            if !right {
                quiz.missed.push((session, index));
            }
        }
    }

    fn next_question(&mut self) {
        let Some(quiz) = self.desk.quiz.as_mut().filter(|quiz| quiz.chosen.is_some()) else { return };
        quiz.at += 1;
        quiz.chosen = None;
        let (right, of) = (quiz.right(), quiz.asked.len());
        if quiz.at == of
            && let Some(session) = quiz.session.clone()
        {
            let few = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            self.did(Deed::Quizzed { session, right: few(right), of: few(of) });
        }
    }

    fn quiz_view(&self) -> Option<QuizView<'_>> {
        let quiz = self.desk.quiz.as_ref()?;
        let question = quiz
            .asked
            .get(quiz.at)
            .and_then(|(session, index)| Some((self.session(session)?, self.question(session, *index)?)));
        Some(QuizView {
            session: quiz.session.as_ref(),
            question: question.map(|(_, question)| question),
            of_session: question.map_or("", |(session, _)| session.title.as_str()),
            number: quiz.at + 1,
            of: quiz.asked.len(),
            chosen: quiz.chosen,
            right: quiz.right(),
            missed: quiz.missed.iter().filter_map(|(session, index)| self.question(session, *index)).collect(),
        })
    }

    /// For the learning screen; `None` on others.
    pub(super) fn study_view(&self) -> Option<StudyView<'_>> {
        if self.screen != Screen::Learn {
            return None;
        }
        let delivered: BTreeSet<&SessionId> =
            self.meetings.iter().filter(|meeting| meeting.delivered()).map(|meeting| &meeting.session).collect();
        let row = |session: &Session| StudyRow {
            readiness: self.desk.study.readiness(&session.id, delivered.contains(&session.id)),
            best: self.desk.study.best_quiz(&session.id),
        };
        let chosen = self.desk.chosen.as_ref().and_then(|id| self.session(id));
        Some(StudyView {
            shelf: &self.pack.shelf,
            chosen,
            rows: self.pack.sessions.iter().map(row).collect(),
            today: self.today().cards.len(),
            runs: self.runs_of_chosen(),
            // On every tab: which one is open is among the drafts, which the window has lent away while it draws.
            sheet: chosen.map(|session| self.rehearsal_sheet(session)),
            quiz: self.quiz_view(),
            search: self.search_view(),
        })
    }

    /// For Prepare; `None` on other screens.
    pub(super) fn ready_view(&self) -> Option<ReadyView> {
        let session = &self.prepare.as_ref().filter(|_| self.screen == Screen::Prepare)?.session;
        let delivered = self.meetings.iter().any(|meeting| meeting.session == *session && meeting.delivered());
        let readiness = self.desk.study.readiness(session, delivered);
        Some(ReadyView { readiness, minutes: self.learned_minutes(session) })
    }

    /// Closed runs of the session chosen, newest first.
    fn runs_of_chosen(&self) -> Vec<&MeetingSummary> {
        let of = |meeting: &&MeetingSummary| {
            Some(&meeting.session) == self.desk.chosen.as_ref() && meeting.closed.is_some() && meeting.began.is_some()
        };
        self.meetings.iter().filter(of).collect()
    }
}
