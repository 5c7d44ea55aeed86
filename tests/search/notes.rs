//! What is found and where it leads, asked of the core: own notes, groups, pages and shelves; keys; what must never be found; when the index
//! is another one.

use std::sync::mpsc::Receiver;

use egui::Key;
use lembar::{
    app::core::{Core, Focus, Press},
    engine::{
        command::Command,
        evidence::{Change, Field},
        finding::{Kind, Lead, Note},
        ids::SessionId,
        roster::Sealed,
        time::DayMinute,
    },
    pack::Pack,
    ui::{
        drafts::{FieldFocus, GroupPart, PastTab},
        intent::{GroupEdit, Intent, MeetingPlan, Screen, SearchKey, StudyKey, StudyTab},
        keymap::{self, Chord, Context},
        view::Opened,
    },
};

use super::{Arc, Duration, NINE, PACK, typing};

/// Sixteen digits, and a part of them.
const NIK: &str = "3201987654320001";

struct Desk {
    core: Core,
    news: Receiver<()>,
    _dir: tempfile::TempDir,
}

fn desk() -> Desk {
    desk_with(Arc::clone(&PACK))
}

fn desk_with(pack: Arc<Pack>) -> Desk {
    let dir = tempfile::tempdir().unwrap();
    let (core, news) = typing::core(dir.path(), pack, NINE);
    Desk { core, news, _dir: dir }
}

impl Desk {
    /// What is found at once; notes of meetings come a little later, see [`Self::noted`].
    fn leads(&mut self, typed: &str) -> Vec<Lead> {
        if self.core.screen() != &Screen::Learn {
            self.core.apply(Intent::Search(SearchKey::Focus));
        }
        typing::answered(&mut self.core, &self.news, typed);
        let view = self.core.view(None);
        let groups = view.study.as_ref().unwrap().search.groups;
        groups.iter().flat_map(|group| &group.hits).map(|hit| hit.lead.clone()).collect()
    }

    /// What is found once a note is among it: the writer has read them.
    fn noted(&mut self, typed: &str) -> Vec<Lead> {
        for _ in 0..2000 {
            let leads = self.leads(typed);
            if leads.iter().any(|lead| lead.kind() == Kind::Note) {
                return leads;
            }
            self.news.recv_timeout(Duration::from_millis(5)).ok();
        }
        panic!("no note is found for {typed:?}");
    }

    /// Opens the first hit like this.
    fn show(&mut self, typed: &str, wanted: impl Fn(&Lead) -> bool) -> Lead {
        let leads = self.leads(typed);
        let number = leads.iter().position(&wanted).unwrap_or_else(|| panic!("{typed}: {leads:?}"));
        self.core.apply(Intent::Search(SearchKey::Show(number)));
        leads[number].clone()
    }

    fn key(&mut self, chord: Chord, focus: Focus) -> bool {
        self.core.clock.advance(300);
        self.core.key(Press { chord, repeat: false }, focus)
    }

    fn plain(&mut self, key: Key) -> bool {
        self.key(Chord::plain(key), Focus::Text)
    }

    fn opened(&self) -> Option<String> {
        self.core.view(None).study.unwrap().search.opened.map(|opened| match opened {
            Opened::There(lead) => format!("{lead:?}"),
            Opened::Page(page) => page.title.to_owned(),
            Opened::Card(card) => card.title.to_owned(),
        })
    }

    /// A meeting of one group, held and closed, with something written about it.
    fn hold(&mut self) {
        let mut edit = GroupEdit::named("Kelompok Anggrek", "Balai", ["Aminah", "Yuliana"]);
        edit.members[0].notes = format!("Rumahnya dekat sumur bor. NIK {NIK}");
        edit.members[0].nik = Some(Sealed(b"3201987654320001".to_vec()));
        self.core.apply(Intent::SaveGroup(edit));
        let group = self.core.groups()[0].id;
        self.core.apply(Intent::PrepareFor(group));
        self.core.apply(Intent::OpenMeeting(MeetingPlan {
            group,
            session: SessionId::from("m1-s1"),
            length: 120,
            start: Some(DayMinute(540)),
            end: None,
            place: String::new(),
            presenters: Vec::new(),
        }));
        assert!(self.key(Chord::plain(Key::F5), Focus::Nothing));
        self.core.apply(Intent::Meeting(Command::AddNote(format!("Gentengnya bocor, {NIK}"))));
        self.core.apply(Intent::Meeting(Command::Close));
        assert!(matches!(self.core.screen(), Screen::Past(_)));
    }

    fn tell(&mut self, field: Field, words: &str) {
        let Screen::Past(id) = *self.core.screen() else { panic!("no closed meeting") };
        self.core.apply(Intent::Correct(id, Command::Evidence(Change::Tell(field, words.into()))));
    }
}

