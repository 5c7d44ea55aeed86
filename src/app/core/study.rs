//! Learning: what was read, quizzes, the day's cards, search over everything the program holds.

use std::sync::{
    Arc,
    mpsc::{Receiver, SyncSender, sync_channel},
};

use super::{
    Core, Wake,
    daily::{CardPlace, Daily},
    kept::Kept,
    rehearse::Review,
};
use crate::{
    engine::{
        history::MeetingSummary,
        ids::SessionId,
        learn::Question,
        study::{CardId, Deed, Readiness, Study, StudyRecord},
    },
    store::{
        Request,
        search::{Doc, Hit, Index},
    },
    ui::{
        intent::{Screen, StudyKey, StudyTab},
        view::{FoundView, QuizView, ReadyView, StudyRow, StudyView},
    },
};

/// Most texts found at once.
const FOUND: usize = 20;

/// Everything about learning that is not on disk in this shape.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) study: Kept<Study>,
    pub(super) daily: Daily,
    pub(super) review: Option<Review>,
    chosen: Option<SessionId>,
    quiz: Option<Quiz>,
    search: Option<Search>,
    found: Vec<FoundView>,
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
    right: u16,
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
            StudyKey::Choose(session) => {
                self.desk.chosen = Some(session);
                self.desk.quiz = None;
            }
            StudyKey::Read(session) => self.did(Deed::Read { session }),
            StudyKey::Quiz(session) => self.begin_quiz(session),
            StudyKey::Answer(choice) => self.answer_quiz(choice),
            StudyKey::NextQuestion => self.next_question(),
            StudyKey::LeaveQuiz => {
                if let Some(quiz) = self.desk.quiz.take() {
                    self.go(quiz.back);
                }
            }
            StudyKey::Find(typed) => self.find(&typed),
            StudyKey::Show(found) => self.show_found(found),
            StudyKey::Observe(sheet) => self.did(Deed::Observed { sheet }),
            StudyKey::PrintObservation => self.print_observation(),
        }
    }

    fn open_study(&mut self, tab: StudyTab) {
        self.desk.quiz = None;
        self.drafts.study.tab = tab;
        let known = self.desk.chosen.as_ref().is_some_and(|id| self.session(id).is_some());
        if !known {
            self.desk.chosen = self.to_get_ready_for();
        }
        self.go(Screen::Learn);
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
            self.desk.quiz = Some(Quiz { session, asked, back, at: 0, chosen: None, right: 0 });
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
            quiz.right += u16::from(right);
        }
    }

    fn next_question(&mut self) {
        let Some(quiz) = self.desk.quiz.as_mut().filter(|quiz| quiz.chosen.is_some()) else { return };
        quiz.at += 1;
        quiz.chosen = None;
        let (right, of) = (quiz.right, quiz.asked.len());
        if quiz.at == of
            && let Some(session) = quiz.session.clone()
        {
            self.did(Deed::Quizzed { session, right, of: u16::try_from(of).unwrap_or(u16::MAX) });
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
            right: quiz.right,
        })
    }

    /// For the learning screen; `None` on others.
    pub(super) fn study_view(&self) -> Option<StudyView<'_>> {
        if self.screen != Screen::Learn {
            return None;
        }
        let row = |session: &crate::engine::session::Session| StudyRow {
            readiness: self.readiness(&session.id),
            best: self.desk.study.best_quiz(&session.id),
        };
        Some(StudyView {
            shelf: &self.pack.shelf,
            chosen: self.desk.chosen.as_ref().and_then(|id| self.session(id)),
            rows: self.pack.sessions.iter().map(row).collect(),
            today: self.today().cards.len(),
            runs: self.runs_of_chosen(),
            quiz: self.quiz_view(),
            found: &self.desk.found,
        })
    }

    fn readiness(&self, session: &SessionId) -> Readiness {
        let delivered = self.meetings.iter().any(|meeting| meeting.session == *session && meeting.delivered());
        self.desk.study.readiness(session, delivered)
    }

    /// For Prepare; `None` on other screens.
    pub(super) fn ready_view(&self) -> Option<ReadyView> {
        let session = &self.prepare.as_ref().filter(|_| self.screen == Screen::Prepare)?.session;
        Some(ReadyView { readiness: self.readiness(session), minutes: self.learned_minutes(session) })
    }

    /// Closed runs of the session chosen, newest first.
    fn runs_of_chosen(&self) -> Vec<&MeetingSummary> {
        let of = |meeting: &&MeetingSummary| {
            Some(&meeting.session) == self.desk.chosen.as_ref() && meeting.closed.is_some() && meeting.began.is_some()
        };
        self.meetings.iter().filter(of).collect()
    }
}