#[test]
fn a_note_is_found_once_its_meeting_is_closed_and_leads_to_it() {
    let mut desk = desk();
    assert!(desk.leads("gentengnya").is_empty());
    desk.hold();
    desk.tell(Field::Obstacles, "Jembatan gantung putus");
    let Screen::Past(id) = *desk.core.screen() else { panic!() };
    assert_eq!(desk.noted("gentengnya"), [Lead::Meeting(id, Note::Field)]);
    assert_eq!(desk.show("gantung put", |_| true), Lead::Meeting(id, Note::Told(Field::Obstacles)));
    assert_eq!((desk.core.screen(), desk.core.drafts.past.tab), (&Screen::Past(id), PastTab::Evidence));
    assert!(desk.core.drafts.study.outside, "its way back leads to what was found");
    desk.core.apply(Intent::Go(Screen::Learn));
    let view = desk.core.view(None);
    assert_eq!(view.study.unwrap().search.answered, Some("gantung put"), "and that is still there");

    // Written anew: the old words are gone with the old index.
    desk.core.apply(Intent::Go(Screen::Past(id)));
    desk.tell(Field::Obstacles, "Listrik padam");
    assert_eq!(desk.noted("listrik padam").iter().filter(|lead| lead.kind() == Kind::Note).count(), 1);
    assert!(desk.leads("gantung putus").is_empty());
}

#[test]
fn digits_of_a_nik_are_never_found_however_they_got_there() {
    let mut desk = desk();
    desk.hold();
    let by_name = desk.show("aminah", |lead| matches!(lead, Lead::Member(..)));
    let Lead::Member(group, who) = by_name else { panic!() };
    assert_eq!(desk.core.screen(), &Screen::Group(Some(group)));
    assert_eq!(desk.core.drafts.group.as_ref().unwrap().selected, GroupPart::Member(who));
    desk.core.apply(Intent::Go(Screen::Home));
    assert_eq!(desk.leads("sumur bor").len(), 1, "her note is found");
    assert_eq!(desk.noted("gentengnya bocor").len(), 1, "and the meeting's");
    for typed in [NIK, "3201", "32019876", "0001", "320198765432"] {
        let found = desk.leads(typed);
        assert!(found.iter().all(|lead| !matches!(lead.kind(), Kind::Roster | Kind::Note)), "{typed}: {found:?}");
        let view = desk.core.view(None);
        for hit in view.study.unwrap().search.groups.iter().flat_map(|group| &group.hits) {
            assert!(!hit.excerpt.text.contains("32019") && !hit.title.text.contains("32019"));
        }
    }
}

#[test]
fn a_hit_opens_exactly_there_and_the_way_back_keeps_the_words() {
    let mut desk = desk();
    // A page by words that only the wall shows.
    let session = PACK.session(&"m1-s1".into()).unwrap();
    let pages = || session.steps.iter().flat_map(|step| &step.pages);
    let shown = |page: &lembar::engine::session::Page| PACK.page_words(&session.id, &page.id).join(" ");
    let said = |page: &lembar::engine::session::Page| {
        page.script.iter().map(|block| format!("{} {}", block.when, block.text)).collect::<String>()
    };
    let page = pages().find(|page| !shown(page).is_empty() && !said(page).contains(&shown(page))).unwrap();
    let words = shown(page);
    let lead = desk.show(&words, |lead| matches!(lead, Lead::Page(..)));
    assert_eq!(lead, Lead::Page(session.id.clone(), page.id.clone()), "{words}");
    let first = desk.opened().unwrap();
    assert_eq!(first, page.title);
    assert!(desk.key(Chord::plain(Key::ArrowRight), Focus::Nothing));
    assert_ne!(desk.opened().unwrap(), first, "the neighbour");
    assert!(desk.key(Chord::plain(Key::PageUp), Focus::Nothing));
    assert_eq!(desk.opened().unwrap(), first);
    for _ in 0..100 {
        assert!(desk.key(Chord::plain(Key::PageDown), Focus::Nothing), "it stays at the last");
    }
    assert!(desk.opened().is_some());
    assert!(desk.key(Chord::plain(Key::Escape), Focus::Nothing));
    assert_eq!(desk.opened(), None);
    assert_eq!(desk.core.drafts.study.focus, FieldFocus::On, "typing goes on");
    assert_eq!(desk.core.view(None).study.unwrap().search.answered, Some(words.as_str()));

    let shelf = &PACK.shelf;
    let (term, game, problem) = (&shelf.glossary[3], &PACK.games[2], &shelf.problems[4]);
    assert_eq!(desk.show(&term.word, |lead| matches!(lead, Lead::Term(_))), Lead::Term(3));
    assert_eq!((desk.core.drafts.study.tab, desk.core.drafts.study.reveal), (StudyTab::Glossary, true));
    desk.show(&game.title, |lead| *lead == Lead::Game(game.id.clone()));
    assert_eq!(desk.core.drafts.study.tab, StudyTab::Games);
    desk.show(&problem.title, |lead| *lead == Lead::Problem(problem.id.clone()));
    assert_eq!(desk.opened().unwrap(), problem.title);
    let faq = &session.learn.as_ref().unwrap().faq[1];
    desk.show(&faq.ask, |lead| *lead == Lead::Faq(session.id.clone(), 1));
    assert_eq!(desk.core.view(None).study.unwrap().chosen.unwrap().id, session.id);
    let (title, _) = PACK.handout_words(&session.id)[0].clone();
    desk.show(title, |lead| *lead == Lead::Handout(session.id.clone(), 0));
    assert_eq!(desk.opened().unwrap(), title);
    // A check is asked with its pictures.
    let check = &session.learn.as_ref().unwrap().checks[0];
    desk.show(&check.ask, |lead| *lead == Lead::Check(session.id.clone(), 0));
    assert_eq!(desk.opened().unwrap(), check.ask);

    // The button begins afresh, the key goes on.
    desk.core.apply(Intent::Go(Screen::Home));
    assert!(desk.key(Chord::ctrl(Key::F), Focus::Text));
    assert_eq!(desk.core.drafts.study.focus, FieldFocus::All);
    desk.core.apply(Intent::Study(StudyKey::Open(StudyTab::Session)));
    assert_eq!(desk.core.view(None).study.unwrap().search.answered, None);
}

#[test]
fn every_key_of_learning_does_what_it_says() {
    let mut desk = desk();
    for row in keymap::LEARNING {
        for context in row.contexts {
            for chord in row.keys {
                desk.core.apply(Intent::Go(Screen::Home));
                desk.core.apply(Intent::Search(SearchKey::Leave));
                if *context != Context::Home {
                    desk.leads("cuci tangan");
                    // The form's own field, as if it had been typed there.
                    desk.core.drafts.study.find = "cuci tangan".into();
                    desk.core.apply(Intent::Search(SearchKey::Move(1)));
                }
                if *context == Context::Reading {
                    let number = |lead: &Lead| matches!(lead, Lead::Page(..));
                    desk.show("cuci tangan", number);
                }
                let at = desk.core.view(None).study.map_or(0, |study| study.search.at);
                let before = desk.opened_or_none();
                desk.core.drafts.study.focus = FieldFocus::No;
                let typing = if *context == Context::Reading { Focus::Nothing } else { Focus::Text };
                assert!(desk.key(*chord, typing), "{chord:?} in {context:?}");
                let view = desk.core.view(None);
                let search = &view.study.as_ref().unwrap().search;
                let done = match (row.intent)() {
                    Intent::Search(SearchKey::Focus) => {
                        desk.core.drafts.study.focus == FieldFocus::All && search.opened.is_none()
                    }
                    Intent::Search(SearchKey::Move(by)) => search.at == at.saturating_add_signed(isize::from(by)),
                    Intent::Search(SearchKey::Open) => desk.opened_or_none().is_some(),
                    Intent::Search(SearchKey::Turn(_)) => desk.opened_or_none() != before,
                    Intent::Search(SearchKey::Back) if before.is_some() => search.opened.is_none(),
                    Intent::Search(SearchKey::Back) => {
                        search.answered.is_none() && desk.core.drafts.study.find.is_empty()
                    }
                    other => panic!("a row asks for {other:?}"),
                };
                assert!(done, "{chord:?} in {context:?}: {}", row.help);
            }
        }
    }
    assert!(!desk.plain(Key::A), "letters are for the field");
}

impl Desk {
    fn opened_or_none(&self) -> Option<String> {
        self.core.view(None).study.as_ref()?;
        self.opened()
    }
}

#[test]
fn the_guided_plan_that_many_sessions_share_is_found_once() {
    let mut desk = desk();
    let outlines: Vec<_> = PACK.sessions.iter().filter(|session| session.outline_only).collect();
    assert!(outlines.len() > 10);
    let step = outlines[0].steps.iter().find(|step| !step.script.is_empty() && step.pages.is_empty()).unwrap();
    let words: Vec<&str> = step.script[0].text.split_whitespace().take(6).collect();
    let leads = desk.leads(&words.join(" "));
    let steps = leads.iter().filter(|lead| matches!(lead, Lead::Step(_, id) if *id == step.id));
    assert_eq!(steps.count(), 1, "{leads:?}");
}