/// Where a text that is found leads.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Lead {
    /// To a session's learning.
    Session(SessionId),
    /// To a shelf.
    Shelf(StudyTab),
}

/// The index on its thread, which ends with its channel.
struct Search {
    ask: SyncSender<String>,
    told: Receiver<Vec<Hit>>,
    leads: Arc<[(String, Lead)]>,
}

impl Search {
    fn start(docs: Vec<(Doc, String, Lead)>, wake: Wake) -> std::io::Result<Self> {
        let (ask, asked) = sync_channel::<String>(16);
        let (tell, told) = sync_channel(16);
        let leads = docs.iter().map(|(_, of, lead)| (of.clone(), lead.clone())).collect();
        let work = move || {
            let index = match Index::build(docs.iter().map(|(doc, ..)| doc)) {
                Ok(index) => index,
                Err(error) => return log::error!("search: {error}"),
            };
            while let Ok(mut typed) = asked.recv() {
                // Only the newest of what was typed meanwhile is worth looking for.
                while let Ok(newer) = asked.try_recv() {
                    typed = newer;
                }
                let hits = index.find(&typed, FOUND).unwrap_or_else(|error| {
                    log::warn!("search: {error}");
                    Vec::new()
                });
                if tell.send(hits).is_err() {
                    return;
                }
                wake();
            }
        };
        std::thread::Builder::new().name("search".to_owned()).spawn(work)?;
        Ok(Self { ask, told, leads })
    }
}

impl Core {
    fn find(&mut self, typed: &str) {
        if self.desk.search.is_none() {
            match Search::start(self.texts(), Arc::clone(&self.wake)) {
                Ok(search) => self.desk.search = Some(search),
                Err(error) => return log::error!("search: {error}"),
            }
        }
        if let Some(search) = &self.desk.search
            && search.ask.try_send(typed.to_owned()).is_err()
        {
            log::debug!("the search is behind; what is typed next is looked for");
        }
    }

    /// Takes in what was found. True when something changed.
    pub(super) fn search_news(&mut self) -> bool {
        let Some(search) = &self.desk.search else { return false };
        let Some(hits) = search.told.try_iter().last() else { return false };
        let leads = Arc::clone(&search.leads);
        self.desk.found = hits
            .into_iter()
            .filter_map(|hit| {
                leads.get(hit.doc).map(|(of, _)| FoundView { doc: hit.doc, of: of.clone(), excerpt: hit.excerpt })
            })
            .collect();
        true
    }

    fn show_found(&mut self, doc: usize) {
        let lead = self.desk.search.as_ref().and_then(|search| search.leads.get(doc)).map(|(_, lead)| lead.clone());
        match lead {
            Some(Lead::Session(session)) => {
                self.desk.chosen = Some(session);
                self.drafts.study.tab = StudyTab::Session;
            }
            Some(Lead::Shelf(tab)) => self.drafts.study.tab = tab,
            None => {}
        }
    }

    /// Everything that can be found: scripts, learning material, games, shelves.
    fn texts(&self) -> Vec<(Doc, String, Lead)> {
        let mut texts = Vec::new();
        let mut add = |title: &str, body: String, of: &str, lead: Lead| {
            texts.push((Doc { title: title.to_owned(), body }, format!("{of} · {title}"), lead));
        };
        for session in &self.pack.sessions {
            let lead = || Lead::Session(session.id.clone());
            add(&session.title, session.goal.clone(), &session.label, lead());
            for step in &session.steps {
                for page in &step.pages {
                    let words: Vec<&str> =
                        page.script.iter().flat_map(|block| [block.when.as_str(), block.text.as_str()]).collect();
                    add(&page.title, words.join(" "), &session.label, lead());
                }
            }
            let Some(learn) = &session.learn else { continue };
            for paragraph in learn.background.iter().chain(&learn.technique_note) {
                add(&session.title, paragraph.clone(), &session.label, lead());
            }
            for faq in &learn.faq {
                add(&faq.ask, faq.answer.clone(), &session.label, lead());
            }
        }
        for game in &self.pack.games {
            let body = format!("{} {}", game.purpose, game.how.join(" "));
            add(&game.title, body, crate::text::study::GAMES, Lead::Shelf(StudyTab::Games));
        }
        for guide in &self.pack.shelf.techniques {
            let body = format!("{} {} {}", guide.when, guide.how.join(" "), guide.mistakes.join(" "));
            add(&guide.title, body, crate::text::study::TECHNIQUES, Lead::Shelf(StudyTab::Techniques));
        }
        for term in &self.pack.shelf.glossary {
            add(&term.word, term.meaning.clone(), crate::text::study::GLOSSARY, Lead::Shelf(StudyTab::Glossary));
        }
        texts
    }
}
